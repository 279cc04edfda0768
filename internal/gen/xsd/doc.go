// Package xsd turns published XML Schemas into the content-model tables of package schemas.
//
// [Compile] reads the schema sets listed in [Sets] and gives the generated files. It knows the part of XML
// Schema 1.0 that the invoice formats use and stops with an error on anything else, so that a new release of
// a standard cannot lose a constraint unnoticed.
package xsd

import (
	"fmt"
	"io/fs"
	"sort"
)

// Set says where the files of one schema set lie and how the tables call it.
type Set struct {
	Name   string   // as in schemas.ByName: "ubl-2.1"
	Ident  string   // prefix of the Go identifiers of its types: "ubl"
	Roots  []string // entry points, relative to the folder of the standards
	Origin string   // where the files were published
}

// Sets lists every schema set that the tables hold.
func Sets() []Set {
	const facturx = "github.com/phax/phive-rules, phive-rules-zugferd, schemas/2.5.2, commit 432f0e9a8cff5c03d06625abe7a5fd8e7e346a64"
	profile := func(name, ident, folder, file string) Set {
		return Set{
			Name: "facturx-" + name, Ident: ident, Origin: facturx,
			Roots: []string{"factur-x-1.09/1.09.2/" + folder + "/xsd/FACTUR-X_" + file + ".xsd"},
		}
	}
	return []Set{
		{
			Name: "ubl-2.1", Ident: "ubl",
			Roots:  []string{"ubl-2.1-xsd/maindoc/UBL-Invoice-2.1.xsd", "ubl-2.1-xsd/maindoc/UBL-CreditNote-2.1.xsd"},
			Origin: "docs.oasis-open.org/ubl/os-UBL-2.1, by way of github.com/akretion/factur-x, commit 5edb9af9186e5f06f446372688e6fdbbd0b790d3",
		},
		{
			Name: "cii-d16b", Ident: "d16",
			Roots:  []string{"cii-d16b-xsd/CII/uncefact/data/standard/CrossIndustryInvoice_100pD16B.xsd"},
			Origin: "github.com/ConnectingEurope/eInvoicing-EN16931, D16B SCRDM (Subset), uncoupled clm, commit b6c9e06a59812fb1a83585da40923b3678a649ad",
		},
		{
			Name: "cii-d22b", Ident: "d22",
			Roots:  []string{"fr-ctc/xsd-cii-d22b/CrossIndustryInvoice_100pD22B.xsd"},
			Origin: "github.com/akretion/factur-x, cii-extended-ctc-fr, commit 5edb9af9186e5f06f446372688e6fdbbd0b790d3",
		},
		profile("minimum", "fxm", "minimum", "MINIMUM"),
		profile("basicwl", "fxw", "basicwl", "BASIC-WL"),
		profile("basic", "fxb", "basic", "BASIC"),
		profile("en16931", "fxe", "en16931", "EN16931"),
		profile("extended", "fxx", "extended", "EXTENDED"),
	}
}

// Compile reads the sets from the folder of the standards and gives the text of each generated file by its
// name. The manifest lists every official file that was read, with its SHA-256.
func Compile(standards fs.FS, sets []Set) (files map[string][]byte, manifest []Source, err error) {
	names := newNameTable()
	var compiled []*compiledSet
	for _, set := range sets {
		docs, sources, err := readSet(standards, set)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", set.Name, err)
		}
		manifest = append(manifest, sources...)
		c, err := compileSet(set, docs, names)
		if err != nil {
			return nil, nil, fmt.Errorf("%s: %w", set.Name, err)
		}
		compiled = append(compiled, c)
	}
	sort.Slice(manifest, func(i, j int) bool {
		if manifest[i].Set != manifest[j].Set {
			return manifest[i].Set < manifest[j].Set
		}
		return manifest[i].File < manifest[j].File
	})
	files, err = emit(names, compiled)
	return files, manifest, err
}
