package cii_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
)

const (
	head = `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100" xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100">`
	tail = "</rsm:CrossIndustryInvoice>"
)

// inAgreement, inSettlement and inLine put a part of an invoice where it stands.
func inAgreement(s string) string {
	return "<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeAgreement>" + s + "</ram:ApplicableHeaderTradeAgreement></rsm:SupplyChainTradeTransaction>"
}

func inSettlement(s string) string {
	return "<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeSettlement>" + s + "</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>"
}

func inLine(s string) string {
	return "<rsm:SupplyChainTradeTransaction><ram:IncludedSupplyChainTradeLineItem>" + s + "</ram:IncludedSupplyChainTradeLineItem></rsm:SupplyChainTradeTransaction>"
}

func decode(t *testing.T, body string) *en16931.Invoice {
	t.Helper()
	inv, err := cii.Decode(context.Background(), strings.NewReader(head+body+tail), cii.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return inv
}

func TestPatch(t *testing.T) {
	const iban = "FR7630006000011234567890189"
	for _, c := range []struct {
		name          string
		before, after string // what stands in the root element
		change        func(inv *en16931.Invoice)
	}{
		{
			"a date in the notation of the file",
			`<rsm:ExchangedDocument><ram:IssueDateTime><udt:DateTimeString format="102"> 20260131 </udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>`,
			`<rsm:ExchangedDocument><ram:IssueDateTime><udt:DateTimeString format="102"> 20260201 </udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>`,
			func(inv *en16931.Invoice) { inv.IssueDate = en16931.NewDate(2026, 2, 1) },
		}, {
			"a date in another format becomes one that is read",
			`<rsm:ExchangedDocument><ram:IssueDateTime><udt:DateTimeString format="610">202601</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>`,
			`<rsm:ExchangedDocument><ram:IssueDateTime><udt:DateTimeString format="102">20260201</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>`,
			func(inv *en16931.Invoice) { inv.IssueDate = en16931.NewDate(2026, 2, 1) },
		}, {
			"a date added",
			`<rsm:ExchangedDocument><ram:ID>1</ram:ID><ram:Name>Rechnung</ram:Name><ram:TypeCode>380</ram:TypeCode><ram:LanguageID>de</ram:LanguageID></rsm:ExchangedDocument>`,
			`<rsm:ExchangedDocument><ram:ID>1</ram:ID><ram:Name>Rechnung</ram:Name><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260201</udt:DateTimeString></ram:IssueDateTime><ram:LanguageID>de</ram:LanguageID></rsm:ExchangedDocument>`,
			func(inv *en16931.Invoice) { inv.IssueDate = en16931.NewDate(2026, 2, 1) },
		}, {
			"an identifier that gets a scheme has another element",
			inAgreement(`<ram:SellerTradeParty><ram:ID>1</ram:ID><ram:ID>2</ram:ID><ram:GlobalID schemeID="0088">3</ram:GlobalID><ram:Name>S</ram:Name></ram:SellerTradeParty>`),
			inAgreement(`<ram:SellerTradeParty><ram:ID>2</ram:ID><ram:GlobalID schemeID="0009">1</ram:GlobalID><ram:GlobalID schemeID="0088">3</ram:GlobalID><ram:Name>S</ram:Name></ram:SellerTradeParty>`),
			func(inv *en16931.Invoice) { inv.Seller.Identifiers[0].Scheme = "0009" },
		}, {
			"one that keeps it changes in its place",
			inAgreement(`<ram:SellerTradeParty><ram:ID>1</ram:ID><ram:GlobalID schemeID="0088">3</ram:GlobalID></ram:SellerTradeParty>`),
			inAgreement(`<ram:SellerTradeParty><ram:ID>1</ram:ID><ram:GlobalID schemeID="0060">4</ram:GlobalID></ram:SellerTradeParty>`),
			func(inv *en16931.Invoice) {
				inv.Seller.Identifiers = []en16931.Identifier{{Value: "1"}, {Value: "4", Scheme: "0060"}}
			},
		}, {
			"a corrected IBAN",
			inSettlement(`<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>` + iban + `</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`),
			inSettlement(`<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE75512108001245126199</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`),
			func(inv *en16931.Invoice) { inv.Payment.CreditTransfers[0].Account = "DE75512108001245126199" },
		}, {
			"an account that is no IBAN has another element",
			inSettlement(`<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>` + iban + `</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`),
			inSettlement(`<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>12-34</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`),
			func(inv *en16931.Invoice) { inv.Payment.CreditTransfers[0].Account = "12-34" },
		}, {
			"a bank beside an account, in the payment means of that account",
			inSettlement(`<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>1</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>2</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>`),
			inSettlement(`<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>1</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>30</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>2</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount><ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>B</ram:BICID></ram:PayeeSpecifiedCreditorFinancialInstitution></ram:SpecifiedTradeSettlementPaymentMeans>`),
			func(inv *en16931.Invoice) { inv.Payment.CreditTransfers[1].ServiceProvider = "B" },
		}, {
			"a code in the notation of the file, everywhere",
			inSettlement(`<ram:ApplicableTradeTax><ram:CalculatedAmount>1</ram:CalculatedAmount><ram:DueDateTypeCode>5</ram:DueDateTypeCode></ram:ApplicableTradeTax><ram:ApplicableTradeTax><ram:CalculatedAmount>2</ram:CalculatedAmount><ram:DueDateTypeCode>5</ram:DueDateTypeCode></ram:ApplicableTradeTax>`),
			inSettlement(`<ram:ApplicableTradeTax><ram:CalculatedAmount>1</ram:CalculatedAmount><ram:DueDateTypeCode>72</ram:DueDateTypeCode></ram:ApplicableTradeTax><ram:ApplicableTradeTax><ram:CalculatedAmount>2</ram:CalculatedAmount><ram:DueDateTypeCode>72</ram:DueDateTypeCode></ram:ApplicableTradeTax>`),
			func(inv *en16931.Invoice) { inv.TaxPointDateCode = "432" },
		}, {
			"a term in a group that goes finds another place",
			inSettlement(`<ram:ApplicableTradeTax><ram:CalculatedAmount>1</ram:CalculatedAmount><ram:DueDateTypeCode>5</ram:DueDateTypeCode></ram:ApplicableTradeTax><ram:ApplicableTradeTax><ram:CalculatedAmount>2</ram:CalculatedAmount></ram:ApplicableTradeTax>`),
			inSettlement(`<ram:ApplicableTradeTax><ram:CalculatedAmount>2</ram:CalculatedAmount><ram:DueDateTypeCode>5</ram:DueDateTypeCode></ram:ApplicableTradeTax>`),
			func(inv *en16931.Invoice) { inv.VATBreakdown = inv.VATBreakdown[1:] },
		}, {
			"a quantity that stands only beside the gross price changes there",
			inLine(`<ram:SpecifiedLineTradeAgreement><ram:GrossPriceProductTradePrice><ram:ChargeAmount>9</ram:ChargeAmount><ram:BasisQuantity unitCode="C62">1</ram:BasisQuantity></ram:GrossPriceProductTradePrice><ram:NetPriceProductTradePrice><ram:ChargeAmount>8</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>`),
			inLine(`<ram:SpecifiedLineTradeAgreement><ram:GrossPriceProductTradePrice><ram:ChargeAmount>9</ram:ChargeAmount><ram:BasisQuantity unitCode="C62">10</ram:BasisQuantity></ram:GrossPriceProductTradePrice><ram:NetPriceProductTradePrice><ram:ChargeAmount>8</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement>`),
			func(inv *en16931.Invoice) { inv.Lines[0].Price.BaseQuantity = en16931.NewDecimal(10, 0) },
		}, {
			"an element that the schema demands stays, empty",
			`<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeDelivery><ram:DespatchAdviceReferencedDocument><ram:IssuerAssignedID>d</ram:IssuerAssignedID></ram:DespatchAdviceReferencedDocument></ram:ApplicableHeaderTradeDelivery><ram:ApplicableHeaderTradeSettlement><ram:PaymentReference>r</ram:PaymentReference></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>`,
			`<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeDelivery></ram:ApplicableHeaderTradeDelivery><ram:ApplicableHeaderTradeSettlement><ram:PaymentReference>r</ram:PaymentReference></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>`,
			func(inv *en16931.Invoice) { inv.DespatchAdvice = "" },
		}, {
			"and is filled",
			`<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeDelivery/></rsm:SupplyChainTradeTransaction>`,
			`<rsm:SupplyChainTradeTransaction><ram:ApplicableHeaderTradeDelivery><ram:ActualDeliverySupplyChainEvent><ram:OccurrenceDateTime><udt:DateTimeString format="102">20260201</udt:DateTimeString></ram:OccurrenceDateTime></ram:ActualDeliverySupplyChainEvent></ram:ApplicableHeaderTradeDelivery></rsm:SupplyChainTradeTransaction>`,
			func(inv *en16931.Invoice) {
				inv.Delivery = &en16931.Delivery{Date: en16931.NewDate(2026, 2, 1)}
			},
		}, {
			"what a predicate asks of a sibling comes with the value",
			inSettlement(`<ram:ApplicableTradeTax><ram:CalculatedAmount>1</ram:CalculatedAmount></ram:ApplicableTradeTax>`),
			inSettlement(`<ram:ApplicableTradeTax><ram:CalculatedAmount>1</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode></ram:ApplicableTradeTax>`),
			func(inv *en16931.Invoice) { inv.VATBreakdown[0].Category = "S" },
		}, {
			"a currency only where the file states it",
			inSettlement(`<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>1</ram:LineTotalAmount><ram:TaxBasisTotalAmount currencyID="EUR">1</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">0</ram:TaxTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>`),
			inSettlement(`<ram:InvoiceCurrencyCode>SEK</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>1</ram:LineTotalAmount><ram:TaxBasisTotalAmount currencyID="SEK">1</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="SEK">0</ram:TaxTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>`),
			func(inv *en16931.Invoice) { inv.Currency = "SEK" },
		}, {
			"a constant comes and goes with its term",
			inAgreement(`<ram:BuyerReference>b</ram:BuyerReference>`),
			inAgreement(`<ram:BuyerReference>b</ram:BuyerReference><ram:SpecifiedProcuringProject><ram:ID>p</ram:ID><ram:Name>Project reference</ram:Name></ram:SpecifiedProcuringProject>`),
			func(inv *en16931.Invoice) { inv.ProjectReference = "p" },
		}, {
			"goes",
			inAgreement(`<ram:BuyerReference>b</ram:BuyerReference><ram:SpecifiedProcuringProject><ram:ID>p</ram:ID><ram:Name>Project reference</ram:Name></ram:SpecifiedProcuringProject>`),
			inAgreement(`<ram:BuyerReference>b</ram:BuyerReference>`),
			func(inv *en16931.Invoice) { inv.ProjectReference = "" },
		}, {
			"a second preceding invoice in Factur-X",
			`<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:factur-x.eu:1p0:basicwl</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>` +
				inSettlement(`<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`),
			`<rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>urn:factur-x.eu:1p0:basicwl</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext>` +
				inSettlement(`<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>0</ram:IssuerAssignedID></ram:InvoiceReferencedDocument><ram:InvoiceReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`),
			func(inv *en16931.Invoice) {
				inv.PrecedingInvoices = []*en16931.PrecedingInvoice{{Number: "0"}, inv.PrecedingInvoices[0]}
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			inv := decode(t, c.before)
			c.change(inv)
			var out bytes.Buffer
			if err := inv.Patch(&out); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(head+c.after+tail, out.String()); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

// TestPatchLoses changes invoices in ways that CII has no place for.
func TestPatchLoses(t *testing.T) {
	for _, c := range []struct {
		name, body string
		change     func(inv *en16931.Invoice)
		lost       string
	}{
		{"a second preceding invoice in D16B", inSettlement(`<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`),
			func(inv *en16931.Invoice) {
				inv.PrecedingInvoices = append(inv.PrecedingInvoices, &en16931.PrecedingInvoice{Number: "2"})
			}, "BT-25"},
		{"the same in front", inSettlement(`<ram:InvoiceReferencedDocument><ram:IssuerAssignedID>1</ram:IssuerAssignedID></ram:InvoiceReferencedDocument>`),
			func(inv *en16931.Invoice) {
				inv.PrecedingInvoices = []*en16931.PrecedingInvoice{{Number: "2"}, inv.PrecedingInvoices[0]}
			}, "BT-25"},
		{"a discount without the gross price", inLine(`<ram:SpecifiedLineTradeAgreement/>`),
			func(inv *en16931.Invoice) { inv.Lines[0].Price.Discount.Decimal = en16931.NewDecimal(1, 0) }, "BT-147"},
		{"the last VAT group goes, and with it the tax point date",
			inSettlement(`<ram:ApplicableTradeTax><ram:CalculatedAmount>1</ram:CalculatedAmount><ram:TaxPointDate><udt:DateString format="102">20260201</udt:DateString></ram:TaxPointDate></ram:ApplicableTradeTax>`),
			func(inv *en16931.Invoice) { inv.VATBreakdown = nil }, "BT-7"},
	} {
		t.Run(c.name, func(t *testing.T) {
			inv := decode(t, c.body)
			c.change(inv)
			var out bytes.Buffer
			loss, ok := errors.AsType[*en16931.LossError](inv.Patch(&out))
			if !ok || len(loss.Losses) != 1 || loss.Losses[0].Term.String() != c.lost || out.Len() > 0 {
				t.Fatalf("lost %v, %d bytes written", loss, out.Len())
			}
			if _, _, err := inv.PatchLossy(&out); err != nil || out.Len() == 0 {
				t.Errorf("with losses: %v", err)
			}
		})
	}
}
