package pdf

import "math"

// Limits bound what a file may cost. A zero field means its default, a negative one no limit.
type Limits struct {
	Size    int64 // bytes of the file; default 4 GB
	Objects int   // objects that one cross-reference stream lists, or that a search finds; default 2 million
	Values  int   // values in one object, those nested in it included; default 1 million
	Nesting int   // arrays and dictionaries in each other; default 100
	Object  int64 // bytes of one object, its stream apart; default 16 MB
	Stream  int64 // bytes of one stream, before and behind each of its filters; default 64 MB
	Ratio   int   // how much larger than its data a stream may become once it is over 4 MB; default 500
	Entries int   // entries of a name tree, and pages; default 50,000
	Work    int64 // bytes that may be read and decoded to get at objects, over the life of a File; default 128 MB
}

const (
	mega = 1 << 20

	// A small stream may be as repetitive as it likes: decoding it costs nothing.
	freeBytes = 4 * mega
	// Filters of one stream: two are in use, more than a few are an attack.
	mostFilters = 8
	// References that lead to references.
	mostHops = 32
	// Sections of the cross-reference: each update of a file adds one.
	mostSections = 20_000
)

func (l Limits) filled() Limits {
	const none = 1 << 50 // far above what a file can hold, far below where sums overflow
	l.Size = limit(l.Size, 4<<30, none)
	l.Objects = limit(l.Objects, 2_000_000, math.MaxInt32)
	l.Values = limit(l.Values, 1_000_000, math.MaxInt32)
	l.Nesting = limit(l.Nesting, 100, math.MaxInt32)
	l.Object = limit(l.Object, 16*mega, none)
	l.Stream = limit(l.Stream, 64*mega, none)
	l.Ratio = limit(l.Ratio, 500, math.MaxInt32)
	l.Entries = limit(l.Entries, 50_000, math.MaxInt32)
	l.Work = limit(l.Work, 128*mega, none)
	return l
}

func limit[T int | int64](given, byDefault, none T) T {
	switch {
	case given == 0:
		return byDefault
	case given < 0:
		return none
	}
	return given
}
