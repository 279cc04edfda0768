package schemas

import (
	"strings"
	"unicode/utf8"
)

// Names of XML 1.0, fourth edition and later: what xs:Name, xs:NCName and xs:NMTOKEN may hold.

func isNMTOKEN(s string) bool {
	for _, r := range s {
		if !nameRune(r) {
			return false
		}
	}
	return s != ""
}

func isName(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return nameStart(r) && isNMTOKEN(s)
}

func isNCName(s string) bool {
	return isName(s) && strings.IndexByte(s, ':') < 0
}

func nameStart(r rune) bool {
	switch {
	case r < 0x80:
		return r == ':' || r == '_' || letter(byte(r))
	case r < 0x300:
		return r >= 0xC0 && r != 0xD7 && r != 0xF7
	case r < 0x2000:
		return r >= 0x370 && r != 0x37E
	}
	return r == 0x200C || r == 0x200D || r >= 0x2070 && r <= 0x218F || r >= 0x2C00 && r <= 0x2FEF ||
		r >= 0x3001 && r <= 0xD7FF || r >= 0xF900 && r <= 0xFDCF || r >= 0xFDF0 && r <= 0xFFFC ||
		r >= 0x10000 && r <= 0xEFFFF
}

func nameRune(r rune) bool {
	return nameStart(r) || r < 0x80 && digit(byte(r)) || r == '-' || r == '.' || r == 0xB7 ||
		r >= 0x300 && r <= 0x36F || r == 0x203F || r == 0x2040
}

// isURI checks a URI reference: what XML Schema 1.0 allows beyond RFC 3986 (spaces and other characters that
// XLink escapes) is taken as escaped.
func isURI(s string) bool {
	s, fragment, _ := strings.Cut(s, "#")
	if !uriChars(fragment, ":@/?[]") {
		return false
	}
	s, query, _ := strings.Cut(s, "?")
	if !uriChars(query, ":@/?[]") {
		return false
	}
	if i := strings.IndexAny(s, ":/"); i >= 0 && s[i] == ':' {
		if !isScheme(s[:i]) {
			return false
		}
		s = s[i+1:]
	}
	if strings.HasPrefix(s, "//") {
		authority := s[2:]
		s = ""
		if i := strings.IndexByte(authority, '/'); i >= 0 {
			authority, s = authority[:i], authority[i:]
		}
		if !isAuthority(authority) {
			return false
		}
	}
	return uriChars(s, ":@/")
}

func isScheme(s string) bool {
	for i := range len(s) {
		c := s[i]
		if !letter(c) && (i == 0 || !digit(c) && c != '+' && c != '-' && c != '.') {
			return false
		}
	}
	return s != ""
}

func isAuthority(s string) bool {
	if i := strings.IndexByte(s, '@'); i >= 0 {
		if !uriChars(s[:i], ":") {
			return false
		}
		s = s[i+1:]
	}
	port := ""
	if strings.HasPrefix(s, "[") {
		end := strings.IndexByte(s, ']')
		if end < 0 || !isAddress(s[1:end]) {
			return false
		}
		s, port = "", s[end+1:]
		if port != "" && port[0] != ':' {
			return false
		}
	} else if i := strings.IndexByte(s, ':'); i >= 0 {
		s, port = s[:i], s[i:]
	}
	return uriChars(s, "") && (len(port) < 2 || allDigits(port[1:]))
}

// isAddress is as strict about IPv6 and later literals as parsers usually are: the characters only.
func isAddress(s string) bool {
	for i := range len(s) {
		if !letter(s[i]) && !digit(s[i]) && strings.IndexByte(":.-_~", s[i]) < 0 {
			return false
		}
	}
	return s != ""
}

// uriChars reports whether s holds unreserved characters, sub-delimiters, percent escapes, what XLink
// escapes, and those of extra.
func uriChars(s, extra string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == '%':
			if i+2 >= len(s) || !isHex(s[i+1:i+3]) {
				return false
			}
			i += 2
		case c == '#' || strings.IndexByte(":@/?[]", c) >= 0:
			if strings.IndexByte(extra, c) < 0 {
				return false
			}
		}
	}
	return true
}
