package ubl

import (
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// category is a VAT category that has rules of its own.
type category uint8

const (
	otherwise category = iota // none that has
	standard                  // S
	zeroRated                 // Z
	exempt                    // E
	reverse                   // AE, reverse charge
	intraEU                   // K
	export                    // G
	outside                   // O, not subject to VAT
	igic                      // L, of the Canary Islands
	ipsi                      // M, of Ceuta and Melilla
	split                     // B, split payment in Italy
	categories
)

func categoryOf(code string) category {
	switch code {
	case "S":
		return standard
	case "Z":
		return zeroRated
	case "E":
		return exempt
	case "AE":
		return reverse
	case "K":
		return intraEU
	case "G":
		return export
	case "O":
		return outside
	case "L":
		return igic
	case "M":
		return ipsi
	case "B":
		return split
	}
	return otherwise
}

// rated reports whether a category has rates other than 0, and so a breakdown for each.
func (c category) rated() bool { return c == standard || c == igic || c == ipsi }

// usage is where a document uses which categories.
type usage struct {
	lines      uses // anywhere below lines, as ClassifiedTaxCategory
	allowances uses // at any depth
	charges    uses
	onLevel    uses         // of allowances and charges together, whatever their indicator says
	breakdown  uses         // of the VAT totals below the root
	elsewhere  uses         // TaxCategory anywhere else
	severalIDs xmltree.Node // a category, not elsewhere, that has several identifiers; 0 for none
}

// uses is where the categories stand in one kind of place.
type uses [categories]use

// use is where one category stands. White space around its letter does not matter but in verbatim.
type use struct {
	first, second xmltree.Node // of scheme VAT; 0 for none
	foreign       xmltree.Node // the first of another scheme, or of none
	verbatim      xmltree.Node // the first of scheme VAT with nothing but the letter in its identifier
	verbatimAny   xmltree.Node // the first of any scheme so
	count         int          // of scheme VAT
}

func usageOf(p *shape.Pass) *usage {
	f := factsOf(p)
	if f.usage != nil {
		return f.usage
	}
	u := &usage{}
	f.usage = u
	for _, n := range p.Anywhere(cacClassifiedTaxCategory) {
		u.note(p, n, &u.lines)
	}
	for _, n := range p.Anywhere(cacAllowanceCharge) {
		in := append(make([]*uses, 0, 3), &u.onLevel)
		if indicates(p, n, false) {
			in = append(in, &u.allowances)
		}
		if indicates(p, n, true) {
			in = append(in, &u.charges)
		}
		for c := range p.All(n, cacTaxCategory) {
			u.note(p, c, in...)
		}
	}
	for _, n := range p.Anywhere(cacTaxCategory) {
		switch {
		case inBreakdown(p, n):
			u.note(p, n, &u.breakdown)
		case !p.Is(p.Parent(n), cacAllowanceCharge):
			u.note(p, n, &u.elsewhere)
		}
	}
	return u
}

// inBreakdown reports whether a category is that of a VAT breakdown of the document.
func inBreakdown(p *shape.Pass, n xmltree.Node) bool {
	for _, name := range []shape.Name{cacTaxSubtotal, cacTaxTotal} {
		if n = p.Parent(n); n == xmltree.None || !p.Is(n, name) {
			return false
		}
	}
	return p.Parent(n) == 0
}

// note notes a category in the kinds of place that it stands in.
func (u *usage) note(p *shape.Pass, n xmltree.Node, in ...*uses) {
	vat, ids := isVAT(p, n), 0
	for id := range p.All(n, cbcID) {
		ids++
		code := p.Normal(id)
		verbatim := len(p.Text(id)) == len(code)
		for _, places := range in {
			places[categoryOf(code)].note(n, vat, verbatim)
			if ids > 1 && places != &u.elsewhere && u.severalIDs == 0 {
				u.severalIDs = n
			}
		}
	}
}

func (u *use) note(n xmltree.Node, vat, verbatim bool) {
	switch {
	case !vat:
		u.foreign = earlier(u.foreign, n)
	case u.count == 0:
		u.first = n
	case u.count == 1:
		u.second = n
	}
	if vat {
		u.count++
	}
	if verbatim {
		u.verbatimAny = earlier(u.verbatimAny, n)
		if vat {
			u.verbatim = earlier(u.verbatim, n)
		}
	}
}

// earlier returns the node that was noted first, if there is one.
func earlier(noted, n xmltree.Node) xmltree.Node {
	if noted != 0 {
		return noted
	}
	return n
}

// one stops where XPath does: at a category with several identifiers, for tests that ask what the identifier is. Once is enough for a document.
func (u *usage) one(p *shape.Pass) {
	if u.severalIDs != 0 {
		p.Only(u.severalIDs, cbcID)
		u.severalIDs = 0
	}
}
