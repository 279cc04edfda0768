package bind

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// values compares the values of a group with what they were, and drafts the changes: in their place, or as values that need one.
func (p *patcher) values(g en16931.Term, now any) {
	was := p.pair[now]
	for _, t := range en16931.Children(g) {
		if t.IsGroup() {
			for n := 0; ; n++ {
				sub := en16931.Instance(t, now, n)
				if sub == nil {
					break
				}
				p.values(t, sub)
			}
			continue
		}
		field := en16931.Field(t, now)
		var before any
		if was != nil {
			before = en16931.Field(t, was)
		}
		if all, ok := field.(*[]en16931.Identifier); ok {
			p.list(t, now, was, all, before)
			continue
		}
		if row := p.s.together(t); row != nil {
			if row.Term == t {
				p.note(row, now, was)
			}
			continue
		}
		p.value(slot{now, t, 0}, field, slot{was, t, 0}, before)
	}
}

// list compares the items of a term that repeats.
func (p *patcher) list(t en16931.Term, now, was any, all *[]en16931.Identifier, before any) {
	kept := map[int32]bool{}
	for i := range *all {
		k, item := int32(-1), any(nil)
		if was != nil {
			k = p.items[list{now, t}][i]
		}
		if k >= 0 {
			kept[k] = true
			item = &(*before.(*[]en16931.Identifier))[k]
		}
		p.value(slot{now, t, int32(i)}, &(*all)[i], slot{was, t, k}, item)
	}
	if was == nil {
		return
	}
	slots(t, was, func(s slot, _ any) {
		if !kept[s.item] {
			p.unwrite(p.rec.origin(s))
		}
	})
}

// value compares a value and its sub-items with what they were; before is nil if they were not.
func (p *patcher) value(to slot, field any, from slot, before any) {
	moves := false
	if before != nil && p.s.divided(to.term) {
		for _, c := range p.alive(from) {
			row := &p.s.Rows[p.s.States[c.edge.To].Leaf]
			moves = moves || row.When != nil && row.When(p.was, before) && !row.When(p.inv, field)
		}
	}
	p.one(to, field, from, before, moves)
	for _, sub := range en16931.Children(to.term) {
		var b any
		if before != nil {
			b = en16931.Field(sub, before)
		}
		p.one(slot{to.group, sub, to.item}, en16931.Field(sub, field), slot{from.group, sub, from.item}, b, moves)
	}
}

// divided reports whether what is in a term tells its places apart.
func (t *Table) divided(term en16931.Term) bool {
	for i := t.RowOf[term]; i >= 0; i = t.Next[i] {
		if t.Rows[i].When != nil {
			return true
		}
	}
	return false
}

// alive returns what still carries a value.
func (p *patcher) alive(s slot) (all []*carrier) {
	if o := p.rec.origin(s); o != nil {
		if int(o.alive) == len(o.carriers) {
			return o.carriers
		}
		for _, c := range o.carriers {
			if !c.dead {
				all = append(all, c)
			}
		}
	}
	return all
}

// one drafts the change of one value. One that moves has its place elsewhere now, since the rows tell places by what is in them.
func (p *patcher) one(to slot, field any, from slot, before any, moves bool) {
	is, was := text(p.now, to.term, field), ""
	var carriers []*carrier
	if before != nil {
		was, carriers = text(p.then, to.term, before), p.alive(from)
	}
	if is == "" || moves {
		p.unwrite(p.rec.origin(from))
		carriers = nil
	}
	amount, _ := field.(*en16931.Amount)
	for _, c := range carriers {
		if amount != nil {
			then := before.(*en16931.Amount)
			if p.then.tellable(c.edge, then) && !p.now.tellable(c.edge, amount) {
				p.unwrite(p.rec.origin(from))
				carriers = nil
				break
			}
			p.currency(c, amount, then)
		}
		if is != was {
			p.write(c, field)
		}
	}
	if is != "" && len(carriers) == 0 {
		p.pending[to] = true
	}
}

// write gives a carrier a new value.
func (p *patcher) write(c *carrier, field any) {
	row := &p.s.Rows[p.s.States[c.edge.To].Leaf]
	value := p.now.text(row, row.Term, field)
	if c.attr >= 0 {
		p.fail(p.draft.setAttribute(c.attr, value))
		return
	}
	p.fail(p.draft.setText(c.node, value, padded(field)))
	if _, ok := field.(*en16931.Date); ok && p.s.Format102 {
		p.attribute(c.node, p.s.always("format"), "102")
	}
}

