package main

import "strings"

// print writes an expression as shapes.tsv has it: XPath, with codes(), decimals(), name-ends() and date102() for what has no short form there.
func print(e *expr) string { return printIn(e, 0) }

// Precedences: 0 anything, 1 inside and, 2 inside a comparison.
func printIn(e *expr, level int) string {
	var s string
	at := 3
	switch e.op {
	case "or", "and":
		at = map[string]int{"or": 0, "and": 1}[e.op]
		var parts []string
		for _, a := range e.args {
			parts = append(parts, printIn(a, at+1))
		}
		s = strings.Join(parts, " "+e.op+" ")
	case "=", "!=", "<", "<=", ">", ">=":
		if e.single {
			steps := e.args[0].path.steps
			last := &path{steps: steps[len(steps)-1:]}
			s = (&path{e.args[0].path.absolute, steps[:len(steps)-1]}).String() + "/(" + last.String() + " = " + print(e.args[1]) + ")"
			break
		}
		at = 2
		s = printIn(e.args[0], 3) + " " + e.op + " " + printIn(e.args[1], 3)
	case "path":
		s = e.path.String()
	case "count":
		s = "count(" + e.path.String() + ")"
	case "literal":
		s = "'" + e.text + "'"
		if e.number {
			s = e.text
		}
	case "true", "false":
		s = e.op + "()"
	case "normalize":
		s = "normalize-space(" + print(e.args[0]) + ")"
	case "upper":
		s = "upper-case(" + print(e.args[0]) + ")"
	case "name":
		s = "ends-with(name(), '" + e.text + "')"
	case "codes":
		s = "codes(" + print(e.args[0]) + ", " + e.text + ")"
		if e.upper {
			s = "codes(upper-case(" + print(e.args[0]) + "), " + e.text + ")"
		}
	case "listed":
		s = "listed(" + print(e.args[0]) + ", " + e.text + ")"
	case "decimals":
		s = "decimals(" + print(e.args[0]) + ", " + e.text + ")"
	case "date102":
		s = "date102()"
	default:
		var parts []string
		for _, a := range e.args {
			parts = append(parts, print(a))
		}
		s = e.op + "(" + strings.Join(parts, ", ") + ")"
	}
	if at < level {
		return "(" + s + ")"
	}
	return s
}

func (p *path) String() string {
	var b strings.Builder
	for i, s := range p.steps {
		switch {
		case s.axis == "descendant" && i+1 < len(p.steps) && p.steps[i+1].axis == "attribute" && s.names[0] == "*":
			b.WriteString("/") // //@name
			continue
		case s.axis == "descendant":
			b.WriteString("//")
		case i > 0 || p.absolute:
			b.WriteString("/")
		}
		b.WriteString(s.String())
	}
	return b.String()
}

func (s *step) String() string {
	var out string
	switch s.axis {
	case "parent":
		out = ".."
	case "self":
		out = "."
		if len(s.names) > 0 {
			out = "self::" + strings.Join(s.names, "|")
		}
	case "name()":
		out = "name()"
	case "attribute":
		out = "@" + s.names[0]
	case "ancestor":
		out = "ancestor::" + s.names[0]
	default:
		out = strings.Join(s.names, "|")
		if len(s.names) > 1 {
			out = "(" + out + ")"
		}
	}
	for _, p := range s.preds {
		out += "[" + print(p) + "]"
	}
	if s.first {
		out += "[1]"
	}
	for _, f := range s.apply {
		out = map[string]string{"normalize": "normalize-space", "upper": "upper-case"}[f] + "(" + out + ")"
	}
	return out
}
