package report

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"testing"
)

func TestTextIn(t *testing.T) {
	both := func(s string) Text { return Text{s, s} }
	tests := []struct {
		name   string
		text   Text
		args   []Arg
		en, fr string
	}{
		{"plain", Text{"yes", "oui"}, nil, "yes", "oui"},
		{"empty", Text{}, nil, "", ""},
		{"order differs", Text{"{a} of {b}", "{b} a {a}"}, []Arg{A("a", "1"), A("b", "2")}, "1 of 2", "2 a 1"},
		{"twice", both("{a}{a}"), []Arg{A("a", "x")}, "xx", "xx"},
		{"brace", both("{{a} {{{a}} }"), []Arg{A("a", "x")}, "{a} {x} }", "{a} {x} }"},
		{"no argument", both("a {b} c"), nil, "a {b} c", "a {b} c"},
		{"malformed", both("{ {} {a {é} {"), []Arg{A("a", "x")}, "{ {} {a {é} {", "{ {} {a {é} {"},
		{"argument is no template", both("{a}{b}"), []Arg{A("a", "{b}"), A("b", "{{")}, "{b}{{", "{b}{{"},
		{"quoted number stands", both("{a}"), []Arg{A("a", "1234.50")}, "1234.50", "1234.50"},
		{"number", both("{a}"), []Arg{A("a", Number("1234.50"))}, "1,234.50", "1\u202f234,50"},
		{"int", both("{a}"), []Arg{A("a", -4980)}, "-4,980", "-4\u202f980"},
		{"date", both("{a}"), []Arg{A("a", Date("2026-01-31"))}, "2026-01-31", "31/01/2026"},
		{"text", both("({a})"), []Arg{A("a", Text{"seller {{x}", "vendeur {{x}"})}, "(seller {x})", "(vendeur {x})"},
		{"no list", both("{a}"), []Arg{A("a", []string{})}, "", ""},
		{"list of 1", both("{a}"), []Arg{A("a", []string{"a"})}, "a", "a"},
		{"list of 2", both("{a}"), []Arg{A("a", []string{"a", "b"})}, "a and b", "a et b"},
		{"list of 3", both("{a}"), []Arg{A("a", []string{"a", "b", "c"})}, "a, b and c", "a, b et c"},
		{"list with an empty end", both("{a}"), []Arg{A("a", []string{"a", ""})}, "a and ", "a et "},
		{
			"list of 1,520", both("{a}"), []Arg{A("a", strings.Split(strings.Repeat("x", 1520), ""))},
			"x" + strings.Repeat(", x", 19) + " and 1,500 more", "x" + strings.Repeat(", x", 19) + " et 1\u202f500 autres",
		},
		{
			"list of 21", both("{a}"), []Arg{A("a", strings.Split(strings.Repeat("x", 21), ""))},
			"x" + strings.Repeat(", x", 19) + " and 1 more", "x" + strings.Repeat(", x", 19) + " et 1 autre",
		},
		{
			"list of 20", both("{a}"), []Arg{A("a", strings.Split(strings.Repeat("x", 20), ""))},
			"x" + strings.Repeat(", x", 18) + " and x", "x" + strings.Repeat(", x", 18) + " et x",
		},
		{"long", both("{a}"), []Arg{A("a", strings.Repeat("é", 201))}, strings.Repeat("é", 200) + "…", strings.Repeat("é", 200) + "…"},
		{"just fits", both("{a}"), []Arg{A("a", strings.Repeat("é", 200))}, strings.Repeat("é", 200), strings.Repeat("é", 200)},
		{"another kind", both("{a}"), []Arg{A("a", XSD)}, "xsd", "xsd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.text.In(EN, tt.args...); got != tt.en {
				t.Errorf("en: got %q, want %q", got, tt.en)
			}
			if got := tt.text.In(FR, tt.args...); got != tt.fr {
				t.Errorf("fr: got %q, want %q", got, tt.fr)
			}
			if got := tt.text.With(tt.args...).In(FR); got != tt.fr {
				t.Errorf("with: got %q, want %q", got, tt.fr)
			}
		})
	}
	if got := (Text{"yes", "oui"}).In("de"); got != "yes" {
		t.Errorf("another language: got %q", got)
	}
}

