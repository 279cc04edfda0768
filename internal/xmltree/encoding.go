package xmltree

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// The encodings, by the names that Tree.Encoding returns.
const (
	encodingUTF8    = "UTF-8"
	encodingUTF16   = "UTF-16"
	encodingUTF16LE = "UTF-16LE"
	encodingUTF16BE = "UTF-16BE"
	encodingLatin1  = "ISO-8859-1"
	encodingLatin9  = "ISO-8859-15"
	encodingWindows = "windows-1252"
	encodingASCII   = "US-ASCII"
)

// knownEncoding returns the encoding that a declaration names, or "".
func knownEncoding(name string) string {
	switch strings.ToLower(name) {
	case "utf-8", "utf8":
		return encodingUTF8
	case "utf-16", "utf16", "utf-16le", "utf-16be", "ucs-2", "iso-10646-ucs-2":
		return encodingUTF16
	case "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "latin-1", "l1", "cp819", "ibm819", "iso-ir-100":
		return encodingLatin1
	case "iso-8859-15", "iso8859-15", "iso_8859-15", "iso885915", "latin9", "latin-9", "l9":
		return encodingLatin9
	case "windows-1252", "cp1252", "cp-1252", "x-cp1252":
		return encodingWindows
	case "us-ascii", "ascii", "iso646-us", "iso-ir-6", "ansi_x3.4-1968", "cp367", "ibm367":
		return encodingASCII
	}
	return ""
}

// sniff tells what the first bytes of a document say about its encoding. Without a byte order mark
// and without the zero bytes of UTF-16 they say nothing, and encoding is "".
func sniff(given string) (encoding string, bom bool, err *Error) {
	switch {
	case strings.HasPrefix(given, "\xFF\xFE\x00\x00"), strings.HasPrefix(given, "\x00\x00\xFE\xFF"),
		strings.HasPrefix(given, "<\x00\x00\x00"), strings.HasPrefix(given, "\x00\x00\x00<"):
		return "", false, errUTF32.at("", 0, KindEncoding)
	case strings.HasPrefix(given, "\xEF\xBB\xBF"):
		return encodingUTF8, true, nil
	case strings.HasPrefix(given, "\xFF\xFE"):
		return encodingUTF16LE, true, nil
	case strings.HasPrefix(given, "\xFE\xFF"):
		return encodingUTF16BE, true, nil
	case strings.HasPrefix(given, "<\x00?\x00"):
		return encodingUTF16LE, false, nil
	case strings.HasPrefix(given, "\x00<\x00?"):
		return encodingUTF16BE, false, nil
	case strings.HasPrefix(given, "<\x00"), strings.HasPrefix(given, "\x00<"):
		return "", false, errBareUTF16.at("", 0, KindEncoding)
	}
	return "", false, nil
}

// decode turns a document as given into UTF-8 and reads its XML declaration. It returns where the
// declaration ends.
//
// A UTF-8 byte order mark outranks the name of a single-byte encoding: whoever saved the file as
// UTF-8 forgot to change the declaration. (libxml2 and Xerces believe the declaration and read each
// accent as two characters, which nobody meant.) When one of the two says UTF-16 and the other does
// not, the document is refused, as the specification wants and other parsers do.
func (t *Tree) decode(given string) (int, *Error) {
	var err *Error
	if t.encoding, t.bom, err = sniff(given); err != nil {
		return 0, err
	}
	t.doc = given
	wide := t.encoding == encodingUTF16LE || t.encoding == encodingUTF16BE
	switch {
	case wide:
		if t.doc, err = fromUTF16(given, t.bom, t.encoding == encodingUTF16BE); err != nil {
			return 0, err
		}
	case t.bom:
		t.doc = given[3:]
	}
	d, err := readDeclaration(t.doc)
	if err != nil {
		return 0, err
	}
	declared := encodingUTF8
	if d.encoding != "" {
		declared = knownEncoding(d.encoding)
	}
	start := len(t.doc) - len(strings.TrimLeft(t.doc[d.end:], " \t\r\n"))
	switch {
	case start < len(t.doc) && t.doc[start] != '<':
		// Said before the bytes are judged: in a file of another kind they are not to blame.
		return 0, errTextBefore.at(t.doc, start, KindSyntax)
	case declared == "":
		return 0, errEncoding.at(t.doc, d.encodingAt, KindEncoding, clip(d.encoding))
	case wide && d.encoding != "" && declared != encodingUTF16:
		return 0, errIsUTF16.at(t.doc, d.encodingAt, KindEncoding, d.encoding, t.encoding)
	case !wide && declared == encodingUTF16:
		return 0, errNotUTF16.at(t.doc, d.encodingAt, KindEncoding, d.encoding)
	case t.encoding == "":
		t.encoding = declared
	}
	if t.doc, err = t.decoded(given); err != nil {
		return 0, err
	}
	return d.end, nil
}

