package bind

import "github.com/fxinvoice/fx/en16931"

// Binding is one row as data, for documentation.
type Binding struct {
	Term en16931.Term
	Path string // absolute, from the root element
}

// Bindings lists the rows of a table in their order.
func (t *Table) Bindings() []Binding {
	root := "/" + t.prefixOf(t.Root.Space) + ":" + t.Root.Local
	all := make([]Binding, len(t.Rows))
	for i, r := range t.Rows {
		all[i] = Binding{r.Term, root}
		if p := t.steps(t.Paths[i]); p != "" {
			all[i].Path += "/" + p
		}
	}
	return all
}
