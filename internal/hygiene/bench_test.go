package hygiene_test

import (
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/hygiene"
	"github.com/fxinvoice/fx/internal/sample"
	"github.com/fxinvoice/fx/report"
)

// samples are of about 16 KB with so many lines.
var samples = []struct {
	name  string
	write func(lines int) string
	lines int
}{{"ubl", sample.UBL, 14}, {"cii", sample.CII, 6}}

// sound decodes a sample with another company as its buyer: in the sample one sells to itself.
func sound(doc string) *en16931.Invoice {
	inv := decode([]byte(doc))
	inv.Buyer.VATIdentifier = "FR44732829320"
	if legal := &inv.Buyer.LegalRegistration; legal.Scheme == "0009" {
		legal.Value = "73282932000074"
	} else {
		legal.Value = "732829320"
	}
	if inv.Buyer.Identifier.Scheme == "0009" {
		inv.Buyer.Identifier.Value = "73282932000074"
	}
	return inv
}

// look is what a program does.
func look(inv *en16931.Invoice) { hygiene.Check(inv, report.NewCollector(report.DefaultMax)) }

func TestSound(t *testing.T) {
	for _, s := range samples {
		for _, f := range check(t, sound(s.write(s.lines))) {
			t.Errorf("%s: %s", s.name, brief(t, &f))
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	for _, s := range samples {
		for _, lines := range []int{s.lines, 1_000, 100_000} {
			doc := s.write(lines)
			for name, inv := range map[string]*en16931.Invoice{"sound": sound(doc), "doubtful": decode([]byte(doc))} {
				b.Run(fmt.Sprintf("%s/%d/%s", s.name, lines, name), func(b *testing.B) {
					b.ReportAllocs()
					for b.Loop() {
						look(inv)
					}
				})
			}
		}
	}
}

// TestSpeed compares the rules with the reading of the same document: at most 0.05 of its time, and twice that where the machine is noisy.
func TestSpeed(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	const most = 0.1
	for _, s := range samples {
		doc := []byte(s.write(s.lines))
		inv := sound(string(doc))
		ratio := 1.0
		for try := 0; try < 5 && ratio > 0.05; try++ {
			ratio = min(ratio, float64(median(func() { look(inv) }))/float64(median(func() { decode(doc) })))
		}
		t.Logf("%s: the rules take %.3f of the time of reading %d bytes", s.name, ratio, len(doc))
		if ratio > most {
			t.Errorf("%s: the rules take %.3f of the time of reading", s.name, ratio)
		}
	}
}

// median returns the middle time of 51 rounds of 20.
func median(do func()) time.Duration {
	var times []time.Duration
	for range 51 {
		begin := time.Now()
		for range 20 {
			do()
		}
		times = append(times, time.Since(begin))
	}
	slices.Sort(times)
	return times[len(times)/2]
}

// TestLinear gives ten times as many lines, with and without a fault in each, in about ten times the time.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	small, large := sound(sample.CII(10_000)), sound(sample.CII(100_000))
	best := func(inv *en16931.Invoice) time.Duration {
		least := time.Duration(1 << 62)
		for range 5 {
			begin := time.Now()
			look(inv)
			least = min(least, time.Since(begin))
		}
		return least
	}
	for _, c := range []struct {
		name  string
		spoil func(*en16931.Line)
	}{
		{"sound", func(*en16931.Line) {}},
		{"without numbers", func(l *en16931.Line) { l.ID = "x" + l.ID }},
		{"faulty", func(l *en16931.Line) { l.ID, l.Item.SellerID, l.Quantity = " 1", "A\u00a01", num("7") }},
	} {
		for _, l := range slices.Concat(small.Lines, large.Lines) {
			c.spoil(l)
		}
		factor := math.Inf(1)
		for try := 0; try < 3 && factor > 11; try++ {
			a, b := best(small), best(large)
			factor = min(factor, float64(b)/float64(a))
			t.Logf("%s: 10,000 lines in %v, 100,000 in %v: factor %.1f", c.name, a, b, factor)
		}
		if factor > 40 { // quadratic work would be a factor of 100; a busy machine, and lines that leave its caches, lie between
			t.Errorf("%s: 100,000 lines take %.1f times the time of 10,000", c.name, factor)
		}
	}
}
