package ubl

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/sample"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// ruleCase is a document and what one rule finds in it: a finding on each line that says <!-- want ID -->.
type ruleCase struct {
	name, rule string
	doc        string // what stands in an Invoice
	root       string // another root
	says       string // of each finding, one a line: the case, if it is not the usual one, and the arguments
}

func (c *ruleCase) run(t *testing.T) {
	root := c.root
	if root == "" {
		root = "Invoice"
	}
	doc := document(root, c.doc)
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	for i, line := range strings.Split(doc, "\n") {
		for range strings.Count(line, "<!-- want "+c.rule+" -->") {
			want = append(want, fmt.Sprint("line ", i+1))
		}
	}
	for i, says := range strings.FieldsFunc(c.says, func(r rune) bool { return r == '\n' }) {
		if i < len(want) {
			want[i] += ": " + strings.TrimLeft(says, "\t ")
		}
	}
	for _, f := range runRules(tree) {
		if f.Rule != c.rule {
			continue
		}
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
		got = append(got, fmt.Sprintf("line %d%s", f.Line, summary(t, &f)))
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("findings (-want +got):\n%s", diff)
	}
}

// runRules returns everything that the rules find in a document.
func runRules(tree *xmltree.Tree) []report.Finding {
	found := report.NewCollector(0)
	shape.Run(Rules(), tree, shape.Options{}, found)
	var rep report.Report
	found.Into(&rep)
	return rep.Findings
}

// summary is the case and the arguments of a finding, and the missing end of its path.
func summary(t *testing.T, f *report.Finding) string {
	t.Helper()
	var parts []string
	if f.Missing {
		parts = append(parts, "no "+f.Path[strings.LastIndexByte(f.Path, '/')+1:])
	}
	if rule, ok := en16931.RuleByID(f.Rule); ok {
		said := false
		for _, c := range rule.Cases {
			if c.Text == f.Message && !said {
				said = true
				if c.Name != "" {
					parts = append(parts, c.Name)
				}
			}
		}
		if !said {
			t.Errorf("%s says what is none of its cases: %s", f.Rule, f.Message.EN)
		}
	}
	for _, a := range f.Args {
		parts = append(parts, fmt.Sprintf("%s=%v", a.Name, a.Value))
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, " ")
}

func runCases(t *testing.T, cases []ruleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.rule+" "+c.name, c.run)
	}
}

// Pieces of documents, each on one line.

func el(name, value string) string { return "<cbc:" + name + ">" + value + "</cbc:" + name + ">" }

// vat is a tax category, of the scheme VAT; without a rate if that is "".
func vat(element, code, rate string) string { return scheme(element, code, rate, "VAT") }

func scheme(element, code, rate, scheme string) string {
	if rate != "" {
		rate = el("Percent", rate)
	}
	return "<cac:" + element + ">" + el("ID", code) + rate + "<cac:TaxScheme>" + el("ID", scheme) + "</cac:TaxScheme></cac:" + element + ">"
}

func line(amount, code, rate string) string {
	return lineOf(amount, vat("ClassifiedTaxCategory", code, rate))
}

func lineOf(amount, categories string) string {
	return "<cac:InvoiceLine>" + el("LineExtensionAmount", amount) + "<cac:Item>" + categories + "</cac:Item></cac:InvoiceLine>"
}

func allowance(amount, code, rate string) string { return onLevel("false", amount, code, rate) }

func charge(amount, code, rate string) string { return onLevel("true", amount, code, rate) }

func onLevel(indicator, amount, code, rate string) string {
	return "<cac:AllowanceCharge>" + el("ChargeIndicator", indicator) + el("Amount", amount) + vat("TaxCategory", code, rate) + "</cac:AllowanceCharge>"
}

// breakdown is a VAT total with one entry.
func breakdown(base, tax, code, rate string) string {
	return "<cac:TaxTotal><cac:TaxSubtotal>" + el("TaxableAmount", base) + el("TaxAmount", tax) + vat("TaxCategory", code, rate) + "</cac:TaxSubtotal></cac:TaxTotal>"
}

func totals(amounts ...string) string {
	return "<cac:LegalMonetaryTotal>" + strings.Join(amounts, "") + "</cac:LegalMonetaryTotal>"
}

