package xsd

import (
	"strings"
	"testing"
	"testing/fstest"
)

const invoiceSpace = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
const partsSpace = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"

func schemaFile(space, body string) *fstest.MapFile {
	return &fstest.MapFile{Data: []byte(`<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:rsm="` + invoiceSpace +
		`" xmlns:ram="` + partsSpace + `" targetNamespace="` + space + `" elementFormDefault="qualified">` + body + `</xs:schema>`)}
}

var testSet = []Set{{Name: "test", Ident: "test", Roots: []string{"a/root.xsd"}, Origin: "nowhere"}}

const importParts = `<xs:import namespace="` + partsSpace + `" schemaLocation="../b/parts.xsd"/>`

// TestCompile reads a small schema with most of what the generator knows.
func TestCompile(t *testing.T) {
	files, sources, err := Compile(fstest.MapFS{
		"a/root.xsd": schemaFile(invoiceSpace, importParts+`<xs:element name="Invoice" type="rsm:InvoiceType"/>
			<xs:complexType name="InvoiceType"><xs:annotation><xs:documentation><b>any</b></xs:documentation></xs:annotation>
			<xs:sequence><xs:element ref="ram:Party" maxOccurs="2"/><xs:element name="Note" minOccurs="0" maxOccurs="unbounded">
			<xs:complexType><xs:choice><xs:element name="A" type="xs:string"/><xs:element name="B" type="xs:date"/></xs:choice></xs:complexType>
			</xs:element></xs:sequence></xs:complexType>`),
		"b/parts.xsd": schemaFile(partsSpace, `<xs:element name="Party" type="ram:PartyType"/>
			<xs:complexType name="PartyType"><xs:simpleContent><xs:extension base="ram:Code"><xs:attribute name="id" type="xs:ID" use="required"/>
			<xs:attribute name="list" type="xs:token" fixed="6"/></xs:extension></xs:simpleContent></xs:complexType>
			<xs:simpleType name="Code"><xs:restriction base="xs:token"><xs:minLength value="1"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>`),
	}, testSet)
	if err != nil {
		t.Fatal(err)
	}
	text := string(files["test_gen.go"])
	for _, want := range []string{
		"{name: ramParty, typ: testRamPartyType, min: 1, max: 2},\n\t\t{name: rsmNote, typ: testRsmInvoiceTypeNote, min: 0, max: many},",
		"{name: atId, typ: xsID, required: true},",
		`{name: atList, typ: xsToken, isFixed: true, fixed: "6"},`,
		"facets: &facets{minLength: 1, hasMax: true, maxLength: 3}",
		"start:   0x3,\n\t\tlast:    0x3,\n\t\temptyOK: false,\n\t\tfollow:  []uint64{0x0, 0x0},",
		"{rsmInvoice, testRsmInvoiceType},",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the table lacks %q:\n%s", want, text)
		}
	}
	if len(sources) != 2 || sources[0].File != "a/root.xsd" || sources[1].File != "b/parts.xsd" {
		t.Errorf("sources: %v", sources)
	}
	manifest := FormatManifest(sources)
	if err := CheckManifest(manifest, sources); err != nil {
		t.Errorf("the manifest refuses its own files: %v", err)
	}
	changed := append([]Source(nil), sources...)
	changed[1].SHA256 = strings.Repeat("0", 64)
	for name, s := range map[string][]Source{"changed": changed, "fewer": sources[:1], "other": {{Set: "test", File: "c.xsd"}}} {
		if CheckManifest(manifest, s) == nil {
			t.Errorf("the manifest accepts %s files", name)
		}
	}
}

