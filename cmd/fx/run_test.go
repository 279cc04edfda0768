package main

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"testing"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

func noEnv(string) string { return "" }

// fx runs the command and returns what it says.
func fx(args ...string) (code int, stdout, stderr string) {
	var out, errs bytes.Buffer
	code = run(append([]string{"fx"}, args...), strings.NewReader(""), &out, &errs, noEnv)
	return code, out.String(), errs.String()
}

// broken is a writer that fails.
type broken struct{ err error }

func (b broken) Write([]byte) (int, error) { return 0, b.err }

func TestWritingFails(t *testing.T) {
	for _, args := range [][]string{{"check", "../../testdata/facture-ubl.xml"}, {"check", "--format", "json", "../../testdata"}, {"show", "../../testdata/facture-ubl.xml"},
		{"show", "--json", "../../testdata"}, {"version"}, {"help"}, {"help", "check"}} {
		for _, test := range []struct {
			err  error
			want string
		}{
			{syscall.EPIPE, ""},
			{io.ErrClosedPipe, ""},
			{&os.PathError{Op: "write", Path: "x", Err: errors.New("no space left")}, "fx: error: the result cannot be written (no space left)\n"},
		} {
			var errs bytes.Buffer
			code := run(append([]string{"fx"}, args...), strings.NewReader(""), broken{test.err}, &errs, noEnv)
			if code != exitFailed || errs.String() != test.want {
				t.Errorf("%v, %v: exit code %d, %q", args, test.err, code, errs.String())
			}
		}
	}
}

func TestSameInvoiceInBothSyntaxes(t *testing.T) {
	terms := func(file string) string {
		code, out, errs := fx("show", "--json", "../../testdata/"+file)
		if code != 0 {
			t.Fatal(errs)
		}
		_, out, _ = strings.Cut(out, `"terms":`)
		return out
	}
	if ubl, cii := terms("facture-ubl.xml"), terms("facture-cii.xml"); ubl != cii {
		t.Errorf("the two samples differ:\n%s%s", ubl, cii)
	}
}

// TestAbout looks at the words for what a file system may say.
func TestAbout(t *testing.T) {
	for _, test := range []struct {
		err  error
		want string
	}{
		{&fs.PathError{Op: "open", Path: "a", Err: fs.ErrNotExist}, "a: no such file"},
		{&fs.PathError{Op: "open", Path: "a", Err: fs.ErrPermission}, "a: no permission to read it"},
		{&fs.PathError{Op: "read", Path: "a", Err: errors.New("input/output error")}, "a: cannot be read (input/output error)"},
		{&problem{text: literal("own words")}, "own words"},
	} {
		if got := about("a", test.err).Error(); got != test.want {
			t.Errorf("got %q, want %q", got, test.want)
		}
	}
}

func TestInOrder(t *testing.T) {
	const n = 100
	released := make(chan bool, n)
	inputs := func(yield func(input) bool) {
		for i := range n {
			if !yield(input{name: string(rune('A' + i)), done: func() { released <- true }}) {
				return
			}
		}
	}
	late := make(chan bool)
	work := func(in input) string {
		if in.name == "A" {
			<-late // the second is ready first
		}
		if in.name == "B" {
			close(late)
		}
		return in.name
	}
	var got, want strings.Builder
	for i := range n {
		want.WriteRune(rune('A' + i))
	}
	err := inOrder(inputs, work, func(in input, result string) error {
		if in.name != result {
			t.Errorf("the result of %s came for %s", result, in.name)
		}
		got.WriteString(result)
		return nil
	})
	if err != nil || got.String() != want.String() {
		t.Errorf("got %s, %v", got.String(), err)
	}
	for range n {
		<-released
	}
	stop := errors.New("enough")
	count := 0
	err = inOrder(inputs, func(input) int { return 0 }, func(input, int) error { count++; return stop })
	if err != stop || count != 1 {
		t.Errorf("after an error, each was called %d times: %v", count, err)
	}
}

func TestGuarded(t *testing.T) {
	err := guarded(func() error { panic("index out of range") })
	var p *problem
	if !errors.As(err, &p) || !strings.Contains(p.Error(), "index out of range") {
		t.Errorf("a panic became %v", err)
	}
}

// TestTexts looks at every text of ours that is a plain value: both languages, with the same placeholders.
func TestTexts(t *testing.T) {
	var texts []report.Text
	for _, v := range verbs() {
		texts = append(append(texts, v.line), v.about...)
		for _, f := range v.flags {
			texts = append(texts, f.usage)
		}
		for _, c := range exitCodes(v) {
			texts = append(texts, c.text)
		}
	}
	for _, l := range limits {
		texts = append(texts, l.usage)
	}
	for _, list := range []words{kinds, means, vat, units, schemes, subjects, reductions, surcharges, taxPoints, countries} {
		for code, text := range list {
			if strings.TrimSpace(string(code)) == "" {
				t.Errorf("%v has no code", text)
			}
			texts = append(texts, text)
		}
	}
	for _, w := range []wrapping{damagedArchive, encryptedMember, packedMember} {
		texts = append(texts, w.text, w.do)
		u, _ := unreadableFile(w.unreadable())
		if err := u.Findings[0].Validate(); err != nil {
			t.Error(err)
		}
	}
	u, _ := unreadableFile(tooLarge(1<<40, 0))
	if err := u.Findings[0].Validate(); err != nil {
		t.Error(err)
	}
	for _, text := range texts {
		if err := text.Validate(); err != nil {
			t.Error(err)
		}
	}
}

// TestVersion asks for what no check runs not to be claimed.
func TestVersion(t *testing.T) {
	_, out, _ := fx("version")
	rep, err := check.File(t.Context(), "../../testdata/facture-ubl.xml", check.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []report.LayerID{report.XSD, report.Rules, report.Hygiene} {
		layer, _ := rep.Layer(id)
		_, rest, ok := strings.Cut(out, layerWords[id].EN)
		line, _, _ := strings.Cut(rest, "\n")
		if claimed := !strings.Contains(line, notBuilt.EN); !ok || claimed != (layer.State == report.Ran) {
			t.Errorf("layer %s is %s, fx version says %q", id, layer.State, line)
		}
	}
}
