package xmltree

import "strings"

// document parses the whole document: what is before the root, the root, what is behind it.
func (p *parser) document(pos int) {
	p.cur, p.declarer = None, None
	p.bracket, p.amp = -1, -1
	if pos = p.outside(pos, false); pos < 0 {
		return
	}
	p.from = pos
	pos = p.startTag(pos)
	if pos >= 0 && p.cur != None {
		pos = p.content(pos)
	}
	if pos >= 0 {
		p.outside(pos, true)
	}
}

// outside passes over white space, comments and processing instructions outside the root. Before
// the root it stops at the '<' of the root; behind it, at the end.
func (p *parser) outside(pos int, behind bool) int {
	doc := p.doc
	for {
		for pos < len(doc) && space(doc[pos]) {
			pos++
		}
		rest := doc[pos:]
		switch {
		case rest == "" && behind:
			return pos
		case rest == "" && strings.Trim(doc, " \t\r\n") == "":
			return p.fail(0, KindEmpty, &errEmpty)
		case rest == "":
			return p.fail(pos, KindSyntax, &errNoRoot)
		case rest[0] != '<' && behind:
			return p.fail(pos, KindSyntax, &errTextBehind)
		case rest[0] != '<':
			return p.fail(pos, KindSyntax, &errTextBefore)
		case strings.HasPrefix(rest, "<!--"):
			pos = p.comment(pos)
		case strings.HasPrefix(rest, "<?"):
			pos = p.instruction(pos)
		case doctype(rest):
			return p.fail(pos, KindDoctype, &errDoctype)
		case strings.HasPrefix(rest, "<!"):
			return p.fail(pos, KindSyntax, &errBang)
		case strings.HasPrefix(rest, "</") && behind:
			return p.fail(pos, KindSyntax, &errEndBehind)
		case behind:
			return p.fail(pos, KindSyntax, &errSecondRoot)
		default:
			return pos
		}
		if pos < 0 {
			return -1
		}
	}
}

// content parses from behind the start tag of the root to behind its end tag.
func (p *parser) content(pos int) int {
	doc := p.doc
	for {
		if pos < len(doc) && doc[pos] == '\n' {
			pos = skipBlanks(doc, pos+1)
		}
		if pos < len(doc) && class[doc[pos]]&isSpace != 0 {
			pos = p.white(pos)
		}
		if pos == len(doc) {
			return p.truncated()
		}
		if doc[pos] != '<' {
			if pos = p.text(pos); pos < 0 {
				return -1
			}
		}
		if pos+1 >= len(doc) {
			return p.truncated()
		}
		switch doc[pos+1] {
		case '/':
			if pos = p.endTag(pos); pos < 0 || p.cur == None {
				return pos
			}
		case '!':
			if pos = p.bang(pos); pos < 0 {
				return -1
			}
		case '?':
			p.nodes[p.cur].name |= flagDecode
			if pos = p.instruction(pos); pos < 0 {
				return -1
			}
		default:
			if pos = p.startTag(pos); pos < 0 {
				return -1
			}
		}
	}
}

// white passes over white space.
func (p *parser) white(pos int) int {
	doc := p.doc
	for pos < len(doc) && class[doc[pos]]&isSpace != 0 {
		if doc[pos] == '\r' {
			p.nodes[p.cur].name |= flagDecode
		}
		pos++
		if doc[pos-1] == '\n' {
			pos = skipBlanks(doc, pos)
		}
	}
	return pos
}

// text passes over character data that begins at pos with something else than white space, up to
// the next '<' or the end of the document.
func (p *parser) text(pos int) int {
	doc := p.doc
	end := pos
	// Most texts are short.
	for range 8 {
		if end+8 > len(doc) {
			break
		}
		x := load(doc, end)
		if mask := below(x, ' ') | below(x^'<'*each, 1); mask != 0 {
			end += first(mask)
			break
		}
		end += 8
	}
	if end == len(doc) || doc[end] != '<' {
		from := end
		if end += strings.IndexByte(doc[from:], '<'); end < from {
			end = len(doc)
		}
		if i := control(doc[from:end]); i >= 0 {
			return p.fail(from+i, KindSyntax, &errCharacter, codepoint(rune(doc[from+i])))
		}
		if strings.IndexByte(doc[from:end], '\r') >= 0 {
			p.nodes[p.cur].name |= flagDecode
		}
	}
	if p.amp < end || p.bracket < end {
		return p.busyText(pos, end)
	}
	p.nodes[p.cur].name |= flagText
	return end
}

