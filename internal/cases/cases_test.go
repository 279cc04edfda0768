package cases

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	const text = `# A remark.
family E  base=exempt code=E
family AE base=reverse-charge code=AE

BR-01 BR-02 missing
  ubl full refused
    with set a/b = 1 = 2
    remove a/b
    want BR-01 a
    want BR-02 c
    also BR-03

# Another one.
BR-{vat}-05 for E AE
  cii {base} odd
    in a
      <b>
        <c>{code}</c>
      </b>
`
	have, err := Parse("x.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	with, edits := []Edit{{Op: Set, Path: "a/b", Value: "1 = 2"}}, []Edit{{Op: Remove, Path: "a/b"}}
	in := func(code string) []Edit {
		return []Edit{{Op: In, Path: "a", XML: "      <b>\n        <c>" + code + "</c>\n      </b>"}}
	}
	want := []*Case{
		{Rule: "BR-01", Name: "missing", Syntax: "ubl", Base: "full", Refused: true, With: with, Edits: edits, Want: "a", Also: []string{"BR-02", "BR-03"}, File: "x.txt", Line: 6},
		{Rule: "BR-02", Name: "missing", Syntax: "ubl", Base: "full", Refused: true, With: with, Edits: edits, Want: "c", Also: []string{"BR-01", "BR-03"}, File: "x.txt", Line: 6},
		{Rule: "BR-E-05", Syntax: "cii", Base: "exempt", Odd: true, Edits: in("E"), Also: []string{}, File: "x.txt", Line: 15},
		{Rule: "BR-AE-05", Syntax: "cii", Base: "reverse-charge", Odd: true, Edits: in("AE"), Also: []string{}, File: "x.txt", Line: 15},
	}
	if diff := cmp.Diff(want, have); diff != "" {
		t.Error(diff)
	}
}

func TestParseRefuses(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"no rule", "  ubl full\n", "stands below no rule"},
		{"no base", "BR-01\n    remove a\n", "stands below no base"},
		{"syntax", "BR-01\n  xml full\n", "no syntax and base"},
		{"edit", "BR-01\n  ubl full\n    drop a\n", "no edit"},
		{"value", "BR-01\n  ubl full\n    set a\n", "no value"},
		{"path", "BR-01\n  ubl full\n    in <a/>\n", "no path"},
		{"XML", "BR-01\n  ubl full\n    remove a\n      <b/>\n", "no edit that adds"},
		{"want", "BR-01\n  ubl full\n    want a b c\n", "no place"},
		{"family", "BR-{vat}-01 for X\n  ubl full\n", "unknown family"},
		{"family words", "family X base\n", "no name=value"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := Parse("x.txt", test.text)
			if err == nil || !strings.HasPrefix(err.Error(), "x.txt:") || !strings.Contains(err.Error(), test.want) {
				t.Errorf("%v, want %q", err, test.want)
			}
		})
	}
}

const base = `<r>
  <a x="1">one</a>
  <a>two</a>
  <g>
    <b>three</b>
  </g>
</r>
`

// TestEdits makes each edit; the document says where with ^ before what the finding points at.
func TestEdits(t *testing.T) {
	for _, test := range []struct {
		name string
		edit Edit
		want string
	}{
		{"set", Edit{Op: Set, Path: "a[2]", Value: "2 < 3"}, strings.Replace(base, "<a>two", "^<a>2 &lt; 3", 1)},
		{"set attribute", Edit{Op: Set, Path: "a/@x", Value: `"`}, strings.Replace(base, `x="1"`, `^x="&#34;"`, 1)},
		{"add attribute", Edit{Op: Set, Path: "g/b/@y", Value: "2"}, strings.Replace(base, "<b>", `<b ^y="2">`, 1)},
		{"remove", Edit{Op: Remove, Path: "g/b"}, strings.Replace(base, "<g>\n    <b>three</b>", "^<g>", 1)},
		{"remove attribute", Edit{Op: Remove, Path: "a/@x"}, strings.Replace(base, ` x="1"`, "", 1)},
		{"copy", Edit{Op: Copy, Path: "g"}, strings.Replace(base, "</g>\n", "</g>\n  ^<g>\n    <b>three</b>\n  </g>\n", 1)},
		{"before", Edit{Op: Before, Path: "g/b", XML: "<c/>"}, strings.Replace(base, "<b>", "^<c/>\n    <b>", 1)},
		{"after", Edit{Op: After, Path: "a", XML: "      <c>\n        <d/>\n      </c>"}, strings.Replace(base, "one</a>", "one</a>\n  ^<c>\n    <d/>\n  </c>", 1)},
		{"in", Edit{Op: In, Path: "g", XML: "<c/>"}, strings.Replace(base, "</b>", "</b>\n    ^<c/>", 1)},
		{"in text", Edit{Op: In, Path: "b", XML: "<c/>"}, strings.Replace(base, "three", "three^<c/>", 1)},
	} {
		t.Run(test.name, func(t *testing.T) {
			have, at, err := test.edit.apply(base)
			if err != nil {
				t.Fatal(err)
			}
			want := test.want
			if strings.Contains(want, "^") {
				have = have[:at] + "^" + have[at:]
			} else if !strings.HasPrefix(have[at:], "<a>one") {
				t.Errorf("points at %.10q", have[at:])
			}
			if diff := cmp.Diff(want, have); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestEditsFail(t *testing.T) {
	for _, e := range []Edit{{Op: Set, Path: "g", Value: "x"}, {Op: Set, Path: "q", Value: "x"}, {Op: Remove, Path: "r"}, {Op: Remove, Path: "a/@y"},
		{Op: After, Path: "a[3]", XML: "<c/>"}, {Op: In, Path: "g"}} {
		if have, _, err := e.apply(base); err == nil {
			t.Errorf("%s %s: %s", e.Op, e.Path, have)
		}
	}
}

func TestPiece(t *testing.T) {
	const pass = `<r>
  <g>
    <k>1</k>
    <k>2</k>
    <k>3</k>
    <k>4</k>
    <k>5</k>
    <k>6</k>
    <k>7</k>
    <k>8</k>
    <k>9</k>
    <k>10</k>
    <k>11</k>
    <k>12</k>
  </g>
  <h>
    <l>1</l>
  </h>
</r>
`
	docs := Documents{Pass: pass, Fail: strings.Replace(pass, "<k>6</k>", "<k>x</k>", 1), Line: 17}
	var b strings.Builder
	for _, l := range docs.Piece() {
		pointed := " "
		if l.Pointed {
			pointed = ">"
		}
		b.WriteString(string(l.Mark) + pointed + l.Text + "\n")
	}
	const want = `  <g>
    …
    <k>5</k>
-   <k>6</k>
+   <k>x</k>
    <k>7</k>
    …
  </g>
  <h>
 >  <l>1</l>
  </h>
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Error(diff)
	}
}
