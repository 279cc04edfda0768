// Package bind runs binding tables: typed rows that say where each term of the semantic model sits in one syntax. From the same rows come the
// decoder, the place of a term in a file, the list of what no row reads, and the documentation.
package bind

import "github.com/fxinvoice/fx/en16931"

// Row says where a term sits: one line of a codec's table. The field of the model that holds the term stands in package en16931, once for all
// syntaxes.
type Row struct {
	Term en16931.Term
	// Path leads from the element of the term's group to the term, in XPath's abbreviated form: cbc:InvoicedQuantity/@unitCode. A path that
	// begins with a slash leads from the root element: for terms that sit outside of their group's element. Steps may carry predicates in one of these forms, where p is a path of child elements, perhaps ending in an attribute, and v a text:
	//
	//	[p='v']  [p!='v']  [not(p='v' or p='w')]  [p=true()]  [p=false()]  [p=BT-n]
	//
	// where p may begin with ../ to look at the element's siblings.
	// Values are compared without white space around them; VAT and SEPA also without case, as the official artefacts do. [p=BT-n] compares
	// with the value of a code of the invoice, exactly.
	Path string
	How  How
	// Const is a text that the syntax demands at Path and no term holds: a writer puts it there, and a reader takes it as read. The row then
	// has no Term, and Path leads from the root element.
	Const string
	// Filler is what a writer puts at Path where the term is absent and another term of the same element is there, because the schema demands
	// it. A reader takes it as absence, in the same case.
	Filler string
	// When says whether a writer takes this row for a value, the pointer that en16931.Field returns, or to an item of it. It is for terms with
	// several rows; nil means always.
	When func(inv *en16931.Invoice, value any) bool
	// Needs is a term of the group without which the row is not written, because the schema demands it.
	Needs en16931.Term
	// Codes translates codes that the syntax writes differently from the model.
	Codes []Code
	// Read takes the text of an element that holds several terms into their group; the other terms' rows bear the same path and Aside.
	Read func(text string, group any)
	// Write is the other direction of Read.
	Write func(group any) string
}

// Code is one code in the two notations.
type Code struct{ File, Model string }

// How a row departs from the ordinary.
type How uint8

const (
	// Merge, on a group that does not repeat in the model, lets its element repeat: all occurrences are the one group, and a term may repeat
	// there with an equal value.
	Merge How = 1 << iota
	// Lazy, on a group, makes it exist when something of it does, not already when its element does.
	Lazy
	// Same lets a term repeat with an equal value.
	Same
	// Fallback makes the row count only where no other row of the term does; an equal value may stand beside.
	Fallback
	// Aside marks a term that another row's Read takes.
	Aside
	// Each makes a writer repeat the term in every element of a group that Merge lets repeat.
	Each
	// ReadOnly marks a row that no writer uses: another row of the term is written.
	ReadOnly
)