// busyText is text for a stretch that may have references or "]]>" in it.
func (p *parser) busyText(pos, end int) int {
	if p.bracket < pos {
		p.bracket = p.next(pos, "]]>")
	}
	if p.bracket < end {
		return p.fail(p.bracket, KindSyntax, &errBracket)
	}
	flags := uint32(0)
	for pos < end {
		if p.amp < pos {
			p.amp = p.next(pos, "&")
		}
		if flags&flagText == 0 && strings.Trim(p.doc[pos:min(p.amp, end)], " \t\r\n") != "" {
			flags |= flagText
		}
		if p.amp >= end {
			break
		}
		r, behind, fault := reference(p.doc[:end], p.amp)
		if fault != nil {
			return p.fail(p.amp, KindSyntax, fault, clip(p.doc[p.amp:behind]))
		}
		flags |= flagDecode
		if r > ' ' || !space(byte(r)) {
			flags |= flagText
		}
		pos = behind
	}
	p.nodes[p.cur].name |= flags
	return end
}

// next returns the place of the next what from pos on, len(doc) if there is none.
func (p *parser) next(pos int, what string) int {
	if i := strings.Index(p.doc[pos:], what); i >= 0 {
		return pos + i
	}
	return len(p.doc)
}

// bang parses a comment or a CDATA section inside an element.
func (p *parser) bang(pos int) int {
	p.nodes[p.cur].name |= flagDecode
	rest := p.doc[pos:]
	switch {
	case strings.HasPrefix(rest, "<!--"):
		return p.comment(pos)
	case strings.HasPrefix(rest, "<![CDATA["):
		return p.cdata(pos)
	case doctype(rest):
		return p.fail(pos, KindDoctype, &errDoctype)
	}
	return p.fail(pos, KindSyntax, &errBang)
}

// doctype tells whether s begins with a document type declaration. In small letters it is one of
// HTML, in a page that took the place of an invoice.
func doctype(s string) bool {
	const begin = "<!DOCTYPE"
	return len(s) >= len(begin) && strings.EqualFold(s[:len(begin)], begin)
}

func (p *parser) cdata(pos int) int {
	from := pos + len("<![CDATA[")
	if p.bracket < from {
		p.bracket = p.next(from, "]]>")
	}
	end := p.bracket
	if end == len(p.doc) {
		return p.fail(pos, KindSyntax, &errOpenCDATA)
	}
	value := p.doc[from:end]
	if i := control(value); i >= 0 {
		return p.fail(from+i, KindSyntax, &errCharacter, codepoint(rune(value[i])))
	}
	if strings.Trim(value, " \t\r\n") != "" {
		p.nodes[p.cur].name |= flagText
	}
	return end + len("]]>")
}

func (p *parser) comment(pos int) int {
	from := pos + len("<!--")
	n := strings.Index(p.doc[from:], "--")
	if n < 0 {
		return p.fail(pos, KindSyntax, &errOpenComment)
	}
	end := from + n
	if i := control(p.doc[from:end]); i >= 0 {
		return p.fail(from+i, KindSyntax, &errCharacter, codepoint(rune(p.doc[from+i])))
	}
	switch {
	case end+2 == len(p.doc):
		return p.fail(pos, KindSyntax, &errOpenComment)
	case p.doc[end+2] != '>':
		return p.fail(end, KindSyntax, &errDashes)
	}
	return end + len("-->")
}

func (p *parser) instruction(pos int) int {
	from := pos + len("<?")
	end := nameEnd(p.doc, from)
	target := p.doc[from:end]
	i := nameFault(target)
	switch {
	case end == len(p.doc):
		return p.fail(pos, KindSyntax, &errOpenInstruction)
	case target == "":
		return p.fail(from, KindSyntax, &errTarget)
	case i >= 0 && target[i] == ':':
		return p.fail(from+i, KindNamespace, &errTargetColon, clip(target))
	case i >= 0:
		return p.failName(from+i, from, end)
	case target == "xml":
		return p.fail(pos, KindSyntax, &errLateDeclaration)
	case strings.EqualFold(target, "xml"):
		return p.fail(from, KindSyntax, &errReservedTarget, target)
	case !space(p.doc[end]) && !strings.HasPrefix(p.doc[end:], "?>"):
		return p.failName(end, from, end)
	}
	n := strings.Index(p.doc[end:], "?>")
	if n < 0 {
		return p.fail(pos, KindSyntax, &errOpenInstruction)
	}
	if i := control(p.doc[end : end+n]); i >= 0 {
		return p.fail(end+i, KindSyntax, &errCharacter, codepoint(rune(p.doc[end+i])))
	}
	return end + n + len("?>")
}
