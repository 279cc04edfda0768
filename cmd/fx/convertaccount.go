package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// account says what became of one invoice.
type account struct {
	file    string
	output  string // "" for standard output
	written bool
	doc     *check.Document
	lost    []loss
	kept    int // values beyond EN 16931 that stand in the JSON
	unread  []report.Finding
	faults  faults

	completion *en16931.Completion // nil unless it was asked for
}

// loss is a value that is in the source and not in the result.
type loss struct {
	en16931.Loss
	named bool // whether Term is meant
}

var (
	noTerm  = report.Text{EN: "no term of EN 16931 holds it", FR: "aucun terme de l'EN 16931 ne le contient"}
	tooMany = report.Text{EN: "it stands there more often than EN 16931 allows", FR: "il s'y trouve plus souvent que ne le permet l'EN 16931"}
)

// lose notes what the new format could not hold, and what the source holds beyond EN 16931, which only JSON has lists for.
func (a *account) lose(lost []en16931.Loss, to string) {
	for _, l := range lost {
		a.lost = append(a.lost, loss{l, true})
	}
	if a.doc.Invoice.Source == nil {
		return
	}
	rest := a.doc.Invoice.Source.Residue()
	if to == "json" {
		a.kept = len(rest)
		return
	}
	for _, r := range rest {
		l := loss{en16931.Loss{Term: r.Term, Place: r.Place, Value: r.Value, Reason: noTerm}, r.Bound}
		if r.Bound {
			l.Reason = tooMany
		}
		if a.doc.Syntax == "json" {
			l.Line, l.Column = 0, 0 // those of the file that the JSON was made from
		}
		a.lost = append(a.lost, l)
	}
}

// shownLost is how many entries of each kind the text lists; the JSON has all.
const shownLost = 50

// shownValue is how many columns of a value the text shows.
const shownValue = 60

// writeText writes the account for people, to standard error: one line an entry.
func (a *account) writeText(p *program) {
	var b strings.Builder
	w := accountWriter{&b, p.lang, a.file}
	if a.completion != nil {
		a.writeCompletion(&w)
	}
	word, as := wordLost, report.Text{EN: "{v} It is written as it stands.", FR: "{v} Cette valeur est écrite telle quelle."}
	if !a.written {
		word, as = wordWouldLose, bare
	}
	for i, l := range a.lost {
		if w.enough(i, len(a.lost)) {
			break
		}
		what := literal(l.Path)
		if l.named {
			what = termText(l.Term)
		}
		w.entry(word, l.Line, report.Text{EN: "{what} = {value}: {reason}", FR: "{what} = {value} : {reason}"},
			report.A("what", what), report.A("value", oneLine(l.Value, shownValue)), report.A("reason", l.Reason))
	}
	for i := range a.unread {
		if w.enough(i, len(a.unread)) {
			break
		}
		f := &a.unread[i]
		w.entry(wordWarning, f.Line, as, report.A("v", f.Message.With(f.Args...)))
	}
	if a.kept > 0 {
		w.entry(wordNote, 0, report.Plural(a.kept,
			report.Text{EN: `{n} value beyond EN 16931 stands in the JSON beside "terms"`, FR: `{n} valeur hors de l'EN 16931 figure dans le JSON à côté de « terms »`},
			report.Text{EN: `{n} values beyond EN 16931 stand in the JSON beside "terms"`, FR: `{n} valeurs hors de l'EN 16931 figurent dans le JSON à côté de « terms »`}))
	}
	if a.written {
		a.faults.tell(&w)
	}
	_, _ = io.WriteString(p.stderr, b.String())
}

