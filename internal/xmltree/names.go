package xmltree

import (
	"hash/maphash"
	"strings"
	"sync"
)

const (
	elementBits    = 9
	attributeBits  = 6
	elementSlots   = 1 << elementBits
	attributeSlots = 1 << attributeBits
	fewNames       = 128 // distinct names, and twice as many slots of their index, that cost no allocation
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

// element returns the symbol of the element name doc[from:to].
func (p *parser) element(from, to int, hash uint64) (Sym, bool) {
	c := &p.elements[hash>>(64-elementBits)]
	if c.epoch == p.epoch && p.doc[c.from:c.to] == p.doc[from:to] {
		return c.sym, true
	}
	return p.resolve(c, from, to, true)
}

// attribute returns the symbol of the attribute name doc[from:to].
func (p *parser) attribute(from, to int, hash uint64) (Sym, bool) {
	c := &p.attributes[hash>>(64-attributeBits)]
	if c.epoch == p.epoch && p.doc[c.from:c.to] == p.doc[from:to] {
		return c.sym, true
	}
	return p.resolve(c, from, to, false)
}

// resolve finds what the name doc[from:to] stands for and puts it into the slot c.
func (p *parser) resolve(c *cached, from, to int, element bool) (Sym, bool) {
	name := distinct{from: uint32(from), to: uint32(to), space: noSpace}
	colon := strings.IndexByte(p.doc[from:to], ':')
	if colon >= 0 {
		name.from += uint32(colon + 1)
	}
	plain := allLetters(p.doc, int(name.from), to) && (colon < 0 || allLetters(p.doc, from, from+colon))
	if !plain && !p.checkName(from, to) {
		return 0, false
	}
	switch {
	case colon >= 0:
		ok := false
		if name.space, ok = p.prefixed(p.doc[from:from+colon], from, element); !ok {
			return 0, false
		}
	case element:
		if i := p.find(""); i != noSpace && p.decls[i].space != "" {
			name.space = p.decls[i].first
		}
	}
	sym, ok := p.symbol(name)
	*c = cached{uint32(from), uint32(to), sym, p.epoch}
	return sym, ok
}

// checkName tells whether doc[from:to] is a qualified name, and says what is wrong if it is not.
func (p *parser) checkName(from, to int) bool {
	name := p.doc[from:to]
	prefix, local, prefixed := strings.Cut(name, ":")
	if !prefixed {
		prefix, local = "", name
	}
	second := strings.IndexByte(local, ':')
	switch {
	case prefixed && (prefix == "" || local == ""):
		p.fail(from, KindNamespace, &errColonEnd, clip(name))
		return false
	case second >= 0:
		p.fail(to-len(local)+second, KindNamespace, &errColons, clip(name))
		return false
	}
	i := -1
	if prefixed {
		i = nameFault(prefix)
	}
	if i < 0 {
		if i = nameFault(local); i < 0 {
			return true
		}
		i += len(name) - len(local)
	}
	p.failName(from+i, from, to)
	return false
}

// distinct is an expanded name of the document while it is parsed: the place of its local part, and
// the first declaration of its namespace. There are no pointers in it, so keeping many is cheap.
type distinct struct {
	from, to uint32
	space    int32
}

// What stands for a declaration where there is none.
const (
	noSpace  = -1
	xmlBound = -2
)

// symbol returns the symbol of an expanded name, a new one if the name is new. The index is an
// open-addressed table under a hash with a random seed, so that nobody can choose names that fall
// together.
func (p *parser) symbol(name distinct) (Sym, bool) {
	local := p.doc[name.from:name.to]
	hash := uint32(maphash.String(p.seed, local))
	if name.space >= 0 {
		hash += p.decls[name.space].hash
	}
	index := p.index()
	mask := uint32(len(index) - 1)
	i := hash & mask
	for ; index[i].used != 0; i = (i + 1) & mask {
		if e := index[i]; e.hash == hash {
			if n := p.distinct(e.used - 1); n.space == name.space && p.doc[n.from:n.to] == local {
				return Sym(e.used - 1), true
			}
		}
	}
	if p.names >= p.lim.Names {
		p.fail(int(name.from), KindLimit, &errNames, p.lim.Names)
		return 0, false
	}
	if p.names < fewNames {
		p.few[p.names] = name
	} else {
		p.many = append(p.many, name)
	}
	p.names++
	index[i] = indexed{hash, uint32(p.names)}
	if 2*p.names > len(index) {
		p.grow()
	}
	return Sym(p.names - 1), true
}

// distinct returns the name of a symbol.
func (p *parser) distinct(sym uint32) *distinct {
	if sym < fewNames {
		return &p.few[sym]
	}
	return &p.many[sym-fewNames]
}

// allDistinct returns the names of all symbols.
func (p *parser) allDistinct() []distinct {
	all := make([]distinct, 0, p.names)
	return append(append(all, p.few[:min(p.names, fewNames)]...), p.many...)
}

// indexed is a slot of the index of distinct names.
type indexed struct {
	hash uint32
	used uint32 // the symbol plus 1
}

// index returns the index of distinct names.
func (p *parser) index() []indexed {
	if p.large != nil {
		return p.large
	}
	return p.small[:]
}

// grow doubles the index.
func (p *parser) grow() {
	old := p.index()
	index := make([]indexed, 2*len(old))
	mask := uint32(len(index) - 1)
	for _, e := range old {
		if e.used == 0 {
			continue
		}
		i := e.hash & mask
		for index[i].used != 0 {
			i = (i + 1) & mask
		}
		index[i] = e
	}
	p.large = index
}

// names is the list that Tree.Names returns. It is built when first asked.
type names struct {
	once sync.Once
	list []Name
}

// name returns the expanded name that a symbol stands for.
func (t *Tree) name(sym Sym) Name {
	d := &t.distinct[sym]
	name := Name{Local: t.doc[d.from:d.to]}
	switch {
	case d.space >= 0:
		name.Space = t.decls[d.space].space
	case d.space == xmlBound:
		name.Space = xmlSpace
	}
	return name
}