// party is a party with tax identifiers of schemes.
func party(role string, schemes ...string) string {
	ids := ""
	for _, s := range schemes {
		ids += "<cac:PartyTaxScheme>" + el("CompanyID", "FR1") + "<cac:TaxScheme>" + el("ID", s) + "</cac:TaxScheme></cac:PartyTaxScheme>"
	}
	if role != "TaxRepresentativeParty" {
		ids = "<cac:Party>" + ids + "</cac:Party>"
	}
	return "<cac:" + role + ">" + ids + "</cac:" + role + ">"
}

func TestDocumentRules(t *testing.T) {
	price := func(prices ...string) string {
		return "<cac:InvoiceLine><cac:Price>\n" + strings.Join(prices, "\n") + "\n</cac:Price></cac:InvoiceLine>"
	}
	gross := func(v string) string { return "<cac:AllowanceCharge>" + el("BaseAmount", v) + "</cac:AllowanceCharge>" }
	period := func(dates ...string) string {
		return "<cac:InvoicePeriod>\n" + strings.Join(dates, "\n") + "</cac:InvoicePeriod>"
	}
	inLine := func(s string) string { return "<cac:InvoiceLine>" + s + "</cac:InvoiceLine>" }
	card := func(v string) string {
		return "<cac:PaymentMeans><cac:CardAccount>\n" + el("PrimaryAccountNumberID", v) + " <!-- want BR-51 --></cac:CardAccount></cac:PaymentMeans>"
	}
	taxIn := func(currency string) string {
		return `<cac:TaxTotal><cbc:TaxAmount currencyID="` + currency + `">1</cbc:TaxAmount></cac:TaxTotal>`
	}
	vatID := func(id string) string {
		return "<cac:PartyTaxScheme>\n" + id + "<cac:TaxScheme>" + el("ID", " vat ") + "</cac:TaxScheme></cac:PartyTaxScheme>"
	}
	const want27, want28, want29 = " <!-- want BR-27 -->", " <!-- want BR-28 -->", " <!-- want BR-29 -->"
	runCases(t, []ruleCase{
		{name: "negative", rule: "BR-27", doc: price(el("PriceAmount", "-0.01") + want27), says: "found=-0.01"},
		{name: "zero", rule: "BR-27", doc: price(el("PriceAmount", "0"))},
		{name: "whole minus zero", rule: "BR-27", doc: price(el("PriceAmount", "-0"))},
		{name: "minus zero", rule: "BR-27", doc: price(el("PriceAmount", "-0.00") + want27), says: "found=-0.00"},
		{name: "as a double", rule: "BR-27", doc: price(el("PriceAmount", "-1E2") + want27), says: "found=-1E2"},
		{name: "one of several is not", rule: "BR-27", doc: price(el("PriceAmount", "-1"), el("PriceAmount", "1"))},
		{name: "missing", rule: "BR-27", doc: "\n" + inLine("") + want27, says: "no cbc:PriceAmount missing"},
		{name: "no number", rule: "RD-STOP", doc: price(el("PriceAmount", "ten") + " <!-- want RD-STOP -->"),
			says: "rule=BR-27 element=cbc:PriceAmount text=ten"},
		{name: "negative", rule: "BR-28", doc: price(gross("-3") + want28), says: "found=-3"},
		{name: "positive", rule: "BR-28", doc: price(gross("3"))},
		{name: "none", rule: "BR-28", doc: price(el("PriceAmount", "1"))},

		{name: "reversed", rule: "BR-29", doc: period(el("StartDate", "2026-02-02"), el("EndDate", " 2026-02-01 ")+want29), says: "start=2026-02-02 end=2026-02-01"},
		{name: "one day", rule: "BR-29", doc: period(el("StartDate", "2026-02-01"), el("EndDate", "2026-02-01"))},
		{name: "only an end", rule: "BR-29", doc: period(el("EndDate", "soon"))},
		{name: "zones", rule: "BR-29", doc: period(el("StartDate", "2026-02-01Z"), el("EndDate", "2026-02-01+01:00")+want29),
			says: "start=2026-02-01Z end=2026-02-01+01:00"},
		{name: "a zone and none", rule: "BR-29", doc: period(el("StartDate", "2026-02-01"), el("EndDate", "2026-02-01-05:00"))},
		{name: "far off", rule: "BR-29", doc: period(el("StartDate", "-0044-03-15"), el("EndDate", "12026-02-01"))},
		{name: "no such day", rule: "RD-STOP", doc: period(el("StartDate", "2026-02-01"), el("EndDate", "2026-02-29")+" <!-- want RD-STOP -->"),
			says: "rule=BR-29 element=cbc:EndDate text=2026-02-29"},
		{name: "is for the document", rule: "BR-29", doc: inLine(period(el("StartDate", "2026-02-02"), el("EndDate", "2026-02-01")))},
		{name: "reversed", rule: "BR-30", doc: inLine(period(el("StartDate", "2026-02-02"), el("EndDate", "2026-02-01")+" <!-- want BR-30 -->")),
			says: "start=2026-02-02 end=2026-02-01"},
		{name: "in order", rule: "BR-30", doc: inLine(period(el("StartDate", "2025-12-31"), el("EndDate", "2026-01-01")))},

		{name: "eleven digits", rule: "BR-51", doc: card("12345678901")},
		{name: "ten characters", rule: "BR-51", doc: strings.Replace(card("  12é456789x "), " <!-- want BR-51 -->", "", 1)},

		{name: "not stated", rule: "BR-53", doc: taxIn("EUR") + "\n" + el("TaxCurrencyCode", "SEK") + " <!-- want BR-53 -->", says: "currency=SEK"},
		{name: "stated", rule: "BR-53", doc: taxIn("EUR") + taxIn("SEK") + el("TaxCurrencyCode", "SEK")},
		{name: "stated on a line", rule: "BR-53", doc: inLine(taxIn("SEK")) + el("TaxCurrencyCode", "SEK")},
		{name: "with a blank", rule: "BR-53", doc: taxIn("SEK") + "\n" + el("TaxCurrencyCode", "SEK ") + " <!-- want BR-53 -->", says: "currency=SEK "},

		{name: "not in the list", rule: "BR-CL-08", doc: "\n" + el("Note", "#QQQ#text") + " <!-- want BR-CL-08 -->", says: "found=QQQ"},
		{name: "in the list", rule: "BR-CL-08", doc: el("Note", "#AAI#text")},
		{name: "anywhere in the text", rule: "BR-CL-08", doc: "\n" + el("Note", "see #xyz# there") + " <!-- want BR-CL-08 -->", says: "found=xyz"},
		{name: "of other length", rule: "BR-CL-08", doc: el("Note", "#Q#text")},
		{name: "not closed", rule: "BR-CL-08", doc: el("Note", "text #QQQ")},
		{name: "a piece of the list", rule: "BR-CL-08", doc: el("Note", "#A A#text")},

		{name: "no country", rule: "BR-CO-09", doc: vatID(el("CompanyID", "29839217460") + " <!-- want BR-CO-09 -->"), says: "found=29839217460"},
		{name: "Greece", rule: "BR-CO-09", doc: vatID(el("CompanyID", "EL123"))},
		{name: "white space", rule: "BR-CO-09", doc: vatID("<!-- want BR-CO-09 --><cbc:CompanyID>\n\n</cbc:CompanyID>"), says: "empty"},
		{name: "missing", rule: "BR-CO-09", doc: vatID("")},
		{name: "one letter", rule: "BR-CO-09", doc: vatID(el("CompanyID", "F"))},
	})
}

