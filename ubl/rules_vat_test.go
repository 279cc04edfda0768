package ubl

import (
	"strings"
	"testing"
)

// marked puts a marker on a line of its own content.
func marked(rule, content string) string { return "\n" + content + " <!-- want " + rule + " -->\n" }

func TestBreakdown(t *testing.T) {
	entries := func(list ...string) string {
		doc := ""
		for _, e := range list {
			doc += "<cac:TaxSubtotal>" + e + "</cac:TaxSubtotal>"
		}
		return "<cac:TaxTotal>" + doc + "</cac:TaxTotal>"
	}
	of := func(code string) string { return vat("TaxCategory", code, "0") }
	runCases(t, []ruleCase{
		{name: "stated", rule: "BR-Z-01", doc: line("1", " Z ", "0") + entries(of("Z"))},
		{name: "not stated", rule: "BR-Z-01", doc: entries(of("E")) + marked("BR-Z-01", line("1", "Z", "0"))},
		{name: "not stated, of a charge", rule: "BR-E-01", doc: entries(of("Z")) + marked("BR-E-01", charge("1", "E", "0"))},
		{name: "not stated, of an entry on a line", rule: "BR-G-01", doc: marked("BR-G-01", "<cac:InvoiceLine>"+entries(of("G"))+"</cac:InvoiceLine>")},
		{name: "two", rule: "BR-AE-01", doc: line("1", "AE", "0") + entries(of("AE"), marked("BR-AE-01", of("AE"))), says: "several count=2"},
		{name: "stated without use", rule: "BR-IC-01", doc: entries(of("K"))},
		{name: "of another tax", rule: "BR-O-01", doc: lineOf("1", scheme("ClassifiedTaxCategory", "O", "", "GST"))},
		{name: "rate by rate", rule: "BR-S-01", doc: line("1", "S", "20") + entries(of("S"), of("S"))},
		{name: "not stated", rule: "BR-S-01", doc: marked("BR-S-01", line("1", "S", "20")) + entries(of("Z"))},
		{name: "of any tax", rule: "BR-S-01", doc: marked("BR-S-01", lineOf("1", scheme("ClassifiedTaxCategory", "S", "", "GST")))},
		{name: "unused", rule: "BR-S-01", doc: line("1", "Z", "0") + entries(marked("BR-S-01", of("S"))), says: "unused"},
		{name: "of any tax, stated so too", rule: "BR-AF-01", doc: line("1", "L", "7") + entries(scheme("TaxCategory", "L", "7", "IGIC"))},
		{name: "stated with a blank", rule: "BR-AF-01", doc: marked("BR-AF-01", line("1", "L", "7")) + entries(of(" L"))},
		{name: "unused", rule: "BR-AF-01", doc: entries(marked("BR-AF-01", of(" L"))), says: "unused"},
		{name: "of another tax", rule: "BR-AG-01", doc: marked("BR-AG-01", allowance("1", "M", "4")) + entries(scheme("TaxCategory", "M", "4", "IPSI"))},
		{name: "stated", rule: "BR-AG-01", doc: allowance("1", "M", "4") + entries(of("M"))},
		{name: "two identifiers", rule: "RD-STOP", doc: strings.Replace(line("1", "Z", "0"), "<cbc:Percent>", marked("RD-STOP", el("ID", "E"))+"<cbc:Percent>", 1),
			says: "rule=BR-AE-02 element=cbc:ID text="},
	})
}

