package choruspro

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// spot is where a finding points: an element, an attribute of it, or what is missing below it.
type spot struct {
	node    xmltree.Node
	attr    string // the name of an attribute; the element itself if it has none of the name
	missing string // the names of what should stand below the node
}

// missing is the spot of a place that nothing stands in: below the deepest element on the way to it that is there.
func (f *file) missing(p place) spot { return f.missingBelow(0, f.steps, p) }

// missingIn is missing within one element of a place that is a group.
func (f *file) missingIn(group xmltree.Node, is, p place) spot {
	return f.missingBelow(group, stepOf(f.steps, is).below, p)
}

func (f *file) missingBelow(n xmltree.Node, steps []step, p place) spot {
	var names []string
	for found := false; !found; {
		s := toward(steps, p)
		found, steps = s.is == p, s.below
		if len(names) == 0 {
			if c := f.child(n, s); c != xmltree.None {
				n = c
				continue
			}
		}
		names = append(names, s.qname())
	}
	return spot{node: n, missing: strings.Join(names, "/")}
}

// toward returns which of the steps is a place or leads to it.
func toward(steps []step, p place) *step {
	for i := range steps {
		if steps[i].leads([]place{p}) {
			return &steps[i]
		}
	}
	panic("choruspro: the syntax does not have the place")
}

// child returns the first child of n that is a step.
func (f *file) child(n xmltree.Node, s *step) xmltree.Node {
	for c := f.tree.FirstChild(n); c != xmltree.None; c = f.tree.NextSibling(c) {
		if f.tree.NameOf(c) == (xmltree.Name{Space: spaces[s.space], Local: s.name}) {
			return c
		}
	}
	return xmltree.None
}

// put writes a spot into a finding.
func (f *file) put(found *report.Finding, at spot) {
	off, _ := f.tree.Range(at.node)
	found.Path = f.tree.Path(at.node, prefixOf)
	if a, ok := f.attrAt(at.node, at.attr); ok && at.attr != "" {
		off, _, _ = f.tree.AttrRange(a)
		found.Path += "/@" + at.attr
	}
	if at.missing != "" {
		found.Path, found.Missing = found.Path+"/"+at.missing, true
	}
	found.Line, found.Column = f.tree.Position(off)
}
