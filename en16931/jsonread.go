package en16931

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/fxinvoice/fx/report"
)

// JSONLimits bound what DecodeJSON accepts. A zero field means its default, one less than zero the most that is possible.
type JSONLimits struct {
	Bytes int64 // size of the document; default 512 MB, at most 4 GB
	Depth int   // objects and arrays in each other; default 100, at most 10,000
	Nodes int   // groups and values of arrays: each takes far more memory than text; default 3 million
}

// filled replaces defaults and "the most" by numbers.
func (l JSONLimits) filled() JSONLimits {
	l.Bytes = within(l.Bytes, 512<<20, math.MaxUint32-1)
	l.Depth = within(l.Depth, 100, 10_000)
	l.Nodes = within(l.Nodes, 3_000_000, math.MaxInt32-1)
	return l
}

func within[T int | int64](given, byDefault, most T) T {
	switch {
	case given == 0:
		return byDefault
	case given < 0, given > most:
		return most
	}
	return given
}

// DecodeJSON reads an invoice from the JSON that AppendJSON writes: alone, or under "terms" in what fx show --json prints. The file
// docs/fx-invoice-1.schema.json describes both:
//
//	{"syntax":"ubl","profile":"en16931","terms":{"BT-1":"F-1","BG-25":[{"BT-126":"1","BT-131":100.00}]}}
//
// It is strict: keys as AppendJSON writes them, each once; an array where a term or group repeats and nowhere else; texts as strings, numbers
// as strings or as JSON numbers without exponent, whose digits are kept. What differs makes it fail with a *JSONError that lists all mistakes,
// with line, column (in characters) and path (positions in arrays count from 1). A term that is "", or that has no key, is not in the invoice.
//
// A number, a date or a file that cannot be read as one does not make it fail: its text is kept, and a finding stands in Invoice.Unread. The
// values that stand under "repeated" and "residue" come back from Source.Residue, with the places they had in the file that they were first
// read from. What stands under "unread" is not used: it is about that file, and the terms are judged as JSON, in which 2026-01-31 is a date
// though a CII file may not write one so.
//
// The Source of the invoice is a *JSONSource, which keeps the document. A context that ends stops the reading of r; another error comes from r.
func DecodeJSON(ctx context.Context, r io.Reader, limits JSONLimits) (*Invoice, error) {
	limits = limits.filled()
	var b strings.Builder
	n, err := io.Copy(&b, io.LimitReader(contextReader{ctx, r}, limits.Bytes+1))
	if err != nil {
		return nil, fmt.Errorf("en16931: reading json: %w", err)
	}
	doc := strings.TrimPrefix(b.String(), "\ufeff")
	in := &jsonReader{inv: new(Invoice), src: &JSONSource{lines: lineIndex{text: doc}}, mostNodes: limits.Nodes}
	in.doc, in.mostDepth = doc, limits.Depth
	in.inv.Source = in.src
	if n > limits.Bytes {
		in.complain(&jsonLong, noPlace, report.A("limit", int(limits.Bytes)))
	} else {
		in.document()
	}
	if len(in.err.Findings) > 0 {
		slices.SortStableFunc(in.err.Findings, func(a, b report.Finding) int {
			return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
		})
		return nil, fmt.Errorf("en16931: %w", &in.err)
	}
	return in.inv, nil
}

// contextReader fails with the context's error once the context has ended.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// jsonReader fills an invoice from a document.
type jsonReader struct {
	jsonScanner
	inv              *Invoice
	src              *JSONSource
	path             []jsonStep
	keys             []jsonKeyAt // of the objects that are open
	nodes, mostNodes int
	err              JSONError
}

// jsonStep is a key on the way to a value, or where n is not 0 a position in an array.
type jsonStep struct {
	key string
	n   int
}

// noPlace is the offset of a mistake of the whole document.
const noPlace = -1

// document reads the whole of the document.
func (r *jsonReader) document() {
	if at := invalidUTF8(r.doc); at >= 0 {
		r.complain(&jsonNotUTF8, at)
		return
	}
	r.space()
	if r.i == len(r.doc) {
		r.complain(&jsonEmpty, noPlace)
		return
	}
	switch kind := r.value(); {
	case kind == jsonNothing:
	case kind != jsonObject:
		r.complain(&jsonRoot, r.i, report.A("is", kindNames[kind]))
		return
	case r.bare():
		r.group(BG0, r.inv, r.i, 0, noParent)
	default:
		r.src.root = "terms"
		r.envelope()
	}
	if r.space(); r.mistake == nil && r.i < len(r.doc) {
		r.unexpected(&jsonBehind)
	}
	if r.mistake != nil {
		r.complain(r.mistake, r.mistakeAt, r.mistakeArg...)
	}
}

// invalidUTF8 returns the offset of the first byte that is not UTF-8, -1 if there is none.
func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i := 0; ; {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && size < 2 {
			return i
		}
		i += size
	}
}

// bare reports whether the document is an object of terms, without an envelope: its first key, if any, is made as a term is.
func (r *jsonReader) bare() bool {
	ahead := r.jsonScanner
	ahead.enter()
	key, _, ok := ahead.key(true)
	if !ok {
		return ahead.mistake == nil
	}
	return len(key) > 3 && (strings.EqualFold(key[:3], "BT-") || strings.EqualFold(key[:3], "BG-"))
}

// full reports whether enough mistakes are listed, and then counts one more.
func (r *jsonReader) full() bool {
	if len(r.err.Findings) < mostJSONFindings {
		return false
	}
	r.err.More++
	return true
}

// complain adds a finding. The argument found, or else key, is what was found; near, path or expected is what was expected.
func (r *jsonReader) complain(m *jsonMessage, at int, args ...report.Arg) {
	if r.full() {
		return
	}
	f := report.Finding{Rule: "RD-JSON", Layer: report.Read, Path: r.where(), Message: m.message, Fix: m.fix, Args: args}
	if m == &jsonLong || m == &jsonDeep || m == &jsonMany {
		f.Rule = "RD-LIMIT"
	}
	if at != noPlace {
		f.Line, f.Column = r.src.lines.position(at)
	}
	for _, a := range args {
		s, _ := a.Value.(string)
		switch a.Name {
		case "found":
			f.Found = s
		case "key":
			if f.Found == "" {
				f.Found = s
			}
			if t, ok := exactTerm(s); ok {
				f.Terms = []string{t.String()}
			}
		case "near", "path", "expected":
			f.Expected = s
		}
	}
	r.err.Findings = append(r.err.Findings, f)
}

// where is the path of the value that is being read.
func (r *jsonReader) where() string {
	var b strings.Builder
	for _, s := range r.path {
		switch {
		case s.n > 0:
			fmt.Fprintf(&b, "[%d]", s.n)
			continue
		case b.Len() > 0:
			b.WriteByte('.')
		}
		b.WriteString(clip(s.key))
	}
	return b.String()
}

// clip shortens a key that nobody has written by hand, for a path.
func clip(s string) string {
	const most = 60
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "") + "…"
}

func (r *jsonReader) push(s jsonStep) { r.path = append(r.path, s) }

// pop leaves a value. Once the document is no JSON, the path stays where that was found.
func (r *jsonReader) pop() {
	if r.mistake == nil {
		r.path = r.path[:len(r.path)-1]
	}
}

// label names the value that is being read: BT-1, or BG-25[2] in an array.
func (r *jsonReader) label() string {
	n := len(r.path) - 1
	if n > 0 && r.path[n].n > 0 {
		return fmt.Sprintf("%s[%d]", r.path[n-1].key, r.path[n].n)
	}
	return r.path[n].key
}
