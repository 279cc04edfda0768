package ubl

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// level is what the allowances and charges right below an element come to.
type level struct{ allowances, charges sum }

// levelOf adds up the allowances and charges right below an element: those of the document, below the root.
func levelOf(p *shape.Pass, n xmltree.Node) *level {
	f := factsOf(p)
	if l := f.levels[n]; l != nil {
		return l
	}
	l := &level{}
	f.levels[n] = l
	if n == xmltree.None {
		return l // the totals are the whole document
	}
	for c := range p.All(n, cacAllowanceCharge) {
		v, ok := amountIn(p, c, cbcAmount)
		if indicates(p, c, false) {
			l.allowances.add(c, v, ok)
		}
		if indicates(p, c, true) {
			l.charges.add(c, v, ok)
		}
	}
	return l
}

// brCO10: BT-106 is the sum of the line net amounts. The artefact adds up the lines at any depth.
func brCO10(p *shape.Pass, totals xmltree.Node) {
	lines := &amountsOf(p).lines
	found, at := decimal(p, totals, cbcLineExtensionAmount)
	if at == xmltree.None {
		p.FailMissing(totals, []shape.Name{cbcLineExtensionAmount}, "missing", number("expected", cents(lines.total)), report.A("lines", lines.count))
		return
	}
	if expected := cents(lines.need(p, cbcLineExtensionAmount)); found.Cmp(expected) != 0 {
		p.Fail(at, number("found", found), number("expected", expected), off(found, expected), report.A("lines", lines.count))
	}
}

// cents rounds to two decimals as the artefact does; nothing is 0.
func cents(v en16931.Decimal) en16931.Decimal { return en16931.NewDecimal(0, 2).Add(v).RoundXPath(2) }

// brCO11: BT-107 is the sum of the allowances on document level.
func brCO11(p *shape.Pass, totals xmltree.Node) {
	totalIsSum(p, totals, cbcAllowanceTotalAmount, &levelOf(p, p.Parent(totals)).allowances)
}

// brCO12: BT-108 is the sum of the charges on document level.
func brCO12(p *shape.Pass, totals xmltree.Node) {
	totalIsSum(p, totals, cbcChargeTotalAmount, &levelOf(p, p.Parent(totals)).charges)
}

// totalIsSum asks that a total is the sum of its parts. One that is missing has no parts; one of 0 needs none.
func totalIsSum(p *shape.Pass, totals xmltree.Node, name shape.Name, parts *sum) {
	found, at := decimal(p, totals, name)
	if at == xmltree.None {
		if parts.count > 0 {
			p.FailMissing(totals, []shape.Name{name}, "missing", number("expected", cents(parts.total)), report.A("count", parts.count))
		}
		return
	}
	if expected := cents(parts.need(p, cbcAmount)); found.Cmp(expected) != 0 {
		p.Fail(at, number("found", found), number("expected", expected), off(found, expected), report.A("count", parts.count))
	}
}

// brCO13: BT-109 is BT-106 less BT-107 plus BT-108. The artefact rounds the result, but not where there are neither allowances nor charges.
func brCO13(p *shape.Pass, totals xmltree.Node) {
	found, at := decimal(p, totals, cbcTaxExclusiveAmount)
	if at == xmltree.None {
		p.FailMissing(totals, []shape.Name{cbcTaxExclusiveAmount}, "missing")
		return
	}
	lines, atLines := decimal(p, totals, cbcLineExtensionAmount)
	if atLines == xmltree.None {
		p.FailMissing(totals, []shape.Name{cbcLineExtensionAmount}, "missing")
		return
	}
	charges, atCharges := decimal(p, totals, cbcChargeTotalAmount)
	allowances, atAllowances := decimal(p, totals, cbcAllowanceTotalAmount)
	expected := lines
	if atCharges != xmltree.None || atAllowances != xmltree.None {
		expected = lines.Add(charges).Sub(allowances).RoundXPath(2)
	}
	if found.Cmp(expected) != 0 {
		p.Fail(at, number("found", found), number("expected", expected), off(found, expected),
			number("lines", lines), number("allowances", allowances), number("charges", charges))
	}
}

