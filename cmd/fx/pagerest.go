package main

import (
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// shownRest is how much of what has no place on the page a concise page lists.
const shownRest = 10

// unread prints the values that could not be read as what they should be.
func (p *page) unread() {
	all := p.inv.Unread
	if len(all) == 0 {
		return
	}
	p.title(report.Text{EN: "could not be read", FR: "n'a pas pu être lu"})
	for i, f := range all {
		if i == shownRest && !p.full {
			p.andMore(len(all) - i)
			return
		}
		p.placed(f.Line, f.Message.In(p.lang, f.Args...))
	}
}

// residue prints what stands in the file and not in the model.
func (p *page) residue() {
	repeated, rest := residue(p.doc)
	p.residueOf(report.Text{EN: "more often than EN 16931 allows", FR: "plus souvent que ne le permet l'EN 16931"}, repeated)
	p.residueOf(report.Text{EN: "not part of EN 16931", FR: "hors de l'EN 16931"}, rest)
}

func (p *page) residueOf(title report.Text, all []en16931.Residue) {
	if len(all) == 0 {
		return
	}
	p.title(report.Text{EN: title.EN + " ({n})", FR: title.FR + " ({n})"}.With(report.A("n", len(all))))
	for i, r := range all {
		if i == shownRest && !p.full {
			p.andMore(len(all) - i)
			return
		}
		p.placed(r.Line, p.where(&r)+" = "+oneLine(r.Value, p.width))
	}
}

// where names the place of something: by its term, or by the last steps of its path; a full page has the whole path.
func (p *page) where(r *en16931.Residue) string {
	path := r.Path
	if !p.full {
		steps := strings.Split(path, "/")
		path = strings.Join(steps[max(len(steps)-2, 0):], "/")
	}
	if !r.Bound {
		return path
	}
	name := r.Term.String() + " " + r.Term.Name(string(p.lang))
	if p.full {
		return name + ", " + path
	}
	return name
}

// placed prints a text with the line of the file that it is about.
func (p *page) placed(line int, text string) {
	const room = 4 // digits of a line number, so that texts stand below each other
	place := strings.Repeat(" ", cells(p.say(wordLine))+room+2)
	if line > 0 {
		place = left(p.say(wordLine)+strconv.Itoa(line), cells(place)-1) + " "
	}
	lead := "  " + p.paint(dim, place)
	for _, l := range wrap(text, p.width-2-cells(place)) {
		p.line(lead + l)
		lead = strings.Repeat(" ", 2+cells(place))
	}
}

var wordLine = report.Text{EN: "line ", FR: "ligne "}

func (p *page) andMore(n int) {
	p.line("  " + p.say(report.Text{EN: "and {n} more; --full lists all", FR: "et {n} de plus ; --full les donne tous"}, report.A("n", n)))
}
