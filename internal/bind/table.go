package bind

import "github.com/fxinvoice/fx/internal/xmltree"

// Table is a set of rows compiled for one root element: static data that a generator lays out (Compile makes it, internal/gen/bind writes it).
// Numbers are indexes into the table's other slices; a Span is a half-open range of them.
type Table struct {
	Syntax    string
	Format102 bool // dates are YYYYMMDD with a format attribute, not xs:date
	Root      xmltree.Name
	Prefixes  []Prefix // the namespaces, by their customary prefixes
	Rows      []Row    // as written by hand
	QNames    []string // per name, as a writer writes it, with its customary prefix
	Names     []Name   // every element and attribute name of the rows; Names[0] is no name
	Hash      []uint16 // open-addressed table of Names by hashName; its length is a power of two
	States    []State  // States[0] is the root element
	Edges     []Edge
	Guards    []Guard
	Writes    []Write
	Orders    []Name // lists of the children that the schema lets stand in an element, bound or not, in its order
	Steps     []Step
	Paths     []Span // per row: its Steps
	Strings   []string
	RowOf     []int16 // per term, its first row, or -1
	Next      []int16 // per row, the next one of its term, or -1
}

// Span is a half-open range of indexes, packed into one number so that a literal is short: first<<16 | end.
type Span uint32

func span(first, end int) Span { return Span(first)<<16 | Span(end) }

// First is the first index of the range.
func (s Span) First() uint16 { return uint16(s >> 16) }

// End is the index behind the range.
func (s Span) End() uint16 { return uint16(s) }

// Len is how many indexes there are.
func (s Span) Len() int { return int(s.End()) - int(s.First()) }

// From is the range without what stands before index i.
func (s Span) From(i uint16) Span { return Span(i)<<16 | Span(s.End()) }

// Prefix is a namespace and the prefix that documents customarily give it. Used says that a writer declares it.
type Prefix struct {
	Prefix, Space string
	Used          bool
}

// Name is a name in a namespace; Prefix indexes Table.Prefixes, and is len(Prefixes) for names in none.
type Name struct {
	Prefix uint16
	Local  string
}

// State is an element that rows lead to or through.
type State struct {
	Children Span   // Edges to child elements, in the order of the rows
	Attrs    Span   // Edges to attributes
	Writes   Span   // what to write in the element, in the order of the schema
	Order    Span   // Orders: every child that the schema lets stand in the element
	Group    int16  // row of the group that the element is, or -1
	Leaf     int16  // row of the term that the element's text is, or -1
	Const    uint16 // Strings: the text that the syntax demands here; 0 for none
}

// Edge leads to a child element or an attribute of some name, where all its guards hold.
type Edge struct {
	Name   uint16
	Guards Span
	To     uint16 // a State
}

// Write is a child element as a writer sees it: one that an edge leads to, or one that predicates and constants demand.
type Write struct {
	Name     uint16
	Edge     int16  // an Edge, or -1
	Text     uint16 // without an edge: Strings, the text; or Sub is not empty
	Sub      Span   // without an edge: Writes inside
	One      bool   // the schema lets the element stand once
	Required bool   // the schema demands the element
	Simple   bool   // it holds a text and no elements
	Shared   bool   // another edge has the same name
	Several  bool   // there may be more to write than one: instances of a group, items of a term, values of edges of the same name
}

// Child is an element that the schema lets stand in another, in the order that it wants.
type Child struct {
	Name     string // with its customary prefix
	Min, Max int    // Max is negative where there is no bound
	Simple   bool   // it holds a text and no elements
}

// GuardOp is what a guard asks.
type GuardOp uint8

// The forms of predicates, as Row.Path lists them.
const (
	Equal    GuardOp = iota // [p='v']
	NotEqual                // [p!='v']
	NoneOf                  // [not(p='v' or p='w')]
	True                    // [p=true()]
	False                   // [p=false()]
	SameAs                  // [p=BT-n]
)

// Guard is a predicate.
type Guard struct {
	Op     GuardOp
	Up     bool // p starts at the parent element, not at the element itself
	Fold   bool // compare without case
	Path   Span // Steps of p
	Values Span // Strings: the values; of SameAs the term's identifier
}

// Step is one step of a path.
type Step struct {
	Name   uint16
	Attr   bool
	Guards Span
}

// hashName spreads local names; the table's size is a power of two.
func hashName(local string) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(local); i++ {
		h = (h ^ uint32(local[i])) * 16777619
	}
	return h ^ h>>15
}

// lookup returns the number of an expanded name in t.Names, 0 if no row has it.
func (t *Table) lookup(n xmltree.Name) uint16 {
	mask := uint32(len(t.Hash) - 1)
	for i := hashName(n.Local) & mask; t.Hash[i] != 0; i = (i + 1) & mask {
		if c := t.Names[t.Hash[i]]; c.Local == n.Local && t.space(c) == n.Space {
			return t.Hash[i]
		}
	}
	return 0
}

func (t *Table) space(n Name) string {
	if int(n.Prefix) == len(t.Prefixes) {
		return ""
	}
	return t.Prefixes[n.Prefix].Space
}

// prefixOf returns the customary prefix of a namespace, "" if the table knows none.
func (t *Table) prefixOf(space string) string {
	for _, p := range t.Prefixes {
		if p.Space == space {
			return p.Prefix
		}
	}
	return ""
}
