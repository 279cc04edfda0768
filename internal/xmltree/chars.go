package xmltree

import "unicode/utf8"

// Classes of bytes, for the loops that run over every byte of names, white space and values.
const (
	isName     = 1 << iota // may stand in a name; characters outside ASCII are looked at later
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
