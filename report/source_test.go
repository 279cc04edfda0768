package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestExcerpt(t *testing.T) {
	x := func(n int) string { return strings.Repeat("x", n) }
	tests := []struct {
		name   string
		line   string
		column int
		want   string
		caret  int
	}{
		{"first", "abc", 1, "abc", 0},
		{"last", "abc", 3, "abc", 2},
		{"behind the end", "abc", 4, "abc", 3},
		{"far behind the end", "abc", 400, "abc", 3},
		{"unknown", "abc", 0, "abc", 0},
		{"empty", "", 1, "", 0},
		{"tabs", "\t\tabc", 3, "        abc", 8},
		{"wide", "漢字x", 3, "漢字x", 4},
		{"combining", "e\u0301x", 3, "e\u0301x", 1},
		{"no-break space", "a\u00a0x", 3, "a\u00a0x", 2},
		{"escapes", "\x1b\u200bx", 3, `\x1b\u200bx`, 10},
		{"no UTF-8", "\xffx", 2, `\xffx`, 4},
		{"just fits", x(100), 100, x(100), 99},
		{"cut behind", x(101), 1, x(100) + "…", 0},
		{"cut before", x(101), 101, "…" + x(100), 100},
		{"cut on both sides", x(500) + "<" + x(500), 501, "…" + x(60) + "<" + x(39) + "…", 61},
		{"cut by wide ones", strings.Repeat("漢", 100), 50, "…" + strings.Repeat("漢", 50) + "…", 61},
		{"unknown in a long line", x(500), 0, x(100) + "…", 0},
		{"nothing but marks", strings.Repeat("\u0301", 1000), 1, strings.Repeat("\u0301", maxRunes) + "…", 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			m := mark{column: 1}
			m.advance(tt.line, tt.column)
			got, caret := excerpt(tt.line, m.offset)
			if got != tt.want || caret != tt.caret {
				t.Errorf("got %q %d, want %q %d", got, caret, tt.want, tt.caret)
			}
		})
	}
}

// Several findings of one line, in order or not, each get their own caret.
func TestCarets(t *testing.T) {
	line := strings.Repeat("é", 300) + "<a>"
	p := printer{o: TextOptions{Source: func(n int) (string, bool) { return line, n < 3 }}}
	for _, place := range [][2]int{{1, 2}, {1, 301}, {1, 2}, {2, 0}, {2, 3}, {3, 1}} {
		p.source("", place[0], place[1])
	}
	e := func(n int) string { return strings.Repeat("é", n) }
	caret := func(n int) string { return "  | " + strings.Repeat(" ", n) + "^\n" }
	want := "1 | " + e(100) + "…\n" + caret(1) +
		"1 | …" + e(97) + "<a>\n" + caret(98) +
		"1 | " + e(100) + "…\n" + caret(1) +
		"2 | " + e(100) + "…\n" +
		"2 | " + e(100) + "…\n" + caret(2)
	if diff := cmp.Diff(want, p.b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestVisible(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", ""},
		{"été 1\u202f234,50\u00a0€ 漢字 😀", "été 1\u202f234,50\u00a0€ 漢字 😀"},
		{"a\tb\r\nc", `a\tb\r\nc`},
		{"\x00\x1b[31m\x7f", `\x00\x1b[31m\x7f`},
		{"\u0085\u009b", `\u0085\u009b`},
		{"\u200b\u200e\u2028\u202e\u2066\ufeff\u00ad", `\u200b\u200e\u2028\u202e\u2066\ufeff\u00ad`},
		{"\U000e0041", `\U000e0041`},
		{"\xff\xc3", `\xff\xc3`},
		{"\ufffd", "\ufffd"},
		{`C:\x1b`, `C:\x1b`},
	}
	for _, tt := range tests {
		if got := visible(tt.in); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.in, got, tt.want)
		}
		if w := cells(tt.in); w != cells(tt.want) {
			t.Errorf("%q: %d cells, shown it has %d", tt.in, w, cells(tt.want))
		}
	}
}

// What the checks write into a report is safe as well, wherever it comes from.
func TestTextIsSafe(t *testing.T) {
	const evil = "\x1b]0;x\x07\u009b2J\n\u202e\xff "
	r := &Report{
		FX: evil, File: evil, Syntax: evil, Profile: evil, Target: evil,
		Layers: []Layer{
			{ID: Container, State: Ran, Artefact: evil, Version: evil, NotExamined: []string{evil}},
			{ID: Read, State: Failed, Reason: Text{evil, evil}},
			{ID: evil, State: Skipped, Reason: Text{evil, evil}},
		},
		Disabled: []Disabled{{Rule: evil, Reason: evil}},
		Findings: []Finding{{
			Rule: evil, Layer: evil, Severity: 9, Terms: []string{evil}, Path: evil, Line: 1, Column: 2,
			Object: evil, Page: 1, Found: evil, Expected: evil, Files: []string{evil},
			Message: Text{evil + "{a}{b}{c}", evil}, Fix: Text{evil, evil},
			Args: []Arg{A("a", evil), A("b", []string{evil, evil}), A("c", Number(evil))},
		}},
		More: map[string]int{evil: 3},
	}
	only := *r
	only.Only = []LayerID{evil}
	o := TextOptions{Source: func(int) (string, bool) { return evil, true }}
	for _, o.Lang = range []Lang{EN, FR} {
		for _, o.Full = range []bool{false, true} {
			var b bytes.Buffer
			for _, r := range []*Report{r, &only} {
				if err := WriteText(&b, r, o); err != nil {
					t.Fatal(err)
				}
			}
			if err := WriteBatchText(&b, r.Findings, o); err != nil {
				t.Fatal(err)
			}
			checkClean(t, b.String(), false)
		}
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("\t<a>漢\x1b</a>\xff", 3)
	f.Add(strings.Repeat("x", 300), 150)
	f.Fuzz(func(t *testing.T, line string, column int) {
		m := mark{column: 1}
		m.advance(line, column)
		shown, caret := excerpt(line, m.offset)
		if strings.ContainsFunc(shown, hidden) || !utf8.ValidString(shown) {
			t.Errorf("unsafe: %q", shown)
		}
		if w := cells(shown); w > window+2 || caret > w {
			t.Errorf("%d cells, caret at %d: %q", w, caret, shown)
		}
		if at := utf8.RuneCountInString(line[:m.offset]); at != min(max(column-1, 0), utf8.RuneCountInString(line)) {
			t.Errorf("column %d is after %d characters", column, at)
		}
	})
}
