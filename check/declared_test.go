package check_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// declared is what an official unit case was written to show.
type declared struct {
	File     string
	Declared []struct{ Expect, Rule string }
}

// TestDeclared runs the unit cases of the official artefacts: each rule fires, or does not, as the case declares.
func TestDeclared(t *testing.T) {
	text, err := os.ReadFile(filepath.Join(official.Conformance(t), "unit", "en16931", "declared.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	content := map[string][]byte{}
	official.Documents(t, func(name string, c []byte) { content[name] = c }, official.Unit)
	agree := 0
	for in := bufio.NewScanner(bytes.NewReader(text)); in.Scan(); {
		var d declared
		if err := json.Unmarshal(in.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		tree, err := xmltree.Parse(string(content[d.File]), xmltree.Limits{})
		if err != nil {
			t.Fatalf("%s: %v", d.File, err)
		}
		table := ubl.Rules()
		if tree.NameOf(0).Local == "CrossIndustryInvoice" {
			table = cii.Rules()
		}
		found := report.NewCollector(1)
		shape.Run(table, tree, shape.Options{}, found)
		var r report.Report
		found.Into(&r)
		have := map[string]bool{}
		for _, f := range r.Findings {
			have[f.Rule] = true
		}
		for _, want := range d.Declared {
			if should := want.Expect != "success"; have[want.Rule] != should {
				t.Errorf("%s: %s is %t, declared is %s", d.File, want.Rule, have[want.Rule], want.Expect)
				continue
			}
			agree++
		}
	}
	if agree < 1000 {
		t.Errorf("only %d declarations were looked at", agree)
	}
	t.Logf("%d declarations hold", agree)
}
