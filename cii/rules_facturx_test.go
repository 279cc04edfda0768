package cii

import (
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/report"
)

// artefact returns the table of a profile of Factur-X.
func artefact(t *testing.T, name string) *shape.Table {
	t.Helper()
	for _, table := range FacturXRules() {
		if table.Artefact == name {
			return table
		}
	}
	t.Fatalf("no artefact %s", name)
	return nil
}

// service is a logistics service with a tax.
func service(v string, tax ...string) string {
	return element("ram:SpecifiedLogisticsServiceCharge", append([]string{amount("AppliedAmount", v)}, tax...)...)
}

// TestRulesOfFacturX has documents on which Factur-X tells otherwise than the artefact of EN 16931, which comes first.
func TestRulesOfFacturX(t *testing.T) {
	plain, facturX := Rules(), artefact(t, "facturx-en16931")
	two := func(indicator string, tax ...string) string {
		return strings.Replace(adjust(indicator, "5.00", tax...), "<ram:ActualAmount>", "<ram:ActualAmount>3.00</ram:ActualAmount>\n<ram:ActualAmount>", 1)
	}
	allowances, charges := func(v string) string { return amount("AllowanceTotalAmount", v) }, func(v string) string { return amount("ChargeTotalAmount", v) }
	zero := func(base, mark string) string {
		return message(line("100.00", lineTax("E", "0")), settled(strings.Replace(breakdown("E", "0", base, "0"), "</ram:BasisAmount>", "</ram:BasisAmount>"+mark, 1)))
	}
	standard := func(base, mark string) string {
		return message(line("100.00", lineTax("S", "20")), settled(two("true", adjustTax("S", "20")),
			strings.Replace(breakdown("S", "20", base, "0"), "</ram:BasisAmount>", "</ram:BasisAmount>"+mark, 1)))
	}
	sum := func(found, expected, difference string, count int) []report.Arg {
		return []report.Arg{num("found", found), num("expected", expected), num("difference", difference), report.A("count", count)}
	}
	base := func(found, expected, difference, charges string, more ...report.Arg) []report.Arg {
		return append([]report.Arg{num("found", found), num("expected", expected), num("difference", difference), num("lines", "100.00"), num("allowances", "0"),
			num("charges", charges)}, more...)
	}
	const co11, co12, e08, s08 = "<!-- want BR-CO-11 -->", "<!-- want BR-CO-12 -->", "<!-- want BR-E-08 -->", "<!-- want BR-S-08 -->"
	testRulesOf(t, plain, []ruleCase{
		{"BR-CO-11", "0 for false", totalsOf(allowances("5.00"), adjust("0", "5.00")), "", nil},
		{"BR-CO-11", "the first of two amounts", totalsOf(allowances("3.00"), two("false")), "", nil},
		{"BR-CO-12", "no services", totalsOf(charges("12.00")+co12, adjust("true", "5.00"), service("7.00")), "", sum("12.00", "5.00", "7.00", 1)},
		{"BR-E-08", "1 too much", zero("101.00", e08), "", base("101.00", "100.00", "1.00", "0")},
		{"BR-E-08", "1 too little", zero("99.00", e08), "", base("99.00", "100.00", "1.00", "0")},
		{"BR-S-08", "the first of two amounts", standard("103.00", ""), "", nil},
	})
	testRulesOf(t, facturX, []ruleCase{
		{"BR-CO-11", "0 is not false", totalsOf(allowances("5.00")+co11, adjust("0", "5.00")), "", sum("5.00", "0.00", "5.00", 0)},
		{"BR-CO-11", "maybe is not false", totalsOf("", adjust("maybe", "5.00")), "", nil},
		{"BR-CO-11", "two amounts", totalsOf(allowances("8.00"), two("false")), "", nil},
		{"BR-CO-11", "missing", marked(totalsOf("", adjust("false", "5.00")), "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>", "BR-CO-11"), "missing",
			[]report.Arg{num("expected", "5.00"), report.A("count", 1)}},
		{"BR-CO-12", "with services", totalsOf(charges("12.00"), adjust("true", "5.00"), service("7.00")), "", nil},
		{"BR-CO-12", "without", totalsOf(charges("5.00")+co12, adjust("true", "5.00"), service("7.00")), "", sum("5.00", "12.00", "7.00", 2)},
		{"BR-CO-12", "services alone", totalsOf("", service("7.00")), "", nil},
		{"BR-CO-12", "rounded on both sides", totalsOf(charges("5.004"), adjust("true", "5.00")), "", nil},
		{"BR-CO-12", "missing", marked(totalsOf("", adjust("true", "5.00")), "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>", "BR-CO-12"), "missing",
			[]report.Arg{num("expected", "5.00"), report.A("count", 1)}},
		{"BR-CO-12", "two totals", totalsOf(charges("5.00")+"\n"+charges("5.00")+co12, adjust("true", "5.00")), "stops", nil},
		{"BR-CO-12", "no number", totalsOf(charges("five")+co12, adjust("true", "5.00")), "stops", nil},
		{"BR-CO-15", "no total", marked(totalsOf(""), "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>", "BR-CO-15"), "missing", nil},
		{"BR-E-08", "1 too much", zero("101.00", ""), "", nil},
		{"BR-E-08", "more than 1 too much", zero("101.01", e08), "", base("101.01", "100.00", "1.01", "0")},
		{"BR-E-08", "1 too little", zero("99.00", e08), "", base("99.00", "100.00", "1.00", "0")},
		{"BR-S-08", "two amounts", strings.Replace(standard("103.00", ""), "<ram:ActualAmount>5.00</ram:ActualAmount>", "<ram:ActualAmount>5.00</ram:ActualAmount>"+s08, 1), "stops", nil},
	})
}

