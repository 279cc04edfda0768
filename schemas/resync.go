package schemas

import (
	"slices"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// trouble remembers what went wrong among the children of one element, so that one mistake gives one finding.
type trouble struct {
	stranger   symbol       // the last child that has no place here; zero if it has no symbol
	strangerAs string       // its name as the document writes it
	surplus    symbol       // the last child reported as one too many
	finding    int          // index of the finding for the last of either, or -1 if it is only counted
	reported   xmltree.Node // the child that the last finding is about
	wrapper    typeID       // strangers that this type holds are reported together
	moved      []symbol     // children reported as standing too late, not yet met
	early      []symbol     // children reported as standing too early

	// A stranger may stand for a required child that is missing at this point of the model.
	taken                bool
	takenPos, takenCount int32
}

// What explains a finding is bounded, so that a document made of mistakes takes no longer than another.
const (
	lookAhead = 200     // siblings looked at for one finding
	allEffort = 2 << 20 // names compared in one document
)

// spend reports whether there is effort left to explain a finding at a cost.
func (w *walker) spend(cost int) bool {
	if w.atCap() || w.effort > allEffort {
		return false
	}
	w.effort += cost
	return true
}

func (f *frame) mishap() *trouble {
	if f.trouble == nil {
		f.trouble = &trouble{finding: -1, reported: xmltree.None}
	}
	return f.trouble
}

// misfit explains a child that does not fit a plain sequence, and gives its type if it is known.
func (w *walker) misfit(f *frame, n xmltree.Node, sym symbol) typeID {
	at := f.find(sym)
	switch {
	case at < 0:
		return w.stranger(f, n, sym)
	case at > int(f.pos):
		w.gap(f, n, sym, at)
	default:
		w.backwards(f, n, sym, at)
	}
	id := f.ty.model[at].typ
	if w.disguised(n, id) {
		f.take()
		return 0
	}
	return id
}

// take remembers that a child may stand for a required one.
func (f *frame) take() {
	tr := f.mishap()
	tr.taken, tr.takenPos, tr.takenCount = true, f.pos, f.count
}

func withSymbol(list []symbol, sym symbol) []symbol {
	if slices.Contains(list, sym) {
		return list
	}
	return append(list, sym)
}

// disguised reports whether an element in a wrong place has not even the kind of content that its name wants:
// then the name is the mistake, and the element may be another one that is missing here.
func (w *walker) disguised(n xmltree.Node, id typeID) bool {
	switch w.schema.typ(id).content {
	case contentSimple:
		return w.tree.HasChildren(n)
	case contentElements:
		return !w.tree.HasChildren(n) && w.tree.HasText(n)
	}
	return false
}

// find gives the particle of a plain sequence that a misfit belongs to: one ahead if there is one.
func (f *frame) find(sym symbol) int {
	at := -1
	if sym == 0 {
		return at
	}
	for i := range f.ty.model {
		if f.ty.model[i].name != sym {
			continue
		}
		if at = i; i > int(f.pos) {
			break
		}
	}
	return at
}

// lacking lists the particles before end that are required and were not met, those aside that were reported
// as standing too early.
func (f *frame) lacking(end int) []symbol {
	var out []symbol
	count := f.count
	for i := int(f.pos); i < end; i++ {
		if p := &f.ty.model[i]; count < int32(p.min) && (f.trouble == nil || !slices.Contains(f.trouble.early, p.name)) {
			out = append(out, p.name)
		}
		count = 0
	}
	return out
}

// excused reports whether what is missing was reported already: nothing else is, or one child whose place a
// stranger took.
func (f *frame) excused(missing int) bool {
	tr := f.trouble
	return missing == 0 || tr != nil && tr.taken && missing == 1 && tr.takenPos == f.pos && tr.takenCount == f.count
}

// gap handles a child that stands behind a required one that was not met. If the next sibling goes on where
// this one broke off, this one stands too early; otherwise the check goes on behind the gap.
func (w *walker) gap(f *frame, n xmltree.Node, sym symbol, at int) {
	missing := f.lacking(at)
	if f.excused(len(missing)) {
		f.pos, f.count = int32(at), 1
		return
	}
	if w.goesOn(f, n) {
		tr := f.mishap()
		tr.early = withSymbol(tr.early, sym)
		w.tooEarly(f, n, missing)
		return
	}
	absent := missing[:0:0]
	for _, sym := range missing {
		if w.ahead(n, sym) {
			tr := f.mishap()
			tr.moved = withSymbol(tr.moved, sym)
		} else {
			absent = append(absent, sym)
		}
	}
	if len(absent) > 0 {
		w.missingBefore(f, n, absent)
	} else {
		w.tooEarly(f, n, missing)
	}
	f.pos, f.count = int32(at), 1
}

// goesOn reports whether the sibling behind n fits the content as if n were not there.
func (w *walker) goesOn(f *frame, n xmltree.Node) bool {
	next := w.tree.NextSibling(n)
	if next == xmltree.None {
		return false
	}
	trial := *f
	_, ok := trial.advance(w.symbols[w.tree.Name(next)])
	return ok
}

// ahead reports whether a later sibling has a name.
func (w *walker) ahead(n xmltree.Node, sym symbol) bool {
	if !w.spend(lookAhead) {
		return false
	}
	for range lookAhead {
		if n = w.tree.NextSibling(n); n == xmltree.None {
			return false
		}
		if w.symbols[w.tree.Name(n)] == sym {
			return true
		}
	}
	return false
}

// backwards handles a child that the sequence has behind it already: one too many, or one that stands too
// late.
func (w *walker) backwards(f *frame, n xmltree.Node, sym symbol, at int) {
	tr := f.mishap()
	for i, m := range tr.moved {
		if m == sym {
			tr.moved = append(tr.moved[:i], tr.moved[i+1:]...)
			return
		}
	}
	if tr.surplus == sym && tr.reported == f.last {
		tr.reported = n
		w.another(tr.finding)
		return
	}
	if !w.spend(lookAhead * len(f.ty.model)) {
		w.tooMany(f, n, sym, int(f.ty.model[at].max))
		return
	}
	before, behind := w.siblings(f, n, sym, at)
	if before >= int(f.ty.model[at].max) || behind == 0 {
		tr.finding = w.tooMany(f, n, sym, int(f.ty.model[at].max))
		tr.surplus, tr.reported = sym, n
		return
	}
	if w.jumped(f, n, sym) {
		return
	}
	w.tooLate(f, n, sym, behind)
}

// jumped recognises that not this child stands too late but the one before it too early: the content goes on
// as if that one were not there. It reports that one and steps back to where the content goes on.
func (w *walker) jumped(f *frame, n xmltree.Node, sym symbol) bool {
	next := w.tree.NextSibling(n)
	if next == xmltree.None || !w.spend(lookAhead*len(f.ty.model)) {
		return false
	}
	following := w.symbols[w.tree.Name(next)]
	trial := *f
	if _, ok := trial.advance(following); ok {
		return false
	}
	trial.pos, trial.count = 0, 0
	child := w.tree.FirstChild(f.node)
	for range lookAhead {
		if child == f.last {
			break
		}
		trial.advance(w.symbols[w.tree.Name(child)])
		child = w.tree.NextSibling(child)
	}
	if child != f.last {
		return false
	}
	if _, ok := trial.advance(sym); !ok {
		return false
	}
	back := trial
	if _, ok := trial.advance(following); !ok {
		return false
	}
	early := w.symbols[w.tree.Name(f.last)]
	f.trouble.early = withSymbol(f.trouble.early, early)
	w.tooEarly(f, f.last, []symbol{sym})
	f.pos, f.count = back.pos, back.count
	return true
}

// siblings counts the earlier children of the same name, and gives the first child that the model wants
// behind them.
func (w *walker) siblings(f *frame, n xmltree.Node, sym symbol, at int) (before int, behind symbol) {
	child := w.tree.FirstChild(f.node)
	for range lookAhead {
		if child == xmltree.None || child >= n {
			break
		}
		s := w.symbols[w.tree.Name(child)]
		if s == sym {
			before++
		} else if behind == 0 && s != 0 && f.find(s) > at {
			behind = s
		}
		child = w.tree.NextSibling(child)
	}
	return before, behind
}

// stranger handles a child that the model does not have at all.
func (w *walker) stranger(f *frame, n xmltree.Node, sym symbol) typeID {
	tr := f.mishap()
	written := w.tree.QName(n)
	if tr.reported == f.last && f.last != xmltree.None {
		if tr.stranger == sym && tr.strangerAs == written || tr.wrapper != 0 && w.schema.holds(tr.wrapper, sym) {
			tr.reported = n
			w.another(tr.finding)
			return 0
		}
	}
	near, wrapper := w.resembles(f, n, sym), symbol(0)
	tr.wrapper = 0
	if near == 0 {
		wrapper, tr.wrapper = w.wrapperOf(f, sym)
	}
	if near != 0 && w.misplacedSpace(n, near) {
		tr.finding = w.wrongSpace(f, n, near)
	} else {
		tr.finding = w.notAllowed(f, n, sym, near, wrapper)
	}
	tr.stranger, tr.strangerAs, tr.reported = sym, written, n
	if near != 0 {
		if id, ok := f.accept(near); ok {
			return id
		}
	}
	f.take()
	return 0
}

// accept goes on as if an element of some name had been met.
func (f *frame) accept(sym symbol) (typeID, bool) {
	if f.ty.auto == nil {
		return f.advance(sym)
	}
	next := f.next()
	for i, p := range f.ty.auto.positions {
		if p.name == sym && next>>i&1 == 1 {
			f.pos = int32(i) + 1
			return p.typ, true
		}
	}
	return 0, false
}

// holds reports whether the content model of a type has an element.
func (s *Schema) holds(id typeID, sym symbol) bool {
	if sym == 0 {
		return false
	}
	for _, p := range s.typ(id).particles() {
		if p.name == sym {
			return true
		}
	}
	return false
}

// particles are the places of a content model, in the order of the schema.
func (ty *typ) particles() []particle {
	if ty.auto != nil {
		return ty.auto.positions
	}
	return ty.model
}

// wrapperOf finds a child that could stand here and that would hold a stranger.
func (w *walker) wrapperOf(f *frame, sym symbol) (symbol, typeID) {
	if sym == 0 || !w.spend(2000) {
		return 0, 0
	}
	for _, p := range f.expected() {
		if w.schema.holds(p.typ, sym) {
			return p.name, p.typ
		}
	}
	return 0, 0
}

// expected lists what could come next, in the order of the schema.
func (f *frame) expected() []particle {
	var out []particle
	if a := f.ty.auto; a != nil {
		set := f.next()
		for i, p := range a.positions {
			if set>>i&1 == 1 {
				out = append(out, p)
			}
		}
		return out
	}
	count := f.count
	for i := int(f.pos); i < len(f.ty.model); i++ {
		p := f.ty.model[i]
		if p.max == many || count < int32(p.max) {
			out = append(out, p)
		}
		if count < int32(p.min) {
			break
		}
		count = 0
	}
	return out
}

// misfitAutomaton explains a child that does not fit, and goes on behind it if the model has it further on.
func (w *walker) misfitAutomaton(f *frame, n xmltree.Node, sym symbol) typeID {
	a := f.ty.auto
	all := uint64(1)<<len(a.positions) - 1
	i := w.match(f, all, n, sym)
	if i < 0 {
		return w.stranger(f, n, sym)
	}
	tr := f.mishap()
	if tr.reported == f.last && f.last != xmltree.None && tr.stranger == sym && sym != 0 {
		tr.reported = n
		w.another(tr.finding)
	} else if !tr.taken || tr.takenPos != f.pos {
		tr.finding = w.notHere(f, n)
		tr.stranger, tr.reported = sym, n
	}
	if f.pos == 0 || a.last>>(f.pos-1)&1 == 0 {
		f.pos = int32(i) + 1
	}
	return w.typeAt(f, i, n, sym)
}
