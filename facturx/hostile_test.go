package facturx_test

import (
	"bytes"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/fxinvoice/fx/facturx"
)

const (
	mostTime = 2 * time.Second
	mostHeap = 300 << 20
)

// zeros deflates to as many megabytes of NUL: one block of them, repeated.
func zeros(megabytes int) []byte {
	var block bytes.Buffer
	w, err := flate.NewWriter(&block, 9)
	if err != nil {
		panic(err)
	}
	if _, err := w.Write(make([]byte, 1<<20)); err != nil {
		panic(err)
	}
	if err := w.Flush(); err != nil {
		panic(err)
	}
	return append([]byte{0x78, 0xda}, append(bytes.Repeat(block.Bytes(), megabytes), 1, 0, 0, 0xff, 0xff)...)
}

// withTree has an invoice and a name tree made of the objects given, which begin at 10.
func withTree(objects func(b *builder)) []byte {
	b := newBuilder()
	objects(b)
	return b.done("/Names<</EmbeddedFiles 10 0 R>>")
}

// withInvoice has a stream of so many bytes as its invoice, with the filters named.
func withInvoice(filters string, data []byte) []byte {
	b := newBuilder()
	b.stream(10, "/Type/EmbeddedFile/Filter"+filters, data)
	b.file("factur-x.xml", 10)
	return b.done("")
}

// xrefStream makes a file whose cross-reference is a stream with the dictionary and the data given; the catalog and a page are there.
func xrefStream(dict string, data []byte) []byte {
	b := newBuilder()
	b.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	start := b.Len()
	b.stream(9, "/Type/XRef/Root 1 0 R"+dict, data)
	return fmt.Appendf(b.Bytes(), "startxref\n%d\n%%%%EOF\n", start)
}

// inObjectStream has its catalog in an object stream with the dictionary and the data given, as object 1; the object stream is 5.
func inObjectStream(dict string, data []byte) []byte {
	b := newBuilder()
	at := b.Len()
	b.stream(5, "/Type/ObjStm"+dict, data)
	start := b.Len()
	entries := []byte{0, 0, 0, 0, 2, 0, 5, 0, 1, 0, byte(b.places[2]), 0, 1, byte(b.places[3] >> 8), byte(b.places[3]), 0, 0, 0, 0, 0, 1, byte(at >> 8), byte(at), 0}
	b.stream(9, "/Type/XRef/Root 1 0 R/Size 6/W[1 2 1]", entries)
	return fmt.Appendf(b.Bytes(), "startxref\n%d\n%%%%EOF\n", start)
}

func updates(n int) []byte {
	b := newBuilder()
	b.attach("factur-x.xml", cii())
	b.done("")
	prev := b.Len()
	for range n {
		prev = bytes.LastIndex(b.Bytes()[:prev], []byte("xref\n0")) // the first time; then the one just written
		start := b.Len()
		fmt.Fprintf(b, "xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 20/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n", prev, start)
		prev = start + len("xref\n0")
	}
	return b.Bytes()
}

