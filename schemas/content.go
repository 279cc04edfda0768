package schemas

import (
	"math/bits"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// step finds the place of a child in the content model of its parent and gives the child's type, or zero if
// its content should not be looked at.
func (w *walker) step(f *frame, n xmltree.Node) typeID {
	sym := w.symbols[w.tree.Name(n)]
	if f.ty.auto != nil {
		return w.stepAutomaton(f, n, sym)
	}
	if id, ok := f.advance(sym); ok {
		return id
	}
	return w.misfit(f, n, sym)
}

// advance goes on in a plain sequence. It changes nothing if the element does not fit.
func (f *frame) advance(sym symbol) (typeID, bool) {
	if sym == 0 {
		return 0, false
	}
	model, count := f.ty.model, f.count
	for i := int(f.pos); i < len(model); i++ {
		p := &model[i]
		if p.name == sym && (p.max == many || count < int32(p.max)) {
			f.pos, f.count = int32(i), count+1
			return p.typ, true
		}
		if count < int32(p.min) {
			return 0, false
		}
		count = 0
	}
	return 0, false
}

// next gives the set of positions that may come next in an automaton.
func (f *frame) next() uint64 {
	if f.pos == 0 {
		return f.ty.auto.start
	}
	return f.ty.auto.follow[f.pos-1]
}

func (w *walker) stepAutomaton(f *frame, n xmltree.Node, sym symbol) typeID {
	if i := w.match(f, f.next(), n, sym); i >= 0 {
		f.pos = int32(i) + 1
		return w.typeAt(f, i, n, sym)
	}
	return w.misfitAutomaton(f, n, sym)
}

// match gives the first position of a set that an element fits, or -1.
func (w *walker) match(f *frame, set uint64, n xmltree.Node, sym symbol) int {
	for ; set != 0; set &= set - 1 {
		i := bits.TrailingZeros64(set)
		p := &f.ty.auto.positions[i]
		if p.wild == noWildcard && p.name == sym && sym != 0 || p.wild != noWildcard && w.admits(p.wild, f.ty.auto.space, n) {
			return i
		}
	}
	return -1
}

// admits reports whether a wildcard admits the namespace of an element.
func (w *walker) admits(wild wildcard, target uint8, n xmltree.Node) bool {
	if !wild.other() {
		return true
	}
	uri := w.tree.NameOf(n).Space
	return uri != "" && uri != spaces[target].uri
}

// typeAt gives the type of an element at a position of an automaton. At a wildcard that is the type of its
// global declaration.
func (w *walker) typeAt(f *frame, i int, n xmltree.Node, sym symbol) typeID {
	p := &f.ty.auto.positions[i]
	if p.wild == noWildcard {
		return p.typ
	}
	if id := w.schema.global(sym); id != 0 {
		return id
	}
	if !p.wild.lax() && w.typeAttr(n) == noAttr {
		w.undeclared(f, n)
		return 0
	}
	w.undeclaredNode = n
	return xsAnyType
}

// leave checks that nothing is missing at the end of an element.
func (w *walker) leave(f *frame) {
	if a := f.ty.auto; a != nil {
		if f.pos == 0 && !a.emptyOK || f.pos > 0 && a.last>>(f.pos-1)&1 == 0 {
			w.unfinished(f)
		}
		return
	}
	count := f.count
	for i := int(f.pos); i < len(f.ty.model); i++ {
		if count < int32(f.ty.model[i].min) {
			w.missingAtEnd(f)
			return
		}
		count = 0
	}
}
