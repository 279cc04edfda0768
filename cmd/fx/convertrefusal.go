package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// refusal says why an invoice that could be read is not written.
type refusal struct{ text, hint report.Text }

var notCompleted = refusal{
	report.Text{EN: "the invoice cannot be completed: nothing was written", FR: "la facture ne peut pas être complétée : rien n'a été écrit"},
	report.Text{EN: "state what is missing; correct what contradicts the rest, or leave it out so that it is computed; without --complete the invoice is converted as it stands",
		FR: "indiquez ce qui manque ; corrigez ce qui contredit le reste, ou retirez-le pour qu'il soit calculé ; sans --complete, la facture est convertie telle quelle"}}

// complete reports whether an invoice may be written: all was computed, and nothing contradicts it that an official rule checks.
func complete(c *en16931.Completion) bool {
	for i := range c.Contradictions {
		if !tolerable(&c.Contradictions[i]) {
			return false
		}
	}
	return len(c.Missing) == 0
}

// tolerable reports whether a contradiction is only told. Who rounds prices has line amounts that no product of the rounded numbers gives; no
// official rule objects, and without this there would be no way to have the totals of such an invoice computed.
func tolerable(c *en16931.Contradiction) bool {
	switch c.Term {
	case en16931.BT131, en16931.BT146, en16931.BT92, en16931.BT99, en16931.BT136, en16931.BT141:
		return c.Currency == ""
	}
	return false
}

// tooStrict refuses an invoice of which n values would be lost.
func tooStrict(n int) *refusal {
	return &refusal{
		report.Plural(n, report.Text{EN: "{n} value would be lost, and --strict refuses that: nothing was written",
			FR: "{n} valeur serait perdue, ce que --strict refuse : rien n'a été écrit"},
			report.Text{EN: "{n} values would be lost, and --strict refuses that: nothing was written",
				FR: "{n} valeurs seraient perdues, ce que --strict refuse : rien n'a été écrit"}),
		report.Text{EN: "leave out --strict to write the invoice without them", FR: "retirez --strict pour écrire la facture sans elles"}}
}

// notEncoded refuses an invoice that XML cannot hold: JSON has characters that XML has not. The error names none of our terms; we look for it.
func notEncoded(inv *en16931.Invoice, err error) *refusal {
	r := &refusal{report.Text{EN: "nothing was written: {reason}", FR: "rien n'a été écrit : {reason}"}.With(report.A("reason", err.Error())),
		report.Text{EN: "delete this character: no reader would see it", FR: "supprimez ce caractère, qu'aucun lecteur ne verrait"}}
	var f forbidden
	inv.Walk(&f)
	if f.found {
		r.text = report.Text{EN: "nothing was written: {term} holds the character {char}, which XML forbids",
			FR: "rien n'a été écrit : {term} contient le caractère {char}, que XML interdit"}.With(
			report.A("term", termText(f.term)), report.A("char", fmt.Sprintf("%U", f.char)))
	}
	return r
}

// forbidden is the Visitor that looks for the first character that XML forbids.
type forbidden struct {
	found bool
	term  en16931.Term
	char  rune
}

// Enter goes into every group until the character is found.
func (f *forbidden) Enter(en16931.Term, any) bool { return !f.found }

// Leave does nothing.
func (f *forbidden) Leave(en16931.Term, any) {}

// Value looks at a term and its sub-items.
func (f *forbidden) Value(t en16931.Term, _, field any) {
	switch v := field.(type) {
	case *string:
		f.text(t, *v)
	case *en16931.Code:
		f.text(t, string(*v))
	case *en16931.Date:
		f.text(t, v.Text())
	case *en16931.Decimal:
		f.text(t, v.String())
	case *en16931.Amount:
		f.text(t, v.String())
		f.text(t, string(v.Currency))
	case *en16931.Identifier:
		f.text(t, v.Value)
		f.items(t, v)
	case *[]en16931.Identifier:
		for i := range *v {
			f.Value(t, nil, &(*v)[i])
		}
	case *en16931.BinaryObject:
		f.text(t, v.Base64())
		f.items(t, v)
	}
}

func (f *forbidden) items(t en16931.Term, field any) {
	for _, sub := range en16931.Children(t) {
		f.Value(sub, nil, en16931.Field(sub, field))
	}
}

func (f *forbidden) text(t en16931.Term, s string) {
	i := strings.IndexFunc(s, func(r rune) bool {
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF
	})
	if i >= 0 && !f.found {
		f.found, f.term = true, t
		f.char, _ = utf8.DecodeRuneInString(s[i:])
	}
}
