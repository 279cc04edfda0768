package cii

import (
	"fmt"
	"io"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/bind"
	"github.com/fxinvoice/fx/report"
)

// dialect is what CII is beyond its rows.
var dialect = bind.Dialect{Reason: reason, Repeat: repeats}

// repeats names the groups that may repeat in the file that an invoice was read from. No file says which version it follows: Factur-X follows D22B,
// and so does one that repeats them already.
func repeats(inv *en16931.Invoice) []en16931.Term {
	if guideline, _ := bind.Text(inv, en16931.BT24); strings.Contains(guideline, "factur-x.eu") || bind.Repeats(inv, en16931.BG3) {
		return []en16931.Term{en16931.BG3}
	}
	return nil
}

// Version is a release of CII, whose schema differs from the others'.
type Version int

// The versions. EN 16931 uses D16B; Factur-X follows D22B, which holds several preceding invoices (BG-3).
const (
	D16B Version = iota
	D22B
)

// Encode writes an invoice as a CrossIndustryInvoice. It returns what CII could not carry. It fails as w does, and on a text that XML cannot
// hold; then nothing was written.
func Encode(w io.Writer, inv *en16931.Invoice, version Version) ([]en16931.Loss, error) {
	var repeat []en16931.Term
	if version == D22B {
		repeat = []en16931.Term{en16931.BG3}
	}
	doc, lost, err := bind.Encode(&invoice, inv, repeat...)
	if err != nil {
		return nil, err
	}
	for i := range lost {
		lost[i].Reason = reason(&invoice, inv, lost[i].Term)
	}
	if _, err := w.Write(doc); err != nil {
		return lost, fmt.Errorf("cii: write document: %w", err)
	}
	return lost, nil
}

// reason says why CII could not carry a term.
func reason(_ *bind.Table, _ *en16931.Invoice, t en16931.Term) report.Text {
	switch {
	case t.Group() == en16931.BG3:
		return report.Text{EN: "CII D16B holds one preceding invoice; D22B and Factur-X hold several",
			FR: "CII D16B ne tient qu'une facture antérieure ; D22B et Factur-X en tiennent plusieurs"}
	case t == en16931.BT147:
		return report.Text{EN: "CII holds the discount inside the gross price (BT-148), and there is none", FR: "CII place le rabais dans le prix brut (BT-148), qui est absent"}
	case t == en16931.BT7 || t == en16931.BT8:
		return report.Text{EN: "CII holds it in the VAT breakdown (BG-23), and there is none", FR: "CII le place dans la ventilation de la TVA (BG-23), qui est absente"}
	}
	switch t {
	case en16931.BT110, en16931.BT111:
		return report.Text{EN: "CII tells BT-110 and BT-111 apart by their currencies: BT-110 needs BT-5, and BT-111 needs a BT-6 that differs from BT-5",
			FR: "le CII distingue BT-110 de BT-111 par la devise : BT-110 exige BT-5, et BT-111 exige un BT-6 différent de BT-5"}
	case en16931.BT130, en16931.BT150:
		return report.Text{EN: "CII holds the unit on the quantity, and there is none", FR: "le CII place l'unité sur la quantité, qui est absente"}
	}
	return report.Text{EN: "CII has no place for it here", FR: "CII n'a pas de place pour cela ici"}
}
