package bind

import (
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// move gives the elements of groups that repeat the order that their instances have now. Instances that stay in one order stay where they are.
func (p *patcher) move() { p.moveIn(en16931.BG0, p.inv) }

func (p *patcher) moveIn(g en16931.Term, now any) {
	for _, t := range en16931.Children(g) {
		if !t.IsGroup() {
			continue
		}
		var order []xmltree.Node // the elements that stay, in the order of the invoice
		whole := true            // nothing of the instances stands outside of them
		for n := 0; ; n++ {
			sub := en16931.Instance(t, now, n)
			if sub == nil {
				break
			}
			if was := p.pair[sub]; was != nil && t.Card().Many() {
				if all := p.rec.elements(was); len(all) == 1 && !p.draft.absent(all[0]) {
					order = append(order, all[0])
					whole = whole && p.whole(was, all[0])
				}
			}
			p.moveIn(t, sub)
		}
		if !slices.IsSorted(order) {
			p.reorder(order, whole)
		}
	}
}

// whole reports whether all terms of a group instance stand in its element.
func (p *patcher) whole(group any, n xmltree.Node) bool {
	for _, v := range p.rec.held(group).values {
		for _, c := range v.carriers {
			if c.node != n && !p.inside(c.node, n) {
				return false
			}
		}
	}
	return true
}

// reorder shows the elements in the places that they have together, in another order. Where they do not all stand in one element and are not whole,
// those around them that do are moved.
func (p *patcher) reorder(order []xmltree.Node, whole bool) {
	common := p.s.tree.Parent(order[0])
	for _, n := range order[1:] {
		for !p.inside(n, common) {
			common = p.s.tree.Parent(common)
		}
	}
	for i, n := range order {
		if !whole {
			order[i] = p.lift(n, common)
		}
	}
	places := slices.Clone(order)
	slices.Sort(places)
	if len(slices.Compact(slices.Clone(places))) < len(order) {
		return // two in one element, which cannot be in two places
	}
	for i, in := range places {
		if order[i] != in {
			p.draft.show(order[i], in)
		}
	}
}

// inside reports whether element n stands somewhere in element around.
func (p *patcher) inside(n, around xmltree.Node) bool {
	return n > around && n < p.s.tree.After(around)
}

// lift returns the child of element around that n is or stands in; None if n is not inside it.
func (p *patcher) lift(n, around xmltree.Node) xmltree.Node {
	if !p.inside(n, around) {
		return xmltree.None
	}
	for p.s.tree.Parent(n) != around {
		n = p.s.tree.Parent(n)
	}
	return n
}
