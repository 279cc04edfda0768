package cii

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/sample"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// ruleCase is a document in which a rule fires on the lines that say so, in the case of a name and with arguments; or nowhere, where no line does.
type ruleCase struct {
	rule, name string
	doc        string
	in         string // the case
	args       []report.Arg
}

func testRules(t *testing.T, cases []ruleCase) { testRulesOf(t, Rules(), cases) }

func testRulesOf(t *testing.T, table *shape.Table, cases []ruleCase) {
	for _, c := range cases {
		t.Run(c.rule+" "+c.name, func(t *testing.T) {
			rule, standard := en16931.RuleByID(c.rule)
			var lines []int
			for _, f := range broken(t, table, c.doc, c.rule) {
				lines = append(lines, f.Line)
				if stops := c.in == "stops"; stops != (f.Rule == "RD-STOP") || !stops && standard && f.Message != rule.Case(c.in).Text {
					t.Errorf("%s says %q, which is not the case %q", f.Rule, f.Message.EN, c.in)
				}
				if f.Rule == "RD-STOP" {
					continue
				}
				args := slices.DeleteFunc(f.Args, func(a report.Arg) bool { return a.Name == "element" })
				if diff := cmp.Diff(c.args, args); diff != "" && len(c.args)+len(args) > 0 {
					t.Errorf("arguments (-want +got):\n%s", diff)
				}
				if err := f.Message.Validate(f.Args...); err != nil {
					t.Error(err)
				}
			}
			if want := wanted(c.doc, c.rule); !slices.Equal(lines, want) {
				t.Errorf("found on lines %v, want %v, in\n%s", lines, want, c.doc)
			}
		})
	}
}

// broken returns what a rule finds in a document; for RD-STOP, at what its official test stops, whatever the rule.
func broken(t *testing.T, table *shape.Table, doc, rule string) (all []report.Finding) {
	t.Helper()
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	found := report.NewCollector(0)
	if failed := shape.Run(table, tree, shape.Options{}, found).Failed; len(failed) > 0 {
		t.Fatalf("%v broke down", failed)
	}
	var r report.Report
	found.Into(&r)
	for _, f := range r.Findings {
		if f.Rule == rule || f.Rule == "RD-STOP" && slices.Contains(f.Args, report.A("rule", rule)) {
			all = append(all, f)
		}
	}
	return all
}

var marker = regexp.MustCompile(`<!-- want (\S+) -->`)

// wanted returns the lines that a rule must point at.
func wanted(doc, rule string) (lines []int) {
	for i, line := range strings.Split(doc, "\n") {
		for _, m := range marker.FindAllStringSubmatch(line, -1) {
			if m[1] == rule {
				lines = append(lines, i+1)
			}
		}
	}
	return lines
}

func num(name, v string) report.Arg { return report.A(name, report.Number(v)) }

// message writes an invoice, each part on lines of its own.
func message(parts ...string) string {
	return fmt.Sprintf(`<rsm:CrossIndustryInvoice xmlns:rsm="%s" xmlns:ram="%s" xmlns:udt="%s" xmlns:qdt="%s">`, nsMessage, nsAggregate, nsUnqualified, nsQualified) +
		"\n" + element("rsm:SupplyChainTradeTransaction", parts...) + "\n</rsm:CrossIndustryInvoice>"
}

func element(name string, parts ...string) string {
	end, _, _ := strings.Cut(name, " ")
	return "<" + name + ">\n" + strings.Join(parts, "\n") + "\n</" + end + ">"
}

func settled(parts ...string) string { return element("ram:ApplicableHeaderTradeSettlement", parts...) }

func totals(parts ...string) string {
	return element("ram:SpecifiedTradeSettlementHeaderMonetarySummation", parts...)
}

// totalsOf is an invoice in euros with totals and what else stands in its settlement.
func totalsOf(parts string, beside ...string) string {
	return message(settled(append(beside, "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", totals(parts))...))
}

// line is a line of an amount and a tax.
func line(amount string, tax ...string) string {
	return element("ram:IncludedSupplyChainTradeLineItem", element("ram:SpecifiedLineTradeSettlement", append(tax,
		element("ram:SpecifiedTradeSettlementLineMonetarySummation", "<ram:LineTotalAmount>"+amount+"</ram:LineTotalAmount>"))...))
}

