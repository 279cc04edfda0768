package pdf

import (
	"bytes"
	"compress/flate"
	"compress/lzw"
	"encoding/ascii85"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"strings"
	"testing"

	pdfcpufilter "github.com/pdfcpu/pdfcpu/pkg/filter"
)

// decoded reads a stream with filters through a file.
func decoded(t testing.TB, dict string, data []byte, lim Limits) ([]byte, error) {
	t.Helper()
	f, err := openBytes(plainFile().stream(4, dict, data).table(root).Bytes(), lim)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.Stream(Ref{Number: 4})
	if err != nil {
		return nil, err
	}
	return s.Decode()
}

// text is long enough for codes of all widths, and not all the same.
func text() []byte {
	r := rand.New(rand.NewPCG(1, 2))
	var b bytes.Buffer
	for b.Len() < 60_000 {
		fmt.Fprintf(&b, "<ram:LineTotalAmount>%d.%02d</ram:LineTotalAmount>\n", r.IntN(1000), r.IntN(100))
	}
	return b.Bytes()
}

func lzwText(data []byte) []byte {
	var b bytes.Buffer
	w := lzw.NewWriter(&b, lzw.MSB, 8)
	if _, err := w.Write(data); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func ascii85Text(data []byte) []byte {
	b := make([]byte, ascii85.MaxEncodedLen(len(data)))
	return append(b[:ascii85.Encode(b, data)], "~>"...)
}

// encoded lets pdfcpu encode.
func encoded(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	f, err := pdfcpufilter.NewFilter(name, nil)
	if err != nil {
		t.Fatal(err)
	}
	r, err := f.Encode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestFilters(t *testing.T) {
	long := text()
	raw := new(bytes.Buffer)
	w, _ := flate.NewWriter(raw, 9)
	w.Write(long)
	w.Close()
	noChecksum := append([]byte{0x78, 0x9c}, raw.Bytes()...)
	for _, c := range []struct {
		name, dict string
		data       []byte
		want       string
	}{
		{"none", "", long, string(long)},
		{"empty array", "/Filter[]", long, string(long)},
		{"Flate", "/Filter/FlateDecode", deflate(long), string(long)},
		{"Flate in an array", "/Filter[/FlateDecode]/DecodeParms[null]", deflate(long), string(long)},
		{"Flate by its short name", "/Filter/Fl", deflate(long), string(long)},
		{"Flate without a checksum", "/Filter/FlateDecode", noChecksum, string(long)},
		{"Flate of nothing", "/Filter/FlateDecode", nil, ""},
		{"Flate twice", "/Filter[/FlateDecode/FlateDecode]", deflate(deflate(long)), string(long)},
		{"ASCIIHex", "/Filter/ASCIIHexDecode", []byte(hex.EncodeToString(long) + ">"), string(long)},
		{"ASCIIHex, odd, with blanks", "/Filter/ASCIIHexDecode", []byte("4 8\n65 7> 12"), "Hep"},
		{"ASCIIHex without an end", "/Filter/AHx", []byte("4865"), "He"},
		{"ASCII85", "/Filter/ASCII85Decode", ascii85Text(long), string(long)},
		{"ASCII85 with zeros", "/Filter/A85", ascii85Text([]byte("\x00\x00\x00\x00ab")), "\x00\x00\x00\x00ab"},
		{"ASCII85 and Flate", "/Filter[/ASCII85Decode/FlateDecode]", ascii85Text(deflate(long)), string(long)},
		{"RunLength", "/Filter/RunLengthDecode", []byte("\x02abc\xfed\x80rest"), "abcddd"},
		{"RunLength without an end", "/Filter/RL", []byte("\x00a"), "a"},
		{"RunLength of pdfcpu", "/Filter/RunLengthDecode", encoded(t, "RunLengthDecode", long), string(long)},
		{"LZW", "/Filter/LZWDecode", encoded(t, "LZWDecode", long), string(long)},
		{"LZW, late", "/Filter/LZWDecode/DecodeParms<</EarlyChange 0>>", lzwText(long), string(long)},
		{"LZW of the standard", "/Filter/LZW", []byte("\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01"), "-----A---B"},
		{"LZW without an end", "/Filter/LZWDecode", []byte("\x80\x0b\x60\x50\x22\x0c\x0c\x85"), "-----A---B"},
		{"Crypt", "/Filter[/Crypt/FlateDecode]/DecodeParms[<</Name/Identity>>null]", deflate(long), string(long)},
		{"parameters of one filter in no array", "/Filter[/FlateDecode]/DecodeParms<</Predictor 12/Columns 2>>", deflate([]byte("\x00ab\x02\x01\x01")), "abbc"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := decoded(t, c.dict, c.data, Limits{})
			if err != nil || string(got) != c.want {
				t.Errorf("%d bytes of %d, %v", len(got), len(c.want), err)
			}
		})
	}
}

func TestFilterErrors(t *testing.T) {
	long := text()
	for _, c := range []struct {
		name, dict string
		data       []byte
		kind       Kind
		message    string
	}{
		{"an image", "/Filter/DCTDecode", long, KindUnsupported, "data behind the filter DCTDecode are not read"},
		{"an unknown one", "/Filter[/FlateDecode/Foo]", deflate(long), KindUnsupported, "data behind the filter Foo are not read"},
		{"Crypt with another name", "/Filter/Crypt/DecodeParms<</Name/Mine>>", long, KindUnsupported, "data behind the filter Crypt Mine are not read"},
		{"no name", "/Filter 5", long, KindDamaged, "the filter of a stream is not a name"},
		{"no name in the array", "/Filter[(FlateDecode)]", long, KindDamaged, "the filter of a stream is not a name"},
		{"Flate that is none", "/Filter/FlateDecode", long, KindDamaged, "the data are not what the filter FlateDecode makes"},
		{"Flate cut off", "/Filter/FlateDecode", deflate(long)[:1000], KindDamaged, "the data are not what the filter FlateDecode makes"},
		{"Flate of one byte", "/Filter/FlateDecode", []byte("x"), KindDamaged, "the data are not what the filter FlateDecode makes"},
		{"ASCIIHex that is none", "/Filter/ASCIIHexDecode", []byte("4x"), KindDamaged, "the data are not what the filter ASCIIHexDecode makes"},
		{"ASCII85 that is none", "/Filter/ASCII85Decode", []byte("\x7f\x7f\x7f~>"), KindDamaged, "the data are not what the filter ASCII85Decode makes"},
		{"RunLength cut off", "/Filter/RunLengthDecode", []byte("\x05ab"), KindDamaged, "the data are not what the filter RunLengthDecode makes"},
		{"RunLength cut off in a run", "/Filter/RunLengthDecode", []byte("\xfe"), KindDamaged, "the data are not what the filter RunLengthDecode makes"},
		{"LZW that is none", "/Filter/LZWDecode", []byte("\xff\xff\xff"), KindDamaged, "the data are not what the filter LZWDecode makes"},
		{"predictor unknown", "/Filter/FlateDecode/DecodeParms<</Predictor 5>>", deflate(long), KindDamaged, "the filter parameter Predictor has the impossible value 5"},
		{"predictor row unknown", "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2>>", deflate([]byte("\x09ab")), KindDamaged, "the data are not what the filter FlateDecode makes"},
		{"columns huge", "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2000000000>>", deflate(long), KindDamaged, "the filter parameter Columns has the impossible value 2000000000"},
		{"row huge", "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 1000000/Colors 60>>", deflate(long), KindDamaged, "the filter parameter Columns has the impossible value 1000000"},
		{"no columns", "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 0>>", deflate(long), KindDamaged, "the filter parameter Columns has the impossible value 0"},
		{"three bits", "/Filter/FlateDecode/DecodeParms<</Predictor 12/BitsPerComponent 3>>", deflate(long), KindDamaged, "the filter parameter BitsPerComponent has the impossible value 3"},
		{"nine filters", "/Filter[" + strings.Repeat("/AHx", 9) + "]", nil, KindLimit, "a stream with more than 8 filters"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := decoded(t, c.dict, c.data, Limits{})
			var e *Error
			if !errors.As(err, &e) || e.Kind != c.kind || e.Message.EN != c.message || e.Object != 4 {
				t.Errorf("got %v", err)
			}
		})
	}
}

