package check_test

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// shadowed lists rules that look at an element which the artefact takes for another rule's first: they cannot fire.
var shadowed = []string{"CII-DT-010", "CII-DT-011", "CII-DT-012"}

// TestMutants breaks each rule of the syntax that is an expression: it changes an element that the rule looks at, in a base invoice, until the
// expression is false. The rule must then fire, and no other one but those of testdata/rules/mutants.tsv, which have their reasons; the base
// breaks none.
func TestMutants(t *testing.T) {
	suite := loadCases(t)
	want := readAlso(t)
	for syntax, table := range tables() {
		var bases []*ground
		for _, name := range slices.Sorted(maps.Keys(suite.Bases)) {
			if strings.HasPrefix(name, syntax) {
				bases = append(bases, newGround(t, table, name, suite.Bases[name]))
			}
		}
		rules, documents := 0, 0
		for i := range table.Rows {
			row := &table.Rows[i]
			if row.Check != nil || strings.HasPrefix(row.ID, "BR-") {
				continue
			}
			best, found := []string(nil), false
			for _, b := range bases {
				also, fired, n := b.breakRule(t, i, len(want[row.ID]))
				documents += n
				if fired && (!found || len(also) < len(best)) {
					best, found = also, true
				}
				if found && len(best) <= len(want[row.ID]) {
					break
				}
			}
			if slices.Contains(shadowed, row.ID) {
				if found {
					t.Errorf("%s %s fires", syntax, row.ID)
				}
				continue
			}
			rules++
			if !found {
				t.Errorf("%s %s: no document that breaks %q", syntax, row.ID, row.As)
				continue
			}
			if !slices.Equal(best, want[row.ID]) {
				t.Errorf("%s %s: %q is broken together with %v; mutants.tsv lists %v", syntax, row.ID, row.As, best, want[row.ID])
			}
		}
		t.Logf("%s: %d rules of the syntax broken, %d documents", syntax, rules, documents)
	}
}

// readAlso reads which rules are broken together with others.
func readAlso(t *testing.T) map[string][]string {
	t.Helper()
	content, err := os.ReadFile("../testdata/rules/mutants.tsv")
	if err != nil {
		t.Fatal(err)
	}
	also := map[string][]string{}
	for line := range strings.Lines(string(content)) {
		if fields := strings.Split(strings.TrimSpace(line), "\t"); len(fields) >= 2 && line[0] != '#' {
			also[fields[0]] = strings.Fields(fields[1])
		}
	}
	return also
}

// ground is a base invoice to make mutants of.
type ground struct {
	table *shape.Table
	tree  *xmltree.Tree
	looks map[int][]xmltree.Node // per context, by its first row: the elements that it looks at
}

func newGround(t *testing.T, table *shape.Table, name, doc string) *ground {
	t.Helper()
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	g := &ground{table: table, tree: tree, looks: map[int][]xmltree.Node{}}
	if found := fires(t, table, tree); len(found) > 0 {
		t.Fatalf("%s breaks %v", name, found)
	}
	// What a context looks at is where a rule fires that always does.
	always := *table
	always.Rows, always.Needs = slices.Clone(table.Rows), make([]shape.Name, len(table.Rows))
	for i := range always.Rows {
		i := i
		always.Rows[i].Check = func(p *shape.Pass, n xmltree.Node) {
			if !slices.Contains(g.looks[i], n) {
				g.looks[i] = append(g.looks[i], n)
			}
		}
	}
	shape.Run(&always, tree, shape.Options{}, report.NewCollector(1))
	return g
}

// fires returns the rules that a document breaks, sorted, and asks that the findings of the syntax can be printed.
func fires(t *testing.T, table *shape.Table, tree *xmltree.Tree) []string {
	t.Helper()
	found := report.NewCollector(1)
	shape.Run(table, tree, shape.Options{}, found)
	var rep report.Report
	found.Into(&rep)
	for _, f := range rep.Findings {
		if err := f.Validate(); err != nil && !strings.HasPrefix(f.Rule, "BR-") {
			t.Error(err)
		}
	}
	return ids(rep.Findings, report.Info)
}

