package check_test

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/report"
)

// errorsOf are the rules of errors in a document's official layers but the schema's.
func errorsOf(t *testing.T, content []byte) map[string]report.Finding {
	t.Helper()
	doc, err := readDoc(content)
	rep, err := check.Report("", doc, err, check.Options{Profile: check.ProfileEN16931, Layers: officialLayers})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]report.Finding{}
	for _, f := range rep.Findings {
		if f.Severity == report.Error && f.Layer == report.Rules {
			found[f.Rule] = f
		}
	}
	return found
}

// TestConverted converts documents to the other syntax: no rule of the standard is broken there that was not in the source, but for the few that
// one artefact tests and the other does not, or in another way.
func TestConverted(t *testing.T) {
	differ := map[string]string{ // target and rule: why the source's artefact did not say so
		"ubl BR-CO-14":   "a CII invoice without VAT may leave BT-110 out; in UBL it is asked for",
		"ubl BR-CO-15":   "the same: the CII test is content where total and total without VAT are equal",
		"cii-d16b BR-53": "BT-6 equal to BT-5 is refused by the CII test only",
	}
	const want = 500
	done, with := 0, map[string]int{}
	official.Documents(t, func(name string, content []byte) {
		if done >= want && testing.Short() {
			return
		}
		doc, err := readDoc(content)
		if err != nil || doc.Profile != check.ProfileEN16931 {
			return
		}
		schema, to := "ubl-2.1", "cii-d16b"
		if doc.Syntax == "cii" {
			schema, to = to, "ubl"
		}
		if ok, _ := validBy(t, schema, content); !ok {
			return
		}
		var b bytes.Buffer
		if _, err := encoders[to](&b, doc.Invoice); err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		done++
		before := errorsOf(t, content)
		for rule, f := range errorsOf(t, b.Bytes()) {
			if _, ok := before[rule]; ok || !strings.HasPrefix(rule, "BR-") || differ[to+" "+rule] != "" {
				continue
			}
			if with[rule]++; with[rule] <= 3 {
				t.Errorf("%s: as %s it breaks %s: %s (before: %v)", name, to, rule, f.Message.In(report.EN, f.Args...), slices.Sorted(maps.Keys(before)))
			}
		}
	}, official.Real, official.Bases)
	if done < want {
		t.Errorf("only %d documents were converted", done)
	}
	t.Logf("%d documents converted", done)
}