// hostile files, by section 7 of what is known of attacks, and some more.
func hostile() map[string]func() []byte {
	good := func() []byte {
		b := newBuilder()
		b.attach("factur-x.xml", cii())
		b.metadata("factur-x.xml")
		return b.done("")
	}
	catalog := func(extra string) func() []byte { return func() []byte { return newBuilder().done(extra) } }
	return map[string]func() []byte{
		"2 GB as the invoice": func() []byte { return withInvoice("/FlateDecode", zeros(2048)) },
		"a bomb in a bomb":    func() []byte { return withInvoice("[/FlateDecode/FlateDecode]", deflate(zeros(2048))) },
		"8 times Flate": func() []byte {
			return withInvoice("["+strings.Repeat("/FlateDecode", 8)+"]", deflate(deflate(zeros(60))))
		},
		"1000-fold": func() []byte { return withInvoice("/FlateDecode", zeros(60)) },
		"Flate and ASCII85": func() []byte {
			return withInvoice("[/FlateDecode/ASCII85Decode]", deflate(bytes.Repeat([]byte("z"), 60<<20)))
		},
		"Flate and RunLength": func() []byte {
			return withInvoice("[/FlateDecode/RunLengthDecode]", deflate(bytes.Repeat([]byte{0x81, 'x'}, 10<<20)))
		},
		"LZW":                       func() []byte { return withInvoice("[/FlateDecode/LZWDecode]", zeros(60)) },
		"a bomb in the metadata":    func() []byte { b := newBuilder(); b.stream(4, "/Filter/FlateDecode", zeros(500)); return b.done("") },
		"a bomb as cross-reference": func() []byte { return xrefStream("/Size 6/W[1 2 1]/Filter/FlateDecode", zeros(2048)) },
		"a bomb as object stream":   func() []byte { return inObjectStream("/N 1/First 4/Filter/FlateDecode", zeros(2048)) },
		"a bomb in the page":        func() []byte { b := newBuilder(); b.stream(5, "/Filter/FlateDecode", zeros(2048)); return b.done("") },
		"object stream in itself":   func() []byte { return inObjectStream("/N 1/First 4/Extends 5 0 R", []byte("5 0 <<>>")) },
		"object stream of wrong length": func() []byte {
			return inObjectStream("/N 1/First 5/Length 1 0 R", []byte("1 0  <</Type/Catalog/Pages 2 0 R>>"))
		},
		"object stream N": func() []byte {
			return inObjectStream("/N 1000000000/First 5", []byte("1 0  <</Type/Catalog/Pages 2 0 R>>"))
		},
		"object stream First": func() []byte {
			return inObjectStream("/N 1/First 2000000000", []byte("1 0  <</Type/Catalog/Pages 2 0 R>>"))
		},
		"object stream of many": func() []byte {
			return inObjectStream("/N 1900000/First 11400000", bytes.Repeat([]byte("7 0   "), 1_900_000))
		},
		"name tree: a cycle, 10,000 names": nameCycle,
		"name tree: 2^40 ways": func() []byte {
			return withTree(func(b *builder) {
				for i := 10; i < 50; i++ {
					b.object(i, fmt.Sprintf("<</Kids[%d 0 R %d 0 R]>>", i+1, i+1))
				}
				b.object(50, "<</Names[]>>")
			})
		},
		"name tree: 500,000 names": func() []byte {
			return withTree(func(b *builder) { b.object(10, "<</Names["+strings.Repeat("(n)11 0 R", 500_000)+"]>>") })
		},
		"name tree: 2,000,000 names": func() []byte {
			return withTree(func(b *builder) { b.object(10, "<</Names["+strings.Repeat("(n)1", 2_000_000)+"]>>") })
		},
		"name tree: 20,000 deep": func() []byte {
			return withTree(func(b *builder) {
				for i := 10; i < 20_010; i++ {
					b.object(i, fmt.Sprintf("<</Kids[%d 0 R]>>", i+1))
				}
			})
		},
		"name tree: 200,000 kids": func() []byte {
			return withTree(func(b *builder) { b.object(10, "<</Kids["+strings.Repeat("<<>>", 200_000)+"]>>") })
		},
		"49,000 attachments":                     manyAttachments,
		"1,000 long licences":                    longLicences,
		"49,000 attachments that are no invoice": manyStreams,
		"Prev to itself":                         func() []byte { return prevLoop(0) },
		"Prev in a circle":                       func() []byte { return prevLoop(3) },
		"5,000 updates":                          func() []byte { return updates(5000) },
		"100,000 updates":                        func() []byte { return updates(100_000) },
		"cross-reference: Index":                 func() []byte { return xrefStream("/Size 6/W[1 2 1]/Index[0 2147483648]", make([]byte, 400)) },
		"cross-reference: W":                     func() []byte { return xrefStream("/Size 6/W[2000000000 2 1]", make([]byte, 400)) },
		"cross-reference: Size":                  func() []byte { return xrefStream("/Size 2000000000/W[1 2 1]", make([]byte, 400)) },
		"cross-reference: columns": func() []byte {
			return xrefStream("/Size 6/W[1 2 1]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>", zeros(1))
		},
		"cross-reference: many pieces": func() []byte {
			return xrefStream("/Size 6/W[1 2 1]/Index["+strings.Repeat("1 1 ", 400_000)+"]", make([]byte, 1_600_000))
		},
		"table: 2 billion":          func() []byte { return bytes.Replace(good(), []byte("xref\n0 1"), []byte("xref\n0 2000000001"), 1) },
		"table: a million pieces":   func() []byte { return tablePieces(1_000_000) },
		"Length 2^31":               func() []byte { return withLength("2147483648") },
		"Length of itself":          func() []byte { return withLength("10 0 R") },
		"Length in a circle":        func() []byte { return withLength("12 0 R") },
		"arrays 500,000 deep":       catalog("/AF " + strings.Repeat("[", 500_000)),
		"dictionaries 500,000 deep": catalog("/AF " + strings.Repeat("<</A", 500_000)),
		"strings 500,000 deep":      catalog("/AF " + strings.Repeat("(", 500_000)),
		"a string of 30 MB":         catalog("/AF(" + strings.Repeat("x", 30<<20) + ")"),
		"a name of 30 MB":           catalog("/" + strings.Repeat("x", 30<<20)),
		"a comment of 30 MB":        catalog("/AF %" + strings.Repeat("x", 30<<20)),
		"two million empty arrays":  catalog("/AF[" + strings.Repeat("[]", 2_000_000) + "]"),
		"pages in a circle": func() []byte {
			b := newBuilder()
			b.object(2, "<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>")
			return b.done("")
		},
		"pages that are 100,000": func() []byte { return manyPages(100_000) },
		"fields in a circle": func() []byte {
			b := newBuilder()
			b.object(10, "<</FT/Sig/T(a)/Kids[10 0 R]>>")
			return b.done("/AcroForm<</Fields[10 0 R 10 0 R]>>")
		},
		"references in a circle": func() []byte {
			b := newBuilder()
			b.object(10, "11 0 R")
			b.object(11, "10 0 R")
			return b.done("/AF 10 0 R/Metadata 10 0 R")
		},
		"no catalog":                    func() []byte { b := newBuilder(); b.object(1, "null"); return b.table("/Root 1 0 R") },
		"a stream as catalog":           func() []byte { b := newBuilder(); b.stream(1, "/Type/Catalog", nil); return b.table("/Root 1 0 R") },
		"200,000 objects, no reference": func() []byte { return noReference(200_000) },
		"3,000,000 objects, no content": func() []byte { return append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 obj "), 3_000_000)...) },
		"streams without end": func() []byte {
			return append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 obj<<>>stream\n"), 300_000)...)
		},
		"object streams without end": func() []byte { return manyPacks(20_000) },
		"trailers": func() []byte {
			return append([]byte("%PDF-1.7\n1 0 obj<<>>endobj\n"), bytes.Repeat([]byte("trailer<</Root 1 0 R"), 500_000)...)
		},
		"catalogs": func() []byte {
			return append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("1 0 obj<</X/Catalog>>endobj\n"), 500_000)...)
		},
		"encryption that is none": func() []byte {
			b := newBuilder()
			b.done("")
			return b.table("/Root 1 0 R/Encrypt<</Filter/Standard/V 5/R 6/O 5/U[[[]]]>>")
		},
		"XMP: an entity bomb": func() []byte {
			b := newBuilder()
			b.stream(4, "", []byte("<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"))
			return b.done("")
		},
		"XMP: deep": func() []byte {
			b := newBuilder()
			b.stream(4, "", []byte(strings.Repeat("<a>", 1_000_000)))
			return b.done("")
		},
		"XMP: a million descriptions": manyDescriptions,
		"XMP: packets": func() []byte {
			b := newBuilder()
			b.stream(4, "", []byte(strings.Repeat(xmp("a"), 5000)))
			return b.done("")
		},
		"attachment in front of its end": func() []byte { return good()[:len(good())/2] },
		"many filters":                   func() []byte { return withInvoice("["+strings.Repeat("/ASCIIHexDecode", 100_000)+"]", nil) },
		"only zeros":                     func() []byte { return append([]byte("%PDF-1.7\n"), make([]byte, 40<<20)...) },
	}
}

