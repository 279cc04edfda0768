package cii

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// hierarchy is which lines stand below which: EXTENDED has lines of lines.
type hierarchy struct {
	identifiers map[string]bool       // of lines, without white space around
	children    map[string]*children  // by the identifier of what they stand below
	groups      map[string]*subgroups // the same, but letter by letter
	several     xmltree.Node          // the first line below several others, at which XPath stops; 0 for none
}

// children are the lines below one that are of subtype DETAIL or GROUP.
type children struct {
	count   int
	sum     float64      // of their amounts; not a number if one has none
	without xmltree.Node // the first without an amount that is a number; 0 for none
	several xmltree.Node // the first with several amounts, at which XPath stops; 0 for none
}

// subgroups are the lines below one that are of subtype GROUP.
type subgroups struct {
	count, amounts int
	without        xmltree.Node // the first without an amount; 0 for none
}

var (
	toLineID    = [...]shape.Name{ramAssociatedDocumentLineDocument, ramLineID}
	toParent    = [...]shape.Name{ramAssociatedDocumentLineDocument, ramParentLineID}
	toLineTotal = [...]shape.Name{ramSpecifiedLineTradeSettlement, ramSpecifiedTradeSettlementLineMonetarySummation, ramLineTotalAmount}
)

func hierarchyOf(p *shape.Pass) *hierarchy {
	x := extendedOf(p)
	if x.hierarchy != nil {
		return x.hierarchy
	}
	h := &hierarchy{identifiers: map[string]bool{}, children: map[string]*children{}, groups: map[string]*subgroups{}}
	x.hierarchy = h
	for _, line := range p.Anywhere(ramIncludedSupplyChainTradeLineItem) {
		for id := range p.All(line, toLineID[:]...) {
			h.identifiers[p.Normal(id)] = true
		}
		detail, group := subtype(p, line)
		if p.Count(line, toParent[:]...) > 1 && h.several == 0 {
			h.several = line
		}
		if detail || group {
			h.child(p, line)
		}
		if group {
			h.group(p, line)
		}
	}
	return h
}

// subtype reports whether a line is of subtype DETAIL, and of subtype GROUP.
func subtype(p *shape.Pass, line xmltree.Node) (detail, group bool) {
	for code := range p.All(line, ramAssociatedDocumentLineDocument, ramLineStatusReasonCode) {
		detail, group = detail || p.Text(code) == "DETAIL", group || p.Text(code) == "GROUP"
	}
	return detail, group
}

func (h *hierarchy) child(p *shape.Pass, line xmltree.Node) {
	parent := p.Normal(p.First(line, toParent[:]...))
	c := h.children[parent]
	if c == nil {
		c = &children{}
		h.children[parent] = c
	}
	c.count++
	if p.Count(line, toLineTotal[:]...) > 1 {
		if c.several == 0 {
			c.several = line
		}
		return
	}
	v := lexical(p.Normal(p.First(line, toLineTotal[:]...)))
	if math.IsNaN(v) && c.without == 0 {
		c.without = line
	}
	c.sum += v
}

func (h *hierarchy) group(p *shape.Pass, line xmltree.Node) {
	transaction := p.Parent(line)
	if transaction == xmltree.None || !p.Is(transaction, rsmSupplyChainTradeTransaction) {
		return
	}
	root := p.Parent(transaction)
	if root == xmltree.None || !p.Is(root, rsmCrossIndustryInvoice) {
		return
	}
	counted := map[string]bool{}
	for parent := range p.All(line, toParent[:]...) {
		id := p.Text(parent)
		if counted[id] {
			continue
		}
		counted[id] = true
		g := h.groups[id]
		if g == nil {
			g = &subgroups{}
			h.groups[id] = g
		}
		g.count++
		amounts := 0
		if root == 0 {
			amounts = p.Count(line, toLineTotal[:]...)
		}
		if g.amounts += amounts; amounts == 0 && g.without == 0 {
			g.without = line
		}
	}
}

// lexical is the number that a text is, as fn:number has it: not a number for another text.
func lexical(text string) float64 {
	switch text {
	case "INF":
		return math.Inf(1)
	case "-INF":
		return math.Inf(-1)
	}
	if v, err := strconv.ParseFloat(text, 64); (err == nil || v != 0) && strings.Trim(text, "0123456789+-.eE") == "" {
		return v
	}
	return math.NaN()
}

