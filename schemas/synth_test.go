package schemas

import (
	"fmt"
	"slices"
	"strings"
)

// instance is an element of a document that is made from the tables.
type instance struct {
	name  string
	typ   typeID
	attrs []pair
	kids  []*instance
	text  string
	at    []int // particle or position of each kid
}

type pair struct{ name, value string }

// synthesizer makes valid documents of a schema set: one for every type that an element can have.
type synthesizer struct {
	schema *Schema
	next   int              // number of the next xs:ID
	route  map[typeID]route // how each type is first reached from the root
	order  []typeID
}

// route says that an element of a type stands at a place in the content of another type.
type route struct {
	parent typeID
	place  int
	name   symbol
	depth  int
}

// newSynthesizer finds a way from a root to every type that elements have, wildcards included.
func newSynthesizer(s *Schema) *synthesizer {
	y := &synthesizer{schema: s, route: map[typeID]route{}}
	var queue []typeID
	visit := func(id typeID, r route) {
		if _, ok := y.route[id]; ok || r.depth > 40 {
			return
		}
		y.route[id] = r
		y.order = append(y.order, id)
		queue = append(queue, id)
	}
	for _, root := range s.rootNames() {
		visit(s.global(root), route{name: root})
	}
	for len(queue) > 0 {
		id := queue[0]
		queue = queue[1:]
		depth := y.route[id].depth + 1
		for i, p := range s.typ(id).particles() {
			if p.wild == noWildcard {
				visit(p.typ, route{id, i, p.name, depth})
				continue
			}
			for _, e := range s.elements {
				if !p.wild.other() || e.name.space() != &spaces[s.typ(id).auto.space] {
					visit(e.typ, route{id, i, e.name, depth})
				}
			}
		}
	}
	// An abstract type has no element of its own.
	y.order = slices.DeleteFunc(y.order, func(id typeID) bool { return s.typ(id).abstract })
	return y
}

// make builds a valid document with an element of a type in it, with all its attributes and all its children
// once if full, and gives the root and that element.
func (y *synthesizer) make(id typeID, full bool) (root, target *instance) {
	var path []route
	for at := id; ; {
		r := y.route[at]
		path = append(path, r)
		if r.parent == 0 {
			break
		}
		at = r.parent
	}
	slices.Reverse(path)
	target = y.element(path[len(path)-1].name.String(), id, full, -1, nil)
	out := target
	for i := len(path) - 1; i > 0; i-- {
		out = y.element(path[i-1].name.String(), path[i].parent, false, path[i].place, out)
	}
	return out, target
}

// element builds an element. If place is not negative, child stands there in its content.
func (y *synthesizer) element(name string, id typeID, full bool, place int, child *instance) *instance {
	ty := y.schema.typ(id)
	e := &instance{name: name, typ: id}
	if ty.attrs != nil {
		for _, a := range ty.attrs.list {
			if full || a.required {
				e.attrs = append(e.attrs, pair{nameLocal[a.name], y.attrValue(&a)})
			}
		}
	}
	switch ty.content {
	case contentSimple:
		e.text = y.value(ty.value, ty.facets)
		return e
	case contentEmpty:
		return e
	}
	for _, i := range y.word(ty, place, full) {
		kid := child
		if i != place || child == nil {
			kid = y.kid(ty, i)
		} else {
			child = nil
		}
		e.kids, e.at = append(e.kids, kid), append(e.at, i)
	}
	return e
}

// kid builds the least child at a place of a content model.
func (y *synthesizer) kid(ty *typ, i int) *instance {
	p := ty.particles()[i]
	switch {
	case p.wild == noWildcard:
		return y.element(p.name.String(), p.typ, false, -1, nil)
	case p.wild.lax():
		return &instance{name: "foreign:any", typ: xsAnyType}
	}
	for _, e := range y.schema.elements {
		if ty := y.schema.typ(e.typ); ty.content == contentSimple && (!p.wild.other() || e.name.space() != &spaces[ty.auto.space]) {
			return y.element(e.name.String(), e.typ, false, -1, nil)
		}
	}
	panic("no element for a strict wildcard")
}

