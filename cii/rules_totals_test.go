package cii

import (
	"strings"
	"testing"

	"github.com/fxinvoice/fx/report"
)

func amount(name, v string) string { return "<ram:" + name + ">" + v + "</ram:" + name + ">" }

func TestRulesOfTotals(t *testing.T) {
	lines := func(total string, amounts ...string) string {
		parts := []string{}
		for _, v := range amounts {
			parts = append(parts, line(v))
		}
		return message(append(parts, settled(totals(total)))...)
	}
	sum := func(v string) string { return amount("LineTotalAmount", v) }
	allowances := func(total string, amounts ...string) string {
		parts := []string{}
		for _, v := range amounts {
			parts = append(parts, adjust("false", v))
		}
		return totalsOf(total, parts...)
	}
	off := func(v string) string { return amount("AllowanceTotalAmount", v) }
	charged := func(v string) string { return amount("ChargeTotalAmount", v) }
	testRules(t, []ruleCase{
		{"BR-CO-10", "equal", lines(sum("30.3"), "10.10", "20.20"), "", nil},
		{"BR-CO-10", "rounded up from the half", lines(sum("10.13"), "10.125"), "", nil},
		{"BR-CO-10", "rounded up below zero", lines(sum("-10.12"), "-10.125"), "", nil},
		{"BR-CO-10", "a half that is none in floating point", lines(sum("1.00"), "1.005"), "", nil},
		{"BR-CO-10", "nor in a sum", lines(marked(sum("1.02"), "</ram:LineTotalAmount>", "BR-CO-10"), "1.005", "0.01"), "",
			[]report.Arg{num("found", "1.02"), num("expected", "1.01"), num("difference", "0.01"), report.A("lines", 2)}},
		{"BR-CO-10", "a cent less", lines(marked(sum("30.29"), "</ram:LineTotalAmount>", "BR-CO-10"), "10.10", "20.20"), "",
			[]report.Arg{num("found", "30.29"), num("expected", "30.30"), num("difference", "0.01"), report.A("lines", 2)}},
		{"BR-CO-10", "the total is not rounded", lines(marked(sum("30.301"), "</ram:LineTotalAmount>", "BR-CO-10"), "30.30"), "",
			[]report.Arg{num("found", "30.301"), num("expected", "30.30"), num("difference", "0.001"), report.A("lines", 1)}},
		{"BR-CO-10", "no lines", lines(sum("0")), "", nil},
		{"BR-CO-10", "missing", marked(lines("", "1", "2"), "HeaderMonetarySummation>", "BR-CO-10"), "missing", []report.Arg{num("expected", "3.00"), report.A("lines", 2)}},
		{"BR-CO-10", "missing, and no number", marked(lines("", "1", "x"), "HeaderMonetarySummation>", "BR-CO-10"), "missing",
			[]report.Arg{num("expected", "1.00"), report.A("lines", 2)}},
		{"BR-CO-10", "totals alone", strings.Replace(totals(sum("0")), ">", ` xmlns:ram="`+nsAggregate+`">`, 1), "", nil},
		{"BR-CO-10", "two", lines(sum("1")+"\n"+marked(sum("1"), "</ram:LineTotalAmount>", "BR-CO-10"), "1"), "stops", nil},
		{"BR-CO-10", "no number", strings.Replace(lines(sum("1"), "x"), "x</ram:LineTotalAmount>", "x</ram:LineTotalAmount><!-- want BR-CO-10 -->", 1), "stops", nil},
		{"BR-CO-10", "an infinite sum", lines(marked(sum("1"), "</ram:LineTotalAmount>", "BR-CO-10"), "1e308", "1e308"), "stops", nil},

		{"BR-CO-11", "neither", allowances(""), "", nil},
		{"BR-CO-11", "equal", allowances(off("3.3"), "1.1", "2.2"), "", nil},
		{"BR-CO-11", "rounded", allowances(off("1.13"), "1.125"), "", nil},
		{"BR-CO-11", "a half that is none in floating point", allowances(off("0.29"), "0.005", "0.29"), "", nil},
		{"BR-CO-11", "missing", marked(allowances("", "1.1", "2.2"), "HeaderMonetarySummation>", "BR-CO-11"), "missing",
			[]report.Arg{num("expected", "3.30"), report.A("count", 2)}},
		{"BR-CO-11", "a cent more", allowances(marked(off("3.31"), "</ram:AllowanceTotalAmount>", "BR-CO-11"), "3.30"), "",
			[]report.Arg{num("found", "3.31"), num("expected", "3.30"), num("difference", "0.01"), report.A("count", 1)}},
		{"BR-CO-11", "not zero, without allowances", allowances(marked(off("1"), "</ram:AllowanceTotalAmount>", "BR-CO-11")), "",
			[]report.Arg{num("found", "1"), num("expected", "0.00"), num("difference", "1.00"), report.A("count", 0)}},
		{"BR-CO-11", "one of two totals is right", allowances(off("1")+off("2"), "2"), "", nil},
		{"BR-CO-11", "neither true nor false", totalsOf(off("1"), adjust("0", "1"), marked(adjust("yes", "5"), "</ram:ChargeIndicator>", "BR-CO-11")), "stops", nil},
		{"BR-CO-12", "equal", totalsOf(charged("1.5"), adjust("1", "1.50"), adjust("false", "9")), "", nil},
		{"BR-CO-12", "allowances do not count", totalsOf(marked(charged("10.5"), "</ram:ChargeTotalAmount>", "BR-CO-12"), adjust("true", "1.50"), adjust("false", "9")), "",
			[]report.Arg{num("found", "10.5"), num("expected", "1.50"), num("difference", "9.00"), report.A("count", 1)}},
		{"BR-CO-12", "missing", marked(totalsOf("", adjust("true", "7")), "HeaderMonetarySummation>", "BR-CO-12"), "missing",
			[]report.Arg{num("expected", "7.00"), report.A("count", 1)}},

		{"BR-CO-13", "all", totalsOf(sum("100") + off("10") + charged("5") + amount("TaxBasisTotalAmount", "95.00")), "", nil},
		{"BR-CO-13", "lines alone", totalsOf(sum("100.005") + amount("TaxBasisTotalAmount", "100.01")), "", nil},
		{"BR-CO-13", "wrong", totalsOf(sum("100") + off("10") + "\n" + marked(amount("TaxBasisTotalAmount", "100"), "</ram:TaxBasisTotalAmount>", "BR-CO-13")), "",
			[]report.Arg{num("found", "100"), num("expected", "90.00"), num("difference", "10.00"), num("lines", "100"), num("allowances", "10"), num("charges", "0")}},
		{"BR-CO-13", "no lines", marked(totalsOf(amount("TaxBasisTotalAmount", "100")), "HeaderMonetarySummation>", "BR-CO-13"), "missing", nil},
		{"BR-CO-13", "no total", marked(totalsOf(sum("100")), "HeaderMonetarySummation>", "BR-CO-13"), "missing", nil},
		{"BR-CO-13", "the first counts", totalsOf(sum("100") + sum("7") + amount("TaxBasisTotalAmount", "100") + amount("TaxBasisTotalAmount", "7")), "", nil},
		{"BR-CO-13", "no number", totalsOf(sum("1") + amount("TaxBasisTotalAmount", "1") + "\n" + marked(charged("one"), "</ram:ChargeTotalAmount>", "BR-CO-13")), "stops", nil},

		{"BR-CO-16", "all", totalsOf(amount("GrandTotalAmount", "100") + amount("TotalPrepaidAmount", "30") + amount("RoundingAmount", "-0.5") + amount("DuePayableAmount", "69.50")), "", nil},
		{"BR-CO-16", "not rounded", totalsOf(amount("GrandTotalAmount", "100.005") + marked(amount("DuePayableAmount", "100.01"), "</ram:DuePayableAmount>", "BR-CO-16")), "",
			[]report.Arg{num("found", "100.01"), num("expected", "100.005"), num("difference", "0.005"), num("gross", "100.005"), num("prepaid", "0"), num("rounding", "0")}},
		{"BR-CO-16", "missing", marked(totalsOf(amount("GrandTotalAmount", "100")), "HeaderMonetarySummation>", "BR-CO-16"), "missing", nil},
		{"BR-CO-16", "no total", marked(totalsOf(amount("DuePayableAmount", "100")), "HeaderMonetarySummation>", "BR-CO-16"), "missing", nil},
	})
}

