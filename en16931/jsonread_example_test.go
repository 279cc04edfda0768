package en16931_test

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// What an ERP exports by the numbers of the terms is read as it stands; what is written in another way is said, with its place.
func ExampleDecodeJSON() {
	for _, doc := range []string{
		`{"BT-1":"F-1","BG-25":[{"BT-126":"1","BT-131":100.00}]}`,
		`{"BT-1O":"F-1","BG-25":[{"BT-126":1}]}`,
	} {
		inv, err := en16931.DecodeJSON(context.Background(), strings.NewReader(doc), en16931.JSONLimits{})
		var refused *en16931.JSONError
		switch {
		case errors.As(err, &refused):
			for _, f := range refused.Findings {
				fmt.Printf("%d:%d %s: %s %s\n", f.Line, f.Column, f.Path, f.Message.In(report.EN, f.Args...), f.Fix.In(report.EN, f.Args...))
			}
		case err != nil:
			fmt.Println(err)
		default:
			fmt.Println(inv.Number, inv.Lines[0].NetAmount)
		}
	}
	// Output:
	// F-1 100.00
	// 1:2 BT-1O: There is no key BT-1O in the terms of the invoice. Did you mean BT-10?
	// 1:35 BG-25[1].BT-126: BT-126 is a number, but must be a text. Put it in double quotes.
}
