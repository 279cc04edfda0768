package en16931

// vatGroups are the categories and rates that the invoice uses, in the order of first use.
type vatGroups struct {
	byKey map[vatKey]*vatGroup
	order []*vatGroup
	unknown
}

// unknown is what stands in the way of the entries of any category, or of one, because it does not say enough to know which entry it belongs
// to, or is.
type unknown struct {
	anyEntry   *cause
	byCategory map[Code]*cause
	blocked    []Code // the keys of byCategory, in the order of first use
}

// of returns what stands in the way of an entry of a category, nil if nothing does.
func (u *unknown) of(code Code) *cause {
	if u.anyEntry != nil {
		return u.anyEntry
	}
	return u.byCategory[code]
}

func (u *unknown) block(code Code, by *cause) {
	switch {
	case code == "" && u.anyEntry == nil:
		u.anyEntry = by
	case code != "" && u.byCategory[code] == nil:
		if u.byCategory == nil {
			u.byCategory = map[Code]*cause{}
		}
		u.byCategory[code] = by
		u.blocked = append(u.blocked, code)
	}
}

// vatGroup is one category and rate, and the amounts that use it.
type vatGroup struct {
	sum
	vatCategory
	rate    Decimal // as first written; absent for O
	entries []*VATBreakdown
}

// vatKey is a category and rate to look up by: numbers that are equal make one key, however they are written.
type vatKey struct {
	category Code
	coef     int64
	scale    uint16
	large    string // a rate of more than 18 digits
}

// keyOf returns the key of a category with a readable rate. Where the category alone says the rate, a stated one does not count.
func keyOf(v vatCategory, rate Decimal) vatKey {
	key := vatKey{category: v.code}
	switch {
	case v.rates != anyRate:
	case rate.state == large:
		key.large = rate.Decimal().Rat().RatString()
	default:
		key.coef, key.scale = rate.coef, rate.scale
		for key.scale > 0 && key.coef%10 == 0 {
			key.coef /= 10
			key.scale--
		}
	}
	return key
}

// use is an amount with its VAT category.
type use struct {
	category Code
	rate     Decimal
	amount   Amount
	minus    bool
	group    any // that holds the amount
	vatGroup any // that holds category and rate
	terms    vatTerms
}

// vatTerms are the terms of a use, and the number of the rules that limit its rate.
type vatTerms struct {
	amount, category, rate Term
	rule                   string
}

// use adds an amount to its category and rate.
func (c *completer) use(u use) {
	code := Code(trim(string(u.category)))
	if code == "" {
		var k calc
		c.block(&k, u.terms.category, u.vatGroup, ReasonAbsent)
		c.vat.block("", k.gap)
		return
	}
	v := categoryOf(code)
	c.checkRate(v, u.terms.rate, u.vatGroup, u.rate, v.rule(u.terms.rule))
	if v.rates == anyRate {
		var k calc
		if c.number(&k, u.terms.rate, u.vatGroup, u.rate); k.gap != nil {
			c.vat.block(code, k.gap)
			return
		}
	}
	g := c.vat.group(v, u.rate)
	n := c.need(&g.calc, u.terms.amount, u.group, u.amount)
	if u.minus {
		n = n.Neg()
	}
	g.add(n)
}

// group returns the group of a category and rate, a new one at its first use.
func (v *vatGroups) group(category vatCategory, rate Decimal) *vatGroup {
	key := keyOf(category, rate)
	if g := v.byKey[key]; g != nil {
		return g
	}
	g := &vatGroup{vatCategory: category, rate: rate}
	switch category.rates {
	case zeroRate:
		if !rate.Readable() || rate.Sign() != 0 {
			g.rate = NewDecimal(0, 0)
		}
	case noRate:
		g.rate = Decimal{}
	}
	if v.byKey == nil {
		v.byKey = map[vatKey]*vatGroup{}
	}
	v.byKey[key] = g
	v.order = append(v.order, g)
	return g
}

// checkRate notes a stated rate that the category does not have.
func (c *completer) checkRate(v vatCategory, t Term, group any, rate Decimal, rule string) {
	if rate.Absent() || v.rates == anyRate || v.rates == zeroRate && rate.Readable() && rate.Sign() == 0 {
		return
	}
	wants := Decimal{}
	if v.rates == zeroRate {
		wants = NewDecimal(0, 0)
	}
	at := c.at
	at.category = v.code
	c.done.Contradictions = append(c.done.Contradictions, Contradiction{
		Term: t, Group: group, Stated: rate, Computed: wants, Rule: rule, Tolerance: NewDecimal(0, 0), at: at,
	})
}

// breakdown computes BG-23.
func (c *completer) breakdown() {
	unkeyed := c.matchEntries()
	if c.vat.anyEntry == nil && len(c.vat.byCategory) == 0 && c.mayOverwrite(BG23) {
		c.removeUnused()
	}
	for _, e := range c.inv.VATBreakdown {
		c.entry(e)
	}
	for _, g := range c.vat.order {
		if len(g.entries) == 0 {
			c.newEntry(g, unkeyed)
		}
	}
	c.uncovered()
	c.at = spot{}
}

