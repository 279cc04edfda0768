package schemas

import (
	"errors"
	"testing"

	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// schemaOf is the schema set that each artefact of the conformance set was checked with.
var schemaOf = map[string]string{
	"en16931-ubl": "ubl-2.1", "en16931-cii": "cii-d16b",
	"extended-ctc-fr-ubl": "ubl-2.1", "extended-ctc-fr-cii": "cii-d22b",
	"facturx-minimum": "facturx-minimum", "facturx-basicwl": "facturx-basicwl", "facturx-basic": "facturx-basic",
	"facturx-en16931": "facturx-en16931", "facturx-extended": "facturx-extended",
}

// conformance returns the stored verdicts of Xerces by file, or skips the test.
func conformance(t testing.TB) map[string][]official.Verdict {
	official.Conformance(t)
	byFile := map[string][]official.Verdict{}
	for _, v := range official.Verdicts(t) {
		if v.XSD != nil && schemaOf[v.Artefact] != "" {
			byFile[v.File] = append(byFile[v.File], v)
		}
	}
	return byFile
}

// documents calls do with every document that has verdicts.
func documents(t testing.TB, byFile map[string][]official.Verdict, do func(file string, data []byte)) {
	official.Documents(t, func(file string, data []byte) {
		if byFile[file] != nil {
			do(file, data)
		}
	}, official.Real, official.Unit, official.Bases, official.Mutants, official.Lexical)
}

// TestXercesVerdicts compares every document of the conformance set with the stored verdict of Xerces.
func TestXercesVerdicts(t *testing.T) {
	byFile := conformance(t)
	var checked, invalid, refused, refusedValid, wrong int
	seen := map[string]bool{}
	documents(t, byFile, func(file string, data []byte) {
		seen[file] = true
		tree, err := xmltree.Parse(string(data), xmltree.Limits{})
		for _, v := range byFile[file] {
			if err != nil {
				// Refused on purpose: document types for safety, XML 1.1 because no invoice format has it.
				var why *xmltree.Error
				if !errors.As(err, &why) || v.XSD.Valid && why.Kind != xmltree.KindDoctype && why.Kind != xmltree.KindVersion {
					wrong++
					t.Errorf("%s: %s: Xerces reads it, but %v", file, v.Artefact, err)
				}
				refused++
				if v.XSD.Valid {
					refusedValid++
				}
				continue
			}
			s, _ := ByName(schemaOf[v.Artefact])
			got := s.Validate(tree, 1)
			checked++
			if !got.Valid() {
				invalid++
			}
			if got.Valid() == v.XSD.Valid {
				continue
			}
			wrong++
			if wrong > 40 {
				continue
			}
			if v.XSD.Valid {
				f := got.Findings[0]
				t.Errorf("%s: %s: Xerces says valid; line %d: %s", file, v.Artefact, f.Line, f.Message.In("en", f.Args...))
			} else {
				t.Errorf("%s: %s: we say valid; Xerces: %s", file, v.Artefact, v.XSD.Error)
			}
		}
	})
	for file := range byFile {
		if !seen[file] {
			t.Errorf("%s has a verdict but was not found", file)
		}
	}
	t.Logf("%d verdicts compared, %d of them invalid, %d differ; %d refused by the reader, %d of which Xerces calls valid",
		checked, invalid, wrong, refused, refusedValid)
	if checked < 20000 {
		t.Errorf("only %d verdicts compared", checked)
	}
}