// fx08: a line of subtype GROUP that states an amount states the sum of the lines right below it. The artefact asks it again for each line, and ends
// its search with the first that does not.
func fx08(p *shape.Pass, _ xmltree.Node) {
	if !once(p, 0) {
		return
	}
	h := hierarchyOf(p)
	for _, line := range p.Anywhere(ramIncludedSupplyChainTradeLineItem) {
		if _, group := subtype(p, line); !group {
			continue
		}
		at := p.Only(line, toLineTotal[:]...)
		if p.Normal(at) == "" && !p.Stopped() {
			continue
		}
		if h.several != 0 {
			p.Only(h.several, toParent[:]...)
		}
		id := p.Normal(p.Only(line, toLineID[:]...))
		c := h.children[id]
		if c == nil {
			c = &children{}
		}
		if c.several != 0 {
			p.Only(c.several, toLineTotal[:]...)
		}
		if p.Stopped() {
			return
		}
		if expected := atOnce(c.sum); lexical(p.Normal(at)) != expected {
			groupIsOff(p, at, c, expected, report.A("line", id))
			return
		}
	}
}

func groupIsOff(p *shape.Pass, at xmltree.Node, c *children, expected float64, line report.Arg) {
	switch {
	case c.without != 0:
		p.FailMissing(c.without, toLineTotal[:], "missing", line, problem(childWithoutAmount, line))
	case math.IsNaN(lexical(p.Normal(at))):
		p.FailCase(at, "no-number", found(p, at), line, problem(notANumber, found(p, at), line))
	default:
		stated, sum := exactly(p, at), fromDouble(expected)
		args := []report.Arg{number("found", stated), number("expected", sum), off(stated, sum), report.A("count", c.count), line}
		p.Fail(at, append(args, problem(groupSumIsOff, args...))...)
	}
}

// fx11: the line that a line says it stands below exists.
func fx11(p *shape.Pass, line xmltree.Node) {
	parent := p.Only(line, toParent[:]...)
	if id := p.Normal(parent); !hierarchyOf(p).identifiers[id] {
		p.Fail(parent, report.A("found", id))
	}
}

// fx12: below a line of subtype GROUP that states an amount, lines of subtype GROUP state theirs. The artefact counts both.
func fx12(p *shape.Pass, line xmltree.Node) {
	id := p.Only(line, toLineID[:]...)
	if id == xmltree.None {
		p.FailMissing(line, toLineID[:], "missing", problem(lineWithoutID))
		return
	}
	g := hierarchyOf(p).groups[p.Text(id)]
	if g == nil || g.count == g.amounts {
		return
	}
	above := report.A("line", p.Text(id))
	if g.without == 0 {
		p.FailCase(line, "too-many", above, problem(subgroupTwice, above))
		return
	}
	p.FailMissing(g.without, toLineTotal[:], "", above, problem(subgroupWithoutAmount, above))
}

// fxCIIDT097a: what says that it is in format 205 is a day and a time.
func fxCIIDT097a(p *shape.Pass, n xmltree.Node) {
	if !isDate205(strings.Trim(p.Text(n), " \n\t\r")) {
		p.Fail(n, report.A("found", p.Normal(n)))
	}
}

// isDate205 takes the digits of any script for the year, as a regular expression of XPath does.
func isDate205(s string) bool {
	for range 4 {
		r, size := utf8.DecodeRuneInString(s)
		if !unicode.IsDigit(r) {
			return false
		}
		s = s[size:]
	}
	if len(s) != 8 || strings.Trim(s, "0123456789") != "" {
		return false
	}
	month, day, hour, minute := s[:2], s[2:4], s[4:6], s[6:]
	return "01" <= month && month <= "12" && "01" <= day && day <= "31" && hour <= "23" && minute <= "59"
}

// brCO25: where something is due, the invoice says when. EN 16931 had this rule until 1.3.15.
func brCO25(p *shape.Pass, root xmltree.Node) {
	due := p.Anywhere(ramDuePayableAmount)
	if len(due) > 1 {
		p.Only(p.Parent(due[0]), ramDuePayableAmount)
		if !p.Stopped() {
			notNumber(p, due[1]) // XPath stops at the second, wherever it is
		}
		return
	}
	if len(due) == 0 || !(lexical(strings.Trim(p.Text(due[0]), " \n\t\r")) > 0) {
		return
	}
	for _, terms := range p.Anywhere(ramSpecifiedTradePaymentTerms) {
		if p.Has(terms, ramDueDateDateTime) || p.Has(terms, ramDescription) {
			return
		}
	}
	p.FailMissing(root, []shape.Name{rsmSupplyChainTradeTransaction, ramApplicableHeaderTradeSettlement, ramSpecifiedTradePaymentTerms,
		ramDueDateDateTime}, "", found(p, due[0]))
}