// padded reports whether a field does not hold the white space around its value in the file.
func padded(field any) bool {
	switch field.(type) {
	case *en16931.Decimal, *en16931.Amount, *en16931.Date:
		return true
	}
	return false
}

// currency gives an amount another currency, where the one to write has changed: its own, or the invoice's.
func (p *patcher) currency(c *carrier, now, was *en16931.Amount) {
	s := &p.s.States[c.edge.To]
	is, before := p.now.currencyOf(c.edge, s, now), p.then.currencyOf(c.edge, s, was)
	name := p.s.always("currencyID")
	if _, ok := p.find(c.node, name); ok {
		// Where it stands it states the invoice's currency too, which the syntax may not ask for.
		t := p.s.Rows[s.Leaf].Term
		is, before = p.now.fullCurrency(t, now), p.then.fullCurrency(t, was)
	}
	if is != before {
		p.attribute(c.node, name, is)
	}
}

// fullCurrency is the currency of an amount, its own or the one that it has anyway.
func (e *encoder) fullCurrency(t en16931.Term, a *en16931.Amount) string {
	switch {
	case a.Currency != "":
		return string(a.Currency)
	case t == en16931.BT111:
		return string(e.inv.VATAccountingCurrency)
	}
	return string(e.inv.Currency)
}

// fillerCurrency gives the amounts that stand for absence the invoice's currency, where it has changed.
func (p *patcher) fillerCurrency() {
	if p.inv.Currency == p.was.Currency {
		return
	}
	name := p.s.always("currencyID")
	for _, n := range p.rec.fillers {
		if a, ok := p.find(n, name); ok && p.s.tree.AttrValue(a) == string(p.was.Currency) {
			p.attribute(n, name, string(p.inv.Currency))
		}
	}
}

// attribute gives an attribute of an element a value; "" takes it away. What stood there need not have been read: it is over then.
func (p *patcher) attribute(n xmltree.Node, name uint16, value string) {
	a, ok := p.find(n, name)
	switch {
	case !ok && value != "":
		p.fail(p.draft.addAttribute(n, p.s.QNames[name], value))
	case ok && value == "":
		p.draft.removeAttribute(a)
	case ok && p.s.tree.AttrValue(a) == value:
		delete(p.draft.values, a)
	case ok:
		if p.read.leftOver(a) {
			p.over = append(p.over, p.read.note(p.read.place(n, a, true), p.s.tree.AttrValue(a)))
		}
		p.fail(p.draft.setAttribute(a, value))
	}
}

// find returns an attribute of an element.
func (p *patcher) find(n xmltree.Node, name uint16) (xmltree.Attr, bool) {
	first, end := p.s.tree.Attrs(n)
	for a := first; a < end; a++ {
		if p.s.attrName(a) == name {
			return a, true
		}
	}
	return 0, false
}

// together returns the row of the term that shares its element with t, or with which others share it; nil for the others.
func (t *Table) together(term en16931.Term) *Row {
	i := t.RowOf[term]
	if i < 0 || t.Rows[i].How&Aside == 0 && t.Rows[i].Read == nil {
		return nil
	}
	for i := range t.Rows {
		if r := &t.Rows[i]; r.Read != nil && r.Term.Group() == term.Group() {
			return r
		}
	}
	return nil
}

// note compares terms that share an element with what they were.
func (p *patcher) note(row *Row, now, was any) {
	is, before := row.Write(now), ""
	var carriers []*carrier
	from := slot{was, row.Term, 0}
	if was != nil {
		before, carriers = row.Write(was), p.alive(from)
	}
	if blank(is) {
		p.unwrite(p.rec.origin(from))
		carriers = nil
	}
	for _, c := range carriers {
		if is != before {
			p.fail(p.draft.setText(c.node, is, false))
		}
	}
	if !blank(is) && len(carriers) == 0 {
		p.pending[slot{now, row.Term, 0}] = true
	}
	again := readAgain(row, now)
	for _, t := range en16931.Children(row.Term.Group()) {
		if field := en16931.Field(t, now); p.s.together(t) == row && text(p.now, t, field) != text(p.now, t, en16931.Field(t, again)) {
			p.lose(slot{now, t, 0}, field)
		}
	}
}

// lose puts a value on the account of losses.
func (p *patcher) lose(s slot, field any) {
	p.skipped[s] = true
	p.lost = append(p.lost, en16931.Loss{Term: s.term, Value: text(p.now, s.term, field), Place: p.s.Locate(s.group, s.term)})
}
