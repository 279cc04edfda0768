package cii

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// kind is what a VAT category is charged on.
type kind uint8

const (
	onLines kind = iota
	onAllowances
	onCharges
	kinds
)

// amounts is what lines, and allowances and charges of the header, come to by VAT category and rate.
type amounts struct {
	byCategory map[string]*category
	turn       int         // counts what has been added, so that a category that one thing names twice gets it once
	rates      []string    // of what is being added
	rated      []*category // of the categories of what is being added, those with rates of their own
}

// category is what has one VAT category.
type category struct {
	taxable
	turn    int
	byRate  map[string]*taxable // nil for categories without rates of their own
	unclear [kinds]unclear
}

// taxable is what a taxable amount should come to.
type taxable [kinds]tally

// tally adds up amounts exactly, as xs:decimal does.
type tally struct {
	total en16931.Decimal
	bad   xmltree.Node // the first amount that is no decimal, or the first thing with several amounts; 0 for none
}

// unclear is what has a category and a rate that XPath stops at. It does not come to that rate where the same thing has the right one before.
type unclear struct {
	count  int
	bad    xmltree.Node   // the first rate that is no decimal, or the first tax with several; 0 for none
	before map[string]int // by rate, how many have it before the bad one
}

func amountsOf(p *shape.Pass) *amounts {
	f := factsOf(p)
	if f.amounts != nil {
		return f.amounts
	}
	a := &amounts{byCategory: map[string]*category{}}
	f.amounts = a
	for line := range fromRoot(p, rsmSupplyChainTradeTransaction, ramIncludedSupplyChainTradeLineItem, ramSpecifiedLineTradeSettlement) {
		amount := lineAmount(p, line)
		a.add(p, line, ramApplicableTradeTax, onLines, amount, amount)
	}
	for _, c := range levelOf(p).all {
		amount := tally{}
		amount.put(p, p.First(c.node, ramActualAmount))
		atRate := amount
		if isFacturX(p) {
			// Where the rate counts, Factur-X wants one amount; else it takes the first, as EN 16931 does.
			atRate = onlyAmount(p, c.node, ramActualAmount)
		}
		if c.allowance {
			a.add(p, c.node, ramCategoryTradeTax, onAllowances, amount, atRate)
		}
		if c.charge {
			a.add(p, c.node, ramCategoryTradeTax, onCharges, amount, atRate)
		}
	}
	return a
}

// lineAmount is the net amount of a line.
func lineAmount(p *shape.Pass, line xmltree.Node) (t tally) {
	for summation := range p.All(line, ramSpecifiedTradeSettlementLineMonetarySummation) {
		if p.Count(summation, ramLineTotalAmount) > 1 {
			t.fail(summation)
			continue
		}
		t.put(p, p.First(summation, ramLineTotalAmount))
	}
	return t
}

// onlyAmount is the amount of an allowance, a charge or a logistics service, of which there is to be one.
func onlyAmount(p *shape.Pass, n xmltree.Node, name shape.Name) (t tally) {
	if p.Count(n, name) > 1 {
		t.fail(n)
		return t
	}
	t.put(p, p.First(n, name))
	return t
}

// add adds an amount to the categories, and one to the rates, of the taxes below n. With several taxes it counts for each of their categories, and for each of
// their rates in each of their categories: so the artefact sees it.
func (a *amounts) add(p *shape.Pass, n xmltree.Node, taxes shape.Name, k kind, amount, atRate tally) {
	a.turn++
	a.rated, a.rates = a.rated[:0], a.rates[:0]
	for code := range p.All(n, taxes, ramCategoryCode) {
		c := a.of(p.Text(code))
		if c.turn == a.turn {
			continue
		}
		c.turn = a.turn
		c.taxable[k].join(amount)
		if c.byRate != nil {
			a.rated = append(a.rated, c)
		}
	}
	if len(a.rated) == 0 {
		return
	}
	rates, bad := ratesOf(p, n, a.rates, taxes)
	a.rates = rates
	for _, c := range a.rated {
		if bad != 0 {
			c.unclear[k].note(bad, a.rates)
		}
		for _, rate := range a.rates {
			c.at(rate)[k].join(atRate)
		}
	}
}

