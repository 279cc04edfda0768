// Package codelist holds the code lists that the rules of EN 16931 check, as the official artefacts have them, and names of the codes in
// English and French.
//
// Each list is a constant string with a blank before and behind every code, which [Has] looks a code up in. [ByName] describes a list,
// [ForRule] says which lists a rule uses, [Name] names a code, and [Nearest] guesses what was meant by one that is not in the list.
//
// The lists are those of the release [Release]. Where the artefacts of UBL and CII disagree there are two lists, and the one with CII in its
// name says how they differ.
package codelist

//go:generate go run ../../internal/gen/codelist

import (
	"iter"
	"slices"
	"strings"
)

// Text is a text in two languages.
type Text struct{ EN, FR string }

// List describes a code list.
type List struct {
	Name    string // the name of its constant: "Currency"
	Title   Text   // what it is a list of: "Currency", « Devise »
	Origin  string // the list that the codes come from: "ISO 4217", "UNTDID 5305"
	Edition string // the edition of the origin: "D.24A"; empty if the Commission's lists (v16 of 2025-10-21) state none
	Date    string // the date of the edition, as 2025-02-01; empty if they state none
	codes   string
}

// Lists returns all lists.
func Lists() []List { return slices.Clone(lists[:]) }

// ByName returns the list with the name of a constant of this package: "Currency", "CountryCII".
func ByName(name string) (List, bool) {
	for _, l := range lists {
		if l.Name == name {
			return l, true
		}
	}
	return List{}, false
}

// Has reports whether codes, a constant of this package, holds code: the whole code, in its case, without blanks around it.
func Has(codes, code string) bool {
	return len(code) < len(codes) && strings.IndexByte(code, ' ') < 0 && strings.Contains(codes, " "+code+" ")
}

// Has reports whether code is in the list: the whole code, in its case, without blanks around it.
func (l List) Has(code string) bool { return Has(l.codes, code) }

// Codes iterates over the codes in the order of the artefact.
func (l List) Codes() iter.Seq[string] { return strings.FieldsSeq(l.codes) }
