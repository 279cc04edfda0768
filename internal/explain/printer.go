package explain

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// printer writes a page, as text or as Markdown.
type printer struct {
	Options
	b strings.Builder
}

func newPrinter(o Options) *printer {
	if o.Width == 0 {
		o.Width = 100
	}
	return &printer{Options: o}
}

func (p *printer) String() string { return p.b.String() }

// say returns a text in the language of the page.
func (p *printer) say(t report.Text, args ...report.Arg) string { return t.In(p.Lang, args...) }

func (p *printer) line(s string) { p.b.WriteString(strings.TrimRight(s, " ") + "\n") }

// colon is what stands between a label and what it labels.
func (p *printer) colon() string {
	if p.Lang == report.FR {
		return " : "
	}
	return ": "
}

// head begins a page: what it is about and in one phrase what that is.
func (p *printer) head(id, phrase string) {
	if p.Markdown {
		p.line("## " + id + "\n")
		p.line(p.linked(phrase))
		return
	}
	p.wrapped(id+"  ", strings.Repeat(" ", utf8.RuneCountInString(id)+2), phrase)
}

// para writes a paragraph; nothing if there is nothing to say.
func (p *printer) para(s string) {
	switch {
	case s == "":
	case p.Markdown:
		p.line("\n" + p.linked(s))
	default:
		p.line("")
		p.wrapped("", "", s)
	}
}

// section begins a part of the page.
func (p *printer) section(t report.Text, args ...report.Arg) {
	if p.Markdown {
		p.line("\n**" + p.say(t, args...) + "**")
		return
	}
	p.line("")
	p.line(strings.ToUpper(p.say(t, args...)))
}

// pair is a label and what stands behind it.
type pair struct{ label, text string }

// pairs writes labels in a column and what stands behind them.
func (p *printer) pairs(all []pair) {
	if p.Markdown {
		p.line("")
		for _, r := range all {
			p.line("* " + p.linked(r.label) + p.colon() + p.linked(r.text))
		}
		return
	}
	widest := 0
	for _, r := range all {
		widest = max(widest, utf8.RuneCountInString(r.label))
	}
	for _, r := range all {
		lead := "  " + r.label + strings.Repeat(" ", widest-utf8.RuneCountInString(r.label)+2)
		p.wrapped(lead, strings.Repeat(" ", widest+4), r.text)
	}
}

// paths writes places in documents.
func (p *printer) paths(all []pair) {
	if !p.Markdown {
		p.pairs(all)
		return
	}
	p.line("")
	for _, r := range all {
		p.line("* " + r.label + p.colon() + "`" + r.text + "`")
	}
}

// said writes what a finding says and what to do.
func (p *printer) said(message, fix string) {
	if p.Markdown {
		p.line("\n> " + markdown.Replace(message))
		if fix != "" {
			p.line(">\n> → " + markdown.Replace(fix))
		}
		return
	}
	p.wrapped("  ", "  ", message)
	if fix != "" {
		p.wrapped("  → ", "    ", fix)
	}
}

// code writes a path or an expression in words of the artefact.
func (p *printer) code(label, s string) {
	if p.Markdown {
		p.line("  * " + label + " `" + s + "`")
		return
	}
	const column = 9
	p.wrapped("    "+label+strings.Repeat(" ", max(column-utf8.RuneCountInString(label), 1)), strings.Repeat(" ", 4+column), s)
}

// piece writes a piece of a document that breaks a rule, and of one that does not.
func (p *printer) piece(lines []check.PieceLine) {
	if p.Markdown {
		p.line("\n```diff")
		for _, l := range lines {
			p.line(string(l.In) + " " + l.Text)
		}
		p.line("```")
		return
	}
	for _, side := range []check.PieceSide{check.InGood, check.InBad} {
		p.side(lines, side)
	}
}

// side writes the one or the other document of a piece as text.
func (p *printer) side(lines []check.PieceLine, side check.PieceSide) {
	title, shown := passes, lines
	if side == check.InBad {
		title = fails
	} else {
		shown = differing(lines)
	}
	p.line("  " + p.say(title))
	gap, empty := false, true
	for _, l := range shown {
		if l.In != check.InBoth && l.In != side {
			continue
		}
		elided := strings.TrimSpace(l.Text) == "…"
		if elided && gap {
			continue
		}
		gap = elided
		mark := "      "
		if l.In == side {
			mark = "    * "
		}
		if l.Pointed && side == check.InBad {
			mark = "    > "
		}
		p.line(clip(mark+l.Text, p.Width))
		empty = false
	}
	if empty {
		p.line("      " + p.say(nothing))
	}
}

// differing returns the parts of a piece in which the documents differ, and not those that only the finding points at.
func differing(lines []check.PieceLine) []check.PieceLine {
	var all, part []check.PieceLine
	differs := false
	for i, l := range lines {
		part = append(part, l)
		differs = differs || l.In != check.InBoth
		if i+1 == len(lines) || l.Text == "…" {
			if differs {
				all = append(all, part...)
			}
			part, differs = nil, false
		}
	}
	if n := len(all); n > 0 && all[n-1].Text == "…" {
		all = all[:n-1]
	}
	return all
}

// wrapped writes s in lines behind lead, further lines behind next.
func (p *printer) wrapped(lead, next, s string) {
	line, empty := lead, true
	for _, word := range strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' }) {
		for {
			room := p.Width - utf8.RuneCountInString(line)
			if !empty {
				room--
			}
			n := utf8.RuneCountInString(word)
			if n <= room {
				break
			}
			if empty { // a word longer than a line: a path
				at := breakAt(word, room)
				p.line(line + word[:at])
				word = word[at:]
				line = next
				continue
			}
			p.line(line)
			line, empty = next, true
		}
		if !empty {
			line += " "
		}
		line, empty = line+word, false
	}
	p.line(line)
}

// breakAt returns how much of a long word stands in a line: up to a slash or a bracket if there is one.
func breakAt(word string, room int) int {
	end := 0
	for range max(room, 8) {
		_, size := utf8.DecodeRuneInString(word[end:])
		end += size
	}
	if at := strings.LastIndexAny(word[1:end], "/["); at > end/3 {
		return at + 1
	}
	return end
}

// clip cuts a line that is too long.
func clip(s string, width int) string {
	if utf8.RuneCountInString(s) <= width {
		return s
	}
	runes := []rune(s)
	return string(runes[:width-1]) + "…"
}

// identifier matches what may be explained elsewhere.
var identifier = compiled(`\bB[TG]-\d+(-\d+)?\b|\bBR-([A-Z]+-)?\d+\b|\b(UBL|CII)-(SR|CR|DT)-\d+\b`)

// linked makes links of the identifiers in a text of ours, and shields what Markdown would take for its own.
func (p *printer) linked(s string) string {
	s = markdown.Replace(s)
	if p.Link == nil {
		return s
	}
	return identifier().ReplaceAllStringFunc(s, func(id string) string {
		if to := p.Link(id); to != "" {
			return "[" + id + "](" + to + ")"
		}
		return id
	})
}

// compiled returns an expression that is compiled when it is first used.
func compiled(expression string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
}

var markdown = strings.NewReplacer("*", `\*`, "_", `\_`, "<", "&lt;", "|", `\|`)
