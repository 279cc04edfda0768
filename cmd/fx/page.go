package main

import (
	"bufio"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"

	"golang.org/x/term"
)

// look is how a page is printed.
type look struct {
	lang   report.Lang
	full   bool // with the numbers of the terms
	colour bool
	width  int // in columns
}

// The width of a page: that of the terminal within these bounds, the first where there is none.
const (
	leastWidth = 80
	mostWidth  = 100
)

func (p *program) width() int {
	if f, ok := p.terminal(); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil {
			return min(max(columns, leastWidth), mostWidth)
		}
	}
	return leastWidth
}

// page prints one invoice for people. Errors of writing are those of the bufio.Writer, reported when it is flushed.
type page struct {
	look
	out  *bufio.Writer
	name string
	doc  *check.Document
	inv  *en16931.Invoice
}

func newPage(out *bufio.Writer, l look, name string, doc *check.Document) *page {
	return &page{look: l, out: out, name: name, doc: doc, inv: doc.Invoice}
}

// write prints the page from top to bottom.
func (p *page) write() {
	p.head()
	p.parties()
	p.references()
	p.notes()
	p.lines()
	p.adjustments()
	p.vatBreakdown()
	p.totals()
	p.payment()
	p.attachments()
	p.unread()
	p.residue()
}

// Styles as SGR parameters.
const (
	bold   = "1"
	dim    = "2"
	yellow = "33"
)

func (p *page) paint(style, s string) string {
	if !p.colour || style == "" || s == "" {
		return s
	}
	return "\x1b[" + style + "m" + s + "\x1b[0m"
}

// say returns a text of ours in the reader's language.
func (p *page) say(t report.Text, args ...report.Arg) string { return t.In(p.lang, args...) }

// line writes one line without space at its end.
func (p *page) line(s string) {
	p.out.WriteString(strings.TrimRight(s, " "))
	p.out.WriteByte('\n')
}

// title begins a section.
func (p *page) title(t report.Text, terms ...en16931.Term) {
	p.line("")
	p.line(p.paint(bold, strings.ToUpper(p.say(t))) + p.paint(dim, p.numbers(terms)))
}

// numbers returns the numbers of terms to stand behind something, in a full page.
func (p *page) numbers(terms []en16931.Term) string {
	if !p.full || len(terms) == 0 {
		return ""
	}
	var ids []string
	for _, t := range terms {
		ids = append(ids, t.String())
	}
	return "  " + strings.Join(ids, " ")
}

// row is a labelled value of a section; it is not printed if the value is empty.
type row struct {
	label   report.Text
	value   string
	terms   []en16931.Term
	missing bool // say so if the value is empty
}

// terms is a shorthand for the terms of a row.
func terms(t ...en16931.Term) []en16931.Term { return t }

// rows writes a section of labelled values, nothing if there is none.
func (p *page) rows(title report.Text, all []row) {
	var shown []row
	for _, r := range all {
		if strings.TrimSpace(r.value) != "" || r.missing {
			shown = append(shown, r)
		}
	}
	if len(shown) == 0 {
		return
	}
	if !title.IsZero() {
		p.title(title)
	}
	widest := 0
	for _, r := range shown {
		widest = max(widest, cells(p.say(r.label)))
	}
	for _, r := range shown {
		label := p.say(r.label)
		lead := "  " + p.paint(dim, label) + strings.Repeat(" ", widest-cells(label)+2)
		if strings.TrimSpace(r.value) == "" {
			p.line(lead + p.paint(yellow, p.say(wordMissing)) + p.paint(dim, p.numbers(r.terms)))
			continue
		}
		numbers := p.numbers(r.terms)
		lines := wrap(r.value, p.width-widest-4-cells(numbers))
		for i, l := range lines {
			if i == len(lines)-1 {
				l += p.paint(dim, numbers)
			}
			p.line(lead + l)
			lead = strings.Repeat(" ", widest+4)
		}
	}
}

// number formats a decimal as the language does; what is none stands as it is.
func (p *page) number(d en16931.Decimal) string {
	return oneLine(p.say(bare, report.A("v", report.Number(d.String()))), 40)
}

// short formats a decimal without the zeros at its end: rates and quantities are often padded with them.
func (p *page) short(d en16931.Decimal) string {
	s := d.String()
	if d.Readable() && strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return oneLine(p.say(bare, report.A("v", report.Number(s))), 40)
}

// percent formats a rate.
func (p *page) percent(d en16931.Decimal) string {
	if d.Absent() {
		return ""
	}
	return p.say(wordPercent, report.A("n", p.short(d)))
}

// amount formats an amount for a table whose title has the currency: only another one is added.
func (p *page) amount(a en16931.Amount) string {
	if a.Absent() {
		return ""
	}
	if a.Currency != "" {
		return p.number(cents(a.Decimal)) + "\u00a0" + oneLine(string(a.Currency), 12)
	}
	return p.number(cents(a.Decimal))
}

// money formats an amount with its currency.
func (p *page) money(a en16931.Amount, currency en16931.Code) string {
	if a.Absent() || a.Currency != "" || currency == "" {
		return p.amount(a)
	}
	return p.number(cents(a.Decimal)) + "\u00a0" + oneLine(string(currency), 12)
}

// cents writes an amount with two decimals where the file has fewer, as people do: 300 is 300.00.
func cents(d en16931.Decimal) en16931.Decimal {
	if d.Readable() && d.Scale() < 2 {
		return d.RoundXPath(2)
	}
	return d
}

// date formats a day as the language does; what is none stands as it is.
func (p *page) date(d en16931.Date) string {
	return p.say(bare, report.A("v", report.Date(d.String())))
}

// period formats a period of which either end may be open.
func (p *page) period(start, end en16931.Date) string {
	switch {
	case start.Absent() && end.Absent():
		return ""
	case end.Absent():
		return p.say(report.Text{EN: "from {d}", FR: "à partir du {d}"}, report.A("d", p.date(start)))
	case start.Absent():
		return p.say(report.Text{EN: "until {d}", FR: "jusqu'au {d}"}, report.A("d", p.date(end)))
	}
	return p.say(report.Text{EN: "{a} to {b}", FR: "du {a} au {b}"}, report.A("a", p.date(start)), report.A("b", p.date(end)))
}

// identifier formats an identifier with the scheme that it belongs to.
func (p *page) identifier(id en16931.Identifier) string {
	scheme := en16931.Code(strings.TrimSpace(id.Scheme))
	switch t, ok := schemes[scheme]; {
	case scheme == "":
		return id.Value
	case ok:
		return id.Value + " (" + p.say(t) + ")"
	case id.Version != "":
		return id.Value + " (" + string(scheme) + " " + id.Version + ")"
	}
	return id.Value + " (" + string(scheme) + ")"
}

// right returns s at the right end of a field.
func right(s string, columns int) string { return strings.Repeat(" ", max(columns-cells(s), 0)) + s }

// left returns s at the left end of a field.
func left(s string, columns int) string { return s + strings.Repeat(" ", max(columns-cells(s), 0)) }

// join joins what is not empty.
func join(sep string, parts ...string) string {
	var kept []string
	for _, s := range parts {
		if strings.TrimSpace(s) != "" {
			kept = append(kept, s)
		}
	}
	return strings.Join(kept, sep)
}

var (
	bare        = report.Text{EN: "{v}", FR: "{v}"}
	wordMissing = report.Text{EN: "missing", FR: "manquant"}
	wordPercent = report.Text{EN: "{n}%", FR: "{n}\u00a0%"}
	wordColon   = report.Text{EN: ": ", FR: "\u00a0: "}
)
