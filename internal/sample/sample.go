// Package sample makes invoices to measure on: of the size and the make of ordinary ones, so that figures mean something, indented, with
// namespaces, attributes, accents and a reference here and there, and as long as asked for.
package sample

import (
	"fmt"
	"strings"
)

// UBL writes an invoice in UBL 2.1 with so many lines, valid by its schema and by EN 16931. 14 lines are 17 KB.
func UBL(lines int) string {
	net := 0
	for i := range lines {
		net += (i%7 + 1) * 20
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<ubl:Invoice xmlns:ubl="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
    xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
  <cbc:ProfileID>M1</cbc:ProfileID>
  <cbc:ID>F-2026-0042</cbc:ID>
  <cbc:IssueDate>2026-02-03</cbc:IssueDate>
  <cbc:DueDate>2026-03-05</cbc:DueDate>
  <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
  <cbc:Note>Livraison effectuée à Saint-Étienne, merci de votre confiance.</cbc:Note>
  <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
  <cbc:BuyerReference>SERVICE-7</cbc:BuyerReference>
  <cac:OrderReference>
    <cbc:ID>CDE-118</cbc:ID>
  </cac:OrderReference>
`)
	for _, role := range []string{"AccountingSupplierParty", "AccountingCustomerParty"} {
		fmt.Fprintf(&b, `  <cac:%[1]s>
    <cac:Party>
      <cbc:EndpointID schemeID="0009">12345678200010</cbc:EndpointID>
      <cac:PartyIdentification>
        <cbc:ID schemeID="0009">12345678200010</cbc:ID>
      </cac:PartyIdentification>
      <cac:PartyName>
        <cbc:Name>Menuiserie Lefèvre &amp; fils</cbc:Name>
      </cac:PartyName>
      <cac:PostalAddress>
        <cbc:StreetName>12 rue des Érables</cbc:StreetName>
        <cbc:AdditionalStreetName>Bâtiment B</cbc:AdditionalStreetName>
        <cbc:CityName>Saint-Étienne</cbc:CityName>
        <cbc:PostalZone>42000</cbc:PostalZone>
        <cac:Country>
          <cbc:IdentificationCode>FR</cbc:IdentificationCode>
        </cac:Country>
      </cac:PostalAddress>
      <cac:PartyTaxScheme>
        <cbc:CompanyID>FR11123456782</cbc:CompanyID>
        <cac:TaxScheme>
          <cbc:ID>VAT</cbc:ID>
        </cac:TaxScheme>
      </cac:PartyTaxScheme>
      <cac:PartyLegalEntity>
        <cbc:RegistrationName>Menuiserie Lefèvre &amp; fils SARL</cbc:RegistrationName>
        <cbc:CompanyID schemeID="0002">123456782</cbc:CompanyID>
      </cac:PartyLegalEntity>
    </cac:Party>
  </cac:%[1]s>
`, role)
	}
	fmt.Fprintf(&b, `  <cac:PaymentMeans>
    <cbc:PaymentMeansCode name="Virement">30</cbc:PaymentMeansCode>
    <cbc:PaymentID>F-2026-0042</cbc:PaymentID>
    <cac:PayeeFinancialAccount>
      <cbc:ID>FR7630006000011234567890189</cbc:ID>
      <cac:FinancialInstitutionBranch>
        <cbc:ID>AGRIFRPP</cbc:ID>
      </cac:FinancialInstitutionBranch>
    </cac:PayeeFinancialAccount>
  </cac:PaymentMeans>
  <cac:TaxTotal>
    <cbc:TaxAmount currencyID="EUR">%[2]d.00</cbc:TaxAmount>
    <cac:TaxSubtotal>
      <cbc:TaxableAmount currencyID="EUR">%[1]d.00</cbc:TaxableAmount>
      <cbc:TaxAmount currencyID="EUR">%[2]d.00</cbc:TaxAmount>
      <cac:TaxCategory>
        <cbc:ID>S</cbc:ID>
        <cbc:Percent>20</cbc:Percent>
        <cac:TaxScheme>
          <cbc:ID>VAT</cbc:ID>
        </cac:TaxScheme>
      </cac:TaxCategory>
    </cac:TaxSubtotal>
  </cac:TaxTotal>
  <cac:LegalMonetaryTotal>
    <cbc:LineExtensionAmount currencyID="EUR">%[1]d.00</cbc:LineExtensionAmount>
    <cbc:TaxExclusiveAmount currencyID="EUR">%[1]d.00</cbc:TaxExclusiveAmount>
    <cbc:TaxInclusiveAmount currencyID="EUR">%[3]d.00</cbc:TaxInclusiveAmount>
    <cbc:PayableAmount currencyID="EUR">%[3]d.00</cbc:PayableAmount>
  </cac:LegalMonetaryTotal>
`, net, net/5, net+net/5)
	for i := range lines {
		fmt.Fprintf(&b, `  <cac:InvoiceLine>
    <cbc:ID>%d</cbc:ID>
    <cbc:Note>Pose comprise</cbc:Note>
    <cbc:InvoicedQuantity unitCode="C62">%d</cbc:InvoicedQuantity>
    <cbc:LineExtensionAmount currencyID="EUR">%d.00</cbc:LineExtensionAmount>
    <cac:Item>
      <cbc:Description>Fenêtre à deux vantaux, chêne massif, double vitrage</cbc:Description>
      <cbc:Name>Fenêtre n° %d</cbc:Name>
      <cac:SellersItemIdentification>
        <cbc:ID>FEN-%04d</cbc:ID>
      </cac:SellersItemIdentification>
      <cac:ClassifiedTaxCategory>
        <cbc:ID>S</cbc:ID>
        <cbc:Percent>20</cbc:Percent>
        <cac:TaxScheme>
          <cbc:ID>VAT</cbc:ID>
        </cac:TaxScheme>
      </cac:ClassifiedTaxCategory>
    </cac:Item>
    <cac:Price>
      <cbc:PriceAmount currencyID="EUR">20.00</cbc:PriceAmount>
      <cbc:BaseQuantity unitCode="C62">1</cbc:BaseQuantity>
    </cac:Price>
  </cac:InvoiceLine>
`, i+1, i%7+1, (i%7+1)*20, i+1, i)
	}
	b.WriteString("</ubl:Invoice>\n")
	return b.String()
}

// CII writes an invoice in CII D16B with so many lines, valid by its schema and by EN 16931. 6 lines are 16 KB.
func CII(lines int) string {
	net := 0
	for i := range lines {
		net += (i%5 + 1) * 20
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
    xmlns:qdt="urn:un:unece:uncefact:data:standard:QualifiedDataType:100"
    xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
    xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
  <rsm:ExchangedDocumentContext>
    <ram:BusinessProcessSpecifiedDocumentContextParameter>
      <ram:ID>A1</ram:ID>
    </ram:BusinessProcessSpecifiedDocumentContextParameter>
    <ram:GuidelineSpecifiedDocumentContextParameter>
      <ram:ID>urn:cen.eu:en16931:2017</ram:ID>
    </ram:GuidelineSpecifiedDocumentContextParameter>
  </rsm:ExchangedDocumentContext>
  <rsm:ExchangedDocument>
    <ram:ID>F-2026-0043</ram:ID>
    <ram:TypeCode>380</ram:TypeCode>
    <ram:IssueDateTime>
      <udt:DateTimeString format="102">20260203</udt:DateTimeString>
    </ram:IssueDateTime>
    <ram:IncludedNote>
      <ram:Content>Pénalités de retard : trois fois le taux d'intérêt légal.</ram:Content>
      <ram:SubjectCode>PMD</ram:SubjectCode>
    </ram:IncludedNote>
  </rsm:ExchangedDocument>
  <rsm:SupplyChainTradeTransaction>
`)
	for i := range lines {
		fmt.Fprintf(&b, `    <ram:IncludedSupplyChainTradeLineItem>
      <ram:AssociatedDocumentLineDocument>
        <ram:LineID>%d</ram:LineID>
      </ram:AssociatedDocumentLineDocument>
      <ram:SpecifiedTradeProduct>
        <ram:GlobalID schemeID="0160">%s</ram:GlobalID>
        <ram:SellerAssignedID>PEI-%04d</ram:SellerAssignedID>
        <ram:Name>Peinture n° %d &amp; diluant</ram:Name>
        <ram:Description>Peinture à l'eau, séchage rapide, lavable</ram:Description>
      </ram:SpecifiedTradeProduct>
      <ram:SpecifiedLineTradeAgreement>
        <ram:GrossPriceProductTradePrice>
          <ram:ChargeAmount>22.00</ram:ChargeAmount>
          <ram:AppliedTradeAllowanceCharge>
            <ram:ChargeIndicator>
              <udt:Indicator>false</udt:Indicator>
            </ram:ChargeIndicator>
            <ram:ActualAmount>2.00</ram:ActualAmount>
          </ram:AppliedTradeAllowanceCharge>
        </ram:GrossPriceProductTradePrice>
        <ram:NetPriceProductTradePrice>
          <ram:ChargeAmount>20.00</ram:ChargeAmount>
        </ram:NetPriceProductTradePrice>
      </ram:SpecifiedLineTradeAgreement>
      <ram:SpecifiedLineTradeDelivery>
        <ram:BilledQuantity unitCode="LTR">%d</ram:BilledQuantity>
      </ram:SpecifiedLineTradeDelivery>
      <ram:SpecifiedLineTradeSettlement>
        <ram:ApplicableTradeTax>
          <ram:TypeCode>VAT</ram:TypeCode>
          <ram:CategoryCode>S</ram:CategoryCode>
          <ram:RateApplicablePercent>20.00</ram:RateApplicablePercent>
        </ram:ApplicableTradeTax>
        <ram:SpecifiedTradeSettlementLineMonetarySummation>
          <ram:LineTotalAmount>%d.00</ram:LineTotalAmount>
        </ram:SpecifiedTradeSettlementLineMonetarySummation>
      </ram:SpecifiedLineTradeSettlement>
    </ram:IncludedSupplyChainTradeLineItem>
`, i+1, gtin(i), i, i+1, i%5+1, (i%5+1)*20)
	}
	b.WriteString("    <ram:ApplicableHeaderTradeAgreement>\n")
	for _, role := range []string{"SellerTradeParty", "BuyerTradeParty"} {
		fmt.Fprintf(&b, `      <ram:%[1]s>
        <ram:Name>Peintures de l'Océan</ram:Name>
        <ram:SpecifiedLegalOrganization>
          <ram:ID schemeID="0009">12345678200010</ram:ID>
        </ram:SpecifiedLegalOrganization>
        <ram:PostalTradeAddress>
          <ram:PostcodeCode>17000</ram:PostcodeCode>
          <ram:LineOne>3 quai aux Vivres</ram:LineOne>
          <ram:CityName>La Rochelle</ram:CityName>
          <ram:CountryID>FR</ram:CountryID>
        </ram:PostalTradeAddress>
        <ram:SpecifiedTaxRegistration>
          <ram:ID schemeID="VA">FR11123456782</ram:ID>
        </ram:SpecifiedTaxRegistration>
      </ram:%[1]s>
`, role)
	}
	fmt.Fprintf(&b, `    </ram:ApplicableHeaderTradeAgreement>
    <ram:ApplicableHeaderTradeDelivery>
      <ram:ActualDeliverySupplyChainEvent>
        <ram:OccurrenceDateTime>
          <udt:DateTimeString format="102">20260201</udt:DateTimeString>
        </ram:OccurrenceDateTime>
      </ram:ActualDeliverySupplyChainEvent>
    </ram:ApplicableHeaderTradeDelivery>
    <ram:ApplicableHeaderTradeSettlement>
      <ram:PaymentReference>F-2026-0043</ram:PaymentReference>
      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
      <ram:SpecifiedTradeSettlementPaymentMeans>
        <ram:TypeCode>30</ram:TypeCode>
        <ram:PayeePartyCreditorFinancialAccount>
          <ram:IBANID>FR7630006000011234567890189</ram:IBANID>
        </ram:PayeePartyCreditorFinancialAccount>
      </ram:SpecifiedTradeSettlementPaymentMeans>
      <ram:ApplicableTradeTax>
        <ram:CalculatedAmount>%[2]d.00</ram:CalculatedAmount>
        <ram:TypeCode>VAT</ram:TypeCode>
        <ram:BasisAmount>%[1]d.00</ram:BasisAmount>
        <ram:CategoryCode>S</ram:CategoryCode>
        <ram:RateApplicablePercent>20.00</ram:RateApplicablePercent>
      </ram:ApplicableTradeTax>
      <ram:SpecifiedTradePaymentTerms>
        <ram:DueDateDateTime>
          <udt:DateTimeString format="102">20260305</udt:DateTimeString>
        </ram:DueDateDateTime>
      </ram:SpecifiedTradePaymentTerms>
      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>
        <ram:LineTotalAmount>%[1]d.00</ram:LineTotalAmount>
        <ram:TaxBasisTotalAmount>%[1]d.00</ram:TaxBasisTotalAmount>
        <ram:TaxTotalAmount currencyID="EUR">%[2]d.00</ram:TaxTotalAmount>
        <ram:GrandTotalAmount>%[3]d.00</ram:GrandTotalAmount>
        <ram:DuePayableAmount>%[3]d.00</ram:DuePayableAmount>
      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>
    </ram:ApplicableHeaderTradeSettlement>
  </rsm:SupplyChainTradeTransaction>
</rsm:CrossIndustryInvoice>
`, net, net/5, net+net/5)
	return b.String()
}

// gtin is an article number of thirteen digits with its check digit.
func gtin(i int) string {
	s := fmt.Sprintf("376%09d", i)
	sum := 0
	for at, c := range s {
		sum += int(c-'0') * (1 + at%2*2)
	}
	return s + string(rune('0'+(10-sum%10)%10))
}
