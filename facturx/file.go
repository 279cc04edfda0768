package facturx

import (
	"context"
	"io"
	"sync"

	"github.com/fxinvoice/fx/internal/pdf"
)

// Limits bound what a file may cost. A zero field means its default, a negative one no limit: 4 GB a file, 64 MB a stream and 500 times its
// data once over 4 MB, 2 million objects, 16 MB and 1 million values an object, 100 arrays and dictionaries in each other, 50,000 attachments
// or pages, and 128 MB of reading and decoding to get at objects.
type Limits = pdf.Limits

// File is an open PDF. It reads on demand, so the reader given to Open has to stay open. Its methods are safe for concurrent use.
type File struct {
	pdf         *pdf.File
	attachments func() ([]*Attachment, error)
	xmp         func() (*XMP, error)
	scout       *scout
}

// Open reads where things are in a PDF, and the catalog. It does not say whether an invoice is in it. What is wrong with the file is an
// *Error; another error comes from r, or from the context, which ends all later reading too.
func Open(ctx context.Context, r io.ReaderAt, size int64, limits Limits) (*File, error) {
	opened, err := pdf.Open(reader{ctx, r}, size, limits)
	if err != nil {
		return nil, wrap(err)
	}
	f := &File{pdf: opened, scout: newScout()}
	f.attachments = sync.OnceValues(func() ([]*Attachment, error) { return f.collect(true) })
	f.xmp = sync.OnceValues(f.readXMP)
	return f, nil
}

// A reader fails once its context has ended.
type reader struct {
	ctx context.Context
	r   io.ReaderAt
}

func (r reader) ReadAt(p []byte, off int64) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.ReadAt(p, off)
}

// Attachments returns every embedded file: of the name tree, of the catalog's associated files, of annotations, in this order and each once.
// A file without attachments has none of them, which is no error. With an error comes what could be read all the same. The caller must not
// change what it gets.
func (f *File) Attachments() ([]*Attachment, error) { return f.attachments() }

// XMP returns the metadata of the document; nil without an error if there are none. Metadata that are no XML are an *Error of KindXMP.
func (f *File) XMP() (*XMP, error) { return f.xmp() }
