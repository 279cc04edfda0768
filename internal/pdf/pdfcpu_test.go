package pdf

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"github.com/fxinvoice/fx/internal/official"
)

// pdfcpuRead reads a file with pdfcpu, whatever becomes of it.
func pdfcpuRead(data []byte) (ctx *model.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	deadline, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	conf := &model.Configuration{Reader15: true, ValidationMode: model.ValidationRelaxed, Limits: model.DefaultResourceLimits(), Offline: true}
	return pdfcpu.ReadWithContext(deadline, bytes.NewReader(data), conf)
}

// eachPDF visits all PDFs of the official data.
func eachPDF(t *testing.T, visit func(name string, data []byte)) {
	dir := official.Conformance(t)
	n := 0
	for _, set := range []string{"pdf", "pdf-ordinary"} {
		err := filepath.WalkDir(filepath.Join(dir, set), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".pdf") {
				return err
			}
			data, err := os.ReadFile(path)
			visit(filepath.Base(path), data)
			n++
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	f, err := os.Open(filepath.Join(dir, "pdfa", "verapdf-corpus.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for in := tar.NewReader(z); ; n++ {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		visit(h.Name, data)
	}
	if n < 600 {
		t.Fatalf("only %d files", n)
	}
}

// TestAgainstPdfcpu compares every object of every file with what pdfcpu makes of it: two readers that share no code.
func TestAgainstPdfcpu(t *testing.T) {
	if testing.Short() {
		t.Skip("the comparison with pdfcpu takes its time")
	}
	objects := 0
	eachPDF(t, func(name string, data []byte) {
		ctx, err := pdfcpuRead(data)
		f, err2 := openBytes(data, Limits{Work: -1})
		if err != nil || err2 != nil {
			if (err == nil) != (err2 == nil) {
				t.Errorf("%s: pdfcpu: %v, we: %v", name, err, err2)
			}
			return
		}
		for n, entry := range ctx.Table {
			if n == 0 || entry == nil || entry.Free || entry.Object == nil || n > maxNumber {
				continue
			}
			objects++
			ours, err := f.Object(Ref{Number: uint32(n)})
			if err != nil {
				t.Errorf("%s: object %d: %v", name, n, err)
				continue
			}
			if why := differ(f, ours, entry.Object); why != "" {
				t.Errorf("%s: object %d: %s", name, n, why)
			}
		}
	})
	t.Logf("%d objects", objects)
	if objects < 10_000 {
		t.Errorf("only %d objects were compared", objects)
	}
}

// differ says in what an object is not pdfcpu's.
func differ(f *File, ours Object, theirs types.Object) string {
	switch theirs := theirs.(type) {
	case types.LazyObjectStreamObject:
		o, err := theirs.DecodedObject(context.Background())
		if err != nil {
			return err.Error()
		}
		return differ(f, ours, o)
	case types.Dict:
		if d, ok := ours.(Dict); ok {
			return differDicts(f, d, theirs)
		}
	case types.StreamDict:
		return differStreams(f, ours, &theirs)
	case *types.StreamDict:
		return differStreams(f, ours, theirs)
	case types.ObjectStreamDict:
		return differStreams(f, ours, &theirs.StreamDict)
	case types.XRefStreamDict:
		return differStreams(f, ours, &theirs.StreamDict)
	case types.Array:
		a, ok := ours.(Array)
		if !ok || len(a) != len(theirs) {
			break
		}
		for i := range a {
			if why := differ(f, a[i], theirs[i]); why != "" {
				return why
			}
		}
		return ""
	case types.IndirectRef:
		if r, ok := ours.(Ref); ok && int(r.Number) == theirs.ObjectNumber.Value() {
			return ""
		}
	case types.Name:
		if _, ok := ours.(Name); ok {
			return ""
		}
	case types.Integer:
		if ours == Int(theirs.Value()) {
			return ""
		}
	case types.Float:
		switch ours.(type) {
		case Real, Int:
			return ""
		}
	case types.Boolean:
		if ours == Bool(theirs.Value()) {
			return ""
		}
	case types.StringLiteral:
		b, err := types.Unescape(theirs.Value())
		if s, ok := ours.(String); ok && (err != nil || string(b) == string(s)) {
			return ""
		}
	case types.HexLiteral:
		b, err := theirs.Bytes()
		if s, ok := ours.(String); ok && (err != nil || string(b) == string(s)) {
			return ""
		}
	case nil:
		if _, ok := ours.(Null); ok {
			return ""
		}
	}
	return fmt.Sprintf("we have %T %.80q, pdfcpu has %T %.80q", ours, Append(nil, ours), theirs, fmt.Sprint(theirs))
}

func differDicts(f *File, ours Dict, theirs types.Dict) string {
	for key, v := range theirs {
		o := ours.Value(Name(key))
		if name, err := types.DecodeName(key); o == nil && err == nil {
			o = ours.Value(Name(name))
		}
		if o == nil {
			if v == nil {
				continue
			}
			return "we lack " + key
		}
		if why := differ(f, o, v); why != "" {
			return key + ": " + why
		}
	}
	for _, e := range ours {
		if f.Encrypted() && e.Key == "Length" {
			continue
		}
		if _, ok := e.Value.(Null); ok {
			continue
		}
		if _, ok := theirs.Find(string(e.Key)); !ok {
			if _, ok := theirs.Find(types.EncodeName(string(e.Key))); !ok {
				return "pdfcpu lacks " + string(e.Key)
			}
		}
	}
	return ""
}

func differStreams(f *File, ours Object, theirs *types.StreamDict) string {
	s, ok := ours.(*Stream)
	if !ok {
		return fmt.Sprintf("we have %T, pdfcpu a stream", ours)
	}
	raw, err := s.Raw()
	if err != nil {
		return err.Error()
	}
	// pdfcpu trusts a length that leads beyond the end of the stream; one of veraPDF's files has such a one.
	if theirs.Raw != nil && !bytes.Equal(raw, theirs.Raw) && !bytes.HasPrefix(theirs.Raw, append(raw, "\r\nendst"...)) {
		return fmt.Sprintf("a stream of %d bytes, pdfcpu has %d", len(raw), len(theirs.Raw))
	}
	decoded, err := s.Decode()
	var e *Error
	if errors.As(err, &e) && e.Kind == KindUnsupported {
		return ""
	}
	failed := theirs.DecodeWithLimit(1 << 30)
	if err != nil {
		if failed != nil { // one of veraPDF's files has a profile that cannot be inflated
			return ""
		}
		return err.Error()
	}
	if failed == nil && len(raw) == len(theirs.Raw) && !bytes.Equal(decoded, theirs.Content) {
		return fmt.Sprintf("a stream that decodes to %d bytes, with pdfcpu to %d", len(decoded), len(theirs.Content))
	}
	if f.Encrypted() {
		theirs.Dict.Delete("Length") // pdfcpu counts again after decryption
	}
	return differDicts(f, s.Dict, theirs.Dict)
}

// TestRepairAgainstPdfcpu damages files in several ways. What pdfcpu can repair, we can, and find the same pages.
func TestRepairAgainstPdfcpu(t *testing.T) {
	if testing.Short() {
		t.Skip("the comparison with pdfcpu takes its time")
	}
	damages := []struct {
		name   string
		damage func([]byte) []byte
	}{
		{"startxref wrong", func(b []byte) []byte { return bytes.ReplaceAll(b, []byte("startxref"), []byte("startxref\n9")) }},
		{"last 100 bytes cut", func(b []byte) []byte { return b[:max(len(b)-100, 0)] }},
		{"cut behind the last object", func(b []byte) []byte { return b[:bytes.LastIndex(b, []byte("endobj"))+7] }},
		{"ten bytes in front", func(b []byte) []byte { return append([]byte("0123456789"), b...) }},
		{"a byte before the first object", func(b []byte) []byte { return bytes.Replace(b, []byte(" 0 obj"), []byte("  0 obj"), 1) }},
		{"5 KB behind the end", func(b []byte) []byte { return append(bytes.Clone(b), bytes.Repeat([]byte("junk "), 1000)...) }},
	}
	tried, ours, theirs := 0, 0, 0
	n := 0
	eachPDF(t, func(name string, data []byte) {
		if n++; n%8 != 0 || bytes.Contains(data, []byte("/Linearized")) {
			return
		}
		for _, d := range damages {
			bad := d.damage(data)
			tried++
			want := -1
			if ctx, err := pdfcpuRead(bad); err == nil {
				if err := ctx.EnsurePageCount(); err == nil {
					want = ctx.PageCount
					theirs++
				}
			}
			got := -1
			f, err := openBytes(bad, Limits{Work: -1})
			if err == nil {
				if got, err = f.Pages(); err == nil && got >= 0 {
					ours++
				}
			}
			if want >= 0 && got != want {
				t.Errorf("%s, %s: pdfcpu finds %d pages, we find %d, %v", name, d.name, want, got, err)
			}
		}
	})
	t.Logf("%d damaged files: %d read by us, %d by pdfcpu", tried, ours, theirs)
	if ours < tried*9/10 {
		t.Errorf("only %d of %d damaged files are read", ours, tried)
	}
}