// TestPNG encodes rows with each of the predictors as the PNG specification defines them.
func TestPNG(t *testing.T) {
	const colors, columns = 3, 7
	r := rand.New(rand.NewPCG(3, 4))
	var plain, rows []byte
	prior := make([]byte, colors*columns)
	for kind := range 10 {
		row := make([]byte, colors*columns)
		for i := range row {
			row[i] = byte(r.IntN(256))
		}
		plain = append(plain, row...)
		rows = append(rows, byte(kind%5))
		for i, v := range row {
			var left, corner byte
			if i >= colors {
				left, corner = row[i-colors], prior[i-colors]
			}
			switch kind % 5 {
			case 1:
				v -= left
			case 2:
				v -= prior[i]
			case 3:
				v -= byte((int(left) + int(prior[i])) / 2)
			case 4:
				v -= nearest(int(left), int(prior[i]), int(corner))
			}
			rows = append(rows, v)
		}
		prior = row
	}
	for _, filters := range []string{"/FlateDecode", "/LZWDecode"} {
		data := deflate(rows)
		if filters == "/LZWDecode" {
			data = encoded(t, "LZWDecode", rows)
		}
		got, err := decoded(t, "/Filter"+filters+"/DecodeParms<</Predictor 15/Colors 3/Columns 7>>", data, Limits{})
		if err != nil || !bytes.Equal(got, plain) {
			t.Errorf("%s: %v", filters, err)
		}
	}
	// A last row that is too short is given as far as it goes.
	got, err := decoded(t, "/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors 3/Columns 7>>", deflate(rows[:len(rows)-5]), Limits{})
	if err != nil || !bytes.Equal(got, plain[:len(plain)-5]) {
		t.Errorf("short: %d bytes, %v", len(got), err)
	}
}

