package xmltree

import (
	"errors"
	"testing"

	"github.com/fxinvoice/fx/internal/sample"
)

// FuzzParse looks for documents that break what always holds: no panic, an error of the right type
// in the right place, a tree that is in order, and the same content as the standard library sees.
func FuzzParse(f *testing.F) {
	for _, c := range accepted {
		f.Add(c.doc)
	}
	for _, c := range refused {
		f.Add(c.doc)
	}
	for _, c := range texts {
		f.Add(c.doc)
	}
	for _, c := range decodable {
		f.Add(c.doc)
	}
	for _, c := range undecodable {
		f.Add(c.doc)
	}
	f.Add(nested)
	f.Add(sample.UBL(1))
	f.Add(sample.CII(1))
	f.Fuzz(func(t *testing.T, doc string) {
		tree, err := Parse(doc, Limits{})
		if err != nil {
			checkError(t, doc, err)
			return
		}
		checkTree(t, tree)
		// The standard library may refuse the document, but what it reads is the same.
		_ = checkStd(t, tree)
		back, err := Encode(tree.Doc(), tree.Encoding(), tree.BOM())
		if err != nil || string(back) != doc {
			t.Fatalf("written back as %q, %v", back, err)
		}
		last := Node(tree.Len() - 1)
		if tree.Path(last, nil) == "" {
			t.Fatal("no path")
		}
		start, _ := tree.Range(last)
		line, column := tree.Position(start)
		if l, c := position(tree.Doc(), start); l != line || c != column {
			t.Fatalf("offset %d is line %d, column %d, or %d, %d", start, line, column, l, c)
		}
		if tree.Line(line) == "" {
			t.Fatalf("line %d is empty", line)
		}
	})
}

func checkError(t *testing.T, doc string, err error) {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) {
		t.Fatalf("error is a %T: %v", err, err)
	}
	if e.Line < 1 || e.Column < 1 || e.Offset < 0 || e.Offset > 3*len(doc) || e.Message.EN == "" || e.Message.FR == "" {
		t.Fatalf("bad error %+v", e)
	}
}
