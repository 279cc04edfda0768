package bind

import (
	"strings"
	"sync"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// source is what a decoded invoice knows of its file.
type source struct {
	reader
	dialect *Dialect
	groups  []groupAt // the invoice and every instance of a group that repeats, parents first; Locate adds the others when it is first asked
	texts   bitset    // elements whose text a row or a predicate has taken
	attrs   bitset    // attributes, likewise
	index   index
}

// groupAt says which element a group instance was read from. It is None where only terms outside of the group's element made it, and for groups
// that do not repeat: their element is the first on their path from the group around them.
type groupAt struct {
	group  any
	term   en16931.Term
	node   xmltree.Node
	parent int32 // number in source.groups
}

// Of returns the tree and the table that an invoice was decoded with; ok is false for an invoice that no table decoded.
func Of(inv *en16931.Invoice) (tree *xmltree.Tree, table *Table, ok bool) {
	s, ok := inv.Source.(*source)
	if !ok {
		return nil, nil, false
	}
	return s.tree, s.Table, true
}

// Text returns what stands in the file for a term of the invoice itself, whatever the model says now.
func Text(inv *en16931.Invoice, t en16931.Term) (text string, ok bool) {
	if s, is := inv.Source.(*source); is {
		return s.first(t)
	}
	return "", false
}

// Repeats reports whether a group stands more than once in the file that an invoice was read from, whatever the model says now.
func Repeats(inv *en16931.Invoice, g en16931.Term) bool {
	s, ok := inv.Source.(*source)
	n := 0
	for i := 0; ok && i < len(s.groups); i++ {
		if s.groups[i].term == g {
			n++
		}
	}
	return n > 1
}

// Syntax is the table's.
func (s *source) Syntax() string { return s.Table.Syntax }

// Exists reports whether the file has an element or attribute for the term.
func (s *source) Exists(group any, t en16931.Term) bool {
	_, _, missing, ok := s.find(group, t)
	return ok && missing.Len() == 0
}

// Locate returns the place of a term, or where it should stand.
func (s *source) Locate(group any, t en16931.Term) en16931.Place {
	n, a, missing, ok := s.find(group, t)
	if !ok {
		return en16931.Place{}
	}
	var p en16931.Place
	if a >= 0 {
		p = s.place(n, a, true)
	} else {
		p = s.place(n, 0, false)
	}
	p.Missing = s.steps(missing)
	return p
}

// place describes an element, or an attribute of it.
func (r *reader) place(n xmltree.Node, a xmltree.Attr, isAttr bool) en16931.Place {
	off, _ := r.tree.Range(n)
	if isAttr {
		off, _, _ = r.tree.AttrRange(a)
	}
	line, column := r.tree.Position(off)
	return en16931.Place{Path: r.path(n, a, isAttr), Line: line, Column: column, Offset: off}
}

// path is an absolute path with positions and the customary prefixes.
func (r *reader) path(n xmltree.Node, a xmltree.Attr, isAttr bool) string {
	p := r.tree.Path(n, r.prefixOf)
	if !isAttr {
		return p
	}
	name := r.tree.AttrNameOf(a)
	if prefix := r.prefixOf(name.Space); prefix != "" {
		return p + "/@" + prefix + ":" + name.Local
	}
	return p + "/@" + name.Local
}

// steps writes a path of the table.
func (t *Table) steps(path Span) string {
	var b strings.Builder
	for i := path.First(); i < path.End(); i++ {
		if i > path.First() {
			b.WriteByte('/')
		}
		if t.Steps[i].Attr {
			b.WriteByte('@')
		}
		b.WriteString(t.QNames[t.Steps[i].Name])
	}
	return b.String()
}

// find follows the rows of a term from its group's element, and returns how far the best of them goes.
func (s *source) find(group any, t en16931.Term) (n xmltree.Node, a xmltree.Attr, missing Span, ok bool) {
	left := -1
	for i := s.RowOf[t]; i >= 0; i = s.Next[i] {
		base, path, found := s.base(group, s.Table.Paths[i])
		if !found {
			continue
		}
		node, attr, rest := s.follow(base, path)
		if l := int(rest.End() - rest.First()); left < 0 || l < left {
			n, a, missing, left, ok = node, attr, rest, l, true
		}
	}
	return n, a, missing, ok
}

// base returns where to begin following a path: an element at or around that of the innermost group that was read from one, and the rest of the
// path. A row may lead outside of its group's element: then the two paths part at an element around it.
func (s *source) base(group any, path Span) (xmltree.Node, Span, bool) {
	i, ok := s.at(group)
	if !ok {
		return xmltree.None, 0, false
	}
	g := s.groups[i]
	for g.node == xmltree.None {
		g = s.groups[g.parent]
	}
	if g.term == en16931.BG0 {
		return 0, path, true
	}
	own := s.Table.Paths[s.RowOf[g.term]]
	shared := s.shared(own, path)
	n := g.node
	for range own.Len() - shared {
		n = s.tree.Parent(n)
	}
	return n, path.From(path.First() + uint16(shared)), true
}

// shared counts the steps that two paths begin with alike.
func (t *Table) shared(a, b Span) int {
	n := 0
	for n < a.Len() && n < b.Len() && t.Steps[a.First()+uint16(n)].Name == t.Steps[b.First()+uint16(n)].Name {
		n++
	}
	return n
}

// index lets groups be found by their pointers. It is built when the first place is asked for; most invoices never need it.
type index struct {
	once sync.Once
	of   map[any]int32 // number in source.groups
}

// at returns the number of a group instance in s.groups.
func (s *source) at(group any) (int32, bool) {
	s.index.once.Do(func() {
		s.index.of = make(map[any]int32, 2*len(s.groups))
		for i, g := range s.groups {
			s.index.of[g.group] = int32(i)
		}
		for i := 0; i < len(s.groups); i++ {
			for _, sub := range en16931.Children(s.groups[i].term) {
				if !sub.IsGroup() || sub.Card().Many() {
					continue
				}
				if group := en16931.Instance(sub, s.groups[i].group, 0); group != nil {
					s.index.of[group] = int32(len(s.groups))
					s.groups = append(s.groups, groupAt{group, sub, xmltree.None, int32(i)})
				}
			}
		}
	})
	i, ok := s.index.of[group]
	return i, ok
}
