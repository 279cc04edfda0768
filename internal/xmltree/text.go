package xmltree

import (
	"strings"
	"unicode/utf8"
)

// Text returns the character data directly in n, not in its child elements: references resolved,
// line ends as "\n", CDATA sections included, comments and processing instructions left out. It is
// a piece of Doc when the document has the text in one plain run, and a new string otherwise.
func (t *Tree) Text(n Node) string {
	nd := &t.nodes[n]
	if nd.last == n+1 && nd.name&flagDecode == 0 {
		return t.doc[nd.open:nd.close]
	}
	return t.collect(n, false)
}

// StringValue returns the string value of n as XPath defines it: its text and that of all its
// descendants in document order.
func (t *Tree) StringValue(n Node) string {
	nd := &t.nodes[n]
	if nd.last == n+1 {
		return t.Text(n)
	}
	return t.collect(n, true)
}

// AttrValue returns the value of a with references resolved and white space normalised as for type
// CDATA (XML 1.0, 3.3.3): tabs and line ends become spaces.
func (t *Tree) AttrValue(a Attr) string {
	at := &t.attrs[a]
	raw := t.doc[at.value:at.end]
	if at.name&flagDecode == 0 {
		return raw
	}
	return decodeValue(raw)
}

// collect puts together the text of n, with that of its descendants if deep.
func (t *Tree) collect(n Node, deep bool) string {
	var c collector
	doc, pos, end := t.doc, int(t.nodes[n].open), int(t.nodes[n].close)
	child := n + 1
	for pos < end {
		markup := end
		if i := strings.IndexByte(doc[pos:end], '<'); i >= 0 {
			markup = pos + i
		}
		c.decode(doc[pos:markup])
		pos = markup
		if pos == end {
			break
		}
		rest := doc[pos:end]
		switch {
		case rest[1] == '/':
			pos += strings.IndexByte(rest, '>') + 1
		case rest[1] == '?':
			pos += strings.Index(rest, "?>") + 2
		case strings.HasPrefix(rest, "<!--"):
			pos += 4 + strings.Index(rest[4:], "-->") + 3
		case rest[1] == '!':
			size := strings.Index(rest, "]]>")
			c.lines(rest[len("<![CDATA["):size])
			pos += size + 3
		case deep:
			pos = int(t.nodes[child].open)
			child++
		default:
			pos = int(t.nodes[child].end)
			child = t.nodes[child].last
		}
	}
	return c.String()
}

// collector concatenates strings. As long as there is only one, it makes no copy.
type collector struct {
	first string
	b     strings.Builder
}

func (c *collector) add(s string) {
	switch {
	case s == "":
	case c.b.Len() > 0:
		c.b.WriteString(s)
	case c.first == "":
		c.first = s
	default:
		c.b.Grow(2 * (len(c.first) + len(s)))
		c.b.WriteString(c.first)
		c.b.WriteString(s)
	}
}

func (c *collector) String() string {
	if c.b.Len() > 0 {
		return c.b.String()
	}
	return c.first
}

// decode adds character data with its references resolved.
func (c *collector) decode(s string) {
	for {
		i := strings.IndexByte(s, '&')
		if i < 0 {
			c.lines(s)
			return
		}
		c.lines(s[:i])
		r, end, _ := reference(s, i)
		c.rune(r)
		s = s[end:]
	}
}

// lines adds character data without references: CR LF and CR alone become LF.
func (c *collector) lines(s string) {
	for {
		i := strings.IndexByte(s, '\r')
		if i < 0 {
			c.add(s)
			return
		}
		c.add(s[:i])
		c.add("\n")
		s = s[i+1:]
		if s != "" && s[0] == '\n' {
			s = s[1:]
		}
	}
}

func (c *collector) rune(r rune) {
	if c.b.Len() == 0 {
		c.b.WriteString(c.first)
	}
	c.b.WriteRune(r)
}

// decodeValue decodes an attribute value.
func decodeValue(raw string) string {
	var b strings.Builder
	b.Grow(len(raw))
	for i := 0; i < len(raw); {
		switch ch := raw[i]; ch {
		case '&':
			r, end, _ := reference(raw, i)
			b.WriteRune(r)
			i = end
		case '\r', '\n', '\t':
			b.WriteByte(' ')
			i++
			if ch == '\r' && i < len(raw) && raw[i] == '\n' {
				i++
			}
		default:
			from := i
			for i < len(raw) && (class[raw[i]]&stopsValue == 0 || raw[i] == '"' || raw[i] == '\'') {
				i++
			}
			b.WriteString(raw[from:i])
		}
	}
	return b.String()
}

// reference reads the character or entity reference at doc[pos] == '&'. It returns the character
// and the end of the reference; or what is wrong with it and the end of what to show of it.
func reference(doc string, pos int) (r rune, end int, fault *message) {
	pos++
	switch rest := doc[pos:]; {
	case strings.HasPrefix(rest, "#"):
		return characterReference(doc, pos+1)
	case strings.HasPrefix(rest, "amp;"):
		return '&', pos + 4, nil
	case strings.HasPrefix(rest, "lt;"):
		return '<', pos + 3, nil
	case strings.HasPrefix(rest, "gt;"):
		return '>', pos + 3, nil
	case strings.HasPrefix(rest, "apos;"):
		return '\'', pos + 5, nil
	case strings.HasPrefix(rest, "quot;"):
		return '"', pos + 5, nil
	}
	end = nameEnd(doc, pos)
	if end > pos && end < len(doc) && doc[end] == ';' && nameFault(strings.ReplaceAll(doc[pos:end], ":", "_")) < 0 {
		return 0, end + 1, &errEntity
	}
	return 0, pos, &errAmpersand
}

func characterReference(doc string, pos int) (r rune, end int, fault *message) {
	base := rune(10)
	if pos < len(doc) && doc[pos] == 'x' {
		base = 16
		pos++
	}
	from := pos
	for ; pos < len(doc); pos++ {
		digit := rune(0)
		switch c := doc[pos]; {
		case '0' <= c && c <= '9':
			digit = rune(c - '0')
		case base == 16 && 'a' <= c|0x20 && c|0x20 <= 'f':
			digit = rune(c|0x20-'a') + 10
		default:
			if pos == from || c != ';' {
				return 0, pos, &errReference
			}
			if !legal(r) {
				return 0, pos + 1, &errReferenceTo
			}
			return r, pos + 1, nil
		}
		// Beyond Unicode it is wrong however it goes on, and must not overflow.
		r = min(r*base+digit, utf8.MaxRune+1)
	}
	return 0, pos, &errReference
}
