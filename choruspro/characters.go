package choruspro

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// length counts the characters of a text.
func length(s string) int { return utf8.RuneCountInString(s) }

// isLatin reports whether r is a letter of the Latin script, accented or not.
func isLatin(r rune) bool {
	return isASCII(r) || r >= utf8.RuneSelf && unicode.Is(unicode.Latin, r) && unicode.IsLetter(r)
}

// isASCII reports whether r is a letter without any accent.
func isASCII(r rune) bool { return r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' }

// strangers returns the characters of a text, each once, that are neither Latin letters, with combining accents or without, nor digits, nor among
// others. One that cannot be seen is written as its number.
func strangers(s, others string) []string {
	var all []string
	letter := false
	for _, r := range s {
		accent := letter && unicode.Is(unicode.Mn, r)
		letter = accent || isLatin(r)
		if letter || r >= '0' && r <= '9' || strings.ContainsRune(others, r) {
			continue
		}
		c := `"` + string(r) + `"`
		if !unicode.IsGraphic(r) || unicode.IsSpace(r) || unicode.Is(unicode.Mn, r) || r == utf8.RuneError {
			c = fmt.Sprintf("U+%04X", r)
		}
		if !slices.Contains(all, c) {
			all = append(all, c)
		}
	}
	return all
}

// accented reports whether a text has a letter outside of A to Z and a to z.
func accented(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r)) })
}