func nameCycle() []byte {
	return withTree(func(b *builder) {
		b.object(10, "<</Kids[11 0 R 10 0 R 11 0 R]>>")
		var names strings.Builder
		for i := range 10_000 {
			fmt.Fprintf(&names, "(%05d)%d 0 R", i, 20+i%2)
		}
		b.object(11, "<</Kids[10 0 R 11 0 R]/Names["+names.String()+"]>>")
		b.stream(19, "", cii())
		b.object(20, "<</UF(factur-x.xml)/EF<</F 19 0 R>>>>")
		b.object(21, "<</UF(a)/EF<</F 19 0 R>>>>")
	})
}

func manyAttachments() []byte {
	b := newBuilder()
	b.stream(10, "/Filter/FlateDecode", deflate(cii()))
	for i := range 49_000 {
		b.file(fmt.Sprint(i), 10)
	}
	return b.done("")
}

func longLicences() []byte {
	b := newBuilder()
	licence := deflate([]byte("<!--" + strings.Repeat("licence ", 1<<19) + "--><a/>"))
	for range 1000 {
		n := b.next()
		b.stream(n, "/Filter/FlateDecode", licence)
		b.file("a.xml", n)
	}
	return b.done("")
}

func manyStreams() []byte {
	b := newBuilder()
	other := deflate([]byte("<a/>"))
	for i := range 49_000 {
		n := b.next()
		b.stream(n, "/Filter/FlateDecode", other)
		b.file(fmt.Sprint(i), n)
	}
	return b.done("")
}

