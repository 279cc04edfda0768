package choruspro

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

const (
	maxService    = 100 // characters of a service code
	maxEngagement = 50  // characters of an engagement or contract number
	serviceOthers = "_- "

	publicService = "FACTURES_PUBLIQUES" // the service of invoices between public bodies
	ugap          = "776056467"          // the SIREN of UGAP, a public body with a company's number
)

// serviceRules are about where in the recipient's house the invoice goes: the service code, the engagement and the contract.
var serviceRules = []rule{
	{
		id: "CP-10", terms: []en16931.Term{en16931.BT10, en16931.BT13, en16931.BT12}, sources: []string{"S10", "S11", "S21"}, check: serviceLengths,
		levels: []level{
			{report.Error, Confirmed, words{"for the service code and the engagement number", "pour le code service et le numéro d'engagement"}},
			{report.Warning, Likely, words{"for the contract number", "pour le numéro de marché"}},
		},
		asks: words{"The service code (BT-10) has at most 100 characters, the engagement number (BT-13) and the contract number (BT-12) at most 50.",
			"Le code service (BT-10) compte au plus 100 caractères, le numéro d'engagement (BT-13) et le numéro de marché (BT-12) au plus 50."},
		cases: []said{
			{
				name: "service",
				text: words{"The service code (BT-10) has {length} characters; Chorus Pro takes at most 100.", "Le code service (BT-10) compte {length} caractères ; Chorus Pro en accepte au plus 100."},
				fix:  words{"Write the code alone, as the recipient gave it.", "Indiquez le code seul, tel que le destinataire l'a donné."},
			},
			{
				name: "engagement",
				text: words{"The engagement number (BT-13) has {length} characters; Chorus Pro takes at most 50.",
					"Le numéro d'engagement (BT-13) compte {length} caractères ; Chorus Pro en accepte au plus 50."},
				fix: words{"Write one number alone, as it stands on the purchase order.", "Indiquez un seul numéro, tel qu'il figure sur le bon de commande."},
			},
			{
				name: "contract",
				text: words{"The contract number (BT-12) has {length} characters; Chorus Pro takes at most 50.",
					"Le numéro de marché (BT-12) compte {length} caractères ; Chorus Pro en accepte au plus 50."},
				fix: words{"Write the number alone, as it stands in the contract.", "Indiquez le numéro seul, tel qu'il figure au marché."},
			},
		},
	},
	{
		id: "CP-11", terms: []en16931.Term{en16931.BT10}, levels: errorConfirmed, sources: []string{"S9", "S18", "S20"}, check: stateService,
		asks: words{"An invoice to the State (SIRET 11000201100044) has a service code (BT-10).", "Une facture à l'État (SIRET 11000201100044) porte un code service (BT-10)."},
		why: words{"All ministries are one recipient: without the code, nobody knows whose invoice it is. What your recipients file says of the State is tested instead (CP-12).",
			"Tous les ministères sont un seul destinataire : sans ce code, nul ne sait à qui va la facture. Ce que votre fichier de destinataires dit de l'État est contrôlé à la place (CP-12)."},
		cases: []said{{
			text:   words{"The buyer is the State, and the service code (BT-10) is missing.", "Le destinataire est l'État, et le code service (BT-10) manque."},
			fix:    words{"Add the code of the executing service; the purchase order has it.", "Ajoutez le code du service exécutant ; il figure sur le bon de commande."},
			answer: Answer{Says: mandatoryService, Translated: true},
		}},
	},
	{
		id: "CP-12", terms: []en16931.Term{en16931.BT10, en16931.BT13}, sources: []string{"S11", "S20"}, check: demands,
		levels: []level{
			{report.Error, Confirmed, words{"for what is missing", "pour ce qui manque"}},
			{report.Warning, Likely, words{"for a service that is not in the list: lists age", "pour un service absent de la liste : les listes vieillissent"}},
		},
		asks: words{"The invoice has the service code (BT-10) and the engagement number (BT-13) that its recipient demands.",
			"La facture porte le code service (BT-10) et le numéro d'engagement (BT-13) que demande son destinataire."},
		why: words{"Each recipient decides that in Chorus Pro's directory. fx knows it from your recipients file (--recipients), and for the recipients of the qualification platform.",
			"Chaque destinataire en décide dans l'annuaire de Chorus Pro. fx le tient de votre fichier de destinataires (--recipients), et le sait des destinataires de qualification."},
		cases: []said{
			{
				name:   "service",
				text:   words{"The recipient {recipient} demands a service code (BT-10), and there is none.", "Le destinataire {recipient} demande un code service (BT-10), et il n'y en a pas."},
				fix:    words{"Add the service code; the purchase order or Chorus Pro's directory has it.", "Ajoutez le code service ; il figure sur le bon de commande ou dans l'annuaire de Chorus Pro."},
				answer: Answer{Says: mandatoryService, Translated: true},
			},
			{
				name: "engagement",
				text: words{"The recipient {recipient} demands an engagement number (BT-13), and there is none.",
					"Le destinataire {recipient} demande un numéro d'engagement (BT-13), et il n'y en a pas."},
				fix:    words{"Add the engagement number that stands on the purchase order.", "Ajoutez le numéro d'engagement qui figure sur le bon de commande."},
				answer: Answer{Says: mandatoryEngagement, Translated: true},
			},
			{
				name: "either",
				text: words{"The recipient {recipient} demands a service code (BT-10) or an engagement number (BT-13), and there is neither.",
					"Le destinataire {recipient} demande un code service (BT-10) ou un numéro d'engagement (BT-13), et il n'y a ni l'un ni l'autre."},
				fix: words{"Add one of them; the purchase order has it.", "Ajoutez l'un des deux ; il figure sur le bon de commande."},
			},
			{
				name: "service-engagement",
				text: words{"The service {service} of the recipient {recipient} demands an engagement number (BT-13), and there is none.",
					"Le service {service} du destinataire {recipient} demande un numéro d'engagement (BT-13), et il n'y en a pas."},
				fix:    words{"Add the engagement number that stands on the purchase order.", "Ajoutez le numéro d'engagement qui figure sur le bon de commande."},
				answer: Answer{Says: mandatoryEngagement, Translated: true},
			},
			{
				name: "unlisted",
				text: words{"The service code “{found}” (BT-10) is none of those that your recipients file has for {recipient}.",
					"Le code service « {found} » (BT-10) n'est pas de ceux que votre fichier de destinataires donne pour {recipient}."},
				fix: words{"Compare it with the purchase order, capitals included; if it is right, add it to the file.",
					"Comparez-le avec le bon de commande, capitales comprises ; s'il est juste, ajoutez-le au fichier."},
			},
			{
				name: "inactive",
				text: words{"The service “{found}” (BT-10) of the recipient {recipient} is not active any more, by your recipients file.",
					"Le service « {found} » (BT-10) du destinataire {recipient} n'est plus actif, d'après votre fichier de destinataires."},
				fix: words{"Ask the recipient which service takes its place.", "Demandez au destinataire quel service le remplace."},
			},
		},
	},
	{
		id: "CP-55", terms: []en16931.Term{en16931.BT10}, levels: errorConfirmed, sources: []string{"S21", "S22"}, check: serviceCharacters,
		asks: words{"The service code (BT-10) is made of letters, digits, underscores, dashes and spaces.",
			"Le code service (BT-10) se compose de lettres, de chiffres, de tirets, de tirets bas et d'espaces."},
		cases: []said{{
			text: words{"The service code “{found}” (BT-10) holds what Chorus Pro does not allow in it: {characters}.",
				"Le code service « {found} » (BT-10) contient ce que Chorus Pro n'y admet pas : {characters}."},
			fix: words{"Write the code alone, as the recipient gave it: no name, no apostrophe, no slash.",
				"Indiquez le code seul, tel que le destinataire l'a donné : ni nom, ni apostrophe, ni barre oblique."},
			answer: Answer{Says: "Le champ (FichierXml.SupplyChainTradeTransaction.ApplicableHeaderTradeAgreement.BuyerReference.value) doit etre alphanumerique"},
		}},
	},
	{
		id: "CP-56", terms: []en16931.Term{en16931.BT13}, levels: warnLikely, sources: []string{"S9", "S20"}, check: stateEngagement,
		asks: words{"An invoice to the State (SIRET 11000201100044) has an engagement number (BT-13).", "Une facture à l'État (SIRET 11000201100044) porte un numéro d'engagement (BT-13)."},
		why:  words{"The State generally demands it; some services do without.", "L'État le demande en général ; certains services s'en passent."},
		cases: []said{{
			text: words{"The buyer is the State, which generally demands an engagement number (BT-13), and there is none.",
				"Le destinataire est l'État, qui demande en général un numéro d'engagement (BT-13), et il n'y en a pas."},
			fix: words{"Add the engagement number that stands on the purchase order, if there is one.", "Ajoutez le numéro d'engagement qui figure sur le bon de commande, s'il y en a un."},
		}},
	},
	{
		id: "CP-57", terms: []en16931.Term{en16931.BT10, en16931.BT30}, sources: []string{"S11"}, check: publicOnly,
		levels: warnLikely,
		asks: words{"The service FACTURES_PUBLIQUES (BT-10) is for sellers that are public bodies themselves.",
			"Le service FACTURES_PUBLIQUES (BT-10) est réservé aux fournisseurs qui sont eux-mêmes publics."},
		why: words{"That private sellers are refused is confirmed. fx tells them by the first digit of the SIRET, 1 or 2 for public bodies, which is not always right.",
			"Le refus des fournisseurs privés est confirmé. fx les distingue au premier chiffre du SIRET, 1 ou 2 pour les entités publiques, ce qui n'est pas toujours juste."},
		cases: []said{{
			text: words{"The service code FACTURES_PUBLIQUES (BT-10) is for invoices between public bodies, and the seller's SIRET {seller} looks private.",
				"Le code service FACTURES_PUBLIQUES (BT-10) est réservé aux factures entre entités publiques, et le SIRET {seller} du fournisseur semble privé."},
			fix: words{"Ask the recipient for the code of the service that takes your invoice.", "Demandez au destinataire le code du service qui traite votre facture."},
		}},
	},
	{
		id: "CP-67", terms: []en16931.Term{en16931.BT13}, levels: warnLikely, sources: []string{"S30"}, check: engagementAndOrder,
		asks: words{"A UBL file refers to an engagement or to an order (Bon de commande), not to both.", "Un fichier UBL renvoie à un engagement ou à un bon de commande, pas aux deux."},
		cases: []said{{
			text: words{"The file has a ContractDocumentReference of type Engagement ({engagement}) and one of type Bon de commande ({order}); one ERP does not allow both together.",
				"Le fichier a un ContractDocumentReference de type Engagement ({engagement}) et un de type Bon de commande ({order}) ; un ERP n'admet pas les deux ensemble."},
			fix: words{"Keep the engagement.", "Gardez l'engagement."},
		}},
	},
}

