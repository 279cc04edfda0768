package xmltree

import (
	"math/bits"
	"math/rand/v2"
)

type seed struct{ start, factor uint64 }

func newSeed() seed { return seed{rand.Uint64(), rand.Uint64() | 1} }

func (k seed) hash(s string) uint32 {
	h := k.start ^ uint64(len(s))
	for len(s) > 8 {
		h = fold(h^load(s, 0), k.factor)
		s = s[8:]
	}
	x := uint64(0)
	switch {
	case len(s) == 8:
		x = load(s, 0)
	case len(s) >= 4:
		x = uint64(load4(s, 0)) | uint64(load4(s, len(s)-4))<<32
	case len(s) > 0:
		x = uint64(s[0]) | uint64(s[len(s)/2])<<8 | uint64(s[len(s)-1])<<16
	}
	return uint32(fold(h^x, k.factor))
}

func load4(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func fold(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return hi ^ lo
}
