package en16931

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// The keys of the envelope and of what stands in its lists.
var (
	envelopeKeys = []string{"file", "syntax", "profile", "terms", "unread", "repeated", "residue"}
	residueKeys  = []string{"path", "line", "column", "value"}
	repeatedKeys = []string{"path", "line", "column", "value", "term"}
	// jsonSyntaxes are what an envelope may call the syntax of the file that its terms were read from.
	jsonSyntaxes = []string{"ubl", "cii", "json"}
)

// envelope reads what fx show --json prints.
func (r *jsonReader) envelope() {
	start, terms, known := r.i, false, 0
	var repeated, residue []Residue
	r.object(jsonIn{what: inDocument}, envelopeKeys, func(key string, at int) {
		known++
		switch key {
		case "file":
			r.str(wantText)
		case "syntax":
			if s, ok := r.str(wantText); ok && !slices.Contains(jsonSyntaxes, s) {
				r.complain(&jsonNoneOf, at, report.A("key", key), report.A("found", s), report.A("expected", strings.Join(jsonSyntaxes, ", ")))
			} else {
				r.src.syntax = s
			}
		case "profile":
			r.src.profile, _ = r.str(wantText)
		case "terms":
			terms = true
			if r.expect(jsonObject, wantObject) {
				r.group(BG0, r.inv, at, 0, noParent)
			}
		case "unread":
			r.list(r.skip)
		case "repeated":
			r.list(func() { repeated = append(repeated, r.residue(repeatedKeys)) })
		case "residue":
			r.list(func() { residue = append(residue, r.residue(residueKeys)) })
		}
	})
	r.src.residue = merge(repeated, residue)
	switch {
	case terms || r.mistake != nil:
	case known == 0 && !slices.ContainsFunc(r.err.Findings, func(f report.Finding) bool { return f.Fix != jsonUnknown.fix }):
		// Not one key that an invoice has, nor one like it: each of them would be a mistake, and none the reason.
		r.err.Findings, r.err.More = nil, 0
		r.complain(&jsonForeign, start)
	default:
		r.complain(&jsonMissing, start, report.A("key", "terms"), report.A("in", jsonIn{what: inDocument}.text()))
	}
}

// list reads an array of objects.
func (r *jsonReader) list(read func()) {
	if !r.expect(jsonArray, wantArray) {
		return
	}
	r.enter()
	n := 0
	for ok := r.element(true); ok; ok = r.element(false) {
		n++
		r.push(jsonStep{n: n})
		if r.node() && r.expect(jsonObject, wantObject) {
			read()
		}
		r.pop()
	}
}

// residue reads what a file held and the model does not.
func (r *jsonReader) residue(keys []string) (entry Residue) {
	start, in := r.i, jsonIn{what: inEntry}
	missing := slices.Clone(keys)
	r.object(in, keys, func(key string, at int) {
		missing = slices.DeleteFunc(missing, func(k string) bool { return k == key })
		switch key {
		case "path":
			entry.Path, _ = r.str(wantText)
		case "value":
			entry.Value, _ = r.str(wantText)
		case "line":
			entry.Line = r.whole()
		case "column":
			entry.Column = r.whole()
		case "term":
			s, ok := r.str(wantText)
			if entry.Term, entry.Bound = exactTerm(s); ok && !entry.Bound {
				r.complain(&jsonNoTerm, at, report.A("key", key), report.A("found", s))
			}
		}
	})
	for _, key := range missing {
		if r.mistake == nil && key != "line" && key != "column" {
			r.complain(&jsonMissing, start, report.A("key", key), report.A("in", in.text()))
		}
	}
	return entry
}

// merge joins two lists in the order of the document that they come from; each has its own already.
func merge(a, b []Residue) []Residue {
	all := make([]Residue, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if cmp.Or(cmp.Compare(a[0].Line, b[0].Line), cmp.Compare(a[0].Column, b[0].Column)) <= 0 {
			all, a = append(all, a[0]), a[1:]
		} else {
			all, b = append(all, b[0]), b[1:]
		}
	}
	return append(append(all, a...), b...)
}

