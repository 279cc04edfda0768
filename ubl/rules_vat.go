package ubl

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// categoryOfRule is the category that the running rule is about: K for BR-IC-08.
func categoryOfRule(p *shape.Pass) category {
	return categoryOf(string(en16931.CategoryOfRule(p.Rule())))
}

// vat01: a category that is used has its breakdown: one, or for those with rates of their own at least one, which must be used then.
func vat01(p *shape.Pass, _ xmltree.Node) {
	u, c := usageOf(p), categoryOfRule(p)
	if c.rated() {
		breakdownOfRated(p, u, c)
		return
	}
	// A category anywhere counts as used, that of a breakdown too: so there is no breakdown without use here.
	stated := &u.breakdown[c]
	switch {
	case stated.count == 1:
	case stated.count > 1:
		p.FailCase(stated.second, "several", report.A("count", stated.count))
	default:
		for _, in := range []*uses{&u.lines, &u.onLevel, &u.elsewhere} {
			if n := in[c].first; n != 0 {
				p.Fail(n)
				return
			}
		}
	}
}

func breakdownOfRated(p *shape.Pass, u *usage, c category) {
	u.one(p)
	used, stated := earlier(u.lines[c].first, u.onLevel[c].first), u.breakdown[c].first
	wanted := stated
	switch c {
	case standard:
		// For S the artefact does not ask whether the scheme is VAT.
		used = earlier(used, earlier(u.lines[c].foreign, u.onLevel[c].foreign))
		stated = earlier(stated, u.breakdown[c].foreign)
		wanted = stated
	case igic:
		// A breakdown in use must have the bare letter, without white space, and for L any scheme does.
		wanted = u.breakdown[c].verbatimAny
	case ipsi:
		wanted = u.breakdown[c].verbatim
	}
	switch {
	case used != 0 && wanted == 0:
		p.Fail(used)
	case used == 0 && stated != 0:
		p.FailCase(stated, "unused")
	}
}

// vat02: where a line has the category, the parties are identified as it wants, or for O not identified.
func vat02(p *shape.Pass, root xmltree.Node) {
	u, c := usageOf(p), categoryOfRule(p)
	u.one(p)
	used := u.lines[c].first
	if foreign := u.lines[c].foreign; c == standard && used == 0 && foreign != 0 {
		// For S the artefact asks here whether the scheme is VAT, but not where it looks whether there is any S: identifiers do not help.
		p.Fail(foreign)
		return
	}
	identified(p, root, c, used)
}

// vat03: the same for an allowance.
func vat03(p *shape.Pass, root xmltree.Node) {
	u, c := usageOf(p), categoryOfRule(p)
	u.one(p)
	used := u.allowances[c].first
	if c == outside && used != 0 {
		used = onDocument(p, false)
	}
	identified(p, root, c, used)
}

// vat04: the same for a charge.
func vat04(p *shape.Pass, root xmltree.Node) {
	u, c := usageOf(p), categoryOfRule(p)
	u.one(p)
	used := u.charges[c].first
	switch {
	case c == igic:
		// An L with white space around it does not count here.
		used = u.charges[c].verbatim
	case c == outside && used != 0:
		used = onDocument(p, true)
	}
	identified(p, root, c, used)
}

// onDocument finds an O of an allowance or charge on document level: for O the others do not count. It is 0 for none.
func onDocument(p *shape.Pass, charge bool) xmltree.Node {
	for n := range p.All(0, cacAllowanceCharge) {
		if !indicates(p, n, charge) {
			continue
		}
		for c := range p.All(n, cacTaxCategory) {
			if categoryOf(p.Normal(p.Only(c, cbcID))) == outside && isVAT(p, c) {
				return c
			}
		}
	}
	return 0
}

// identified checks who has which tax identifier, if a category is used: the seller or its representative, and for AE and K the buyer. For O nobody
// may have a VAT identifier.
func identified(p *shape.Pass, root xmltree.Node, c category, used xmltree.Node) {
	if used == 0 {
		return
	}
	seller := []shape.Name{cacAccountingSupplierParty, cacParty}
	representative := []shape.Name{cacTaxRepresentativeParty}
	buyer := []shape.Name{cacAccountingCustomerParty, cacParty}
	if c == outside {
		for _, party := range [][]shape.Name{seller, representative, buyer} {
			if id := taxID(p, party, true); id != 0 {
				p.Fail(id)
			}
		}
		return
	}
	// For G and K a number for local taxes does not do.
	onlyVAT := c == export || c == intraEU
	if taxID(p, seller, onlyVAT) == 0 && taxID(p, representative, true) == 0 {
		lacksTaxID(p, root, seller, "")
	}
	if c != reverse && c != intraEU || taxID(p, buyer, true) != 0 || c == reverse && legalID(p, buyer) != 0 {
		return
	}
	lacksTaxID(p, root, buyer, "buyer")
}

