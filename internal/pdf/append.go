package pdf

import (
	"slices"
	"strconv"
)

// Append writes an object as a file has it, and of a stream its dictionary. What Append writes is read back as the same object.
func Append(b []byte, o Object) []byte {
	switch o := o.(type) {
	case Bool:
		return strconv.AppendBool(b, bool(o))
	case Int:
		return strconv.AppendInt(b, int64(o), 10)
	case Real:
		return append(b, o...)
	case Name:
		return appendName(b, o)
	case String:
		return appendString(b, o)
	case Ref:
		b = strconv.AppendUint(b, uint64(o.Number), 10)
		b = strconv.AppendUint(append(b, ' '), uint64(o.Generation), 10)
		return append(b, " R"...)
	case Array:
		b = append(b, '[')
		for i, v := range o {
			if i > 0 {
				b = append(b, ' ')
			}
			b = Append(b, v)
		}
		return append(b, ']')
	case Dict:
		b = append(b, "<<"...)
		for _, e := range o {
			b = appendName(b, e.Key)
			b = Append(append(b, ' '), e.Value)
		}
		return append(b, ">>"...)
	case *Stream:
		return Append(b, o.Dict)
	}
	return append(b, "null"...)
}

func appendName(b []byte, n Name) []byte {
	b = append(b, '/')
	for i := range len(n) {
		if c := n[i]; c > ' ' && c < 0x7F && c != '#' && classes[c] == regular {
			b = append(b, c)
		} else {
			b = appendHex(append(b, '#'), c)
		}
	}
	return b
}

// appendString writes text between parentheses, and bytes that are no text in hexadecimal.
func appendString(b []byte, s String) []byte {
	if slices.ContainsFunc([]byte(s), func(c byte) bool { return c < ' ' || c >= 0x7F }) {
		b = append(b, '<')
		for i := range len(s) {
			b = appendHex(b, s[i])
		}
		return append(b, '>')
	}
	b = append(b, '(')
	for i := range len(s) {
		if c := s[i]; c == '(' || c == ')' || c == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return append(b, ')')
}

func appendHex(b []byte, c byte) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[c>>4], digits[c&15])
}
