package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"
)

// The names of the two contracts. A change that a reader of version 1 could not
// bear makes a version 2.
const (
	SchemaReport = "fx-report/1"
	SchemaBatch  = "fx-batch/1"
)

// maxValue is after how many characters JSON cuts what is found and expected.
const maxValue = 1000

// WriteJSON writes the report as one JSON object and a line end: on one line
// for JSON lines, or indented. Both languages are in it. The object is the
// contract that docs/fx-report-1.schema.json describes. Control characters are
// escaped, so that it is safe to print. It fails only as w does, or on a
// severity that is none.
func WriteJSON(w io.Writer, r *Report, indent bool) error {
	return writeObject(w, r.wire(), indent)
}

// WriteBatchJSON writes what concerns several files as one JSON object, as
// WriteJSON does; docs/fx-batch-1.schema.json describes it.
func WriteBatchJSON(w io.Writer, findings []Finding, indent bool) error {
	return writeObject(w, batch(findings), indent)
}

// MarshalJSON returns what [WriteJSON] writes, without the line end.
func (r *Report) MarshalJSON() ([]byte, error) { return object(r.wire(), "", false) }

// Array writes reports as one JSON array, each when it is there. Close ends it.
type Array struct {
	w io.Writer
	n int
}

// NewArray returns an array that is written to w, indented.
func NewArray(w io.Writer) *Array { return &Array{w: w} }

// Report writes the next report.
func (a *Array) Report(r *Report) error { return a.element(r.wire()) }

// Batch writes what concerns several files, as the next element.
func (a *Array) Batch(findings []Finding) error {
	return a.element(batch(findings))
}

// Close ends the array; without a report, it is "[]". It does not close the
// writer.
func (a *Array) Close() error {
	end := "\n]\n"
	if a.n == 0 {
		end = "[]\n"
	}
	return write(a.w, []byte(end))
}

func (a *Array) element(v any) error {
	b, err := object(v, "  ", true)
	if err != nil {
		return err
	}
	start := ",\n  "
	if a.n == 0 {
		start = "[\n  "
	}
	a.n++
	return write(a.w, append([]byte(start), b...))
}

func writeObject(w io.Writer, v any, indent bool) error {
	b, err := object(v, "", indent)
	if err != nil {
		return err
	}
	return write(w, append(b, '\n'))
}

func write(w io.Writer, b []byte) error {
	if _, err := w.Write(b); err != nil {
		return fmt.Errorf("report: writing json: %w", err)
	}
	return nil
}

func object(v any, prefix string, indent bool) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if indent {
		e.SetIndent(prefix, "  ")
	}
	if err := e.Encode(v); err != nil {
		return nil, fmt.Errorf("report: %w", err)
	}
	return escapeControls(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), nil
}

// escapeControls writes as \u escapes the characters that encoding/json leaves
// and a terminal could obey. Outside of its strings JSON has none of them.
func escapeControls(b []byte) []byte {
	var out []byte
	from := 0
	for i := 0; i < len(b); {
		if b[i] < 0x7f {
			i++
			continue
		}
		r, size := utf8.DecodeRune(b[i:])
		if hidden(r) {
			out = append(out, b[from:i]...)
			if hi, lo := utf16.EncodeRune(r); hi != utf8.RuneError {
				out = fmt.Appendf(out, `\u%04x\u%04x`, hi, lo)
			} else {
				out = fmt.Appendf(out, `\u%04x`, r)
			}
			from = i + size
		}
		i += size
	}
	if from == 0 {
		return b
	}
	return append(out, b[from:]...)
}
