package schemas

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/report"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// mistakes are edits of a valid document: each old text becomes the new one.
var mistakes = []struct {
	name, schema, file string
	edits              []string // old, new, old, new …
}{
	{"valid", "ubl-2.1", "ubl", nil},
	{"valid", "facturx-minimum", "cii", nil},
	{"valid", "cii-d16b", "cii", nil},
	{"wrong kind of document", "cii-d16b", "ubl", nil},
	{"wrong namespace of the root", "ubl-2.1", "ubl", []string{`xsd:Invoice-2"`, `xsd:Invoice-3"`}},
	{"wrong namespace of a root with others in it", "facturx-minimum", "cii", []string{"CrossIndustryInvoice:100", "CrossIndustryInvoice:1", "<ram:TypeCode>380</ram:TypeCode>", ""}},
	{"two elements swapped", "ubl-2.1", "ubl", []string{"<cbc:CopyIndicator>false</cbc:CopyIndicator>", "<cbc:IssueDate>2026-01-31</cbc:IssueDate>", "<cbc:IssueDate>2026-01-31</cbc:IssueDate>\n  <cbc:Inv", "<cbc:CopyIndicator>false</cbc:CopyIndicator>\n  <cbc:Inv"}},
	{"required elements swapped", "facturx-minimum", "cii", []string{"<ram:ID>F-2026-1</ram:ID>\n    <ram:TypeCode>380</ram:TypeCode>", "<ram:TypeCode>380</ram:TypeCode>\n    <ram:ID>F-2026-1</ram:ID>"}},
	{"element far too early", "ubl-2.1", "ubl", []string{"  <cbc:ID>F-2026-1", "  <cac:LegalMonetaryTotal>\n    <cbc:PayableAmount currencyID=\"EUR\">120.00</cbc:PayableAmount>\n  </cac:LegalMonetaryTotal>\n  <cbc:ID>F-2026-1", "</cac:TaxTotal>\n  <cac:LegalMonetaryTotal>\n    <cbc:PayableAmount currencyID=\"EUR\">120.00</cbc:PayableAmount>\n  </cac:LegalMonetaryTotal>\n", "</cac:TaxTotal>\n"}},
	{"element far too late", "ubl-2.1", "ubl", []string{"  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>\n", "", "  </cac:InvoiceLine>\n", "  </cac:InvoiceLine>\n  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>\n"}},
	{"required element missing", "ubl-2.1", "ubl", []string{"  <cbc:ID>F-2026-1</cbc:ID>\n", ""}},
	{"several missing at the end", "facturx-minimum", "cii", []string{"        <ram:GrandTotalAmount>120.00</ram:GrandTotalAmount>\n        <ram:DuePayableAmount>120.00</ram:DuePayableAmount>\n", ""}},
	{"all children missing", "ubl-2.1", "ubl", []string{"    <cbc:PayableAmount currencyID=\"EUR\">120.00</cbc:PayableAmount>\n", ""}},
	{"misspelt element", "ubl-2.1", "ubl", []string{"cbc:IssueDate>", "cbc:IsueDate>"}},
	{"wrong case", "ubl-2.1", "ubl", []string{"cbc:InvoiceTypeCode>", "cbc:invoicetypecode>"}},
	{"wrong namespace", "ubl-2.1", "ubl", []string{`xsd:CommonBasicComponents-2"`, `xsd:CommonBasicComponents-1"`}},
	{"wrong namespace and another mistake", "facturx-minimum", "cii", []string{"xmlns:ram=\"urn:un:unece:uncefact:data:standard:Reus", "xmlns:ram=\"urn:un:unece:uncefact:data:draft:Reus", "<ram:TypeCode>380</ram:TypeCode>", ""}},
	{"wrong prefix", "ubl-2.1", "ubl", []string{"cbc:DocumentCurrencyCode>", "cac:DocumentCurrencyCode>"}},
	{"element of another parent", "ubl-2.1", "ubl", []string{"      <cbc:Name>Pain</cbc:Name>\n", "      <cbc:Name>Pain</cbc:Name>\n      <cbc:InvoicedQuantity unitCode=\"C62\">1</cbc:InvoicedQuantity>\n"}},
	{"wrapper left out", "ubl-2.1", "ubl", []string{"      <cac:PostalAddress>\n", "", "      </cac:PostalAddress>\n", ""}},
	{"unknown element", "ubl-2.1", "ubl", []string{"  <cbc:ID>F-2026-1", "  <own:extra/>\n  <cbc:ID>F-2026-1"}},
	{"unknown element in place of a required one", "facturx-minimum", "cii", []string{"ram:TypeCode>", "ram:Whatever>"}},
	{"nothing may follow", "ubl-2.1", "ubl", []string{"  </cac:InvoiceLine>\n", "  </cac:InvoiceLine>\n  <own:extra/>\n"}},
	{"unknown only child", "facturx-minimum", "cii", []string{"      <udt:DateTimeString format=\"102\">20260131</udt:DateTimeString>\n", "      <ram:Other/>\n"}},
	{"second of a choice", "cii-d16b", "cii", []string{"20260131</udt:DateTimeString>", "20260131</udt:DateTimeString><udt:DateTime>2026-01-31T00:00:00</udt:DateTime>"}},
	{"none of a choice", "cii-d16b", "cii", []string{"      <udt:DateTimeString format=\"102\">20260131</udt:DateTimeString>\n", ""}},
	{"repeated three times", "ubl-2.1", "ubl", []string{"  <cbc:IssueDate>2026-01-31</cbc:IssueDate>\n", strings.Repeat("  <cbc:IssueDate>2026-01-31</cbc:IssueDate>\n", 3)}},
	{"more often than twice", "facturx-minimum", "cii", []string{"        <ram:TaxTotalAmount currencyID=\"EUR\">20.00</ram:TaxTotalAmount>\n", strings.Repeat("        <ram:TaxTotalAmount currencyID=\"EUR\">20.00</ram:TaxTotalAmount>\n", 3)}},
	{"text between elements", "ubl-2.1", "ubl", []string{"<cac:Item>\n", "<cac:Item>\n <!-- x --> Pain\n"}},
	{"child in a value", "ubl-2.1", "ubl", []string{"<cbc:Name>Pain</cbc:Name>", "<cbc:Name>Pain <b>bis</b></cbc:Name>"}},
	{"text where nothing may be", "facturx-minimum", "cii", []string{"<ram:ApplicableHeaderTradeDelivery/>", "<ram:ApplicableHeaderTradeDelivery> </ram:ApplicableHeaderTradeDelivery>"}},
	{"comma in a number", "ubl-2.1", "ubl", []string{">120.00<", ">1 234,50<"}},
	{"thousands in a number", "ubl-2.1", "ubl", []string{">120.00<", ">1 234.50<"}},
	{"unit in a number", "ubl-2.1", "ubl", []string{">120.00<", ">120.00 EUR<"}},
	{"no number", "ubl-2.1", "ubl", []string{">120.00<", ">beaucoup<"}},
	{"empty value", "ubl-2.1", "ubl", []string{"<cbc:IssueDate>2026-01-31<", "<cbc:IssueDate> <"}},
	{"french date", "ubl-2.1", "ubl", []string{"2026-01-31", "31/01/2026"}},
	{"date that does not exist", "ubl-2.1", "ubl", []string{"2026-01-31", "2026-02-31"}},
	{"date with time", "ubl-2.1", "ubl", []string{"2026-01-31", "2026-01-31T00:00:00"}},
	{"boolean", "ubl-2.1", "ubl", []string{">false<", ">NON<"}},
	{"damaged attachment", "ubl-2.1", "ubl", []string{"YSxiCg==", "YSxiCg"}},
	{"long value", "ubl-2.1", "ubl", []string{"2026-01-31", strings.Repeat("9", 500)}},
	{"unknown attribute", "ubl-2.1", "ubl", []string{"<cbc:Name>", `<cbc:Name color="blue">`}},
	{"misspelt attribute", "ubl-2.1", "ubl", []string{`<cbc:PayableAmount currencyID`, `<cbc:PayableAmount currencyId`}},
	{"missing attribute", "ubl-2.1", "ubl", []string{`<cbc:PayableAmount currencyID="EUR"`, `<cbc:PayableAmount`}},
	{"bad attribute", "ubl-2.1", "ubl", []string{`<cbc:InvoiceTypeCode>`, `<cbc:InvoiceTypeCode listURI="%zz">`}},
	{"type that is none", "ubl-2.1", "ubl", []string{"<cbc:Name>", `<cbc:Name xsi:type="own:Name">`}},
	{"type of something else", "ubl-2.1", "ubl", []string{"<cbc:Name>", `<cbc:Name xsi:type="xs:decimal">`}},
	{"nil", "ubl-2.1", "ubl", []string{"<cbc:Name>Pain</cbc:Name>", `<cbc:Name xsi:nil="true"/>`}},
	{"identifier twice", "ubl-2.1", "ubl", []string{"          <ds:SignatureProperty T", "          <ds:SignatureProperty Target=\"#a\" Id=\"a\"><own:b/></ds:SignatureProperty>\n          <ds:SignatureProperty T"}},
	{"dangling reference", "ubl-2.1", "ubl", []string{"<own:note>checked", `<own:note xsi:type="xs:IDREF">b`}},
	{"unbound prefix in a value", "ubl-2.1", "ubl", []string{"<own:note>checked", `<own:note xsi:type="xs:QName">b:c`}},
	{"undeclared at a strict wildcard", "ubl-2.1", "ubl", []string{"<own:note>checked</own:note>", `<ds:CanonicalizationMethod Algorithm="a"><own:b/></ds:CanonicalizationMethod>`, `<ds:SignatureProperty Target="#a" Id="a">`, "<own:any>", `</ds:SignatureProperty>`, "</own:any>", "<ds:SignatureProperties>", "<own:list>", "</ds:SignatureProperties>", "</own:list>"}},
	{"no element for a wildcard", "ubl-2.1", "ubl", []string{"<own:note>checked</own:note>", ""}},
	{"abstract type", "ubl-2.1", "ubl", []string{"<own:note>checked</own:note>", `<own:note xsi:type="xades:GenericTimeStampType"/>`}},
	{"value not listed", "ubl-2.1", "ubl", []string{"<own:note>checked</own:note>", `<xades:ObjectIdentifier><xades:Identifier Qualifier="OID">a</xades:Identifier></xades:ObjectIdentifier>`}},
	{"fixed attribute", "cii-d16b", "cii", []string{"<ram:TypeCode>", `<ram:TypeCode listID="380">`}},
	{"element of the own namespace at a wildcard", "ubl-2.1", "ubl", []string{"<ext:ExtensionContent>", "<ext:ExtensionContent><ext:UBLExtensions/>"}},
	{"element of the own namespace behind others", "ubl-2.1", "ubl", []string{"<own:note>checked</own:note>", "<own:note>checked</own:note><ds:Object/>"}},
	{"two children where one may be", "ubl-2.1", "ubl", []string{"      </ext:ExtensionContent>", "        <own:second/>\n      </ext:ExtensionContent>"}},
	{"many mistakes", "ubl-2.1", "ubl", []string{"cbc:ID>", "cbc:Id>", "20.00", "20,00", "currencyID", "currency"}},
}

