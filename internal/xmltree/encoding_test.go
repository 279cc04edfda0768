package xmltree

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"
)

// utf16Doc writes doc in UTF-16, by other means than the package does.
func utf16Doc(doc string, bigEndian bool) string {
	var b strings.Builder
	for _, u := range utf16.Encode([]rune(doc)) {
		if bigEndian {
			b.Write([]byte{byte(u >> 8), byte(u)})
		} else {
			b.Write([]byte{byte(u), byte(u >> 8)})
		}
	}
	return b.String()
}

func declared(name, body string) string {
	return `<?xml version="1.0" encoding="` + name + `"?><a>` + body + `</a>`
}

var decodable = []struct {
	name, doc string
	encoding  string
	bom       bool
	text      string // of the root
}{
	{"UTF-8", "<a>é€𝄞</a>", "UTF-8", false, "é€𝄞"},
	{"UTF-8 declared", declared("UTF-8", "é€𝄞"), "UTF-8", false, "é€𝄞"},
	{"UTF-8 in small letters", declared("utf8", "é"), "UTF-8", false, "é"},
	{"UTF-8 with a mark", "\ufeff" + declared("UTF-8", "é"), "UTF-8", true, "é"},
	{"UTF-8 with a mark, declared as Latin-1", "\ufeff" + declared("ISO-8859-1", "é"), "UTF-8", true, "é"},
	{"UTF-16LE with a mark", utf16Doc("\ufeff<a>é€𝄞</a>", false), "UTF-16LE", true, "é€𝄞"},
	{"UTF-16BE with a mark", utf16Doc("\ufeff<a>é€𝄞</a>", true), "UTF-16BE", true, "é€𝄞"},
	{"UTF-16LE without a mark", utf16Doc(declared("UTF-16", "é€𝄞"), false), "UTF-16LE", false, "é€𝄞"},
	{"UTF-16BE without a mark", utf16Doc(declared("UTF-16BE", "é€𝄞"), true), "UTF-16BE", false, "é€𝄞"},
	{"UTF-16LE with a mark, declared so", utf16Doc("\ufeff"+declared("utf-16", "é"), false), "UTF-16LE", true, "é"},
	{"UTF-16LE with a mark, no encoding declared", utf16Doc("\ufeff<?xml version='1.0'?><a>é</a>", false), "UTF-16LE", true, "é"},
	{"UTF-16BE without a mark, no encoding declared", utf16Doc("<?xml version='1.0'?><a>é</a>", true), "UTF-16BE", false, "é"},
	{"ISO-8859-1", declared("ISO-8859-1", "\xe9\x80\xa4\xff"), "ISO-8859-1", false, "é\u0080¤ÿ"},
	{"latin1", declared("LATIN1", "\xe9"), "ISO-8859-1", false, "é"},
	{"iso8859-1", declared("iso8859-1", "\xe9"), "ISO-8859-1", false, "é"},
	{"ISO-8859-15", declared("iso-8859-15", "\xa4\xa5\xa6\xa8\xb4\xb8\xbc\xbd\xbe\xe9"), "ISO-8859-15", false, "€¥ŠšŽžŒœŸé"},
	{"l9", declared("L9", "\xa4"), "ISO-8859-15", false, "€"},
	{"windows-1252", declared("Windows-1252", "\x80\x82\x8c\x92\x9f\xa4\xe9"), "windows-1252", false, "€‚Œ’Ÿ¤é"},
	{"cp1252", declared("cp1252", "\x85"), "windows-1252", false, "…"},
	{"US-ASCII", declared("us-ascii", "e"), "US-ASCII", false, "e"},
	{"ISO-8859-1 without a byte that matters", declared("ISO-8859-1", "e"), "ISO-8859-1", false, "e"},
}

