package hygiene

import (
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// Check looks at an invoice and adds what it finds, as findings of the layer hygiene. Where the invoice was read from a file, they say where in it;
// a value that was changed in Go since has no place. Rules whose IDs are among disabled are not run. Check returns the IDs of the rules that broke
// down, and so have not seen the whole invoice: there should never be any.
//
// Where a rule fires more often than the collector keeps, what stands once in an invoice goes before what stands in its lines.
func Check(inv *en16931.Invoice, found *report.Collector, disabled ...string) (failed []string) {
	p := &pass{inv: inv, found: found, off: disabled}
	for i := range checks {
		if c := &checks[i]; !p.runs(c.look) {
			for _, r := range c.rules {
				failed = append(failed, r.id)
			}
		}
	}
	slices.Sort(failed)
	return slices.Compact(failed)
}

// checks are the parts of the work: a part that breaks down does not take the others with it.
var checks = [...]struct {
	look  func(*pass)
	rules []*row
}{
	{(*pass).parties, []*row{&sirenRule, &siretRule, &frenchVATRule, &otherCompanyRule, &vatFormRule, &glnRule, &mailRule, &groupedRule, &placeholderRule, &sameCompanyRule}},
	{(*pass).payment, []*row{&ibanRule, &bicRule, &bicCountryRule, &creditorRule, &groupedRule, &placeholderRule}},
	{(*pass).texts, []*row{&paddedRule, &invisibleRule, &exponentRule, &placeholderRule}},
	{(*pass).dates, []*row{&dueRule, &laterRule, &yearRule, &noDateRule, &farRule}},
	{(*pass).amounts, []*row{&rateRule, &fractionRule, &creditRule}},
	{(*pass).lines, []*row{&paddedRule, &invisibleRule, &exponentRule, &placeholderRule, &gtinRule, &groupedRule, &yearRule, &noDateRule, &fractionRule,
		&piecesRule, &priceUnitRule, &productRule, &sameLineRule}},
}

// pass is one look at one invoice.
type pass struct {
	inv   *en16931.Invoice
	found *report.Collector
	off   []string
}

// runs does a part of the work and reports whether it came to its end.
func (p *pass) runs(look func(*pass)) (ok bool) {
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	look(p)
	return true
}

// spot is where a value stands in the model.
type spot struct {
	term  en16931.Term
	group any          // the group that holds near
	near  en16931.Term // what a source is asked for: the term, or the group around a value that a source cannot tell from its neighbours
	also  en16931.Term // another term that a finding is about; BG0 for none
}

// and returns the spot of a finding that is about another term too.
func (s spot) and(t en16931.Term) spot {
	s.also = t
	return s
}

func at(group any, t en16931.Term) spot { return spot{term: t, group: group, near: t} }

// nth is the spot of value i of a term that repeats in group g of parent. A source knows the place of the first only.
func nth(group any, t en16931.Term, i int, parent any, g en16931.Term) spot {
	if i == 0 {
		return at(group, t)
	}
	return spot{term: t, group: parent, near: g}
}

// fail adds a finding of a rule on the value found, in one of the rule's cases. Its text may use found, expected, and the term and its name.
func (p *pass) fail(r *row, name string, s spot, found, expected string, args ...report.Arg) {
	if slices.Contains(p.off, r.id) || p.found.Skip(r.id, r.severity) {
		return
	}
	var place en16931.Place
	if p.inv.Source != nil {
		if place = p.inv.Source.Locate(s.group, s.near); place.Missing != "" {
			place = en16931.Place{}
		}
	}
	p.add(r, name, s, place, found, expected, args...)
}

// failAt is fail for a value whose place is known.
func (p *pass) failAt(r *row, name string, s spot, place en16931.Place, found, expected string, args ...report.Arg) {
	if !slices.Contains(p.off, r.id) && !p.found.Skip(r.id, r.severity) {
		p.add(r, name, s, place, found, expected, args...)
	}
}

func (p *pass) add(r *row, name string, s spot, place en16931.Place, found, expected string, args ...report.Arg) {
	c := r.named(name)
	f := report.Finding{Rule: r.id, Layer: report.Hygiene, Severity: r.severity, Terms: []string{s.term.String()},
		Path: place.Path, Line: place.Line, Column: place.Column, Found: found, Expected: expected,
		Message: report.Text(c.text), Fix: report.Text(c.fix)}
	if s.also != en16931.BG0 {
		f.Terms = append(f.Terms, s.also.String())
	}
	// A rule that prints a value as a number or a day gives it another name.
	f.Args = append(make([]report.Arg, 0, len(args)+4), report.A("term", f.Terms[0]), report.A("name", nameOf(s.term)),
		report.A("found", found), report.A("expected", expected))
	f.Args = append(f.Args, args...)
	p.found.Add(f)
}

// nameOf is the name of a term in both languages.
func nameOf(t en16931.Term) report.Text { return report.Text{EN: t.Name("en"), FR: t.Name("fr")} }
