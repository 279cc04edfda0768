package pdf

import "slices"

// An objectStream is one that was decoded. The last few are kept: what is asked for next often stands in the same one.
type objectStream struct {
	number  uint32
	data    []byte
	numbers []uint32
	places  []uint32 // in data
}

// mostCached bounds the bytes of the object streams that are kept.
const mostCached = 32 * mega

// packed reads an object from the object stream it is in. The index is a hint: the stream's own list decides.
func (f *File) packed(number, container uint32, index int) (Object, error) {
	s, err := f.objectStream(container)
	if err != nil {
		return nil, inObject(err, container)
	}
	if index >= len(s.numbers) || s.numbers[index] != number {
		if index = slices.Index(s.numbers, number); index < 0 {
			return nil, inObject(errNotPacked.err(container), number)
		}
	}
	l := lexer{file: f, buf: s.data, pos: int(s.places[index]), whole: true, inside: true, values: f.lim.Values}
	o := l.object(0)
	if l.err == nil {
		l.err = f.charge(l.pos - int(s.places[index]))
	}
	if l.err != nil {
		return nil, inObject(l.err, number)
	}
	return o, nil
}

func (f *File) objectStream(number uint32) (*objectStream, error) {
	for i, s := range f.cache {
		if s.number == number {
			copy(f.cache[1:i+1], f.cache[:i])
			f.cache[0] = s
			return s, nil
		}
	}
	if f.loading[number] {
		return nil, errInItself.err()
	}
	f.loading[number] = true
	defer delete(f.loading, number)
	e, err := f.entry(number)
	if err != nil {
		return nil, err
	}
	if e.kind != entryPlain {
		return nil, errNoObjectStream.err()
	}
	o, _, err := f.indirect(f.base+e.off, number)
	if err != nil {
		return nil, err
	}
	stream, ok := o.(*Stream)
	if !ok {
		return nil, errNoObjectStream.err()
	}
	s, err := f.readObjectStream(stream)
	if err != nil {
		return nil, err
	}
	s.number = number
	f.keep(s)
	return s, nil
}

// keep puts a stream at the head of the cache and drops the oldest when there are too many.
func (f *File) keep(s *objectStream) {
	f.cache = slices.Insert(f.cache, 0, s)
	for f.cached += len(s.data); f.cached > mostCached && len(f.cache) > 1; {
		last := f.cache[len(f.cache)-1]
		f.cached -= len(last.data)
		f.cache = f.cache[:len(f.cache)-1]
	}
}

// readObjectStream decodes a stream and reads the list at its start. What the list claims beyond its end is not there.
func (f *File) readObjectStream(stream *Stream) (*objectStream, error) {
	count, ok := stream.Dict.Value("N").(Int)
	first, ok2 := stream.Dict.Value("First").(Int)
	if !ok || !ok2 || count < 0 || first < 0 {
		return nil, errNoObjectStream.err()
	}
	if int64(count) > int64(f.lim.Objects) {
		return nil, errObjects.err(f.lim.Objects)
	}
	data, err := f.structure(stream, f.lim.Stream)
	if err != nil {
		return nil, err
	}
	if int64(first) > int64(len(data)) {
		return nil, errNoObjectStream.err()
	}
	s := &objectStream{data: data}
	l := lexer{file: f, buf: data[:first], whole: true, inside: true}
	for range count {
		l.skip()
		number := l.natural()
		l.skip()
		place := l.natural()
		if number < 0 || place < 0 {
			break
		}
		if number <= maxNumber && place < int64(len(data))-int64(first) {
			s.numbers = append(s.numbers, uint32(number))
			s.places = append(s.places, uint32(place+int64(first)))
		}
	}
	return s, nil
}