func TestDecodable(t *testing.T) {
	for _, c := range decodable {
		t.Run(c.name, func(t *testing.T) {
			tree, err := Parse(c.doc, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if tree.Encoding() != c.encoding || tree.BOM() != c.bom || tree.Text(0) != c.text {
				t.Errorf("got %s, %v, %q; want %s, %v, %q", tree.Encoding(), tree.BOM(), tree.Text(0), c.encoding, c.bom, c.text)
			}
			checkTree(t, tree)
			back, err := Encode(tree.Doc(), tree.Encoding(), tree.BOM())
			if err != nil || string(back) != c.doc {
				t.Errorf("written back: %q, %v; want %q", back, err, c.doc)
			}
		})
	}
}

var undecodable = []struct {
	name, doc            string
	line, column, offset int
	message, hint        string
}{
	{"Latin-1 without a declaration", "<a>\nr\xe9gl\xe9</a>", 2, 2, 5, "byte 0xE9 is not valid UTF-8", `looks like ISO-8859-1`},
	{"windows-1252 without a declaration", "<a>r\xe9gl\xe9 10 \x80</a>", 1, 5, 4, "byte 0xE9 is not valid UTF-8", `encoding="windows-1252"`},
	{"windows-1252 declared as UTF-8", declared("UTF-8", "l\x92\xe9t\xe9"), 1, 43, 42, "byte 0x92 is not valid UTF-8", `looks like windows-1252`},
	{"UTF-8 cut in a character", "<a>éé\xc3</a>", 1, 6, 7, "byte 0xC3 is not valid UTF-8", `damaged`},
	{"bytes of no encoding", "<a>\x81\xe9</a>", 1, 4, 3, "byte 0x81 is not valid UTF-8", `damaged`},
	{"broken UTF-8 behind a mark", "\ufeff<a>éé\xc3</a>", 1, 6, 10, "byte 0xC3 is not valid UTF-8", `damaged`},
	{"byte that windows-1252 lacks", declared("windows-1252", "\xe9\xe9\x81"), 1, 51, 50, "byte 0x81 is no character in windows-1252", "another encoding"},
	{"byte beyond US-ASCII", declared("US-ASCII", "\xe9"), 1, 45, 44, "byte 0xE9 is no character in US-ASCII", "another encoding"},
	{"UTF-16 with an odd length", utf16Doc("\ufeff<a>\n</a>", false) + "\x0a", 2, 5, 18, "ends in the middle of a character", "cut off"},
	{"second half of a pair first", "\xff\xfe" + utf16Doc("<a>é", false) + "\x00\xdc<\x00", 1, 5, 10, "0xDC00 is half of a UTF-16 pair", "damaged"},
	{"first half of a pair alone", "\xfe\xff" + utf16Doc("<a>", true) + "\xd8\x34\x00<", 1, 4, 8, "0xD834 is half of a UTF-16 pair", "damaged"},
	{"first half of a pair last", "\xfe\xff" + utf16Doc("<a>", true) + "\xd8\x34", 1, 4, 8, "0xD834 is half of a UTF-16 pair", "damaged"},
	{"UTF-16 without a mark and a declaration", utf16Doc("<a/>", false), 1, 1, 0, "has neither a byte order mark nor", "as UTF-8"},
	{"UTF-16BE without a mark and a declaration", utf16Doc("<a/>", true), 1, 1, 0, "has neither a byte order mark nor", "as UTF-8"},
	{"UTF-8 with a mark, declared as UTF-16", "\ufeff" + declared("UTF-16", "é"), 1, 31, 30, `says that it is in "UTF-16", but it is not`, "UTF-8"},
	{"UTF-16LE with a mark, declared as UTF-8", utf16Doc("\ufeff"+declared("UTF-8", "é"), false), 1, 31, 30, `in "UTF-8", but it is in UTF-16LE`, "UTF-8"},
	{"UTF-16BE declared as Latin-1", utf16Doc(declared("ISO-8859-1", "é"), true), 1, 31, 30, `in "ISO-8859-1", but it is in UTF-16BE`, "UTF-8"},
	{"UTF-32LE with a mark", "\xff\xfe\x00\x00<\x00\x00\x00", 1, 1, 0, "UTF-32", "as UTF-8"},
	{"UTF-32BE with a mark", "\x00\x00\xfe\xff\x00\x00\x00<", 1, 1, 0, "UTF-32", "as UTF-8"},
	{"UTF-32LE", "<\x00\x00\x00a\x00\x00\x00", 1, 1, 0, "UTF-32", "as UTF-8"},
	{"unknown encoding behind a mark", "\ufeff" + declared("EBCDIC", ""), 1, 31, 30, `encoding "EBCDIC" is not known`, "windows-1252"},
	{"unknown encoding in UTF-16", utf16Doc("\ufeff"+declared("x", ""), false), 1, 31, 30, `encoding "x" is not known`, "windows-1252"},
}

func TestUndecodable(t *testing.T) {
	for _, c := range undecodable {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.doc, Limits{})
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("error is %v", err)
			}
			if e.Kind != KindEncoding || e.Line != c.line || e.Column != c.column || e.Offset != c.offset ||
				!strings.Contains(e.Message.EN, c.message) || !strings.Contains(e.Hint.EN, c.hint) {
				t.Errorf("got %v error at %d: %v (%s)\nwant %d: line %d, column %d: …%s… (…%s…)",
					e.Kind, e.Offset, e, e.Hint.EN, c.offset, c.line, c.column, c.message, c.hint)
			}
		})
	}
}

// TestOtherFiles gives Parse files that are no XML: whatever bytes they have, what is wrong with
// them is that they are no XML.
func TestOtherFiles(t *testing.T) {
	for _, doc := range []string{"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PK\x03\x04\x14\x00\xff", "{\"a\": 1}", "UNA:+.? '"} {
		_, err := Parse(doc, Limits{})
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindSyntax || !strings.Contains(e.Hint.EN, "another kind of file") {
			t.Errorf("%q: %v", doc, err)
		}
	}
}

// TestSingleByte holds the tables against what is known of the encodings: windows-1252 and
// ISO-8859-15 agree with ISO-8859-1 but for the places in question, and writing reverses reading.
func TestSingleByte(t *testing.T) {
	differs := map[string]string{"ISO-8859-1": "", "ISO-8859-15": "\xa4\xa6\xa8\xb4\xb8\xbc\xbd\xbe", "windows-1252": ""}
	for i := 0x80; i < 0xA0; i++ {
		differs["windows-1252"] += string([]byte{byte(i)})
	}
	for encoding, other := range differs {
		seen := map[rune]byte{}
		for i := 0x80; i <= 0xFF; i++ {
			c := byte(i)
			r := character(c, encoding)
			if same := r == rune(c); same == (strings.IndexByte(other, c) >= 0) {
				t.Errorf("%s: 0x%02X is %U", encoding, c, r)
			}
			if r == 0 {
				continue
			}
			if twin, ok := seen[r]; ok {
				t.Errorf("%s: 0x%02X and 0x%02X are both %U", encoding, c, twin, r)
			}
			seen[r] = c
			if back, ok := singleByte(r, encoding); !ok || back != c {
				t.Errorf("%s: 0x%02X is read as %U and written as 0x%02X, %v", encoding, c, r, back, ok)
			}
		}
	}
	if !bytes.Equal([]byte("\x80"), mustEncode(t, "€", "windows-1252")) || !bytes.Equal([]byte("\xa4"), mustEncode(t, "€", "ISO-8859-15")) {
		t.Error("the euro sign is in the wrong place")
	}
}

func mustEncode(t *testing.T, s, encoding string) []byte {
	t.Helper()
	b, err := Encode(s, encoding, false)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
