package report

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
)

// WriteText writes the report for people: a headline with the verdict, the
// findings in the report's order, and what was not checked. Nothing in a file, its
// name included, can steer the terminal: control characters are shown as
// escapes. It fails only as w does.
func WriteText(w io.Writer, r *Report, o TextOptions) error {
	p := &printer{o: o}
	p.headline(r)
	p.findings(r.Findings)
	p.more(r.More)
	p.layers(r)
	return p.flush(w)
}

// WriteBatchText writes what concerns several files, as WriteText does, or
// nothing when there is no finding.
func WriteBatchText(w io.Writer, findings []Finding, o TextOptions) error {
	if len(findings) == 0 {
		return nil
	}
	o.Source = nil
	p := &printer{o: o}
	r := Report{Findings: findings}
	p.line("", o.paint(bold, wordSeveral.In(o.Lang))+wordColon.In(o.Lang)+p.counts(&r))
	p.findings(findings)
	return p.flush(w)
}

// WriteSummary writes the one line that ends a run over several files:
// "12 files: 9 valid, 2 invalid, 1 unreadable".
func WriteSummary(w io.Writer, t Tally, o TextOptions) error {
	var parts []string
	for _, part := range []struct {
		n     int
		word  plural
		color string
	}{
		{t.Valid, wordValid, green},
		{t.Invalid, wordInvalid, red},
		{t.Incomplete, wordIncomplete, yellow},
		{t.Unreadable, wordUnreadable, red},
	} {
		if part.n > 0 {
			parts = append(parts, o.paint(part.color, part.word.in(o.Lang, part.n)))
		}
	}
	p := &printer{o: o}
	head := wordFiles.in(o.Lang, t.Files())
	if len(parts) > 0 {
		head += wordColon.In(o.Lang) + strings.Join(parts, ", ")
	}
	p.line("", head)
	return p.flush(w)
}

// printer builds one report's text, so that it is written at once.
type printer struct {
	b    strings.Builder
	o    TextOptions
	mark mark // the last place that was shown
}

func (p *printer) flush(w io.Writer) error {
	if _, err := io.WriteString(w, p.b.String()); err != nil {
		return fmt.Errorf("report: writing text: %w", err)
	}
	return nil
}

// line writes one line, without space at its end.
func (p *printer) line(indent, s string) {
	p.b.WriteString(strings.TrimRight(indent+s, " "))
	p.b.WriteByte('\n')
}

// field writes a labelled line. The value is made visible here.
func (p *printer) field(indent string, label Text, value string) {
	if value == "" {
		return
	}
	p.line(indent, p.o.paint(dim, label.In(p.o.Lang)+wordColon.In(p.o.Lang))+visible(value))
}

// say renders a text in the report's language, made visible.
func (p *printer) say(t Text, args ...Arg) string { return visible(t.In(p.o.Lang, args...)) }

func (p *printer) headline(r *Report) {
	name := r.File
	if name == "-" {
		name = wordStdin.In(p.o.Lang)
	}
	verdict := r.Verdict()
	parts := []string{p.o.paint(bold+";"+verdict.color(), p.say(verdict.name()))}
	for _, s := range []string{strings.ToUpper(r.Syntax), r.Profile, p.target(r.Target)} {
		if s != "" {
			parts = append(parts, visible(s))
		}
	}
	if verdict != Unreadable || len(r.Findings) > 0 { // "unreadable, 0 errors" would puzzle
		parts = append(parts, p.counts(r))
	}
	if verdict == Incomplete {
		parts[len(parts)-1] += ", " + p.say(wordNotAll)
	}
	if only := p.only(r); only != "" {
		parts = append(parts, only)
	}
	p.line("", p.o.paint(bold, visible(name))+wordColon.In(p.o.Lang)+strings.Join(parts, " · "))
}

func (v Verdict) color() string {
	switch v {
	case Valid:
		return green
	case Incomplete:
		return yellow
	}
	return red
}

func (p *printer) target(name string) string {
	switch name {
	case "", "none":
		return ""
	case "chorus":
		name = "Chorus Pro"
	}
	return wordFor.In(p.o.Lang, A("target", name))
}

// counts returns "2 errors, 1 warning"; errors are always said.
func (p *printer) counts(r *Report) string {
	errs, warnings, infos := r.Count()
	s := wordErrors.in(p.o.Lang, errs)
	if warnings > 0 {
		s += ", " + wordWarnings.in(p.o.Lang, warnings)
	}
	if infos > 0 {
		s += ", " + wordInfos.in(p.o.Lang, infos)
	}
	return s
}

