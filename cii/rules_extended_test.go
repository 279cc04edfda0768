package cii

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/report"
)

// extendedCase is a document in which a rule of EXTENDED fires on the lines that say so, with a problem and arguments.
type extendedCase struct {
	rule, name, doc string
	what            report.Text // zero where the rule does not fire, or has just one problem
	args            []report.Arg
}

// stops is what an extendedCase has whose official test stops on the lines that say so.
var stops = report.Text{EN: "stops", FR: "s'arrête"}

func testExtended(t *testing.T, cases []extendedCase) {
	table := artefact(t, facturXExtended)
	for _, c := range cases {
		t.Run(c.rule+" "+c.name, func(t *testing.T) {
			var lines []int
			for _, f := range broken(t, table, c.doc, c.rule) {
				lines = append(lines, f.Line)
				if (f.Rule == "RD-STOP") != (c.what == stops) {
					t.Errorf("finds %s: %s", f.Rule, f.Message.In(report.EN, f.Args...))
				}
				if f.Rule == "RD-STOP" {
					continue
				}
				if err := f.Validate(); err != nil {
					t.Error(err)
				}
				want := slices.Clone(c.args)
				if !c.what.IsZero() {
					want = append(want, problem(c.what, c.args...))
				}
				have := slices.DeleteFunc(f.Args, func(a report.Arg) bool { return a.Name == "element" })
				if diff := cmp.Diff(want, have); diff != "" && len(want)+len(have) > 0 {
					t.Errorf("arguments (-want +got):\n%s", diff)
				}
			}
			if want := wanted(c.doc, c.rule); !slices.Equal(lines, want) {
				t.Errorf("found on lines %v, want %v, in\n%s", lines, want, c.doc)
			}
		})
	}
}

// subline is a line below another, of a subtype; each may be "".
func subline(id, parent, subtype, v string, tax ...string) string {
	part := func(name, v string) string {
		if v == "" {
			return ""
		}
		return amount(name, v)
	}
	return element("ram:IncludedSupplyChainTradeLineItem",
		element("ram:AssociatedDocumentLineDocument", part("LineID", id), part("ParentLineID", parent), part("LineStatusReasonCode", subtype)),
		element("ram:SpecifiedLineTradeSettlement", append(tax, element("ram:SpecifiedTradeSettlementLineMonetarySummation", part("LineTotalAmount", v)))...))
}

// because gives a tax a reason for an exemption.
func because(tax, text, code string) string {
	if text != "" {
		tax = strings.Replace(tax, "<ram:CategoryCode>", amount("ExemptionReason", text)+"\n<ram:CategoryCode>", 1)
	}
	if code != "" {
		tax = strings.Replace(tax, "</ram:CategoryCode>", "</ram:CategoryCode>\n"+amount("ExemptionReasonCode", code), 1)
	}
	return tax
}

func serviceTax(category, rate string) string {
	return strings.ReplaceAll(lineTax(category, rate), "ApplicableTradeTax", "AppliedTradeTax")
}

// atEntry marks the last entry of the breakdown.
func atEntry(doc, rule string) string {
	at := strings.LastIndex(doc, "<ram:ApplicableTradeTax>")
	return doc[:at] + "<!-- want " + rule + " -->" + doc[at:]
}

// offArgs are those of an amount that is off.
func offArgs(found, expected, difference string, count int, tolerance string, more ...report.Arg) []report.Arg {
	return append([]report.Arg{num("found", found), num("expected", expected), num("difference", difference), report.A("count", count),
		num("tolerance", tolerance)}, more...)
}

