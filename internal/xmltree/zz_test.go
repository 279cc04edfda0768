package xmltree

import (
	"runtime/debug"
	"testing"
	"time"
)

func TestZZ(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(2000))
	for _, s := range samples(t) {
		best, bt := time.Hour, time.Hour
		for range 300 {
			best = min(best, took(30, func() { Parse(s.doc, Limits{}) }))
			bt = min(bt, took(3, func() { readTokens(s.doc) }))
		}
		t.Logf("%-28s %6.2f µs tokens %6.1f µs ratio %.4f", s.name, float64(best)/30e3, float64(bt)/3e3, float64(best)/30/(float64(bt)/3))
	}
}
