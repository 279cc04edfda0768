package pdf

import (
	"bytes"
	"errors"
	"slices"
	"sort"
)

// A section is one part of the cross-reference: a table that stays in the file, or the entries that a stream holds. Neither is expanded.
type section struct {
	spans  []span
	data   []byte // entries of a stream; nil if the spans lead to the file
	widths [3]int // bytes of the three fields of an entry in data
	hybrid bool   // a stream beside a table: what it does not list may stand in the table
	found  []found
}

// A span is a run of object numbers whose entries stand side by side.
type span struct {
	first, count int64
	at           int64 // place of the first entry, in the file or in data
}

// An entry says where an object is.
type entry struct {
	kind  int   // 0 free, 1 in the file, 2 in an object stream
	off   int64 // place in the file, or number of the object stream
	index int   // in the object stream
}

const (
	entryFree = iota
	entryPlain
	entryPacked

	tableEntry = 20 // bytes of an entry in a table
)

// object reads the object of a number. Where the cross-reference leads astray the file is searched, once.
func (f *File) object(number uint32) (Object, error) {
	o, err := f.lookUp(number)
	if err != nil && damaged(err) && !f.searched {
		if f.search() != nil {
			return nil, err
		}
		return f.lookUp(number)
	}
	return o, err
}

func (f *File) lookUp(number uint32) (Object, error) {
	e, err := f.entry(number)
	if err != nil {
		return nil, inObject(err, number)
	}
	if e.kind == entryFree && f.before != nil {
		if was, err := f.entryIn(f.before, number); err == nil && was.kind != entryFree {
			return nil, inObject(errNoObject.err(), number)
		}
	}
	switch e.kind {
	case entryPlain:
		o, ref, err := f.indirect(f.base+e.off, number)
		if err == nil && f.cipher != nil {
			o, err = f.cipher.open(o, ref)
		}
		return o, err
	case entryPacked:
		return f.packed(number, uint32(e.off), e.index)
	}
	return Null{}, nil
}

// entry finds an object in the newest section that lists it.
func (f *File) entry(number uint32) (entry, error) { return f.entryIn(f.sections, number) }

func (f *File) entryIn(sections []section, number uint32) (entry, error) {
	for i := range sections {
		s := &sections[i]
		if s.found != nil {
			return s.search(number), nil
		}
		j := sort.Search(len(s.spans), func(j int) bool { return s.spans[j].first > int64(number) }) - 1
		if j < 0 || int64(number) >= s.spans[j].first+s.spans[j].count {
			continue
		}
		at := int64(number) - s.spans[j].first
		if s.data != nil {
			e := s.packed(s.spans[j].at, at)
			if e.kind == entryFree && s.hybrid {
				continue
			}
			return e, nil
		}
		return f.tableEntry(s.spans[j].at + tableEntry*at)
	}
	return entry{}, nil
}

// tableEntry reads "0000000017 00000 n" where it stands.
func (f *File) tableEntry(off int64) (entry, error) {
	var b [tableEntry]byte
	line, err := f.appendAt(b[:0], off, tableEntry)
	if err != nil {
		return entry{}, err
	}
	l := lexer{file: f, buf: line, whole: true, inside: true}
	l.skip()
	at := l.natural()
	l.skip()
	generation := l.natural()
	l.skip()
	if at >= 0 && generation >= 0 {
		switch l.peek() {
		case 'n':
			if at == 0 { // some producers list unused numbers so
				return entry{}, nil
			}
			return entry{kind: entryPlain, off: at}, nil
		case 'f':
			return entry{}, nil
		}
	}
	return entry{}, errEntry.at(off)
}

// packed reads an entry of a cross-reference stream. A field of width 0 has its default.
func (s *section) packed(first, n int64) entry {
	width := int64(s.widths[0] + s.widths[1] + s.widths[2])
	b := s.data[first+n*width:]
	field := func(w int) (v int64) {
		for _, c := range b[:w] {
			v = v<<8 | int64(c)
		}
		b = b[w:]
		return v
	}
	kind := int64(entryPlain)
	if s.widths[0] > 0 {
		kind = field(s.widths[0])
	}
	off, last := field(s.widths[1]), field(s.widths[2])
	switch {
	case kind == entryPlain && off > 0:
		return entry{kind: entryPlain, off: off}
	case kind == entryPacked && off > 0 && off <= maxNumber && last >= 0 && last <= maxNumber:
		return entry{kind: entryPacked, off: off, index: int(last)}
	}
	return entry{}
}

// readSections reads the chain of cross-reference sections from the last one back. Offsets count from the header; where that leads
// nowhere, from the start of the file.
func (f *File) readSections() error {
	last, err := f.startXref()
	if err != nil {
		return err
	}
	f.base = f.header
	err = f.readChain(last)
	if err != nil && damaged(err) && f.base > 0 {
		f.base = 0
		err = f.readChain(last)
	}
	return err
}

// startXref finds the place that the end of the file names, which other bytes may follow.
func (f *File) startXref() (int64, error) {
	const word = "startxref"
	for _, n := range []int64{1 << 10, 64 << 10} {
		from := max(f.size-n, 0)
		tail, err := f.appendAt(nil, from, int(f.size-from))
		if err != nil {
			return 0, err
		}
		i := bytes.LastIndex(tail, []byte(word))
		if i < 0 {
			continue
		}
		l := lexer{file: f, base: from, buf: tail, pos: i + len(word), whole: true}
		l.skip()
		if n := l.natural(); n > 0 {
			return n, nil
		}
		return 0, errStartXref.at(from + int64(i))
	}
	return 0, errStartXref.err()
}

