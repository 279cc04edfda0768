package report

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

const (
	window   = 100 // cells of a source line that are shown
	before   = 60  // of these, at most, before the caret unless nothing needs them behind it
	tabCells = 4
	maxRunes = 400 // a bound for a line of characters that take no cell
)

// source writes the line of the file and a caret under the column.
func (p *printer) source(indent string, line, column int) {
	if p.o.Source == nil || line <= 0 {
		return
	}
	text, ok := p.o.Source(line)
	if !ok {
		return
	}
	if p.mark.line != line || p.mark.column > column {
		p.mark = mark{line: line, column: 1}
	}
	p.mark.advance(text, column)
	shown, caret := excerpt(text, p.mark.offset)
	if column <= 0 {
		caret = -1
	}
	number := strconv.Itoa(line)
	p.line(indent, p.o.paint(dim, number+" |")+" "+shown)
	if caret >= 0 {
		blank := strings.Repeat(" ", len(number))
		p.line(indent, p.o.paint(dim, blank+" |")+" "+strings.Repeat(" ", caret)+p.o.paint(red, "^"))
	}
}

// mark is a place in a source line. Findings come in the file's order, so that
// all those of one line, be it the whole file, go through it once.
type mark struct{ line, column, offset int }

// advance moves the mark forward to a column, or to the end of the line.
func (m *mark) advance(text string, column int) {
	for m.column < column && m.offset < len(text) {
		_, size := utf8.DecodeRuneInString(text[m.offset:])
		m.offset += size
		m.column++
	}
}

// excerpt cuts a source line to a window around a place in it (an offset in
// bytes), makes it visible, and returns how many cells stand before the place.
func excerpt(line string, at int) (shown string, caret int) {
	e := extent{line: line, start: at, end: at}
	for e.start > 0 && e.back(before) {
	}
	for e.end < len(line) && e.forth(window) {
	}
	for e.end == len(line) && e.start > 0 && e.back(window) {
	}
	prefix := sourceText(line[e.start:at])
	shown, caret = prefix+sourceText(line[at:e.end]), cells(prefix)
	if e.start > 0 {
		shown, caret = "…"+shown, caret+1
	}
	if e.end < len(line) {
		shown += "…"
	}
	return shown, caret
}

// extent is a part of a line that grows character by character.
type extent struct {
	line         string
	start, end   int
	cells, runes int
}

// back takes in the character before, unless the extent would have more cells
// than it may.
func (e *extent) back(most int) bool {
	r, size := utf8.DecodeLastRuneInString(e.line[:e.start])
	if !e.take(r, e.line[e.start-size:e.start], most) {
		return false
	}
	e.start -= size
	return true
}

// forth does the same with the character behind.
func (e *extent) forth(most int) bool {
	r, size := utf8.DecodeRuneInString(e.line[e.end:])
	if !e.take(r, e.line[e.end:e.end+size], most) {
		return false
	}
	e.end += size
	return true
}

func (e *extent) take(r rune, raw string, most int) bool {
	w := cellsOf(r, raw)
	if r == '\t' {
		w = tabCells
	}
	if e.cells+w > most || e.runes == maxRunes {
		return false
	}
	e.cells += w
	e.runes++
	return true
}

// sourceText is visible, but with tabs as a few spaces: indentation is no
// escape sequence.
func sourceText(s string) string {
	parts := strings.Split(s, "\t")
	for i, part := range parts {
		parts[i] = visible(part)
	}
	return strings.Join(parts, strings.Repeat(" ", tabCells))
}
