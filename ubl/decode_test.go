package ubl

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/en16931"
)

// document wraps content into an Invoice or CreditNote whose root begins on line 1.
func document(root, content string) string {
	return fmt.Sprintf(`<%[1]s xmlns="urn:oasis:names:specification:ubl:schema:xsd:%[1]s-2" xmlns:cac="%s" xmlns:cbc="%s">`, root, nsAggregate, nsBasic) +
		content + "</" + root + ">"
}

func read(t *testing.T, doc string) *en16931.Invoice {
	t.Helper()
	inv, err := Decode(context.Background(), strings.NewReader(doc), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return inv
}

func TestNote(t *testing.T) {
	for text, want := range map[string]en16931.Note{
		"#AAI#Text":     {SubjectCode: "AAI", Text: "Text"},
		"#AAI#":         {SubjectCode: "AAI"},
		"#AAI##more":    {SubjectCode: "AAI", Text: "#more"},
		"Text":          {Text: "Text"},
		"#ADU1#Text":    {Text: "#ADU1#Text"},
		"#aai#Text":     {Text: "#aai#Text"},
		"#1 thing only": {Text: "#1 thing only"},
		"see #AAI#":     {Text: "see #AAI#"},
		"#AA":           {Text: "#AA"},
	} {
		inv := read(t, document("Invoice", "<cbc:Note>"+text+"</cbc:Note>"))
		if len(inv.Notes) != 1 || *inv.Notes[0] != want {
			t.Errorf("%s: %+v", text, inv.Notes[0])
		}
	}
}

func TestCreditNote(t *testing.T) {
	inv := read(t, document("CreditNote", `<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>
<cac:AdditionalDocumentReference><cbc:ID>P1</cbc:ID><cbc:DocumentTypeCode>50</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
<cac:AdditionalDocumentReference><cbc:ID schemeID="ABT">O1</cbc:ID><cbc:DocumentTypeCode>130</cbc:DocumentTypeCode></cac:AdditionalDocumentReference>
<cac:AdditionalDocumentReference><cbc:ID>D1</cbc:ID></cac:AdditionalDocumentReference>
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentDueDate>2026-03-01</cbc:PaymentDueDate></cac:PaymentMeans>
<cac:CreditNoteLine><cbc:ID>1</cbc:ID><cbc:CreditedQuantity unitCode="C62">2</cbc:CreditedQuantity></cac:CreditNoteLine>`))
	if inv.TypeCode != "381" || inv.ProjectReference != "P1" || inv.InvoicedObject != (en16931.Identifier{Value: "O1", Scheme: "ABT"}) ||
		len(inv.SupportingDocuments) != 1 || inv.SupportingDocuments[0].Reference != "D1" || inv.DueDate.String() != "2026-03-01" ||
		len(inv.Lines) != 1 || inv.Lines[0].Quantity.String() != "2" || inv.Lines[0].Unit != "C62" {
		t.Errorf("%+v", inv)
	}
	if all := inv.Source.Residue(); len(all) != 0 {
		t.Errorf("residue: %v", all)
	}
}

// TestPayment reads several payment means as one group: equal terms once, each account on its own, what contradicts as residue.
func TestPayment(t *testing.T) {
	inv := read(t, document("Invoice", `
<cac:PaymentMeans><cbc:PaymentMeansCode name="Transfer">30</cbc:PaymentMeansCode><cbc:PaymentID>R1</cbc:PaymentID>
  <cac:PayeeFinancialAccount><cbc:ID>A1</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cbc:PaymentID>R2</cbc:PaymentID>
  <cac:PayeeFinancialAccount><cbc:ID>A2</cbc:ID><cac:FinancialInstitutionBranch><cbc:ID>BIC</cbc:ID></cac:FinancialInstitutionBranch></cac:PayeeFinancialAccount></cac:PaymentMeans>`))
	p := inv.Payment
	if p == nil || p.MeansCode != "30" || p.MeansText != "Transfer" || p.Remittance != "R1" || len(p.CreditTransfers) != 2 ||
		p.CreditTransfers[0].Account != "A1" || *p.CreditTransfers[1] != (en16931.CreditTransfer{Account: "A2", ServiceProvider: "BIC"}) {
		t.Fatalf("%+v", p)
	}
	residue := inv.Source.Residue()
	if len(residue) != 1 || residue[0].Value != "R2" || residue[0].Term != en16931.BT83 || !residue[0].Bound || residue[0].Line != 4 {
		t.Errorf("residue: %+v", residue)
	}
	if place := inv.Source.Locate(p.CreditTransfers[1], en16931.BT86); place.Line != 5 || place.Missing != "" ||
		!strings.HasPrefix(place.Path, "/ubl:Invoice/cac:PaymentMeans[2]/") {
		t.Errorf("BT-86 of the second account: %+v", place)
	}
}

// TestDirectDebitFromParty finds BT-90 among the seller's identifiers, before and without any payment means.
func TestDirectDebitFromParty(t *testing.T) {
	inv := read(t, document("Invoice", `<cac:AccountingSupplierParty><cac:Party>
<cac:PartyIdentification><cbc:ID schemeID="sepa">DE98ZZZ</cbc:ID></cac:PartyIdentification>
<cac:PartyIdentification><cbc:ID schemeID="0009">123</cbc:ID></cac:PartyIdentification></cac:Party></cac:AccountingSupplierParty>`))
	if inv.Payment == nil || inv.Payment.DirectDebit == nil || inv.Payment.DirectDebit.Creditor != "DE98ZZZ" {
		t.Errorf("BT-90 was not read: %+v", inv.Payment)
	}
	if !slices.Equal(inv.Seller.Identifiers, []en16931.Identifier{{Value: "123", Scheme: "0009"}}) {
		t.Errorf("BT-29 is %v", inv.Seller.Identifiers)
	}
	if place := inv.Source.Locate(inv.Payment.DirectDebit, en16931.BT90); place.Line != 2 || place.Missing != "" {
		t.Errorf("BT-90 is located at %+v", place)
	}
}

func TestUnread(t *testing.T) {
	inv := read(t, document("Invoice", `<cbc:IssueDate>2026-02-31</cbc:IssueDate>
<cac:AllowanceCharge><cbc:ChargeIndicator>yes</cbc:ChargeIndicator><cbc:Amount currencyID="EUR">5</cbc:Amount></cac:AllowanceCharge>
<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">1,5</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:AdditionalDocumentReference><cbc:ID>D</cbc:ID><cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode="text/plain" filename="a">?</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>`))
	type found struct {
		rule, found string
		line        int
	}
	var have []found
	for _, f := range inv.Unread {
		if err := f.Validate(); err != nil {
			t.Errorf("%s: %v", f.Rule, err)
		}
		have = append(have, found{f.Rule, f.Found, f.Line})
	}
	want := []found{{"RD-DATE", "2026-02-31", 1}, {"RD-INDICATOR", "yes", 2}, {"RD-NUMBER", "1,5", 3}, {"RD-BINARY", "?", 4}}
	if !slices.Equal(have, want) {
		t.Errorf("have %v\nwant %v", have, want)
	}
	if inv.IssueDate.String() != "2026-02-31" || inv.Totals.Due.Text() != "1,5" || inv.SupportingDocuments[0].Attachment.Base64() != "?" {
		t.Error("a text that could not be read is not kept")
	}
	if len(inv.Allowances)+len(inv.Charges) != 0 {
		t.Error("an allowance or charge was guessed")
	}
}

// TestLocate asks for places of terms that are there, that are not, and whose groups are not.
func TestLocate(t *testing.T) {
	inv := read(t, document("Invoice", `
<cac:AccountingSupplierParty><cac:Party>
  <cac:PartyLegalEntity><cbc:CompanyID>1</cbc:CompanyID></cac:PartyLegalEntity>
</cac:Party></cac:AccountingSupplierParty>
<cac:InvoiceLine><cbc:ID>1</cbc:ID></cac:InvoiceLine>
<cac:InvoiceLine>
  <cbc:ID>2</cbc:ID>
  <cac:Price><cbc:PriceAmount currencyID="EUR">1</cbc:PriceAmount></cac:Price>
</cac:InvoiceLine>`))
	for _, c := range []struct {
		name    string
		group   any
		term    en16931.Term
		path    string
		line    int
		missing string
	}{
		{"there", inv.Lines[1], en16931.BT126, "/ubl:Invoice/cac:InvoiceLine[2]/cbc:ID", 7, ""},
		{"in a group of the line", &inv.Lines[1].Price, en16931.BT146, "/ubl:Invoice/cac:InvoiceLine[2]/cac:Price/cbc:PriceAmount", 8, ""},
		{"not in the group", &inv.Lines[1].Price, en16931.BT149, "/ubl:Invoice/cac:InvoiceLine[2]/cac:Price", 8, "cbc:BaseQuantity"},
		{"in a group that is not there", &inv.Lines[0].Price, en16931.BT146, "/ubl:Invoice/cac:InvoiceLine[1]", 5, "cac:Price/cbc:PriceAmount"},
		{"deeper than its neighbours", &inv.Seller, en16931.BT27, "/ubl:Invoice/cac:AccountingSupplierParty/cac:Party/cac:PartyLegalEntity", 3, "cbc:RegistrationName"},
		{"of the invoice", inv, en16931.BT2, "/ubl:Invoice", 1, "cbc:IssueDate"},
		{"a group", inv, en16931.BG10, "/ubl:Invoice", 1, "cac:PayeeParty"},
		{"an attribute", inv.Lines[0], en16931.BT130, "/ubl:Invoice/cac:InvoiceLine[1]", 5, "cbc:InvoicedQuantity/@unitCode"},
	} {
		place := inv.Source.Locate(c.group, c.term)
		if place.Path != c.path || place.Line != c.line || place.Missing != c.missing {
			t.Errorf("%s: %+v", c.name, place)
		}
		if inv.Source.Exists(c.group, c.term) != (c.missing == "") {
			t.Errorf("%s: exists: %t", c.name, c.missing != "")
		}
	}
	if place := inv.Source.Locate(new(en16931.Line), en16931.BT126); place != (en16931.Place{}) {
		t.Errorf("a line that was built in Go has a place: %+v", place)
	}
}

func TestWrongRoot(t *testing.T) {
	_, err := Decode(context.Background(), strings.NewReader(`<a/>`), Limits{})
	if err == nil || !strings.Contains(err.Error(), "not an Invoice or CreditNote") {
		t.Errorf("error is %v", err)
	}
	ended, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Decode(ended, strings.NewReader(document("Invoice", "")), Limits{}); err == nil {
		t.Error("a context that has ended did not stop the reading")
	}
}

func FuzzDecode(f *testing.F) {
	samples, err := filepath.Glob("../testdata/*ubl*.xml")
	if err != nil || len(samples) == 0 {
		f.Fatalf("no samples: %v", err)
	}
	for _, name := range samples {
		doc, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(doc))
	}
	f.Add(document("CreditNote", "<cac:PaymentMeans/><cac:PaymentMeans/>"))
	f.Fuzz(func(t *testing.T, doc string) {
		inv, err := Decode(context.Background(), strings.NewReader(doc), Limits{})
		if err != nil {
			return
		}
		inv.Walk(places{inv})
		for _, r := range inv.Source.Residue() {
			if r.Line < 1 || r.Column < 1 || !strings.HasPrefix(r.Path, "/") {
				t.Fatalf("residue without a place: %+v", r)
			}
		}
		for _, u := range inv.Unread {
			if err := u.Validate(); err != nil || u.Line < 1 {
				t.Fatalf("%+v: %v", u, err)
			}
		}
	})
}

// places asks for the place of everything in an invoice.
type places struct{ inv *en16931.Invoice }

func (p places) Enter(g en16931.Term, group any) bool { return true }
func (p places) Leave(g en16931.Term, group any)      {}
func (p places) Value(t en16931.Term, group, field any) {
	if place := p.inv.Source.Locate(group, t); place.Line < 1 || place.Missing == "" != p.inv.Source.Exists(group, t) {
		panic(fmt.Sprintf("%s: %+v", t, place))
	}
}
