package check_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// TestNothingIsLost changes every text and every attribute of a document, one at a time, into a word that stands nowhere else: it must turn up
// in the model or in the residue. So nothing in a file can go unread in silence, and nothing is said to be read that is not.
func TestNothingIsLost(t *testing.T) {
	changes := 0
	try := func(name string, content []byte) {
		tree, err := xmltree.Parse(string(content), xmltree.Limits{})
		if err != nil || tree.Encoding() != "UTF-8" {
			return
		}
		doc := tree.Doc()
		for _, r := range contents(tree) {
			changes++
			changed := doc[:r[0]] + word + doc[r[1]:]
			read, err := check.Read(context.Background(), strings.NewReader(changed), -1, check.Limits{})
			if err != nil {
				continue // the root is no invoice's any more
			}
			if !mentions(read.Invoice) {
				line, column := tree.Position(r[0])
				t.Errorf("%s:%d:%d: %q is neither in the model nor in the residue", name, line, column, doc[r[0]:r[1]])
			}
		}
	}
	samples, err := filepath.Glob("../testdata/*.xml")
	if err != nil || len(samples) == 0 {
		t.Fatalf("no samples in testdata: %v", err)
	}
	for _, file := range samples {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		try(file, content)
	}
	if os.Getenv("FX_CONFORMANCE") != "" {
		sets := []official.Set{official.Real, official.Bases}
		if testing.Short() {
			sets = sets[:1]
		}
		official.Documents(t, func(name string, content []byte) {
			if len(content) < 100_000 { // each change reads the whole document
				try(name, content)
			}
		}, sets...)
	}
	t.Logf("%d changes", changes)
}

const word = "Wyvern7"

// contents lists where a tree has text without markup in it, and attribute values.
func contents(tree *xmltree.Tree) [][2]int {
	var all [][2]int
	for n := xmltree.Node(0); int(n) < tree.Len(); n++ {
		first, end := tree.Attrs(n)
		for a := first; a < end; a++ {
			if tree.AttrNameOf(a).Space == "http://www.w3.org/2001/XMLSchema-instance" {
				continue // for schema processors; says nothing about the invoice
			}
			_, from, to := tree.AttrRange(a)
			all = append(all, [2]int{from, to})
		}
		if from, to := tree.Content(n); !tree.HasChildren(n) && tree.HasText(n) && !strings.Contains(tree.Doc()[from:to], "<") {
			all = append(all, [2]int{from, to})
		}
	}
	return all
}

// mentions reports whether the word stands in the model, currencies included, or in the residue.
func mentions(inv *en16931.Invoice) bool {
	v := currencies{values{}, false}
	inv.Walk(&v)
	for _, texts := range v.values {
		for _, s := range texts {
			if strings.Contains(s, word) {
				return true
			}
		}
	}
	for _, r := range inv.Source.Residue() {
		if strings.Contains(r.Value, word) {
			return true
		}
	}
	return v.found
}

type currencies struct {
	values
	found bool
}

func (c *currencies) Value(t en16931.Term, group, field any) {
	if a, ok := field.(*en16931.Amount); ok && strings.Contains(string(a.Currency), word) {
		c.found = true
	}
	c.values.Value(t, group, field)
}
