package cii

import (
	"fmt"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/report"
)

// prefixes of rules by category.
var families = map[string]string{"S": "S", "Z": "Z", "E": "E", "AE": "AE", "K": "IC", "G": "G", "O": "O", "L": "AF", "M": "AG"}

func TestVATBreakdown(t *testing.T) {
	var cases []ruleCase
	for code, prefix := range families {
		id := "BR-" + prefix + "-01"
		mark := "<!-- want " + id + " -->"
		used := func(mark ...string) string { return line("100", lineTax(code, "", mark...)) }
		stated := breakdown(code, "", "100", "0")
		cases = append(cases,
			ruleCase{id, "neither", message(settled()), "", nil},
			ruleCase{id, "one each", message(used(), used(), settled(stated)), "", nil},
			ruleCase{id, "an allowance", message(settled(adjust("false", "1", adjustTax(code, "")), stated)), "", nil},
			ruleCase{id, "white space", message(line("100", lineTax(" "+code, "")), settled()), "", nil},
		)
		switch {
		case hasRates(code):
			cases = append(cases,
				ruleCase{id, "no breakdown", message(used(mark), settled()), "", nil},
				ruleCase{id, "two lines hide it", message(used(), used(), settled()), "", nil},
				ruleCase{id, "no breakdown for an allowance", message(settled(adjust("false", "1", adjustTax(code, "", mark)))), "", nil},
				ruleCase{id, "two", message(used(), settled(stated, stated)), "", nil},
				ruleCase{id, "unused", message(settled(stated)), "", nil},
			)
		default:
			second := strings.Replace(stated, "</ram:CategoryCode>", "</ram:CategoryCode>"+mark, 1)
			if code != "O" {
				cases = append(cases, ruleCase{id, "no breakdown", message(used(mark), used(), settled()), "", nil},
					ruleCase{id, "no breakdown for a charge", message(settled(adjust("true", "1", adjustTax(code, "", mark)))), "", nil})
			} else {
				cases = append(cases, ruleCase{id, "no breakdown", message(used(), settled()), "", nil})
			}
			cases = append(cases, ruleCase{id, "two", message(used(), settled(stated, second)), "several", []report.Arg{report.A("count", 2)}},
				ruleCase{id, "unused", message(settled(second)), "unused", nil})
		}
	}
	testRules(t, cases)
}

func TestVATIdentifiers(t *testing.T) {
	party := func(name, scheme string) string {
		return element("ram:"+name, element("ram:SpecifiedTaxRegistration", `<ram:ID schemeID="`+scheme+`">FR1</ram:ID>`))
	}
	agreement := func(parties ...string) string {
		return element("ram:ApplicableHeaderTradeAgreement", parties...)
	}
	seller, fiscal, representative := party("SellerTradeParty", "VA"), party("SellerTradeParty", "FC"), party("SellerTaxRepresentativeTradeParty", "VA")
	buyer := party("BuyerTradeParty", "VA")
	registered := element("ram:BuyerTradeParty", element("ram:SpecifiedLegalOrganization", "<ram:ID>1</ram:ID>"))
	elsewhere := element("ram:ApplicableHeaderTradeDelivery", seller)

	type who struct {
		name    string
		parties []string
		// By category, the case that fires where one does.
		broken map[string]string
	}
	none := map[string]string{"S": "", "Z": "", "E": "", "L": "", "M": "", "AE": "", "K": "", "G": ""}
	all := []who{
		{"nobody", nil, none},
		{"seller", []string{agreement(seller)}, map[string]string{"AE": "buyer", "K": "buyer", "O": ""}},
		{"seller, other taxes", []string{agreement(fiscal)}, map[string]string{"AE": "buyer", "K": "", "G": ""}},
		{"representative", []string{agreement(representative)}, map[string]string{"AE": "buyer", "K": "buyer", "O": ""}},
		{"seller and buyer", []string{agreement(seller, buyer)}, map[string]string{"O": ""}},
		{"seller and registered buyer", []string{agreement(seller, registered)}, map[string]string{"K": "buyer", "O": ""}},
		{"buyer", []string{agreement(buyer)}, map[string]string{"S": "", "Z": "", "E": "", "L": "", "M": "", "AE": "", "K": "", "G": "", "O": ""}},
		{"seller elsewhere", []string{elsewhere}, map[string]string{"S": "", "Z": "", "E": "", "L": "", "M": "", "AE": "buyer", "K": "buyer"}},
	}
	var cases []ruleCase
	for code, prefix := range families {
		for _, w := range all {
			in, broken := w.broken[code]
			add := func(number, document string) {
				id := "BR-" + prefix + "-" + number
				if broken {
					document = marked(document, ">"+code+"</ram:CategoryCode>", id)
				}
				cases = append(cases, ruleCase{id, w.name, document, in, nil})
			}
			add("02", message(append(w.parties, line("1", lineTax(code, "")))...))
			add("03", message(append(w.parties, settled(adjust("false", "1", adjustTax(code, ""))))...))
			add("04", message(append(w.parties, settled(adjust("1", "1", adjustTax(code, ""))))...))
		}
	}
	testRules(t, cases)
}

