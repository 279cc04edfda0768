package xmltree

import (
	"hash/maphash"
	"strings"
)

const (
	elementSlots   = 512
	attributeSlots = 64
	firstIndex     = 256 // slots of the index of distinct names, before it grows
)

// cached remembers what a qualified name stood for while the namespace declarations in scope were
// those of an epoch. It is where nearly every name of a document is found: names in the cache have
// been checked, so a hit costs one comparison. A slot holds one name and is overwritten by the
// next, so names made to collide cost a visit to resolve each, no more.
type cached struct {
	from, to uint32
	sym      Sym
	epoch    uint32
}

// hash mixes the last sixteen bytes and the length of the name doc[from:to].
func hash(doc string, from, to int) uint32 {
	n := to - from
	if to < 8 {
		return uint32(n)
	}
	x := load(doc, to-8)
	switch {
	case n < 8:
		x >>= uint(8-n) * 8
	case n >= 16:
		x ^= load(doc, to-16) * 0x9E3779B97F4A7C15
	}
	return uint32(((x ^ uint64(n)) * 0xD6E8FEB86659FD93) >> 48)
}

// element returns the symbol of the element name doc[from:to].
func (p *parser) element(from, to int) (Sym, bool) {
	c := &p.elements[hash(p.doc, from, to)%elementSlots]
	if c.epoch == p.epoch && p.doc[c.from:c.to] == p.doc[from:to] {
		return c.sym, true
	}
	space := ""
	prefix, local, ok := p.split(from, to)
	if !ok {
		return 0, false
	}
	if prefix == "" {
		space = p.space("")
	} else if space, ok = p.prefixSpace(prefix, from, &errElementPrefix); !ok {
		return 0, false
	}
	sym, ok := p.symbol(Name{space, local}, from)
	*c = cached{uint32(from), uint32(to), sym, p.epoch}
	return sym, ok
}

// attribute returns the symbol of the attribute name doc[from:to].
func (p *parser) attribute(from, to int) (Sym, bool) {
	c := &p.attributes[hash(p.doc, from, to)%attributeSlots]
	if c.epoch == p.epoch && p.doc[c.from:c.to] == p.doc[from:to] {
		return c.sym, true
	}
	space := ""
	prefix, local, ok := p.split(from, to)
	if !ok {
		return 0, false
	}
	if prefix != "" {
		if space, ok = p.prefixSpace(prefix, from, &errAttributePrefix); !ok {
			return 0, false
		}
	}
	sym, ok := p.symbol(Name{space, local}, from)
	*c = cached{uint32(from), uint32(to), sym, p.epoch}
	return sym, ok
}

// split checks the qualified name doc[from:to] and takes it apart.
func (p *parser) split(from, to int) (prefix, local string, ok bool) {
	name := p.doc[from:to]
	prefix, local, colon := strings.Cut(name, ":")
	if !colon {
		prefix, local = "", name
	}
	second := strings.IndexByte(local, ':')
	switch {
	case colon && prefix == "", colon && local == "":
		p.fail(from, KindNamespace, &errColonEnd, clip(name))
	case second >= 0:
		p.fail(to-len(local)+second, KindNamespace, &errColons, clip(name))
	default:
		if colon {
			if i := nameFault(prefix); i >= 0 {
				p.failName(from+i, from, to)
				return "", "", false
			}
		}
		if i := nameFault(local); i >= 0 {
			p.failName(to-len(local)+i, from, to)
			return "", "", false
		}
		return prefix, local, true
	}
	return "", "", false
}

// symbol returns the symbol of an expanded name, a new one if the name is new. The index is an
// open-addressed table under a hash with a random seed, so that nobody can choose names that fall
// together.
func (p *parser) symbol(name Name, off int) (Sym, bool) {
	t := p.tree
	mask := len(p.index) - 1
	i := int(p.hashName(name)) & mask
	for ; p.index[i] != 0; i = (i + 1) & mask {
		if t.names[p.index[i]-1] == name {
			return Sym(p.index[i] - 1), true
		}
	}
	if len(t.names) >= p.lim.Names {
		p.fail(off, KindLimit, &errNames, p.lim.Names)
		return 0, false
	}
	t.names = append(t.names, name)
	sym := Sym(len(t.names) - 1)
	p.index[i] = uint32(sym) + 1
	if 2*len(t.names) > len(p.index) {
		p.growIndex()
	}
	return sym, true
}

func (p *parser) growIndex() {
	p.index = make([]uint32, 2*len(p.index))
	mask := len(p.index) - 1
	for sym, name := range p.tree.names {
		i := int(p.hashName(name)) & mask
		for p.index[i] != 0 {
			i = (i + 1) & mask
		}
		p.index[i] = uint32(sym) + 1
	}
}

func (p *parser) hashName(name Name) uint64 {
	h := maphash.String(p.seed, name.Local)
	if name.Space != "" {
		h = h*31 + maphash.String(p.seed, name.Space)
	}
	return h
}
