package cases

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// Op is what an edit does.
type Op string

// The edits.
const (
	Set    Op = "set"
	Remove Op = "remove"
	Copy   Op = "copy"
	Before Op = "before"
	After  Op = "after"
	In     Op = "in"
)

func (o Op) adds() bool { return o == Before || o == After || o == In }

// Edit is one change.
type Edit struct {
	Op    Op
	Path  string
	Value string // of Set
	XML   string // of Before, After and In
}

func parseEdit(text string) (Edit, error) {
	word, rest, _ := strings.Cut(text, " ")
	e := Edit{Op: Op(word)}
	switch {
	case e.Op == Set:
		path, value, ok := strings.Cut(rest, "=")
		if !ok {
			return e, fmt.Errorf("%q has no value", text)
		}
		e.Path, e.Value = strings.TrimSpace(path), strings.TrimSpace(value)
	case e.Op == Remove || e.Op == Copy:
		e.Path = strings.TrimSpace(rest)
	case e.Op.adds():
		e.Path, e.XML, _ = strings.Cut(rest, " ")
	default:
		return e, fmt.Errorf("%q is no edit", text)
	}
	if e.Path == "" || strings.ContainsAny(e.Path, " <") {
		return e, fmt.Errorf("%q has no path", text)
	}
	return e, nil
}

// Documents are the two invoices of a case.
type Documents struct {
	Pass, Fail string
	Line       int // in Fail, where the finding points
	Column     int
}

// Documents makes the invoices of a case out of its base.
func (s *Suite) Documents(c *Case) (d Documents, err error) {
	base, ok := s.Bases[c.Syntax+" "+c.Base]
	if !ok {
		return d, fmt.Errorf("%s:%d: no base %s for %s", c.File, c.Line, c.Base, c.Syntax)
	}
	if d.Pass, _, err = apply(base, c.With); err != nil {
		return d, fmt.Errorf("%s:%d: %s: %w", c.File, c.Line, c, err)
	}
	at := 0
	if d.Fail, at, err = apply(d.Pass, c.Edits); err != nil {
		return d, fmt.Errorf("%s:%d: %s: %w", c.File, c.Line, c, err)
	}
	t, err := xmltree.Parse(d.Fail, xmltree.Limits{})
	if err == nil && c.Want != "" {
		at, err = placeOf(t, c.Want)
	}
	if err != nil {
		return d, fmt.Errorf("%s:%d: %s: %w", c.File, c.Line, c, err)
	}
	d.Line, d.Column = t.Position(at)
	return d, nil
}

// apply makes the edits and returns where the last one was made.
func apply(doc string, edits []Edit) (changed string, at int, err error) {
	for i := range edits {
		if doc, at, err = edits[i].apply(doc); err != nil {
			return "", 0, err
		}
	}
	return doc, at, nil
}

// apply makes one edit. At is what it changed or added, or what it removed something from.
func (e *Edit) apply(doc string) (changed string, at int, err error) {
	t, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		return "", 0, err
	}
	path, attr, hasAttr := strings.Cut(e.Path, "/@")
	n, err := find(t, path)
	if err != nil {
		return "", 0, err
	}
	start, end := t.Range(n)
	switch {
	case hasAttr:
		return e.applyAttr(t, n, attr)
	case e.Op == Set:
		if t.HasChildren(n) {
			return "", 0, fmt.Errorf("%s holds elements", e.Path)
		}
		from, to := t.Content(n)
		value, err := xmltree.AppendText(nil, e.Value, "UTF-8")
		if err != nil {
			return "", 0, err
		}
		if t.EmptyTag(n) {
			return "", 0, fmt.Errorf("%s is an empty-element tag", e.Path)
		}
		return doc[:from] + string(value) + doc[to:], start, nil
	case e.Op == Remove:
		if t.Parent(n) == xmltree.None {
			return "", 0, errors.New("the root cannot be removed")
		}
		at, _ = t.Range(t.Parent(n))
		return doc[:lineStart(doc, start)] + doc[end:], at, nil
	case e.Op == Copy:
		gap := doc[lineStart(doc, start):start]
		return doc[:end] + gap + doc[start:end] + doc[end:], end + len(gap), nil
	}
	return e.insert(t, n)
}

