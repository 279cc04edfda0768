package en16931

import "github.com/fxinvoice/fx/report"

// Source is where an invoice was read from. A codec attaches it, so that rules and messages can look back at the file. Groups are named by
// their pointers in the invoice, such as a *Line; a group that was built or moved in Go has no place.
type Source interface {
	// Syntax is "ubl", "cii" or "json".
	Syntax() string
	// Locate returns the place of a term of a group, or where it should stand; for a group term of its parent group. Its zero value means that
	// nothing is known.
	Locate(group any, t Term) Place
	// Exists reports whether the file has an element or attribute for the term, even an empty one.
	Exists(group any, t Term) bool
	// Residue returns what the file holds and the model does not, in document order.
	Residue() []Residue
}

// Place is a place in a file.
type Place struct {
	Path         string // absolute, with positions: /ubl:Invoice/cac:InvoiceLine[3]/cbc:ID
	Line, Column int    // from 1; the column counts characters
	Offset       int    // from 0, in bytes of the file as UTF-8
	Missing      string // what should stand in Path and does not, such as cac:Price/cbc:PriceAmount; "" where the term is there
}

// Residue is an element or attribute with content that no field of the model holds.
type Residue struct {
	Place
	Value string
	// Term is set where the place is one of a term and the model has no room: the term or its group stands there too often, or the value is not
	// its first.
	Term  Term
	Bound bool // whether Term is meant
}

// Loss is a value that a syntax could not carry.
type Loss struct {
	Term   Term
	Place  // where the value stands in the file that the invoice was read from; zero for an invoice built in Go
	Value  string
	Reason report.Text
}
