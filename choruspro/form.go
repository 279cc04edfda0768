package choruspro

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Document is an invoice to check.
type Document struct {
	Tree *xmltree.Tree // UBL or CII
	// Profile is the name of the profile that the file is checked by, such as "chorus-e1", "en16931" or "facturx-basic". "" leaves to the file
	// what it is.
	Profile string
	FromPDF bool // the tree was taken out of a PDF: it is Factur-X
}

// Form is what a file is to Chorus Pro.
type Form uint8

// The forms. Those of Factur-X come last, from the smallest profile to the largest.
const (
	NoForm          Form = iota // neither UBL nor CII
	UBL                         // UBL without the marks of E1
	UBLE1                       // UBL as the portal's flow E1 wants it
	CII                         // CII on its own
	FacturX                     // Factur-X of a profile that is none of these
	FacturXMinimum              //
	FacturXBasicWL              //
	FacturXBasic                //
	FacturXEN16931              //
	FacturXExtended             //
)

// IsFacturX reports whether a form is one of Factur-X.
func (f Form) IsFacturX() bool { return f >= FacturX }

const core = "urn:cen.eu:en16931:2017" // BT-24 of EN 16931 itself

// The values of BT-24 that announce a profile of Factur-X.
const (
	guideMinimum  = "urn:factur-x.eu:1p0:minimum"
	guideBasicWL  = "urn:factur-x.eu:1p0:basicwl"
	guideBasic    = core + "#compliant#urn:factur-x.eu:1p0:basic"
	guideExtended = core + "#conformant#urn:factur-x.eu:1p0:extended"
)

// FormOf finds out what a file is to Chorus Pro, once it is known that it is meant for it: UBL is in form E1 then without a mark of it, too, if it
// does not say in BT-24 that it follows EN 16931.
func FormOf(doc Document) Form {
	f, ok := read(doc.Tree, specification)
	if !ok {
		return NoForm
	}
	return formOf(doc, f)
}

// formOf is FormOf for a file in which BT-24 has been looked for.
func formOf(doc Document, f *file) Form {
	spec := f.first(specification).text
	if !f.isCII() {
		switch _, marked := E1Mark(doc.Tree); {
		case doc.Profile == "chorus-e1":
			return UBLE1
		case doc.Profile == "" && (marked || !strings.HasPrefix(spec, "urn:cen.eu:en16931")):
			return UBLE1
		}
		return UBL
	}
	switch doc.Profile {
	case "facturx-minimum":
		return FacturXMinimum
	case "facturx-basicwl":
		return FacturXBasicWL
	case "facturx-basic":
		return FacturXBasic
	case "facturx-en16931":
		return FacturXEN16931
	case "facturx-extended":
		return FacturXExtended
	}
	switch spec {
	case guideMinimum:
		return FacturXMinimum
	case guideBasicWL:
		return FacturXBasicWL
	case guideBasic:
		return FacturXBasic
	case guideExtended:
		return FacturXExtended
	}
	switch {
	case !doc.FromPDF:
		return CII
	case spec == core:
		return FacturXEN16931
	}
	return FacturX
}

// E1Mark looks in a UBL file for a mark that only Chorus Pro's form E1 has, and returns it as the file has it: AIFE's extension, or an identifier of
// a party with a type 1 to 6 as its schemeName.
func E1Mark(tree *xmltree.Tree) (mark string, ok bool) {
	if root := tree.NameOf(0); root != rootInvoice && root != rootCreditNote {
		return "", false
	}
	for _, name := range tree.Names() {
		if name == (xmltree.Name{Space: spaces[ext], Local: "ExtensionContent"}) {
			if n := aifeMark(tree); n != xmltree.None {
				return tree.QName(n), true
			}
		}
	}
	for sym, name := range tree.Names() {
		if name != (xmltree.Name{Local: "schemeName"}) {
			continue
		}
		for a := range xmltree.Attr(tree.AttrLen()) {
			if tree.AttrName(a) != xmltree.Sym(sym) {
				continue
			}
			typ := trim(tree.AttrValue(a))
			if len(typ) == 1 && typ[0] >= '1' && typ[0] <= '6' && isPartyID(tree, tree.Owner(a)) {
				return `schemeName="` + typ + `"`, true
			}
		}
	}
	return "", false
}

