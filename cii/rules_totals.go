package cii

import (
	"iter"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// lineTotal is what the lines of a transaction come to.
type lineTotal struct {
	exact  tally
	count  int
	double *total // as the artefact adds up; nil as long as no test has
}

// brCO10: the sum of the lines is that of their amounts. The artefact adds up in floating point, but goes on exactly from there.
func brCO10(p *shape.Pass, totals xmltree.Node) {
	stated, at := decimal(p, totals, ramLineTotalAmount)
	if p.Stopped() {
		return
	}
	around := p.Parent(totals)
	if around != xmltree.None {
		around = p.Parent(around)
	}
	lines := lineTotalOf(p, around)
	if at == xmltree.None {
		p.FailMissing(totals, []shape.Name{ramLineTotalAmount}, "missing", number("expected", lines.exact.total.RoundXPath(2)), report.A("lines", lines.count))
		return
	}
	if lines.double == nil {
		lines.double = addUp(p, lineAmounts(p, around))
	}
	if _, ok := lines.double.need(p); !ok {
		return
	}
	expected := exactCents(lines.double.value)
	if !expected.Readable() {
		// Of doubles that overflow, or are infinite: no decimal, and nothing to compare.
		notNumber(p, at)
	}
	if !stated.Equal(expected) {
		p.Fail(at, number("found", stated), number("expected", expected), off(stated, expected), report.A("lines", lines.count))
	}
}

func lineTotalOf(p *shape.Pass, around xmltree.Node) *lineTotal {
	f := factsOf(p)
	t := f.lines[around]
	if t == nil {
		t = &lineTotal{}
		for amount := range lineAmounts(p, around) {
			t.exact.put(p, amount)
			t.count++
		}
		f.lines[around] = t
	}
	return t
}

// lineAmounts yields the net amounts of the lines of a transaction.
func lineAmounts(p *shape.Pass, around xmltree.Node) iter.Seq[xmltree.Node] {
	if around == xmltree.None {
		return func(func(xmltree.Node) bool) {}
	}
	return p.All(around, ramIncludedSupplyChainTradeLineItem, ramSpecifiedLineTradeSettlement, ramSpecifiedTradeSettlementLineMonetarySummation,
		ramLineTotalAmount)
}

// exactCents rounds the exact value of a double to two decimals; what is not finite gives an unreadable number. 60 decimals are exact for what is not
// near 0.
func exactCents(v float64) en16931.Decimal {
	return en16931.ParseDecimal(strconv.FormatFloat(v, 'f', 60, 64)).RoundXPath(2)
}

// brCO11: the sum of the header's allowances is that of their amounts. There may be neither.
func brCO11(p *shape.Pass, totals xmltree.Node) {
	levelTotal(p, totals, ramAllowanceTotalAmount, false)
}

// brCO12: the same for charges.
func brCO12(p *shape.Pass, totals xmltree.Node) {
	if isFacturX(p) {
		chargesOfFacturX(p, totals)
		return
	}
	levelTotal(p, totals, ramChargeTotalAmount, true)
}

func levelTotal(p *shape.Pass, totals xmltree.Node, name shape.Name, charge bool) {
	l := levelOf(p)
	some, amounts := l.any(charge), l.amounts(p, charge)
	if isFacturX(p) {
		some, amounts = l.speltAny(charge), l.speltAmounts(p, charge)
	} else if l.search(p, charge); p.Stopped() {
		return
	}
	if !some && !p.Has(totals, name) {
		return
	}
	f := factsOf(p)
	sum := &f.allowances
	if charge {
		sum = &f.charges
	}
	if *sum == nil {
		*sum = addUp(p, amounts)
	}
	expected, ok := (*sum).need(p)
	if !ok {
		return
	}
	switch equal, at := anyEqual(p, p.All(totals, name), expected); {
	case equal:
	case at == xmltree.None:
		missingSum(p, totals, name, expected, (*sum).count)
	default:
		wrongSum(p, at, expected, (*sum).count)
	}
}

// missingSum reports that a total lacks, which would be the sum of so many amounts.
func missingSum(p *shape.Pass, totals xmltree.Node, name shape.Name, sum float64, count int) {
	p.FailMissing(totals, []shape.Name{name}, "missing", number("expected", fromDouble(sum)), report.A("count", count))
}

// chargesOfFacturX is BR-CO-12 in Factur-X: logistics services count as charges, and sums are rounded on both sides.
func chargesOfFacturX(p *shape.Pass, totals xmltree.Node) {
	if !levelOf(p).speltAny(true) && !p.Has(totals, ramChargeTotalAmount) || !once(p, 0) {
		return
	}
	at := xmltree.None
	if p.Is(0, rsmCrossIndustryInvoice) {
		// It does not look at the totals at hand, but at all of the header, each time.
		at = p.Only(0, rsmSupplyChainTradeTransaction, ramApplicableHeaderTradeSettlement, ramSpecifiedTradeSettlementHeaderMonetarySummation,
			ramChargeTotalAmount)
	}
	stated, ok := p.Double(at)
	if p.Stopped() {
		return
	}
	_, charges, logistics := levelTotals(p)
	expected, okCharges := charges.need(p)
	services, okLogistics := logistics.need(p)
	if !okCharges || !okLogistics {
		return
	}
	expected = shape.Round((expected+services)*10*10) / 100
	switch count := charges.count + logistics.count; {
	case !ok:
		missingSum(p, totals, ramChargeTotalAmount, expected, count)
	case shape.Round(stated*10*10)/100 != expected:
		wrongSum(p, at, expected, count)
	}
}

// wrongSum reports a total that is not the sum of so many amounts.
func wrongSum(p *shape.Pass, at xmltree.Node, sum float64, count int) {
	stated, expected := exactly(p, at), fromDouble(sum)
	p.Fail(at, number("found", stated), number("expected", expected), off(stated, expected), report.A("count", count))
}

// brCO13: the total without VAT is that of the lines, less allowances, plus charges.
func brCO13(p *shape.Pass, totals xmltree.Node) {
	stated, at := firstDecimal(p, totals, ramTaxBasisTotalAmount)
	if at == xmltree.None {
		p.FailMissing(totals, []shape.Name{ramTaxBasisTotalAmount}, "missing")
		return
	}
	lines, atLines := firstDecimal(p, totals, ramLineTotalAmount)
	if atLines == xmltree.None {
		p.FailMissing(totals, []shape.Name{ramLineTotalAmount}, "missing")
		return
	}
	allowances, _ := firstDecimal(p, totals, ramAllowanceTotalAmount)
	charges, _ := firstDecimal(p, totals, ramChargeTotalAmount)
	if expected := lines.Sub(allowances).Add(charges).RoundXPath(2); stated.Cmp(expected) != 0 {
		p.Fail(at, number("found", stated), number("expected", expected), off(stated, expected),
			number("lines", lines), number("allowances", allowances), number("charges", charges))
	}
}

// brCO14: the total VAT in the currency of the invoice is the sum of the VAT breakdown.
func brCO14(p *shape.Pass, amount xmltree.Node) {
	f := factsOf(p)
	if f.taxes == nil {
		f.taxes = addUp(p, inHeader(p, ramApplicableTradeTax, ramCalculatedAmount))
	}
	expected, ok := f.taxes.need(p)
	if !ok {
		return
	}
	if v, ok := p.Double(amount); ok && v != expected {
		wrongSum(p, amount, expected, f.taxes.count)
	}
}

// vatTotal is the amounts of total VAT in one currency.
type vatTotal struct {
	first, second xmltree.Node
	count         int
}

// brCO15: the total with VAT is that without VAT plus the VAT, in the currency of the invoice. Without VAT, it may be that without VAT. Factur-X asks
// this again for each element of totals.
func brCO15(p *shape.Pass, _ xmltree.Node) {
	if !once(p, 0) {
		return
	}
	for currency := range inHeader(p, ramInvoiceCurrencyCode) {
		if p.Stopped() || !grandTotalIsRight(p, p.Text(currency)) {
			return
		}
	}
}

func grandTotalIsRight(p *shape.Pass, currency string) bool {
	const totals = ramSpecifiedTradeSettlementHeaderMonetarySummation
	path := []shape.Name{rsmSupplyChainTradeTransaction, ramApplicableHeaderTradeSettlement, totals, ramGrandTotalAmount}
	at, atNet := firstOf(inHeader(p, totals, ramGrandTotalAmount)), firstOf(inHeader(p, totals, ramTaxBasisTotalAmount))
	gross := p.Decimal(at)
	if at == xmltree.None {
		p.FailMissing(0, path, "missing")
		return false
	}
	net := p.Decimal(atNet)
	if atNet == xmltree.None {
		path[3] = ramTaxBasisTotalAmount
		p.FailMissing(0, path, "missing")
		return false
	}
	vat := vatTotalsOf(p)[currency]
	if vat == nil {
		vat = &vatTotal{}
	}
	tax := en16931.Decimal{}
	if vat.count == 1 {
		tax = p.Decimal(vat.first)
	}
	expected := net.Add(tax).RoundXPath(2)
	switch {
	case vat.count == 1 && gross.Cmp(expected) == 0, gross.Cmp(net) == 0:
		return true
	case vat.count == 0:
		// Where there is one in another currency, this points at it.
		path[3] = ramTaxTotalAmount
		p.FailMissing(0, path, "no-vat-total", report.A("currency", currency))
	case vat.count > 1:
		p.FailCase(vat.second, "several", report.A("count", vat.count), report.A("currency", currency))
	default:
		p.Fail(at, number("found", gross), number("expected", expected), off(gross, expected), number("net", net), number("vat", tax),
			report.A("currency", currency))
	}
	return false
}

func vatTotalsOf(p *shape.Pass) map[string]*vatTotal {
	f := factsOf(p)
	if f.vatTotals != nil {
		return f.vatTotals
	}
	f.vatTotals = map[string]*vatTotal{}
	for amount := range inHeader(p, ramSpecifiedTradeSettlementHeaderMonetarySummation, ramTaxTotalAmount) {
		currency, ok := p.Attr(amount, attrCurrencyID)
		if !ok {
			continue
		}
		t := f.vatTotals[currency]
		if t == nil {
			t = &vatTotal{first: amount}
			f.vatTotals[currency] = t
		}
		if t.count++; t.count == 2 {
			t.second = amount
		}
	}
	return f.vatTotals
}

// firstOf returns the first of elements, xmltree.None for none.
func firstOf(all iter.Seq[xmltree.Node]) xmltree.Node {
	for n := range all {
		return n
	}
	return xmltree.None
}

// brCO16: the amount due is the total with VAT, less what is paid, plus the rounding amount. Nothing is rounded.
func brCO16(p *shape.Pass, totals xmltree.Node) {
	stated, at := firstDecimal(p, totals, ramDuePayableAmount)
	if at == xmltree.None {
		p.FailMissing(totals, []shape.Name{ramDuePayableAmount}, "missing")
		return
	}
	gross, atGross := firstDecimal(p, totals, ramGrandTotalAmount)
	if atGross == xmltree.None {
		p.FailMissing(totals, []shape.Name{ramGrandTotalAmount}, "missing")
		return
	}
	prepaid, _ := firstDecimal(p, totals, ramTotalPrepaidAmount)
	rounding, _ := firstDecimal(p, totals, ramRoundingAmount)
	if expected := gross.Sub(prepaid).Add(rounding); stated.Cmp(expected) != 0 {
		p.Fail(at, number("found", stated), number("expected", expected), off(stated, expected),
			number("gross", gross), number("prepaid", prepaid), number("rounding", rounding))
	}
}

// brCO17: the tax amount of a breakdown is its taxable amount times its rate, give or take 1. A rate that rounds to 0 wants a tax that rounds to 0,
// and so does no rate, or one of another tax than VAT.
func brCO17(p *shape.Pass, breakdown xmltree.Node) {
	rate, atRate := vatRate(p, breakdown)
	tax, at := decimal(p, breakdown, ramCalculatedAmount)
	if at == xmltree.None {
		p.FailMissing(breakdown, []shape.Name{ramCalculatedAmount}, "missing")
		return
	}
	if rate.RoundXPath(0).Sign() == 0 {
		switch {
		case tax.RoundXPath(0).Sign() == 0:
		case atRate == xmltree.None:
			p.FailCase(at, "no-rate", number("found", tax))
		default:
			name := ""
			if rate.Sign() != 0 {
				name = "low-rate"
			}
			base := en16931.ParseDecimal(p.Text(p.First(breakdown, ramBasisAmount)))
			p.FailCase(at, name, number("found", tax), report.A("expected", report.Number("0")), off(tax, en16931.Decimal{}),
				number("base", base), number("rate", rate))
		}
		return
	}
	base, atBase := decimal(p, breakdown, ramBasisAmount)
	if atBase == xmltree.None {
		p.FailMissing(breakdown, []shape.Name{ramBasisAmount}, "missing")
		return
	}
	// The amounts count without their signs, the rate with its own.
	expected := magnitude(base).Mul(rate).Mul(en16931.NewDecimal(1, 2)).RoundXPath(2)
	if magnitude(magnitude(tax).Sub(expected)).Cmp(en16931.NewDecimal(1, 0)) <= 0 {
		return
	}
	if tax.Sign() < 0 || tax.Sign() == 0 && base.Sign() < 0 {
		expected = expected.Neg()
	}
	p.Fail(at, number("found", tax), number("expected", expected), off(tax, expected), number("base", base), number("rate", rate))
}

// vatRate is the rate of a breakdown of VAT, and its element.
func vatRate(p *shape.Pass, breakdown xmltree.Node) (en16931.Decimal, xmltree.Node) {
	if strings.ToUpper(p.Normal(p.Only(breakdown, ramTypeCode))) != "VAT" {
		return en16931.Decimal{}, xmltree.None
	}
	return decimal(p, breakdown, ramRateApplicablePercent)
}