func TestFindings(t *testing.T) {
	said := map[report.Text]bool{}
	var b strings.Builder
	for _, m := range mistakes {
		data, err := os.ReadFile("testdata/" + m.file + ".xml")
		if err != nil {
			t.Fatal(err)
		}
		doc := string(data)
		for i := 0; i < len(m.edits); i += 2 {
			if !strings.Contains(doc, m.edits[i]) {
				t.Errorf("%s: nothing to edit: %q", m.name, m.edits[i])
			}
			doc = strings.ReplaceAll(doc, m.edits[i], m.edits[i+1])
		}
		s, _ := ByName(m.schema)
		v := validateText(t, s, doc)
		fmt.Fprintf(&b, "=== %s (%s)\n", m.name, m.schema)
		for _, f := range v.Findings {
			if err := f.Validate(); err != nil {
				t.Errorf("%s: %v", m.name, err)
			}
			said[f.Message] = true
			writeFinding(&b, f)
		}
	}
	show := func(name string, y *synthesizer, root *instance) {
		fmt.Fprintf(&b, "=== %s (%s)\n", name, y.schema.name)
		for _, f := range validateText(t, y.schema, root.document(y.declarations())).Findings {
			said[f.Message] = true
			writeFinding(&b, f)
		}
	}
	y := newSynthesizer(&ciiD16B)
	root, measure := y.make(d16QdtWeightUnitMeasureType, true)
	measure.attrs[0].value = ""
	show("empty unit code", y, root)
	measure.attrs[0].value = "KILO"
	show("long unit code", y, root)
	y = newSynthesizer(&facturxEN16931)
	root, attachment := y.make(fxeUdtBinaryObjectType, true)
	attachment.attrs = nil
	show("attachment without attributes", y, root)
	for _, m := range messages() {
		// No schema wants more than one character.
		if !said[m.text] && m.text != msgShort.text {
			t.Errorf("no document shows %q", m.text.EN)
		}
	}
	golden(t, "testdata/findings.golden", b.String())
}

