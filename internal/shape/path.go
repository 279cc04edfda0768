package shape

import "github.com/fxinvoice/fx/internal/xmltree"

// item is an element, or an attribute of it where attr is not noAttr.
type item struct {
	node xmltree.Node
	attr xmltree.Attr
}

const noAttr xmltree.Attr = -1

// value is the text of an item.
func (d *document) value(i item) string {
	if i.attr != noAttr {
		return d.tree.AttrValue(i.attr)
	}
	return d.text(i.node)
}

// each visits what a path leads to from element n, until visit returns false; then it returns false too. Where a path from the document leads to is
// found once: it is the same for every element.
func (d *document) each(n xmltree.Node, path uint16, visit func(item) bool) bool {
	if !d.Paths[path].Absolute {
		return d.follow(n, path, visit)
	}
	all, ok := d.all[path]
	if !ok {
		d.follow(above, path, func(i item) bool {
			all = append(all, i)
			return true
		})
		if d.all == nil {
			d.all = map[uint16][]item{}
		}
		d.all[path] = all
	}
	for _, i := range all {
		if !visit(i) {
			return false
		}
	}
	return true
}

// follow is each without memory.
func (d *document) follow(n xmltree.Node, path uint16, visit func(item) bool) bool {
	p := &d.Paths[path]
	steps := d.Steps[p.Steps.First:p.Steps.End]
	for i := range steps {
		if s := &steps[i]; s.Name != 0 && !d.there[s.Name] {
			return true // the document has nothing of the name
		}
	}
	return d.walk(n, steps, visit)
}

func (d *document) walk(n xmltree.Node, steps []Step, visit func(item) bool) bool {
	if len(steps) == 0 {
		return visit(item{n, noAttr})
	}
	s := &steps[0]
	switch s.Axis {
	case Child:
		if few := d.few(s); few != nil && n != above {
			for _, c := range few {
				if d.tree.Parent(c) != n || !d.holdAll(s.Preds, c) {
					continue
				}
				if !d.walk(c, steps[1:], visit) {
					return false
				}
				if s.First {
					break
				}
			}
			return true
		}
		c := xmltree.Node(0)
		if n != above {
			c = d.tree.FirstChild(n)
		}
		for ; c != xmltree.None; c = d.tree.NextSibling(c) {
			if !d.takes(s, c) {
				continue
			}
			if !d.walk(c, steps[1:], visit) {
				return false
			}
			if s.First {
				break
			}
		}
	case Descendant:
		if n == above && s.Name != 0 {
			for _, c := range d.of(s.Name) {
				if d.holdAll(s.Preds, c) && !d.walk(c, steps[1:], visit) {
					return false
				}
			}
			return true
		}
		c, end := n+1, xmltree.Node(d.tree.Len())
		if n != above {
			end = d.tree.After(n)
		}
		for ; c < end; c++ {
			if d.takes(s, c) && !d.walk(c, steps[1:], visit) {
				return false
			}
		}
	case Attribute:
		if n == above {
			return true
		}
		first, end := d.tree.Attrs(n)
		for a := first; a < end; a++ {
			if (s.Name == 0 || d.attrName(a) == s.Name) && !visit(item{n, a}) {
				return false
			}
		}
	case Self:
		if n != above && d.takes(s, n) {
			return d.walk(n, steps[1:], visit)
		}
	case Parent:
		if n != above {
			return d.walk(d.tree.Parent(n), steps[1:], visit)
		}
	case Ancestor:
		for n != above {
			if n = d.tree.Parent(n); n != above && d.takes(s, n) && !d.walk(n, steps[1:], visit) {
				return false
			}
		}
	}
	return true
}

// few returns the elements of a step's name where the document has few of them: looking at their parents is then quicker than looking for them among
// the children of one, which may be all the lines of an invoice. It is nil where there are many, or none.
func (d *document) few(s *Step) []xmltree.Node {
	if s.Name == 0 {
		return nil
	}
	if all := d.of(s.Name); len(all) <= 8 {
		return all
	}
	return nil
}

