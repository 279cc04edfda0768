package bind

import (
	"cmp"
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// record says which elements and attributes filled which field of an invoice. A decoder keeps one where an invoice is to be written back to its
// file; plain decoding does without.
type record struct {
	edges    []*Edge       // per element, how rows lead to it from its parent; nil where none does
	owners   map[any]*held // by group instance
	fillers  []xmltree.Node
	carriers []*carrier // in the order of the document; within an element its text comes first
}

// held is what the record has of one group instance.
type held struct {
	elements []xmltree.Node // its own elements: several where Merge lets them repeat, none where only terms outside made it
	values   []*origin      // by term and item
}

// origin is a value that was read, and where: in several places where the rows let an equal value repeat.
type origin struct {
	term     en16931.Term
	item     int32 // of a term that repeats, and of its sub-items, which one it is
	alive    int32 // how many of the carriers a patch leaves in place
	carriers []*carrier
	room     [1]*carrier // of carriers, for the one that most values have
	one      carrier     // likewise
}

// carrier is an element whose text, or an attribute whose value, is a value of the invoice.
type carrier struct {
	node xmltree.Node
	attr xmltree.Attr // -1 for the text
	edge *Edge        // that leads to it
	of   *origin
	dead bool // the patch takes it away
}

func newRecord(elements int) *record {
	return &record{edges: make([]*Edge, elements), owners: map[any]*held{}}
}

func (r *record) held(group any) *held {
	h := r.owners[group]
	if h == nil {
		h = new(held)
		r.owners[group] = h
	}
	return h
}

// value notes what carries a term of a group. Only a row that lets a value repeat adds a place to one that is there.
func (r *record) value(row *Row, group any, item int32, edge *Edge, n xmltree.Node, a xmltree.Attr) {
	h := r.held(group)
	var o *origin
	if row.How&(Same|Fallback) != 0 {
		for _, v := range h.values {
			if v.term == row.Term && v.item == item {
				o = v
			}
		}
	}
	var c *carrier
	if o == nil {
		o = &origin{term: row.Term, item: item}
		o.carriers, c = o.room[:0], &o.one
		h.values = append(h.values, o)
	} else {
		c = new(carrier)
	}
	*c = carrier{node: n, attr: a, edge: edge, of: o}
	o.alive++
	o.carriers = append(o.carriers, c)
	r.carriers = append(r.carriers, c)
}

// finish puts everything in the order in which it is looked up.
func (r *record) finish() {
	slices.SortFunc(r.carriers, func(a, b *carrier) int {
		return cmp.Or(cmp.Compare(a.node, b.node), cmp.Compare(a.attr, b.attr))
	})
	for _, h := range r.owners {
		slices.SortFunc(h.values, (*origin).compare)
	}
}

func (o *origin) compare(p *origin) int {
	return cmp.Or(cmp.Compare(o.term, p.term), cmp.Compare(o.item, p.item))
}

// origin returns where a value was read; nil if it was not in the file.
func (r *record) origin(s slot) *origin {
	h := r.owners[s.group]
	if h == nil {
		return nil
	}
	if i, ok := slices.BinarySearchFunc(h.values, &origin{term: s.term, item: s.item}, (*origin).compare); ok {
		return h.values[i]
	}
	return nil
}

// elements returns the elements that are a group instance.
func (r *record) elements(group any) []xmltree.Node {
	if h := r.owners[group]; h != nil {
		return h.elements
	}
	return nil
}

// within returns the carriers in elements first up to but not including end.
func (r *record) within(first, end xmltree.Node) []*carrier {
	at := func(n xmltree.Node) int {
		i, _ := slices.BinarySearchFunc(r.carriers, n, func(c *carrier, n xmltree.Node) int { return cmp.Compare(c.node, n) })
		return i
	}
	return r.carriers[at(first):at(end)]
}

// slot names a value of an invoice: a term of a group instance, and for a term that repeats which of its items.
type slot struct {
	group any
	term  en16931.Term
	item  int32
}

// main returns the term of a value or, for a sub-item, that which it belongs to.
func (s slot) main() en16931.Term {
	if up := s.term.Parent(); !up.IsGroup() {
		return up
	}
	return s.term
}

// slots calls visit for every value that term t of a group has room for, with its field: the term itself or its items, and their sub-items.
func slots(t en16931.Term, group any, visit func(s slot, field any)) {
	one := func(item int32, field any) {
		visit(slot{group, t, item}, field)
		for _, sub := range en16931.Children(t) {
			visit(slot{group, sub, item}, en16931.Field(sub, field))
		}
	}
	field := en16931.Field(t, group)
	if list, ok := field.(*[]en16931.Identifier); ok {
		for i := range *list {
			one(int32(i), &(*list)[i])
		}
		return
	}
	one(0, field)
}
