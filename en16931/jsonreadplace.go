package en16931

import (
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// lineIndex finds lines and columns in a text. It is built when it is first asked. What a program writes as JSON is often one line of many
// megabytes: counting its characters from the start for each finding would take time with the square of its length.
type lineIndex struct {
	text  string
	once  sync.Once
	marks []lineMark // for every block of the text
}

// lineBlock is the distance of the marks, in bytes.
const lineBlock = 1024

// lineMark is what is known at the start of a block.
type lineMark struct {
	lines, characters uint32 // before the block
	start             uint32 // where the line begins that the block begins in
}

func (x *lineIndex) build() {
	var m lineMark
	x.marks = make([]lineMark, 0, len(x.text)/lineBlock+1)
	for from := 0; from <= len(x.text); from += lineBlock {
		x.marks = append(x.marks, m)
		block := x.text[from:min(from+lineBlock, len(x.text))]
		m.lines += uint32(strings.Count(block, "\n"))
		m.characters += uint32(characters(block))
		if i := strings.LastIndexByte(block, '\n'); i >= 0 {
			m.start = uint32(from + i + 1)
		}
	}
}

// position returns the line and the column of an offset, from 1; the column counts characters.
func (x *lineIndex) position(off int) (line, column int) {
	x.once.Do(x.build)
	m := x.marks[off/lineBlock]
	before := x.text[off/lineBlock*lineBlock : off]
	start := int(m.start)
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		start = off - len(before) + i + 1
	}
	return int(m.lines) + strings.Count(before, "\n") + 1, x.charactersBefore(off) - x.charactersBefore(start) + 1
}

func (x *lineIndex) charactersBefore(off int) int {
	return int(x.marks[off/lineBlock].characters) + characters(x.text[off/lineBlock*lineBlock:off])
}

// line returns a line, counted from 1, without its end; "" if there is no such line.
func (x *lineIndex) line(n int) string {
	x.once.Do(x.build)
	if n < 1 {
		return ""
	}
	rest := x.text[x.lineStart(n):]
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimSuffix(rest, "\r")
}

// lineStart returns where line n begins, the end of the text if there is no such line.
func (x *lineIndex) lineStart(n int) int {
	if n == 1 {
		return 0
	}
	// The line end before it stands in the last block that begins with fewer line ends before it.
	i := sort.Search(len(x.marks), func(i int) bool { return int(x.marks[i].lines) >= n-1 }) - 1
	off := i * lineBlock
	for line := int(x.marks[i].lines) + 1; line < n; line++ {
		end := strings.IndexByte(x.text[off:], '\n')
		if end < 0 {
			return len(x.text)
		}
		off += end + 1
	}
	return off
}

// characters counts the characters that begin in s, which may begin and end in the middle of one.
func characters(s string) int {
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
	}
	return n
}
