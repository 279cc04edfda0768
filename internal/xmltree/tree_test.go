package xmltree

import (
	"slices"
	"strings"
	"testing"
)

func TestTree(t *testing.T) {
	tree := mustParse(t, `<?xml version="1.0"?>
<i:r xmlns:i="urn:i" xmlns="urn:d" id="1" i:id="2">
  <a/><b x="3"><c>t</c><c/></b><a>u</a>
</i:r>`)
	checkTree(t, tree)
	var got []string
	for n := Node(0); int(n) < tree.Len(); n++ {
		name := tree.NameOf(n)
		got = append(got, "{"+name.Space+"}"+name.Local)
	}
	want := []string{"{urn:i}r", "{urn:d}a", "{urn:d}b", "{urn:d}c", "{urn:d}c", "{urn:d}a"}
	if !slices.Equal(got, want) {
		t.Errorf("elements %q, want %q", got, want)
	}
	if tree.Name(1) != tree.Name(5) || tree.Name(1) == tree.Name(2) || tree.AttrName(0) == tree.AttrName(1) {
		t.Error("symbols do not follow names")
	}
	wantNames := []Name{{"urn:i", "r"}, {"", "id"}, {"urn:i", "id"}, {"urn:d", "a"}, {"urn:d", "b"}, {"", "x"}, {"urn:d", "c"}}
	if !slices.Equal(tree.Names(), wantNames) {
		t.Errorf("names %v, want %v", tree.Names(), wantNames)
	}
	for _, c := range []struct{ n, parent, child, next, after Node }{
		{0, None, 1, None, 6}, {1, 0, None, 2, 2}, {2, 0, 3, 5, 5}, {3, 2, None, 4, 4}, {4, 2, None, None, 5}, {5, 0, None, None, 6},
	} {
		if tree.Parent(c.n) != c.parent || tree.FirstChild(c.n) != c.child || tree.NextSibling(c.n) != c.next || tree.After(c.n) != c.after {
			t.Errorf("element %d: parent %d, child %d, next %d, after %d; want %v", c.n,
				tree.Parent(c.n), tree.FirstChild(c.n), tree.NextSibling(c.n), tree.After(c.n), c)
		}
	}
	start, end := tree.Range(2)
	open, close := tree.Content(2)
	if tree.Doc()[start:end] != `<b x="3"><c>t</c><c/></b>` || tree.Doc()[open:close] != `<c>t</c><c/>` {
		t.Errorf("b is %q with %q", tree.Doc()[start:end], tree.Doc()[open:close])
	}
	as, vs, ve := tree.AttrRange(2)
	if tree.Doc()[as:ve+1] != `x="3"` || tree.Doc()[vs:ve] != "3" || tree.Owner(2) != 2 || tree.AttrQName(1) != "i:id" {
		t.Errorf("x is %q", tree.Doc()[as:ve+1])
	}
	if !tree.EmptyTag(1) || tree.EmptyTag(2) || tree.QName(0) != "i:r" || tree.QName(5) != "a" {
		t.Error("tags are wrong")
	}
}

func TestOutOfRange(t *testing.T) {
	tree := mustParse(t, `<a b="1"/>`)
	for name, f := range map[string]func(){
		"None":           func() { tree.Text(None) },
		"element":        func() { tree.Name(1) },
		"attribute":      func() { tree.AttrValue(1) },
		"owner":          func() { tree.Owner(1) },
		"prefix of None": func() { tree.LookupPrefix(1, "p") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s out of range does not panic", name)
				}
			}()
			f()
		}()
	}
}

const nested = `<r xmlns="d" xmlns:p="u" xmlns:q="u">
 <a xmlns:p="v" xmlns="">
  <b xmlns:x="u" xmlns:y="w"><c/></b><d/>
 </a>
 <e/>
</r>`

func TestLookupPrefix(t *testing.T) {
	tree := mustParse(t, nested)
	nodes := map[string]Node{}
	for n := Node(0); int(n) < tree.Len(); n++ {
		nodes[tree.QName(n)] = n
	}
	for _, c := range []struct {
		at, prefix, space string
		ok                bool
	}{
		{"r", "", "d", true}, {"r", "p", "u", true}, {"r", "x", "", false}, {"r", "xml", xmlSpace, true},
		{"a", "", "", true}, {"a", "p", "v", true}, {"a", "q", "u", true},
		{"b", "x", "u", true}, {"b", "p", "v", true}, {"c", "x", "u", true}, {"c", "y", "w", true}, {"c", "", "", true},
		{"d", "x", "", false}, {"d", "p", "v", true}, {"e", "p", "u", true}, {"e", "", "d", true}, {"e", "y", "", false},
	} {
		if space, ok := tree.LookupPrefix(nodes[c.at], c.prefix); space != c.space || ok != c.ok {
			t.Errorf("%s: prefix %q is %q, %v; want %q, %v", c.at, c.prefix, space, ok, c.space, c.ok)
		}
	}
	for _, c := range []struct {
		at, space, prefix string
		ok                bool
		attr              string
		attrOK            bool
	}{
		{"r", "d", "", true, "", false}, {"r", "u", "q", true, "q", true}, {"r", "", "", false, "", true},
		{"r", "w", "", false, "", false}, {"r", xmlSpace, "xml", true, "xml", true},
		{"a", "d", "", false, "", false}, {"a", "", "", true, "", true}, {"a", "v", "p", true, "p", true}, {"a", "u", "q", true, "q", true},
		{"c", "u", "x", true, "x", true}, {"c", "w", "y", true, "y", true}, {"d", "w", "", false, "", false},
		{"e", "u", "q", true, "q", true}, {"e", "d", "", true, "", false},
	} {
		if prefix, ok := tree.Prefix(nodes[c.at], c.space); prefix != c.prefix || ok != c.ok {
			t.Errorf("%s: namespace %q has prefix %q, %v; want %q, %v", c.at, c.space, prefix, ok, c.prefix, c.ok)
		}
		if prefix, ok := tree.AttrPrefix(nodes[c.at], c.space); prefix != c.attr || ok != c.attrOK {
			t.Errorf("%s: namespace %q has prefix %q, %v for attributes; want %q, %v", c.at, c.space, prefix, ok, c.attr, c.attrOK)
		}
	}
}

