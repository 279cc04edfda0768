package cii

import (
	"iter"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// level is the allowances and charges of the header.
type level struct {
	all []allowanceOrCharge
	// Whether there are any, and for Factur-X where it adds up amounts.
	allowances, charges, speltAllowances, speltCharges bool
	// Where XPath stops at their indicators, when it looks for allowances, for charges, or wants each to have just one; 0 for nowhere.
	badAllowance, badCharge, bad xmltree.Node
}

type allowanceOrCharge struct {
	node              xmltree.Node
	allowance, charge bool // several indicators may say both
	// What it is for Factur-X, where it adds up amounts.
	speltAllowance, speltCharge bool
}

func levelOf(p *shape.Pass) *level {
	f := factsOf(p)
	if f.level != nil {
		return f.level
	}
	l := &level{}
	f.level = l
	for n := range inHeader(p, ramSpecifiedTradeAllowanceCharge) {
		c, bad, count := allowanceOrCharge{node: n}, xmltree.Node(0), 0
		for indicator := range p.All(n, ramChargeIndicator, udtIndicator) {
			count++
			charge, allowance := p.True(indicator), p.False(indicator)
			if !charge && !allowance {
				bad = indicator
				// A search does not come here if it has found what it looks for.
				if !c.allowance && l.badAllowance == 0 {
					l.badAllowance = indicator
				}
				if !c.charge && l.badCharge == 0 {
					l.badCharge = indicator
				}
			}
			c.charge, c.allowance = c.charge || charge, c.allowance || allowance
		}
		if count != 1 {
			bad = n
		}
		c.speltAllowance, c.speltCharge = spelt(p, n)
		if l.bad == 0 {
			l.bad = bad
		}
		l.all = append(l.all, c)
		l.allowances, l.charges = l.allowances || c.allowance, l.charges || c.charge
		l.speltAllowances, l.speltCharges = l.speltAllowances || c.speltAllowance, l.speltCharges || c.speltCharge
	}
	return l
}

// search stops where XPath does on its search for the charges, or the allowances.
func (l *level) search(p *shape.Pass, charge bool) {
	bad := l.badAllowance
	if charge {
		bad = l.badCharge
	}
	if bad != 0 {
		notIndicator(p, bad)
	}
}

// strict stops where an allowance or charge has not just one indicator, or one that is neither true nor false.
func (l *level) strict(p *shape.Pass) {
	if l.bad == 0 {
		return
	}
	if p.Is(l.bad, ramSpecifiedTradeAllowanceCharge) {
		p.Only(l.bad, ramChargeIndicator, udtIndicator)
	}
	notIndicator(p, l.bad)
}

// amounts yields what the charges, or the allowances, amount to: of each the first amount.
func (l *level) amounts(p *shape.Pass, charge bool) iter.Seq[xmltree.Node] {
	return func(yield func(xmltree.Node) bool) {
		for _, c := range l.all {
			if charge && !c.charge || !charge && !c.allowance {
				continue
			}
			if n := p.First(c.node, ramActualAmount); n != xmltree.None && !yield(n) {
				return
			}
		}
	}
}

// any reports whether there are charges, or allowances.
func (l *level) any(charge bool) bool {
	if charge {
		return l.charges
	}
	return l.allowances
}

// spelt reports whether something is an allowance or a charge by the letters false and true of its indicator: 0 and 1 are neither here.
func spelt(p *shape.Pass, n xmltree.Node) (allowance, charge bool) {
	for indicator := range p.All(n, ramChargeIndicator, udtIndicator) {
		switch p.Text(indicator) {
		case "false":
			allowance = true
		case "true":
			charge = true
		}
	}
	return allowance, charge
}

// speltAny is any for Factur-X where it adds up amounts.
func (l *level) speltAny(charge bool) bool {
	if charge {
		return l.speltCharges
	}
	return l.speltAllowances
}

// speltAmounts yields all that these amount to.
func (l *level) speltAmounts(p *shape.Pass, charge bool) iter.Seq[xmltree.Node] {
	return func(yield func(xmltree.Node) bool) {
		for _, c := range l.all {
			if charge && !c.speltCharge || !charge && !c.speltAllowance {
				continue
			}
			for amount := range p.All(c.node, ramActualAmount) {
				if !yield(amount) {
					return
				}
			}
		}
	}
}
