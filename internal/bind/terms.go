package bind

import "github.com/fxinvoice/fx/en16931"

// termFacts is what the encoder asks about a term again and again, side by side.
type termFacts struct {
	group   en16931.Term // that it stands in
	parent  en16931.Term
	isGroup bool
	sub     bool // a sub-item of another term
	many    bool // it may repeat
	// Groups have numbers of their own, in the order of the model: a group and all in it are first to end-1. Of a term that is no group both are
	// those of the next one.
	first, end uint8
}

// numGroups is at least the number of groups.
const numGroups = 40

var facts = func() (all [en16931.NumTerms]termFacts) {
	n := uint8(0)
	for t := range en16931.Term(en16931.NumTerms) {
		all[t] = termFacts{group: t.Group(), parent: t.Parent(), isGroup: t.IsGroup(), sub: !t.Parent().IsGroup(), many: t.Card().Many(), first: n}
		if t.IsGroup() {
			n++
		}
	}
	for t := range all {
		all[t].end = n
		if behind := en16931.Term(t).Behind(); int(behind) < len(all) {
			all[t].end = all[behind].first
		}
	}
	return all
}()
