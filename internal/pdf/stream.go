package pdf

import (
	"bytes"
	"errors"
	"io"
)

// Stream is a stream of a file: its dictionary, and its data where they stand. Nothing of the data is read before it is asked for.
type Stream struct {
	Dict Dict
	file *File
	ref  Ref
	at   int64 // place of the data
}

// Ref returns the number of the stream.
func (s *Stream) Ref() Ref { return s.ref }

// Filters returns the names of the filters that the data passed through, the outermost first.
func (s *Stream) Filters() ([]Name, error) {
	s.file.mu.Lock()
	defer s.file.mu.Unlock()
	filters, err := s.file.filters(s)
	names := make([]Name, len(filters))
	for i := range filters {
		names[i] = filters[i].name
	}
	return names, inObject(err, s.ref.Number)
}

// Raw returns the data as they stand in the file, decrypted, with all filters still on.
func (s *Stream) Raw() ([]byte, error) {
	p, err := s.plan()
	if err != nil {
		return nil, err
	}
	p.filters = nil
	return p.decode()
}

// Decode returns the data with all filters undone. A filter for images, of which none is read here, is an error that names it.
func (s *Stream) Decode() ([]byte, error) {
	p, err := s.plan()
	if err != nil {
		return nil, err
	}
	return p.decode()
}

// Head returns the first n bytes of what Decode returns, fewer if there are no more. What is wrong behind them is not noticed.
func (s *Stream) Head(n int) ([]byte, error) {
	p, err := s.plan()
	if err != nil {
		return nil, err
	}
	r, err := p.reader()
	if err != nil {
		return nil, err
	}
	b := make([]byte, n)
	n, err = io.ReadFull(r, b)
	if err != nil && !atEnd(err) {
		return nil, p.failed(err)
	}
	return b[:n], nil
}

// A plan is all that decoding a stream needs to know, so that the file is not locked meanwhile.
type plan struct {
	stream  *Stream
	length  int64
	filters []filter
	cipher  *cipher // nil if the data are not encrypted
	broken  error   // of the reader below
}

func (s *Stream) plan() (*plan, error) {
	s.file.mu.Lock()
	defer s.file.mu.Unlock()
	return s.file.plan(s)
}

func (f *File) plan(s *Stream) (*plan, error) {
	filters, err := f.filters(s)
	if err != nil {
		return nil, inObject(err, s.ref.Number)
	}
	n, err := f.extent(s)
	if err != nil {
		return nil, inObject(err, s.ref.Number)
	}
	p := &plan{stream: s, length: n, filters: filters}
	if f.cipher != nil && f.cipher.covers(s) {
		p.cipher = f.cipher
	}
	return p, nil
}

// structure decodes a stream that holds objects, and counts that as work.
func (f *File) structure(s *Stream, most int64) ([]byte, error) {
	p, err := f.plan(s)
	if err != nil {
		return nil, err
	}
	if err := f.charge(int(min(p.length, f.lim.Stream))); err != nil {
		return nil, err
	}
	data, err := p.decodeUpTo(min(most, f.lim.Work-f.work))
	if err != nil {
		return nil, err
	}
	return data, f.charge(len(data))
}

// extent returns the length of the data: what the dictionary says if the stream does end there, else up to where it does.
func (f *File) extent(s *Stream) (int64, error) {
	o, err := f.resolve(s.Dict.Value("Length"))
	if err != nil && !damaged(err) {
		return 0, err
	}
	if n, ok := o.(Int); ok && n >= 0 && int64(n) <= f.size-s.at {
		var b [32]byte
		tail, err := f.appendAt(b[:0], s.at+int64(n), len(b))
		if err != nil {
			return 0, err
		}
		l := lexer{file: f, buf: tail, whole: true}
		if l.skip(); l.keyword("endstream") || l.keyword("endobj") {
			return int64(n), nil
		}
	}
	return f.searchEnd(s)
}

// searchEnd looks for the end of a stream whose length is wrong. The line end before the keyword is not part of the data.
func (f *File) searchEnd(s *Stream) (int64, error) {
	const overlap = 16
	word := []byte("endstream")
	var b []byte
	for at := s.at; at < f.size; {
		var err error
		if b, err = f.appendAt(b[:0], at, 64<<10); err != nil {
			return 0, err
		}
		if i := bytes.Index(b, word); i >= 0 {
			n := at + int64(i) - s.at
			return n - int64(lineEnd(f, s.at, at+int64(i))), nil
		}
		if at+int64(len(b)) >= f.size {
			break
		}
		at += int64(len(b) - overlap)
	}
	return 0, errStreamEnd.at(s.at)
}

// lineEnd returns how many bytes of a line end stand before end, none of them before from.
func lineEnd(f *File, from, end int64) int {
	start := max(from, end-2)
	b, err := f.appendAt(nil, start, int(end-start))
	switch n := len(b); {
	case err != nil:
	case n == 2 && string(b) == "\r\n":
		return 2
	case n > 0 && (b[n-1] == '\n' || b[n-1] == '\r'):
		return 1
	}
	return 0
}

