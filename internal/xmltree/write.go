package xmltree

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// AppendText appends s to dst as character data, in UTF-8, with references where XML needs them:
// a Text read back from it is s. Characters that encoding does not have become references too, so
// that Encode can write the result. It is an error if s is no text that XML can carry: not UTF-8,
// or with characters XML does not allow.
func AppendText(dst []byte, s, encoding string) ([]byte, error) {
	return appendEscaped(dst, s, encoding, "&<>\r")
}

// AppendValue is AppendText for an attribute value between double quotes.
func AppendValue(dst []byte, s, encoding string) ([]byte, error) {
	return appendEscaped(dst, s, encoding, "&<>\"\t\n\r")
}

func appendEscaped(dst []byte, s, encoding, special string) ([]byte, error) {
	done := 0 // what stands before it is written
	for i := 0; i < len(s); {
		if c := s[i]; c >= ' ' && c < 0x7F && c != '&' && c != '<' && c != '>' && c != '"' {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		var by string
		switch {
		case r == utf8.RuneError && n == 1:
			return nil, fmt.Errorf("xmltree: byte 0x%02X at %d is not UTF-8", s[i], i)
		case !legal(r):
			return nil, fmt.Errorf("xmltree: character %s at %d is not allowed in XML", codepoint(r), i)
		case r == '&':
			by = "&amp;"
		case r == '<':
			by = "&lt;"
		case r == '>':
			by = "&gt;"
		case strings.ContainsRune(special, r) || encoding != encodingUTF8 && !canWrite(r, encoding):
			by = fmt.Sprintf("&#%d;", r)
		}
		if by != "" {
			dst = append(append(dst, s[done:i]...), by...)
			done = i + n
		}
		i += n
	}
	return append(dst, s[done:]...), nil
}

// Encode returns a document in UTF-8 as the bytes of a file in encoding, one of those that
// Tree.Encoding returns, with a byte order mark if bom says so. Encode(t.Doc(), t.Encoding(),
// t.BOM()) is what t was read from. It is an error if encoding is not known or lacks a character;
// in texts and values, AppendText and AppendValue avoid that.
func Encode(doc, encoding string, bom bool) ([]byte, error) {
	switch encoding {
	case encodingUTF8:
		var dst []byte
		if bom {
			dst = append(dst, "\xEF\xBB\xBF"...)
		}
		return append(dst, doc...), nil
	case encodingUTF16LE, encodingUTF16BE:
		return toUTF16(doc, encoding == encodingUTF16BE, bom), nil
	case encodingLatin1, encodingLatin9, encodingWindows, encodingASCII:
		return toSingleByte(doc, encoding)
	}
	return nil, fmt.Errorf("xmltree: encoding %q is not known", encoding)
}

func toUTF16(doc string, bigEndian, bom bool) []byte {
	dst := make([]byte, 0, 2*len(doc)+2)
	put := func(unit uint16) {
		if bigEndian {
			dst = append(dst, byte(unit>>8), byte(unit))
		} else {
			dst = append(dst, byte(unit), byte(unit>>8))
		}
	}
	if bom {
		put(0xFEFF)
	}
	var units [2]uint16
	for _, r := range doc {
		for _, unit := range utf16.AppendRune(units[:0], r) {
			put(unit)
		}
	}
	return dst
}

func toSingleByte(doc, encoding string) ([]byte, error) {
	dst := make([]byte, 0, len(doc))
	for i, r := range doc {
		c, ok := singleByte(r, encoding)
		if !ok {
			return nil, fmt.Errorf("xmltree: character %s at %d does not exist in %s", codepoint(r), i, encoding)
		}
		dst = append(dst, c)
	}
	return dst, nil
}

// canWrite tells whether encoding has the character r.
func canWrite(r rune, encoding string) bool {
	switch encoding {
	case encodingLatin1, encodingLatin9, encodingWindows, encodingASCII:
		_, ok := singleByte(r, encoding)
		return ok
	}
	return true
}

// singleByte returns the byte that stands for r: the reverse of character.
func singleByte(r rune, encoding string) (byte, bool) {
	if r < utf8.RuneSelf {
		return byte(r), true
	}
	if encoding == encodingWindows {
		if i := slices.Index(windows1252[:], r); i >= 0 {
			return byte(0x80 + i), true
		}
	}
	if encoding == encodingLatin9 {
		for _, d := range latin9 {
			if d.rune == r {
				return d.byte, true
			}
		}
	}
	if r > 0xFF || character(byte(r), encoding) != r {
		return 0, false
	}
	return byte(r), true
}
