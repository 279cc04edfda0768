package bind

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// verify compares what a patched document says, as it was read again, with what the invoice says: the model and the residue.
func (p *patcher) verify(again *en16931.Invoice) error {
	v := verifier{patcher: p, again: &encoder{Table: p.s.Table, inv: again}}
	if t, ok := v.same(en16931.BG0, p.inv, again); !ok {
		for _, r := range p.read.Residue() {
			if r.Bound && r.Term >= t && r.Term < t.Behind() {
				return fmt.Errorf("%w: %s stands in the file once more, in %s", en16931.ErrPatch, r.Term, r.Path)
			}
		}
		return fmt.Errorf("%w: %s", en16931.ErrPatch, t)
	}
	want, have := p.read.notes(), again.Source.(*source).notes()
	for _, r := range p.gone {
		want.take(p.read.note(r.Place, r.Value))
	}
	for _, n := range p.over {
		want.take(n)
	}
	for n := range want {
		if want[n] > have[n] {
			return fmt.Errorf("%w: %s", en16931.ErrPatch, n)
		}
	}
	for n := range have {
		// What only a predicate had read may be left over; anything else was put there in vain.
		if have[n] > want[n] && !p.read.says(n) {
			return fmt.Errorf("%w: %s", en16931.ErrPatch, n)
		}
	}
	return nil
}

// notes counts the entries of a residue, by path and value.
type notes map[string]int

func (n notes) take(note string) {
	if n[note]--; n[note] == 0 {
		delete(n, note)
	}
}

func (s *source) notes() notes {
	all := notes{}
	for _, r := range s.Residue() {
		all[s.note(r.Place, r.Value)]++
	}
	return all
}

// says reports whether a text or attribute of the file, residue or not, is what a note is about.
func (s *source) says(note string) bool {
	for n := xmltree.Node(0); int(n) < s.tree.Len(); n++ {
		if s.tree.HasText(n) && s.note(s.place(n, 0, false), s.tree.Text(n)) == note {
			return true
		}
		first, end := s.tree.Attrs(n)
		for a := first; a < end; a++ {
			if s.note(s.place(n, a, true), s.tree.AttrValue(a)) == note {
				return true
			}
		}
	}
	return false
}

// note is an entry of the residue wherever it stands: its path without positions. White space does not count: text beside elements gets other
// white space with them.
func (s *source) note(p en16931.Place, value string) string {
	return stripped(p.Path) + " " + strings.Join(strings.Fields(value), " ")
}

// verifier compares the invoice with what is read again.
type verifier struct {
	*patcher
	again *encoder
}

// same compares two instances of a group. Where they differ it returns the term.
func (v *verifier) same(g en16931.Term, now, again any) (en16931.Term, bool) {
	for _, t := range en16931.Children(g) {
		if t.IsGroup() {
			if t, ok := v.sameGroups(t, now, again); !ok {
				return t, false
			}
			continue
		}
		if !v.sameValue(t, now, again) {
			return t, false
		}
	}
	return 0, true
}

// sameValue compares a term of two group instances, and its sub-items.
func (v *verifier) sameValue(t en16931.Term, now, again any) bool {
	a, b := en16931.Field(t, now), en16931.Field(t, again)
	if _, ok := a.(*[]en16931.Identifier); ok {
		return slices.Equal(v.texts(v.now, t, now), v.texts(v.again, t, again))
	}
	for i, sub := 0, t; ; i++ {
		x, y := v.told(v.now, slot{now, sub, 0}, a), v.told(v.again, slot{again, sub, 0}, b)
		if x != y && !v.isFiller(x, y) && !v.isFiller(y, x) {
			return false
		}
		if i == len(en16931.Children(t)) {
			return true
		}
		sub = en16931.Children(t)[i]
		a, b = en16931.Field(sub, en16931.Field(t, now)), en16931.Field(sub, en16931.Field(t, again))
	}
}

// isFiller reports whether a value is what stands for the absence that the other is.
func (v *verifier) isFiller(a, b told) bool {
	return b.text == "" && v.s.fills(a.term, a.text)
}