func TestNumber(t *testing.T) {
	tests := []struct{ in, en, fr string }{
		{"0", "0", "0"},
		{"0.00", "0.00", "0,00"},
		{"999", "999", "999"},
		{"1000", "1,000", "1_000"},
		{"-1234.50", "-1,234.50", "-1_234,50"},
		{"123456", "123,456", "123_456"},
		{"1234567.123456", "1,234,567.123456", "1_234_567,123456"},
		{"", "", ""},
		{"-", "-", "-"},
		{".5", ".5", ".5"},
		{"5.", "5.", "5."},
		{"1e3", "1e3", "1e3"},
		{"1,5", "1,5", "1,5"},
		{"1.2.3", "1.2.3", "1.2.3"},
		{"+1", "+1", "+1"},
	}
	for _, tt := range tests {
		text := Text{"{n}", "{n}"}
		if got := text.In(EN, A("n", Number(tt.in))); got != tt.en {
			t.Errorf("%q en: got %q, want %q", tt.in, got, tt.en)
		}
		if got, want := text.In(FR, A("n", Number(tt.in))), strings.ReplaceAll(tt.fr, "_", "\u202f"); got != want {
			t.Errorf("%q fr: got %q, want %q", tt.in, got, want)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct{ in, fr string }{
		{"2026-01-31", "31/01/2026"},
		{"2026-01-31Z", "2026-01-31Z"},
		{"20260131", "20260131"},
		{"2026-1-31", "2026-1-31"},
		{"2026-0x-31", "2026-0x-31"},
		{"", ""},
	}
	for _, tt := range tests {
		text := Text{"{d}", "{d}"}
		if got := text.In(EN, A("d", Date(tt.in))); got != tt.in {
			t.Errorf("%q en: got %q", tt.in, got)
		}
		if got := text.In(FR, A("d", Date(tt.in))); got != tt.fr {
			t.Errorf("%q fr: got %q, want %q", tt.in, got, tt.fr)
		}
	}
}

func TestPlural(t *testing.T) {
	one, many := Text{"{n} error", "{n} erreur"}, Text{"{n} errors", "{n} erreurs"}
	tests := []struct {
		n      int
		en, fr string
	}{
		{0, "0 errors", "0 erreur"},
		{1, "1 error", "1 erreur"},
		{-1, "-1 error", "-1 erreur"},
		{2, "2 errors", "2 erreurs"},
		{5000, "5,000 errors", "5\u202f000 erreurs"},
	}
	for _, tt := range tests {
		got := Plural(tt.n, one, many)
		if got.EN != tt.en || got.FR != tt.fr {
			t.Errorf("%d: got %+v", tt.n, got)
		}
	}
}

func TestTextValidate(t *testing.T) {
	tests := []struct {
		name string
		text Text
		args []Arg
		want string // part of the error; empty for none
	}{
		{"fine", Text{"a {x} {{", "{{ b {x}"}, nil, ""},
		{"fine with arguments", Text{"a {x}", "b {x}"}, []Arg{A("x", 1), A("y", 2)}, ""},
		{"no english", Text{"", "b"}, nil, "english"},
		{"no french", Text{"a", ""}, nil, "french"},
		{"placeholders differ", Text{"a {x}", "b {y}"}, nil, "placeholders [x]"},
		{"one is missing", Text{"a {x}", "b"}, nil, "placeholders"},
		{"open brace", Text{"a {x", "b {x}"}, nil, "opens no placeholder"},
		{"empty name", Text{"a {}", "b {}"}, nil, "opens no placeholder"},
		{"space at the end", Text{"a ", "b"}, nil, "space"},
		{"line end inside", Text{"a\nb", "b"}, nil, "control"},
		{"argument is missing", Text{"a {x}", "b {x}"}, []Arg{A("y", 2)}, "{x}"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			err := tt.text.Validate(tt.args...)
			if tt.want == "" && err != nil || tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
		})
	}
}

// The package's own words obey the rules of all texts, as far as pieces can:
// some have space at an end on purpose.
func TestWords(t *testing.T) {
	files, err := fs.Glob(os.DirFS("."), "*.go")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(f, func(node ast.Node) bool {
			lit, ok := node.(*ast.CompositeLit)
			if !ok || len(lit.Elts) != 2 {
				return true
			}
			if typ, ok := lit.Type.(*ast.Ident); !ok || typ.Name != "Text" {
				return true
			}
			var words [2]string
			for i, e := range lit.Elts {
				basic, ok := e.(*ast.BasicLit)
				if !ok {
					return true
				}
				if words[i], err = strconv.Unquote(basic.Value); err != nil {
					t.Fatal(err)
				}
			}
			n++
			if err := (Text{strings.TrimSpace(words[0]), strings.TrimSpace(words[1])}).Validate(); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			return true
		})
	}
	if n < 60 {
		t.Errorf("found %d texts only: has their form changed?", n)
	}
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"", "{a}", "{{", "{", "}{a}{{{b}", "{a"} {
		f.Add(s, s)
	}
	f.Fuzz(func(t *testing.T, template, value string) {
		text := Text{template, template}
		got := text.In(FR, A("a", value))
		if again := text.With(A("a", value)).In(FR); again != got {
			t.Errorf("With: got %q, want %q", again, got)
		}
		if text.Validate() != nil {
			return
		}
		if err := text.With(A("a", "x")).Validate(); err != nil {
			if names, _ := text.names(); len(names) == 0 || len(names) == 1 && names[0] == "a" {
				t.Errorf("%q filled: %v", template, err)
			}
		}
	})
}
