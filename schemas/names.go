package schemas

import "github.com/fxinvoice/fx/internal/xmltree"

const xsiSpace = "http://www.w3.org/2001/XMLSchema-instance"
const schemaSpace = "http://www.w3.org/2001/XMLSchema"

// Prefix gives the canonical prefix of a namespace: "cbc", "ram". It is empty for a namespace that no schema
// has.
func Prefix(namespace string) string {
	if i := findSpace(namespace); i >= 0 {
		return spaces[i].prefix
	}
	return ""
}

// findSpace gives the index of a namespace in spaces, or -1.
func findSpace(uri string) int {
	for i := range spaces {
		if spaces[i].uri == uri {
			return i
		}
	}
	return -1
}

// find gives the symbol of a local name in a namespace, or zero.
func (s *space) find(local string) symbol {
	for i := hash(local); ; i = (i + 1) & (1<<hashBits - 1) {
		sym := nameTable[i]
		if sym == 0 {
			return 0
		}
		if sym >= s.first && sym < s.end && nameLocal[sym] == local {
			return sym
		}
	}
}

func findName(n xmltree.Name) symbol {
	i := findSpace(n.Space)
	if i < 0 {
		return 0
	}
	return spaces[i].find(n.Local)
}

// hash is the hash that nameTable is built with; xsd.Hash is its twin in the generator. The table is fixed
// and names are compared, so names made to collide cost a caller nothing but a short walk.
func hash(local string) uint32 {
	const factor = 0x9E3779B97F4A7C15
	h := uint64(len(local))
	for len(local) >= 8 {
		word := uint64(local[0]) | uint64(local[1])<<8 | uint64(local[2])<<16 | uint64(local[3])<<24 |
			uint64(local[4])<<32 | uint64(local[5])<<40 | uint64(local[6])<<48 | uint64(local[7])<<56
		h = (h ^ word) * factor
		h ^= h >> 29
		local = local[8:]
	}
	for i := range len(local) {
		h = (h ^ uint64(local[i])) * factor
	}
	return uint32(h >> (64 - hashBits))
}

// space gives the namespace of a symbol.
func (sym symbol) space() *space {
	for i := range spaces {
		if sym < spaces[i].end {
			return &spaces[i]
		}
	}
	return &spaces[0]
}

// String is the name with its canonical prefix: "cbc:ID".
func (sym symbol) String() string {
	if p := sym.space().prefix; p != "" {
		return p + ":" + nameLocal[sym]
	}
	return nameLocal[sym]
}
