package choruspro_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/internal/cases"
	"github.com/fxinvoice/fx/report"
)

// edit makes a document out of a base by edits as the files of cases have them, separated by semicolons.
func edit(t testing.TB, base, edits string) string {
	t.Helper()
	syntax, _, _ := strings.Cut(base, " ")
	if edits == "" {
		return suite(t).Bases[base]
	}
	text := "CP-00\n  " + base + "\n"
	for e := range strings.SplitSeq(edits, ";") {
		text += "    " + strings.TrimSpace(e) + "\n"
	}
	all, err := cases.Parse(syntax, text)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := suite(t).Documents(all[0])
	if err != nil {
		t.Fatal(err)
	}
	return docs.Fail
}

const (
	ublSeller  = "cac:AccountingSupplierParty/cac:Party"
	ublSID     = ublSeller + "/cac:PartyIdentification/cbc:ID"
	ublCompany = ublSeller + "/cac:PartyLegalEntity/cbc:CompanyID"
	ublBuyerID = "cac:AccountingCustomerParty/cac:Party/cac:PartyIdentification/cbc:ID"
	ciiSID     = "ram:SellerTradeParty/ram:SpecifiedLegalOrganization/ram:ID"
	ciiBID     = "ram:BuyerTradeParty/ram:SpecifiedLegalOrganization/ram:ID"
)

