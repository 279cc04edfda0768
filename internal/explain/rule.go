package explain

import (
	"fmt"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// rulePage writes the page of a rule.
func rulePage(p *printer, e *check.Explanation) {
	p.head(e.ID, asks(p, e))
	if e.Rule.ID != "" {
		p.para(p.say(e.Rule.Why))
		if len(e.Rule.Terms) > 0 {
			p.section(about)
		}
		var terms []pair
		for _, t := range e.Rule.Terms {
			terms = append(terms, pair{t.String(), t.Name(string(p.Lang))})
		}
		p.pairs(terms)
		wordings(p, e)
	} else {
		ownWords(p, e)
	}
	for _, syntax := range []string{"ubl", "cii"} {
		pieces(p, e, syntax)
	}
	if len(e.Tests) > 0 {
		tests(p, e)
	}
	levels(p, e)
	if e.Rule.Cites != "" {
		p.para(p.say(cited, report.A("clause", e.Rule.Cites)))
	}
}

// levels writes how much a rule of fx's own matters, how sure it is, and where it is known from.
func levels(p *printer, e *check.Explanation) {
	if len(e.Levels) == 0 {
		return
	}
	p.section(howMuch)
	for _, l := range e.Levels {
		text := p.say(severities[l.Severity])
		if !l.When.IsZero() {
			text += p.say(report.Text{EN: ": ", FR: " : "}) + p.say(l.When)
		}
		if !l.Sure.IsZero() {
			text += " (" + p.say(l.Sure) + ")"
		}
		p.para(text)
	}
	if len(e.Sources) == 0 {
		return
	}
	p.section(knownFrom)
	for _, s := range e.Sources {
		text := p.say(s.Title)
		if s.URL != "" {
			text += ", " + s.URL
		}
		p.para(text)
	}
}

// wordings writes all that a rule may say, with the values of its examples.
func wordings(p *printer, e *check.Explanation) {
	if !fires(e) {
		return
	}
	p.section(whatFXSay)
	for i, c := range e.Rule.Cases {
		var args []report.Arg
		if x := slices.IndexFunc(e.Examples, func(x check.Example) bool { return x.Case == c.Name && !x.Odd }); x >= 0 {
			args = e.Examples[x].Args
		}
		if i > 0 && !p.Markdown {
			p.line("")
		}
		p.said(p.say(closed(c.Text, args), args...), p.say(closed(c.Fix, args), args...))
	}
}

// closed replaces what no argument fills by an ellipsis.
func closed(t report.Text, args []report.Arg) report.Text {
	fill := func(s string) string {
		for at := strings.IndexByte(s, '{'); at >= 0; {
			end := at + strings.IndexByte(s[at:], '}')
			if end < at {
				break
			}
			if name := s[at+1 : end]; !slices.ContainsFunc(args, func(a report.Arg) bool { return a.Name == name }) {
				s = s[:at] + "…" + s[end+1:]
				end = at + len("…") - 1
			}
			next := strings.IndexByte(s[end:], '{')
			if next < 0 {
				break
			}
			at = end + next
		}
		return s
	}
	return report.Text{EN: fill(t.EN), FR: fill(t.FR)}
}

func fires(e *check.Explanation) bool {
	return len(e.Levels) > 0 || slices.ContainsFunc(e.Tests, func(t check.RuleTest) bool { return !t.Never })
}

// ownWords writes what a rule says that only an artefact has.
func ownWords(p *printer, e *check.Explanation) {
	text, fix := e.Tests[0].Text, e.Tests[0].Fix
	if text.IsZero() {
		switch test := e.Tests[0].Test; {
		case strings.HasPrefix(test, "not(@"), strings.HasPrefix(test, "not(//@"):
			p.para(p.say(fixNoAttr))
		case strings.HasPrefix(test, "not("), test == "false()":
			p.para(p.say(fixNone))
		}
		return
	}
	var args []report.Arg
	if len(e.Examples) > 0 {
		args = e.Examples[0].Args
	}
	if !slices.ContainsFunc(args, func(a report.Arg) bool { return a.Name == "element" }) && len(e.Tests[0].Contexts) > 0 {
		args = append(args, report.A("element", lastStep(e.Tests[0].Contexts[0])))
	}
	if asks(p, e) != p.say(asksSyntax) {
		p.para(p.say(asksSyntax))
	}
	p.section(whatFXSay)
	p.said(p.say(closed(text, args), args...), p.say(closed(fix, args), args...))
}

// pieces writes the example of a rule in a syntax.
func pieces(p *printer, e *check.Explanation, syntax string) {
	name := report.A("syntax", strings.ToUpper(syntax))
	for _, x := range e.Examples {
		if x.Syntax != syntax || x.Odd {
			continue
		}
		if len(x.Piece) == 0 {
			continue
		}
		p.section(example, name)
		p.note(p.difference(x.Piece))
		p.piece(x.Piece)
		return
	}
	if slices.ContainsFunc(e.Examples, func(x check.Example) bool { return x.Syntax == syntax && x.Odd }) {
		p.section(example, name)
		p.note(p.say(odd, name))
	}
}

// note writes a line below the title of a section.
func (p *printer) note(s string) {
	if p.Markdown {
		p.line("\n" + p.linked(s))
		return
	}
	p.wrapped("  ", "  ", s)
}

// tests writes which artefacts test a rule, and where; those together that do it alike.
func tests(p *printer, e *check.Explanation) {
	p.section(tested)
	if p.Markdown {
		p.line("")
	}
	const (
		most       = 4 // contexts
		mostAtOnce = 6 // tests
	)
	var done []string
	for _, t := range e.Tests {
		key := alike(&t)
		if slices.Contains(done, key) {
			continue
		}
		if done = append(done, key); len(done) > mostAtOnce {
			continue
		}
		var names []string
		for _, other := range e.Tests {
			if name := other.Artefact + " " + other.Version; alike(&other) == key && !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		what := p.say(severities[t.Severity])
		if t.Never {
			what = p.say(never)
		}
		bullet := "  "
		if p.Markdown {
			bullet = "* "
		}
		p.wrapped(bullet, "  ", strings.Join(names, ", ")+p.colon()+what)
		for i, context := range t.Contexts {
			if i == most {
				p.code(p.say(element), p.say(andMore, report.A("n", len(t.Contexts)-most)))
				break
			}
			p.code(p.say(element), context)
		}
		switch {
		case t.Never:
		case t.Test == "":
			p.code(p.say(test), p.say(computed))
		default:
			p.code(p.say(test), t.Test)
		}
	}
	if n := len(done) - mostAtOnce; n > 0 {
		p.note(p.say(andMore, report.A("n", n)))
	}
}

// alike is the same for tests that differ in their artefact only.
func alike(t *check.RuleTest) string {
	return fmt.Sprint(t.Never, t.Severity, t.Contexts, t.Test)
}

// asks says what a rule asks: in the words of the standard's rule, or by its expression.
func asks(p *printer, e *check.Explanation) string {
	if e.Rule.ID != "" {
		return p.say(e.Rule.Asks)
	}
	if e.ID == "FX-NOT-USED" {
		return p.say(asksNothing)
	}
	return p.say(asksOf(&e.Tests[0]))
}

// asksOf says what an expression asks; where it takes more words, that it is a rule of the syntax.
func asksOf(t *check.RuleTest) report.Text {
	inner := func(prefix, suffix string) (string, bool) {
		s, ok := strings.CutPrefix(t.Test, prefix)
		if !ok || !strings.HasSuffix(s, suffix) {
			return "", false
		}
		s = strings.TrimSuffix(s, suffix)
		return s, !strings.Contains(s, " or ") && !strings.Contains(s, " and ") && balanced(s)
	}
	if s, ok := inner("not(", ")"); ok {
		if strings.HasPrefix(strings.TrimLeft(s, "/"), "@") {
			return asksNoAttr.With(report.A("path", s))
		}
		return asksNone.With(report.A("path", s))
	}
	if s, ok := inner("count(", ") <= 1"); ok {
		return asksOnce.With(report.A("path", s))
	}
	if s, ok := inner("count(", ") = 1"); ok {
		return asksJustOnce.With(report.A("path", s))
	}
	if s, ok := inner("count(", ") <= 2"); ok {
		return asksAtMost.With(report.A("path", s), report.A("n", 2))
	}
	if strings.HasPrefix(t.Test, "decimals(., ") {
		return asksDecimals.With(report.A("n", strings.TrimSuffix(strings.TrimPrefix(t.Test, "decimals(., "), ")")))
	}
	if t.Test == "date102()" {
		return asksDate
	}
	for _, op := range []string{"codes(", "listed("} {
		if s, ok := inner(op, ")"); ok {
			path, list, _ := strings.Cut(s, ", ")
			if path == "." && len(t.Contexts) > 0 {
				path = lastStep(t.Contexts[0])
			}
			return asksCode.With(report.A("path", path), report.A("list", list))
		}
	}
	if s, ok := inner("", ""); ok && s != "" && !strings.ContainsAny(s, " (") {
		return asksThere.With(report.A("path", s))
	}
	if !t.Text.IsZero() && !strings.Contains(t.Text.EN, "{") {
		return t.Text
	}
	return asksSyntax
}

// lastStep is the name of the element that a context looks at.
func lastStep(context string) string {
	name, _, _ := strings.Cut(context, "[")
	return name[strings.LastIndexByte(name, '/')+1:]
}

// balanced reports whether each bracket of s closes one of s.
func balanced(s string) bool {
	depth := 0
	for _, c := range s {
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// termsIn lists terms as pairs.
func termsIn(p *printer, all []en16931.Term) []pair {
	var rows []pair
	for _, t := range all {
		rows = append(rows, pair{t.String(), t.Name(string(p.Lang)) + " (" + t.Card().String() + ")"})
	}
	return rows
}
