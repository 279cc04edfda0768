package xmltree

import (
	"errors"
	"strings"
	"testing"
)

// refused are documents that are not accepted, with the kind and the place of the error and a
// piece of its English message.
var refused = []struct {
	name, doc    string
	kind         Kind
	line, column int
	message      string
}{
	// The document.
	{"nothing", "", KindEmpty, 1, 1, "is empty"},
	{"white space only", " \r\n\t", KindEmpty, 1, 1, "is empty"},
	{"byte order mark only", "\ufeff", KindEmpty, 1, 1, "is empty"},
	{"comment only", "<!-- x -->\n", KindSyntax, 2, 1, "ends before its root"},
	{"declaration only", `<?xml version="1.0"?>`, KindSyntax, 1, 22, "ends before its root"},
	{"text before the root", "\n x<a/>", KindSyntax, 2, 2, "text before"},
	{"text behind a comment", "<!-- -->\nx<a/>", KindSyntax, 2, 1, "text before"},
	{"reference before the root", `&lt;<a/>`, KindSyntax, 1, 1, "text before"},
	{"CDATA section before the root", `<![CDATA[x]]><a/>`, KindSyntax, 1, 1, "<! begins neither"},
	{"text behind the root", "<a/>\nx", KindSyntax, 2, 1, "text behind"},
	{"reference behind the root", "<a/>&#32;", KindSyntax, 1, 5, "text behind"},
	{"zero byte behind the root", "<a/>\x00", KindSyntax, 1, 5, "text behind"},
	{"CDATA section behind the root", `<a/><![CDATA[]]>`, KindSyntax, 1, 5, "<! begins neither"},
	{"second root", "<a></a>\n<b/>", KindSyntax, 2, 1, "second root"},
	{"end tag behind the root", "<a/></a>", KindSyntax, 1, 5, "end tag behind"},
	{"end tag first", "</a>", KindSyntax, 1, 1, "not followed by the name"},
	{"cut in an element", "<a>\n <b>x", KindSyntax, 2, 6, "ends inside <b>, which begins at line 2, column 2"},
	{"cut behind an element", "<a>\n <b/>\n", KindSyntax, 3, 1, "ends inside <a>, which begins at line 1, column 1"},
	{"cut behind <", "<a>x<", KindSyntax, 1, 6, "ends inside <a>"},
	{"cut in a start tag", "<a>\n<bc d='1' ", KindSyntax, 2, 1, "ends inside the tag <bc"},
	{"cut in a name", "<a>\n<bc", KindSyntax, 2, 1, "ends inside the tag <bc"},
	{"cut in a value", "<a b='1", KindSyntax, 1, 1, "ends inside the tag <a"},
	{"cut behind =", "<a b=", KindSyntax, 1, 1, "ends inside the tag <a"},
	{"cut in an attribute name", "<a b", KindSyntax, 1, 1, "ends inside the tag <a"},
	{"cut in an empty-element tag", "<a/", KindSyntax, 1, 1, "ends inside the tag <a"},
	{"cut in an end tag", "<a><b></b", KindSyntax, 1, 7, "ends inside the tag </b"},
	{"cut in the end tag of the root", "<a></a ", KindSyntax, 1, 4, "ends inside the tag </a"},

	// DOCTYPE and version.
	{"doctype", "<?xml version='1.0'?>\n<!DOCTYPE a [<!ENTITY b 'c'>]><a/>", KindDoctype, 2, 1, "a DOCTYPE is not accepted"},
	{"doctype inside", "<a><!DOCTYPE b></a>", KindDoctype, 1, 4, "a DOCTYPE is not accepted"},
	{"page of HTML", "<!doctype html><html><br></html>", KindDoctype, 1, 1, "a DOCTYPE is not accepted"},
	{"XML 1.1", `<?xml version="1.1"?><a/>`, KindVersion, 1, 16, "XML 1.1 is not accepted"},
	{"XML 2.0", `<?xml version="2.0"?><a/>`, KindVersion, 1, 16, `"2.0" is no version`},

	// The XML declaration.
	{"declaration behind white space", "\n<?xml version='1.0'?><a/>", KindSyntax, 2, 1, "only at the very start"},
	{"declaration behind a comment", "<!-- --><?xml version='1.0'?><a/>", KindSyntax, 1, 9, "only at the very start"},
	{"declaration inside", "<a><?xml version='1.0'?></a>", KindSyntax, 1, 4, "only at the very start"},
	{"two declarations", "<?xml version='1.0'?><?xml version='1.0'?><a/>", KindSyntax, 1, 22, "only at the very start"},
	{"declaration without a version", `<?xml encoding="UTF-8"?><a/>`, KindSyntax, 1, 6, "does not begin with a version"},
	{"empty declaration", `<?xml?><a/>`, KindSyntax, 1, 6, "does not begin with a version"},
	{"standalone before encoding", `<?xml version="1.0" standalone="yes" encoding="UTF-8"?><a/>`, KindSyntax, 1, 38, "wrong from here"},
	{"standalone maybe", `<?xml version="1.0" standalone="maybe"?><a/>`, KindSyntax, 1, 33, `standalone says "maybe"`},
	{"unknown word in the declaration", `<?xml version="1.0" foo="1"?><a/>`, KindSyntax, 1, 21, "wrong from here"},
	{"declaration ends like a tag", `<?xml version="1.0"><a/>`, KindSyntax, 1, 20, "wrong from here"},
	{"no white space in the declaration", `<?xml version="1.0"encoding="UTF-8"?><a/>`, KindSyntax, 1, 20, "white space is missing"},
	{"no = in the declaration", `<?xml version "1.0"?><a/>`, KindSyntax, 1, 15, "version has no ="},
	{"no quote in the declaration", `<?xml version=1.0?><a/>`, KindSyntax, 1, 15, "version does not begin with a quote"},
	{"declaration not closed", `<?xml version="1.0`, KindSyntax, 1, 1, "declaration is not closed"},
	{"encoding name with a blank", `<?xml version="1.0" encoding="utf 8"?><a/>`, KindSyntax, 1, 31, `"utf 8" cannot be the name`},
	{"encoding name that begins with a digit", `<?xml version="1.0" encoding="8859-1"?><a/>`, KindSyntax, 1, 31, `"8859-1" cannot be the name`},
	{"empty encoding name", `<?xml version="1.0" encoding=""?><a/>`, KindSyntax, 1, 31, `"" cannot be the name`},
	{"encoding name with a bracket", `<?xml version="1.0" encoding="a[b"?><a/>`, KindSyntax, 1, 31, `"a[b" cannot be the name`},

	// Encodings; more in TestEncodingRefused.
	{"unknown encoding", `<?xml version="1.0" encoding="KOI8-R"?><a/>`, KindEncoding, 1, 31, `encoding "KOI8-R" is not known`},
	{"UTF-16 in name only", `<?xml version="1.0" encoding="utf-16"?><a/>`, KindEncoding, 1, 31, `says that it is in "utf-16"`},
	{"broken UTF-8", "<a>é\n\xc3x</a>", KindEncoding, 2, 1, "byte 0xC3 is not valid UTF-8"},
	{"Latin-1 in UTF-8", "<a>\ncaf\xe9 cr\xe8me</a>", KindEncoding, 2, 4, "byte 0xE9 is not valid UTF-8"},
	{"surrogate in UTF-8", "<a>\xed\xa0\x80</a>", KindEncoding, 1, 4, "byte 0xED is not valid UTF-8"},
	{"overlong UTF-8", "<a>\xc0\xbc</a>", KindEncoding, 1, 4, "byte 0xC0 is not valid UTF-8"},

	// Characters.
	{"control character in a text", "<a>x\x01y</a>", KindSyntax, 1, 5, "U+0001 is not allowed"},
	{"control character first in a text", "<a>\x01y</a>", KindSyntax, 1, 4, "U+0001 is not allowed"},
	{"control character behind white space", "<a>\n        \x02</a>", KindSyntax, 2, 9, "U+0002 is not allowed"},
	{"control character in a long text", "<a>" + strings.Repeat("x", 100) + "\x03</a>", KindSyntax, 1, 104, "U+0003 is not allowed"},
	{"control character behind a line end", "<a>x\n\x1f</a>", KindSyntax, 2, 1, "U+001F is not allowed"},
	{"control character in the last bytes of a long text", "<a>" + strings.Repeat("x", 70) + "\x03y</a>", KindSyntax, 1, 74, "U+0003 is not allowed"},
	{"control character last", "<a>x\x0b", KindSyntax, 1, 5, "U+000B is not allowed"},
	{"zero byte", "<a>x\x00</a>", KindSyntax, 1, 5, "U+0000 is not allowed"},
	{"control character in a value", "<a b='x\x0c'/>", KindSyntax, 1, 8, "U+000C is not allowed"},
	{"control character in a comment", "<a><!-- \x01 --></a>", KindSyntax, 1, 9, "U+0001 is not allowed"},
	{"control character in an instruction", "<a><?p \x01 ?></a>", KindSyntax, 1, 8, "U+0001 is not allowed"},
	{"control character in a CDATA section", "<a><![CDATA[xxxxxxxxx\x08]]></a>", KindSyntax, 1, 22, "U+0008 is not allowed"},
	{"control character in a tag", "<a \x01/>", KindSyntax, 1, 4, "U+0001 is not allowed"},
	{"U+FFFE in a text", "<a>\ufffd\ufffe</a>", KindSyntax, 1, 5, "U+FFFE is not allowed"},
	{"U+FFFF in a comment", "<a><!--\uffff--></a>", KindSyntax, 1, 8, "U+FFFF is not allowed"},

	// References.
	{"reference to zero", "<a>x&#0;</a>", KindSyntax, 1, 5, "&#0; stands for a character"},
	{"reference to a surrogate", "<a>&#xD800;</a>", KindSyntax, 1, 4, "&#xD800; stands for a character"},
	{"reference to U+FFFF", "<a b='&#xFFFF;'/>", KindSyntax, 1, 7, "&#xFFFF; stands for a character"},
	{"reference to a control character", "<a>&#x1F;</a>", KindSyntax, 1, 4, "&#x1F; stands for a character"},
	{"reference beyond Unicode", "<a>&#x110000;</a>", KindSyntax, 1, 4, "&#x110000; stands for a character"},
	{"reference beyond all numbers", "<a>&#99999999999999999999;</a>", KindSyntax, 1, 4, "&#99999999999999999999; stands for a character"},
	{"reference without digits", "<a>&#;</a>", KindSyntax, 1, 4, "&# is not complete"},
	{"hexadecimal reference without digits", "<a>&#x;</a>", KindSyntax, 1, 4, "&#x is not complete"},
	{"reference with a capital X", "<a>&#X41;</a>", KindSyntax, 1, 4, "&# is not complete"},
	{"decimal reference with a letter", "<a>&#1a;</a>", KindSyntax, 1, 4, "&#1 is not complete"},
	{"reference without a semicolon", "<a>&#65</a>", KindSyntax, 1, 4, "&#65 is not complete"},
	{"reference cut by the end", "<a>&#65", KindSyntax, 1, 4, "&#65 is not complete"},
	{"unknown entity", "<a>1 &eacute;</a>", KindSyntax, 1, 6, "the entity &eacute; is not defined"},
	{"unknown entity in a value", "<a b='&nbsp;'/>", KindSyntax, 1, 7, "the entity &nbsp; is not defined"},
	{"entity in capitals", "<a>&AMP;</a>", KindSyntax, 1, 4, "the entity &AMP; is not defined"},
	{"entity without a semicolon", "<a>&amp</a>", KindSyntax, 1, 4, "begins no reference"},
	{"bare ampersand", "<a>R & D</a>", KindSyntax, 1, 6, "begins no reference"},
	{"bare ampersand in a value", "<a b='R&D'/>", KindSyntax, 1, 8, "begins no reference"},
	{"ampersand last in a text", "<a>x&</a>", KindSyntax, 1, 5, "begins no reference"},
	{"second reference wrong", "<a>&lt;&lt</a>", KindSyntax, 1, 8, "begins no reference"},

	// Markup.
	{"]]> in a text", "<a>x]]></a>", KindSyntax, 1, 5, "]]> may not stand"},
	{"]]]> in a text", "<a>]]]></a>", KindSyntax, 1, 5, "]]> may not stand"},
	{"]]> behind a CDATA section", "<a><![CDATA[x]]>y]]></a>", KindSyntax, 1, 18, "]]> may not stand"},
	{"]]> behind white space and a reference", "<a> &lt;]]></a>", KindSyntax, 1, 9, "]]> may not stand"},
	{"<! and nothing known", "<a><!ELEMENT b></a>", KindSyntax, 1, 4, "<! begins neither"},
	{"cdata in small letters", "<a><![cdata[]]></a>", KindSyntax, 1, 4, "<! begins neither"},
	{"comment not closed", "<a>\n <!-- x -></a>", KindSyntax, 2, 2, "comment that begins here is not closed"},
	{"comment cut in its end", "<a><!-- x --", KindSyntax, 1, 4, "comment that begins here is not closed"},
	{"comment with two dashes", "<a><!-- x -- y --></a>", KindSyntax, 1, 11, "-- may not stand"},
	{"comment with three dashes at its end", "<a><!-- x ---></a>", KindSyntax, 1, 11, "-- may not stand"},
	{"CDATA section not closed", "<a><![CDATA[x]] ></a>", KindSyntax, 1, 4, "CDATA section that begins here is not closed"},
	{"instruction not closed", "<a><?p x></a>", KindSyntax, 1, 4, "instruction that begins here is not closed"},
	{"instruction cut in its name", "<a><?p", KindSyntax, 1, 4, "instruction that begins here is not closed"},
	{"instruction without a name", "<a><? p?></a>", KindSyntax, 1, 6, "not followed by the name of a processing instruction"},
	{"instruction named Xml", "<?Xml x?><a/>", KindSyntax, 1, 3, "may not be named Xml"},
	{"instruction named XML", "<a><?XML?></a>", KindSyntax, 1, 6, "may not be named XML"},
	{"instruction name with a digit first", "<a><?1?></a>", KindSyntax, 1, 6, "1 may not stand here in the name 1"},
	{"no white space in an instruction", "<a><?p+?></a>", KindSyntax, 1, 7, "+ may not stand here in the name p"},

	// Tags.
	{"< and a blank", "<a>1 < 2</a>", KindSyntax, 1, 6, "not followed by the name of an element"},
	{"< and an end tag", "<a>1 <</a>", KindSyntax, 1, 6, "not followed by the name of an element"},
	{"name that begins with a digit", "<a><1b/></a>", KindSyntax, 1, 5, "1 may not stand here in the name 1b"},
	{"name that begins with a dash", "<-a/>", KindSyntax, 1, 2, "- may not stand here in the name -a"},
	{"name with a bracket", "<a[b/>                  ", KindSyntax, 1, 3, "[ may not stand here in the name a[b"},
	{"name with a bracket at the end of a document", "<a[/>", KindSyntax, 1, 3, "[ may not stand here in the tag <a"},
	{"name with a character that is no letter", "<a×/>", KindSyntax, 1, 3, "× may not stand here in the name a×"},
	{"name that begins with a combining character", "<\u0301a/>", KindSyntax, 1, 2, "may not stand here in the name"},
	{"name beyond the last range", "<\U000f0000/>", KindSyntax, 1, 2, "U+F0000 may not stand here in the name"},
	{"tag not closed before the next", "<a>\n<b c='1'\n<d/></a>", KindSyntax, 2, 1, "the tag <b is not closed"},
	{"quote in a tag", `<a "b"/>`, KindSyntax, 1, 4, `" may not stand here in the tag <a`},
	{"slash in a tag", `<a / b="1"/>`, KindSyntax, 1, 4, `/ may not stand here in the tag <a`},
	{"end tag of another", "<a>\n <b>\n </a>\n</b>", KindSyntax, 3, 2, "<b> from line 2, column 2 is closed with </a>"},
	{"end tag in other letters", "<a></A>", KindSyntax, 1, 4, "<a> from line 1, column 1 is closed with </A>"},
	{"end tag with a longer name", "<a></ab>", KindSyntax, 1, 4, "closed with </ab>"},
	{"end tag with a shorter name", "<ab></a>", KindSyntax, 1, 5, "closed with </a>"},
	{"end tag with another prefix", `<p:a xmlns:p="u" xmlns:q="u"></q:a>`, KindSyntax, 1, 30, "<p:a> from line 1, column 1 is closed with </q:a>"},
	{"end tag with an attribute", "<a></a b='1'>", KindSyntax, 1, 8, "the end tag </a is not closed"},
	{"end tag with a blank before its name", "<a></ a>", KindSyntax, 1, 4, "closed with </>"},
	{"end tag that is empty-element", "<a></a/>", KindSyntax, 1, 7, "the end tag </a is not closed"},

	// Attributes.
	{"attributes without white space", `<a b="1"c="2"/>`, KindSyntax, 1, 9, "white space is missing between"},
	{"attribute without =", `<a b/>`, KindSyntax, 1, 5, "attribute b has no ="},
	{"attribute without a value", `<a b=>`, KindSyntax, 1, 6, "value of the attribute b does not begin with a quote"},
	{"attribute without quotes", `<a b=1>`, KindSyntax, 1, 6, "value of the attribute b does not begin with a quote"},
	{"< in a value", `<a b="x<y"/>`, KindSyntax, 1, 8, "'<' may not stand in an attribute value"},
	{"value not closed", "<a b=\"x>\n<c/></a>", KindSyntax, 2, 1, "'<' may not stand in an attribute value"},
	{"attribute twice", `<a b="1" c="2" b="3"/>`, KindSyntax, 1, 16, "attribute b stands twice"},
	{"attribute twice among many", `<a a="" b="" c="" d="" e="" f="" g="" h="" i="" j="" c=""/>`, KindSyntax, 1, 54, "attribute c stands twice"},
	{"attribute name with a digit first", `<a 1b=""/>`, KindSyntax, 1, 4, "1 may not stand here in the name 1b"},
	{"attribute name with a brace", `<a b{c="1" d="1234"/>`, KindSyntax, 1, 5, "{ may not stand here in the name b{c"},

	// Namespaces.
	{"unbound prefix", "<a>\n<p:b/></a>", KindNamespace, 2, 2, "prefix p of this element is not declared"},
	{"unbound prefix behind its scope", `<a><p:b xmlns:p="u"/><p:b/></a>`, KindNamespace, 1, 23, "prefix p of this element is not declared"},
	{"unbound prefix of an attribute", `<a b="1" p:c="2"/>`, KindNamespace, 1, 10, "prefix p of this attribute is not declared"},
	{"attribute behind the scope of its prefix", `<a><b xmlns:p="u" p:c=""/><b p:c=""/></a>`, KindNamespace, 1, 30, "prefix p of this attribute is not declared"},
	{"same attribute under two prefixes", `<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>`, KindNamespace, 1, 36, "attributes q:b and p:b are the same"},
	{"same attribute among many", `<a xmlns:p="u" xmlns:q="u" p:a="" b="" c="" d="" e="" f="" g="" h="" i="" q:a=""/>`, KindNamespace, 1, 75, "attributes q:a and p:a are the same"},
	{"prefix declared twice", `<a xmlns:p="u" xmlns:p="v"/>`, KindSyntax, 1, 16, "attribute xmlns:p stands twice"},
	{"default namespace declared twice", `<a xmlns="u" xmlns="u"/>`, KindSyntax, 1, 14, "attribute xmlns stands twice"},
	{"prefix xml declared twice", `<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xmlns:xml="http://www.w3.org/XML/1998/namespace"/>`, KindSyntax, 1, 53, "attribute xmlns:xml stands twice"},
	{"prefix undeclared", `<a xmlns:p=""/>`, KindNamespace, 1, 4, `prefix p may not be declared as ""`},
	{"xml declared as something else", `<a xmlns:xml="u"/>`, KindNamespace, 1, 4, "prefix xml stands for one namespace"},
	{"another prefix for the xml namespace", `<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>`, KindNamespace, 1, 4, "may not be declared for this prefix"},
	{"xml namespace as the default", `<a xmlns="http://www.w3.org/XML/1998/namespace"/>`, KindNamespace, 1, 4, "may not be declared for this prefix"},
	{"xmlns namespace", `<a xmlns:p="http://www.w3.org/2000/xmlns/"/>`, KindNamespace, 1, 4, "may not be declared for this prefix"},
	{"xmlns declared", `<a xmlns:xmlns="http://www.w3.org/2000/xmlns/"/>`, KindNamespace, 1, 4, "prefix xmlns may not be declared"},
	{"xmlns as a prefix", `<xmlns:a/>`, KindNamespace, 1, 2, "no element may have the prefix xmlns"},
	{"two colons", `<a><b:c:d/></a>`, KindNamespace, 1, 8, "b:c:d has more than one colon"},
	{"two colons in an attribute", `<a b:c:d="1"/>`, KindNamespace, 1, 7, "b:c:d has more than one colon"},
	{"colon first", `<:a/>`, KindNamespace, 1, 2, "needs a part before and behind"},
	{"colon last", `<a:/>`, KindNamespace, 1, 2, "needs a part before and behind"},
	{"colon alone", `<a><:/></a>`, KindNamespace, 1, 5, "needs a part before and behind"},
	{"prefix with a digit first", `<a 1:b=""/>`, KindSyntax, 1, 4, "1 may not stand here in the name 1:b"},
	{"local name with a digit first", `<a xmlns:p="u"><p:1/></a>`, KindSyntax, 1, 19, "1 may not stand here in the name p:1"},
	{"declaration of an empty prefix", `<a xmlns:="u"/>`, KindNamespace, 1, 4, "needs a part before and behind"},
	{"declaration of a prefix with a colon", `<a xmlns:p:q="u"/>`, KindNamespace, 1, 11, "xmlns:p:q has more than one colon"},
	{"declaration of a prefix with a digit first", `<a xmlns:1="u"/>`, KindSyntax, 1, 10, "1 may not stand here in the name xmlns:1"},
	{"instruction with a colon", `<a><?p:q?></a>`, KindNamespace, 1, 7, "instruction p:q may not have a colon"},
}

