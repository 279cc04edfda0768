package xmltree

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// checkTree checks what holds for every tree: ranges nest, in order, and cover the document but
// for what stands outside the root; links agree with them; names are where they should be.
func checkTree(t *testing.T, tree *Tree) {
	t.Helper()
	doc := tree.Doc()
	if !utf8.ValidString(doc) {
		t.Fatalf("document is not UTF-8: %q", doc)
	}
	if tree.Len() < 1 || tree.Parent(0) != None || tree.NextSibling(0) != None || tree.After(0) != Node(tree.Len()) {
		t.Fatalf("no proper root in %q", doc)
	}
	children := 0
	attrs := Attr(0)
	for n := Node(0); int(n) < tree.Len(); n++ {
		start, end := tree.Range(n)
		open, close := tree.Content(n)
		if !(0 <= start && start < open && open <= close && close <= end && end <= len(doc)) {
			t.Fatalf("element %d: range %d to %d, content %d to %d of %d bytes", n, start, end, open, close, len(doc))
		}
		if doc[start] != '<' || doc[end-1] != '>' || doc[open-1] != '>' {
			t.Fatalf("element %d is %q, its start tag %q", n, doc[start:end], doc[start:open])
		}
		if tree.EmptyTag(n) != (doc[open-2:open] == "/>" && open == end) || !tree.EmptyTag(n) && doc[close:close+2] != "</" {
			t.Fatalf("element %d: EmptyTag is %v for %q", n, tree.EmptyTag(n), doc[start:end])
		}
		qname := tree.QName(n)
		if doc[start+1:start+1+len(qname)] != qname {
			t.Fatalf("element %d: name %q in %q", n, qname, doc[start:open])
		}
		checkQName(t, tree, n, qname, tree.NameOf(n))
		if tree.Names()[tree.Name(n)] != tree.NameOf(n) {
			t.Fatalf("element %d: symbol %d is not %v", n, tree.Name(n), tree.NameOf(n))
		}
		pos := open
		last := n + 1
		for c := tree.FirstChild(n); c != None; c = tree.NextSibling(c) {
			cs, ce := tree.Range(c)
			if tree.Parent(c) != n || c != last || cs < pos || ce > close {
				t.Fatalf("element %d: child %d at %d to %d, parent %d", n, c, cs, ce, tree.Parent(c))
			}
			pos, last = ce, tree.After(c)
			children++
		}
		if tree.After(n) != last || tree.HasChildren(n) != (last != n+1) {
			t.Fatalf("element %d: subtree ends at %d, not %d", n, tree.After(n), last)
		}
		first, end2 := tree.Attrs(n)
		if first != attrs || end2 < first {
			t.Fatalf("element %d: attributes %d to %d behind %d", n, first, end2, attrs)
		}
		attrs = end2
		for a := first; a < end2; a++ {
			as, vs, ve := tree.AttrRange(a)
			if !(start < as && as < vs && vs <= ve && ve < open) || doc[vs-1] != doc[ve] || tree.Owner(a) != n {
				t.Fatalf("attribute %d of element %d: %d, %d to %d", a, n, as, vs, ve)
			}
			checkQName(t, tree, n, tree.AttrQName(a), tree.AttrNameOf(a))
		}
		if tree.HasText(n) != (strings.Trim(tree.Text(n), " \t\r\n") != "") {
			t.Fatalf("element %d: HasText is %v for %q", n, tree.HasText(n), tree.Text(n))
		}
	}
	if children != tree.Len()-1 || int(attrs) != tree.AttrLen() {
		t.Fatalf("%d children, %d attributes for %d elements, %d attributes", children, attrs, tree.Len(), tree.AttrLen())
	}
}

// checkQName checks that an expanded name is what the tree's own namespaces make of the written
// one.
func checkQName(t *testing.T, tree *Tree, n Node, qname string, name Name) {
	t.Helper()
	prefix, local, prefixed := strings.Cut(qname, ":")
	if !prefixed {
		prefix, local = "", qname
	}
	if local != name.Local {
		t.Fatalf("%q is %v", qname, name)
	}
	if space, ok := tree.LookupPrefix(n, prefix); prefixed && (!ok || space != name.Space) {
		t.Fatalf("%q is %v, but the prefix stands for %q, %v", qname, name, space, ok)
	}
	if name.Space != "" {
		p, ok := tree.Prefix(n, name.Space)
		if space, _ := tree.LookupPrefix(n, p); !ok || space != name.Space {
			t.Fatalf("prefix of %q is %q, %v, which stands for %q", name.Space, p, ok, space)
		}
	}
}
