package choruspro

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

const (
	maxNumber    = 20      // characters of an invoice number
	numberOthers = " -+_/" // what it may hold beside letters and digits
)

// numberRules are about the number of the invoice, and of those that it refers to.
var numberRules = []rule{
	{
		id: "CP-01", terms: []en16931.Term{en16931.BT1}, levels: errorConfirmed, sources: []string{"S8", "S9"}, check: numberLength,
		asks: words{"The invoice number (BT-1) has at most 20 characters.", "Le numéro de facture (BT-1) compte au plus 20 caractères."},
		cases: []said{{
			text: words{"The invoice number “{found}” (BT-1) has {length} characters; Chorus Pro takes at most 20.",
				"Le numéro de facture « {found} » (BT-1) compte {length} caractères ; Chorus Pro en accepte au plus 20."},
			fix: words{"Number your invoices for the public sector in 20 characters or fewer.",
				"Numérotez vos factures au secteur public en 20 caractères au plus."},
			answer: Answer{Says: "…FichierXml.ExchangedDocument.ID.value… ne doit pas depasser 20 caracteres"},
		}},
	},
	{
		id: "CP-02", terms: []en16931.Term{en16931.BT1}, sources: []string{"S8", "S19"}, check: numberCharacters,
		levels: []level{
			{report.Error, Confirmed, words{"for a character that is not allowed", "pour un caractère interdit"}},
			{report.Warning, Likely, words{"for accents, spaces in a row and spaces at the ends", "pour les accents, les espaces qui se suivent et ceux des extrémités"}},
		},
		asks: words{"The invoice number (BT-1) is made of letters, digits, spaces and the characters - + _ /.",
			"Le numéro de facture (BT-1) se compose de lettres, de chiffres, d'espaces et des caractères - + _ /."},
		why: words{"A text on the reform also forbids spaces in a row and at the ends; whether the portal minds them, or accents, nobody has recorded.",
			"Un texte de la réforme interdit aussi les espaces qui se suivent et ceux des extrémités ; personne n'a consigné si le portail s'en soucie, ni des accents."},
		cases: []said{
			{
				text: words{"The invoice number “{found}” (BT-1) holds what Chorus Pro does not allow in it: {characters}.",
					"Le numéro de facture « {found} » (BT-1) contient ce que Chorus Pro n'y admet pas : {characters}."},
				fix: words{"Use letters, digits, spaces and - + _ / only.", "N'employez que des lettres, des chiffres, des espaces et - + _ /."},
			},
			{
				name: "accents",
				text: words{"The invoice number “{found}” (BT-1) holds letters other than A to Z: the portal may refuse them.",
					"Le numéro de facture « {found} » (BT-1) contient d'autres lettres que A à Z : le portail peut les refuser."},
				fix: words{"Use letters without accents.", "Employez des lettres sans accents."},
			},
			{
				name: "spaces",
				text: words{"The invoice number “{found}” (BT-1) has two spaces in a row.", "Le numéro de facture « {found} » (BT-1) a deux espaces qui se suivent."},
				fix:  words{"Leave one.", "N'en laissez qu'un."},
			},
			{
				name: "padding",
				text: words{"White space stands around the invoice number “{found}” (BT-1).", "Le numéro de facture « {found} » (BT-1) est entouré d'espaces ou de sauts de ligne."},
				fix:  words{"Write the number without anything around it.", "Écrivez le numéro sans rien autour."},
			},
		},
	},
	{
		id: "CP-63", terms: []en16931.Term{en16931.BT25}, sources: []string{"S15", "S30"}, check: precedingInvoices,
		levels: []level{
			{report.Warning, Likely, words{"for a number of more than 20 characters", "pour un numéro de plus de 20 caractères"}},
			{report.Info, Likely, words{"for a credit note without the number of an invoice", "pour un avoir sans numéro de facture"}},
		},
		asks: words{"A credit note names the invoice that it is about (BT-25), in at most 20 characters.",
			"Un avoir désigne la facture dont il traite (BT-25), en 20 caractères au plus."},
		why: words{"An invoice number of Chorus Pro has at most 20 characters, so a longer one is none of its invoices. Whether the portal asks for BT-25 is not known; the recipient will.",
			"Un numéro de facture compte au plus 20 caractères dans Chorus Pro : un numéro plus long n'y désigne rien. On ignore si le portail exige BT-25 ; le destinataire le demandera."},
		cases: []said{
			{
				text: words{"The number “{found}” of a preceding invoice (BT-25) has {length} characters; those of Chorus Pro have at most 20.",
					"Le numéro « {found} » d'une facture antérieure (BT-25) compte {length} caractères ; ceux de Chorus Pro en ont au plus 20."},
				fix: words{"Write the number under which the invoice was deposited.", "Indiquez le numéro sous lequel la facture a été déposée."},
			},
			{
				name: "none",
				text: words{"The credit note does not say which invoice it is about (BT-25).", "L'avoir ne dit pas de quelle facture il traite (BT-25)."},
				fix:  words{"Add the number of the invoice, if there is one.", "Ajoutez le numéro de la facture, s'il y en a une."},
			},
		},
	},
}

func numberLength(c *checker) {
	if n := length(c.number.text); n > maxNumber {
		c.fail(problem{at: here(c.number), args: []report.Arg{foundArg(c.number), report.A("length", n)}})
	}
}

func numberCharacters(c *checker) {
	v := c.number
	if bad := strangers(v.text, numberOthers); len(bad) > 0 {
		c.fail(problem{at: here(v), args: []report.Arg{foundArg(v), report.A("characters", bad)}})
		return
	}
	warn := func(name string) {
		c.fail(problem{severity: report.Warning, at: here(v), name: name, args: []report.Arg{foundArg(v)}})
	}
	if accented(v.text) {
		warn("accents")
	}
	if strings.Contains(v.text, "  ") {
		warn("spaces")
	}
	if !v.absent() && c.tree.Text(v.node) != v.text {
		warn("padding")
	}
}

func precedingInvoices(c *checker) {
	for _, n := range c.of(preceding) {
		v := c.at(n)
		if l := length(v.text); l > maxNumber {
			c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{foundArg(v), report.A("length", l)}})
		}
	}
	if c.isCreditNote() && c.first(preceding).absent() {
		c.fail(problem{severity: report.Info, at: c.missing(preceding), name: "none"})
	}
}