// breakRule makes documents that break a rule, until one breaks no more than so many others, and returns what else the best of them breaks.
func (g *ground) breakRule(t *testing.T, row, enough int) (also []string, fired bool, documents int) {
	for _, n := range g.looks[row] {
		for way := range 3 {
			all := grow(g.table, g.tree)
			m := mutation{table: g.table, way: way}
			if !m.falsify(g.table.Rows[row].Test, all[n]) {
				continue
			}
			doc := all[0].write(g.table)
			tree, err := xmltree.Parse(doc, xmltree.Limits{})
			if err != nil {
				t.Fatalf("%s: %v", g.table.Rows[row].ID, err)
			}
			documents++
			result := fires(t, g.table, tree)
			i := slices.Index(result, g.table.Rows[row].ID)
			if i < 0 {
				continue
			}
			result = slices.Delete(result, i, i+1)
			if !fired || len(result) < len(also) {
				also, fired = result, true
			}
			if len(also) <= enough {
				return also, true, documents
			}
		}
	}
	return also, fired, documents
}

// mutation makes expressions true or false by changing a document. Where there are several ways, way chooses one.
type mutation struct {
	table *shape.Table
	way   int
}

// falsify makes a test false of an element. It reports whether it could try.
func (m *mutation) falsify(test uint16, e *element) bool {
	x := &m.table.Exprs[test]
	switch x.Op {
	case shape.False:
		return true
	case shape.Not:
		return m.satisfy(x.A, e)
	case shape.Or:
		for _, a := range m.args(x) {
			if !m.falsify(a, e) {
				return false
			}
		}
		return true
	case shape.And:
		args := m.args(x)
		return m.falsify(args[m.way%len(args)], e)
	case shape.Exists:
		return m.removeAll(x.A, e)
	case shape.Count:
		if x.Compare == shape.GE || x.Compare == shape.EQ && x.N > 0 && m.way > 0 {
			return m.removeAll(x.A, e)
		}
		for range x.N + 1 {
			m.reach(x.A, e, true).fill()
		}
		return true
	case shape.Equal:
		for _, s := range m.spots(m.table.Operands[x.A].Path, e) {
			s.put("x")
		}
		return true
	case shape.NotEqual:
		a, b := &m.table.Operands[x.A], &m.table.Operands[x.B]
		if b.Literal != 0 || m.way > 0 {
			return m.removeAll(a.Path, e)
		}
		other := m.spots(b.Path, e)
		if len(other) == 0 {
			return false
		}
		m.operand(a, e).put(other[0].value())
		return true
	case shape.Codes:
		m.operand(&m.table.Operands[x.A], e).put("no-code")
		return true
	case shape.Decimals:
		s := m.reach(x.A, e, false)
		s.put(s.value() + strings.Repeat("0", int(x.N)+1))
		return true
	case shape.Date102:
		e.text = "20261399"
		return true
	}
	return false
}

// satisfy makes a test true of an element.
func (m *mutation) satisfy(test uint16, e *element) bool {
	x := &m.table.Exprs[test]
	switch x.Op {
	case shape.True:
		return true
	case shape.Not:
		return m.falsify(x.A, e)
	case shape.Or:
		args := m.args(x)
		return m.satisfy(args[m.way%len(args)], e)
	case shape.And:
		for _, a := range m.args(x) {
			if !m.satisfy(a, e) {
				return false
			}
		}
		return true
	case shape.Exists:
		m.reach(x.A, e, m.way > 0).fill()
		return true
	case shape.Equal:
		b := &m.table.Operands[x.B]
		value := m.table.Strings[b.Literal]
		switch b.Bool {
		case 1:
			value = "true"
		case 2:
			value = "false"
		}
		m.operand(&m.table.Operands[x.A], e).put(value)
		return true
	case shape.NotEqual:
		m.operand(&m.table.Operands[x.A], e).put("x")
		return true
	}
	return false
}

// operand makes sure that there is a value to compare.
func (m *mutation) operand(o *shape.Operand, e *element) spot {
	s := m.reach(o.Path, e, false)
	if o.Last != 0 {
		s = m.reach(o.Last, s.element, false)
	}
	return s
}

func (m *mutation) args(x *shape.Expr) []uint16 { return m.table.Refs[x.Args.First:x.Args.End] }

// steps returns the steps of a path and where it starts.
func (m *mutation) steps(path uint16, e *element) ([]shape.Step, *element) {
	p := &m.table.Paths[path]
	if p.Absolute {
		e = &element{kids: []*element{e.root()}}
	}
	return m.table.Steps[p.Steps.First:p.Steps.End], e
}

