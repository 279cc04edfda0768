package shape

import (
	"fmt"
	"runtime/debug"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Options say what of a table to run.
type Options struct {
	Disabled []string // IDs of rules that are not run
}

// Result is what became of a run.
type Result struct {
	Failed []string // the rules that broke down, and so have not been run on the whole document
}

// Run checks a document by the rules of a table and adds what they find.
func Run(t *Table, tree *xmltree.Tree, o Options, found *report.Collector) Result {
	p := &Pass{document: newDocument(t, tree), found: found}
	if len(o.Disabled) > 0 {
		p.off = make([]bool, len(t.Rows))
		for i := range t.Rows {
			for _, id := range o.Disabled {
				p.off[i] = p.off[i] || t.Rows[i].ID == id
			}
		}
	}
	for n := range xmltree.Node(tree.Len()) {
		p.element(n)
	}
	return Result{p.failed}
}

// Pass is one run over one document, as functions of rules see it.
type Pass struct {
	*document
	// Facts is what the functions of a codec have found out about the document and want to remember.
	Facts  any
	found  *report.Collector
	off    []bool // per row: not to be run; nil for none
	row    int
	said   map[int]place // per row that has fired: the place of its last finding
	failed []string
}

// element runs the rules that look at element n: in each pattern, those of the first context that it fits.
func (p *Pass) element(n xmltree.Node) {
	fit := p.fit[p.tree.Name(n)]
	var done [MaxPatterns / 64]uint64
	for _, i := range p.order[fit.First:fit.End] {
		c := &p.Contexts[i]
		word, bit := &done[c.Pattern/64], uint64(1)<<(c.Pattern%64)
		if *word&bit != 0 || !p.fits(c, n) {
			continue
		}
		*word |= bit
		for r := int(c.Rows.First); r < int(c.Rows.End); r++ {
			if need := p.Needs[r]; need != 0 && !p.there[need] || p.off != nil && p.off[r] {
				continue
			}
			p.rule(r, n)
		}
	}
}

// rule runs one rule on element n.
func (p *Pass) rule(r int, n xmltree.Node) {
	p.row = r
	row := &p.Rows[r]
	if row.Check != nil {
		p.check(row, n)
	} else if !p.holds(row.Test, n) && p.halt.why == running {
		p.broken(row, n)
	}
	if p.halt.why != running {
		p.stopped(row)
	}
}

// check runs a rule that is a function. If it breaks down, the other rules go on.
func (p *Pass) check(row *Row, n xmltree.Node) {
	defer func() {
		if r := recover(); r != nil {
			p.brokeDown(row, n, fmt.Sprintf("%v\n%s", r, debug.Stack()))
		}
	}()
	row.Check(p, n)
}

// Rule returns the ID of the rule that is running.
func (p *Pass) Rule() string { return p.Rows[p.row].ID }

// Tree returns the document.
func (p *Pass) Tree() *xmltree.Tree { return p.tree }
