package xmltree

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// block is the distance of the marks of a lineIndex. Marks at fixed distances keep the index at
// about one hundredth of the document, and a look-up constant, even when all is on one line.
const block = 1024

// lineIndex finds the line and column of an offset. It is built when first asked.
type lineIndex struct {
	once  sync.Once
	marks []mark
}

// mark is what is known at the start of a block.
type mark struct {
	line  uint32 // lines ended before
	start uint32 // where the line begins that the block begins in
	runes uint32 // characters before
}

// build makes the marks. A "\r\n" cut by the border of a block ends its line in the second one.
func (x *lineIndex) build(doc string) {
	x.marks = make([]mark, 0, len(doc)/block+1)
	var m mark
	for from := 0; from <= len(doc); from += block {
		x.marks = append(x.marks, m)
		end := min(from+block, len(doc))
		lines, start := lineEnds(doc, from, end)
		m.line += uint32(lines)
		if lines > 0 {
			m.start = uint32(start)
		}
		m.runes += uint32(characters(doc[from:end]))
	}
}

// lineEnds counts the lines that end in doc[from:end] and tells where the last one of them ends. A
// carriage return before a line feed is not the end of the line yet.
func lineEnds(doc string, from, end int) (lines, behind int) {
	part := doc[from:end]
	if i := strings.LastIndexByte(part, '\n'); i >= 0 {
		lines, behind = strings.Count(part, "\n"), from+i+1
	}
	for i := from; ; i++ {
		n := strings.IndexByte(doc[i:end], '\r')
		if n < 0 {
			return lines, behind
		}
		i += n
		if i+1 == len(doc) || doc[i+1] != '\n' {
			lines++
			behind = max(behind, i+1)
		}
	}
}

// characters counts the characters that begin in s, which may begin or end in the middle of one.
func characters(s string) int {
	n := utf8.RuneCountInString(s)
	for i := 0; i < len(s) && i < utf8.UTFMax && !utf8.RuneStart(s[i]); i++ {
		n--
	}
	return n
}

// Position returns the line and the column of an offset, from 1; the column counts characters.
// "\n", "\r\n" and a lone "\r" end a line. An offset outside of the document is taken for its
// nearer end.
func (t *Tree) Position(off int) (line, column int) {
	t.lines.once.Do(func() { t.lines.build(t.doc) })
	off = max(0, min(off, len(t.doc)))
	m := t.lines.marks[off/block]
	from := off / block * block
	lines, start := lineEnds(t.doc, from, off)
	if lines == 0 {
		start = int(m.start)
	}
	return int(m.line) + lines + 1, int(m.runes) + characters(t.doc[from:off]) - t.charactersBefore(start) + 1
}

func (t *Tree) charactersBefore(off int) int {
	from := off / block * block
	return int(t.lines.marks[off/block].runes) + characters(t.doc[from:off])
}

// Line returns a line of the document, counted from 1, without its line end. It is empty if there
// is no such line.
func (t *Tree) Line(line int) string {
	t.lines.once.Do(func() { t.lines.build(t.doc) })
	if line < 1 {
		return ""
	}
	marks := t.lines.marks
	// The line begins behind the end of the one before, in the last block with fewer ends before it.
	i := max(0, sort.Search(len(marks), func(i int) bool { return int(marks[i].line) >= line-1 })-1)
	pos := i * block
	for n := int(marks[i].line); n < line-1; n++ {
		end, size := lineEnd(t.doc, pos)
		if size == 0 {
			return ""
		}
		pos = end + size
	}
	if line == 1 {
		pos = 0
	}
	end, _ := lineEnd(t.doc, pos)
	return t.doc[pos:end]
}

// lineEnd returns the place and the length of the first line end from pos on; at the end of the
// document the length is 0.
func lineEnd(doc string, pos int) (end, size int) {
	i := strings.IndexAny(doc[pos:], "\r\n")
	if i < 0 {
		return len(doc), 0
	}
	end = pos + i
	if strings.HasPrefix(doc[end:], "\r\n") {
		return end, 2
	}
	return end, 1
}

// position is Position for one look-up without an index.
func position(doc string, off int) (line, column int) {
	off = max(0, min(off, len(doc)))
	lines, start := lineEnds(doc, 0, off)
	return lines + 1, utf8.RuneCountInString(doc[start:off]) + 1
}
