package pdf

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"slices"
	"testing"
)

// A builder writes small PDFs, right or wrong, and knows where their objects are.
type builder struct {
	bytes.Buffer
	places map[int]int
	packed map[int][2]int // number: object stream and index
	last   int            // startxref of the revision before
}

func newBuilder(version string) *builder {
	b := &builder{places: map[int]int{}, packed: map[int][2]int{}}
	fmt.Fprintf(b, "%%PDF-%s\n%%\xe2\xe3\xcf\xd3\n", version)
	return b
}

// object writes an indirect object.
func (b *builder) object(n int, body string) *builder {
	b.places[n] = b.Len()
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", n, body)
	return b
}

// stream writes a stream with the right length.
func (b *builder) stream(n int, dict string, data []byte) *builder {
	return b.object(n, fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

// pack writes an object stream with the bodies of the objects from first on.
func (b *builder) pack(n, first int, bodies ...string) *builder {
	var head, content string
	for i, body := range bodies {
		head += fmt.Sprintf("%d %d ", first+i, len(content))
		content += body + " "
		b.packed[first+i] = [2]int{n, i}
		delete(b.places, first+i)
	}
	return b.stream(n, fmt.Sprintf("/Type/ObjStm/N %d/First %d/Filter/FlateDecode", len(bodies), len(head)), deflate([]byte(head+content)))
}

func (b *builder) size() int {
	size := 0
	for n := range b.places {
		size = max(size, n+1)
	}
	for n := range b.packed {
		size = max(size, n+1)
	}
	return size
}

// table ends a revision with a cross-reference table of all objects.
func (b *builder) table(trailer string) *builder {
	start := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n", b.size())
	for n := range b.size() {
		if at, ok := b.places[n]; ok {
			fmt.Fprintf(b, "%010d 00000 n \n", at)
		} else {
			b.WriteString("0000000000 65535 f \n")
		}
	}
	return b.trailer(trailer, start)
}

func (b *builder) trailer(trailer string, start int) *builder {
	fmt.Fprintf(b, "trailer\n<</Size %d%s%s>>\n", b.size(), trailer, b.prev())
	return b.end(start)
}

func (b *builder) prev() string {
	if b.last == 0 {
		return ""
	}
	return fmt.Sprintf("/Prev %d", b.last)
}

func (b *builder) end(start int) *builder {
	fmt.Fprintf(b, "startxref\n%d\n%%%%EOF\n", start)
	b.last = start
	return b
}

// xref ends a revision with a cross-reference stream.
func (b *builder) xref(n int, trailer string) *builder {
	start := b.Len()
	b.xrefStream(n, trailer+b.prev())
	return b.end(start)
}

func (b *builder) xrefStream(n int, extra string) {
	b.places[n] = b.Len()
	var data []byte
	for i := range b.size() {
		if at, ok := b.places[i]; ok {
			data = append(data, 1, byte(at>>16), byte(at>>8), byte(at), 0)
		} else if at, ok := b.packed[i]; ok {
			data = append(data, 2, 0, byte(at[0]>>8), byte(at[0]), byte(at[1]))
		} else {
			data = append(data, 0, 0, 0, 0, 0)
		}
	}
	// With PNG's predictor "up", as most producers write it.
	var rows []byte
	prior := make([]byte, 5)
	for row := range slices.Chunk(data, 5) {
		rows = append(rows, 2)
		for i := range row {
			rows = append(rows, row[i]-prior[i])
		}
		prior = row
	}
	b.stream(n, fmt.Sprintf("/Type/XRef/Size %d/W[1 3 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>%s", b.size(), extra), deflate(rows))
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

const (
	catalog = "<</Type/Catalog/Pages 2 0 R>>"
	pages   = "<</Type/Pages/Kids[3 0 R]/Count 1>>"
	page    = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
	root    = "/Root 1 0 R"
	secret  = "the content of the stream"
)

// plainFile has a catalog, a page, and a stream as object 4.
func plainFile() *builder {
	return newBuilder("1.7").object(1, catalog).object(2, pages).object(3, page).stream(4, "", []byte(secret))
}

func openBytes(data []byte, lim Limits) (*File, error) {
	return Open(bytes.NewReader(data), int64(len(data)), lim)
}

func mustOpen(t testing.TB, data []byte) *File {
	t.Helper()
	f, err := openBytes(data, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// content decodes the stream of a number.
func content(f *File, n uint32) (string, error) {
	s, err := f.Stream(Ref{Number: n})
	if err != nil {
		return "", err
	}
	if s == nil {
		return "", errors.New("no stream")
	}
	b, err := s.Decode()
	return string(b), err
}
