package bench

import (
	"fmt"
	"math"
	"runtime"
	"slices"
	"testing"
	"time"
)

// contender is one way to go through some documents.
type contender struct {
	name    string
	promise float64 // how many times the first contender's time it takes at least, as fx promises; 0 where fx promises nothing
	run     func(passes int) (cost, error)
}

// result is what a race found out about a contender: medians over the rounds.
type result struct {
	contender
	pass  cost // of a pass over the documents
	ratio cost // of a round's cost to that of the first contender in the same round
}

// A promise counts as broken below margin of it, and only when it was so in three races: the machines that tests run on have other work to
// do, which hits the contenders unequally.
const margin, races = 0.75, 3

// least is the ratio that counts for a promise. Other work on the machine hits a JVM with its many threads harder than fx, so the clock alone would
// flatter.
func (r result) least() float64 {
	if r.ratio.cpu == 0 {
		return r.ratio.wall
	}
	return min(r.ratio.wall, r.ratio.cpu)
}

// broken returns a sentence about a promise that is not kept, "" for one that is.
func (r result) broken() string {
	if r.least() >= margin*r.promise {
		return ""
	}
	return fmt.Sprintf("%s takes only %.1f times as long as fx, which promises %.0f", r.name, r.least(), r.promise)
}

// race lets the contenders run in turn, each for about as long as turn in each round. Where a promise is missed it races again, and keeps each
// contender's best result.
func race(t *testing.T, rounds int, turn time.Duration, contenders []contender) []result {
	t.Helper()
	passes := make([]int, len(contenders))
	for i, c := range contenders {
		passes[i] = max(1, int(float64(turn)/max(1, turnOf(t, c, 1).wall)))
	}
	best := make([]result, len(contenders))
	for try := range races {
		if try > 0 {
			t.Log("a promise was missed: once more")
		}
		laps := make([][]cost, len(contenders)) // by contender and round: the cost of a pass
		for range rounds {
			for i, c := range contenders {
				laps[i] = append(laps[i], turnOf(t, c, passes[i]).over(cost{float64(passes[i]), float64(passes[i])}))
			}
		}
		kept := true
		for i, c := range contenders {
			ratios := make([]cost, rounds)
			for round := range ratios {
				ratios[round] = laps[i][round].over(laps[0][round])
			}
			if r := (result{c, median(laps[i]), median(ratios)}); r.least() > best[i].least() {
				best[i] = r
			}
			kept = kept && best[i].least() >= c.promise
		}
		if kept {
			break
		}
	}
	return best
}

// turnOf runs a contender, without the rubbish of the one before.
func turnOf(t *testing.T, c contender, passes int) cost {
	t.Helper()
	runtime.GC()
	spent, err := c.run(passes)
	if err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	return spent
}

// over divides a cost, each part by its own; a part that is not known on both sides is not known.
func (c cost) over(by cost) cost {
	quotient := func(a, b float64) float64 {
		if q := a / b; !math.IsNaN(q) && !math.IsInf(q, 0) {
			return q
		}
		return 0
	}
	return cost{quotient(c.wall, by.wall), quotient(c.cpu, by.cpu)}
}

// median returns the medians of both parts, each for itself.
func median(costs []cost) cost {
	part := func(of func(cost) float64) float64 {
		var all []float64
		for _, c := range costs {
			all = append(all, of(c))
		}
		slices.Sort(all)
		return all[len(all)/2]
	}
	return cost{part(func(c cost) float64 { return c.wall }), part(func(c cost) float64 { return c.cpu })}
}

func TestRace(t *testing.T) {
	always := func(wall, cpu float64) func(int) (cost, error) {
		return func(passes int) (cost, error) { return cost{float64(passes) * wall, float64(passes) * cpu}, nil }
	}
	const ms = 1e6
	for _, c := range []struct {
		name      string
		wall, cpu float64 // of the other contender; fx takes 1 ms, and half of it a processor
		promise   float64
		ratio     cost
		broken    bool
	}{
		{"kept", 7 * ms, 4 * ms, 6, cost{7, 8}, false},
		{"missed within the margin", 5 * ms, 4 * ms, 6, cost{5, 8}, false},
		{"broken", 4 * ms, 4 * ms, 6, cost{4, 8}, true},
		{"kept by the clock alone", 7 * ms, 2 * ms, 6, cost{7, 4}, true},
		{"processors not known", 7 * ms, 0, 6, cost{7, 0}, false},
		{"none given", ms / 2, ms / 4, 0, cost{0.5, 0.5}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := race(t, 3, 20*time.Millisecond, []contender{{"fx", 0, always(ms, ms/2)}, {"other", c.promise, always(c.wall, c.cpu)}})
			if want := (cost{1, 1}); got[0].ratio != want {
				t.Errorf("fx: ratio %v", got[0].ratio)
			}
			if want := (cost{c.wall, c.cpu}); got[1].ratio != c.ratio || got[1].pass != want {
				t.Errorf("other: ratio %v, pass %v", got[1].ratio, got[1].pass)
			}
			if (got[1].broken() != "") != c.broken {
				t.Errorf("broken: %q", got[1].broken())
			}
		})
	}
}
