package facturx

import (
	"errors"
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/report"
)

// Kind tells what an Error is about, for callers that branch on it.
type Kind int

// The kinds of errors.
const (
	KindNotPDF       Kind = iota // no PDF at all, or nothing there
	KindDamaged                  // a PDF whose parts do not fit together
	KindPassword                 // encrypted, and an empty password does not open it
	KindUnsupported              // a filter or an encryption that is not read
	KindLimit                    // more than a limit allows
	KindNoAttachment             // no embedded file at all
	KindNoInvoice                // embedded files, listed in Attachments, but no invoice among them
	KindNotXML                   // an attachment is named like an invoice but is no XML; it is in Attachments
	KindXMP                      // metadata that are no XML
)

// String returns a short English name of the kind.
func (k Kind) String() string {
	names := [...]string{"not a PDF", "damaged", "password", "unsupported", "limit", "no attachment", "no invoice", "not XML", "XMP"}
	if k < 0 || int(k) >= len(names) {
		return fmt.Sprintf("Kind(%d)", int(k))
	}
	return names[k]
}

// Error says why a PDF, or what was looked for in it, cannot be read.
type Error struct {
	Kind        Kind
	Object      uint32        // number of the PDF object, 0 if none is concerned
	Offset      int64         // byte of the file, from 0; -1 if no place is known
	Message     report.Text   // what is wrong: no capital at its start, no full stop
	Hint        report.Text   // what to do about it; may be empty
	Attachments []*Attachment // of KindNoInvoice and KindNotXML: what there is
	err         error
}

// Error returns the place and the message in English.
func (e *Error) Error() string {
	var b strings.Builder
	b.WriteString("facturx: ")
	if e.Object != 0 {
		fmt.Fprintf(&b, "object %d: ", e.Object)
	}
	if e.Offset >= 0 {
		fmt.Fprintf(&b, "byte %d: ", e.Offset)
	}
	b.WriteString(e.Message.In(report.EN))
	return b.String()
}

// Unwrap returns the error of the reader below, if there was one.
func (e *Error) Unwrap() error { return e.err }

// kindOf names a kind of package pdf in ours.
func kindOf(k pdf.Kind) Kind {
	switch k {
	case pdf.KindNotPDF:
		return KindNotPDF
	case pdf.KindPassword:
		return KindPassword
	case pdf.KindUnsupported:
		return KindUnsupported
	case pdf.KindLimit:
		return KindLimit
	}
	return KindDamaged
}

// wrap makes an error of package pdf one of ours.
func wrap(err error) error {
	var e *pdf.Error
	if !errors.As(err, &e) {
		return err
	}
	return &Error{
		Kind: kindOf(e.Kind), Object: e.Object, Offset: e.Offset, err: err,
		Message: literal(e.Message), Hint: literal(e.Hint),
	}
}

// literal makes a text without placeholders.
func literal(t pdf.Text) report.Text {
	return report.Text{EN: strings.ReplaceAll(t.EN, "{", "{{"), FR: strings.ReplaceAll(t.FR, "{", "{{")}
}

// isDamage tells whether an error concerns a part of the file only, so that it makes sense to read on elsewhere.
func isDamage(err error) bool {
	var e *pdf.Error
	return errors.As(err, &e) && (e.Kind == pdf.KindDamaged || e.Kind == pdf.KindUnsupported)
}
