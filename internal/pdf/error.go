package pdf

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind tells what an Error is about, for callers that branch on it.
type Kind int

// The kinds of errors.
const (
	KindNotPDF      Kind = iota // no PDF at all, or nothing there
	KindDamaged                 // a PDF whose parts do not fit together
	KindPassword                // encrypted, and an empty password does not open it
	KindUnsupported             // a filter or an encryption that is not read here
	KindLimit                   // more than a limit allows
)

// String returns a short English name of the kind.
func (k Kind) String() string {
	switch k {
	case KindNotPDF:
		return "not a PDF"
	case KindDamaged:
		return "damaged"
	case KindPassword:
		return "password"
	case KindUnsupported:
		return "unsupported"
	case KindLimit:
		return "limit"
	}
	return fmt.Sprintf("Kind(%d)", int(k))
}

// Text is a sentence for the user, in both languages: no capital at its start, no full stop.
type Text struct{ EN, FR string }

// Error says what is wrong with a file, and where.
type Error struct {
	Kind    Kind
	Object  uint32 // number of the object, 0 if none is concerned
	Offset  int64  // byte of the file, from 0; -1 if no place is known
	Message Text   // what is wrong
	Hint    Text   // what to do about it; may be empty
}

// Error returns the place and the message in English.
func (e *Error) Error() string {
	var b strings.Builder
	if e.Object != 0 {
		fmt.Fprintf(&b, "object %d: ", e.Object)
	}
	if e.Offset >= 0 {
		fmt.Fprintf(&b, "byte %d: ", e.Offset)
	}
	return b.String() + e.Message.EN
}

// inObject says which object an error arose in, unless that is known more exactly.
func inObject(err error, number uint32) error {
	var e *Error
	if errors.As(err, &e) && e.Object == 0 {
		e.Object = number
	}
	return err
}

// damaged tells whether an error means that the parts of the file do not fit together: what searching the file for its objects may cure.
func damaged(err error) bool {
	var e *Error
	return errors.As(err, &e) && e.Kind == KindDamaged
}

// message is an error text before its arguments are put in; the hint may be empty. Verbs are numbered, so that each language takes the
// arguments it needs in the order it needs.
type message struct {
	kind           Kind
	en, fr         string
	hintEN, hintFR string
}

// at makes the error for a place in the file.
func (m *message) at(off int64, args ...any) *Error {
	return &Error{
		Kind: m.kind, Offset: off,
		Message: Text{EN: fill(m.en, args), FR: fill(m.fr, args)},
		Hint:    Text{EN: fill(m.hintEN, args), FR: fill(m.hintFR, args)},
	}
}

// err makes the error where no place is known.
func (m *message) err(args ...any) *Error { return m.at(-1, args...) }

func fill(format string, args []any) string {
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// clip prepares a piece of the file for a message: it is shortened, and nothing in it can play tricks with a terminal.
func clip(s string) string {
	const most = 60
	s = s[:min(len(s), utf8.UTFMax*(most+1))]
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return utf8.RuneError
	}, s)
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// sizes writes a number of bytes for people, in both languages.
func sizes(n int64) (en, fr string) {
	if n >= mega && n%mega == 0 {
		return fmt.Sprintf("%d MB", n/mega), fmt.Sprintf("%d Mo", n/mega)
	}
	return fmt.Sprintf("%d bytes", n), fmt.Sprintf("%d octets", n)
}

// tooLarge makes the error for a limit in bytes.
func (m *message) tooLarge(most int64) *Error {
	en, fr := sizes(most)
	return m.err(en, fr)
}
