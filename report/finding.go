package report

import (
	"cmp"
	"errors"
	"fmt"
	"strings"
)

// Finding is one thing that a rule has to say about a file. Message and Fix
// are filled with Args when the report is printed.
type Finding struct {
	Rule     string  // the rule's ID, as published
	Layer    LayerID // the layer that the rule ran in
	Severity Severity
	Terms    []string // what it is about: "BT-112"
	Path     string   // the node, as an XPath with canonical prefixes
	Line     int      // from 1; 0 means unknown
	Column   int      // from 1, in characters; 0 means unknown
	Missing  bool     // the place is where something should have been
	Object   string   // the PDF object, as "12 0"
	Page     int      // the PDF page, from 1; 0 means none

	// Found and Expected are machine values, where they make sense. JSON
	// cuts them after 1,000 characters.
	Found, Expected string

	Count   int      // how many nodes this stands for; 0 means one
	Files   []string // in a batch, whose findings have no place: the files that it concerns
	Message Text     // what is wrong
	Fix     Text     // what to do; zero means that there is nothing to add to the message
	Args    []Arg
}

// Nodes returns how many nodes the finding stands for, at least 1.
func (f *Finding) Nodes() int { return max(f.Count, 1) }

// Validate reports what no finding may have: a rule or a term that is no
// identifier, an unknown layer, a text that lacks a language or whose
// placeholders are not all filled by Args. Tests of packages that make findings
// call it.
func (f *Finding) Validate() error {
	if err := f.validate(); err != nil {
		return fmt.Errorf("report: finding %s: %w", f.Rule, err)
	}
	return nil
}

func (f *Finding) validate() error {
	switch {
	case !isID(f.Rule):
		return errors.New("its rule is no identifier")
	case !f.Layer.Known():
		return fmt.Errorf("unknown layer %q", f.Layer)
	case f.Severity > Info:
		return fmt.Errorf("unknown severity %d", f.Severity)
	case f.Line < 0 || f.Column < 0 || f.Page < 0 || f.Count < 0:
		return errors.New("negative line, column, page or count")
	case f.Column > 0 && f.Line == 0:
		return errors.New("has a column without a line")
	}
	for _, term := range f.Terms {
		if !isTerm(term) {
			return fmt.Errorf("%q is no term", term)
		}
	}
	for i, a := range f.Args {
		if _, twice := find(f.Args[:i], a.Name); twice {
			return fmt.Errorf("two arguments are named %s", a.Name)
		}
		if err := a.validate(); err != nil {
			return err
		}
	}
	texts := []Text{f.Message}
	if !f.Fix.IsZero() {
		texts = append(texts, f.Fix)
	}
	for _, t := range texts {
		names, err := t.strictNames()
		if err != nil {
			return err
		}
		if err := filled(names, f.Args); err != nil {
			return err
		}
	}
	return nil
}

// isID reports whether s is made as rule and term identifiers are.
func isID(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9':
		case i > 0 && (c == '-' || c == '.' || c == '_'):
		default:
			return false
		}
	}
	return s != ""
}

// isTerm reports whether s is made as "BT-112", "BT-29-1" or "BG-X-3" are.
func isTerm(s string) bool {
	parts := strings.Split(s, "-")
	for _, part := range parts {
		if part == "" || strings.ContainsAny(part, "._") || strings.ToUpper(part) != part || !isID(part) {
			return false
		}
	}
	return len(parts) > 1 && s[0] >= 'A'
}

// compare orders findings as reports list them: by place (what has none comes
// first), then layer, severity and rule.
func compare(a, b *Finding) int {
	return cmp.Or(
		cmp.Compare(a.Line, b.Line),
		cmp.Compare(a.Column, b.Column),
		cmp.Compare(a.Layer.order(), b.Layer.order()),
		cmp.Compare(a.Severity, b.Severity),
		cmp.Compare(a.Rule, b.Rule),
	)
}
