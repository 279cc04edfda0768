package xmltree

import (
	"errors"
	"testing"
)

// accepted are well-formed documents, each for a rule that a strict reader may get wrong on the
// strict side.
var accepted = []struct{ name, doc string }{
	{"one empty element", `<a/>`},
	{"one element", `<a></a>`},
	{"blanks in tags", "<a \t\r\n b = '1'\n></a \n>"},
	{"blank before the end of an empty-element tag", `<a b="1" />`},
	{"declaration", `<?xml version="1.0"?><a/>`},
	{"declaration in full", "<?xml\tversion = '1.0'\nencoding = \"utf-8\"  standalone='yes' ?><a/>"},
	{"standalone no", `<?xml version="1.0" standalone="no"?><a/>`},
	{"misc before and behind", "<?xml version=\"1.0\"?>\n<!-- x -->\n<?p?>\n<a/>\n<!-- y --><?q r?>\n"},
	{"instruction that begins like a declaration", `<?xml-stylesheet href="x"?><a/>`},
	{"instruction named xmlé", `<?xmlé?><a/>`},
	{"instruction with odd content", "<?p < & ]]> -- ? > \"?><a/>"},
	{"empty comment", `<!----><a/>`},
	{"comment that begins with ->", `<a><!--->--></a>`},
	{"comment with a dash", `<a><!-- - --></a>`},
	{"markup in a comment", `<a><!-- <b> &x; ]]> --></a>`},
	{"empty CDATA section", `<a><![CDATA[]]></a>`},
	{"brackets in a CDATA section", `<a><![CDATA[]]]]]></a>`},
	{"markup in a CDATA section", `<a><![CDATA[<b> &x; -- ]] >]]></a>`},
	{"brackets in a text", `<a>]] ]> ]]</a>`},
	{"brackets around a CDATA section", `<a>]]<![CDATA[>]]>]]</a>`},
	{"]]> in a value", `<a b="]]>"/>`},
	{"> in a text and a value", `<a b=">">></a>`},
	{"the other quote in a value", `<a b="'" c='"'/>`},
	{"entities", `<a b="&lt;&gt;&amp;&apos;&quot;">&lt;&gt;&amp;&apos;&quot;</a>`},
	{"character references", `<a>&#65;&#x41;&#xfFfD;&#x10FFFF;&#0000000000000000000000000065;&#9;&#10;&#13;</a>`},
	{"all legal characters", "<a>\t\n\r \x7f\u0080\u009f\u2028\ud7ff\ue000\ufffd\U00010000\U0010ffff</a>"},
	{"names", `<_a.-0 é="1" _:b="2" xmlns:_="x"><Ωμέγα/><日本/><a·/></_a.-0>`},
	{"names of the fifth edition", "<\u037f/>"},
	{"end of a name range", "<a\u203f\U000effff\u2040/>"},
	{"prefixes", `<p:a xmlns:p="u" p:b="1" b="2"><p:c/></p:a>`},
	{"prefix declared behind its use", `<p:a p:b="1" xmlns:p="u"/>`},
	{"prefix declared anew", `<p:a xmlns:p="u"><p:a xmlns:p="v"/></p:a>`},
	{"default namespace undone", `<a xmlns="u"><b xmlns=""/></a>`},
	{"xml prefix", `<a xml:lang="fr"><xml:b/></a>`},
	{"xml prefix declared", `<a xmlns:xml="http://www.w3.org/XML/1998/namespace" xml:lang="fr"/>`},
	{"names that begin with xml", `<xmla xmlb="1" xmlnsc="2"/>`},
	{"same local name in two namespaces", `<a xmlns:p="u" xmlns:q="v" p:b="1" q:b="2" b="3"/>`},
	{"default namespace is not for attributes", `<a xmlns="u" xmlns:p="u" b="1" p:b="2"/>`},
	{"namespace that is no URI", `<a xmlns="é [ &lt;"/>`},
	{"white space in a namespace", "<p:a xmlns:p=\"u\r\nv\t\"/>"},
	{"white space behind the root", "<a/>\r\n\t "},
	{"byte order mark", "\ufeff<a/>"},
}

func TestAccepted(t *testing.T) {
	for _, c := range accepted {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Parse(c.doc, Limits{}); err != nil {
				t.Errorf("%q: %v", c.doc, err)
			}
		})
	}
}

// TestAcceptedCut cuts every accepted document at every byte: what is left is either refused or
// complete, and never makes Parse panic.
func TestAcceptedCut(t *testing.T) {
	for _, c := range accepted {
		for i := range c.doc {
			tree, err := Parse(c.doc[:i], Limits{})
			var e *Error
			switch {
			case err == nil:
				checkTree(t, tree)
			case !errors.As(err, &e):
				t.Errorf("%s cut at %d: error is a %T", c.name, i, err)
			case e.Offset > i:
				t.Errorf("%s cut at %d: error at %d", c.name, i, e.Offset)
			}
		}
	}
}
