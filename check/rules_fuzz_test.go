package check_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// FuzzRules checks anything that is an invoice by the rules of every profile: no rule breaks down, and each finding is as it should be.
func FuzzRules(f *testing.F) {
	for _, pattern := range []string{"../testdata/*.xml", "../testdata/bad/*.xml", "../testdata/rules/base-*.xml"} {
		files, err := filepath.Glob(pattern)
		if err != nil || len(files) == 0 {
			f.Fatalf("%s: %d files, %v", pattern, len(files), err)
		}
		for _, name := range files {
			text, err := os.ReadFile(name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		doc, err := check.Read(context.Background(), bytes.NewReader(text), int64(len(text)), check.Limits{})
		if err != nil {
			return
		}
		for _, profile := range check.Profiles() {
			rep, err := check.Report("", doc, nil, check.Options{Profile: profile, Target: check.TargetChorus})
			if err != nil {
				t.Fatal(err)
			}
			for i := range rep.Findings {
				if rep.Findings[i].Rule == "RD-INTERNAL" {
					t.Fatal(rep.Findings[i].Message.In(report.EN, rep.Findings[i].Args...))
				}
			}
			if err := rep.Validate(); err != nil {
				t.Fatalf("%s: %v", profile, err)
			}
		}
	})
}
