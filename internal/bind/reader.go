package bind

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// reader looks at one document through one table.
type reader struct {
	*Table
	tree  *xmltree.Tree
	names []uint16 // per name of the document, its number in Table.Names; 0 for names that no row has
	// The currencies of the document, which amounts are told apart by: they are read before all else.
	currency, accountingCurrency       string
	hasCurrency, hasAccountingCurrency bool
}

func newReader(t *Table, tree *xmltree.Tree) reader {
	r := reader{Table: t, tree: tree, names: make([]uint16, len(tree.Names()))}
	for i, n := range tree.Names() {
		r.names[i] = t.lookup(n)
	}
	r.currency, r.hasCurrency = r.first(en16931.BT5)
	r.accountingCurrency, r.hasAccountingCurrency = r.first(en16931.BT6)
	return r
}

// first returns the text of the first element for a term of the invoice itself.
func (r *reader) first(term en16931.Term) (text string, ok bool) {
	for i := r.RowOf[term]; i >= 0; i = r.Next[i] {
		if n, _, missing := r.follow(0, r.Paths[i]); missing.Len() == 0 {
			return r.text(n), true
		}
	}
	return "", false
}

func (r *reader) name(n xmltree.Node) uint16     { return r.names[r.tree.Name(n)] }
func (r *reader) attrName(a xmltree.Attr) uint16 { return r.names[r.tree.AttrName(a)] }

// text returns the value of an element as XPath has it: a child element in it, which no schema allows where rows look for text, adds its own.
func (r *reader) text(n xmltree.Node) string {
	if r.tree.HasChildren(n) {
		return r.tree.StringValue(n)
	}
	return r.tree.Text(n)
}

// edge finds the edge from state s that element child of parent takes. It looks first behind edge *from, where the last one was found: documents
// mostly bear the order of the rows.
func (r *reader) edge(s *State, parent, child xmltree.Node, from *uint16) (e *Edge, ok bool) {
	name := r.name(child)
	if name == 0 {
		return nil, false
	}
	first, end := s.Children.First(), s.Children.End()
	for i, n := *from, end-first; n > 0; i, n = i+1, n-1 {
		if i >= end {
			i = first
		}
		if e := &r.Edges[i]; e.Name == name && r.hold(e.Guards, parent, child) {
			*from = i
			return e, true
		}
	}
	return nil, false
}

// attr finds the edge from state s that attribute a of element n takes.
func (r *reader) attr(s *State, n xmltree.Node, a xmltree.Attr) (e *Edge, ok bool) {
	name := r.attrName(a)
	if name == 0 {
		return nil, false
	}
	for i := s.Attrs.First(); i < s.Attrs.End(); i++ {
		if e := &r.Edges[i]; e.Name == name && r.hold(e.Guards, n, n) {
			return e, true
		}
	}
	return nil, false
}

func (r *reader) hold(guards Span, parent, n xmltree.Node) bool {
	for i := guards.First(); i < guards.End(); i++ {
		if !r.holds(&r.Guards[i], parent, n) {
			return false
		}
	}
	return true
}

// holds evaluates a predicate: like XPath, it holds when any element or attribute that the path leads to satisfies it.
func (r *reader) holds(g *Guard, parent, n xmltree.Node) bool {
	at := n
	if g.Up {
		at = parent
	}
	found := r.any(g, g.Path, at, func(xmltree.Node, xmltree.Attr) {})
	if g.Op == NoneOf {
		return !found
	}
	return found
}

// any reports whether one of the elements or attributes at the end of path satisfies g, and hands the first to hit.
func (r *reader) any(g *Guard, path Span, at xmltree.Node, hit func(xmltree.Node, xmltree.Attr)) bool {
	step := r.Steps[path.First()]
	last := path.First()+1 == path.End()
	if step.Attr {
		first, end := r.tree.Attrs(at)
		for a := first; a < end; a++ {
			if r.attrName(a) == step.Name && r.satisfies(g, r.tree.AttrValue(a)) {
				hit(xmltree.None, a)
				return true
			}
		}
		return false
	}
	for c := r.tree.FirstChild(at); c != xmltree.None; c = r.tree.NextSibling(c) {
		if r.name(c) != step.Name {
			continue
		}
		if last {
			if r.satisfies(g, r.text(c)) {
				hit(c, 0)
				return true
			}
		} else if r.any(g, path.From(path.First()+1), c, hit) {
			return true
		}
	}
	return false
}

func (r *reader) satisfies(g *Guard, value string) bool {
	switch g.Op {
	case SameAs:
		want, ok := r.code(r.Strings[g.Values.First()])
		return ok && value == want
	case True:
		value = trim(value)
		return value == "true" || value == "1"
	case False:
		value = trim(value)
		return value == "false" || value == "0"
	}
	value = trim(value)
	for i := g.Values.First(); i < g.Values.End(); i++ {
		if v := r.Strings[i]; v == value || g.Fold && strings.EqualFold(v, value) {
			return g.Op != NotEqual
		}
	}
	return g.Op == NotEqual
}

// trim removes XML white space around s.
func trim(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// blank reports whether s is nothing but XML white space.
func blank(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isSpace(s[i]) {
			return false
		}
	}
	return true
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// code returns the value of a code of the invoice itself that predicates may name.
func (r *reader) code(term string) (value string, ok bool) {
	switch term {
	case "BT-5":
		return r.currency, r.hasCurrency
	case "BT-6":
		return r.accountingCurrency, r.hasAccountingCurrency
	}
	panic("bind: no predicate may name " + term)
}

// follow goes down path from element n as far as the document goes, always to the first element that fits, and returns the deepest element, the
// attribute if the path ends in one that is there, and how many steps are missing.
func (r *reader) follow(n xmltree.Node, path Span) (deepest xmltree.Node, attr xmltree.Attr, missing Span) {
	attr = -1
	for i := path.First(); i < path.End(); i++ {
		step := r.Steps[i]
		if step.Attr {
			first, end := r.tree.Attrs(n)
			for a := first; a < end; a++ {
				if r.attrName(a) == step.Name {
					return n, a, path.From(path.End())
				}
			}
			return n, -1, path.From(i)
		}
		next := xmltree.None
		for c := r.tree.FirstChild(n); c != xmltree.None; c = r.tree.NextSibling(c) {
			if r.name(c) == step.Name && r.hold(step.Guards, n, c) {
				next = c
				break
			}
		}
		if next == xmltree.None {
			return n, -1, path.From(i)
		}
		n = next
	}
	return n, -1, path.From(path.End())
}
