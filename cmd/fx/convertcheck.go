package main

import (
	"bytes"
	"context"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/report"
)

// faults are what is wrong with a file that was written, by its schema and the official rules: it is written all the same, and said.
type faults struct {
	errors int
	first  report.Finding
}

// judge checks what an invoice was converted to. JSON has no verdict of its own.
func (o *conversion) judge(ctx context.Context, result []byte) (f faults, err error) {
	if o.to == "json" {
		return faults{}, nil
	}
	options := check.Options{Layers: []report.LayerID{report.Read, report.XSD, report.Rules}, Limits: o.limits}
	if o.to == "cii" && o.version == cii.D22B {
		options.Schema = "cii-d22b"
	}
	rep, err := check.Reader(ctx, "", bytes.NewReader(result), int64(len(result)), options)
	if err != nil {
		return faults{}, err
	}
	f.errors, _, _ = rep.Count()
	for i := range rep.Findings {
		if rep.Findings[i].Severity == report.Error {
			f.first = rep.Findings[i]
			break
		}
	}
	return f, nil
}

// tell says in one line that what was written is not valid.
func (f *faults) tell(w *accountWriter) {
	if f.errors == 0 {
		return
	}
	what := report.Plural(f.errors,
		report.Text{EN: "what it became is not valid: {n} error", FR: "ce qu'il est devenu n'est pas valide : {n} erreur"},
		report.Text{EN: "what it became is not valid: {n} errors", FR: "ce qu'il est devenu n'est pas valide : {n} erreurs"})
	w.entry(wordWarning, 0, report.Text{EN: "{what}, the first {rule}: {message} fx check lists them", FR: "{what}, la première {rule} : {message} fx check les énumère"},
		report.A("what", what), report.A("rule", f.first.Rule), report.A("message", f.first.Message.With(f.first.Args...)))
}
