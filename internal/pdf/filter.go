package pdf

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/ascii85"
	"io"
)

// A filter is one of those a stream passed through, with those of its parameters that matter.
type filter struct {
	name                             Name
	predictor, colors, bits, columns int
	early                            int // LZW: codes grow one entry early, 1 unless the file says 0
}

// filters reads the names and the parameters of a stream's filters.
func (f *File) filters(s *Stream) ([]filter, error) {
	o, err := f.resolve(s.Dict.Value("Filter"))
	if err != nil {
		return nil, err
	}
	params, err := f.resolve(s.Dict.Value("DecodeParms"))
	if err != nil {
		return nil, err
	}
	var names Array
	switch o := o.(type) {
	case Null:
		return nil, nil
	case Name:
		names = Array{o}
		if _, ok := params.(Array); !ok {
			params = Array{params}
		}
	case Array:
		names = o
	default:
		return nil, errFilterType.at(s.at)
	}
	if len(names) > mostFilters {
		return nil, errFilters.err(mostFilters)
	}
	all := make([]filter, 0, len(names))
	for i, o := range names {
		o, err := f.resolve(o)
		if err != nil {
			return nil, err
		}
		name, ok := o.(Name)
		if !ok {
			return nil, errFilterType.at(s.at)
		}
		x := filter{name: name}
		var own Object
		if list, ok := params.(Array); ok && i < len(list) {
			own = list[i]
		} else if d, ok := params.(Dict); ok && len(names) == 1 { // not as the standard says, but seen
			own = d
		}
		if err := f.parameters(&x, own); err != nil {
			return nil, err
		}
		all = append(all, x)
	}
	return all, nil
}

func (f *File) parameters(x *filter, o Object) error {
	x.predictor, x.colors, x.bits, x.columns, x.early = 1, 1, 8, 1, 1
	o, err := f.resolve(o)
	if err != nil {
		return err
	}
	d, ok := o.(Dict)
	if !ok {
		return nil
	}
	for _, p := range []struct {
		key  Name
		to   *int
		most Int
	}{
		{"Predictor", &x.predictor, 15}, {"Colors", &x.colors, 64}, {"BitsPerComponent", &x.bits, 16},
		{"Columns", &x.columns, 1 << 20}, {"EarlyChange", &x.early, 1},
	} {
		o, err := f.resolve(d.Value(p.key))
		if err != nil {
			return err
		}
		if n, ok := o.(Int); ok {
			if n < 0 || n > p.most {
				return errParameter.err(string(p.key), int64(n))
			}
			*p.to = int(n)
		}
	}
	if x.name == "Crypt" {
		if name, ok := d.Value("Name").(Name); ok && name != "Identity" {
			return errFilterUnknown.err("Crypt " + clip(string(name)))
		}
	}
	return nil
}

// undo returns a reader of the decoded data. The short names are those of inline images, which some producers write elsewhere too.
func (x *filter) undo(r io.Reader) (io.Reader, error) {
	switch x.name {
	case "FlateDecode", "Fl":
		r, err := inflate(r)
		if err != nil {
			return nil, err
		}
		return x.unpredict(r)
	case "LZWDecode", "LZW":
		return x.unpredict(newLZW(r, x.early == 1))
	case "ASCIIHexDecode", "AHx":
		return &hexReader{r: bytewise(r)}, nil
	case "ASCII85Decode", "A85":
		return ascii85.NewDecoder(&before{r: r, end: '~'}), nil
	case "RunLengthDecode", "RL":
		return &runReader{r: bytewise(r)}, nil
	case "Crypt": // Identity: parameters saw to that
		return r, nil
	}
	return nil, errFilterUnknown.err(clip(string(x.name)))
}

type byteReader interface {
	io.Reader
	io.ByteReader
}

func bytewise(r io.Reader) byteReader {
	if b, ok := r.(*bytes.Reader); ok {
		return b
	}
	return bufio.NewReaderSize(r, 32<<10)
}

// inflate undoes Flate. The checksum behind the data is not asked for: producers that cut it off are many, and every reader lets them.
func inflate(r io.Reader) (io.Reader, error) {
	b := bytewise(r)
	var head [2]byte
	if _, err := io.ReadFull(b, head[:]); err == io.EOF { // no data at all is what an empty stream often is
		return bytes.NewReader(nil), nil
	} else if err != nil {
		return nil, errFilter.err("FlateDecode")
	}
	if head[0]&15 != 8 || (uint(head[0])<<8|uint(head[1]))%31 != 0 || head[1]&32 != 0 {
		return nil, errFilter.err("FlateDecode")
	}
	return flate.NewReader(b), nil
}

// before reads up to a byte that ends the data.
type before struct {
	r    io.Reader
	end  byte
	done bool
}

func (b *before) Read(p []byte) (int, error) {
	if b.done {
		return 0, io.EOF
	}
	n, err := b.r.Read(p)
	if i := bytes.IndexByte(p[:n], b.end); i >= 0 {
		n, err, b.done = i, io.EOF, true
	}
	return n, err
}

// hexReader undoes ASCIIHex.
type hexReader struct {
	r    byteReader
	done bool
}

func (h *hexReader) Read(p []byte) (n int, err error) {
	for n < len(p) && !h.done {
		high, err := h.digit()
		if err != nil || h.done {
			return n, err
		}
		low, err := h.digit()
		if err != nil {
			return n, err
		}
		p[n] = byte(high<<4 | low) // low is 0 at the end
		n++
	}
	if h.done && n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (h *hexReader) digit() (int, error) {
	for {
		c, err := h.r.ReadByte()
		if err == io.EOF || err == nil && c == '>' {
			h.done = true
			return 0, nil
		}
		if err != nil {
			return 0, err
		}
		if d := hexDigit(c); d >= 0 {
			return d, nil
		}
		if classes[c] != white {
			return 0, errFilter.err("ASCIIHexDecode")
		}
	}
}

// runReader undoes RunLength.
type runReader struct {
	r        byteReader
	left     int
	repeated bool
	c        byte
	done     bool
}

func (x *runReader) Read(p []byte) (int, error) {
	n := 0
	for n < len(p) && !x.done {
		if x.left == 0 {
			if err := x.next(); err != nil {
				return n, err
			}
			continue
		}
		if !x.repeated {
			c, err := x.r.ReadByte()
			if err != nil {
				return n, errFilter.err("RunLengthDecode")
			}
			x.c = c
		}
		p[n] = x.c
		n++
		x.left--
	}
	if n == 0 && len(p) > 0 {
		return 0, io.EOF
	}
	return n, nil
}

func (x *runReader) next() error {
	c, err := x.r.ReadByte()
	switch {
	case err == io.EOF || err == nil && c == 128:
		x.done = true
	case err != nil:
		return err
	case c < 128:
		x.left, x.repeated = int(c)+1, false
	default:
		x.left, x.repeated = 257-int(c), true
		if x.c, err = x.r.ReadByte(); err != nil {
			return errFilter.err("RunLengthDecode")
		}
	}
	return nil
}