func TestVATRates(t *testing.T) {
	allowed := map[string]map[string]bool{}
	for _, code := range []string{"Z", "E", "AE", "K", "G"} {
		allowed[code] = map[string]bool{"0.00": true, "-1": false, "0.01": false, "20": false}
	}
	allowed["S"] = map[string]bool{"0": false, "-1": false, "0.01": true, "20": true}
	allowed["L"] = allowed["S"]
	allowed["M"] = map[string]bool{"0": true, "-1": false, "0.01": true}
	allowed["O"] = map[string]bool{"0": false, "20": false}
	var cases []ruleCase
	for code, prefix := range families {
		for rate, ok := range allowed[code] {
			add := func(number, document string) {
				id := "BR-" + prefix + "-" + number
				var args []report.Arg
				if !ok {
					document, args = marked(document, "</ram:RateApplicablePercent>", id), []report.Arg{num("found", rate)}
				}
				cases = append(cases, ruleCase{id, rate, document, "", args})
			}
			add("05", message(line("1", lineTax(code, rate))))
			add("06", message(settled(adjust("0", "1", adjustTax(code, rate)))))
			add("07", message(settled(adjust("true", "1", adjustTax(code, rate)))))
		}
		missing := message(line("1", lineTax(code, "")))
		if code != "O" {
			missing = marked(missing, "<ram:ApplicableTradeTax>", "BR-"+prefix+"-05")
		}
		cases = append(cases, ruleCase{"BR-" + prefix + "-05", "none", missing, "missing", nil})
	}
	cases = append(cases,
		ruleCase{"BR-S-05", "no number", marked(message(line("1", lineTax("S", "x"))), "</ram:RateApplicablePercent>", "BR-S-05"), "stops", nil},
		ruleCase{"BR-S-05", "not of VAT", strings.ReplaceAll(message(line("1", lineTax("S", "0"))), "VAT", "GST"), "", nil})
	testRules(t, cases)
}

