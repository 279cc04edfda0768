package xmltree

import (
	"math/bits"
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

// characters counts the characters that begin in s, which may begin and end in the middle of one:
// all bytes but those that continue a character.
func characters(s string) int {
	n, i := len(s), 0
	for ; i+8 <= len(s); i += 8 {
		x := load(s, i)
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & each)
	}
	for ; i < len(s); i++ {
		if !utf8.RuneStart(s[i]) {
			n--
		}
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
	start, ok := t.behindLine(line - 1)
	if !ok {
		return ""
	}
	end, ok := t.behindLine(line)
	if !ok {
		return t.doc[start:]
	}
	return strings.TrimSuffix(strings.TrimSuffix(t.doc[start:end], "\n"), "\r")
}

// behindLine returns the place behind the end of a line. It is not ok if no such line ends.
func (t *Tree) behindLine(line int) (int, bool) {
	if line <= 0 {
		return 0, line == 0
	}
	// The line ends in the last block that begins with fewer line ends before it.
	marks := t.lines.marks
	i := sort.Search(len(marks), func(i int) bool { return int(marks[i].line) >= line }) - 1
	pos, stop := i*block, min((i+1)*block, len(t.doc))
	for n := int(marks[i].line); ; n++ {
		lines, behind := firstLineEnd(t.doc, pos, stop)
		if lines == 0 {
			return 0, false
		}
		if n+1 == line {
			return behind, true
		}
		pos = behind
	}
}

// firstLineEnd is lineEnds for at most the first line end.
func firstLineEnd(doc string, from, end int) (lines, behind int) {
	for ; from < end; from++ {
		if doc[from] == '\n' || doc[from] == '\r' && !strings.HasPrefix(doc[from:], "\r\n") {
			return 1, from + 1
		}
	}
	return 0, 0
}

// position is Position for one look-up without an index.
func position(doc string, off int) (line, column int) {
	off = max(0, min(off, len(doc)))
	lines, start := lineEnds(doc, 0, off)
	return lines + 1, utf8.RuneCountInString(doc[start:off]) + 1
}