func TestTaxIdentifiers(t *testing.T) {
	seller, buyer, rep := "AccountingSupplierParty", "AccountingCustomerParty", "TaxRepresentativeParty"
	legal := "<cac:AccountingCustomerParty><cac:Party><cac:PartyLegalEntity>" + el("CompanyID", "1") + "</cac:PartyLegalEntity></cac:Party></cac:AccountingCustomerParty>"
	foreign := lineOf("1", scheme("ClassifiedTaxCategory", "S", "20", "GST"))
	twice := strings.Replace(party(seller, "VAT"), "</cac:TaxScheme>", "</cac:TaxScheme>"+marked("RD-STOP", "<cac:TaxScheme/>"), 1)
	runCases(t, []ruleCase{
		{name: "of VAT", rule: "BR-S-02", doc: line("1", "S", "20") + party(seller, "VAT")},
		{name: "of any tax", rule: "BR-S-02", doc: line("1", "S", "20") + party(seller, "FC")},
		{name: "of the representative", rule: "BR-S-02", doc: line("1", "S", "20") + party(rep, "VAT")},
		{name: "of any tax, of the representative", rule: "BR-S-02", doc: line("1", "S", "20") + marked("BR-S-02", party(seller)) + party(rep, "FC"), says: "no cbc:CompanyID"},
		{name: "no seller", rule: "BR-Z-02", doc: "<!-- want BR-Z-02 -->" + line("1", "Z", "0"), says: "no cbc:CompanyID"},
		{name: "of another category", rule: "BR-Z-02", doc: line("1", "S", "20")},
		{name: "of a line of no VAT", rule: "BR-S-02", doc: marked("BR-S-02", foreign) + party(seller, "VAT")},
		{name: "of lines with VAT and without", rule: "BR-S-02", doc: foreign + line("1", "S", "20") + party(seller, "VAT")},
		{name: "only of VAT", rule: "BR-G-02", doc: line("1", "G", "0") + marked("BR-G-02", party(seller, "FC"))},
		{name: "of both", rule: "BR-G-02", doc: line("1", "G", "0") + party(seller, "FC", " vat ")},
		{name: "of neither side", rule: "BR-IC-02", doc: line("1", "K", "0") + marked("BR-IC-02", party(seller)) + marked("BR-IC-02", legal),
			says: "no cbc:CompanyID\nno cbc:CompanyID buyer"},
		{name: "of the buyer", rule: "BR-IC-02", doc: line("1", "K", "0") + party(seller, "VAT") + party(buyer, "VAT")},
		{name: "legal", rule: "BR-AE-02", doc: line("1", "AE", "0") + party(seller, "FC") + legal},
		{name: "no buyer's", rule: "BR-AE-02", doc: line("1", "AE", "0") + party(seller, "FC") + marked("BR-AE-02", party(buyer, "FC")), says: "buyer"},
		{name: "none", rule: "BR-E-03", doc: allowance("1", "E", "0") + marked("BR-E-03", party(seller)), says: "no cbc:CompanyID"},
		{name: "of a charge", rule: "BR-E-03", doc: charge("1", "E", "0")},
		{name: "of an allowance of a line", rule: "BR-E-03", doc: "<!-- want BR-E-03 --><cac:InvoiceLine>" + allowance("1", "E", "0") + "</cac:InvoiceLine>", says: "no cbc:CompanyID"},
		{name: "none", rule: "BR-AG-04", doc: "<!-- want BR-AG-04 -->" + charge("1", "M ", "0"), says: "no cbc:CompanyID"},
		{name: "none", rule: "BR-AF-04", doc: "<!-- want BR-AF-04 -->" + charge("1", "L", "0"), says: "no cbc:CompanyID"},
		{name: "with a blank", rule: "BR-AF-04", doc: charge("1", "L ", "0")},
		{name: "none is right", rule: "BR-O-02", doc: line("1", "O", "") + party(seller, "FC") + party(buyer)},
		{name: "some are wrong", rule: "BR-O-02", doc: line("1", "O", "") + marked("BR-O-02", party(seller, "VAT")) + marked("BR-O-02", party(rep, "VAT")) + marked("BR-O-02", party(buyer, "FC", "VAT"))},
		{name: "on the document", rule: "BR-O-03", doc: allowance("1", "O", "") + marked("BR-O-03", party(seller, "VAT"))},
		{name: "on a line", rule: "BR-O-03", doc: "<cac:InvoiceLine>" + allowance("1", "O", "") + "</cac:InvoiceLine>" + party(seller, "VAT")},
		{name: "on the document", rule: "BR-O-04", doc: charge("1", "O", "") + marked("BR-O-04", party(seller, "VAT"))},
		{name: "two schemes", rule: "RD-STOP", doc: line("1", "G", "0") + twice, says: "rule=BR-G-02 element=cac:TaxScheme text="},
		{name: "two schemes, but nobody asks", rule: "RD-STOP", doc: line("1", "S", "20") + strings.Replace(twice, " <!-- want RD-STOP -->", "", 1)},
	})
}

