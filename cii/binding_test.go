package cii

import (
	"testing"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/bind"
)

// notRepresentable are the terms that the syntax has no place for, and why.
var notRepresentable = map[en16931.Term]string{}

// TestEveryTermHasARow holds the rows against the standard: each term has one, or a reason why not.
func TestEveryTermHasARow(t *testing.T) {
	tables := map[string]*bind.Table{"CrossIndustryInvoice": &invoice}
	for name, table := range tables {
		rows := map[en16931.Term]int{}
		for _, b := range table.Bindings() {
			rows[b.Term]++
		}
		for term := en16931.Term(1); term < en16931.NumTerms; term++ {
			reason, none := notRepresentable[term]
			switch {
			case rows[term] == 0 && !none:
				t.Errorf("%s: %s (%s) has no row", name, term, term.Name("en"))
			case rows[term] > 0 && none:
				t.Errorf("%s: %s has a row, though: %s", name, term, reason)
			case none && reason == "":
				t.Errorf("%s: %s has no row and no reason", name, term)
			case term.IsGroup() && rows[term] > 1:
				t.Errorf("%s: group %s has %d rows", name, term, rows[term])
			}
		}
	}
}
