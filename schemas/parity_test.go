//go:build cgo && libxml2

package schemas

import (
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// tally counts what a comparison of the engines shows.
type tally struct {
	total, invalid, sameLine, sameAsTree, shown int
	explained                                   map[string]int
	lines                                       int // differences of line shown
	single, one, several                        int // invalid documents with one mistake, with one finding, and those shown with more
}

// compare asks both engines about a document.
func (c *tally) compare(t *testing.T, s *Schema, engine *Second, what, doc string, single bool) {
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		return
	}
	ours := s.Validate(tree, 0)
	theirs, err := engine.Validate(tree)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	c.total++
	if ours.Valid() != theirs.Valid {
		if name := explain(tree, ours, theirs); name != "" {
			if c.explained == nil {
				c.explained = map[string]int{}
			}
			c.explained[name]++
		} else if c.shown++; c.shown <= 25 {
			t.Errorf("%s: %s: we say %v, libxml2 %v: %s", s.Name(), what, ours.Valid(), theirs.Valid, firstWords(ours, theirs))
		}
		return
	}
	if theirs.Valid {
		return
	}
	streamed, err := engine.Stream(tree)
	if err != nil {
		t.Errorf("%s: %v", what, err)
		return
	}
	c.invalid++
	if firstLine(theirs) == ours.Findings[0].Line {
		c.sameAsTree++
	}
	if single {
		c.single++
		if len(ours.Findings) == 1 {
			c.one++
		} else if c.several++; c.several <= 20 && testing.Verbose() {
			t.Logf("%s: %s: %d findings: %s / %s", s.Name(), what, len(ours.Findings), words(ours.Findings[0]), words(ours.Findings[1]))
		}
	}
	if streamed.Valid || firstLine(streamed) == ours.Findings[0].Line { // a repeated xs:ID, which a stream does not notice
		c.sameLine++
	} else if c.lines++; c.lines <= 25 && testing.Verbose() {
		t.Logf("%s: %s: line %d, libxml2 %d: %s", s.Name(), what, ours.Findings[0].Line, firstLine(streamed), firstWords(ours, streamed))
	}
}

func (c *tally) report(t *testing.T) {
	share := func(n int) float64 { return 100 * float64(n) / float64(max(c.invalid, 1)) }
	t.Logf("%d documents, %d invalid in both; known departures of libxml2: %v; unexplained: %d; first line equal in %.2f %% (libxml2 on a tree: %.2f %%)",
		c.total, c.invalid, c.explained, c.shown, share(c.sameLine), share(c.sameAsTree))
	for _, d := range departures {
		for name, count := range c.explained {
			if strings.Contains(name, d.name) {
				t.Logf("%d × %s: %s", count, d.name, d.reason)
			}
		}
	}
	t.Logf("one mistake gives one finding in %.2f %% of %d", 100*float64(c.one)/float64(max(c.single, 1)), c.single)
	if c.one*10 < c.single*9 {
		t.Errorf("one mistake gives one finding in %d of %d only", c.one, c.single)
	}
	if share(c.sameLine) < 95 {
		t.Errorf("the first line agrees in %.2f %% only", share(c.sameLine))
	}
}

// TestConstraintParity asks libxml2 about every systematic mutant.
func TestConstraintParity(t *testing.T) {
	engines := second(t)
	var c tally
	for _, s := range All() {
		forEachMutant(t, s, func(m mutant, doc string) { c.compare(t, s, engines[s.Name()], m.what, doc, true) })
	}
	c.report(t)
}

// TestRandomParity asks both engines about mutants of real documents. FX_SEED repeats a run, FX_MUTANTS sets
// their number.
func TestRandomParity(t *testing.T) {
	engines := second(t)
	seed := uint64(time.Now().UnixNano())
	if s, err := strconv.ParseUint(os.Getenv("FX_SEED"), 10, 64); err == nil {
		seed = s
	}
	count := 100_000
	if n, err := strconv.Atoi(os.Getenv("FX_MUTANTS")); err == nil {
		count = n
	} else if thinned() {
		count = 5_000
	}
	t.Logf("FX_SEED=%d", seed)
	rng := rand.New(rand.NewPCG(seed, seed))
	bases := validBases(t)
	var c tally
	for c.total < count {
		b := bases[rng.IntN(len(bases))]
		doc, what, steps := b.doc, b.file, 1+rng.IntN(4)/3
		for range steps {
			tree, err := xmltree.Parse(doc, xmltree.Limits{})
			if err != nil {
				break
			}
			var how string
			doc, how = disturb(rng, b.schema, tree)
			what += ", " + how
		}
		single := steps == 1 && !strings.Contains(what, ", exchange ") && !strings.Contains(what, ", replace ")
		c.compare(t, b.schema, engines[b.schema.Name()], what, doc, single)
	}
	c.report(t)
}
