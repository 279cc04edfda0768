package bind

import (
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// The rule RD-INDICATOR: the only one of layer read that is about no term, and that only XML can break.
var (
	indicatorMessage = report.Text{EN: "The charge indicator is {found}, neither true nor false: nobody can tell whether this is an allowance or a charge, and it was not read.",
		FR: "L'indicateur de charge vaut {found}, ni true ni false : rien ne dit s'il s'agit d'une remise ou d'une charge, et elle n'a pas été lue."}
	indicatorFix = report.Text{EN: "Write true for a charge, false for an allowance.", FR: "Écrivez true pour une charge, false pour une remise."}
)

// indicator reports an element that rows tell apart by a boolean which is neither true nor false.
func (d *decoder) indicator(s *State, parent, n xmltree.Node) {
	name := d.name(n)
	if name == 0 {
		return
	}
	for i := s.Children.First(); i < s.Children.End(); i++ {
		e := &d.Edges[i]
		if e.Name != name || e.Guards.First() == e.Guards.End() {
			continue
		}
		g := &d.Guards[e.Guards.First()]
		if g.Op != True && g.Op != False {
			continue
		}
		at, _, missing := d.follow(n, g.Path)
		text := d.text(at)
		if missing.Len() == 0 && !isBoolean(text) {
			found, place := trim(text), d.place(at, 0, false)
			d.inv.Unread = append(d.inv.Unread, report.Finding{Rule: "RD-INDICATOR", Layer: report.Read,
				Path: place.Path, Line: place.Line, Column: place.Column, Found: found, Expected: "true, false",
				Message: indicatorMessage, Fix: indicatorFix, Args: []report.Arg{report.A("found", found)}})
			return
		}
	}
}

func isBoolean(s string) bool {
	switch trim(s) {
	case "true", "false", "1", "0":
		return true
	}
	return false
}
