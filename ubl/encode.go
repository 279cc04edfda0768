package ubl

import (
	"fmt"
	"io"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/bind"
	"github.com/fxinvoice/fx/report"
)

// dialect is what UBL is beyond its rows.
var dialect = bind.Dialect{Reason: reason}

// Encode writes an invoice as UBL 2.1: a CreditNote where the type code (BT-3) is one of a credit note, else an Invoice. It returns what UBL
// could not carry. It fails as w does, and on a text that XML cannot hold; then nothing was written.
func Encode(w io.Writer, inv *en16931.Invoice) ([]en16931.Loss, error) {
	table := &invoice
	if isCreditNote(inv) {
		table = &creditNote
	}
	doc, lost, err := bind.Encode(table, inv)
	if err != nil {
		return nil, err
	}
	for i := range lost {
		lost[i].Reason = reason(table, inv, lost[i].Term)
	}
	if _, err := w.Write(doc); err != nil {
		return lost, fmt.Errorf("ubl: write document: %w", err)
	}
	return lost, nil
}

// The type codes of UNTDID 1001 that stand in a CreditNote, by the official rule BR-CL-01; 81 may stand in both roots.
const creditNoteCodes = " 83 261 262 296 308 381 396 420 458 502 503 532 "

// isCreditNote chooses the root element. An invoice that was read from UBL keeps its root as long as its type code is what it was.
func isCreditNote(inv *en16931.Invoice) bool {
	code := strings.TrimSpace(string(inv.TypeCode))
	if _, table, ok := bind.Of(inv); ok && (table == &creditNote || table == &invoice) {
		if was, _ := bind.Text(inv, en16931.BT3); strings.TrimSpace(was) == code || code == "81" {
			return table == &creditNote
		}
	}
	return !strings.Contains(code, " ") && code != "" && strings.Contains(creditNoteCodes, " "+code+" ")
}

// reason says why UBL could not carry a term.
func reason(table *bind.Table, inv *en16931.Invoice, t en16931.Term) report.Text {
	payment := inv.Payment
	switch {
	case t.Group() == en16931.BG16 || t.Group().Parent() == en16931.BG16 || table == &creditNote && t == en16931.BT9:
		if payment == nil || payment.MeansCode == "" {
			return needsMeans
		}
	case t == en16931.BT21:
		return threeCharacters
	case t == en16931.BT110 || t == en16931.BT111:
		return toldByCurrency
	case t == en16931.BT130 || t == en16931.BT150:
		return needsQuantity
	}
	return report.Text{EN: "UBL has no place for it here", FR: "UBL n'a pas de place pour cela ici"}
}

var (
	needsMeans = report.Text{EN: "UBL holds it inside the payment means, which cannot be without a code (BT-81)",
		FR: "UBL le place dans le moyen de paiement, qui ne peut être sans code (BT-81)"}
	toldByCurrency = report.Text{EN: "UBL tells BT-110 and BT-111 apart by their currencies: BT-110 needs BT-5, and BT-111 needs a BT-6 that differs from BT-5",
		FR: "UBL distingue BT-110 de BT-111 par la devise : BT-110 exige BT-5, et BT-111 exige un BT-6 différent de BT-5"}
	needsQuantity   = report.Text{EN: "UBL holds the unit on the quantity, and there is none", FR: "UBL place l'unité sur la quantité, qui est absente"}
	threeCharacters = report.Text{EN: "UBL holds the subject code before the text of the note, and only one of three characters",
		FR: "UBL place le code sujet devant le texte de la note, et seulement s'il a trois caractères"}
)