func TestTotals(t *testing.T) {
	lines := line("10.00", "S", "20") + line("20.005", "S", "20")
	lea, ata, cta := "LineExtensionAmount", "AllowanceTotalAmount", "ChargeTotalAmount"
	tea, tia := "TaxExclusiveAmount", "TaxInclusiveAmount"
	pre, rnd, due := "PrepaidAmount", "PayableRoundingAmount", "PayableAmount"
	want := func(rule, name, value string) string { return "\n" + el(name, value) + " <!-- want " + rule + " -->\n" }
	lacking := func(rule string, amounts ...string) string {
		return "\n<!-- want " + rule + " -->" + totals(amounts...)
	}
	two := allowance("1.005", "S", "20") + allowance("2", "S", "20")
	tax := func(currency, amount string) string {
		return `<cac:TaxTotal><cbc:TaxAmount currencyID="` + currency + `">` + amount + `</cbc:TaxAmount></cac:TaxTotal>`
	}
	inEuro := el("DocumentCurrencyCode", "EUR")
	runCases(t, []ruleCase{
		{name: "halves go up", rule: "BR-CO-10", doc: lines + totals(el(lea, "30.01"))},
		{name: "of negative amounts too", rule: "BR-CO-10", doc: line("-0.005", "S", "20") + totals(el(lea, "0.00"))},
		{name: "a cent off", rule: "BR-CO-10", doc: lines + totals(want("BR-CO-10", lea, "30.00")), says: "found=30.00 expected=30.01 difference=0.01 lines=2"},
		{name: "missing", rule: "BR-CO-10", doc: lines + lacking("BR-CO-10"), says: "no cbc:LineExtensionAmount missing expected=30.01 lines=2"},
		{name: "a line without amount", rule: "BR-CO-10", doc: line("5", "S", "20") + "<cac:CreditNoteLine/>" + totals(el(lea, "5"))},
		{name: "no lines", rule: "BR-CO-10", doc: totals(want("BR-CO-10", lea, "5")), says: "found=5 expected=0.00 difference=5.00 lines=0"},
		{name: "an amount is none", rule: "RD-STOP", doc: "<cac:InvoiceLine>\n" + el(lea, "x") + "<!-- want RD-STOP --></cac:InvoiceLine>" + totals(el(lea, "5")),
			says: "rule=BR-CO-10 element=cbc:LineExtensionAmount text=x"},
		{name: "an amount is none, but nobody asks", rule: "RD-STOP", doc: "<cac:InvoiceLine>" + el(lea, "x") + "</cac:InvoiceLine>" + totals()},
		{name: "a line has two", rule: "RD-STOP", doc: "<cac:InvoiceLine>" + el(lea, "1") + "\n" + el(lea, "1") + "<!-- want RD-STOP --><!-- want RD-STOP --></cac:InvoiceLine>" + totals(el(lea, "5")),
			says: "rule=BR-DEC-23 element=cbc:LineExtensionAmount text=\nrule=BR-CO-10 element=cbc:LineExtensionAmount text="},

		{name: "rounded", rule: "BR-CO-11", doc: two + totals(el(ata, "3.01"))},
		{name: "off", rule: "BR-CO-11", doc: two + totals(want("BR-CO-11", ata, "3")), says: "found=3 expected=3.01 difference=0.01 count=2"},
		{name: "missing", rule: "BR-CO-11", doc: two + lacking("BR-CO-11"), says: "no cbc:AllowanceTotalAmount missing expected=3.01 count=2"},
		{name: "neither", rule: "BR-CO-11", doc: charge("5", "S", "20") + totals()},
		{name: "0 and none", rule: "BR-CO-11", doc: totals(el(ata, "0"))},
		{name: "none", rule: "BR-CO-11", doc: totals(want("BR-CO-11", ata, "1")), says: "found=1 expected=0.00 difference=1.00 count=0"},
		{name: "those of lines do not count", rule: "BR-CO-11", doc: "<cac:InvoiceLine>" + two + "</cac:InvoiceLine>" + totals(el(ata, "0"))},
		{name: "right", rule: "BR-CO-12", doc: charge("5", "S", "20") + two + totals(el(cta, "5"))},
		{name: "off", rule: "BR-CO-12", doc: charge("5", "S", "20") + totals(want("BR-CO-12", cta, "4")), says: "found=4 expected=5.00 difference=1.00 count=1"},
		{name: "missing", rule: "BR-CO-12", doc: charge("5", "S", "20") + lacking("BR-CO-12"), says: "no cbc:ChargeTotalAmount missing expected=5.00 count=1"},
		{name: "the totals are the document", rule: "BR-CO-12", root: "LegalMonetaryTotal"},

		{name: "all", rule: "BR-CO-13", doc: totals(el(lea, "10"), el(ata, "2"), el(cta, "1.005"), el(tea, "9.01"))},
		{name: "off", rule: "BR-CO-13", doc: totals(el(lea, "10"), el(ata, "2"), want("BR-CO-13", tea, "9")),
			says: "found=9 expected=8.00 difference=1.00 lines=10 allowances=2 charges=0"},
		{name: "not rounded without either", rule: "BR-CO-13", doc: totals(el(lea, "10.004"), want("BR-CO-13", tea, "10.00")),
			says: "found=10.00 expected=10.004 difference=0.004 lines=10.004 allowances=0 charges=0"},
		{name: "rounded with 0", rule: "BR-CO-13", doc: totals(el(lea, "10.004"), el(ata, "0"), el(tea, "10.00"))},
		{name: "missing", rule: "BR-CO-13", doc: lacking("BR-CO-13", el(lea, "10")), says: "no cbc:TaxExclusiveAmount missing"},
		{name: "nothing to compare with", rule: "BR-CO-13", doc: lacking("BR-CO-13", el(tea, "10")), says: "no cbc:LineExtensionAmount missing"},

		{name: "right", rule: "BR-CO-14", doc: strings.Replace(breakdown("1", "0.2", "S", "20"), "<cac:TaxTotal>", "<cac:TaxTotal>"+el("TaxAmount", "0.20"), 1)},
		{name: "off", rule: "BR-CO-14", doc: strings.Replace(breakdown("1", "0.2", "S", "20"), "<cac:TaxTotal>", "<cac:TaxTotal>"+want("BR-CO-14", "TaxAmount", "0.21"), 1),
			says: "found=0.21 expected=0.20 difference=0.01 count=1"},
		{name: "missing", rule: "BR-CO-14", doc: "\n<!-- want BR-CO-14 -->" + breakdown("1", "0.2", "S", "20"), says: "no cbc:TaxAmount missing expected=0.20 count=1"},
		{name: "no breakdown", rule: "BR-CO-14", doc: tax("SEK", "7")},

		{name: "right", rule: "BR-CO-15", doc: inEuro + tax("SEK", "9") + tax("EUR", "2.005") + totals(el(tea, "10"), el(tia, "12.01"))},
		{name: "off", rule: "BR-CO-15", doc: inEuro + tax("EUR", "2") + totals(el(tea, "10"), want("BR-CO-15", tia, "12.01")),
			says: "found=12.01 expected=12.00 difference=0.01 net=10 vat=2 currency=EUR"},
		{name: "no total", rule: "BR-CO-15", doc: inEuro + tax("EUR", "2") + lacking("BR-CO-15", el(tea, "10")), says: "no cbc:TaxInclusiveAmount missing"},
		{name: "no net", rule: "BR-CO-15", doc: inEuro + tax("EUR", "2") + lacking("BR-CO-15", el(tia, "12")), says: "no cbc:TaxExclusiveAmount missing"},
		{name: "no VAT", rule: "BR-CO-15", doc: "<!-- want BR-CO-15 -->" + inEuro + totals(el(tea, "10"), el(tia, "10")), says: "no cbc:TaxAmount no-vat-total currency=EUR"},
		{name: "VAT elsewhere", rule: "BR-CO-15", doc: inEuro + "\n" + tax(" EUR", "2") + " <!-- want BR-CO-15 -->", says: "no-vat-total currency=EUR"},
		{name: "several", rule: "BR-CO-15", doc: inEuro + tax("EUR", "2") + "\n" + tax("EUR", "2") + " <!-- want BR-CO-15 -->", says: "several count=2 currency=EUR"},
		{name: "no currency", rule: "BR-CO-15", doc: tax("EUR", "2")},
		{name: "any of several totals", rule: "BR-CO-15", doc: inEuro + tax("EUR", "2") + totals(el(tia, "11")) + totals(el(tea, "10"), el(tia, "12"))},

		{name: "plain", rule: "BR-CO-16", doc: totals(el(tia, "12"), el(due, "12.00"))},
		{name: "plain, not rounded", rule: "BR-CO-16", doc: totals(el(tia, "12.004"), want("BR-CO-16", due, "12")),
			says: "found=12 expected=12.004 difference=0.004 gross=12.004 prepaid=0 rounding=0"},
		{name: "prepaid", rule: "BR-CO-16", doc: totals(el(tia, "12.004"), el(pre, "2"), el(due, "10"))},
		{name: "prepaid, off", rule: "BR-CO-16", doc: totals(el(tia, "12"), el(pre, "2"), want("BR-CO-16", due, "12")),
			says: "found=12 expected=10.00 difference=2.00 gross=12 prepaid=2 rounding=0"},
		{name: "rounding", rule: "BR-CO-16", doc: totals(el(tia, "11.99"), el(rnd, "0.01"), el(due, "12"))},
		{name: "both", rule: "BR-CO-16", doc: totals(el(tia, "11.99"), el(pre, "1"), el(rnd, "0.01"), want("BR-CO-16", due, "12")),
			says: "found=12 expected=11.00 difference=1.00 gross=11.99 prepaid=1 rounding=0.01"},
		{name: "missing", rule: "BR-CO-16", doc: lacking("BR-CO-16", el(tia, "12"), el(pre, "many")), says: "no cbc:PayableAmount missing"},
		{name: "nothing to compare with", rule: "BR-CO-16", doc: lacking("BR-CO-16", el(due, "12")), says: "no cbc:TaxInclusiveAmount missing"},
	})
}

