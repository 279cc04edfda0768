package facturx_test

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"runtime"
	"sort"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/sample"
)

// large has 330,000 objects in 50 MB, and an invoice.
func large() []byte {
	b := newBuilder()
	b.metadata("factur-x.xml")
	for range 330_000 - 10 {
		b.object(b.next(), "<</Type/Annot/Subtype/Link/Rect[56.69 785.2 240.94 799.37]/Border[0 0 0]/F 4/A<</S/URI/URI(https://invoice.example/line)>>>>")
	}
	b.attach("factur-x.xml", []byte(sample.CII(6)))
	return b.done("")
}

// ordinary100KB is of the size and the make of a usual invoice: some fonts, a picture, a page, a tree of structure, the invoice.
func ordinary100KB() []byte {
	b := newBuilder()
	b.metadata("factur-x.xml")
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range []int{30_000, 25_000, 20_000, 10_000} {
		data := make([]byte, size)
		for i := range data {
			data[i] = byte(r.IntN(256))
		}
		b.stream(b.next(), "/Length1 100/Filter/FlateDecode", data)
	}
	for range 60 {
		b.object(b.next(), "<</Type/StructElem/S/P/P 2 0 R/K[1 2 3]/A<</O/Layout/Placement/Block>>>>")
	}
	b.attach("factur-x.xml", []byte(sample.CII(6)))
	return b.done("")
}

func extract(tb testing.TB, data []byte) {
	a, err := facturx.Extract(context.Background(), bytes.NewReader(data), int64(len(data)), facturx.Limits{})
	if err != nil {
		tb.Fatal(err)
	}
	if content, err := a.Content(); err != nil || len(content) < 10_000 {
		tb.Fatalf("%d bytes, %v", len(content), err)
	}
}

// reference lets pdfcpu read a file. It does not even look for the invoice.
func reference(tb testing.TB, data []byte) {
	conf := &model.Configuration{Reader15: true, ValidationMode: model.ValidationRelaxed, Limits: model.DefaultResourceLimits(), Offline: true}
	if _, err := pdfcpu.ReadWithContext(context.Background(), bytes.NewReader(data), conf); err != nil {
		tb.Fatal(err)
	}
}

// TestExtractSpeed compares extraction with pdfcpu's reading in one process: at most 0.04 of it for a large file, 0.3 for an ordinary one, and
// half as much again where the machine is noisy.
func TestExtractSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	for _, c := range []struct {
		name         string
		data         []byte
		most         float64
		rounds, each int
	}{
		{"50 MB, 330,000 objects", large(), 0.06, 1, 1},
		{"100 KB", ordinary100KB(), 0.45, 21, 40},
	} {
		ratio := medianRatio(c.most, c.rounds, c.each, func() { extract(t, c.data) }, func() { reference(t, c.data) })
		t.Logf("%s (%d KB): extraction takes %.4f of pdfcpu's reading", c.name, len(c.data)>>10, ratio)
		if ratio > c.most {
			t.Errorf("%s: extraction takes %.4f of pdfcpu's reading", c.name, ratio)
		}
	}
}

// medianRatio runs a and b in turn and returns the median of the ratios of their times. A result above most is measured again, twice at most:
// other work on the machine makes ratios worse, never better.
func medianRatio(most float64, rounds, each int, a, b func()) float64 {
	elapsed := func(f func()) float64 {
		begin := time.Now()
		for range each {
			f()
		}
		return float64(time.Since(begin))
	}
	least := math.Inf(1)
	for try := 0; try < 3 && least > most; try++ {
		ratios := make([]float64, rounds)
		for i := range ratios {
			ratios[i] = elapsed(a) / elapsed(b)
		}
		sort.Float64s(ratios)
		least = min(least, ratios[rounds/2])
	}
	return least
}

// TestExtractMemory takes an invoice of 16 KB out of 50 MB: what is allocated depends on what is asked for.
func TestExtractMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("memory is not measured with -short")
	}
	for name, data := range map[string][]byte{"50 MB": large(), "100 KB": ordinary100KB()} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		extract(t, data)
		runtime.ReadMemStats(&after)
		allocated := (after.TotalAlloc - before.TotalAlloc) >> 10
		t.Logf("%s: %d KB are allocated in %d pieces", name, allocated, after.Mallocs-before.Mallocs)
		if allocated > 400 {
			t.Errorf("%s: %d KB are allocated", name, allocated)
		}
	}
}

func BenchmarkExtract(b *testing.B) {
	for name, data := range map[string][]byte{"large": large(), "ordinary": ordinary100KB()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				extract(b, data)
			}
		})
	}
}

func BenchmarkPdfcpu(b *testing.B) {
	for name, data := range map[string][]byte{"large": large(), "ordinary": ordinary100KB()} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				reference(b, data)
			}
		})
	}
}