func prevLoop(n int) []byte {
	data := updates(n)
	first := bytes.Index(data, []byte("xref\n0"))
	last := bytes.LastIndex(data, []byte("xref\n0"))
	at := first + bytes.Index(data[first:], []byte("/Root"))
	return append(append(bytes.Clone(data[:at]), fmt.Sprintf("/Prev %d", last)...), data[at:]...)
}

func tablePieces(n int) []byte {
	b := newBuilder()
	b.object(1, "<</Type/Catalog/Pages 2 0 R>>")
	start := b.Len()
	b.WriteString("xref\n")
	for i := range n {
		at := 0
		if i < 4 {
			at = b.places[i]
		}
		fmt.Fprintf(b, "%d 1\n%010d 00000 n \n", i, at)
	}
	return fmt.Appendf(b.Bytes(), "trailer<</Root 1 0 R>>startxref\n%d\n", start)
}

func withLength(length string) []byte {
	b := newBuilder()
	b.object(10, "<</Length "+length+">>\nstream\n"+string(cii())+"\nendstream")
	b.object(12, "13 0 R")
	b.object(13, "12 0 R")
	b.file("factur-x.xml", 10)
	return b.done("")
}

func manyPages(n int) []byte {
	b := newBuilder()
	b.object(2, "<</Type/Pages/Count 1/Kids["+strings.Repeat("<</Type/Page/Annots[<</Subtype/Link>>]>>", n)+"]>>")
	return b.done("")
}

func noReference(n int) []byte {
	b := newBuilder()
	for range n {
		b.object(b.next(), "<</Type/Annot/Subtype/Link/Rect[0 0 100 100]>>")
	}
	b.attach("factur-x.xml", cii())
	data := b.done("")
	return data[:bytes.LastIndex(data, []byte("xref\n0"))]
}

