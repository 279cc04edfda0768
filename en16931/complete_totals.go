package en16931

// totals computes BG-22. Sums are rounded as the official rules round them (halves up, by XPath's round); that matters only where an amount
// has more decimals than the two that the standard allows.
func (c *completer) totals() {
	t := &c.inv.Totals
	c.put(BT106, t, &t.Lines, c.lineSum.calc, c.lineSum.total.RoundXPath(2), exactly("BR-CO-10"))
	c.adjustment(BT107, &t.Allowances, c.allowanceSum, len(c.inv.Allowances), "BR-CO-11")
	c.adjustment(BT108, &t.Charges, c.chargeSum, len(c.inv.Charges), "BR-CO-12")

	var k calc
	n := c.need(&k, BT106, t, t.Lines)
	n = n.Sub(c.adjusted(&k, BT107, t.Allowances, len(c.inv.Allowances)))
	n = n.Add(c.adjusted(&k, BT108, t.Charges, len(c.inv.Charges)))
	c.put(BT109, t, &t.WithoutVAT, k, n.RoundXPath(2), exactly("BR-CO-13"))

	vat := c.taxes()
	c.put(BT110, t, &t.VAT, vat.calc, vat.total.RoundXPath(2), exactly("BR-CO-14"))
	c.accountingVAT()

	// CII's test of BR-CO-15 also takes a BT-112 that equals BT-109, whatever the VAT; we hold to the equation.
	k = calc{}
	n = c.need(&k, BT109, t, t.WithoutVAT).Add(c.need(&k, BT110, t, t.VAT))
	c.put(BT112, t, &t.WithVAT, k, n.RoundXPath(2), exactly("BR-CO-15"))

	k = calc{}
	n = c.need(&k, BT112, t, t.WithVAT).Sub(c.also(&k, BT113, t, t.Paid)).Add(c.also(&k, BT114, t, t.Rounding))
	c.put(BT115, t, &t.Due, k, n.RoundXPath(2), exactly("BR-CO-16"))
}

// adjustment computes BT-107 or BT-108, which stand in an invoice only where it has allowances or charges.
func (c *completer) adjustment(t Term, field *Amount, s sum, count int, rule string) {
	group := &c.inv.Totals
	switch {
	case count > 0 || !field.Absent() && !c.mayOverwrite(t):
		c.put(t, group, field, s.calc, s.total.RoundXPath(2), exactly(rule))
	case !field.Absent() && (!field.Readable() || field.Sign() != 0 || c.otherCurrency(*field)):
		c.set(t, group, field.String(), "")
		*field = Amount{}
	}
}

// adjusted returns BT-107 or BT-108 to compute with: 0 where it is absent and the invoice has nothing to add up in it.
func (c *completer) adjusted(k *calc, t Term, a Amount, count int) Decimal {
	if count == 0 {
		return c.also(k, t, &c.inv.Totals, a)
	}
	return c.need(k, t, &c.inv.Totals, a)
}

// taxes adds up BT-117.
func (c *completer) taxes() sum {
	var s sum
	s.gap = c.noEntry
	if len(c.inv.VATBreakdown) == 0 {
		c.block(&s.calc, BG23, c.inv, ReasonAbsent)
	}
	for _, e := range c.inv.VATBreakdown {
		c.at = spotOf(e)
		s.add(c.need(&s.calc, BT117, e, e.TaxAmount))
	}
	c.at = spot{}
	return s
}

// accountingVAT notes a missing BT-111, which BR-53 requires beside BT-6. With BT-6 the same as BT-5 it would be BT-110 once more, and no syntax
// could tell them apart.
func (c *completer) accountingVAT() {
	t := &c.inv.Totals
	other := trim(string(c.inv.VATAccountingCurrency))
	if other != "" && other != trim(string(c.inv.Currency)) && t.VATInAccountingCurrency.Absent() {
		var k calc
		c.block(&k, BT6, c.inv, ReasonNoExchangeRate)
		c.miss(BT111, t, k)
	}
}
