//go:build cgo && libxml2

package schemas

import (
	"os"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// second opens libxml2's schema sets by name, or skips the test.
func second(t testing.TB) map[string]*Second {
	standards := os.Getenv("FX_STANDARDS")
	if standards == "" {
		t.Skip("FX_STANDARDS does not name the folder of the official schemas")
	}
	out := map[string]*Second{}
	for _, s := range All() {
		e, err := OpenSecond(s, standards)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(e.Close)
		out[s.Name()] = e
	}
	return out
}

// TestConformanceParity compares the two engines on every document of the conformance set: the verdict, and
// the line of the first finding.
func TestConformanceParity(t *testing.T) {
	engines := second(t)
	byFile := conformance(t)
	var total, invalid, sameLine, sameAsTree, differ, shown int
	documents(t, byFile, func(file string, data []byte) {
		tree, err := xmltree.Parse(string(data), xmltree.Limits{})
		if err != nil {
			return
		}
		done := map[string]bool{}
		for _, v := range byFile[file] {
			name := schemaOf[v.Artefact]
			if done[name] {
				continue
			}
			done[name] = true
			s, _ := ByName(name)
			ours := s.Validate(tree, 0)
			theirs, err := engines[name].Validate(tree)
			if err != nil {
				t.Errorf("%s: %s: %v", file, name, err)
				continue
			}
			total++
			if ours.Valid() != theirs.Valid {
				differ++
				if explain(tree, ours, theirs) != "" {
					continue
				}
				t.Errorf("%s: %s: we say %v, libxml2 %v: %s", file, name, ours.Valid(), theirs.Valid, firstWords(ours, theirs))
				continue
			}
			if theirs.Valid {
				continue
			}
			streamed, err := engines[name].Stream(tree)
			if err != nil || streamed.Valid {
				t.Errorf("%s: %s: libxml2 contradicts itself: %v", file, name, err)
				continue
			}
			invalid++
			if firstLine(theirs) == ours.Findings[0].Line {
				sameAsTree++
			}
			if firstLine(streamed) == ours.Findings[0].Line {
				sameLine++
			} else if shown++; shown < 30 {
				t.Logf("%s: %s: line %d, libxml2 %d: %s", file, name, ours.Findings[0].Line, firstLine(streamed), firstWords(ours, streamed))
			}
		}
	})
	t.Logf("%d documents and schemas, %d invalid, verdict differs in %d; first line equal in %.2f %% (libxml2 on a tree: %.2f %%)",
		total, invalid, differ, 100*float64(sameLine)/float64(invalid), 100*float64(sameAsTree)/float64(invalid))
	if float64(sameLine) < 0.95*float64(invalid) {
		t.Errorf("the first line agrees in %d of %d only", sameLine, invalid)
	}
}

// firstLine is the least line that libxml2 complains about.
func firstLine(o Opinion) int {
	line := o.Errors[0].Line
	for _, e := range o.Errors {
		line = min(line, e.Line)
	}
	return line
}

func firstWords(ours Validation, theirs Opinion) string {
	var text string
	if len(ours.Findings) > 0 {
		f := ours.Findings[0]
		text = f.Message.In(report.EN, f.Args...)
	}
	if len(theirs.Errors) > 0 {
		text += " / " + theirs.Errors[0].Message
	}
	return text
}