func TestExtendedTotals(t *testing.T) {
	// invoice has the lines 60.00, 40.00 and one that only groups them, an allowance of 10.00, a charge of 5.00 and a service of 2.00.
	parts := []string{subline("1", "3", "DETAIL", "60.00"), subline("2", "", "", "40.00"), subline("3", "", "GROUP", "60.00")}
	beside := []string{adjust("false", "10.00"), adjust("true", "5.00"), service("2.00"), "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>"}
	invoice := func(sums ...string) string {
		return message(append(slices.Clone(parts), settled(append(slices.Clone(beside), totals(sums...))...))...)
	}
	const start = "<ram:SpecifiedTradeSettlementHeaderMonetarySummation>"
	stated := func(name, v, rule string) string { return amount(name, v) + "<!-- want " + rule + " -->" }
	lines, allowances, charges, net := "LineTotalAmount", "AllowanceTotalAmount", "ChargeTotalAmount", "TaxBasisTotalAmount"
	netArgs := func(found, difference string) []report.Arg {
		return offArgs(found, "97.00", difference, 5, "0.05", num("lines", "100.00"), num("allowances", "10.00"), num("charges", "7.00"))
	}
	vat := `<ram:TaxTotalAmount currencyID="EUR">20.00</ram:TaxTotalAmount>`
	testExtended(t, []extendedCase{
		{"BR-FXEXT-CO-10", "exact", invoice(amount(lines, "100.00")), report.Text{}, nil},
		{"BR-FXEXT-CO-10", "a cent for each line, also of those that do not count", invoice(amount(lines, "100.03")), report.Text{}, nil},
		{"BR-FXEXT-CO-10", "more", invoice(stated(lines, "100.04", "BR-FXEXT-CO-10")), sumIsOff, offArgs("100.04", "100.00", "0.04", 3, "0.03")},
		{"BR-FXEXT-CO-10", "less", invoice(stated(lines, "99.96", "BR-FXEXT-CO-10")), sumIsOff, offArgs("99.96", "100.00", "0.04", 3, "0.03")},
		{"BR-FXEXT-CO-10", "missing", marked(invoice(), start, "BR-FXEXT-CO-10"), noAmount, nil},
		{"BR-FXEXT-CO-10", "two", invoice(amount(lines, "100"), stated(lines, "100", "BR-FXEXT-CO-10")), stops, nil},
		{"BR-FXEXT-CO-10", "the last bit of a double", message(subline("1", "", "", "0.1"), settled(totals(stated(lines, "0.09", "BR-FXEXT-CO-10")))), sumIsOff,
			offArgs("0.09", "0.10", "0.01", 1, "0.01")},
		{"BR-FXEXT-CO-10", "and on the other side", message(subline("1", "", "", "0.1"), settled(totals(amount(lines, "0.11")))), report.Text{}, nil},
		{"BR-FXEXT-CO-10", "a line without number", message(strings.Replace(subline("1", "", "", "x"), "</ram:LineTotalAmount>",
			"</ram:LineTotalAmount><!-- want BR-FXEXT-CO-10 -->", 1), settled(totals(amount(lines, "1")))), stops, nil},
		{"BR-FXEXT-CO-10", "an explanation may be without", message(subline("1", "", "INFORMATION", "x"), settled(totals(amount(lines, "0")))), report.Text{}, nil},

		{"BR-FXEXT-CO-11", "a cent off", invoice(amount(allowances, "10.01")), report.Text{}, nil},
		{"BR-FXEXT-CO-11", "two cents off", invoice(stated(allowances, "9.98", "BR-FXEXT-CO-11")), sumIsOff, offArgs("9.98", "10.00", "0.02", 1, "0.01")},
		{"BR-FXEXT-CO-11", "missing", marked(invoice(), start, "BR-FXEXT-CO-11"), noAmount, nil},
		{"BR-FXEXT-CO-11", "neither", totalsOf(""), report.Text{}, nil},
		{"BR-FXEXT-CO-11", "0 is not false", totalsOf("", adjust("0", "10.00")), report.Text{}, nil},

		{"BR-FXEXT-CO-12", "two cents off", invoice(amount(charges, "7.02")), report.Text{}, nil},
		{"BR-FXEXT-CO-12", "three cents off", invoice(stated(charges, "7.03", "BR-FXEXT-CO-12")), sumIsOff, offArgs("7.03", "7.00", "0.03", 2, "0.02")},
		{"BR-FXEXT-CO-12", "missing", marked(invoice(), start, "BR-FXEXT-CO-12"), noAmount, nil},
		{"BR-FXEXT-CO-12", "missing, but there are only services", totalsOf("", service("2.00")), report.Text{}, nil},

		{"BR-FXEXT-CO-13", "a cent for each amount", invoice(amount(net, "97.05")), report.Text{}, nil},
		{"BR-FXEXT-CO-13", "more", invoice(stated(net, "97.06", "BR-FXEXT-CO-13")), netIsOff, netArgs("97.06", "0.06")},
		{"BR-FXEXT-CO-13", "less", invoice(stated(net, "90.00", "BR-FXEXT-CO-13")), netIsOff, netArgs("90.00", "7.00")},
		{"BR-FXEXT-CO-13", "missing", marked(invoice(), start, "BR-FXEXT-CO-13"), noAmount, nil},

		{"BR-FXEXT-CO-15", "five cents off", invoice(amount(net, "97.00"), vat, amount("GrandTotalAmount", "117.05")), report.Text{}, nil},
		{"BR-FXEXT-CO-15", "six cents off", invoice(amount(net, "97.00"), vat, stated("GrandTotalAmount", "117.06", "BR-FXEXT-CO-15")), sumIsOff,
			offArgs("117.06", "117.00", "0.06", 5, "0.05", num("net", "97.00"), num("vat", "20.00"))},
		{"BR-FXEXT-CO-15", "in another currency", marked(invoice(amount(net, "97.00"), strings.Replace(vat, "EUR", "USD", 1), amount("GrandTotalAmount", "97.00")), start,
			"BR-FXEXT-CO-15"), noVATTotal, []report.Arg{report.A("currency", "EUR")}},
		{"BR-FXEXT-CO-15", "no total", marked(invoice(amount(net, "97.00"), vat), start, "BR-FXEXT-CO-15"), noAmount, nil},
		{"BR-FXEXT-CO-15", "twice in the currency", invoice(amount(net, "97.00"), vat, vat+"<!-- want BR-FXEXT-CO-15 -->", amount("GrandTotalAmount", "117.00")), stops, nil},
		{"BR-FXEXT-CO-15", "two currencies", strings.Replace(invoice(amount(net, "97.00"), vat, strings.Replace(vat, "EUR", "USD", 1), amount("GrandTotalAmount", "117.00")),
			"<ram:InvoiceCurrencyCode>EUR", "<ram:InvoiceCurrencyCode>USD</ram:InvoiceCurrencyCode>\n<!-- want BR-FXEXT-CO-15 --><ram:InvoiceCurrencyCode>EUR", 1), stops, nil},
		{"BR-FXEXT-CO-15", "two currencies, one without VAT", strings.Replace(invoice(amount(net, "97.00"), vat, amount("GrandTotalAmount", "117.00")),
			"<ram:InvoiceCurrencyCode>EUR", "<ram:InvoiceCurrencyCode>USD</ram:InvoiceCurrencyCode>\n<ram:InvoiceCurrencyCode>EUR", 1), report.Text{}, nil},
		{"BR-FXEXT-CO-15", "no currency", message(settled(start+"<!-- want BR-FXEXT-CO-15 -->", amount(net, "1"), "</ram:SpecifiedTradeSettlementHeaderMonetarySummation>")),
			noCurrency, nil},

		{"BR-FXEXT-CO-16", "all of it", totalsOf(amount("GrandTotalAmount", "100.00")+amount("TotalPrepaidAmount", "30.00")+amount("RoundingAmount", "0.01")+
			amount("DuePayableAmount", "75.01"), element("ram:SpecifiedFinancialAdjustment", amount("ActualAmount", "5.00"))), report.Text{}, nil},
		{"BR-FXEXT-CO-16", "off", totalsOf(amount("GrandTotalAmount", "100.00") + amount("TotalPrepaidAmount", "30.00") + "\n" +
			stated("DuePayableAmount", "100.00", "BR-FXEXT-CO-16")), dueIsOff, []report.Arg{num("found", "100.00"), num("expected", "70.00"), num("difference", "30.00"),
			num("gross", "100.00"), num("prepaid", "30.00"), num("rounding", "0"), num("third", "0")}},
		{"BR-FXEXT-CO-16", "missing", marked(totalsOf(amount("GrandTotalAmount", "1")), start, "BR-FXEXT-CO-16"), noAmount, nil},
	})
}

