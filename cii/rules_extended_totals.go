package cii

import (
	"strconv"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// near reports whether a stated amount is the expected one, give or take a cent for each of count amounts.
func near(stated, expected en16931.Decimal, count int) bool {
	return magnitude(stated.Sub(expected)).Cmp(tolerance(count)) <= 0
}

// offBy are the arguments for an amount that is not near the sum of so many.
func offBy(stated, expected en16931.Decimal, count int) []report.Arg {
	return []report.Arg{number("found", stated), number("expected", expected), off(stated, expected), report.A("count", count),
		number("tolerance", tolerance(count))}
}

// totalIsOff reports a total that is not near what it should be, with the parts that this is made of.
func totalIsOff(p *shape.Pass, at xmltree.Node, stated, expected en16931.Decimal, count int, parts ...report.Arg) {
	args := append(offBy(stated, expected.RoundXPath(2), count), parts...)
	p.Fail(at, append(args, problem(sumIsOff, args...))...)
}

// totalIsMissing reports that a total is not there.
func totalIsMissing(p *shape.Pass, totals xmltree.Node, name shape.Name) {
	p.FailMissing(totals, []shape.Name{name}, "missing", problem(noAmount))
}

// around returns the settlement that totals stand in, and the transaction around it; xmltree.None where there is none.
func around(p *shape.Pass, totals xmltree.Node) (settlement, transaction xmltree.Node) {
	settlement, transaction = p.Parent(totals), xmltree.None
	if settlement != xmltree.None {
		transaction = p.Parent(settlement)
	}
	return settlement, transaction
}

// cents is the value of a total as the rules of EXTENDED go on with it: added up and rounded in floating point, and taken exactly from there. A test
// that allows a difference of 0.01 then minds where the double lies. It stops where the sum is no number, or one without end.
func (t *total) cents(p *shape.Pass, rounded func(float64) float64) en16931.Decimal {
	if t.bad != 0 {
		p.Double(t.bad)
		return en16931.Decimal{}
	}
	v := en16931.ParseDecimal(strconv.FormatFloat(rounded(t.value), 'f', 60, 64))
	if !v.Readable() {
		notNumber(p, 0)
	}
	return v
}

// The tests write the same rounding in two ways, which may differ in the last bit.
func atOnce(v float64) float64  { return shape.Round(v*100) / 100 }
func byTwice(v float64) float64 { return shape.Round(v*10*10) / 100 }

// levelTotals are what the allowances, charges and logistics services of the header come to.
func levelTotals(p *shape.Pass) (allowances, charges, logistics *total) {
	f, l := factsOf(p), levelOf(p)
	if f.logistics == nil {
		f.allowances, f.charges = addUp(p, l.speltAmounts(p, false)), addUp(p, l.speltAmounts(p, true))
		f.logistics = addUp(p, inHeader(p, ramSpecifiedLogisticsServiceCharge, ramAppliedAmount))
	}
	return f.allowances, f.charges, f.logistics
}

// fxCO10: the sum of the lines is that of their amounts. Lines that only group or explain others do not count, but let the difference grow.
func fxCO10(p *shape.Pass, totals xmltree.Node) {
	stated, at := decimal(p, totals, ramLineTotalAmount)
	if at == xmltree.None {
		totalIsMissing(p, totals, ramLineTotalAmount)
		return
	}
	_, n := around(p, totals)
	t := transactionOf(p, n)
	if expected := t.amounts.cents(p, atOnce); !near(stated, expected, t.lines) {
		totalIsOff(p, at, stated, expected, t.lines)
	}
}

// fxCO11: the sum of the header's allowances is that of their amounts. There may be neither.
func fxCO11(p *shape.Pass, totals xmltree.Node) {
	if !levelOf(p).speltAny(false) && !p.Has(totals, ramAllowanceTotalAmount) {
		return
	}
	stated, at := decimal(p, totals, ramAllowanceTotalAmount)
	if at == xmltree.None {
		totalIsMissing(p, totals, ramAllowanceTotalAmount)
		return
	}
	n, _ := around(p, totals)
	count := headerOf(p, n).allowances
	allowances, _, _ := levelTotals(p)
	if expected := allowances.cents(p, byTwice); !near(stated, expected, count) {
		totalIsOff(p, at, stated, expected, count)
	}
}

// fxCO12: the same for charges, and logistics services with them. Where there are only logistics services, the total may be left out.
func fxCO12(p *shape.Pass, totals xmltree.Node) {
	if !levelOf(p).speltAny(true) && !p.Has(totals, ramChargeTotalAmount) {
		return
	}
	stated, at := decimal(p, totals, ramChargeTotalAmount)
	if at == xmltree.None {
		totalIsMissing(p, totals, ramChargeTotalAmount)
		return
	}
	n, _ := around(p, totals)
	count := headerOf(p, n).charges + headerOf(p, n).logistics
	_, charges, logistics := levelTotals(p)
	if expected := charges.cents(p, atOnce).Add(logistics.cents(p, byTwice)); !near(stated, expected, count) {
		totalIsOff(p, at, stated, expected, count)
	}
}

// fxCO13: the total without VAT is the sum of the lines, less allowances, plus charges and logistics services: of their own amounts, not of the totals
// above.
func fxCO13(p *shape.Pass, totals xmltree.Node) {
	stated, at := decimal(p, totals, ramTaxBasisTotalAmount)
	if at == xmltree.None {
		totalIsMissing(p, totals, ramTaxBasisTotalAmount)
		return
	}
	_, n := around(p, totals)
	allowances, charges, logistics := levelTotals(p)
	lines, less := transactionOf(p, n).amounts.cents(p, atOnce), allowances.cents(p, byTwice)
	plus := charges.cents(p, atOnce).Add(logistics.cents(p, byTwice))
	expected, count := lines.Sub(less).Add(plus), netCount(p, totals)
	if !near(stated, expected, count) {
		args := append(offBy(stated, expected.RoundXPath(2), count), number("lines", lines.RoundXPath(2)), number("allowances", less.RoundXPath(2)),
			number("charges", plus.RoundXPath(2)))
		p.Fail(at, append(args, problem(netIsOff, args...))...)
	}
}

// netCount is how many amounts the total without VAT is made of.
func netCount(p *shape.Pass, totals xmltree.Node) int {
	settlement, n := around(p, totals)
	h := headerOf(p, settlement)
	return transactionOf(p, n).counted + h.allowances + h.charges + h.logistics
}

// fxCO15: the total with VAT is that without VAT plus the VAT, in the currency of the invoice. That the total may do without VAT if it is the same as
// without is a part of the test which is never reached: without an amount of VAT there is nothing to compare.
func fxCO15(p *shape.Pass, totals xmltree.Node) {
	settlement, _ := around(p, totals)
	verdicts, fits := 0, false
	tell := func() { totalIsMissing(p, totals, ramTaxTotalAmount) }
	currencies := headerOf(p, settlement).currencies
	if len(currencies) == 0 {
		p.Fail(totals, problem(noCurrency))
		return
	}
	for _, code := range currencies {
		net, atNet := decimal(p, totals, ramTaxBasisTotalAmount)
		if atNet == xmltree.None {
			tell = func() { totalIsMissing(p, totals, ramTaxBasisTotalAmount) }
			continue
		}
		atVAT := vatIn(p, totals, p.Text(code))
		vat := p.Decimal(atVAT)
		if atVAT == xmltree.None {
			currency := report.A("currency", p.Text(code))
			tell = func() { p.FailCase(totals, "no-vat-total", currency, problem(noVATTotal, currency)) }
			continue
		}
		gross, at := decimal(p, totals, ramGrandTotalAmount)
		if at == xmltree.None {
			tell = func() { totalIsMissing(p, totals, ramGrandTotalAmount) }
			continue
		}
		if verdicts++; verdicts > 1 {
			p.Only(settlement, ramInvoiceCurrencyCode)
			return
		}
		expected, count := net.Add(vat), netCount(p, totals)
		fits = near(gross, expected, count)
		tell = func() { totalIsOff(p, at, gross, expected, count, number("net", net), number("vat", vat)) }
	}
	if !fits {
		tell()
	}
}

// vatIn finds the total VAT in a currency. XPath stops at a second.
func vatIn(p *shape.Pass, totals xmltree.Node, currency string) xmltree.Node {
	found := xmltree.None
	for amount := range p.All(totals, ramTaxTotalAmount) {
		if c, ok := p.Attr(amount, attrCurrencyID); !ok || c != currency {
			continue
		}
		if found != xmltree.None {
			return p.Only(totals, ramTaxTotalAmount)
		}
		found = amount
	}
	return found
}

// fxCO16: the amount due is the total with VAT, less what is paid, plus the rounding amount, plus what is paid for third parties. Nothing is rounded.
func fxCO16(p *shape.Pass, totals xmltree.Node) {
	stated, at := decimal(p, totals, ramDuePayableAmount)
	if at == xmltree.None {
		totalIsMissing(p, totals, ramDuePayableAmount)
		return
	}
	gross, prepaid, rounding := sumOf(p, totals, ramGrandTotalAmount), sumOf(p, totals, ramTotalPrepaidAmount), sumOf(p, totals, ramRoundingAmount)
	settlement, _ := around(p, totals)
	third := headerOf(p, settlement).thirdParties.exact(p)
	if expected := gross.Sub(prepaid).Add(rounding).Add(third); stated.Cmp(expected) != 0 {
		args := []report.Arg{number("found", stated), number("expected", expected), off(stated, expected), number("gross", gross),
			number("prepaid", prepaid), number("rounding", rounding), number("third", third)}
		p.Fail(at, append(args, problem(dueIsOff, args...))...)
	}
}

// sumOf adds up exactly.
func sumOf(p *shape.Pass, n xmltree.Node, path ...shape.Name) en16931.Decimal {
	sum := en16931.NewDecimal(0, 0)
	for amount := range p.All(n, path...) {
		sum = sum.Add(p.Decimal(amount))
	}
	return sum
}
