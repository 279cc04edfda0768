package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
)

// replaced changes the only occurrence of old.
func replaced(t *testing.T, data []byte, old, now string) []byte {
	t.Helper()
	if bytes.Count(data, []byte(old)) != 1 {
		t.Fatalf("%q stands %d times in the file", old, bytes.Count(data, []byte(old)))
	}
	return bytes.Replace(data, []byte(old), []byte(now), 1)
}

// startOf returns what stands behind startxref.
func startOf(data []byte) string {
	_, rest, _ := strings.Cut(string(data[bytes.LastIndex(data, []byte("startxref")):]), "\n")
	start, _, _ := strings.Cut(rest, "\n")
	return start
}

// TestStructures reads one document in the ways that files are laid out, and laid out wrongly.
func TestStructures(t *testing.T) {
	plain := plainFile().table(root).Bytes()
	packed := func() *builder {
		return newBuilder("1.5").stream(4, "", []byte(secret)).pack(5, 1, catalog, pages, page)
	}
	length := int64(len(plain))
	for _, c := range []struct {
		name     string
		data     []byte
		searched bool
		updates  int
		base     int64
	}{
		{"table", plain, false, 0, 0},
		{"cross-reference stream", plainFile().xref(5, root).Bytes(), false, 0, 0},
		{"object stream", packed().xref(6, root).Bytes(), false, 0, 0},
		{"hybrid", hybrid(), false, 0, 0},
		{"two updates", plainFile().stream(4, "", []byte("old")).table(root).object(3, page).table(root).stream(4, "", []byte(secret)).table(root).Bytes(), false, 2, 0},
		{"update with a stream behind a table", plainFile().stream(4, "", []byte("old")).table(root).stream(4, "", []byte(secret)).xref(7, root).Bytes(), false, 1, 0},
		{"root in the older trailer only", plainFile().table(root).object(3, page).table("").Bytes(), false, 1, 0},
		{"bytes before the header, offsets from the header", append(bytes.Repeat([]byte("HTTP "), 80), plain...), false, 0, 400},
		{"bytes before the header, offsets from the start", shifted(plainFile(), 300), false, 0, 0},
		{"bytes behind the end", append(bytes.Clone(plain), bytes.Repeat([]byte("<br>"), 1500)...), false, 0, 0},
		{"many bytes behind the end", append(bytes.Clone(plain), bytes.Repeat([]byte("<br>"), 30_000)...), true, 0, 0},
		{"length too small", replaced(t, plain, "/Length 25", "/Length 20"), false, 0, 0},
		{"length too large", replaced(t, plain, "/Length 25", "/Length 99"), false, 0, 0},
		{"length beyond the file", replaced(t, plain, "/Length 25", "/Length 2147483647"), true, 0, 0},
		{"length negative", replaced(t, plain, "/Length 25", "/Length -1"), false, 0, 0},
		{"length missing", replaced(t, plain, "/Length 25", "/Lengte 25"), false, 0, 0},
		{"length in an object", plainFile().object(6, "25").object(4, "<</Length 6 0 R>>stream\r\n"+secret+"\r\nendstream").table(root).Bytes(), false, 0, 0},
		{"length that leads to the stream", plainFile().object(4, "<</Length 4 0 R>>stream\n"+secret+"\nendstream").table(root).Bytes(), false, 0, 0},
		{"stream behind a lone carriage return", plainFile().object(4, "<</Length 25>>stream\r"+secret+"\rendstream").table(root).Bytes(), false, 0, 0},
		{"stream behind blanks", plainFile().object(4, "<</Length 25>> stream  \n"+secret+"endstream").table(root).Bytes(), false, 0, 0},
		{"Prev that leads to itself", replaced(t, plain, "<</Size 5", "<</Prev "+startOf(plain)+"/Size 5"), false, 0, 0},
		{"Prev that leads nowhere", replaced(t, plain, "<</Size 5", "<</Prev 7/Size 5"), true, 0, 0},
		{"startxref wrong", replaced(t, plain, "startxref\n"+startOf(plain), "startxref\n40"), true, 0, 0},
		{"startxref 0", replaced(t, plain, "startxref\n"+startOf(plain), "startxref\n0"), true, 0, 0},
		{"no cross-reference", plain[:bytes.Index(plain, []byte("xref"))], true, 0, 0},
		{"no trailer", plain[:bytes.Index(plain, []byte("trailer"))], true, 0, 0},
		{"last 30 bytes cut", plain[:length-30], true, 0, 0},
		{"entries of 19 bytes", bytes.ReplaceAll(plain, []byte("00000 n \n"), []byte("00000 n\n")), true, 0, 0},
		{"every offset off by one", shift(plainFile(), 1), true, 0, 0},
		{"numbers off by one", replaced(t, plain, "xref\n0 5", "xref\n1 5"), true, 0, 0},
		{"object stream, startxref wrong", replaced(t, packed().xref(6, root).Bytes(), "startxref\n", "startxref\n1"), true, 0, 0},
		{"object stream, cross-reference stream cut off", cutBefore(packed().xref(6, root).Bytes(), "6 0 obj"), true, 0, 0},
		{"a PDF in a PDF, searched", nested(), true, 0, 0},
		{"line ends of old", bytes.ReplaceAll(plain, []byte("\nendobj\n"), []byte("\rendobj\r")), false, 0, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			f, err := openBytes(c.data, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if got, err := content(f, 4); got != secret || err != nil {
				t.Errorf("content is %q, %v", got, err)
			}
			n := 0
			err = f.EachPage(func(number int, ref Ref, page Dict) error {
				n++
				if number != 1 || ref.Number != 3 || !page.Has("MediaBox") {
					t.Errorf("page %d is object %d: %v", number, ref.Number, page)
				}
				return nil
			})
			if pages, err2 := f.Pages(); n != 1 || pages != 1 || err != nil || err2 != nil {
				t.Errorf("%d pages of %d, %v, %v", n, pages, err, err2)
			}
			if got := f.Searched(); got != c.searched {
				t.Errorf("searched: %v", got)
			}
			if got := f.Updates(); got != c.updates {
				t.Errorf("%d updates", got)
			}
			if f.base != c.base {
				t.Errorf("offsets count from %d", f.base)
			}
		})
	}
}