func TestExtendedBreakdown(t *testing.T) {
	var cases []extendedCase
	for code, prefix := range families {
		id := "BR-FXEXT-" + prefix + "-01"
		mark := "<!-- want " + id + " -->"
		used := func(mark ...string) string { return line("100", lineTax(code, "", mark...)) }
		stated := breakdown(code, "", "100", "0")
		serviced := service("1", strings.Replace(serviceTax(code, ""), "</ram:CategoryCode>", "</ram:CategoryCode>"+mark, 1))
		cases = append(cases,
			extendedCase{id, "neither", message(settled()), report.Text{}, nil},
			extendedCase{id, "several entries", message(used(), settled(stated, stated)), report.Text{}, nil},
			extendedCase{id, "a line", message(used(mark), used(), settled()), noBreakdown, nil},
			extendedCase{id, "a charge", message(settled(adjust("true", "1", adjustTax(code, "", mark)))), noBreakdown, nil},
			extendedCase{id, "a service", message(settled(serviced)), noBreakdown, nil},
			extendedCase{id, "unused", message(settled(strings.Replace(stated, "</ram:CategoryCode>", "</ram:CategoryCode>"+mark, 1))), nothingHasIt, nil},
		)
	}
	testExtended(t, cases)
}

// TestExtendedTaxable runs the three rules on the taxable amount of each category.
func TestExtendedTaxable(t *testing.T) {
	var cases []extendedCase
	for code, prefix := range families {
		rate := "0"
		if hasRates(code) {
			rate = "20"
		}
		shown := []report.Arg{num("rate", rate)}
		if code == "O" {
			rate, shown = "", nil
		}
		ini, rev, b := "BR-FXEXT-"+prefix+"-08ini", "BR-FXEXT-"+prefix+"-08rev", "BR-FXEXT-"+prefix+"-08b"
		if code == "S" {
			b = "BR-FXEXT-S08b" // as it is published
		}
		entry := func(base, text, reasonCode string, rules ...string) string {
			e := because(breakdown(code, rate, base, "0"), text, reasonCode)
			for _, rule := range rules {
				e = marked(e, "</ram:BasisAmount>", rule)
			}
			return e
		}
		// 100.00 of lines of which one does not count, less 10.00, plus 5.00 and 2.00: 97.00, give or take 0.05.
		with := func(text, reasonCode string, entries ...string) string {
			lines := []string{line("60.00", because(lineTax(code, rate), text, reasonCode)), line("40.00", because(lineTax(code, rate), text, reasonCode)),
				subline("3", "", "INFORMATION", "1.00", lineTax(code, rate))}
			return message(append(lines, settled(append([]string{adjust("false", "10.00", because(adjustTax(code, rate), text, reasonCode)),
				adjust("1", "5.00", because(adjustTax(code, rate), text, reasonCode)), service("2.00", because(serviceTax(code, rate), text, reasonCode))}, entries...)...))...)
		}
		wrong := func(found, difference string) []report.Arg {
			return append(offArgs(found, "97.00", difference, 5, "0.05", num("lines", "100.00"), num("allowances", "10.00"), num("charges", "5.00"),
				num("logistics", "2.00")), shown...)
		}
		none := append(offArgs("97.00", "0", "97.00", 0, "0.00", num("lines", "0"), num("allowances", "0"), num("charges", "0"), num("logistics", "0")), shown...)
		for _, rule := range []string{b, ini, rev} {
			cases = append(cases,
				extendedCase{rule, "within", with("", "", entry("97.05", "", "")), report.Text{}, nil},
				extendedCase{rule, "within, below", with("", "", entry("96.95", "", "")), report.Text{}, nil},
				extendedCase{rule, "beyond", with("", "", entry("97.06", "", "", rule)), baseIsOff, wrong("97.06", "0.06")},
				extendedCase{rule, "below", with("", "", entry("96.94", "", "", rule)), baseIsOff, wrong("96.94", "0.06")},
				extendedCase{rule, "same reason but for white space", with(" a  b ", "C", entry("97.00", "a b", "C")), report.Text{}, nil},
				extendedCase{rule, "missing", atEntry(with("", "", strings.Replace(entry("x", "", ""), "<ram:BasisAmount>x</ram:BasisAmount>", "", 1)), rule), noAmount, nil},
				extendedCase{rule, "another tax", with("", "", strings.Replace(entry("1", "", ""), ">VAT<", ">GST<", 1)), report.Text{}, nil},
				extendedCase{rule, "two amounts", with("", "", strings.Replace(entry("97", "", ""), "<ram:BasisAmount>", "<ram:BasisAmount>97</ram:BasisAmount>\n<!-- want "+rule+" --><ram:BasisAmount>", 1)),
					stops, nil},
			)
			if code != "O" {
				cases = append(cases, extendedCase{rule, "a rate that is none", with("", "", marked(strings.Replace(entry("97", "", ""), rateOfTax(rate), rateOfTax("x"), 1),
					"</ram:RateApplicablePercent>", rule)), stops, nil})
			}
		}
		cases = append(cases,
			extendedCase{ini, "another reason", with("a", "", entry("97.00", "b", "")), report.Text{}, nil},
			extendedCase{rev, "another reason", with("a", "", entry("97.00", "b", "", rev)), baseIsOff, none},
			extendedCase{rev, "a code more", with("a", "", entry("97.00", "a", "C", rev)), baseIsOff, none},
			extendedCase{b, "another reason", with("a", "", entry("97.00", "b", "")), report.Text{}, nil},
			extendedCase{b, "two reasons, split", with("a", "", entry("97.00", "a", ""), entry("0.00", "b", "")), report.Text{}, nil},
			extendedCase{b, "fits with regard to the reason", message(line("10", because(lineTax(code, rate), "a", "")), line("20", because(lineTax(code, rate), "b", "")),
				settled(entry("10", "a", ""), entry("20", "b", ""))), report.Text{}, nil},
		)
		if code != "O" {
			unrated := strings.Replace(entry("97.00", "", ""), rateOfTax(rate), "", 1)
			cases = append(cases, extendedCase{b, "no rate", atEntry(with("", "", unrated), b), noRate, nil})
		}
	}
	testExtended(t, cases)
}

