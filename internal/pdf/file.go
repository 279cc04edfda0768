package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"sync"
)

// File is an open PDF. Its methods, and those of its streams, are safe for concurrent use.
type File struct {
	r    io.ReaderAt
	size int64
	lim  Limits

	version string // from the header
	header  int64  // place of the header

	mu       sync.Mutex // guards what follows
	trailer  Dict
	root     Ref // of the catalog; zero if the trailer holds it
	cipher   *cipher
	base     int64     // place that offsets count from
	sections []section // the newest first
	updates  int       // sections of the chain
	before   []section // what sections were before the file was searched
	lex      lexer
	work     int64
	searched bool // the file was searched for its objects
	loading  map[uint32]bool
	cache    []*objectStream
	cached   int
}

// Open reads the header, the trailer and the catalog of a file. What is wrong with the file is an *Error; another error comes from r.
func Open(r io.ReaderAt, size int64, lim Limits) (*File, error) {
	f := &File{r: r, size: size, lim: lim.filled(), loading: map[uint32]bool{}}
	if size > f.lim.Size {
		return nil, errFileSize.tooLarge(f.lim.Size)
	}
	if err := f.readHeader(); err != nil {
		return nil, err
	}
	err := f.readSections()
	if err == nil {
		err = f.start()
	}
	if err != nil && damaged(err) && !f.searched {
		err = f.search()
	}
	if err != nil {
		return nil, err
	}
	return f, nil
}

// readHeader finds "%PDF-1.7", which other bytes may precede.
func (f *File) readHeader() error {
	if f.size <= 0 {
		return errEmpty.err()
	}
	head, err := f.appendAt(nil, 0, int(min(f.size, 1024+16)))
	if err != nil {
		return err
	}
	const mark = "%PDF-"
	i := bytes.Index(head, []byte(mark))
	if i < 0 {
		return errNotPDF.at(0)
	}
	f.header = int64(i)
	v := head[i+len(mark):]
	n := 0
	for n < len(v) && n < 8 && (isDigit(int(v[n])) || v[n] == '.') {
		n++
	}
	f.version = string(v[:n])
	return nil
}

// start finds the catalog and, where the file is encrypted, the key: all that a file needs to be of use.
func (f *File) start() error {
	f.root, _ = f.trailer.Value("Root").(Ref)
	if f.cipher == nil {
		if err := f.decipher(); err != nil {
			return err
		}
	}
	_, err := f.catalog()
	return err
}

func (f *File) catalog() (Dict, error) {
	root := f.trailer.Value("Root")
	if root == nil {
		return nil, errNoRoot.err()
	}
	o, err := f.resolve(root)
	if err != nil {
		return nil, err
	}
	d, ok := o.(Dict)
	if !ok || !d.Has("Pages") && d.Value("Type") != Name("Catalog") {
		return nil, inObject(errNoRoot.err(), f.root.Number)
	}
	return d, nil
}

// Version returns the version in the header, such as "1.7", and the place of the header: 0 unless other bytes precede it. The catalog may
// name a later version.
func (f *File) Version() (version string, offset int64) { return f.version, f.header }

// Trailer returns the trailer; in files with cross-reference streams it is the newest one's dictionary.
func (f *File) Trailer() Dict {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.trailer
}

// Root returns where the catalog stands.
func (f *File) Root() Ref {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.root
}

// Encrypted tells whether the file is encrypted: with an empty user password, or Open had failed.
func (f *File) Encrypted() bool { return f.Trailer().Has("Encrypt") }

// Searched tells whether the cross-reference was of no use and the file was searched for its objects.
func (f *File) Searched() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.searched
}

// Updates returns how often the file was appended to since it was first written. It is 0 where the file was searched.
func (f *File) Updates() int {
	f.mu.Lock()
	n := f.updates - 1
	f.mu.Unlock()
	if n > 0 && f.Linearized() { // the first page has a section of its own
		n--
	}
	return max(n, 0)
}

// Linearized tells whether the file begins as one arranged for the web does. Later updates do not change the answer.
func (f *File) Linearized() bool {
	f.mu.Lock()
	defer f.mu.Unlock()
	l := f.lexerAt(f.header)
	l.skip()
	if off := l.place(); l.err == nil {
		o, _, err := f.indirect(off, 0)
		d, ok := o.(Dict)
		return err == nil && ok && d.Has("Linearized")
	}
	return false
}

// Catalog returns the root of the document.
func (f *File) Catalog() (Dict, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.catalog()
}

// Object returns an indirect object; Null where the file has none of this number. What
// the cross-reference lists but the file lacks is an error. A generation other than the file's is not looked at: too
// many producers get it wrong.
func (f *File) Object(ref Ref) (Object, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.object(ref.Number)
}

// Resolve follows references until something else comes. Null stands for nil and for what the file lacks.
func (f *File) Resolve(o Object) (Object, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.resolve(o)
}

func (f *File) resolve(o Object) (Object, error) {
	for range mostHops {
		ref, ok := o.(Ref)
		if !ok {
			if o == nil {
				o = Null{}
			}
			return o, nil
		}
		var err error
		if o, err = f.object(ref.Number); err != nil {
			return nil, err
		}
	}
	return nil, errHops.err()
}

// Dict resolves an object that should be a dictionary. It is nil where there is something else; of a stream it is the stream's.
func (f *File) Dict(o Object) (Dict, error) {
	o, err := f.Resolve(o)
	switch o := o.(type) {
	case Dict:
		return o, err
	case *Stream:
		return o.Dict, err
	}
	return nil, err
}

// Array resolves an object that should be an array. It is nil where there is something else.
func (f *File) Array(o Object) (Array, error) {
	o, err := f.Resolve(o)
	a, _ := o.(Array)
	return a, err
}

// Stream resolves an object that should be a stream. It is nil where there is something else.
func (f *File) Stream(o Object) (*Stream, error) {
	o, err := f.Resolve(o)
	s, _ := o.(*Stream)
	return s, err
}

// Name resolves an object that should be a name. It is empty where there is something else.
func (f *File) Name(o Object) (Name, error) {
	o, err := f.Resolve(o)
	n, _ := o.(Name)
	return n, err
}

// Text resolves an object that should be a text string. It is empty where there is something else.
func (f *File) Text(o Object) (string, error) {
	o, err := f.Resolve(o)
	s, _ := o.(String)
	return s.Text(), err
}

// charge counts work against its limit.
func (f *File) charge(n int) error {
	if f.work += int64(n); f.work > f.lim.Work {
		return errWork.tooLarge(f.lim.Work)
	}
	return nil
}

// appendAt appends n bytes of the file to b, fewer at its end.
func (f *File) appendAt(b []byte, off int64, n int) ([]byte, error) {
	if off < 0 || off >= f.size {
		return b, nil
	}
	n = int(min(int64(n), f.size-off))
	if err := f.charge(n); err != nil {
		return b, err
	}
	have := len(b)
	if cap(b)-have < n {
		b = append(make([]byte, 0, max(2*cap(b), have+n)), b...)
	}
	got, err := f.r.ReadAt(b[have:have+n], off)
	b = b[:have+got]
	if got < n {
		return b, readError(err)
	}
	return b, nil
}

// readError says that the reader has less than the size given, or fails.
func readError(err error) error {
	if err == nil || errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("pdf: read: %w", err)
}