func TestPrefixHidden(t *testing.T) {
	tree := mustParse(t, `<p:r xmlns:p="u"><a xmlns:p="v"/></p:r>`)
	if prefix, ok := tree.Prefix(1, "u"); ok {
		t.Errorf("u has prefix %q, which is taken", prefix)
	}
}

func TestNamespaces(t *testing.T) {
	tree := mustParse(t, strings.Replace(nested, "<c/>", `<c xmlns:xml="`+xmlSpace+`"/>`, 1))
	var got []string
	for prefix, space := range tree.Namespaces(3) {
		got = append(got, prefix+"="+space)
	}
	if want := []string{"y=w", "x=u", "=", "p=v", "q=u"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	for prefix := range tree.Namespaces(3) {
		if prefix != "y" {
			t.Errorf("goes on with %q", prefix)
		}
		break
	}
}

// TestManyNamespaces declares so many prefixes, and hides and forgets so many, that they are found
// by a map.
func TestManyNamespaces(t *testing.T) {
	tree := mustParse(t, `<r`+manyNamespaces(100)+`>`+
		`<p00003:a xmlns:p00003="x" xmlns:longer-than-eight-1="y" xmlns:longer-than-eight-2="z"><longer-than-eight-2:b/></p00003:a>`+
		`<p00003:a p00004:c=""/></r>`)
	checkTree(t, tree)
	want := []Name{{"", "r"}, {"x", "a"}, {"z", "b"}, {"u:3", "a"}}
	for n, name := range want {
		if got := tree.NameOf(Node(n)); got != name {
			t.Errorf("element %d is %v, want %v", n, got, name)
		}
	}
	if got := tree.AttrNameOf(0); got != (Name{"u:4", "c"}) {
		t.Errorf("attribute is %v", got)
	}
}

// TestOneSymbol writes one name in many ways.
func TestOneSymbol(t *testing.T) {
	tree := mustParse(t, `<r xmlns="u"><a/><p:a xmlns:p="u"/><q:a xmlns:q="u"><q:a xmlns:q="&#x75;"/></q:a><xml:a/>`+
		`<r xmlns:xml="`+xmlSpace+`"><xml:a/></r><a xmlns=""/><a xmlns=""><a/></a></r>`)
	checkTree(t, tree)
	if want := []Name{{"u", "r"}, {"u", "a"}, {xmlSpace, "a"}, {"", "a"}}; !slices.Equal(tree.Names(), want) {
		t.Errorf("names %v, want %v", tree.Names(), want)
	}
}

// TestManyNames has more distinct names than any table holds at first.
func TestManyNames(t *testing.T) {
	var b strings.Builder
	b.WriteString("<r>")
	for i := range 5000 {
		name := "n" + strings.Repeat("x", i%7) + string(rune('a'+i%26)) + strings.Repeat("y", i/26)
		b.WriteString("<" + name + "/>")
	}
	b.WriteString("</r>")
	doc := b.String()
	tree := mustParse(t, doc+"<!-- -->")
	checkTree(t, tree)
	for n := Node(0); int(n) < tree.Len(); n++ {
		if tree.NameOf(n).Local != tree.QName(n) {
			t.Fatalf("element %d is %v, not %s", n, tree.NameOf(n), tree.QName(n))
		}
	}
	if len(tree.Names()) != distinctStrings(tree) {
		t.Errorf("%d names, want %d", len(tree.Names()), distinctStrings(tree))
	}
}

func distinctStrings(tree *Tree) int {
	seen := map[string]bool{}
	for n := Node(0); int(n) < tree.Len(); n++ {
		seen[tree.QName(n)] = true
	}
	return len(seen)
}

func TestPath(t *testing.T) {
	tree := mustParse(t, `<o:Order xmlns:o="urn:o" xmlns:l="urn:l" xmlns:k="urn:l"><l:Line><l:ID/></l:Line><o:Line/><k:Line><n xmlns=""/><m xmlns="urn:m"/><m xmlns="urn:x"/></k:Line></o:Order>`)
	prefix := func(space string) string {
		return map[string]string{"urn:o": "ord", "urn:l": "lin"}[space]
	}
	for n, want := range []string{
		"/ord:Order",
		"/ord:Order/lin:Line[1]",
		"/ord:Order/lin:Line[1]/lin:ID",
		"/ord:Order/ord:Line",
		"/ord:Order/lin:Line[2]",
		"/ord:Order/lin:Line[2]/n",
		"/ord:Order/lin:Line[2]/m",
		"/ord:Order/lin:Line[2]/m",
	} {
		if got := tree.Path(Node(n), prefix); got != want {
			t.Errorf("element %d: %s, want %s", n, got, want)
		}
	}
	if got, want := tree.Path(4, nil), "/o:Order/k:Line[2]"; got != want {
		t.Errorf("without a function: %s, want %s", got, want)
	}
}
