package hygiene

import (
	"strings"
	"unicode"
)

// mail looks at an e-mail address.
func (p *pass) mail(s spot, value string) {
	if isAddress(value) {
		return
	}
	v := tidy(value)
	if v == "" || isAddress(v) { // white space around it harms nobody
		return
	}
	if len(v) > 7 && strings.EqualFold(v[:7], "mailto:") && isAddress(v[7:]) {
		p.fail(&mailRule, "scheme", s, v, v[7:])
		return
	}
	all := strings.FieldsFunc(v, func(r rune) bool { return r == ';' || r == ',' || r == '/' || r == '|' || unicode.IsSpace(r) })
	n := 0
	for _, a := range all {
		if isAddress(a) {
			n++
		}
	}
	if n > 1 {
		p.fail(&mailRule, "several", s, v, "")
		return
	}
	p.fail(&mailRule, "", s, v, "")
}

// isAddress reports whether s may be an address by RFC 5321 and RFC 6531. A quoted part before the at sign is taken as it is.
func isAddress(s string) bool {
	i := strings.LastIndexByte(s, '@')
	if i < 1 || len(s) > 254 {
		return false
	}
	local, domain := s[:i], s[i+1:]
	if local[0] != '"' && !atoms(local, func(c byte) bool { return c > ' ' && c < 0x7f && !strings.ContainsRune(`"(),:;<>@[\]`, rune(c)) }) {
		return false
	}
	return strings.IndexByte(domain, '.') > 0 && !allDigits(domain[strings.LastIndexByte(domain, '.')+1:]) &&
		atoms(domain, func(c byte) bool { return isDigit(c) || c == '-' || c|0x20 >= 'a' && c|0x20 <= 'z' })
}

// atoms reports whether s is parts of allowed characters with one point between them. What is beyond ASCII is allowed, if somebody sees it.
func atoms(s string, allowed func(byte) bool) bool {
	before := byte('.')
	for i, r := range s {
		switch {
		case r == '.':
			if before == '.' {
				return false
			}
		case r < 0x80:
			if !allowed(byte(r)) {
				return false
			}
		case unseen(r):
			return false
		}
		before = s[i]
	}
	return before != '.'
}