// TestExtendedTax is about BR-FXEXT-S-09b.
func TestExtendedTax(t *testing.T) {
	const rule = "BR-FXEXT-S-09b"
	doc := func(tax string, mark ...string) string {
		return message(line("60.00", lineTax("S", "20")), line("40.00", because(lineTax("S", "20"), "a", "")),
			settled(strings.Replace(breakdown("S", "20", "100.00", tax), "</ram:CalculatedAmount>", "</ram:CalculatedAmount>"+strings.Join(mark, ""), 1)))
	}
	testExtended(t, []extendedCase{
		{rule, "exact", doc("20.00"), report.Text{}, nil},
		{rule, "a cent for what has the same reason", doc("20.01"), report.Text{}, nil},
		{rule, "a cent for what has any", doc("19.98"), report.Text{}, nil},
		{rule, "three cents", doc("20.03", "<!-- want "+rule+" -->"), taxIsOff, offArgs("20.03", "20.00", "0.03", 2, "0.02", num("base", "100.00"), num("rate", "20"))},
		{rule, "missing", atEntry(strings.Replace(doc("x"), "<ram:CalculatedAmount>x</ram:CalculatedAmount>", "", 1), rule), noAmount, nil},
	})
}

// TestExtendedReasons is about where XPath stops since it compares several reasons.
func TestExtendedReasons(t *testing.T) {
	const rule, mark = "BR-FXEXT-E-08rev", "<!-- want BR-FXEXT-E-08rev -->"
	codes := func(tax string) string {
		return strings.Replace(because(tax, "a", "C"), "</ram:ExemptionReasonCode>", "</ram:ExemptionReasonCode>\n"+amount("ExemptionReasonCode", "D")+mark, 1)
	}
	texts := func(tax string) string {
		return strings.Replace(because(tax, "a", "C"), "</ram:ExemptionReason>", "</ram:ExemptionReason>\n"+amount("ExemptionReason", "b")+mark, 1)
	}
	unmarked := strings.ReplaceAll(texts(lineTax("E", "0")), mark, "")
	entry := func(base, rate, code string) string { return because(breakdown("E", rate, base, "0"), "a", code) }
	settlement := func(tax string) string {
		return element("ram:SpecifiedLineTradeSettlement", tax, element("ram:SpecifiedTradeSettlementLineMonetarySummation", amount("LineTotalAmount", "1")))
	}
	reasoned := because(lineTax("E", "0"), "a", "C")
	testExtended(t, []extendedCase{
		{rule, "two codes", message(line("1", codes(lineTax("E", "0"))), settled(entry("1", "0", "C"))), stops, nil},
		{rule, "two texts", message(line("1", texts(lineTax("E", "0"))), settled(entry("1", "0", "C"))), stops, nil},
		{rule, "two codes of an allowance", message(settled(adjust("false", "1", codes(adjustTax("E", "0"))), entry("-1", "0", "C"))), stops, nil},
		{rule, "two texts of a service", message(settled(service("1", texts(serviceTax("E", "0"))), entry("1", "0", "C"))), stops, nil},
		{rule, "two settlements, whose reasons are counted together", message(element("ram:IncludedSupplyChainTradeLineItem", settlement(reasoned),
			settlement(strings.Replace(reasoned, "</ram:ExemptionReasonCode>", "</ram:ExemptionReasonCode>"+mark, 1))), settled(entry("2", "0", "C"))), stops, nil},
		{rule, "two texts of another code are not looked at", message(line("1", unmarked), settled(entry("0", "0", "D"))), report.Text{}, nil},
		{rule, "two texts at another rate", message(line("1", unmarked), settled(entry("0", "5", "C"))), report.Text{}, nil},
		{rule, "two amounts of a service", message(settled(strings.Replace(service("1", because(serviceTax("E", "0"), "a", "C")), "</ram:AppliedAmount>",
			"</ram:AppliedAmount>\n"+amount("AppliedAmount", "1")+mark, 1), entry("1", "0", "C"))), stops, nil},
	})
}

