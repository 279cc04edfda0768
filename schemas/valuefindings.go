package schemas

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// badValue reports the text of an element or of an attribute.
func (w *walker) badValue(n xmltree.Node, a xmltree.Attr, value typeID, f *facets, text string, bad fault) {
	if w.full() {
		return
	}
	args := []report.Arg{report.A("what", w.what(n, a)), report.A("value", shorten(text))}
	var m message
	expected := ""
	switch {
	case bad == faultPrefix:
		m = msgPrefix
	case bad == faultShort && f.minLength == 1, bad == faultSyntax && trim(text) == "":
		m = msgEmpty
		args = append(args, report.A("kind", kindOf(value)))
		expected = builtinName[value]
	case bad == faultShort:
		m = msgShort
		args = append(args, report.A("min", f.minLength))
	case bad == faultLong:
		m = msgLong
		args = append(args, report.A("max", f.maxLength))
	case bad == faultEnum:
		m = msgEnum
		args = append(args, report.A("expected", either(f.enum)))
		expected = machine(f.enum)
	default:
		m = msgValue
		m.fix = fixFor(value, trim(text))
		args = append(args, report.A("kind", kindOf(value)))
		expected = builtinName[value]
	}
	found := w.atAttribute(n, a, m, args...)
	found.Found, found.Expected = shorten(text), expected
}

func (w *walker) notFixed(n xmltree.Node, a xmltree.Attr, fixed, text string) {
	if w.full() {
		return
	}
	found := w.atAttribute(n, a, msgFixed, report.A("what", w.what(n, a)), report.A("value", shorten(text)), report.A("expected", fixed))
	found.Found, found.Expected = shorten(text), fixed
}

// childInValue reports a child of an element that may only hold a value.
func (w *walker) childInValue(n xmltree.Node) {
	if w.full() {
		return
	}
	child := w.tree.FirstChild(n)
	w.atElement(child, msgChildInValue, report.A("name", w.nameOf(child)), report.A("parent", w.nameOf(n))).Found = w.nameOf(child)
}

// nothing checks an element that must be empty.
func (w *walker) nothing(n xmltree.Node) {
	if !w.tree.HasChildren(n) && w.tree.Text(n) == "" || w.full() {
		return
	}
	w.atElement(n, msgNotEmpty, report.A("name", w.nameOf(n)))
}

// textInElements reports text between child elements, at its first character.
func (w *walker) textInElements(n xmltree.Node) {
	if w.full() {
		return
	}
	text := trim(w.tree.Text(n))
	found := w.add(w.textStart(n), w.tree.Path(n, Prefix), msgText,
		report.A("name", w.nameOf(n)), report.A("value", shorten(text)))
	found.Found = shorten(text)
}

// textStart finds the first character directly in an element that is not white space.
func (w *walker) textStart(n xmltree.Node) int {
	t := w.tree
	doc := t.Doc()
	at, end := t.Content(n)
	child := t.FirstChild(n)
	for at < end {
		rest := doc[at:end]
		switch {
		case isSpace(rest[0]):
			at++
		case strings.HasPrefix(rest, "<!--"):
			at += skipped(rest, "-->")
		case strings.HasPrefix(rest, "<?"):
			at += skipped(rest, "?>")
		case strings.HasPrefix(rest, "<![CDATA["):
			if size := skipped(rest, "]]>"); trim(rest[len("<![CDATA["):size-len("]]>")]) == "" {
				at += size
				continue
			}
			return at
		case rest[0] == '<' && child != xmltree.None:
			_, at = t.Range(child)
			child = t.NextSibling(child)
		case rest[0] == '&':
			// A reference to white space is no text either.
			size := skipped(rest, ";")
			switch rest[:size] {
			case "&#32;", "&#9;", "&#10;", "&#13;", "&#x20;", "&#x9;", "&#xA;", "&#xa;", "&#xD;", "&#xd;":
				at += size
				continue
			}
			return at
		default:
			return at
		}
	}
	start, _ := t.Range(n)
	return start
}

// skipped gives the length of a construct that ends in a mark, the mark included.
func skipped(s, mark string) int {
	if i := strings.Index(s, mark); i >= 0 {
		return i + len(mark)
	}
	return len(s)
}

