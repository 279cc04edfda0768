package en16931_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/ubl"
)

// An invoice went out with a wrong IBAN: it is corrected, and the reference that the buyer asked for added. Everything else stays as it is.
func ExampleInvoice_Patch() {
	file := strings.NewReader(`<?xml version="1.0"?>
<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
    xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
    xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
  <c:ID>F-42</c:ID>
  <!-- from our ERP -->
  <c:DocumentCurrencyCode listID='ISO4217'>EUR</c:DocumentCurrencyCode>
  <a:PaymentMeans>
    <c:PaymentMeansCode>58</c:PaymentMeansCode>
    <a:PayeeFinancialAccount>
      <c:ID>FR7630006000011234567890180</c:ID>
    </a:PayeeFinancialAccount>
  </a:PaymentMeans>
</Invoice>
`)
	inv, err := ubl.Decode(context.Background(), file, ubl.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	inv.Payment.CreditTransfers[0].Account = "FR7630006000011234567890189"
	inv.BuyerReference = "SERVICE-7"
	err = inv.Patch(os.Stdout)
	if loss, ok := errors.AsType[*en16931.LossError](err); ok {
		for _, l := range loss.Losses {
			fmt.Println(l.Term, l.Value, l.Reason.EN) // nothing was written
		}
	} else if err != nil {
		fmt.Println(err)
	}
	// Output:
	// <?xml version="1.0"?>
	// <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
	//     xmlns:c="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
	//     xmlns:a="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2">
	//   <c:ID>F-42</c:ID>
	//   <!-- from our ERP -->
	//   <c:DocumentCurrencyCode listID='ISO4217'>EUR</c:DocumentCurrencyCode>
	//   <c:BuyerReference>SERVICE-7</c:BuyerReference>
	//   <a:PaymentMeans>
	//     <c:PaymentMeansCode>58</c:PaymentMeansCode>
	//     <a:PayeeFinancialAccount>
	//       <c:ID>FR7630006000011234567890189</c:ID>
	//     </a:PayeeFinancialAccount>
	//   </a:PaymentMeans>
	// </Invoice>
}
