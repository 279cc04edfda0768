package hygiene_test

import (
	"strings"
	"testing"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/sample"
)

// TestPlaces spoils values of files, one at a time, and wants the finding on the line of the value.
func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, doc string
		old, new  string // the first old becomes new
		rule      string
		path      string
	}{
		{"number of a UBL invoice", sample.UBL(2), ">F-2026-0042<", ">TEST<", "HY-18", "/ubl:Invoice/cbc:ID"},
		{"IBAN in UBL", sample.UBL(2), "FR7630006000011234567890189", "FR7630006000011234567890188", "HY-10",
			"/ubl:Invoice/cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID"},
		{"line in UBL", sample.UBL(2), "<cbc:ID>2</cbc:ID>\n    <cbc:Note>", "<cbc:ID>1</cbc:ID>\n    <cbc:Note>", "HY-19", "/ubl:Invoice/cac:InvoiceLine[2]/cbc:ID"},
		{"exponent in UBL", sample.UBL(2), `<cbc:PayableAmount currencyID="EUR">72.00`, `<cbc:PayableAmount currencyID="EUR">7.2E1`, "HY-17",
			"/ubl:Invoice/cac:LegalMonetaryTotal/cbc:PayableAmount"},
		{"GTIN in CII", sample.CII(2), "3760000000017", "3760000000018", "HY-08",
			"/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:IncludedSupplyChainTradeLineItem[2]/ram:SpecifiedTradeProduct/ram:GlobalID"},
		{"date in CII", sample.CII(2), `<udt:DateTimeString format="102">20260305`, `<udt:DateTimeString format="102">00010101`, "HY-22",
			"/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradePaymentTerms/ram:DueDateDateTime/udt:DateTimeString"},
	} {
		t.Run(c.name, func(t *testing.T) {
			at := strings.Index(c.doc, c.old)
			if at < 0 {
				t.Fatal("the document has no such value")
			}
			doc := strings.Replace(c.doc, c.old, c.new, 1)
			line := strings.Count(doc[:at], "\n") + 1
			n := 0
			for _, f := range check(t, decode([]byte(doc))) {
				if f.Rule != c.rule || f.Line != line {
					continue
				}
				n++
				if f.Path != c.path || f.Column == 0 {
					t.Errorf("%s stands at %s, column %d", f.Rule, f.Path, f.Column)
				}
				if f.Rule == "HY-17" && brief(t, &f) != `HY-17/number BT-115 "7.2E1" > "72"` {
					t.Errorf("says %s", brief(t, &f))
				}
			}
			if n != 1 {
				t.Errorf("%d findings of %s on line %d", n, c.rule, line)
			}
		})
	}
}

func TestPlaceInJSON(t *testing.T) {
	inv, err := en16931.DecodeJSON(t.Context(), strings.NewReader(`{"BT-1":"F-1",
  "BG-4":{"BT-29":[{"value":"4711"},
    {"value":"12345678200011","BT-29-1":"0009"}],
    "BT-31":"DE1"}}`), en16931.JSONLimits{})
	if err != nil {
		t.Fatal(err)
	}
	got := check(t, inv)
	if len(got) != 2 {
		t.Fatalf("%d findings: %v", len(got), got)
	}
	// The second of several identifiers has no place of its own: its party has.
	if f := got[0]; f.Rule != "HY-02" || f.Line != 2 || f.Path != "BG-4" {
		t.Errorf("%s at %s, line %d", f.Rule, f.Path, f.Line)
	}
	if f := got[1]; f.Rule != "HY-05" || f.Line != 4 || f.Path != "BG-4.BT-31" {
		t.Errorf("%s at %s, line %d", f.Rule, f.Path, f.Line)
	}
}

// TestChangedInGo gives a value that the file has not: there is no place to point at.
func TestChangedInGo(t *testing.T) {
	inv := decode([]byte(sample.UBL(1)))
	inv.ContractReference = "null"
	for _, f := range check(t, inv) {
		if f.Rule == "HY-18" {
			if f.Path != "" || f.Line != 0 {
				t.Errorf("at %s, line %d", f.Path, f.Line)
			}
			return
		}
	}
	t.Error("no finding")
}
