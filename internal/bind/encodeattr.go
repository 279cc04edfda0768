package bind

import "github.com/fxinvoice/fx/en16931"

// attributes writes the attributes of an element: those that predicates demand, the format of a date, the currency of an amount, and terms.
func (e *encoder) attributes(edge *Edge, s *State, field any, text string) (content bool) {
	for i := edge.Guards.First(); i < edge.Guards.End(); i++ {
		g := &e.Guards[i]
		step := e.Steps[g.Path.First()]
		if !g.Up && g.Path.Len() == 1 && step.Attr && g.Op == Equal {
			e.attribute(step.Name, e.Strings[g.Values.First()])
		}
	}
	switch f := field.(type) {
	case *en16931.Date:
		if e.Format102 && text != "" {
			e.attribute(e.always("format"), "102")
		}
	case *en16931.Amount:
		if c := e.currencyOf(edge, s, f); c != "" && text != "" {
			e.attribute(e.always("currencyID"), c)
		}
	}
	for i := s.Attrs.First(); i < s.Attrs.End(); i++ {
		row := &e.Rows[e.States[e.Edges[i].To].Leaf]
		if row.How&(ReadOnly|Fallback) != 0 || e.outside(row) {
			continue
		}
		owner := field
		if !facts[row.Term].sub {
			owner = e.instance(facts[row.Term].group)
		}
		if owner == nil {
			continue
		}
		f := en16931.Field(row.Term, owner)
		if v := e.text(row, row.Term, f); v != "" {
			e.attribute(e.Edges[i].Name, v)
			e.carry(&e.States[e.Edges[i].To], f, e.Edges[i].Name)
			content = true
		} else if _, binary := field.(*en16931.BinaryObject); binary && text != "" && e.inv.Source != nil &&
			e.inv.Source.Syntax() == e.Syntax && e.inv.Source.Exists(e.instance(facts[row.Term].group), row.Term) {
			e.attribute(e.Edges[i].Name, "") // the schema demands the attribute, and the file has it empty
		}
	}
	return content
}

// currencyOf returns the currency to write on an amount: its own, and where the syntax wants one on every amount or tells terms apart by it, the
// one that the term has anyway.
func (e *encoder) currencyOf(edge *Edge, s *State, a *en16931.Amount) string {
	switch same := e.sameAs(edge); {
	case a.Currency != "":
		return string(a.Currency)
	case same == "BT-6":
		return string(e.inv.VATAccountingCurrency)
	case same == "BT-5" || !e.Format102:
		return string(e.inv.Currency)
	}
	return ""
}

// tellable reports whether a reader finds an amount that is told from others by its currency: BT-110 needs BT-5, and BT-111 a BT-6 that is not
// the same.
func (e *encoder) tellable(edge *Edge, a *en16931.Amount) bool {
	var want en16931.Code
	switch e.sameAs(edge) {
	case "":
		return true
	case "BT-5":
		want = e.inv.Currency
	case "BT-6":
		if want = e.inv.VATAccountingCurrency; want == e.inv.Currency {
			return false
		}
	}
	return want != "" && (a.Currency == "" || a.Currency == want)
}

// sameAs returns the term that a predicate of the edge compares a currency with, "" if none does.
func (e *encoder) sameAs(edge *Edge) string {
	for i := edge.Guards.First(); i < edge.Guards.End(); i++ {
		if g := &e.Guards[i]; g.Op == SameAs {
			return e.Strings[g.Values.First()]
		}
	}
	return ""
}
