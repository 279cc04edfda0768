package pdf

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// Text reads a string as text: UTF-16 or UTF-8 with its mark, else PDFDocEncoding (ISO 32000-2, 7.9.2.2). Producers forget the mark of
// UTF-8: bytes above 127 that are UTF-8 from end to end are taken for it. The result is always valid UTF-8.
func (s String) Text() string {
	switch {
	case strings.HasPrefix(string(s), "\xfe\xff"):
		return utf16Text(string(s[2:]), 1)
	case strings.HasPrefix(string(s), "\xff\xfe"):
		return utf16Text(string(s[2:]), 0)
	case strings.HasPrefix(string(s), "\xef\xbb\xbf"):
		return strings.ToValidUTF8(string(s[3:]), "\uFFFD")
	case utf8.ValidString(string(s)) && !strings.ContainsAny(string(s), accents):
		return string(s)
	}
	var b strings.Builder
	for i := range len(s) {
		b.WriteRune(docRune(s[i]))
	}
	return b.String()
}

// utf16Text decodes UTF-16; low is the index of the low byte in a pair.
func utf16Text(s string, low int) string {
	units := make([]uint16, 0, len(s)/2)
	for i := 0; i+1 < len(s); i += 2 {
		units = append(units, uint16(s[i+low])|uint16(s[i+1-low])<<8)
	}
	return string(utf16.Decode(units))
}

// accents are the characters below 32 that PDFDocEncoding uses for accents of their own.
const accents = "\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f"

// docRune decodes a byte of PDFDocEncoding (ISO 32000-1, annex D).
func docRune(c byte) rune {
	switch {
	case c >= 0x18 && c < 0x20:
		return [...]rune{'˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'}[c-0x18]
	case c >= 0x80 && c <= 0xA0:
		return [...]rune{
			'•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘',
			'’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł', 'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', utf8.RuneError, '€',
		}[c-0x80]
	}
	return rune(c)
}