// ratesOf appends the rates at the end of a path to taxes, each once, as far as the first that XPath stops at: bad, as rateOf has it.
func ratesOf(p *shape.Pass, n xmltree.Node, rates []string, taxes ...shape.Name) (_ []string, bad xmltree.Node) {
	for tax := range p.All(n, taxes...) {
		rate, at := rateOf(p, tax)
		if at != 0 {
			bad = at
			break
		}
		if rate != "" {
			rates = append(rates, rate)
		}
	}
	slices.Sort(rates)
	return slices.Compact(rates), bad
}

// rateOf is the rate of a tax, written so that equal rates have equal texts; "" for none. At is where XPath stops: a rate that is no decimal, or the tax if
// it has several; 0 for nowhere.
func rateOf(p *shape.Pass, tax xmltree.Node) (rate string, at xmltree.Node) {
	n := p.First(tax, ramRateApplicablePercent)
	if n == xmltree.None {
		return "", 0
	}
	if p.Count(tax, ramRateApplicablePercent) > 1 {
		return "", tax
	}
	v := en16931.ParseDecimal(p.Text(n))
	if !v.Readable() {
		return "", n
	}
	return plain(v), 0
}

// plain writes a number so that equal ones have equal texts.
func plain(v en16931.Decimal) string {
	text := strings.TrimLeft(v.String(), "+-0")
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	switch {
	case text == "":
		return "0"
	case v.Sign() < 0:
		return "-" + text
	}
	return text
}

func (a *amounts) of(code string) *category {
	c := a.byCategory[code]
	if c == nil {
		c = &category{}
		if hasRates(code) {
			c.byRate = map[string]*taxable{}
		}
		a.byCategory[code] = c
	}
	return c
}

// hasRates reports whether a category has rates other than 0, and so a breakdown for each: S, and L and M of the Canary Islands, Ceuta and Melilla.
func hasRates(code string) bool { return code == "S" || code == "L" || code == "M" }

// at returns what has the category at a rate.
func (c *category) at(rate string) *taxable {
	t := c.byRate[rate]
	if t == nil {
		t = &taxable{}
		c.byRate[rate] = t
	}
	return t
}

func (u *unclear) note(bad xmltree.Node, before []string) {
	if u.count++; u.count == 1 {
		u.bad = bad
	}
	if u.before == nil && len(before) > 0 {
		u.before = map[string]int{}
	}
	for _, rate := range before {
		u.before[rate]++
	}
}

// need stops where XPath comes to a rate that it stops at, on its search for one.
func (u *unclear) need(p *shape.Pass, rate string) {
	switch {
	case u.before[rate] == u.count:
	case p.Is(u.bad, ramRateApplicablePercent):
		p.Decimal(u.bad)
	default:
		p.Only(u.bad, ramRateApplicablePercent)
	}
}

func (t *tally) put(p *shape.Pass, n xmltree.Node) {
	if n == xmltree.None {
		return
	}
	v := en16931.ParseDecimal(p.Text(n))
	if !v.Readable() {
		t.fail(n)
		return
	}
	t.total = t.total.Add(v)
}

func (t *tally) fail(n xmltree.Node) {
	if t.bad == 0 {
		t.bad = n
	}
}

func (t *tally) join(other tally) {
	if other.bad != 0 {
		t.fail(other.bad)
	}
	if !other.total.Absent() {
		t.total = t.total.Add(other.total)
	}
}

// need returns the sum, rounded to two decimals, to a test that adds up the amounts. XPath stops there if one of them is no decimal.
func (t *tally) need(p *shape.Pass) en16931.Decimal { return t.exact(p).RoundXPath(2) }

// exact is need without rounding.
func (t *tally) exact(p *shape.Pass) en16931.Decimal {
	switch {
	case t.bad == 0:
	case p.Is(t.bad, ramSpecifiedTradeSettlementLineMonetarySummation):
		p.Only(t.bad, ramLineTotalAmount)
	case p.Is(t.bad, ramSpecifiedTradeAllowanceCharge):
		p.Only(t.bad, ramActualAmount)
	case p.Is(t.bad, ramSpecifiedLogisticsServiceCharge):
		p.Only(t.bad, ramAppliedAmount)
	default:
		p.Decimal(t.bad)
	}
	return t.total
}
