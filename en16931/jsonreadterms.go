package en16931

import (
	"strings"

	"github.com/fxinvoice/fx/report"
)

// group reads the object at the scanner's offset into a group instance, the n-th in an array, or the only one if n is 0. at is the offset of its
// key, in an array of its object; parent is the number of the innermost group around it that the source knows.
func (r *jsonReader) group(g Term, group any, at, n int, parent int32) {
	if !r.node() {
		return
	}
	if n > 0 || g == BG0 {
		r.src.groups = append(r.src.groups, jsonGroup{group: group, term: g, parent: parent, n: int32(n), at: uint32(at)})
		parent = int32(len(r.src.groups) - 1)
	}
	r.enter()
	mark, in := len(r.keys), jsonIn{inGroup, g}
	next := 0 // mostly the keys come in the order of the model
	for key, at, ok := r.key(true); ok; key, at, ok = r.key(false) {
		r.push(jsonStep{key: key})
		i := child(g, key, next)
		switch {
		case i < 0:
			r.unknown(key, at, in, keysOf(g))
			r.skip()
		case !r.once(children[g][i], mark, key, at, in):
			r.skip()
		default:
			next = i + 1
			if t := children[g][i]; t.IsGroup() {
				r.groups(t, group, at, parent)
			} else {
				r.term(t, Field(t, group), at)
			}
		}
		r.pop()
	}
	r.keys = r.keys[:mark]
}

// child returns which term or group of g has a key, -1 if none; it looks first at from.
func child(g Term, key string, from int) int {
	all := children[g]
	for n := range all {
		i := from + n
		if i >= len(all) {
			i -= len(all)
		}
		if terms[all[i]].id == key {
			return i
		}
	}
	return -1
}

// groups reads the value of a group's key, which stands at the offset at.
func (r *jsonReader) groups(g Term, above any, at int, parent int32) {
	if !g.Card().Many() {
		if r.expect(jsonObject, wantObject) {
			r.group(g, Append(g, above), at, 0, parent)
		}
		return
	}
	r.array(func(n int) {
		if r.expect(jsonObject, wantObject) {
			r.group(g, Append(g, above), r.i, n, parent)
		}
	})
}

// array reads an array. A value that stands alone where an array must be is a mistake, and read as if it were in one: it may hold others.
func (r *jsonReader) array(read func(n int)) {
	switch is := r.value(); is {
	case jsonArray:
	case jsonObject:
		r.complain(&jsonMessage{jsonWrongType, fixBrackets}, r.i, report.A("key", r.label()), report.A("is", kindNames[is]), report.A("want", wantArray))
		read(1)
		return
	default:
		r.wrong(is, wantArray)
		return
	}
	r.enter()
	n := 0
	for ok := r.element(true); ok; ok = r.element(false) {
		n++
		r.push(jsonStep{n: n})
		read(n)
		r.pop()
	}
}

// term reads the value of a term's key, which stands at the offset at.
func (r *jsonReader) term(t Term, field any, at int) {
	switch f := field.(type) {
	case *string:
		*f, _ = r.str(wantText)
	case *Code:
		s, _ := r.str(wantText)
		*f = Code(s)
	case *Date:
		s, _ := r.str(wantText)
		r.date(t, f, s, at)
	case *Decimal:
		r.decimal(t, f, wantNumber, at)
	case *Amount:
		r.amount(t, f, at)
	case *Identifier:
		f.Value = r.item(t, f)
	case *[]Identifier:
		r.array(func(int) {
			var id Identifier
			if id.Value = r.item(t, &id); !id.Absent() && r.node() {
				*f = append(*f, id)
			}
		})
	case *BinaryObject:
		text := r.item(t, f)
		if trim(text) == "" {
			return
		}
		if f.SetBase64(text); !f.Readable() {
			r.unread(UnreadBinary, t, text, "xs:base64Binary", at)
		}
	}
}

// date reads a day. A time zone, which UBL allows, has no meaning in an invoice and no place here.
func (r *jsonReader) date(t Term, f *Date, s string, at int) {
	if *f = ParseDate(s); len(trim(s)) > len("2006-01-02") {
		*f = UnreadableDate(s)
	}
	if !f.Absent() && !f.Readable() {
		r.unread(UnreadDate, t, s, "YYYY-MM-DD", at)
	}
}

// decimal reads a number.
func (r *jsonReader) decimal(t Term, f *Decimal, want report.Text, at int) {
	var s string
	switch is := r.value(); is {
	case jsonText:
		s = r.text()
	case jsonNumber:
		from := r.i
		s = r.number()
		if strings.ContainsAny(s, "eE") {
			r.complain(&jsonExponent, from, report.A("key", r.label()), report.A("found", s))
			return
		}
	default:
		r.wrong(is, want)
		return
	}
	if *f = ParseDecimal(s); !f.Absent() && !f.Readable() {
		r.unread(UnreadNumber, t, s, "xs:decimal", at)
	}
}

var (
	wantAmount = report.Text{EN: `a number, a text of digits, or an object of "value" and "currency"`,
		FR: `un nombre, un texte de chiffres, ou un objet avec "value" et "currency"`}
	amountKeys = []string{"value", "currency"}
)

// amount reads an amount, alone or with the currency that it should not have.
func (r *jsonReader) amount(t Term, f *Amount, at int) {
	if r.value() != jsonObject {
		r.decimal(t, &f.Decimal, wantAmount, at)
		return
	}
	r.object(jsonIn{inValue, t}, amountKeys, func(key string, at int) {
		if key == "value" {
			r.decimal(t, &f.Decimal, wantNumber, at)
			return
		}
		s, _ := r.str(wantText)
		f.Currency = Code(s)
	})
}

// item reads a value alone or in an object with its sub-items, which it stores in field.
func (r *jsonReader) item(t Term, field any) (value string) {
	switch is := r.value(); is {
	case jsonText:
		return r.text()
	case jsonObject:
	default:
		r.wrong(is, wantItem(t))
		return ""
	}
	r.object(jsonIn{inValue, t}, keysOf(t), func(key string, _ int) {
		s, _ := r.str(wantText)
		if key == "value" {
			value = s
			return
		}
		*Field(children[t][child(t, key, 0)], field).(*string) = s
	})
	return value
}

// wantItem says what the value of a term with sub-items must be.
func wantItem(t Term) report.Text {
	keys := strings.Join(keysOf(t), ", ")
	return report.Text{EN: "a text, or an object of " + keys, FR: "un texte, ou un objet avec " + keys}
}

// keysOf lists the keys that may stand in group g, or in the value of a term that has sub-items.
func keysOf(g Term) []string {
	keys := make([]string, 0, len(children[g])+1)
	if !g.IsGroup() {
		keys = append(keys, "value")
	}
	for _, t := range children[g] {
		keys = append(keys, terms[t].id)
	}
	return keys
}

// unread reports a value that is not what its term is made of; the field keeps its text.
func (r *jsonReader) unread(as Unread, t Term, found, expected string, at int) {
	if r.mistake != nil {
		return
	}
	f := as.Finding(t, found, expected)
	f.Path = r.where()
	f.Line, f.Column = r.src.lines.position(at)
	r.inv.Unread = append(r.inv.Unread, f)
}
