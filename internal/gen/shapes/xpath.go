package main

import (
	"fmt"
	"regexp"
	"strings"
)

// expr is a test, or a part of one. Op says what it is:
//
//	or and not           args
//	= != < <= > >=       args: two of path, literal, count, normalize, upper, true, false
//	path                 path: true where it leads to something
//	count                path
//	literal              text
//	true false
//	normalize upper      args: one path, or upper in normalize; contains: two
//	length after concat  of strings; only decimals and codes are made of them
//	codes                args: the value; text: the list; upper is true where the value is looked up in capitals
//	listed               args: the value, empty or as it is in the list; text: the list
//	decimals             args: the value; text: how many
//	date102              the element's text is a day as YYYYMMDD
type expr struct {
	op     string
	args   []*expr
	path   *path
	text   string
	number bool // the literal is a number
	upper  bool
	single bool // a comparison that XPath stops at where the path on its left leads to several elements
}

type path struct {
	absolute bool // from the document
	steps    []step
}

// step is one step of a path. Axis is child, descendant (after //), attribute, self, parent or ancestor.
type step struct {
	axis  string
	names []string // "*" and "ram:*" are names of any element, of a namespace
	preds []*expr
	first bool     // [1]
	apply []string // functions that the value at the end of the path goes through, such as upper-case
}

// parse reads an XPath of the forms that tests and predicates of the artefacts have. What it does not know is an error: such a test is a function.
func parse(s string) (e *expr, err error) {
	p := &parser{rest: someOf.ReplaceAllStringFunc(s, asChoice)}
	defer func() {
		if r := recover(); r != nil {
			msg, ok := r.(unknown)
			if !ok {
				panic(r)
			}
			err = fmt.Errorf("%s", string(msg))
		}
	}()
	e = p.or()
	if p.space(); p.rest != "" {
		p.fail("unexpected %q", p.rest)
	}
	return e, nil
}

// someOf is a comparison with each word of a text.
var someOf = regexp.MustCompile(`some \$(\w+) in tokenize\('([^']*)', '\\s'\) satisfies (.+?) = \$(\w+)`)

func asChoice(s string) string {
	m := someOf.FindStringSubmatch(s)
	if m[1] != m[4] {
		return s
	}
	var parts []string
	for _, word := range strings.Fields(m[2]) {
		parts = append(parts, m[3]+" = '"+word+"'")
	}
	return strings.Join(parts, " or ")
}

type unknown string

type parser struct {
	rest     string
	compared *expr // what the end of the last path was compared with, inside of it
}

func (p *parser) fail(format string, args ...any) { panic(unknown(fmt.Sprintf(format, args...))) }

func (p *parser) space() { p.rest = strings.TrimLeft(p.rest, " \t\n\r") }

// take consumes a symbol.
func (p *parser) take(symbol string) bool {
	p.space()
	if !strings.HasPrefix(p.rest, symbol) {
		return false
	}
	p.rest = p.rest[len(symbol):]
	return true
}

func (p *parser) want(symbol string) {
	if !p.take(symbol) {
		p.fail("expected %q before %.40q", symbol, p.rest)
	}
}

// word consumes a word such as and.
func (p *parser) word(w string) bool {
	p.space()
	if !strings.HasPrefix(p.rest, w) || len(p.rest) > len(w) && isNameByte(p.rest[len(w)]) {
		return false
	}
	p.rest = p.rest[len(w):]
	return true
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.'
}

func (p *parser) or() *expr  { return p.list("or", p.and) }
func (p *parser) and() *expr { return p.list("and", p.comparison) }

func (p *parser) list(op string, part func() *expr) *expr {
	e := &expr{op: op, args: []*expr{part()}}
	for p.word(op) {
		e.args = append(e.args, part())
	}
	if len(e.args) == 1 {
		return e.args[0]
	}
	return e
}

func (p *parser) comparison() *expr {
	left := p.primary()
	for _, op := range []string{"!=", "<=", ">=", "=", "<", ">"} {
		if p.take(op) {
			return &expr{op: op, args: []*expr{left, p.primary()}}
		}
	}
	return left
}

