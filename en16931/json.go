package en16931

import (
	"fmt"
	"io"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// AppendJSON appends the terms of the invoice to b as one JSON object, on one line, and returns the extended slice.
//
// Keys are the numbers of the terms and groups, in the order of the model; groups nest as in the standard. What may repeat is an array. What is
// not in the invoice has no key. A value is a string: numbers with the digits they were read with, dates as ISO 8601 (one that could not be read
// as its text), codes and texts as they stand, a file in base64. A value with sub-items is an object of "value" and the sub-items, an amount in
// another currency than it should be in one of "value" and "currency":
//
//	{"BT-1":"F-1","BG-4":{"BT-29":[{"value":"123","BT-29-1":"0009"}]},"BG-25":[{"BT-126":"1"}]}
//
// Characters that a terminal could obey are escaped.
func (inv *Invoice) AppendJSON(b []byte) []byte {
	e := &jsonEncoder{b: b}
	inv.Walk(e)
	return e.b
}

// WriteJSON writes what AppendJSON appends, piece by piece: the invoice may be large. It fails only as w does.
func (inv *Invoice) WriteJSON(w io.Writer) error {
	e := &jsonEncoder{w: w}
	inv.Walk(e)
	e.flush()
	if e.err != nil {
		return fmt.Errorf("en16931: writing json: %w", e.err)
	}
	return nil
}

// jsonChunk is how much is gathered before it is written.
const jsonChunk = 16 << 10

// jsonEncoder is the Visitor that writes JSON.
type jsonEncoder struct {
	b      []byte
	w      io.Writer // nil: all stays in b
	err    error
	levels []jsonLevel
	open   int // how many of the levels have their brace
}

// jsonLevel is a group instance that was entered.
type jsonLevel struct {
	group Term
	any   bool // something has been written in it
	array Term // the group whose array is open in it; BG0 for none
}

// Enter begins a group. One that the standard requires gets its key only with its first content: it is entered even where the invoice has
// nothing of it.
func (e *jsonEncoder) Enter(g Term, _ any) bool {
	if e.err != nil {
		return false
	}
	e.levels = append(e.levels, jsonLevel{group: g})
	if g == BG0 || g.Card() != Required {
		e.begin()
	}
	return true
}

// Leave ends a group.
func (e *jsonEncoder) Leave(Term, any) {
	n := len(e.levels) - 1
	if e.open > n {
		e.closeArray(n)
		e.b = append(e.b, '}')
		e.open = n
	}
	e.levels = e.levels[:n]
}

// Value writes a term with its sub-items.
func (e *jsonEncoder) Value(t Term, _ any, field any) {
	switch f := field.(type) {
	case *string:
		e.text(t, *f)
	case *Code:
		e.text(t, string(*f))
	case *Date:
		e.text(t, f.String())
	case *Decimal:
		if !f.Absent() {
			e.key(t)
			e.string(f.String())
		}
	case *Amount:
		e.amount(t, f)
	case *Identifier:
		if !f.Absent() {
			e.key(t)
			e.object(t, f.Value, f)
		}
	case *[]Identifier:
		e.identifiers(t, *f)
	case *BinaryObject:
		if !f.Absent() {
			e.key(t)
			e.object(t, compact(f), f)
		}
	}
	if e.w != nil && len(e.b) >= jsonChunk {
		e.flush()
	}
}

func (e *jsonEncoder) flush() {
	if e.err == nil {
		_, e.err = e.w.Write(e.b)
	}
	e.b = e.b[:0]
}

func (e *jsonEncoder) text(t Term, s string) {
	if s != "" {
		e.key(t)
		e.string(s)
	}
}

func (e *jsonEncoder) amount(t Term, a *Amount) {
	if a.Absent() && a.Currency == "" {
		return
	}
	e.key(t)
	if a.Currency == "" {
		e.string(a.String())
		return
	}
	e.b = append(e.b, '{')
	if !a.Absent() {
		e.name("value")
		e.string(a.String())
		e.b = append(e.b, ',')
	}
	e.name("currency")
	e.string(string(a.Currency))
	e.b = append(e.b, '}')
}

func (e *jsonEncoder) identifiers(t Term, all []Identifier) {
	if len(all) == 0 {
		return
	}
	e.key(t)
	for i := range all {
		c := byte(',')
		if i == 0 {
			c = '['
		}
		e.b = append(e.b, c)
		e.object(t, all[i].Value, &all[i])
	}
	e.b = append(e.b, ']')
}

// object writes the value of a term: a string, or an object if it has sub-items.
func (e *jsonEncoder) object(t Term, value string, field any) {
	plain := true
	for _, sub := range Children(t) {
		if s := *Field(sub, field).(*string); s != "" {
			if plain {
				e.b = append(e.b, '{')
				if value != "" {
					e.name("value")
					e.string(value)
					e.b = append(e.b, ',')
				}
			} else {
				e.b = append(e.b, ',')
			}
			plain = false
			e.name(sub.String())
			e.string(s)
		}
	}
	if plain {
		e.string(value)
		return
	}
	e.b = append(e.b, '}')
}

// compact returns base64 without white space, which no reader of JSON expects in it; what is not base64 stays as it is.
func compact(f *BinaryObject) string {
	s := f.Base64()
	for i := 0; i < len(s); i++ {
		if isSpace(s[i]) && f.Readable() {
			b := make([]byte, 0, len(s))
			for j := 0; j < len(s); j++ {
				if !isSpace(s[j]) {
					b = append(b, s[j])
				}
			}
			return string(b)
		}
	}
	return s
}

// begin writes the braces of the groups that have been entered and have none yet.
func (e *jsonEncoder) begin() {
	for n := e.open; n < len(e.levels); n++ {
		if n > 0 {
			e.beginIn(n-1, e.levels[n].group)
		}
		e.b = append(e.b, '{')
		e.open = n + 1
	}
}

// beginIn writes what stands before the brace of group g in level n.
func (e *jsonEncoder) beginIn(n int, g Term) {
	l := &e.levels[n]
	if g.Card().Many() && l.array == g {
		e.b = append(e.b, ',')
		return
	}
	e.member(n, g.String())
	if g.Card().Many() {
		e.b = append(e.b, '[')
		l.array = g
	}
}

// key writes the key of a term in the innermost group.
func (e *jsonEncoder) key(t Term) {
	e.begin()
	e.member(len(e.levels)-1, t.String())
}

// member writes the key of the next member of level n.
func (e *jsonEncoder) member(n int, name string) {
	e.closeArray(n)
	if e.levels[n].any {
		e.b = append(e.b, ',')
	}
	e.levels[n].any = true
	e.name(name)
}

func (e *jsonEncoder) closeArray(n int) {
	if e.levels[n].array != BG0 {
		e.b = append(e.b, ']')
		e.levels[n].array = BG0
	}
}

// name writes a key that needs no escapes.
func (e *jsonEncoder) name(s string) {
	e.b = append(e.b, '"')
	e.b = append(e.b, s...)
	e.b = append(e.b, '"', ':')
}

// string writes a JSON string.
func (e *jsonEncoder) string(s string) {
	b := append(e.b, '"')
	from := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= ' ' && c < 0x7f && c != '"' && c != '\\' {
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if c >= utf8.RuneSelf && !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) && (r != utf8.RuneError || size > 1) {
			i += size
			continue
		}
		b = append(b, s[from:i]...)
		b = appendEscape(b, r)
		i += size
		from = i
	}
	b = append(b, s[from:]...)
	e.b = append(b, '"')
}

func appendEscape(b []byte, r rune) []byte {
	switch r {
	case '"', '\\':
		return append(b, '\\', byte(r))
	case '\n':
		return append(b, `\n`...)
	case '\r':
		return append(b, `\r`...)
	case '\t':
		return append(b, `\t`...)
	}
	if hi, lo := utf16.EncodeRune(r); hi != utf8.RuneError {
		return fmt.Appendf(b, `\u%04x\u%04x`, hi, lo)
	}
	return fmt.Appendf(b, `\u%04x`, r)
}
