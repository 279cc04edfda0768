package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// writeShowJSON writes an invoice as one line of JSON. The file is named where the command line does not say already which one it is.
func writeShowJSON(w *bufio.Writer, file string, doc *check.Document) error {
	w.WriteByte('{')
	if file != "" {
		fmt.Fprintf(w, `"file":%s,`, quoted(file))
	}
	fmt.Fprintf(w, `"syntax":%s,"profile":%s,"terms":`, quoted(doc.Syntax), quoted(doc.Profile))
	if err := doc.Invoice.WriteJSON(w); err != nil {
		return err
	}
	if len(doc.Invoice.Unread) > 0 {
		findings, err := findingsJSON(doc)
		if err != nil {
			return err
		}
		fmt.Fprintf(w, `,"unread":%s`, findings)
	}
	repeated, rest := residue(doc)
	writeResidue(w, "repeated", repeated)
	writeResidue(w, "residue", rest)
	_, err := w.WriteString("}\n")
	return err
}

// residue returns what the file holds and the model does not: terms that stand there more often than the model has room for, and the rest.
func residue(doc *check.Document) (repeated, rest []en16931.Residue) {
	for _, r := range doc.Invoice.Source.Residue() {
		if r.Bound {
			repeated = append(repeated, r)
		} else {
			rest = append(rest, r)
		}
	}
	return repeated, rest
}

// writeResidue writes a list as the next member, unless it is empty.
func writeResidue(w *bufio.Writer, name string, all []en16931.Residue) {
	for i, r := range all {
		if i == 0 {
			fmt.Fprintf(w, `,"%s":[{`, name)
		} else {
			w.WriteString(",{")
		}
		if r.Bound {
			fmt.Fprintf(w, `"term":"%s",`, r.Term)
		}
		fmt.Fprintf(w, `"path":%s,"line":%d,"column":%d,"value":%s}`, quoted(r.Path), r.Line, r.Column, quoted(r.Value))
	}
	if len(all) > 0 {
		w.WriteByte(']')
	}
}

// findingsJSON returns the values that could not be read, as a report lists them.
func findingsJSON(doc *check.Document) ([]byte, error) {
	rep, err := check.Report("", doc, nil, check.Options{Layers: []report.LayerID{report.Read}, MaxPerRule: -1})
	if err != nil {
		return nil, err
	}
	b, err := rep.MarshalJSON()
	if err != nil {
		return nil, err
	}
	var all struct{ Findings json.RawMessage }
	if err := json.Unmarshal(b, &all); err != nil {
		return nil, err
	}
	return all.Findings, nil
}

// quoted returns a JSON string that is safe to print: what a terminal could obey is escaped.
func quoted(s string) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(s); err != nil {
		return `""` // Encode does not fail on a string
	}
	return escaped(strings.TrimSuffix(b.String(), "\n"))
}

// escaped returns JSON in which nothing stands that a terminal could obey: such characters stand in strings only.
func escaped(text string) string {
	if !strings.ContainsFunc(text, hidden) {
		return text
	}
	var b strings.Builder
	for _, r := range text {
		hi, lo := utf16.EncodeRune(r)
		switch {
		case !hidden(r):
			b.WriteRune(r)
		case hi != utf8.RuneError:
			fmt.Fprintf(&b, `\u%04x\u%04x`, hi, lo)
		default:
			fmt.Fprintf(&b, `\u%04x`, r)
		}
	}
	return b.String()
}