func (p *parser) primary() *expr {
	p.space()
	switch {
	case p.rest == "":
		p.fail("something is missing at the end")
	case p.rest[0] == '\'' || p.rest[0] == '"':
		quote := p.rest[:1]
		text, rest, ok := strings.Cut(p.rest[1:], quote)
		if !ok {
			p.fail("no end of a literal")
		}
		p.rest = rest
		return &expr{op: "literal", text: text}
	case p.rest[0] >= '0' && p.rest[0] <= '9':
		n := 0
		for n < len(p.rest) && p.rest[n] >= '0' && p.rest[n] <= '9' {
			n++
		}
		text := p.rest[:n]
		p.rest = p.rest[n:]
		return &expr{op: "literal", text: text, number: true}
	case p.rest[0] == '(':
		return p.parenthesis()
	}
	for _, f := range []string{"not", "exists", "count", "normalize-space", "upper-case", "string-length", "substring-after", "contains", "concat", "ends-with", "matches", "true", "false", "codes", "listed", "decimals", "date102"} {
		save := p.rest
		if p.word(f) && p.take("(") {
			return p.call(f)
		}
		p.rest = save
	}
	e := &expr{op: "path", path: p.pathFrom(nil)}
	if p.compared != nil {
		e = &expr{op: "=", args: []*expr{e, p.compared}, single: true}
		p.compared = nil
	}
	return e
}

// parenthesis reads an expression in parentheses, which a path may go on from.
func (p *parser) parenthesis() *expr {
	p.want("(")
	var names []string
	save := p.rest
	for {
		name, ok := p.name()
		if !ok {
			break
		}
		names = append(names, name)
		if !p.take("|") {
			break
		}
	}
	if len(names) > 1 && p.take(")") {
		return &expr{op: "path", path: p.pathFrom(names)}
	}
	p.rest = save
	e := p.or()
	p.want(")")
	if p.space(); strings.HasPrefix(p.rest, "/") || strings.HasPrefix(p.rest, "[") {
		p.fail("a path goes on behind parentheses")
	}
	return e
}

func (p *parser) call(f string) *expr {
	var args []*expr
	if !p.take(")") {
		for {
			if list, ok := p.name(); (f == "codes" || f == "listed") && len(args) == 1 && ok {
				args = append(args, &expr{op: "literal", text: list})
			} else {
				p.rest = list + p.rest
				args = append(args, p.or())
			}
			if !p.take(",") {
				break
			}
		}
		p.want(")")
	}
	if f == "normalize-space" && len(args) == 0 {
		args = []*expr{{op: "path", path: &path{steps: []step{{axis: "self"}}}}}
	}
	want := map[string]int{"not": 1, "exists": 1, "count": 1, "normalize-space": 1, "upper-case": 1, "string-length": 1, "substring-after": 2, "contains": 2, "concat": 3, "ends-with": 2, "matches": 2, "codes": 2, "listed": 2, "decimals": 2}[f]
	if len(args) != want {
		p.fail("%s with %d arguments", f, len(args))
	}
	switch f {
	case "not", "true", "false":
		return &expr{op: f, args: args}
	case "exists", "count":
		if args[0].op != "path" {
			p.fail("%s of %s", f, args[0].op)
		}
		if f == "exists" {
			return args[0]
		}
		return &expr{op: f, path: args[0].path}
	case "normalize-space":
		return &expr{op: "normalize", args: args}
	case "upper-case":
		return &expr{op: "upper", args: args}
	case "string-length":
		return &expr{op: "length", args: args}
	case "substring-after":
		return &expr{op: "after", args: args}
	case "matches":
		if args[1].text != `^\s*(\d{4})(1[0-2]|0[1-9]){1}(3[01]|[12][0-9]|0[1-9]){1}\s*$` || print(args[0]) != "." {
			p.fail("matches")
		}
		return &expr{op: "date102"}
	case "date102":
		return &expr{op: f}
	case "codes":
		c := &expr{op: f, args: args[:1], text: args[1].text}
		if args[0].op == "upper" {
			c.upper, c.args = true, args[0].args
		}
		return c
	case "decimals", "listed":
		return &expr{op: f, args: args[:1], text: args[1].text}
	case "ends-with":
		if args[0].op != "path" || len(args[0].path.steps) != 1 || args[0].path.steps[0].axis != "name()" {
			p.fail("ends-with of something else than name()")
		}
		return &expr{op: "name", text: args[1].text}
	}
	return &expr{op: f, args: args}
}

