package check_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// Build an invoice from what was sold, let Complete compute the rest, write it in both syntaxes, and check what was written.
func Example_write() {
	amount := func(text string) en16931.Amount { return en16931.Amount{Decimal: en16931.ParseDecimal(text)} }
	inv := &en16931.Invoice{
		Number:    "2026-0042",
		IssueDate: en16931.ParseDate("2026-03-12"),
		TypeCode:  "380",
		Currency:  "EUR",
		DueDate:   en16931.ParseDate("2026-04-11"),
		Process:   en16931.Process{Specification: "urn:cen.eu:en16931:2017"},
		Seller: en16931.Seller{
			Name: "Menuiserie Larivière", VATIdentifier: "FR29839217460",
			LegalRegistration: en16931.Identifier{Value: "839217460", Scheme: "0002"},
			Address:           en16931.SellerAddress{City: "Valmont-sur-Orne", Country: "FR"},
		},
		Buyer: en16931.Buyer{
			Name:    "Commune de Saint-Aubin-des-Rives",
			Address: en16931.BuyerAddress{City: "Saint-Aubin-des-Rives", Country: "FR"},
		},
		Lines: []*en16931.Line{{
			ID: "1", Quantity: en16931.ParseDecimal("6"), Unit: "H87",
			Item:  en16931.Item{Name: "Window"},
			Price: en16931.Price{Net: amount("480.00")},
			VAT:   en16931.LineVAT{Category: "S", Rate: en16931.ParseDecimal("20")},
			Allowances: []*en16931.LineAllowance{{
				Base: amount("2880.00"), Percentage: en16931.ParseDecimal("5"), Reason: "Quantity discount",
			}},
		}},
	}
	done := inv.Complete()
	for _, c := range done.Contradictions {
		fmt.Println(c.Text().EN) // an amount that you stated, and what the lines come to
	}
	for _, g := range done.Missing {
		fmt.Println(g.Text().EN) // what could not be computed, and why
	}
	fmt.Println("total", inv.Totals.WithVAT, "of which VAT", inv.Totals.VAT)

	for _, write := range []func(io.Writer) ([]en16931.Loss, error){
		func(w io.Writer) ([]en16931.Loss, error) { return ubl.Encode(w, inv) },
		func(w io.Writer) ([]en16931.Loss, error) { return cii.Encode(w, inv, cii.D16B) },
	} {
		var file bytes.Buffer
		lost, err := write(&file)
		if err != nil {
			fmt.Println(err)
			return
		}
		for _, l := range lost {
			fmt.Println("lost:", l.Term, l.Value, l.Reason.EN)
		}
		rep, err := check.Reader(context.Background(), "invoice.xml", &file, -1, check.Options{Layers: []report.LayerID{report.Read, report.XSD}})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(rep.Syntax, rep.Verdict())
	}
	// Output:
	// total 3283.20 of which VAT 547.20
	// ubl valid
	// cii valid
}

// An export in JSON becomes an invoice in CII. Each mistake in its structure is told with its place.
func ExampleRead_json() {
	for _, export := range []string{
		`{"terms":{"BT-1":"F-1","BT-1O":"SERV-TECH"}}`,
		`{"terms":{"BT-1":"F-1","BT-10":"SERV-TECH"}}`,
	} {
		doc, err := check.Read(context.Background(), strings.NewReader(export), -1, check.Limits{})
		if err, ok := err.(*check.UnreadableError); ok {
			for _, f := range err.Findings {
				fmt.Printf("%d:%d %s %s\n", f.Line, f.Column, f.Message.In(report.EN, f.Args...), f.Fix.In(report.EN, f.Args...))
			}
			continue
		}
		var file bytes.Buffer
		if _, err := cii.Encode(&file, doc.Invoice, cii.D16B); err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(strings.Contains(file.String(), "<ram:BuyerReference>SERV-TECH</ram:BuyerReference>"))
	}
	// Output:
	// 1:24 There is no key BT-1O in the terms of the invoice. Did you mean BT-10?
	// true
}

// From UBL to CII: what CII D16B cannot hold is listed, and so is what no term of EN 16931 holds.
func ExampleRead_convert() {
	const file = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
  <cbc:ID>F-3</cbc:ID>
  <cbc:UUID>7e1c7f0a</cbc:UUID>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>A-1</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
  <cac:BillingReference><cac:InvoiceDocumentReference><cbc:ID>A-2</cbc:ID></cac:InvoiceDocumentReference></cac:BillingReference>
</Invoice>`
	doc, err := check.Read(context.Background(), strings.NewReader(file), -1, check.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	lost, err := cii.Encode(io.Discard, doc.Invoice, cii.D16B)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range lost {
		fmt.Printf("line %d: %s = %s: %s\n", l.Line, l.Term, l.Value, l.Reason.EN)
	}
	for _, r := range doc.Invoice.Source.Residue() {
		fmt.Printf("line %d: %s = %s\n", r.Line, r.Path, r.Value)
	}
	// Output:
	// line 7: BT-25 = A-2: CII D16B holds one preceding invoice; D22B and Factur-X hold several
	// line 5: /ubl:Invoice/cbc:UUID = 7e1c7f0a
}
