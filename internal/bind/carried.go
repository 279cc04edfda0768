package bind

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
)

// counts is how many values there are of each term.
type counts [en16931.NumTerms]int32

// text returns what a field holds as the syntax writes it; row may be nil.
func (e *encoder) text(row *Row, t en16931.Term, field any) string {
	switch f := field.(type) {
	case *string:
		if blank(*f) {
			return ""
		}
		return *f
	case *en16931.Code:
		if blank(string(*f)) {
			return ""
		}
		if row != nil {
			for _, c := range row.Codes {
				if c.Model == trim(string(*f)) {
					return c.File
				}
			}
		}
		return string(*f)
	case *en16931.Date:
		return e.date(*f)
	case *en16931.Decimal:
		return f.String()
	case *en16931.Amount:
		return f.String()
	case *en16931.Identifier:
		return f.Value
	case *en16931.BinaryObject:
		return f.Base64()
	}
	panic("bind: " + t.String() + " has a field of a type that no encoder knows")
}

// date writes a day as the syntax does. A text that is such a day already stays, with its time zone; one that could not be read stays too.
func (e *encoder) date(d en16931.Date) string {
	switch {
	case !d.Readable(), e.Format102 && en16931.ParseDate102(d.Text()).Readable(), !e.Format102 && en16931.ParseDate(d.Text()).Readable():
		return trim(d.Text())
	case e.Format102:
		return strings.ReplaceAll(d.String(), "-", "")
	}
	return d.String()
}

// absent reports whether a field holds nothing that a document could show.
func absent(field any) bool {
	switch f := field.(type) {
	case *string:
		return blank(*f)
	case *en16931.Code:
		return blank(string(*f))
	case *en16931.Date:
		return f.Absent()
	case *en16931.Decimal:
		return f.Absent()
	case *en16931.Amount:
		return f.Absent()
	case *en16931.Identifier:
		return f.Absent()
	case *en16931.BinaryObject:
		return f.Absent()
	}
	return true
}

// each calls visit for every value of an invoice: terms, items of terms that repeat, and sub-items.
func each(inv *en16931.Invoice, visit func(t en16931.Term, group, field any)) {
	inv.Walk(visitor(visit))
}

type visitor func(t en16931.Term, group, field any)

func (v visitor) Enter(en16931.Term, any) bool { return true }
func (v visitor) Leave(en16931.Term, any)      {}

func (v visitor) Value(t en16931.Term, group, field any) {
	if list, ok := field.(*[]en16931.Identifier); ok {
		for i := range *list {
			v.item(t, group, &(*list)[i])
		}
		return
	}
	v.item(t, group, field)
}

func (v visitor) item(t en16931.Term, group, field any) {
	if absent(field) {
		return
	}
	if id, ok := field.(*en16931.Identifier); !ok || !blank(id.Value) {
		if b, ok := field.(*en16931.BinaryObject); !ok || !blank(b.Base64()) {
			v(t, group, field)
		}
	}
	for _, sub := range en16931.Children(t) {
		if f := en16931.Field(sub, field); !absent(f) {
			v(sub, group, f)
		}
	}
}

// count returns how many values an invoice has of each term: what each would visit, without a call for every value.
func count(inv *en16931.Invoice) (n counts) {
	n.group(en16931.BG0, inv)
	return n
}

func (n *counts) group(g en16931.Term, group any) {
	for _, t := range en16931.Children(g) {
		if facts[t].isGroup {
			for i := 0; ; i++ {
				sub := en16931.Instance(t, group, i)
				if sub == nil {
					break
				}
				n.group(t, sub)
				if !facts[t].many {
					break
				}
			}
			continue
		}
		switch f := en16931.Field(t, group).(type) {
		case *string:
			if !blank(*f) {
				n[t]++
			}
		case *en16931.Code:
			if !blank(string(*f)) {
				n[t]++
			}
		case *[]en16931.Identifier:
			for i := range *f {
				n.item(t, &(*f)[i])
			}
		case *en16931.Identifier:
			n.item(t, f)
		case *en16931.BinaryObject:
			if !blank(f.Base64()) {
				n[t]++
			}
			n.subItems(t, f)
		default:
			if !absent(f) {
				n[t]++
				n.subItems(t, f)
			}
		}
	}
}

func (n *counts) item(t en16931.Term, id *en16931.Identifier) {
	if !blank(id.Value) {
		n[t]++
	}
	if id.Scheme != "" || id.Version != "" {
		n.subItems(t, id)
	}
}

func (n *counts) subItems(t en16931.Term, field any) {
	for _, sub := range en16931.Children(t) {
		if !absent(en16931.Field(sub, field)) {
			n[sub]++
		}
	}
}

// losses lists the values that no element or attribute was written for.
func (e *encoder) losses() []en16931.Loss {
	var lost []en16931.Loss
	each(e.inv, func(t en16931.Term, group, field any) {
		if e.carried[field] {
			return
		}
		l := en16931.Loss{Term: t, Value: e.text(nil, t, field)}
		if e.inv.Source != nil {
			l.Place = e.inv.Source.Locate(group, t)
		}
		lost = append(lost, l)
	})
	return lost
}

// carry keeps book of a value that was written, in an attribute if it has a name.
func (e *encoder) carry(s *State, field any, attr uint16) {
	row := &e.Rows[s.Leaf]
	if e.trace != nil {
		e.traceValue(row, field, attr)
	}
	if e.number > 0 && row.How&Each != 0 {
		return // counted in the first element
	}
	if row.Write != nil {
		e.carryNote(row)
		return
	}
	e.count(row.Term, field)
}

// count keeps book of a field that has a place.
func (e *encoder) count(t en16931.Term, field any) {
	if absent(field) {
		return
	}
	e.written[t]++
	if e.carried != nil {
		e.carried[field] = true
	}
}

// carryNote keeps book of the terms that share an element: those that a reader takes out of it again.
func (e *encoder) carryNote(row *Row) {
	group := e.instance(row.Term.Group())
	again := readAgain(row, group)
	for i := range e.Rows {
		if r := &e.Rows[i]; r == row || r.How&Aside != 0 && r.Term.Group() == row.Term.Group() {
			field := en16931.Field(r.Term, group)
			if e.text(nil, r.Term, field) == e.text(nil, r.Term, en16931.Field(r.Term, again)) {
				e.count(r.Term, field)
			}
		}
	}
}

// readAgain returns what a reader makes of a group whose terms share an element.
func readAgain(row *Row, group any) any {
	again := scratch(row.Term.Group())
	if text := row.Write(group); !blank(text) {
		row.Read(text, again)
	}
	return again
}

// scratch returns a new instance of a group, in an invoice of its own.
func scratch(g en16931.Term) any {
	if g == en16931.BG0 {
		return new(en16931.Invoice)
	}
	return en16931.Append(g, scratch(g.Parent()))
}
