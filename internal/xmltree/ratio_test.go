package xmltree

import (
	"slices"
	"testing"
	"time"
)

// TestSpeed compares Parse with a pass of the standard library over the tokens of the same
// document. Only the ratio counts, since machines differ and are shared: rounds of both alternate,
// and the median of the rounds' ratios is judged. The aim is 0.06; the limit leaves room for noise,
// and so do three attempts.
func TestSpeed(t *testing.T) {
	if testing.Short() || slowdown > 1 {
		t.Skip("speed is not measured in short mode or with the race detector")
	}
	const most = 0.08
	for _, s := range samples(t) {
		r := speedRatio(t, s.doc)
		for try := 0; try < 2 && r > most; try++ {
			r = min(r, speedRatio(t, s.doc))
		}
		if r > most {
			t.Errorf("%s: Parse takes %.4f of the time of encoding/xml Token, more than %.2f", s.name, r, most)
		} else {
			t.Logf("%s: Parse takes %.4f of the time of encoding/xml Token", s.name, r)
		}
	}
}

// speedRatio returns the median ratio of the times of Parse and of readTokens.
func speedRatio(t *testing.T, doc string) float64 {
	t.Helper()
	parse := func() {
		if _, err := Parse(doc, Limits{}); err != nil {
			t.Fatal(err)
		}
	}
	tokens := func() {
		if err := readTokens(doc); err != nil {
			t.Fatal(err)
		}
	}
	const rounds = 31
	ratios := make([]float64, rounds)
	for i := range ratios {
		fast := took(200, parse) / 200
		slow := took(12, tokens) / 12
		ratios[i] = float64(fast) / float64(slow)
	}
	slices.Sort(ratios)
	return ratios[rounds/2]
}

// took returns the time of n calls.
func took(n int, f func()) time.Duration {
	start := time.Now()
	for range n {
		f()
	}
	return time.Since(start)
}