// lineTax is the tax of a line. The mark goes behind its category.
func lineTax(category, rate string, mark ...string) string {
	return element("ram:ApplicableTradeTax", "<ram:TypeCode>VAT</ram:TypeCode>", "<ram:CategoryCode>"+category+"</ram:CategoryCode>"+strings.Join(mark, ""), rateOfTax(rate))
}

func rateOfTax(rate string) string {
	if rate == "" {
		return ""
	}
	return "<ram:RateApplicablePercent>" + rate + "</ram:RateApplicablePercent>"
}

// adjust is an allowance or charge with a tax.
func adjust(indicator, amount string, tax ...string) string {
	return element("ram:SpecifiedTradeAllowanceCharge", append([]string{"<ram:ChargeIndicator><udt:Indicator>" + indicator + "</udt:Indicator></ram:ChargeIndicator>",
		"<ram:ActualAmount>" + amount + "</ram:ActualAmount>"}, tax...)...)
}

func adjustTax(category, rate string, mark ...string) string {
	return strings.ReplaceAll(lineTax(category, rate, mark...), "ApplicableTradeTax", "CategoryTradeTax")
}

// breakdown is an entry of the VAT breakdown.
func breakdown(category, rate, base, tax string, more ...string) string {
	return element("ram:ApplicableTradeTax", append([]string{
		"<ram:CalculatedAmount>" + tax + "</ram:CalculatedAmount>", "<ram:TypeCode>VAT</ram:TypeCode>",
		"<ram:BasisAmount>" + base + "</ram:BasisAmount>", "<ram:CategoryCode>" + category + "</ram:CategoryCode>", rateOfTax(rate)}, more...)...)
}

// marked puts a mark behind the first of what is given.
func marked(doc, behind, rule string) string {
	return strings.Replace(doc, behind, behind+"<!-- want "+rule+" -->", 1)
}