// brCO14: a VAT total is the sum of the tax amounts of its breakdown. One without a breakdown, such as that in the accounting currency, is not
// asked.
func brCO14(p *shape.Pass, total xmltree.Node) {
	found, at := decimal(p, total, cbcTaxAmount)
	if !p.Has(total, cacTaxSubtotal) {
		return
	}
	var parts sum
	for c := range p.All(total, cacTaxSubtotal) {
		v, ok := amountIn(p, c, cbcTaxAmount)
		parts.add(c, v, ok)
	}
	if at == xmltree.None {
		p.FailMissing(total, []shape.Name{cbcTaxAmount}, "missing", number("expected", cents(parts.total)), report.A("count", parts.count))
		return
	}
	if expected := cents(parts.need(p, cbcTaxAmount)); found.Cmp(expected) != 0 {
		p.Fail(at, number("found", found), number("expected", expected), off(found, expected), report.A("count", parts.count))
	}
}

// brCO15: BT-112 is BT-109 plus the one VAT total (BT-110) in the invoice currency. Currencies are compared letter by letter, white space included.
func brCO15(p *shape.Pass, root xmltree.Node) {
	var stated map[string][]xmltree.Node
	var totals *documentTotals
	for code := range p.All(root, cbcDocumentCurrencyCode) {
		if stated == nil {
			stated = vatTotals(p, root)
		}
		currency := p.Text(code)
		at, ok := oneVATTotal(p, root, currency, stated[currency])
		if !ok {
			return
		}
		vat := p.Decimal(at)
		if totals == nil {
			if totals, ok = totalsOf(p, root); !ok {
				return
			}
		}
		expected := totals.net.Add(vat).RoundXPath(2)
		if totals.gross[plain(expected)] {
			continue
		}
		found := en16931.ParseDecimal(p.Text(totals.at))
		p.Fail(totals.at, number("found", found), number("expected", expected), off(found, expected),
			number("net", totals.net), number("vat", vat), report.A("currency", currency))
		return
	}
}

// vatTotals are the amounts of the document's VAT totals by their currency.
func vatTotals(p *shape.Pass, root xmltree.Node) map[string][]xmltree.Node {
	stated := map[string][]xmltree.Node{}
	for total := range p.All(root, cacTaxTotal) {
		for amount := range p.All(total, cbcTaxAmount) {
			if currency, ok := p.Attr(amount, attrCurrencyID); ok {
				stated[currency] = append(stated[currency], amount)
			}
		}
	}
	return stated
}

// oneVATTotal returns the VAT total in a currency, of those stated in it. XPath stops where two stand in one TaxTotal.
func oneVATTotal(p *shape.Pass, root xmltree.Node, currency string, stated []xmltree.Node) (at xmltree.Node, ok bool) {
	for i := 1; i < len(stated); i++ {
		if total := p.Parent(stated[i]); total == p.Parent(stated[i-1]) {
			p.Only(total, cbcTaxAmount)
			return at, false
		}
	}
	switch len(stated) {
	case 0:
		if other := p.First(root, cacTaxTotal, cbcTaxAmount); other != xmltree.None {
			p.FailAttr(other, attrCurrencyID, "no-vat-total", report.A("currency", currency))
		} else {
			p.FailMissing(root, []shape.Name{cacTaxTotal, cbcTaxAmount}, "no-vat-total", report.A("currency", currency))
		}
		return at, false
	case 1:
		return stated[0], true
	}
	p.FailCase(stated[1], "several", report.A("count", len(stated)), report.A("currency", currency))
	return at, false
}

// documentTotals is what BR-CO-15 compares with: of several groups of totals, the artefact is content with the BT-112 of any.
type documentTotals struct {
	at    xmltree.Node // the first BT-112
	gross map[string]bool
	net   en16931.Decimal
}

func totalsOf(p *shape.Pass, root xmltree.Node) (*documentTotals, bool) {
	t := &documentTotals{at: xmltree.None, gross: map[string]bool{}}
	for totals := range p.All(root, cacLegalMonetaryTotal) {
		gross, at := decimal(p, totals, cbcTaxInclusiveAmount)
		if at == xmltree.None {
			continue
		}
		t.gross[plain(gross)] = true
		if t.at == xmltree.None {
			t.at = at
		}
	}
	if t.at == xmltree.None {
		p.FailMissing(root, []shape.Name{cacLegalMonetaryTotal, cbcTaxInclusiveAmount}, "missing")
		return t, false
	}
	atNet := p.Only(root, cacLegalMonetaryTotal, cbcTaxExclusiveAmount)
	if atNet == xmltree.None {
		p.FailMissing(root, []shape.Name{cacLegalMonetaryTotal, cbcTaxExclusiveAmount}, "missing")
		return t, false
	}
	t.net = p.Decimal(atNet)
	return t, true
}