// word gives places that make up valid content: the least, or all that can stand together, with place in it
// if that is not negative.
func (y *synthesizer) word(ty *typ, place int, full bool) []int {
	var out []int
	if ty.auto == nil {
		for i, p := range ty.model {
			times := int(p.min)
			if full || i == place {
				times = max(times, 1)
			}
			for range times {
				out = append(out, i)
			}
		}
		return out
	}
	a := ty.auto
	// Breadth first from the start to place, then on to an end.
	reach := func(from uint64, goal func(int) bool) []int {
		type step struct {
			at   int
			back *step
		}
		var queue []*step
		seen := uint64(0)
		push := func(set uint64, back *step) {
			for i := range a.positions {
				if set>>i&1 == 1 && seen>>i&1 == 0 {
					seen |= 1 << i
					queue = append(queue, &step{i, back})
				}
			}
		}
		push(from, nil)
		for len(queue) > 0 {
			s := queue[0]
			queue = queue[1:]
			if goal(s.at) {
				var path []int
				for ; s != nil; s = s.back {
					path = append(path, s.at)
				}
				slices.Reverse(path)
				return path
			}
			push(a.follow[s.at], s)
		}
		return nil
	}
	ends := func(i int) bool { return a.last>>i&1 == 1 }
	if place < 0 {
		if a.emptyOK {
			return nil
		}
		return reach(a.start, ends)
	}
	out = reach(a.start, func(i int) bool { return i == place })
	if !ends(place) {
		out = append(out, reach(a.follow[place], ends)...)
	}
	return out
}

func (y *synthesizer) attrValue(a *attribute) string {
	if a.isFixed {
		return a.fixed
	}
	ty := y.schema.typ(a.typ)
	return y.value(ty.value, ty.facets)
}

// value gives a valid value of a type.
func (y *synthesizer) value(value typeID, f *facets) string {
	if f != nil && f.enum != nil {
		return f.enum[0]
	}
	if f != nil && (f.minLength > 0 || f.hasMax) {
		return strings.Repeat("C", max(f.minLength, 1))
	}
	switch value {
	case xsID:
		y.next++
		return fmt.Sprintf("id%d", y.next)
	case xsDecimal:
		return "12.50"
	case xsInteger:
		return "7"
	case xsBoolean:
		return "true"
	case xsDate:
		return "2026-01-31"
	case xsDateTime:
		return "2026-01-31T10:20:30Z"
	case xsTime:
		return "10:20:30"
	case xsBase64Binary:
		return "QUJD"
	case xsAnyURI:
		return "urn:example:a"
	case xsLanguage:
		return "fr"
	}
	return "text"
}

// declarations binds every prefix of the tables that a set uses.
func (y *synthesizer) declarations() string {
	var b strings.Builder
	used := map[*space]bool{}
	for _, e := range y.schema.elements {
		used[e.name.space()] = true
	}
	for i := range y.schema.types {
		for _, p := range y.schema.types[i].particles() {
			if p.name != 0 {
				used[p.name.space()] = true
			}
		}
	}
	for i := range spaces {
		if used[&spaces[i]] {
			fmt.Fprintf(&b, ` xmlns:%s="%s"`, spaces[i].prefix, spaces[i].uri)
		}
	}
	return b.String() + ` xmlns:foreign="urn:example:foreign" xmlns:xsi="` + xsiSpace + `" xmlns:xs="` + schemaSpace + `"`
}

// document writes a document, one element a line.
func (e *instance) document(declarations string) string {
	var b strings.Builder
	b.WriteString("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
	e.write(&b, declarations, "")
	return b.String()
}

func (e *instance) write(b *strings.Builder, declarations, indent string) {
	b.WriteString(indent + "<" + e.name + declarations)
	for _, a := range e.attrs {
		b.WriteString(" " + a.name + `="` + escape(a.value) + `"`)
	}
	b.WriteString(">" + escape(e.text))
	if len(e.kids) > 0 {
		b.WriteString("\n")
		for _, k := range e.kids {
			k.write(b, "", indent+" ")
		}
		b.WriteString(indent)
	}
	b.WriteString("</" + e.name + ">\n")
}

func escape(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", `"`, "&quot;").Replace(s)
}