// writeCompletion tells what was computed, and what kept the invoice from being complete.
func (a *account) writeCompletion(w *accountWriter) {
	where := places(a.doc.Invoice)
	for i, c := range a.completion.Set {
		if !a.written || w.enough(i, len(a.completion.Set)) {
			break
		}
		what := termText(c.Term)
		if in, ok := where[c.Group]; ok && c.Term != en16931.BT118 && c.Term != en16931.BT119 {
			what = report.Text{EN: "{term} of {in}", FR: "{term} de {in}"}.With(report.A("term", what), report.A("in", in))
		}
		w.entry(wordComputed, 0, report.Text{EN: "{what} = {value}", FR: "{what} = {value}"}, report.A("what", what), report.A("value", report.Number(c.New)))
	}
	for i, c := range a.completion.Contradictions {
		if w.enough(i, len(a.completion.Contradictions)) {
			break
		}
		word := wordMistake
		if tolerable(&c) {
			word = wordWarning
		}
		w.entry(word, a.line(c.Group, c.Term), bare, report.A("v", c.Text()))
	}
	for i, g := range a.completion.Missing {
		if w.enough(i, len(a.completion.Missing)) {
			break
		}
		w.entry(wordMistake, a.line(g.NeedsGroup, g.Needs), bare, report.A("v", g.Text()))
	}
}

// line returns the line where a term stands, or should, 0 if nobody knows.
func (a *account) line(group any, t en16931.Term) int {
	return a.doc.Invoice.Source.Locate(group, t).Line
}

// places name groups that repeat, as people count them.
func places(inv *en16931.Invoice) map[any]report.Text {
	where := map[any]report.Text{}
	for i, l := range inv.Lines {
		in := report.Text{EN: "line {n}", FR: "la ligne {n}"}.With(report.A("n", strconv.Itoa(i+1)))
		where[l], where[&l.Price] = in, in
		for _, a := range l.Allowances {
			where[a] = in
		}
		for _, c := range l.Charges {
			where[c] = in
		}
	}
	for _, e := range inv.VATBreakdown {
		in := report.Text{EN: "VAT {category} {rate} %", FR: "la TVA {category} {rate} %"}
		if e.Rate.Absent() {
			in = report.Text{EN: "VAT {category}", FR: "la TVA {category}"}
		}
		where[e] = in.With(report.A("category", string(e.Category)), report.A("rate", report.Number(e.Rate.String())))
	}
	return where
}

// termText returns a term's number and name.
func termText(t en16931.Term) report.Text {
	return report.Text{EN: t.String() + " (" + t.Name("en") + ")", FR: t.String() + " (" + t.Name("fr") + ")"}
}

// accountWriter writes entries as "fx: lost: facture.xml:9: …".
type accountWriter struct {
	b    *strings.Builder
	lang report.Lang
	file string
}

func (w *accountWriter) entry(word report.Text, line int, text report.Text, args ...report.Arg) {
	place := fileName(w.file).In(w.lang)
	if line > 0 {
		place += fmt.Sprintf(":%d", line)
	}
	w.b.WriteString(word.In(w.lang) + visible(report.Text{EN: "{place}: {text}", FR: "{place} : {text}"}.In(w.lang,
		report.A("place", place), report.A("text", text.With(args...)))) + "\n")
}

// enough ends a list that is long, with how much is left out.
func (w *accountWriter) enough(i, n int) bool {
	if i == shownLost {
		w.entry(wordNote, 0, report.Text{EN: "and {n} more; --format json lists all", FR: "et {n} de plus ; --format json les donne tous"}, report.A("n", n-i))
		return true
	}
	return false
}

var (
	wordLost      = report.Text{EN: "fx: lost: ", FR: "fx: perdu : "}
	wordWouldLose = report.Text{EN: "fx: would be lost: ", FR: "fx: serait perdu : "}
	wordComputed  = report.Text{EN: "fx: computed: ", FR: "fx: calculé : "}
	wordWarning   = report.Text{EN: "fx: warning: ", FR: "fx: avertissement : "}
	wordNote      = report.Text{EN: "fx: note: ", FR: "fx: note : "}
	wordMistake   = wordError
)
