package main

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/width"
)

// hidden reports whether a character is not to reach a terminal: controls, which the terminal may obey, and marks that change or hide what
// stands around them (direction, joiners, byte-order mark).
func hidden(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }

// visible returns s with escapes for what is hidden and for bytes that are not UTF-8, so that nothing that a file says, its name included, can
// steer the terminal.
func visible(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == utf8.RuneError || hidden(r) }) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case !hidden(r):
			b.WriteString(s[i : i+size])
		case r == '\n':
			b.WriteString(`\n`)
		case r < 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x10000:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
		i += size
	}
	return b.String()
}

// cells returns how many columns of a terminal s takes, which has been made visible.
func cells(s string) int {
	n := 0
	for _, r := range s {
		n += cellsOf(r)
	}
	return n
}

func cellsOf(r rune) int {
	if r >= 0x20 && r < 0x7f {
		return 1
	}
	if unicode.In(r, unicode.Mn, unicode.Me) {
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}

// wrap returns a text of a file in lines of at most the given columns, made visible. Its own line ends are kept, other white space is one space.
// A word longer than a line is broken.
func wrap(s string, columns int) []string {
	columns = max(columns, 2)
	var lines []string
	for paragraph := range strings.Lines(lineEnds.Replace(strings.TrimSpace(s))) {
		line, used := "", 0
		for _, word := range strings.FieldsFunc(paragraph, breaks) {
			word = visible(word)
			if n := cells(word); used > 0 && used+1+n <= columns {
				line, used = line+" "+word, used+1+n
				continue
			}
			if used > 0 {
				lines = append(lines, line)
			}
			for end := fitting(word, columns); end < len(word); end = fitting(word, columns) {
				if slash := strings.LastIndexByte(word[:end], '/'); slash > end/3 { // paths and addresses
					end = slash + 1
				}
				lines = append(lines, word[:end])
				word = word[end:]
			}
			line, used = word, cells(word)
		}
		lines = append(lines, line)
	}
	return lines
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// breaks reports whether a line may end at r. No-break spaces hold numbers and their units together.
func breaks(r rune) bool { return r == ' ' || r == '\t' || r == '\n' || r == '\u3000' }

// fitting returns how many bytes of s fit into columns, at least one character.
func fitting(s string, columns int) int {
	used := 0
	for i, r := range s {
		used += cellsOf(r)
		if used > columns && i > 0 {
			return i
		}
	}
	return len(s)
}

// oneLine returns a text of a file as one visible line of at most the given columns.
func oneLine(s string, columns int) string {
	// A text may be as long as the file: what cannot be shown need not be looked at.
	if most := columns*8 + 64; len(s) > most {
		s = strings.ToValidUTF8(s[:most], "") + " …"
	}
	s = visible(strings.Join(strings.Fields(s), " "))
	if cells(s) <= columns {
		return s
	}
	return s[:fitting(s, columns-1)] + "…"
}
