package cii

import (
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// extended is what the rules of Factur-X EXTENDED have found out about a document.
type extended struct {
	sums, counts ledger
	transactions map[xmltree.Node]*transaction
	headers      map[xmltree.Node]*header
	hierarchy    *hierarchy
}

func extendedOf(p *shape.Pass) *extended {
	f := factsOf(p)
	if f.extended == nil {
		f.extended = &extended{transactions: map[xmltree.Node]*transaction{}, headers: map[xmltree.Node]*header{}}
	}
	return f.extended
}

// counted reports whether a line counts: one without a subtype (BT-X-8), or of subtype DETAIL. Those of subtype GROUP repeat what others state, and
// those of subtype INFORMATION only explain.
func counted(p *shape.Pass, line xmltree.Node) bool {
	none := true
	for subtype := range p.All(line, ramAssociatedDocumentLineDocument, ramLineStatusReasonCode) {
		if p.Text(subtype) == "DETAIL" {
			return true
		}
		none = false
	}
	return none
}

// transaction is what stands in a transaction beside its header.
type transaction struct {
	lines, counted int
	amounts        *total // of the lines that count
}

func transactionOf(p *shape.Pass, n xmltree.Node) *transaction {
	x := extendedOf(p)
	t := x.transactions[n]
	if t != nil {
		return t
	}
	t = &transaction{}
	x.transactions[n] = t
	var amounts []xmltree.Node
	if n != xmltree.None {
		for line := range p.All(n, ramIncludedSupplyChainTradeLineItem) {
			t.lines++
			if counted(p, line) {
				t.counted++
				amounts = slices.AppendSeq(amounts, p.All(line, ramSpecifiedLineTradeSettlement, ramSpecifiedTradeSettlementLineMonetarySummation,
					ramLineTotalAmount))
			}
		}
	}
	t.amounts = addUp(p, slices.Values(amounts))
	return t
}

// header is what rules ask of a settlement for each of its totals.
type header struct {
	allowances, charges, logistics int // how many
	currencies                     []xmltree.Node
	thirdParties                   tally
}

func headerOf(p *shape.Pass, settlement xmltree.Node) *header {
	x := extendedOf(p)
	h := x.headers[settlement]
	if h != nil {
		return h
	}
	h = &header{}
	x.headers[settlement] = h
	if settlement == xmltree.None {
		return h
	}
	for c := range p.All(settlement, ramSpecifiedTradeAllowanceCharge) {
		allowance, charge := spelt(p, c)
		if allowance {
			h.allowances++
		}
		if charge {
			h.charges++
		}
	}
	h.logistics = p.Count(settlement, ramSpecifiedLogisticsServiceCharge)
	h.currencies = slices.Collect(p.All(settlement, ramInvoiceCurrencyCode))
	for amount := range p.All(settlement, ramSpecifiedFinancialAdjustment, ramActualAmount) {
		h.thirdParties.put(p, amount)
	}
	return h
}

// ledger is what has a VAT category: by category, rate, and reason for an exemption. There is one for amounts, and one that counts what a difference
// is allowed for; they are not the same where a line has several settlements, which the artefact takes together when it counts.
type ledger struct {
	byCategory map[string]*account
	turn       int // counts what has been added, so that a category that one thing names twice gets it once
}

// account is what has one category.
type account struct {
	unclear
	byRate map[string]*entry // for O, of which the rate does not count, there is only ""
	turn   int
}

// entry is what has one category and rate.
type entry struct {
	sums
	byReason map[exemption]*sums
	// What XPath stops at when it compares reasons: the first thing with several codes, and by its code the first with several texts; 0 for none.
	severalCodes xmltree.Node
	severalTexts map[string]xmltree.Node
}

// exemption is why there is no VAT: in words (BT-120) and by a code (BT-121).
type exemption struct{ code, text string }

const onLogistics = kinds

// sums is what amounts come to, and how many there are.
type sums struct {
	amounts [kinds + 1]tally
	count   int
}

// taxPaths lead to the taxes of something.
type taxPaths struct{ taxes, category, code, text []shape.Name }

func pathsTo(taxes ...shape.Name) taxPaths {
	to := func(name shape.Name) []shape.Name { return append(slices.Clone(taxes), name) }
	return taxPaths{taxes, to(ramCategoryCode), to(ramExemptionReasonCode), to(ramExemptionReason)}
}

func ledgersOf(p *shape.Pass) (amounts, counts *ledger) {
	x := extendedOf(p)
	if x.sums.byCategory != nil {
		return &x.sums, &x.counts
	}
	x.sums.byCategory, x.counts.byCategory = map[string]*account{}, map[string]*account{}
	count := func(s *sums) { s.count++ }

	taxes, taxesOfLine := pathsTo(ramApplicableTradeTax), pathsTo(ramSpecifiedLineTradeSettlement, ramApplicableTradeTax)
	for line := range fromRoot(p, rsmSupplyChainTradeTransaction, ramIncludedSupplyChainTradeLineItem) {
		if !counted(p, line) {
			continue
		}
		for n := range p.All(line, ramSpecifiedLineTradeSettlement) {
			amount := lineAmount(p, n)
			x.sums.add(p, n, &taxes, func(s *sums) { s.amounts[onLines].join(amount) })
		}
		x.counts.add(p, line, &taxesOfLine, count)
	}

	taxes = pathsTo(ramCategoryTradeTax)
	for _, c := range levelOf(p).all {
		amount := onlyAmount(p, c.node, ramActualAmount)
		if c.allowance {
			x.sums.add(p, c.node, &taxes, func(s *sums) { s.amounts[onAllowances].join(amount) })
		}
		if c.charge {
			x.sums.add(p, c.node, &taxes, func(s *sums) { s.amounts[onCharges].join(amount) })
		}
		x.counts.add(p, c.node, &taxes, count)
	}

	taxes = pathsTo(ramAppliedTradeTax)
	for n := range inHeader(p, ramSpecifiedLogisticsServiceCharge) {
		amount := onlyAmount(p, n, ramAppliedAmount)
		x.sums.add(p, n, &taxes, func(s *sums) { s.amounts[onLogistics].join(amount) })
		x.counts.add(p, n, &taxes, count)
	}
	return &x.sums, &x.counts
}

// add posts what n is to the categories, rates and reasons of its taxes. With several taxes it is each of their categories at each of their rates.
func (l *ledger) add(p *shape.Pass, n xmltree.Node, to *taxPaths, post func(*sums)) {
	l.turn++
	rates, badRate := ratesOf(p, n, nil, to.taxes...)
	r := exemption{p.Normal(p.First(n, to.code...)), p.Normal(p.First(n, to.text...))}
	for category := range p.All(n, to.category...) {
		a := l.of(p.Text(category))
		if a.turn == l.turn {
			continue
		}
		a.turn = l.turn
		if p.Text(category) == "O" {
			a.at("").add(p, n, to, r, post)
			continue
		}
		if badRate != 0 {
			a.note(badRate, rates)
		}
		for _, rate := range rates {
			a.at(rate).add(p, n, to, r, post)
		}
	}
}

func (l *ledger) of(category string) *account {
	a := l.byCategory[category]
	if a == nil {
		a = &account{byRate: map[string]*entry{}}
		l.byCategory[category] = a
	}
	return a
}

func (a *account) at(rate string) *entry {
	e := a.byRate[rate]
	if e == nil {
		e = &entry{byReason: map[exemption]*sums{}}
		a.byRate[rate] = e
	}
	return e
}

func (e *entry) add(p *shape.Pass, n xmltree.Node, to *taxPaths, r exemption, post func(*sums)) {
	post(&e.sums)
	switch {
	case p.Count(n, to.code...) > 1:
		if e.severalCodes == 0 {
			e.severalCodes = n
		}
	case p.Count(n, to.text...) > 1:
		if e.severalTexts == nil {
			e.severalTexts = map[string]xmltree.Node{}
		}
		if e.severalTexts[r.code] == 0 {
			e.severalTexts[r.code] = n
		}
	default:
		s := e.byReason[r]
		if s == nil {
			s = &sums{}
			e.byReason[r] = s
		}
		post(s)
	}
}

// need returns what has a category at a rate, and for a reason if r is not nil. XPath stops where it comes to a rate that is none, or has to compare
// several reasons.
func (l *ledger) need(p *shape.Pass, category, rate string, r *exemption) *sums {
	a := l.byCategory[category]
	if a == nil {
		return &sums{}
	}
	a.unclear.need(p, rate)
	e := a.byRate[rate]
	switch {
	case e == nil:
		return &sums{}
	case r == nil:
		return &e.sums
	case e.severalCodes != 0:
		p.Only(e.severalCodes, taxesIn(p, e.severalCodes).code...)
	case e.severalTexts[r.code] != 0:
		n := e.severalTexts[r.code]
		p.Only(n, taxesIn(p, n).text...)
	}
	if s := e.byReason[*r]; s != nil {
		return s
	}
	return &sums{}
}

// taxesIn are the paths that what is in a ledger was added with.
func taxesIn(p *shape.Pass, n xmltree.Node) taxPaths {
	switch {
	case p.Is(n, ramIncludedSupplyChainTradeLineItem):
		return pathsTo(ramSpecifiedLineTradeSettlement, ramApplicableTradeTax)
	case p.Is(n, ramSpecifiedLineTradeSettlement):
		return pathsTo(ramApplicableTradeTax)
	case p.Is(n, ramSpecifiedTradeAllowanceCharge):
		return pathsTo(ramCategoryTradeTax)
	}
	return pathsTo(ramAppliedTradeTax)
}

// tolerance is how far a sum of so many amounts may be off: a cent for each.
func tolerance(count int) en16931.Decimal { return en16931.NewDecimal(int64(count), 2) }
