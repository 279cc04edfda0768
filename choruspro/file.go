package choruspro

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// file is an invoice as Chorus Pro reads it: for each place, the elements of it, in document order.
type file struct {
	tree  *xmltree.Tree
	steps []step
	nodes [numPlaces][]xmltree.Node
}

// value is a text of the file without white space around it; absent if it is blank.
type value struct {
	text string
	node xmltree.Node
}

func (v value) absent() bool { return v.text == "" }

// read walks a document once. It looks for the places that are asked for, or for all; ok is false for a document that is neither UBL nor CII.
func read(tree *xmltree.Tree, wanted ...place) (f *file, ok bool) {
	f = &file{tree: tree}
	switch tree.NameOf(0) {
	case rootInvoice, rootCreditNote:
		f.steps = ublSteps
	case rootCII:
		f.steps = ciiSteps
	default:
		return f, false
	}
	if len(wanted) == 0 { // room for two of each, so that most invoices need no more
		room := make([]xmltree.Node, 2*numPlaces)
		for p := range f.nodes {
			f.nodes[p] = room[2*p : 2*p : 2*p+2]
		}
	}
	f.walk(0, f.steps, wanted)
	return f, true
}

func (f *file) walk(n xmltree.Node, steps []step, wanted []place) {
	at := 0
	for c := f.tree.FirstChild(n); c != xmltree.None; c = f.tree.NextSibling(c) {
		i := f.stepAt(c, steps, at)
		if i < 0 {
			continue
		}
		at = i
		s := &steps[i]
		if len(wanted) > 0 && !s.leads(wanted) {
			continue
		}
		if s.is != nowhere {
			f.nodes[s.is] = append(f.nodes[s.is], c)
		}
		if len(s.below) > 0 {
			f.walk(c, s.below, wanted)
		}
	}
}

// stepAt returns which step element n is, -1 if none. It looks first at the one that the element before was, and at those behind it: documents
// have the order of the steps.
func (f *file) stepAt(n xmltree.Node, steps []step, first int) int {
	name := f.tree.NameOf(n)
	for range steps {
		if s := &steps[first]; s.name == name.Local && spaces[s.space] == name.Space {
			return first
		}
		if first++; first == len(steps) {
			first = 0
		}
	}
	return -1
}

// isCII reports whether the file is CII, Factur-X included.
func (f *file) isCII() bool { return f.tree.NameOf(0) == rootCII }

// of returns the elements of a place.
func (f *file) of(p place) []xmltree.Node { return f.nodes[p] }

// in returns the elements of a place that stand in another element.
func (f *file) in(group xmltree.Node, p place) []xmltree.Node {
	all := f.nodes[p]
	first, _ := slices.BinarySearch(all, group)
	all = all[first:]
	end, _ := slices.BinarySearch(all, f.tree.After(group))
	return all[:end]
}

// around returns the element of a place that n stands in.
func (f *file) around(p place, n xmltree.Node) (group xmltree.Node, ok bool) {
	all := f.nodes[p]
	behind, _ := slices.BinarySearch(all, n)
	if behind == 0 || n >= f.tree.After(all[behind-1]) {
		return xmltree.None, false
	}
	return all[behind-1], true
}

// at returns the value of an element.
func (f *file) at(n xmltree.Node) value { return value{trim(f.tree.Text(n)), n} }

// first returns the first value of a place that is not blank; of several places, that of the first which has one.
func (f *file) first(places ...place) value {
	for _, p := range places {
		if v := f.firstOf(f.nodes[p]); !v.absent() {
			return v
		}
	}
	return value{node: xmltree.None}
}

// firstIn is first within an element.
func (f *file) firstIn(group xmltree.Node, places ...place) value {
	for _, p := range places {
		if v := f.firstOf(f.in(group, p)); !v.absent() {
			return v
		}
	}
	return value{node: xmltree.None}
}

func (f *file) firstOf(nodes []xmltree.Node) value {
	for _, n := range nodes {
		if v := f.at(n); !v.absent() {
			return v
		}
	}
	return value{node: xmltree.None}
}

// attr returns the value of an attribute without white space around it, "" if there is none.
func (f *file) attr(n xmltree.Node, local string) string {
	if a, ok := f.attrAt(n, local); ok {
		return trim(f.tree.AttrValue(a))
	}
	return ""
}

func (f *file) attrAt(n xmltree.Node, local string) (xmltree.Attr, bool) {
	first, end := f.tree.Attrs(n)
	for a := first; a < end; a++ {
		if f.tree.AttrNameOf(a) == (xmltree.Name{Local: local}) {
			return a, true
		}
	}
	return 0, false
}

// trim removes the white space of XML from both ends.
func trim(s string) string {
	if s == "" || !isSpace(s[0]) && !isSpace(s[len(s)-1]) { // nearly always
		return s
	}
	return strings.Trim(s, " \t\n\r")
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\n' || b == '\r' }
