package ubl

import (
	"unicode/utf8"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// brIC11: an intra-Community supply says when it was delivered, or has an invoicing period: any content of one does.
func brIC11(p *shape.Pass, root xmltree.Node) {
	if usageOf(p).breakdown[intraEU].count == 0 || isWritten(p, root, cacDelivery, cbcActualDeliveryDate) {
		return
	}
	for period := range p.All(root, cacInvoicePeriod) {
		if p.Tree().HasChildren(period) {
			return
		}
	}
	p.FailMissing(root, []shape.Name{cacDelivery, cbcActualDeliveryDate}, "")
}

// brIC12: and it says to which country.
func brIC12(p *shape.Pass, root xmltree.Node) {
	country := []shape.Name{cacDelivery, cacDeliveryLocation, cacAddress, cacCountry, cbcIdentificationCode}
	if usageOf(p).breakdown[intraEU].count > 0 && !isWritten(p, root, country...) {
		p.FailMissing(root, country, "")
	}
}

// isWritten reports whether a value has two characters or more, blanks included: so the artefact tells it from an empty one.
func isWritten(p *shape.Pass, n xmltree.Node, path ...shape.Name) bool {
	return utf8.RuneCountInString(p.Text(p.Only(n, path...))) > 1
}

// brO11: a breakdown of O stands alone.
func brO11(p *shape.Pass, root xmltree.Node) {
	aloneAgainst(p, func(yield func(xmltree.Node) bool) { p.All(root, cacTaxTotal, cacTaxSubtotal, cacTaxCategory)(yield) })
}

// brO12: then all lines are of O.
func brO12(p *shape.Pass, _ xmltree.Node) {
	aloneAgainst(p, func(yield func(xmltree.Node) bool) {
		for _, n := range p.Anywhere(cacClassifiedTaxCategory) {
			if !yield(n) {
				return
			}
		}
	})
}

// brO13: all allowances, at any depth.
func brO13(p *shape.Pass, _ xmltree.Node) { aloneAgainst(p, categoriesOnLevel(p, false)) }

// brO14: and all charges.
func brO14(p *shape.Pass, _ xmltree.Node) { aloneAgainst(p, categoriesOnLevel(p, true)) }

// categoriesOnLevel yields the tax categories of all charges, or of all allowances.
func categoriesOnLevel(p *shape.Pass, charge bool) func(yield func(xmltree.Node) bool) {
	return func(yield func(xmltree.Node) bool) {
		for _, n := range p.Anywhere(cacAllowanceCharge) {
			if !indicates(p, n, charge) {
				continue
			}
			for c := range p.All(n, cacTaxCategory) {
				if !yield(c) {
					return
				}
			}
		}
	}
}

// aloneAgainst reports the first of some categories that is of VAT and not O, where the breakdown has O.
func aloneAgainst(p *shape.Pass, others func(yield func(xmltree.Node) bool)) {
	if usageOf(p).breakdown[outside].count == 0 {
		return
	}
	for n := range others {
		id := p.Only(n, cbcID)
		code := p.Normal(id)
		if categoryOf(code) == outside || !isVAT(p, n) {
			continue
		}
		if id == xmltree.None {
			id = n
		}
		p.Fail(id, report.A("found", code))
		return
	}
}

// brB01: split payment is for Italy: with B anywhere, no other country may be stated anywhere. Letters are taken as they stand, as in BR-B-02.
func brB01(p *shape.Pass, _ xmltree.Node) {
	u := usageOf(p)
	if u.lines[split].verbatimAny == 0 && u.onLevel[split].verbatimAny == 0 && u.breakdown[split].verbatimAny == 0 && u.elsewhere[split].verbatimAny == 0 {
		return
	}
	for _, n := range p.Anywhere(cbcIdentificationCode) {
		if code := p.Text(n); code != "IT" {
			p.Fail(n, report.A("found", code))
			return
		}
	}
}

// brB02: B does not go with S in one invoice. The artefact looks at lines anywhere, and at allowances and charges of the document only.
func brB02(p *shape.Pass, root xmltree.Node) {
	if firstVerbatim(p, root, split) == 0 {
		return
	}
	if s := firstVerbatim(p, root, standard); s != 0 {
		p.Fail(s)
	}
}

// firstVerbatim finds a category that is no more than its letter: in the breakdown, in allowances and charges of the document, or in a line. It is 0
// for none.
func firstVerbatim(p *shape.Pass, root xmltree.Node, c category) xmltree.Node {
	u := usageOf(p)
	if n := earlier(u.lines[c].verbatimAny, u.breakdown[c].verbatimAny); n != 0 || u.onLevel[c].verbatimAny == 0 {
		return n
	}
	for id := range p.All(root, cacAllowanceCharge, cacTaxCategory, cbcID) {
		if code := p.Text(id); categoryOf(code) == c {
			return p.Parent(id)
		}
	}
	return 0
}
