package pdf

// Size returns the number of bytes of the file.
func (f *File) Size() int64 { return f.size }

// Bytes returns n bytes of the file as they stand, from a place on; fewer at its end.
func (f *File) Bytes(off int64, n int) ([]byte, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.appendAt(nil, off, n)
}

// NewestTrailer returns the trailer that was written last, without what Trailer takes from older ones. Where the file was searched, there is no
// telling, and it is what Trailer returns.
func (f *File) NewestTrailer() (Dict, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.searched || f.updates < 2 {
		return f.trailer, nil
	}
	last, err := f.startXref()
	if err != nil {
		return nil, err
	}
	_, trailer, err := f.readSection(f.base + last)
	return trailer, err
}
