package bind

import (
	"slices"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// pairRun finds the partners, among the children of element s of the file, of elements that the encoder wrote for one edge. What tells partners
// is what is in them: first the values and groups that stand in one place only, then those that may be repeated, then nothing at all.
func (pl *placer) pairRun(s xmltree.Node, run []xmltree.Node) {
	for _, by := range []evidence{groups, values, copies} {
		for j, c := range run {
			if _, ok := pl.partner[c]; ok {
				continue
			}
			x := pl.home(s, c, by, true)
			if x == xmltree.None && by == groups {
				x = pl.home(s, c, by, false) // two in one element, though they might have one each
			}
			if x != xmltree.None && (by == groups || pl.inOrder(run, j, x)) {
				pl.pairUp(x, c)
			}
		}
	}
	for j, c := range run {
		if _, ok := pl.partner[c]; ok || !pl.wanted.has(int(c)) || pl.instance(c) || pl.kind(c).Card().Many() && !pl.single(s, pl.from.edges[c]) {
			continue // one of several comes in where its order wants it
		}
		if x := pl.vacant(s, c); x != xmltree.None && pl.inOrder(run, j, x) {
			pl.pairUp(x, c)
		}
	}
}

// inOrder reports whether element x of the file stands between the partners of the elements around run[j]. It must where a new instance of a group
// that repeats comes in with run[j]: the others of the group keep their order.
func (pl *placer) inOrder(run []xmltree.Node, j int, x xmltree.Node) bool {
	if !pl.brings(run[j]) {
		return true
	}
	place := pl.draft.placeOf(x)
	for i, c := range run {
		if y, ok := pl.partner[c]; ok && (i < j) != (pl.draft.placeOf(y) < place) {
			return false
		}
	}
	return true
}

// brings reports whether a new instance of a group that repeats comes in with an element of the encoder's document.
func (pl *placer) brings(c xmltree.Node) bool {
	for m := c; m < pl.from.tree.After(c); m++ {
		if pl.instance(m) && pl.pair[pl.from.groups[m]] == nil {
			return true
		}
	}
	return false
}

func (pl *placer) pairUp(x, c xmltree.Node) {
	pl.partner[c] = x
	pl.taken[x] = true
}

// instance reports whether an element of the encoder's document is an instance of a group that repeats.
func (pl *placer) instance(c xmltree.Node) bool {
	e := pl.from.edges[c]
	if e == nil || pl.from.groups[c] == nil {
		return false
	}
	return pl.s.Rows[pl.s.States[e.To].Group].Term.Card().Many()
}

// evidence is what tells the partner of an element.
type evidence int

const (
	groups evidence = iota // instances of groups that repeat, in it
	values                 // values that stand in one place
	copies                 // values that may stand in several
)

// home returns the child of s that holds what element c of the encoder's document holds; None if there is none. Free asks for one that is no
// partner yet.
func (pl *placer) home(s, c xmltree.Node, by evidence, free bool) xmltree.Node {
	fits := func(n xmltree.Node) xmltree.Node {
		place := pl.draft.placeOf(n)
		x := pl.lift(place, s)
		if x == place {
			x = n
		}
		if x == xmltree.None || free && pl.taken[x] || pl.rec.edges[x] != pl.from.edges[c] || pl.draft.absent(x) {
			return xmltree.None
		}
		return x
	}
	if pl.instance(c) {
		// Its own element says it all, wherever it stands, unless only terms outside of an element made it.
		was := pl.pair[pl.from.groups[c]]
		if all := pl.rec.elements(was); len(all) > 0 && by == groups && !pl.draft.absent(all[0]) {
			return all[0]
		} else if len(all) > 0 || was == nil {
			return xmltree.None
		}
	}
	if g := pl.from.groups[c]; g != nil && by == groups && pl.s.Rows[pl.s.States[pl.from.edges[c].To].Group].How&Merge == 0 {
		// Likewise the element of a group that does not repeat: the model has no room for another one.
		for _, n := range pl.rec.elements(pl.pair[g]) {
			if x := fits(n); x != xmltree.None {
				return x
			}
		}
	}
	for m := c; m < pl.from.tree.After(c); m++ {
		if by == groups {
			if pl.instance(m) {
				for _, n := range pl.rec.elements(pl.pair[pl.from.groups[m]]) {
					if x := fits(n); x != xmltree.None {
						return x
					}
				}
			}
			continue
		}
		for _, v := range pl.from.values[m] {
			if row := &pl.s.Rows[pl.s.RowOf[v.slot.term]]; row.How&(Same|Each) != 0 != (by == copies) {
				continue
			}
			for _, o := range pl.alive(pl.before(v.slot)) {
				if x := fits(o.node); x != xmltree.None {
					return x
				}
			}
		}
	}
	return xmltree.None
}

// before returns what a value of the invoice was in the file.
func (pl *placer) before(s slot) slot {
	was := pl.pair[s.group]
	item := s.item
	if all, ok := pl.items[list{s.group, s.main()}]; ok && was != nil {
		item = all[item]
	}
	return slot{was, s.term, item}
}

// vacant returns a child of s that has room for what element c of the encoder's document holds, and holds no value itself; or, where the schema
// lets one stand once, the one that is there.
func (pl *placer) vacant(s, c xmltree.Node) xmltree.Node {
	for x := pl.s.tree.FirstChild(s); x != xmltree.None; x = pl.s.tree.NextSibling(x) {
		if pl.taken[x] || pl.draft.gone.has(int(x)) || pl.rec.edges[x] == nil || pl.rec.edges[x] != pl.from.edges[c] {
			continue
		}
		if pl.row(x) == nil && pl.single(s, pl.rec.edges[x]) || pl.room(x, c) {
			return x
		}
	}
	return xmltree.None
}

// single reports whether the schema lets the child of s that an edge leads to stand in it once.
func (pl *placer) single(s xmltree.Node, edge *Edge) bool {
	st := pl.state(s)
	for i := st.Writes.First(); i < st.Writes.End(); i++ {
		if w := &pl.s.Writes[i]; w.Edge >= 0 && &pl.s.Edges[w.Edge] == edge {
			return w.One
		}
	}
	return false
}

// room reports whether element x of the file, which the edge of c leads to, holds no value, and nothing where c holds one.
func (pl *placer) room(x, c xmltree.Node) bool {
	for _, o := range pl.rec.within(x, pl.s.tree.After(x)) {
		if !o.dead {
			return false
		}
	}
	if pl.row(x) != nil {
		return !pl.s.tree.HasText(x) || pl.isFiller(x) || pl.isEmptied(x)
	}
	tree := pl.from.tree
	for d := tree.FirstChild(c); d != xmltree.None; d = tree.NextSibling(d) {
		if !pl.wanted.has(int(d)) {
			continue
		}
		for y := pl.s.tree.FirstChild(x); y != xmltree.None; y = pl.s.tree.NextSibling(y) {
			if pl.s.tree.NameOf(y) == tree.NameOf(d) && !pl.draft.gone.has(int(y)) && (pl.rec.edges[y] != pl.from.edges[d] || !pl.room(y, d)) {
				return false
			}
		}
	}
	return true
}

// isFiller reports whether an element holds what stands for absence.
func (pl *placer) isFiller(x xmltree.Node) bool {
	_, found := slices.BinarySearch(pl.rec.fillers, x)
	return found
}

// isEmptied reports whether the patch took the text out of an element.
func (pl *placer) isEmptied(x xmltree.Node) bool {
	text, ok := pl.draft.contents[x]
	return ok && blank(text)
}
