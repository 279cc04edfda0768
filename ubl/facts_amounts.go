package ubl

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// amounts is what lines, allowances and charges come to, by VAT category and rate. They are collected in one go, without stopping at what cannot be
// added: only a test that adds it up stops there.
type amounts struct {
	lines      sum // the net amounts of all lines, wherever they stand
	byCategory [categories]group
	byRate     map[rateKey]*group // for the categories with rates of their own
	badRates   badRates           // on lines, and on allowances and charges that are added up
	badOthers  badRates           // on other allowances and charges
	rates      []string           // of the element that is being looked at
	groups     []*group           // the same
}

// badRates are by category, of what is in it: the first tax category whose rate is no decimal, or that has several; 0 for none.
type badRates [categories]xmltree.Node

// rateKey is a category at a rate, without the zeros that its text may have.
type rateKey struct {
	category category
	rate     string
}

// group is what has one category, or one category and rate. Sums are of what stands right below the root.
type group struct {
	lines, creditLines, allowances, charges sum
	anyLine, anyCreditLine                  bool         // at any depth
	onLevel                                 xmltree.Node // the first allowance or charge, at any depth; 0 for none
	last                                    xmltree.Node // the element that was found to be in it last
}

func amountsOf(p *shape.Pass) *amounts {
	f := factsOf(p)
	if f.amounts != nil {
		return f.amounts
	}
	a := &amounts{byRate: map[rateKey]*group{}}
	f.amounts = a
	for _, n := range p.Anywhere(cacInvoiceLine) {
		v, ok := amountIn(p, n, cbcLineExtensionAmount)
		a.lines.add(n, v, ok)
		for _, g := range a.groupsOf(p, n, &a.badRates, cacItem, cacClassifiedTaxCategory) {
			g.anyLine = true
			if p.Parent(n) == 0 {
				g.lines.add(n, v, ok)
			}
		}
	}
	for _, n := range p.Anywhere(cacCreditNoteLine) {
		v, ok := amountIn(p, n, cbcLineExtensionAmount)
		a.lines.add(n, v, ok)
		for _, g := range a.groupsOf(p, n, &a.badRates, cacItem, cacClassifiedTaxCategory) {
			g.anyCreditLine = true
			if p.Parent(n) == 0 {
				g.creditLines.add(n, v, ok)
			}
		}
	}
	for _, n := range p.Anywhere(cacAllowanceCharge) {
		onDocument, bad := p.Parent(n) == 0, &a.badOthers
		isAllowance, isCharge := onDocument && indicates(p, n, false), onDocument && indicates(p, n, true)
		if isAllowance || isCharge {
			bad = &a.badRates
		}
		v, ok := amountIn(p, n, cbcAmount)
		for _, g := range a.groupsOf(p, n, bad, cacTaxCategory) {
			g.onLevel = earlier(g.onLevel, n)
			if isAllowance {
				g.allowances.add(n, v, ok)
			}
			if isCharge {
				g.charges.add(n, v, ok)
			}
		}
	}
	return a
}

// groupsOf returns the groups that an element belongs to by the tax categories at the end of a path: each category that one of them has, and each of
// these with each rate that one of them has. An element that has several counts in all of them, a category at the rate of another too: so the
// artefact sees it. A rate that is none is noted among the bad ones.
func (a *amounts) groupsOf(p *shape.Pass, n xmltree.Node, noted *badRates, path ...shape.Name) []*group {
	var has [categories]bool
	a.rates, a.groups = a.rates[:0], a.groups[:0]
	bad := xmltree.Node(0)
	for c := range p.All(n, path...) {
		has[categoryOf(p.Normal(p.First(c, cbcID)))] = true
		rate, ok := amountIn(p, c, cbcPercent)
		switch {
		case !ok:
			bad = c
		case !rate.Absent():
			a.rates = append(a.rates, plain(rate))
		}
	}
	for c := standard; c < categories; c++ {
		if !has[c] {
			continue
		}
		a.groups = append(a.groups, &a.byCategory[c])
		if !c.rated() {
			continue
		}
		noted[c] = earlier(noted[c], bad)
		for _, rate := range a.rates {
			g := a.at(c, rate)
			if g.last != n {
				g.last = n
				a.groups = append(a.groups, g)
			}
		}
	}
	return a.groups
}

// at returns the group of a category at a rate.
func (a *amounts) at(c category, rate string) *group {
	g := a.byRate[rateKey{c, rate}]
	if g == nil {
		g = &group{}
		a.byRate[rateKey{c, rate}] = g
	}
	return g
}

// plain writes a number so that equal ones have equal texts.
func plain(v en16931.Decimal) string {
	whole, decimals, _ := strings.Cut(strings.TrimLeft(v.String(), "+-0"), ".")
	decimals = strings.TrimRight(decimals, "0")
	text := whole
	if decimals != "" {
		text += "." + decimals
	}
	if v.Sign() < 0 {
		text = "-" + text
	}
	return text
}

// net is what the lines of an invoice, or those of a credit note, come to, with charges and without allowances.
func (g *group) net(p *shape.Pass, credit bool) (lines, net en16931.Decimal) {
	s := &g.lines
	if credit {
		s = &g.creditLines
	}
	lines = s.need(p, cbcLineExtensionAmount)
	return lines, lines.Add(g.charges.need(p, cbcAmount)).Sub(g.allowances.need(p, cbcAmount))
}