func TestRulesOfDocument(t *testing.T) {
	price := func(kind, inside string) string {
		return message(element("ram:IncludedSupplyChainTradeLineItem", element("ram:SpecifiedLineTradeAgreement", "<ram:"+kind+"PriceProductTradePrice>", inside,
			"</ram:"+kind+"PriceProductTradePrice>")))
	}
	period := func(start, end string) string {
		return element("ram:BillingSpecifiedPeriod",
			`<ram:StartDateTime><udt:DateTimeString format="102">`+start+`</udt:DateTimeString></ram:StartDateTime>`,
			`<ram:EndDateTime><udt:DateTimeString format="102">`+end+`</udt:DateTimeString></ram:EndDateTime>`)
	}
	card := func(inside string) string {
		return message(settled(element("ram:ApplicableTradeSettlementFinancialCard", inside)))
	}
	id := func(text string) string {
		return message(element("ram:SpecifiedTaxRegistration", `<ram:ID schemeID="VA">`+text+"</ram:ID>"))
	}
	const charge, end = "<ram:ChargeAmount>", "</ram:ChargeAmount>"
	testRules(t, []ruleCase{
		{"BR-27", "zero", price("Net", charge+"0.00"+end), "", nil},
		{"BR-27", "negative", marked(price("Net", charge+"-0.01"+end), end, "BR-27"), "", []report.Arg{num("found", "-0.01")}},
		{"BR-27", "one of two is enough", price("Net", charge+"-1"+end+charge+"1"+end), "", nil},
		{"BR-27", "missing", marked(price("Net", ""), "<ram:NetPriceProductTradePrice>", "BR-27"), "missing", nil},
		{"BR-27", "no number", price("Net", marked(charge+"a"+end, end, "BR-27")), "stops", nil},
		{"BR-28", "negative", marked(price("Gross", charge+"-3"+end), end, "BR-28"), "", []report.Arg{num("found", "-3")}},
		{"BR-28", "missing", price("Gross", ""), "", nil},
		{"BR-29", "one day", message(settled(period("20260131", "20260131"))), "", nil},
		{"BR-29", "reversed", message(settled(marked(period("20260131", "20260130"), `>20260130</udt:DateTimeString>`, "BR-29"))), "",
			[]report.Arg{report.A("start", "20260131"), report.A("end", "20260130")}},
		{"BR-29", "as texts", message(settled(period("20260131", "31 January"))), "", nil},
		{"BR-29", "another format", message(settled(marked(strings.Replace(period("20260101", "20260131"), `format="102"`, `format="203"`, 1),
			`>20260131</udt:DateTimeString>`, "BR-29"))), "", []report.Arg{report.A("start", ""), report.A("end", "20260131")}},
		{"BR-29", "no end", message(settled(element("ram:BillingSpecifiedPeriod", "<ram:StartDateTime/>"))), "", nil},
		{"BR-30", "reversed", message(element("ram:SpecifiedLineTradeSettlement", marked(period("20260131", "20260130"), `>20260130</udt:DateTimeString>`, "BR-30"))), "",
			[]report.Arg{report.A("start", "20260131"), report.A("end", "20260130")}},
		{"BR-51", "ten", card("<ram:ID> 1234 56789 </ram:ID>"), "", nil},
		{"BR-51", "eleven", marked(card("<ram:ID>12345678901</ram:ID>"), "</ram:ID>", "BR-51"), "", nil},
		{"BR-51", "characters, not bytes", card("<ram:ID>éééééééééé</ram:ID>"), "", nil},
		{"BR-51", "two", card("<ram:ID>1</ram:ID>\n" + "<ram:ID>2</ram:ID><!-- want BR-51 -->"), "stops", nil},
		{"BR-CO-09", "Greece", id("EL123"), "", nil},
		{"BR-CO-09", "small letters", marked(id("fr123"), "</ram:ID>", "BR-CO-09"), "", []report.Arg{report.A("found", "fr123")}},
		{"BR-CO-09", "a blank before", marked(id(" FR123"), "</ram:ID>", "BR-CO-09"), "", []report.Arg{report.A("found", " FR123")}},
		{"BR-CO-09", "one letter", marked(id("F"), "</ram:ID>", "BR-CO-09"), "", []report.Arg{report.A("found", "F")}},
		{"BR-CO-09", "empty", marked(id(""), "</ram:ID>", "BR-CO-09"), "empty", nil},
		{"BR-CO-09", "just the country", id("FR"), "", nil},
	})
}

func TestRulesOfDecimals(t *testing.T) {
	tax := func(currency, amount string) string {
		return `<ram:TaxTotalAmount currencyID="` + currency + `">` + amount + "</ram:TaxTotalAmount>"
	}
	const accounting = "<ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode>"
	testRules(t, []ruleCase{
		{"BR-DEC-13", "two", totalsOf(tax("EUR", "19.99")), "", nil},
		{"BR-DEC-13", "the value counts", totalsOf(tax("EUR", "19.990")), "", nil},
		{"BR-DEC-13", "three", totalsOf(marked(tax("EUR", "19.999"), "</ram:TaxTotalAmount>", "BR-DEC-13")), "", []report.Arg{num("found", "19.999"), report.A("decimals", 2)}},
		{"BR-DEC-13", "another currency excuses", totalsOf(tax("EUR", "19.999") + tax("SEK", "1.999")), "", nil},
		{"BR-DEC-13", "no number", totalsOf(marked(tax("EUR", "x"), "</ram:TaxTotalAmount>", "BR-DEC-13")), "stops", nil},
		{"BR-DEC-15", "no accounting currency", totalsOf(tax("SEK", "1.999")), "", nil},
		{"BR-DEC-15", "two", totalsOf(tax("EUR", "1.999")+tax("SEK", "1.99"), accounting), "", nil},
		{"BR-DEC-15", "three", totalsOf(tax("EUR", "1.99")+"\n"+marked(tax("SEK", "1.999"), "</ram:TaxTotalAmount>", "BR-DEC-15"), accounting), "",
			[]report.Arg{num("found", "1.999"), report.A("decimals", 2)}},
		{"BR-DEC-15", "none in that currency", totalsOf(marked(tax("EUR", "1.99"), "</ram:TaxTotalAmount>", "BR-DEC-15"), accounting), "missing",
			[]report.Arg{num("found", "1.99"), report.A("decimals", 2)}},
		{"BR-DEC-15", "none at all", totalsOf("", accounting), "", nil},
	})
}

