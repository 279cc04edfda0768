package check_test

import (
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"math"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/internal/sample"
	"github.com/fxinvoice/fx/report"
)

// official are the layers that the official artefacts are.
var officialLayers = []report.LayerID{report.Read, report.XSD, report.Rules}

// wholeCheck runs the layers over a document, which must be valid.
func wholeCheck(tb testing.TB, doc string) {
	rep, err := check.Reader(context.Background(), "", strings.NewReader(doc), int64(len(doc)), check.Options{Profile: check.ProfileEN16931, Layers: officialLayers})
	if err != nil {
		tb.Fatal(err)
	}
	if rep.Verdict() != report.Valid {
		tb.Fatalf("%s: %+v", rep.Verdict(), rep.Findings)
	}
}

// tokenPass is the reference: one pass of encoding/xml.
func tokenPass(tb testing.TB, doc string) {
	in := xml.NewDecoder(strings.NewReader(doc))
	for {
		if _, err := in.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			tb.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for syntax, lines := range map[string]func(int) string{"ubl": sample.UBL, "cii": sample.CII} {
		for _, n := range []int{1, 10, 1_000, 100_000} {
			doc := lines(n)
			b.Run(fmt.Sprintf("%s/%d", syntax, n), func(b *testing.B) {
				b.SetBytes(int64(len(doc)))
				b.ReportAllocs()
				for b.Loop() {
					wholeCheck(b, doc)
				}
			})
		}
	}
}

func BenchmarkToken(b *testing.B) {
	for _, d := range documents {
		b.Run(d.name, func(b *testing.B) {
			b.SetBytes(int64(len(d.doc)))
			for b.Loop() {
				tokenPass(b, d.doc)
			}
		})
	}
}

// TestCheckSpeed compares a whole check, tree, schema and rules, with one pass of encoding/xml over the same document: at most 0.6 of its time, and
// a third more where the machine is noisy.
func TestCheckSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	const most = 0.8
	for _, d := range documents {
		ratio := medianRatio(0.6, func() { wholeCheck(t, d.doc) }, func() { tokenPass(t, d.doc) })
		t.Logf("%s: a check of %d bytes takes %.2f of a pass of encoding/xml", d.name, len(d.doc), ratio)
		if ratio > most {
			t.Errorf("%s: a check takes %.2f of a pass of encoding/xml", d.name, ratio)
		}
	}
}

// TestCheckLinear checks ten times as many lines in about ten times the time.
func TestCheckLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	for syntax, lines := range map[string]func(int) string{"ubl": sample.UBL, "cii": sample.CII} {
		small, large := lines(10_000), lines(100_000)
		best := func(doc string) time.Duration {
			least := time.Duration(1 << 62)
			for range 3 {
				runtime.GC()
				begin := time.Now()
				wholeCheck(t, doc)
				least = min(least, time.Since(begin))
			}
			return least
		}
		factor := math.Inf(1)
		for try := 0; try < 3 && factor > 11; try++ {
			a, b := best(small), best(large)
			factor = min(factor, float64(b)/float64(a))
			t.Logf("%s: 10,000 lines in %v, 100,000 in %v: factor %.1f", syntax, a, b, factor)
		}
		if factor > 30 { // ten times as much work is a factor of 10, quadratic work one of 100; a busy machine lies between
			t.Errorf("%s: 100,000 lines take %.1f times the time of 10,000", syntax, factor)
		}
	}
}