func TestRates(t *testing.T) {
	level := func(rule, indicator, code, rate string) string {
		return strings.Replace(onLevel(indicator, "1", code, rate), "<cac:TaxCategory>", "\n<!-- want "+rule+" --><cac:TaxCategory>", 1)
	}
	runCases(t, []ruleCase{
		{name: "above 0", rule: "BR-S-05", doc: line("1", "S", "0.1")},
		{name: "0", rule: "BR-S-05", doc: marked("BR-S-05", line("1", "S", "0.0")), says: "found=0.0"},
		{name: "missing", rule: "BR-S-05", doc: marked("BR-S-05", line("1", "S", "")), says: "no cbc:Percent missing"},
		{name: "0", rule: "BR-AF-05", doc: line("1", "L", "0")},
		{name: "below 0", rule: "BR-AF-05", doc: marked("BR-AF-05", line("1", "L", "-1")), says: "found=-1"},
		{name: "0", rule: "BR-Z-05", doc: line("1", "Z", "-0.00")},
		{name: "above 0", rule: "BR-Z-05", doc: marked("BR-Z-05", line("1", " Z", "5.5")), says: "found=5.5"},
		{name: "missing", rule: "BR-Z-05", doc: marked("BR-Z-05", line("1", "Z", "")), says: "no cbc:Percent missing"},
		{name: "none", rule: "BR-O-05", doc: line("1", "O", "")},
		{name: "0", rule: "BR-O-05", doc: marked("BR-O-05", line("1", "O", "0")), says: "found=0"},
		{name: "a word", rule: "BR-O-05", doc: marked("BR-O-05", line("1", "O", "no")), says: "found=no"},
		{name: "a word", rule: "RD-STOP", doc: marked("RD-STOP", line("1", "S", "no")), says: "rule=BR-S-05 element=cbc:Percent text=no"},
		{name: "above 0", rule: "BR-E-06", doc: level("BR-E-06", "false", "E", "1"), says: "found=1"},
		{name: "of a charge", rule: "BR-E-06", doc: charge("1", "E", "1")},
		{name: "above 0", rule: "BR-G-07", doc: level("BR-G-07", " 1 ", "G", "1"), says: "found=1"},
		{name: "0", rule: "BR-G-07", doc: charge("1", "G", "0")},
	})
}