func TestVATTaxable(t *testing.T) {
	// What is there: lines of 60 and 50, an allowance of 20 and a charge of 10, so 100; and the same tenfold at another rate.
	document := func(code, rate, other string, entries ...string) string {
		return message(line("60.001", lineTax(code, rate)), line("50.001", lineTax(code, rate)), line("1100", lineTax(code, other)),
			settled(append([]string{adjust("false", "20", adjustTax(code, rate)), adjust("true", "10", adjustTax(code, rate)),
				adjust("false", "200", adjustTax(code, other)), adjust("true", "100", adjustTax(code, other))}, entries...)...))
	}
	const behind = "</ram:BasisAmount>"
	wrong := func(base, sum, difference, lines, allowances, charges string, more ...report.Arg) []report.Arg {
		return append([]report.Arg{num("found", base), num("expected", sum), num("difference", difference), num("lines", lines), num("allowances", allowances),
			num("charges", charges)}, more...)
	}
	cases := []ruleCase{
		{"BR-S-08", "each rate", document("S", "20.0", "10", breakdown("S", "20", "100", "20"), breakdown("S", "10.00", "1000", "100")), "", nil},
		{"BR-S-08", "exactly", document("S", "20", "10", marked(breakdown("S", "20", "100.01", "20"), behind, "BR-S-08")), "",
			wrong("100.01", "100.00", "0.01", "110.00", "20.00", "10.00", num("rate", "20"))},
		{"BR-S-08", "nothing at the rate", document("S", "20", "10", marked(breakdown("S", "5", "1", "0"), behind, "BR-S-08")), "",
			wrong("1", "0", "1", "0", "0", "0", num("rate", "5"))},
		{"BR-S-08", "no rate", document("S", "20", "10", breakdown("S", "", "1", "0")), "", nil},
		{"BR-S-08", "no base", strings.Replace(document("S", "20", "10", marked(breakdown("S", "20", "100", "0"), "<ram:ApplicableTradeTax>", "BR-S-08")), amount("BasisAmount", "100"), "", 1), "missing", nil},
		{"BR-S-08", "a line with two rates is of both", message(line("10", lineTax("S", "20"), lineTax("S", "10"), lineTax("S", "10.0")),
			settled(breakdown("S", "20", "10", "0"), breakdown("S", "10", "10", "0"))), "", nil},
		{"BR-S-08", "a rate of a line that is no number", marked(message(line("10", lineTax("S", "x")), settled(breakdown("S", "20", "10", "0"))), "</ram:RateApplicablePercent>", "BR-S-08"),
			"stops", nil},
		{"BR-S-08", "the rate stands before it", message(line("10", lineTax("S", "20"), lineTax("S", "x")), settled(breakdown("S", "20", "10", "0"))), "", nil},
		{"BR-S-08", "an amount that is no number", marked(message(line("x", lineTax("S", "20")), settled(breakdown("S", "20", "10", "0"))), "x</ram:LineTotalAmount>", "BR-S-08"), "stops", nil},
		{"BR-S-08", "an amount of a charge that is no number", message(settled(marked(adjust("1", "x", adjustTax("S", "20")), "</ram:ActualAmount>", "BR-S-08"), breakdown("S", "20", "0", "0"))), "stops", nil},
		{"BR-S-08", "two amounts of a line", message(line("1</ram:LineTotalAmount>\n<ram:LineTotalAmount>1<!-- want BR-S-08 -->", lineTax("S", "20")), settled(breakdown("S", "20", "2", "0"))), "stops", nil},
		{"BR-S-08", "two rates of a tax", message(line("1", lineTax("S", "20</ram:RateApplicablePercent>\n<ram:RateApplicablePercent>20<!-- want BR-S-08 -->")), settled(breakdown("S", "20", "1", "0"))), "stops", nil},
		{"BR-S-08", "a rate below 0", message(line("1", lineTax("S", "-0.50")), settled(breakdown("S", "-.5", "1", "0"))), "", nil},
		{"BR-S-08", "a rate of 0", message(line("1", lineTax("S", "-0.0")), settled(breakdown("S", "00", "1", "0"))), "", nil},
		{"BR-S-08", "of another rate it does not matter", message(line("x", lineTax("S", "10")), settled(breakdown("S", "20", "0", "0"))), "", nil},
		{"BR-S-08", "an indicator that is neither", message(settled(marked(adjust("x", "1"), "</ram:ChargeIndicator>", "BR-S-08"), breakdown("S", "20", "0", "0"))), "stops", nil},
		{"BR-S-08", "no indicator", message(settled(element("ram:SpecifiedTradeAllowanceCharge", adjustTax("S", "20")), breakdown("S", "20", "0", "0"))), "", nil},
		{"BR-AF-08", "not looked at", document("L", "20", "10", breakdown("L", "20", "7", "20")), "", nil},
		{"BR-AF-08", "but beside it", document("L", "20", "10", breakdown("L", "20", "100", "20"), rateOfTax("20"), marked(amount("BasisAmount", "7"), behind, "BR-AF-08")), "",
			wrong("7", "100.00", "93.00", "110.00", "20.00", "10.00", num("rate", "20"))},
		{"BR-O-08", "exactly", document("O", "", "", marked(breakdown("O", "", "1100.01", "0"), behind, "BR-O-08")), "",
			wrong("1100.01", "1100.00", "0.01", "1210.00", "220.00", "110.00")},
		{"BR-O-08", "equal", document("O", "", "", breakdown("O", "", "1100", "0")), "", nil},
		{"BR-O-08", "no indicator", message(settled(marked(element("ram:SpecifiedTradeAllowanceCharge", adjustTax("S", "20")), "<ram:SpecifiedTradeAllowanceCharge>", "BR-O-08"), breakdown("O", "", "0", "0"))), "stops", nil},
		{"BR-Z-08", "two indicators", message(settled(element("ram:SpecifiedTradeAllowanceCharge", "<ram:ChargeIndicator><udt:Indicator>1</udt:Indicator>",
			"<udt:Indicator>1</udt:Indicator><!-- want BR-Z-08 --></ram:ChargeIndicator>"), breakdown("Z", "0", "0", "0"))), "stops", nil},
	}
	for code, prefix := range map[string]string{"Z": "Z", "E": "E", "AE": "AE", "K": "IC", "G": "G"} {
		id := "BR-" + prefix + "-08"
		cases = append(cases,
			ruleCase{id, "just below 1", document(code, "0", "0", breakdown(code, "0", "1100.99", "0"), breakdown(code, "0", "1099.01", "0")), "", nil},
			ruleCase{id, "just 1", document(code, "0", "0", breakdown(code, "0", "1100", "0"), marked(breakdown(code, "0", "1101", "0"), behind, id)), "",
				wrong("1101", "1100.00", "1.00", "1210.00", "220.00", "110.00")},
			ruleCase{id, "no base", strings.Replace(document(code, "0", "0", marked(breakdown(code, "0", "1100", "0"), "<ram:ApplicableTradeTax>", id)), amount("BasisAmount", "1100"), "", 1), "missing", nil},
			ruleCase{id, "two bases", document(code, "0", "0", breakdown(code, "0", "1100", "0", marked(amount("BasisAmount", "1100"), behind, id))), "stops", nil},
		)
	}
	// A difference of just 1 is one below 1 in floating point at times: 1.13 - 1 is below 0.13, and 1.03 + 1 above 2.03.
	for _, c := range []struct {
		base, sum string
		broken    bool
	}{{"1.13", "0.13", false}, {"1.12", "0.12", true}, {"1.03", "2.03", false}, {"1.04", "2.04", true}} {
		document := message(line(c.sum, lineTax("E", "0")), settled(breakdown("E", "0", c.base, "0")))
		var args []report.Arg
		if c.broken {
			document, args = marked(document, behind, "BR-E-08"), wrong(c.base, c.sum, "1.00", c.sum, "0", "0")
		}
		cases = append(cases, ruleCase{"BR-E-08", fmt.Sprintf("%s in floating point", c.base), document, "", args})
	}
	testRules(t, cases)
}