// sameGroups compares the instances of a group in two others. Those that hold nothing do not count.
func (v *verifier) sameGroups(t en16931.Term, now, again any) (en16931.Term, bool) {
	if v.samePairs(t, now, again) {
		return 0, true
	}
	a, b := v.instances(v.now, t, now), v.instances(v.again, t, again)
	if len(a) != len(b) {
		return t, false
	}
	for i := range a {
		if t, ok := v.same(t, a[i], b[i]); !ok {
			return t, false
		}
	}
	return 0, true
}

// samePairs compares the instances one by one, and is mostly enough.
func (v *verifier) samePairs(t en16931.Term, now, again any) bool {
	for n := 0; ; n++ {
		a, b := en16931.Instance(t, now, n), en16931.Instance(t, again, n)
		if a == nil || b == nil {
			return a == nil && b == nil
		}
		if _, ok := v.same(t, a, b); !ok {
			return false
		}
	}
}

func (v *verifier) instances(e *encoder, t en16931.Term, parent any) (all []any) {
	for n := 0; ; n++ {
		g := en16931.Instance(t, parent, n)
		if g == nil {
			return all
		}
		if !v.empty(e, t, g) {
			all = append(all, g)
		}
	}
}

// empty reports whether a group instance holds nothing.
func (v *verifier) empty(e *encoder, g en16931.Term, group any) bool {
	for _, t := range en16931.Children(g) {
		if t.IsGroup() && len(v.instances(e, t, group)) > 0 || !t.IsGroup() && len(v.texts(e, t, group)) > 0 {
			return false
		}
	}
	return true
}

// told is a value as it is compared.
type told struct {
	term           en16931.Term
	text, currency string
}

// told is what a value says; its text is "" if it is not there, or lost.
func (v *verifier) told(e *encoder, s slot, field any) told {
	value := told{term: s.term, text: text(e, s.term, field)}
	if v.skipped[s] {
		value.text = ""
	}
	if a, ok := field.(*en16931.Amount); ok && value.text != "" {
		value.currency = string(e.currencyFor(s.term, a))
	}
	return value
}

// texts lists the values of a term that are there, with its sub-items. The items of a term that repeats come in the order of the rows that take
// them, since a syntax may keep them apart.
func (v *verifier) texts(e *encoder, t en16931.Term, group any) []told {
	var all [][]told
	var rows []int16
	slots(t, group, func(s slot, field any) {
		if s.term == t {
			all, rows = append(all, nil), append(rows, e.takenBy(t, field))
		}
		if value := v.told(e, s, field); value.text != "" {
			all[len(all)-1] = append(all[len(all)-1], value)
		}
	})
	if len(all) == 1 {
		return all[0]
	}
	var sorted []told
	for i := v.s.RowOf[t]; i >= 0; i = v.s.Next[i] {
		for k, r := range rows {
			if r == i {
				sorted = append(sorted, all[k]...)
			}
		}
	}
	return sorted
}

// takenBy returns the first row that takes a value.
func (e *encoder) takenBy(t en16931.Term, field any) int16 {
	i := e.RowOf[t]
	for ; i >= 0 && e.Rows[i].When != nil && !e.Rows[i].When(e.inv, field); i = e.Next[i] {
	}
	return i
}

// fills reports whether a text is what stands for a term's absence.
func (t *Table) fills(term en16931.Term, text string) bool {
	for i := t.RowOf[term]; i >= 0; i = t.Next[i] {
		if t.Rows[i].Filler == text && text != "" {
			return true
		}
	}
	return false
}

// currencyFor is the currency of an amount, "" for the one that it should have.
func (e *encoder) currencyFor(t en16931.Term, a *en16931.Amount) en16931.Code {
	usual := e.inv.Currency
	if t == en16931.BT111 {
		usual = e.inv.VATAccountingCurrency
	}
	if a.Currency == usual {
		return ""
	}
	return a.Currency
}
