package bind

import "github.com/fxinvoice/fx/en16931"

// PathsOf returns where a term sits, from the root element, with the predicates of the rows; in their order, and each once.
func (t *Table) PathsOf(term en16931.Term) []string {
	groups := map[en16931.Term]string{en16931.BG0: ""}
	for _, r := range t.Rows {
		if r.Term.IsGroup() && r.Const == "" {
			groups[r.Term] = r.Path
		}
	}
	var all []string
	seen := map[string]bool{}
	root := "/" + t.prefixOf(t.Root.Space) + ":" + t.Root.Local
	for _, r := range t.Rows {
		if r.Term != term || r.Const != "" {
			continue
		}
		path := root
		if rest := absolute(r.Term, r.Path, groups); rest != "" {
			path += "/" + rest
		}
		if !seen[path] {
			seen[path] = true
			all = append(all, path)
		}
	}
	return all
}
