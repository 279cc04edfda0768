package hygiene_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/fxinvoice/fx/internal/sample"
)

// FuzzCheck wants an end without a panic, and findings that can be printed, from any invoice that can be read.
func FuzzCheck(f *testing.F) {
	f.Add([]byte(sample.UBL(2)))
	f.Add([]byte(sample.CII(2)))
	names, err := filepath.Glob("../../testdata/*.xml")
	if err != nil || len(names) == 0 {
		f.Fatalf("no samples in testdata: %v", err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		if inv := decode(content); inv != nil {
			check(t, inv)
		}
	})
}

// FuzzValues puts any texts where rules look closely.
func FuzzValues(f *testing.F) {
	f.Add("FR7630006000011234567890189", "0009", "1.5E+13", "S")
	f.Add("FR", "0225", "-", "")
	f.Add("\u00a0", "EM", ".", "@")
	f.Fuzz(func(t *testing.T, value, scheme, number, code string) {
		inv := good()
		inv.Number, inv.Seller.VATIdentifier, inv.Buyer.VATIdentifier, inv.Buyer.Contact.Email = value, value, code, value
		for i := range inv.Seller.Identifiers {
			inv.Seller.Identifiers[i] = id(value, scheme)
		}
		inv.Buyer.Identifier, inv.Seller.ElectronicAddress, inv.Lines[0].Item.StandardID = id(value, scheme), id(value, scheme), id(value, "0160")
		inv.Payment.CreditTransfers[0].Account, inv.Payment.CreditTransfers[0].ServiceProvider, inv.Payment.DirectDebit.Creditor = value, code, value
		l := inv.Lines[1]
		l.ID, l.Quantity, l.Price.Net, l.Price.BaseQuantity = code, num(number), amount(number), num(number)
		inv.VATBreakdown[0].Rate, inv.Allowances[0].Percentage = num(number), num(number)
		check(t, inv)
	})
}