func TestTaxableAmount(t *testing.T) {
	entry := func(rule, base, code, rate string) string {
		doc := breakdown(base, "0", code, rate)
		if rule != "" {
			doc = strings.Replace(doc, "<cbc:TaxableAmount>", "\n<!-- want "+rule+" --><cbc:TaxableAmount>", 1)
		}
		return doc
	}
	noBase := func(code, rate string) string {
		return strings.Replace(breakdown("", "0", code, rate), el("TaxableAmount", ""), "", 1)
	}
	z := line("10", "Z", "0") + line("5", "Z", "7") + line("99", "E", "0") + allowance("2", "Z", "0") + charge("1", "Z", "0")
	s := line("10", "S", "20") + line("5", "S", "20.00") + line("99", "S", "10") + allowance("2", "S", "+20") + charge("1", "S", "20.0")
	onLine := func(content string) string { return "<cac:InvoiceLine>" + content + "</cac:InvoiceLine>" }
	badRate := strings.Replace(charge("2", "S", "x"), "VAT", "GST", 1)
	credit := strings.NewReplacer("InvoiceLine", "CreditNoteLine")
	both := lineOf("5", vat("ClassifiedTaxCategory", "S", "20")+vat("ClassifiedTaxCategory", "Z", "10"))
	runCases(t, []ruleCase{
		{name: "right", rule: "BR-Z-08", doc: z + entry("", "14.00", "Z", "0")},
		{name: "off", rule: "BR-Z-08", doc: z + entry("BR-Z-08", "14.001", "Z", "0"), says: "found=14.001 expected=14 difference=0.001 lines=15 allowances=2 charges=1"},
		{name: "missing", rule: "BR-Z-08", doc: z + "<!-- want BR-Z-08 -->" + noBase("Z", "0"), says: "no cbc:TaxableAmount missing"},
		{name: "nothing", rule: "BR-Z-08", doc: line("9", "E", "0") + entry("BR-Z-08", "1", "Z", "0"), says: "found=1 expected=0 difference=1 lines=0 allowances=0 charges=0"},
		{name: "no lines", rule: "BR-Z-08", doc: charge("1", "Z", "0") + entry("BR-Z-08", "1", "Z", "0"), says: "no-lines"},
		{name: "of a credit note", rule: "BR-Z-08", root: "CreditNote", doc: credit.Replace(z) + entry("", "14", "Z", "0")},
		{name: "of a credit note, off", rule: "BR-O-08", root: "CreditNote", doc: credit.Replace(line("9", "O", "")) + entry("BR-O-08", "8", "O", ""),
			says: "found=8 expected=9 difference=1 lines=9 allowances=0 charges=0"},
		{name: "lines of either sort", rule: "BR-Z-08", doc: line("4", "Z", "0") + credit.Replace(line("5", "Z", "0")) + entry("", "5", "Z", "0")},
		{name: "an amount of another category", rule: "RD-STOP", doc: line("x", "E", "0") + line("1", "Z", "0") + entry("", "1", "Z", "0")},
		{name: "an amount of its own", rule: "RD-STOP", doc: marked("RD-STOP", line("x", "Z", "0")) + entry("", "1", "Z", "0"),
			says: "rule=BR-Z-08 element=cbc:LineExtensionAmount text=x"},

		{name: "right", rule: "BR-S-08", doc: s + entry("", "14", "S", "20.000")},
		{name: "just inside", rule: "BR-S-08", doc: s + entry("", "14.99", "S", "20")},
		{name: "just outside", rule: "BR-S-08", doc: s + entry("BR-S-08", "15", "S", "20"), says: "found=15 expected=14 difference=1 lines=15 allowances=2 charges=1 rate=20"},
		{name: "below", rule: "BR-S-08", doc: s + entry("BR-S-08", "13", "S", "20"), says: "found=13 expected=14 difference=1 lines=15 allowances=2 charges=1 rate=20"},
		{name: "other rate", rule: "BR-S-08", doc: s + entry("BR-S-08", "14", "S", "5"), says: "unused found=14 rate=5"},
		{name: "other rate of 0", rule: "BR-S-08", doc: s + entry("BR-S-08", "0", "S", "5"), says: "unused found=0 rate=5"},
		{name: "an allowance of a line does", rule: "BR-S-08", doc: onLine(allowance("2", "S", "5")) + entry("", "0", "S", "5")},
		{name: "a rate that is none on a line", rule: "RD-STOP", doc: s + onLine(badRate) + entry("", "14", "S", "20")},
		{name: "a rate that is none where a rate is looked for", rule: "RD-STOP", doc: s + onLine(marked("RD-STOP", badRate)) + entry("", "14", "S", "5"),
			says: "rule=BR-S-08 element=cbc:Percent text=x"},
		{name: "no rate", rule: "BR-S-08", doc: s + entry("", "14", "S", "")},
		{name: "missing", rule: "BR-S-08", doc: s + "<!-- want BR-S-08 -->" + noBase("S", "20"), says: "no cbc:TaxableAmount missing"},
		{name: "the rate of another category of the line", rule: "BR-S-08", doc: both + entry("", "5", "S", "10")},
		{name: "1 off, but the double is above", rule: "BR-S-08", doc: line("2.1", "S", "20") + entry("", "1.1", "S", "20")},
		{name: "1 off, and the double is not", rule: "BR-S-08", doc: line("2.3", "S", "20") + entry("BR-S-08", "1.3", "S", "20"),
			says: "found=1.3 expected=2.3 difference=1.0 lines=2.3 allowances=0 charges=0 rate=20"},
		{name: "right", rule: "BR-AF-08", doc: line("10", "L", "7") + entry("", "10", "L", "7")},
		{name: "nothing", rule: "BR-AF-08", doc: line("10", "L", "7") + entry("BR-AF-08", "10", "L", "3"),
			says: "found=10 expected=0 difference=10 lines=0 allowances=0 charges=0 rate=3"},
		{name: "nothing, and 0", rule: "BR-AF-08", doc: line("10", "L", "7") + entry("", "0", "L", "3")},
		{name: "no lines", rule: "BR-AG-08", doc: charge("1", "M", "4") + entry("BR-AG-08", "1", "M", "4"), says: "no-lines"},
		{name: "a rate that is none", rule: "RD-STOP", doc: lineOf("1", strings.Replace(scheme("ClassifiedTaxCategory", "S", "x", "GST"), "<cbc:Percent>", "\n<!-- want RD-STOP --><cbc:Percent>", 1)) + entry("", "1", "S", "20"),
			says: "rule=BR-S-08 element=cbc:Percent text=x"},
	})
}

