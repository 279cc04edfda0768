package bind

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// xsi is the namespace of attributes that speak to schema processors, such as xsi:schemaLocation. They say nothing about the invoice.
const xsi = "http://www.w3.org/2001/XMLSchema-instance"

// Residue lists every text and attribute with content that no row and no predicate has taken.
func (s *source) Residue() []en16931.Residue { return s.residue(0, xmltree.Node(s.tree.Len())) }

// residue is the residue of elements first up to but not including end.
func (s *source) residue(first, end xmltree.Node) []en16931.Residue {
	var all []en16931.Residue
	for n := first; n < end; n++ {
		from, to := s.tree.Attrs(n)
		for a := from; a < to; a++ {
			if s.leftOver(a) {
				r := en16931.Residue{Place: s.place(n, a, true), Value: s.tree.AttrValue(a)}
				if st, ok := s.state(n); ok {
					if e, ok := s.attr(st, n, a); ok {
						r.Term, r.Bound = s.Rows[s.States[e.To].Leaf].Term, true
					}
				}
				all = append(all, r)
			}
		}
		if s.tree.HasText(n) && !s.texts.has(int(n)) {
			r := en16931.Residue{Place: s.place(n, 0, false), Value: s.tree.Text(n)}
			if st, ok := s.state(n); ok && st.Leaf >= 0 {
				r.Term, r.Bound = s.Rows[st.Leaf].Term, true
			}
			all = append(all, r)
		}
	}
	return all
}

// leftOver reports whether an attribute is residue.
func (s *source) leftOver(a xmltree.Attr) bool {
	return !s.attrs.has(int(a)) && s.tree.AttrNameOf(a).Space != xsi && !blank(s.tree.AttrValue(a))
}

// residual reports whether an element's own text or attributes are residue.
func (s *source) residual(n xmltree.Node) bool {
	if s.tree.HasText(n) && !s.texts.has(int(n)) {
		return true
	}
	first, end := s.tree.Attrs(n)
	for a := first; a < end; a++ {
		if s.leftOver(a) {
			return true
		}
	}
	return false
}

// state returns the state that element n leads to; ok is false where no row passes through it.
func (s *source) state(n xmltree.Node) (st *State, ok bool) {
	if n == 0 {
		return &s.States[0], true
	}
	parent := s.tree.Parent(n)
	if st, ok = s.state(parent); !ok {
		return nil, false
	}
	from := st.Children.First()
	e, ok := s.edge(st, parent, n, &from)
	if !ok {
		return nil, false
	}
	return &s.States[e.To], true
}