// whole reads the number of a line or column.
func (r *jsonReader) whole() int {
	if !r.expect(jsonNumber, wantWhole) {
		return 0
	}
	at := r.i
	digits := r.number()
	n, err := strconv.ParseInt(digits, 10, 32)
	if r.mistake == nil && (err != nil || n < 1) {
		r.complain(&jsonMessage{message: jsonWrongType}, at, report.A("key", r.label()), report.A("is", digits), report.A("want", wantWhole))
	}
	return int(n)
}

// object reads an object whose keys are known words.
func (r *jsonReader) object(in jsonIn, keys []string, read func(key string, at int)) {
	r.enter()
	mark := len(r.keys)
	for key, at, ok := r.key(true); ok; key, at, ok = r.key(false) {
		r.push(jsonStep{key: key})
		i := slices.Index(keys, key)
		switch {
		case i < 0:
			r.unknown(key, at, in, keys)
			r.skip()
		case !r.once(Term(i), mark, key, at, in):
			r.skip()
		default:
			read(key, at)
		}
		r.pop()
	}
	r.keys = r.keys[:mark]
}

// once notes a key of the innermost object, whose keys are those behind mark; it is false when the key stands there already.
func (r *jsonReader) once(t Term, mark int, key string, at int, in jsonIn) bool {
	for _, k := range r.keys[mark:] {
		if k.term == t && r.full() {
			return false
		}
		if k.term == t {
			line, column := r.src.lines.position(int(k.at))
			r.complain(&jsonTwice, at, report.A("key", key), report.A("in", in.text()),
				report.A("line", strconv.Itoa(line)), report.A("column", strconv.Itoa(column)))
			return false
		}
	}
	r.keys = append(r.keys, jsonKeyAt{uint32(at), t})
	return true
}

// What a value must be.
var (
	wantText   = report.Text{EN: "a text", FR: "un texte"}
	wantNumber = report.Text{EN: "a number, or a text of digits", FR: "un nombre, ou un texte de chiffres"}
	wantWhole  = report.Text{EN: "a whole number from 1", FR: "un entier à partir de 1"}
	wantObject = report.Text{EN: "an object", FR: "un objet"}
	wantArray  = report.Text{EN: "an array", FR: "un tableau"}
)

// expect goes to the next value and reports whether it is of a kind; if it is not, that is a mistake, and the value is skipped.
func (r *jsonReader) expect(kind jsonKind, want report.Text) bool {
	is := r.value()
	if is == kind {
		return true
	}
	r.wrong(is, want)
	return false
}

// wrong skips a value of the wrong type. The fix is that of the likeliest slip.
func (r *jsonReader) wrong(is jsonKind, want report.Text) {
	if is == jsonNothing {
		return
	}
	m := jsonMessage{message: jsonWrongType}
	switch {
	case is == jsonNull:
		m.fix = fixNull
	case want == wantArray:
		m.fix = fixBrackets
	case is == jsonArray:
		m.fix = fixNoBrackets
	case is == jsonNumber && want != wantObject:
		m.fix = fixQuotes
	}
	r.complain(&m, r.i, report.A("key", r.label()), report.A("is", kindNames[is]), report.A("want", want))
	r.skip()
}

// str reads a text; ok is false when there is another value.
func (r *jsonReader) str(want report.Text) (s string, ok bool) {
	if !r.expect(jsonText, want) {
		return "", false
	}
	s = r.text()
	return s, r.mistake == nil
}

// node counts what takes memory; it is false when there is too much of it.
func (r *jsonReader) node() bool {
	r.nodes++
	if r.nodes > r.mostNodes {
		r.fail(&jsonMany, r.i, report.A("limit", r.mostNodes))
	}
	return r.mistake == nil
}
