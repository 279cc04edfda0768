package schemas

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// resembles finds the element that a stranger was probably meant to be: the same name in another namespace
// or another case, or a name a few letters away. What could stand here comes before what could stand
// elsewhere in the same parent.
func (w *walker) resembles(f *frame, n xmltree.Node, sym symbol) symbol {
	if !w.spend(100 * len(f.ty.particles())) {
		return 0
	}
	local := w.tree.NameOf(n).Local
	for _, list := range [][]particle{f.expected(), f.ty.particles()} {
		for _, p := range list {
			if p.name != 0 && strings.EqualFold(nameLocal[p.name], local) {
				return p.name
			}
		}
	}
	if sym != 0 && w.schema.global(sym) != 0 {
		return 0 // a name of the schema in its own right, no slip of the pen
	}
	for _, list := range [][]particle{f.expected(), f.ty.particles()} {
		best, least := symbol(0), slips(local)+1
		for _, p := range list {
			if p.name == 0 {
				continue
			}
			if d := distance(nameLocal[p.name], local, least); d < least {
				best, least = p.name, d
			}
		}
		if best != 0 {
			return best
		}
	}
	return 0
}

// misplacedSpace recognises a namespace that no schema has, in which the names of one that a schema has are
// written: a mistake in one declaration. From here on its names are taken for what they are meant to be.
func (w *walker) misplacedSpace(n xmltree.Node, meant symbol) bool {
	name := w.tree.NameOf(n)
	if name.Local != nameLocal[meant] || findSpace(name.Space) >= 0 || !w.spend(len(w.symbols)) {
		return false
	}
	for i, other := range w.tree.Names() {
		if other.Space == name.Space {
			w.symbols[i] = meant.space().find(other.Local)
		}
	}
	return true
}

// slips is how many letters may be wrong in a name of some length.
func slips(name string) int { return min(len(name)/5, 3) }

// distance counts the letters to insert, drop, change or swap to get from a to b; most or more is given as
// most.
func distance(a, b string, most int) int {
	if len(a)-len(b) >= most || len(b)-len(a) >= most || len(a) >= 128 || len(b) >= 128 {
		return most
	}
	var rows [3][129]int
	for j := range len(b) + 1 {
		rows[0][j] = j
	}
	for i := 1; i <= len(a); i++ {
		row, up, upper := &rows[i%3], &rows[(i+2)%3], &rows[(i+1)%3]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			d := up[j-1]
			if a[i-1] != b[j-1] {
				d = min(d, up[j], row[j-1]) + 1
			}
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, upper[j-2]+1)
			}
			row[j] = d
		}
	}
	return min(rows[len(a)%3][len(b)], most)
}

// homes lists up to three elements that may hold a stranger. If an element around it may, that is the one, and around is true.
func (w *walker) homes(sym symbol) (names []string, around bool) {
	if sym == 0 || !w.spend(10000) {
		return nil, false
	}
	for i := len(w.stack) - 2; i >= 0; i-- {
		for _, p := range w.stack[i].ty.particles() {
			if p.name == sym {
				return []string{w.nameOf(w.stack[i].node)}, true
			}
		}
	}
	var out []string
	for i := range w.schema.types {
		id := typeID(i) + builtinCount
		if !w.schema.holds(id, sym) {
			continue
		}
		for _, name := range w.schema.elementsOf(id) {
			if has(out, name) {
				continue
			}
			if len(out) == 3 {
				return nil, false // everywhere and nowhere
			}
			out = append(out, name)
		}
	}
	return out, false
}

// elementsOf lists up to four elements of a type.
func (s *Schema) elementsOf(id typeID) []string {
	var out []string
	add := func(sym symbol, t typeID) {
		if t == id && sym != 0 && len(out) < 4 && !has(out, sym.String()) {
			out = append(out, sym.String())
		}
	}
	for _, e := range s.elements {
		add(e.name, e.typ)
	}
	for i := range s.types {
		for _, p := range s.types[i].particles() {
			add(p.name, p.typ)
		}
	}
	return out
}
