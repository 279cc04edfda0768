package shape

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// document is a tree as the table's paths see it.
type document struct {
	*Table
	tree  *xmltree.Tree
	names []Name // per name of the document, its number in Table.Names; 0 for names that no path has
	there []bool // per name of the table: the document has elements or attributes of it
	// The elements of each name, in document order: those of name n are nodes[starts[n]:starts[n+1]].
	starts []int32
	nodes  []xmltree.Node
	fit    []Span // per name of the document: in order, the contexts that its elements may fit
	order  []uint16

	// What paths from the document lead to, once somebody has asked: all, and the first.
	all    map[uint16][]item
	firsts map[uint16]item

	code []string // per list, the code that was last found in it: documents repeat themselves

	halt halt // set while a test is evaluated that XPath stops at
}

// above is the node above the root element: the document.
const above = xmltree.None

// halt says why XPath would stop at a test: a dynamic error, after which the official stylesheet has no verdict.
type halt struct {
	why  haltWhy
	node xmltree.Node
	text string
}

type haltWhy uint8

const (
	running     haltWhy = iota
	several             // several values where a function takes one
	notNumber           // a text that is no number
	notBoolean          // a text that is neither true nor false
	notDate             // a text that is no date
	noSuchValue         // nothing where an operation wants a value
)

func newDocument(t *Table, tree *xmltree.Tree) *document {
	all := tree.Names()
	d := &document{Table: t, tree: tree, names: make([]Name, len(all)), there: make([]bool, len(t.Names.Names)), code: make([]string, len(t.Lists)),
		starts: make([]int32, len(t.Names.Names)+2), fit: make([]Span, len(all))}
	for i, n := range all {
		d.names[i] = t.Names.lookup(n)
		d.there[d.names[i]] = true
	}
	n := tree.Len()
	for i := range n {
		d.starts[d.names[tree.Name(xmltree.Node(i))]+2]++
	}
	for i := 2; i < len(d.starts); i++ {
		d.starts[i] += d.starts[i-1]
	}
	d.nodes = make([]xmltree.Node, n)
	for i := range n {
		at := &d.starts[d.names[tree.Name(xmltree.Node(i))]+1]
		d.nodes[*at] = xmltree.Node(i)
		*at++
	}
	for i, name := range all {
		d.fit[i] = d.candidates(name, d.names[i])
	}
	return d
}

// candidates lists the contexts that elements of a name may fit.
func (d *document) candidates(name xmltree.Name, n Name) Span {
	first := len(d.order)
	own := d.Order[d.Heads[n].First:d.Heads[n].End]
	for _, c := range d.Order[d.Any.First:d.Any.End] {
		for len(own) > 0 && own[0] < c {
			d.order, own = append(d.order, own[0]), own[1:]
		}
		if d.named(d.last(c), name) {
			d.order = append(d.order, c)
		}
	}
	d.order = append(d.order, own...)
	return Span{uint16(first), uint16(len(d.order))}
}

// last is the step of a context that its elements fit.
func (t *Table) last(context uint16) *Step {
	return &t.Steps[t.Paths[t.Contexts[context].Path].Steps.End-1]
}

// named reports whether a step without a name of its own takes elements of a name; what it asks of the name is not asked again for each element.
func (d *document) named(s *Step, name xmltree.Name) bool {
	if s.Space != 0 && d.Names.space(s.Space) != name.Space {
		return false
	}
	for _, i := range d.Refs[s.Preds.First:s.Preds.End] {
		e, want := &d.Exprs[i], true
		if e.Op == Not {
			e, want = &d.Exprs[e.A], false
		}
		if e.Op == NameEnds && strings.HasSuffix(name.Local, d.Strings[e.A]) != want {
			return false
		}
	}
	return true
}

// of returns the elements of a name, in document order.
func (d *document) of(n Name) []xmltree.Node { return d.nodes[d.starts[n]:d.starts[n+1]] }

func (d *document) name(n xmltree.Node) Name     { return d.names[d.tree.Name(n)] }
func (d *document) attrName(a xmltree.Attr) Name { return d.names[d.tree.AttrName(a)] }

// text returns the value of an element as XPath has it.
func (d *document) text(n xmltree.Node) string {
	if d.tree.HasChildren(n) {
		return d.tree.StringValue(n)
	}
	return d.tree.Text(n)
}

// normalize is XPath's normalize-space.
func normalize(s string) string {
	for i := 0; i < len(s); i++ {
		if isSpace(s[i]) && (i == 0 || i == len(s)-1 || s[i] != ' ' || isSpace(s[i-1])) {
			return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r < 0x80 && isSpace(byte(r)) }), " ")
		}
	}
	return s
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

func trim(s string) string { return strings.Trim(s, " \n\t\r") }
