package choruspro

import (
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// frameRules are about what the document is: its cadre de facturation, its type, its date, its currency, its profile.
var frameRules = []rule{
	{
		id: "CP-05", terms: []en16931.Term{en16931.BT23}, levels: errorConfirmed, sources: []string{"S9", "S10", "S20"}, check: knownCadre,
		asks: words{"The cadre de facturation (BT-23) is one of A1 to A25.", "Le cadre de facturation (BT-23) est l'un de A1 à A25."},
		why: words{"B1, S1, M1 and the like belong to the reform, and are refused on direct deposit. An invoice without a cadre is taken for A1.",
			"B1, S1, M1 et leurs semblables relèvent de la réforme et sont refusés au dépôt direct. Une facture sans cadre vaut A1."},
		cases: []said{{
			text: words{"“{found}” is no cadre de facturation of Chorus Pro (BT-23): they are A1 to A25.",
				"« {found} » n'est pas un cadre de facturation de Chorus Pro (BT-23) : ils vont de A1 à A25."},
			fix: words{"Write A1 for an ordinary invoice, A2 for one that is paid, A9 for a subcontractor, A12 for a co-contractor.",
				"Indiquez A1 pour une facture ordinaire, A2 si elle est déjà payée, A9 pour un sous-traitant, A12 pour un cotraitant."},
			answer: Answer{Says: "…BusinessProcessSpecifiedDocumentContextParameter.ID…"},
		}},
	},
	{
		id: "CP-06", terms: []en16931.Term{en16931.BT3}, sources: []string{"S10", "S29"}, check: documentType,
		levels: []level{
			{report.Error, Confirmed, words{"for 261 and 751", "pour 261 et 751"}},
			{report.Warning, Likely, words{"for other types", "pour d'autres types"}},
			{report.Info, Likely, words{"for a CreditNote of UBL", "pour un CreditNote d'UBL"}},
		},
		asks: words{"The invoice type (BT-3) is 380, 381, 384, 386 or 389.", "Le type de facture (BT-3) est 380, 381, 384, 386 ou 389."},
		why: words{"These five are named as used. In the form E1 of UBL a credit note is an Invoice of type 381; a CreditNote has not been seen to pass.",
			"Ces cinq types sont cités comme employés. Dans la forme E1 d'UBL, un avoir est une Invoice de type 381 ; on n'a pas vu passer de CreditNote."},
		cases: []said{
			{
				name: "refused",
				text: words{"Chorus Pro does not take documents of type {found} (BT-3).", "Chorus Pro n'accepte pas les documents de type {found} (BT-3)."},
				fix:  words{"Use 380 for an invoice, 381 for a credit note, 389 for self-billing.", "Employez 380 pour une facture, 381 pour un avoir, 389 pour une autofacture."},
			},
			{
				name: "unusual",
				text: words{"Type {found} (BT-3) is none of those that are known to be used on Chorus Pro: 380, 381, 384, 386, 389.",
					"Le type {found} (BT-3) n'est pas de ceux dont l'emploi est connu sur Chorus Pro : 380, 381, 384, 386, 389."},
				fix: words{"Use one of these if it says the same.", "Employez l'un d'eux s'il dit la même chose."},
			},
			{
				name: "root",
				text: words{"The file is a CreditNote of UBL; Chorus Pro is known to take credit notes as an Invoice of type 381.",
					"Le fichier est un CreditNote d'UBL ; on sait que Chorus Pro accepte les avoirs sous forme d'Invoice de type 381."},
				fix: words{"If the portal refuses it, send an Invoice with the type 381 and positive amounts.", "Si le portail le refuse, envoyez une Invoice de type 381, aux montants positifs."},
			},
		},
	},
	{
		id: "CP-07", terms: []en16931.Term{en16931.BT2}, levels: errorConfirmed, sources: []string{"S29"}, check: issueDate,
		asks: words{"The issue date (BT-2) is not later than the day of the deposit.", "La date d'émission (BT-2) n'est pas postérieure au jour du dépôt."},
		why:  words{"The day is that in Paris; --as-of names another one.", "Le jour est celui de Paris ; --as-of en indique un autre."},
		cases: []said{{
			text: words{"The issue date {found} (BT-2) is later than the day of the deposit, {expected}.", "La date d'émission {found} (BT-2) est postérieure au jour du dépôt, {expected}."},
			fix:  words{"Deposit the invoice on that day or later, or correct the date.", "Déposez la facture ce jour-là ou après, ou corrigez la date."},
		}},
	},
	{
		id: "CP-51", terms: []en16931.Term{en16931.BT23}, levels: warnLikely, sources: []string{"S2", "S3", "S20", "S23"}, check: otherFlow,
		asks: words{"The cadre de facturation (BT-23) of an ordinary deposit is A1, A2, A9 or A12.", "Le cadre de facturation (BT-23) d'un dépôt ordinaire est A1, A2, A9 ou A12."},
		why: words{"The others are those of public works, of justice costs and of tax reimbursements, which have flows and forms of their own.",
			"Les autres sont ceux des marchés de travaux, des frais de justice et des remboursements de taxe, qui ont leurs propres flux et formulaires."},
		cases: []said{{
			text: words{"The cadre de facturation {found} (BT-23) is none of an ordinary deposit: works, justice costs and tax reimbursements have flows of their own.",
				"Le cadre de facturation {found} (BT-23) n'est pas celui d'un dépôt ordinaire : travaux, frais de justice et remboursements de taxe ont leurs propres flux."},
			fix: words{"Write A1 for an ordinary invoice; else use the portal's form for that kind of request.",
				"Indiquez A1 pour une facture ordinaire ; sinon, passez par le formulaire du portail pour ce genre de demande."},
		}},
	},
	{
		id: "CP-52", terms: []en16931.Term{en16931.BT23}, levels: warnConfirmed, sources: []string{"S10", "S23", "S29"}, check: validators,
		asks: words{"A subcontractor's or co-contractor's invoice (cadre A9, A12) names the main contractor who validates it.",
			"La facture d'un sous-traitant ou d'un cotraitant (cadre A9, A12) désigne le titulaire ou le mandataire qui la valide."},
		cases: []said{
			{
				text: words{"The cadre de facturation is {found} (BT-23), and the main contractor who validates the invoice is not named.",
					"Le cadre de facturation est {found} (BT-23), et le titulaire ou mandataire qui valide la facture n'est pas désigné."},
				fix: words{"Add the main contractor's SIRET.", "Ajoutez le SIRET du titulaire ou du mandataire."},
			},
			{
				name: "profile",
				text: words{"The cadre de facturation is {found} (BT-23), and the main contractor who validates the invoice is not named; this profile of Factur-X has no place for it.",
					"Le cadre de facturation est {found} (BT-23), et le titulaire ou mandataire qui valide la facture n'est pas désigné ; ce profil de Factur-X n'a pas de place pour lui."},
				fix: words{"Use the profile EXTENDED, or CII, or enter the invoice on the portal.", "Employez le profil EXTENDED, ou le CII, ou saisissez la facture sur le portail."},
			},
		},
	},
	{
		id: "CP-53", terms: []en16931.Term{en16931.BT115, en16931.BT23}, levels: warnLikely, sources: []string{"S14"}, check: paidInvoice,
		asks: words{"Of an invoice that is paid already (cadre A2) nothing is due (BT-115).", "D'une facture déjà payée (cadre A2), rien n'est à payer (BT-115)."},
		cases: []said{{
			text: words{"The cadre de facturation is A2, an invoice that is paid already, but {found} is due (BT-115).",
				"Le cadre de facturation est A2, facture déjà payée, mais {found} reste à payer (BT-115)."},
			fix: words{"Write what was paid into BT-113 so that BT-115 is 0, or use A1.", "Indiquez en BT-113 ce qui a été payé, pour que BT-115 soit 0, ou employez A1."},
		}},
	},
	{
		id: "CP-54", terms: []en16931.Term{en16931.BT112, en16931.BT3}, levels: warnConfirmed, sources: []string{"S11", "S12"}, check: negativeInvoice,
		asks: words{"An invoice does not have a negative total (BT-112): that is a credit note, of type 381 and with positive amounts.",
			"Une facture n'a pas de total négatif (BT-112) : c'est un avoir, de type 381 et aux montants positifs."},
		cases: []said{{
			text: words{"The invoice is of type {type} and its total with VAT is {found} (BT-112).", "La facture est de type {type} et son total TTC vaut {found} (BT-112)."},
			fix:  words{"Send a credit note: type 381, positive amounts.", "Envoyez un avoir : type 381, montants positifs."},
		}},
	},
	{
		id: "CP-58", terms: []en16931.Term{en16931.BT5, en16931.BT6}, sources: []string{"S14", "S29"}, check: currencies,
		levels: []level{{report.Warning, Confirmed, words{"for a second currency", "pour une seconde devise"}},
			{report.Warning, Likely, words{"for one that is not the euro", "pour une devise autre que l'euro"}}},
		asks: words{"The invoice is in euros (BT-5), VAT included (BT-6).", "La facture est en euros (BT-5), TVA comprise (BT-6)."},
		why: words{"Chorus Pro knows one currency for an invoice. That it is the euro is what all its clients do.",
			"Chorus Pro ne connaît qu'une devise par facture. Que ce soit l'euro, c'est ce que font tous ses clients."},
		cases: []said{
			{
				text: words{"The invoice is in {found} (BT-5), not in EUR.", "La facture est en {found} (BT-5), non en EUR."},
				fix:  words{"Invoice the public sector in euros.", "Facturez le secteur public en euros."},
			},
			{
				name: "vat",
				text: words{"The VAT is stated in {found} (BT-6), the invoice in {expected} (BT-5); Chorus Pro knows one currency only.",
					"La TVA est indiquée en {found} (BT-6), la facture en {expected} (BT-5) ; Chorus Pro ne connaît qu'une devise."},
				fix: words{"Leave BT-6 and BT-111 out.", "Supprimez BT-6 et BT-111."},
			},
		},
	},
	{
		id: "CP-62", terms: []en16931.Term{en16931.BT24}, levels: warnLikely, sources: []string{"S9", "S29"}, check: knownProfile,
		asks: words{"The profile (BT-24) is one that Chorus Pro is known to take: EN 16931, or MINIMUM, BASIC WL or BASIC of Factur-X.",
			"Le profil (BT-24) est de ceux que Chorus Pro accepte à notre connaissance : EN 16931, ou MINIMUM, BASIC WL ou BASIC de Factur-X."},
		why: words{"EXTENDED may pass: the documentation has notes for its fields, but no deposit has been recorded.",
			"EXTENDED passe peut-être : la documentation annote ses champs, mais aucun dépôt n'a été consigné."},
		cases: []said{{
			text: words{"The profile “{found}” (BT-24) is none that Chorus Pro is known to take.", "Le profil « {found} » (BT-24) n'est pas de ceux que Chorus Pro accepte à notre connaissance."},
			fix:  words{"Write urn:cen.eu:en16931:2017 if the invoice follows the standard and nothing more.", "Indiquez urn:cen.eu:en16931:2017 si la facture suit la norme sans rien y ajouter."},
		}},
	},
}

func knownCadre(c *checker) {
	if !c.cadre.absent() && !isCadre(c.cadre.text) {
		c.fail(problem{at: here(c.cadre), args: []report.Arg{foundArg(c.cadre)}})
	}
}

func documentType(c *checker) {
	switch c.kind.text {
	case "", "380", "381", "384", "386", "389":
	case "261", "751":
		c.fail(problem{at: here(c.kind), name: "refused", args: []report.Arg{foundArg(c.kind)}})
	default:
		c.fail(problem{severity: report.Warning, at: here(c.kind), name: "unusual", args: []report.Arg{foundArg(c.kind)}})
	}
	if c.tree.NameOf(0) == rootCreditNote {
		c.fail(problem{severity: report.Info, at: nodeSpot(0), name: "root"})
	}
}

func issueDate(c *checker) {
	v := c.first(issued)
	if v.absent() {
		return
	}
	day := en16931.ParseDate(v.text)
	if c.isCII() {
		if c.attr(v.node, "format") != "102" {
			return
		}
		day = en16931.ParseDate102(v.text)
	}
	if !day.Readable() {
		return
	}
	if deposit, later := c.later(day); later {
		c.fail(problem{at: here(v), args: []report.Arg{report.A("found", report.Date(day.String())), report.A("expected", report.Date(deposit.String()))}})
	}
}

func otherFlow(c *checker) {
	if isCadre(c.cadre.text) && !slices.Contains([]string{"A1", "A2", "A9", "A12"}, c.cadre.text) {
		c.fail(problem{severity: report.Warning, at: here(c.cadre), args: []report.Arg{foundArg(c.cadre)}})
	}
}

func validators(c *checker) {
	if c.cadre.text != "A9" && c.cadre.text != "A12" || !c.first(validator).absent() {
		return
	}
	name, at := "", c.missing(validator)
	if c.form.IsFacturX() && c.form != FacturXExtended {
		name, at = "profile", here(c.cadre)
	}
	c.fail(problem{severity: report.Warning, at: at, name: name, args: []report.Arg{foundArg(c.cadre)}})
}

func paidInvoice(c *checker) {
	v := c.first(dueTotal)
	if due := en16931.ParseDecimal(v.text); c.cadre.text == "A2" && due.Readable() && due.Sign() != 0 {
		c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{report.A("found", report.Number(due.String()))}})
	}
}

func negativeInvoice(c *checker) {
	v := c.first(grandTotal)
	total := en16931.ParseDecimal(v.text)
	if total.Readable() && total.Sign() < 0 && slices.Contains([]string{"380", "384", "386", "389"}, c.kind.text) {
		c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{report.A("found", report.Number(total.String())), report.A("type", c.kind.text)}})
	}
}

func currencies(c *checker) {
	of, vat := c.first(currency), c.first(taxCurrency)
	if !of.absent() && of.text != "EUR" {
		c.fail(problem{severity: report.Warning, at: here(of), terms: []en16931.Term{en16931.BT5}, args: []report.Arg{foundArg(of)}})
	}
	if !of.absent() && !vat.absent() && vat.text != of.text {
		c.fail(problem{severity: report.Warning, at: here(vat), name: "vat", terms: []en16931.Term{en16931.BT6},
			args: []report.Arg{foundArg(vat), report.A("expected", of.text)}})
	}
}

func knownProfile(c *checker) {
	switch v := c.first(specification); v.text {
	case "", core, guideMinimum, guideBasicWL, guideBasic:
	default:
		c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{foundArg(v)}})
	}
}
