package ubl

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931"
)

// Paths returns where a term sits in an Invoice, and then where it sits in a CreditNote if that is somewhere else; that a CreditNote calls its
// root, its lines, their quantities and its type otherwise does not count. It is empty for a term that UBL has no place for. Predicates say which
// of several elements is meant: [cac:TaxScheme/cbc:ID='VAT'].
func Paths(t en16931.Term) []string {
	all := invoice.PathsOf(t)
	other := creditNote
	other.Rows = creditNoteRows()
	for _, path := range other.PathsOf(t) {
		alike := func(p string) bool {
			return creditNoteNames.Replace(strings.Replace(p, "/ubl:Invoice", "/cn:CreditNote", 1)) == path
		}
		if !slices.ContainsFunc(all, alike) {
			all = append(all, path)
		}
	}
	return all
}