func TestExtendedLines(t *testing.T) {
	mark := func(rule string) string { return "<!-- want " + rule + " -->" }
	at := func(line, behind, rule string) string { return strings.Replace(line, behind, behind+mark(rule), 1) }
	off := func(found, expected, difference string, count int) []report.Arg {
		return []report.Arg{num("found", found), num("expected", expected), num("difference", difference), report.A("count", count), report.A("line", "G")}
	}
	const g08, g11, g12, end = "BR-FXEXT-08", "BR-FXEXT-11", "BR-FXEXT-12", "</ram:LineTotalAmount>"
	group := subline("G", "", "GROUP", "30.00")
	lineG := []report.Arg{report.A("line", "G")}
	testExtended(t, []extendedCase{
		{g08, "the sum", message(group, subline("1", "G", "DETAIL", "10.00"), subline("2", " G ", "GROUP", "20.00"), subline("3", "G", "INFORMATION", "5.00"),
			subline("4", "G", "", "7.00"), subline("5", "2", "DETAIL", "20.00")), report.Text{}, nil},
		{g08, "not the sum", message(at(group, end, g08), subline("1", "G", "DETAIL", "10.00"), subline("2", "G", "DETAIL", "20.01")), groupSumIsOff,
			off("30.00", "30.01", "0.01", 2)},
		{g08, "nothing below", message(at(group, end, g08)), groupSumIsOff, off("30.00", "0.00", "30.00", 0)},
		{g08, "nothing below, and 0", message(subline("G", "", "GROUP", "0")), report.Text{}, nil},
		{g08, "no amount", message(subline("G", "", "GROUP", ""), subline("1", "G", "DETAIL", "10.00")), report.Text{}, nil},
		{g08, "no amount below", message(group, at(subline("1", "G", "DETAIL", ""), "<ram:SpecifiedTradeSettlementLineMonetarySummation>", g08)), childWithoutAmount, lineG},
		{g08, "no number", message(at(subline("G", "", "GROUP", "x"), end, g08)), notANumber, []report.Arg{report.A("found", "x"), report.A("line", "G")}},
		{g08, "two amounts below", message(group, at(subline("1", "G", "DETAIL", "10.00</ram:LineTotalAmount>\n<ram:LineTotalAmount>20.00"), "20.00"+end, g08)), stops, nil},
		{g08, "two amounts, but of another group", message(subline("G", "", "GROUP", "0"), subline("1", "H", "DETAIL", "10.00</ram:LineTotalAmount>\n<ram:LineTotalAmount>20.00")),
			report.Text{}, nil},

		{g11, "a line that exists", message(subline("1", " G ", "DETAIL", "10.00"), group), report.Text{}, nil},
		{g11, "one that does not", message(at(subline("1", "X", "DETAIL", "10.00"), "</ram:ParentLineID>", g11), group), report.Text{}, []report.Arg{report.A("found", "X")}},

		{g12, "all state theirs", message(group, subline("1", "G", "GROUP", "30.00"), subline("2", "G", "DETAIL", "")), report.Text{}, nil},
		{g12, "one does not", message(group, at(subline("1", "G", "GROUP", ""), "<ram:SpecifiedTradeSettlementLineMonetarySummation>", g12)), subgroupWithoutAmount, lineG},
		{g12, "nor does the group", message(subline("G", "", "GROUP", ""), subline("1", "G", "GROUP", "")), report.Text{}, nil},
		{g12, "white space", message(group, subline("1", " G", "GROUP", "")), report.Text{}, nil},
		{g12, "several", message(mark(g12)+group, subline("1", "G", "GROUP", "30.00</ram:LineTotalAmount><ram:LineTotalAmount>1")), subgroupTwice, lineG},
		{g12, "no identifier", message(at(subline("", "", "GROUP", "30.00"), "<ram:AssociatedDocumentLineDocument>", g12)), lineWithoutID, nil},
		{g12, "two identifiers", message(at(subline("G</ram:LineID>\n<ram:LineID>H", "", "GROUP", "30.00"), "<ram:LineID>H</ram:LineID>", g12)), stops, nil},
	})
}

