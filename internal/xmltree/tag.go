package xmltree

import (
	"slices"
	"strings"
)

// startTag parses a start tag or an empty-element tag that begins at pos.
func (p *parser) startTag(pos int) int {
	doc := p.doc
	if int64(pos-p.from) > p.lim.Text {
		return p.failText()
	}
	start := pos
	pos, hash := scanName(doc, pos+1)
	end := pos
	switch {
	case end == len(doc):
		return p.openTag(start)
	case end == start+1:
		return p.fail(start, KindSyntax, &errNoName)
	case p.depth >= p.lim.Depth:
		return p.fail(start, KindLimit, &errDepth, p.lim.Depth)
	}
	first := len(p.attrs)
	n := Node(len(p.nodes))
	if doc[pos] != '>' {
		if pos = p.attributesOf(n, start, pos); pos < 0 {
			return -1
		}
	}
	sym, ok := p.element(start+1, end, hash)
	if !ok || len(p.attrs) > first && !p.resolveAttributes(n, first) {
		return -1
	}
	if len(p.nodes)+len(p.attrs)+len(p.decls) >= p.lim.Nodes {
		return p.fail(start, KindLimit, &errNodes, p.lim.Nodes)
	}
	if len(p.nodes) == cap(p.nodes) {
		p.nodes = slices.Grow(p.nodes, 1)
	}
	// Field by field: a node put together first and copied then is slower.
	p.nodes = p.nodes[:n+1]
	nd := &p.nodes[n]
	nd.start = uint32(start)
	nd.parent = p.cur
	nd.last = n + 1
	nd.name = uint32(sym)
	nd.attr = Attr(first)
	if doc[pos] == '/' {
		pos += 2
		nd.open, nd.close, nd.end = uint32(pos), uint32(pos), uint32(pos)
		if p.declarer == n {
			p.leave()
		}
		p.from = pos
		return pos
	}
	pos++
	nd.open = uint32(pos)
	nd.close = uint32(end) // until it is known: the end of the name that the end tag must repeat
	p.depth++
	p.cur = n
	p.from = pos
	return pos
}

// endTag parses the end tag at pos and closes the innermost element.
func (p *parser) endTag(pos int) int {
	doc := p.doc
	if int64(pos-p.from) > p.lim.Text {
		return p.failText()
	}
	nd := &p.nodes[p.cur]
	name := doc[nd.start+1 : nd.close]
	end := pos + 2 + len(name)
	if end >= len(doc) || doc[pos+2:end] != name || doc[end] != '>' {
		if end = p.slowEndTag(pos, name); end < 0 {
			return -1
		}
	}
	end++
	nd.close = uint32(pos)
	nd.end = uint32(end)
	nd.last = Node(len(p.nodes))
	if p.declarer == p.cur {
		p.leave()
	}
	p.depth--
	p.cur = nd.parent
	p.from = end
	return end
}

// slowEndTag returns the place of the '>' of an end tag that has white space before it, or finds
// what is wrong with the tag.
func (p *parser) slowEndTag(pos int, name string) int {
	from := pos + 2
	end := nameEnd(p.doc, from)
	found := p.doc[from:end]
	close := end
	for close < len(p.doc) && space(p.doc[close]) {
		close++
	}
	switch {
	case close == len(p.doc):
		return p.openTag(pos)
	case found != name:
		line, column := position(p.doc, int(p.nodes[p.cur].start))
		return p.fail(pos, KindSyntax, &errEndTag, clip(name), line, column, clip(found))
	case p.doc[close] != '>':
		return p.fail(close, KindSyntax, &errEndTagEnd, clip(name))
	}
	return close
}

// attributesOf parses what follows the name in the start tag of n and returns the place of the '>'
// or "/>" that ends it. The names are left for resolveAttributes, since a later declaration of the
// same tag may decide what they mean.
func (p *parser) attributesOf(n Node, start, pos int) int {
	doc := p.doc
	p.attrNames = p.attrNames[:0]
	for {
		before := pos
		for pos < len(doc) && class[doc[pos]]&isSpace != 0 {
			pos++
		}
		if pos == len(doc) {
			return p.openTag(start)
		}
		switch {
		case doc[pos] == '>':
			return pos
		case doc[pos] == '/' && pos+1 == len(doc):
			return p.openTag(start)
		case doc[pos] == '/' && doc[pos+1] == '>':
			return pos
		case class[doc[pos]]&isName == 0:
			return p.failTag(pos, start)
		case pos == before:
			return p.fail(pos, KindSyntax, &errAttributeSpace)
		}
		a := attr{start: uint32(pos)}
		end, hash := scanName(doc, pos)
		pos = end
		for pos < len(doc) && space(doc[pos]) {
			pos++
		}
		if pos < len(doc) && doc[pos] != '=' {
			return p.fail(pos, KindSyntax, &errEquals, clip(doc[a.start:end]))
		}
		pos++
		for pos < len(doc) && space(doc[pos]) {
			pos++
		}
		if pos >= len(doc) {
			return p.openTag(start)
		}
		quote := doc[pos]
		if quote != '"' && quote != '\'' {
			return p.fail(pos, KindSyntax, &errQuote, clip(doc[a.start:end]))
		}
		a.value = uint32(pos + 1)
		decode := uint32(0)
		if pos, decode = p.value(start, pos+1, quote); pos < 0 {
			return -1
		}
		a.end = uint32(pos)
		a.name = decode
		pos++
		if name := doc[a.start:end]; name == "xmlns" || strings.HasPrefix(name, "xmlns:") {
			if !p.declaredBy(n, a, name) {
				return -1
			}
			continue
		}
		if len(p.attrNames) >= p.lim.Attributes {
			return p.fail(int(a.start), KindLimit, &errAttributes, p.lim.Attributes)
		}
		p.attrs = append(p.attrs, a)
		p.attrNames = append(p.attrNames, attrName{uint32(end), hash})
	}
}

