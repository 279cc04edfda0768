package schemas

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// identifiers are the values of type xs:ID and xs:IDREF of a document. Hardly any invoice has one, so they
// are kept only when the first is met.
type identifiers struct {
	seen map[string]xmltree.Node
	refs []reference
}

type reference struct {
	name string
	node xmltree.Node
	attr xmltree.Attr
}

// identify remembers identifiers and references.
func (w *walker) identify(n xmltree.Node, a xmltree.Attr, value typeID, text string) {
	if value != xsID && value != xsIDREF && value != xsIDREFS {
		return
	}
	if w.ids == nil {
		w.ids = &identifiers{seen: map[string]xmltree.Node{}}
	}
	if value != xsID {
		for _, name := range strings.Fields(text) {
			w.ids.refs = append(w.ids.refs, reference{name, n, a})
		}
		return
	}
	name := trim(text)
	if before, ok := w.ids.seen[name]; ok {
		w.duplicateID(n, a, name, before)
		return
	}
	w.ids.seen[name] = n
}

// check reports references to identifiers that the document does not have.
func (ids *identifiers) check(w *walker) {
	if ids == nil {
		return
	}
	for _, r := range ids.refs {
		if _, ok := ids.seen[r.name]; !ok {
			w.danglingReference(r)
		}
	}
}