// What the portal answers where a recipient's demand is not met.
const (
	mandatoryService    = "…BuyerReference.value is mandatory"
	mandatoryEngagement = "…BuyerOrderReferencedDocument.IssuerAssignedID.value is mandatory"
)

// missingService is where the service code should stand.
func (c *checker) missingService() spot {
	if c.isE1() {
		return c.missing(serviceContact)
	}
	return c.missing(service)
}

func serviceLengths(c *checker) {
	long := func(v value, most int, s report.Severity, name string, t en16931.Term) {
		if n := length(v.text); n > most {
			c.fail(problem{severity: s, at: here(v), name: name, terms: []en16931.Term{t}, args: []report.Arg{foundArg(v), report.A("length", n)}})
		}
	}
	long(c.service, maxService, report.Error, "service", en16931.BT10)
	long(c.engagement, maxEngagement, report.Error, "engagement", en16931.BT13)
	long(c.contractNumber(), maxEngagement, report.Warning, "contract", en16931.BT12)
}

// toState reports whether the buyer is the State, and the user has not said what it demands.
func (c *checker) toState() bool { return c.buyer.text == StateSIRET && !c.userEntry }

func stateService(c *checker) {
	if c.toState() && c.service.absent() {
		c.fail(problem{at: c.missingService()})
	}
}

