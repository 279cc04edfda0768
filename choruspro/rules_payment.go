package choruspro

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// paymentRules are about how the invoice is paid.
var paymentRules = []rule{
	{
		id: "CP-08", terms: []en16931.Term{en16931.BT81}, sources: []string{"S8", "S9", "S20", "S21"}, check: paymentMeans,
		levels: []level{
			{report.Error, Confirmed, words{"on an invoice", "sur une facture"}},
			{report.Warning, Likely, words{"on a credit note", "sur un avoir"}},
		},
		asks: words{"The invoice says how it is paid (BT-81), even if it is paid already.", "La facture dit comment elle est payée (BT-81), même si elle l'est déjà."},
		why: words{"An empty block of payment is refused like none. Factur-X MINIMUM and the minimal UBL of mixed flows (FSO1110A) have no place for it.",
			"Un bloc de paiement vide est refusé comme son absence. Factur-X MINIMUM et l'UBL minimal des flux mixtes (FSO1110A) n'ont pas de place pour lui."},
		cases: []said{
			{
				name: "none",
				text: words{"The payment means (BT-81) are missing.", "Le mode de paiement (BT-81) manque."},
				fix: words{"Add them: 30 for a credit transfer, with the IBAN; 10 cash, 20 cheque, 48 card, 49 direct debit.",
					"Ajoutez-le : 30 pour un virement, avec l'IBAN ; 10 espèces, 20 chèque, 48 carte, 49 prélèvement."},
				answer: Answer{Says: mandatoryMeans},
			},
			{
				name: "empty",
				text: words{"This block of payment does not have its code (BT-81).", "Ce bloc de paiement n'a pas son code (BT-81)."},
				fix: words{"Add the code: 30 for a credit transfer, with the IBAN; 10 cash, 20 cheque, 48 card, 49 direct debit.",
					"Ajoutez le code : 30 pour un virement, avec l'IBAN ; 10 espèces, 20 chèque, 48 carte, 49 prélèvement."},
				answer: Answer{Says: mandatoryMeans},
			},
		},
	},
	{
		id: "CP-09", terms: []en16931.Term{en16931.BT81}, levels: warnLikely, sources: []string{"S8", "S10", "S29", "S30"}, check: knownMeans,
		asks: words{"The payment means (BT-81) are among the codes that Chorus Pro lists: 01 10 20 30 31 42 48 49 97, in CII 58 and 59 too.",
			"Le mode de paiement (BT-81) est l'un des codes que liste Chorus Pro : 01 10 20 30 31 42 48 49 97, en CII aussi 58 et 59."},
		why: words{"Another code is understood as a credit transfer.", "Un autre code est compris comme un virement."},
		cases: []said{{
			text: words{"Chorus Pro does not list the payment means {found} (BT-81), and takes other codes for a credit transfer.",
				"Chorus Pro ne liste pas le mode de paiement {found} (BT-81), et prend tout autre code pour un virement."},
			fix: words{"Write 30 for a credit transfer, 49 for a direct debit.", "Indiquez 30 pour un virement, 49 pour un prélèvement."},
		}},
	},
	{
		id: "CP-17", terms: []en16931.Term{en16931.BT84}, sources: []string{"S1", "S11"}, check: ibans,
		levels: []level{
			{report.Error, Confirmed, words{"for an account that is no IBAN", "pour un compte qui n'est pas un IBAN"}},
			{report.Warning, Confirmed, words{"for one with spaces or small letters", "pour un IBAN écrit avec espaces ou minuscules"}},
		},
		asks: words{"The account of a credit transfer (BT-84) is an IBAN.", "Le compte d'un virement (BT-84) est un IBAN."},
		cases: []said{
			{
				name: "country",
				text: words{"“{found}” (BT-84) is no IBAN: it does not begin with the code of a country.", "« {found} » (BT-84) n'est pas un IBAN : il ne commence pas par le code d'un pays."},
				fix:  words{"Write the IBAN of the bank's own document.", "Indiquez l'IBAN qui figure sur le RIB."},
			},
			{
				name: "length",
				text: words{"“{found}” (BT-84) is no IBAN: it has {length} characters.", "« {found} » (BT-84) n'est pas un IBAN : il compte {length} caractères."},
				fix:  words{"Write the IBAN of the bank's own document: 27 characters in France.", "Indiquez l'IBAN qui figure sur le RIB : 27 caractères en France."},
			},
			{
				name: "check",
				text: words{"“{found}” (BT-84) is no IBAN: its check digits are wrong.", "« {found} » (BT-84) n'est pas un IBAN : sa clé de contrôle est fausse."},
				fix:  words{"Compare it with the bank's own document.", "Comparez-le avec le RIB."},
			},
			{
				name: "written",
				text: words{"The IBAN “{found}” (BT-84) is written with spaces or small letters.", "L'IBAN « {found} » (BT-84) est écrit avec des espaces ou des minuscules."},
				fix:  words{"Write {expected}.", "Indiquez {expected}."},
			},
		},
	},
	{
		id: "CP-23", terms: []en16931.Term{en16931.BT86}, levels: warnConfirmed, sources: []string{"S29"}, check: bics,
		asks: words{"The payment service provider (BT-86) is a BIC of 8 or 11 characters.", "Le prestataire de services de paiement (BT-86) est un BIC de 8 ou 11 caractères."},
		cases: []said{{
			text: words{"“{found}” (BT-86) is no BIC: 8 or 11 capitals and digits, with the country in the fifth and sixth.",
				"« {found} » (BT-86) n'est pas un BIC : 8 ou 11 capitales et chiffres, le pays aux cinquième et sixième."},
			fix: words{"Write the BIC, or leave it out: the IBAN is enough.", "Indiquez le BIC, ou supprimez-le : l'IBAN suffit."},
		}},
	},
}

