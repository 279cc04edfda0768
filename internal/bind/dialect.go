package bind

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// Dialect is what a codec knows of its syntax beyond its rows. The zero value knows nothing.
type Dialect struct {
	// Reason says why a document of table t could not carry a term.
	Reason func(t *Table, inv *en16931.Invoice, term en16931.Term) report.Text
	// Repeat names the groups whose element may repeat in the document that an invoice was read from, though the table's schema does not say so.
	Repeat func(inv *en16931.Invoice) []en16931.Term
}

// explain gives losses their reasons.
func (d *Dialect) explain(t *Table, inv *en16931.Invoice, lost []en16931.Loss) {
	if d == nil || d.Reason == nil {
		return
	}
	for i := range lost {
		lost[i].Reason = d.Reason(t, inv, lost[i].Term)
	}
}

// repeat returns the groups whose element may repeat.
func (d *Dialect) repeat(inv *en16931.Invoice) []en16931.Term {
	if d == nil || d.Repeat == nil {
		return nil
	}
	return d.Repeat(inv)
}