// taxID finds the first tax identifier of a party, which the artefact looks for anywhere: one of VAT, or one of any scheme. It is 0 for none.
func taxID(p *shape.Pass, party []shape.Name, onlyVAT bool) xmltree.Node {
	for _, n := range p.Anywhere(party[0]) {
		for scheme := range p.All(n, append(party[1:len(party):len(party)], cacPartyTaxScheme)...) {
			if onlyVAT && !isSchemeVAT(p, scheme) {
				continue
			}
			if id := p.First(scheme, cbcCompanyID); id != xmltree.None {
				return id
			}
		}
	}
	return 0
}

// isSchemeVAT reports whether a party's tax identifier is one of VAT. XPath stops where its scheme is given twice: what it gets is no truth value then.
func isSchemeVAT(p *shape.Pass, scheme xmltree.Node) bool {
	name := p.Only(scheme, cacTaxScheme)
	return name != xmltree.None && namesVAT(p, name)
}

// isVAT reports whether a tax category is one of VAT: in the artefact's eyes, whether one of its schemes is.
func isVAT(p *shape.Pass, n xmltree.Node) bool {
	t := p.Tree()
	for c := t.FirstChild(n); c != xmltree.None; c = t.NextSibling(c) {
		if p.Is(c, cacTaxScheme) && namesVAT(p, c) {
			return true
		}
	}
	return false
}

// namesVAT reports whether a tax scheme is VAT, in small letters or capitals.
func namesVAT(p *shape.Pass, scheme xmltree.Node) bool {
	return strings.EqualFold(p.Normal(p.Only(scheme, cbcID)), "VAT")
}

// legalID finds the first legal identifier of a party. It is 0 for none.
func legalID(p *shape.Pass, party []shape.Name) xmltree.Node {
	for _, n := range p.Anywhere(party[0]) {
		if id := p.First(n, append(party[1:len(party):len(party)], cacPartyLegalEntity, cbcCompanyID)...); id != xmltree.None {
			return id
		}
	}
	return 0
}

// lacksTaxID reports a party without the tax identifier that it needs: the place for it or, where it has one of another scheme, the party.
func lacksTaxID(p *shape.Pass, root xmltree.Node, party []shape.Name, name string) {
	id := append(party[:len(party):len(party)], cacPartyTaxScheme, cbcCompanyID)
	if p.Has(root, id...) {
		p.FailCase(p.First(root, party...), name)
		return
	}
	p.FailMissing(root, id, name)
}

// vat05: the category of a line has a rate that goes with it.
func vat05(p *shape.Pass, n xmltree.Node) { rateFits(p, n) }

// vat06: so has that of an allowance.
func vat06(p *shape.Pass, n xmltree.Node) { rateFits(p, n) }

// vat07: so has that of a charge.
func vat07(p *shape.Pass, n xmltree.Node) { rateFits(p, n) }

func rateFits(p *shape.Pass, n xmltree.Node) {
	switch c := categoryOfRule(p); {
	case c == outside:
		if at := p.First(n, cbcPercent); at != xmltree.None {
			p.Fail(at, value(p, at))
		}
	case c.rated():
		hasRate(p, n, c)
	default:
		rate, at := decimal(p, n, cbcPercent)
		switch {
		case at == xmltree.None:
			p.FailMissing(n, []shape.Name{cbcPercent}, "missing")
		case rate.Sign() != 0:
			p.Fail(at, number("found", rate))
		}
	}
}

// hasRate asks for a rate above 0, or for L and M one that is not below. The comparison is of doubles, and takes any of several rates.
func hasRate(p *shape.Pass, n xmltree.Node, c category) {
	first := xmltree.None
	for at := range p.All(n, cbcPercent) {
		if s, ok := sign(p, at); !ok || s > 0 || s == 0 && c != standard {
			return
		}
		if first == xmltree.None {
			first = at
		}
	}
	if first == xmltree.None {
		p.FailMissing(n, []shape.Name{cbcPercent}, "missing")
		return
	}
	p.Fail(first, value(p, first))
}
