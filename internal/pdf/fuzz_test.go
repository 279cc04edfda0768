package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// FuzzOpen reads every object of whatever file there is: no panic, every error one of ours, and no stream larger than allowed.
func FuzzOpen(f *testing.F) {
	plain := plainFile().table(root).Bytes()
	packed := newBuilder("1.5").stream(4, "/Filter/FlateDecode", deflate([]byte(secret))).pack(5, 1, catalog, pages, page).xref(6, root).Bytes()
	for _, seed := range [][]byte{
		plain, packed, hybrid(), nested(), plainFile().xref(5, root).Bytes(), plain[:len(plain)-30], packed[:len(packed)-30],
		plainFile().table(root).object(3, page).table(root).Bytes(),
		plainFile().object(9, "<</Filter/Standard/V 2/R 3/Length 128/P -4/O<"+strings.Repeat("6f", 32)+">/U<"+strings.Repeat("6f", 32)+">>>").table(root + "/Encrypt 9 0 R").Bytes(),
		encrypted(f, plain, false, 128, ""), encrypted(f, plain, true, 256, ""),
	} {
		f.Add(seed)
	}
	lim := Limits{Stream: 1 << 20, Object: 1 << 20, Work: 8 << 20, Entries: 1000, Objects: 10_000, Values: 10_000}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := openBytes(data, lim)
		if err != nil {
			ours(t, err)
			return
		}
		for n := range uint32(60) {
			o, err := file.Object(Ref{Number: n})
			if err != nil {
				ours(t, err)
				continue
			}
			Append(nil, o)
			s, ok := o.(*Stream)
			if !ok {
				continue
			}
			if b, err := s.Decode(); err != nil {
				ours(t, err)
			} else if int64(len(b)) > lim.Stream {
				t.Errorf("a stream of %d bytes", len(b))
			}
			if _, err := s.Raw(); err != nil {
				ours(t, err)
			}
			if _, err := file.PageOf(Ref{Number: n}); err != nil {
				ours(t, err)
			}
		}
		ours(t, file.EachPage(func(int, Ref, Dict) error { return nil }))
		ours(t, file.NameTree(file.Root(), func(String, Object) error { return nil }))
		_, err = file.Pages()
		ours(t, err)
		file.Linearized()
		file.Updates()
	})
}

// ours fails the test on an error that is none of the house: the reader here never fails.
func ours(t *testing.T, err error) {
	t.Helper()
	var e *Error
	if err != nil && !errors.As(err, &e) {
		t.Errorf("not one of our errors: %v", err)
	}
}

// FuzzParse reads an object, writes it and reads it again.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"<</A 1/B[2 0 R (x\\051)<4865>]/C/D#20>>", "-1.5", "[true false null]", "(\\\r\n\\7)", "12 0 R"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		o, err := parse(text, Limits{})
		if err != nil {
			ours(t, err)
			return
		}
		written := Append(nil, o)
		again, err := parse(string(written), Limits{})
		if diff := cmp.Diff(o, again); err != nil || diff != "" {
			t.Errorf("%q written as %q: %v\n%s", text, written, err, diff)
		}
		if s, ok := o.(String); ok {
			_ = s.Text()
		}
	})
}

// FuzzFilters decodes data through a chain of filters and predictors: no panic, no more than allowed, twice the same.
func FuzzFilters(f *testing.F) {
	long := text()[:2000]
	f.Add(byte(0), byte(0), byte(1), byte(12), byte(1), byte(8), uint16(5), deflate(long))
	f.Add(byte(1), byte(0), byte(0), byte(2), byte(3), byte(4), uint16(7), lzwText(long))
	f.Add(byte(2), byte(0), byte(0), byte(1), byte(1), byte(8), uint16(1), []byte("4865>"))
	f.Add(byte(3), byte(0), byte(0), byte(1), byte(1), byte(8), uint16(1), ascii85Text(long))
	f.Add(byte(4), byte(2), byte(0), byte(15), byte(1), byte(16), uint16(3), []byte("\x05hello\x90x\x80"))
	f.Fuzz(func(t *testing.T, first, second, late, predictor, colors, bits byte, columns uint16, data []byte) {
		names := []string{"/FlateDecode", "/LZWDecode", "/ASCIIHexDecode", "/ASCII85Decode", "/RunLengthDecode"}
		params := fmt.Sprintf("<</Predictor %d/Colors %d/BitsPerComponent %d/Columns %d/EarlyChange %d>>", predictor, colors, bits, columns, late&1)
		dict := "/Filter[" + names[int(first)%len(names)]
		if second > 0 {
			dict += names[int(second)%len(names)]
		}
		dict += "]/DecodeParms[" + params + params + "]"
		lim := Limits{Stream: 1 << 20}
		got, err := decoded(t, dict, data, lim)
		if err != nil {
			ours(t, err)
			return
		}
		if int64(len(got)) > lim.Stream {
			t.Errorf("%d bytes", len(got))
		}
		again, err := decoded(t, dict, data, lim)
		if err != nil || !bytes.Equal(got, again) {
			t.Errorf("twice is not the same: %v", err)
		}
	})
}
