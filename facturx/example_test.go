package facturx_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/report"
)

func ExampleExtract() {
	pdf := attached("factur-x.xml", `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>`)

	attachment, err := facturx.Extract(context.Background(), bytes.NewReader(pdf), int64(len(pdf)), facturx.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	xml, err := attachment.Content()
	fmt.Println(attachment.Name, attachment.Relationship, len(xml), err)
	// Output: factur-x.xml Data 100 <nil>
}

func ExampleFile_Invoice() {
	pdf := attached("notes.txt", "no invoice", "photo.jpg", "none either")

	f, err := facturx.Open(context.Background(), bytes.NewReader(pdf), int64(len(pdf)), facturx.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = f.Invoice()
	var e *facturx.Error
	if errors.As(err, &e) && e.Kind == facturx.KindNoInvoice {
		fmt.Println(e.Message.In(report.FR))
	}
	// Output: aucune pièce jointe n'est une facture : notes.txt, photo.jpg
}
