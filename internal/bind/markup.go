package bind

import (
	"fmt"

	"github.com/fxinvoice/fx/internal/xmltree"
)

func (e *encoder) attribute(name uint16, value string) {
	e.buf = append(e.name(append(e.buf, ' '), name), '=', '"')
	e.escape(value, true)
	e.buf = append(e.buf, '"')
}

func (e *encoder) end(name uint16) {
	e.buf = append(e.name(append(e.buf, "</"...), name), '>')
}

// name appends a qualified name.
func (e *encoder) name(b []byte, name uint16) []byte {
	n := &e.Names[name]
	if int(n.Prefix) < len(e.Prefixes) {
		b = append(append(b, e.Prefixes[n.Prefix].Prefix...), ':')
	}
	return append(b, n.Local...)
}

// line begins a new line at the depth of the element that follows.
func (e *encoder) line() {
	const indent = "\n                        "
	if n := 1 + 2*e.depth; n <= len(indent) {
		e.buf = append(e.buf, indent[:n]...)
		return
	}
	e.buf = append(e.buf, indent...)
	for range e.depth - len(indent)/2 {
		e.buf = append(e.buf, "  "...)
	}
}

// escape writes a text or an attribute value.
func (e *encoder) escape(s string, attr bool) {
	appendTo := xmltree.AppendText
	if attr {
		appendTo = xmltree.AppendValue
	}
	buf, err := appendTo(e.buf, s, "UTF-8")
	if err != nil {
		if e.err == nil {
			e.err = fmt.Errorf("%s: %q: %w", e.Syntax, s[:min(len(s), 60)], err)
		}
		return
	}
	e.buf = buf
}