func (p *plan) decode() ([]byte, error) { return p.decodeUpTo(p.stream.file.lim.Stream) }

// decodeUpTo returns the decoded data, or an error if they are more than so many bytes.
func (p *plan) decodeUpTo(most int64) ([]byte, error) {
	lim := &p.stream.file.lim
	r, err := p.reader()
	if err != nil {
		return nil, err
	}
	if m, ok := r.(*meter); ok && m.left > most {
		m.left, m.over = most, errStreamSize.tooLarge(most)
	}
	if len(p.filters) == 0 && p.length > min(most, lim.Stream) {
		return nil, p.failed(errStreamSize.tooLarge(min(most, lim.Stream)))
	}
	b, err := readAll(r, p.length)
	if err != nil {
		return nil, p.failed(err)
	}
	return b, nil
}

// failed makes the error that a reader of the chain ended with the one that is told.
func (p *plan) failed(err error) error {
	if p.broken != nil {
		return p.broken
	}
	return inObject(err, p.stream.ref.Number)
}

// reader returns the data with all filters undone, each within the limits.
func (p *plan) reader() (io.Reader, error) {
	f := p.stream.file
	r, err := p.source()
	if err != nil {
		return nil, err
	}
	most := min(f.lim.Stream, max(freeBytes, saturated(p.length, int64(f.lim.Ratio))))
	for _, x := range p.filters {
		if r, err = x.undo(r); err != nil {
			return nil, p.failed(err)
		}
		over := errStreamSize.tooLarge(most)
		if most < f.lim.Stream {
			over = errRatio.err(f.lim.Ratio)
		}
		r = &meter{r: r, left: most, over: over, filter: x.name}
	}
	return r, nil
}

// saturated multiplies without overflow.
func saturated(a, b int64) int64 {
	if a > 0 && b > (1<<62)/a {
		return 1 << 62
	}
	return a * b
}

// source returns the data as the filters take them: at once when they are few or encrypted, else piece by piece.
func (p *plan) source() (io.Reader, error) {
	f := p.stream.file
	if p.cipher != nil && p.length > f.lim.Stream {
		return nil, p.failed(errStreamSize.tooLarge(f.lim.Stream))
	}
	if p.cipher == nil && p.length > mega {
		return &place{p: p, at: p.stream.at, end: p.stream.at + p.length}, nil
	}
	b := make([]byte, p.length)
	if n, err := f.r.ReadAt(b, p.stream.at); n < len(b) {
		return nil, readError(err)
	}
	if p.cipher != nil {
		var err error
		if b, err = p.cipher.stream(p.stream, b); err != nil {
			return nil, p.failed(err)
		}
	}
	return bytes.NewReader(b), nil
}

// A place reads a part of the file, and tells an error of its reader from what the filters make of it.
type place struct {
	p       *plan
	at, end int64
}

func (s *place) Read(b []byte) (int, error) {
	if s.at >= s.end {
		return 0, io.EOF
	}
	b = b[:min(int64(len(b)), s.end-s.at)]
	n, err := s.p.stream.file.r.ReadAt(b, s.at)
	s.at += int64(n)
	if n < len(b) {
		s.p.broken = readError(err)
		return n, s.p.broken
	}
	return n, nil
}

// A meter lets so many bytes through, and makes a filter's error one of the house.
type meter struct {
	r      io.Reader
	left   int64
	over   *Error
	filter Name
}

func (m *meter) Read(b []byte) (int, error) {
	n, err := m.r.Read(b[:min(int64(len(b)), m.left+1)])
	if m.left -= int64(n); m.left < 0 {
		return 0, m.over
	}
	var e *Error
	if err != nil && !errors.Is(err, io.EOF) && !errors.As(err, &e) {
		err = errFilter.err(clip(string(m.filter)))
	}
	return n, err
}

// atEnd tells whether io.ReadFull just came to the end. An error of the file's reader is never these very two: it comes wrapped.
func atEnd(err error) bool { return err == io.EOF || err == io.ErrUnexpectedEOF }

// readAll reads to the end into pieces, which are joined: never more than twice the data are held.
func readAll(r io.Reader, expected int64) ([]byte, error) {
	var pieces [][]byte
	total := 0
	for size := int(min(max(expected, 4<<10), mega)); ; size = min(2*size, 4*mega) {
		b := make([]byte, size)
		n, err := io.ReadFull(r, b)
		pieces, total = append(pieces, b[:n]), total+n
		if err != nil && atEnd(err) {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	if len(pieces) == 1 {
		return pieces[0], nil
	}
	all := make([]byte, 0, total)
	for i, b := range pieces {
		all = append(all, b...)
		pieces[i] = nil
	}
	return all, nil
}
