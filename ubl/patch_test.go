package ubl_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/ubl"
)

const head = `<ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">`

// patched reads an invoice whose root holds body, changes it and writes it back.
func patched(t *testing.T, doc string, change func(inv *en16931.Invoice)) string {
	t.Helper()
	inv, err := ubl.Decode(context.Background(), strings.NewReader(doc), ubl.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	change(inv)
	var out bytes.Buffer
	if err := inv.Patch(&out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestPatch(t *testing.T) {
	for _, c := range []struct {
		name          string
		before, after string // what stands in the root element
		change        func(inv *en16931.Invoice)
	}{
		{
			"untouched",
			"\n  <cbc:ID\n>A &#38; B</cbc:ID ><!-- c --><?p i?>\n\t<cbc:Unknown a='1'/>\n",
			"\n  <cbc:ID\n>A &#38; B</cbc:ID ><!-- c --><?p i?>\n\t<cbc:Unknown a='1'/>\n",
			func(*en16931.Invoice) {},
		}, {
			"a value changed",
			"\n  <!-- one --><cbc:ID>1</cbc:ID>\n  <cbc:Note>A &#38; B</cbc:Note>\n",
			"\n  <!-- one --><cbc:ID>2 &lt; 3</cbc:ID>\n  <cbc:Note>A &#38; B</cbc:Note>\n",
			func(inv *en16931.Invoice) { inv.Number = "2 < 3" },
		}, {
			"an attribute changed keeps its quotes",
			`<cac:InvoiceLine><cbc:InvoicedQuantity unitCode = 'C62'>1</cbc:InvoicedQuantity></cac:InvoiceLine>`,
			`<cac:InvoiceLine><cbc:InvoicedQuantity unitCode = 'X&#34;&#39;'>1</cbc:InvoicedQuantity></cac:InvoiceLine>`,
			func(inv *en16931.Invoice) { inv.Lines[0].Unit = `X"'` },
		}, {
			"a number keeps the white space around it",
			"<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='EUR'>\n  10.00 </cbc:PayableAmount></cac:LegalMonetaryTotal>",
			"<cac:LegalMonetaryTotal><cbc:PayableAmount currencyID='EUR'>\n  12.5 </cbc:PayableAmount></cac:LegalMonetaryTotal>",
			func(inv *en16931.Invoice) { inv.Totals.Due.Decimal = en16931.NewDecimal(125, 1) },
		}, {
			"CDATA goes, a comment in the text stays",
			"<cbc:ID><![CDATA[<1>]]></cbc:ID><cbc:BuyerReference><!-- whose? -->ab<?p?>c</cbc:BuyerReference>",
			"<cbc:ID>&lt;2&gt;</cbc:ID><cbc:BuyerReference><!-- whose? -->d<?p?></cbc:BuyerReference>",
			func(inv *en16931.Invoice) { inv.Number, inv.BuyerReference = "<2>", "d" },
		}, {
			"an empty-element tag is filled",
			"<cbc:ID/><cbc:BuyerReference />",
			"<cbc:ID>1</cbc:ID><cbc:BuyerReference >r</cbc:BuyerReference>",
			func(inv *en16931.Invoice) { inv.Number, inv.BuyerReference = "1", "r" },
		}, {
			"a value added where the schema wants it, among elements that no row knows",
			"\n  <cbc:ID>1</cbc:ID>\n  <cbc:UUID>u</cbc:UUID>\n  <cbc:IssueTime>10:00:00</cbc:IssueTime>\n\n  <cbc:LineCountNumeric>0</cbc:LineCountNumeric>\n",
			"\n  <cbc:ID>1</cbc:ID>\n  <cbc:UUID>u</cbc:UUID>\n  <cbc:IssueDate>2026-01-31</cbc:IssueDate>\n  <cbc:IssueTime>10:00:00</cbc:IssueTime>\n  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>\n\n" +
				"  <cbc:LineCountNumeric>0</cbc:LineCountNumeric>\n  <cbc:BuyerReference>r</cbc:BuyerReference>\n",
			func(inv *en16931.Invoice) {
				inv.IssueDate, inv.TypeCode, inv.BuyerReference = en16931.NewDate(2026, 1, 31), "380", "r"
			},
		}, {
			"several values in one new element",
			"\n\t<cac:AccountingCustomerParty>\n\t\t<cac:Party>\n\t\t\t<cac:PartyLegalEntity>\n\t\t\t\t<cbc:RegistrationName>B</cbc:RegistrationName>\n\t\t\t</cac:PartyLegalEntity>\n\t\t</cac:Party>\n\t</cac:AccountingCustomerParty>\n",
			"\n\t<cac:AccountingCustomerParty>\n\t\t<cac:Party>\n\t\t\t<cac:PostalAddress>\n\t\t\t\t<cbc:CityName>Lyon</cbc:CityName>\n\t\t\t\t<cac:Country>\n\t\t\t\t\t<cbc:IdentificationCode>FR</cbc:IdentificationCode>\n" +
				"\t\t\t\t</cac:Country>\n\t\t\t</cac:PostalAddress>\n\t\t\t<cac:PartyLegalEntity>\n\t\t\t\t<cbc:RegistrationName>B</cbc:RegistrationName>\n\t\t\t</cac:PartyLegalEntity>\n\t\t</cac:Party>\n\t</cac:AccountingCustomerParty>\n",
			func(inv *en16931.Invoice) { inv.Buyer.Address.City, inv.Buyer.Address.Country = "Lyon", "FR" },
		}, {
			"a file without white space gets none",
			"<cbc:ID>1</cbc:ID><cac:OrderReference><cbc:ID>o</cbc:ID></cac:OrderReference>",
			"<cbc:ID>1</cbc:ID><cbc:Note>n</cbc:Note><cac:OrderReference><cbc:ID>o</cbc:ID></cac:OrderReference><cac:ContractDocumentReference><cbc:ID>c</cbc:ID></cac:ContractDocumentReference>",
			func(inv *en16931.Invoice) {
				inv.ContractReference = "c"
				inv.Notes = append(inv.Notes, &en16931.Note{Text: "n"})
			},
		}, {
			"an attribute added",
			`<cac:InvoiceLine><cbc:InvoicedQuantity >1</cbc:InvoicedQuantity><cac:Price><cbc:BaseQuantity a='b'>1</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>`,
			`<cac:InvoiceLine><cbc:InvoicedQuantity unitCode="C62" >1</cbc:InvoicedQuantity><cac:Price><cbc:BaseQuantity a='b' unitCode="C62">1</cbc:BaseQuantity></cac:Price></cac:InvoiceLine>`,
			func(inv *en16931.Invoice) { inv.Lines[0].Unit, inv.Lines[0].Price.BaseUnit = "C62", "C62" },
		}, {
			"a value removed with what held nothing else",
			"\n  <cbc:ID>1</cbc:ID>\n  <cac:OrderReference>\n    <cbc:ID>o</cbc:ID>\n  </cac:OrderReference>\n  <cac:ContractDocumentReference>\n    <cbc:ID>c</cbc:ID>\n    <cbc:IssueDate>2026-01-01</cbc:IssueDate>\n  </cac:ContractDocumentReference>\n",
			"\n  <cbc:ID>1</cbc:ID>\n  <cac:ContractDocumentReference>\n    <cbc:IssueDate>2026-01-01</cbc:IssueDate>\n  </cac:ContractDocumentReference>\n",
			func(inv *en16931.Invoice) { inv.PurchaseOrderReference, inv.ContractReference = "", "" },
		}, {
			"an element stays for what a predicate does not read, a comment, an attribute",
			`<cac:OrderReference><cbc:ID>o</cbc:ID><!-- why --></cac:OrderReference><cac:ProjectReference><cbc:ID schemeName="x">p</cbc:ID></cac:ProjectReference>`,
			`<cac:OrderReference><!-- why --></cac:OrderReference><cac:ProjectReference><cbc:ID schemeName="x"></cbc:ID></cac:ProjectReference>`,
			func(inv *en16931.Invoice) { inv.PurchaseOrderReference, inv.ProjectReference = "", "" },
		}, {
			"a predicate's elements go with the value, and come with it",
			`<cac:AccountingSupplierParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>T</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party></cac:AccountingSupplierParty>`,
			`<cac:AccountingSupplierParty><cac:Party><cac:PartyTaxScheme><cbc:CompanyID>V</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme></cac:Party></cac:AccountingSupplierParty>`,
			func(inv *en16931.Invoice) { inv.Seller.TaxRegistration, inv.Seller.VATIdentifier = "", "V" },
		}, {
			"a filler comes where another term demands it",
			"<cac:OrderReference><cbc:ID>o</cbc:ID><cbc:SalesOrderID>s</cbc:SalesOrderID></cac:OrderReference>",
			"<cac:OrderReference><cbc:ID>NA</cbc:ID><cbc:SalesOrderID>s</cbc:SalesOrderID></cac:OrderReference>",
			func(inv *en16931.Invoice) { inv.PurchaseOrderReference = "" },
		}, {
			"a filler goes with the term that demanded it",
			"<cbc:ID>1</cbc:ID><cac:OrderReference><cbc:ID>NA</cbc:ID><cbc:SalesOrderID>s</cbc:SalesOrderID></cac:OrderReference>",
			"<cbc:ID>1</cbc:ID>",
			func(inv *en16931.Invoice) { inv.SalesOrderReference = "" },
		}, {
			"a filler becomes the value",
			"<cac:OrderReference><cbc:ID>NA</cbc:ID><cbc:SalesOrderID>s</cbc:SalesOrderID></cac:OrderReference>",
			"<cac:OrderReference><cbc:ID>o</cbc:ID><cbc:SalesOrderID>s</cbc:SalesOrderID></cac:OrderReference>",
			func(inv *en16931.Invoice) { inv.PurchaseOrderReference = "o" },
		}, {
			"lines change places, each with what the model does not hold",
			"\n <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:UUID>a</cbc:UUID></cac:InvoiceLine>\n <!-- two --><cac:InvoiceLine><cbc:ID>2</cbc:ID></cac:InvoiceLine>\n <cac:InvoiceLine><cbc:ID>3</cbc:ID></cac:InvoiceLine>\n",
			"\n <cac:InvoiceLine><cbc:ID>3</cbc:ID></cac:InvoiceLine>\n <!-- two --><cac:InvoiceLine><cbc:ID>2</cbc:ID></cac:InvoiceLine>\n <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:UUID>a</cbc:UUID></cac:InvoiceLine>\n",
			func(inv *en16931.Invoice) { inv.Lines[0], inv.Lines[2] = inv.Lines[2], inv.Lines[0] },
		}, {
			"a line between others, another one gone",
			"\n <cac:InvoiceLine>\n  <cbc:ID>1</cbc:ID>\n </cac:InvoiceLine>\n <cac:InvoiceLine>\n  <cbc:ID>2</cbc:ID>\n </cac:InvoiceLine>\n",
			"\n <cac:InvoiceLine>\n  <cbc:ID>0</cbc:ID>\n  <cac:Item>\n   <cbc:Name>n</cbc:Name>\n  </cac:Item>\n </cac:InvoiceLine>\n <cac:InvoiceLine>\n  <cbc:ID>2</cbc:ID>\n </cac:InvoiceLine>\n",
			func(inv *en16931.Invoice) {
				inv.Lines[0] = &en16931.Line{ID: "0", Item: en16931.Item{Name: "n"}}
			},
		}, {
			"copies of lines are known by what they say",
			"\n <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:UUID>a</cbc:UUID></cac:InvoiceLine>\n <cac:InvoiceLine><cbc:ID>2</cbc:ID></cac:InvoiceLine>\n",
			"\n <cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:UUID>a</cbc:UUID></cac:InvoiceLine>\n <cac:InvoiceLine>\n  <cbc:ID>3</cbc:ID>\n  <cac:Item/>\n </cac:InvoiceLine>\n",
			func(inv *en16931.Invoice) {
				one, two := *inv.Lines[0], *inv.Lines[1]
				two.ID = "3" // another line now
				inv.Lines = []*en16931.Line{&one, &two}
			},
		}, {
			"a second account needs a second payment means, with the code and the reference",
			"\n <cac:PaymentMeans>\n  <cbc:PaymentMeansCode name=\"n\">30</cbc:PaymentMeansCode>\n  <cbc:PaymentID>r</cbc:PaymentID>\n  <cac:PayeeFinancialAccount>\n   <cbc:ID>1</cbc:ID>\n  </cac:PayeeFinancialAccount>\n </cac:PaymentMeans>\n",
			"\n <cac:PaymentMeans>\n  <cbc:PaymentMeansCode name=\"n\">30</cbc:PaymentMeansCode>\n  <cbc:PaymentID>r</cbc:PaymentID>\n  <cac:PayeeFinancialAccount>\n   <cbc:ID>1</cbc:ID>\n  </cac:PayeeFinancialAccount>\n </cac:PaymentMeans>\n" +
				" <cac:PaymentMeans>\n  <cbc:PaymentMeansCode>30</cbc:PaymentMeansCode>\n  <cbc:PaymentID>r</cbc:PaymentID>\n  <cac:PayeeFinancialAccount>\n   <cbc:ID>2</cbc:ID>\n  </cac:PayeeFinancialAccount>\n </cac:PaymentMeans>\n",
			func(inv *en16931.Invoice) {
				inv.Payment.CreditTransfers = append(inv.Payment.CreditTransfers, &en16931.CreditTransfer{Account: "2"})
			},
		}, {
			"a value that is repeated changes everywhere; an account goes with its payment means",
			`<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>1</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>` +
				`<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>2</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>` +
				`<cac:PaymentMeans><cbc:PaymentMeansCode>30</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>3</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`,
			`<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>1</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>` +
				`<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>3</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>`,
			func(inv *en16931.Invoice) {
				inv.Payment.MeansCode = "58"
				inv.Payment.CreditTransfers = append(inv.Payment.CreditTransfers[:1], inv.Payment.CreditTransfers[2])
			},
		}, {
			"another currency stands on every amount",
			`<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:TaxTotal><cbc:TaxAmount currencyID="EUR">1</cbc:TaxAmount></cac:TaxTotal><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">6</cbc:PayableAmount></cac:LegalMonetaryTotal>`,
			`<cbc:DocumentCurrencyCode>SEK</cbc:DocumentCurrencyCode><cac:TaxTotal><cbc:TaxAmount currencyID="SEK">1</cbc:TaxAmount></cac:TaxTotal><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="SEK">6</cbc:PayableAmount></cac:LegalMonetaryTotal>`,
			func(inv *en16931.Invoice) { inv.Currency = "SEK" },
		}, {
			"VAT in the accounting currency is a total of its own",
			"\n <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\n <cac:TaxTotal>\n  <cbc:TaxAmount currencyID=\"EUR\">1</cbc:TaxAmount>\n </cac:TaxTotal>\n",
			"\n <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>\n <cbc:TaxCurrencyCode>SEK</cbc:TaxCurrencyCode>\n <cac:TaxTotal>\n  <cbc:TaxAmount currencyID=\"EUR\">1</cbc:TaxAmount>\n </cac:TaxTotal>\n" +
				" <cac:TaxTotal>\n  <cbc:TaxAmount currencyID=\"SEK\">11.5</cbc:TaxAmount>\n </cac:TaxTotal>\n",
			func(inv *en16931.Invoice) {
				inv.VATAccountingCurrency = "SEK"
				inv.Totals.VATInAccountingCurrency.Decimal = en16931.NewDecimal(115, 1)
			},
		}, {
			"a note with its code",
			"<cbc:Note>#AAI#old</cbc:Note><cbc:Note>plain</cbc:Note>",
			"<cbc:Note>#REG#old</cbc:Note><cbc:Note>#AAB#plain</cbc:Note>",
			func(inv *en16931.Invoice) { inv.Notes[0].SubjectCode, inv.Notes[1].SubjectCode = "REG", "AAB" },
		}, {
			"a payee takes the creditor identifier over",
			`<cac:AccountingSupplierParty><cac:Party><cac:PartyIdentification><cbc:ID schemeID="SEPA">C</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>S</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>` +
				`<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode></cac:PaymentMeans>`,
			`<cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>S</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty>` +
				`<cac:PayeeParty><cac:PartyIdentification><cbc:ID schemeID="SEPA">C</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>P</cbc:Name></cac:PartyName></cac:PayeeParty>` +
				`<cac:PaymentMeans><cbc:PaymentMeansCode>59</cbc:PaymentMeansCode></cac:PaymentMeans>`,
			func(inv *en16931.Invoice) { inv.Payee = &en16931.Payee{Name: "P"} },
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			const tail = "</ubl:Invoice>\n"
			got := patched(t, head+c.before+tail, c.change)
			if diff := cmp.Diff(head+c.after+tail, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestPatchForm patches whole files: what is no matter of the model stays.
func TestPatchForm(t *testing.T) {
	const spaces = `"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"`
	for _, c := range []struct{ name, before, after string }{
		{"a default namespace",
			`<i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns=` + spaces + `><ID>1</ID></i:Invoice>`,
			`<i:Invoice xmlns:i="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns=` + spaces + `><ID>1</ID><BuyerReference>€</BuyerReference></i:Invoice>`},
		{"a prefix of its own, the nearest of two",
			`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:c=` + spaces + ` xmlns:d=` + spaces + `><c:ID>1</c:ID></Invoice>`,
			`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:c=` + spaces + ` xmlns:d=` + spaces + `><c:ID>1</c:ID><c:BuyerReference>€</c:BuyerReference></Invoice>`},
		{"a namespace that is not in scope",
			`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID xmlns=` + spaces + `>1</ID></Invoice>`,
			`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID xmlns=` + spaces + `>1</ID><cbc:BuyerReference xmlns:cbc=` + spaces + `>€</cbc:BuyerReference></Invoice>`},
		{"a prefix that is taken",
			`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="x"><ID xmlns=` + spaces + `>1</ID></Invoice>`,
			`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cbc="x"><ID xmlns=` + spaces + `>1</ID><cbc1:BuyerReference xmlns:cbc1=` + spaces + `>€</cbc1:BuyerReference></Invoice>`},
		{"CRLF and a mark in front",
			"\xef\xbb\xbf<?xml version='1.0'?>\r\n" + head + "\r\n\t<cbc:ID>1</cbc:ID>\r\n</ubl:Invoice>\r\n",
			"\xef\xbb\xbf<?xml version='1.0'?>\r\n" + head + "\r\n\t<cbc:ID>1</cbc:ID>\r\n\t<cbc:BuyerReference>€</cbc:BuyerReference>\r\n</ubl:Invoice>\r\n"},
		{"an encoding without the character",
			`<?xml version="1.0" encoding="ISO-8859-1"?>` + head + "<cbc:ID>\xe9</cbc:ID></ubl:Invoice>",
			`<?xml version="1.0" encoding="ISO-8859-1"?>` + head + "<cbc:ID>\xe9</cbc:ID><cbc:BuyerReference>&#8364;</cbc:BuyerReference></ubl:Invoice>"},
		{"UTF-16", utf16(`<?xml version="1.0" encoding="UTF-16"?>` + head + "<cbc:ID>1</cbc:ID></ubl:Invoice>"),
			utf16(`<?xml version="1.0" encoding="UTF-16"?>` + head + "<cbc:ID>1</cbc:ID><cbc:BuyerReference>€</cbc:BuyerReference></ubl:Invoice>")},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := patched(t, c.before, func(inv *en16931.Invoice) { inv.BuyerReference = "€" })
			if diff := cmp.Diff(c.after, got); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// utf16 writes characters below U+10000 in UTF-16, little end first, with its mark.
func utf16(s string) string {
	b := []byte{0xff, 0xfe}
	for _, r := range s {
		b = append(b, byte(r), byte(r>>8))
	}
	return string(b)
}

// TestPatchRefuses changes invoices in ways that their files cannot hold: nothing is written, and the error says what.
func TestPatchRefuses(t *testing.T) {
	for _, c := range []struct {
		name, body string
		change     func(inv *en16931.Invoice)
		lost, gone string // terms and paths
		is         error
	}{
		{"a subject code that UBL cannot hold", "<cbc:Note>n</cbc:Note>", func(inv *en16931.Invoice) { inv.Notes[0].SubjectCode = "AB" }, "BT-21", "", nil},
		{"a payment without its code", "<cbc:ID>1</cbc:ID>", func(inv *en16931.Invoice) { inv.Payment = &en16931.PaymentInstructions{Remittance: "r"} }, "BT-83", "", nil},
		{"VAT without a currency", "<cbc:ID>1</cbc:ID>", func(inv *en16931.Invoice) { inv.Totals.VAT.Decimal = en16931.NewDecimal(1, 0) }, "BT-110", "", nil},
		{"a line with more in it than the model holds", "<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:UUID>u</cbc:UUID></cac:InvoiceLine>",
			func(inv *en16931.Invoice) { inv.Lines = nil }, "", "/ubl:Invoice/cac:InvoiceLine/cbc:UUID", nil},
		{"a value that stands in the file twice", "<cbc:ID>1</cbc:ID><cbc:ID>2</cbc:ID>", func(inv *en16931.Invoice) { inv.Number = "" }, "", "", en16931.ErrPatch},
		{"no file", "", func(inv *en16931.Invoice) { inv.Source = nil }, "", "", en16931.ErrNoSource},
	} {
		t.Run(c.name, func(t *testing.T) {
			inv, err := ubl.Decode(context.Background(), strings.NewReader(head+c.body+"</ubl:Invoice>"), ubl.Limits{})
			if err != nil {
				t.Fatal(err)
			}
			c.change(inv)
			var out bytes.Buffer
			err = inv.Patch(&out)
			if out.Len() > 0 {
				t.Errorf("written: %s", &out)
			}
			if c.is != nil {
				if !errors.Is(err, c.is) {
					t.Errorf("error is %v, not %v", err, c.is)
				}
				return
			}
			var lost, gone []string
			if loss, ok := errors.AsType[*en16931.LossError](err); ok {
				for _, l := range loss.Losses {
					lost = append(lost, l.Term.String())
					if l.Reason.EN == "" || l.Reason.FR == "" {
						t.Errorf("%s has no reason", l.Term)
					}
				}
				for _, r := range loss.Residue {
					gone = append(gone, r.Path)
				}
			}
			if strings.Join(lost, " ") != c.lost || strings.Join(gone, " ") != c.gone {
				t.Errorf("error is %v: lost %v, want %s; gone %v, want %s", err, lost, c.lost, gone, c.gone)
			}
			if _, _, err := inv.PatchLossy(&out); err != nil || out.Len() == 0 {
				t.Errorf("with losses: %v", err)
			}
		})
	}
}
