package check_test

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// element is a piece of a document that a test changes. Names are as the paths of a table write them, and so are attributes, with "@".
type element struct {
	name   string
	text   string
	attrs  [][2]string
	kids   []*element
	parent *element
}

// grow makes elements of a document, which are then the numbers of its tree.
func grow(table *shape.Table, t *xmltree.Tree) []*element {
	all := make([]*element, t.Len())
	for n := range xmltree.Node(t.Len()) {
		name := t.NameOf(n)
		e := &element{name: name.Local}
		for _, p := range table.Names.Prefixes {
			if p.Space == name.Space {
				e.name = p.Prefix + ":" + name.Local
			}
		}
		if !t.HasChildren(n) {
			e.text = t.Text(n)
		}
		first, end := t.Attrs(n)
		for a := first; a < end; a++ {
			e.attrs = append(e.attrs, [2]string{"@" + t.AttrNameOf(a).Local, t.AttrValue(a)})
		}
		if up := t.Parent(n); up != xmltree.None {
			e.parent = all[up]
			e.parent.kids = append(e.parent.kids, e)
		}
		all[n] = e
	}
	return all
}

// write prints a document.
func (e *element) write(table *shape.Table) string {
	var b strings.Builder
	e.print(&b, table)
	return b.String()
}

func (e *element) print(b *strings.Builder, table *shape.Table) {
	b.WriteString("<" + e.name)
	if e.parent == nil {
		for _, p := range table.Names.Prefixes {
			b.WriteString(" xmlns:" + p.Prefix + `="` + p.Space + `"`)
		}
	}
	for _, a := range e.attrs {
		value, err := xmltree.AppendValue(nil, a[1], "UTF-8")
		if err != nil {
			panic(err)
		}
		b.WriteString(" " + a[0][1:] + `="` + string(value) + `"`)
	}
	b.WriteString(">")
	text, err := xmltree.AppendText(nil, e.text, "UTF-8")
	if err != nil {
		panic(err)
	}
	b.Write(text)
	for _, k := range e.kids {
		k.print(b, table)
	}
	b.WriteString("</" + e.name + ">")
}

func (e *element) root() *element {
	for e.parent != nil {
		e = e.parent
	}
	return e
}

func (e *element) add(name string) *element {
	k := &element{name: name, parent: e}
	e.kids = append(e.kids, k)
	return k
}

func (e *element) remove() {
	if e.parent != nil {
		e.parent.kids = slices.DeleteFunc(e.parent.kids, func(k *element) bool { return k == e })
	}
}

// set writes an attribute.
func (e *element) set(name, value string) {
	e.drop(name)
	e.attrs = append(e.attrs, [2]string{name, value})
}

// drop removes an attribute.
func (e *element) drop(name string) {
	e.attrs = slices.DeleteFunc(e.attrs, func(a [2]string) bool { return a[0] == name })
}

// spot is what a path leads to: an element, or its attribute of a name.
type spot struct {
	*element
	attr string
}

func (s spot) put(value string) {
	if s.attr != "" {
		s.set(s.attr, value)
		return
	}
	s.kids, s.text = nil, value
}

// fill writes something where nothing is.
func (s spot) fill() {
	if s.value() == "" && (s.attr != "" || len(s.kids) == 0) {
		s.put("x")
	}
}

func (s spot) value() string {
	for _, a := range s.attrs {
		if a[0] == s.attr {
			return a[1]
		}
	}
	return s.text
}

func (s spot) delete() {
	if s.attr != "" {
		s.drop(s.attr)
		return
	}
	s.remove()
}
