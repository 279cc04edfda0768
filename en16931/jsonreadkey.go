package en16931

import (
	"slices"
	"strings"
	"unicode"

	"github.com/fxinvoice/fx/report"
)

// jsonIn is what keys stand in.
type jsonIn struct {
	what byte
	term Term // for inGroup and inValue
}

const (
	inGroup    = iota
	inValue    // an object of a value and its sub-items
	inDocument // the envelope
	inEntry    // an entry of "repeated" or "residue"
)

// text names it in a message.
func (in jsonIn) text() report.Text {
	switch in.what {
	case inDocument:
		return report.Text{EN: "the document", FR: "le document"}
	case inEntry:
		return report.Text{EN: "this entry", FR: "cette entrée"}
	}
	if in.term == BG0 {
		return report.Text{EN: "the terms of the invoice", FR: "les termes de la facture"}
	}
	name := in.term.names()
	named := report.Text{EN: in.term.String() + " (" + name.EN + ")", FR: in.term.String() + " (" + name.FR + ")"}
	if in.what == inValue {
		return report.Text{EN: "the value of " + named.EN, FR: "la valeur de " + named.FR}
	}
	return named
}

// unknown reports a key that may not stand in an object, and what was most likely meant. keys are those that may.
func (r *jsonReader) unknown(key string, at int, in jsonIn, keys []string) {
	if r.full() {
		return
	}
	args := []report.Arg{report.A("key", key), report.A("in", in.text())}
	if t, ok := exactTerm(key); ok && t != BG0 {
		r.complain(&jsonElsewhere, at, append(args, report.A("name", t.names()), home(t), r.pathTo(t))...)
		return
	}
	if in == (jsonIn{inGroup, BG0}) && slices.Contains(envelopeKeys, key) {
		r.complain(&jsonBeside, at, args...)
		return
	}
	near := nearest(key, keys)
	if near != "" {
		r.complain(&jsonNear, at, append(args, report.A("near", near))...)
		return
	}
	if t, ok := meant(key); ok && t != BG0 {
		r.complain(&jsonNearElsewhere, at, append(args, report.A("near", t.String()), home(t), r.pathTo(t))...)
		return
	}
	r.complain(&jsonUnknown, at, append(args, report.A("keys", keys))...)
}

// home is the argument that says where a term belongs.
func home(t Term) report.Arg {
	in := jsonIn{inGroup, t.Parent()}
	if !in.term.IsGroup() {
		in.what = inValue
	}
	return report.A("home", in.text())
}

// pathTo is the argument with the path of a term; [] stands for a position in an array.
func (r *jsonReader) pathTo(t Term) report.Arg {
	path := t.String()
	for p := t.Parent(); p != BG0; p = p.Parent() {
		if p.Card().Many() {
			path = "[]." + path
		} else {
			path = "." + path
		}
		path = p.String() + path
	}
	if r.src.root != "" {
		path = r.src.root + "." + path
	}
	return report.A("path", path)
}

// exactTerm returns the term with an identifier, in which case matters.
func exactTerm(id string) (Term, bool) {
	if len(id) > longestKey {
		return 0, false
	}
	t, ok := TermByID(id)
	return t, ok && terms[t].id == id
}

// longestKey is how long a key can be that somebody may have meant as one of ours: the names of terms are shorter.
const longestKey = 100

// meant returns the term that somebody may have meant by a key: its number in another notation, with letters for digits, or its name.
func meant(key string) (Term, bool) {
	if len(key) > longestKey {
		return 0, false
	}
	if t, ok := TermByID(normal(key)); ok {
		return t, true
	}
	name := letters(key)
	if name == "" {
		return 0, false
	}
	for t := range terms {
		if letters(terms[t].nameEN) == name || letters(terms[t].nameFR) == name {
			return Term(t), true
		}
	}
	return 0, false
}

// normal rewrites a key as the standard writes terms: "bt_1O" and "BT010" as "BT-10".
func normal(key string) string {
	s := strings.ToUpper(strings.TrimSpace(key))
	if len(s) < 3 || s[0] != 'B' || s[1] != 'T' && s[1] != 'G' {
		return key
	}
	digits := strings.NewReplacer("O", "0", "I", "1", "L", "1", "_", "-", " ", "-", ".", "-").Replace(s[2:])
	return s[:2] + "-" + strings.TrimLeft(digits, "-0")
}

// letters drops all from a name but letters and digits, and case.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// nearest returns the one of the keys that somebody most likely meant, "" if none is closer than all others.
func nearest(typed string, keys []string) string {
	if t, ok := meant(typed); ok {
		if slices.Contains(keys, terms[t].id) {
			return terms[t].id
		}
		return ""
	}
	if len(typed) > longestKey {
		return ""
	}
	typed = strings.ToLower(typed)
	best, least, ties := "", len(typed)/3+1, 0
	for _, key := range keys {
		switch d := distance(typed, strings.ToLower(key)); {
		case d < least:
			best, least, ties = key, d, 0
		case d == least:
			ties++
		}
	}
	if ties > 0 {
		return "" // BT-4 is as near to BT-1 as to BT-9
	}
	return best
}

// distance counts the letters to add, drop, change or swap with a neighbour to make b of a.
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := range len(a) {
		row := make([]int, len(b)+1)
		row[0] = i + 1
		for j := range len(b) {
			change := last[j]
			if a[i] != b[j] {
				change++
			}
			row[j+1] = min(change, last[j+1]+1, row[j]+1)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
