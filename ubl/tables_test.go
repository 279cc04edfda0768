package ubl

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"github.com/fxinvoice/fx/internal/bind"
	"github.com/fxinvoice/fx/internal/gen/binding"
	"github.com/fxinvoice/fx/internal/xmltree"
)

//go:generate go test -run TestTables -update

var update = flag.Bool("update", false, "write what the tests compare with")

// TestTables compares the compiled tables with the rows that they are made from.
func TestTables(t *testing.T) {
	inv, err := bind.Compile("ubl", xmltree.Name{Space: nsInvoice, Local: "Invoice"}, prefixes, rows, binding.Schema("ubl-2.1"))
	if err != nil {
		t.Fatal(err)
	}
	cn, err := bind.Compile("ubl", xmltree.Name{Space: nsCreditNote, Local: "CreditNote"}, prefixes, creditNoteRows(), binding.Schema("ubl-2.1"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := binding.Source("ubl", binding.Var{Name: "invoice", Table: inv}, binding.Var{Name: "creditNote", Table: cn})
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("tables_gen.go", want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	have, err := os.ReadFile("tables_gen.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(have, want) {
		t.Error("tables_gen.go does not fit binding.go: run go generate ./...")
	}
}
