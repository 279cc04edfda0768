package bind

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// Decode fills a new invoice from a document whose root element is t.Root. It never fails: what a value could not be read as stands in
// Invoice.Unread, what the model has no place for is in Source.Residue.
func Decode(t *Table, tree *xmltree.Tree, dialect *Dialect) *en16931.Invoice {
	return decode(t, tree, dialect, nil)
}

// decode is Decode; it fills a record if there is one.
func decode(t *Table, tree *xmltree.Tree, dialect *Dialect, rec *record) *en16931.Invoice {
	inv := new(en16931.Invoice)
	d := &decoder{reader: newReader(t, tree), inv: inv, rec: rec}
	d.src = &source{reader: d.reader, dialect: dialect, texts: newBitset(tree.Len()), attrs: newBitset(tree.AttrLen())}
	d.currencyID, d.format = d.always("currencyID"), d.always("format")
	inv.Source = d.src
	d.begin(en16931.BG0, inv, 0)
	d.children(xmltree.Node(0), &t.States[0])
	for _, l := range d.later {
		d.leaf(l.node, l.edge, l.group)
	}
	if rec != nil {
		rec.finish()
	}
	return inv
}

// decoder walks a document once and fills an invoice.
type decoder struct {
	reader
	inv                *en16931.Invoice
	src                *source
	current            [en16931.NumTerms]instance // per group, the instance that is being filled
	later              []leafAt                   // terms whose row is a Fallback
	currencyID, format uint16
	rec                *record // nil while nobody asks
	item               int32   // of the term that is being read, which one
}

// instance is a group and the element that it was read from, None as long as only terms outside of its element made it.
type instance struct {
	group any
	node  xmltree.Node
	at    int32 // number in source.groups of the instance, or of the innermost around it that is there
}

// begin makes group the current instance of g, read from element n.
func (d *decoder) begin(g en16931.Term, group any, n xmltree.Node) {
	at := d.current[g.Parent()].at
	if g.Card().Many() || g == en16931.BG0 {
		d.src.groups = append(d.src.groups, groupAt{group, g, n, at})
		at = int32(len(d.src.groups) - 1)
	}
	d.current[g] = instance{group, n, at}
}

type leafAt struct {
	node  xmltree.Node
	edge  *Edge
	group any
}

// always returns the number of an attribute name that every table has.
func (t *Table) always(attr string) uint16 { return t.lookup(xmltree.Name{Local: attr}) }

// children binds the child elements of n, which state s describes.
func (d *decoder) children(n xmltree.Node, s *State) {
	from := s.Children.First()
	if s.Children.End() == from {
		return
	}
	for c := d.tree.FirstChild(n); c != xmltree.None; c = d.tree.NextSibling(c) {
		e, ok := d.edge(s, n, c, &from)
		if !ok {
			d.indicator(s, n, c)
			continue
		}
		d.claim(e.Guards, n, c)
		d.element(c, e)
	}
}

// element binds element n, which edge leads to: as the group it is, as the term it is, and what is in it.
func (d *decoder) element(n xmltree.Node, edge *Edge) {
	s := &d.States[edge.To]
	if s.Group >= 0 && !d.enter(n, &d.Rows[s.Group]) {
		return // one too many: all of it is residue
	}
	if d.rec != nil {
		d.rec.edges[n] = edge
	}
	switch {
	case s.Const != 0:
		if trim(d.text(n)) == d.Strings[s.Const] {
			d.take(n)
		}
	case s.Leaf >= 0:
		row := &d.Rows[s.Leaf]
		if row.Filler != "" && trim(d.text(n)) == row.Filler && d.beside(n) {
			d.take(n)
			d.takeCurrency(n)
			if d.rec != nil {
				d.rec.fillers = append(d.rec.fillers, n)
			}
			break
		}
		group := d.instance(row.Term.Group())
		if row.How&Fallback != 0 {
			d.later = append(d.later, leafAt{n, edge, group})
		} else {
			d.leaf(n, edge, group)
		}
	case s.Attrs.Len() > 0:
		d.attributes(n, s, nil, nil)
	}
	d.children(n, s)
}

// beside reports whether another term stands in the element that n stands in: then n may be a filler.
func (d *decoder) beside(n xmltree.Node) bool {
	parent := d.tree.Parent(n)
	s, ok := d.src.state(parent)
	if !ok {
		return false
	}
	from := s.Children.First()
	for c := d.tree.FirstChild(parent); c != xmltree.None; c = d.tree.NextSibling(c) {
		if c == n {
			continue
		}
		if e, ok := d.edge(s, parent, c, &from); ok && d.States[e.To].Leaf >= 0 && !blank(d.text(c)) {
			return true
		}
	}
	return false
}

