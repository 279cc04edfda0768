package pdf

import "io"

// unpredict undoes the predictor of Flate and LZW (ISO 32000-1, 7.4.4.4): TIFF's, or PNG's, which says in each row how it was made.
func (x *filter) unpredict(r io.Reader) (io.Reader, error) {
	if x.predictor <= 1 {
		return r, nil
	}
	if x.predictor != 2 && x.predictor < 10 {
		return nil, errParameter.err("Predictor", int64(x.predictor))
	}
	switch x.bits {
	case 1, 2, 4, 8, 16:
	default:
		return nil, errParameter.err("BitsPerComponent", int64(x.bits))
	}
	if x.colors == 0 || x.columns == 0 {
		return nil, errParameter.err("Columns", int64(x.columns))
	}
	size := (int64(x.colors)*int64(x.bits)*int64(x.columns) + 7) / 8
	if size > mega {
		return nil, errParameter.err("Columns", int64(x.columns))
	}
	p := &predictor{filter: x, r: r, pixel: max(1, x.colors*x.bits/8), row: make([]byte, size)}
	if x.predictor >= 10 {
		p.prior = make([]byte, size)
	}
	return p, nil
}

type predictor struct {
	*filter
	r          io.Reader
	pixel      int    // bytes from one pixel to the next
	row, prior []byte // prior is nil for TIFF
	out        []byte // of the row, still to be read
}

func (p *predictor) Read(b []byte) (int, error) {
	for len(p.out) == 0 {
		if err := p.next(); err != nil {
			return 0, err
		}
	}
	n := copy(b, p.out)
	p.out = p.out[n:]
	return n, nil
}

// next reads and restores a row. The last one may be short.
func (p *predictor) next() error {
	var kind [1]byte
	if p.prior != nil {
		if _, err := io.ReadFull(p.r, kind[:]); err != nil {
			return err // io.EOF behind the last row
		}
		p.row, p.prior = p.prior, p.row
	}
	n, err := io.ReadFull(p.r, p.row)
	if n == 0 && err != nil {
		return err
	}
	if err != nil && err != io.ErrUnexpectedEOF {
		return err
	}
	clear(p.row[n:])
	if p.prior == nil {
		p.tiff()
	} else if !p.png(kind[0]) {
		return errFilter.err(string(p.name))
	}
	p.out = p.row[:n]
	return nil
}

func (p *predictor) png(kind byte) bool {
	row, up, px := p.row, p.prior, p.pixel
	switch kind {
	case 0:
	case 1:
		for i := px; i < len(row); i++ {
			row[i] += row[i-px]
		}
	case 2:
		for i := range row {
			row[i] += up[i]
		}
	case 3:
		for i := range row {
			left := 0
			if i >= px {
				left = int(row[i-px])
			}
			row[i] += byte((left + int(up[i])) / 2)
		}
	case 4:
		for i := range row {
			var left, corner int
			if i >= px {
				left, corner = int(row[i-px]), int(up[i-px])
			}
			row[i] += paeth(left, int(up[i]), corner)
		}
	default:
		return false
	}
	return true
}

// paeth returns the one of three neighbours that is nearest to left + up - corner (PNG, 9.4).
func paeth(left, up, corner int) byte {
	toLeft, toUp := distance(up, corner), distance(left, corner)
	toCorner := distance(left+up, 2*corner)
	switch {
	case toLeft <= toUp && toLeft <= toCorner:
		return byte(left)
	case toUp <= toCorner:
		return byte(up)
	}
	return byte(corner)
}

func distance(a, b int) int {
	if a < b {
		return b - a
	}
	return a - b
}

// tiff adds to each component that of the pixel before.
func (p *predictor) tiff() {
	switch p.bits {
	case 8:
		for i := p.colors; i < len(p.row); i++ {
			p.row[i] += p.row[i-p.colors]
		}
	case 16:
		for i := 2 * p.colors; i+1 < len(p.row); i += 2 {
			j := i - 2*p.colors
			v := uint(p.row[i])<<8 + uint(p.row[i+1]) + uint(p.row[j])<<8 + uint(p.row[j+1])
			p.row[i], p.row[i+1] = byte(v>>8), byte(v)
		}
	default:
		last := make([]byte, p.colors)
		mask := byte(1<<p.bits - 1)
		for i := range p.columns * p.colors {
			bit := i * p.bits
			shift := 8 - p.bits - bit%8
			v := (p.row[bit/8]>>shift + last[i%p.colors]) & mask
			last[i%p.colors] = v
			p.row[bit/8] = p.row[bit/8]&^(mask<<shift) | v<<shift
		}
	}
}
