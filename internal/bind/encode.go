package bind

import (
	"bytes"

	"github.com/fxinvoice/fx/en16931"
)

// Encode writes an invoice as a document of the table's syntax, in the order of the schema, without empty elements but those that the schema
// demands. It returns what the syntax could not carry. Repeat names groups whose element may repeat though the table's schema does not say so.
// It fails on a text that XML cannot hold.
func Encode(t *Table, inv *en16931.Invoice, repeat ...en16931.Term) (doc []byte, lost []en16931.Loss, err error) {
	e := newEncoder(t, inv, repeat)
	e.document()
	if e.err != nil {
		return nil, nil, e.err
	}
	if have := count(inv); have != e.written {
		// Something has no place: write again, and keep book this time of each field that has one.
		again := newEncoder(t, inv, repeat)
		again.carried = map[any]bool{}
		again.document()
		lost = again.losses()
	}
	return e.buf, lost, nil
}

// encoder writes one document.
type encoder struct {
	*Table
	inv     *en16931.Invoice
	repeat  []en16931.Term
	buf     []byte
	depth   int
	current [numGroups]any // per group, by its number, the instance that is being written
	// The innermost group that repeats and is being written, and the number of its instance: terms of outer groups stand in its first
	// element only.
	many   en16931.Term
	number int
	over   en16931.Term // the group whose instances make an element repeat that is not its own; BG0 for none

	written counts       // values that have a place
	carried map[any]bool // the fields that have; nil while nobody asks
	trace   *trace       // what stands where; nil while nobody asks
	at      int          // offset of the element that was begun last
	err     error
}

func newEncoder(t *Table, inv *en16931.Invoice, repeat []en16931.Term) *encoder {
	e := &encoder{Table: t, inv: inv, repeat: repeat, many: en16931.BG0, buf: make([]byte, 0, room(inv))}
	e.current[0] = inv
	return e
}

// room guesses how long a document will be.
func room(inv *en16931.Invoice) int {
	if tree, _, ok := Of(inv); ok {
		return len(tree.Doc())*5/4 + 1024
	}
	return 8192 + 2048*len(inv.Lines)
}

// document writes the root element.
func (e *encoder) document() {
	e.buf = append(e.buf, `<?xml version="1.0" encoding="UTF-8"?>`+"\n<"...)
	root := e.prefixOf(e.Root.Space) + ":" + e.Root.Local
	e.buf = append(e.buf, root...)
	for _, p := range e.Prefixes {
		if p.Used || p.Space == e.Root.Space {
			e.buf = append(e.buf, ` xmlns:`+p.Prefix+`="`+p.Space+`"`...)
		}
	}
	e.buf = append(e.buf, '>')
	e.depth = 1
	e.body(&e.States[0], 0)
	e.buf = append(e.buf, "\n</"...)
	e.buf = append(e.buf, root...)
	e.buf = append(e.buf, ">\n"...)
}

// body writes what stands in an element, for the k-th time that the element is repeated for the sake of children that may stand in it once.
func (e *encoder) body(s *State, k int) (content bool) {
	var some [8]missed
	missing := some[:0]
	before, name := 0, uint16(0) // candidates for the same name that came before
	for i := s.Writes.First(); i < s.Writes.End(); i++ {
		w := &e.Writes[i]
		if w.Name != name {
			before, name = 0, w.Name
		}
		if w.Edge < 0 {
			e.demanded(w)
			continue
		}
		edge := &e.Edges[w.Edge]
		child := &e.States[edge.To]
		mark := len(e.buf)
		if e.once(w, child) {
			content = e.candidate(edge, child, k-before) || content
			if w.Shared {
				before += e.candidates(child)
			}
		} else if k == 0 || child.Leaf >= 0 && e.Rows[child.Leaf].How&Each != 0 {
			content = e.all(edge, child) || content
		}
		if w.Required && len(e.buf) == mark && k == 0 {
			missing = append(missing, missed{mark, w})
		}
	}
	if content || e.depth == 1 {
		for i := len(missing) - 1; i >= 0; i-- {
			e.supply(missing[i])
		}
	}
	return content
}

// missed is an element that the schema demands and the invoice has nothing for, and the offset where it should stand.
type missed struct {
	at    int
	write *Write
}

// supply writes a demanded element empty, where that may be. It is done last, since most elements that would need one turn out to have nothing in
// them at all.
func (e *encoder) supply(m missed) {
	edge := &e.Edges[m.write.Edge]
	child := &e.States[edge.To]
	if !e.mayBeEmpty(m.write, child) {
		return
	}
	behind := bytes.Clone(e.buf[m.at:])
	e.buf = e.buf[:m.at]
	e.empty(edge, child)
	e.trace.shift(m.at, len(e.buf)-m.at)
	e.buf = append(e.buf, behind...)
}

// mayBeEmpty reports whether a demanded element that the invoice has nothing for is written empty. One of a group that repeats is not: it would
// be an instance. One that holds a text is only where the invoice was read from the same syntax, and so with that element.
func (e *encoder) mayBeEmpty(w *Write, s *State) bool {
	switch {
	case s.Group >= 0 && e.Rows[s.Group].Term.Card().Many():
		return false
	case w.Simple:
		if e.inv.Source == nil || e.inv.Source.Syntax() != e.Syntax || s.Leaf < 0 {
			return false
		}
		row := &e.Rows[s.Leaf]
		group := e.instance(facts[row.Term].group)
		return !w.Shared && group != nil && row.Term.Type() != en16931.TypeAmount && !e.outside(row) && e.inv.Source.Exists(group, row.Term)
	}
	return true
}

