package xmltree

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// fail records the error and returns -1.
func (p *parser) fail(off int, kind Kind, m *message, args ...any) int {
	p.err = m.at(p.doc, off, kind, args...)
	return -1
}

// failName reports the character at off as wrong in the name doc[from:to].
func (p *parser) failName(off, from, to int) int {
	r, _ := utf8.DecodeRuneInString(p.doc[off:])
	return p.fail(off, KindSyntax, &errNameCharacter, shown(r), clip(p.doc[from:to]))
}

// failTag reports what stands at pos in the tag at start, where an attribute or the end of the tag
// should be.
func (p *parser) failTag(pos, start int) int {
	r, _ := utf8.DecodeRuneInString(p.doc[pos:])
	name := clip(p.doc[start+1 : nameEnd(p.doc, start+1)])
	switch {
	case r == '<':
		return p.fail(start, KindSyntax, &errOpenTag, name)
	case class[p.doc[pos]]&isControl != 0:
		return p.fail(pos, KindSyntax, &errCharacter, codepoint(r))
	}
	return p.fail(pos, KindSyntax, &errTag, shown(r), name)
}

// openTag reports that the document ends in the tag at start.
func (p *parser) openTag(start int) int {
	from := start + 1
	if from < len(p.doc) && p.doc[from] == '/' {
		from++
	}
	return p.fail(start, KindSyntax, &errOpenTagEnd, clip(p.doc[start:nameEnd(p.doc, from)]))
}

// failTwice reports the attribute a, whose name ends at end, as the same as b.
func (p *parser) failTwice(a, b *attr, end int) bool {
	name := p.doc[a.start:end]
	other := p.doc[b.start:nameEnd(p.doc, int(b.start))]
	if name == other {
		p.fail(int(a.start), KindSyntax, &errTwice, clip(name))
	} else {
		p.fail(int(a.start), KindNamespace, &errSameAttribute, clip(name), clip(other))
	}
	return false
}

// failText reports that the text since the last tag is too long.
func (p *parser) failText() int {
	en, fr := sizes(p.lim.Text)
	return p.fail(p.from, KindLimit, &errText, en, fr)
}

// truncated reports that the document ends inside an element.
func (p *parser) truncated() int {
	nd := &p.nodes[p.cur]
	line, column := position(p.doc, int(nd.start))
	return p.fail(len(p.doc), KindSyntax, &errTruncated, clip(p.doc[nd.start+1:nd.close]), line, column)
}

// codepoint writes a character by its number.
func codepoint(r rune) string { return fmt.Sprintf("U+%04X", r) }

// shown writes a character for a message: itself where it can be seen, its number where not.
func shown(r rune) string {
	if unicode.IsPrint(r) && r != utf8.RuneError && r != ' ' {
		return string(r)
	}
	return codepoint(r)
}

// sizes writes a number of bytes for people, in both languages.
func sizes(n int64) (en, fr string) {
	if n >= mega && n%mega == 0 {
		return fmt.Sprintf("%d MB", n/mega), fmt.Sprintf("%d Mo", n/mega)
	}
	return fmt.Sprintf("%d bytes", n), fmt.Sprintf("%d octets", n)
}
