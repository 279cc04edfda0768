package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{"é漢😀": "é漢😀", "\x1b[31m": `\x1b[31m`, "a\nb": `a\nb`, "\u009b": `\u009b`, "\u202e": `\u202e`, "\xff\ufffd": "\\xff\ufffd",
		"\U000e0001": `\U000e0001`} {
		if got := visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestCells(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "é": 1, "e\u0301": 1, "漢字": 4, "😀": 2, "Ａ": 2, "1\u202f234": 5, "ｱ": 1} {
		if got := cells(s); got != want {
			t.Errorf("cells(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		name, in string
		columns  int
		want     []string
	}{
		{"fits", "one two", 7, []string{"one two"}},
		{"does not fit", "one two three", 7, []string{"one two", "three"}},
		{"keeps line ends", "a\r\nb\n\nc", 10, []string{"a", "b", "", "c"}},
		{"white space is one space", " a \t b ", 10, []string{"a b"}},
		{"breaks long words", "x abcdefghij", 4, []string{"x", "abcd", "efgh", "ij"}},
		{"breaks paths behind a slash", "abc/defg/hi", 8, []string{"abc/", "defg/hi"}},
		{"wide characters", "漢字漢字", 5, []string{"漢字", "漢字"}},
		{"controls", "a\x1bb", 10, []string{`a\x1bb`}},
		{"no-break spaces hold", "1 000 EUR", 5, []string{"1 000", "EUR"}},
		{"nothing", "", 10, nil},
		{"narrower than a character", "漢", 1, []string{"漢"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, wrap(test.in, test.columns)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestWrapLong makes sure that time and memory follow the length of a text, whatever is in it.
func TestWrapLong(t *testing.T) {
	for _, piece := range []string{"x", "x ", "/", "\n", "漢", "\x1b"} {
		long := strings.Repeat(piece, 1<<17)
		for _, l := range wrap(long, 80) {
			if cells(l) > 80 {
				t.Fatalf("a line of %d columns", cells(l))
			}
		}
	}
}

func TestOneLine(t *testing.T) {
	for in, want := range map[string]string{"short": "short", "a\nb\tc": "a b c", "12345678901": "123456789…", "漢字漢字漢字": "漢字漢字…"} {
		if got := oneLine(in, 10); got != want {
			t.Errorf("oneLine(%q) = %q, want %q", in, got, want)
		}
	}
}