// readChain follows Prev from section to section. A chain that comes back to itself ends there.
func (f *File) readChain(off int64) error {
	f.sections, f.trailer, f.updates = nil, nil, 0
	seen := map[int64]bool{}
	for next := off; next > 0 && !seen[next]; {
		seen[next] = true
		if len(seen) > mostSections {
			return errSections.err(mostSections)
		}
		s, trailer, err := f.readSection(f.base + next)
		if err != nil {
			return err
		}
		f.updates++
		if beside, ok := trailer.Value("XRefStm").(Int); ok && s.data == nil && beside > 0 {
			// The table of a hybrid file calls free what only its stream shows. A reader may do without the stream, so errors are no matter.
			if hidden, _, err := f.readSection(f.base + int64(beside)); err == nil && hidden.data != nil {
				hidden.hybrid = true
				f.sections = append(f.sections, hidden)
			} else if err != nil && !damaged(err) {
				return err
			}
		}
		f.sections = append(f.sections, s)
		f.addTrailer(trailer)
		prev, _ := trailer.Value("Prev").(Int)
		next = int64(prev)
	}
	return nil
}

// addTrailer keeps the newest trailer, and takes from older ones what a careless producer left out of it.
func (f *File) addTrailer(older Dict) {
	if f.trailer == nil {
		f.trailer = older
		return
	}
	for _, key := range []Name{"Root", "Encrypt", "ID", "Info"} {
		if !f.trailer.Has(key) && older.Has(key) {
			f.trailer = append(f.trailer, Entry{key, older.Value(key)})
		}
	}
}

func (f *File) readSection(off int64) (section, Dict, error) {
	l := f.lexerAt(off)
	l.skip()
	if l.keyword("xref") {
		return f.readTable(l)
	}
	if l.err != nil {
		return section{}, nil, l.err
	}
	return f.readXrefStream(l.place())
}

// readTable notes where the entries of each subsection stand, and reads the trailer.
func (f *File) readTable(l *lexer) (section, Dict, error) {
	var s section
	for {
		l.skip()
		if l.keyword("trailer") {
			break
		}
		first := l.natural()
		l.skip()
		count := l.natural()
		l.skip()
		if l.err != nil {
			return s, nil, l.err
		}
		if first < 0 || count < 0 || first > maxNumber {
			return s, nil, errTable.at(l.place())
		}
		if count > 0 {
			s.spans = append(s.spans, span{first, count, l.place()})
		}
		if len(s.spans) > f.lim.Objects {
			return s, nil, errObjects.err(f.lim.Objects)
		}
		end := l.place() + count*tableEntry
		if count > f.size || end > f.size {
			return s, nil, errTable.at(l.place())
		}
		if n := end - l.base; n <= int64(len(l.buf)) {
			l.pos = int(n)
		} else {
			l = f.lexerAt(end)
		}
		l.base, l.buf, l.pos = l.place(), l.buf[l.pos:], 0 // an object's limit is not the table's
	}
	d, ok := l.object(0).(Dict)
	if l.err != nil {
		return s, nil, l.err
	}
	if !ok {
		return s, nil, errTrailer.at(l.place())
	}
	sortSpans(s.spans)
	return s, d, nil
}

// sortSpans orders spans by their first number. Where some overlap, of which no reader makes sense, those with the same first number keep
// their order.
func sortSpans(spans []span) {
	slices.SortStableFunc(spans, func(a, b span) int { return int(a.first - b.first) })
}

// readXrefStream keeps the entries of a cross-reference stream as they are.
func (f *File) readXrefStream(off int64) (section, Dict, error) {
	var s section
	o, _, err := f.indirect(off, 0)
	if err != nil {
		return s, nil, err
	}
	stream, ok := o.(*Stream)
	if !ok || stream.Dict.Value("Type") != Name("XRef") {
		return s, nil, errNoSection.at(off)
	}
	widths, _ := stream.Dict.Value("W").(Array)
	if len(widths) < 3 {
		return s, nil, errWidths.at(off)
	}
	width := int64(0)
	for i := range s.widths {
		w, ok := widths[i].(Int)
		if !ok || w < 0 || w > 7 {
			return s, nil, errWidths.at(off)
		}
		s.widths[i] = int(w)
		width += int64(w)
	}
	if width == 0 {
		return s, nil, errWidths.at(off)
	}
	if s.data, err = f.structure(stream, int64(f.lim.Objects)*width); err != nil {
		var e *Error
		if errors.As(err, &e) && e.Kind == KindUnsupported {
			e.Kind = KindDamaged // no cross-reference stream has such a filter; a search may find the objects
		}
		return s, nil, err
	}
	size, _ := stream.Dict.Value("Size").(Int)
	index, ok := stream.Dict.Value("Index").(Array)
	if !ok {
		index = Array{Int(0), size}
	}
	// What the stream claims beyond its data is not there.
	left, at := int64(len(s.data))/width, int64(0)
	for i := 0; i+1 < len(index) && left > 0; i += 2 {
		first, _ := index[i].(Int)
		count, _ := index[i+1].(Int)
		if first < 0 || first > maxNumber || count < 0 {
			return s, nil, errTable.at(off)
		}
		n := min(int64(count), left)
		if n > 0 {
			s.spans = append(s.spans, span{int64(first), n, at})
		}
		at += n * width
		left -= n
	}
	sortSpans(s.spans)
	return s, stream.Dict, nil
}
