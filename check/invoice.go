package check

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// Invoice checks an invoice that was built or changed in Go, as the file that it becomes in a syntax, "ubl" or "cii": the two are not tested alike.
// A finding points at the term by its place in the model, such as BG-25[3].BT-131, and where the invoice was read from JSON at its line there.
// What the syntax cannot carry is not checked; Encode of its codec lists it. The error says that the invoice cannot be written at all.
func Invoice(inv *en16931.Invoice, syntax string, o Options) (*report.Report, error) {
	if err := o.Validate(); err != nil {
		return nil, err
	}
	if syntax != "ubl" && syntax != "cii" {
		return nil, fmt.Errorf("unknown syntax %q", syntax)
	}
	doc, err := written(inv, syntax)
	if err != nil {
		return nil, err
	}
	rep, err := Report("", doc, nil, o)
	if err != nil {
		return nil, err
	}
	places := placesOf(inv, doc.Invoice)
	for i := range rep.Findings {
		places.move(&rep.Findings[i])
	}
	rep.Sort()
	return rep, nil
}

// written returns the document that an invoice becomes in a syntax.
func written(inv *en16931.Invoice, syntax string) (*Document, error) {
	var b bytes.Buffer
	var err error
	if syntax == "ubl" {
		_, err = ubl.Encode(&b, inv)
	} else {
		_, err = cii.Encode(&b, inv, cii.D16B)
	}
	if err != nil {
		return nil, err
	}
	tree, err := xmltree.Parse(b.String(), xmltree.Limits{})
	if err != nil {
		return nil, fmt.Errorf("the document that was written cannot be read: %w", err)
	}
	return fromTree(tree)
}

// jsonRules checks an invoice in JSON by the rules of its profile, as the file that it becomes in the syntax that it announces, or in CII.
func jsonRules(profile string, doc *Document, o Options, found *report.Collector) report.Layer {
	syntax := "cii"
	if src, ok := doc.Invoice.Source.(*en16931.JSONSource); ok {
		if s, _ := src.Announced(); s == "ubl" {
			syntax = s
		}
	}
	layer := report.Layer{ID: report.Rules, State: report.Skipped, Reason: notBuilt}
	table := rulesetOf(profile, syntax)
	if table == nil {
		return layer
	}
	as, err := written(doc.Invoice, syntax)
	if err != nil {
		layer.State, layer.Reason = report.Failed, notWritten.With(report.A("error", err.Error()))
		return layer
	}
	in := report.NewCollector(o.maxPerRule())
	layer = runRules(table, as.tree, o, in)
	var r report.Report
	in.Into(&r)
	places := placesOf(doc.Invoice, as.Invoice)
	for i := range r.Findings {
		places.move(&r.Findings[i])
	}
	found.Add(r.Findings...)
	for _, f := range r.Findings {
		if n := r.More[f.Rule]; n > 0 {
			found.Count(f.Rule, f.Severity, n)
			delete(r.More, f.Rule)
		}
	}
	return layer
}

// places leads from the elements of a document to the terms of the invoice that it was written from.
type places struct {
	source en16931.Source
	values []valueAt
}

// valueAt is a value of the invoice and where it stands in the document.
type valueAt struct {
	element []string // the steps of its path
	term    en16931.Term
	within  []groupIn // the groups around it, the outermost first
}

type groupIn struct {
	term  en16931.Term
	group any
	n     int // which of its kind, from 1; 0 where there can be one only
}

// placesOf compares an invoice with what a document that was written from it reads back as: both have the same values in the same order, but for
// those that the syntax could not carry.
func placesOf(inv, back *en16931.Invoice) *places {
	p := &places{source: inv.Source}
	var here, there values
	inv.Walk(&here)
	back.Walk(&there)
	i := 0
	for _, v := range there.all {
		for i < len(here.all) && here.all[i].name() != v.name() {
			i++
		}
		if i == len(here.all) {
			break
		}
		place := back.Source.Locate(v.within[len(v.within)-1].group, v.term)
		at := here.all[i]
		at.element = strings.Split(place.Path, "/")
		p.values = append(p.values, at)
	}
	return p
}

// name is the place of a value in the model.
func (v *valueAt) name() string { return nameIn(v.within, v.term) }

func nameIn(within []groupIn, t en16931.Term) string {
	var b strings.Builder
	for _, g := range within {
		if g.term == en16931.BG0 {
			continue
		}
		b.WriteString(g.term.String())
		if g.n > 0 {
			fmt.Fprintf(&b, "[%d]", g.n)
		}
		b.WriteByte('.')
	}
	b.WriteString(t.String())
	return b.String()
}

// move makes a finding on an element of the document one on a term of the invoice.
func (p *places) move(f *report.Finding) {
	path := strings.Split(f.Path, "/")
	f.Path, f.Line, f.Column = "", 0, 0
	best, shared := -1, 1
	for i := range p.values {
		n := 0
		for e := p.values[i].element; n < len(e) && n < len(path) && e[n] == path[n]; {
			n++
		}
		if n > shared {
			best, shared = i, n
		}
	}
	if best < 0 {
		return
	}
	v := &p.values[best]
	term, within := v.term, v.within
	if len(f.Terms) > 0 {
		if t, ok := en16931.TermByID(f.Terms[0]); ok {
			for n := len(within); n > 0; n-- {
				if g := within[n-1].term; g == en16931.BG0 || t > g && t < g.Behind() {
					term, within = t, within[:n]
					break
				}
			}
		}
	}
	f.Path = nameIn(within, term)
	if p.source == nil {
		return
	}
	if place := p.source.Locate(within[len(within)-1].group, term); place.Line > 0 {
		f.Path, f.Line, f.Column = place.Path, place.Line, place.Column
		if place.Missing != "" {
			f.Path, f.Missing = f.Path+"."+place.Missing, true
		}
	}
}

// values collects the values of an invoice in order.
type values struct {
	within []groupIn
	count  map[groupIn]int // how many there have been of a group in the one around it
	all    []valueAt
}

// Enter notes the group around what comes.
func (v *values) Enter(g en16931.Term, group any) bool {
	in := groupIn{term: g, group: group}
	if g.Card().Many() {
		if v.count == nil {
			v.count = map[groupIn]int{}
		}
		key := groupIn{term: g, group: v.within[len(v.within)-1].group}
		v.count[key]++
		in.n = v.count[key]
	}
	v.within = append(v.within[:len(v.within):len(v.within)], in)
	return true
}

// Leave goes back to the group around.
func (v *values) Leave(en16931.Term, any) { v.within = v.within[:len(v.within)-1] }

// Value notes a term that is there.
func (v *values) Value(t en16931.Term, _, field any) {
	if !en16931.Absent(field) {
		v.all = append(v.all, valueAt{term: t, within: v.within})
	}
}

var notWritten = report.Text{EN: "the invoice cannot be written as XML: {error}", FR: "la facture ne peut pas être écrite en XML : {error}"}
