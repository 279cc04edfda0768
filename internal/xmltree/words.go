package xmltree

import "math/bits"

// Loops over eight bytes at a time. A word holds the first of them in its lowest bits. A mask has
// the high bit of each byte of a word that was looked for; bits above the lowest one set may be
// wrong, because subtraction borrows from the next byte, so a mask answers "is there one" and
// "where is the first".

const (
	each   = 0x0101010101010101
	high   = 0x80 * each
	blanks = ' ' * each
)

// load returns the 8 bytes of s from i.
func load(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// below is the mask of the bytes of x less than limit, which is at most 0x80.
func below(x uint64, limit uint64) uint64 { return (x - limit*each) &^ x & high }

// letters tells whether all bytes of x are ASCII letters.
func letters(x uint64) bool {
	small := x | 0x20*each
	return (below(small, 'a') | (small+(0x7F-'z')*each|x)&high) == 0
}

// allLetters tells whether doc[from:to] is not empty and all ASCII letters. It may say no to letters
// at the very start of the document.
func allLetters(doc string, from, to int) bool {
	if from == to || to < 8 {
		return false
	}
	for ; from+8 <= to; from += 8 {
		if !letters(load(doc, from)) {
			return false
		}
	}
	// The bytes before the rest are shifted out, and letters take their place.
	n := uint(to-from) * 8
	return n == 0 || letters(load(doc, to-8)>>(64-n)|'a'*each<<n)
}

// first is the number of the byte that the lowest bit of a mask, or of any word, is in.
func first(mask uint64) int { return bits.TrailingZeros64(mask) / 8 }

// skipBlanks returns the place of the first byte from pos on that is no blank, as long as there are
// 8 bytes to look at.
func skipBlanks(doc string, pos int) int {
	for pos+8 <= len(doc) {
		if other := load(doc, pos) ^ blanks; other != 0 {
			return pos + first(other)
		}
		pos += 8
	}
	return pos
}

// scanName returns the end of the name that begins at pos, and a hash of it. It stops at white
// space, quotes, '/', '=', '<', '>' and the like; other bytes that do not belong in a name are left
// to those who look at it more closely, once for each name.
func scanName(doc string, pos int) (end int, hash uint64) {
	for pos+8 <= len(doc) {
		x := load(doc, pos)
		// All that ends a name in a tag is below '0' or from '<' to '?'.
		mask := below(x, '0') | below(x^'<'*each, 4)
		if mask == 0 {
			hash = (hash ^ x) * mixer
			pos += 8
			continue
		}
		pos += first(mask)
		hash = (hash ^ x&((mask&-mask>>7)-1)) * mixer
		break
	}
	// A '-' or '.' in a name, or the end of the document.
	for pos < len(doc) && class[doc[pos]]&isName != 0 {
		hash = (hash ^ uint64(doc[pos])) * mixer
		pos++
	}
	return pos, hash
}

const mixer = 0xD6E8FEB86659FD93

// control returns the offset of the first byte of s that is a control character XML does not
// allow, or -1. Characters outside ASCII are not its business.
func control(s string) int {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if below(load(s, i), ' ') != 0 {
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
