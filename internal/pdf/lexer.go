package pdf

// A lexer reads objects from a piece of the file, which grows as they turn out to be longer, or from the decoded bytes of an object stream.
// The first error stays: what is read behind it means nothing.
type lexer struct {
	file   *File
	base   int64 // place of buf in the file; in an object stream, 0
	buf    []byte
	pos    int
	whole  bool // nothing comes behind buf
	inside bool // buf is the content of an object stream: its strings are not encrypted, its places not those of the file
	values int  // still allowed in this object
	err    error
}

// firstPiece is read for an object at once. Most are smaller.
const firstPiece = 1 << 10

// lexerAt begins at a place of the file. The file's buffer is used, so there is one such lexer at a time.
func (f *File) lexerAt(off int64) *lexer {
	f.lex = lexer{file: f, base: off, buf: f.lex.buf[:0], values: f.lim.Values}
	return &f.lex
}

// have makes sure that n bytes follow, or tells that they do not.
func (l *lexer) have(n int) bool {
	for l.pos+n > len(l.buf) {
		if l.whole || l.err != nil || !l.fill() {
			return false
		}
	}
	return true
}

// fill reads on: as much again as there is.
func (l *lexer) fill() bool {
	if int64(len(l.buf)) >= l.file.lim.Object {
		l.err = errObjectSize.tooLarge(l.file.lim.Object)
		return false
	}
	more := min(max(firstPiece, len(l.buf)), mega)
	l.buf, l.err = l.file.appendAt(l.buf, l.base+int64(len(l.buf)), more)
	l.whole = l.base+int64(len(l.buf)) >= l.file.size
	return l.err == nil
}

// peek returns the next byte, or -1 at the end.
func (l *lexer) peek() int { return l.peekAt(0) }

func (l *lexer) peekAt(i int) int {
	if l.pos+i < len(l.buf) || l.have(i+1) {
		return int(l.buf[l.pos+i])
	}
	return -1
}

// place is where the lexer stands in the file; -1 in an object stream.
func (l *lexer) place() int64 {
	if l.inside {
		return -1
	}
	return l.base + int64(l.pos)
}

func (l *lexer) fail(m *message, args ...any) Object {
	if l.err == nil {
		l.err = m.at(l.place(), args...)
	}
	return Null{}
}

const (
	regular = iota
	white
	delimiter
)

// classes are the three classes of characters (ISO 32000-1, 7.2.2).
var classes = [256]byte{
	0: white, '\t': white, '\n': white, '\f': white, '\r': white, ' ': white,
	'(': delimiter, ')': delimiter, '<': delimiter, '>': delimiter, '[': delimiter, ']': delimiter,
	'{': delimiter, '}': delimiter, '/': delimiter, '%': delimiter,
}

func isRegular(c int) bool { return c >= 0 && classes[c] == regular }

func isDigit(c int) bool { return c >= '0' && c <= '9' }

// skip passes over white space and comments.
func (l *lexer) skip() {
	for {
		switch c := l.peek(); {
		case c < 0:
			return
		case c == '%':
			for c := l.peek(); c >= 0 && c != '\r' && c != '\n'; c = l.peek() {
				l.pos++
			}
		case classes[c] == white:
			l.pos++
		default:
			return
		}
	}
}

// keyword tells whether w follows as a word of its own, and passes over it.
func (l *lexer) keyword(w string) bool {
	if !l.have(len(w)) || string(l.buf[l.pos:l.pos+len(w)]) != w || isRegular(l.peekAt(len(w))) {
		return false
	}
	l.pos += len(w)
	return true
}

// natural reads a number without sign or fraction, as in references. Without one it returns -1 and stays where it was.
func (l *lexer) natural() int64 {
	from, n := l.pos, int64(0)
	for isDigit(l.peek()) && l.pos-from < 18 {
		n = n*10 + int64(l.buf[l.pos]-'0')
		l.pos++
	}
	if l.pos == from || isDigit(l.peek()) || l.peek() == '.' {
		l.pos = from
		return -1
	}
	return n
}

// name reads a name behind its slash.
func (l *lexer) name() Name {
	l.pos++
	from, escaped := l.pos, false
	for isRegular(l.peek()) {
		escaped = escaped || l.buf[l.pos] == '#'
		l.pos++
	}
	raw := l.buf[from:l.pos]
	if !escaped {
		return Name(raw)
	}
	name := make([]byte, 0, len(raw))
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && hexDigit(raw[i+1]) >= 0 && hexDigit(raw[i+2]) >= 0 {
			name = append(name, byte(hexDigit(raw[i+1])<<4|hexDigit(raw[i+2])))
			i += 2
		} else {
			name = append(name, raw[i])
		}
	}
	return Name(name)
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// hexString reads a string in hexadecimal digits behind its bracket. Other characters are passed over; a digit too few is a 0.
func (l *lexer) hexString() Object {
	l.pos++
	var s []byte
	high := -1
	for c := l.peek(); c != '>'; c = l.peek() {
		if c < 0 {
			return l.fail(&errOpenString)
		}
		if d := hexDigit(byte(c)); d < 0 {
			// passed over
		} else if high < 0 {
			high = d
		} else {
			s, high = append(s, byte(high<<4|d)), -1
		}
		l.pos++
	}
	if high >= 0 {
		s = append(s, byte(high<<4))
	}
	l.pos++
	return String(s)
}

// literal reads a string behind its parenthesis.
func (l *lexer) literal() Object {
	l.pos++
	var s []byte
	for open := 1; ; {
		c := l.peek()
		if c < 0 {
			return l.fail(&errOpenString)
		}
		l.pos++
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				return String(s)
			}
		case '\r': // a line end is a line feed
			if l.peek() == '\n' {
				l.pos++
			}
			c = '\n'
		case '\\':
			s = l.escape(s)
			continue
		}
		s = append(s, byte(c))
	}
}

// escape reads what follows a backslash in a string.
func (l *lexer) escape(s []byte) []byte {
	c := l.peek()
	if c < 0 {
		return s
	}
	l.pos++
	switch c {
	case 'n':
		c = '\n'
	case 'r':
		c = '\r'
	case 't':
		c = '\t'
	case 'b':
		c = '\b'
	case 'f':
		c = '\f'
	case '\n':
		return s
	case '\r':
		if l.peek() == '\n' {
			l.pos++
		}
		return s
	case '0', '1', '2', '3', '4', '5', '6', '7':
		c -= '0'
		for i := 0; i < 2 && l.peek() >= '0' && l.peek() <= '7'; i++ {
			c = c<<3 | (l.peek() - '0')
			l.pos++
		}
	}
	return append(s, byte(c))
}