func (p *printer) only(r *Report) string {
	if len(r.Only) == 0 {
		return ""
	}
	var names []string
	for _, id := range Layers() {
		if slices.Contains(r.Only, id) {
			names = append(names, id.name().In(p.o.Lang))
		}
	}
	word := wordOnlyMany
	if len(names) == 1 {
		word = wordOnlyOne
	}
	return p.say(word, A("layers", names))
}

// columns are the widths of what stands before a message.
type columns struct{ place, severity, rule int }

func (p *printer) findings(findings []Finding) {
	var c columns
	for i := range findings {
		f := &findings[i]
		c.place = max(c.place, cells(p.place(f)))
		c.severity = max(c.severity, cells(f.Severity.name().In(p.o.Lang)))
		c.rule = max(c.rule, min(cells(f.Rule), 20))
	}
	for i := range findings {
		p.finding(&findings[i], c)
		if p.o.Full {
			p.line("", "")
		}
	}
}

func (p *printer) finding(f *Finding, c columns) {
	indent := "  "
	head := ""
	if c.place > 0 {
		indent += strings.Repeat(" ", c.place+2)
		place := p.place(f)
		head = strings.Repeat(" ", c.place-cells(place)) + place + "  "
	}
	head += p.o.pad(f.Severity.color(), f.Severity.name().In(p.o.Lang), c.severity) + "  "
	head += p.o.pad(bold, visible(f.Rule), c.rule) + "  "
	head += p.say(f.Message, f.Args...)
	if n := f.Nodes(); n > 1 {
		head += " (" + wordPlaces.in(p.o.Lang, n) + ")"
	}
	p.line("  ", head)
	if !f.Fix.IsZero() {
		p.line(indent, p.o.paint(green, "→")+" "+p.say(f.Fix, f.Args...))
	}
	if p.o.Full {
		p.details(indent, f)
		return
	}
	p.field(indent, labelFiles, list(p.o.Lang, f.Files))
}

// place returns where a finding is, as briefly as it can be said.
func (p *printer) place(f *Finding) string {
	switch {
	case f.Line > 0 && f.Column > 0:
		return strconv.Itoa(f.Line) + ":" + strconv.Itoa(f.Column)
	case f.Line > 0:
		return strconv.Itoa(f.Line)
	case f.Page > 0:
		return wordPage.In(p.o.Lang, A("n", strconv.Itoa(f.Page)))
	}
	return ""
}

func (s Severity) color() string {
	switch s {
	case Error:
		return red
	case Warning:
		return yellow
	}
	return blue
}

// details are what Full adds to a finding.
func (p *printer) details(indent string, f *Finding) {
	p.field(indent, labelCheck, f.Layer.name().In(p.o.Lang))
	p.field(indent, labelTerms, strings.Join(f.Terms, ", "))
	p.field(indent, labelFiles, strings.Join(f.Files, ", "))
	p.field(indent, labelPlace, p.longPlace(f))
	p.field(indent, labelPath, f.Path)
	p.field(indent, labelFound, cut(f.Found, maxQuoted))
	p.field(indent, labelExpected, cut(f.Expected, maxQuoted))
	p.source(indent, f.Line, f.Column)
}

func (p *printer) longPlace(f *Finding) string {
	lang := p.o.Lang
	var parts []string
	switch {
	case f.Line > 0 && f.Column > 0:
		parts = append(parts, wordLineColumn.In(lang, A("n", strconv.Itoa(f.Line)), A("column", strconv.Itoa(f.Column))))
	case f.Line > 0:
		parts = append(parts, wordLine.In(lang, A("n", strconv.Itoa(f.Line))))
	}
	if f.Page > 0 {
		parts = append(parts, wordPage.In(lang, A("n", strconv.Itoa(f.Page))))
	}
	if f.Object != "" {
		parts = append(parts, wordObject.In(lang, A("object", f.Object)))
	}
	place := strings.Join(parts, ", ")
	if f.Missing && place != "" {
		place = wordMissing.In(lang, A("place", place))
	}
	return place
}

// more says how much a rule had to say beyond what is shown.
func (p *printer) more(more map[string]int) {
	rules := make([]string, 0, len(more))
	for rule := range more {
		rules = append(rules, rule)
	}
	slices.Sort(rules)
	for _, rule := range rules {
		p.line("  ", p.say(wordMoreOf, A("n", more[rule]), A("rule", rule)))
	}
}
