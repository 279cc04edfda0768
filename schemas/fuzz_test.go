package schemas

import (
	"math/rand/v2"
	"os"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// FuzzValidate looks for documents that break the validator, or whose findings are not fit to print.
func FuzzValidate(f *testing.F) {
	for _, name := range []string{"ubl", "cii"} {
		data, err := os.ReadFile("testdata/" + name + ".xml")
		if err != nil {
			f.Fatal(err)
		}
		for i := range All() {
			f.Add(string(data), i)
		}
	}
	for _, s := range All() {
		y := newSynthesizer(s)
		for i, id := range y.order {
			if i%97 == 0 {
				root, _ := y.make(id, true)
				f.Add(root.document(y.declarations()), 0)
			}
		}
	}
	f.Fuzz(func(t *testing.T, doc string, which int) {
		sets := All()
		soundFindings(t, sets[uint(which)%uint(len(sets))], doc)
	})
}

// FuzzMutants does the same with documents that stay well-formed: the seed chooses what is changed in them.
func FuzzMutants(f *testing.F) {
	var docs []string
	for _, name := range []string{"ubl", "cii"} {
		data, err := os.ReadFile("testdata/" + name + ".xml")
		if err != nil {
			f.Fatal(err)
		}
		docs = append(docs, string(data))
	}
	for i, s := range All() {
		y := newSynthesizer(s)
		for j, id := range y.order {
			if j%29 == 0 {
				root, _ := y.make(id, true)
				docs = append(docs, root.document(y.declarations()))
			}
		}
		f.Add(uint64(i), uint8(i), uint8(3), i)
	}
	f.Fuzz(func(t *testing.T, seed uint64, which, steps uint8, set int) {
		sets := All()
		s := sets[uint(set)%uint(len(sets))]
		rng := rand.New(rand.NewPCG(seed, 0))
		doc := docs[int(which)%len(docs)]
		for range steps % 16 {
			tree, err := xmltree.Parse(doc, xmltree.Limits{})
			if err != nil || len(doc) > 1<<20 {
				break
			}
			doc, _ = disturb(rng, s, tree)
		}
		soundFindings(t, s, doc)
	})
}

// soundFindings fails if the findings about a document are not fit to print.
func soundFindings(t *testing.T, s *Schema, doc string) {
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		return
	}
	all := s.Validate(tree, 0)
	for i := range all.Findings {
		fd := &all.Findings[i]
		if err := fd.Validate(); err != nil {
			t.Fatal(err)
		}
		if fd.Line < 1 || fd.Column < 1 || fd.Path == "" || fd.Count < 1 {
			t.Fatalf("a finding without a place: %+v", fd)
		}
		if i > 0 && byPlace(all.Findings[i-1], *fd) > 0 {
			t.Fatal("findings are not in document order")
		}
	}
	few := s.Validate(tree, 1)
	if few.Valid() != all.Valid() || len(few.Findings) > 1 {
		t.Fatalf("limited to one finding: %v, all: %v", few, all)
	}
}
