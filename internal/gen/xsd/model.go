package xsd

import "fmt"

// particle is one place of a content model: an element, with how often it may stand there, or a wildcard.
type particle struct {
	elem     name
	typ      *typeDef
	wild     *wildcard
	min, max int
}

// automaton is a content model as positions (Glushkov): which may come first, which may follow which, and
// after which the content may end. XML Schema's "unique particle attribution" makes it deterministic.
type automaton struct {
	positions []particle
	start     []int   // positions that may come first
	follow    [][]int // by position
	last      []bool  // by position: the content may end here
	emptyOK   bool    // the content may be empty
}

// model compiles the content model of a type: a flat list if it is a plain sequence of elements, which
// nearly all are, and an automaton if not.
func (b *builder) model(t *typeDef) error {
	if t.modelNode == nil {
		return nil
	}
	g, err := b.particle(t.modelNode, t)
	if err != nil {
		return err
	}
	a, err := glushkov(g)
	if err != nil {
		return t.modelNode.errorf("%w", err)
	}
	if err := a.deterministic(); err != nil {
		return t.modelNode.errorf("%w", err)
	}
	if flat, ok := flatten(g, nil); ok {
		t.flat = flat
		return nil
	}
	if len(a.positions) > 60 {
		return t.modelNode.errorf("a model of %d positions that is not a plain sequence", len(a.positions))
	}
	t.auto = a
	return nil
}

// flatten appends the particles of a group that is a plain sequence of elements.
func flatten(g *group, into []particle) ([]particle, bool) {
	switch {
	case g.kind == "element":
		return append(into, particle{elem: g.elem, typ: g.typ, min: g.min, max: g.max}), true
	case g.kind == "any" || g.min != 1 || g.max != 1 || g.kind == "choice" && len(g.parts) != 1:
		return nil, false
	}
	ok := true
	for _, p := range g.parts {
		if into, ok = flatten(p, into); !ok {
			return nil, false
		}
	}
	return into, true
}

// part is a sub-expression while the automaton is built.
type part struct {
	first, last []int
	nullable    bool
}

func glushkov(g *group) (*automaton, error) {
	a := &automaton{}
	p, err := a.add(g)
	if err != nil {
		return nil, err
	}
	a.start, a.emptyOK = p.first, p.nullable
	a.last = make([]bool, len(a.positions))
	for _, i := range p.last {
		a.last[i] = true
	}
	return a, nil
}

// add lays out a particle with its occurrence.
func (a *automaton) add(g *group) (part, error) {
	if g.max != many && g.max > 8 || g.min > 8 {
		return part{}, fmt.Errorf("an occurrence of %d..%d is not known to the generator", g.min, g.max)
	}
	out := part{nullable: true}
	for i := range g.min {
		p, err := a.once(g)
		if err != nil {
			return part{}, err
		}
		if g.max == many && i == g.min-1 {
			a.link(p.last, p.first)
		}
		out = a.then(out, p)
	}
	if g.max == g.min || g.max == many && g.min > 0 {
		return out, nil
	}
	rest, err := a.optional(g, g.max-g.min)
	return a.then(out, rest), err
}

// optional lays out up to n further occurrences, each of which needs the one before it.
func (a *automaton) optional(g *group, n int) (part, error) {
	p, err := a.once(g)
	if err != nil {
		return part{}, err
	}
	switch {
	case g.max == many:
		a.link(p.last, p.first)
	case n > 1:
		q, err := a.optional(g, n-1)
		if err != nil {
			return part{}, err
		}
		p = a.then(p, q)
	}
	p.nullable = true
	return p, nil
}

// once lays out one occurrence of a particle.
func (a *automaton) once(g *group) (part, error) {
	switch g.kind {
	case "element", "any":
		i := len(a.positions)
		a.positions = append(a.positions, particle{elem: g.elem, typ: g.typ, wild: g.wild, min: 1, max: 1})
		a.follow = append(a.follow, nil)
		return part{first: []int{i}, last: []int{i}}, nil
	case "sequence":
		out := part{nullable: true}
		for _, c := range g.parts {
			p, err := a.add(c)
			if err != nil {
				return part{}, err
			}
			out = a.then(out, p)
		}
		return out, nil
	}
	out := part{nullable: len(g.parts) == 0}
	for _, c := range g.parts {
		p, err := a.add(c)
		if err != nil {
			return part{}, err
		}
		out.first = append(out.first, p.first...)
		out.last = append(out.last, p.last...)
		out.nullable = out.nullable || p.nullable
	}
	return out, nil
}

// then is p followed by q.
func (a *automaton) then(p, q part) part {
	a.link(p.last, q.first)
	out := part{nullable: p.nullable && q.nullable}
	out.first = append(out.first, p.first...)
	if p.nullable {
		out.first = append(out.first, q.first...)
	}
	out.last = append(out.last, q.last...)
	if q.nullable {
		out.last = append(out.last, p.last...)
	}
	return out
}

// link lets each position of to follow each of from.
func (a *automaton) link(from, to []int) {
	for _, i := range from {
		for _, j := range to {
			if !contains(a.follow[i], j) {
				a.follow[i] = append(a.follow[i], j)
			}
		}
	}
}

func contains(list []int, v int) bool {
	for _, w := range list {
		if w == v {
			return true
		}
	}
	return false
}

// deterministic fails if an element could stand for two particles that do not come from one declaration,
// which the validator could not tell apart.
func (a *automaton) deterministic() error {
	lists := append([][]int{a.start}, a.follow...)
	for _, list := range lists {
		for i, p := range list {
			for _, q := range list[i+1:] {
				if overlap(a.positions[p], a.positions[q]) {
					return fmt.Errorf("%s could be read in two ways", a.positions[p].elem)
				}
			}
		}
	}
	return nil
}

func overlap(p, q particle) bool {
	switch {
	case p.wild == nil && q.wild == nil:
		return p.elem == q.elem
	case p.wild != nil && q.wild != nil:
		return true
	case p.wild == nil:
		p, q = q, p
	}
	return !p.wild.other || q.elem.space != p.wild.space && q.elem.space != ""
}
