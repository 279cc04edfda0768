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
	if c.isForeign(t, group, a) {
		c.block(k, t, group, OtherCurrency)
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
		c.block(k, t, group, Absent)
	case !d.Readable():
		c.block(k, t, group, Unreadable)
	default:
		return d
	}
	return Decimal{}
}

// isForeign reports whether an amount is in another currency than the invoice. It is a contradiction, noted once for each amount: no rate is
// known to convert it by.
func (c *completer) isForeign(t Term, group any, a Amount) bool {
	if a.Currency == "" || trim(string(a.Currency)) == trim(string(c.inv.Currency)) {
		return false
	}
	ref := amountRef{t, group}
	if !c.foreign[ref] {
		if c.foreign == nil {
			c.foreign = map[amountRef]bool{}
		}
		c.foreign[ref] = true
		c.done.Contradictions = append(c.done.Contradictions, Contradiction{
			Term: t, Group: group, Stated: a.Decimal, Currency: a.Currency, invoiceCurrency: c.inv.Currency, at: c.at,
		})
	}
	return true
}

// put writes a result into its field, or compares it with what is stated there. The calc says whether all that the result needs was there.
func (c *completer) put(t Term, group any, field *Amount, k calc, n Decimal, by arithmetic) {
	if n.state == large && len(n.text) > maxDigits {
		c.block(&k, t, group, TooLong) // what we write, we must be able to read
	}
	stated, over := !field.Absent(), c.mayOverwrite(t)
	if k.gap != nil {
		if !stated || over {
			c.miss(t, group, k)
		}
		if stated && !over {
			c.isForeign(t, group, *field)
		}
		return
	}
	switch {
	case !stated:
	case over:
		if field.Readable() && field.Cmp(n) == 0 && !c.otherCurrency(*field) {
			return
		}
	case c.isForeign(t, group, *field):
		c.done.Contradictions[len(c.done.Contradictions)-1].Computed = n
		return
	default:
		if !field.Readable() || !by.agree(field.Decimal, n) {
			c.done.Contradictions = append(c.done.Contradictions, Contradiction{
				Term: t, Group: group, Stated: field.Decimal, Computed: n, Rule: by.rule, Tolerance: by.tolerance, at: c.at,
			})
		}
		return
	}
	c.set(t, group, field.String(), n.String())
	*field = Amount{Decimal: n}
}

// miss notes that a result could not be computed.
func (c *completer) miss(t Term, group any, k calc) {
	c.done.Missing = append(c.done.Missing, Gap{
		Term: t, Group: group, Needs: k.gap.term, NeedsGroup: k.gap.group, Reason: k.gap.reason, at: c.at, needsAt: k.gap.at,
	})
}