// step returns the name that a step asks for, "" for any.
func (m *mutation) step(s *shape.Step) string {
	n := s.Name
	if s.Choices.Len() > 0 {
		n = m.table.Choices[s.Choices.First]
	}
	q := m.table.Names.Names[n]
	switch {
	case s.Axis == shape.Attribute:
		return "@" + q.Local
	case q.Prefix == 0:
		return q.Local
	}
	return m.table.Names.Prefixes[q.Prefix-1].Prefix + ":" + q.Local
}

// reach makes sure that there is something at the end of a path and returns it: something new if that is asked for.
func (m *mutation) reach(path uint16, e *element, fresh bool) spot {
	steps, at := m.steps(path, e)
	for i := range steps {
		s := &steps[i]
		name := m.step(s)
		last := i == len(steps)-1 || i == len(steps)-2 && steps[i+1].Axis == shape.Attribute
		switch s.Axis {
		case shape.Attribute:
			return m.attribute(at, name)
		case shape.Parent:
			at = at.parent
			continue
		case shape.Self:
			m.meet(s, at)
			continue
		case shape.Descendant:
			if s.Name == 0 { // an attribute anywhere
				at = e
				continue
			}
		}
		next := m.child(s, at, steps[i+1:])
		if next == nil && s.Axis == shape.Descendant {
			next = below(at, name)
		}
		if next == nil || last && fresh || s.Preds.Len() > 0 {
			next = m.create(s, at, next)
		}
		at = next
	}
	return spot{element: at}
}

// child returns the child that a step leads to, of several the one from which the steps behind lead on.
func (m *mutation) child(s *shape.Step, at *element, behind []shape.Step) *element {
	names := []shape.Name{s.Name}
	if s.Choices.Len() > 0 {
		names = m.table.Choices[s.Choices.First:s.Choices.End]
	}
	var first *element
	for _, k := range at.kids {
		for _, n := range names {
			if one := (shape.Step{Name: n}); k.name != m.step(&one) {
				continue
			}
			if first == nil {
				first = k
			}
			if len(behind) > 0 && behind[0].Axis == shape.Child && m.child(&behind[0], k, behind[1:]) != nil {
				return k
			}
		}
	}
	return first
}

// create adds an element beside its like, or to the element above.
func (m *mutation) create(s *shape.Step, at, like *element) *element {
	up := at
	if like != nil {
		up = like.parent
	}
	if up.name == "" { // above the root
		up = up.kids[0]
	}
	k := up.add(m.step(s))
	m.meet(s, k)
	return k
}

// meet makes the predicates of a step true.
func (m *mutation) meet(s *shape.Step, e *element) {
	for _, p := range m.table.Refs[s.Preds.First:s.Preds.End] {
		m.satisfy(p, e)
	}
}

// attribute makes sure that an element has an attribute.
func (m *mutation) attribute(e *element, name string) spot {
	s := spot{e, name}
	if !slices.ContainsFunc(e.attrs, func(a [2]string) bool { return a[0] == name }) {
		s.put("x")
	}
	return s
}

// below returns the first element of a name inside another.
func below(e *element, name string) *element {
	for _, k := range e.kids {
		if k.name == name {
			return k
		}
		if found := below(k, name); found != nil {
			return found
		}
	}
	return nil
}

// spots returns what a path leads to, whatever its predicates ask.
func (m *mutation) spots(path uint16, e *element) []spot {
	steps, at := m.steps(path, e)
	now := []*element{at}
	for i := range steps {
		s := &steps[i]
		name := m.step(s)
		var next []*element
		for _, e := range now {
			switch s.Axis {
			case shape.Attribute:
				continue
			case shape.Parent:
				if e.parent != nil {
					next = append(next, e.parent)
				}
			case shape.Self:
				if e.name == name || s.Name == 0 {
					next = append(next, e)
				}
			default:
				for _, k := range e.kids {
					if k.name == name {
						next = append(next, k)
					}
				}
			}
		}
		if s.Axis == shape.Attribute {
			var all []spot
			for _, e := range now {
				all = append(all, spot{e, name})
			}
			return all
		}
		now = next
	}
	var all []spot
	for _, e := range now {
		all = append(all, spot{element: e})
	}
	return all
}

// removeAll removes what a path leads to. It reports false where that is the element itself.
func (m *mutation) removeAll(path uint16, e *element) bool {
	all := m.spots(path, e)
	if slices.ContainsFunc(all, func(s spot) bool { return s.attr == "" && s.element == e }) {
		return false
	}
	for _, s := range all {
		s.delete()
	}
	return true
}
