package cii

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// categoryOf is the category that the running rule is about: K for BR-IC-08.
func categoryOf(p *shape.Pass) string { return string(en16931.CategoryOfRule(p.Rule())) }

// vat01: a category that is used has its breakdown, and just one; one of a category that is not used is too much.
func vat01(p *shape.Pass, _ xmltree.Node) {
	c := categoryOf(p)
	u := usageOf(p).of(c)
	switch {
	case hasRates(c):
		// The artefact counts to two, which several lines, or several allowances and charges, reach without a breakdown. It does not mind one of a
		// category that is not used.
		switch {
		case u.lines == 1 && u.breakdowns == 0:
			p.Fail(u.line)
		case u.levels == 1 && u.breakdowns == 0:
			p.Fail(u.onLevel)
		}
	case u.breakdowns > 1:
		p.FailCase(u.second, "several", report.A("count", u.breakdowns))
	case u.breakdowns == 1 && u.lines+u.levels == 0:
		p.FailCase(u.breakdown, "unused")
	case u.breakdowns == 1 || c == "O":
		// That O lacks its breakdown is not seen.
	case u.lines > 0:
		p.Fail(u.line)
	case u.levels > 0:
		p.Fail(u.onLevel)
	}
}

// vat02: where a line has the category, the parties are identified as it wants, or for O not identified.
func vat02(p *shape.Pass, tax xmltree.Node) { identified(p, tax) }

// vat03: the same for an allowance.
func vat03(p *shape.Pass, tax xmltree.Node) { identified(p, tax) }

// vat04: the same for a charge.
func vat04(p *shape.Pass, tax xmltree.Node) { identified(p, tax) }

// identified checks who has which tax identifier: the seller or its representative, and for AE and K the buyer. For O nobody may have one for VAT.
// For AE, G and K the parties count wherever they stand, else those of the header; the buyer always does.
func identified(p *shape.Pass, tax xmltree.Node) {
	c, ids := categoryOf(p), identifiersOf(p)
	seller, buyer := false, true
	switch c {
	case "O":
		if ids.header.vat || ids.header.representative || ids.buyer {
			p.Fail(codeOf(p, tax, c))
		}
		return
	case "G":
		// For G and K an identifier for other taxes than VAT does not do.
		seller = ids.anywhere.vat || ids.anywhere.representative
	case "K":
		seller, buyer = ids.anywhere.vat || ids.anywhere.representative, ids.buyer
	case "AE":
		seller, buyer = ids.anywhere.vat || ids.anywhere.fiscal || ids.anywhere.representative, ids.buyer || ids.buyerLegal
	default:
		seller = ids.header.vat || ids.header.fiscal || ids.header.representative
	}
	switch {
	case !seller:
		p.Fail(codeOf(p, tax, c))
	case !buyer:
		p.FailCase(codeOf(p, tax, c), "buyer")
	}
}

// codeOf finds the category in an element of tax that has it.
func codeOf(p *shape.Pass, tax xmltree.Node, category string) xmltree.Node {
	for code := range p.All(tax, ramCategoryCode) {
		if p.Text(code) == category {
			return code
		}
	}
	return tax
}

// vat05: the rate of a line fits its category.
func vat05(p *shape.Pass, tax xmltree.Node) { rateFits(p, tax) }

// vat06: the same for an allowance.
func vat06(p *shape.Pass, tax xmltree.Node) { rateFits(p, tax) }

// vat07: the same for a charge.
func vat07(p *shape.Pass, tax xmltree.Node) { rateFits(p, tax) }

func rateFits(p *shape.Pass, tax xmltree.Node) {
	c, first := categoryOf(p), xmltree.None
	for rate := range p.All(tax, ramRateApplicablePercent) {
		if c == "O" {
			p.Fail(rate, found(p, rate))
			return
		}
		if v, ok := p.Double(rate); !ok || allowed(c, v) {
			return
		}
		if first == xmltree.None {
			first = rate
		}
	}
	switch {
	case first != xmltree.None:
		p.Fail(first, found(p, first))
	case c != "O":
		p.FailMissing(tax, []shape.Name{ramRateApplicablePercent}, "missing")
	}
}

// allowed reports whether a category may have a rate.
func allowed(category string, rate float64) bool {
	switch category {
	case "S", "L":
		return rate > 0
	case "M":
		return rate >= 0
	}
	return rate == 0
}

