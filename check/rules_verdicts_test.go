package check_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// tally counts, for a rule of an artefact, the documents in which it should have fired and did, did not, or did and should not.
type tally struct {
	both, missed, extra       int
	missedDoc, extraDoc       string
	missedInvalid, extraInval int // of them in documents that the schema refuses
}

// TestVerdicts compares, rule by rule, what fires in every document with what the official artefacts say.
func TestVerdicts(t *testing.T) {
	tables := map[string]*shape.Table{"en16931-ubl": ubl.Rules(), "en16931-cii": cii.Rules()}
	for _, table := range cii.FacturXRules() {
		tables[table.Artefact] = table
	}
	expected := map[string][]official.Verdict{}
	for _, v := range official.Verdicts(t) {
		if tables[v.Artefact] != nil {
			expected[v.File] = append(expected[v.File], v)
		}
	}
	rules := map[string]map[string]*tally{}
	type score struct{ docs, errs, warns, stopped, stops int }
	scores := map[string]*score{}
	bad := map[string]bool{} // findings that are not as they should be, each fault once
	official.Documents(t, func(name string, content []byte) {
		verdicts := expected[name]
		if len(verdicts) == 0 {
			return
		}
		tree, err := xmltree.Parse(string(content), xmltree.Limits{})
		if err != nil {
			return
		}
		for _, v := range verdicts {
			table := tables[v.Artefact]
			found := report.NewCollector(1)
			shape.Run(table, tree, shape.Options{}, found)
			var r report.Report
			found.Into(&r)
			for id, fired := range v.Fired {
				if strings.HasPrefix(id, "NOID-") { // reports without an ID: one of ours for all
					v.Fired["FX-NOT-USED"] = fired
					delete(v.Fired, id)
				}
			}
			have := map[string]report.Severity{}
			stopped := false
			for _, f := range r.Findings {
				if err := f.Validate(); err != nil && !bad[f.Rule+err.Error()] {
					bad[f.Rule+err.Error()] = true
					t.Errorf("%s: %v", name, err)
				}
				if strings.HasPrefix(f.Rule, "RD-") {
					stopped = true
					continue
				}
				have[f.Rule] = f.Severity
			}
			sc := scores[v.Artefact]
			if sc == nil {
				sc = &score{}
				scores[v.Artefact] = sc
			}
			if v.Error != nil {
				sc.stops++
				if stopped {
					sc.stopped++
				} else {
					t.Errorf("%s %s: the artefact stops: %s", v.Artefact, name, *v.Error)
				}
				continue
			}
			if stopped {
				t.Errorf("%s %s: the artefact does not stop", v.Artefact, name)
			}
			valid := v.XSD != nil && v.XSD.Valid
			per := rules[v.Artefact]
			if per == nil {
				per = map[string]*tally{}
				rules[v.Artefact] = per
			}
			errs, warns := true, true
			for id := range have {
				if _, ok := v.Fired[id]; !ok && v.Disputed[id] == nil {
					l := of(per, id)
					l.extra++
					l.extraDoc = name
					if !valid {
						l.extraInval++
					}
					if have[id] == report.Error {
						errs = false
					} else {
						warns = false
					}
				}
			}
			for id, f := range v.Fired {
				if v.Disputed[id] != nil {
					continue
				}
				if _, ok := have[id]; ok {
					of(per, id).both++
					continue
				}
				l := of(per, id)
				l.missed++
				l.missedDoc = name
				if !valid {
					l.missedInvalid++
				}
				if f.Flag == "warning" {
					warns = false
				} else {
					errs = false
				}
			}
			if valid {
				sc.docs++
				if errs {
					sc.errs++
				}
				if warns {
					sc.warns++
				}
			}
		}
	}, official.Real, official.Unit, official.Mutants, official.Bases, official.Lexical)
	for _, artefact := range slices.Sorted(maps.Keys(rules)) {
		sc := scores[artefact]
		t.Logf("%s: %d documents, errors equal %d, warnings equal %d, stopped %d of %d", artefact, sc.docs, sc.errs, sc.warns, sc.stopped, sc.stops)
		for _, id := range slices.Sorted(maps.Keys(rules[artefact])) {
			if l := rules[artefact][id]; l.missed+l.extra > 0 {
				t.Errorf("%s %s: fired %d, missed %d (%d invalid; %s), extra %d (%d invalid; %s)", artefact, id, l.both, l.missed, l.missedInvalid, l.missedDoc, l.extra, l.extraInval, l.extraDoc)
			}
		}
	}
}

func of(m map[string]*tally, id string) *tally {
	if m[id] == nil {
		m[id] = &tally{}
	}
	return m[id]
}
