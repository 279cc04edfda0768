package en16931

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/fxinvoice/fx/report"
)

// jsonScanner goes through a document of JSON, RFC 8259. Once it has failed, next, key and the others find nothing more.
type jsonScanner struct {
	doc        string // UTF-8
	i          int
	depth      int // objects and arrays that are open
	mostDepth  int
	mistake    *jsonMessage // what is not JSON, or exceeds a limit; nil as long as all is well
	mistakeAt  int
	mistakeArg []report.Arg
}

// fail says that the document is not JSON at an offset.
func (s *jsonScanner) fail(m *jsonMessage, at int, args ...report.Arg) {
	if s.mistake != nil {
		return
	}
	if at >= len(s.doc) {
		m, args = &jsonCut, nil
	}
	s.mistake, s.mistakeAt, s.mistakeArg = m, at, args
}

// unexpected says that something else should stand at the scanner's offset.
func (s *jsonScanner) unexpected(m *jsonMessage, args ...report.Arg) {
	s.fail(m, s.i, append(args, report.A("found", s.token()))...)
}

// token returns what stands at the scanner's offset, for a message.
func (s *jsonScanner) token() string {
	const most = 20
	for n, r := range s.doc[s.i:] {
		if n > 0 && strings.ContainsRune(" \t\r\n,:]}[{\"", r) || n >= most {
			return s.doc[s.i : s.i+n]
		}
	}
	return s.doc[s.i:]
}

func (s *jsonScanner) space() {
	for s.i < len(s.doc) && isSpace(s.doc[s.i]) {
		s.i++
	}
}

// enter goes behind the bracket that an object or array begins with.
func (s *jsonScanner) enter() {
	s.depth++
	if s.depth > s.mostDepth {
		s.fail(&jsonDeep, s.i, report.A("limit", s.mostDepth))
	}
	s.i++
}

// next goes to the next member or element of the innermost object or array, and behind its end where there is none; closing is its bracket.
func (s *jsonScanner) next(first bool, closing byte) bool {
	if s.mistake != nil {
		return false
	}
	s.space()
	if s.i < len(s.doc) && s.doc[s.i] == closing {
		s.i++
		s.depth--
		return false
	}
	if first {
		return true
	}
	comma := s.i
	if comma == len(s.doc) || s.doc[comma] != ',' {
		s.fail(&jsonComma, comma, report.A("found", s.token()), report.A("closing", string(closing)))
		return false
	}
	s.i++
	s.space()
	if s.i < len(s.doc) && s.doc[s.i] == closing {
		s.fail(&jsonLastComma, comma, report.A("closing", string(closing)))
		return false
	}
	return true
}

// key returns the next key of the innermost object with its offset, and goes to its value; ok is false behind the end.
func (s *jsonScanner) key(first bool) (key string, at int, ok bool) {
	if !s.next(first, '}') {
		return "", 0, false
	}
	at = s.i
	if at == len(s.doc) || s.doc[at] != '"' {
		s.unexpected(&jsonKey)
		return "", 0, false
	}
	key = s.text()
	s.space()
	if s.mistake == nil && (s.i == len(s.doc) || s.doc[s.i] != ':') {
		s.unexpected(&jsonColon, report.A("key", key))
	}
	if s.mistake != nil {
		return "", 0, false
	}
	s.i++
	return key, at, true
}

// element goes to the next element of the innermost array; it is false behind the end.
func (s *jsonScanner) element(first bool) bool { return s.next(first, ']') }

// jsonKind is what a value is.
type jsonKind uint8

const (
	jsonNothing jsonKind = iota // no value: the scanner has failed
	jsonText
	jsonNumber
	jsonObject
	jsonArray
	jsonBool
	jsonNull
)

// value goes to the value at or behind the scanner's offset and says what it is.
func (s *jsonScanner) value() jsonKind {
	s.space()
	if s.mistake != nil {
		return jsonNothing
	}
	rest := s.doc[s.i:]
	switch {
	case rest == "":
		s.unexpected(&jsonValue)
		return jsonNothing
	case rest[0] == '"':
		return jsonText
	case rest[0] == '{':
		return jsonObject
	case rest[0] == '[':
		return jsonArray
	case rest[0] == '-' || rest[0] >= '0' && rest[0] <= '9':
		return jsonNumber
	}
	switch s.token() {
	case "true", "false":
		return jsonBool
	case "null":
		return jsonNull
	}
	s.unexpected(&jsonValue)
	return jsonNothing
}

