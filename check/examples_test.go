package check_test

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/internal/cases"
	"github.com/fxinvoice/fx/report"
)

var update = flag.Bool("update", false, "write the generated files of this package")

// TestExamples compares examples.txt with the cases that it is made of, or writes it.
func TestExamples(t *testing.T) {
	suite := loadCases(t)
	all := slices.Clone(suite.Cases)
	// The wordings of a rule in their order, and UBL first; a piece of a document stands with the first of a syntax.
	slices.SortStableFunc(all, func(a, b *cases.Case) int {
		if c := strings.Compare(a.Rule, b.Rule); c != 0 {
			return c
		}
		if a.Name == b.Name {
			return -strings.Compare(a.Syntax, b.Syntax)
		}
		return strings.Compare(a.Name, b.Name)
	})
	var b strings.Builder
	b.WriteString("# Written by go generate in package check, from testdata/rules.\n")
	shown := map[string]bool{}
	for _, c := range all {
		docs, err := suite.Documents(c)
		if err != nil {
			t.Fatal(err)
		}
		name := c.Name
		if name == "" {
			name = "-"
		}
		fmt.Fprintf(&b, "\n%s %s %s", c.Rule, c.Syntax, name)
		if c.Odd {
			b.WriteString(" odd\n")
			continue
		}
		b.WriteString("\n")
		for _, a := range argsOf(t, c, docs) {
			fmt.Fprintf(&b, "%s %s\n", a.Name, argText(t, a))
		}
		if key := c.Syntax + " " + c.Rule; !shown[key] {
			shown[key] = true
			for _, l := range docs.Piece() {
				pointed := " "
				if l.Pointed {
					pointed = ">"
				}
				fmt.Fprintf(&b, "|%c%s%s\n", l.Mark, pointed, l.Text)
			}
		}
	}
	const most = 400 << 10
	if b.Len() > most {
		t.Errorf("%d bytes are more than a program should carry about for examples, %d", b.Len(), most)
	}
	golden(t, "examples.txt", b.String())
}

// golden compares a generated file with what it should be, or writes it.
func golden(t *testing.T, name, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	have, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(have), want); diff != "" {
		t.Errorf("%s is not up to date: run go generate in package check\n%s", name, diff)
	}
}

// argsOf returns the arguments of the finding that a case is about.
func argsOf(t *testing.T, c *cases.Case, docs cases.Documents) []report.Arg {
	t.Helper()
	for _, f := range findings(t, docs.Fail) {
		if f.Rule == c.Rule && f.Line == docs.Line && f.Column == docs.Column {
			return f.Args
		}
	}
	return nil
}

// argText writes a value and its kind.
func argText(t *testing.T, a report.Arg) string {
	t.Helper()
	switch v := a.Value.(type) {
	case string:
		return "text " + v
	case report.Number:
		return "number " + string(v)
	case report.Date:
		return "date " + string(v)
	case int:
		return fmt.Sprintf("count %d", v)
	case report.Text:
		return "texts " + v.EN + " / " + v.FR
	}
	t.Fatalf("argument %s is a %T", a.Name, a.Value)
	return ""
}

// TestExplain reads back what TestExamples writes.
func TestExplain(t *testing.T) {
	for _, id := range append(check.Rules(), never["ubl"]...) {
		e, ok := check.Explain(strings.ToLower(id))
		if !ok || e.ID != id {
			t.Fatalf("%s: %v %s", id, ok, e.ID)
		}
		if own := len(e.Levels) > 0; own != (strings.HasPrefix(id, "CP-") || strings.HasPrefix(id, "HY-")) {
			t.Errorf("%s: a rule of fx's own is %t", id, own)
		}
		if ofStandard := len(tables()["ubl"].Entries(id)) > 0 && strings.HasPrefix(id, "BR-"); ofStandard && e.Rule.ID != id {
			t.Errorf("%s has no words", id)
		}
	}
	e, _ := check.Explain("BR-CO-10")
	if len(e.Examples) != 4 || len(e.Examples[0].Piece) == 0 {
		t.Fatalf("%d examples", len(e.Examples))
	}
	want := []report.Arg{report.A("found", report.Number("4388.10")), report.A("expected", report.Number("4388.00")),
		report.A("difference", report.Number("0.10")), report.A("lines", 3)}
	if diff := cmp.Diff(want, e.Examples[0].Args); diff != "" {
		t.Error(diff)
	}
	if _, ok := check.Explain("BR-CO-99"); ok {
		t.Error("there is no BR-CO-99")
	}
}

// TestExamplesSpeak fills the words of each rule with the arguments of its example: none may stay open.
func TestExamplesSpeak(t *testing.T) {
	for _, c := range loadCases(t).Cases {
		e, _ := check.Explain(c.Rule)
		for _, x := range e.Examples {
			if e.Rule.ID == "" || x.Odd {
				continue
			}
			said := e.Rule.Case(x.Case)
			for _, lang := range []report.Lang{report.EN, report.FR} {
				for _, text := range []report.Text{said.Text, said.Fix} {
					if s := text.In(lang, x.Args...); strings.Contains(s, "{") {
						t.Errorf("%s %s %q: %s", e.ID, x.Syntax, x.Case, s)
					}
				}
			}
		}
	}
}
