package pdf

import (
	"bytes"
	"cmp"
	"slices"
)

// A found object is one that a search of the file came upon.
type found struct {
	number uint32
	entry
}

// search of a section that a search of the file made.
func (s *section) search(number uint32) entry {
	i, ok := slices.BinarySearchFunc(s.found, number, func(x found, n uint32) int { return cmp.Compare(x.number, n) })
	if !ok {
		return entry{}
	}
	return s.found[i].entry
}

// A finder goes through a file from its start to its end and notes what looks like an object or a trailer. Data of streams are passed over,
// so that a PDF attached to a PDF is not taken for a part of it.
type finder struct {
	f        *File
	objects  []found
	packs    []uint32 // numbers of object streams
	trailers []Dict
	catalogs []uint32 // numbers of objects that may be catalogs
	current  int64    // place of the object that the finder is in, or -1
}

const (
	searchPiece = 256 << 10
	// A window begins so far before the place that is looked at, for the numbers of an object.
	searchBack = 64
	// Looking for three words costs so much less than reading objects.
	searchCheap = 8
)

// search makes a new cross-reference from the objects that stand in the file. Of several with one number the last counts, as if each were an
// update. It is done once; a second time it does nothing.
func (f *File) search() error {
	f.searched = true
	sections, base, updates, trailer, cipher, root := f.sections, f.base, f.updates, f.trailer, f.cipher, f.root
	f.sections, f.cache, f.cached, f.base, f.updates = nil, nil, 0, 0, 0
	x := &finder{f: f, current: -1}
	err := x.run()
	if err == nil {
		err = x.settle()
	}
	f.before = sections
	if err != nil {
		f.sections, f.base, f.updates, f.trailer, f.cipher, f.root = sections, base, updates, trailer, cipher, root
	}
	return err
}

var searched = [...][]byte{[]byte("obj"), []byte("stream"), []byte("trailer")}

func (x *finder) run() error {
	var b []byte
	for at := x.f.header; at < x.f.size; {
		from := max(at-searchBack, 0)
		n := int(min(searchPiece, x.f.size-from))
		var err error
		if b, err = x.f.appendAt(b[:0], from, n); err != nil {
			return err
		}
		x.f.work -= int64(len(b) - len(b)/searchCheap)
		last := from+int64(len(b)) >= x.f.size
		if at, err = x.window(b, from, at); err != nil {
			return err
		}
		if last && at >= from+int64(len(b))-16 {
			break
		}
	}
	return nil
}

// window looks at a piece of the file from a place on, and returns the place to look at next.
func (x *finder) window(b []byte, from, at int64) (int64, error) {
	var hits [len(searched)]int
	for i := range hits {
		hits[i] = -1
	}
	for pos := int(at - from); ; {
		word := -1
		for i, w := range searched {
			if hits[i] < pos {
				if n := bytes.Index(b[pos:], w); n >= 0 {
					hits[i] = pos + n
				} else {
					hits[i] = len(b)
				}
			}
			if hits[i] < len(b) && (word < 0 || hits[i] < hits[word]) {
				word = i
			}
		}
		if word < 0 {
			return from + int64(max(len(b)-16, pos)), nil
		}
		hit := hits[word]
		pos = hit + len(searched[word])
		next, err := from+int64(pos), error(nil)
		switch word {
		case 0:
			err = x.atObject(b, hit, from)
		case 1:
			next, err = x.atStream(b, hit, from)
		case 2:
			err = x.atTrailer(next)
		}
		if err != nil {
			return 0, err
		}
		if next >= from+int64(len(b)) {
			return next, nil
		}
		pos = int(next - from)
	}
}

// atObject looks at the word obj, which two numbers should precede.
func (x *finder) atObject(b []byte, hit int, from int64) error {
	if hit > 0 && b[hit-1] == 'd' {
		x.current = -1
		return nil
	}
	i, generation := backNumber(b, hit)
	i, number := backNumber(b, i)
	if number <= 0 || number > maxNumber || generation < 0 {
		return nil
	}
	if len(x.objects) >= x.f.lim.Objects {
		return errObjects.err(x.f.lim.Objects)
	}
	x.current = from + int64(i)
	x.objects = append(x.objects, found{uint32(number), entry{kind: entryPlain, off: x.current}})
	if bytes.Contains(b[hit:min(hit+400, len(b))], []byte("/Catalog")) && len(x.catalogs) < 100 {
		x.catalogs = append(x.catalogs, uint32(number))
	}
	return nil
}

