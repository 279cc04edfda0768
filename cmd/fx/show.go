package main

import (
	"bufio"
	"context"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

func showVerb() *verb {
	v := &verb{name: "show", run: runShow,
		line:  report.Text{EN: "show what is in invoices", FR: "montrer ce que contiennent des factures"},
		usage: report.Text{EN: "[flags] FILE…", FR: "[options] FICHIER…"},
		about: []report.Text{filesHelp, folderHelp, {
			EN: "fx show does not judge: what is not in the invoice is left out, and what could not be read, or has no place in EN 16931, stands at the end of the page.",
			FR: "fx show ne juge pas : ce qui n'est pas dans la facture n'apparaît pas ; ce qui n'a pas pu être lu, ou n'a pas sa place dans l'EN 16931, figure à la fin de la page."}},
		flags: []flag{
			{name: "json", usage: report.Text{
				EN: "JSON for programs, one line an invoice: keys are the BT and BG numbers of EN 16931",
				FR: "JSON pour des programmes, une ligne par facture : les clés sont les numéros BT et BG de l'EN 16931"}},
			{name: "full", usage: report.Text{
				EN: "add the numbers of the terms, and all that has no place in EN 16931",
				FR: "ajouter les numéros des termes, et tout ce qui n'a pas sa place dans l'EN 16931"}},
			isolatedFlag, langFlag, helpFlag,
		}}
	v.flags = append(v.flags, limitFlags()...)
	return v
}

func runShow(p *program, c *cli.Context) error {
	limits, err := limitsOf(c)
	if err != nil {
		return err
	}
	if err := checkLang(c); err != nil {
		return err
	}
	if err := p.needFiles("show"); err != nil {
		return err
	}
	type opened struct {
		doc *check.Document
		err error
	}
	work := func(in input) (r opened) {
		if in.problem != nil {
			return opened{err: in.problem}
		}
		if err := guarded(func() error { r.doc, r.err = in.read(c.Context, limits); return nil }); err != nil {
			r.err = err
		}
		return r
	}
	show := &shower{p: p, json: c.Bool("json"), look: look{lang: p.lang, full: c.Bool("full"), colour: p.colour(c), width: p.width()}}
	bad, failed := false, false
	err = inOrder(p.inputs(), work, func(in input, r opened) error {
		if u, ok := unreadableFile(r.err); ok {
			bad = true
			p.refuse(in.name, u)
			return nil
		}
		if r.err != nil {
			failed = true
			p.tell(about(in.name, r.err))
			return nil
		}
		return show.one(c.Context, in.name, r.doc)
	})
	switch {
	case err != nil:
		p.code = p.wrote(err)
	case failed:
		p.code = exitFailed
	case bad:
		p.code = exitBad
	}
	return nil
}

// shownMistakes is how many of the mistakes in a file are told where its content was asked for; fx check lists them all.
const shownMistakes = 10

// refuse says why a file is no invoice.
func (p *program) refuse(name string, u *check.UnreadableError) {
	for i := range u.Findings {
		if i == shownMistakes {
			p.hint(report.Text{EN: "and {n} more mistakes; fx check lists them", FR: "et {n} autres erreurs ; fx check les énumère"}.With(
				report.A("n", len(u.Findings)-i+u.More)))
			return
		}
		f := &u.Findings[i]
		text := report.Text{EN: "{file}: {what}", FR: "{file} : {what}"}
		what := f.Message.With(f.Args...)
		if f.Line > 0 {
			text = report.Text{EN: "{file}, line {line}: {what}", FR: "{file}, ligne {line} : {what}"}
		}
		p.complain(text.In(p.lang, report.A("file", fileName(name)), report.A("line", f.Line), report.A("what", what)), f.Fix.In(p.lang, f.Args...))
	}
}

// shower shows one invoice after the other.
type shower struct {
	p    *program
	json bool
	look look
	n    int
}

func (s *shower) one(ctx context.Context, name string, doc *check.Document) error {
	out := bufio.NewWriterSize(s.p.stdout, 32<<10)
	if s.json {
		file := ""
		if len(s.p.args) > 1 || s.p.args[0] != name {
			file = name
		}
		if err := writeShowJSON(out, file, doc); err != nil {
			return err
		}
		return out.Flush()
	}
	if s.n > 0 {
		out.WriteString("\n\n")
	}
	s.n++
	newPage(out, s.look, name, doc).write()
	return out.Flush()
}