// brCO16: BT-115 is BT-112 less BT-113 plus BT-114. The artefact takes BT-114 to the other side, and rounds what it subtracts from.
func brCO16(p *shape.Pass, totals xmltree.Node) {
	found, at := decimal(p, totals, cbcPayableAmount)
	if at == xmltree.None {
		p.FailMissing(totals, []shape.Name{cbcPayableAmount}, "missing")
		return
	}
	rounding, atRounding := decimal(p, totals, cbcPayableRoundingAmount)
	gross, atGross := decimal(p, totals, cbcTaxInclusiveAmount)
	if atGross == xmltree.None {
		p.FailMissing(totals, []shape.Name{cbcTaxInclusiveAmount}, "missing")
		return
	}
	prepaid, atPrepaid := decimal(p, totals, cbcPrepaidAmount)
	due, owed := found, gross
	if atRounding != xmltree.None {
		due = found.Sub(rounding).RoundXPath(2)
	}
	if atPrepaid != xmltree.None {
		owed = gross.Sub(prepaid).RoundXPath(2)
	}
	if due.Cmp(owed) != 0 {
		expected := owed.Add(rounding)
		p.Fail(at, number("found", found), number("expected", expected), off(found, expected),
			number("gross", gross), number("prepaid", prepaid), number("rounding", rounding))
	}
}

// brCO17: the tax amount of a breakdown is its taxable amount times its rate, give or take less than 1. A rate that rounds to 0 wants a tax that
// rounds to 0, and so does no rate.
func brCO17(p *shape.Pass, subtotal xmltree.Node) {
	rate, atRate := vatRate(p, subtotal)
	tax, at := decimal(p, subtotal, cbcTaxAmount)
	if at == xmltree.None {
		p.FailMissing(subtotal, []shape.Name{cbcTaxAmount}, "missing")
		return
	}
	if rate.RoundXPath(0).Sign() == 0 {
		switch {
		case tax.RoundXPath(0).Sign() == 0:
		case atRate == xmltree.None:
			p.FailCase(at, "no-rate", number("found", tax))
		case rate.Sign() != 0:
			p.FailCase(at, "low-rate", number("found", tax), number("rate", rate))
		default:
			base, _ := amountIn(p, subtotal, cbcTaxableAmount)
			p.Fail(at, number("found", tax), number("expected", en16931.NewDecimal(0, 2)), off(tax, en16931.Decimal{}), number("base", base), number("rate", rate))
		}
		return
	}
	taxIsRight(p, subtotal, tax, at, rate)
}

// vatRate is the rate of a breakdown: that of its category of VAT, where there is one. XPath stops where there are several.
func vatRate(p *shape.Pass, subtotal xmltree.Node) (rate en16931.Decimal, at xmltree.Node) {
	at = xmltree.None
	for category := range p.All(subtotal, cacTaxCategory) {
		if !isVAT(p, category) {
			continue
		}
		v, n := decimal(p, category, cbcPercent)
		switch {
		case n == xmltree.None:
		case at != xmltree.None:
			p.Only(subtotal, cacTaxCategory)
		default:
			rate, at = v, n
		}
	}
	return rate, at
}

// taxIsRight checks a tax amount against the taxable amount and a rate: without signs, and give or take less than 1.
func taxIsRight(p *shape.Pass, subtotal xmltree.Node, tax en16931.Decimal, at xmltree.Node, rate en16931.Decimal) {
	base, atBase := decimal(p, subtotal, cbcTaxableAmount)
	if atBase == xmltree.None {
		p.FailMissing(subtotal, []shape.Name{cbcTaxableAmount}, "missing")
		return
	}
	expected := magnitude(base).Mul(rate).Mul(en16931.NewDecimal(1, 2)).RoundXPath(2)
	if magnitude(magnitude(tax).Sub(expected)).Cmp(en16931.NewDecimal(1, 0)) < 0 {
		return
	}
	if tax.Sign() < 0 || tax.Sign() == 0 && base.Sign() < 0 {
		expected = expected.Neg()
	}
	p.Fail(at, number("found", tax), number("expected", expected), off(tax, expected), number("base", base), number("rate", rate))
}
