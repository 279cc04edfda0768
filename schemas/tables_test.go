package schemas

import (
	"os"
	"testing"
	"unsafe"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/internal/gen/xsd"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// TestGenerated compiles the official schemas in memory and compares with the committed tables.
func TestGenerated(t *testing.T) {
	standards := os.Getenv("FX_STANDARDS")
	if standards == "" {
		t.Skip("FX_STANDARDS does not name the folder of the official schemas")
	}
	files, sources, err := xsd.Compile(os.DirFS(standards), xsd.Sets())
	if err != nil {
		t.Fatal(err)
	}
	committed, err := os.ReadFile(xsd.ManifestName)
	if err != nil {
		t.Fatal(err)
	}
	if err := xsd.CheckManifest(committed, sources); err != nil {
		t.Error(err)
	}
	files[xsd.ManifestName] = xsd.FormatManifest(sources)
	for name, want := range files {
		got, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
			continue
		}
		if string(got) != string(want) {
			t.Errorf("%s is not what the generator writes: run go generate ./schemas\n%s", name, firstDifference(string(got), string(want)))
		}
	}
}

func firstDifference(got, want string) string {
	i := 0
	for i < len(got) && i < len(want) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return s[max(0, i-80):min(len(s), i+80)] }
	return cmp.Diff(around(want), around(got))
}

func TestEveryNameIsFound(t *testing.T) {
	for sym := symbol(1); sym < nameCount; sym++ {
		name := xmltree.Name{Space: sym.space().uri, Local: nameLocal[sym]}
		if got := findName(name); got != sym {
			t.Errorf("%v: symbol %d, found %d", name, sym, got)
		}
		if a, b := hash(name.Local), xsd.Hash(name.Local); a != b {
			t.Fatalf("%s: our hash is %d, the generator's %d", name.Local, a, b)
		}
	}
	for _, name := range []xmltree.Name{{Local: "ID"}, {Space: "urn:x", Local: "ID"}, {Space: spaces[5].uri, Local: "Id"}, {Space: spaces[5].uri}} {
		if got := findName(name); got != 0 {
			t.Errorf("%v: found as %v", name, got)
		}
	}
}

// TestSize keeps the promise that all tables together stay under 500 KB.
func TestSize(t *testing.T) {
	size := unsafe.Sizeof(nameTable) + unsafe.Sizeof(nameLocal) + unsafe.Sizeof(builtins) + unsafe.Sizeof(spaces)
	for _, local := range nameLocal {
		size += uintptr(len(local))
	}
	counted := map[*attributes]bool{}
	for _, s := range All() {
		size += uintptr(len(s.types))*unsafe.Sizeof(typ{}) + uintptr(len(s.elements))*unsafe.Sizeof(element{})
		for i := range s.types {
			ty := &s.types[i]
			size += uintptr(len(ty.model)) * unsafe.Sizeof(particle{})
			if a := ty.auto; a != nil {
				size += unsafe.Sizeof(*a) + uintptr(len(a.positions))*unsafe.Sizeof(particle{}) + uintptr(len(a.follow))*8
			}
			if ty.attrs != nil && !counted[ty.attrs] {
				counted[ty.attrs] = true
				size += unsafe.Sizeof(*ty.attrs) + uintptr(len(ty.attrs.list))*unsafe.Sizeof(attribute{})
			}
			if ty.facets != nil {
				size += unsafe.Sizeof(*ty.facets)
			}
		}
	}
	t.Logf("tables: %d bytes", size)
	if size > 500_000 {
		t.Errorf("the tables take %d bytes", size)
	}
}

// TestTablesHang checks what the validator takes for granted about the tables.
func TestTablesHang(t *testing.T) {
	if spaces[xsiIndex].uri != xsiSpace {
		t.Errorf("xsiIndex is %q", spaces[xsiIndex].uri)
	}
	for _, s := range All() {
		if len(s.rootNames()) != len(s.roots) {
			t.Errorf("%s: %d roots, %d entry points", s.name, len(s.rootNames()), len(s.roots))
		}
		for i, e := range s.elements {
			if i > 0 && s.elements[i-1].name >= e.name {
				t.Errorf("%s: elements are not in order at %v", s.name, e.name)
			}
			if s.global(e.name) != e.typ {
				t.Errorf("%s: %v is not found", s.name, e.name)
			}
		}
		for i := range s.types {
			id := typeID(i) + builtinCount
			ty := s.typ(id)
			if ty.name != 0 && s.typeNamed(ty.name) != id {
				t.Errorf("%s: type %v is not found", s.name, ty.name)
			}
			if !s.derives(id, xsAnyType) {
				t.Errorf("%s: %s does not derive from anyType", s.name, s.typeName(id))
			}
			if ty.content == contentSimple && ty.value == 0 || ty.content == contentElements && len(ty.particles()) == 0 {
				t.Errorf("%s: %s has no content", s.name, s.typeName(id))
			}
			for _, p := range ty.particles() {
				if p.name == 0 && p.wild == noWildcard || p.wild == noWildcard && p.typ == 0 || p.min > p.max {
					t.Errorf("%s: %s: particle %+v", s.name, s.typeName(id), p)
				}
			}
			if a := ty.auto; a != nil {
				all := uint64(1)<<len(a.positions) - 1
				for _, f := range append([]uint64{a.start, a.last}, a.follow...) {
					if f&^all != 0 {
						t.Errorf("%s: %s: positions %#x of %#x", s.name, s.typeName(id), f, all)
					}
				}
			}
		}
	}
}
