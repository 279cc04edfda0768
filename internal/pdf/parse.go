package pdf

import "strconv"

// object reads an object, which may be a reference. Streams are indirect's business.
func (l *lexer) object(depth int) Object {
	l.skip()
	if l.err != nil {
		return Null{}
	}
	if l.values--; l.values < 0 {
		return l.fail(&errValues, l.file.lim.Values)
	}
	switch c := l.peek(); {
	case c < 0:
		return l.fail(&errEnd)
	case c == '/':
		return l.name()
	case c == '(':
		return l.literal()
	case c == '<':
		if l.peekAt(1) == '<' {
			return l.dict(depth + 1)
		}
		return l.hexString()
	case c == '[':
		return l.array(depth + 1)
	case isDigit(c):
		return l.numberOrRef()
	case c == '+' || c == '-' || c == '.':
		return l.number()
	case l.keyword("null"):
		return Null{}
	case l.keyword("true"):
		return Bool(true)
	case l.keyword("false"):
		return Bool(false)
	}
	return l.fail(&errUnexpected, l.word())
}

// word returns what stands at the lexer's place, for a message.
func (l *lexer) word() string {
	l.have(20)
	end := l.pos + 1
	for end < len(l.buf) && end < l.pos+20 && classes[l.buf[end]] == regular {
		end++
	}
	return clip(string(l.buf[l.pos:min(end, len(l.buf))]))
}

func (l *lexer) array(depth int) Object {
	if depth > l.file.lim.Nesting {
		return l.fail(&errNesting, l.file.lim.Nesting)
	}
	l.pos++
	a := Array{}
	for {
		l.skip()
		if l.peek() == ']' {
			l.pos++
			return a
		}
		o := l.object(depth)
		if l.err != nil {
			return Null{}
		}
		a = append(a, o)
	}
}

func (l *lexer) dict(depth int) Object {
	if depth > l.file.lim.Nesting {
		return l.fail(&errNesting, l.file.lim.Nesting)
	}
	l.pos += 2
	d := Dict{}
	for {
		l.skip()
		switch l.peek() {
		case '>':
			if l.peekAt(1) != '>' {
				return l.fail(&errUnexpected, l.word())
			}
			l.pos += 2
			return d
		case '/':
		default:
			if l.err == nil && l.peek() < 0 {
				return l.fail(&errEnd)
			}
			return l.fail(&errKey, l.word())
		}
		key := l.name()
		l.skip()
		var value Object = Null{}
		if l.peek() != '>' { // a key without a value, at the end, is taken for null
			value = l.object(depth)
		}
		if l.err != nil {
			return Null{}
		}
		d = append(d, Entry{key, value})
	}
}

// numberOrRef reads a number, or a reference that begins with one.
func (l *lexer) numberOrRef() Object {
	from := l.pos
	if n := l.natural(); n >= 0 && n <= maxNumber {
		end := l.pos
		l.skip()
		if g := l.natural(); g >= 0 && g <= 0xFFFF {
			l.skip()
			if l.keyword("R") {
				return Ref{uint32(n), uint16(g)}
			}
		}
		l.pos = end
		if c := l.peek(); c != '.' && c != '-' && c != '+' {
			return Int(n)
		}
	}
	l.pos = from
	return l.number()
}

// maxNumber is the largest object number that is looked for; PDF/A allows 8,388,607 objects.
const maxNumber = 1<<31 - 1

func (l *lexer) number() Object {
	from := l.pos
	for c := l.peek(); isDigit(c) || c == '.' || c == '-' || c == '+'; c = l.peek() {
		l.pos++
	}
	text := string(l.buf[from:l.pos])
	if n, err := strconv.ParseInt(text, 10, 64); err == nil {
		return Int(n)
	}
	return Real(text)
}

// indirect reads the object at a place of the file, "12 0 obj … endobj". What stands there must have the number asked for; 0 asks for any.
func (f *File) indirect(off int64, number uint32) (Object, Ref, error) {
	l := f.lexerAt(off)
	l.skip()
	n := l.natural()
	l.skip()
	g := l.natural()
	l.skip()
	if l.err == nil && (n <= 0 || n > maxNumber || g < 0 || !l.keyword("obj") || number != 0 && n != int64(number)) {
		l.err = errNoObject.at(off)
	}
	if l.err != nil {
		return nil, Ref{}, inObject(l.err, number)
	}
	ref := Ref{uint32(n), uint16(g)}
	o := l.object(0)
	if d, ok := o.(Dict); ok && l.err == nil {
		l.skip()
		if l.keyword("stream") {
			l.streamStart()
			o = &Stream{Dict: d, file: f, ref: ref, at: l.place()}
		}
	}
	if l.err != nil {
		return nil, Ref{}, inObject(l.err, ref.Number)
	}
	return o, ref, nil
}

// streamStart passes over the line end behind the keyword stream. Blanks before it are an error that some producers make; a lone carriage
// return is another.
func (l *lexer) streamStart() {
	from := l.pos
	for c := l.peek(); c == ' ' || c == '\t'; c = l.peek() {
		l.pos++
	}
	switch l.peek() {
	case '\r':
		l.pos++
		if l.peek() == '\n' {
			l.pos++
		}
	case '\n':
		l.pos++
	default:
		l.pos = from
	}
}
