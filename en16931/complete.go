package en16931

// Completion says what Complete did. Every entry names its term and the group it stands in by the pointer that the invoice holds, such as a
// *Line, so that a caller can ask Invoice.Source where that is in the file.
type Completion struct {
	Set            []Change        // what was written, in the order in which it was computed
	Contradictions []Contradiction // stated values that were kept, and contradict what the rest of the invoice comes to
	// Missing are the results that are absent, or were to be overwritten, and could not be computed, each with the first value in the way.
	// Nothing was written for them. A stated value that cannot be compared for the same reason is kept and not mentioned.
	Missing []Gap
}

// Change is one value that Complete wrote.
type Change struct {
	Term  Term
	Group any    // the instance of Term.Group()
	Old   string // what stood there, with its currency if that was not the invoice's; "" if the term was absent
	New   string // what stands there now, "" if the term was removed
}

// CompleteOption changes what Complete does.
type CompleteOption func(*completer)

// Overwrite lets Complete replace stated values that differ from what it computes, of the given terms and of all terms in the given groups;
// without any, of all that it computes. A breakdown entry of a category and rate that nothing uses any more is removed if BG-23 is among them:
// a Change of BG-23 with the entry as its group.
func Overwrite(terms ...Term) CompleteOption {
	if len(terms) == 0 {
		terms = []Term{BG0}
	}
	return func(c *completer) { c.overwrite = append(c.overwrite, terms...) }
}

// Complete computes, with the arithmetic of EN 16931-1, clause 6.3 and its rules BR-CO-10 to BR-CO-17, what follows from the rest of the
// invoice, and writes it where it is absent:
//
//   - BT-146 net price, from BT-148 and BT-147, where there is a gross price
//   - BT-92, BT-99, BT-136, BT-141 allowance and charge amounts, from base and percentage, where there is one of these
//   - BT-131 line net amounts
//   - BG-23 VAT breakdown: an entry for each category and rate that lines, allowances and charges use, in the order of first use, behind the
//     stated ones. Its exemption reason (BT-120, BT-121) is the caller's to state: an entry with only a reason and a category that has no rates
//     of its own (E, AE, K, G, O) will do
//   - BT-106 to BT-110, BT-112 and BT-115, the totals; BT-107 and BT-108 only where there are allowances or charges
//
// Stated values are kept, unless [Overwrite] says otherwise, and later results are computed from them, so that one wrong value is one
// contradiction and not a row of them. Computed amounts have two decimals, prices those of BT-148 and BT-147. BT-111 is never computed, for an
// invoice has no exchange rate. An invoice without lines (Factur-X MINIMUM and BASIC WL) keeps the sums of lines that it states.
func (inv *Invoice) Complete(opts ...CompleteOption) *Completion {
	c := &completer{inv: inv}
	if inv.Source != nil {
		c.syntax = inv.Source.Syntax()
	}
	for _, o := range opts {
		o(c)
	}
	c.lines()
	c.allowances()
	c.charges()
	c.breakdown()
	c.totals()
	return &c.done
}

// completer is one run of Complete.
type completer struct {
	inv       *Invoice
	syntax    string // that of the source, "" for an invoice built in Go
	overwrite []Term
	done      Completion
	at        spot // where the run is
	foreign   map[amountRef]bool

	lineSum, allowanceSum, chargeSum sum
	vat                              vatGroups
	noEntry                          *cause // why the breakdown lacks an entry
}

// amountRef names an amount.
type amountRef struct {
	term  Term
	group any
}

// spot is where in the invoice a term stands, for messages about invoices that come from no file. Numbers count from 1; 0 is none.
type spot struct {
	line     int
	nth      int // the allowance or charge, of the line if there is one
	category Code
	rate     Decimal
}

// mayOverwrite reports whether a stated value of t may be replaced.
func (c *completer) mayOverwrite(t Term) bool {
	for _, o := range c.overwrite {
		if t >= o && t < o.Behind() {
			return true
		}
	}
	return false
}

// set notes a written value.
func (c *completer) set(t Term, group any, old, now string) {
	c.done.Set = append(c.done.Set, Change{Term: t, Group: group, Old: old, New: now})
}