func stateEngagement(c *checker) {
	if c.toState() && c.engagement.absent() {
		c.fail(problem{severity: report.Warning, at: c.missing(order)})
	}
}

func demands(c *checker) {
	if !c.hasEntry {
		return
	}
	r := c.entry
	who := report.A("recipient", r.SIRET)
	if r.Name != "" {
		who = report.A("recipient", r.Name)
	}
	bt10, bt13 := []en16931.Term{en16931.BT10}, []en16931.Term{en16931.BT13}
	if r.ServiceRequired && c.service.absent() {
		c.fail(problem{at: c.missingService(), name: "service", terms: bt10, args: []report.Arg{who}})
	}
	if r.EngagementRequired && c.engagement.absent() {
		c.fail(problem{at: c.missing(order), name: "engagement", terms: bt13, args: []report.Arg{who}})
	}
	if r.ServiceOrEngagement && c.service.absent() && c.engagement.absent() {
		c.fail(problem{at: c.missingService(), name: "either", args: []report.Arg{who}})
	}
	if c.service.absent() || len(r.Services) == 0 {
		return
	}
	s, listed := r.service(c.service.text)
	if listed && s.EngagementRequired && c.engagement.absent() {
		c.fail(problem{at: c.missing(order), name: "service-engagement", terms: bt13, args: []report.Arg{who, report.A("service", s.Code)}})
	}
	switch {
	case !listed:
		c.fail(problem{severity: report.Warning, at: here(c.service), name: "unlisted", terms: bt10, args: []report.Arg{who, foundArg(c.service)}})
	case !s.Active:
		c.fail(problem{severity: report.Warning, at: here(c.service), name: "inactive", terms: bt10, args: []report.Arg{who, foundArg(c.service)}})
	}
}

func serviceCharacters(c *checker) {
	if bad := strangers(c.service.text, serviceOthers); len(bad) > 0 {
		c.fail(problem{at: here(c.service), args: []report.Arg{foundArg(c.service), report.A("characters", bad)}})
	}
}

func publicOnly(c *checker) {
	id := c.seller.text
	private := isSIRET(id) && id[0] != '1' && id[0] != '2' && !strings.HasPrefix(id, ugap)
	if c.service.text == publicService && private {
		c.fail(problem{severity: report.Warning, at: here(c.service), args: []report.Arg{report.A("seller", id)}})
	}
}

func engagementAndOrder(c *checker) {
	engagement, order := c.contractOf(typeEngagement), c.contractOf(typeOrder)
	if !engagement.absent() && !order.absent() {
		c.fail(problem{severity: report.Warning, at: here(order), args: []report.Arg{report.A("engagement", engagement.text), report.A("order", order.text)}})
	}
}
