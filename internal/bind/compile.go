package bind

import (
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// Compile makes the table of rows for one root element. It refuses rows that contradict one another: two terms in one place, a group twice, a
// predicate, prefix or place that it does not know. The schema is asked for the children of the element at a path such as /ubl:Invoice/cac:Party;
// ok is false where there is no such element.
func Compile(syntax string, root xmltree.Name, prefixes []Prefix, rows []Row, schema func(path string) (all []Child, ok bool)) (*Table, error) {
	c := compiler{t: &Table{Syntax: syntax, Root: root, Prefixes: prefixes, Rows: rows, Names: make([]Name, 1), QNames: make([]string, 1), Strings: make([]string, 1)},
		names: map[string]uint16{}, orders: map[string]Span{}, top: newNode(""), schema: schema}
	groups := map[en16931.Term]string{en16931.BG0: ""}
	for _, r := range rows {
		if r.Term.IsGroup() && r.Const == "" {
			groups[r.Term] = r.Path
		}
	}
	for i, r := range rows {
		if err := c.add(i, r, absolute(r.Term, r.Path, groups)); err != nil {
			return nil, fmt.Errorf("%s row %d, %s %s: %w", syntax, i, r.Term, r.Path, err)
		}
	}
	c.order(c.top, "/"+c.t.prefixOf(root.Space)+":"+root.Local)
	c.t.States = append(c.t.States, State{})
	c.layOut(c.top, 0)
	c.hash()
	c.byTerm()
	return c.t, c.err
}

// absolute returns a row's path from the root element.
func absolute(t en16931.Term, path string, groups map[en16931.Term]string) string {
	if rest, ok := strings.CutPrefix(path, "/"); ok {
		return rest
	}
	g := t.Group()
	if t.IsGroup() {
		g = t.Parent()
	}
	base := ""
	if g != en16931.BG0 {
		base = absolute(g, groups[g], groups)
	}
	if base == "" || path == "" {
		return base + path
	}
	return base + "/" + path
}

type compiler struct {
	t      *Table
	names  map[string]uint16
	orders map[string]Span // by the names in them
	top    *node
	schema func(path string) ([]Child, bool)
	err    error
}

// node is an element or attribute while the rows are put together.
type node struct {
	step        string // as written, with predicates
	name        string // step without predicates
	attr        bool
	guards      []string // predicates
	group, leaf int16
	constant    string // the text of an element that a Const row demands
	children    []*node
	allowed     []Child // what the schema lets stand in it
}

func newNode(step string) *node {
	n := &node{step: step, group: -1, leaf: -1}
	n.name, n.guards = splitPredicates(step)
	n.attr = strings.HasPrefix(n.name, "@")
	return n
}

// splitSteps cuts a path at the slashes outside of predicates.
func splitSteps(path string) []string {
	var steps []string
	depth, from := 0, 0
	for i, c := range path {
		switch c {
		case '[':
			depth++
		case ']':
			depth--
		case '/':
			if depth == 0 {
				steps = append(steps, path[from:i])
				from = i + 1
			}
		}
	}
	return append(steps, path[from:])
}

// splitPredicates cuts name[a][b] into name and a, b.
func splitPredicates(step string) (name string, predicates []string) {
	name, rest, _ := strings.Cut(step, "[")
	for rest != "" {
		var p string
		p, rest, _ = strings.Cut(rest, "]")
		predicates = append(predicates, p)
		rest = strings.TrimPrefix(rest, "[")
	}
	return name, predicates
}

// add puts a row into the tree of nodes and keeps its path as Steps.
func (c *compiler) add(i int, r Row, path string) error {
	at := c.top
	var steps []Step
	if path != "" {
		for _, s := range splitSteps(path) {
			next := at.child(s)
			if next == nil {
				next = newNode(s)
				at.children = append(at.children, next)
			}
			at = next
			name, err := c.name(at.name)
			if err != nil {
				return err
			}
			guards, err := c.guards(at.guards)
			if err != nil {
				return err
			}
			steps = append(steps, Step{Name: name, Attr: at.attr, Guards: guards})
		}
	}
	first := len(c.t.Steps)
	c.t.Steps = append(c.t.Steps, steps...)
	c.t.Paths = append(c.t.Paths, span(first, len(c.t.Steps)))
	switch {
	case r.Const != "":
		at.constant = r.Const
	case r.How&Aside != 0:
	case r.Term.IsGroup():
		if at.group >= 0 {
			return fmt.Errorf("%s already has this place", c.t.Rows[at.group].Term)
		}
		at.group = int16(i)
	default:
		if at.leaf >= 0 {
			return fmt.Errorf("%s already has this place", c.t.Rows[at.leaf].Term)
		}
		at.leaf = int16(i)
	}
	return nil
}

func (n *node) child(step string) *node {
	for _, c := range n.children {
		if c.step == step {
			return c
		}
	}
	return nil
}

// layOut writes node n as State s, and its edges side by side.
func (c *compiler) layOut(n *node, s int) {
	st := State{Group: n.group, Leaf: n.leaf}
	if n.constant != "" {
		st.Const = uint16(len(c.t.Strings))
		c.t.Strings = append(c.t.Strings, n.constant)
	}
	var targets []int
	edgeOf := map[*node]int16{}
	edges := func(attr bool) Span {
		first := len(c.t.Edges)
		for _, child := range n.children {
			if child.attr != attr {
				continue
			}
			name, err := c.name(child.name)
			c.fail(err)
			from := len(c.t.Guards)
			_, err = c.guards(child.guards)
			c.fail(err)
			edgeOf[child] = int16(len(c.t.Edges))
			c.t.Edges = append(c.t.Edges, Edge{Name: name, Guards: span(from, len(c.t.Guards)), To: uint16(len(c.t.States))})
			targets = append(targets, len(c.t.States))
			c.t.States = append(c.t.States, State{})
		}
		return span(first, len(c.t.Edges))
	}
	st.Children, st.Attrs = edges(false), edges(true)
	st.Writes = c.writes(n, edgeOf)
	st.Order = c.orderOf(n)
	c.t.States[s] = st
	k := 0
	for _, attr := range []bool{false, true} {
		for _, child := range n.children {
			if child.attr == attr {
				c.layOut(child, targets[k])
				k++
			}
		}
	}
}

func (c *compiler) fail(err error) {
	if err != nil && c.err == nil {
		c.err = err
	}
}

// name returns the number of a name such as cbc:ID or @unitCode.
func (c *compiler) name(qname string) (uint16, error) {
	qname = strings.TrimPrefix(qname, "@")
	if n, ok := c.names[qname]; ok {
		return n, nil
	}
	n, ok := c.split(qname)
	if !ok {
		return 0, fmt.Errorf("unknown prefix in %s", qname)
	}
	c.names[qname] = uint16(len(c.t.Names))
	c.t.Names, c.t.QNames = append(c.t.Names, n), append(c.t.QNames, qname)
	return c.names[qname], nil
}

// split takes a name such as cbc:ID apart; ok is false if the table does not know its prefix.
func (c *compiler) split(qname string) (n Name, ok bool) {
	n = Name{Prefix: uint16(len(c.t.Prefixes)), Local: qname}
	prefix, local, ok := strings.Cut(qname, ":")
	if !ok {
		return n, true
	}
	for i, p := range c.t.Prefixes {
		if p.Prefix == prefix {
			return Name{uint16(i), local}, true
		}
	}
	return n, false
}

// guards adds predicates to the table.
func (c *compiler) guards(predicates []string) (Span, error) {
	first := len(c.t.Guards)
	for _, p := range predicates {
		g, err := c.guard(p)
		if err != nil {
			return 0, err
		}
		c.t.Guards = append(c.t.Guards, g)
	}
	return span(first, len(c.t.Guards)), nil
}

func (c *compiler) guard(p string) (Guard, error) {
	op, list := Equal, []string{p}
	if inner, ok := strings.CutPrefix(p, "not("); ok {
		op, list = NoneOf, strings.Split(strings.TrimSuffix(inner, ")"), " or ")
	}
	var path string
	var values []string
	for _, eq := range list {
		left, right, ok := strings.Cut(eq, "=")
		if !ok || path != "" && left != path {
			return Guard{}, fmt.Errorf("unknown predicate [%s]", p)
		}
		path = left
		switch {
		case right == "true()" && op == Equal:
			op = True
		case right == "false()" && op == Equal:
			op = False
		case strings.HasPrefix(right, "BT-") && op == Equal:
			if _, ok := en16931.TermByID(right); !ok {
				return Guard{}, fmt.Errorf("unknown term in [%s]", p)
			}
			op, values = SameAs, append(values, right)
		case len(right) > 2 && right[0] == '\'' && right[len(right)-1] == '\'':
			values = append(values, right[1:len(right)-1])
		default:
			return Guard{}, fmt.Errorf("unknown predicate [%s]", p)
		}
	}
	if rest, ok := strings.CutSuffix(path, "!"); ok && op == Equal {
		op, path = NotEqual, rest
	}
	g := Guard{Op: op}
	path, g.Up = strings.CutPrefix(path, "../")
	for _, v := range values {
		g.Fold = g.Fold || v == "VAT" || v == "SEPA"
	}
	var steps []Step
	for _, s := range splitSteps(path) {
		name, err := c.name(s)
		if err != nil {
			return Guard{}, err
		}
		steps = append(steps, Step{Name: name, Attr: strings.HasPrefix(s, "@")})
	}
	first := len(c.t.Steps)
	c.t.Steps = append(c.t.Steps, steps...)
	g.Path = span(first, len(c.t.Steps))
	first = len(c.t.Strings)
	c.t.Strings = append(c.t.Strings, values...)
	g.Values = span(first, len(c.t.Strings))
	return g, nil
}

// byTerm chains the rows of each term.
func (c *compiler) byTerm() {
	t := c.t
	t.RowOf, t.Next = make([]int16, en16931.NumTerms), make([]int16, len(t.Rows))
	for i := range t.RowOf {
		t.RowOf[i] = -1
	}
	for i := len(t.Rows) - 1; i >= 0; i-- {
		t.Next[i] = -1
		if r := t.Rows[i]; r.Const == "" {
			t.Next[i], t.RowOf[r.Term] = t.RowOf[r.Term], int16(i)
		}
	}
}

func (c *compiler) hash() {
	for _, always := range []string{"currencyID", "format"} {
		_, err := c.name("@" + always)
		c.fail(err)
	}
	size := 1
	for size < 3*len(c.t.Names) {
		size *= 2
	}
	c.t.Hash = make([]uint16, size)
	for i, n := range c.t.Names[1:] {
		h := hashName(n.Local) & uint32(size-1)
		for c.t.Hash[h] != 0 {
			h = (h + 1) & uint32(size-1)
		}
		c.t.Hash[h] = uint16(i + 1)
	}
}