func TestVATTax(t *testing.T) {
	const behind = "</ram:CalculatedAmount>"
	no := func(doc string) string { return strings.Replace(doc, amount("CalculatedAmount", "0"), "", 1) }
	var cases []ruleCase
	for code, prefix := range families {
		if hasRates(code) {
			continue
		}
		id := "BR-" + prefix + "-09"
		cases = append(cases,
			ruleCase{id, "zero", message(settled(breakdown(code, "", "1", "-0.00"))), "", nil},
			ruleCase{id, "not zero", message(settled(marked(breakdown(code, "", "1", "0.01"), behind, id))), "", []report.Arg{num("found", "0.01")}},
			ruleCase{id, "missing", no(message(settled(marked(breakdown(code, "", "1", "0"), "<ram:ApplicableTradeTax>", id)))), "missing", nil},
		)
	}
	testRules(t, append(cases,
		ruleCase{"BR-S-09", "just below 1", message(settled(breakdown("S", "20", "100", "19.01"), breakdown("S", "20", "100", "20.99"))), "", nil},
		ruleCase{"BR-S-09", "just 1", message(settled(marked(breakdown("S", "20", "100", "19"), behind, "BR-S-09"))), "",
			[]report.Arg{num("found", "19"), num("expected", "20.00"), num("difference", "1.00"), num("base", "100"), num("rate", "20")}},
		ruleCase{"BR-S-09", "signs do not count", message(settled(breakdown("S", "20", "-100", "20"))), "", nil},
		ruleCase{"BR-S-09", "the sign is shown", message(settled(marked(breakdown("S", "20", "-100", "-22"), behind, "BR-S-09"))), "",
			[]report.Arg{num("found", "-22"), num("expected", "-20.00"), num("difference", "2.00"), num("base", "-100"), num("rate", "20")}},
		ruleCase{"BR-S-09", "no tax", no(message(settled(marked(breakdown("S", "20", "100", "0"), "<ram:ApplicableTradeTax>", "BR-S-09")))), "missing", nil},
		ruleCase{"BR-S-09", "no rate", message(settled(marked(breakdown("S", "", "100", "0"), "<ram:ApplicableTradeTax>", "BR-S-09"))), "missing", nil},
		ruleCase{"BR-S-09", "no number", message(settled(marked(breakdown("S", "x", "100", "0"), "</ram:RateApplicablePercent>", "BR-S-09"))), "stops", nil},
	))
}

