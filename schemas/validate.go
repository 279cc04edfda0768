package schemas

import (
	"cmp"
	"slices"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Validation is what a schema says about a document.
type Validation struct {
	Findings []report.Finding // in document order
	More     int              // how many nodes are wrong beyond Findings
}

// Valid reports whether the document fits its schema.
func (v *Validation) Valid() bool { return len(v.Findings) == 0 && v.More == 0 }

// mostFindings bounds the memory that findings take: some 50 MB.
const mostFindings = 50_000

// Validate checks a document. After limit findings the rest is only counted; 0 means that all are wanted, which
// is to say the first 50,000.
//
// One mistake gives one finding where that can be told: behind a misplaced, unknown or missing element the
// check goes on where the document agrees with the schema again.
//
// XML Schema lets every global element be the root: ubl-2.1 accepts a cac:Party on its own. Look at the root
// first if only invoices will do.
func (s *Schema) Validate(t *xmltree.Tree, limit int) Validation {
	if limit <= 0 || limit > mostFindings {
		limit = mostFindings
	}
	w := walker{schema: s, tree: t, limit: limit, undeclaredNode: xmltree.None}
	w.run()
	return w.out
}

// walker goes through one document.
type walker struct {
	schema *Schema
	tree   *xmltree.Tree
	limit  int
	out    Validation

	symbols []symbol // by symbol of the document
	stack   []frame  // open elements that have a content model
	xsi     bool     // the document uses xsi:type or xsi:nil somewhere
	ids     *identifiers
	effort  int // spent on explaining findings

	undeclaredNode xmltree.Node // the last element that a lax wildcard admitted without a declaration

	symbolStore [192]symbol
	stackStore  [16]frame
}

// frame is an open element and how far its content model has come.
type frame struct {
	ty      *typ
	trouble *trouble     // what went wrong in this element so far, or nil
	node    xmltree.Node // the element
	end     xmltree.Node // the first element behind it
	last    xmltree.Node // the child before this one, or None
	pos     int32        // plain sequence: particle; automaton: position, from 1, 0 at the start
	count   int32        // plain sequence: how often the particle was met
}

func (w *walker) run() {
	w.translate()
	t := w.tree
	root := w.schema.global(w.symbols[t.Name(0)])
	if root == 0 {
		if root = w.wrongRoot(); root == 0 {
			return
		}
	}
	w.stack = w.stackStore[:0]
	end := xmltree.Node(t.Len())
	for n := w.enter(0, root); n < end; {
		f := w.close(n)
		id := w.step(f, n)
		f.last = n
		if id == 0 {
			n = t.After(n)
			continue
		}
		n = w.enter(n, id)
	}
	w.close(end + 1)
	w.ids.check(w)
	w.sort()
}

// translate finds the symbol of each name of the document.
func (w *walker) translate() {
	names := w.tree.Names()
	w.symbols = w.symbolStore[:0]
	if len(names) > len(w.symbolStore) {
		w.symbols = make([]symbol, 0, len(names))
	}
	last, known := "", 0 // attributes have no namespace, which is the first of spaces
	for i := range names {
		name := &names[i]
		if name.Space != last {
			last, known = name.Space, findSpace(name.Space)
		}
		sym := symbol(0)
		if known >= 0 {
			sym = spaces[known].find(name.Local)
		}
		if sym == xsiType || sym == xsiNil {
			w.xsi = true
		}
		w.symbols = append(w.symbols, sym)
	}
}

// close leaves the elements that end before n and gives the one that n is in.
func (w *walker) close(n xmltree.Node) *frame {
	for i := len(w.stack) - 1; i >= 0; i-- {
		f := &w.stack[i]
		if n < f.end {
			return f
		}
		w.leave(f)
		w.stack = w.stack[:i]
	}
	return nil
}

// enter checks the start tag and the text of an element and gives the element to look at next.
func (w *walker) enter(n xmltree.Node, id typeID) xmltree.Node {
	t := w.tree
	ty := w.schema.typ(id)
	first, end := t.Attrs(n)
	if first != end || ty.attrs != nil && ty.attrs.required > 0 || ty.abstract {
		if ty = w.startTag(n, id, first, end); ty == nil {
			return t.After(n)
		}
	}
	switch ty.content {
	case contentSimple:
		if t.HasChildren(n) {
			w.childInValue(n)
			return t.After(n)
		}
		if ty.facets != nil || !anyText(ty.value) {
			w.value(n, ty)
		}
		return n + 1
	case contentEmpty:
		w.nothing(n)
		return t.After(n)
	case contentElements:
		if t.HasText(n) {
			w.textInElements(n)
		}
	}
	w.stack = append(w.stack, frame{ty: ty, node: n, end: t.After(n), last: xmltree.None})
	return n + 1
}

// value checks the text of an element.
func (w *walker) value(n xmltree.Node, ty *typ) {
	text := w.tree.Text(n)
	if bad := checkValue(ty.value, ty.facets, text, w.tree, n); bad != noFault {
		w.badValue(n, noAttr, ty.value, ty.facets, text, bad)
		return
	}
	w.identify(n, noAttr, ty.value, text)
}

// sort puts the findings in document order: what concerns a parent as a whole is only known at its end.
func (w *walker) sort() {
	if !slices.IsSortedFunc(w.out.Findings, byPlace) {
		slices.SortStableFunc(w.out.Findings, byPlace)
	}
}

func byPlace(a, b report.Finding) int {
	return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
}
