//go:build cgo && libxml2 && !race

package schemas

import (
	"os"
	"testing"
	"time"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// TestSpeed keeps the promise that reading and checking a document takes at most 0.35 of the time that
// libxml2 takes in its fastest mode, 0.3 for a large one. Rounds of both alternate, the least time of each
// counts. It runs only if asked for, since it needs a quiet machine.
func TestSpeed(t *testing.T) {
	if os.Getenv("FX_SPEED") == "" {
		t.Skip("FX_SPEED is not set")
	}
	engines := second(t)
	for _, sm := range samples(t) {
		s, _ := ByName(sm.schema)
		engine := engines[sm.schema]
		times := 1 + 30_000_000/len(sm.doc)/4
		bar := 0.35
		if sm.name == "Large" {
			bar = 0.30
		}
		ours, walk, theirs := time.Hour, time.Hour, time.Hour
		tree, err := xmltree.Parse(sm.doc, xmltree.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		for range 15 {
			theirs = min(theirs, timed(times, func() {
				if o, err := engine.run(sm.doc, true); err != nil || !o.Valid {
					t.Fatalf("%s: %v %v", sm.name, o, err)
				}
			}))
			ours = min(ours, timed(times, func() {
				tree, _ := xmltree.Parse(sm.doc, xmltree.Limits{})
				if v := s.Validate(tree, 20); !v.Valid() {
					t.Fatal(v)
				}
			}))
			walk = min(walk, timed(times, func() { s.Validate(tree, 20) }))
		}
		ratio := float64(ours) / float64(theirs)
		t.Logf("%-8s %8d bytes: ours %v (walk alone %v), libxml2 %v: %.3f", sm.name, len(sm.doc), ours, walk, theirs, ratio)
		if ratio > bar {
			t.Errorf("%s: %.3f of libxml2's time, more than %.2f", sm.name, ratio, bar)
		}
	}
}

func timed(times int, do func()) time.Duration {
	start := time.Now()
	for range times {
		do()
	}
	return time.Since(start) / time.Duration(times)
}

// BenchmarkLibxml2 is what BenchmarkValidate is to be compared with, in the same run.
func BenchmarkLibxml2(b *testing.B) {
	engines := second(b)
	for _, sm := range samples(b) {
		engine := engines[sm.schema]
		for name, stream := range map[string]bool{"stream": true, "tree": false} {
			b.Run(sm.name+"/"+name, func(b *testing.B) {
				b.SetBytes(int64(len(sm.doc)))
				b.ReportAllocs()
				for range b.N {
					if o, err := engine.run(sm.doc, stream); err != nil || !o.Valid {
						b.Fatal(o, err)
					}
				}
			})
		}
	}
}
