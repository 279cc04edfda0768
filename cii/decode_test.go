package cii

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

// document wraps a header settlement, and what stands before it in the transaction, into an invoice.
func document(before, settlement string) string {
	return fmt.Sprintf(`<rsm:CrossIndustryInvoice xmlns:rsm="%s" xmlns:ram="%s" xmlns:udt="%s" xmlns:qdt="%s"><rsm:SupplyChainTradeTransaction>`,
		nsMessage, nsAggregate, nsUnqualified, nsQualified) + before + "<ram:ApplicableHeaderTradeSettlement>" + settlement +
		"</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>"
}

func read(t *testing.T, doc string) *en16931.Invoice {
	t.Helper()
	inv, err := Decode(context.Background(), strings.NewReader(doc), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return inv
}

func values(all []en16931.Residue) (texts []string) {
	for _, r := range all {
		texts = append(texts, r.Value)
	}
	return texts
}

// TestTaxPoint reads BT-8 in the notation of the model, once, however many breakdowns repeat it; what contradicts is residue.
func TestTaxPoint(t *testing.T) {
	inv := read(t, document("", `
<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:DueDateTypeCode>72</ram:DueDateTypeCode></ram:ApplicableTradeTax>
<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>E</ram:CategoryCode><ram:DueDateTypeCode>72</ram:DueDateTypeCode></ram:ApplicableTradeTax>
<ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>Z</ram:CategoryCode><ram:DueDateTypeCode>5</ram:DueDateTypeCode></ram:ApplicableTradeTax>`))
	if inv.TaxPointDateCode != "432" || len(inv.VATBreakdown) != 3 || inv.VATBreakdown[1].Category != "E" {
		t.Errorf("BT-8 is %q, breakdown %v", inv.TaxPointDateCode, inv.VATBreakdown)
	}
	if all := inv.Source.Residue(); !slices.Equal(values(all), []string{"5"}) || all[0].Term != en16931.BT8 || all[0].Line != 4 {
		t.Errorf("residue: %+v", all)
	}
	inv = read(t, document("", `<ram:ApplicableTradeTax><ram:DueDateTypeCode>35</ram:DueDateTypeCode></ram:ApplicableTradeTax>`))
	if len(inv.Unread) != 1 || inv.Unread[0].Rule != "RD-CODE" || inv.Unread[0].Expected != "5 29 72" {
		t.Errorf("the code of UBL passes in CII: %+v", inv.Unread)
	}
}

// TestOtherTax keeps a category that is not of VAT out of the model.
func TestOtherTax(t *testing.T) {
	inv := read(t, document("", `<ram:ApplicableTradeTax><ram:CalculatedAmount>1</ram:CalculatedAmount><ram:TypeCode>AAA</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode></ram:ApplicableTradeTax>`))
	if len(inv.VATBreakdown) != 1 || inv.VATBreakdown[0].Category != "" || inv.VATBreakdown[0].TaxAmount.String() != "1" {
		t.Errorf("breakdown %+v", inv.VATBreakdown[0])
	}
	if !slices.Equal(values(inv.Source.Residue()), []string{"AAA", "S"}) {
		t.Errorf("residue: %+v", inv.Source.Residue())
	}
}

func TestDates(t *testing.T) {
	for text, want := range map[string]struct {
		date, rule string
		residue    int
	}{
		`<udt:DateTimeString format="102">20260131</udt:DateTimeString>`:   {"2026-01-31", "", 0},
		`<udt:DateTimeString format="102">20260231</udt:DateTimeString>`:   {"20260231", "RD-DATE", 0},
		`<udt:DateTimeString format="102">2026-01-31</udt:DateTimeString>`: {"2026-01-31", "RD-DATE", 0},
		`<udt:DateTimeString format="610">202601</udt:DateTimeString>`:     {"202601", "RD-DATE", 1},
		`<udt:DateTimeString>20260131</udt:DateTimeString>`:                {"20260131", "RD-DATE", 0},
		`<udt:DateTime>2026-01-31T00:00:00</udt:DateTime>`:                 {"", "", 1},
	} {
		inv := read(t, document("", `<ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime>`+text+`</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>`))
		rule := ""
		if len(inv.Unread) > 0 {
			rule = inv.Unread[0].Rule
		}
		if inv.DueDate.String() != want.date || rule != want.rule || len(inv.Source.Residue()) != want.residue {
			t.Errorf("%s: %s, %q, residue %v", text, inv.DueDate, rule, inv.Source.Residue())
		}
	}
}

// TestBaseQuantity takes the quantity of the net price, and that of the gross price where it stands alone; a gross one that differs is residue.
func TestBaseQuantity(t *testing.T) {
	const line = `<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedLineTradeAgreement>
<ram:GrossPriceProductTradePrice><ram:ChargeAmount>2</ram:ChargeAmount>%s</ram:GrossPriceProductTradePrice>
<ram:NetPriceProductTradePrice><ram:ChargeAmount>1</ram:ChargeAmount>%s</ram:NetPriceProductTradePrice>
</ram:SpecifiedLineTradeAgreement></ram:IncludedSupplyChainTradeLineItem>`
	quantity := func(n string) string {
		if n == "" {
			return ""
		}
		return `<ram:BasisQuantity unitCode="C62">` + n + `</ram:BasisQuantity>`
	}
	for _, c := range []struct {
		gross, net, want string
		residue          []string
	}{
		{"", "10", "10", nil}, {"10", "", "10", nil}, {"10", "10.0", "10.0", nil}, {"5", "10", "10", []string{"C62", "5"}}, {"", "", "", nil},
	} {
		inv := read(t, document(fmt.Sprintf(line, quantity(c.gross), quantity(c.net)), ""))
		if got := inv.Lines[0].Price.BaseQuantity.String(); got != c.want || !slices.Equal(values(inv.Source.Residue()), c.residue) {
			t.Errorf("gross %q, net %q: %q, residue %v", c.gross, c.net, got, inv.Source.Residue())
		}
	}
}

func TestAccounts(t *testing.T) {
	inv := read(t, document("", `<ram:CreditorReferenceID>CRED</ram:CreditorReferenceID><ram:PaymentReference>REF</ram:PaymentReference>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>I1</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans>
<ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:ProprietaryID>P2</ram:ProprietaryID></ram:PayeePartyCreditorFinancialAccount><ram:PayeeSpecifiedCreditorFinancialInstitution><ram:BICID>B2</ram:BICID></ram:PayeeSpecifiedCreditorFinancialInstitution></ram:SpecifiedTradeSettlementPaymentMeans>
<ram:SpecifiedTradePaymentTerms><ram:DirectDebitMandateID>M</ram:DirectDebitMandateID></ram:SpecifiedTradePaymentTerms>`))
	p := inv.Payment
	if p == nil || p.MeansCode != "58" || p.Remittance != "REF" || len(p.CreditTransfers) != 2 || *p.CreditTransfers[0] != (en16931.CreditTransfer{Account: "I1"}) ||
		*p.CreditTransfers[1] != (en16931.CreditTransfer{Account: "P2", ServiceProvider: "B2"}) || p.DirectDebit == nil || *p.DirectDebit != (en16931.DirectDebit{Mandate: "M", Creditor: "CRED"}) {
		t.Fatalf("%+v", p)
	}
	if place := inv.Source.Locate(p.CreditTransfers[1], en16931.BT86); place.Line != 3 || place.Missing != "" {
		t.Errorf("BT-86 is located at %+v", place)
	}
	if place := inv.Source.Locate(p.CreditTransfers[0], en16931.BT86); place.Line != 2 || place.Missing == "" {
		t.Errorf("BT-86 of the first account is located at %+v", place)
	}
	if all := inv.Source.Residue(); len(all) != 0 {
		t.Errorf("residue: %v", all)
	}
}

// TestCurrencies tells BT-110 from BT-111, and keeps a currency where the amount has another one than the invoice.
func TestCurrencies(t *testing.T) {
	inv := read(t, document("", `<ram:TaxCurrencyCode>SEK</ram:TaxCurrencyCode><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation>
<ram:TaxTotalAmount currencyID="SEK">20</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">2</ram:TaxTotalAmount>
<ram:TaxTotalAmount currencyID="USD">3</ram:TaxTotalAmount><ram:GrandTotalAmount currencyID="USD">12</ram:GrandTotalAmount>
</ram:SpecifiedTradeSettlementHeaderMonetarySummation>`))
	s := inv.Totals
	if s.VAT.String() != "2" || s.VAT.Currency != "" || s.VATInAccountingCurrency.String() != "20" || s.VATInAccountingCurrency.Currency != "" || s.WithVAT.Currency != "USD" {
		t.Errorf("%+v", s)
	}
	if !slices.Equal(values(inv.Source.Residue()), []string{"USD", "3"}) {
		t.Errorf("residue: %v", inv.Source.Residue())
	}
}

// TestDelivery makes BG-13 only when something of it is there: its element is mandatory in CII, and holds other terms.
func TestDelivery(t *testing.T) {
	inv := read(t, document(`<ram:ApplicableHeaderTradeDelivery><ram:DespatchAdviceReferencedDocument><ram:IssuerAssignedID>D</ram:IssuerAssignedID></ram:DespatchAdviceReferencedDocument></ram:ApplicableHeaderTradeDelivery>`, ""))
	if inv.Delivery != nil || inv.DespatchAdvice != "D" {
		t.Errorf("delivery %+v, despatch advice %q", inv.Delivery, inv.DespatchAdvice)
	}
	inv = read(t, document(`<ram:ApplicableHeaderTradeDelivery><ram:ShipToTradeParty><ram:GlobalID schemeID="0088">G</ram:GlobalID></ram:ShipToTradeParty></ram:ApplicableHeaderTradeDelivery>`,
		`<ram:BillingSpecifiedPeriod><ram:EndDateTime><udt:DateTimeString format="102">20260131</udt:DateTimeString></ram:EndDateTime></ram:BillingSpecifiedPeriod>`))
	if inv.Delivery == nil || inv.Delivery.Location != (en16931.Identifier{Value: "G", Scheme: "0088"}) || inv.Delivery.Period == nil || inv.Delivery.Period.End.String() != "2026-01-31" {
		t.Errorf("delivery %+v", inv.Delivery)
	}
}

func FuzzDecode(f *testing.F) {
	samples, err := filepath.Glob("../testdata/*cii*.xml")
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
	f.Add(document("<ram:IncludedSupplyChainTradeLineItem/>", "<ram:ApplicableTradeTax/>"))
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