func TestTaxAmount(t *testing.T) {
	entry := func(base, tax, code, rate string) string {
		doc := strings.Replace(breakdown(base, tax, code, rate), "<cbc:TaxAmount>", "\n<!-- want BR-"+map[string]string{"S": "S", "Z": "Z", "L": "AF"}[code]+"-09 --><cbc:TaxAmount>", 1)
		return strings.Replace(doc, "<cbc:TaxAmount></cbc:TaxAmount>", "", 1)
	}
	runCases(t, []ruleCase{
		{name: "0", rule: "BR-Z-09", doc: breakdown("9", "0.00", "Z", "0")},
		{name: "not 0", rule: "BR-Z-09", doc: entry("9", "0.01", "Z", "0"), says: "found=0.01"},
		{name: "missing", rule: "BR-Z-09", doc: "<!-- want BR-Z-09 -->" + strings.Replace(breakdown("9", "", "Z", "0"), el("TaxAmount", ""), "", 1), says: "no cbc:TaxAmount missing"},
		{name: "just inside", rule: "BR-S-09", doc: breakdown("100", "19.01", "S", "20")},
		{name: "just outside", rule: "BR-S-09", doc: entry("100", "19", "S", "20"), says: "found=19 expected=20.00 difference=1.00 base=100 rate=20"},
		{name: "no rate", rule: "BR-S-09", doc: "<!-- want BR-S-09 -->" + breakdown("100", "20", "S", ""), says: "no cbc:Percent missing"},
		{name: "no base", rule: "BR-AF-09", doc: "<!-- want BR-AF-09 -->" + strings.Replace(breakdown("", "20", "L", "7"), el("TaxableAmount", ""), "", 1), says: "no cbc:TaxableAmount missing"},
		{name: "two rates", rule: "RD-STOP", doc: strings.Replace(breakdown("100", "20", "S", "7"), el("Percent", "7"),
			el("Percent", "7")+"\n"+el("Percent", "7")+strings.Repeat("<!-- want RD-STOP -->", 3), 1),
			says: "rule=BR-CO-17 element=cbc:Percent text=\nrule=BR-S-08 element=cbc:Percent text=\nrule=BR-S-09 element=cbc:Percent text="},
	})
}

