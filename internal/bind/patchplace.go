package bind

import (
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// placePending gives the values without a place one: that where the encoder puts them. It follows the encoder's document and the file side by side from
// the root on; where an element of the one has no counterpart in the other, it comes in whole.
func (p *patcher) placePending() {
	repeat := p.s.dialect.repeat(p.inv)
	w, err := encodeTraced(p.s.Table, p.inv, repeat)
	if err != nil {
		p.fail(err)
		return
	}
	pl := &placer{patcher: p, from: w, repeat: repeat, wanted: newBitset(w.tree.Len()), bound: newBitset(w.tree.Len()), repeated: newBitset(w.tree.Len()),
		partner: map[xmltree.Node]xmltree.Node{}, taken: map[xmltree.Node]bool{}, came: map[xmltree.Node]spot{}}
	found := pl.look()
	p.missing(found)
	if pl.wanted.has(0) {
		pl.side(0, 0)
	}
}

// missing puts the values on the account of losses that the encoder has no place for either.
func (p *patcher) missing(found map[slot]bool) {
	each := func(t en16931.Term, group any) {
		slots(t, group, func(s slot, field any) {
			if row := p.s.together(s.term); p.pending[s] && !found[s] && row == nil {
				p.lose(s, field)
			}
		})
	}
	p.inv.Walk(groupVisitor(each))
}

// placer follows the encoder's document and the file.
type placer struct {
	*patcher
	from     *written
	repeat   []en16931.Term                // groups whose element may repeat though the schema does not say so
	wanted   bitset                        // elements of from with a pending value in them
	bound    bitset                        // elements of from with any value in them
	repeated bitset                        // elements of from with a value that may stand in several places
	partner  map[xmltree.Node]xmltree.Node // elements of from to those of the file
	taken    map[xmltree.Node]bool         // elements of the file that are partners
	came     map[xmltree.Node]spot         // elements of from that come in
}

// look marks the elements of the encoder's document, and returns the pending values that stand in it.
func (pl *placer) look() map[slot]bool {
	found := map[slot]bool{}
	for n := xmltree.Node(pl.from.tree.Len() - 1); n >= 0; n-- {
		for _, v := range pl.from.values[n] {
			pl.bound.set(int(n))
			if pl.s.Rows[pl.s.RowOf[v.slot.term]].How&(Same|Each) != 0 {
				pl.repeated.set(int(n))
			}
			if pl.pending[v.slot] {
				pl.wanted.set(int(n))
				found[v.slot] = true
			}
		}
		if parent := pl.from.tree.Parent(n); parent != xmltree.None {
			for _, set := range []bitset{pl.wanted, pl.bound, pl.repeated} {
				if set.has(int(n)) {
					set.set(int(parent))
				}
			}
		}
	}
	return found
}

// kept reports whether an element of the encoder's document comes in with the one around it: not one of which the file has all values elsewhere.
func (pl *placer) kept(n xmltree.Node) bool {
	return pl.wanted.has(int(n)) || pl.repeated.has(int(n)) || !pl.bound.has(int(n))
}

// side fills element s of the file with what its partner e has and s lacks.
func (pl *placer) side(s, e xmltree.Node) {
	tree := pl.from.tree
	var children []xmltree.Node
	for c := tree.FirstChild(e); c != xmltree.None; c = tree.NextSibling(c) {
		children = append(children, c)
	}
	var grew []xmltree.Node // children that got a text, or came in
	for i := 0; i < len(children); {
		k := i + 1 // children[i:k] are the elements that one edge leads to
		for k < len(children) && pl.from.edges[children[k]] != nil && pl.from.edges[children[k]] == pl.from.edges[children[i]] {
			k++
		}
		if run := children[i:k]; slices.ContainsFunc(run, func(c xmltree.Node) bool { return pl.wanted.has(int(c)) }) {
			pl.pairRun(s, run)
			for j, c := range run {
				if !pl.wanted.has(int(c)) {
					continue
				}
				switch x, ok := pl.partner[c]; {
				case ok:
					if pl.adopt(x, c) {
						grew = append(grew, c)
					}
					pl.side(x, c)
				case pl.crowded(s, c):
					pl.loseAll(c)
				default:
					pl.come(s, c, run, j)
					grew = append(grew, c)
				}
			}
		}
		i = k
	}
	for _, c := range grew {
		pl.demands(s, c, children)
	}
}

// crowded reports whether an element has no room in s, since the schema lets it stand there once and one of its name does.
func (pl *placer) crowded(s, c xmltree.Node) bool {
	if !pl.single(s, pl.from.edges[c]) || pl.instance(c) && slices.Contains(pl.repeat, pl.s.Rows[pl.s.States[pl.from.edges[c].To].Group].Term) {
		return false
	}
	for x := pl.s.tree.FirstChild(s); x != xmltree.None; x = pl.s.tree.NextSibling(x) {
		if pl.s.tree.NameOf(x) == pl.from.tree.NameOf(c) && !pl.draft.gone.has(int(x)) && pl.holds(x) {
			return true
		}
	}
	return false
}

// loseAll puts the pending values of an element on the account of losses.
func (pl *placer) loseAll(c xmltree.Node) {
	for m := c; m < pl.from.tree.After(c); m++ {
		for _, v := range pl.from.values[m] {
			if pl.pending[v.slot] && !pl.skipped[v.slot] {
				pl.lose(v.slot, pl.field(v.slot))
			}
		}
	}
}

// field returns the field of a value.
func (pl *placer) field(s slot) (field any) {
	slots(s.main(), s.group, func(o slot, v any) {
		if o == s {
			field = v
		}
	})
	return field
}

// come lets an element come in.
func (pl *placer) come(s, c xmltree.Node, run []xmltree.Node, j int) {
	at := pl.spot(s, c, run, j)
	pl.draft.insert(at, insertion{pl.from, c, pl.kept})
	pl.came[c] = at
	pl.grown[at.parent] = true
}

// demands lets come in, beside an element that came, what its predicates ask of its siblings.
func (pl *placer) demands(s, c xmltree.Node, children []xmltree.Node) {
	edge := pl.from.edges[c]
	for i := edge.Guards.First(); i < edge.Guards.End(); i++ {
		g := &pl.s.Guards[i]
		if !g.Up {
			continue
		}
		for j, d := range children {
			name := pl.from.tree.NameOf(d)
			_, came := pl.came[d]
			if pl.s.lookup(name) == pl.s.Steps[g.Path.First()].Name && !pl.bound.has(int(d)) && !pl.has(s, name) && !came {
				pl.come(s, d, children[j:j+1], 0)
			}
		}
	}
}

// has reports whether an element of the file has a child of some name.
func (pl *placer) has(s xmltree.Node, name xmltree.Name) bool {
	for c := pl.s.tree.FirstChild(s); c != xmltree.None; c = pl.s.tree.NextSibling(c) {
		if pl.s.tree.NameOf(c) == name && !pl.draft.gone.has(int(c)) {
			return true
		}
	}
	return false
}

// adopt gives element x of the file the pending values of its partner c. It reports whether x has a text now that it had not.
func (pl *placer) adopt(x, c xmltree.Node) (text bool) {
	for _, v := range pl.from.values[c] {
		if !pl.pending[v.slot] {
			continue
		}
		if v.attr != 0 {
			pl.attribute(x, v.attr, pl.attrValue(c, v.attr))
			pl.filled[x] = true
			continue
		}
		pl.fail(pl.draft.setText(x, pl.from.tree.Text(c), false))
		pl.filled[x], text = true, true
	}
	if text {
		// The currency and the format are no values of their own.
		for _, name := range []uint16{pl.s.always("currencyID"), pl.s.always("format")} {
			if value := pl.attrValue(c, name); value != "" {
				pl.attribute(x, name, value)
			}
		}
	}
	return text
}

// attrValue returns an attribute of an element of the encoder's document, "" if it is not there.
func (pl *placer) attrValue(c xmltree.Node, name uint16) string {
	tree := pl.from.tree
	first, end := tree.Attrs(c)
	for a := first; a < end; a++ {
		if pl.s.lookup(tree.AttrNameOf(a)) == name {
			return tree.AttrValue(a)
		}
	}
	return ""
}

// spot returns where an element comes in: beside its like, in their order, and where there are none, where the schema wants it.
func (pl *placer) spot(s, c xmltree.Node, run []xmltree.Node, j int) spot {
	for _, alike := range []bool{true, false} {
		for i := j - 1; i >= 0; i-- {
			if alike && pl.kind(run[i]) != pl.kind(c) {
				continue
			}
			if at, ok := pl.came[run[i]]; ok {
				return at
			}
			if x, ok := pl.partner[run[i]]; ok {
				place := pl.draft.placeOf(x)
				return spot{pl.s.tree.Parent(place), place}
			}
		}
		for i := j + 1; i < len(run); i++ {
			if alike && pl.kind(run[i]) != pl.kind(c) {
				continue
			}
			if x, ok := pl.partner[run[i]]; ok {
				place := pl.draft.placeOf(x)
				return spot{pl.s.tree.Parent(place), pl.previous(place)}
			}
		}
	}
	st := pl.state(s)
	rank := pl.rank(st, pl.from.tree.NameOf(c))
	after, known := xmltree.None, 0
	for x := pl.s.tree.FirstChild(s); x != xmltree.None; x = pl.s.tree.NextSibling(x) {
		if r := pl.rank(st, pl.s.tree.NameOf(x)); r >= 0 {
			known = r // a child that the schema does not know stays with the one before it
		}
		if known <= rank {
			after = x
		}
	}
	return spot{s, after}
}

// kind returns the term that an element of the encoder's document is about: elements of one name may hold different ones.
func (pl *placer) kind(c xmltree.Node) en16931.Term {
	for m := c; m < pl.from.tree.After(c); m++ {
		if pl.instance(m) {
			return pl.s.Rows[pl.s.States[pl.from.edges[m].To].Group].Term
		}
		if len(pl.from.values[m]) > 0 {
			return pl.from.values[m][0].slot.main()
		}
	}
	return en16931.BG0
}

// previous returns the element before n in its parent, or None.
func (pl *placer) previous(n xmltree.Node) xmltree.Node {
	before := xmltree.None
	for c := pl.s.tree.FirstChild(pl.s.tree.Parent(n)); c != n; c = pl.s.tree.NextSibling(c) {
		before = c
	}
	return before
}

// rank returns where the schema wants a child, -1 if it does not know it.
func (pl *placer) rank(st *State, name xmltree.Name) int {
	for i := st.Order.First(); i < st.Order.End(); i++ {
		if n := pl.s.Orders[i]; n.Local == name.Local && pl.s.space(n) == name.Space {
			return int(i - st.Order.First())
		}
	}
	return -1
}

// groupVisitor is called for every term of every group.
type groupVisitor func(t en16931.Term, group any)

// Enter goes into every group.
func (groupVisitor) Enter(en16931.Term, any) bool { return true }

// Leave does nothing.
func (groupVisitor) Leave(en16931.Term, any) {}

// Value passes the term on.
func (v groupVisitor) Value(t en16931.Term, group, _ any) { v(t, group) }
