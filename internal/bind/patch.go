package bind

import (
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// Patch returns the file that inv was read from, with what has changed in inv since then and nothing else. It is how package en16931 writes an
// invoice back; see Invoice.Patch for what stays, and en16931.Patcher for what is returned.
//
// The file is read once more, this time with a record of what stands where. Both readings are matched, group by group. Then a draft collects the
// changes: values in place, what goes, and what comes in, which is taken from the encoder's document of the same invoice. The result is read
// back before it is handed out.
func (s *source) Patch(inv *en16931.Invoice) (doc []byte, lost []en16931.Loss, gone []en16931.Residue, err error) {
	p := newPatcher(s, inv)
	p.match(en16931.BG0, inv, p.was)
	p.drop()
	p.values(en16931.BG0, inv)
	p.fillerCurrency()
	p.move()
	if len(p.pending) > 0 {
		p.placePending()
	}
	p.sweep()
	if p.err != nil {
		return nil, nil, nil, fmt.Errorf("%s: %w", s.Table.Syntax, p.err)
	}
	if doc, err = p.document(); err != nil {
		return nil, nil, nil, fmt.Errorf("%s: %w", s.Table.Syntax, err)
	}
	s.dialect.explain(s.Table, inv, p.lost)
	return doc, p.lost, p.gone, nil
}

// patcher makes one patch.
type patcher struct {
	s         *source
	inv       *en16931.Invoice // as it is
	was       *en16931.Invoice // as it was read
	read      *source          // of was
	rec       *record
	now       *encoder // says how values of inv are written
	then      *encoder // says how values of was are
	draft     *draft
	originals map[any]any // group instances that repeat, of the first reading to those of the second
	pair      map[any]any // group instances of inv to those of was
	items     map[list][]int32
	dropped   []departed
	pending   map[slot]bool         // values without a place
	skipped   map[slot]bool         // values that are lost
	emptied   []xmltree.Node        // elements that something was taken out of
	grown     map[xmltree.Node]bool // elements that got others
	filled    map[xmltree.Node]bool // elements that got a value
	freed     map[xmltree.Node]bool // elements of groups that are no more
	lost      []en16931.Loss
	gone      []en16931.Residue
	over      []string // residue that was written over: what notes returns of it
	err       error
}

// list is a term that repeats.
type list struct {
	group any
	term  en16931.Term
}

// departed is a group instance of the file that the invoice does not have any more.
type departed struct {
	term  en16931.Term
	group any
}

func newPatcher(s *source, inv *en16931.Invoice) *patcher {
	s.at(nil) // from here on s.groups is not written to
	rec := newRecord(s.tree.Len())
	was := decode(s.Table, s.tree, s.dialect, rec)
	return &patcher{s: s, inv: inv, was: was, read: was.Source.(*source), rec: rec,
		now: &encoder{Table: s.Table, inv: inv}, then: &encoder{Table: s.Table, inv: was}, draft: newDraft(s.Table, s.tree),
		pair: map[any]any{}, items: map[list][]int32{}, pending: map[slot]bool{}, skipped: map[slot]bool{},
		grown: map[xmltree.Node]bool{}, filled: map[xmltree.Node]bool{}, freed: map[xmltree.Node]bool{}}
}

// fail keeps the first error.
func (p *patcher) fail(err error) {
	if err != nil && p.err == nil {
		p.err = err
	}
}

// document writes the draft, and reads it again: it must say what the invoice says.
func (p *patcher) document() ([]byte, error) {
	tree := p.s.tree
	if !p.draft.changed() {
		doc, err := xmltree.Encode(tree.Doc(), tree.Encoding(), tree.BOM())
		if err != nil {
			return nil, err
		}
		return doc, p.verify(p.was)
	}
	text, err := p.draft.render()
	if err != nil {
		return nil, err
	}
	doc, err := xmltree.Encode(text, tree.Encoding(), tree.BOM())
	if err != nil {
		return nil, err
	}
	again, err := xmltree.Parse(string(doc), unlimited)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", en16931.ErrPatch, err)
	}
	return doc, p.verify(Decode(p.s.Table, again, p.s.dialect))
}

// text returns what a value is in the invoice, "" if it is not there.
func text(e *encoder, t en16931.Term, field any) string {
	if absent(field) {
		return ""
	}
	s := e.text(nil, t, field)
	if blank(s) {
		return ""
	}
	return s
}

// stripped is a path without positions.
func stripped(path string) string {
	for {
		i := strings.IndexByte(path, '[')
		if i < 0 {
			return path
		}
		j := strings.IndexByte(path[i:], ']')
		path = path[:i] + path[i+j+1:]
	}
}
