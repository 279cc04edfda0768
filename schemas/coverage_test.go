package schemas

import (
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// TestEveryConstraint makes documents from the tables, one for each type with few and one with all of its
// attributes and children, and breaks one constraint after another. Each must be noticed, and nothing else.
func TestEveryConstraint(t *testing.T) {
	single, one, two := 0, 0, 0
	for _, s := range All() {
		t.Run(s.Name(), func(t *testing.T) {
			made, broken := 0, map[string]bool{}
			forEachMutant(t, s, func(m mutant, doc string) {
				made++
				v := validateText(t, s, doc)
				switch {
				case m.want == valid && !v.Valid():
					f := v.Findings[0]
					t.Errorf("%s: should be valid, but line %d: %s\n%s", m.what, f.Line, f.Message.In(report.EN, f.Args...), doc)
				case m.want == invalid && v.Valid():
					t.Errorf("%s: should be invalid\n%s", m.what, doc)
				}
				if v.Valid() {
					return
				}
				broken[m.aspect] = true
				single++
				if len(v.Findings) == 1 {
					one++
				} else if two++; two < 15 && testing.Verbose() {
					t.Logf("%s: %d findings: %s / %s", m.what, len(v.Findings), words(v.Findings[0]), words(v.Findings[1]))
				}
			})
			t.Logf("%d mutants", made)
			if !thinned() {
				checkCoverage(t, s, broken)
			}
		})
	}
	t.Logf("one mistake gives one finding in %d of %d (%.2f %%)", one, single, 100*float64(one)/float64(single))
	if float64(one) < 0.90*float64(single) {
		t.Errorf("one mistake gives one finding in %d of %d only", one, single)
	}
}

// thinned reports whether a tenth of the types is enough for this run.
func thinned() bool { return testing.Short() || raceEnabled }

func words(f report.Finding) string { return f.Message.In(report.EN, f.Args...) }

// forEachMutant calls do with every systematic mutant of a schema set, after checking that what it was made
// from is valid.
func forEachMutant(t *testing.T, s *Schema, do func(m mutant, doc string)) {
	y := newSynthesizer(s)
	declarations := y.declarations()
	for i, id := range y.order {
		if thinned() && i%10 != 0 {
			continue
		}
		for _, full := range []bool{false, true} {
			y.next = 0
			root, target := y.make(id, full)
			doc := root.document(declarations)
			if v := validateText(t, s, doc); !v.Valid() {
				t.Fatalf("%s: made a document that is not valid: %s\n%s", s.typeName(id), words(v.Findings[0]), doc)
			}
			y.mutate(root, target, func(m mutant) { do(m, root.document(declarations)) })
		}
	}
}

func validateText(t testing.TB, s *Schema, doc string) Validation {
	t.Helper()
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatalf("%v\n%s", err, doc)
	}
	return s.Validate(tree, 0)
}

// checkCoverage fails if some kind of constraint that a schema has was never broken.
func checkCoverage(t *testing.T, s *Schema, broken map[string]bool) {
	y := newSynthesizer(s)
	for _, id := range y.order {
		ty := s.typ(id)
		if ty.auto == nil {
			for i, p := range ty.model {
				need(t, broken, p.min > 0, "min of "+p.name.String())
				need(t, broken, p.max != many, "max of "+p.name.String())
				need(t, broken, i > 0, "order of "+p.name.String())
			}
		}
		if ty.facets != nil {
			need(t, broken, ty.facets.minLength > 0, "minLength")
			need(t, broken, ty.facets.hasMax, "maxLength")
			need(t, broken, ty.facets.enum != nil, "enumeration")
		}
		if ty.attrs == nil {
			continue
		}
		for _, a := range ty.attrs.list {
			name := nameLocal[a.name]
			need(t, broken, a.required, "use of "+name)
			need(t, broken, len(badValues[s.typ(a.typ).value]) > 0, "type of "+name)
			need(t, broken, a.isFixed, "fixed "+name)
		}
	}
	for _, aspect := range []string{"attribute", "text", "value", "type", "nil"} {
		need(t, broken, true, aspect)
	}
}

func need(t *testing.T, broken map[string]bool, has bool, aspect string) {
	t.Helper()
	if has && !broken[aspect] {
		t.Errorf("no mutant breaks the %s", strings.TrimSpace(aspect))
		broken[aspect] = true
	}
}
