package hygiene_test

import (
	"time"

	"github.com/fxinvoice/fx/en16931"
)

// good is an invoice that no rule has anything to say about, with something in every place that rules look at.
func good() *en16931.Invoice {
	day := func(y int, m time.Month, d int) en16931.Date { return en16931.NewDate(y, m, d) }
	return &en16931.Invoice{
		Number: "F-2026-0042", IssueDate: day(2026, 2, 3), TypeCode: "380", Currency: "EUR", DueDate: day(2026, 3, 5), TaxPointDate: day(2026, 2, 3),
		BuyerReference: "SERVICE 7", ContractReference: "M-2025-118", PurchaseOrderReference: "CDE 118", DespatchAdvice: "BL 12",
		InvoicedObject: en16931.Identifier{Value: "compteur 7", Scheme: "MG"},
		Seller: en16931.Seller{
			Name:              "Menuiserie Lefèvre & fils",
			Identifiers:       []en16931.Identifier{{Value: "12345678200010", Scheme: "0009"}, {Value: "3020810000004", Scheme: "0088"}, {Value: "interne 4 bis"}},
			LegalRegistration: en16931.Identifier{Value: "123456782", Scheme: "0002"}, VATIdentifier: "FR11123456782",
			ElectronicAddress: en16931.Identifier{Value: "compta@menuiserie-lefevre.fr", Scheme: "EM"}, Address: en16931.SellerAddress{Country: "FR"},
			Contact: &en16931.SellerContact{Email: "jean.o'neil+factures@menuiserie-lefevre.fr"},
		},
		Buyer: en16931.Buyer{
			Name: "Ville de Saint-Étienne", Identifier: en16931.Identifier{Value: "73282932000074", Scheme: "0009"},
			LegalRegistration: en16931.Identifier{Value: "732829320", Scheme: "0002"}, VATIdentifier: "FR44732829320",
			ElectronicAddress: en16931.Identifier{Value: "732829320_73282932000074_SERVICE", Scheme: "0225"}, Address: en16931.BuyerAddress{Country: "FR"},
			Contact: &en16931.BuyerContact{Email: "achats@exemple.fr"},
		},
		Payee:             &en16931.Payee{Name: "La Poste", LegalRegistration: en16931.Identifier{Value: "35600000049837", Scheme: "0009"}},
		TaxRepresentative: &en16931.TaxRepresentative{VATIdentifier: "DE123456788"},
		Delivery: &en16931.Delivery{Location: en16931.Identifier{Value: "3020810000004", Scheme: "0088"}, Date: day(2026, 2, 1),
			Period: &en16931.Period{Start: day(2011, 1, 1), End: day(2031, 12, 31)}, Address: &en16931.DeliveryAddress{Country: "FR"}},
		Payment: &en16931.PaymentInstructions{MeansCode: "58", Remittance: "F-2026-0042",
			CreditTransfers: []*en16931.CreditTransfer{{Account: "FR7630006000011234567890189", ServiceProvider: "AGRIFRPP"}},
			DirectDebit:     &en16931.DirectDebit{Mandate: "RUM 17", Creditor: "FR72ZZZ123456", DebitedAccount: "DE89370400440532013000"}},
		Totals: en16931.Totals{WithVAT: amount("120.00"), Due: amount("120.00")},
		VATBreakdown: []*en16931.VATBreakdown{{TaxableAmount: amount("100.00"), TaxAmount: amount("20.00"), Category: "S", Rate: num("20.00")},
			{TaxableAmount: amount("100.00"), TaxAmount: amount("0.90"), Category: "S", Rate: num("0.9")}},
		Allowances:          []*en16931.Allowance{{Amount: amount("0.50"), Base: amount("100.00"), Percentage: num("0.5")}},
		Charges:             []*en16931.Charge{{Amount: amount("5"), Base: amount("100"), Percentage: num("5")}},
		SupportingDocuments: []*en16931.SupportingDocument{{Reference: "plan A"}},
		Lines:               []*en16931.Line{line("1"), line("2"), line("10")},
	}
}

func line(id string) *en16931.Line {
	return &en16931.Line{ID: id, OrderLine: "4", Quantity: num("2"), Unit: "H87", NetAmount: amount("39.00"),
		Period:     &en16931.LinePeriod{Start: en16931.NewDate(2020, 1, 1), End: en16931.NewDate(2030, 1, 1)},
		Allowances: []*en16931.LineAllowance{{Amount: amount("2.00"), Base: amount("40.00"), Percentage: num("5")}},
		Charges:    []*en16931.LineCharge{{Amount: amount("1.00"), Base: amount("40.00"), Percentage: num("2.5")}},
		Price:      en16931.Price{Net: amount("20.00"), BaseQuantity: num("1"), BaseUnit: "C62"},
		Item: en16931.Item{Name: "Null, eau de toilette", SellerID: "12E5", BuyerID: "A 17", StandardID: en16931.Identifier{Value: "4006381333931", Scheme: "0160"},
			Classifications: []en16931.Identifier{{Value: "44103100", Scheme: "STI"}}}}
}

func num(s string) en16931.Decimal { return en16931.ParseDecimal(s) }

func amount(s string) en16931.Amount { return en16931.Amount{Decimal: num(s)} }