// TestAccountingCurrency is about BR-53.
func TestAccountingCurrency(t *testing.T) {
	invoice := func(tax, vat string) string {
		return message(settled(tax, "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", totals(vat)))
	}
	const usd, mark = "<ram:TaxCurrencyCode>USD</ram:TaxCurrencyCode>", "<!-- want BR-53 -->"
	inEUR, inUSD := `<ram:TaxTotalAmount currencyID="EUR">1</ram:TaxTotalAmount>`, `<ram:TaxTotalAmount currencyID="USD">1</ram:TaxTotalAmount>`
	testRules(t, []ruleCase{
		{"BR-53", "none", invoice("", inEUR), "", nil},
		{"BR-53", "stated", invoice(usd, inEUR+inUSD), "", nil},
		{"BR-53", "not stated", marked(invoice(usd, inEUR), "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>", "BR-53"), "",
			[]report.Arg{report.A("currency", "USD")}},
		{"BR-53", "that of the invoice", invoice("<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>"+mark, inEUR), "same-currency", []report.Arg{report.A("currency", "EUR")}},
	})
}

// TestWordsOfFacturX looks at what rules of Factur-X say that have no case of the standard.
func TestWordsOfFacturX(t *testing.T) {
	order := func(inside string) string {
		return message(element("ram:ApplicableHeaderTradeAgreement", element("ram:BuyerOrderReferencedDocument", inside)))
	}
	const mark = "<!-- want FX-NOT-USED -->"
	for _, c := range []struct{ artefact, doc, want string }{
		{"facturx-minimum", order(`<ram:IssuerAssignedID schemeID="0002">1</ram:IssuerAssignedID>` + mark),
			"@schemeID is not used here in the Factur-X profile that the invoice announces (BT-24)."},
		{"facturx-basic", order("<ram:FormattedIssueDateTime/>" + mark),
			"ram:FormattedIssueDateTime is not used here in the Factur-X profile that the invoice announces (BT-24)."},
	} {
		found := broken(t, artefact(t, c.artefact), c.doc, "FX-NOT-USED")
		if len(found) != 1 || found[0].Line != wanted(c.doc, "FX-NOT-USED")[0] {
			t.Fatalf("%s: found %v", c.artefact, found)
		}
		if have := found[0].Message.In(report.EN, found[0].Args...); have != c.want {
			t.Errorf("says %q, want %q", have, c.want)
		}
	}
	doc := message(settled("<ram:SpecifiedTradePaymentTerms/>", "<ram:InvoiceCurrencyCode> </ram:InvoiceCurrencyCode>", "<ram:TaxCurrencyCode>EUR</ram:TaxCurrencyCode>"))
	empty := broken(t, artefact(t, "facturx-basic"), doc, "PEPPOL-EN16931-R008")
	if len(empty) != 2 || empty[0].Severity != report.Warning {
		t.Errorf("found %v, want two warnings", empty)
	}
}
