package en16931

import "strings"

//go:generate go run ../internal/gen/terms

// Term is one business term (BT) or business group (BG) of the semantic model of EN 16931-1, clause 6.3.
//
// Terms are numbered in the order of the model. The zero value, BG0, is the invoice itself, the root of all groups.
type Term uint16

// Card is a cardinality: how often a term may and must occur inside its parent.
type Card uint8

// The cardinalities that occur in the standard and in the Factur-X profiles.
const (
	None             Card = iota // not allowed (in a profile that lacks the term)
	Optional                     // 0..1
	Required                     // 1..1
	Repeated                     // 0..n
	RequiredRepeated             // 1..n
)

// String returns the cardinality as the standard writes it, "-" for None.
func (c Card) String() string { return [...]string{"-", "0..1", "1..1", "0..n", "1..n"}[c] }

// Mandatory reports whether at least one is required.
func (c Card) Mandatory() bool { return c == Required || c == RequiredRepeated }

// Many reports whether more than one is allowed.
func (c Card) Many() bool { return c == Repeated || c == RequiredRepeated }

// Type is the semantic data type of a term, EN 16931-1, clause 6.5.
type Type uint8

// The semantic data types. TypeAttribute is a sub-item of another term: a scheme, a MIME code, a file name.
const (
	TypeGroup Type = iota
	TypeAmount
	TypeUnitPriceAmount
	TypeQuantity
	TypePercentage
	TypeIdentifier
	TypeDocumentReference
	TypeCode
	TypeDate
	TypeText
	TypeBinaryObject
	TypeAttribute
)

// String returns the type's name in the standard.
func (t Type) String() string {
	return [...]string{"Group", "Amount", "Unit price amount", "Quantity", "Percentage", "Identifier", "Document reference", "Code",
		"Date", "Text", "Binary object", "Attribute"}[t]
}

type termRow struct {
	id       string
	parent   Term
	behind   Term // the first term that does not stand in this one
	nameEN   string
	nameFR   string
	typ      Type
	card     Card
	facturx  [5]Card // MINIMUM, BASIC WL, BASIC, EN 16931, EXTENDED
	codeList string
}

// NumTerms is the number of terms: they are 0 to NumTerms-1.
const NumTerms = numTerms

// String returns the identifier of the term as the standard writes it: "BT-131", "BG-25", "BT-29-1".
func (t Term) String() string { return terms[t].id }

// Parent returns the group that holds t, or for a sub-item such as BT-29-1 the term that it belongs to. BG0 is its own parent.
func (t Term) Parent() Term { return terms[t].parent }

// Name returns the term's name in French for "fr", else in English.
func (t Term) Name(lang string) string {
	if lang == "fr" {
		return terms[t].nameFR
	}
	return terms[t].nameEN
}

// Behind returns the first term that stands neither in t nor in anything below it, in the order of the model: t's own are t to Behind()-1.
func (t Term) Behind() Term { return terms[t].behind }

// Type returns the semantic data type.
func (t Term) Type() Type { return terms[t].typ }

// Card returns the cardinality in EN 16931-1, inside Parent.
func (t Term) Card() Card { return terms[t].card }

// CodeList names the code list that the term takes its values from, "" where there is none.
func (t Term) CodeList() string { return terms[t].codeList }

// IsGroup reports whether t is a business group.
func (t Term) IsGroup() bool { return terms[t].typ == TypeGroup }

// Group returns the business group that t stands in: t itself for a group, the group of the parent term for a sub-item.
func (t Term) Group() Term {
	for !t.IsGroup() {
		t = t.Parent()
	}
	return t
}

// TermByID returns the term with an identifier such as "BT-131"; case does not matter.
func TermByID(id string) (Term, bool) {
	for t := range terms {
		if strings.EqualFold(terms[t].id, id) {
			return Term(t), true
		}
	}
	return 0, false
}