// insert puts XML beside element n or into it, indented like what stands there.
func (e *Edit) insert(t *xmltree.Tree, n xmltree.Node) (changed string, at int, err error) {
	doc := t.Doc()
	start, end := t.Range(n)
	gap := doc[lineStart(doc, start):start]
	switch e.Op {
	case Before:
		end = lineStart(doc, start)
	case In:
		_, end = t.Content(n)
		if gap += "  "; t.HasChildren(n) {
			end = lineStart(doc, end)
		} else {
			gap = ""
		}
	}
	xml := indent(e.XML, strings.TrimLeft(gap, "\n"))
	if xml == "" {
		return "", 0, errors.New("nothing to add")
	}
	return doc[:end] + gap + xml + doc[end:], end + len(gap), nil
}

// applyAttr sets or removes an attribute of n.
func (e *Edit) applyAttr(t *xmltree.Tree, n xmltree.Node, attr string) (changed string, at int, err error) {
	doc := t.Doc()
	at, _ = t.Range(n)
	first, end := t.Attrs(n)
	for a := first; a < end; a++ {
		if t.AttrQName(a) != attr {
			continue
		}
		start, from, to := t.AttrRange(a)
		if e.Op == Remove {
			return doc[:start-1] + doc[to+1:], at, nil
		}
		value, err := xmltree.AppendValue(nil, e.Value, "UTF-8")
		return doc[:from] + string(value) + doc[to:], start, err
	}
	if e.Op != Set {
		return "", 0, fmt.Errorf("no attribute %s", e.Path)
	}
	value, err := xmltree.AppendValue(nil, e.Value, "UTF-8")
	behind := at + len("<") + len(t.QName(n))
	return doc[:behind] + " " + attr + `="` + string(value) + `"` + doc[behind:], behind + 1, err
}

// lineStart returns the place behind which white space alone stands before pos: the line end before it.
func lineStart(doc string, pos int) int {
	return len(strings.TrimRight(doc[:pos], " \n"))
}

// indent moves lines of XML to a margin: all but the first are indented by what the second one is indented in the file of cases, which the lines
// then keep among themselves.
func indent(xml, margin string) string {
	lines := strings.Split(strings.Trim(xml, "\n"), "\n")
	least := -1
	for _, l := range lines {
		if d := len(l) - len(strings.TrimLeft(l, " ")); d > 0 && (least < 0 || d < least) {
			least = d
		}
	}
	for i, l := range lines {
		if least > 0 && len(l) >= least && strings.TrimSpace(l[:least]) == "" {
			l = l[least:]
		}
		if i > 0 {
			l = margin + l
		}
		lines[i] = l
	}
	return strings.Join(lines, "\n")
}

// placeOf returns where the element or attribute at the end of a path begins.
func placeOf(t *xmltree.Tree, path string) (int, error) {
	path, attr, hasAttr := strings.Cut(path, "/@")
	n, err := find(t, path)
	if err != nil {
		return 0, err
	}
	start, _ := t.Range(n)
	if !hasAttr {
		return start, nil
	}
	first, end := t.Attrs(n)
	for a := first; a < end; a++ {
		if t.AttrQName(a) == attr {
			start, _, _ = t.AttrRange(a)
			return start, nil
		}
	}
	return 0, fmt.Errorf("no attribute %s/@%s", path, attr)
}

// find returns the first element that the end of a path fits.
func find(t *xmltree.Tree, path string) (xmltree.Node, error) {
	steps := strings.Split(path, "/")
	slices.Reverse(steps)
	for n := range xmltree.Node(t.Len()) {
		if fits(t, n, steps) {
			return n, nil
		}
	}
	return 0, fmt.Errorf("no element %s", path)
}

// fits reports whether the steps, from the last to the first, lead up from n.
func fits(t *xmltree.Tree, n xmltree.Node, steps []string) bool {
	for _, step := range steps {
		name, number, numbered := strings.Cut(strings.TrimSuffix(step, "]"), "[")
		if n == xmltree.None || t.QName(n) != name {
			return false
		}
		if numbered {
			nth, err := strconv.Atoi(number)
			if err != nil || ordinal(t, n) != nth {
				return false
			}
		}
		n = t.Parent(n)
	}
	return true
}

// ordinal returns which one of its name n is among its siblings, from 1.
func ordinal(t *xmltree.Tree, n xmltree.Node) int {
	nth := 1
	if t.Parent(n) == xmltree.None {
		return nth
	}
	for c := t.FirstChild(t.Parent(n)); c != n; c = t.NextSibling(c) {
		if t.QName(c) == t.QName(n) {
			nth++
		}
	}
	return nth
}