func TestTaxOfBreakdown(t *testing.T) {
	entry := func(base, tax, categories string) string {
		if base != "" {
			base = el("TaxableAmount", base)
		}
		if tax != "" {
			tax = el("TaxAmount", tax)
		}
		return "<cac:TaxTotal>\n<cac:TaxSubtotal>" + base + "\n" + tax + categories + "</cac:TaxSubtotal></cac:TaxTotal>"
	}
	at := func(rate string) string { return vat("TaxCategory", "S", rate) }
	const want = "<!-- want BR-CO-17 -->"
	runCases(t, []ruleCase{
		{name: "just inside", rule: "BR-CO-17", doc: entry("100", "20.99", at("20"))},
		{name: "just outside", rule: "BR-CO-17", doc: entry("100", "21.00", want+at("20")), says: "found=21.00 expected=20.00 difference=1.00 base=100 rate=20"},
		{name: "below", rule: "BR-CO-17", doc: entry("100", "19", want+at("20")), says: "found=19 expected=20.00 difference=1.00 base=100 rate=20"},
		{name: "signs do not matter", rule: "BR-CO-17", doc: entry("-100", "20", at("20"))},
		{name: "of a credit", rule: "BR-CO-17", doc: entry("-100", "-30", want+at("20")), says: "found=-30 expected=-20.00 difference=10.00 base=-100 rate=20"},
		{name: "0 at a rate of 0", rule: "BR-CO-17", doc: entry("100", "0.49", at("0"))},
		{name: "tax at a rate of 0", rule: "BR-CO-17", doc: entry("100", "0.50", want+at("0")), says: "found=0.50 expected=0.00 difference=0.50 base=100 rate=0"},
		{name: "a rate that rounds to 0", rule: "BR-CO-17", doc: entry("1000", "4", want+at("0.4")), says: "low-rate found=4 rate=0.4"},
		{name: "no rate", rule: "BR-CO-17", doc: entry("100", "20", want+at("")), says: "no-rate found=20"},
		{name: "no rate, no tax", rule: "BR-CO-17", doc: entry("100", "0", at(""))},
		{name: "the rate of another tax", rule: "BR-CO-17", doc: entry("100", "20", want+scheme("TaxCategory", "S", "20", "GST")), says: "no-rate found=20"},
		{name: "no tax", rule: "BR-CO-17", doc: strings.Replace(entry("100", "", at("20")), "\n", "\n"+want, 1), says: "no cbc:TaxAmount missing"},
		{name: "no base", rule: "BR-CO-17", doc: strings.Replace(entry("", "20", at("20")), "\n", "\n"+want, 1), says: "no cbc:TaxableAmount missing"},
		{name: "two categories", rule: "RD-STOP", doc: entry("100", "20", at("20")+"\n"+at("20")+"<!-- want RD-STOP -->"), says: "rule=BR-CO-17 element=cac:TaxCategory text="},
	})
}

// BenchmarkRules runs all rules over an invoice of 17 KB, and over large ones: ten times the lines should take ten times as long.
func BenchmarkRules(b *testing.B) {
	for _, lines := range []int{14, 10_000, 100_000} {
		b.Run(fmt.Sprint(lines, " lines"), func(b *testing.B) {
			tree, err := xmltree.Parse(sample.UBL(lines), xmltree.Limits{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportAllocs()
			for b.Loop() {
				shape.Run(Rules(), tree, shape.Options{}, report.NewCollector(report.DefaultMax))
			}
		})
	}
}

// TestValid asks that the invoice to measure on breaks nothing.
func TestValid(t *testing.T) {
	tree, err := xmltree.Parse(sample.UBL(14), xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range runRules(tree) {
		t.Errorf("%s: %s", f.Rule, f.Message.With(f.Args...).EN)
	}
}