func TestVATOfOneCategory(t *testing.T) {
	supply := breakdown("K", "0", "100", "0")
	delivery := func(inside ...string) string {
		return message(element("ram:ApplicableHeaderTradeDelivery", inside...), settled(supply))
	}
	day := element("ram:ActualDeliverySupplyChainEvent", element("ram:OccurrenceDateTime", `<udt:DateTimeString format="102">20260131</udt:DateTimeString>`))
	outside := breakdown("O", "", "100", "0")
	other := func(id string) string { return "<!-- want " + id + " -->" }
	category := func(code string) []report.Arg { return []report.Arg{report.A("found", code)} }
	country := func(codes ...string) (all string) {
		for _, code := range codes {
			all += amount("CountryID", code) + "\n"
		}
		return all
	}
	testRules(t, []ruleCase{
		{"BR-IC-11", "a day", delivery(day), "", nil},
		{"BR-IC-11", "a period", message(settled(supply, element("ram:BillingSpecifiedPeriod", "<ram:EndDateTime/>"))), "", nil},
		{"BR-IC-11", "neither", marked(delivery(), "<ram:ApplicableHeaderTradeDelivery>", "BR-IC-11"), "", nil},
		{"BR-IC-11", "an empty period", marked(message(settled(supply, "<ram:BillingSpecifiedPeriod/>")), "<rsm:SupplyChainTradeTransaction>", "BR-IC-11"), "", nil},
		{"BR-IC-12", "a country", delivery(element("ram:ShipToTradeParty", element("ram:PostalTradeAddress", country("DE")))), "", nil},
		{"BR-IC-12", "none", marked(delivery(element("ram:ShipToTradeParty", "<ram:PostalTradeAddress/>")), "<ram:PostalTradeAddress/>", "BR-IC-12"), "", nil},

		{"BR-O-11", "alone", message(line("1", lineTax("O", "")), settled(outside)), "", nil},
		{"BR-O-11", "a breakdown first", message(line("1", lineTax("E", "0")), settled(outside, strings.Replace(breakdown("S", "20", "1", "0"), "S</ram:CategoryCode>", "S</ram:CategoryCode>"+other("BR-O-11"), 1))), "",
			category("S")},
		{"BR-O-11", "else a line", message(line("1", lineTax("E", "0", other("BR-O-11"))), settled(outside)), "", category("E")},
		{"BR-O-12", "a line first", message(line("1", lineTax("E", "0", other("BR-O-12"))), settled(outside, breakdown("S", "20", "1", "0"))), "", category("E")},
		{"BR-O-13", "an allowance first", message(settled(outside, adjust("true", "1", adjustTax("S", "20")), adjust("false", "1", adjustTax("E", "0", other("BR-O-13"))))), "", category("E")},
		{"BR-O-13", "else a charge", message(settled(outside, adjust("true", "1", adjustTax("S", "20", other("BR-O-13"))))), "", category("S")},
		{"BR-O-14", "a charge first", message(settled(outside, adjust("true", "1", adjustTax("S", "20", other("BR-O-14"))), adjust("false", "1", adjustTax("E", "0")))), "", category("S")},
		{"BR-O-14", "alone", message(settled(outside, adjust("true", "1", adjustTax("O", "")))), "", nil},

		{"BR-B-01", "Italy", message(country("IT", "IT"), line("1", lineTax("B", "22"))), "", nil},
		{"BR-B-01", "another country", message(country("IT"), marked(country("FR"), "</ram:CountryID>", "BR-B-01"), line("1", lineTax("B", "22"))), "", category("FR")},
		{"BR-B-01", "another category", message(country("FR"), line("1", lineTax("S", "22"))), "", nil},
		{"BR-B-02", "alone", message(line("1", lineTax("B", "22"))), "", nil},
		{"BR-B-02", "beside S", message(line("1", lineTax("B", "22")), settled(adjust("true", "1", adjustTax("S", "22", other("BR-B-02"))))), "", nil},
	})
}
