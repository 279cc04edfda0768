package facturx

import (
	"context"
	"errors"
	"io"
)

// Extract returns the invoice in a PDF. Its content is read: Content gives its exact bytes without an error, and r is no longer needed for it.
// The invoice is chosen as File.Invoice does, whose notes are not told here; pages are read only if no invoice is attached to the document
// itself. Errors are those of Open, of File.Invoice and of Content.
func Extract(ctx context.Context, r io.ReaderAt, size int64, limits Limits) (*Attachment, error) {
	f, err := Open(ctx, r, size, limits)
	if err != nil {
		return nil, err
	}
	inv, err := f.quickly()
	if err != nil {
		return nil, err
	}
	content, err := inv.Content()
	if err != nil {
		return nil, err
	}
	read := *inv.Attachment
	read.content = content
	return &read, nil
}

// quickly finds the invoice among the attachments of the document, or else among all.
func (f *File) quickly() (*Invoice, error) {
	all, err := f.collect(false)
	if err != nil {
		var e *Error
		if !errors.As(err, &e) || e.Kind != KindDamaged && e.Kind != KindUnsupported {
			return nil, err
		}
	}
	if inv, err := f.choose(all); err == nil && inv.Syntax.Invoice() {
		return inv, nil
	}
	return f.Invoice()
}
