package check_test

import (
	"context"
	"fmt"
	"os"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

func ExampleRead() {
	file, err := os.Open("../testdata/facture-ubl.xml")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer file.Close()
	doc, err := check.Read(context.Background(), file, -1, check.Limits{}) // UBL, CII or JSON, by content
	if err != nil {
		fmt.Println(err) // a *check.UnreadableError says what the file is, where it goes wrong, and what to do
		return
	}
	inv := doc.Invoice
	fmt.Println(inv.Number, inv.Seller.Name, inv.Totals.WithVAT) // BT-1, BT-27, BT-112
	for _, line := range inv.Lines {
		fmt.Println(line.ID, line.Item.Name, line.Quantity, line.NetAmount)
	}
	// Output:
	// F-2026-0142 Menuiserie Larivière 5187.12
	// 1 Fenêtre à deux vantaux 6 2736.00
	// 2 Dépose des anciennes fenêtres et pose 32 1488.00
	// 3 Livre « L'entretien du bois » 4 140.00
}

func ExampleFile() {
	rep, err := check.File(context.Background(), "../testdata/bad/values-ubl.xml", check.Options{Layers: []report.LayerID{report.Read}})
	if err != nil {
		fmt.Println(err) // the file could not be opened
		return
	}
	fmt.Println(rep.Verdict())
	for _, f := range rep.Findings {
		fmt.Println(f.Line, f.Rule, f.Terms, f.Found)
	}
	// Output:
	// invalid
	// 9 RD-DATE [BT-2] 12/03/2026
	// 174 RD-NUMBER [BT-115] 4 187,12
}
