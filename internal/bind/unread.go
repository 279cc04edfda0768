package bind

import (
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// unreadRule is one of the rules of layer read: what a value could not be read as.
type unreadRule struct {
	id           string
	message, fix report.Text
}

var (
	unreadNumber = unreadRule{"RD-NUMBER",
		report.Text{EN: "{term} ({name}) is {found}, which is not a number.", FR: "{term} ({name}) vaut {found}, qui n'est pas un nombre."},
		report.Text{EN: "Write digits, with a point before the decimals: 1234.50. No comma, no thousands separator, no exponent, no currency.",
			FR: "Écrivez des chiffres, avec un point devant les décimales : 1234.50. Ni virgule, ni séparateur de milliers, ni exposant, ni devise."}}
	unreadDate = unreadRule{"RD-DATE",
		report.Text{EN: "{term} ({name}) is {found}, which is not a date as this format writes it, or a day that no calendar has.",
			FR: "{term} ({name}) vaut {found}, qui n'est pas une date telle que ce format l'écrit, ou un jour qui n'existe pas au calendrier."},
		report.Text{EN: "Write an existing day as {expected}.", FR: "Écrivez un jour existant sous la forme {expected}."}}
	unreadBinary = unreadRule{"RD-BINARY",
		report.Text{EN: "{term} ({name}) is not base64: the attached file cannot be taken out.",
			FR: "{term} ({name}) n'est pas du base64 : le fichier joint ne peut pas en être extrait."},
		report.Text{EN: "Encode the attached file in base64 again.", FR: "Encodez à nouveau le fichier joint en base64."}}
	unreadCode = unreadRule{"RD-CODE",
		report.Text{EN: "{term} ({name}) is {found}, a code that this format does not use here.",
			FR: "{term} ({name}) vaut {found}, un code que ce format n'emploie pas ici."},
		report.Text{EN: "Write one of {expected}.", FR: "Écrivez l'un des codes {expected}."}}
	unreadIndicator = unreadRule{"RD-INDICATOR",
		report.Text{EN: "The charge indicator is {found}, neither true nor false: nobody can tell whether this is an allowance or a charge, and it was not read.",
			FR: "L'indicateur de charge vaut {found}, ni true ni false : rien ne dit s'il s'agit d'une remise ou d'une charge, et elle n'a pas été lue."},
		report.Text{EN: "Write true for a charge, false for an allowance.", FR: "Écrivez true pour une charge, false pour une remise."}}
)

// finding returns a finding of the rule; the caller adds the place.
func (r *unreadRule) finding(path, found, expected string) report.Finding {
	found = trim(found)
	return report.Finding{Rule: r.id, Layer: report.Read, Path: path, Found: found, Expected: expected, Message: r.message, Fix: r.fix,
		Args: []report.Arg{report.A("found", found), report.A("expected", expected)}}
}

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
			off, _ := d.tree.Range(at)
			f := unreadIndicator.finding(d.path(at, 0, false), text, "true, false")
			f.Line, f.Column = d.tree.Position(off)
			d.inv.Unread = append(d.inv.Unread, f)
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
