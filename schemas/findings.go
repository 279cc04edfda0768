package schemas

import (
	"strings"
	"unicode/utf8"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Rule is the ID of every finding of this package.
const Rule = "XSD"

// full reports whether a finding more would only be counted, and counts it then. What explains a finding is
// not worked out for one that nobody will read.
func (w *walker) full() bool {
	if w.atCap() {
		w.out.More++
		return true
	}
	return false
}

func (w *walker) atCap() bool { return len(w.out.Findings) >= w.limit }

// another lets the finding at index i stand for one node more.
func (w *walker) another(i int) {
	if i < 0 {
		w.out.More++
		return
	}
	w.out.Findings[i].Count++
}

// add keeps a finding at an offset of the document and gives its index.
func (w *walker) add(offset int, path string, m message, args ...report.Arg) *report.Finding {
	line, column := w.tree.Position(offset)
	w.out.Findings = append(w.out.Findings, report.Finding{
		Rule: Rule, Layer: report.XSD, Severity: report.Error,
		Path: path, Line: line, Column: column, Count: 1,
		Message: m.text, Fix: m.fix, Args: args,
	})
	return &w.out.Findings[len(w.out.Findings)-1]
}

// atElement keeps a finding about an element.
func (w *walker) atElement(n xmltree.Node, m message, args ...report.Arg) *report.Finding {
	start, _ := w.tree.Range(n)
	return w.add(start, w.tree.Path(n, Prefix), m, args...)
}

// atAttribute keeps a finding about an attribute, or about the element if there is none.
func (w *walker) atAttribute(n xmltree.Node, a xmltree.Attr, m message, args ...report.Arg) *report.Finding {
	if a == noAttr {
		return w.atElement(n, m, args...)
	}
	start, _, _ := w.tree.AttrRange(a)
	return w.add(start, w.tree.Path(n, Prefix)+"/@"+w.tree.AttrQName(a), m, args...)
}

func (w *walker) newest() int { return len(w.out.Findings) - 1 }

// nameOf is the name of an element with its canonical prefix, or as written if no schema has its namespace.
func (w *walker) nameOf(n xmltree.Node) string {
	name := w.tree.NameOf(n)
	if p := Prefix(name.Space); p != "" {
		return p + ":" + name.Local
	}
	return w.tree.QName(n)
}

// what names an element, or an attribute of it.
func (w *walker) what(n xmltree.Node, a xmltree.Attr) string {
	if a == noAttr {
		return w.nameOf(n)
	}
	return w.nameOf(n) + "/@" + w.tree.AttrQName(a)
}

// wrongRoot reports a root that the schema does not have. If only its namespace is wrong, it gives the type
// that was meant.
func (w *walker) wrongRoot() typeID {
	if w.full() {
		return 0
	}
	name := w.tree.NameOf(0)
	roots := w.schema.rootNames()
	for _, sym := range roots {
		if nameLocal[sym] == name.Local {
			f := w.atElement(0, msgRootSpace, report.A("name", w.nameOf(0)), report.A("schema", w.schema.title),
				report.A("space", name.Space), report.A("wanted", sym.space().uri))
			f.Found, f.Expected = name.Space, sym.space().uri
			w.misplacedSpace(0, sym)
			return w.schema.global(sym)
		}
	}
	f := w.atElement(0, msgRoot, report.A("name", w.nameOf(0)), report.A("schema", w.schema.title),
		report.A("expected", either(symbols(roots))))
	f.Found, f.Expected = w.nameOf(0), machine(symbols(roots))
	return 0
}

// rootNames are the elements that a document begins with: those of the namespaces that hold one element only.
func (s *Schema) rootNames() []symbol {
	var out []symbol
	for _, e := range s.elements {
		if sp := e.name.space(); sp.prefix == "ubl" || sp.prefix == "cn" || sp.prefix == "rsm" {
			out = append(out, e.name)
		}
	}
	return out
}

func symbols(list []symbol) []string {
	var out []string
	for _, sym := range list {
		out = append(out, sym.String())
	}
	return out
}

// notAllowed reports a child that its parent cannot have.
func (w *walker) notAllowed(f *frame, n xmltree.Node, sym, near, wrapper symbol) int {
	if w.full() {
		return -1
	}
	m, args, expected := w.here(f, n)
	switch {
	case near != 0 && nameLocal[near] == w.tree.NameOf(n).Local:
		m.fix = fixSpace
		args = append(args, report.A("near", near.String()), report.A("space", near.space().uri))
	case near != 0:
		m.fix = fixNear
		args = append(args, report.A("near", near.String()))
	case wrapper != 0:
		m.fix = fixWrapper
		args = append(args, report.A("wrapper", wrapper.String()))
	default:
		if homes, around := w.homes(sym); len(homes) > 0 {
			m.fix = fixElsewhere
			if around {
				m.fix = fixHome
			}
			args = append(args, report.A("home", either(homes)))
		}
	}
	found := w.atElement(n, m, args...)
	found.Found, found.Expected = w.nameOf(n), expected
	return w.newest()
}

// wrongSpace reports a namespace that is not the one of the schema, at its first element.
func (w *walker) wrongSpace(f *frame, n xmltree.Node, meant symbol) int {
	if w.full() {
		return -1
	}
	space := w.tree.NameOf(n).Space
	found := w.atElement(n, msgSpace, report.A("name", w.nameOf(n)), report.A("parent", w.nameOf(f.node)),
		report.A("space", space), report.A("near", meant.String()), report.A("wanted", meant.space().uri))
	found.Found, found.Expected = space, meant.space().uri
	return w.newest()
}

// notHere reports a child that its parent may have, but not at this point.
func (w *walker) notHere(f *frame, n xmltree.Node) int {
	if w.full() {
		return -1
	}
	m, args, expected := w.here(f, n)
	found := w.atElement(n, m, args...)
	found.Found, found.Expected = w.nameOf(n), expected
	return w.newest()
}

// here gives the message that says what could stand in place of a child.
func (w *walker) here(f *frame, n xmltree.Node) (m message, args []report.Arg, expected string) {
	args = []report.Arg{report.A("name", w.nameOf(n)), report.A("parent", w.nameOf(f.node))}
	names, foreign := namesOf(f.expected())
	if f.last != xmltree.None {
		args = append(args, report.A("previous", w.nameOf(f.last)))
	}
	switch {
	case len(names) == 0 && !foreign: // something came before, for every model can begin
		return msgNothingAfter, args, ""
	case f.last == xmltree.None:
		m = msgFirst
	default:
		m = msgAfter
	}
	return m, append(args, report.A("expected", alternatives(names, foreign))), machine(names)
}

// namesOf lists the names of particles, each once, and tells whether a wildcard is among them.
func namesOf(list []particle) (names []string, foreign bool) {
	for _, p := range list {
		if p.wild != noWildcard {
			foreign = true
		} else if name := p.name.String(); !has(names, name) {
			names = append(names, name)
		}
	}
	return names, foreign
}

func (w *walker) tooEarly(f *frame, n xmltree.Node, missing []symbol) {
	if w.full() {
		return
	}
	found := w.atElement(n, msgTooEarly, report.A("name", w.nameOf(n)), report.A("parent", w.nameOf(f.node)),
		report.A("missing", symbols(missing)))
	found.Found, found.Expected = w.nameOf(n), machine(symbols(missing))
}

func (w *walker) tooLate(f *frame, n xmltree.Node, sym, behind symbol) {
	if w.full() {
		return
	}
	w.atElement(n, msgTooLate, report.A("name", sym.String()), report.A("parent", w.nameOf(f.node)),
		report.A("next", behind.String())).Found = sym.String()
}

func (w *walker) tooMany(f *frame, n xmltree.Node, sym symbol, max int) int {
	if w.full() {
		return -1
	}
	m := msgTooMany
	if max == 1 {
		m = msgTwice
	}
	w.atElement(n, m, report.A("name", sym.String()), report.A("parent", w.nameOf(f.node)),
		report.A("max", max)).Found = sym.String()
	return w.newest()
}

// missingBefore reports required children that should stand before n.
func (w *walker) missingBefore(f *frame, n xmltree.Node, absent []symbol) {
	if w.full() {
		return
	}
	start, _ := w.tree.Range(n)
	found := w.add(start, w.tree.Path(f.node, Prefix)+"/"+absent[0].String(), msgMissing,
		report.A("missing", symbols(absent)), report.A("parent", w.nameOf(f.node)), report.A("next", w.nameOf(n)))
	found.Missing, found.Expected = true, machine(symbols(absent))
}

// missingAtEnd reports required children that should stand behind the last child.
func (w *walker) missingAtEnd(f *frame) {
	absent := f.lacking(len(f.ty.model))
	if f.excused(len(absent)) || w.full() {
		return
	}
	m, args := msgMissingEnd, []report.Arg{report.A("missing", symbols(absent)), report.A("parent", w.nameOf(f.node))}
	if f.last != xmltree.None {
		m = msgMissingAfter
		args = append(args, report.A("previous", w.nameOf(f.last)))
	}
	w.atMissing(f.node, absent[0].String(), m, args, machine(symbols(absent)))
}

// atMissing keeps a finding about a child that an element lacks at its end. The place is that of the end tag,
// before which it should stand.
func (w *walker) atMissing(parent xmltree.Node, name string, m message, args []report.Arg, expected string) {
	start, _ := w.tree.Range(parent)
	if !w.tree.EmptyTag(parent) {
		_, start = w.tree.Content(parent)
	}
	path := w.tree.Path(parent, Prefix)
	if name != "" {
		path += "/" + name
	}
	found := w.add(start, path, m, args...)
	found.Missing, found.Expected = true, expected
}

// unfinished reports an element whose content may not end where it does.
func (w *walker) unfinished(f *frame) {
	if f.excused(1) || w.full() {
		return
	}
	names, foreign := namesOf(f.expected())
	args := []report.Arg{report.A("parent", w.nameOf(f.node))}
	m, name := msgUnfinished, ""
	if len(names) == 1 && !foreign {
		m, name = msgMissingEnd, names[0]
		args = append(args, report.A("missing", names))
	} else {
		args = append(args, report.A("expected", alternatives(names, foreign)))
	}
	w.atMissing(f.node, name, m, args, machine(names))
}

// undeclared reports an element at a wildcard that admits declared ones only.
func (w *walker) undeclared(f *frame, n xmltree.Node) {
	if w.full() {
		return
	}
	w.atElement(n, msgUndeclared, report.A("name", w.nameOf(n)), report.A("parent", w.nameOf(f.node))).Found = w.nameOf(n)
}

// either lists names as alternatives: "a, b or c".
func either(names []string) report.Text { return alternatives(names, false) }

// alternatives lists names as alternatives, and an element of another namespace if that is one too. A long
// list is cut.
func alternatives(names []string, foreign bool) report.Text {
	const most = 8
	last := report.Text{}
	switch {
	case foreign:
		last = wordForeign
	case len(names) <= most:
		last = report.Text{EN: names[len(names)-1], FR: names[len(names)-1]}
		names = names[:len(names)-1]
	}
	if len(names) > most {
		last = report.Plural(len(names)-most+1, moreOne, moreMany)
		names = names[:most-1]
	}
	if len(names) == 0 {
		return last
	}
	list := strings.Join(names, ", ")
	return report.Text{EN: list + " or " + last.EN, FR: list + " ou " + last.FR}
}

// machine lists names for a program.
func machine(names []string) string { return strings.Join(names, " | ") }

// shorten cuts a value of the file for a message.
func shorten(s string) string {
	const most = 60
	if utf8.RuneCountInString(s[:min(len(s), 4*most+4)]) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