// aifeMark returns the first element of AIFE's extension: one of its namespace, or a CategoryCode of any.
func aifeMark(tree *xmltree.Tree) xmltree.Node {
	f, _ := read(tree, extension)
	for _, content := range f.of(extension) {
		for n := content + 1; n < tree.After(content); n++ {
			if name := tree.NameOf(n); name.Space == aife || name.Local == "CategoryCode" {
				return n
			}
		}
	}
	return xmltree.None
}

// isPartyID reports whether n is an identifier of a party.
func isPartyID(tree *xmltree.Tree, n xmltree.Node) bool {
	parent := tree.Parent(n)
	return tree.NameOf(n) == (xmltree.Name{Space: spaces[cbc], Local: "ID"}) && parent != xmltree.None &&
		tree.NameOf(parent) == (xmltree.Name{Space: spaces[cac], Local: "PartyIdentification"})
}

// Declared says whether a file itself declares that it is meant for Chorus Pro, and why: it has a mark of the form E1, or a cadre de facturation A1
// to A25.
func Declared(tree *xmltree.Tree) (why report.Text, ok bool) {
	if mark, ok := E1Mark(tree); ok {
		return declaredMark.With(report.A("mark", mark)), true
	}
	f, ok := read(tree, process, extension)
	if !ok {
		return report.Text{}, false
	}
	if v := f.cadre(); isCadre(v.text) {
		return declaredCadre.With(report.A("cadre", v.text)), true
	}
	return report.Text{}, false
}

// PublicRecipient says whether the buyer of a file is known to receive invoices by Chorus Pro, and who it is: the State, or one of the recipients,
// which may be nil.
func PublicRecipient(tree *xmltree.Tree, recipients *Recipients) (who report.Text, ok bool) {
	f, ok := read(tree, buyerID, buyerRegister)
	if !ok {
		return report.Text{}, false
	}
	id := f.identifier(buyerRole)
	if id.text == StateSIRET {
		return publicState.With(report.A("siret", id.text)), true
	}
	switch r, ok := recipients.Recipient(id.text); {
	case !ok:
		return report.Text{}, false
	case r.Name == "":
		return publicUnnamed.With(report.A("siret", id.text)), true
	default:
		return publicNamed.With(report.A("siret", id.text), report.A("name", r.Name)), true
	}
}

// cadre returns the cadre de facturation (BT-23). In UBL it stands in AIFE's extension; else in ProfileID, where others write addresses of
// processes: those say nothing to Chorus Pro.
func (f *file) cadre() value {
	for _, content := range f.of(extension) {
		for n := content + 1; n < f.tree.After(content); n++ {
			if f.tree.NameOf(n).Local != "CategoryCode" {
				continue
			}
			if v := f.at(n); !v.absent() {
				return v
			}
		}
	}
	v := f.first(process)
	if !f.isCII() && !(len(v.text) > 1 && v.text[0] >= 'A' && v.text[0] <= 'Z' && allDigits(v.text[1:])) {
		return value{node: xmltree.None}
	}
	return v
}

// isCadre reports whether s is a cadre de facturation of direct deposit, A1 to A25.
func isCadre(s string) bool {
	switch {
	case len(s) < 2 || len(s) > 3 || s[0] != 'A' || !allDigits(s[1:]) || s[1] == '0':
		return false
	case len(s) == 2:
		return true
	}
	return s[1:] <= "25"
}

var (
	declaredMark  = report.Text{EN: "the file has Chorus Pro's own mark {mark}", FR: "le fichier porte la marque {mark}, propre à Chorus Pro"}
	declaredCadre = report.Text{EN: "the file's cadre de facturation (BT-23) is {cadre}, which only Chorus Pro uses",
		FR: "le cadre de facturation (BT-23) du fichier est {cadre}, que seul Chorus Pro emploie"}
	publicState = report.Text{EN: "the buyer {siret} is the State, which receives its invoices by Chorus Pro: --target chorus checks its rules too",
		FR: "le destinataire {siret} est l'État, qui reçoit ses factures par Chorus Pro : --target chorus en contrôle aussi les règles"}
	publicNamed = report.Text{EN: "the buyer {siret} ({name}) receives its invoices by Chorus Pro: --target chorus checks its rules too",
		FR: "le destinataire {siret} ({name}) reçoit ses factures par Chorus Pro : --target chorus en contrôle aussi les règles"}
	publicUnnamed = report.Text{EN: "the buyer {siret} receives its invoices by Chorus Pro: --target chorus checks its rules too",
		FR: "le destinataire {siret} reçoit ses factures par Chorus Pro : --target chorus en contrôle aussi les règles"}
)
