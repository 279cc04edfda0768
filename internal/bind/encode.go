package bind

import "github.com/fxinvoice/fx/en16931"

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
	current [en16931.NumTerms]any // per group, the instance that is being written
	// The innermost group that repeats and is being written, and the number of its instance: terms of outer groups stand in its first
	// element only.
	many   en16931.Term
	number int
	over   en16931.Term // the group whose instances make an element repeat that is not its own; BG0 for none

	written counts       // values that have a place
	carried map[any]bool // the fields that have; nil while nobody asks
	err     error
}

func newEncoder(t *Table, inv *en16931.Invoice, repeat []en16931.Term) *encoder {
	e := &encoder{Table: t, inv: inv, repeat: repeat, many: en16931.BG0, buf: make([]byte, 0, room(inv))}
	e.current[en16931.BG0] = inv
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
		n := 0
		if e.once(w, child) {
			n = e.candidates(child)
			content = e.candidate(edge, child, k-before) || content
		} else if k == 0 {
			content = e.all(edge, child) || content
		}
		before += n
		if w.Required && len(e.buf) == mark && k == 0 && e.mayBeEmpty(w, child) {
			e.empty(edge, child)
		}
	}
	return content
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
		group := e.instance(row.Term.Group())
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

// candidates counts the values or group instances that compete for a child that may stand once.
func (e *encoder) candidates(s *State) int {
	switch {
	case s.Group >= 0 && e.Rows[s.Group].How&Lazy == 0:
		g := e.Rows[s.Group].Term
		parent := e.instance(g.Parent())
		n := 0
		for parent != nil && en16931.Instance(g, parent, n) != nil {
			n++
			if !g.Card().Many() {
				break
			}
		}
		return n
	case s.Leaf >= 0:
		return e.items(&e.Rows[s.Leaf])
	}
	return 1
}

// candidate writes the n-th of them.
func (e *encoder) candidate(edge *Edge, s *State, n int) bool {
	switch {
	case s.Group >= 0 && e.Rows[s.Group].How&Lazy == 0:
		if n < 0 {
			return false
		}
		g := e.Rows[s.Group].Term
		parent := e.instance(g.Parent())
		if parent == nil || n > 0 && !g.Card().Many() {
			return false
		}
		return e.group(edge, s, g, parent, n)
	case s.Leaf >= 0:
		row := &e.Rows[s.Leaf]
		if e.repeats(row) {
			n = 0
		}
		return e.leaf(edge, s, row, n)
	}
	return e.element(edge, s, nil, "", n)
}

// repeats reports whether a term stands in every element of the group that is being repeated.
func (e *encoder) repeats(row *Row) bool {
	return row.How&Each != 0 || e.over != en16931.BG0 && row.Term > e.over && row.Term < e.over.Behind()
}

// all writes everything that an edge leads to, where the schema lets the child repeat.
func (e *encoder) all(edge *Edge, s *State) (content bool) {
	switch {
	case s.Group >= 0 && e.Rows[s.Group].How&(Lazy|Merge) == 0:
		g := e.Rows[s.Group].Term
		parent := e.instance(g.Parent())
		for n := 0; parent != nil && e.group(edge, s, g, parent, n); n++ {
			content = true
			if !g.Card().Many() {
				break
			}
		}
		return content
	case s.Leaf >= 0:
		row := &e.Rows[s.Leaf]
		for n := range e.items(row) {
			content = e.leaf(edge, s, row, n) || content
		}
		return content
	}
	return e.spread(edge, s)
}