// value passes over an attribute value to its closing quote and tells whether it needs decoding.
func (p *parser) value(start, pos int, quote byte) (end int, flag uint32) {
	doc := p.doc
	from := pos
	for {
		for pos < len(doc) && class[doc[pos]]&stopsValue == 0 {
			pos++
		}
		if pos == len(doc) {
			return p.openTag(start), 0
		}
		switch c := doc[pos]; {
		case c == quote:
			if int64(pos-from) > p.lim.Text {
				en, fr := sizes(p.lim.Text)
				return p.fail(from, KindLimit, &errValue, en, fr), 0
			}
			return pos, flag
		case c == '<':
			return p.fail(pos, KindSyntax, &errValueTag), 0
		case c == '&':
			_, behind, fault := reference(doc, pos)
			if fault != nil {
				return p.fail(pos, KindSyntax, fault, clip(doc[pos:behind])), 0
			}
			flag = flagDecode
			pos = behind
		case class[c]&isControl != 0:
			return p.fail(pos, KindSyntax, &errCharacter, codepoint(rune(c))), 0
		default:
			if c != '"' && c != '\'' {
				flag = flagDecode
			}
			pos++
		}
	}
}

// declaredBy takes in a namespace declaration in the start tag of n.
func (p *parser) declaredBy(n Node, a attr, name string) bool {
	_, prefix, prefixed := strings.Cut(name, ":")
	if prefixed && nameFault(prefix) >= 0 {
		return p.checkName(int(a.start), int(a.start)+len(name))
	}
	space := p.doc[a.value:a.end]
	if a.name&flagDecode != 0 {
		space = decodeValue(space)
	}
	if !p.checkDecl(int(a.start), prefix, space) {
		return false
	}
	if i := p.find(prefix); i != noSpace && p.decls[i].owner == n {
		p.fail(int(a.start), KindSyntax, &errTwice, clip(name))
		return false
	}
	if len(p.inScope) >= p.lim.Namespaces {
		p.fail(int(a.start), KindLimit, &errNamespaces, p.lim.Namespaces)
		return false
	}
	p.declare(n, prefix, space)
	return true
}

// resolveAttributes finds what the names of the attributes from first on mean, and that no two are
// the same.
func (p *parser) resolveAttributes(n Node, first int) bool {
	attrs := p.attrs[first:]
	for i := range attrs {
		sym, ok := p.attribute(int(attrs[i].start), int(p.attrNames[i].end), p.attrNames[i].hash)
		if !ok {
			return false
		}
		attrs[i].name |= uint32(sym)
	}
	const few = 8
	if len(attrs) > few {
		return p.allDiffer(n, first)
	}
	for i := range attrs {
		for j := range i {
			if (attrs[i].name^attrs[j].name)&symMask == 0 {
				return p.failTwice(&attrs[i], &attrs[j], int(p.attrNames[i].end))
			}
		}
	}
	return true
}

// allDiffer is the second half of resolveAttributes for an element with many attributes, in linear
// time.
func (p *parser) allDiffer(n Node, first int) bool {
	attrs := p.attrs[first:]
	if missing := p.names - len(p.lastUse); missing > 0 {
		p.lastUse = append(p.lastUse, make([]Node, missing)...)
	}
	// Elements are numbered from 0, unused entries are 0.
	for i := range attrs {
		sym := attrs[i].name & symMask
		if p.lastUse[sym] != n+1 {
			p.lastUse[sym] = n + 1
			continue
		}
		for j := range i {
			if (attrs[i].name^attrs[j].name)&symMask == 0 {
				return p.failTwice(&attrs[i], &attrs[j], int(p.attrNames[i].end))
			}
		}
	}
	return true
}
