package ubl

import (
	"math"
	"strconv"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// vat08: the taxable amount of a breakdown is what its lines come to, with charges and without allowances. For categories with rates of their own,
// only what has the same rate counts, and less than 1 may be missing or too much; for the others the sum must be the very number.
func vat08(p *shape.Pass, n xmltree.Node) {
	subtotal, c := p.Parent(n), categoryOfRule(p)
	if c.rated() {
		baseAtRate(p, n, subtotal, c)
		return
	}
	found, at := decimal(p, subtotal, cbcTaxableAmount)
	if at == xmltree.None {
		p.FailMissing(subtotal, []shape.Name{cbcTaxableAmount}, "missing")
		return
	}
	compared := func(credit bool) bool { return anyLines(p, credit) }
	agrees := func(net en16931.Decimal) bool { return found.Cmp(net) == 0 }
	if !baseIsNet(p, &amountsOf(p).byCategory[c], at, compared, agrees) {
		p.FailCase(at, "no-lines")
	}
}

// anyLines reports whether a document has lines of an invoice, or of a credit note.
func anyLines(p *shape.Pass, credit bool) bool {
	if credit {
		return len(p.Anywhere(cacCreditNoteLine)) > 0
	}
	return len(p.Anywhere(cacInvoiceLine)) > 0
}

// baseIsNet checks a taxable amount against what a group comes to, by its lines of an invoice or by those of a credit note: those that the artefact
// compares with. It reports false if these are neither.
func baseIsNet(p *shape.Pass, g *group, at xmltree.Node, compared func(credit bool) bool, agrees func(net en16931.Decimal) bool, rate ...report.Arg) bool {
	some := false
	for _, credit := range []bool{false, true} {
		if !compared(credit) {
			continue
		}
		some = true
		if _, net := g.net(p, credit); agrees(net) {
			return true
		}
	}
	if some {
		found := en16931.ParseDecimal(p.Text(at))
		lines, expected := g.net(p, !anyLines(p, false))
		p.Fail(at, append([]report.Arg{number("found", found), number("expected", expected), off(found, expected), number("lines", lines),
			number("allowances", g.allowances.total), number("charges", g.charges.total)}, rate...)...)
	}
	return some
}

func baseAtRate(p *shape.Pass, n, subtotal xmltree.Node, c category) {
	rate, atRate := decimal(p, n, cbcPercent)
	if atRate == xmltree.None || p.Stopped() {
		return // the artefact looks at each rate that there is
	}
	a := amountsOf(p)
	if bad := a.badRates[c]; bad != 0 {
		decimal(p, bad, cbcPercent)
	}
	at := p.Only(subtotal, cbcTaxableAmount)
	if at == xmltree.None {
		p.FailMissing(subtotal, []shape.Name{cbcTaxableAmount}, "missing")
		return
	}
	base, ok := p.Double(at)
	if !ok {
		return
	}
	if math.IsInf(base, 0) || math.IsNaN(base) {
		p.Decimal(at) // XPath stops: there is no such xs:decimal
		return
	}
	g := a.at(c, plain(rate))
	compared := func(credit bool) bool { return anyLines(p, credit) }
	if c == standard {
		compared = func(credit bool) bool { return a.isUsed(p, g, credit) }
	}
	// The artefact takes 1 from the amount, and adds it, as xs:double, and compares the result as xs:decimal.
	agrees := func(net en16931.Decimal) bool { return compare(base-1, net) < 0 && compare(base+1, net) > 0 }
	switch {
	case baseIsNet(p, g, at, compared, agrees, number("rate", rate)):
	case c == standard:
		p.FailCase(at, "unused", number("found", en16931.ParseDecimal(p.Text(at))), number("rate", rate))
	default:
		p.FailCase(at, "no-lines")
	}
}

// isUsed reports whether something has S at a rate, which only S must have: lines of one sort, or an allowance or charge anywhere. Where it looks for
// the latter, XPath stops at a rate that is none.
func (a *amounts) isUsed(p *shape.Pass, g *group, credit bool) bool {
	if !credit && g.anyLine || credit && g.anyCreditLine {
		return true
	}
	if bad := a.badOthers[standard]; bad != 0 && (g.onLevel == 0 || bad < g.onLevel) {
		decimal(p, bad, cbcPercent)
	}
	return g.onLevel != 0
}

// compare compares an xs:double with a decimal exactly.
func compare(f float64, d en16931.Decimal) int {
	near, _ := strconv.ParseFloat(d.String(), 64)
	switch {
	case f < near:
		return -1
	case f > near:
		return 1
	}
	// A double less 1 or plus 1 has at most 53 binary places behind the point, and so as many decimals.
	return en16931.ParseDecimal(strconv.FormatFloat(f, 'f', 60, 64)).Cmp(d)
}

// vat09: the tax amount of a breakdown is 0, or for categories with rates of their own the taxable amount times the rate, give or take less than 1.
func vat09(p *shape.Pass, n xmltree.Node) {
	subtotal := p.Parent(n)
	tax, at := decimal(p, subtotal, cbcTaxAmount)
	if at == xmltree.None {
		p.FailMissing(subtotal, []shape.Name{cbcTaxAmount}, "missing")
		return
	}
	if !categoryOfRule(p).rated() {
		if tax.Sign() != 0 {
			p.Fail(at, number("found", tax))
		}
		return
	}
	if !p.Has(subtotal, cbcTaxableAmount) {
		p.FailMissing(subtotal, []shape.Name{cbcTaxableAmount}, "missing")
		return
	}
	rate, atRate := decimal(p, n, cbcPercent)
	if atRate == xmltree.None {
		decimal(p, subtotal, cbcTaxableAmount)
		p.FailMissing(n, []shape.Name{cbcPercent}, "missing")
		return
	}
	taxIsRight(p, subtotal, tax, at, rate)
}
