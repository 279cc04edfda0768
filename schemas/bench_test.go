package schemas

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// sample is a document to measure with.
type sample struct {
	name, schema, doc string
}

// samples are a UBL and two CII invoices of 15 to 20 KB and a UBL invoice of 10,000 lines, all valid.
func samples(tb testing.TB) []sample {
	dir := os.Getenv("FX_CONFORMANCE")
	if dir == "" {
		tb.Skip("FX_CONFORMANCE does not name the folder of the conformance documents")
	}
	read := func(file string) string {
		data, err := os.ReadFile(filepath.Join(dir, "real", file))
		if err != nil {
			tb.Fatal(err)
		}
		return string(data)
	}
	ubl := read("en16931/ubl-tc434-example5.xml")
	cii := read("en16931/CII_example4.xml")
	return []sample{
		{"UBL", "ubl-2.1", ubl},
		{"CII", "cii-d16b", grow(cii, "ram:IncludedSupplyChainTradeLineItem", 16_000)},
		{"FacturX", "facturx-en16931", grow(cii, "ram:IncludedSupplyChainTradeLineItem", 16_000)},
		{"Large", "ubl-2.1", manyLines(read("en16931/ubl-tc434-example2.xml"), "cac:InvoiceLine", 10_000)},
	}
}

// grow repeats the first line item until the document has a size.
func grow(doc, element string, size int) string {
	start := strings.Index(doc, "<"+element+">")
	end := strings.Index(doc, "</"+element+">") + len("</"+element+">")
	for len(doc) < size {
		doc = doc[:end] + "\n" + doc[start:end] + doc[end:]
	}
	return doc
}

// manyLines replaces the line items by copies of the first.
func manyLines(doc, element string, lines int) string {
	start := strings.Index(doc, "<"+element+">")
	end := strings.Index(doc, "</"+element+">") + len("</"+element+">")
	return doc[:start] + strings.Repeat(doc[start:end]+"\n", lines) + doc[strings.LastIndex(doc, "</"+element+">")+len("</"+element+">"):]
}

func TestAllocations(t *testing.T) {
	for _, sm := range samples(t) {
		s, _ := ByName(sm.schema)
		tree, err := xmltree.Parse(sm.doc, xmltree.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		if v := s.Validate(tree, 0); !v.Valid() {
			t.Fatalf("%s is not valid: %s", sm.name, words(v.Findings[0]))
		}
		allocs := testing.AllocsPerRun(20, func() { s.Validate(tree, 20) })
		t.Logf("%s: %d bytes, %v allocations beyond the tree", sm.name, len(sm.doc), allocs)
		if allocs > 2 {
			t.Errorf("%s: %v allocations", sm.name, allocs)
		}
	}
}

func BenchmarkValidate(b *testing.B) {
	for _, sm := range samples(b) {
		s, _ := ByName(sm.schema)
		tree, err := xmltree.Parse(sm.doc, xmltree.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("%s/walk", sm.name), func(b *testing.B) {
			b.SetBytes(int64(len(sm.doc)))
			b.ReportAllocs()
			for range b.N {
				s.Validate(tree, 20)
			}
		})
		b.Run(fmt.Sprintf("%s/parse+walk", sm.name), func(b *testing.B) {
			b.SetBytes(int64(len(sm.doc)))
			b.ReportAllocs()
			for range b.N {
				tree, _ := xmltree.Parse(sm.doc, xmltree.Limits{})
				s.Validate(tree, 20)
			}
		})
	}
}
