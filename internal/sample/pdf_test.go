package sample

import (
	"bytes"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write testdata/facture.pdf")

// TestFacture compares testdata/facture.pdf with what the invoice beside it makes.
func TestFacture(t *testing.T) {
	invoice, err := os.ReadFile("../../testdata/facture-cii.xml")
	if err != nil {
		t.Fatal(err)
	}
	want := FacturX(invoice, "EN 16931")
	const file = "../../testdata/facture.pdf"
	if *update {
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Error("testdata/facture.pdf is not what facture-cii.xml makes: run go test ./internal/sample -update")
	}
}
