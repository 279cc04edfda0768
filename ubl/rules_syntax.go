package ubl

import (
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// ublDT18: a name is given to a code of payment means (BT-82) and to nothing else.
func ublDT18(p *shape.Pass, _ xmltree.Node) {
	t := p.Tree()
	for i, name := range t.Names() {
		if name != (xmltree.Name{Local: "name"}) {
			continue
		}
		for a := range xmltree.Attr(t.AttrLen()) {
			if t.AttrName(a) != xmltree.Sym(i) {
				continue
			}
			if n := t.Owner(a); !p.Is(n, cbcPaymentMeansCode) {
				p.FailAttr(n, attrName, "")
				return
			}
		}
	}
}

// ublSR43: a document reference with a type or with a scheme is that of the invoiced object (130) or, in a credit note, of the project (50).
func ublSR43(p *shape.Pass, reference xmltree.Node) {
	isCreditNote := p.Tree().NameOf(0).Local == "CreditNote"
	kind := xmltree.None
	for n := range p.All(reference, cbcDocumentTypeCode) {
		if code := p.Text(n); code == "130" || code == "50" && isCreditNote {
			return
		}
		if kind == xmltree.None {
			kind = n
		}
	}
	if kind != xmltree.None {
		p.Fail(kind)
		return
	}
	for id := range p.All(reference, cbcID) {
		if _, ok := p.Attr(id, attrSchemeID); ok {
			p.FailAttr(id, attrSchemeID, "")
			return
		}
	}
}

// ublSR44: there is one remittance information (BT-83), however often it stands.
func ublSR44(p *shape.Pass, _ xmltree.Node) { allEqual(p, cbcPaymentID) }

// ublSR47: there is one code of payment means (BT-81), however often it stands.
func ublSR47(p *shape.Pass, _ xmltree.Node) { allEqual(p, cbcPaymentMeansCode) }

// allEqual reports the first element of a name that differs from those before, letter by letter.
func allEqual(p *shape.Pass, name shape.Name) {
	all := p.Anywhere(name)
	for _, n := range all {
		if found, first := p.Text(n), p.Text(all[0]); found != first {
			p.Fail(n, report.A("found", found), report.A("first", first))
			return
		}
	}
}
