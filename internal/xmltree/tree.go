package xmltree

import "sort"

// Name is an expanded name. An empty Space means that the name is in no namespace.
type Name struct{ Space, Local string }

// Sym is an index into Names: a document has one for each distinct expanded name in it. Elements
// and attributes share them.
type Sym uint32

// Node is an element. The root is 0, the others follow in document order.
type Node int32

// Attr is an attribute that is not a namespace declaration. Attributes are numbered from 0 in
// document order.
type Attr int32

// None is the answer when there is no such element.
const None Node = -1

// Tree is a well-formed document: its elements and attributes, with their places in the text.
type Tree struct {
	doc      string
	encoding string
	bom      bool
	nodes    []node
	attrs    []attr
	distinct []distinct // by Sym
	decls    []decl
	names    names
	lines    lineIndex
	ordinals ordinals
}

// node is one element. Offsets are bytes of the document.
type node struct {
	start  uint32 // '<' of the start tag
	open   uint32 // behind the start tag
	close  uint32 // '<' of the end tag; behind the tag, if it is an empty-element tag
	end    uint32 // behind the end tag
	parent Node
	last   Node   // the first element behind the subtree
	name   uint32 // a Sym and flags
	attr   Attr   // the first attribute of this element or of a later one
}

// attr is one attribute.
type attr struct {
	start uint32 // the first byte of its name
	value uint32 // behind the opening quote
	end   uint32 // the closing quote
	name  uint32 // a Sym and flags
}

const (
	flagText   = 1 << 31 // of an element: there is direct text other than white space
	flagDecode = 1 << 30 // what the document shows is not yet the value: references, line ends, CDATA, comments
	symMask    = flagDecode - 1
)

// Doc returns the document in UTF-8. All offsets count in it. It is the very string given to Parse
// if that was UTF-8; a byte order mark at its start is cut off.
func (t *Tree) Doc() string { return t.doc }

// Encoding tells how the document was written: "UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1",
// "ISO-8859-15", "windows-1252" or "US-ASCII".
func (t *Tree) Encoding() string { return t.encoding }

// BOM tells whether the document began with a byte order mark.
func (t *Tree) BOM() bool { return t.bom }

// Len returns the number of elements, at least 1.
func (t *Tree) Len() int { return len(t.nodes) }

// AttrLen returns the number of attributes of the whole document.
func (t *Tree) AttrLen() int { return len(t.attrs) }

// Names returns the distinct expanded names of the document, indexed by Sym, in the order of their
// first use. The caller must not change it.
func (t *Tree) Names() []Name {
	t.names.once.Do(func() {
		t.names.list = make([]Name, len(t.distinct))
		for i := range t.names.list {
			t.names.list[i] = t.name(Sym(i))
		}
	})
	return t.names.list
}

// Name returns the symbol of the expanded name of n.
func (t *Tree) Name(n Node) Sym { return Sym(t.nodes[n].name & symMask) }

// NameOf returns the expanded name of n.
func (t *Tree) NameOf(n Node) Name { return t.name(t.Name(n)) }

// QName returns the name of n as the document writes it, with its prefix.
func (t *Tree) QName(n Node) string {
	start := int(t.nodes[n].start) + 1
	return t.doc[start:nameEnd(t.doc, start)]
}

// Parent returns the element that n is in, or None for the root.
func (t *Tree) Parent(n Node) Node { return t.nodes[n].parent }

// FirstChild returns the first child element of n, or None.
func (t *Tree) FirstChild(n Node) Node {
	if t.nodes[n].last == n+1 {
		return None
	}
	return n + 1
}

// NextSibling returns the next element with the same parent, or None.
func (t *Tree) NextSibling(n Node) Node {
	nd := &t.nodes[n]
	if nd.parent == None || nd.last == t.nodes[nd.parent].last {
		return None
	}
	return nd.last
}

// After returns the first element behind the subtree of n in document order. It is Node(Len()), an
// element that does not exist, when n's subtree is the last.
func (t *Tree) After(n Node) Node { return t.nodes[n].last }

// HasChildren tells whether n has a child element.
func (t *Tree) HasChildren(n Node) bool { return t.nodes[n].last != n+1 }

// HasText tells whether some character directly in n, not in a child element, is anything but XML
// white space. CDATA sections and character references count as what they stand for.
func (t *Tree) HasText(n Node) bool { return t.nodes[n].name&flagText != 0 }

// Range returns the place of n: from the '<' of its start tag to behind the '>' of its end tag.
func (t *Tree) Range(n Node) (start, end int) {
	nd := &t.nodes[n]
	return int(nd.start), int(nd.end)
}

// Content returns the place of what is in n: from behind its start tag to the '<' of its end tag.
// Both are the end of the tag if n is an empty-element tag.
func (t *Tree) Content(n Node) (start, end int) {
	nd := &t.nodes[n]
	return int(nd.open), int(nd.close)
}

// EmptyTag tells whether n is written as one empty-element tag, <n/>.
func (t *Tree) EmptyTag(n Node) bool { return t.nodes[n].open == t.nodes[n].end }

// Attrs returns the attributes of n, from first up to but not including end. Namespace
// declarations are not among them.
func (t *Tree) Attrs(n Node) (first, end Attr) {
	first, end = t.nodes[n].attr, Attr(len(t.attrs))
	if int(n)+1 < len(t.nodes) {
		end = t.nodes[n+1].attr
	}
	return first, end
}

// AttrName returns the symbol of the expanded name of a. A name without a prefix is in no
// namespace.
func (t *Tree) AttrName(a Attr) Sym { return Sym(t.attrs[a].name & symMask) }

// AttrNameOf returns the expanded name of a.
func (t *Tree) AttrNameOf(a Attr) Name { return t.name(t.AttrName(a)) }

// AttrQName returns the name of a as the document writes it, with its prefix.
func (t *Tree) AttrQName(a Attr) string {
	start := int(t.attrs[a].start)
	return t.doc[start:nameEnd(t.doc, start)]
}

// AttrRange returns the place of a: the first byte of its name, and its value as written between
// the quotes. The attribute ends behind the closing quote, at valueEnd+1.
func (t *Tree) AttrRange(a Attr) (start, valueStart, valueEnd int) {
	at := &t.attrs[a]
	return int(at.start), int(at.value), int(at.end)
}

// Owner returns the element that a belongs to.
func (t *Tree) Owner(a Attr) Node {
	_ = t.attrs[a]
	// Elements without attributes share the index of the next one that has some, so the owner is
	// the last element whose first attribute is not behind a.
	return Node(sort.Search(len(t.nodes), func(n int) bool { return t.nodes[n].attr > a }) - 1)
}

// nameEnd returns the end of the name that starts at pos in a document known to be well-formed.
func nameEnd(doc string, pos int) int {
	for pos < len(doc) && class[doc[pos]]&isName != 0 {
		pos++
	}
	return pos
}
