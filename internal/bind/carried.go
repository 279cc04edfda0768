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

// count returns how many values an invoice has of each term.
func count(inv *en16931.Invoice) (n counts) {
	each(inv, func(t en16931.Term, _, _ any) { n[t]++ })
	return n
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