// spread writes an element that may repeat: once for all, or as often as the children that may stand in it once need it.
func (e *encoder) spread(edge *Edge, s *State) (content bool) {
	n := 1
	competing, name := 0, uint16(0)
	var over en16931.Term // the group whose instances make the element repeat
	for i := s.Writes.First(); i < s.Writes.End(); i++ {
		w := &e.Writes[i]
		if w.Name != name {
			competing, name = 0, w.Name
		}
		if w.Edge < 0 {
			continue
		}
		if child := &e.States[e.Edges[w.Edge].To]; e.once(w, child) {
			competing += e.candidates(child)
			if child.Group >= 0 && e.Rows[child.Group].Term.Card().Many() {
				over = e.Rows[child.Group].Term
			}
		}
		n = max(n, competing)
	}
	if s.Group >= 0 {
		if row := &e.Rows[s.Group]; row.How&Lazy == 0 && !e.complete(row) {
			return false
		}
	}
	many, number := e.many, e.number
	for k := range n {
		if over != en16931.BG0 {
			clear(e.current[over:over.Behind()])
			e.many, e.number, e.over = over, k, over
			e.current[over] = en16931.Instance(over, e.instance(over.Parent()), k)
		}
		content = e.element(edge, s, nil, "", k) || content
	}
	if over != en16931.BG0 {
		clear(e.current[over:over.Behind()])
	}
	e.many, e.number, e.over = many, number, en16931.BG0
	return content
}

// complete reports whether a group is there and has the term that its element cannot be without.
func (e *encoder) complete(row *Row) bool {
	group := e.instance(row.Term)
	if group == nil {
		return false
	}
	return row.Needs == en16931.BG0 || !absent(en16931.Field(row.Needs, group)) ||
		e.inv.Source != nil && e.inv.Source.Syntax() == e.Syntax && e.inv.Source.Exists(group, row.Needs)
}

// group writes the n-th instance of a group below parent; it is false when there are not so many.
func (e *encoder) group(edge *Edge, s *State, g en16931.Term, parent any, n int) bool {
	instance := en16931.Instance(g, parent, n)
	if instance == nil {
		return false
	}
	around := e.current[g]
	clear(e.current[g:g.Behind()])
	e.current[g] = instance
	many, number := e.many, e.number
	if g.Card().Many() {
		e.many, e.number = g, n
	}
	if s.Leaf >= 0 {
		e.leaf(edge, s, &e.Rows[s.Leaf], 0)
	} else {
		e.element(edge, s, nil, "", 0)
	}
	e.many, e.number = many, number
	if g.Card().Many() {
		clear(e.current[g:g.Behind()])
		e.current[g] = around // the group's terms may go on beside its element
	}
	return true
}

// instance returns the group instance that is being written, or the only one there is; nil if there is none.
func (e *encoder) instance(g en16931.Term) any {
	if e.current[g] == nil && !g.Card().Many() {
		if parent := e.instance(g.Parent()); parent != nil {
			e.current[g] = en16931.Instance(g, parent, 0)
		}
	}
	return e.current[g]
}

// outside reports whether a term belongs to a group around the one that repeats, in an element that is not the first.
func (e *encoder) outside(row *Row) bool {
	return e.number > 0 && row.How&Each == 0 && (row.Term < e.many || row.Term >= e.many.Behind())
}

// items counts the values of a row that it is to write.
func (e *encoder) items(row *Row) int {
	if row.How&(ReadOnly|Fallback|Aside) != 0 || e.outside(row) {
		return 0
	}
	group := e.instance(row.Term.Group())
	if group == nil {
		return 0
	}
	n := 0
	for i := 0; e.value(row, group, i) != nil; i++ {
		n++
	}
	return n
}

// value returns a pointer to the n-th value of a row that it is to write; nil if there are not so many. A row with a filler always has one.
func (e *encoder) value(row *Row, group any, n int) any {
	if row.Needs != en16931.BG0 && absent(en16931.Field(row.Needs, group)) {
		return nil
	}
	if up := row.Term.Parent(); !up.IsGroup() {
		group = en16931.Field(up, group)
	}
	field := en16931.Field(row.Term, group)
	if list, ok := field.(*[]en16931.Identifier); ok {
		for i := range *list {
			if item := &(*list)[i]; row.When == nil || row.When(e.inv, item) {
				if n == 0 {
					return item
				}
				n--
			}
		}
		return nil
	}
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
	group := e.instance(row.Term.Group())
	if group == nil {
		return e.element(edge, s, nil, "", 0) // its attributes may be another group's
	}
	field := e.value(row, group, n)
	if field == nil {
		return false
	}
	var text string
	if row.Write != nil {
		text = row.Write(group)
	} else {
		text = e.text(row, row.Term, field)
	}
	return e.element(edge, s, field, text, 0)
}

