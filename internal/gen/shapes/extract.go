package main

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

// extractor reads artefacts from RULES.tsv, and the code lists that they name.
type extractor struct {
	standards string
	lists     *lists
	dbs       map[string]map[string][]string
}

// extract reads an artefact's rules.
func (x *extractor) extract(artefact, version string) ([]rule, error) {
	file := filepath.Join(x.standards, "RULES.tsv")
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var rules []rule
	for i, line := range strings.Split(string(text), "\n") {
		f := strings.Split(line, "\t")
		if len(f) < 8 || f[0] != artefact {
			continue
		}
		r := rule{pattern: f[6] + "/" + f[7], id: f[1], severity: "error"}
		if f[2] == "warning" {
			r.severity = f[2]
		}
		if r.context, err = contexts(f[3]); err == nil {
			let := ""
			if len(f) > 8 {
				let = f[8]
			}
			r.test, err = x.row(artefact, version, r.id, f[4], let)
		}
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %s: %w", file, i+1, r.id, err)
		}
		if f[2] == "unset(report)" {
			// The reports of what a profile does not use have no ID, and fire where their test is true.
			r.id, r.test = "FX-NOT-USED", negated(r.test)
		}
		rules = append(rules, r)
	}
	if len(rules) == 0 {
		return nil, fmt.Errorf("%s: no rules of %q", file, artefact)
	}
	return rules, nil
}

// negated is the opposite of a row's test.
func negated(test string) string {
	if test == "never" {
		return "false()"
	}
	return "not(" + test + ")"
}

// contexts checks that the paths of a context can be told, and writes them in our way.
func contexts(s string) (string, error) {
	var all []string
	for _, p := range alternatives(s) {
		e, err := parse(p)
		if err == nil {
			e, err = simplify(e)
		}
		if err == nil && e.op != "path" {
			err = fmt.Errorf("a context is a path, not %s", e.op)
		}
		if err != nil {
			return "", fmt.Errorf("context %s: %w", p, err)
		}
		all = append(all, print(e))
	}
	return strings.Join(all, " | "), nil
}

// alternatives cuts at the bars outside of brackets, parentheses and literals.
func alternatives(s string) (all []string) {
	depth, from, quoted := 0, 0, false
	for i, c := range s {
		switch {
		case c == '\'':
			quoted = !quoted
		case quoted:
		case c == '[' || c == '(':
			depth++
		case c == ']' || c == ')':
			depth--
		case c == '|' && depth == 0:
			all, from = append(all, s[from:i]), i+1
		}
	}
	return append(all, s[from:])
}

// family matches the rules of the VAT categories: templates, and so functions, but for those on the reason of an exemption.
var family = regexp.MustCompile(`^BR-(S|Z|E|AE|IC|G|O|AF|AG|B)-(\d\d)$`)

// extended matches those that only Factur-X EXTENDED has. One of them is published without its hyphen.
var extended = regexp.MustCompile(`^BR-FXEXT-(S|Z|E|AE|IC|G|O|AF|AG)-?(\d\d\w*)$`)

// isFunction reports whether a rule is a function though a row could say its test: it is one of a family, or its message has values in it that a
// row does not know.
func isFunction(id, test string) bool {
	if m := family.FindStringSubmatch(id); m != nil {
		return m[2] != "10" && strings.TrimSpace(test) != "true()"
	}
	return id == "BR-53" || extended.MatchString(id)
}

// row writes a test as a row says it, or says that it is a function.
func (x *extractor) row(artefact, version, id, test, let string) (string, error) {
	if strings.TrimSpace(test) == "false" {
		// A slip for false(): it looks for an element of that name, which is never there either.
		return "false()", nil
	}
	if !isFunction(id, test) {
		e, err := listed(test, let)
		if e == nil {
			e, err = parse(test)
		}
		if err == nil {
			e, err = simplify(e)
		}
		switch {
		case err != nil:
		case e.op == "true":
			return "never", nil
		default:
			err := x.nameLists(artefact, version, id, e)
			return print(e), err
		}
	}
	return strings.TrimSpace("function " + strings.Join(names(test), " ")), nil
}

var codedbTest = regexp.MustCompile(`^string-length\(\$(\w+)\)=0 or document\('([^']+)'\)/codedb/cl\[@id=(\d+)\]/enumeration\[@value=\$(\w+)\]$`)

// listed recognises the way in which Factur-X looks a value up: it is empty, or stands in a list of another file as it is. It returns nil for
// another test. The file and the number of the list stand in the expression until they get a name.
func listed(test, let string) (*expr, error) {
	m := codedbTest.FindStringSubmatch(test)
	if m == nil {
		return nil, nil
	}
	name, value, ok := strings.Cut(let, ":=")
	if !ok || m[1] != m[4] || strings.TrimSpace(name) != "$"+m[1] {
		return nil, fmt.Errorf("no value of $%s", m[1])
	}
	v, err := parse(value)
	if err != nil {
		return nil, err
	}
	return &expr{op: "listed", args: []*expr{v}, text: m[2] + "#" + m[3]}, nil
}

// nameLists gives the code lists in a test their names.
func (x *extractor) nameLists(artefact, version, id string, e *expr) error {
	for _, a := range e.args {
		if err := x.nameLists(artefact, version, id, a); err != nil {
			return err
		}
	}
	switch e.op {
	case "codes":
		e.text = x.lists.name(strings.Fields(strings.Trim(e.text, "'")), artefact+"."+id)
	case "listed":
		file, number, _ := strings.Cut(e.text, "#")
		if x.dbs[file] == nil {
			db, err := readCodedb(x.standards, version, file)
			if err != nil {
				return err
			}
			x.dbs[file] = db
		}
		codes := x.dbs[file][number]
		if len(codes) == 0 {
			return fmt.Errorf("no code list %s in %s", number, file)
		}
		e.text = x.lists.name(codes, artefact+".cl"+number)
	}
	return nil
}

var token = regexp.MustCompile(`'[^']*'|@[A-Za-z]\w*|[a-z]+:[A-Z]\w*`)

// names lists the names of elements and attributes in a test.
func names(test string) (all []string) {
	for _, t := range token.FindAllString(test, -1) {
		if t[0] != '\'' && !slices.Contains(all, t) {
			all = append(all, t)
		}
	}
	slices.Sort(all)
	return all
}