func TestExtendedDates(t *testing.T) {
	const rule = "BR-FXEXT-CII-DT-097a"
	var cases []extendedCase
	for _, text := range []string{"202612312359", " 202601010000\n", "٢٠٢٦01010000"} {
		cases = append(cases, extendedCase{rule, text, message(`<udt:DateTimeString format="205">` + text + `</udt:DateTimeString>`), report.Text{}, nil})
	}
	for _, text := range []string{"", "20261231", "202613312359", "202600312359", "202612322359", "202612002359", "202612312400", "202612312360", "20261231 2359", "2026123123590"} {
		cases = append(cases, extendedCase{rule, text, message(`<udt:DateTimeString format="205">` + text + `</udt:DateTimeString><!-- want ` + rule + ` -->`), report.Text{},
			[]report.Arg{report.A("found", text)}})
	}
	cases = append(cases, extendedCase{rule, "another format", message(`<udt:DateTimeString format="102">x</udt:DateTimeString>`), report.Text{}, nil})
	testExtended(t, cases)
}

func TestPaymentTerms(t *testing.T) {
	due := func(v string, beside ...string) string { return totalsOf(amount("DuePayableAmount", v), beside...) }
	terms := func(inside string) string { return element("ram:SpecifiedTradePaymentTerms", inside) }
	missing := func(doc, behind string) string { return marked(doc, behind, "BR-CO-25") }
	found := []report.Arg{num("found", "0.01")}
	testExtended(t, []extendedCase{
		{"BR-CO-25", "nothing due", due("0"), report.Text{}, nil},
		{"BR-CO-25", "due date", due("0.01", terms("<ram:DueDateDateTime/>")), report.Text{}, nil},
		{"BR-CO-25", "in words", due("0.01", terms("<ram:Description/>")), report.Text{}, nil},
		{"BR-CO-25", "no terms", missing(due("0.01"), "<ram:ApplicableHeaderTradeSettlement>"), report.Text{}, found},
		{"BR-CO-25", "terms of something else", missing(due("0.01", terms("<ram:DirectDebitMandateID/>")), "<ram:SpecifiedTradePaymentTerms>"), report.Text{}, found},
		{"BR-CO-25", "two amounts", totalsOf(amount("DuePayableAmount", "1") + "\n" + amount("DuePayableAmount", "1") + "<!-- want BR-CO-25 -->"), stops, nil},
	})
}
