package main

import (
	"fmt"
	"strings"
)

// simplify finds the codes and decimals in a test, and fails on what no row can say.
func simplify(e *expr) (*expr, error) {
	if d, ok := asDecimals(e); ok {
		return d, nil
	}
	if c, ok := asCodes(e); ok {
		return c, nil
	}
	for i, a := range e.args {
		s, err := simplify(a)
		if err != nil {
			return nil, err
		}
		e.args[i] = s
	}
	switch e.op {
	case "listed":
		return e, nil
	case "length", "after", "contains", "concat", "<", ">":
		return nil, fmt.Errorf("%s outside of the forms that rows have", e.op)
	case "<=", ">=", "=", "!=":
		left, right := e.args[0], e.args[1]
		if left.op == "count" {
			if right.op != "literal" || e.op == "!=" || !isNumber(right.text) {
				return nil, fmt.Errorf("a count is compared with %s", right.op)
			}
			return e, nil
		}
		if e.op == "<=" || e.op == ">=" || !operand(left) || !operand(right) {
			return nil, fmt.Errorf("%s compares %s with %s", e.op, left.op, right.op)
		}
	}
	if e.path != nil {
		for i := range e.path.steps {
			s := &e.path.steps[i]
			if s.axis == "name()" {
				return nil, fmt.Errorf("name()")
			}
			for j, p := range s.preds {
				simple, err := simplify(p)
				if err != nil {
					return nil, err
				}
				s.preds[j] = simple
			}
		}
	}
	return e, nil
}

func isNumber(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

func operand(e *expr) bool {
	switch e.op {
	case "path", "literal", "true", "false":
		return true
	case "normalize", "upper":
		return operand(e.args[0]) && e.args[0].op != "literal"
	}
	return false
}

// asDecimals recognises string-length(substring-after(x, '.')) <= n.
func asDecimals(e *expr) (*expr, bool) {
	if e.op == "<=" && e.args[0].op == "length" && e.args[0].args[0].op == "after" {
		after := e.args[0].args[0]
		if n := e.args[1]; after.args[1].text == "." && n.op == "literal" && isNumber(n.text) && after.args[0].op == "path" {
			return &expr{op: "decimals", args: after.args[:1], text: n.text}, true
		}
	}
	return nil, false
}

// asCodes recognises the way in which the artefacts look a value up in a list: it has no blank in it, and stands between blanks in the list. The
// codes stand in the expression in quotes, until they get a name.
func asCodes(e *expr) (*expr, bool) {
	if e.op == "codes" {
		return e, true
	}
	if e.op != "and" || len(e.args) != 2 || e.args[0].op != "not" || e.args[0].args[0].op != "contains" || e.args[1].op != "contains" {
		return nil, false
	}
	blank, list := e.args[0].args[0], e.args[1]
	between := list.args[1]
	if blank.args[1].text != " " || list.args[0].op != "literal" || between.op != "concat" || between.args[0].text != " " || between.args[2].text != " " {
		return nil, false
	}
	value := blank.args[0]
	if value.op != "normalize" || value.args[0].op != "path" || between.args[1].op != "normalize" {
		return nil, false
	}
	looked := between.args[1].args[0]
	out := &expr{op: "codes", args: value.args, text: "'" + list.args[0].text + "'"}
	if looked.op == "upper" {
		out.upper, looked = true, looked.args[0]
	}
	return out, print(looked) == print(value.args[0])
}
