package en16931

// A calc collects what stands in the way of one result: the first value that it needs and cannot have.
type calc struct{ gap *cause }

// cause is a value that a result needs and cannot have.
type cause struct {
	term   Term
	group  any
	reason Reason
	at     spot
}

// sum is a running sum, good as long as its calc has no gap.
type sum struct {
	calc
	total Decimal
}

func (s *sum) add(n Decimal) { s.total = s.total.Add(n) }

// block notes a value in the way, if it is the first.
func (c *completer) block(k *calc, t Term, group any, why Reason) {
	if k.gap == nil {
		k.gap = &cause{t, group, why, c.at}
	}
}

// need returns an amount that a result cannot do without.
func (c *completer) need(k *calc, t Term, group any, a Amount) Decimal {
	if c.otherCurrency(a) {
		c.contradictCurrency(t, group, a, Decimal{})
		c.block(k, t, group, ReasonOtherCurrency)
		return Decimal{}
	}
	return c.number(k, t, group, a.Decimal)
}

// also returns an amount that counts 0 where it is absent.
func (c *completer) also(k *calc, t Term, group any, a Amount) Decimal {
	if a.Absent() {
		return Decimal{}
	}
	return c.need(k, t, group, a)
}

// number returns a number that a result cannot do without.
func (c *completer) number(k *calc, t Term, group any, d Decimal) Decimal {
	switch {
	case d.Absent():
		c.block(k, t, group, ReasonAbsent)
	case !d.Readable():
		c.block(k, t, group, ReasonUnreadable)
	default:
		return d
	}
	return Decimal{}
}

// otherCurrency reports whether an amount is in another currency than the invoice. No rate is known to convert it by.
func (c *completer) otherCurrency(a Amount) bool {
	return a.Currency != "" && trim(string(a.Currency)) != trim(string(c.inv.Currency))
}

// contradictCurrency notes an amount in another currency, once, for several results may need it.
func (c *completer) contradictCurrency(t Term, group any, a Amount, computed Decimal) {
	ref := amountRef{t, group}
	if c.foreign[ref] {
		return
	}
	if c.foreign == nil {
		c.foreign = map[amountRef]bool{}
	}
	c.foreign[ref] = true
	c.done.Contradictions = append(c.done.Contradictions, Contradiction{
		Term: t, Group: group, Stated: a.Decimal, Currency: a.Currency, Computed: computed, invoiceCurrency: c.inv.Currency, at: c.at,
	})
}

// put writes a result into its field, or compares it with what is stated there. The calc says whether all that the result needs was there.
func (c *completer) put(t Term, group any, field *Amount, k calc, n Decimal, by arithmetic) {
	if tooLong(n) {
		c.block(&k, t, group, ReasonTooLong)
	}
	stated, over := !field.Absent(), c.mayOverwrite(t)
	if k.gap != nil {
		n = Decimal{}
		if !stated || over {
			c.miss(t, group, k)
		}
	}
	other := c.otherCurrency(*field)
	switch {
	case stated && other && (!over || k.gap != nil):
		c.contradictCurrency(t, group, *field, n)
	case k.gap != nil:
	case !stated:
		c.write(t, group, field, n, "")
	case over && other:
		c.write(t, group, field, n, field.String()+" "+trim(string(field.Currency)))
	case over:
		if !field.Readable() || field.Cmp(n) != 0 {
			c.write(t, group, field, n, field.String())
		}
	case !field.Readable() || !by.agree(field.Decimal, n):
		c.done.Contradictions = append(c.done.Contradictions, Contradiction{
			Term: t, Group: group, Stated: field.Decimal, Computed: n, Rule: by.rule, Tolerance: by.tolerance, at: c.at,
		})
	}
}

func (c *completer) write(t Term, group any, field *Amount, n Decimal, old string) {
	*field = Amount{Decimal: n}
	c.set(t, group, old, n.String())
}

// tooLong reports whether a number could not be read again once it is written.
func tooLong(n Decimal) bool { return n.state == large && len(n.text) > maxDigits }

// miss notes that a result could not be computed.
func (c *completer) miss(t Term, group any, k calc) {
	c.done.Missing = append(c.done.Missing, Gap{
		Term: t, Group: group, Needs: k.gap.term, NeedsGroup: k.gap.group, Reason: k.gap.reason, at: c.at, needsAt: k.gap.at,
	})
}