func writeFinding(b *strings.Builder, f report.Finding) {
	fmt.Fprintf(b, "%d:%d %s", f.Line, f.Column, f.Path)
	if f.Missing {
		b.WriteString(" (missing)")
	}
	if f.Count > 1 {
		fmt.Fprintf(b, " ×%d", f.Count)
	}
	fmt.Fprintf(b, "\n  found %q, expected %q\n", f.Found, f.Expected)
	for _, lang := range []report.Lang{report.EN, report.FR} {
		fmt.Fprintf(b, "  %s\n    %s\n", f.Message.In(lang, f.Args...), f.Fix.In(lang, f.Args...))
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got, -update rewrites it):\n%s", file, diff)
	}
}

// messages lists every message, so that none goes without a document that shows it.
func messages() []message {
	return []message{
		msgRoot, msgRootSpace, msgFirst, msgAfter, msgNothingAfter, msgSpace, msgTooEarly, msgTooLate, msgTwice, msgTooMany,
		msgMissing, msgMissingEnd, msgMissingAfter, msgUnfinished, msgUndeclared, msgText, msgChildInValue,
		msgNotEmpty, msgValue, msgEmpty, msgPrefix, msgShort, msgLong, msgEnum, msgFixed, msgAttribute, msgMissingAttribute, msgMissingAttributes,
		msgAbstract, msgTypeUnknown, msgTypeForeign, msgNil, msgDuplicateID, msgDangling,
	}
}

func TestTextsAreComplete(t *testing.T) {
	for _, m := range messages() {
		if err := m.text.Validate(); err != nil {
			t.Error(err)
		}
		if !m.fix.IsZero() {
			if err := m.fix.Validate(); err != nil {
				t.Error(err)
			}
		}
	}
}
