package xmltree

import "unicode/utf8"

// Classes of bytes, for the loops that run over every byte of names, white space and values.
const (
	isName     = 1 << iota // may stand in a name; bytes of characters outside ASCII are looked at more closely later
	isSpace                // white space
	stopsValue             // may not simply be passed over in an attribute value
	isControl              // not allowed anywhere
)

var class = [256]uint8{
	12, 12, 12, 12, 12, 12, 12, 12, 12, 6, 6, 12, 12, 6, 12, 12, // 00: tab, line feed and carriage return are white space
	12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12, 12,
	2, 0, 4, 0, 0, 0, 4, 4, 0, 0, 0, 0, 0, 1, 1, 0, // 20: space " & ' - .
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 4, 0, 0, 0, // 30: digits : <
	0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 40: capital letters
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, // 50: and _
	0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 60: small letters
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, // 70
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 80 and on: parts of characters outside ASCII
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
}

func space(b byte) bool { return class[b]&isSpace != 0 }

// legal tells whether r may occur in a document (XML 1.0, production 2).
func legal(r rune) bool {
	switch {
	case r < 0x20:
		return r == '\t' || r == '\n' || r == '\r'
	case r <= 0xD7FF:
		return true
	case r < 0xE000:
		return false
	}
	return r <= 0xFFFD || 0x10000 <= r && r <= utf8.MaxRune
}

// runes is a range of characters, both ends included.
type runes struct{ first, last rune }

func within(r rune, set []runes) bool {
	for _, s := range set {
		if s.first <= r && r <= s.last {
			return true
		}
	}
	return false
}

// The characters of names (XML 1.0, fifth edition, productions 4 and 4a) without the colon, which
// namespaces take for themselves.
var (
	nameStarts = []runes{
		{'a', 'z'}, {'A', 'Z'}, {'_', '_'},
		{0xC0, 0xD6}, {0xD8, 0xF6}, {0xF8, 0x2FF}, {0x370, 0x37D}, {0x37F, 0x1FFF}, {0x200C, 0x200D},
		{0x2070, 0x218F}, {0x2C00, 0x2FEF}, {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD},
		{0x10000, 0xEFFFF},
	}
	nameFollows = []runes{{'0', '9'}, {'-', '.'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040}}
)

// nameFault returns the offset in s of the first character that makes it no name without a colon,
// or -1 if s is one. An empty s is at fault at 0.
func nameFault(s string) int {
	if plainName(s) {
		return -1
	}
	for i, r := range s {
		if within(r, nameStarts) || i > 0 && within(r, nameFollows) {
			continue
		}
		return i
	}
	if s == "" {
		return 0
	}
	return -1
}

// plainName tells whether s is a name in ASCII without a colon.
func plainName(s string) bool {
	if s == "" || s[0] == '-' || s[0] == '.' || '0' <= s[0] && s[0] <= '9' {
		return false
	}
	for i := 0; i < len(s); i++ {
		if class[s[i]]&isName == 0 || s[i] == ':' || s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// control returns the offset of the first byte of s that is a control character XML does not
// allow, or -1. Characters outside ASCII are not its business.
func control(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if low(load(s, i)) {
			if j := slowControl(s[i : i+8]); j >= 0 {
				return i + j
			}
		}
	}
	if j := slowControl(s[i:]); j >= 0 {
		return i + j
	}
	return -1
}

func slowControl(s string) int {
	for i := 0; i < len(s); i++ {
		if class[s[i]]&isControl != 0 {
			return i
		}
	}
	return -1
}

// load returns the 8 bytes of s from i, the first in the lowest bits.
func load(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// low tells whether one of the 8 bytes of x is below 0x20. The subtraction sets the high bit of a
// byte that is; bytes from 0x80 have it set before and do not count. A borrow out of a low byte can
// only add a second sign to a word that has one already.
func low(x uint64) bool {
	const each = 0x0101010101010101
	return (x-0x20*each)&^x&(0x80*each) != 0
}
