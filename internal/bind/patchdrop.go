package bind

import (
	"cmp"
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// drop takes the groups that are no more out of the draft.
func (p *patcher) drop() {
	for _, d := range p.dropped {
		p.dropGroup(d.term, d.group)
	}
}

// dropGroup takes a group out: the elements of one that repeats whole, since an element that stayed would be an instance; of another the values,
// and what then holds nothing goes in the end.
func (p *patcher) dropGroup(g en16931.Term, group any) {
	for _, n := range p.rec.elements(group) {
		if g.Card().Many() {
			p.cut(n)
		} else {
			p.freed[n] = true
			p.emptied = append(p.emptied, n)
		}
	}
	for _, t := range en16931.Children(g) {
		if !t.IsGroup() {
			slots(t, group, func(s slot, _ any) { p.unwrite(p.rec.origin(s)) })
			continue
		}
		for n := 0; ; n++ {
			sub := en16931.Instance(t, group, n)
			if sub == nil {
				break
			}
			p.dropGroup(t, sub)
		}
	}
}

// cut leaves an element out with all that is in it, and keeps account of what no field of the model held.
func (p *patcher) cut(n xmltree.Node) {
	if p.draft.absent(n) {
		return
	}
	p.gone = append(p.gone, p.read.residue(n, p.s.tree.After(n))...)
	p.takeOut(n)
}

// takeOut leaves an element out.
func (p *patcher) takeOut(n xmltree.Node) {
	for _, c := range p.rec.within(n, p.s.tree.After(n)) {
		p.kill(c)
	}
	p.draft.remove(n)
	p.emptied = append(p.emptied, p.s.tree.Parent(n))
}

func (p *patcher) kill(c *carrier) {
	if !c.dead {
		c.dead = true
		c.of.alive--
	}
}

// unwrite takes a value out of the elements and attributes that it was read from.
func (p *patcher) unwrite(o *origin) {
	if o == nil {
		return
	}
	for _, c := range o.carriers {
		if c.dead {
			continue
		}
		p.kill(c)
		if c.attr >= 0 {
			p.draft.removeAttribute(c.attr)
		} else {
			p.fail(p.draft.setText(c.node, "", false))
		}
		p.emptied = append(p.emptied, c.node)
	}
}

// sweep leaves out the elements that hold nothing any more, and what stands around them likewise.
func (p *patcher) sweep() {
	slices.SortFunc(p.emptied, func(a, b xmltree.Node) int { return cmp.Compare(b, a) })
	p.emptied = slices.Compact(p.emptied)
	for _, n := range slices.Clone(p.emptied) {
		for ; n > 0 && !p.draft.absent(n); n = p.draft.parent(n) {
			if filler := p.filler(n); filler != "" && p.beside(n) {
				p.fail(p.draft.setText(n, filler, false))
				break
			}
			if p.holds(n) {
				break
			}
			if !p.demanded(n) {
				p.takeOut(n)
			}
		}
	}
	for _, n := range p.rec.fillers {
		if parent := p.s.tree.Parent(n); p.draft.touched.has(int(parent)) && !p.draft.absent(n) && !p.filled[n] && !p.beside(n) {
			p.takeOut(n)
		}
	}
}

// row returns the row of the term that an element's text is; nil if it is none.
func (p *patcher) row(n xmltree.Node) *Row {
	if e := p.rec.edges[n]; e != nil && p.s.States[e.To].Leaf >= 0 {
		return &p.s.Rows[p.s.States[e.To].Leaf]
	}
	return nil
}

// filler returns what stands in an element that a value was taken out of, where another term beside it demands one.
func (p *patcher) filler(n xmltree.Node) string {
	if row := p.row(n); row != nil && !p.filled[n] {
		return row.Filler
	}
	return ""
}

// beside reports whether another term than that of element n stands, or comes, in the element around it.
func (p *patcher) beside(n xmltree.Node) bool {
	parent := p.s.tree.Parent(n)
	for c := p.s.tree.FirstChild(parent); c != xmltree.None; c = p.s.tree.NextSibling(c) {
		if c == n || p.draft.gone.has(int(c)) || p.row(c) == nil {
			continue
		}
		if p.filled[c] {
			return true
		}
		for _, o := range p.rec.within(c, c+1) {
			if !o.dead && o.attr < 0 {
				return true
			}
		}
	}
	return p.grown[parent]
}

// demanded reports whether the schema demands an element that holds others, even empty.
func (p *patcher) demanded(n xmltree.Node) bool {
	parent, edge := p.s.tree.Parent(n), p.rec.edges[n]
	st := p.state(parent)
	if st == nil || edge == nil {
		return false
	}
	for i := st.Writes.First(); i < st.Writes.End(); i++ {
		if w := &p.s.Writes[i]; w.Edge >= 0 && &p.s.Edges[w.Edge] == edge {
			return w.Required && !w.Simple && !p.many(n)
		}
	}
	return false
}

// many reports whether an element is an instance of a group that repeats.
func (p *patcher) many(n xmltree.Node) bool {
	s := p.state(n)
	return s != nil && s.Group >= 0 && p.s.Rows[s.Group].Term.Card().Many()
}

// state returns what the table knows of an element; nil if no row leads to it.
func (p *patcher) state(n xmltree.Node) *State {
	if n == 0 {
		return &p.s.States[0]
	}
	if e := p.rec.edges[n]; e != nil {
		return &p.s.States[e.To]
	}
	return nil
}

// holds reports whether an element is needed for what is in it: a value that stands nowhere else, something new, residue, or a comment. In a
// group that is no more, comments go with it.
func (p *patcher) holds(n xmltree.Node) bool {
	return p.holdsAny(n, p.isFreed(n), map[*origin]int32{})
}

// holdsAny is holds; alive counts the carriers of values that were met.
func (p *patcher) holdsAny(n xmltree.Node, freed bool, alive map[*origin]int32) bool {
	switch {
	case p.draft.gone.has(int(n)):
		return false
	case p.grown[n], p.filled[n], p.read.residual(n):
		return true
	case !freed && (n > 0 && p.rec.edges[n] == nil && !p.claimed(n) || p.draft.hasMarkup(n)):
		return true
	}
	for _, c := range p.rec.within(n, n+1) {
		if !c.dead {
			if alive[c.of]++; alive[c.of] == c.of.alive {
				return true
			}
		}
	}
	for c := p.s.tree.FirstChild(n); c != xmltree.None; c = p.s.tree.NextSibling(c) {
		if p.holdsAny(p.draft.at(c), freed, alive) {
			return true
		}
	}
	return false
}

// claimed reports whether an element that no row leads to is there for the sake of a predicate, or holds nothing but what predicates read.
func (p *patcher) claimed(n xmltree.Node) bool {
	for m := n; m < p.s.tree.After(n); m++ {
		if p.read.texts.has(int(m)) {
			return true
		}
	}
	return false
}

// isFreed reports whether an element stands in a group that is no more, or is one.
func (p *patcher) isFreed(n xmltree.Node) bool {
	for ; n != xmltree.None; n = p.draft.parent(n) {
		if p.freed[n] {
			return true
		}
	}
	return false
}

// hasMarkup reports whether a comment or a processing instruction stands directly in an element.
func (d *draft) hasMarkup(n xmltree.Node) bool {
	for _, p := range d.pieces(n) {
		if p.markup {
			return true
		}
	}
	return false
}
