package bind

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// value is a text of the file on its way into a field.
type value struct {
	d      *decoder
	row    *Row
	node   xmltree.Node // the element, or the owner of the attribute
	attr   xmltree.Attr
	isAttr bool
	text   string
}

// into stores the value in a field of the model. It returns the value that sub-items belong to, and whether the text has been taken: it has not
// when the field is filled already, unless it may repeat with an equal value.
func (v *value) into(field any) (item any, taken bool) {
	text := v.text
	if v.row.Codes != nil {
		text = v.model(text)
	}
	empty := blank(text)
	repeat := v.row.How&(Same|Fallback) != 0
	switch f := field.(type) {
	case *string:
		return nil, store(f, text, empty, repeat)
	case *en16931.Code:
		return nil, store(f, en16931.Code(text), empty, repeat)
	case *en16931.Identifier:
		return f, store(&f.Value, text, empty, repeat)
	case *[]en16931.Identifier:
		if first, end := v.d.tree.Attrs(v.node); empty && first == end {
			return nil, true
		}
		*f = append(*f, en16931.Identifier{Value: text})
		return &(*f)[len(*f)-1], true
	case *en16931.Decimal:
		return nil, v.number(f, empty, repeat)
	case *en16931.Amount:
		if !v.number(&f.Decimal, empty, repeat) {
			return nil, false
		}
		v.currency(f)
		return nil, true
	case *en16931.Date:
		return nil, v.date(f, empty, repeat)
	case *en16931.BinaryObject:
		if empty {
			return f, true
		}
		if f.Base64() != "" {
			return f, false
		}
		f.SetBase64(text)
		if !f.Readable() {
			v.unread(en16931.UnreadBinary, "xs:base64Binary")
		}
		return f, true
	}
	panic("bind: " + v.row.Term.String() + " has a field of a type that no decoder knows")
}

// store fills a field that is empty.
func store[T ~string](field *T, text T, empty, repeat bool) (taken bool) {
	switch {
	case empty:
		return true
	case *field == "":
		*field = text
		return true
	}
	return repeat && *field == text
}

// model translates a code of the file.
func (v *value) model(text string) string {
	code := trim(text)
	for _, c := range v.row.Codes {
		if c.File == code {
			return c.Model
		}
	}
	for _, c := range v.row.Codes {
		if c.Model == code {
			var known []string
			for _, c := range v.row.Codes {
				known = append(known, c.File)
			}
			v.unread(en16931.UnreadCode, strings.Join(known, " "))
		}
	}
	return text
}

func (v *value) number(f *en16931.Decimal, empty, repeat bool) (taken bool) {
	if empty {
		return true
	}
	n := en16931.ParseDecimal(v.text)
	if !f.Absent() {
		return repeat && f.Equal(n)
	}
	*f = n
	if !n.Readable() {
		v.unread(en16931.UnreadNumber, "xs:decimal")
	}
	return true
}

// currency reads an amount's currency, where it is not the one that the term has anyway.
func (v *value) currency(f *en16931.Amount) {
	first, end := v.d.tree.Attrs(v.node)
	for a := first; a < end; a++ {
		if v.d.attrName(a) == v.d.currencyID {
			v.d.src.attrs.set(int(a))
			usual := v.d.currency
			if v.row.Term == en16931.BT111 {
				usual = v.d.accountingCurrency
			}
			if c := v.d.tree.AttrValue(a); c != usual {
				f.Currency = en16931.Code(c)
			}
		}
	}
}

// date reads a date: xs:date, or where the table has a format attribute YYYYMMDD with format 102.
func (v *value) date(f *en16931.Date, empty, repeat bool) (taken bool) {
	if empty {
		return true
	}
	var date en16931.Date
	expected := "YYYY-MM-DD"
	if v.d.Format102 {
		expected = "YYYYMMDD, format 102"
		date = en16931.UnreadableDate(v.text)
		first, end := v.d.tree.Attrs(v.node)
		for a := first; a < end; a++ {
			if v.d.attrName(a) == v.d.format && v.d.tree.AttrValue(a) == "102" {
				v.d.src.attrs.set(int(a))
				date = en16931.ParseDate102(v.text)
			}
		}
	} else {
		date = en16931.ParseDate(v.text)
	}
	if !f.Absent() {
		return repeat && f.Equal(date)
	}
	*f = date
	if !date.Readable() {
		v.unread(en16931.UnreadDate, expected)
	}
	return true
}

// unread reports a value that is not what its term is made of; the field keeps its text.
func (v *value) unread(as en16931.Unread, expected string) {
	f := as.Finding(v.row.Term, v.text, expected)
	place := v.d.place(v.node, v.attr, v.isAttr)
	f.Path, f.Line, f.Column = place.Path, place.Line, place.Column
	v.d.inv.Unread = append(v.d.inv.Unread, f)
}