// once reports whether a child may stand once in its element.
func (e *encoder) once(w *Write, child *State) bool {
	if !w.One {
		return false
	}
	for _, g := range e.repeat {
		if child.Group >= 0 && e.Rows[child.Group].Term == g {
			return false
		}
	}
	return true
}

// items counts the values of a row that it is to write.
func (e *encoder) items(row *Row) int {
	if row.How&(ReadOnly|Fallback|Aside) != 0 || e.outside(row) {
		return 0
	}
	group := e.instance(facts[row.Term].group)
	if group == nil {
		return 0
	}
	if !facts[row.Term].many {
		if e.value(row, group, 0) != nil {
			return 1
		}
		return 0
	}
	list := e.list(row, group)
	if list == nil || row.When == nil {
		return len(list)
	}
	n := 0
	for i := range list {
		if row.When(e.inv, &list[i]) {
			n++
		}
	}
	return n
}

// list returns the items of a term that repeats, nil where another term of the group that the row needs is absent.
func (e *encoder) list(row *Row, group any) []en16931.Identifier {
	if row.Needs != en16931.BG0 && absent(en16931.Field(row.Needs, group)) {
		return nil
	}
	return *en16931.Field(row.Term, group).(*[]en16931.Identifier)
}

// value returns a pointer to the n-th value of a row that it is to write; nil if there are not so many. A row with a filler always has one.
func (e *encoder) value(row *Row, group any, n int) any {
	fact := &facts[row.Term]
	if fact.many {
		list := e.list(row, group)
		if row.When == nil {
			if n < len(list) {
				return &list[n]
			}
			return nil
		}
		for i := range list {
			if row.When(e.inv, &list[i]) {
				if n == 0 {
					return &list[i]
				}
				n--
			}
		}
		return nil
	}
	if row.Needs != en16931.BG0 && absent(en16931.Field(row.Needs, group)) {
		return nil
	}
	if fact.sub {
		group = en16931.Field(fact.parent, group)
	}
	field := en16931.Field(row.Term, group)
	if n > 0 || row.When != nil && !row.When(e.inv, field) || absent(field) && row.Filler == "" && row.Write == nil {
		return nil
	}
	return field
}

// leaf writes the n-th value of a row.
func (e *encoder) leaf(edge *Edge, s *State, row *Row, n int) bool {
	if n < 0 || row.How&(ReadOnly|Fallback|Aside) != 0 || e.outside(row) {
		return false
	}
	group := e.instance(facts[row.Term].group)
	if group == nil {
		return e.element(edge, s, nil, "", 0) // its attributes may be another group's
	}
	field := e.value(row, group, n)
	if field == nil {
		return false
	}
	return e.filled(edge, s, row, group, field)
}

// filled writes an element that holds a value.
func (e *encoder) filled(edge *Edge, s *State, row *Row, group, field any) bool {
	if a, ok := field.(*en16931.Amount); ok && edge.Guards.Len() > 0 && !e.tellable(edge, a) {
		return false
	}
	if row.Write != nil {
		return e.element(edge, s, field, row.Write(group), 0)
	}
	return e.element(edge, s, field, e.text(row, row.Term, field), 0)
}

// element writes an element with its text, its attributes and what stands in it, or nothing if there is nothing to say.
func (e *encoder) element(edge *Edge, s *State, field any, text string, k int) (content bool) {
	mark, traced := len(e.buf), e.trace.mark()
	e.line()
	e.traceElement(edge, s)
	e.begin(edge.Name)
	filler := false
	if s.Leaf >= 0 && text == "" {
		if row := &e.Rows[s.Leaf]; row.Filler != "" && field != nil {
			text, filler = row.Filler, true
		}
	}
	content = e.attributes(edge, s, field, text)
	e.buf = append(e.buf, '>')
	inside := len(e.buf)
	e.escape(text, false)
	if text != "" && !filler {
		content = true
		e.carry(s, field, 0)
	}
	e.depth++
	content = e.body(s, k) || content
	e.depth--
	switch {
	case !content && !filler:
		e.buf = e.buf[:mark]
		e.trace.back(traced)
		return false
	case len(e.buf) == inside:
		e.buf = append(e.buf[:inside-1], "/>"...)
		return content
	case s.Writes.Len() > 0 && e.buf[len(e.buf)-1] == '>':
		e.line()
	}
	e.end(edge.Name)
	return content
}

// empty writes an element that the schema demands though the invoice has nothing for it.
func (e *encoder) empty(edge *Edge, s *State) {
	e.line()
	e.begin(edge.Name)
	e.buf = append(e.buf, '>')
	inside := len(e.buf)
	e.depth++
	for i := s.Writes.First(); i < s.Writes.End(); i++ {
		w := &e.Writes[i]
		switch {
		case w.Edge < 0:
			e.demanded(w)
		case w.Required && e.mayBeEmpty(w, &e.States[e.Edges[w.Edge].To]):
			e.empty(&e.Edges[w.Edge], &e.States[e.Edges[w.Edge].To])
		}
	}
	e.depth--
	if len(e.buf) == inside {
		e.buf = append(e.buf[:inside-1], "/>"...)
		return
	}
	e.line()
	e.end(edge.Name)
}

// demanded writes an element that a predicate or a constant demands.
func (e *encoder) demanded(w *Write) {
	e.line()
	e.begin(w.Name)
	e.buf = append(e.buf, '>')
	if w.Sub.Len() == 0 {
		e.escape(e.Strings[w.Text], false)
	} else {
		e.depth++
		for i := w.Sub.First(); i < w.Sub.End(); i++ {
			e.demanded(&e.Writes[i])
		}
		e.depth--
		e.line()
	}
	e.end(w.Name)
}
