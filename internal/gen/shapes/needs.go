package main

import "github.com/fxinvoice/fx/internal/shape"

// needs lists, per row, a name without which its test holds: nine rules in ten say that something must not be there. Of several names the one that
// the table's paths have least often is chosen, since that is the one a document is likely not to have.
func needs(t *compiled) []shape.Name {
	n := finder{t, map[shape.Name]int{}}
	for _, s := range t.Steps {
		n.uses[s.Name]++
	}
	all := make([]shape.Name, len(t.Rows))
	for i := range t.Rows {
		if t.checks[i] == "" {
			all[i] = n.holdsWithout(t.Rows[i].Test)
		}
	}
	return all
}

type finder struct {
	*compiled
	uses map[shape.Name]int // how many steps have a name
}

// holdsWithout returns a name such that a test holds where the document has nothing of it, 0 if there is none.
func (f finder) holdsWithout(test uint16) shape.Name {
	switch e := f.Exprs[test]; e.Op {
	case shape.Or:
		var names []shape.Name
		for _, a := range f.Refs[e.Args.First:e.Args.End] {
			names = append(names, f.holdsWithout(a))
		}
		return f.rarest(names)
	case shape.Not:
		return f.failsWithout(e.A)
	case shape.Count:
		if e.Compare == shape.LE || e.N == 0 {
			return f.ofPath(e.A)
		}
	case shape.Decimals, shape.Listed:
		return f.ofPath(e.A)
	}
	return 0
}

// failsWithout returns a name such that a test fails where the document has nothing of it, 0 if there is none.
func (f finder) failsWithout(test uint16) shape.Name {
	switch e := f.Exprs[test]; e.Op {
	case shape.And:
		var names []shape.Name
		for _, a := range f.Refs[e.Args.First:e.Args.End] {
			names = append(names, f.failsWithout(a))
		}
		return f.rarest(names)
	case shape.Not:
		return f.holdsWithout(e.A)
	case shape.Exists:
		return f.ofPath(e.A)
	case shape.Equal, shape.NotEqual:
		return f.rarest([]shape.Name{f.ofOperand(e.A), f.ofOperand(e.B)})
	}
	return 0
}

// ofOperand returns a name without which an operand has no values at all, so that no comparison with it holds. One that functions take whole has the
// empty text then.
func (f finder) ofOperand(i uint16) shape.Name {
	if o := f.Operands[i]; o.Literal == 0 && o.Bool == 0 && !o.Whole {
		return f.ofPath(o.Path)
	}
	return 0
}

func (f finder) ofPath(i uint16) shape.Name {
	p := f.Paths[i]
	var names []shape.Name
	for _, s := range f.Steps[p.Steps.First:p.Steps.End] {
		names = append(names, s.Name)
	}
	return f.rarest(names)
}

func (f finder) rarest(names []shape.Name) (best shape.Name) {
	for _, n := range names {
		if n != 0 && (best == 0 || f.uses[n] < f.uses[best]) {
			best = n
		}
	}
	return best
}
