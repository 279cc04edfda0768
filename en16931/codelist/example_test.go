package codelist_test

import (
	"fmt"

	"github.com/fxinvoice/fx/en16931/codelist"
)

func Example() {
	fmt.Println(codelist.Has(codelist.Currency, "EUR"), codelist.Has(codelist.Currency, "eur"))

	if name, ok := codelist.Name("VATCategory", "AE"); ok {
		fmt.Println(name.EN, "/", name.FR)
	}
	if code, ok := codelist.Nearest("Unit", "kg"); ok {
		fmt.Println("you may have meant", code)
	}
	fmt.Println(codelist.ForRule("en16931-cii", "BR-CL-14"))
	// Output:
	// true false
	// Reverse charge / Autoliquidation
	// you may have meant KGM
	// [CountryCII]
}

func ExampleByName() {
	l, _ := codelist.ByName("VATCategory")
	fmt.Println(l.Title.FR, "-", l.Origin)
	for code := range l.Codes() {
		fmt.Print(code, " ")
	}
	// Output:
	// Catégorie de TVA - UNTDID 5305
	// AE L M E S Z G O K B
}