// decoded returns the document as characters that XML allows, if its bytes are some of its
// encoding.
func (t *Tree) decoded(given string) (string, *Error) {
	doc := t.doc
	var err *Error
	switch t.encoding {
	case encodingUTF8:
		err = checkUTF8(doc, len(given)-len(doc))
	case encodingLatin1, encodingLatin9, encodingWindows, encodingASCII:
		doc, err = fromSingleByte(given, t.encoding)
	}
	if err != nil {
		return "", err
	}
	if i := nonCharacter(doc); i >= 0 {
		r, _ := utf8.DecodeRuneInString(doc[i:])
		return "", errCharacter.at(doc, i, KindSyntax, codepoint(r))
	}
	return doc, nil
}

// nonCharacter returns the place of the first U+FFFE or U+FFFF, which UTF-8 can write but XML
// forbids, or -1.
func nonCharacter(s string) int {
	const lead = "\xEF\xBF"
	for from := 0; ; {
		i := strings.Index(s[from:], lead)
		if i < 0 {
			return -1
		}
		from += i
		if s[from+2] >= 0xBE {
			return from
		}
		from += 3
	}
}

// checkUTF8 finds the first byte of doc that is not UTF-8. before is the length of what was cut off
// its start.
func checkUTF8(doc string, before int) *Error {
	if utf8.ValidString(doc) {
		return nil
	}
	bad := 0
	for bad < len(doc) {
		if doc[bad] < utf8.RuneSelf {
			bad++
			continue
		}
		r, n := utf8.DecodeRuneInString(doc[bad:])
		if r == utf8.RuneError && n == 1 {
			break
		}
		bad += n
	}
	m := &errUTF8
	like := ""
	if like = looksLike(doc); like != "" {
		m = &errUTF8Like
	}
	err := m.at(doc, bad, KindEncoding, doc[bad], like)
	err.Offset += before
	return err
}

// looksLike returns the single-byte encoding that a document which is not UTF-8 seems to be in, or
// "". In one, characters outside ASCII nearly always stand alone between ASCII letters, and hardly
// ever make up UTF-8 sequences.
func looksLike(doc string) string {
	single, sequences, windows := 0, 0, false
	for i := 0; i < len(doc); {
		c := doc[i]
		if c < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(doc[i:])
		i += n
		switch {
		case r != utf8.RuneError || n > 1:
			sequences++
		case c < 0xA0 && windows1252[c-0x80] == 0:
			return ""
		default:
			single++
			windows = windows || c < 0xA0
		}
	}
	switch {
	case sequences >= single:
		return ""
	case windows:
		return encodingWindows
	}
	return encodingLatin1
}

func fromUTF16(given string, bom, bigEndian bool) (string, *Error) {
	low, high := 0, 1
	if bigEndian {
		low, high = 1, 0
	}
	i := 0
	if bom {
		i = 2
	}
	var b strings.Builder
	b.Grow(len(given)/2 + len(given)/16)
	for ; i+1 < len(given); i += 2 {
		r := rune(given[i+low]) | rune(given[i+high])<<8
		if utf16.IsSurrogate(r) {
			second := rune(0)
			if i+3 < len(given) {
				second = rune(given[i+2+low]) | rune(given[i+2+high])<<8
			}
			pair := utf16.DecodeRune(r, second)
			if pair == utf8.RuneError {
				return "", here(&errSurrogate, b.String(), i, r)
			}
			r = pair
			i += 2
		}
		b.WriteRune(r)
	}
	if i < len(given) {
		return "", here(&errHalfCharacter, b.String(), i)
	}
	return b.String(), nil
}

func fromSingleByte(given, encoding string) (string, *Error) {
	var b strings.Builder
	b.Grow(len(given) + len(given)/32)
	from := 0
	for i := 0; i < len(given); i++ {
		c := given[i]
		if c < utf8.RuneSelf {
			continue
		}
		r := character(c, encoding)
		if r == 0 {
			return "", here(&errByte, b.String()+given[from:i], i, c, encoding)
		}
		b.WriteString(given[from:i])
		b.WriteRune(r)
		from = i + 1
	}
	if from == 0 {
		return given, nil
	}
	b.WriteString(given[from:])
	return b.String(), nil
}

// here makes the error for a place in a document that could be decoded as far as before; off is
// the place in it as given.
func here(m *message, before string, off int, args ...any) *Error {
	err := m.at(before, len(before), KindEncoding, args...)
	err.Offset = off
	return err
}

// character returns the character that a byte from 0x80 stands for, 0 for none.
func character(c byte, encoding string) rune {
	switch encoding {
	case encodingASCII:
		return 0
	case encodingWindows:
		if c < 0xA0 {
			return windows1252[c-0x80]
		}
	case encodingLatin9:
		for _, d := range latin9 {
			if d.byte == c {
				return d.rune
			}
		}
	}
	return rune(c)
}

// windows1252 is what windows-1252 has from 0x80 to 0x9F, where ISO-8859-1 has control characters.
var windows1252 = [32]rune{
	'€', 0, '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', 0, 'Ž', 0,
	0, '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', 0, 'ž', 'Ÿ',
}

// latin9 is where ISO-8859-15 differs from ISO-8859-1.
var latin9 = [...]struct {
	byte byte
	rune rune
}{
	{0xA4, '€'}, {0xA6, 'Š'}, {0xA8, 'š'}, {0xB4, 'Ž'}, {0xB8, 'ž'}, {0xBC, 'Œ'}, {0xBD, 'œ'}, {0xBE, 'Ÿ'},
}