// element writes an element with its text, its attributes and what stands in it, or nothing if there is nothing to say.
func (e *encoder) element(edge *Edge, s *State, field any, text string, k int) (content bool) {
	mark := len(e.buf)
	e.line()
	e.buf = e.name(append(e.buf, '<'), edge.Name)
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
		e.carry(s, field)
	}
	e.depth++
	content = e.body(s, k) || content
	e.depth--
	switch {
	case !content && !filler:
		e.buf = e.buf[:mark]
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
	e.buf = append(e.name(append(e.buf, '<'), edge.Name), '>')
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
	e.buf = append(e.name(append(e.buf, '<'), w.Name), '>')
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

// attributes writes the attributes of an element: those that predicates demand, the format of a date, the currency of an amount, and terms.
func (e *encoder) attributes(edge *Edge, s *State, field any, text string) (content bool) {
	for i := edge.Guards.First(); i < edge.Guards.End(); i++ {
		g := &e.Guards[i]
		step := e.Steps[g.Path.First()]
		if !g.Up && g.Path.Len() == 1 && step.Attr && g.Op == Equal {
			e.attribute(step.Name, e.Strings[g.Values.First()])
		}
	}
	switch f := field.(type) {
	case *en16931.Date:
		if e.Format102 && text != "" {
			e.attribute(e.always("format"), "102")
		}
	case *en16931.Amount:
		if c := e.currencyOf(edge, s, f); c != "" && text != "" {
			e.attribute(e.always("currencyID"), c)
		}
	}
	for i := s.Attrs.First(); i < s.Attrs.End(); i++ {
		row := &e.Rows[e.States[e.Edges[i].To].Leaf]
		if row.How&(ReadOnly|Fallback) != 0 || e.outside(row) {
			continue
		}
		owner := field
		if row.Term.Parent().IsGroup() {
			owner = e.instance(row.Term.Group())
		}
		if owner == nil {
			continue
		}
		f := en16931.Field(row.Term, owner)
		if v := e.text(row, row.Term, f); v != "" {
			e.attribute(e.Edges[i].Name, v)
			e.carry(&e.States[e.Edges[i].To], f)
			content = true
		} else if _, binary := field.(*en16931.BinaryObject); binary && text != "" && e.inv.Source != nil &&
			e.inv.Source.Syntax() == e.Syntax && e.inv.Source.Exists(e.instance(row.Term.Group()), row.Term) {
			e.attribute(e.Edges[i].Name, "") // the schema demands the attribute, and the file has it empty
		}
	}
	return content
}

// currencyOf returns the currency to write on an amount: its own, and where the syntax wants one on every amount or tells terms apart by it, the
// one that the term has anyway.
func (e *encoder) currencyOf(edge *Edge, s *State, a *en16931.Amount) string {
	switch same := e.sameAs(edge); {
	case a.Currency != "":
		return string(a.Currency)
	case same == "BT-6":
		return string(e.inv.VATAccountingCurrency)
	case same == "BT-5" || !e.Format102:
		return string(e.inv.Currency)
	}
	return ""
}

// sameAs returns the term that a predicate of the edge compares a currency with, "" if none does.
func (e *encoder) sameAs(edge *Edge) string {
	for i := edge.Guards.First(); i < edge.Guards.End(); i++ {
		if g := &e.Guards[i]; g.Op == SameAs {
			return e.Strings[g.Values.First()]
		}
	}
	return ""
}

// carry keeps book of a value that was written.
func (e *encoder) carry(s *State, field any) {
	row := &e.Rows[s.Leaf]
	if e.number > 0 && row.How&Each != 0 {
		return // counted in the first element
	}
	if !absent(field) {
		e.written[row.Term]++
		if e.carried != nil {
			e.carried[field] = true
		}
	}
	if row.Write != nil {
		e.carryAside(row)
	}
}

// carryAside keeps book of the terms that share an element with row.
func (e *encoder) carryAside(row *Row) {
	group := e.instance(row.Term.Group())
	for i := range e.Rows {
		if r := &e.Rows[i]; r.How&Aside != 0 && r.Term.Group() == row.Term.Group() {
			if f := en16931.Field(r.Term, group); !absent(f) {
				e.written[r.Term]++
				if e.carried != nil {
					e.carried[f] = true
				}
			}
		}
	}
}
