package bind

import (
	"fmt"
	"slices"
	"strings"
)

// order puts the children of every node into the order of the schema, and keeps what the schema says about them.
func (c *compiler) order(n *node, path string) {
	allowed, ok := c.schema(path)
	if !ok {
		c.fail(fmt.Errorf("%s: the schema has no element %s", c.t.Syntax, path))
		return
	}
	n.allowed = allowed
	slices.SortStableFunc(n.children, func(a, b *node) int { return n.rank(a.name) - n.rank(b.name) })
	for _, child := range n.children {
		if child.attr {
			continue
		}
		if n.rank(child.name) == len(allowed) {
			c.fail(fmt.Errorf("%s: the schema lets no %s stand in %s", c.t.Syntax, child.name, path))
		}
		if len(child.children) > 0 && !n.may(child.name).Simple {
			c.order(child, path+"/"+child.name)
		}
	}
}

// orderOf returns the list of the children that the schema lets stand in an element. Elements of one type share theirs.
func (c *compiler) orderOf(n *node) Span {
	var names []string
	for _, a := range n.allowed {
		names = append(names, a.Name)
	}
	key := strings.Join(names, " ")
	if all, ok := c.orders[key]; ok {
		return all
	}
	first := len(c.t.Orders)
	for _, name := range names {
		n, _ := c.split(name) // a name in a namespace that the table does not know is none of a document's
		c.t.Orders = append(c.t.Orders, n)
	}
	c.orders[key] = span(first, len(c.t.Orders))
	return c.orders[key]
}

// rank returns where a child stands in the order of the schema, the number of children if nowhere. Attributes come last.
func (n *node) rank(name string) int {
	for i, a := range n.allowed {
		if a.Name == name {
			return i
		}
	}
	return len(n.allowed)
}

// may returns what the schema says about a child.
func (n *node) may(name string) Child {
	if i := n.rank(name); i < len(n.allowed) {
		return n.allowed[i]
	}
	return Child{Name: name, Max: 1}
}

// demand is an element that a predicate or a constant demands: a text, or an element with others in it.
type demand struct {
	name string
	text string
	sub  []*demand
}

// writes lists what to write in an element: its edges, the elements that predicates and constants demand, and those that the schema does, each in
// its place.
func (c *compiler) writes(n *node, edgeOf map[*node]int16) Span {
	var demands []*demand
	for _, g := range n.guards {
		demands = merge(demands, c.demanded(g, false))
	}
	type item struct {
		rank  int
		write Write
		sub   *demand
	}
	var items []item
	for _, child := range n.children {
		if child.attr {
			continue
		}
		for _, g := range child.guards {
			demands = merge(demands, c.demanded(g, true))
		}
		if child.constant != "" {
			demands = merge(demands, &demand{name: child.name, text: child.constant})
			continue
		}
		may := n.may(child.name)
		name, err := c.name(child.name)
		c.fail(err)
		items = append(items, item{n.rank(child.name), Write{Name: name, Edge: edgeOf[child], One: may.Max == 1, Required: may.Min > 0, Simple: may.Simple, Several: c.several(child)}, nil})
	}
	for _, d := range demands {
		items = append(items, item{n.rank(d.name), Write{Edge: -1, One: true}, d})
	}
	slices.SortStableFunc(items, func(a, b item) int { return a.rank - b.rank })
	first := len(c.t.Writes)
	c.t.Writes = append(c.t.Writes, make([]Write, len(items))...)
	for i, it := range items {
		if it.sub != nil {
			it.write = c.demandWrite(it.sub)
		}
		it.write.Shared = i > 0 && items[i-1].rank == it.rank || i+1 < len(items) && items[i+1].rank == it.rank
		it.write.Several = it.write.Several || it.write.Shared
		c.t.Writes[first+i] = it.write
	}
	return span(first, first+len(items))
}

// several reports whether an invoice may have more than one value or group instance for an element.
func (c *compiler) several(n *node) bool {
	return n.group >= 0 && c.t.Rows[n.group].Term.Card().Many() || n.leaf >= 0 && c.t.Rows[n.leaf].Term.Card().Many()
}

// demandWrite lays out a demanded element.
func (c *compiler) demandWrite(d *demand) Write {
	name, err := c.name(d.name)
	c.fail(err)
	w := Write{Name: name, Edge: -1, One: true}
	if d.sub == nil {
		w.Text = uint16(len(c.t.Strings))
		c.t.Strings = append(c.t.Strings, d.text)
		return w
	}
	first := len(c.t.Writes)
	c.t.Writes = append(c.t.Writes, make([]Write, len(d.sub))...)
	for i, s := range d.sub {
		c.t.Writes[first+i] = c.demandWrite(s)
	}
	w.Sub = span(first, first+len(d.sub))
	return w
}

// demanded returns the element that a predicate demands, in the element itself or, for up, beside it; nil if it demands none.
func (c *compiler) demanded(predicate string, up bool) *demand {
	path, text, ok := strings.Cut(predicate, "=")
	if !ok || strings.HasPrefix(predicate, "not(") || strings.HasSuffix(path, "!") || strings.Contains(path, "@") || strings.HasPrefix(text, "BT-") {
		return nil
	}
	path, isUp := strings.CutPrefix(path, "../")
	if isUp != up {
		return nil
	}
	text = strings.TrimSuffix(strings.Trim(text, "'"), "()")
	steps := strings.Split(path, "/")
	d := &demand{name: steps[len(steps)-1], text: text}
	for i := len(steps) - 2; i >= 0; i-- {
		d = &demand{name: steps[i], sub: []*demand{d}}
	}
	return d
}

// merge adds a demand to others: what two demand alike is written once.
func merge(all []*demand, d *demand) []*demand {
	if d == nil {
		return all
	}
	for _, o := range all {
		if o.name == d.name {
			for _, s := range d.sub {
				o.sub = merge(o.sub, s)
			}
			return all
		}
	}
	return append(all, d)
}