// backNumber reads the number that ends before end, white space apart, and returns where it begins; -1 if there is none.
func backNumber(b []byte, end int) (int, int64) {
	i := end
	for i > 0 && classes[b[i-1]] == white {
		i--
	}
	last := i
	n, power := int64(0), int64(1)
	for i > 0 && isDigit(int(b[i-1])) && last-i < 12 {
		i--
		n += int64(b[i]-'0') * power
		power *= 10
	}
	if i == last {
		return end, -1
	}
	return i, n
}

// atStream passes over the data of a stream, and notes what kind it is.
func (x *finder) atStream(b []byte, hit int, from int64) (int64, error) {
	next := from + int64(hit+len("stream"))
	if x.current < 0 || hit > 0 && b[hit-1] == 'd' {
		return next, nil
	}
	o, ref, err := x.f.indirect(x.current, 0)
	s, ok := o.(*Stream)
	if err == nil && (!ok || s.at < next || s.at > next+8) {
		return next, nil // the word stands in a string, or the like
	}
	var n int64
	if err == nil {
		n, err = x.f.extent(s)
	}
	if err != nil {
		if damaged(err) {
			return next, nil
		}
		return 0, err
	}
	x.current = -1
	switch s.Dict.Value("Type") {
	case Name("ObjStm"):
		x.packs = append(x.packs, ref.Number)
	case Name("XRef"):
		x.trailers = append(x.trailers, s.Dict)
	}
	return s.at + n, nil
}

func (x *finder) atTrailer(at int64) error {
	l := x.f.lexerAt(at)
	if d, ok := l.object(0).(Dict); ok && l.err == nil {
		x.trailers = append(x.trailers, d)
	}
	if l.err != nil && !damaged(l.err) {
		return l.err
	}
	return nil
}

// settle makes a section of what was found, chooses the trailer, and adds what the object streams hold.
func (x *finder) settle() error {
	if len(x.objects) == 0 {
		return errNothing.err()
	}
	x.index()
	f := x.f
	f.trailer = nil
	for _, d := range slices.Backward(x.trailers) {
		f.addTrailer(d)
	}
	if f.trailer == nil {
		f.trailer = Dict{}
	}
	f.cipher = nil
	if err := f.decipher(); err != nil {
		return err
	}
	if err := x.unpack(); err != nil {
		return err
	}
	return x.chooseRoot()
}

// index sorts the objects by number and keeps the last of each.
func (x *finder) index() {
	slices.SortStableFunc(x.objects, func(a, b found) int { return cmp.Compare(a.number, b.number) })
	kept := x.objects[:0]
	for i, o := range x.objects {
		if i+1 == len(x.objects) || x.objects[i+1].number != o.number {
			kept = append(kept, o)
		}
	}
	x.objects = kept
	x.f.sections = []section{{found: kept}}
}

// unpack adds the objects in object streams; one that stands in the file itself is taken for the newer.
func (x *finder) unpack() error {
	var packed []found
	for _, number := range x.packs {
		s, err := x.f.objectStream(number)
		if err != nil {
			if damaged(err) {
				continue
			}
			return err
		}
		for i, n := range s.numbers {
			packed = append(packed, found{n, entry{kind: entryPacked, off: int64(number), index: i}})
		}
		if len(packed)+len(x.objects) > x.f.lim.Objects {
			return errObjects.err(x.f.lim.Objects)
		}
		if bytes.Contains(s.data, []byte("/Catalog")) && len(x.catalogs) < 100 {
			x.catalogs = append(x.catalogs, x.packedCatalogs(s)...)
		}
	}
	x.objects = append(packed, x.objects...)
	x.index()
	return nil
}

func (x *finder) packedCatalogs(s *objectStream) (numbers []uint32) {
	for i, n := range s.numbers {
		from := s.places[i]
		if bytes.Contains(s.data[from:min(int(from)+400, len(s.data))], []byte("/Catalog")) && len(numbers) < 100 {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

// chooseRoot keeps the trailer's catalog if it is one, or takes the last object that is.
func (x *finder) chooseRoot() error {
	f := x.f
	roots := []Object{f.trailer.Value("Root")}
	for _, d := range slices.Backward(x.trailers) {
		roots = append(roots, d.Value("Root"))
	}
	for _, n := range slices.Backward(x.catalogs) {
		roots = append(roots, Ref{Number: n})
	}
	for _, root := range roots {
		if root == nil {
			continue
		}
		f.trailer = append(f.trailer, Entry{"Root", root})
		f.root, _ = root.(Ref)
		if _, err := f.catalog(); err == nil || !damaged(err) {
			return err
		}
	}
	return errLost.err()
}
