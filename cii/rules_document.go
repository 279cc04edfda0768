package cii

import (
	"unicode/utf8"

	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// br27: the net price of a line is there and not negative. The comparison takes any of several prices.
func br27(p *shape.Pass, line xmltree.Node) {
	notNegative(p, line, []shape.Name{ramSpecifiedLineTradeAgreement, ramNetPriceProductTradePrice, ramChargeAmount}, true)
}

// br28: the gross price of a line is not negative.
func br28(p *shape.Pass, line xmltree.Node) {
	notNegative(p, line, []shape.Name{ramSpecifiedLineTradeAgreement, ramGrossPriceProductTradePrice, ramChargeAmount}, false)
}

func notNegative(p *shape.Pass, n xmltree.Node, path []shape.Name, required bool) {
	first := xmltree.None
	for price := range p.All(n, path...) {
		if v, ok := p.Double(price); !ok || v >= 0 {
			return
		}
		if first == xmltree.None {
			first = price
		}
	}
	switch {
	case first != xmltree.None:
		p.Fail(first, found(p, first))
	case required:
		p.FailMissing(n, path, "missing")
	}
}

// br29: the invoicing period does not end before it starts.
func br29(p *shape.Pass, period xmltree.Node) { notReversed(p, period) }

// br30: nor does the period of a line.
func br30(p *shape.Pass, period xmltree.Node) { notReversed(p, period) }

// notReversed compares days as texts: what has no type has no other order in XPath. So days that are no days have an order too, and a day that does not
// say its format 102 is before and after none.
func notReversed(p *shape.Pass, period xmltree.Node) {
	if !p.Has(period, ramStartDateTime) || !p.Has(period, ramEndDateTime) {
		return
	}
	var start, end string
	stated := [2]bool{}
	for day := range p.All(period, ramStartDateTime, udtDateTimeString) {
		if text := p.Text(day); is102(p, day) && (!stated[0] || text < start) {
			start, stated[0] = text, true
		}
	}
	for day := range p.All(period, ramEndDateTime, udtDateTimeString) {
		if text := p.Text(day); is102(p, day) && (!stated[1] || text > end) {
			end, stated[1] = text, true
		}
	}
	if stated[0] && stated[1] && end >= start {
		return
	}
	at := p.First(period, ramEndDateTime)
	if day := p.First(at, udtDateTimeString); day != xmltree.None {
		at = day
	}
	p.Fail(at, report.A("start", start), report.A("end", end))
}

func is102(p *shape.Pass, day xmltree.Node) bool {
	format, _ := p.Attr(day, attrFormat)
	return format == "102"
}

// br51: a card number shows ten characters at most.
func br51(p *shape.Pass, card xmltree.Node) {
	if id := p.Only(card, ramID); utf8.RuneCountInString(p.Normal(id)) > 10 {
		p.Fail(id)
	}
}

// br53: an invoice that names an accounting currency has a VAT total in it, and that currency is not the one of the invoice.
func br53(p *shape.Pass, totals xmltree.Node) {
	accounting := currenciesOf(p, ramTaxCurrencyCode)
	if len(accounting) == 0 {
		return
	}
	stated := false
	for amount := range p.All(totals, ramTaxTotalAmount) {
		stated = stated || inCurrency(p, amount, ramTaxCurrencyCode)
	}
	code := firstOf(inHeader(p, ramTaxCurrencyCode))
	if !stated {
		p.Fail(totals, report.A("currency", p.Text(code)))
		return
	}
	for code := range inHeader(p, ramTaxCurrencyCode) {
		if currency := p.Text(code); currenciesOf(p, ramInvoiceCurrencyCode)[currency] {
			p.FailCase(code, "same-currency", report.A("currency", currency))
			return
		}
	}
}

// brCO09: a VAT identifier begins with the letters of a country.
func brCO09(p *shape.Pass, id xmltree.Node) {
	text := p.Text(id)
	prefix, count := text, 0
	for i := range text {
		if count == 2 {
			prefix = text[:i]
			break
		}
		count++
	}
	switch {
	case codelist.Has(codelist.VATPrefixCII, prefix):
	case p.Normal(id) == "":
		p.FailCase(id, "empty")
	default:
		p.Fail(id, report.A("found", text))
	}
}

// brDEC13: the VAT total in the currency of the invoice has two decimals at most. One amount that has, or one in another currency, is enough.
func brDEC13(p *shape.Pass, totals xmltree.Node) {
	first := xmltree.None
	for amount := range p.All(totals, ramTaxTotalAmount) {
		if !inCurrency(p, amount, ramInvoiceCurrencyCode) || twoDecimals(p, amount) {
			return
		}
		if first == xmltree.None {
			first = amount
		}
	}
	if first != xmltree.None {
		p.Fail(first, found(p, first), report.A("decimals", 2))
	}
}

// brDEC15: the VAT total in the accounting currency has two decimals at most. One amount that has is enough, but if the document names that currency,
// there must be one.
func brDEC15(p *shape.Pass, totals xmltree.Node) {
	if len(currenciesOf(p, ramTaxCurrencyCode)) == 0 {
		return
	}
	wrong, other := xmltree.None, xmltree.None
	for amount := range p.All(totals, ramTaxTotalAmount) {
		switch {
		case !inCurrency(p, amount, ramTaxCurrencyCode):
			if other == xmltree.None {
				other = amount
			}
		case twoDecimals(p, amount):
			return
		case wrong == xmltree.None:
			wrong = amount
		}
	}
	switch {
	case wrong != xmltree.None:
		p.Fail(wrong, found(p, wrong), report.A("decimals", 2))
	case other != xmltree.None:
		p.FailCase(other, "missing", found(p, other), report.A("decimals", 2))
	}
}

// twoDecimals asks about the value: 12.500 has them. It stops at what is no number.
func twoDecimals(p *shape.Pass, amount xmltree.Node) bool {
	v, ok := p.Double(amount)
	return !ok || v == shape.Round(v*100)/100
}

// inCurrency reports whether an amount is in the currency, one of those if there are several, that an element of the header of that name states.
func inCurrency(p *shape.Pass, amount xmltree.Node, name shape.Name) bool {
	currency, ok := p.Attr(amount, attrCurrencyID)
	return ok && currenciesOf(p, name)[currency]
}

func currenciesOf(p *shape.Pass, name shape.Name) map[string]bool {
	f := factsOf(p)
	if all := f.currencies[name]; all != nil {
		return all
	}
	all := map[string]bool{}
	f.currencies[name] = all
	for n := range inHeader(p, name) {
		all[p.Text(n)] = true
	}
	return all
}