// vat08: the taxable amount of a breakdown is what lines, less allowances, plus charges of its category come to: for S, L and M at its rate and exactly, for
// O exactly, else give or take less than 1.
func vat08(p *shape.Pass, n xmltree.Node) {
	switch c := categoryOf(p); {
	case hasRates(c):
		// The test is written for the code of a breakdown. For L and M it is run on the breakdown itself, and so looks at what stands beside it: a rate
		// and a taxable amount of the settlement, which no valid document has.
		if around := p.Parent(n); around != xmltree.None && (c == "S" || once(p, around)) {
			taxableByRate(p, around, c)
		}
	case c == "O":
		taxableExactly(p, n, c)
	default:
		taxableAbout(p, p.Parent(n), c)
	}
}

// taxableByRate checks the taxable amounts below n for each rate below n.
func taxableByRate(p *shape.Pass, n xmltree.Node, c string) {
	for rate := range p.All(n, ramRateApplicablePercent) {
		v := p.Decimal(rate)
		sum := taxableAt(p, c, v)
		if p.Stopped() {
			return
		}
		equal, at := anyEqual(p, p.All(n, ramBasisAmount), double(sum.net))
		if equal || p.Stopped() {
			continue
		}
		sum.wrong(p, n, at, number("rate", v))
		return
	}
}

func taxableExactly(p *shape.Pass, n xmltree.Node, c string) {
	sum := taxableOf(p, c)
	if p.Stopped() {
		return
	}
	if equal, at := anyEqual(p, p.All(n, ramBasisAmount), double(sum.net)); !equal {
		sum.wrong(p, n, at)
	}
}

func taxableAbout(p *shape.Pass, n xmltree.Node, c string) {
	at := p.Only(n, ramBasisAmount)
	stated, ok := p.Double(at)
	if !ok {
		if !p.Stopped() {
			p.FailMissing(n, []shape.Name{ramBasisAmount}, "missing")
		}
		return
	}
	sum := taxableOf(p, c)
	expected := double(sum.net)
	below := stated-1 < expected
	if isFacturX(p) {
		below = stated-1 <= expected // here 1 too much will do, while 1 too little will not
	}
	if !below || !(stated+1 > expected) {
		sum.wrong(p, n, at)
	}
}

// taxableSum is what a taxable amount should be.
type taxableSum struct{ lines, allowances, charges, net en16931.Decimal }

// taxableOf is what a category comes to.
func taxableOf(p *shape.Pass, c string) (s taxableSum) {
	t, l := &amountsOf(p).of(c).taxable, levelOf(p)
	s.lines = t[onLines].need(p)
	if c == "Z" || c == "O" {
		// For Z and O the artefact wants each allowance or charge to have just one indicator; else several may say what they are.
		l.strict(p)
	}
	return s.level(p, t, l)
}

// taxableAt is what a category at a rate comes to.
func taxableAt(p *shape.Pass, c string, rate en16931.Decimal) (s taxableSum) {
	all, l, r := amountsOf(p).of(c), levelOf(p), plain(rate)
	t := all.at(r)
	all.unclear[onLines].need(p, r)
	s.lines = t[onLines].need(p)
	all.unclear[onCharges].need(p, r)
	all.unclear[onAllowances].need(p, r)
	return s.level(p, t, l)
}

// level adds the allowances and charges of the header to a sum of lines.
func (s taxableSum) level(p *shape.Pass, t *taxable, l *level) taxableSum {
	l.search(p, true)
	s.charges = t[onCharges].need(p)
	l.search(p, false)
	s.allowances = t[onAllowances].need(p)
	s.net = s.lines.Add(s.charges).Sub(s.allowances)
	return s
}

// wrong reports that the taxable amount below n, at if it is there, is not the sum.
func (s taxableSum) wrong(p *shape.Pass, n, at xmltree.Node, more ...report.Arg) {
	if at == xmltree.None {
		p.FailMissing(n, []shape.Name{ramBasisAmount}, "missing")
		return
	}
	stated := exactly(p, at)
	p.Fail(at, append([]report.Arg{number("found", stated), number("expected", s.net), off(stated, s.net),
		number("lines", s.lines), number("allowances", s.allowances), number("charges", s.charges)}, more...)...)
}

// vat09: the tax amount of a breakdown is 0, and for S what the rate makes of the taxable amount.
func vat09(p *shape.Pass, n xmltree.Node) {
	switch c := categoryOf(p); c {
	case "S":
		taxAbout(p, p.Parent(n))
	case "O":
		noTax(p, n)
	default:
		noTax(p, p.Parent(n))
	}
}

func noTax(p *shape.Pass, n xmltree.Node) {
	switch none, at := anyEqual(p, p.All(n, ramCalculatedAmount), 0); {
	case none || p.Stopped():
	case at == xmltree.None:
		p.FailMissing(n, []shape.Name{ramCalculatedAmount}, "missing")
	default:
		p.Fail(at, found(p, at))
	}
}

