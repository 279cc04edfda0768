package bind

import (
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// style is how a document is written: its line ends, its indentation, its prefixes.
type style struct {
	table *Table
	tree  *xmltree.Tree
	crlf  bool
	unit  string // what one more level is indented by
}

func newStyle(t *Table, tree *xmltree.Tree) style {
	s := style{table: t, tree: tree}
	if i := strings.IndexByte(tree.Doc(), '\n'); i > 0 {
		s.crlf = tree.Doc()[i-1] == '\r'
	}
	s.unit = s.indent()
	return s
}

// indent returns what one more level is indented by: what the first element with a parent in the root has more than that, or else the first element
// in the root.
func (s *style) indent() string {
	first := s.tree.FirstChild(0)
	for c := first; c != xmltree.None; c = s.tree.NextSibling(c) {
		if inner := s.tree.FirstChild(c); inner != xmltree.None {
			if unit, ok := strings.CutPrefix(s.before(inner), s.before(c)); ok && breaks(s.before(c)) {
				return unit
			}
			break
		}
	}
	if first == xmltree.None {
		return ""
	}
	return strings.TrimLeft(s.before(first), "\r\n")
}

// text escapes a text. Its line ends become the document's, which a reader takes for the same.
func (s *style) text(text string) (string, error) {
	b, err := xmltree.AppendText(nil, text, s.tree.Encoding())
	if s.crlf {
		return strings.ReplaceAll(string(b), "\n", "\r\n"), err
	}
	return string(b), err
}

// value escapes the value of an attribute between double quotes.
func (s *style) value(text string) (string, error) {
	b, err := xmltree.AppendValue(nil, text, s.tree.Encoding())
	return string(b), err
}

// before returns the white space directly before an element: from its last line break, if there is one.
func (s *style) before(n xmltree.Node) string {
	doc := s.tree.Doc()
	end, _ := s.tree.Range(n)
	from := end
	for from > 0 && (doc[from-1] == ' ' || doc[from-1] == '\t') {
		from--
	}
	if from > 0 && isLineEnd(doc[from-1]) {
		from--
		if doc[from] == '\n' && from > 0 && doc[from-1] == '\r' {
			from--
		}
	}
	return doc[from:end]
}

func isLineEnd(c byte) bool { return c == '\n' || c == '\r' }

// breaks reports whether white space begins a new line.
func breaks(space string) bool { return strings.ContainsAny(space, "\r\n") }

// line returns the white space to write before an element that comes in: what stands before its neighbour, or where it has none, one level
// more than before its parent.
func (s *style) line(parent, after xmltree.Node) string {
	next := s.tree.FirstChild(parent)
	if next == xmltree.None {
		return s.deeper(s.before(parent))
	}
	line := ""
	if after != xmltree.None {
		line, next = s.before(after), s.tree.NextSibling(after)
	}
	if next != xmltree.None && !breaks(line) {
		if l := s.before(next); after == xmltree.None || breaks(l) {
			line = l
		}
	}
	return line
}

// deeper returns the white space before an element in one that has the white space line before it.
func (s *style) deeper(line string) string {
	if !breaks(line) {
		return line
	}
	return line + s.unit
}

// closing returns the white space before the end tag of an element that had no content until now.
func (s *style) closing(parent xmltree.Node, line string) string {
	if !breaks(line) {
		return ""
	}
	return s.before(parent)
}

// namer gives the elements that come in at a place their names.
type namer struct {
	*style
	at       xmltree.Node   // the element that they stand in
	near     []xmltree.Node // whose prefixes are preferred, where two are in scope for one namespace
	declared map[string]string
}

func (s *style) namer(parent, after xmltree.Node) *namer {
	n := &namer{style: s, at: parent, declared: map[string]string{}}
	if after != xmltree.None {
		n.near = append(n.near, after)
	}
	n.near = append(n.near, parent)
	if c := s.tree.FirstChild(parent); c != xmltree.None {
		n.near = append(n.near, c)
	}
	return n
}

// name returns the name of an element as it is written at the place.
func (n *namer) name(name xmltree.Name) string {
	prefix, _ := n.prefix(name.Space)
	if prefix == "" {
		return name.Local
	}
	return prefix + ":" + name.Local
}

// declare returns the declaration of a namespace that the place lacks, "" if it does not lack it or was given it already.
func (n *namer) declare(space string) string {
	if prefix, ok := n.prefix(space); !ok && n.declared[space] == "" {
		n.declared[space] = prefix
		return ` xmlns:` + prefix + `="` + space + `"`
	}
	return ""
}

// prefix returns the prefix of a namespace at the place. It is not ok if it has none there, and is then one that is free.
func (n *namer) prefix(space string) (prefix string, ok bool) {
	for _, near := range n.near {
		if n.tree.NameOf(near).Space != space {
			continue
		}
		prefix, _, found := strings.Cut(n.tree.QName(near), ":")
		if !found {
			prefix = ""
		}
		if at, _ := n.tree.LookupPrefix(n.at, prefix); at == space {
			return prefix, true
		}
	}
	if prefix, ok = n.tree.Prefix(n.at, space); ok {
		return prefix, true
	}
	usual := n.table.prefixOf(space)
	prefix = usual
	for i := 1; ; i++ {
		if at, taken := n.tree.LookupPrefix(n.at, prefix); !taken || at == "" {
			return prefix, false
		}
		prefix = usual + strconv.Itoa(i)
	}
}