// skip goes behind the value at or behind the scanner's offset.
func (s *jsonScanner) skip() {
	switch s.value() {
	case jsonText:
		s.text()
	case jsonNumber:
		s.number()
	case jsonBool, jsonNull:
		s.i += len(s.token())
	case jsonObject:
		s.enter()
		for _, _, ok := s.key(true); ok; _, _, ok = s.key(false) {
			s.skip()
		}
	case jsonArray:
		s.enter()
		for ok := s.element(true); ok; ok = s.element(false) {
			s.skip()
		}
	}
}

// text reads a string. Without an escape in it, the result is a piece of the document.
func (s *jsonScanner) text() string {
	start := s.i + 1
	for i := start; i < len(s.doc); i++ {
		switch c := s.doc[i]; {
		case c == '"':
			s.i = i + 1
			return s.doc[start:i]
		case c == '\\':
			return s.escaped(start, i)
		case c < ' ':
			s.fail(&jsonControl, i)
			return ""
		}
	}
	s.fail(&jsonOpen, s.i)
	return ""
}

// escaped reads the rest of a string that begins at start and has its first escape at i.
func (s *jsonScanner) escaped(start, i int) string {
	quote := start - 1
	b := append(make([]byte, 0, 2*(i-start)+16), s.doc[start:i]...)
	for i < len(s.doc) {
		switch c := s.doc[i]; {
		case c == '"':
			s.i = i + 1
			return string(b)
		case c < ' ':
			s.fail(&jsonControl, i)
			return ""
		case c == '\\':
			r, size := unescape(s.doc[i:])
			if size == 0 {
				s.fail(&jsonEscape, i, report.A("found", s.doc[i:min(i+6, len(s.doc))]))
				return ""
			}
			b = utf8.AppendRune(b, r)
			i += size
		default:
			b = append(b, c)
			i++
		}
	}
	s.fail(&jsonOpen, quote)
	return ""
}

// unescape reads the escape that s begins with; size is 0 if it is none, or half of a character.
func unescape(s string) (r rune, size int) {
	if len(s) < 2 {
		return 0, 0
	}
	switch s[1] {
	case '"', '\\', '/':
		return rune(s[1]), 2
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	}
	r, ok := unicodeEscape(s)
	if !ok {
		return 0, 0
	}
	if !utf16.IsSurrogate(r) {
		return r, 6
	}
	low, ok := unicodeEscape(s[6:])
	if r = utf16.DecodeRune(r, low); !ok || r == utf8.RuneError {
		return 0, 0
	}
	return r, 12
}

// unicodeEscape reads \u and four hexadecimal digits.
func unicodeEscape(s string) (r rune, ok bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	for _, c := range []byte(s[2:6]) {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		default:
			return 0, false
		}
		r = r<<4 | rune(c)
	}
	return r, true
}

// number reads a number and returns its digits as they stand.
func (s *jsonScanner) number() string {
	start := s.i
	i := start
	digits := func() bool {
		from := i
		for i < len(s.doc) && s.doc[i] >= '0' && s.doc[i] <= '9' {
			i++
		}
		return i > from
	}
	at := func(chars string) bool {
		if i < len(s.doc) && strings.IndexByte(chars, s.doc[i]) >= 0 {
			i++
			return true
		}
		return false
	}
	at("-")
	ok := at("0") || digits()
	if ok && at(".") {
		ok = digits()
	}
	if ok && at("eE") {
		at("+-")
		ok = digits()
	}
	if !ok || i < len(s.doc) && !isSpace(s.doc[i]) && strings.IndexByte(",]}", s.doc[i]) < 0 {
		s.unexpected(&jsonDigits)
		return ""
	}
	s.i = i
	return s.doc[start:i]
}