// TestReading is what is read where, told by what is found.
func TestReading(t *testing.T) {
	for _, test := range []struct {
		name, base, edits string
		want              []string
	}{
		{"a type 7 is nothing that anybody knows", "ubl e1", "set " + ublSID + "/@schemeName = 7; set " + ublSID + " = X", nil},
		{"without any attribute it is untyped", "ubl plain", "remove " + ublSID + "/@schemeID", nil},
		{"untyped and in France it is a SIRET", "ubl plain", "remove " + ublSID + "/@schemeID; set " + ublSID + " = 839217460", []string{"CP-04"}},
		{"untyped and in Belgium", "cii plain", "remove " + ciiSID + "/@schemeID; set ram:CountryID = BE; set " + ciiSID + " = 839217460", nil},
		{"untyped and nowhere", "cii plain", "remove " + ciiSID + "/@schemeID; remove ram:SellerTradeParty/ram:PostalTradeAddress; set " + ciiSID + " = 839217460", []string{"CP-04"}},
		{"a creditor identifier is none", "ubl plain", "set " + ublSID + "/@schemeID = SEPA; remove " + ublCompany, []string{"CP-04"}},
		{"the trade register is none", "ubl plain", "remove " + ublSeller + "/cac:PartyIdentification; remove " + ublCompany + "/@schemeID", []string{"CP-04"}},
		{"the register with a SIREN", "ubl plain", "remove " + ublSeller + "/cac:PartyIdentification", []string{"CP-04", "CP-50"}},
		{"a typed identifier goes before one that stands above it", "ubl e1",
			"before " + ublSeller + "/cac:PartyIdentification <cac:PartyIdentification><cbc:ID schemeID=\"0009\">839217460</cbc:ID></cac:PartyIdentification>", nil},
		{"a SIRET goes before an identifier of another scheme", "ubl plain",
			"before " + ublSeller + "/cac:PartyIdentification <cac:PartyIdentification><cbc:ID schemeID=\"0088\">839217460</cbc:ID></cac:PartyIdentification>", nil},
		{"a blank identifier is none", "ubl plain",
			"before " + ublSeller + "/cac:PartyIdentification <cac:PartyIdentification><cbc:ID schemeID=\"0009\"> </cbc:ID></cac:PartyIdentification>", nil},
		{"0002 with a SIRET", "cii plain", "set " + ciiSID + "/@schemeID = 0002", nil},
		{"1 with a SIRET", "cii plain", "set " + ciiSID + "/@schemeID = 1; set " + ciiBID + "/@schemeID = 1", nil},
		{"schemes of the reform say nothing about a seller", "cii plain", "set " + ciiSID + "/@schemeID = 0223; set " + ciiSID + " = BE0123456749", nil},
		{"a buyer of type 2", "cii plain", "set " + ciiBID + "/@schemeID = 2; set " + ciiBID + " = FR05218402774", []string{"CP-03", "CP-50"}},
		{"a seller in Monaco", "cii plain", "set ram:CountryID = MC; set " + ciiSID + "/@schemeID = 2; set " + ciiSID + " = FR29839217460", nil},
		{"Northern Ireland", "cii plain", "set " + ciiSID + "/@schemeID = 2; set " + ciiSID + " = XI123456789", nil},
		{"type 3 of one letter", "cii plain", "set " + ciiSID + "/@schemeID = 3; set " + ciiSID + " = U", []string{"CP-18"}},
		{"type 3 wrong twice", "cii plain", "set " + ciiSID + "/@schemeID = 3; set " + ciiSID + " = carpentry and more", []string{"CP-18"}},
		{"type 3 wrong and long", "cii plain", "set " + ciiSID + "/@schemeID = 3; set " + ciiSID + " = carpentry and works", []string{"CP-18", "CP-18"}},
		{"Wallis and Futuna", "cii plain", "set " + ciiSID + "/@schemeID = 3; set " + ciiSID + " = FRWFMENUISERIE", nil},
		{"the check digit of a seller of type 6 is not looked at", "cii plain", "set " + ciiSID + "/@schemeID = 6; set " + ciiSID + " = 83921746000015", nil},

		{"a cadre in E1 may be anything", "ubl e1", "set CategoryCode = urn:x", []string{"CP-05"}},
		{"ProfileID beside a CategoryCode", "ubl e1", "before Invoice/cbc:ID <cbc:ProfileID>B1</cbc:ProfileID>", nil},
		{"without a cadre", "ubl plain", "remove cbc:ProfileID", nil},
		{"a small letter in ProfileID", "ubl plain", "set cbc:ProfileID = a1", nil},
		{"A01", "ubl plain", "set cbc:ProfileID = A01", []string{"CP-05"}},
		{"A123", "ubl plain", "set cbc:ProfileID = A123", []string{"CP-05"}},

		{"a service in BuyerReference of E1", "ubl e1", "remove cac:AccountingContact; before cac:OrderReference <cbc:BuyerReference>L'EAU</cbc:BuyerReference>", []string{"CP-55"}},
		{"the contact goes before BuyerReference", "ubl e1", "before cac:OrderReference <cbc:BuyerReference>L'EAU</cbc:BuyerReference>", nil},
		{"an engagement among the contracts", "ubl e1", "set " + ublBuyerID + " = 12345678200036; set cac:ContractDocumentReference/cbc:DocumentTypeCode = Engagement; remove cac:OrderReference", nil},
		{"an order among the contracts", "ubl e1", "set " + ublBuyerID + " = 12345678200036; set cac:ContractDocumentReference/cbc:DocumentTypeCode = BON DE COMMANDE; remove cac:OrderReference", nil},
		{"another type of contract", "ubl e1", "set cac:ContractDocumentReference/cbc:DocumentTypeCode = Devis; set cac:ContractDocumentReference/cbc:ID = " + strings.Repeat("9", 60), nil},
		{"Marché, spelt otherwise", "ubl e1", "set cac:ContractDocumentReference/cbc:DocumentTypeCode = marche PUBLIC; set cac:ContractDocumentReference/cbc:ID = " + strings.Repeat("9", 60), []string{"CP-10"}},

		{"several demands", "cii plain", "set " + ciiBID + " = 21840277400028; remove ram:BuyerReference; remove ram:BuyerOrderReferencedDocument", []string{"CP-12", "CP-12"}},
		{"an inactive service, without an engagement", "cii plain", "set " + ciiBID + " = 21840277400044; set ram:BuyerReference = ARCHIVES; remove ram:BuyerOrderReferencedDocument", []string{"CP-12"}},

		{"a date in another format", "cii plain", "set udt:DateTimeString = 20270101; set udt:DateTimeString/@format = 203", nil},
		{"no date", "cii plain", "set udt:DateTimeString = 20270230", nil},
		{"a date with a time zone", "ubl plain", "set Invoice/cbc:IssueDate = 2026-04-02+02:00", []string{"CP-07"}},

		{"no document type", "ubl plain", "remove cbc:InvoiceTypeCode", nil},
		{"no currency", "ubl plain", "remove cbc:DocumentCurrencyCode", nil},
		{"a negative credit note", "cii plain", "set rsm:ExchangedDocument/ram:TypeCode = 381; set ram:GrandTotalAmount = -1476.00", []string{"CP-63"}},
		{"an amount that is no number", "cii plain", "set ram:GrandTotalAmount = 1.476,000", nil},
		{"a second block without a code", "ubl plain", "after cac:PaymentMeans <cac:PaymentMeans><cbc:ID>1</cbc:ID></cac:PaymentMeans>", []string{"CP-08"}},
		{"an account that is no IBAN by a cheque", "cii plain", "set ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode = 20; set ram:IBANID = X", nil},
		{"a transfer without an account", "cii plain", "remove ram:PayeePartyCreditorFinancialAccount", nil},
		{"a proprietary account", "cii plain", "remove ram:IBANID; in ram:PayeePartyCreditorFinancialAccount <ram:ProprietaryID>30001</ram:ProprietaryID>", []string{"CP-17"}},
		{"the minimum has no payment means", "cii minimum", "", nil},
		{"a buyer's number of another tax", "cii plain", "in ram:BuyerTradeParty <ram:SpecifiedTaxRegistration><ram:ID schemeID=\"FC\">1</ram:ID></ram:SpecifiedTaxRegistration>", nil},
		{"an empty mandate", "ubl plain", "in cac:PaymentMeans <cac:PaymentMandate><cbc:ID/></cac:PaymentMandate>", nil},
		{"a reference without a file in UBL", "ubl plain", "remove cac:Attachment", nil},
		{"an attachment without a name", "cii plain", "remove ram:AttachmentBinaryObject/@filename", nil},
		{"the main attachment in CII alone", "cii plain", "set ram:AdditionalReferencedDocument/ram:Name = 01", nil},
		{"a line attachment is not looked at", "cii plain",
			"before ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice <ram:AdditionalReferencedDocument><ram:IssuerAssignedID>X</ram:IssuerAssignedID></ram:AdditionalReferencedDocument>", nil},
		{"prices may have many decimals", "cii plain", "set ram:NetPriceProductTradePrice/ram:ChargeAmount = 100.0000000", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, base, _ := strings.Cut(test.base, " ")
			if diff := cmp.Diff(test.want, ids(check(t, base, edit(t, test.base, test.edits)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// stylesheet is the processing instruction of the E1 base.
const stylesheet = `<?xml-stylesheet type="text/xsl" href="https://cpro.chorus-pro.gouv.fr/xsl/cpp/FSO1100A/FSO1100A.xsl"?>` + "\n"

func TestStylesheet(t *testing.T) {
	e1, plain := suite(t).Bases["ubl e1"], suite(t).Bases["ubl plain"]
	for _, test := range []struct {
		name, base, doc string
		want            []string
	}{
		{"none", "e1", strings.Replace(e1, stylesheet, "", 1), []string{"CP-66"}},
		{"in a comment", "e1", strings.Replace(e1, stylesheet, "<!-- > "+stylesheet+" -->", 1), []string{"CP-66"}},
		{"of another kind", "e1", strings.Replace(e1, "xml-stylesheet", "xml-stylesheets", 1), []string{"CP-66"}},
		{"behind a comment", "e1", strings.Replace(e1, stylesheet, "<!-- <a> -->\n"+stylesheet, 1), nil},
		{"none in plain UBL", "plain", plain, nil},
		{"of mixed flows, without payment means", "e1", edit(t, "ubl e1", "remove cac:PaymentMeans"), []string{"CP-08"}},
		{"of mixed flows, named", "e1", strings.ReplaceAll(edit(t, "ubl e1", "remove cac:PaymentMeans"), "FSO1100A", "FSO1110A"), nil},
		{"in a comment, named", "e1", strings.Replace(edit(t, "ubl e1", "remove cac:PaymentMeans"), stylesheet, stylesheet+"<!-- FSO1110A -->", 1), []string{"CP-08"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, ids(check(t, test.base, test.doc))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestCreditNote: a CreditNote of UBL may pass.
func TestCreditNote(t *testing.T) {
	found := check(t, "creditnote", suite(t).Bases["ubl creditnote"])
	rule, _ := choruspro.RuleByID("CP-06")
	if len(found) != 1 || found[0].Severity != report.Info || found[0].Line != 2 || !says(rule, "root", found[0]) {
		t.Errorf("%+v", found)
	}
	both := check(t, "creditnote", edit(t, "ubl creditnote", "set cbc:CreditNoteTypeCode = 261; remove cac:BillingReference"))
	if diff := cmp.Diff([]string{"CP-06", "CP-06", "CP-63"}, ids(both)); diff != "" {
		t.Error(diff)
	}
	warned := check(t, "creditnote", edit(t, "ubl creditnote", "remove cac:PaymentMeans"))
	if f := own(warned, "CP-08"); f.Severity != report.Warning {
		t.Errorf("payment means of a credit note: %s", f.Severity)
	}
}

// TestAttachmentSizes: by the characters of base64, line ends apart.
func TestAttachmentSizes(t *testing.T) {
	doc := func(base string, sizes ...int) string {
		old := `<ram:AttachmentBinaryObject mimeCode="text/csv" filename="attachement-0151.csv">cG9zdGU7cXVhbnRpdGUK</ram:AttachmentBinaryObject>`
		text := suite(t).Bases[base]
		from := strings.Index(text, "<ram:AdditionalReferencedDocument>")
		to := strings.Index(text, "</ram:AdditionalReferencedDocument>") + len("</ram:AdditionalReferencedDocument>")
		one, all := text[from:to], ""
		for _, size := range sizes {
			line := strings.Repeat("QUJD", 19) // 57 bytes
			code := strings.Repeat(line+"\r\n", size/57) + strings.Repeat("QUJD", size%57/3)
			switch size % 57 % 3 {
			case 1:
				code += "QQ=="
			case 2:
				code += "QUI=\n"
			}
			all += strings.Replace(one, old, strings.Replace(old, "cG9zdGU7cXVhbnRpdGUK", code, 1), 1)
		}
		return text[:from] + all + text[to:]
	}
	const mb = 1 << 20
	for _, test := range []struct {
		name  string
		sizes []int
		want  []string
	}{
		{"just below", []int{10*mb - 1}, nil},
		{"at the limit", []int{10 * mb}, []string{"size"}},
		{"all at the limit", []int{10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 8*mb + 11}, nil},
		{"all above", []int{10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 10*mb - 1, 8*mb + 12}, []string{"total"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if race && len(test.sizes) > 1 {
				t.Skip("160 MB take long under the race detector")
			}
			found := check(t, "plain", doc("cii plain", test.sizes...))
			rule, _ := choruspro.RuleByID("CP-16")
			var names []string
			for _, f := range found {
				for _, c := range rule.Cases {
					if says(rule, c.Name, f) {
						names = append(names, c.Name)
					}
				}
				if f.Severity != report.Warning {
					t.Errorf("%s is an %s", f.Rule, f.Severity)
				}
			}
			if diff := cmp.Diff(test.want, names); diff != "" {
				t.Error(diff)
			}
		})
	}
}
