package xmltree

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/fxinvoice/fx/internal/sample"
)

// checkPositions compares Position, and its variant without an index, with a count character by
// character.
func checkPositions(t *testing.T, tree *Tree) {
	t.Helper()
	doc := tree.Doc()
	line, column := 1, 1
	for off := 0; off <= len(doc); {
		if l, c := tree.Position(off); l != line || c != column {
			t.Fatalf("offset %d of %q: line %d, column %d, want %d, %d", off, doc, l, c, line, column)
		}
		if off%7 == 0 || off == len(doc) {
			if l, c := position(doc, off); l != line || c != column {
				t.Fatalf("offset %d of %q: without an index line %d, column %d, want %d, %d", off, doc, l, c, line, column)
			}
		}
		if off == len(doc) {
			return
		}
		column++
		if doc[off] == '\n' || doc[off] == '\r' && !strings.HasPrefix(doc[off:], "\r\n") {
			line++
			column = 1
		}
		_, n := utf8.DecodeRuneInString(doc[off:])
		off += n
	}
}

func TestPosition(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	parts := []string{"a", "é", "€", "𝄞", " ", "\n", "\r", "\r\n", "\n\r", strings.Repeat("x", 300), strings.Repeat("é", 700)}
	for range 60 {
		var b strings.Builder
		b.WriteString("<a>")
		for range r.IntN(60) {
			b.WriteString(parts[r.IntN(len(parts))])
		}
		b.WriteString("</a>")
		tree := mustParse(t, b.String())
		checkPositions(t, tree)
		checkLines(t, tree)
	}
}

// checkLines compares Line with a plain split.
func checkLines(t *testing.T, tree *Tree) {
	t.Helper()
	doc := strings.ReplaceAll(strings.ReplaceAll(tree.Doc(), "\r\n", "\n"), "\r", "\n")
	lines := strings.Split(doc, "\n")
	for i, want := range lines {
		if got := tree.Line(i + 1); got != want {
			t.Fatalf("line %d of %q: %q, want %q", i+1, tree.Doc(), got, want)
		}
	}
	for _, line := range []int{-1, 0, len(lines) + 1, len(lines) + 1000} {
		if got := tree.Line(line); got != "" {
			t.Fatalf("line %d of %q: %q", line, tree.Doc(), got)
		}
	}
}

func TestPositionOutside(t *testing.T) {
	tree := mustParse(t, "<a>\n</a>")
	for _, c := range [][3]int{{-5, 1, 1}, {0, 1, 1}, {4, 2, 1}, {8, 2, 5}, {100, 2, 5}} {
		if line, column := tree.Position(c[0]); line != c[1] || column != c[2] {
			t.Errorf("offset %d: line %d, column %d, want %d, %d", c[0], line, column, c[1], c[2])
		}
	}
}

// TestPositionAtBorders puts line ends and long characters across the borders of the index.
func TestPositionAtBorders(t *testing.T) {
	for _, at := range []string{"\r\n", "\r", "\n", "é", "𝄞", "x"} {
		for shift := range 5 {
			doc := "<a>" + strings.Repeat("y", block-3-shift) + at + strings.Repeat("z", block-2) + at + "</a>"
			tree := mustParse(t, doc)
			checkPositions(t, tree)
			checkLines(t, tree)
		}
	}
}

// TestLazily asks a new tree from many goroutines at once; the race detector watches.
func TestLazily(t *testing.T) {
	doc := sample.UBL(20)
	for range 20 {
		tree := mustParse(t, doc)
		last := Node(tree.Len() - 1)
		want := mustParse(t, doc).Path(last, nil)
		var wg sync.WaitGroup
		for i := range 8 {
			wg.Go(func() {
				if line, _ := tree.Position(len(doc) / 8 * i); line < 1 {
					t.Errorf("line %d", line)
				}
				if got := tree.Path(last, nil); got != want {
					t.Errorf("path %s, want %s", got, want)
				}
				if tree.Line(2) == "" || tree.StringValue(0) == "" {
					t.Error("nothing there")
				}
			})
		}
		wg.Wait()
	}
}