// mandatoryMeans is what the portal answers to a file without a code of payment means.
const mandatoryMeans = "L'element FichierXml.SupplyChainTradeTransaction.ApplicableHeaderTradeSettlement.SpecifiedTradeSettlementPaymentMeans.TypeCode.value est obligatoire"

func paymentMeans(c *checker) {
	if c.form == FacturXMinimum || !c.isCII() && strings.Contains(c.stylesheet(), "FSO1110A") {
		return
	}
	severity := report.Error
	if c.isCreditNote() {
		severity = report.Warning
	}
	if len(c.of(payment)) == 0 {
		c.fail(problem{severity: severity, at: c.missing(payment), name: "none"})
	}
	for _, block := range c.of(payment) {
		if c.firstIn(block, means).absent() {
			c.fail(problem{severity: severity, at: c.missingIn(block, payment, means), name: "empty"})
		}
	}
}

func knownMeans(c *checker) {
	for _, block := range c.of(payment) {
		switch v := c.firstIn(block, means); v.text {
		case "", "1", "01", "10", "20", "30", "31", "42", "48", "49", "97":
		case "58", "59":
			if !c.isCII() {
				c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{foundArg(v)}})
			}
		default:
			c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{foundArg(v)}})
		}
	}
}

func ibans(c *checker) {
	for _, block := range c.of(payment) {
		v := c.firstIn(block, account, otherAccount)
		if v.absent() || !slices.Contains([]string{"30", "31", "42", "58"}, c.firstIn(block, means).text) {
			continue
		}
		iban := compact(v.text)
		switch wrong := ibanFault(iban); {
		case wrong == "length":
			c.fail(problem{at: here(v), name: wrong, args: []report.Arg{foundArg(v), report.A("length", length(iban))}})
		case wrong != "":
			c.fail(problem{at: here(v), name: wrong, args: []report.Arg{foundArg(v)}})
		case iban != v.text:
			c.fail(problem{severity: report.Warning, at: here(v), name: "written", args: []report.Arg{foundArg(v), report.A("expected", iban)}})
		}
	}
}

func bics(c *checker) {
	for _, block := range c.of(payment) {
		if v := c.firstIn(block, bank); !v.absent() && !isBIC(v.text) {
			c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{foundArg(v)}})
		}
	}
}

// isBIC reports whether s is made like a BIC: a bank, a country, a place, and perhaps a branch.
func isBIC(s string) bool {
	if len(s) != 8 && len(s) != 11 {
		return false
	}
	for i := range len(s) {
		if !isCapital(s[i]) && (i == 4 || i == 5 || s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}
