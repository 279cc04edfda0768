package shape

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Fail reports that element n breaks the rule, in its usual case.
func (p *Pass) Fail(n xmltree.Node, args ...report.Arg) { p.FailCase(n, "", args...) }

// FailCase reports that element n breaks the rule in the case of that name.
func (p *Pass) FailCase(n xmltree.Node, name string, args ...report.Arg) {
	p.add(place{item: item{n, noAttr}}, name, args)
}

// FailAttr is FailCase for an attribute of n, or for n where it has none of the name.
func (p *Pass) FailAttr(n xmltree.Node, attr Name, name string, args ...report.Arg) {
	at := place{item: item{n, noAttr}, missing: "@" + p.Names.qname(attr)}
	first, end := p.tree.Attrs(n)
	for a := first; a < end; a++ {
		if p.attrName(a) == attr {
			at = place{item: item{n, a}}
		}
	}
	p.add(at, name, args)
}

// FailMissing is FailCase for what should stand at the end of a path of names below n.
func (p *Pass) FailMissing(n xmltree.Node, path []Name, name string, args ...report.Arg) {
	for len(path) > 0 {
		next := p.First(n, path[0])
		if next == xmltree.None {
			break
		}
		n, path = next, path[1:]
	}
	steps := make([]string, len(path))
	for i, name := range path {
		steps[i] = p.Names.qname(name)
	}
	p.add(place{item: item{n, noAttr}, missing: strings.Join(steps, "/")}, name, args)
}

// place is where a finding points: an item, or what is missing below it.
type place struct {
	item
	missing string
}

// add makes the finding of the rule that is running. What is found after the official test has stopped does not count.
func (p *Pass) add(at place, name string, args []report.Arg) {
	row := &p.Rows[p.row]
	if p.Stopped() || p.found.Skip(row.ID, row.Severity) {
		return
	}
	if last, ok := p.said[p.row]; ok && last == at {
		// It fires on many elements, and all lack the same thing in the same place.
		p.found.Count(row.ID, row.Severity, 1)
		return
	}
	if p.said == nil {
		p.said = map[int]place{}
	}
	p.said[p.row] = at
	f := report.Finding{Rule: row.ID, Severity: row.Severity, Args: args}
	p.say(&f, row, name, at)
	if row.Check == nil && at.missing == "" {
		p.suggest(&f, row.Test)
	}
	p.put(f, at)
}

// suggest adds the code that was probably meant to what there is to do about one that is in no list.
func (p *Pass) suggest(f *report.Finding, test uint16) {
	e := &p.Exprs[test]
	if e.Op != Codes && e.Op != Listed || f.Fix.IsZero() {
		return
	}
	found := ""
	for _, a := range f.Args {
		if text, ok := a.Value.(string); ok && a.Name == "found" {
			found = text
		}
	}
	near, ok := codelist.NearestIn(p.Lists[e.B], found)
	if !ok {
		return
	}
	f.Args = append(f.Args, report.A("fix", f.Fix), report.A("near", near))
	f.Fix = report.Text{EN: "{fix} {near} is probably meant.", FR: "{fix} Sans doute faut-il {near}."}
}

// put places a finding and adds it.
func (p *Pass) put(f report.Finding, at place) {
	f.Layer = report.Rules
	off, _ := p.tree.Range(at.node)
	f.Path = p.tree.Path(at.node, p.Names.prefixOf)
	if at.attr != noAttr {
		off, _, _ = p.tree.AttrRange(at.attr)
		f.Path += "/@" + p.tree.AttrQName(at.attr)
	}
	if at.missing != "" {
		f.Path, f.Missing = f.Path+"/"+at.missing, true
	}
	f.Line, f.Column = p.tree.Position(off)
	for _, a := range f.Args {
		switch a.Name {
		case "found":
			f.Found = machine(a.Value)
		case "expected":
			f.Expected = machine(a.Value)
		}
	}
	p.found.Add(f)
}

// machine is the value of an argument as programs read it.
func machine(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case report.Number:
		return string(v)
	case report.Date:
		return string(v)
	}
	return ""
}

// say finds the words: those of the standard's rule, those of the table for a rule of the syntax, or those that follow from the row's expression.
func (p *Pass) say(f *report.Finding, row *Row, name string, at place) {
	if rule, ok := en16931.RuleByID(row.ID); ok {
		c := rule.Case(name)
		f.Message, f.Fix = c.Text, c.Fix
		for _, t := range rule.Terms {
			f.Terms = append(f.Terms, t.String())
		}
		return
	}
	plain, args := p.plain(row, at)
	f.Message, f.Fix, f.Args = plain.Text, plain.Fix, append(f.Args, args...)
	if p.Words != nil {
		if w, ok := p.Words(row.ID); ok {
			f.Message, f.Fix = w.Text, w.Fix
		}
	}
}

// broken reports a row whose test is not true on element n.
func (p *Pass) broken(row *Row, n xmltree.Node) {
	at, name, args := p.blame(row.Test, n)
	p.add(at, name, args)
}

