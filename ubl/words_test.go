package ubl

import (
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// TestSyntaxRules breaks each rule of the syntax that has words of its own, and looks whether they say it.
func TestSyntaxRules(t *testing.T) {
	object := func(id, more string) string {
		return "<cac:AdditionalDocumentReference>" + id + el("DocumentTypeCode", "130") + more + "</cac:AdditionalDocumentReference>"
	}
	id := el("ID", "1")
	withScheme := `<cbc:ID schemeID="ABT">1</cbc:ID>`
	reference := func(content string) string {
		return "<cac:AdditionalDocumentReference>" + content + "</cac:AdditionalDocumentReference>"
	}
	paid := func(code, text string) string {
		return "<cac:PaymentMeans>\n" + el("PaymentMeansCode", code) + "\n" + el("PaymentID", text) + "</cac:PaymentMeans>"
	}
	payee := func(name, more string) string {
		return "<cac:AccountingSupplierParty><cac:Party><cac:PartyLegalEntity>" + el("RegistrationName", "Seller") + "</cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>" +
			"\n<cac:PayeeParty><cac:PartyName>" + el("Name", name) + "</cac:PartyName>" + more + "</cac:PayeeParty>"
	}
	sepa := `<cac:AccountingSupplierParty><cac:Party>` + strings.Repeat("\n"+`<cac:PartyIdentification><cbc:ID schemeID="SEPA">1</cbc:ID></cac:PartyIdentification>`, 2) +
		`</cac:Party></cac:AccountingSupplierParty>`
	legal := "<cac:PartyLegalEntity>" + el("CompanyID", "1") + "</cac:PartyLegalEntity>"
	for _, c := range []struct {
		name, rule, root, doc string
		line                  int    // 0: the rule holds
		says                  string // a piece of the English message
	}{
		{name: "two objects", rule: "UBL-SR-04", doc: object(id, "") + "\n" + object(id, ""), line: 2, says: "invoiced object identifier (BT-18)"},
		{name: "one object", rule: "UBL-SR-04", doc: object(id, "") + reference(id)},
		{name: "two", rule: "UBL-SR-12", doc: party("AccountingSupplierParty", "VAT", "vat"), line: 1, says: "The seller has several VAT identifiers"},
		{name: "one", rule: "UBL-SR-12", doc: party("AccountingSupplierParty", "VAT", "FC")},
		{name: "two", rule: "UBL-SR-13", doc: party("AccountingSupplierParty", "FC", "FC"), line: 1, says: "registration identifiers (BT-32)"},
		{name: "two", rule: "UBL-SR-18", doc: party("AccountingCustomerParty", "VAT", "VAT"), line: 1, says: "The buyer has several VAT identifiers"},
		{name: "the seller", rule: "UBL-SR-19", doc: payee("Seller", ""), line: 2, says: "a name (BT-59) that is not the seller's"},
		{name: "someone else", rule: "UBL-SR-19", doc: payee("Factor", "")},
		{name: "the seller", rule: "UBL-SR-20", doc: payee("Seller", ""), line: 2, says: "one identifier (BT-60)"},
		{name: "two", rule: "UBL-SR-21", doc: payee("Factor", legal+legal), line: 2, says: "one legal registration identifier (BT-61)"},
		{name: "two", rule: "UBL-SR-29", doc: sepa, line: 3, says: "bank assigned creditor identifier (BT-90)"},
		{name: "three", rule: "UBL-SR-42", doc: party("AccountingSupplierParty", "VAT", "A", "B"), line: 1, says: "more than two PartyTaxScheme"},
		{name: "no class", rule: "UBL-SR-48", doc: lineOf("1", ""), line: 1, says: "just one ClassifiedTaxCategory"},
		{name: "two lines", rule: "UBL-SR-51", doc: "<cac:PostalAddress>\n" + strings.Repeat("<cac:AddressLine/>", 2) + "</cac:PostalAddress>", line: 2, says: "one AddressLine"},
		{name: "no identifier", rule: "UBL-SR-53", doc: "<cac:PartyTaxScheme><cac:TaxScheme>" + id + "</cac:TaxScheme></cac:PartyTaxScheme>", line: 1, says: "cbc:CompanyID is missing"},

		{name: "another type", rule: "UBL-SR-43", doc: "<cac:AdditionalDocumentReference>" + id + "\n" + el("DocumentTypeCode", "916") + "</cac:AdditionalDocumentReference>", line: 2, says: "130"},
		{name: "a scheme", rule: "UBL-SR-43", doc: reference("\n" + withScheme), line: 2, says: "schemeID"},
		{name: "an object", rule: "UBL-SR-43", doc: object(withScheme, "")},
		{name: "a document", rule: "UBL-SR-43", doc: reference(id)},
		{name: "a project in an invoice", rule: "UBL-SR-43", doc: reference(id + el("DocumentTypeCode", "50")), line: 1, says: "in a credit note"},
		{name: "a project", rule: "UBL-SR-43", root: "CreditNote", doc: reference(id + el("DocumentTypeCode", "50"))},
		{name: "two references", rule: "UBL-SR-44", doc: paid("30", "A") + paid("30", "A ") + paid("30", "A"), line: 5, says: "is “A ” here, but “A” before"},
		{name: "one reference", rule: "UBL-SR-44", doc: paid("30", "A") + paid("58", "A")},
		{name: "two types", rule: "UBL-SR-47", doc: paid("30", "A") + paid("58", "A"), line: 4, says: "is “58” here, but “30” before"},
		{name: "one type", rule: "UBL-SR-47", doc: paid("30", "A") + paid("30", "B")},
		{name: "a name", rule: "UBL-DT-18", doc: "\n" + `<cbc:Note name="x"/>`, line: 2, says: "attribute name"},
		{name: "the name of a code", rule: "UBL-DT-18", doc: `<cbc:PaymentMeansCode name="x">30</cbc:PaymentMeansCode>`},

		{name: "another version", rule: "UBL-CR-002", doc: "\n" + el("UBLVersionID", "2.0"), line: 2, says: "is not 2.1"},
		{name: "a due date", rule: "UBL-CR-412", doc: "<cac:PaymentMeans>" + el("PaymentDueDate", "2026-01-01") + "</cac:PaymentMeans>", line: 1, says: "PaymentDueDate"},
		{name: "a scheme", rule: "UBL-CR-665", doc: reference("\n" + withScheme), line: 2, says: "(BT-18-1)"},
		{name: "a file", rule: "UBL-CR-666", doc: object(id, "\n<cac:Attachment/>"), line: 2, says: "Attachment (BT-125)"},
		{name: "a description", rule: "UBL-CR-673", doc: object(id, "\n"+el("DocumentDescription", "x")), line: 2, says: "DocumentDescription (BT-123)"},
	} {
		t.Run(c.rule+" "+c.name, func(t *testing.T) {
			root := c.root
			if root == "" {
				root = "Invoice"
			}
			tree, err := xmltree.Parse(document(root, c.doc), xmltree.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			line, fired := 0, 0
			for _, f := range runRules(tree) {
				if f.Rule != c.rule {
					continue
				}
				fired++
				line = f.Line
				if err := f.Validate(); err != nil {
					t.Error(err)
				}
				if message := f.Message.With(f.Args...).EN; !strings.Contains(message, c.says) {
					t.Errorf("says %q", message)
				}
			}
			if line != c.line || fired != min(c.line, 1) {
				t.Errorf("%d findings, line %d, want line %d", fired, line, c.line)
			}
		})
	}
}

// TestWords asks that all words are there in both languages.
func TestWords(t *testing.T) {
	some := 0
	for i := range Rules().Rows {
		id := Rules().Rows[i].ID
		w, ok := words(id)
		if !ok {
			continue
		}
		some++
		for _, text := range []string{w.Text.EN, w.Text.FR, w.Fix.EN, w.Fix.FR} {
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s: %q", id, text)
			}
		}
		if w.Text.EN == w.Text.FR || w.Fix.EN == w.Fix.FR {
			t.Errorf("%s is not translated", id)
		}
	}
	if some < 20 {
		t.Errorf("words for %d rules of the table", some)
	}
}