// taxAbout checks a tax amount, without signs, and give or take less than 1. The rate has no type in this test, which makes it one in floating point.
func taxAbout(p *shape.Pass, n xmltree.Node) {
	tax, at := decimal(p, n, ramCalculatedAmount)
	if at == xmltree.None {
		p.FailMissing(n, []shape.Name{ramCalculatedAmount}, "missing")
		return
	}
	base, atBase := decimal(p, n, ramBasisAmount)
	if atBase == xmltree.None {
		p.FailMissing(n, []shape.Name{ramBasisAmount}, "missing")
		return
	}
	atRate := p.Only(n, ramRateApplicablePercent)
	rate, ok := p.Double(atRate)
	if !ok {
		if !p.Stopped() {
			p.FailMissing(n, []shape.Name{ramRateApplicablePercent}, "missing")
		}
		return
	}
	expected, one := shape.Round(double(magnitude(base))*rate)/100, en16931.NewDecimal(1, 0)
	if double(magnitude(tax).Sub(one)) < expected && double(magnitude(tax).Add(one)) > expected {
		return
	}
	shown := fromDouble(expected)
	if tax.Sign() < 0 || tax.Sign() == 0 && base.Sign() < 0 {
		shown = shown.Neg()
	}
	p.Fail(at, number("found", tax), number("expected", shown), off(tax, shown), number("base", base), number("rate", exactly(p, atRate)))
}

// brIC11: an invoice with intra-Community supplies states when they were delivered, by a date or a period.
func brIC11(p *shape.Pass, code xmltree.Node) {
	breakdown := p.Parent(code)
	settlement := p.Parent(breakdown)
	delivery := []shape.Name{rsmSupplyChainTradeTransaction, ramApplicableHeaderTradeDelivery, ramActualDeliverySupplyChainEvent, ramOccurrenceDateTime,
		udtDateTimeString}
	if !once(p, settlement) || firstOf(fromRoot(p, delivery...)) != xmltree.None || p.Has(settlement, ramBillingSpecifiedPeriod, ramStartDateTime) ||
		p.Has(settlement, ramBillingSpecifiedPeriod, ramEndDateTime) {
		return
	}
	p.FailMissing(0, delivery, "")
}

// brIC12: it states the country of delivery.
func brIC12(p *shape.Pass, code xmltree.Node) {
	country := []shape.Name{rsmSupplyChainTradeTransaction, ramApplicableHeaderTradeDelivery, ramShipToTradeParty, ramPostalTradeAddress, ramCountryID}
	if once(p, 0) && firstOf(fromRoot(p, country...)) == xmltree.None {
		p.FailMissing(0, country, "")
	}
}

// brO11: beside a breakdown of O there is none of another category. The artefact looks at lines too, as it does for BR-O-12.
func brO11(p *shape.Pass, _ xmltree.Node) { alone(p, inBreakdown, inLine, elsewhere) }

// brO12: nor is there a line.
func brO12(p *shape.Pass, _ xmltree.Node) { alone(p, inLine, inBreakdown, elsewhere) }

// brO13: nor an allowance. The artefact looks at charges too, as it does for BR-O-14.
func brO13(p *shape.Pass, _ xmltree.Node) { alone(p, inAllowance, inCharge) }

// brO14: nor a charge.
func brO14(p *shape.Pass, _ xmltree.Node) { alone(p, inCharge, inAllowance) }

func alone(p *shape.Pass, first site, then ...site) {
	if code := usageOf(p).otherThanO(first, then...); code != 0 && once(p, code) {
		p.Fail(code, report.A("found", p.Text(code)))
	}
}

// brB01: an invoice with split payment names no country but Italy.
func brB01(p *shape.Pass, _ xmltree.Node) {
	if firstCode(p, "B") == xmltree.None {
		return
	}
	for _, country := range p.Anywhere(ramCountryID) {
		if code := p.Text(country); code != "IT" {
			p.Fail(country, report.A("found", code))
			return
		}
	}
}

// brB02: nor does it have the category S.
func brB02(p *shape.Pass, _ xmltree.Node) {
	if firstCode(p, "B") != xmltree.None {
		if standard := firstCode(p, "S"); standard != xmltree.None {
			p.Fail(standard)
		}
	}
}

// firstCode finds a category anywhere.
func firstCode(p *shape.Pass, category string) xmltree.Node {
	for _, code := range p.Anywhere(ramCategoryCode) {
		if p.Text(code) == category {
			return code
		}
	}
	return xmltree.None
}
