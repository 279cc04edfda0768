package choruspro_test

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/cases"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

var update = flag.Bool("update", false, "write the golden files; read them before you commit")

// asOf is the day of the deposit in the tests.
var asOf = en16931.NewDate(2026, 4, 1)

// suite reads testdata/chorus. The same CII serves on its own and as the Factur-X of a PDF.
func suite(t testing.TB) *cases.Suite {
	t.Helper()
	s, err := cases.Load("../testdata/chorus")
	if err != nil {
		t.Fatal(err)
	}
	s.Bases["cii facturx"] = s.Bases["cii plain"]
	return s
}

func recipients(t testing.TB) *choruspro.Recipients {
	t.Helper()
	f, err := os.Open("../testdata/chorus/recipients.toml")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r, err := choruspro.ReadRecipients(f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func parse(t testing.TB, doc string) *xmltree.Tree {
	t.Helper()
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

// documentOf is a document as the test data name it: "cii facturx" comes out of a PDF.
func documentOf(t testing.TB, base, doc string) choruspro.Document {
	return choruspro.Document{Tree: parse(t, doc), FromPDF: base == "facturx"}
}

// check returns what is found in a document.
func check(t testing.TB, base, doc string) []report.Finding {
	t.Helper()
	return findings(t, documentOf(t, base, doc), choruspro.Options{Recipients: recipients(t), AsOf: asOf})
}

// findings checks a document and each finding.
func findings(t testing.TB, doc choruspro.Document, o choruspro.Options) []report.Finding {
	t.Helper()
	found := report.NewCollector(0)
	if result := choruspro.Check(doc, o, found); len(result.Failed) > 0 {
		t.Errorf("rules broke down: %v", result.Failed)
	}
	var r report.Report
	found.Into(&r)
	for i := range r.Findings {
		valid(t, &r.Findings[i])
	}
	return r.Findings
}

// valid asks what every finding of this layer has to have.
func valid(t testing.TB, f *report.Finding) {
	t.Helper()
	if err := f.Validate(); err != nil {
		t.Error(err)
	}
	rule, ok := choruspro.RuleByID(f.Rule)
	switch {
	case !ok || f.Layer != report.Chorus:
		t.Errorf("%s in layer %s", f.Rule, f.Layer)
	case !slices.ContainsFunc(rule.Levels, func(l choruspro.Level) bool { return l.Severity == f.Severity }):
		t.Errorf("%s has no severity %s", f.Rule, f.Severity)
	case len(f.Terms) == 0 && len(rule.Terms) > 0 || f.Line == 0 || f.Path == "":
		t.Errorf("%s: no terms or no place: %+v", f.Rule, f)
	}
	en, fr := f.Message.In(report.EN, f.Args...), f.Message.In(report.FR, f.Args...)
	if en == fr {
		t.Errorf("%s says %q and %q", f.Rule, en, fr)
	}
}

func ids(found []report.Finding) []string {
	var all []string
	for _, f := range found {
		all = append(all, f.Rule)
	}
	slices.Sort(all)
	return all
}

// notClean are the bases that cannot be without findings.
var notClean = map[string][]string{
	"ubl creditnote": {"CP-06"}, // its root
	"cii extended":   {"CP-62"}, // its profile
}

func TestBases(t *testing.T) {
	for name, doc := range suite(t).Bases {
		_, base, _ := strings.Cut(name, " ")
		if diff := cmp.Diff(notClean[name], ids(check(t, base, doc))); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestCases runs the two documents of each case: the passing one breaks no rule, the failing one that rule alone, and where it should.
func TestCases(t *testing.T) {
	s := suite(t)
	for _, c := range s.Cases {
		t.Run(c.String(), func(t *testing.T) {
			docs, err := s.Documents(c)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(notClean[c.Syntax+" "+c.Base], ids(check(t, c.Base, docs.Pass))); diff != "" {
				t.Errorf("the passing document: %s", diff)
			}
			found := check(t, c.Base, docs.Fail)
			want := append([]string{c.Rule}, c.Also...)
			if slices.Sort(want); !slices.Equal(want, ids(found)) {
				t.Fatalf("found %v, want %v", ids(found), want)
			}
			f := own(found, c.Rule)
			if f.Line != docs.Line || f.Column != docs.Column {
				t.Errorf("points at %d:%d %s, want %d:%d", f.Line, f.Column, f.Path, docs.Line, docs.Column)
			}
			if rule, _ := choruspro.RuleByID(c.Rule); !says(rule, c.Name, f) {
				t.Errorf("says %q, which is not the case %q", f.Message.EN, c.Name)
			}
		})
	}
}

// own is the finding of a rule.
func own(found []report.Finding, rule string) report.Finding {
	return found[slices.IndexFunc(found, func(f report.Finding) bool { return f.Rule == rule })]
}

// says reports whether a finding has the words of a case, before the portal's answer.
func says(rule choruspro.Rule, name string, f report.Finding) bool {
	return slices.ContainsFunc(rule.Cases, func(c choruspro.Case) bool {
		return c.Name == name && strings.HasPrefix(f.Message.FR, c.Text.FR) && strings.HasPrefix(f.Message.EN, c.Text.EN)
	})
}

// TestGolden compares all that the cases say with what has been read and found right.
func TestGolden(t *testing.T) {
	s := suite(t)
	var places, words bytes.Buffer
	seen := map[string]bool{}
	for _, c := range s.Cases {
		docs, err := s.Documents(c)
		if err != nil {
			t.Fatal(err)
		}
		f := own(check(t, c.Base, docs.Fail), c.Rule)
		fmt.Fprintf(&places, "%s:%d %s: %s %s %s\n", c.File, c.Line, c, f.Severity, strings.Join(f.Terms, " "), f.Path)
		if key := f.Rule + f.Message.FR; !seen[key] {
			seen[key] = true
			fmt.Fprintf(&words, "\n%s\n", c)
			for _, lang := range []report.Lang{report.EN, report.FR} {
				fmt.Fprintf(&words, "  %s\n  → %s\n", f.Message.In(lang, f.Args...), f.Fix.In(lang, f.Args...))
			}
		}
	}
	places.Write(words.Bytes())
	golden(t, "../testdata/chorus/findings.golden", places.Bytes())
}

func golden(t *testing.T, file string, have []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, have, 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(have), "\n")); diff != "" {
		t.Errorf("%s (-update writes it): %s", file, diff)
	}
}

// forms are the bases that stand for the forms of files.
var forms = []string{"ubl plain", "ubl e1", "cii plain", "cii facturx"}

// elsewhere are rules that not every form has cases of, or that have none.
var elsewhere = map[string][]string{
	"CP-13": {"cii plain", "cii facturx"},           // gross prices are not tested in UBL
	"CP-18": {"ubl e1", "cii plain", "cii facturx"}, // a type makes plain UBL an E1 file
	"CP-21": {"cii plain", "cii facturx"},           // references without a file are fine in UBL
	"CP-60": {"ubl e1", "cii plain", "cii facturx"},
	"CP-61": {"cii facturx"}, // only a PDF is a main document already
	"CP-64": nil,             // about archives: TestCheckArchive
	"CP-66": nil,             // about a processing instruction: TestStylesheet
	"CP-67": {"ubl plain", "ubl e1"},
}

// TestEveryRuleHasACase asks for a case of each rule in each form that it applies to, and of each thing that a rule may say.
func TestEveryRuleHasACase(t *testing.T) {
	has := map[string]bool{}
	for _, c := range suite(t).Cases {
		has[c.Rule+" in "+c.Syntax+" "+c.Base] = true
		has[c.Rule+" "+c.Name] = true
	}
	// What no edit of elements makes is tested by itself.
	for _, name := range []string{"CP-06 root", "CP-16 size", "CP-16 total", "CP-64 invoices", "CP-64 size", "CP-65 archive", "CP-66 "} {
		has[name] = true
	}
	for _, r := range choruspro.Rules() {
		want, special := elsewhere[r.ID]
		if !special {
			want = forms
		}
		for _, form := range forms {
			if has[r.ID+" in "+form] != slices.Contains(want, form) {
				t.Errorf("%s: a case in %s: %v", r.ID, form, has[r.ID+" in "+form])
			}
		}
		for _, c := range r.Cases {
			if !has[r.ID+" "+c.Name] {
				t.Errorf("%s: no case %q", r.ID, c.Name)
			}
		}
	}
}
