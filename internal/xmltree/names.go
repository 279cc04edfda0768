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
	return p.resolve(c, from, to, true)
}

// attribute returns the symbol of the attribute name doc[from:to].
func (p *parser) attribute(from, to int) (Sym, bool) {
	c := &p.attributes[hash(p.doc, from, to)%attributeSlots]
	if c.epoch == p.epoch && p.doc[c.from:c.to] == p.doc[from:to] {
		return c.sym, true
	}
	return p.resolve(c, from, to, false)
}

// resolve finds what the name doc[from:to] stands for and puts it into the slot c.
func (p *parser) resolve(c *cached, from, to int, element bool) (Sym, bool) {
	prefix, local, ok := p.split(from, to)
	if !ok {
		return 0, false
	}
	space, hash := "", uint64(0)
	switch {
	case prefix != "" && element:
		space, hash, ok = p.prefixSpace(prefix, from, &errElementPrefix)
	case prefix != "":
		space, hash, ok = p.prefixSpace(prefix, from, &errAttributePrefix)
	case element:
		if i := p.find(""); i >= 0 {
			space, hash = p.tree.decls[i].space, p.tree.decls[i].hash
		}
	}
	if !ok {
		return 0, false
	}
	sym, ok := p.symbol(Name{space, local}, hash, from)
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

// symbol returns the symbol of an expanded name, a new one if the name is new; spaceHash is the hash
// of its namespace. The index is an open-addressed table under a hash with a random seed, so that
// nobody can choose names that fall together.
func (p *parser) symbol(name Name, spaceHash uint64, off int) (Sym, bool) {
	t := p.tree
	hash := uint32(maphash.String(p.seed, name.Local) ^ spaceHash*31)
	mask := uint32(len(p.index) - 1)
	i := hash & mask
	for ; p.index[i].used != 0; i = (i + 1) & mask {
		if e := p.index[i]; e.hash == hash && t.names[e.used-1] == name {
			return Sym(e.used - 1), true
		}
	}
	if len(t.names) >= p.lim.Names {
		p.fail(off, KindLimit, &errNames, p.lim.Names)
		return 0, false
	}
	t.names = append(t.names, name)
	p.index[i] = indexed{hash, uint32(len(t.names))}
	if 2*len(t.names) > len(p.index) {
		p.growIndex()
	}
	return Sym(len(t.names) - 1), true
}

// indexed is a slot of the index of distinct names.
type indexed struct {
	hash uint32
	used uint32 // the symbol plus 1
}

func (p *parser) growIndex() {
	old := p.index
	p.index = make([]indexed, 2*len(old))
	mask := uint32(len(p.index) - 1)
	for _, e := range old {
		if e.used == 0 {
			continue
		}
		i := e.hash & mask
		for p.index[i].used != 0 {
			i = (i + 1) & mask
		}
		p.index[i] = e
	}
}