// enter makes or finds the group instance that element n stands for. It is false when the model has no room for another one.
func (d *decoder) enter(n xmltree.Node, row *Row) bool {
	g := row.Term
	cur := &d.current[g]
	switch {
	case row.How&Lazy != 0:
	case cur.group == nil:
		d.begin(g, en16931.Append(g, d.instance(g.Parent())), n)
	case cur.node == xmltree.None:
		cur.node = n
		if g.Card().Many() {
			d.src.groups[cur.at].node = n
		}
	case g.Card().Many():
		clear(d.current[g:g.Behind()])
		d.begin(g, en16931.Append(g, d.instance(g.Parent())), n)
	case row.How&Merge != 0:
		for sub := g + 1; sub < g.Behind(); sub++ {
			if sub.IsGroup() && sub.Card().Many() {
				clear(d.current[sub:sub.Behind()])
			}
		}
	default:
		return false
	}
	if d.rec != nil && row.How&Lazy == 0 {
		h := d.rec.held(cur.group)
		h.elements = append(h.elements, n)
	}
	return true
}

// instance returns the group instance that is being filled, and makes it where terms outside of its element come first.
func (d *decoder) instance(g en16931.Term) any {
	if d.current[g].group == nil {
		d.begin(g, en16931.Append(g, d.instance(g.Parent())), xmltree.None)
	}
	return d.current[g].group
}

// leaf reads the text and the attributes of element n into its term.
func (d *decoder) leaf(n xmltree.Node, edge *Edge, group any) {
	s := &d.States[edge.To]
	row := &d.Rows[s.Leaf]
	text := d.text(n)
	d.item = 0
	if row.Read != nil {
		if !blank(text) {
			row.Read(text, group)
			d.note(row, group, edge, n, -1)
		}
		d.take(n)
		d.attributes(n, s, group, nil)
		return
	}
	v := value{d: d, row: row, node: n, text: text}
	owner := group
	if up := row.Term.Parent(); !up.IsGroup() {
		owner = en16931.Field(up, group) // a sub-item with an element of its own, such as BT-18-1 in CII
	}
	field := en16931.Field(row.Term, owner)
	item, taken := v.into(field)
	if taken {
		d.take(n)
		if list, ok := field.(*[]en16931.Identifier); ok {
			d.item = int32(len(*list) - 1)
		}
		if !blank(text) {
			d.note(row, group, edge, n, -1)
		}
		d.attributes(n, s, group, item)
	}
}

// note puts down what carries a value, where somebody asks.
func (d *decoder) note(row *Row, group any, edge *Edge, n xmltree.Node, a xmltree.Attr) {
	if d.rec != nil {
		d.rec.value(row, group, d.item, edge, n, a)
	}
}

// noteAttribute does the same for an attribute, which may be the only thing of the element that is read.
func (d *decoder) noteAttribute(row *Row, group any, edge *Edge, n xmltree.Node, a xmltree.Attr) {
	if d.rec == nil {
		return
	}
	if group == nil {
		group = d.instance(row.Term.Group())
	}
	d.rec.value(row, group, d.item, edge, n, a)
}

// take marks the text of an element as read.
func (d *decoder) take(n xmltree.Node) {
	for end := d.tree.After(n); n < end; n++ {
		d.src.texts.set(int(n))
	}
}

// takeCurrency marks the currency of a filler as read, if it is the invoice's: a writer writes it again.
func (d *decoder) takeCurrency(n xmltree.Node) {
	first, end := d.tree.Attrs(n)
	for a := first; a < end; a++ {
		if d.attrName(a) == d.currencyID && d.tree.AttrValue(a) == d.currency {
			d.src.attrs.set(int(a))
		}
	}
}

// attributes reads the attributes of element n that are terms; item is the value of n's own term, whose sub-items they may be.
func (d *decoder) attributes(n xmltree.Node, s *State, group, item any) {
	if item == nil {
		d.item = 0
	}
	first, end := d.tree.Attrs(n)
	for a := first; a < end; a++ {
		e, ok := d.attr(s, n, a)
		if !ok {
			continue
		}
		row := &d.Rows[d.States[e.To].Leaf]
		owner := item
		if row.Term.Parent().IsGroup() {
			if owner = group; owner == nil {
				owner = d.instance(row.Term.Group())
			}
		}
		v := value{d: d, row: row, node: n, attr: a, isAttr: true, text: d.tree.AttrValue(a)}
		if owner == nil {
			continue
		}
		if _, taken := v.into(en16931.Field(row.Term, owner)); taken {
			d.src.attrs.set(int(a))
			if !blank(v.text) {
				d.noteAttribute(row, group, e, n, a)
			}
		}
	}
}

// claim marks what the predicates of an edge read: it needs no place in the model, since the writer writes it again.
func (d *decoder) claim(guards Span, parent, n xmltree.Node) {
	for i := guards.First(); i < guards.End(); i++ {
		g := &d.Guards[i]
		if g.Op == NotEqual || g.Op == NoneOf || g.Op == SameAs {
			continue
		}
		at := n
		if g.Up {
			at = parent
		}
		d.any(g, g.Path, at, func(n xmltree.Node, a xmltree.Attr) {
			if n == xmltree.None {
				d.src.attrs.set(int(a))
			} else {
				d.take(n)
			}
		})
	}
}
