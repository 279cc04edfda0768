package cii

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

// TestTables compares the compiled table with the rows that it is made from.
func TestTables(t *testing.T) {
	inv, err := bind.Compile("cii", xmltree.Name{Space: nsMessage, Local: "CrossIndustryInvoice"}, prefixes, rows, binding.Schema("cii-d16b"))
	if err != nil {
		t.Fatal(err)
	}
	inv.Format102 = true
	want, err := binding.Source("cii", binding.Var{Name: "invoice", Table: inv})
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
