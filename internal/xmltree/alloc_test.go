package xmltree

import (
	"runtime"
	"testing"
)

func TestAllocations(t *testing.T) {
	const most = 8
	for _, s := range samples(t) {
		n := testing.AllocsPerRun(50, func() {
			if _, err := Parse(s.doc, Limits{}); err != nil {
				t.Fatal(err)
			}
		})
		if n > most {
			t.Errorf("%s: %v allocations, more than %d", s.name, n, most)
		} else {
			t.Logf("%s: %v allocations", s.name, n)
		}
	}
}

// TestLiveHeap wants a tree, with its list of names, to take no more memory than the document it was
// made from, which it shares.
func TestLiveHeap(t *testing.T) {
	for _, s := range samples(t) {
		trees := make([]*Tree, 200)
		before := liveHeap()
		for i := range trees {
			trees[i] = mustParse(t, s.doc)
			trees[i].Names()
		}
		size := float64(liveHeap()-before) / float64(len(trees))
		runtime.KeepAlive(trees)
		if r := size / float64(len(s.doc)); r > 1 {
			t.Errorf("%s: a tree takes %.2f times the document", s.name, r)
		} else {
			t.Logf("%s: a tree takes %.2f times the document", s.name, r)
		}
	}
}

func liveHeap() int64 {
	runtime.GC()
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