// nearest is Paeth's predictor in the words of the PNG specification.
func nearest(a, b, c int) byte {
	p := a + b - c
	pa, pb, pc := max(p-a, a-p), max(p-b, b-p), max(p-c, c-p)
	if pa <= pb && pa <= pc {
		return byte(a)
	}
	if pb <= pc {
		return byte(b)
	}
	return byte(c)
}

func TestTIFF(t *testing.T) {
	for _, c := range []struct {
		name, params   string
		encoded, plain string
	}{
		{"8 bits", "/Columns 3", "\x01\x02\xff" + "\x05\x00\x01", "\x01\x03\x02" + "\x05\x05\x06"},
		{"8 bits, 2 colours", "/Columns 2/Colors 2", "\x01\x10\x01\x01", "\x01\x10\x02\x11"},
		{"16 bits", "/Columns 2/BitsPerComponent 16", "\x01\xff\x00\x02", "\x01\xff\x02\x01"},
		{"4 bits", "/Columns 4/BitsPerComponent 4", "\x12\x3f", "\x13\x65"},
		{"2 bits", "/Columns 4/BitsPerComponent 2", "\x55", "\x6c"},
		{"1 bit", "/Columns 8/BitsPerComponent 1", "\xff", "\xaa"},
		{"4 bits, 2 colours, odd", "/Columns 1/Colors 3/BitsPerComponent 4", "\x12\x30", "\x12\x30"},
	} {
		got, err := decoded(t, "/Filter/FlateDecode/DecodeParms<</Predictor 2"+c.params+">>", deflate([]byte(c.encoded)), Limits{})
		if err != nil || string(got) != c.plain {
			t.Errorf("%s: %x, %v; want %x", c.name, got, err, c.plain)
		}
	}
}

func TestStreamLimits(t *testing.T) {
	zeros := make([]byte, 6*mega)
	for _, c := range []struct {
		name, dict string
		data       []byte
		lim        Limits
		message    string // "" if within the limits
	}{
		{"size", "/Filter/FlateDecode", deflate(zeros[:1000]), Limits{Stream: 1000}, ""},
		{"size passed", "/Filter/FlateDecode", deflate(zeros[:1001]), Limits{Stream: 1000}, "a stream of more than 1000 bytes"},
		{"size without filters passed", "", zeros[:1001], Limits{Stream: 1000}, "a stream of more than 1000 bytes"},
		{"size between filters passed", "/Filter[/FlateDecode/ASCIIHexDecode]", deflate(bytes.Repeat([]byte(" "), 2000)), Limits{Stream: 1000}, "a stream of more than 1000 bytes"},
		{"a small stream may grow a thousandfold", "/Filter/FlateDecode", deflate(zeros[:4*mega]), Limits{}, ""},
		{"a large one may not", "/Filter/FlateDecode", deflate(zeros), Limits{}, "a stream that becomes more than 500 times as large as its data"},
		{"but if it is allowed", "/Filter/FlateDecode", deflate(zeros), Limits{Ratio: -1}, ""},
		{"a bomb in a bomb", "/Filter[/FlateDecode/FlateDecode]", deflate(deflate(zeros)), Limits{}, "a stream that becomes more than 500 times"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := decoded(t, c.dict, c.data, c.lim)
			var e *Error
			switch {
			case c.message == "":
				if err != nil {
					t.Error(err)
				}
			case !errors.As(err, &e) || e.Kind != KindLimit || !strings.Contains(e.Message.EN, c.message):
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestHeadAndRaw(t *testing.T) {
	data := deflate([]byte(secret))
	f := mustOpen(t, plainFile().stream(4, "/Filter/FlateDecode", data).stream(5, "/Filter/FlateDecode", data[:12]).table(root).Bytes())
	s, err := f.Stream(Ref{Number: 4})
	if err != nil {
		t.Fatal(err)
	}
	if s.Ref() != (Ref{Number: 4}) {
		t.Errorf("stream is %v", s.Ref())
	}
	for n, want := range map[int]string{0: "", 3: "the", 25: secret, 99: secret} {
		if got, err := s.Head(n); string(got) != want || err != nil {
			t.Errorf("head of %d is %q, %v", n, got, err)
		}
	}
	if got, err := s.Raw(); !bytes.Equal(got, data) || err != nil {
		t.Errorf("raw is %q, %v", got, err)
	}
	if names, err := s.Filters(); len(names) != 1 || names[0] != "FlateDecode" || err != nil {
		t.Errorf("filters are %v, %v", names, err)
	}
	cut, err := f.Stream(Ref{Number: 5})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := cut.Head(2); string(got) != "th" || err != nil {
		t.Errorf("head of what is cut off is %q, %v", got, err)
	}
	var e *Error
	if _, err := cut.Head(99); !errors.As(err, &e) || e.Kind != KindDamaged {
		t.Errorf("all of what is cut off: %v", err)
	}
}
