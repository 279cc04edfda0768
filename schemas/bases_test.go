//go:build cgo && libxml2

package schemas

import (
	"strings"
	"testing"
)

// base is a valid document to make mutants of.
type base struct {
	file   string
	schema *Schema
	doc    string
}

// validBases collects small valid documents: those of the conformance set that are no mutants themselves, and
// one with a signature for UBL.
func validBases(t testing.TB) []base {
	byFile := conformance(t)
	for file := range byFile {
		if strings.Contains(file, "!") && !strings.Contains(file, "bases") {
			delete(byFile, file)
		}
	}
	var out []base
	documents(t, byFile, func(file string, data []byte) {
		if len(data) > 30_000 {
			return
		}
		for _, v := range byFile[file] {
			if s, ok := ByName(schemaOf[v.Artefact]); ok && v.XSD.Valid {
				if strings.Count(string(data), "\n") < 20 {
					data = []byte(strings.ReplaceAll(string(data), "><", ">\n<"))
				}
				out = append(out, base{file, s, string(data)})
			}
		}
	})
	y := newSynthesizer(&ubl21)
	for _, id := range y.order {
		if sp := y.schema.typ(id).name.space(); sp.prefix == "ds" || strings.HasPrefix(sp.prefix, "xades") {
			root, _ := y.make(id, true)
			out = append(out, base{"made for " + y.schema.typeName(id), &ubl21, root.document(y.declarations())})
		}
	}
	return out
}
