package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// The types in this file are the account as JSON: names, order and omission. Keys may be added; those that are there stay.

type wireAccount struct {
	File      string          `json:"file"`
	Output    string          `json:"output,omitempty"`
	Written   bool            `json:"written"`
	Refused   *wireText       `json:"refused,omitempty"`
	Lost      []wireLoss      `json:"lost"`
	Kept      int             `json:"kept,omitempty"`
	Unread    json.RawMessage `json:"unread,omitempty"`
	Completed *wireCompletion `json:"completed,omitempty"`
	Errors    int             `json:"errors,omitempty"` // of what was written, by its schema and the official rules
}

type wireLoss struct {
	Term   string   `json:"term,omitempty"`
	Path   string   `json:"path,omitempty"`
	Line   int      `json:"line,omitempty"`
	Column int      `json:"column,omitempty"`
	Value  string   `json:"value"`
	Reason wireText `json:"reason"`
}

type wireCompletion struct {
	Set            []wireChange        `json:"set"`
	Contradictions []wireContradiction `json:"contradictions,omitempty"`
	Missing        []wireGap           `json:"missing,omitempty"`
}

type wireChange struct {
	Term  string `json:"term"`
	Path  string `json:"path,omitempty"`
	Value string `json:"value"`
}

type wireContradiction struct {
	Term     string   `json:"term"`
	Rule     string   `json:"rule,omitempty"`
	Path     string   `json:"path,omitempty"`
	Line     int      `json:"line,omitempty"`
	Stated   string   `json:"stated"`
	Computed string   `json:"computed,omitempty"`
	Message  wireText `json:"message"`
}

type wireGap struct {
	Term    string   `json:"term"`
	Needs   string   `json:"needs"`
	Path    string   `json:"path,omitempty"`
	Line    int      `json:"line,omitempty"`
	Message wireText `json:"message"`
}

type wireText struct {
	EN string `json:"en"`
	FR string `json:"fr"`
}

func bothLanguages(t report.Text) wireText {
	return wireText{EN: t.In(report.EN), FR: t.In(report.FR)}
}

// writeJSON writes the account as one line.
func (a *account) writeJSON(to io.Writer, why *refusal) error {
	w := wireAccount{File: a.file, Output: a.output, Written: a.written, Lost: []wireLoss{}, Kept: a.kept}
	if why != nil {
		text := bothLanguages(why.text)
		w.Refused = &text
	}
	for _, l := range a.lost {
		entry := wireLoss{Path: l.Path, Line: l.Line, Column: l.Column, Value: l.Value, Reason: bothLanguages(l.Reason)}
		if l.named {
			entry.Term = l.Term.String()
		}
		w.Lost = append(w.Lost, entry)
	}
	if len(a.unread) > 0 {
		var err error
		if w.Unread, err = findingsJSON(a.doc); err != nil {
			return err
		}
	}
	if a.completion != nil {
		w.Completed = a.wireCompletion()
	}
	if a.written {
		w.Errors = a.faults.errors
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(w); err != nil {
		return fmt.Errorf("account of %s: %w", a.file, err)
	}
	_, err := io.WriteString(to, escaped(strings.TrimSuffix(b.String(), "\n"))+"\n")
	return err
}

func (a *account) wireCompletion() *wireCompletion {
	w := &wireCompletion{Set: []wireChange{}}
	source := a.doc.Invoice.Source
	for _, c := range a.completion.Set {
		w.Set = append(w.Set, wireChange{Term: c.Term.String(), Path: source.Locate(c.Group, c.Term).Path, Value: c.New})
	}
	for _, c := range a.completion.Contradictions {
		at := source.Locate(c.Group, c.Term)
		w.Contradictions = append(w.Contradictions, wireContradiction{Term: c.Term.String(), Rule: c.Rule, Path: at.Path, Line: at.Line,
			Stated: c.Stated.String(), Computed: c.Computed.String(), Message: bothLanguages(c.Text())})
	}
	for _, g := range a.completion.Missing {
		at := source.Locate(g.NeedsGroup, g.Needs)
		w.Missing = append(w.Missing, wireGap{Term: g.Term.String(), Needs: g.Needs.String(), Path: at.Path, Line: at.Line, Message: bothLanguages(g.Text())})
	}
	return w
}

// encodeJSON writes the invoice as fx show --json does.
func encodeJSON(b *bytes.Buffer, doc *check.Document) error {
	w := bufio.NewWriter(b)
	if err := writeShowJSON(w, "", doc); err != nil {
		return err
	}
	return w.Flush()
}