// TestRefused holds what must stop the generator: whatever it could not carry over into the tables.
func TestRefused(t *testing.T) {
	complexType := func(body string) string { return `<xs:complexType name="T">` + body + `</xs:complexType>` }
	for _, test := range []struct{ name, body, want string }{
		{"pattern", `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:pattern value="a"/></xs:restriction></xs:simpleType>`, "not known"},
		{"range", `<xs:simpleType name="T"><xs:restriction base="xs:decimal"><xs:minInclusive value="0"/></xs:restriction></xs:simpleType>`, "not known"},
		{"length of a number", `<xs:simpleType name="T"><xs:restriction base="xs:decimal"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>`, "for text only"},
		{"union", `<xs:simpleType name="T"><xs:union memberTypes="xs:string xs:date"/></xs:simpleType>`, "not known"},
		{"list", `<xs:simpleType name="T"><xs:list itemType="xs:string"/></xs:simpleType>`, "not known"},
		{"all", complexType(`<xs:all/>`), "not known"},
		{"group", `<xs:group name="G"/>`, "not known"},
		{"key", `<xs:element name="E" type="xs:string"><xs:key name="k"/></xs:element>`, "not known"},
		{"nillable", `<xs:element name="E" type="xs:string" nillable="true"/>`, "nillable"},
		{"substitution", `<xs:element name="E" type="xs:string" substitutionGroup="rsm:F"/>`, "substitutionGroup"},
		{"default of an element", `<xs:element name="E" type="xs:string" default="x"/>`, "default"},
		{"block", `<xs:complexType name="T" block="extension"/>`, "block"},
		{"unqualified", complexType(`<xs:sequence><xs:element name="E" type="xs:string" form="unqualified"/></xs:sequence>`), "form"},
		{"complex extension", complexType(`<xs:complexContent><xs:extension base="rsm:T"/></xs:complexContent>`), "not known"},
		{"other namespaces", complexType(`<xs:sequence><xs:any namespace="##local"/></xs:sequence>`), "##local"},
		{"skip", complexType(`<xs:sequence><xs:any processContents="skip"/></xs:sequence>`), "skip"},
		{"fixed number", complexType(`<xs:attribute name="a" type="xs:decimal" fixed="1"/>`), "for text only"},
		{"attribute reference", complexType(`<xs:attribute ref="rsm:a"/>`), "ref"},
		{"unknown type", `<xs:element name="E" type="rsm:Nowhere"/>`, "not declared"},
		{"unknown built-in type", `<xs:element name="E" type="xs:nonsense"/>`, "not a built-in type"},
		{"unknown element", complexType(`<xs:sequence><xs:element ref="rsm:Nowhere"/></xs:sequence>`), "not declared"},
		{"not imported", `<xs:element name="E" type="ram:T"/>`, "not imported"},
		{"import without a place", `<xs:import namespace="` + partsSpace + `"/>`, "schemaLocation"},
		{"import of nothing", importParts, "does not resolve"},
		{"ambiguous", complexType(`<xs:sequence><xs:element name="E" type="xs:string" minOccurs="0"/><xs:element name="E" type="xs:string"/></xs:sequence>`), "two ways"},
		{"ambiguous wildcard", complexType(`<xs:sequence><xs:any namespace="##any" minOccurs="0"/><xs:element name="E" type="xs:string"/></xs:sequence>`), "two ways"},
		{"twice", `<xs:element name="E" type="xs:string"/><xs:element name="E" type="xs:string"/>`, "twice"},
		{"bounds", complexType(`<xs:sequence><xs:element name="E" type="xs:string" minOccurs="3" maxOccurs="2"/></xs:sequence>`), "above"},
		{"text", `stray`, "text"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := Compile(fstest.MapFS{"a/root.xsd": schemaFile(invoiceSpace, test.body)}, testSet)
			if err == nil {
				t.Fatal("no error")
			}
			if !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), "root.xsd:") {
				t.Errorf("error %q should name the place and say %q", err, test.want)
			}
		})
	}
	t.Run("wrong namespace", func(t *testing.T) {
		_, _, err := Compile(fstest.MapFS{
			"a/root.xsd": schemaFile(invoiceSpace, importParts), "b/parts.xsd": schemaFile("urn:other", ""),
		}, testSet)
		if err == nil || !strings.Contains(err.Error(), "target namespace") {
			t.Errorf("error %v", err)
		}
	})
}
