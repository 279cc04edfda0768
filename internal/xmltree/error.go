package xmltree

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind tells what an Error is about, for callers that branch on it.
type Kind int

// The kinds of errors.
const (
	KindSyntax    Kind = iota // not well-formed XML 1.0
	KindNamespace             // well-formed, but not by Namespaces in XML
	KindEncoding              // bytes that are not what the document says, or an unknown encoding
	KindDoctype               // a document type declaration, refused for safety
	KindVersion               // XML 1.1, or a version that does not exist
	KindLimit                 // larger than a limit
	KindEmpty                 // nothing there
)

// String returns a short English name of the kind.
func (k Kind) String() string {
	switch k {
	case KindSyntax:
		return "syntax"
	case KindNamespace:
		return "namespace"
	case KindEncoding:
		return "encoding"
	case KindDoctype:
		return "doctype"
	case KindVersion:
		return "version"
	case KindLimit:
		return "limit"
	case KindEmpty:
		return "empty"
	}
	return fmt.Sprintf("Kind(%d)", int(k))
}

// Text is a sentence for the user, in both languages: no capital at its start, no full stop.
type Text struct{ EN, FR string }

// Error says why a document is not accepted, and where.
type Error struct {
	// Line and Column count from 1, Column in characters. Offset counts from 0, in bytes of the
	// document in UTF-8 without its byte order mark; where the document cannot be decoded, in bytes
	// as given.
	Line, Column, Offset int
	Kind                 Kind
	Message              Text // what is wrong
	Hint                 Text // what to do about it; may be empty
}

// Error returns the place and the message in English.
func (e *Error) Error() string {
	return fmt.Sprintf("line %d, column %d: %s", e.Line, e.Column, e.Message.EN)
}

// message is an error text before its arguments are put in; the hint may be empty. Verbs are
// numbered, so that each language, and the hint, takes the arguments it needs in the order it needs.
type message struct {
	en, fr         string
	hintEN, hintFR string
}

// at makes the error for a place in doc.
func (m *message) at(doc string, off int, kind Kind, args ...any) *Error {
	line, column := position(doc, off)
	return &Error{
		Line: line, Column: column, Offset: off, Kind: kind,
		Message: Text{EN: fill(m.en, args), FR: fill(m.fr, args)},
		Hint:    Text{EN: fill(m.hintEN, args), FR: fill(m.hintFR, args)},
	}
}

func fill(format string, args []any) string {
	if !strings.Contains(format, "%") {
		return format
	}
	return fmt.Sprintf(format, args...)
}

// clip prepares a piece of the document for a message: it is shortened, and nothing in it can play
// tricks with a terminal.
func clip(s string) string {
	const most = 60
	s = s[:min(len(s), utf8.UTFMax*(most+1))]
	s = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) {
			return r
		}
		return utf8.RuneError
	}, s)
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	n := 0
	for i := range s {
		if n == most {
			return s[:i] + "…"
		}
		n++
	}
	return s
}
