package xmltree

import (
	"strings"
	"testing"
)

// TestAppend writes strings into a document in each encoding and reads them back.
func TestAppend(t *testing.T) {
	values := []string{"", "plain", `<a b="c">&amp;</a>`, "]]>", "a\tb\nc\rd\r\ne", "  ", "é€ŒĀ𝄞", "\u0080\u0099", "it's \"quoted\"", "\ufffd"}
	for _, encoding := range []string{"UTF-8", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "ISO-8859-15", "windows-1252", "US-ASCII"} {
		for _, s := range values {
			text, err := AppendText(nil, s, encoding)
			if err != nil {
				t.Fatal(err)
			}
			value, err := AppendValue(nil, s, encoding)
			if err != nil {
				t.Fatal(err)
			}
			doc := declared(strings.TrimRight(encoding, "LBE"), `<b c="`+string(value)+`">`+string(text)+`</b>`)
			file, err := Encode(doc, encoding, strings.HasPrefix(encoding, "UTF-16"))
			if err != nil {
				t.Fatalf("%s: %q: %v", encoding, doc, err)
			}
			tree := mustParse(t, string(file))
			if tree.Encoding() != encoding || tree.Text(1) != s || tree.AttrValue(0) != s {
				t.Errorf("%s: %q is read back as %q and %q in %s", encoding, s, tree.Text(1), tree.AttrValue(0), tree.Encoding())
			}
		}
	}
}

func TestAppendRefuses(t *testing.T) {
	for _, s := range []string{"a\x00", "\x1b[1m", "\ufffe", "\xff", "caf\xe9"} {
		if b, err := AppendText(nil, s, "UTF-8"); err == nil {
			t.Errorf("text %q is written as %q", s, b)
		}
		if b, err := AppendValue(nil, s, "UTF-8"); err == nil {
			t.Errorf("value %q is written as %q", s, b)
		}
	}
}

func TestEncodeRefuses(t *testing.T) {
	for _, c := range []struct{ doc, encoding string }{
		{"<a>€</a>", "ISO-8859-1"}, {"<a>¤</a>", "ISO-8859-15"}, {"<a>Ā</a>", "windows-1252"}, {"<a>\u0081</a>", "windows-1252"},
		{"<a>é</a>", "US-ASCII"}, {"<a/>", "UTF-32"}, {"<a/>", ""},
	} {
		if b, err := Encode(c.doc, c.encoding, false); err == nil {
			t.Errorf("%s in %q is %q", c.doc, c.encoding, b)
		}
	}
}
