package bind

import (
	"github.com/fxinvoice/fx/en16931"
)

// match finds for every group instance of the invoice the one that it was in the file, and for every item of a term that repeats.
func (p *patcher) match(g en16931.Term, now, was any) {
	p.pair[now] = was
	for _, t := range en16931.Children(g) {
		switch {
		case !t.IsGroup():
			if a, ok := en16931.Field(t, now).(*[]en16931.Identifier); ok {
				p.items[list{now, t}] = p.alignItems(t, *en16931.Field(t, was).(*[]en16931.Identifier), *a)
			}
		case t.Card().Many():
			p.matchMany(t, now, was)
		default:
			a, b := en16931.Instance(t, now, 0), en16931.Instance(t, was, 0)
			switch {
			case a != nil && b != nil:
				p.match(t, a, b)
			case b != nil:
				p.dropped = append(p.dropped, departed{t, b})
			}
		}
	}
}

// matchMany pairs the instances of a group that repeats: by their pointers, which stay what they were when the invoice was read, and others, such
// as copies, where they say the same. What is left on one side is new, on the other gone.
func (p *patcher) matchMany(t en16931.Term, now, was any) {
	free := map[any]bool{}
	var before, after []any
	for n := 0; ; n++ {
		g := en16931.Instance(t, was, n)
		if g == nil {
			break
		}
		before = append(before, g)
		free[g] = true
	}
	found := map[any]any{}
	for n := 0; ; n++ {
		g := en16931.Instance(t, now, n)
		if g == nil {
			break
		}
		if b, ok := p.original(g); ok && free[b] {
			found[g], free[b] = b, false
		} else {
			after = append(after, g)
		}
	}
	if len(after) > 0 && len(after)+len(found) > 0 {
		same := map[string][]any{}
		for _, b := range before {
			if free[b] {
				k := fingerprint(p.then, t, b)
				same[k] = append(same[k], b)
			}
		}
		for _, g := range after {
			if _, known := p.original(g); known {
				continue
			}
			k := fingerprint(p.now, t, g)
			if all := same[k]; len(all) > 0 && k != "" {
				found[g], free[all[0]], same[k] = all[0], false, all[1:]
			}
		}
	}
	for n := 0; ; n++ {
		g := en16931.Instance(t, now, n)
		if g == nil {
			break
		}
		if b, ok := found[g]; ok {
			p.match(t, g, b)
		}
	}
	for _, b := range before {
		if free[b] {
			p.dropped = append(p.dropped, departed{t, b})
		}
	}
}

// original returns the instance of the second reading that a pointer of the first one stands for.
func (p *patcher) original(group any) (any, bool) {
	if p.originals == nil {
		p.originals = make(map[any]any, len(p.read.groups))
		for i, g := range p.read.groups {
			p.originals[p.s.groups[i].group] = g.group
		}
	}
	g, ok := p.originals[group]
	return g, ok
}

// fingerprint is a text that two group instances share if they say the same; "" for one that says nothing.
func fingerprint(e *encoder, g en16931.Term, group any) string {
	var b []byte
	var walk func(g en16931.Term, group any)
	walk = func(g en16931.Term, group any) {
		for _, t := range en16931.Children(g) {
			if !t.IsGroup() {
				slots(t, group, func(s slot, field any) {
					if v := text(e, s.term, field); v != "" {
						b = append(append(append(append(b, s.term.String()...), '='), v...), 0)
						if a, ok := field.(*en16931.Amount); ok {
							b = append(append(b, a.Currency...), 0)
						}
					}
				})
				continue
			}
			for n := 0; ; n++ {
				sub := en16931.Instance(t, group, n)
				if sub == nil {
					break
				}
				if t.Card().Many() {
					b = append(b, t.String()...)
				}
				walk(t, sub)
			}
		}
	}
	walk(g, group)
	return string(b)
}

// alignItems says for each item that there is now which one it was, or -1. Only items that one row takes are paired: the others have another place.
func (p *patcher) alignItems(t en16931.Term, was, now []en16931.Identifier) []int32 {
	to := make([]int32, len(now))
	for i := range to {
		to[i] = -1
	}
	for r := p.s.RowOf[t]; r >= 0; r = p.s.Next[r] {
		before, after := taken(p.then, t, was, r), taken(p.now, t, now, r)
		for i, k := range align(pick(was, before), pick(now, after)) {
			if k >= 0 {
				to[after[i]] = int32(before[k])
			}
		}
	}
	return to
}

// taken returns the numbers of the items that a row takes.
func taken(e *encoder, t en16931.Term, items []en16931.Identifier, row int16) (all []int) {
	for i := range items {
		if e.takenBy(t, &items[i]) == row {
			all = append(all, i)
		}
	}
	return all
}

func pick(items []en16931.Identifier, which []int) []en16931.Identifier {
	all := make([]en16931.Identifier, len(which))
	for i, k := range which {
		all[i] = items[k]
	}
	return all
}

// align aligns items: equal ones keep their order, and what stands between them is paired as it comes.
func align(was, now []en16931.Identifier) []int32 {
	to := make([]int32, len(now))
	first := 0
	for first < len(was) && first < len(now) && was[first] == now[first] {
		to[first] = int32(first)
		first++
	}
	n, m := len(was), len(now)
	for n > first && m > first && was[n-1] == now[m-1] {
		n, m = n-1, m-1
		to[m] = int32(n)
	}
	alignBetween(was, now, to, first, n, first, m)
	return to
}

// alignBetween aligns was[i:n] and now[j:m].
func alignBetween(was, now []en16931.Identifier, to []int32, i, n, j, m int) {
	const most = 1 << 20
	if n-i == m-j || (n-i)*(m-j) > most {
		for ; j < m; i, j = i+1, j+1 {
			to[j] = -1
			if i < n {
				to[j] = int32(i)
			}
		}
		return
	}
	// common[a][b] is how many items was[i+a:n] and now[j+b:m] have in common, in order.
	common := make([][]int32, n-i+1)
	for a := n - i; a >= 0; a-- {
		common[a] = make([]int32, m-j+1)
		for b := m - j - 1; b >= 0 && a < n-i; b-- {
			if was[i+a] == now[j+b] {
				common[a][b] = common[a+1][b+1] + 1
			} else {
				common[a][b] = max(common[a+1][b], common[a][b+1])
			}
		}
	}
	for a, b := 0, 0; j+b < m; {
		ga, gb := a, b // the next equal pair
		for i+ga < n && j+gb < m && was[i+ga] != now[j+gb] {
			if common[ga+1][gb] >= common[ga][gb+1] {
				ga++
			} else {
				gb++
			}
		}
		if i+ga == n || j+gb == m {
			ga, gb = n-i, m-j
		}
		for ; b < gb; a, b = a+1, b+1 {
			to[j+b] = -1
			if a < ga {
				to[j+b] = int32(i + a)
			}
		}
		if j+gb < m {
			to[j+gb] = int32(i + ga)
			a, b = ga+1, gb+1
		}
	}
}
