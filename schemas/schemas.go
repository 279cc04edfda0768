// Package schemas checks invoices against their XML Schema without a C library: the published schemas are
// compiled to tables of content models, and [Schema.Validate] walks a parsed document along them.
//
// Start with [ByName] and [Schema.Validate]. [Schema.Children] tells in which order a parent wants its
// children. [OpenSecond] gives libxml2 as a second opinion, in builds that have it.
package schemas

//go:generate go run github.com/fxinvoice/fx/internal/gen/xsd/xsdgen -o .

import "github.com/fxinvoice/fx/report"

// Schema is one schema set: all files that one entry point imports, as tables. It is read-only and safe for
// concurrent use.
type Schema struct {
	name     string
	version  string
	title    report.Text
	types    []typ // by typeID, without the built-in ones
	elements []element
	roots    []string // entry points, below the folder of the standards
}

// The schema sets, in the order that All lists them.
var (
	ubl21 = Schema{
		name: "ubl-2.1", version: "2.1",
		title: report.Text{EN: "UBL 2.1 Invoice and CreditNote", FR: "UBL 2.1, facture et avoir"},
		types: ublTypes, elements: ublElements, roots: ublRoots,
	}
	ciiD16B = Schema{
		name: "cii-d16b", version: "D16B",
		title: report.Text{EN: "UN/CEFACT Cross Industry Invoice D16B, code lists not in the schema", FR: "UN/CEFACT Cross Industry Invoice D16B, sans les listes de codes"},
		types: d16Types, elements: d16Elements, roots: d16Roots,
	}
	ciiD22B = Schema{
		name: "cii-d22b", version: "D22B",
		title: report.Text{EN: "UN/CEFACT Cross Industry Invoice D22B", FR: "UN/CEFACT Cross Industry Invoice D22B"},
		types: d22Types, elements: d22Elements, roots: d22Roots,
	}
	facturxMinimum = Schema{
		name: "facturx-minimum", version: "1.09.2",
		title: report.Text{EN: "Factur-X, profile MINIMUM", FR: "Factur-X, profil MINIMUM"},
		types: fxmTypes, elements: fxmElements, roots: fxmRoots,
	}
	facturxBasicWL = Schema{
		name: "facturx-basicwl", version: "1.09.2",
		title: report.Text{EN: "Factur-X, profile BASIC WL", FR: "Factur-X, profil BASIC WL"},
		types: fxwTypes, elements: fxwElements, roots: fxwRoots,
	}
	facturxBasic = Schema{
		name: "facturx-basic", version: "1.09.2",
		title: report.Text{EN: "Factur-X, profile BASIC", FR: "Factur-X, profil BASIC"},
		types: fxbTypes, elements: fxbElements, roots: fxbRoots,
	}
	facturxEN16931 = Schema{
		name: "facturx-en16931", version: "1.09.2",
		title: report.Text{EN: "Factur-X, profile EN 16931", FR: "Factur-X, profil EN 16931"},
		types: fxeTypes, elements: fxeElements, roots: fxeRoots,
	}
	facturxExtended = Schema{
		name: "facturx-extended", version: "1.09.2",
		title: report.Text{EN: "Factur-X, profile EXTENDED", FR: "Factur-X, profil EXTENDED"},
		types: fxxTypes, elements: fxxElements, roots: fxxRoots,
	}
)

// All lists the schema sets.
func All() []*Schema {
	return []*Schema{
		&ubl21, &ciiD16B, &ciiD22B,
		&facturxMinimum, &facturxBasicWL, &facturxBasic, &facturxEN16931, &facturxExtended,
	}
}

// ByName finds a schema set by the name that [Schema.Name] gives: "ubl-2.1", "cii-d16b", "facturx-basicwl".
func ByName(name string) (*Schema, bool) {
	for _, s := range All() {
		if s.name == name {
			return s, true
		}
	}
	return nil, false
}

// Name is the name of the set on the command line and in reports.
func (s *Schema) Name() string { return s.name }

// Version is the release of the standard that the set comes from.
func (s *Schema) Version() string { return s.version }

// Title says in words what the set is for.
func (s *Schema) Title() report.Text { return s.title }

// typ gives the row of a type.
func (s *Schema) typ(id typeID) *typ {
	if id < builtinCount {
		return &builtins[id]
	}
	return &s.types[id-builtinCount]
}

// global finds a global element; zero means that there is none of this name.
func (s *Schema) global(name symbol) typeID {
	if name == 0 {
		return 0
	}
	low, high := 0, len(s.elements)
	for low < high {
		mid := (low + high) / 2
		if s.elements[mid].name < name {
			low = mid + 1
		} else {
			high = mid
		}
	}
	if low < len(s.elements) && s.elements[low].name == name {
		return s.elements[low].typ
	}
	return 0
}

// typeNamed finds a type by its name; zero means that there is none.
func (s *Schema) typeNamed(name symbol) typeID {
	if name == 0 {
		return 0
	}
	for i := range s.types {
		if s.types[i].name == name {
			return typeID(i) + builtinCount
		}
	}
	return 0
}

// derives reports whether t is base or derives from it, in any number of steps.
func (s *Schema) derives(t, base typeID) bool {
	for t != base {
		if t == xsAnyType {
			return false
		}
		if t = s.typ(t).base; t == 0 {
			t = xsAnyType
		}
	}
	return true
}
