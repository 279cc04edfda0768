package ubl_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/ubl"
)

func TestPaths(t *testing.T) {
	for _, test := range []struct {
		term en16931.Term
		want []string
	}{
		{en16931.BT106, []string{"/ubl:Invoice/cac:LegalMonetaryTotal/cbc:LineExtensionAmount"}},
		{en16931.BT129, []string{"/ubl:Invoice/cac:InvoiceLine/cbc:InvoicedQuantity"}},
		{en16931.BT9, []string{"/ubl:Invoice/cbc:DueDate", "/cn:CreditNote/cac:PaymentMeans/cbc:PaymentDueDate"}},
	} {
		if diff := cmp.Diff(test.want, ubl.Paths(test.term)); diff != "" {
			t.Errorf("%s: %s", test.term, diff)
		}
	}
	for term := en16931.BG0 + 1; term < en16931.NumTerms; term++ {
		if len(ubl.Paths(term)) == 0 {
			t.Errorf("%s has no path", term)
		}
	}
}
