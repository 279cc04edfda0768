package xmltree

import (
	"hash/maphash"
	"runtime/debug"
	"testing"
	"time"
)

func TestYY(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(2000))
	s := samples(t)[0]
	one := func(name string, f func()) {
		best := time.Hour
		for range 300 {
			best = min(best, took(30, f))
		}
		t.Logf("%-20s %6.2f µs", name, float64(best)/30e3)
	}
	one("full", func() { Parse(s.doc, Limits{}) })
	one("decode", func() { t := &Tree{}; t.decode(s.doc) })
	one("seed", func() { maphash.MakeSeed() })
	one("setup", func() {
		var p parser
		p.doc, p.lim, p.seed = s.doc, Limits{}.filled(), maphash.MakeSeed()
		p.epoch, p.epochs = 1, 1
		room := &scratch{}
		p.index = room.index[:]
		p.names = room.names[:0]
		p.scopes, p.inScope = room.scopes[:0], room.inScope[:0]
		p.attrNames = room.attrNames[:0]
		p.reserve()
		if len(p.doc) < 5 {
			p.document(0)
		}
	})
	one("reserve", func() {
		var p parser
		p.doc = s.doc
		p.reserve()
		if len(p.doc) < 5 {
			p.document(0)
		}
	})
	tr, _ := Parse(s.doc, Limits{})
	one("scanName", func() {
		for i := range tr.nodes {
			scanName(s.doc, int(tr.nodes[i].start)+1)
		}
	})
}
