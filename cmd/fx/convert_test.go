package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// TestBaseOf asks for names that stay in the folder and that a system can have.
func TestBaseOf(t *testing.T) {
	for _, test := range []struct{ name, member, want string }{
		{"in/a.xml", "", "a.xml"},
		{"-", "", "stdin"},
		{"a.zip!b.xml", "b.xml", "b.xml"},
		{"a.zip!c/b.xml", "c/b.xml", "b.xml"},
		{"a.zip!up", "../../outside.xml", "outside.xml"},
		{"a.zip!up", `..\..\outside.xml`, "outside.xml"},
		{"a.zip!root", "/etc/passwd", "passwd"},
		{"a.zip!drive", `C:\x.xml`, "x.xml"},
		{"a.zip!stream", "a:b.xml", "a_b.xml"},
		{"a.zip!escape", "a\x1b[31m\u202eb.xml", "a_[31m_b.xml"},
		{"a.zip!dots", "c/..", "_"},
		{"odd!name.xml", "", "odd!name.xml"},
	} {
		if got := baseOf(input{name: test.name, member: test.member}); got != test.want {
			t.Errorf("%s, member %q is called %q, want %q", test.name, test.member, got, test.want)
		}
	}
}

// TestWrite asks for whole files or none.
func TestWrite(t *testing.T) {
	dir := t.TempDir()
	alone := func(want ...string) {
		t.Helper()
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range entries {
			got = append(got, e.Name())
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("the folder holds %v, want %v", got, want)
		}
	}
	var pl plan
	path := filepath.Join(dir, "a.xml")
	if err := pl.write(path, []byte("one"), false); err != nil {
		t.Fatal(err)
	}
	// Somebody else may have made the file after the plan was made.
	if err := pl.write(path, []byte("two"), false); !errors.Is(err, fs.ErrExist) {
		t.Errorf("over a file: %v", err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "one" {
		t.Errorf("the file holds %q, %v", b, err)
	}
	alone("a.xml")
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := pl.write(path, []byte("three"), true); err != nil {
		t.Fatal(err)
	}
	if b, err := os.ReadFile(path); err != nil || string(b) != "three" {
		t.Errorf("the file holds %q, %v", b, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("a file that nobody else may read became %v, %v", info.Mode(), err)
	}
	alone("a.xml")
	// A rename onto a folder fails; what was written beside it goes.
	if err := os.Mkdir(filepath.Join(dir, "folder"), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := pl.write(filepath.Join(dir, "folder"), []byte("four"), true); err == nil {
		t.Error("a folder was replaced")
	}
	alone("a.xml", "folder")
}

// TestOverStandardInput asks for the file that a shell has opened as standard input to be safe, too.
func TestOverStandardInput(t *testing.T) {
	sample, err := os.ReadFile("../../testdata/facture-ubl.xml")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.xml")
	if err := os.WriteFile(path, sample, 0o666); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out, errs bytes.Buffer
	code := run([]string{"fx", "convert", "-", "--to", "cii", "-o", path, "--overwrite"}, f, &out, &errs, func(string) string { return "" })
	if code != exitFailed || !strings.Contains(errs.String(), "this file is read") {
		t.Errorf("exit %d, %s", code, &errs)
	}
	if b, err := os.ReadFile(path); err != nil || !bytes.Equal(b, sample) {
		t.Error("the file has changed")
	}
}

// TestConvertClosedPipe asks for a quiet end where nobody reads the result any more.
func TestConvertClosedPipe(t *testing.T) {
	r, w := io.Pipe()
	r.Close()
	var errs bytes.Buffer
	code := run([]string{"fx", "convert", "../../testdata/facture-ubl.xml", "--to", "cii"}, strings.NewReader(""), w, &errs, func(string) string { return "" })
	if code != exitFailed || errs.Len() > 0 {
		t.Errorf("exit %d, %q", code, &errs)
	}
}

// TestForbidden asks for the term of a character that XML forbids, wherever a term can hold one.
func TestForbidden(t *testing.T) {
	for _, test := range []struct {
		name string
		set  func(*en16931.Invoice)
		term en16931.Term
	}{
		{"a text", func(inv *en16931.Invoice) { inv.Number = "a\x01" }, en16931.BT1},
		{"a code", func(inv *en16931.Invoice) { inv.TypeCode = "\x02" }, en16931.BT3},
		{"a date", func(inv *en16931.Invoice) { inv.IssueDate = en16931.ParseDate("\x01") }, en16931.BT2},
		{"an amount", func(inv *en16931.Invoice) { inv.Totals.Due.Decimal = en16931.ParseDecimal("1\x01") }, en16931.BT115},
		{"one of several", func(inv *en16931.Invoice) {
			inv.Seller.Identifiers = []en16931.Identifier{{Value: "1"}, {Value: "\uffff"}}
		}, en16931.BT29},
		{"a line", func(inv *en16931.Invoice) {
			inv.Lines = []*en16931.Line{{ID: "1"}, {ID: "2", Item: en16931.Item{Name: "\x00"}}}
		}, en16931.BT153},
	} {
		t.Run(test.name, func(t *testing.T) {
			inv := &en16931.Invoice{Process: en16931.Process{Specification: "\t\n\r é"}}
			test.set(inv)
			o := conversion{to: "ubl"}
			_, _, err := o.encode(&check.Document{Invoice: inv})
			if err == nil {
				t.Fatal("it was written")
			}
			for _, lang := range []report.Lang{report.EN, report.FR} {
				if text := notEncoded(inv, err).text.In(lang); !strings.Contains(text, " "+test.term.String()+" (") {
					t.Error(text)
				}
			}
		})
	}
}

// TestComplete asks which contradictions keep an invoice from being written.
func TestComplete(t *testing.T) {
	for _, test := range []struct {
		name string
		done en16931.Completion
		want bool
	}{
		{"nothing to say", en16931.Completion{}, true},
		{"computed", en16931.Completion{Set: []en16931.Change{{Term: en16931.BT115}}}, true},
		{"a line amount", en16931.Completion{Contradictions: []en16931.Contradiction{{Term: en16931.BT131}}}, true},
		{"a line amount in another currency", en16931.Completion{Contradictions: []en16931.Contradiction{{Term: en16931.BT131, Currency: "USD"}}}, false},
		{"a total", en16931.Completion{Contradictions: []en16931.Contradiction{{Term: en16931.BT146}, {Term: en16931.BT112, Rule: "BR-CO-15"}}}, false},
		{"a rate", en16931.Completion{Contradictions: []en16931.Contradiction{{Term: en16931.BT119}}}, false},
		{"a gap", en16931.Completion{Missing: []en16931.Gap{{Term: en16931.BT131}}}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := complete(&test.done); got != test.want {
				t.Errorf("complete is %v", got)
			}
		})
	}
}

// TestConvertTexts looks at the texts of conversions that are plain values.
func TestConvertTexts(t *testing.T) {
	texts := []report.Text{noTerm, tooMany, notCompleted.text, notCompleted.hint, tooStrict(1).text, tooStrict(2).text, tooStrict(2).hint}
	for _, err := range []error{fs.ErrExist, fs.ErrNotExist, fs.ErrPermission, io.ErrShortWrite} {
		p := cannotWrite("a.xml", err)
		if err := p.text.Validate(p.args...); err != nil {
			t.Error(err)
		}
		if !p.hint.IsZero() {
			texts = append(texts, p.hint)
		}
	}
	for _, text := range texts {
		if err := text.Validate(); err != nil {
			t.Error(err)
		}
	}
}