// hybrid has a table that calls free what only the stream beside it shows.
func hybrid() []byte {
	b := newBuilder("1.4").stream(4, "", []byte(secret)).object(1, catalog).object(2, pages)
	b.pack(5, 3, page)
	b.packed[3] = [2]int{5, 0}
	at := b.Len()
	b.xrefStream(6, "")
	return b.table(root + fmt.Sprintf("/XRefStm %d", at)).Bytes()
}

// shifted writes a file behind other bytes, which its offsets count.
func shifted(b *builder, by int) []byte {
	before := bytes.Repeat([]byte("x"), by)
	old := bytes.Clone(b.Bytes())
	b.Reset()
	b.Write(before)
	b.Write(old)
	for n := range b.places {
		b.places[n] += by
	}
	return b.table(root).Bytes()
}

// shift moves the entries of the table, not the objects.
func shift(b *builder, by int) []byte {
	for n := range b.places {
		b.places[n] += by
	}
	return b.table(root).Bytes()
}

func cutBefore(data []byte, word string) []byte { return data[:bytes.LastIndex(data, []byte(word))] }

// nested has another PDF as an attachment in front of its own stream 4, not compressed, and no cross-reference.
func nested() []byte {
	inner := plainFile().stream(4, "", []byte("the content of another")).table(root).Bytes()
	b := plainFile().stream(8, "/Type/EmbeddedFile", inner)
	return b.Bytes()
}