func TestSpecialCategories(t *testing.T) {
	k, o := breakdown("1", "0", "K", "0"), breakdown("1", "0", "O", "")
	delivery := func(content string) string { return marked("BR-IC-12", "<cac:Delivery>"+content+"</cac:Delivery>") }
	to := func(country string) string {
		return "<cac:Delivery><cac:DeliveryLocation><cac:Address><cac:Country>" + el("IdentificationCode", country) + "</cac:Country></cac:Address></cac:DeliveryLocation></cac:Delivery>"
	}
	runCases(t, []ruleCase{
		{name: "delivered", rule: "BR-IC-11", doc: k + delivery(el("ActualDeliveryDate", "2026-01-01"))},
		{name: "a period", rule: "BR-IC-11", doc: k + "<cac:InvoicePeriod>" + el("DescriptionCode", "3") + "</cac:InvoicePeriod>"},
		{name: "an empty period", rule: "BR-IC-11", doc: "<!-- want BR-IC-11 -->" + k + "<cac:InvoicePeriod> </cac:InvoicePeriod>", says: "no cbc:ActualDeliveryDate"},
		{name: "one character", rule: "BR-IC-11", doc: k + marked("BR-IC-11", "<cac:Delivery>"+el("ActualDeliveryDate", "x")+"</cac:Delivery>")},
		{name: "not K", rule: "BR-IC-11", doc: o},
		{name: "a country", rule: "BR-IC-12", doc: k + to("DE")},
		{name: "no country", rule: "BR-IC-12", doc: k + delivery(""), says: "no cbc:IdentificationCode"},
		{name: "two deliveries", rule: "RD-STOP", doc: k + to("DE") + marked("RD-STOP", to("DE")), says: "rule=BR-IC-12 element=cbc:IdentificationCode text="},

		{name: "alone", rule: "BR-O-11", doc: o + line("1", "S", "20")},
		{name: "not alone", rule: "BR-O-11", doc: o + marked("BR-O-11", k), says: "found=K"},
		{name: "beside another tax", rule: "BR-O-11", doc: o + "<cac:TaxTotal><cac:TaxSubtotal>" + scheme("TaxCategory", "S", "5", "GST") + "</cac:TaxSubtotal></cac:TaxTotal>"},
		{name: "beside nothing", rule: "BR-O-11", doc: o + marked("BR-O-11", "<cac:TaxTotal><cac:TaxSubtotal><cac:TaxCategory><cac:TaxScheme>"+el("ID", "VAT")+"</cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>"), says: "found="},
		{name: "a line", rule: "BR-O-12", doc: o + line("1", " O", "") + marked("BR-O-12", line("1", "S", "20")) + line("1", "Z", "0"), says: "found=S"},
		{name: "without O", rule: "BR-O-12", doc: k + line("1", "S", "20")},
		{name: "an allowance", rule: "BR-O-13", doc: o + charge("1", "Z", "0") + marked("BR-O-13", allowance("1", "E", "0")), says: "found=E"},
		{name: "a charge", rule: "BR-O-14", doc: o + allowance("1", "Z", "0") + marked("BR-O-14", charge("1", "E", "0")), says: "found=E"},
		{name: "neither", rule: "BR-O-14", doc: o + charge("1", "O", "")},

		{name: "Italy", rule: "BR-B-01", doc: line("1", "B", "22") + to("IT")},
		{name: "elsewhere", rule: "BR-B-01", doc: line("1", "B", "22") + to("IT") + marked("BR-B-01", to("DE")), says: "found=DE"},
		{name: "elsewhere without B", rule: "BR-B-01", doc: line("1", "B ", "22") + to("DE")},
		{name: "with S", rule: "BR-B-02", doc: line("1", "B", "22") + marked("BR-B-02", charge("1", "S", "20"))},
		{name: "with S on a line's charge", rule: "BR-B-02", doc: line("1", "B", "22") + "<cac:InvoiceLine>" + charge("1", "S", "20") + "</cac:InvoiceLine>"},
		{name: "with Z", rule: "BR-B-02", doc: line("1", "B", "22") + line("1", "Z", "0")},
	})
}
