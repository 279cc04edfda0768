package xsd

import (
	"fmt"
	"sort"
)

// spaces gives every namespace its canonical prefix and the start of the Go identifiers of its names. A
// namespace that is not here stops the generator: someone should choose its prefix.
var spaces = []struct{ uri, prefix, ident string }{
	{"", "", "at"},
	{"http://www.w3.org/2001/XMLSchema-instance", "xsi", "xsi"},
	{"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", "ubl", "ubl"},
	{"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", "cn", "cn"},
	{"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2", "cac", "cac"},
	{"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2", "cbc", "cbc"},
	{"urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2", "ext", "ext"},
	{"urn:oasis:names:specification:ubl:schema:xsd:QualifiedDataTypes-2", "qdt", "qdtUBL"},
	{"urn:oasis:names:specification:ubl:schema:xsd:UnqualifiedDataTypes-2", "udt", "udtUBL"},
	{"urn:un:unece:uncefact:data:specification:CoreComponentTypeSchemaModule:2", "ccts", "ccts"},
	{"urn:oasis:names:specification:ubl:schema:xsd:CommonSignatureComponents-2", "sig", "sig"},
	{"urn:oasis:names:specification:ubl:schema:xsd:SignatureAggregateComponents-2", "sac", "sac"},
	{"urn:oasis:names:specification:ubl:schema:xsd:SignatureBasicComponents-2", "sbc", "sbc"},
	{"http://www.w3.org/2000/09/xmldsig#", "ds", "ds"},
	{"http://uri.etsi.org/01903/v1.3.2#", "xades", "xades"},
	{"http://uri.etsi.org/01903/v1.4.1#", "xades141", "xades141"},
	{"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", "rsm", "rsm"},
	{"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100", "ram", "ram"},
	{"urn:un:unece:uncefact:data:standard:QualifiedDataType:100", "qdt", "qdt"},
	{"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100", "udt", "udt"},
}

// nameTable collects the expanded names of all sets: one symbol each.
type nameTable struct {
	space map[string]int // index into spaces
	seen  map[name]bool
}

func newNameTable() *nameTable {
	t := &nameTable{space: map[string]int{}, seen: map[name]bool{}}
	for i, s := range spaces {
		t.space[s.uri] = i
	}
	for _, local := range []string{"type", "nil", "schemaLocation", "noNamespaceSchemaLocation"} {
		t.add(name{"http://www.w3.org/2001/XMLSchema-instance", local})
	}
	return t
}

func (t *nameTable) add(q name) { t.seen[q] = true }

// prefix is the start of the Go identifiers of a namespace's names.
func (t *nameTable) prefix(space string) string {
	if i, ok := t.space[space]; ok {
		return spaces[i].ident
	}
	return ""
}

// ident is the Go constant of a name.
func (t *nameTable) ident(q name) string { return t.prefix(q.space) + title(q.local) }

// sorted gives the names by namespace, then by local name, after checking that each has its own identifier.
func (t *nameTable) sorted() ([]name, error) {
	var out []name
	idents := map[string]name{}
	for q := range t.seen {
		if _, ok := t.space[q.space]; !ok {
			return nil, fmt.Errorf("namespace %q has no canonical prefix yet", q.space)
		}
		id := t.ident(q)
		if other, ok := idents[id]; ok {
			return nil, fmt.Errorf("%s and %s want the Go name %s", q, other, id)
		}
		idents[id] = q
		out = append(out, q)
	}
	sort.Slice(out, func(i, j int) bool {
		if a, b := t.space[out[i].space], t.space[out[j].space]; a != b {
			return a < b
		}
		return out[i].local < out[j].local
	})
	return out, nil
}

// hashBits is the size of the table that finds a name; Hash must stay what package schemas computes.
const hashBits = 13

// Hash is the hash of a local name in the generated table.
func Hash(local string) uint32 {
	const factor = 0x9E3779B97F4A7C15
	h := uint64(len(local))
	for len(local) >= 8 {
		word := uint64(local[0]) | uint64(local[1])<<8 | uint64(local[2])<<16 | uint64(local[3])<<24 |
			uint64(local[4])<<32 | uint64(local[5])<<40 | uint64(local[6])<<48 | uint64(local[7])<<56
		h = (h ^ word) * factor
		h ^= h >> 29
		local = local[8:]
	}
	for i := range len(local) {
		h = (h ^ uint64(local[i])) * factor
	}
	return uint32(h >> (64 - hashBits))
}
