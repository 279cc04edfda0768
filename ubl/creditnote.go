package ubl

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/bind"
)

// creditNoteNames are the elements that a CreditNote calls otherwise.
var creditNoteNames = strings.NewReplacer(
	"cac:InvoiceLine", "cac:CreditNoteLine",
	"cbc:InvoicedQuantity", "cbc:CreditedQuantity",
	"cbc:InvoiceTypeCode", "cbc:CreditNoteTypeCode",
)

// creditNotePaths are the terms that a CreditNote has elsewhere: it knows neither DueDate nor ProjectReference.
var creditNotePaths = map[en16931.Term]string{
	en16931.BT9:  "cac:PaymentMeans/cbc:PaymentDueDate",
	en16931.BT11: "cac:AdditionalDocumentReference[cbc:DocumentTypeCode='50']/cbc:ID",
	en16931.BG24: "cac:AdditionalDocumentReference[not(cbc:DocumentTypeCode='130' or cbc:DocumentTypeCode='50')]",
}

// creditNoteRows returns the rows of a CreditNote.
func creditNoteRows() []bind.Row {
	all := make([]bind.Row, len(rows))
	for i, r := range rows {
		r.Path = creditNoteNames.Replace(r.Path)
		if path, ok := creditNotePaths[r.Term]; ok {
			r.Path = path
		}
		all[i] = r
	}
	return all
}