func TestRefused(t *testing.T) {
	for _, c := range refused {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.doc, Limits{})
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("%q: error is %v", c.doc, err)
			}
			if e.Kind != c.kind || e.Line != c.line || e.Column != c.column || !strings.Contains(e.Message.EN, c.message) {
				t.Errorf("%q:\n got %v error: %v\nwant %v error: line %d, column %d: …%s…", c.doc, e.Kind, e, c.kind, c.line, c.column, c.message)
			}
			if line, column := position(strings.TrimPrefix(c.doc, "\ufeff"), e.Offset); line != e.Line || column != e.Column {
				t.Errorf("%q: offset %d is line %d, column %d, not %d, %d", c.doc, e.Offset, line, column, e.Line, e.Column)
			}
		})
	}
}

// TestRefusedLater sets each refused piece of content into a larger document behind others like
// it, where caches and remembered positions are in use.
func TestRefusedLater(t *testing.T) {
	before := `<r xmlns:z="urn:z"><z:a b="1">x &amp; y]]&gt;<!-- ]]> & --><![CDATA[<&]]></z:a><a b="2&lt;">z</a>` + "\n"
	for _, c := range refused {
		inner, isContent := strings.CutPrefix(c.doc, "<a>")
		if !isContent || !strings.HasSuffix(inner, "</a>") || c.kind == KindEncoding || strings.Contains(inner, "\n") {
			continue
		}
		_, err := Parse(before+c.doc+"</r>", Limits{})
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error is %v", c.name, err)
			continue
		}
		if e.Kind != c.kind || e.Line != c.line+1 || e.Column != c.column {
			t.Errorf("%s: got %v error: %v; want %v at line %d, column %d", c.name, e.Kind, e, c.kind, c.line+1, c.column)
		}
	}
}