// pathFrom reads a path; names are those of its first step, if they have been read.
func (p *parser) pathFrom(names []string) *path {
	out := &path{}
	axis := "child"
	if names != nil {
		out.steps = append(out.steps, step{axis: axis, names: names})
		p.predicates(&out.steps[0])
		if !p.slash(&axis) {
			return out
		}
	} else if p.slash(&axis) {
		out.absolute = true
	}
	for {
		s := p.step(axis)
		if axis == "descendant" && s.axis == "attribute" {
			out.steps = append(out.steps, step{axis: axis, names: []string{"*"}}) // any element's
		}
		out.steps = append(out.steps, s)
		axis = "child"
		if !p.slash(&axis) {
			return out
		}
	}
}

func (p *parser) slash(axis *string) bool {
	if p.take("//") {
		*axis = "descendant"
		return true
	}
	return p.take("/")
}

func (p *parser) step(axis string) step {
	s := step{axis: axis}
	p.space()
	switch {
	case p.take(".."):
		s.axis = "parent"
		return s
	case p.take("."):
		s.axis = "self"
		p.predicates(&s)
		return s
	case p.take("@"):
		s.axis = "attribute"
	case p.take("name()"):
		s.axis = "name()"
		return s
	case p.take("("):
		for {
			// (a|b), or a function of one path
			save := p.rest
			if name, ok := p.name(); ok && !strings.HasPrefix(p.rest, "(") {
				s.names = append(s.names, name)
			} else {
				p.rest = save
				return p.applied()
			}
			if !p.take("|") {
				break
			}
		}
		p.want(")")
		p.predicates(&s)
		return s
	default:
		for _, a := range []string{"self", "ancestor", "child"} {
			if save := p.rest; p.word(a) && p.take("::") {
				s.axis = a
				break
			} else {
				p.rest = save
			}
		}
		for _, f := range []string{"normalize-space", "upper-case"} {
			if save := p.rest; p.word(f) && p.take("(") {
				p.rest = save
				return p.function()
			} else {
				p.rest = save
			}
		}
	}
	name, ok := p.name()
	if !ok {
		p.fail("expected a name before %.40q", p.rest)
	}
	s.names = []string{name}
	p.predicates(&s)
	return s
}

// applied reads a comparison in parentheses at the end of a path, as in a/(f(b)='x'): a/f(b)='x' where there is one a, and an error of XPath where
// there are several.
func (p *parser) applied() step {
	s := p.functionOrStep()
	p.want("=")
	if p.compared = p.primary(); p.compared.op != "literal" {
		p.fail("a path ends in parentheses")
	}
	p.want(")")
	return s
}

// function reads a function of one path at the end of a path, as in a/upper-case(b).
func (p *parser) function() step {
	if p.word("normalize-space") {
		p.want("(")
		s := p.functionOrStep()
		p.want(")")
		s.apply = append(s.apply, "normalize")
		return s
	}
	if p.word("upper-case") {
		p.want("(")
		s := p.functionOrStep()
		p.want(")")
		s.apply = append(s.apply, "upper")
		return s
	}
	p.fail("unknown function at %.40q", p.rest)
	return step{}
}

func (p *parser) functionOrStep() step {
	if p.space(); strings.HasPrefix(p.rest, "normalize-space") || strings.HasPrefix(p.rest, "upper-case") {
		return p.function()
	}
	return p.step("child")
}

func (p *parser) predicates(s *step) {
	for p.take("[") {
		e := p.or()
		p.want("]")
		if e.number {
			if e.text != "1" {
				p.fail("position %s", e.text)
			}
			s.first = true
			continue
		}
		s.preds = append(s.preds, e)
	}
}

// name reads prefix:local, local, * or prefix:*.
func (p *parser) name() (string, bool) {
	p.space()
	n := 0
	for n < len(p.rest) && (isNameByte(p.rest[n]) || p.rest[n] == ':' || p.rest[n] == '*') {
		if p.rest[n] == ':' && n+1 < len(p.rest) && p.rest[n+1] == ':' {
			break
		}
		n++
	}
	name := p.rest[:n]
	if name == "" || name[0] >= '0' && name[0] <= '9' || name == "." || strings.HasPrefix(name, "..") {
		return "", false
	}
	p.rest = p.rest[n:]
	return name, true
}
