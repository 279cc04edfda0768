package bind

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// trace says what an encoder wrote where, for a patch that takes over parts of it. Both lists are in the order of the document.
type trace struct {
	elements []tracedElement
	values   []tracedValue
}

// tracedElement is an element that an edge leads to, with the group instance that it is.
type tracedElement struct {
	at    int // offset of its '<'
	edge  *Edge
	group any
}

// tracedValue is a value that an element holds, as its text or in an attribute.
type tracedValue struct {
	at   int    // offset of the element's '<'
	attr uint16 // name of the attribute, 0 for the text
	slot slot
}

// mark is how much of a trace is there, to go back to.
type mark struct{ elements, values int }

func (t *trace) mark() mark {
	if t == nil {
		return mark{}
	}
	return mark{len(t.elements), len(t.values)}
}

// back forgets what was noted since m: the encoder took it back.
func (t *trace) back(m mark) {
	if t != nil {
		t.elements, t.values = t.elements[:m.elements], t.values[:m.values]
	}
}

// shift moves what was noted behind an offset: something was put in there.
func (t *trace) shift(from, by int) {
	if t == nil {
		return
	}
	for i := len(t.elements) - 1; i >= 0 && t.elements[i].at >= from; i-- {
		t.elements[i].at += by
	}
	for i := len(t.values) - 1; i >= 0 && t.values[i].at >= from; i-- {
		t.values[i].at += by
	}
}

// traceElement notes an element that begins at the end of the buffer.
func (e *encoder) traceElement(edge *Edge, s *State) {
	e.at = len(e.buf)
	if e.trace == nil {
		return
	}
	var group any
	if s.Group >= 0 && e.Rows[s.Group].How&Lazy == 0 {
		group = e.instance(e.Rows[s.Group].Term)
	}
	e.trace.elements = append(e.trace.elements, tracedElement{e.at, edge, group})
}

// traceValue notes a value in the element that was begun last.
func (e *encoder) traceValue(row *Row, field any, attr uint16) {
	group := e.instance(facts[row.Term].group)
	var item int32
	term := row.Term
	if up := term.Parent(); !up.IsGroup() {
		term = up
	}
	if list, ok := en16931.Field(term, group).(*[]en16931.Identifier); ok {
		for i := range *list {
			if id := &(*list)[i]; any(id) == field || term != row.Term && en16931.Field(row.Term, id) == field {
				item = int32(i)
			}
		}
	}
	e.trace.values = append(e.trace.values, tracedValue{e.at, attr, slot{group, row.Term, item}})
}

// written is an encoded document with its trace, element by element.
type written struct {
	tree   *xmltree.Tree
	edges  []*Edge
	groups []any
	values [][]tracedValue
}

// encodeTraced encodes an invoice for a patch.
func encodeTraced(t *Table, inv *en16931.Invoice, repeat []en16931.Term) (*written, error) {
	e := newEncoder(t, inv, repeat)
	e.trace = new(trace)
	e.document()
	if e.err != nil {
		return nil, e.err
	}
	tree, err := xmltree.Parse(string(e.buf), unlimited)
	if err != nil {
		return nil, err
	}
	w := &written{tree, make([]*Edge, tree.Len()), make([]any, tree.Len()), make([][]tracedValue, tree.Len())}
	elements, values := e.trace.elements, e.trace.values
	for n := range tree.Len() {
		start, _ := tree.Range(xmltree.Node(n))
		if len(elements) > 0 && elements[0].at == start {
			w.edges[n], w.groups[n] = elements[0].edge, elements[0].group
			elements = elements[1:]
		}
		k := 0
		for k < len(values) && values[k].at == start {
			k++
		}
		w.values[n], values = values[:k], values[k:]
	}
	return w, nil
}

// unlimited reads back what was just written, however large the file is that it came from.
var unlimited = xmltree.Limits{Bytes: -1, Depth: -1, Attributes: -1, Namespaces: -1, Text: -1, Nodes: -1, Names: -1}
