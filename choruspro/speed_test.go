package choruspro_test

import (
	"testing"
	"time"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/internal/sample"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/schemas"
	"github.com/fxinvoice/fx/ubl"
)

// samples are invoices of 15 to 20 KB.
var samples = []struct {
	name string
	make func(lines int) string
	n    int
}{{"ubl", sample.UBL, 14}, {"cii", sample.CII, 6}}

func chorus(tree *xmltree.Tree) {
	choruspro.Check(choruspro.Document{Tree: tree}, choruspro.Options{AsOf: asOf}, report.NewCollector(report.DefaultMax))
}

// rest is a check without Chorus Pro: reading, decoding, the schema, the official rules.
func rest(tb testing.TB, doc string) {
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	table, schema := ubl.Rules(), "ubl-2.1"
	if _, ok := ubl.DecodeTree(tree); !ok {
		table, schema = cii.Rules(), "cii-d16b"
		cii.DecodeTree(tree)
	}
	xsd, ok := schemas.ByName(schema)
	if !ok {
		tb.Fatalf("no schema %s", schema)
	}
	xsd.Validate(tree, report.DefaultMax)
	shape.Run(table, tree, shape.Options{}, report.NewCollector(report.DefaultMax))
}

// best is the least time of several runs.
func best(runs, times int, f func()) time.Duration {
	least := time.Hour
	for range runs {
		start := time.Now()
		for range times {
			f()
		}
		least = min(least, time.Since(start)/time.Duration(times))
	}
	return least
}

// TestShare: the layer costs at most a tenth of the rest of a check.
func TestShare(t *testing.T) {
	if testing.Short() || race {
		t.Skip("measures time")
	}
	for _, s := range samples {
		doc := s.make(s.n)
		tree := parse(t, doc)
		ratio := 1.0
		for range 5 { // the machine may be busy
			one, all := best(5, 50, func() { chorus(tree) }), best(5, 20, func() { rest(t, doc) })
			if r := float64(one) / float64(all); r < ratio {
				ratio = r
				t.Logf("%s, %d bytes: %v of %v, %.3f", s.name, len(doc), one, all, r)
			}
			if ratio <= 0.05 {
				break
			}
		}
		if ratio > 0.1 {
			t.Errorf("%s: %.3f of the rest", s.name, ratio)
		}
	}
}

// TestLinear: a file of 100,000 lines takes no more of the rest of its check than a small one, and nothing near a hundred times what one of a tenth
// of the lines takes. Ten times would be ideal; a file that the processor's caches hold is read faster.
func TestLinear(t *testing.T) {
	if testing.Short() || race {
		t.Skip("measures time")
	}
	for _, s := range samples {
		small, doc := parse(t, s.make(10_000)), s.make(100_000)
		large := parse(t, doc)
		share, growth := 1.0, 100.0
		for range 3 {
			one, ten, all := best(3, 1, func() { chorus(small) }), best(3, 1, func() { chorus(large) }), best(1, 1, func() { rest(t, doc) })
			share, growth = min(share, float64(ten)/float64(all)), min(growth, float64(ten)/float64(one))
			t.Logf("%s: 10,000 lines %v, 100,000 lines %v: %.1f times; of %v, %.3f", s.name, one, ten, float64(ten)/float64(one), all, float64(ten)/float64(all))
			if share <= 0.1 && growth <= 15 {
				break
			}
		}
		if share > 0.1 || growth > 25 {
			t.Errorf("%s: %.3f of the rest, %.1f times as long", s.name, share, growth)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, s := range samples {
		tree := parse(b, s.make(s.n))
		b.Run(s.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				chorus(tree)
			}
		})
	}
}

func BenchmarkDeclared(b *testing.B) {
	for _, s := range samples {
		tree := parse(b, s.make(s.n))
		b.Run(s.name, func(b *testing.B) {
			for b.Loop() {
				choruspro.Declared(tree)
				choruspro.PublicRecipient(tree, nil)
			}
		})
	}
}
