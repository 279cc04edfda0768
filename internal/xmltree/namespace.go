package xmltree

import (
	"hash/maphash"
	"iter"
	"sort"
)

const (
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsSpace = "http://www.w3.org/2000/xmlns/"
)

// decl is a namespace declaration. It stands in document order in Tree.decls.
type decl struct {
	owner  Node
	up     int32 // the declaration in scope before this one, -1 at the end
	prefix string
	space  string
	hash   uint64 // of space
}

// Many declarations in scope are found by a map instead of one by one.
const manyDecls = 16

// declare puts a namespace declaration of the element n, the newest one, in scope. It reports
// whether that changes what some name means.
func (p *parser) declare(n Node, prefix, space string) (changed bool) {
	t := p.tree
	before := p.find(prefix)
	d := decl{owner: n, up: -1, prefix: prefix, space: space, hash: maphash.String(p.seed, space)}
	if len(p.scope) > 0 {
		d.up = p.scope[len(p.scope)-1]
	}
	if t.decls == nil {
		t.decls = make([]decl, 0, 8)
	}
	t.decls = append(t.decls, d)
	i := int32(len(t.decls) - 1)
	p.scope = append(p.scope, i)
	p.shadowed = append(p.shadowed, before)
	switch {
	case p.byPrefix != nil:
		p.byPrefix[prefix] = i
	case len(p.scope) > manyDecls:
		p.byPrefix = make(map[string]int32, 2*manyDecls)
		for _, i := range p.scope {
			p.byPrefix[t.decls[i].prefix] = i
		}
	}
	if before < 0 {
		return true
	}
	return t.decls[before].space != space
}

// undeclare takes declarations out of scope, until only size are left.
func (p *parser) undeclare(size int) {
	for len(p.scope) > size {
		last := len(p.scope) - 1
		if p.byPrefix != nil {
			prefix := p.tree.decls[p.scope[last]].prefix
			if before := p.shadowed[last]; before >= 0 {
				p.byPrefix[prefix] = before
			} else {
				delete(p.byPrefix, prefix)
			}
		}
		p.scope, p.shadowed = p.scope[:last], p.shadowed[:last]
	}
}

// find returns the declaration of prefix in scope, or -1.
func (p *parser) find(prefix string) int32 {
	if p.byPrefix != nil {
		if i, ok := p.byPrefix[prefix]; ok {
			return i
		}
		return -1
	}
	for k := len(p.scope) - 1; k >= 0; k-- {
		if i := p.scope[k]; p.tree.decls[i].prefix == prefix {
			return i
		}
	}
	return -1
}

// prefixSpace returns the namespace of a prefix that a name at off uses, and its hash. It is an
// error if the prefix is not bound.
func (p *parser) prefixSpace(prefix string, off int, unbound *message) (space string, hash uint64, ok bool) {
	i := p.find(prefix)
	switch {
	case i >= 0:
		d := &p.tree.decls[i]
		return d.space, d.hash, true
	case prefix == "xml":
		return xmlSpace, maphash.String(p.seed, xmlSpace), true
	case prefix == "xmlns":
		p.fail(off, KindNamespace, &errXmlnsPrefix)
	default:
		p.fail(off, KindNamespace, unbound, clip(prefix))
	}
	return "", 0, false
}

// checkDecl refuses the declarations that Namespaces in XML 1.0, section 3, forbids.
func (p *parser) checkDecl(off int, prefix, space string) bool {
	switch {
	case prefix == "xml":
		if space == xmlSpace {
			return true
		}
		p.fail(off, KindNamespace, &errDeclareXML)
	case prefix == "xmlns":
		p.fail(off, KindNamespace, &errDeclareXmlns)
	case space == xmlSpace, space == xmlnsSpace:
		p.fail(off, KindNamespace, &errReservedSpace, space)
	case prefix != "" && space == "":
		p.fail(off, KindNamespace, &errUndeclare, clip(prefix))
	default:
		return true
	}
	return false
}

// LookupPrefix returns the namespace that a prefix is bound to at n, as a value of type QName
// needs it. The prefix "" stands for the default namespace, which is always known: without a
// declaration it is "". The prefix xml needs no declaration.
func (t *Tree) LookupPrefix(n Node, prefix string) (space string, ok bool) {
	if prefix == "xml" {
		return xmlSpace, true
	}
	for i := t.scope(n); i >= 0; i = t.declAbove(i, n) {
		if d := &t.decls[i]; d.prefix == prefix {
			return d.space, true
		}
	}
	return "", prefix == ""
}

// Prefix returns a prefix that is bound to space at n; "" stands for the default namespace. The
// innermost declaration wins, and of one element's the last. An attribute cannot use the default
// namespace: for one, ask AttrPrefix.
func (t *Tree) Prefix(n Node, space string) (prefix string, ok bool) {
	return t.prefixFor(n, space, true)
}

// AttrPrefix is Prefix for the name of an attribute: the answer is never the default namespace,
// except that no namespace needs no prefix.
func (t *Tree) AttrPrefix(n Node, space string) (prefix string, ok bool) {
	if space == "" {
		return "", true
	}
	return t.prefixFor(n, space, false)
}

func (t *Tree) prefixFor(n Node, space string, withDefault bool) (string, bool) {
	if space == xmlSpace {
		return "xml", true
	}
	for i := t.scope(n); i >= 0; i = t.declAbove(i, n) {
		d := &t.decls[i]
		if d.space != space || d.prefix == "" && !withDefault {
			continue
		}
		// A declaration further in may have taken the prefix for something else.
		if now, _ := t.LookupPrefix(n, d.prefix); now == space {
			return d.prefix, true
		}
	}
	// Without any default namespace, no prefix means no namespace.
	if space == "" {
		now, _ := t.LookupPrefix(n, "")
		return "", now == ""
	}
	return "", false
}

// Namespaces yields the prefixes in scope at n with their namespaces, the innermost declaration
// first, each prefix once: what a copy of n needs to stand alone. The prefix xml is not among
// them. An undeclared default namespace is yielded as "", "".
func (t *Tree) Namespaces(n Node) iter.Seq2[string, string] {
	return func(yield func(prefix, space string) bool) {
		seen := map[string]bool{}
		for i := t.scope(n); i >= 0; i = t.declAbove(i, n) {
			d := &t.decls[i]
			if seen[d.prefix] {
				continue
			}
			seen[d.prefix] = true
			if !yield(d.prefix, d.space) {
				return
			}
		}
	}
}

// scope returns the innermost declaration in scope at n, or -1.
func (t *Tree) scope(n Node) int32 {
	_ = t.nodes[n]
	i := int32(sort.Search(len(t.decls), func(i int) bool { return t.decls[i].owner > n }) - 1)
	return t.inScope(i, n)
}

// declAbove returns the next declaration in scope at n further out than i, or -1.
func (t *Tree) declAbove(i int32, n Node) int32 { return t.inScope(t.decls[i].up, n) }

// inScope follows the chain of declarations from i to the first whose element holds n. The
// elements around n that declare something all hold the declaration from which the chain began.
func (t *Tree) inScope(i int32, n Node) int32 {
	for i >= 0 && t.nodes[t.decls[i].owner].last <= n {
		i = t.decls[i].up
	}
	return i
}
