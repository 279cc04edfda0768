package pdf

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// parse reads an object from a text, as from an object stream.
func parse(text string, lim Limits) (Object, error) {
	f := &File{lim: lim.filled()}
	l := lexer{file: f, buf: []byte(text), whole: true, inside: true, values: f.lim.Values}
	o := l.object(0)
	return o, l.err
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		text string
		want Object
	}{
		{"null", Null{}},
		{"true", Bool(true)},
		{" \x00\t\r\n\ffalse", Bool(false)},
		{"% a comment\r17", Int(17)},
		{"+17", Int(17)},
		{"-17", Int(-17)},
		{"0", Int(0)},
		{"007", Int(7)},
		{"9223372036854775807", Int(9223372036854775807)},
		{"9223372036854775808", Real("9223372036854775808")},
		{"1.50", Real("1.50")},
		{"-.5", Real("-.5")},
		{"4.", Real("4.")},
		{"--5", Real("--5")},
		{"/Name", Name("Name")},
		{"/", Name("")},
		{"/A#20B#2", Name("A B#2")},
		{"/text#2Fxml", Name("text/xml")},
		{"/F\xc3\xa9", Name("Fé")},
		{"()", String("")},
		{"(a(b)c)", String("a(b)c")},
		{`(\(\)\\\n\r\t\b\f\x)`, String("()\\\n\r\t\b\fx")},
		{`(\101\0053\53\7)`, String("A\x053+\a")},
		{`(\500)`, String("@")},
		{"(a\\\nb\\\r\nc\\\rd)", String("abcd")},
		{"(a\r\nb\rc\nd)", String("a\nb\nc\nd")},
		{"<>", String("")},
		{"<48 65\n6C6c6F>", String("Hello")},
		{"<487>", String("Hp")},
		{"<4z8>", String("H")},
		{"[]", Array{}},
		{"[1 2 R 3 4 R 5]", Array{Int(1), Int(2), Null{}, Int(3)}},
		{"[1 0 R 2 0 R]", Array{Ref{1, 0}, Ref{2, 0}}},
		{"[1 0 Rx 2]", nil},
		{"12 3 R", Ref{12, 3}},
		{"12 3\nR/", Ref{12, 3}},
		{"[12 3]", Array{Int(12), Int(3)}},
		{"[12 65536 R]", nil},
		{"[/A/B(c)<64>1 true null]", Array{Name("A"), Name("B"), String("c"), String("d"), Int(1), Bool(true), Null{}}},
		{"<<>>", Dict{}},
		{"<</A 1/B[2]/C<</D(e)>>>>", Dict{{"A", Int(1)}, {"B", Array{Int(2)}}, {"C", Dict{{"D", String("e")}}}}},
		{"<</A/B/C>>", Dict{{"A", Name("B")}, {"C", Null{}}}},
		{"<</A 1 0 R/A 2>>", Dict{{"A", Ref{1, 0}}, {"A", Int(2)}}},
		{"", nil},
		{"(a", nil},
		{"<48", nil},
		{"[1", nil},
		{"<</A", nil},
		{"<</A 1", nil},
		{"<</A 1>", nil},
		{"<<1 2>>", nil},
		{"nul", nil},
		{"]", nil},
		{"}", nil},
	} {
		if c.text == "[1 2 R 3 4 R 5]" {
			c.want = Array{Ref{1, 2}, Ref{3, 4}, Int(5)}
		}
		got, err := parse(c.text, Limits{})
		if c.want == nil {
			var e *Error
			if !errors.As(err, &e) || e.Kind != KindDamaged {
				t.Errorf("%q is %v, %v", c.text, got, err)
			}
			continue
		}
		if diff := cmp.Diff(c.want, got); diff != "" || err != nil {
			t.Errorf("%q: %v\n%s", c.text, err, diff)
			continue
		}
		written := Append(nil, got)
		again, err := parse(string(written), Limits{})
		if diff := cmp.Diff(got, again); diff != "" || err != nil {
			t.Errorf("%q written as %q: %v\n%s", c.text, written, err, diff)
		}
	}
}

func TestValue(t *testing.T) {
	d := Dict{{"A", Int(1)}, {"B", Null{}}, {"A", Int(2)}}
	if d.Value("A") != Int(2) || d.Value("B") != nil || d.Has("B") || d.Has("C") || !d.Has("A") {
		t.Error("values are not those of the dictionary")
	}
}

func TestParseLimits(t *testing.T) {
	for _, c := range []struct {
		name, text string
		lim        Limits
		message    string // "" if the text is within the limit
	}{
		{"nesting", "[[[]]]", Limits{Nesting: 3}, ""},
		{"nesting passed", "[[[<<>>]]]", Limits{Nesting: 3}, "more than 3 arrays and dictionaries"},
		{"nesting by default", strings.Repeat("[", 100) + strings.Repeat("]", 100), Limits{}, ""},
		{"nesting by default passed", strings.Repeat("[", 101), Limits{}, "more than 100 arrays"},
		{"nesting without limit", strings.Repeat("[", 5000) + strings.Repeat("]", 5000), Limits{Nesting: -1}, ""},
		{"values", "[1 2 3]", Limits{Values: 4}, ""},
		{"values passed", "[1 2 3]", Limits{Values: 3}, "an object of more than 3 values"},
	} {
		_, err := parse(c.text, c.lim)
		var e *Error
		switch {
		case c.message == "":
			if err != nil {
				t.Errorf("%s: %v", c.name, err)
			}
		case !errors.As(err, &e) || e.Kind != KindLimit || !strings.Contains(e.Message.EN, c.message):
			t.Errorf("%s: got %v", c.name, err)
		}
	}
}

func TestText(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"plain", "plain"},
		{"\xfe\xff\x00R\x00\xe9\xd8\x3d\xde\x00", "Ré😀"},
		{"\xff\xfeR\x00\xe9\x00", "Ré"},
		{"\xfe\xff\x00R\x00", "R"},
		{"\xef\xbb\xbfR\xc3\xa9", "Ré"},
		{"R\xc3\xa9", "Ré"}, // UTF-8 without its mark
		{"R\xe9\x80\xa0\x92\x9f", "Ré•€™\uFFFD"},
		{"\x18\x1f", "˘˜"},
		{"", ""},
	} {
		if got := String(c.in).Text(); got != c.want {
			t.Errorf("%q is %q, want %q", c.in, got, c.want)
		}
	}
}
