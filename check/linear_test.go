package check_test

import (
	"io"
	"math"
	"runtime"
	"testing"
	"time"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/sample"
)

// linear measures work on ten times as much: the least time of three on each side, again where it is more than the factor that it should be. Ten times as much work is a
// factor of 10, quadratic work one of 100; a busy machine lies between.
func linear(t *testing.T, name string, should float64, small, large func() time.Duration) {
	t.Helper()
	least := func(work func() time.Duration) time.Duration {
		best := time.Duration(math.MaxInt64)
		for range 3 {
			runtime.GC()
			best = min(best, work())
		}
		return best
	}
	factor := math.Inf(1)
	for try := 0; try < 3 && factor > should; try++ {
		a, b := least(small), least(large)
		factor = min(factor, float64(b)/float64(a))
		t.Logf("%s: %v, ten times as much %v: factor %.1f", name, a, b, float64(b)/float64(a))
	}
	if factor > 30 {
		t.Errorf("%s: ten times as much takes %.1f times the time", name, factor)
	}
}

// TestEncodeLinear encodes 100,000 lines in at most twelve times the time of 10,000.
func TestEncodeLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	for name, make := range map[string]func(int) string{"ubl": sample.UBL, "cii": sample.CII} {
		work := func(lines int) func() time.Duration {
			inv := decode(t, make(lines))
			return func() time.Duration {
				begin := time.Now()
				encode(t, inv)
				return time.Since(begin)
			}
		}
		linear(t, "encode "+name, 12, work(10_000), work(100_000))
	}
}

// TestPatchLinear does the same for Patch, which sorts and looks up a little more, with changes on every line, and lines that go, come and change places.
func TestPatchLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	for name, make := range map[string]func(int) string{"ubl": sample.UBL, "cii": sample.CII} {
		work := func(lines int) func() time.Duration {
			inv := decode(t, make(lines))
			kept := inv.Lines[:0:0]
			for i, l := range inv.Lines {
				switch {
				case i%10 == 0: // goes
				case i%10 == 1:
					kept = append(kept, l, &en16931.Line{ID: l.ID + "a", Item: l.Item})
				case i%10 == 2 && len(kept) > 1:
					kept = append(kept, l)
					kept[len(kept)-1], kept[0] = kept[0], kept[len(kept)-1]
				default:
					l.Note, l.NetAmount.Decimal = "a note", en16931.NewDecimal(int64(i), 2)
					kept = append(kept, l)
				}
			}
			inv.Lines = kept
			return func() time.Duration {
				begin := time.Now()
				if err := inv.Patch(io.Discard); err != nil {
					t.Fatal(err)
				}
				return time.Since(begin)
			}
		}
		linear(t, "patch "+name, 16, work(1_000), work(10_000))
	}
}
