package check_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/cases"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// never lists the rules of the standard whose official tests let everything pass.
var never = map[string][]string{
	"ubl": {"BR-CO-05", "BR-CO-06", "BR-CO-07", "BR-CO-08"},
	"cii": {"BR-CO-05", "BR-CO-06", "BR-CO-07", "BR-CO-08", "BR-AF-09", "BR-AG-09"},
}

// tables returns the artefact of each syntax.
func tables() map[string]*shape.Table {
	return map[string]*shape.Table{"ubl": ubl.Rules(), "cii": cii.Rules()}
}

func loadCases(t *testing.T) *cases.Suite {
	t.Helper()
	s, err := cases.Load("../testdata/rules")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestEveryRuleHasACase asks for a case of each rule that no table of paths tells all about, in each syntax whose artefact has it.
func TestEveryRuleHasACase(t *testing.T) {
	has := map[string]bool{}
	for _, c := range loadCases(t).Cases {
		has[c.Syntax+" "+c.Rule] = true
	}
	for syntax, table := range tables() {
		for _, r := range en16931.Rules() {
			fires := len(table.Entries(r.ID)) > 0
			if fires == slices.Contains(never[syntax], r.ID) {
				t.Errorf("%s %s: the artefact has the rule: %v, and the list of those that never fire says otherwise", syntax, r.ID, fires)
			}
			if fires != has[syntax+" "+r.ID] {
				t.Errorf("%s %s: the artefact has the rule: %v; testdata/rules has a case: %v", syntax, r.ID, fires, has[syntax+" "+r.ID])
			}
		}
		for _, row := range table.Rows {
			if row.Check != nil && !has[syntax+" "+row.ID] {
				t.Errorf("%s %s: testdata/rules has no case", syntax, row.ID)
			}
		}
	}
}

// unsaid lists wordings that no artefact gives cause for.
var unsaid = []string{
	"BR-CL-24 empty", // the artefacts compare with six values, and do not look the code up in a list
}

// TestEveryWordingHasACase asks for a case of each thing that a rule may say, in one of the syntaxes.
func TestEveryWordingHasACase(t *testing.T) {
	has := map[string]bool{}
	for _, c := range loadCases(t).Cases {
		has[c.Rule+" "+c.Name] = true
	}
	for _, r := range en16931.Rules() {
		for _, said := range r.Cases {
			fires := len(ubl.Rules().Entries(r.ID))+len(cii.Rules().Entries(r.ID)) > 0
			if fires && !has[r.ID+" "+said.Name] && !slices.Contains(unsaid, r.ID+" "+said.Name) {
				t.Errorf("%s: no case %q in testdata/rules", r.ID, said.Name)
			}
		}
	}
}

// TestBases asks that the base invoices break no rule at all, not even with a warning.
func TestBases(t *testing.T) {
	for name, base := range loadCases(t).Bases {
		if found := findings(t, base); len(found) > 0 {
			t.Errorf("%s: %v", name, ids(found, report.Info))
		}
	}
}

// TestCases runs the two documents of each case.
func TestCases(t *testing.T) {
	suite := loadCases(t)
	for _, c := range suite.Cases {
		t.Run(c.String(), func(t *testing.T) {
			docs, err := suite.Documents(c)
			if err != nil {
				t.Fatal(err)
			}
			if fired := ids(findings(t, docs.Pass), report.Error); len(fired) > 0 {
				t.Errorf("the passing document breaks %v", fired)
			}
			if !looksAt(t, c, docs.Pass) && !looksAt(t, c, docs.Fail) {
				t.Errorf("neither document has anything that the rule looks at")
			}
			judge(t, c, docs)
		})
	}
}

// judge checks what is found in the failing document.
func judge(t *testing.T, c *cases.Case, docs cases.Documents) {
	found := findings(t, docs.Fail)
	table := tables()[c.Syntax]
	want := append([]string{}, c.Also...)
	if table.Entries(c.Rule)[0].Severity == report.Error {
		want = append(want, c.Rule)
	}
	if slices.Sort(want); !slices.Equal(ids(found, report.Error), want) {
		t.Errorf("errors %v, want %v", ids(found, report.Error), want)
	}
	if refused := slices.ContainsFunc(found, func(f report.Finding) bool { return f.Layer == report.XSD }); refused != c.Refused {
		t.Errorf("the schema refuses the document: %v; the case says %v", refused, c.Refused)
	}
	own := slices.DeleteFunc(slices.Clone(found), func(f report.Finding) bool { return f.Rule != c.Rule })
	if len(own) == 0 {
		t.Fatal("the rule does not fire")
	}
	f := &own[0]
	for i := range own {
		if own[i].Line == docs.Line && own[i].Column == docs.Column {
			f = &own[i]
		}
	}
	if f.Line != docs.Line || f.Column != docs.Column {
		lines := strings.Split(docs.Fail, "\n")
		t.Errorf("points at %d:%d %s\n\t%s\nwant %d:%d\n\t%s", f.Line, f.Column, f.Path, lines[f.Line-1], docs.Line, docs.Column, lines[docs.Line-1])
	}
	if err := f.Validate(); err != nil {
		t.Error(err)
	}
	rule, ok := en16931.RuleByID(c.Rule)
	if !ok {
		return
	}
	if len(f.Terms) == 0 {
		t.Error("no terms")
	}
	if said := rule.Case(c.Name); said.Name != c.Name || f.Message != said.Text {
		t.Errorf("says %q,\nnot case %q: %q", f.Message.EN, c.Name, said.Text.EN)
	}
}

// findings checks a document by its schema and its rules.
func findings(t *testing.T, doc string) []report.Finding {
	t.Helper()
	o := check.Options{Profile: check.ProfileEN16931, Layers: []report.LayerID{report.Read, report.XSD, report.Rules}, MaxPerRule: -1}
	rep, err := check.Reader(context.Background(), "case.xml", strings.NewReader(doc), int64(len(doc)), o)
	if err != nil {
		t.Fatal(err)
	}
	return rep.Findings
}

// ids returns the rules of findings that are at least so severe, sorted; not those of the schema and of what could not be read.
func ids(found []report.Finding, least report.Severity) []string {
	all := []string{}
	for _, f := range found {
		if f.Layer == report.Rules && f.Severity <= least {
			all = append(all, f.Rule)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// looksAt reports whether a document has an element that the rule of a case looks at: whether the rule would fire if its test were never true.
func looksAt(t *testing.T, c *cases.Case, doc string) bool {
	t.Helper()
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	table := *tables()[c.Syntax]
	table.Exprs = append(slices.Clone(table.Exprs), shape.Expr{Op: shape.False})
	table.Rows = slices.Clone(table.Rows)
	for i := range table.Rows {
		if r := &table.Rows[i]; r.ID == c.Rule {
			r.Check, r.Test = nil, uint16(len(table.Exprs)-1)
		}
	}
	found := report.NewCollector(0)
	shape.Run(&table, tree, shape.Options{}, found)
	var rep report.Report
	found.Into(&rep)
	return slices.ContainsFunc(rep.Findings, func(f report.Finding) bool { return f.Rule == c.Rule })
}
