package cii

import (
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// usage is where a document uses which VAT categories.
type usage struct {
	byCategory map[string]*use
	// The first category code other than O of each kind of place; 0 for none.
	notO [sites]xmltree.Node
}

// site is a kind of place of a tax.
type site uint8

const (
	inBreakdown site = iota
	inLine
	elsewhere // an ApplicableTradeTax that is neither
	inAllowance
	inCharge // or in an allowance or charge that does not say which
	inLogistics
	sites
)

// use is where one category stands: elements of tax, and the codes of some of them. The code counts letter by letter, white space too.
type use struct {
	breakdowns, lines, levels int          // levels are allowances and charges, at any depth
	logistics                 int          // taxes of logistics services, which only Factur-X EXTENDED looks at
	breakdown, second         xmltree.Node // codes of the first two breakdowns
	line, onLevel, onService  xmltree.Node
	counted                   xmltree.Node // the element of tax counted last: one may have the code twice
}

func usageOf(p *shape.Pass) *usage {
	f := factsOf(p)
	if f.usage != nil {
		return f.usage
	}
	u := &usage{byCategory: map[string]*use{}}
	f.usage = u
	for _, tax := range p.Anywhere(ramApplicableTradeTax) {
		switch around := p.Parent(tax); {
		case around == xmltree.None:
			u.note(p, tax, elsewhere)
		case p.Is(around, ramApplicableHeaderTradeSettlement):
			u.note(p, tax, inBreakdown)
		case p.Is(around, ramSpecifiedLineTradeSettlement):
			at := inLine
			if p.Artefact == facturXExtended && !counted(p, around) {
				// It asks for the subtype of the line in the wrong place, where no valid document has one.
				at = elsewhere
			}
			u.note(p, tax, at)
		default:
			u.note(p, tax, elsewhere)
		}
	}
	for _, tax := range p.Anywhere(ramCategoryTradeTax) {
		u.note(p, tax, inCharge)
	}
	for _, tax := range p.Anywhere(ramAppliedTradeTax) {
		u.note(p, tax, inLogistics)
	}
	return u
}

// of returns the use of a category.
func (u *usage) of(category string) *use {
	if n := u.byCategory[category]; n != nil {
		return n
	}
	return &use{}
}

func (u *usage) note(p *shape.Pass, tax xmltree.Node, at site) {
	for code := range p.All(tax, ramCategoryCode) {
		category := p.Text(code)
		if category != "O" {
			u.other(p, tax, code, at)
		}
		n := u.byCategory[category]
		if n == nil {
			n = &use{counted: xmltree.None}
			u.byCategory[category] = n
		}
		if n.counted == tax {
			continue
		}
		n.counted = tax
		switch at {
		case inBreakdown:
			n.breakdowns++
			switch n.breakdowns {
			case 1:
				n.breakdown = code
			case 2:
				n.second = code
			}
		case inLine:
			if n.lines++; n.lines == 1 {
				n.line = code
			}
		case inCharge:
			if n.levels++; n.levels == 1 {
				n.onLevel = code
			}
		case inLogistics:
			if n.logistics++; n.logistics == 1 {
				n.onService = code
			}
		}
	}
}

// other notes a category other than O.
func (u *usage) other(p *shape.Pass, tax, code xmltree.Node, at site) {
	if at == inCharge && u.notO[inAllowance] == 0 {
		if around := p.Parent(tax); around != xmltree.None && p.False(p.First(around, ramChargeIndicator, udtIndicator)) {
			at = inAllowance
		}
	}
	if u.notO[at] == 0 {
		u.notO[at] = code
	}
}

// otherThanO finds a category other than O, in one kind of place if there is one, else in another; 0 for none.
func (u *usage) otherThanO(first site, then ...site) xmltree.Node {
	if n := u.notO[first]; n != 0 {
		return n
	}
	for _, at := range then {
		if n := u.notO[at]; n != 0 {
			return n
		}
	}
	return 0
}

// identifiers is who has which tax identifier: anywhere in the document, and in the agreement of its header alone.
type identifiers struct {
	anywhere, header struct{ vat, fiscal, representative bool } // of the seller, for VAT and for other taxes; for VAT of its representative
	buyer            bool                                       // for VAT, anywhere
	buyerLegal       bool                                       // its legal registration
}

func identifiersOf(p *shape.Pass) *identifiers {
	f := factsOf(p)
	if f.identifiers != nil {
		return f.identifiers
	}
	ids := &identifiers{}
	f.identifiers = ids
	for _, seller := range p.Anywhere(ramSellerTradeParty) {
		vat, fiscal := registered(p, seller)
		ids.anywhere.vat, ids.anywhere.fiscal = ids.anywhere.vat || vat, ids.anywhere.fiscal || fiscal
		if inAgreement(p, seller) {
			ids.header.vat, ids.header.fiscal = ids.header.vat || vat, ids.header.fiscal || fiscal
		}
	}
	for _, representative := range p.Anywhere(ramSellerTaxRepresentativeTradeParty) {
		if vat, _ := registered(p, representative); vat {
			ids.anywhere.representative = true
			ids.header.representative = ids.header.representative || inAgreement(p, representative)
		}
	}
	for _, buyer := range p.Anywhere(ramBuyerTradeParty) {
		vat, _ := registered(p, buyer)
		ids.buyer = ids.buyer || vat
		ids.buyerLegal = ids.buyerLegal || p.Has(buyer, ramSpecifiedLegalOrganization, ramID)
	}
	return ids
}

// registered reports whether a party has identifiers for VAT and for other taxes.
func registered(p *shape.Pass, party xmltree.Node) (vat, fiscal bool) {
	for id := range p.All(party, ramSpecifiedTaxRegistration, ramID) {
		switch scheme, _ := p.Attr(id, attrSchemeID); scheme {
		case "VA":
			vat = true
		case "FC":
			fiscal = true
		}
	}
	return vat, fiscal
}

// inAgreement reports whether a party stands right in the agreement of the header.
func inAgreement(p *shape.Pass, n xmltree.Node) bool {
	for _, name := range []shape.Name{ramApplicableHeaderTradeAgreement, rsmSupplyChainTradeTransaction, rsmCrossIndustryInvoice} {
		if n = p.Parent(n); n == xmltree.None || !p.Is(n, name) {
			return false
		}
	}
	return n == 0
}
