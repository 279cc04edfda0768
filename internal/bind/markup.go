package bind

import (
	"fmt"

	"github.com/fxinvoice/fx/internal/xmltree"
)

func (e *encoder) attribute(name uint16, value string) {
	e.buf = append(e.buf, ' ')
	e.buf = append(e.buf, e.QNames[name]...)
	e.buf = append(e.buf, '=', '"')
	e.escape(value, true)
	e.buf = append(e.buf, '"')
}

// begin writes a start tag as far as its attributes. Here and elsewhere one append at a time grows e.buf in its place, which costs the garbage
// collector nothing.
func (e *encoder) begin(name uint16) {
	e.buf = append(e.buf, '<')
	e.buf = append(e.buf, e.QNames[name]...)
}

func (e *encoder) end(name uint16) {
	e.buf = append(e.buf, "</"...)
	e.buf = append(e.buf, e.QNames[name]...)
	e.buf = append(e.buf, '>')
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
	if isPlain(s) {
		e.buf = append(e.buf, s...)
		return
	}
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

// isPlain reports whether a text is written as it is: ASCII without a character that XML wants otherwise, somewhere at least.
func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if !plain[s[i]] {
			return false
		}
	}
	return true
}

var plain = func() (is [256]bool) {
	for c := ' '; c < 0x7F; c++ {
		is[c] = c != '&' && c != '<' && c != '>' && c != '"'
	}
	return is
}()