func TestRulesOfSyntax(t *testing.T) {
	due := func(codes ...string) string {
		var all []string
		for _, code := range codes {
			all = append(all, element("ram:ApplicableTradeTax", "<ram:DueDateTypeCode>"+code+"</ram:DueDateTypeCode>"))
		}
		return message(settled(all...))
	}
	means := func(name string, texts ...string) string {
		var all []string
		for _, text := range texts {
			all = append(all, element("ram:SpecifiedTradeSettlementPaymentMeans", "<ram:"+name+">"+text+"</ram:"+name+">"))
		}
		return message(settled(all...))
	}
	testRules(t, []ruleCase{
		{"CII-SR-462", "the same", due("5", "5"), "", nil},
		{"CII-SR-462", "another", marked(due("5", "29"), "29</ram:DueDateTypeCode>", "CII-SR-462"), "", []report.Arg{report.A("found", "29"), report.A("first", "5")}},
		{"CII-SR-462", "white space counts", marked(due("5", " 5"), " 5</ram:DueDateTypeCode>", "CII-SR-462"), "", []report.Arg{report.A("found", " 5"), report.A("first", "5")}},
		{"CII-SR-462", "none", due(), "", nil},
		{"CII-SR-467", "white space does not count", means("TypeCode", "30", " 30 "), "", nil},
		{"CII-SR-467", "another", marked(means("TypeCode", "30", "58"), "58</ram:TypeCode>", "CII-SR-467"), "", []report.Arg{report.A("found", "58"), report.A("first", "30")}},
		{"CII-SR-468", "the same", means("Information", "Transfer", "Transfer"), "", nil},
		{"CII-SR-468", "another", marked(means("Information", "Transfer", "Cash"), "Cash</ram:Information>", "CII-SR-468"), "",
			[]report.Arg{report.A("found", "Cash"), report.A("first", "Transfer")}},
	})
}

// TestWords asks for words of its own for every rule of the syntax that its expression does not explain.
func TestWords(t *testing.T) {
	for _, table := range append(FacturXRules(), Rules()) {
		testWords(t, table)
	}
}

func testWords(t *testing.T, table *shape.Table) {
	for _, row := range table.Rows {
		_, standard := en16931.RuleByID(row.ID)
		w, ok := words(row.ID)
		if standard && ok {
			t.Errorf("%s is a rule of the standard: it has words there", row.ID)
		}
		plain := row.Check == nil
		if plain {
			switch e := table.Exprs[row.Test]; e.Op {
			case shape.Or, shape.And, shape.Equal, shape.NotEqual:
				plain = false
			case shape.Not:
				plain = table.Exprs[e.A].Op == shape.Exists
			case shape.Count:
				plain = e.N > 0
			}
		}
		switch {
		case !standard && !plain && !ok:
			t.Errorf("%s: %s has no words", table.Artefact, row.ID)
		case ok:
			args := []report.Arg{report.A("element", "ram:ID"), report.A("found", "5"), report.A("first", "29"), report.A("problem", noAmount)}
			for _, text := range []report.Text{w.Text, w.Fix} {
				if err := text.Validate(args...); err != nil || text.EN == text.FR || !strings.HasSuffix(text.EN, ".") || !strings.HasSuffix(text.FR, ".") {
					t.Errorf("%s: %q, %q: %v", row.ID, text.EN, text.FR, err)
				}
			}
		}
	}
}

// TestSampleIsValid keeps the sample that speed is measured on valid.
func TestSampleIsValid(t *testing.T) {
	tree, err := xmltree.Parse(sample.CII(6), xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	found := report.NewCollector(0)
	shape.Run(Rules(), tree, shape.Options{}, found)
	var r report.Report
	found.Into(&r)
	for _, f := range r.Findings {
		t.Errorf("line %d: %s %s", f.Line, f.Rule, f.Message.EN)
	}
}

func BenchmarkRules(b *testing.B) {
	tree, err := xmltree.Parse(sample.CII(6), xmltree.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		shape.Run(Rules(), tree, shape.Options{}, report.NewCollector(0))
	}
}
