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
	first  int32  // the first declaration of the same namespace, maybe this one
	hash   uint32 // of space
}

// Many declarations in scope are found by a map instead of one by one.
const manyDecls = 16

// scope is an element that declares namespaces, while it is open: what its end has to restore.
type scope struct {
	owner Node
	size  int32 // declarations in scope outside of it
	epoch uint32
}

// bound is a declaration in scope.
type bound struct {
	key     uint64 // of the prefix
	decl    int32
	shadows int32 // the declaration that it hides, noSpace if none
}

// prefixKey packs a prefix into a number. Only prefixes of 8 bytes and more can share one.
func prefixKey(prefix string) uint64 {
	if len(prefix) >= 8 {
		return load(prefix, 0) | high
	}
	key := uint64(0)
	for i := 0; i < len(prefix); i++ {
		key |= uint64(prefix[i]) << (8 * i)
	}
	return key
}

// declare puts a namespace declaration of the element n, the newest one, in scope. Unless it says
// what is so already, names have to be looked up anew.
func (p *parser) declare(n Node, prefix, space string) {
	if p.declarer != n {
		p.scopes = append(p.scopes, scope{n, int32(len(p.inScope)), p.epoch})
		p.declarer = n
	}
	i := int32(len(p.decls))
	d := decl{owner: n, up: noSpace, prefix: prefix, space: space, hash: uint32(maphash.String(p.seed, space))}
	d.first = p.firstOf(space, d.hash, i)
	before := p.find(prefix)
	if before == noSpace || p.decls[before].first != d.first {
		p.epochs++
		p.epoch = p.epochs
	}
	if len(p.inScope) > 0 {
		d.up = p.inScope[len(p.inScope)-1].decl
	}
	if p.decls == nil {
		p.decls = make([]decl, 0, 8)
	}
	p.decls = append(p.decls, d)
	p.inScope = append(p.inScope, bound{prefixKey(prefix), i, before})
	switch {
	case p.byPrefix != nil:
		p.byPrefix[prefix] = i
	case len(p.inScope) > manyDecls:
		p.byPrefix = make(map[string]int32, 2*manyDecls)
		for _, b := range p.inScope {
			p.byPrefix[p.decls[b.decl].prefix] = b.decl
		}
	}
}

// firstOf returns the first declaration of a namespace, which is i if there is none before it. Two
// declarations are then compared by number, and not again and again by names of any length.
func (p *parser) firstOf(space string, hash uint32, i int32) int32 {
	if p.bySpace == nil && i < manyDecls {
		for k := range p.decls {
			if d := &p.decls[k]; d.hash == hash && d.space == space {
				return d.first
			}
		}
		return i
	}
	if p.bySpace == nil {
		p.bySpace = make(map[string]int32, 2*manyDecls)
		for k := range p.decls {
			d := &p.decls[k]
			p.bySpace[d.space] = d.first
		}
	}
	if first, ok := p.bySpace[space]; ok {
		return first
	}
	p.bySpace[space] = i
	return i
}

// leave ends the scope of the declarations of the innermost element that has some.
func (p *parser) leave() {
	s := p.scopes[len(p.scopes)-1]
	p.scopes = p.scopes[:len(p.scopes)-1]
	p.declarer = None
	if len(p.scopes) > 0 {
		p.declarer = p.scopes[len(p.scopes)-1].owner
	}
	p.epoch = s.epoch
	if p.byPrefix != nil {
		for k := len(p.inScope) - 1; k >= int(s.size); k-- {
			b := p.inScope[k]
			prefix := p.decls[b.decl].prefix
			if b.shadows != noSpace {
				p.byPrefix[prefix] = b.shadows
			} else {
				delete(p.byPrefix, prefix)
			}
		}
	}
	p.inScope = p.inScope[:s.size]
}

// find returns the declaration of prefix in scope, or noSpace.
func (p *parser) find(prefix string) int32 {
	if p.byPrefix != nil {
		if i, ok := p.byPrefix[prefix]; ok {
			return i
		}
		return noSpace
	}
	key := prefixKey(prefix)
	for k := len(p.inScope) - 1; k >= 0; k-- {
		b := &p.inScope[k]
		if b.key == key && (len(prefix) < 8 || p.decls[b.decl].prefix == prefix) {
			return b.decl
		}
	}
	return noSpace
}

// prefixed returns the first declaration of the namespace that the prefix of a name at off stands
// for. It is an error if the prefix is not declared.
func (p *parser) prefixed(prefix string, off int, element bool) (int32, bool) {
	if prefix == "xml" {
		return xmlBound, true
	}
	if i := p.find(prefix); i != noSpace {
		return p.decls[i].first, true
	}
	switch {
	case prefix == "xmlns":
		p.fail(off, KindNamespace, &errXmlnsPrefix)
	case element:
		p.fail(off, KindNamespace, &errElementPrefix, clip(prefix))
	default:
		p.fail(off, KindNamespace, &errAttributePrefix, clip(prefix))
	}
	return noSpace, false
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
			if seen[d.prefix] || d.prefix == "xml" {
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
