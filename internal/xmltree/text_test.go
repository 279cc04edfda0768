package xmltree

import (
	"strings"
	"testing"
	"unsafe"
)

func mustParse(t testing.TB, doc string) *Tree {
	t.Helper()
	tree, err := Parse(doc, Limits{})
	if err != nil {
		t.Fatalf("%q: %v", doc, err)
	}
	return tree
}

var texts = []struct {
	name, doc string
	text      string // of the root
	deep      string // its string value
	hasText   bool
	alias     bool // the text is a piece of the document
}{
	{"none", `<a/>`, "", "", false, true},
	{"empty", `<a></a>`, "", "", false, true},
	{"plain", `<a>x y</a>`, "x y", "x y", true, true},
	{"white space", "<a> \n\t</a>", " \n\t", " \n\t", false, true},
	{"around white space", "<a>\n x \n</a>", "\n x \n", "\n x \n", true, true},
	{"entities", `<a>&lt;b&gt; &amp;amp; &apos;&quot;</a>`, `<b> &amp; '"`, `<b> &amp; '"`, true, false},
	{"character references", `<a>&#233;&#x20AC;&#x1D11E;&#65;</a>`, "é€𝄞A", "é€𝄞A", true, false},
	{"blank by reference", `<a>&#32;&#9;&#xA;&#xD;</a>`, " \t\n\r", " \t\n\r", false, false},
	{"blank by reference and text", `<a> &#32;x</a>`, "  x", "  x", true, false},
	{"text behind a blank reference", `<a>&#32;&#120;</a>`, " x", " x", true, false},
	{"line ends", "<a>a\r\nb\rc\nd\r\n\r\re</a>", "a\nb\nc\nd\n\n\ne", "a\nb\nc\nd\n\n\ne", true, false},
	{"line ends only", "<a>\r\n\r</a>", "\n\n", "\n\n", false, false},
	{"line end behind blanks", "<a>\n        \r\n        </a>", "\n        \n        ", "\n        \n        ", false, false},
	{"line ends by reference", "<a>a&#13;&#10;b&#13;c</a>", "a\r\nb\rc", "a\r\nb\rc", true, false},
	{"reference cut by a carriage return", "<a>&#13;\n</a>", "\r\n", "\r\n", false, false},
	{"CDATA", `<a><![CDATA[<b>&lt;]]></a>`, "<b>&lt;", "<b>&lt;", true, true},
	{"CDATA and text", `<a>x<![CDATA[ y ]]>z<![CDATA[]]></a>`, "x y z", "x y z", true, false},
	{"CDATA with line ends", "<a><![CDATA[a\r\nb\r]]>\n</a>", "a\nb\n\n", "a\nb\n\n", true, false},
	{"CDATA with white space", `<a><![CDATA[ ]]></a>`, " ", " ", false, true},
	{"empty CDATA", `<a><![CDATA[]]></a>`, "", "", false, true},
	{"comment first", `<a><!-- c -->x</a>`, "x", "x", true, true},
	{"comment in the middle", `<a>1<!-- < & ' -->2</a>`, "12", "12", true, false},
	{"comment only", `<a><!-- c --></a>`, "", "", false, true},
	{"instruction in the middle", `<a>1<?p > & <b>?>2</a>`, "12", "12", true, false},
	{"children", `<a>1<b>2</b>3<c d=">"/>4</a>`, "134", "1234", true, false},
	{"children only", `<a><b>1</b><c>2</c></a>`, "", "12", false, true},
	{"one text among children", `<a><b>1</b>x<c/></a>`, "x", "1x", true, true},
	{"indented children", "<a>\n <b>1</b>\n</a>", "\n \n", "\n 1\n", false, false},
	{"deep children", `<a>1<b>2<c>3<!--x--><d>&#52;</d></c>5</b><b/>6</a>`, "16", "123456", true, false},
	{"> in values of children", `<a>1<b x="/>"><c y='>'/>2</b>3</a>`, "13", "123", true, false},
	{"blank before the end of an end tag", "<a>1<b>2</b\n>3</a >", "13", "123", true, false},
	{"long", "<a>" + strings.Repeat("x", 500) + "</a>", strings.Repeat("x", 500), strings.Repeat("x", 500), true, true},
	{"long with a reference", "<a>" + strings.Repeat("x", 500) + "&amp;</a>", strings.Repeat("x", 500) + "&", strings.Repeat("x", 500) + "&", true, false},
	{"long with a carriage return", "<a>" + strings.Repeat("x", 500) + "\r</a>", strings.Repeat("x", 500) + "\n", strings.Repeat("x", 500) + "\n", true, false},
	{"tab in a short text", "<a>x\ty</a>", "x\ty", "x\ty", true, true},
}

func TestText(t *testing.T) {
	for _, c := range texts {
		t.Run(c.name, func(t *testing.T) {
			tree := mustParse(t, c.doc)
			got := tree.Text(0)
			if got != c.text || tree.StringValue(0) != c.deep || tree.HasText(0) != c.hasText {
				t.Errorf("%q: got %q, %q, %v; want %q, %q, %v",
					c.doc, got, tree.StringValue(0), tree.HasText(0), c.text, c.deep, c.hasText)
			}
			if aliases(got, tree.Doc()) != c.alias {
				t.Errorf("%q: text is a piece of the document: %v, want %v", c.doc, !c.alias, c.alias)
			}
			checkTree(t, tree)
		})
	}
}

// aliases tells whether s lies in doc. An empty string lies everywhere.
func aliases(s, doc string) bool {
	if s == "" {
		return true
	}
	from := uintptr(unsafe.Pointer(unsafe.StringData(s)))
	begin := uintptr(unsafe.Pointer(unsafe.StringData(doc)))
	return begin <= from && from+uintptr(len(s)) <= begin+uintptr(len(doc))
}

// TestTextPlain checks that what needs no decoding costs no memory.
func TestTextPlain(t *testing.T) {
	tree := mustParse(t, `<a b="1"><c>x</c><d><!-- y -->z</d></a>`)
	if n := testing.AllocsPerRun(100, func() {
		_, _, _ = tree.Text(1), tree.Text(2), tree.StringValue(1)
		_, _, _ = tree.AttrValue(0), tree.QName(1), tree.NameOf(2)
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestAttrValue(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{`plain`, "plain"},
		{``, ""},
		{` two  blanks `, " two  blanks "},
		{"a\tb\nc\rd\r\ne\n\rf", "a b c d e  f"},
		{"a&#9;b&#10;c&#13;d&#32;e", "a\tb\nc\rd e"},
		{`&lt;&gt;&amp;&apos;&quot;`, `<>&'"`},
		{`&amp;lt;`, `&lt;`},
		{`&#xE9;&#8364;&#x1F600;`, "é€😀"},
		{`it's`, "it's"},
		{`a > b ]]>`, "a > b ]]>"},
		{"é\né", "é é"},
	} {
		tree := mustParse(t, `<a b="`+c.raw+`"/>`)
		if got := tree.AttrValue(0); got != c.want {
			t.Errorf("%q: got %q, want %q", c.raw, got, c.want)
		}
		tree = mustParse(t, `<a xmlns:p="u`+c.raw+`" p:b=""/>`)
		if got := tree.AttrNameOf(0).Space; got != "u"+c.want {
			t.Errorf("namespace %q: got %q, want %q", c.raw, got, "u"+c.want)
		}
	}
	tree := mustParse(t, `<a b='"' c="'"/>`)
	if b, c := tree.AttrValue(0), tree.AttrValue(1); b != `"` || c != `'` {
		t.Errorf("quotes: got %q, %q", b, c)
	}
}