// blame finds what to point at where a test is not true: what is too much, what is missing, or the element itself.
func (p *Pass) blame(test uint16, n xmltree.Node) (at place, name string, args []report.Arg) {
	here := place{item: item{n, noAttr}}
	e := &p.Exprs[test]
	switch e.Op {
	case Not:
		if found, ok := p.evidence(e.A, n); ok {
			return place{item: found}, "", nil
		}
	case Exists:
		return p.absent(n, e.A), "", nil
	case And:
		for _, a := range p.Refs[e.Args.First:e.Args.End] {
			if !p.holds(a, n) {
				return p.blame(a, n)
			}
		}
	case Or:
		// Of several things that would do, name the one that comes nearest: a value that is not as it should be, then something that lacks a
		// companion, then the first; of things that exclude each other, the first that is there.
		args := p.Refs[e.Args.First:e.Args.End]
		for _, a := range args {
			if op, _ := p.fails(a, n); op == Codes || op == Decimals {
				return p.blame(a, n)
			}
		}
		if condition := &p.Exprs[args[0]]; condition.Op == Not && p.Exprs[condition.A].Op == Exists {
			// What is there demands something else: name what is missing beside it, or what should not be there.
			for _, a := range args[1:] {
				if e := &p.Exprs[a]; e.Op == Exists && p.Steps[p.Paths[e.A].Steps.First].Axis <= Attribute && !p.Paths[e.A].Absolute {
					return p.blame(a, n)
				}
			}
			return p.blame(args[0], n)
		}
		for _, a := range args {
			if op, some := p.fails(a, n); some && op != Or && op != Other {
				return p.blame(a, n)
			}
		}
		for _, a := range args {
			if op, _ := p.fails(a, n); op == Exists || op != Not && op != Other && p.Exprs[a].Op != And {
				return p.blame(a, n)
			}
		}
		if found, ok := p.evidence(test, n); ok {
			return place{item: found}, "", nil
		}
	case Equal:
		if o := &p.Operands[e.A]; o.Literal == 0 && o.Bool == 0 {
			found, ok := p.first(n, o.Path)
			if !ok {
				return p.absent(n, o.Path), "empty", nil
			}
			return place{item: found}, "", []report.Arg{report.A("found", trim(p.value(found)))}
		}
	case NotEqual:
		if o := &p.Operands[e.A]; o.Literal == 0 && o.Bool == 0 {
			if found, ok := p.first(n, o.Path); ok {
				return place{item: found}, "", nil
			}
			return p.absent(n, o.Path), "", nil
		}
	case Count:
		at, seen := here, 0
		p.each(n, e.A, func(i item) bool {
			at, seen = place{item: i}, seen+1
			return seen <= int(e.N)
		})
		if seen < int(e.N) {
			return p.absent(n, e.A), "", nil
		}
		return at, "", nil
	case Codes:
		text, found := p.one(n, p.Operands[e.A].Path)
		if text == "" {
			name = "empty"
		}
		return place{item: found}, name, []report.Arg{report.A("found", text)}
	case Listed:
		text, found := p.one(n, e.A)
		return place{item: found}, "", []report.Arg{report.A("found", text)}
	case Decimals:
		text, found := p.one(n, e.A)
		return place{item: found}, "", []report.Arg{report.A("found", report.Number(trim(text))), report.A("decimals", int(e.N))}
	}
	p.halt = halt{}
	return here, "", nil
}

// fails returns the kind of test that a test fails at which others are joined to by and, and whether some of those before it hold.
func (p *Pass) fails(test uint16, n xmltree.Node) (op Op, some bool) {
	e := &p.Exprs[test]
	if e.Op == And {
		for i, a := range p.Refs[e.Args.First:e.Args.End] {
			if !p.holds(a, n) {
				op, inner := p.fails(a, n)
				return op, inner || i > 0
			}
		}
	}
	if e.Op == NotEqual && p.Strings[p.Operands[e.B].Literal] != "" {
		return Other, false
	}
	return e.Op, false
}

// evidence is the first thing that is there of those which a test asks for.
func (p *Pass) evidence(test uint16, n xmltree.Node) (found item, ok bool) {
	e := &p.Exprs[test]
	switch e.Op {
	case Exists:
		return p.first(n, e.A)
	case Not:
		return p.evidence(e.A, n)
	case Or, And:
		for _, a := range p.Refs[e.Args.First:e.Args.End] {
			if found, ok = p.evidence(a, n); ok {
				return found, ok
			}
		}
	case Equal, NotEqual:
		if o := &p.Operands[e.A]; o.Literal == 0 && o.Bool == 0 {
			return p.first(n, o.Path)
		}
	}
	return item{}, false
}

// absent is the place of what a path does not lead to.
func (p *Pass) absent(n xmltree.Node, path uint16) place {
	deepest, missing := p.reach(n, path)
	var b strings.Builder
	for i := missing.First; i < missing.End; i++ {
		s := &p.Steps[i]
		if b.Len() > 0 {
			b.WriteByte('/')
		}
		switch {
		case s.Axis == Attribute:
			b.WriteString("@" + p.Names.qname(s.Name))
		case s.Name != 0:
			b.WriteString(p.Names.qname(s.Name))
		case s.Choices.Len() > 0:
			b.WriteString(p.Names.qname(p.Choices[s.Choices.First]))
		}
	}
	return place{item: item{deepest, noAttr}, missing: b.String()}
}