func TestRulesOfVATTotals(t *testing.T) {
	tax := func(currency, v string) string {
		return `<ram:TaxTotalAmount currencyID="` + currency + `">` + v + "</ram:TaxTotalAmount>"
	}
	net, gross := func(v string) string { return amount("TaxBasisTotalAmount", v) }, func(v string) string { return amount("GrandTotalAmount", v) }
	const euro, behind = "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", "</ram:TaxTotalAmount>"
	testRules(t, []ruleCase{
		{"BR-CO-14", "equal", totalsOf(tax("EUR", "20.3"), breakdown("S", "20", "100", "20.1"), breakdown("S", "10", "2", "0.2")), "", nil},
		{"BR-CO-14", "wrong", totalsOf(marked(tax("EUR", "20.31"), behind, "BR-CO-14"), breakdown("S", "20", "100", "20.1"), breakdown("S", "10", "2", "0.2")), "",
			[]report.Arg{num("found", "20.31"), num("expected", "20.30"), num("difference", "0.01"), report.A("count", 2)}},
		{"BR-CO-14", "no breakdown", totalsOf(marked(tax("EUR", "1"), behind, "BR-CO-14")), "",
			[]report.Arg{num("found", "1"), num("expected", "0.00"), num("difference", "1.00"), report.A("count", 0)}},
		{"BR-CO-14", "another currency", totalsOf(tax("SEK", "1")), "", nil},
		{"BR-CO-14", "no number", totalsOf(tax("EUR", "1"), marked(breakdown("S", "20", "100", "x"), "</ram:CalculatedAmount>", "BR-CO-14")), "stops", nil},

		{"BR-CO-15", "equal", totalsOf(net("100") + tax("EUR", "20.00") + tax("SEK", "200") + gross("120.0")), "", nil},
		{"BR-CO-15", "rounded", totalsOf(net("100.001") + tax("EUR", "20.004") + gross("120.01")), "", nil},
		{"BR-CO-15", "wrong", totalsOf(net("100") + tax("EUR", "20.00") + "\n" + marked(gross("119"), "</ram:GrandTotalAmount>", "BR-CO-15")), "",
			[]report.Arg{num("found", "119"), num("expected", "120.00"), num("difference", "1.00"), num("net", "100"), num("vat", "20.00"), report.A("currency", "EUR")}},
		{"BR-CO-15", "no VAT", totalsOf(net("100") + gross("100.00")), "", nil},
		{"BR-CO-15", "no VAT total", marked(totalsOf(net("100")+gross("120")), "HeaderMonetarySummation>", "BR-CO-15"), "no-vat-total",
			[]report.Arg{report.A("currency", "EUR")}},
		{"BR-CO-15", "no VAT total in the currency", totalsOf(net("100") + "\n" + marked(tax("SEK", "20"), behind, "BR-CO-15") + gross("120")), "no-vat-total",
			[]report.Arg{report.A("currency", "EUR")}},
		{"BR-CO-15", "several", totalsOf(net("100") + tax("EUR", "20") + "\n" + marked(tax("EUR", "20"), behind, "BR-CO-15") + gross("120")), "several",
			[]report.Arg{report.A("count", 2), report.A("currency", "EUR")}},
		{"BR-CO-15", "no net total", marked(totalsOf(tax("EUR", "20")+gross("120")), "HeaderMonetarySummation>", "BR-CO-15"), "missing", nil},
		{"BR-CO-15", "no gross total", marked(totalsOf(tax("EUR", "20")+net("100")), "HeaderMonetarySummation>", "BR-CO-15"), "missing", nil},
		{"BR-CO-15", "no currency", strings.Replace(totalsOf(tax("EUR", "20")+net("100")), euro, "", 1), "", nil},
		{"BR-CO-15", "no number", totalsOf(net("100") + marked(tax("EUR", "x"), behind, "BR-CO-15") + gross("120")), "stops", nil},

		{"BR-CO-17", "a difference of 1", totalsOf("", breakdown("S", "20", "100", "19"), breakdown("S", "20", "100", "21")), "", nil},
		{"BR-CO-17", "more than 1", totalsOf("", marked(breakdown("S", "20", "100", "18.99"), "</ram:CalculatedAmount>", "BR-CO-17")), "",
			[]report.Arg{num("found", "18.99"), num("expected", "20.00"), num("difference", "1.01"), num("base", "100"), num("rate", "20")}},
		{"BR-CO-17", "signs do not count", totalsOf("", breakdown("S", "20", "-100", "20"), breakdown("S", "20", "100", "-20")), "", nil},
		{"BR-CO-17", "the sign is shown", totalsOf("", marked(breakdown("S", "20", "-100", "-18"), "</ram:CalculatedAmount>", "BR-CO-17")), "",
			[]report.Arg{num("found", "-18"), num("expected", "-20.00"), num("difference", "2.00"), num("base", "-100"), num("rate", "20")}},
		{"BR-CO-17", "zero", totalsOf("", breakdown("Z", "0", "100", "0.49"), breakdown("Z", "0", "100", "-0.5")), "", nil},
		{"BR-CO-17", "not zero", totalsOf("", marked(breakdown("Z", "0", "100", "0.5"), "</ram:CalculatedAmount>", "BR-CO-17")), "",
			[]report.Arg{num("found", "0.5"), num("expected", "0"), num("difference", "0.5"), num("base", "100"), num("rate", "0")}},
		{"BR-CO-17", "a rate that rounds to zero", totalsOf("", marked(breakdown("S", "0.2", "1000", "2"), "</ram:CalculatedAmount>", "BR-CO-17")), "low-rate",
			[]report.Arg{num("found", "2"), num("expected", "0"), num("difference", "2"), num("base", "1000"), num("rate", "0.2")}},
		{"BR-CO-17", "no rate", totalsOf("", marked(breakdown("S", "", "100", "20"), "</ram:CalculatedAmount>", "BR-CO-17")), "no-rate", []report.Arg{num("found", "20")}},
		{"BR-CO-17", "another tax has no rate", totalsOf("", strings.ReplaceAll(marked(breakdown("S", "20", "100", "20"), "</ram:CalculatedAmount>", "BR-CO-17"), "VAT", "GST")), "no-rate",
			[]report.Arg{num("found", "20")}},
		{"BR-CO-17", "VAT in small letters", totalsOf("", strings.ReplaceAll(breakdown("S", "20", "100", "20"), "VAT", " vat ")), "", nil},
		{"BR-CO-17", "no base", totalsOf("", strings.Replace(marked(breakdown("S", "20", "100", "20"), "<ram:ApplicableTradeTax>", "BR-CO-17"), amount("BasisAmount", "100"), "", 1)), "missing", nil},
		{"BR-CO-17", "no tax", totalsOf("", strings.Replace(marked(breakdown("S", "20", "100", "20"), "<ram:ApplicableTradeTax>", "BR-CO-17"), amount("CalculatedAmount", "20"), "", 1)), "missing", nil},
		{"BR-CO-17", "two rates", totalsOf("", breakdown("S", "20", "100", "20", marked(rateOfTax("20"), "</ram:RateApplicablePercent>", "BR-CO-17"))), "stops", nil},
	})
}
