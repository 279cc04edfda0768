package choruspro_test

import (
	"slices"
	"testing"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// profiles are names that a check may come with.
var profiles = []string{"", "en16931", "chorus-e1", "facturx-minimum", "facturx-basic", "facturx-extended"}

// FuzzCheck: no document makes a rule break down, and no finding is without a place or a language.
func FuzzCheck(f *testing.F) {
	s := suite(f)
	for _, doc := range s.Bases {
		f.Add(doc, byte(0))
	}
	for i, c := range s.Cases {
		docs, err := s.Documents(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(docs.Fail, byte(i))
	}
	known := recipients(f)
	f.Fuzz(func(t *testing.T, text string, how byte) {
		tree, err := xmltree.Parse(text, xmltree.Limits{})
		if err != nil {
			return
		}
		doc := choruspro.Document{Tree: tree, Profile: profiles[int(how)%len(profiles)], FromPDF: how >= 128}
		choruspro.FormOf(doc)
		choruspro.E1Mark(tree)
		choruspro.Declared(tree)
		choruspro.PublicRecipient(tree, known)
		found := findings(t, doc, choruspro.Options{Recipients: known, AsOf: asOf})
		for _, finding := range found {
			finding.Rule = "BR-CL-11"
			choruspro.Accepted(tree, finding)
		}
		// What is capped is counted.
		few := report.NewCollector(2)
		choruspro.Check(doc, choruspro.Options{Recipients: known, AsOf: asOf}, few)
		var r report.Report
		few.Into(&r)
		total := 0
		for _, rule := range slices.Compact(ids(r.Findings)) {
			for _, f := range r.Findings {
				if f.Rule == rule {
					total += f.Count
				}
			}
			total += r.More[rule]
		}
		if all := len(found); total != all {
			t.Errorf("%d findings, %d with a cap", all, total)
		}
	})
}