func manyPacks(n int) []byte {
	b := newBuilder()
	for range n {
		b.object(b.next(), "<</Type/ObjStm/N 100/First 10/Filter/FlateDecode/Length 5>>stream\nabcde\nendstream")
	}
	return b.Bytes()
}

func manyDescriptions() []byte {
	b := newBuilder()
	one := `<rdf:Description><fx:DocumentFileName>x</fx:DocumentFileName></rdf:Description>`
	b.stream(4, "/Filter/FlateDecode", deflate([]byte(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">`+
		strings.Repeat(one, 190_000)+`</rdf:RDF>`)))
	for range 100 {
		b.attach("a.xml", cii())
	}
	return b.done("")
}

// examine asks a file for everything that it can be asked for. The answers do not matter here: they come, or errors do.
func examine(r io.ReaderAt, size int64) error {
	f, err := facturx.Open(context.Background(), r, size, facturx.Limits{})
	if err != nil {
		return err
	}
	_, err = facturx.Extract(context.Background(), r, size, facturx.Limits{})
	return errors.Join(examineFile(f), err)
}

func examineFile(f *facturx.File) error {
	all, e1 := f.Attachments()
	for _, a := range all[:min(len(all), 3)] {
		_, err := a.Content()
		_, err2 := a.CheckSum()
		_, err3 := a.SameContent()
		e1 = errors.Join(e1, err, err2, err3)
	}
	_, e2 := f.Invoice()
	_, e3 := f.XMP()
	_, e4 := f.Pages()
	_, e5 := f.Signatures()
	_, e6 := f.Actions()
	_, e7 := f.OutputIntents()
	_, e8 := f.XFA()
	_, e9 := f.Portfolio()
	f.Updates()
	return errors.Join(e1, e2, e3, e4, e5, e6, e7, e8, e9)
}

// measured runs f and returns how long it took and the largest heap meanwhile, garbage included.
func measured(f func()) (time.Duration, uint64) {
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	var peak atomic.Uint64
	stop, stopped := make(chan bool), make(chan bool)
	go func() {
		defer close(stopped)
		for {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			peak.Store(max(peak.Load(), m.HeapAlloc))
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
			}
		}
	}()
	begin := time.Now()
	f()
	elapsed := time.Since(begin)
	close(stop)
	<-stopped
	return elapsed, peak.Load() - min(before.HeapAlloc, peak.Load())
}

// TestHostile asks hostile files for everything. Each answers within two seconds and 300 MB beyond the file itself, or says why not.
func TestHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("time and memory are not measured with -short")
	}
	for name, build := range hostile() {
		t.Run(name, func(t *testing.T) {
			data := build()
			check(t, bytes.NewReader(data), int64(len(data)))
		})
	}
	t.Run("2 GB of nothing", func(t *testing.T) { check(t, sparse{}, 2<<30) })
	t.Run("2 GB of which 100 bytes come", func(t *testing.T) {
		data := append([]byte("%PDF-1.7\n"), make([]byte, 100)...)
		check(t, bytes.NewReader(data), 2<<30)
	})
}

// sparse is a huge file with a header.
type sparse struct{}

func (sparse) ReadAt(p []byte, off int64) (int, error) {
	clear(p)
	if off == 0 {
		copy(p, "%PDF-1.7\n1 0 obj<<>>endobj\n")
	}
	return len(p), nil
}

func check(t *testing.T, r io.ReaderAt, size int64) {
	t.Helper()
	best := time.Hour
	for range 3 { // a busy machine makes things slower, never faster
		var err error
		elapsed, heap := measured(func() { err = examine(r, size) })
		best = min(best, elapsed)
		if heap > mostHeap {
			t.Errorf("the heap grew by %d MB", heap>>20)
		}
		if best < mostTime {
			t.Logf("%5d ms %4d MB, file of %d KB: %.100v", elapsed.Milliseconds(), heap>>20, size>>10, err)
			return
		}
	}
	t.Errorf("took %v", best)
}
