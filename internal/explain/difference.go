package explain

import (
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// difference says in words how the bad document of a piece differs from the good one.
func (p *printer) difference(piece []check.PieceLine) string {
	var said []string
	for i := 0; i < len(piece); {
		if piece[i].In == check.InBoth {
			i++
			continue
		}
		var good, bad []string
		for ; i < len(piece) && piece[i].In != check.InBoth; i++ {
			if piece[i].In == check.InGood {
				good = append(good, piece[i].Text)
			} else {
				bad = append(bad, piece[i].Text)
			}
		}
		said = append(said, p.run(good, bad)...)
	}
	if len(said) == 0 {
		return ""
	}
	if p.Lang == report.FR {
		return strings.Join(said, " ; ") + "."
	}
	return strings.Join(said, "; ") + "."
}

// tag is the start tag of a line, and its text if the element ends there.
var tag = compiled(`^( *)<([\w:]+)((?: [\w:]+="[^"]*")*)>(?:(.*)</[\w:]+>)?$`)

var attribute = compiled(` ([\w:]+)="([^"]*)"`)

// run says how lines differ that stand in the place of others.
func (p *printer) run(good, bad []string) (said []string) {
	if len(good) == 1 && len(bad) == 1 {
		g, b := tag().FindStringSubmatch(good[0]), tag().FindStringSubmatch(bad[0])
		if g != nil && b != nil && g[2] == b[2] {
			return []string{p.change(g, b)}
		}
	}
	for _, m := range outermost(good) {
		said = append(said, p.say(without, report.A("element", m[2])))
	}
	for _, m := range outermost(bad) {
		if m[4] != "" {
			said = append(said, p.say(addedValue, report.A("element", m[2]), report.A("bad", m[4])))
			continue
		}
		said = append(said, p.say(added, report.A("element", m[2])))
	}
	return said
}

// outermost returns the elements of lines that stand in no other one of them.
func outermost(lines []string) [][]string {
	var all [][]string
	for _, l := range lines {
		m := tag().FindStringSubmatch(l)
		if m == nil || len(all) > 0 && len(m[1]) > len(all[0][1]) {
			continue
		}
		all = append(all, m)
	}
	return all
}

// change says how an element differs from itself.
func (p *printer) change(good, bad []string) string {
	element := report.A("element", good[2])
	if good[4] != bad[4] {
		if bad[4] == "" {
			return p.say(emptied, element, report.A("good", good[4]))
		}
		return p.say(instead, element, report.A("good", good[4]), report.A("bad", bad[4]))
	}
	was := map[string]string{}
	for _, a := range attribute().FindAllStringSubmatch(good[3], -1) {
		was[a[1]] = a[2]
	}
	for _, a := range attribute().FindAllStringSubmatch(bad[3], -1) {
		attr := report.A("attr", "@"+a[1])
		before, had := was[a[1]]
		delete(was, a[1])
		switch {
		case !had:
			return p.say(attrAdded, element, attr)
		case before != a[2]:
			return p.say(attrInstead, element, attr, report.A("bad", quoted(a[2])), report.A("good", before))
		}
	}
	for name := range was {
		return p.say(attrWithout, element, report.A("attr", "@"+name))
	}
	return ""
}

// quoted shows an empty value.
func quoted(s string) string {
	if s == "" {
		return `""`
	}
	return s
}
