package xmltree

import (
	"strconv"
	"strings"
	"sync"
)

// ordinals tells for each element which one of its name it is among its siblings, 0 if it is the
// only one. It is built when first asked.
type ordinals struct {
	once sync.Once
	of   []uint32
}

func (o *ordinals) build(t *Tree) {
	o.of = make([]uint32, len(t.nodes))
	count := make([]uint32, len(t.distinct))
	for n := range t.nodes {
		first := t.FirstChild(Node(n))
		for c := first; c != None; c = t.NextSibling(c) {
			sym := t.Name(c)
			count[sym]++
			o.of[c] = count[sym]
		}
		for c := first; c != None; c = t.NextSibling(c) {
			if count[t.Name(c)] == 1 {
				o.of[c] = 0
			}
		}
		for c := first; c != None; c = t.NextSibling(c) {
			count[t.Name(c)] = 0
		}
	}
}

// Path returns where n is, as an XPath: "/ubl:Invoice/cac:InvoiceLine[3]/cbc:ID". A number stands
// only where several siblings have the same expanded name. The function prefix names a namespace;
// where it returns "", or is nil, the name stands as in the document. A name in no namespace has no
// prefix.
func (t *Tree) Path(n Node, prefix func(space string) string) string {
	t.ordinals.once.Do(func() { t.ordinals.build(t) })
	var way []Node
	for ; n != None; n = t.Parent(n) {
		way = append(way, n)
	}
	var b strings.Builder
	for i := len(way) - 1; i >= 0; i-- {
		n := way[i]
		name := t.NameOf(n)
		p := ""
		if prefix != nil && name.Space != "" {
			p = prefix(name.Space)
		}
		b.WriteByte('/')
		if p == "" {
			b.WriteString(t.QName(n))
		} else {
			b.WriteString(p)
			b.WriteByte(':')
			b.WriteString(name.Local)
		}
		if k := t.ordinals.of[n]; k > 0 {
			b.WriteByte('[')
			b.WriteString(strconv.FormatUint(uint64(k), 10))
			b.WriteByte(']')
		}
	}
	return b.String()
}
