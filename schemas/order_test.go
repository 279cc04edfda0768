package schemas

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestChildren(t *testing.T) {
	names := func(list []Child) (out []string) {
		for _, c := range list {
			out = append(out, c.Name)
		}
		return out
	}
	for _, test := range []struct {
		schema, path string
		want         []string
	}{
		{"cii-d16b", "/rsm:CrossIndustryInvoice", []string{"rsm:ExchangedDocumentContext", "rsm:ExchangedDocument", "rsm:SupplyChainTradeTransaction", "rsm:ValuationBreakdownStatement"}},
		{"facturx-minimum", "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument", []string{"ram:ID", "ram:TypeCode", "ram:IssueDateTime"}},
		{"cii-d16b", "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument/ram:IssueDateTime", []string{"udt:DateTimeString", "udt:DateTime"}},
		{"ubl-2.1", "/ubl:Invoice/cac:TaxTotal[2]", []string{"cbc:TaxAmount", "cbc:RoundingAmount", "cbc:TaxEvidenceIndicator", "cbc:TaxIncludedIndicator", "cac:TaxSubtotal"}},
		{"ubl-2.1", "cn:CreditNote/cac:BillingReference/cac:BillingReferenceLine", []string{"cbc:ID", "cbc:Amount", "cac:AllowanceCharge"}},
		{"ubl-2.1", "/ubl:Invoice/cbc:ID", nil},
	} {
		s, _ := ByName(test.schema)
		got, ok := s.Children(test.path)
		if !ok {
			t.Errorf("%s: no %s", test.schema, test.path)
		}
		if diff := cmp.Diff(test.want, names(got)); diff != "" {
			t.Errorf("%s: %s: %s", test.schema, test.path, diff)
		}
	}
	got, _ := facturxMinimum.Children("/rsm:CrossIndustryInvoice")
	want := Child{Name: "rsm:ExchangedDocumentContext", Space: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", Local: "ExchangedDocumentContext", Min: 1, Max: 1}
	if diff := cmp.Diff(want, got[0]); diff != "" {
		t.Error(diff)
	}
	lines, _ := ubl21.Children("/ubl:Invoice")
	if last := lines[len(lines)-1]; last.Name != "cac:InvoiceLine" || last.Min != 1 || last.Max != Unbounded {
		t.Errorf("the last child of an invoice is %+v", last)
	}
	for _, path := range []string{"", "/", "/ubl:Invoice/cac:Nonsense", "/cbc:ID", "/ubl:Invoice/cbc:ID/cbc:ID"} {
		if _, ok := ubl21.Children(path); ok {
			t.Errorf("%q has children", path)
		}
	}
}

func TestByName(t *testing.T) {
	for _, s := range All() {
		if got, ok := ByName(s.Name()); !ok || got != s {
			t.Errorf("%s is not found by its name", s.Name())
		}
		if err := s.Title().Validate(); err != nil {
			t.Errorf("%s: %v", s.Name(), err)
		}
		if s.Version() == "" {
			t.Errorf("%s has no version", s.Name())
		}
	}
	if _, ok := ByName("ubl-9"); ok {
		t.Error("a schema that is not there was found")
	}
}
