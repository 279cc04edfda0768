package bind

import "github.com/fxinvoice/fx/en16931"

// candidates counts the values or group instances that compete for a child that may stand once.
func (e *encoder) candidates(s *State) int {
	switch {
	case s.Group >= 0 && e.Rows[s.Group].How&Lazy == 0:
		g := e.Rows[s.Group].Term
		parent := e.instance(facts[g].parent)
		n := 0
		for parent != nil && en16931.Instance(g, parent, n) != nil {
			n++
			if !facts[g].many {
				break
			}
		}
		return n
	case s.Leaf >= 0:
		return e.items(&e.Rows[s.Leaf])
	}
	return 1
}

// candidate writes the n-th of them.
func (e *encoder) candidate(edge *Edge, s *State, n int) bool {
	switch {
	case s.Group >= 0 && e.Rows[s.Group].How&Lazy == 0:
		if n < 0 {
			return false
		}
		g := e.Rows[s.Group].Term
		parent := e.instance(facts[g].parent)
		if parent == nil || n > 0 && !facts[g].many {
			return false
		}
		return e.group(edge, s, g, parent, n)
	case s.Leaf >= 0:
		row := &e.Rows[s.Leaf]
		if e.repeats(row) {
			n = 0
		}
		return e.leaf(edge, s, row, n)
	}
	return e.element(edge, s, nil, "", n)
}

// repeats reports whether a term stands in every element of the group that is being repeated.
func (e *encoder) repeats(row *Row) bool {
	return row.How&Each != 0 || e.over != en16931.BG0 && row.Term > e.over && row.Term < e.over.Behind()
}

// all writes everything that an edge leads to, where the schema lets the child repeat.
func (e *encoder) all(edge *Edge, s *State) (content bool) {
	switch {
	case s.Group >= 0 && e.Rows[s.Group].How&(Lazy|Merge) == 0:
		g := e.Rows[s.Group].Term
		parent := e.instance(facts[g].parent)
		for n := 0; parent != nil && e.group(edge, s, g, parent, n); n++ {
			content = true
			if !facts[g].many {
				break
			}
		}
		return content
	case s.Leaf >= 0:
		row := &e.Rows[s.Leaf]
		if facts[row.Term].many {
			return e.allItems(edge, s, row)
		}
		for n := range e.items(row) {
			content = e.leaf(edge, s, row, n) || content
		}
		return content
	}
	return e.spread(edge, s)
}

// allItems writes every item of a term that repeats.
func (e *encoder) allItems(edge *Edge, s *State, row *Row) (content bool) {
	group := e.instance(facts[row.Term].group)
	if group == nil || row.How&(ReadOnly|Fallback|Aside) != 0 || e.outside(row) {
		return false
	}
	list := e.list(row, group)
	for i := range list {
		if row.When == nil || row.When(e.inv, &list[i]) {
			content = e.filled(edge, s, row, group, &list[i]) || content
		}
	}
	return content
}

// spread writes an element that may repeat: once for all, or as often as the children that may stand in it once need it.
func (e *encoder) spread(edge *Edge, s *State) (content bool) {
	n := 1
	competing, name := 0, uint16(0)
	var over en16931.Term // the group whose instances make the element repeat
	for i := s.Writes.First(); i < s.Writes.End(); i++ {
		w := &e.Writes[i]
		if w.Name != name {
			competing, name = 0, w.Name
		}
		if w.Edge < 0 {
			continue
		}
		if child := &e.States[e.Edges[w.Edge].To]; w.Several && e.once(w, child) {
			competing += e.candidates(child)
			if child.Group >= 0 && facts[e.Rows[child.Group].Term].many {
				over = e.Rows[child.Group].Term
			}
		}
		n = max(n, competing)
	}
	if s.Group >= 0 {
		if row := &e.Rows[s.Group]; row.How&Lazy == 0 && !e.complete(row) {
			return false
		}
	}
	many, number := e.many, e.number
	for k := range n {
		if over != en16931.BG0 {
			e.forget(over)
			e.many, e.number, e.over = over, k, over
			e.current[facts[over].first] = en16931.Instance(over, e.instance(facts[over].parent), k)
		}
		content = e.element(edge, s, nil, "", k) || content
	}
	if over != en16931.BG0 {
		e.forget(over)
	}
	e.many, e.number, e.over = many, number, en16931.BG0
	return content
}

// complete reports whether a group is there and has the term that its element cannot be without.
func (e *encoder) complete(row *Row) bool {
	group := e.instance(row.Term)
	if group == nil {
		return false
	}
	return row.Needs == en16931.BG0 || !absent(en16931.Field(row.Needs, group)) ||
		e.inv.Source != nil && e.inv.Source.Syntax() == e.Syntax && e.inv.Source.Exists(group, row.Needs)
}

// group writes the n-th instance of a group below parent; it is false when there are not so many.
func (e *encoder) group(edge *Edge, s *State, g en16931.Term, parent any, n int) bool {
	instance := en16931.Instance(g, parent, n)
	if instance == nil {
		return false
	}
	at := facts[g].first
	around := e.current[at]
	e.forget(g)
	e.current[at] = instance
	many, number := e.many, e.number
	if facts[g].many {
		e.many, e.number = g, n
	}
	if s.Leaf >= 0 {
		e.leaf(edge, s, &e.Rows[s.Leaf], 0)
	} else {
		e.element(edge, s, nil, "", 0)
	}
	e.many, e.number = many, number
	if facts[g].many {
		e.forget(g)
		e.current[at] = around // the group's terms may go on beside its element
	}
	return true
}

// forget makes a group, and all in it, one whose instances are not being written.
func (e *encoder) forget(g en16931.Term) { clear(e.current[facts[g].first:facts[g].end]) }

// instance returns the group instance that is being written, or the only one there is; nil if there is none.
func (e *encoder) instance(g en16931.Term) any {
	at := &e.current[facts[g].first]
	if *at == nil && !facts[g].many {
		if parent := e.instance(facts[g].parent); parent != nil {
			*at = en16931.Instance(g, parent, 0)
		}
	}
	return *at
}

// outside reports whether a term belongs to a group around the one that repeats, in an element that is not the first.
func (e *encoder) outside(row *Row) bool {
	return e.number > 0 && row.How&Each == 0 && (row.Term < e.many || row.Term >= e.many.Behind())
}
