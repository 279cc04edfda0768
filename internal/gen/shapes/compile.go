package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/report"
)

// compiled is a table and the functions of its rows, which only source knows how to name.
type compiled struct {
	shape.Table
	checks []string // per row: the function; "" for none
}

// namespaces are those of the artefacts' prefixes.
var namespaces = []shape.Prefix{
	{Prefix: "cbc", Space: "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"},
	{Prefix: "cac", Space: "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"},
	{Prefix: "ext", Space: "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"},
	{Prefix: "ubl", Space: "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"},
	{Prefix: "cn", Space: "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"},
	{Prefix: "rsm", Space: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"},
	{Prefix: "ram", Space: "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"},
	{Prefix: "udt", Space: "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"},
	{Prefix: "qdt", Space: "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"},
}

// compiler makes tables. What it holds for one table is t and the maps of its parts; the names are those of all.
type compiler struct {
	prefixes []shape.Prefix
	names    []shape.QName
	nameOf   map[string]shape.Name
	hashed   []uint16
	t        *compiled
	named    *lists
	lists    map[string]uint16
	texts    map[string]uint16
	exprs    map[string]uint16
	paths    map[string]uint16
	err      error
}

func newCompiler(named *lists) *compiler {
	return &compiler{named: named, names: make([]shape.QName, 1), nameOf: map[string]shape.Name{}}
}

func (c *compiler) compile(rules []rule) (*compiled, error) {
	c.t = new(compiled)
	c.lists, c.texts, c.exprs, c.paths = map[string]uint16{}, map[string]uint16{"": 0}, map[string]uint16{}, map[string]uint16{}
	c.t.Strings = make([]string, 1)
	c.path(&path{}) // number 0 is no path, where a path may be left out
	patterns := map[string]uint8{}
	for i := 0; i < len(rules); {
		r := rules[i]
		pattern, _, _ := strings.Cut(r.pattern, "/")
		if _, ok := patterns[pattern]; !ok {
			patterns[pattern] = uint8(len(patterns))
		}
		first := len(c.t.Rows)
		for ; i < len(rules) && rules[i].pattern == r.pattern && rules[i].context == r.context; i++ {
			c.row(rules[i])
		}
		for _, p := range alternatives(r.context) {
			e, err := parse(p)
			if err == nil {
				e, err = simplify(e)
			}
			if err != nil {
				return nil, fmt.Errorf("context %s: %w", p, err)
			}
			c.t.Contexts = append(c.t.Contexts, shape.Context{Pattern: patterns[pattern], Path: c.path(e.path), Rows: span(first, len(c.t.Rows)), As: print(e)})
		}
	}
	if len(patterns) > shape.MaxPatterns {
		c.fail("too many patterns: %d", len(patterns))
	}
	for what, n := range map[string]int{"expressions": len(c.t.Exprs), "references": len(c.t.Refs), "steps": len(c.t.Steps), "names": len(c.names)} {
		if n > 1<<16-1 {
			c.fail("too many %s: %d", what, n)
		}
	}
	c.t.Needs = needs(c.t)
	return c.t, c.err
}

func (c *compiler) fail(format string, args ...any) {
	if c.err == nil {
		c.err = fmt.Errorf(format, args...)
	}
}

func span(first, end int) shape.Span { return shape.Span{First: uint16(first), End: uint16(end)} }

// row adds a rule. One that can never fire is left out.
func (c *compiler) row(r rule) {
	row := shape.Row{ID: r.id, Severity: report.Error}
	switch r.severity {
	case "warning":
		row.Severity = report.Warning
	case "error":
	default:
		c.fail("%s: severity %q", r.id, r.severity)
	}
	check := ""
	switch fn, isFunction := strings.CutPrefix(r.test, "function"); {
	case r.test == "never":
		return
	case isFunction:
		check = function(r.id)
		for _, n := range strings.Fields(fn) {
			c.name(n)
		}
	default:
		e, err := parse(r.test)
		if err == nil {
			e, err = simplify(e)
		}
		if err != nil {
			c.fail("%s: %s: %w", r.id, r.test, err)
			return
		}
		row.Test, row.As = c.expr(e), r.test
	}
	c.t.Rows = append(c.t.Rows, row)
	c.t.checks = append(c.t.checks, check)
}

var camel = regexp.MustCompile(`-+`)

// function is the name of the function that checks a rule: vat08 for BR-AE-08, brCO10 for BR-CO-10, ublSR44 for UBL-SR-44; fxVAT08ini for
// BR-FXEXT-AE-08ini, fxCO10 for BR-FXEXT-CO-10.
func function(id string) string {
	if m := family.FindStringSubmatch(id); m != nil {
		if m[1] == "B" || m[2] > "10" {
			return "br" + m[1] + m[2]
		}
		return "vat" + m[2]
	}
	if m := extended.FindStringSubmatch(id); m != nil {
		return "fxVAT" + m[2]
	}
	if rest, ok := strings.CutPrefix(id, "BR-FXEXT-"); ok {
		return "fx" + camel.ReplaceAllString(rest, "")
	}
	prefix, rest, _ := strings.Cut(id, "-")
	return strings.ToLower(prefix) + camel.ReplaceAllString(rest, "")
}

func (c *compiler) expr(e *expr) uint16 {
	key := print(e)
	if i, ok := c.exprs[key]; ok {
		return i
	}
	out := shape.Expr{}
	switch e.op {
	case "true":
		out.Op = shape.True
	case "false":
		out.Op = shape.False
	case "or", "and":
		out.Op = map[string]shape.Op{"or": shape.Or, "and": shape.And}[e.op]
		out.Args = c.refs(e.args)
	case "not":
		out.Op, out.A = shape.Not, c.expr(e.args[0])
	case "normalize", "upper": // a text is true where it is not empty
		out.Op, out.A, out.B = shape.NotEqual, c.operand(e, false), c.operand(&expr{op: "literal"}, false)
	case "path":
		out.Op, out.A = shape.Exists, c.path(e.path)
	case "=", "!=", "<=", ">=":
		if e.args[0].op == "count" {
			out.Op, out.A, out.N = shape.Count, c.path(e.args[0].path), c.number(e.args[1].text)
			out.Compare = map[string]shape.Compare{"=": shape.EQ, "<=": shape.LE, ">=": shape.GE}[e.op]
			break
		}
		out.Op = map[string]shape.Op{"=": shape.Equal, "!=": shape.NotEqual}[e.op]
		out.A, out.B = c.operand(e.args[0], e.single), c.operand(e.args[1], false)
	case "codes":
		value := e.args[0]
		if e.upper {
			value = &expr{op: "upper", args: e.args}
		}
		out.Op, out.A, out.B = shape.Codes, c.operand(value, false), c.list(e.text)
	case "listed":
		out.Op, out.A, out.B = shape.Listed, c.path(e.args[0].path), c.list(e.text)
	case "decimals":
		out.Op, out.A, out.N = shape.Decimals, c.path(e.args[0].path), c.number(e.text)
	case "date102":
		out.Op = shape.Date102
	case "name":
		out.Op, out.A = shape.NameEnds, c.text(e.text)
	default:
		c.fail("no row says %s", key)
	}
	c.exprs[key] = uint16(len(c.t.Exprs))
	c.t.Exprs = append(c.t.Exprs, out)
	return c.exprs[key]
}

func (c *compiler) refs(all []*expr) shape.Span {
	refs := make([]uint16, len(all))
	for i, e := range all {
		refs[i] = c.expr(e)
	}
	first := len(c.t.Refs)
	c.t.Refs = append(c.t.Refs, refs...)
	return span(first, len(c.t.Refs))
}

// list returns the number of a code list in the table, whose Lists hold them as Go source.
func (c *compiler) list(name string) uint16 {
	i, ok := c.lists[name]
	if !ok {
		source, known := c.named.source(name)
		if !known {
			c.fail("no code list %s", name)
		}
		i = uint16(len(c.t.Lists))
		c.t.Lists, c.lists[name] = append(c.t.Lists, source), i
	}
	return i
}

func (c *compiler) number(s string) uint16 {
	n, err := strconv.ParseUint(s, 10, 16)
	if err != nil {
		c.fail("%q is no number: %w", s, err)
	}
	return uint16(n)
}

func (c *compiler) text(s string) uint16 {
	i, ok := c.texts[s]
	if !ok {
		i = uint16(len(c.t.Strings))
		c.t.Strings, c.texts[s] = append(c.t.Strings, s), i
	}
	return i
}

func (c *compiler) operand(e *expr, single bool) uint16 {
	o := shape.Operand{Single: single}
	switch e.op {
	case "true":
		o.Bool = 1
	case "false":
		o.Bool = 2
	case "literal":
		// Strings[0] is no literal: an empty one has a place of its own.
		o.Literal = c.text(e.text)
		if e.text == "" {
			o.Literal = c.empty()
		}
	default:
		for ; e.op != "path"; e = e.args[0] {
			o.Whole = true
			o.Upper = o.Upper || e.op == "upper"
			o.Normalize = o.Normalize || e.op == "normalize"
		}
		steps := e.path.steps
		end := len(steps) - 1
		for _, f := range steps[end].apply {
			o.Upper = o.Upper || f == "upper"
			o.Normalize = o.Normalize || f == "normalize"
		}
		if len(steps[end].apply) > 0 && end > 0 {
			last := steps[end]
			last.apply = nil
			o.Path, o.Last = c.path(&path{e.path.absolute, steps[:end]}), c.path(&path{steps: []step{last}})
		} else {
			o.Path = c.path(e.path)
		}
	}
	if i := slices.Index(c.t.Operands, o); i >= 0 {
		return uint16(i)
	}
	c.t.Operands = append(c.t.Operands, o)
	return uint16(len(c.t.Operands) - 1)
}

func (c *compiler) empty() uint16 {
	i, ok := c.texts["empty literal"]
	if !ok {
		i = uint16(len(c.t.Strings))
		c.t.Strings, c.texts["empty literal"] = append(c.t.Strings, ""), i
	}
	return i
}

func (c *compiler) path(p *path) uint16 {
	key := p.String()
	if i, ok := c.paths[key]; ok {
		return i
	}
	steps := make([]shape.Step, len(p.steps))
	for i, s := range p.steps {
		steps[i] = c.step(s)
	}
	first := len(c.t.Steps)
	c.t.Steps = append(c.t.Steps, steps...)
	c.paths[key] = uint16(len(c.t.Paths))
	c.t.Paths = append(c.t.Paths, shape.Path{Absolute: p.absolute, Steps: span(first, len(c.t.Steps))})
	return c.paths[key]
}

func (c *compiler) step(s step) shape.Step {
	axis, ok := map[string]shape.Axis{"child": shape.Child, "descendant": shape.Descendant, "attribute": shape.Attribute, "self": shape.Self,
		"parent": shape.Parent, "ancestor": shape.Ancestor}[s.axis]
	if !ok {
		c.fail("axis %s", s.axis)
	}
	var preds []*expr // [a and b] is [a][b], so that what is asked of the name alone stands alone
	for _, p := range s.preds {
		if p.op == "and" {
			preds = append(preds, p.args...)
		} else {
			preds = append(preds, p)
		}
	}
	out := shape.Step{Axis: axis, First: s.first, Preds: c.refs(preds)}
	switch {
	case len(s.names) > 1:
		first := len(c.t.Choices)
		for _, n := range s.names {
			c.t.Choices = append(c.t.Choices, c.name(n))
		}
		out.Choices = span(first, len(c.t.Choices))
	case len(s.names) == 0 || s.names[0] == "*":
	case strings.HasSuffix(s.names[0], ":*"):
		out.Space = c.prefix(strings.TrimSuffix(s.names[0], ":*"))
	case s.axis == "attribute":
		out.Name = c.name("@" + s.names[0])
	default:
		out.Name = c.name(s.names[0])
	}
	return out
}

// name returns the number of a name such as cbc:ID, or @schemeID.
func (c *compiler) name(qname string) shape.Name {
	qname = strings.TrimPrefix(qname, "@")
	if n, ok := c.nameOf[qname]; ok {
		return n
	}
	q := shape.QName{Local: qname}
	if prefix, local, ok := strings.Cut(qname, ":"); ok {
		q = shape.QName{Prefix: c.prefix(prefix), Local: local}
	}
	c.nameOf[qname] = shape.Name(len(c.names))
	c.names = append(c.names, q)
	return c.nameOf[qname]
}

func (c *compiler) prefix(prefix string) uint8 {
	for i, p := range c.prefixes {
		if p.Prefix == prefix {
			return uint8(i + 1)
		}
	}
	for _, p := range namespaces {
		if p.Prefix == prefix {
			c.prefixes = append(c.prefixes, p)
			return uint8(len(c.prefixes))
		}
	}
	c.fail("unknown prefix %s", prefix)
	return 0
}

// heads lists, for each name, the contexts whose last step may take elements of it.
func (c *compiler) heads(t *compiled) {
	t.Heads = make([]shape.Span, len(c.names))
	list := func(fits func(s shape.Step) bool) shape.Span {
		first := len(t.Order)
		for i, ctx := range t.Contexts {
			if fits(t.Steps[t.Paths[ctx.Path].Steps.End-1]) {
				t.Order = append(t.Order, uint16(i))
			}
		}
		if len(t.Order) > 1<<16-1 {
			c.fail("too many contexts in order: %d", len(t.Order))
		}
		return span(first, len(t.Order))
	}
	for n := 1; n < len(c.names); n++ {
		name := shape.Name(n)
		t.Heads[n] = list(func(s shape.Step) bool {
			return s.Name == name || slices.Contains(t.Choices[s.Choices.First:s.Choices.End], name)
		})
	}
	t.Any = list(func(s shape.Step) bool { return s.Name == 0 && s.Choices.Len() == 0 })
}

func (c *compiler) hash() {
	size := 1
	for size < 3*len(c.names) {
		size *= 2
	}
	c.hashed = make([]uint16, size)
	for i, n := range c.names[1:] {
		h := shape.HashName(n.Local) & uint32(size-1)
		for c.hashed[h] != 0 {
			h = (h + 1) & uint32(size-1)
		}
		c.hashed[h] = uint16(i + 1)
	}
}