// takes reports whether a step takes element n: by its name and its predicates.
func (d *document) takes(s *Step, n xmltree.Node) bool {
	return d.takesName(s, n) && d.holdAll(s.Preds, n)
}

func (d *document) takesName(s *Step, n xmltree.Node) bool {
	switch {
	case s.Name != 0:
		return d.name(n) == s.Name
	case s.Choices.Len() > 0:
		for _, c := range d.Choices[s.Choices.First:s.Choices.End] {
			if d.name(n) == c {
				return true
			}
		}
		return false
	case s.Space != 0:
		return d.tree.NameOf(n).Space == d.Names.space(s.Space)
	}
	return true
}

func (d *document) holdAll(preds Span, n xmltree.Node) bool {
	for _, e := range d.Refs[preds.First:preds.End] {
		if !d.holds(e, n) {
			return false
		}
	}
	return true
}

// fits reports whether element n is one that a context looks at. A predicate that XPath would stop at does not fit: patterns are so in XSLT.
func (d *document) fits(c *Context, n xmltree.Node) bool {
	p := &d.Paths[c.Path]
	if !d.within(p, n) {
		return false
	}
	ok := d.matches(p, p.Steps.Len()-1, n)
	if d.halt.why != running {
		d.halt = halt{}
		return false
	}
	return ok
}

// within looks at the names alone, as far as the path goes up from element to element: most contexts differ there, and it costs little.
func (d *document) within(p *Path, n xmltree.Node) bool {
	for i := int(p.Steps.End) - 1; ; i-- {
		s := &d.Steps[i]
		if !d.takesName(s, n) {
			return false
		}
		if i == int(p.Steps.First) || s.Axis == Descendant {
			return true
		}
		if n = d.tree.Parent(n); n == above {
			return false
		}
	}
}

// matches reports whether element n fits the step of that number, and what is around it the steps before.
func (d *document) matches(p *Path, i int, n xmltree.Node) bool {
	s := &d.Steps[int(p.Steps.First)+i]
	if !d.takes(s, n) {
		return false
	}
	up := d.tree.Parent(n)
	switch {
	case i == 0:
		return !p.Absolute || s.Axis == Descendant || up == above
	case s.Axis == Child:
		return up != above && d.matches(p, i-1, up)
	}
	for ; up != above; up = d.tree.Parent(up) {
		if d.matches(p, i-1, up) {
			return true
		}
	}
	return false
}

// first returns the first thing that a path leads to.
func (d *document) first(n xmltree.Node, path uint16) (found item, ok bool) {
	absolute := d.Paths[path].Absolute
	if absolute {
		if known, ok := d.firsts[path]; ok {
			return known, known != nowhere
		}
		n = above
	}
	found = nowhere
	d.follow(n, path, func(i item) bool {
		found, ok = i, true
		return false
	})
	if absolute {
		if d.firsts == nil {
			d.firsts = map[uint16]item{}
		}
		d.firsts[path] = found
	}
	return found, ok
}

// nowhere is what a path leads to that leads to nothing.
var nowhere = item{xmltree.None, noAttr}

// count counts what a path leads to, up to max.
func (d *document) count(n xmltree.Node, path uint16, max int) (count int) {
	d.each(n, path, func(item) bool {
		count++
		return count < max
	})
	return count
}

// reach follows a path from element n as far as the document goes, and returns the deepest element and the steps that are missing.
func (d *document) reach(n xmltree.Node, path uint16) (deepest xmltree.Node, missing Span) {
	p := &d.Paths[path]
	missing = p.Steps
	if p.Absolute {
		n = above
	}
	for ; missing.First < missing.End; missing.First++ {
		next := xmltree.None
		switch s := &d.Steps[missing.First]; s.Axis {
		case Child, Descendant:
			one := []Step{*s}
			one[0].First = true
			d.walk(n, one, func(i item) bool {
				next = i.node
				return false
			})
		case Parent:
			next = d.tree.Parent(n)
		case Self:
			next = n
		}
		if next == xmltree.None {
			break
		}
		n = next
	}
	if n == above {
		n = 0
	}
	return n, missing
}