func TestRefused(t *testing.T) {
	plain := plainFile().table(root).Bytes()
	for _, c := range []struct {
		name    string
		data    []byte
		lim     Limits
		kind    Kind
		message string
	}{
		{"empty", nil, Limits{}, KindNotPDF, "the file is empty"},
		{"no PDF", []byte("<html>"), Limits{}, KindNotPDF, "no PDF: %PDF- is not among the first 1024 bytes"},
		{"header too late", append(bytes.Repeat([]byte("x"), 2000), plain...), Limits{}, KindNotPDF, "no PDF: %PDF- is not among the first 1024 bytes"},
		{"header only", []byte("%PDF-1.7\n"), Limits{}, KindDamaged, "the file holds no objects"},
		{"no catalog", newBuilder("1.7").object(3, page).table("/Root 1 0 R").Bytes(), Limits{}, KindDamaged, "the document catalog is not in the file, which seems to be cut off"},
		{"catalog is a stream", newBuilder("1.7").stream(1, "/Type/Catalog", nil).table(root).Bytes(), Limits{}, KindDamaged, "the document catalog is not in the file, which seems to be cut off"},
		{"cut off before the catalog", plain[:16], Limits{}, KindDamaged, "the file holds no objects"},
		{"too large", plain, Limits{Size: 100}, KindLimit, "the file is larger than 100 bytes"},
		{"unknown handler", plainFile().object(9, "<</Filter/Adobe.PubSec/V 4>>").table(root + "/Encrypt 9 0 R").Bytes(), Limits{}, KindUnsupported, "the file is encrypted in a way that is not read: Adobe.PubSec"},
		{"encryption that is none", plainFile().table(root + "/Encrypt 3").Bytes(), Limits{}, KindUnsupported, "the file is encrypted, but what it says of the encryption makes no sense"},
		{"encryption without keys", plainFile().table(root + "/Encrypt<</Filter/Standard/V 2/R 3>>").Bytes(), Limits{}, KindUnsupported, "the file is encrypted, but what it says of the encryption makes no sense"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := openBytes(c.data, c.lim)
			var e *Error
			if !errors.As(err, &e) || e.Kind != c.kind || c.message != "" && e.Message.EN != c.message {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestReadErrors(t *testing.T) {
	broken := errors.New("broken")
	data := plainFile().stream(4, "", bytes.Repeat([]byte("x"), 3*mega)).table(root).Bytes()
	r := &failing{data: data}
	f, err := Open(r, int64(len(data)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Stream(Ref{Number: 4})
	if err != nil {
		t.Fatal(err)
	}
	r.err = broken
	var e *Error
	if _, err := f.Object(Ref{Number: 3}); !errors.Is(err, broken) || errors.As(err, &e) {
		t.Errorf("object: %v", err)
	}
	r.err, r.from = broken, 2*mega
	if _, err := s.Decode(); !errors.Is(err, broken) || errors.As(err, &e) {
		t.Errorf("stream: %v", err)
	}
	if _, err := s.Head(10); err != nil {
		t.Errorf("head: %v", err)
	}
	if _, err := s.Head(3 * mega); !errors.Is(err, broken) {
		t.Errorf("long head: %v", err)
	}
	if _, err := Open(bytes.NewReader(data), int64(len(data))+100, Limits{}); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("shorter than said: %v", err)
	}
}

// failing fails to read behind a place; small reads behind it, such as those that look for the end of a stream, succeed.
type failing struct {
	data []byte
	err  error
	from int64
}

func (r *failing) ReadAt(p []byte, off int64) (int, error) {
	if r.err != nil && (r.from == 0 || off+int64(len(p)) > r.from && len(p) > 100) {
		return 0, r.err
	}
	return bytes.NewReader(r.data).ReadAt(p, off)
}

// TestReadsLittle opens a large file and takes one stream from it: what is read does not depend on the size.
func TestReadsLittle(t *testing.T) {
	b := plainFile()
	for i := 10; i < 20_000; i++ {
		b.object(i, "<</Type/Annot/Subtype/Link/Rect[0 0 100 100]/Border[0 0 0]>>")
	}
	data := b.table(root).Bytes()
	r := &counting{r: bytes.NewReader(data)}
	f, err := Open(r, int64(len(data)), Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := content(f, 4); got != secret || err != nil {
		t.Errorf("content is %q, %v", got, err)
	}
	t.Logf("%d of %d bytes were read", r.n, len(data))
	if r.n > 10_000 {
		t.Errorf("%d bytes were read", r.n)
	}
}

type counting struct {
	r io.ReaderAt
	n int
}

func (c *counting) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.r.ReadAt(p, off)
	c.n += n
	return n, err
}

func TestConcurrentUse(t *testing.T) {
	b := newBuilder("1.5").stream(4, "", []byte(secret)).pack(5, 1, catalog, pages, page)
	for i := range 20 {
		b.stream(10+i, "/Filter/FlateDecode", deflate([]byte(strconv.Itoa(i))))
	}
	f := mustOpen(t, b.xref(40, root).Bytes())
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for i := range 20 {
				if got, err := content(f, uint32(10+i)); got != strconv.Itoa(i) || err != nil {
					t.Errorf("stream %d is %q, %v", i, got, err)
				}
				if _, err := f.Catalog(); err != nil {
					t.Error(err)
				}
				f.Linearized()
				f.Searched()
			}
		})
	}
	wg.Wait()
}

func TestNameTree(t *testing.T) {
	tree := func(objects ...string) *File {
		b := plainFile()
		for i, o := range objects {
			b.object(10+i, o)
		}
		return mustOpen(t, b.table(root).Bytes())
	}
	for _, c := range []struct {
		name string
		file *File
		want string
	}{
		{"a leaf", tree("<</Names[(a) 1 (b) 2]>>"), "a=1 b=2"},
		{"an odd leaf", tree("<</Names[(a) 1 (b)]>>"), "a=1"},
		{"two levels", tree("<</Kids[11 0 R 12 0 R]>>", "<</Names[(a) 1]>>", "<</Kids[<</Names[(b) 2]>> 13 0 R]>>", "<</Names[(c) 3]>>"), "a=1 b=2 c=3"},
		{"a cycle", tree("<</Kids[11 0 R 10 0 R]>>", "<</Names[(a) 1]/Kids[10 0 R 11 0 R]>>"), "a=1"},
		{"a node twice", tree("<</Kids[11 0 R 11 0 R]>>", "<</Names[(a) 1]>>"), "a=1"},
		{"nothing", tree("null"), ""},
		{"something else", tree("<</Kids 5/Names(x)>>"), ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			err := c.file.NameTree(Ref{Number: 10}, func(key String, value Object) error {
				got = append(got, string(key)+"="+string(Append(nil, value)))
				return nil
			})
			if s := strings.Join(got, " "); s != c.want || err != nil {
				t.Errorf("got %s, %v", s, err)
			}
		})
	}
	stop := errors.New("stop")
	if err := tree("<</Names[(a) 1 (b) 2]>>").NameTree(Ref{Number: 10}, func(String, Object) error { return stop }); err != stop {
		t.Errorf("visit's error comes back as %v", err)
	}
}

func TestPageOf(t *testing.T) {
	b := newBuilder("1.7").object(1, catalog).
		object(2, "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 5>>").
		object(3, "<</Type/Page/Parent 2 0 R>>").
		object(4, "<</Type/Pages/Parent 2 0 R/Kids[6 0 R 7 0 R 8 0 R]/Count 3>>").
		object(5, "<</Type/Page/Parent 2 0 R>>")
	for n := 6; n <= 8; n++ {
		b.object(n, "<</Type/Page/Parent 4 0 R>>")
	}
	b.object(9, "<</Type/Annot/P 7 0 R>>").object(10, "<</Type/Page/Parent 4 0 R>>").object(11, "(x)")
	f := mustOpen(t, b.table(root).Bytes())
	for ref, want := range map[uint32]int{3: 1, 6: 2, 7: 3, 8: 4, 5: 5, 9: 3, 10: 0, 11: 0, 99: 0} {
		if got, err := f.PageOf(Ref{Number: ref}); got != want || err != nil {
			t.Errorf("object %d is on page %d, %v; want %d", ref, got, err, want)
		}
	}
	var order []uint32
	err := f.EachPage(func(n int, ref Ref, _ Dict) error { order = append(order, ref.Number); return nil })
	if want := []uint32{3, 6, 7, 8, 5}; !slices.Equal(order, want) || err != nil {
		t.Errorf("pages are %v, %v", order, err)
	}
}

func TestFields(t *testing.T) {
	f := mustOpen(t, plainFile().
		object(10, "[11 0 R 13 0 R 16 0 R]").
		object(11, "<</FT/Sig/T(a)/Kids[12 0 R]>>").object(12, "<</Parent 11 0 R/Subtype/Widget>>").
		object(13, "<</FT/Sig/T(g)/Kids[14 0 R 15 0 R]>>").object(14, "<</Parent 13 0 R/T(b)>>").object(15, "<</Parent 13 0 R/T(c)/FT/Tx>>").
		object(16, "<</T(d)>>").
		table(root).Bytes())
	fields, err := f.Array(Ref{Number: 10})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = f.EachField(fields, func(ref Ref, d Dict) error {
		got = append(got, fmt.Sprintf("%d %s", ref.Number, d.Value("FT")))
		return nil
	})
	if want := []string{"11 Sig", "14 Sig", "15 Tx"}; !slices.Equal(got, want) || err != nil {
		t.Errorf("got %v, %v", got, err)
	}
}
