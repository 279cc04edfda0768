package choruspro

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// fileRules are about what Chorus Pro does not look at, and about the file itself.
var fileRules = []rule{
	{
		id: "CP-19", terms: []en16931.Term{en16931.BT16, en16931.BT19, en16931.BG19, en16931.BT48}, levels: infoConfirmed, sources: []string{"S29"}, check: ignored,
		asks: words{"Chorus Pro ignores the despatch advice (BT-16), the buyer's accounting reference (BT-19), direct debits (BG-19) and the buyer's VAT identifier (BT-48).",
			"Chorus Pro ignore l'avis d'expédition (BT-16), la référence comptable de l'acheteur (BT-19), les prélèvements (BG-19) et l'identifiant à la TVA de l'acheteur (BT-48)."},
		cases: []said{
			{
				name: "despatch",
				text: words{"Chorus Pro ignores the despatch advice reference (BT-16).", "Chorus Pro ignore la référence de l'avis d'expédition (BT-16)."},
				fix:  words{"If the recipient needs it, write it in a note.", "Si le destinataire en a besoin, indiquez-la dans une note."},
			},
			{
				name: "accounting",
				text: words{"Chorus Pro ignores the buyer's accounting reference (BT-19).", "Chorus Pro ignore la référence comptable de l'acheteur (BT-19)."},
				fix:  words{"If the recipient needs it, write it in a note.", "Si le destinataire en a besoin, indiquez-la dans une note."},
			},
			{
				name: "debit",
				text: words{"Chorus Pro ignores what the invoice says of a direct debit (BG-19).", "Chorus Pro ignore ce que la facture dit d'un prélèvement (BG-19)."},
				fix:  words{"The recipient will not see it.", "Le destinataire ne le verra pas."},
			},
			{
				name: "vat",
				text: words{"Chorus Pro ignores the buyer's VAT identifier (BT-48): recipients are found by their SIRET.",
					"Chorus Pro ignore l'identifiant à la TVA de l'acheteur (BT-48) : les destinataires sont trouvés par leur SIRET."},
				fix: words{"It does no harm.", "Il ne nuit pas."},
			},
		},
	},
	{
		id: "CP-64", sources: []string{"S23"}, levels: warnLikely,
		asks: words{"An archive holds at most 500 invoices, and 1 GB when it is unpacked.", "Une archive contient au plus 500 factures, et 1 Go une fois décompressée."},
		cases: []said{
			{
				name: "invoices",
				text: words{"The archive holds {found} invoices; the portal is known to take 500.", "L'archive contient {found} factures ; on sait que le portail en accepte 500."},
				fix:  words{"Make several archives.", "Faites plusieurs archives."},
			},
			{
				name: "size",
				text: words{"The archive has {found} bytes when it is unpacked; the portal is known to take 1 GB.",
					"L'archive fait {found} octets une fois décompressée ; on sait que le portail accepte 1 Go."},
				fix: words{"Make several archives.", "Faites plusieurs archives."},
			},
		},
	},
	{
		id: "CP-66", levels: []level{{report.Info, Likely, words{}}}, sources: []string{"S10", "S23"}, check: stylesheets,
		asks: words{"A UBL file in Chorus Pro's form E1 refers to the stylesheet FSO1100A.xsl.", "Un fichier UBL dans la forme E1 de Chorus Pro renvoie à la feuille de style FSO1100A.xsl."},
		why:  words{"One ERP's documentation asks for it; others leave it out and pass.", "La documentation d'un ERP le demande ; d'autres s'en passent et sont acceptés."},
		cases: []said{{
			text: words{"The file is in the form E1 and refers to no stylesheet.", "Le fichier est dans la forme E1 et ne renvoie à aucune feuille de style."},
			fix: words{"Write <?xml-stylesheet type=\"text/xsl\" href=\"FSO1100A.xsl\"?> before the root element.",
				"Écrivez <?xml-stylesheet type=\"text/xsl\" href=\"FSO1100A.xsl\"?> avant l'élément racine."},
		}},
	},
}

func ignored(c *checker) {
	say := func(v value, name string, t en16931.Term) {
		if !v.absent() {
			c.fail(problem{severity: report.Info, at: here(v), name: name, terms: []en16931.Term{t}})
		}
	}
	say(c.first(despatch), "despatch", en16931.BT16)
	say(c.first(accounting), "accounting", en16931.BT19)
	say(c.directDebit(), "debit", en16931.BG19)
	for _, n := range c.of(buyerVAT) {
		if !c.isCII() || c.attr(n, "schemeID") == "VA" {
			if v := c.at(n); !v.absent() {
				say(v, "vat", en16931.BT48)
				break
			}
		}
	}
}

// directDebit returns the first thing in the file that belongs to BG-19.
func (c *checker) directDebit() value {
	first := value{node: xmltree.None}
	for _, p := range [...]place{creditor, mandate, debtor} {
		for _, n := range c.of(p) {
			if text := trim(c.tree.StringValue(n)); text != "" && (first.absent() || n < first.node) {
				first = value{text, n}
			}
		}
	}
	return first
}

// stylesheet returns the processing instructions xml-stylesheet before the root, "" if there is none.
func (f *file) stylesheet() string {
	start, _ := f.tree.Range(0)
	prolog := f.tree.Doc()[:start]
	var all string
	for {
		at := strings.IndexByte(prolog, '<')
		if at < 0 {
			return all
		}
		prolog = prolog[at:]
		end, isComment := "?>", strings.HasPrefix(prolog, "<!--")
		if isComment {
			end = "-->"
		}
		piece, rest, _ := strings.Cut(prolog[2:], end)
		if name := strings.TrimPrefix(piece, "xml-stylesheet"); !isComment && name != piece && trim(name[:min(1, len(name))]) == "" {
			all += piece
		}
		prolog = rest
	}
}

func stylesheets(c *checker) {
	if _, marked := E1Mark(c.tree); marked && c.stylesheet() == "" {
		c.fail(problem{severity: report.Info, at: nodeSpot(0)})
	}
}