func (w *walker) unknownAttribute(n xmltree.Node, a xmltree.Attr, ty *typ) {
	if w.full() {
		return
	}
	attr := w.tree.AttrQName(a)
	m := msgAttribute
	args := []report.Arg{report.A("attribute", attr), report.A("name", w.nameOf(n))}
	if ty.attrs != nil {
		local := w.tree.AttrNameOf(a).Local
		best, least := symbol(0), slips(local)+2
		for _, decl := range ty.attrs.list {
			d := distance(nameLocal[decl.name], local, least)
			if strings.EqualFold(nameLocal[decl.name], local) {
				d = 0
			}
			if d < least && w.attr(n, decl.name) == noAttr {
				best, least = decl.name, d
			}
		}
		if best != 0 {
			m.fix = fixNear
			args = append(args, report.A("near", best.String()))
		}
	}
	w.atAttribute(n, a, m, args...).Found = attr
}

// missingAttributes reports the required attributes that a start tag lacks. One whose name was misspelt is
// reported as such already.
func (w *walker) missingAttributes(n xmltree.Node, ty *typ, first, end xmltree.Attr) {
	var absent []symbol
	for _, decl := range ty.attrs.list {
		if decl.required && w.attr(n, decl.name) == noAttr {
			absent = append(absent, decl.name)
		}
	}
	if len(absent) == 1 && w.misspelt(absent[0], ty, first, end) || w.full() {
		return
	}
	m := msgMissingAttribute
	if len(absent) > 1 {
		m = msgMissingAttributes
	}
	start, _ := w.tree.Range(n)
	found := w.add(start, w.tree.Path(n, Prefix)+"/@"+absent[0].String(), m,
		report.A("missing", symbols(absent)), report.A("name", w.nameOf(n)))
	found.Missing, found.Expected = true, machine(symbols(absent))
}

func (attrs *attributes) has(sym symbol) bool {
	for i := range attrs.list {
		if attrs.list[i].name == sym {
			return true
		}
	}
	return false
}

// misspelt reports whether an attribute that was refused resembles the one that is missing.
func (w *walker) misspelt(missing symbol, ty *typ, first, end xmltree.Attr) bool {
	if ty.attrs.wildcard.lax() {
		return false // nothing is refused
	}
	for a := first; a < end; a++ {
		name := w.tree.AttrNameOf(a)
		if sym := w.symbols[w.tree.AttrName(a)]; name.Space == xsiSpace || sym != 0 && ty.attrs.has(sym) {
			continue
		}
		most := slips(name.Local) + 2
		if strings.EqualFold(name.Local, nameLocal[missing]) || distance(name.Local, nameLocal[missing], most) < most {
			return true
		}
	}
	return false
}

func (w *walker) abstractType(n xmltree.Node, ty *typ) {
	if w.full() {
		return
	}
	w.atElement(n, msgAbstract, report.A("name", w.nameOf(n)), report.A("type", ty.name.String()))
}

func (w *walker) badInstanceType(n xmltree.Node, a xmltree.Attr, declared typeID, known bool) {
	if w.full() {
		return
	}
	m := msgTypeUnknown
	args := []report.Arg{report.A("name", w.nameOf(n)), report.A("value", shorten(w.tree.AttrValue(a)))}
	if known {
		m = msgTypeForeign
		args = append(args, report.A("type", w.schema.typeName(declared)))
	}
	w.atAttribute(n, a, m, args...).Found = shorten(w.tree.AttrValue(a))
}

// typeName is the name of a type for a message.
func (s *Schema) typeName(id typeID) string {
	if id < builtinCount {
		return "xs:" + builtinName[id]
	}
	if sym := s.typ(id).name; sym != 0 {
		return sym.String()
	}
	return s.typeName(s.typ(id).base)
}

func (w *walker) nilRefused(n xmltree.Node, a xmltree.Attr) {
	if w.full() {
		return
	}
	w.atAttribute(n, a, msgNil, report.A("name", w.nameOf(n)))
}

func (w *walker) duplicateID(n xmltree.Node, a xmltree.Attr, id string, before xmltree.Node) {
	if w.full() {
		return
	}
	start, _ := w.tree.Range(before)
	line, _ := w.tree.Position(start)
	w.atAttribute(n, a, msgDuplicateID, report.A("what", w.what(n, a)), report.A("value", shorten(id)), report.A("line", line)).Found = shorten(id)
}

func (w *walker) danglingReference(r reference) {
	if w.full() {
		return
	}
	w.atAttribute(r.node, r.attr, msgDangling, report.A("what", w.what(r.node, r.attr)), report.A("value", shorten(r.name))).Found = shorten(r.name)
}
