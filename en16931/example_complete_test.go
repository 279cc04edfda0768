package en16931_test

import (
	"fmt"

	"github.com/fxinvoice/fx/en16931"
)

// Build an invoice in Go from what was sold, and let Complete compute the rest.
func ExampleInvoice_Complete() {
	amount := func(text string) en16931.Amount { return en16931.Amount{Decimal: en16931.ParseDecimal(text)} }
	inv := &en16931.Invoice{
		Number:   "F-2026-0042",
		Currency: "EUR",
		Lines: []*en16931.Line{{
			ID: "1", Quantity: en16931.ParseDecimal("12"), Unit: "C62",
			Price: en16931.Price{Net: amount("24.90")},
			VAT:   en16931.LineVAT{Category: "S", Rate: en16931.ParseDecimal("20")},
			Item:  en16931.Item{Name: "Office chair"},
		}, {
			ID: "2", Quantity: en16931.ParseDecimal("2.5"), Unit: "HUR",
			Price: en16931.Price{Net: amount("60")},
			VAT:   en16931.LineVAT{Category: "E", Rate: en16931.ParseDecimal("0")},
			Item:  en16931.Item{Name: "Training"},
		}},
		// The reason of an exemption is yours to say.
		VATBreakdown: []*en16931.VATBreakdown{{Category: "E", ExemptionReasonCode: "VATEX-EU-132"}},
		Totals:       en16931.Totals{Paid: amount("100.00"), Due: amount("400.00")},
	}

	done := inv.Complete()
	for _, c := range done.Contradictions {
		fmt.Println(c.Text().EN)
	}
	for _, e := range inv.VATBreakdown {
		fmt.Printf("VAT %s %s %%: %s of %s\n", e.Category, e.Rate, e.TaxAmount, e.TaxableAmount)
	}
	fmt.Println("total", inv.Totals.WithVAT, "due", inv.Totals.Due)

	// What is stated stays, unless you say that it may go.
	inv.Complete(en16931.Overwrite(en16931.BT115))
	fmt.Println("total", inv.Totals.WithVAT, "due", inv.Totals.Due)

	// Output:
	// BT-115 (Amount due for payment) is 400.00, but total with VAT (BT-112), less what is paid (BT-113), plus rounding (BT-114), gives 408.56.
	// VAT E 0 %: 0.00 of 150.00
	// VAT S 20 %: 59.76 of 298.80
	// total 508.56 due 400.00
	// total 508.56 due 408.56
}
