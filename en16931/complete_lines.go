package en16931

// lines computes what stands in lines and adds up their net amounts.
func (c *completer) lines() {
	if len(c.inv.Lines) == 0 {
		c.block(&c.lineSum.calc, BG25, c.inv, ReasonAbsent)
		c.vat.anyEntry = c.lineSum.gap
	}
	for i, l := range c.inv.Lines {
		c.at = spot{line: i + 1}
		c.price(&l.Price)
		var adjust sum // of allowances and charges
		for j, a := range l.Allowances {
			c.at.nth = j + 1
			c.percentage(a, &a.Amount, a.Base, a.Percentage, lineAllowance)
			adjust.add(c.need(&adjust.calc, BT136, a, a.Amount).Neg())
		}
		for j, a := range l.Charges {
			c.at.nth = j + 1
			c.percentage(a, &a.Amount, a.Base, a.Percentage, lineCharge)
			adjust.add(c.need(&adjust.calc, BT141, a, a.Amount))
		}
		c.at.nth = 0
		c.netAmount(l, adjust)
		c.lineSum.add(c.need(&c.lineSum.calc, BT131, l, l.NetAmount))
		c.use(use{
			category: l.VAT.Category, rate: l.VAT.Rate, amount: l.NetAmount, group: l, vatGroup: &l.VAT,
			terms: vatTerms{BT131, BT151, BT152, "05"},
		})
	}
	c.at = spot{}
}

// price computes BT-146 from the gross price. A gross price without a discount is the net price, unless another one is stated: then the
// discount is what lies between them.
func (c *completer) price(p *Price) {
	if p.Gross.Absent() || !p.Net.Absent() && p.Discount.Absent() {
		return
	}
	var k calc
	net := c.need(&k, BT148, p, p.Gross).Sub(c.also(&k, BT147, p, p.Discount))
	c.put(BT146, p, &p.Net, k, net, exactly(""))
}

// netAmount computes BT-131: quantity × price / base quantity - allowances + charges. It is rounded once, at the end. No official rule says
// how halves go; they go away from zero, so that an invoice and the credit note that reverses it come to the same amounts.
func (c *completer) netAmount(l *Line, adjust sum) {
	var k calc
	n := c.number(&k, BT129, l, l.Quantity).Mul(c.need(&k, BT146, &l.Price, l.Price.Net))
	one := NewDecimal(1, 0)
	base := one
	if !l.Price.BaseQuantity.Absent() {
		base = c.number(&k, BT149, &l.Price, l.Price.BaseQuantity)
		if base.Readable() && base.Sign() == 0 {
			c.block(&k, BT149, &l.Price, ReasonIsZero)
		}
	}
	if unit := trim(string(l.Price.BaseUnit)); unit != "" && l.Unit != "" && unit != trim(string(l.Unit)) {
		c.block(&k, BT150, &l.Price, ReasonOtherUnit)
	}
	if k.gap == nil {
		k = adjust.calc
	}
	switch {
	case k.gap != nil:
	case len(l.Allowances)+len(l.Charges) == 0 && base.Equal(one):
		n = n.Round(2)
	case base.Equal(one):
		n = n.Add(adjust.total).Round(2)
	default:
		n = n.Add(adjust.total.Mul(base)).Div(base, 2)
	}
	c.put(BT131, l, &l.NetAmount, k, n, byDefinition())
}

// percentTerms are the terms of an allowance or charge that is a percentage of a base.
type percentTerms struct{ amount, base, percentage Term }

var (
	lineAllowance = percentTerms{BT136, BT137, BT138}
	lineCharge    = percentTerms{BT141, BT142, BT143}
	allowance     = percentTerms{BT92, BT93, BT94}
	charge        = percentTerms{BT99, BT100, BT101}
)

// percentage computes the amount of an allowance or charge: base × percentage / 100, halves away from zero. With neither of them stated the
// amount stands for itself; with one of them beside an amount there is nothing to compute.
func (c *completer) percentage(group any, amount *Amount, base Amount, percentage Decimal, t percentTerms) {
	if base.Absent() && percentage.Absent() || !amount.Absent() && (base.Absent() || percentage.Absent()) {
		return
	}
	var k calc
	n := c.need(&k, t.base, group, base).Mul(c.number(&k, t.percentage, group, percentage))
	c.put(t.amount, group, amount, k, n.Mul(NewDecimal(1, 2)).Round(2), byDefinition())
}

// allowances computes and adds up those of the whole invoice.
func (c *completer) allowances() {
	for i, a := range c.inv.Allowances {
		c.at = spot{nth: i + 1}
		c.percentage(a, &a.Amount, a.Base, a.Percentage, allowance)
		c.allowanceSum.add(c.need(&c.allowanceSum.calc, BT92, a, a.Amount))
		c.use(use{
			category: a.VATCategory, rate: a.VATRate, amount: a.Amount, minus: true, group: a, vatGroup: a,
			terms: vatTerms{BT92, BT95, BT96, "06"},
		})
	}
	c.at = spot{}
}

// charges computes and adds up those of the whole invoice.
func (c *completer) charges() {
	for i, a := range c.inv.Charges {
		c.at = spot{nth: i + 1}
		c.percentage(a, &a.Amount, a.Base, a.Percentage, charge)
		c.chargeSum.add(c.need(&c.chargeSum.calc, BT99, a, a.Amount))
		c.use(use{
			category: a.VATCategory, rate: a.VATRate, amount: a.Amount, group: a, vatGroup: a,
			terms: vatTerms{BT99, BT102, BT103, "07"},
		})
	}
	c.at = spot{}
}
