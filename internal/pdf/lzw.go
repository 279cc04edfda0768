package pdf

import "io"

// lzwReader undoes LZW as PDF and TIFF have it: codes of 9 to 12 bits, the high bit first, that grow one entry early unless told otherwise.
// The package compress/lzw knows only the way of GIF.
type lzwReader struct {
	r     byteReader
	early int

	bits, have uint // read and not yet used
	width      uint
	next       int // code of the next entry
	last       int // the code before, or -1
	prefix     [4096]uint16
	suffix     [4096]byte
	out        []byte // decoded, still to be read
	text       [4097]byte
	done       bool
}

const (
	lzwClear = 256
	lzwEnd   = 257
)

func newLZW(r io.Reader, early bool) io.Reader {
	x := &lzwReader{r: bytewise(r), width: 9, next: lzwEnd + 1, last: -1}
	if early {
		x.early = 1
	}
	return x
}

func (x *lzwReader) Read(p []byte) (int, error) {
	for len(x.out) == 0 {
		if x.done {
			return 0, io.EOF
		}
		if err := x.step(); err != nil {
			return 0, err
		}
	}
	n := copy(p, x.out)
	x.out = x.out[n:]
	return n, nil
}

// step reads a code.
func (x *lzwReader) step() error {
	for x.have < x.width {
		c, err := x.r.ReadByte()
		if err == io.EOF { // the end code is often missing
			x.done = true
			return nil
		}
		if err != nil {
			return err
		}
		x.bits, x.have = x.bits<<8|uint(c), x.have+8
	}
	x.have -= x.width
	code := int(x.bits >> x.have & (1<<x.width - 1))
	switch {
	case code == lzwEnd:
		x.done = true
		return nil
	case code == lzwClear:
		x.width, x.next, x.last = 9, lzwEnd+1, -1
		return nil
	case x.last < 0 && code > 255, code > x.next, code == x.next && x.next == 4096:
		return errFilter.err("LZWDecode")
	}
	x.emit(code)
	return nil
}

// emit puts out the text of a code and makes the next entry: the text before with the first byte of this one.
func (x *lzwReader) emit(code int) {
	i := len(x.text)
	c := code
	if code == x.next { // the entry that is being made: it ends as it begins
		i--
		c = x.last
	}
	for c > 255 {
		i--
		x.text[i], c = x.suffix[c], int(x.prefix[c])
	}
	i--
	first := byte(c)
	x.text[i] = first
	if code == x.next {
		x.text[len(x.text)-1] = first
	}
	x.out = x.text[i:]
	if x.last >= 0 && x.next < 4096 {
		x.prefix[x.next], x.suffix[x.next] = uint16(x.last), first
		x.next++
		if x.next+x.early >= 1<<x.width && x.width < 12 {
			x.width++
		}
	}
	x.last = code
}
