package schemas

import "strings"

// Unbounded is the Max of a child that may stand any number of times.
const Unbounded = -1

// Child is an element that may stand in another, with how often.
type Child struct {
	Name     string // with its canonical prefix: "cac:InvoiceLine"
	Space    string // its namespace
	Local    string
	Min, Max int // Max may be Unbounded
}

// Children lists what may stand in an element, in the order that the schema wants. The path goes from the
// root by canonical prefixes, "/ubl:Invoice/cac:InvoiceLine"; positions such as [3] are ignored. An element
// that holds a value has no children. The last result is false if the schema has no such path.
//
// Where the schema offers a choice, every alternative is listed once with Min 0. A place for elements of any
// name is not listed.
func (s *Schema) Children(path string) ([]Child, bool) {
	id, ok := s.typeAtPath(path)
	if !ok {
		return nil, false
	}
	ty := s.typ(id)
	out := make([]Child, 0, len(ty.particles()))
	listed := map[symbol]bool{}
	for i, p := range ty.particles() {
		if p.name == 0 || ty.auto != nil && listed[p.name] {
			continue
		}
		listed[p.name] = true
		c := Child{Name: p.name.String(), Space: p.name.space().uri, Local: nameLocal[p.name], Min: int(p.min), Max: int(p.max)}
		switch {
		case ty.auto != nil:
			c.Min, c.Max = 0, ty.auto.most(i)
		case p.max == many:
			c.Max = Unbounded
		}
		out = append(out, c)
	}
	return out, true
}

// most tells how often the name of a position may occur: once, or any number if some position of the name can
// follow another.
func (a *automaton) most(i int) int {
	reach := a.follow[i]
	for before := uint64(0); before != reach; {
		before = reach
		for j, f := range a.follow {
			if reach>>j&1 == 1 {
				reach |= f
			}
		}
	}
	for j, p := range a.positions {
		if p.name == a.positions[i].name && reach>>j&1 == 1 {
			return Unbounded
		}
	}
	return 1
}

// typeAtPath follows a path from a root.
func (s *Schema) typeAtPath(path string) (typeID, bool) {
	at := typeID(0)
	for i, step := range strings.Split(strings.TrimPrefix(path, "/"), "/") {
		step, _, _ = strings.Cut(step, "[")
		next := typeID(0)
		if i == 0 {
			for _, root := range s.rootNames() {
				if root.String() == step {
					next = s.global(root)
				}
			}
		} else {
			for _, p := range s.typ(at).particles() {
				if p.name != 0 && p.name.String() == step {
					next = p.typ
				}
			}
		}
		if next == 0 {
			return 0, false
		}
		at = next
	}
	return at, true
}