// matchEntries gives every stated entry to its group, and returns what stands in the way of new entries: a stated one, of any category or of
// some, that does not say enough to know whether it is the one.
func (c *completer) matchEntries() (unkeyed unknown) {
	for _, e := range c.inv.VATBreakdown {
		c.at = spotOf(e)
		v := categoryOf(c.at.category)
		var k calc
		switch {
		case v.code == "":
			c.block(&k, BT118, e, ReasonAbsent)
			unkeyed.block("", k.gap)
			continue
		case v.rates == anyRate:
			if c.number(&k, BT119, e, e.Rate); k.gap != nil {
				unkeyed.block(v.code, k.gap)
				continue
			}
		}
		if g := c.vat.byKey[keyOf(v, e.Rate)]; g != nil {
			g.entries = append(g.entries, e)
		}
	}
	return unkeyed
}

// removeUnused drops the entries of categories and rates that nothing uses.
func (c *completer) removeUnused() {
	var kept []*VATBreakdown
	for _, e := range c.inv.VATBreakdown {
		v := categoryOf(spotOf(e).category)
		keyed := v.code != "" && (v.rates != anyRate || e.Rate.Readable())
		if keyed && c.vat.byKey[keyOf(v, e.Rate)] == nil {
			c.set(BG23, e, trim(string(v.code)+" "+e.Rate.String()), "")
			continue
		}
		kept = append(kept, e)
	}
	c.inv.VATBreakdown = kept
}

// entry computes the amounts of a stated entry.
func (c *completer) entry(e *VATBreakdown) {
	c.at = spotOf(e)
	v := categoryOf(c.at.category)
	var k calc
	var g *vatGroup
	switch {
	case v.code == "":
		c.block(&k, BT118, e, ReasonAbsent)
	case v.rates == anyRate:
		c.number(&k, BT119, e, e.Rate)
	case v.rates == zeroRate && e.Rate.Absent():
		e.Rate = NewDecimal(0, 0)
		c.set(BT119, e, "", e.Rate.String())
		c.at = spotOf(e)
	default:
		c.checkRate(v, BT119, e, e.Rate, "")
	}
	tax := k // it needs no more than that, and BT-116
	if k.gap == nil {
		k.gap = c.vat.of(v.code)
		g = c.vat.byKey[keyOf(v, e.Rate)]
	}
	var taxable Decimal
	if g != nil && k.gap == nil {
		taxable, k = g.total, g.calc
		if len(g.entries) > 1 && (e.TaxableAmount.Absent() || c.mayOverwrite(BT116)) {
			other := g.entries[0]
			if other == e {
				other = g.entries[1]
			}
			c.block(&k, BT118, other, ReasonDuplicate)
		}
	}
	c.put(BT116, e, &e.TaxableAmount, k, taxable.Add(NewDecimal(0, 2)).RoundXPath(2), v.taxable(c.syntax))
	c.tax(e, v, tax)
}

// taxOf returns BT-116 × BT-119 / 100. Halves go away from zero: the official test of BR-CO-17 takes both amounts without their sign before it
// rounds.
func taxOf(taxable, rate Decimal) Decimal { return taxable.Mul(rate).Mul(NewDecimal(1, 2)).Round(2) }

// tax computes BT-117, which is 0 in a category that has no other rate.
func (c *completer) tax(e *VATBreakdown, v vatCategory, k calc) {
	n := NewDecimal(0, 2)
	if v.rates == anyRate {
		n = taxOf(c.need(&k, BT116, e, e.TaxableAmount), e.Rate)
	}
	c.put(BT117, e, &e.TaxAmount, k, n, v.tax(c.syntax))
}

// newEntry adds the entry of a group that has none, whole or not at all.
func (c *completer) newEntry(g *vatGroup, unkeyed unknown) {
	c.at = spot{category: g.code, rate: g.rate}
	for _, by := range []*cause{c.vat.of(g.code), unkeyed.of(g.code), g.gap} {
		if by != nil {
			c.lack(by)
			return
		}
	}
	taxable := g.total.RoundXPath(2)
	if tooLong(taxable) || g.rates == anyRate && tooLong(taxOf(taxable, g.rate)) {
		c.lack(&cause{BG23, c.inv, ReasonTooLong, c.at})
		return
	}
	e := Append(BG23, c.inv).(*VATBreakdown)
	e.Category, e.Rate = g.code, g.rate
	c.set(BT118, e, "", string(g.code))
	if !g.rate.Absent() {
		c.set(BT119, e, "", g.rate.String())
	}
	c.put(BT116, e, &e.TaxableAmount, calc{}, taxable, g.taxable(c.syntax))
	c.tax(e, g.vatCategory, calc{})
}

// uncovered notes the uses without a category or rate that may need an entry of their own: no stated entry can be theirs, and none was missed
// already.
func (c *completer) uncovered() {
	c.at = spot{}
	if c.vat.anyEntry != nil && len(c.inv.VATBreakdown)+len(c.vat.order) == 0 {
		c.lack(c.vat.anyEntry)
	}
	if len(c.vat.blocked) == 0 {
		return
	}
	known := map[Code]bool{}
	for _, e := range c.inv.VATBreakdown {
		known[spotOf(e).category] = true
	}
	for _, g := range c.vat.order {
		known[g.code] = true
	}
	for _, code := range c.vat.blocked {
		if !known[code] {
			c.at = spot{category: code}
			c.lack(c.vat.byCategory[code])
		}
	}
}

// lack notes that the breakdown needs an entry that could not be made.
func (c *completer) lack(by *cause) {
	if c.noEntry == nil {
		c.noEntry = by
	}
	c.miss(BG23, c.inv, calc{by})
}

func spotOf(e *VATBreakdown) spot {
	return spot{category: Code(trim(string(e.Category))), rate: e.Rate}
}
