package cii

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// extendedCategory is the category that a rule of EXTENDED is about: K for BR-FXEXT-IC-08ini. One of the rules is published without its hyphen.
func extendedCategory(id string) string {
	prefix := strings.TrimPrefix(id, "BR-FXEXT-")
	prefix = prefix[:strings.IndexAny(prefix, "-0123456789")]
	return string(en16931.CategoryOfRule("BR-" + prefix + "-01"))
}

// fxVAT01: a category is in the breakdown if and only if something has it. It may be there several times.
func fxVAT01(p *shape.Pass, _ xmltree.Node) {
	c := extendedCategory(p.Rule())
	u := usageOf(p).of(c)
	const unstated, unused = "unstated", "unused"
	switch {
	case u.breakdowns > 0 && u.lines+u.levels+u.logistics == 0:
		p.FailCase(u.breakdown, unused, problem(nothingHasIt))
	case u.breakdowns > 0:
	case u.lines > 0:
		p.FailCase(u.line, unstated, problem(noBreakdown))
	case u.levels > 0:
		p.FailCase(u.onLevel, unstated, problem(noBreakdown))
	case u.logistics > 0:
		p.FailCase(u.onService, unstated, problem(noBreakdown))
	}
}

// taxBase is the taxable amount of a breakdown, and what it has to be the sum of.
type taxBase struct {
	at       xmltree.Node
	stated   en16931.Decimal
	category string
	rate     en16931.Decimal // absent for O, which has none
	reason   exemption
}

// taxBaseOf is of a breakdown. Ok is false where the test stops, or is not true since something is missing, which is reported.
func taxBaseOf(p *shape.Pass, breakdown xmltree.Node) (b taxBase, ok bool) {
	b = taxBase{category: extendedCategory(p.Rule())}
	if b.category != "O" {
		at := xmltree.None
		if b.rate, at = decimal(p, breakdown, ramRateApplicablePercent); at == xmltree.None {
			p.FailMissing(breakdown, []shape.Name{ramRateApplicablePercent}, "missing", problem(noRate))
			return b, false
		}
	}
	if b.stated, b.at = decimal(p, breakdown, ramBasisAmount); b.at == xmltree.None {
		p.FailMissing(breakdown, []shape.Name{ramBasisAmount}, "missing", problem(noAmount))
		return b, false
	}
	b.reason = exemption{p.Normal(p.Only(breakdown, ramExemptionReasonCode)), p.Normal(p.Only(breakdown, ramExemptionReason))}
	return b, !p.Stopped()
}

// sum is what the taxable amount should be: of what has the same category and rate, and the same reason for an exemption if r is not nil.
func (b *taxBase) sum(p *shape.Pass, r *exemption) (s baseSum) {
	amounts, counts := ledgersOf(p)
	l := levelOf(p)
	l.search(p, false)
	l.search(p, true)
	all := amounts.need(p, b.category, b.rateKey(), r)
	s.lines, s.allowances, s.charges = all.amounts[onLines].need(p), all.amounts[onAllowances].need(p), all.amounts[onCharges].need(p)
	s.logistics = all.amounts[onLogistics].need(p)
	s.net = s.lines.Sub(s.allowances).Add(s.charges).Add(s.logistics)
	s.count = counts.need(p, b.category, b.rateKey(), r).count
	return s
}

// baseSum is what a taxable amount should be, and how many amounts that is the sum of.
type baseSum struct {
	lines, allowances, charges, logistics, net en16931.Decimal
	count                                      int
}

// rateKey is the rate as a ledger has it.
func (b *taxBase) rateKey() string {
	if b.rate.Absent() {
		return ""
	}
	return plain(b.rate)
}

// fits reports whether the taxable amount is the sum, a cent for each amount more or less.
func (b *taxBase) fits(s baseSum) bool { return near(b.stated, s.net, s.count) }

func (b *taxBase) wrong(p *shape.Pass, s baseSum) {
	args := append(offBy(b.stated, s.net, s.count), number("lines", s.lines), number("allowances", s.allowances), number("charges", s.charges),
		number("logistics", s.logistics))
	if !b.rate.Absent() {
		args = append(args, number("rate", b.rate))
	}
	p.Fail(b.at, append(args, problem(baseIsOff, args...))...)
}

// fxVAT08b: the taxable amount of a breakdown is the sum for its rate, with regard to the reason for an exemption or without.
func fxVAT08b(p *shape.Pass, breakdown xmltree.Node) {
	b, ok := taxBaseOf(p, breakdown)
	if !ok || b.fits(b.sum(p, &b.reason)) || p.Stopped() {
		return
	}
	if s := b.sum(p, nil); !b.fits(s) {
		b.wrong(p, s)
	}
}

// fxVAT08ini warns where it does not fit without regard to the reason.
func fxVAT08ini(p *shape.Pass, breakdown xmltree.Node) {
	if b, ok := taxBaseOf(p, breakdown); ok {
		if s := b.sum(p, nil); !b.fits(s) {
			b.wrong(p, s)
		}
	}
}

// fxVAT08rev warns where it does not fit with regard to the reason.
func fxVAT08rev(p *shape.Pass, breakdown xmltree.Node) {
	if b, ok := taxBaseOf(p, breakdown); ok {
		if s := b.sum(p, &b.reason); !b.fits(s) {
			b.wrong(p, s)
		}
	}
}

// fxVAT09b: the tax amount is the taxable amount times the rate, a cent for each amount in it more or less. The amounts of the same reason count, and if
// they are too few, those of any.
func fxVAT09b(p *shape.Pass, breakdown xmltree.Node) {
	b, ok := taxBaseOf(p, breakdown)
	if !ok {
		return
	}
	tax, at := decimal(p, breakdown, ramCalculatedAmount)
	if at == xmltree.None {
		p.FailMissing(breakdown, []shape.Name{ramCalculatedAmount}, "missing", problem(noAmount))
		return
	}
	expected := b.stated.Mul(b.rate).Mul(en16931.NewDecimal(1, 2)).RoundXPath(2)
	_, counts := ledgersOf(p)
	if near(tax, expected, counts.need(p, b.category, b.rateKey(), &b.reason).count) || p.Stopped() {
		return
	}
	count := counts.need(p, b.category, b.rateKey(), nil).count
	if near(tax, expected, count) {
		return
	}
	args := append(offBy(tax, expected, count), number("base", b.stated), number("rate", b.rate))
	p.Fail(at, append(args, problem(taxIsOff, args...))...)
}
