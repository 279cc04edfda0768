package facturx_test

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/fxinvoice/fx/facturx"
)

// elements is metadata in the long form, with two extension schemas, of which one is in the short form of RDF.
const elements = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
 <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance></rdf:Description>
 <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
   pdf:Producer="a producer" xmp:CreateDate="2026-01-31T12:00:00+01:00">
  <dc:title><rdf:Alt><rdf:li xml:lang="de">Rechnung</rdf:li><rdf:li xml:lang="x-default">Invoice &amp; more</rdf:li></rdf:Alt></dc:title>
  <dc:creator><rdf:Seq><rdf:li>one</rdf:li><rdf:li>two</rdf:li></rdf:Seq></dc:creator>
  <dc:description><rdf:Alt><rdf:li>what it is</rdf:li></rdf:Alt></dc:description>
  <pdf:Keywords>a, b</pdf:Keywords>
  <xmp:CreatorTool>a tool</xmp:CreatorTool><xmp:ModifyDate>2026-02-01</xmp:ModifyDate><xmp:MetadataDate>2026-02-02</xmp:MetadataDate>
 </rdf:Description>
 <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
  <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>BASIC WL</fx:ConformanceLevel>
 </rdf:Description>
 <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag>
   <rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X</pdfaSchema:schema><pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
     <rdf:li rdf:parseType="Resource"><pdfaProperty:name>DocumentFileName</pdfaProperty:name></rdf:li><rdf:li pdfaProperty:name="DocumentType"/></rdf:Seq></pdfaSchema:property></rdf:li>
   <rdf:li><rdf:Description pdfaSchema:schema="Mine" pdfaSchema:namespaceURI="urn:mine" pdfaSchema:prefix="m"/></rdf:li>
  </rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>   `

func utf16be(s string) []byte {
	b := []byte{0xfe, 0xff}
	for _, u := range utf16.Encode([]rune(s)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

func readXMP(t *testing.T, packet []byte) (*facturx.XMP, error) {
	b := newBuilder()
	b.stream(4, "", packet)
	return openBytes(t, b.done("")).XMP()
}

func document1(file string) facturx.Document {
	return facturx.Document{Namespace: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", Prefix: "fx", Form: facturx.Attributes,
		DocumentType: "INVOICE", DocumentFileName: file, Version: "1.0", ConformanceLevel: "EN 16931"}
}

func TestXMP(t *testing.T) {
	attributes := facturx.XMP{Object: 4, Packets: 1, Encoding: "UTF-8", Documents: []facturx.Document{document1("factur-x.xml")}}
	in16, twice, without := attributes, attributes, attributes
	in16.Encoding = "UTF-16BE"
	twice.Packets = 2
	twice.Documents = []facturx.Document{document1("a.xml"), document1("b.xml")}
	without.Documents = nil
	long := facturx.XMP{
		Object: 4, Packets: 1, Encoding: "UTF-8",
		Documents: []facturx.Document{{Namespace: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", Prefix: "fx", Form: facturx.Elements, Declared: true,
			DocumentType: "INVOICE", DocumentFileName: "factur-x.xml", Version: "1.0", ConformanceLevel: "BASIC WL"}},
		PDFAPart: "3", PDFAConformance: "U", PDFAPrefix: "pdfaid", ExtensionSchemas: 1,
		Schemas: []facturx.Schema{
			{Name: "Factur-X", Namespace: "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#", Prefix: "fx", Properties: []string{"DocumentFileName", "DocumentType"}},
			{Name: "Mine", Namespace: "urn:mine", Prefix: "m"},
		},
		Title: "Invoice & more", Description: "what it is", Producer: "a producer", CreatorTool: "a tool", Keywords: "a, b", Authors: []string{"one", "two"},
		CreateDate: "2026-01-31T12:00:00+01:00", ModifyDate: "2026-02-01", MetadataDate: "2026-02-02",
	}
	mixed := attributes
	mixed.Documents = []facturx.Document{document1("factur-x.xml")}
	mixed.Documents[0].Form = facturx.Mixed
	small := attributes
	small.Documents = []facturx.Document{document1("factur-x.xml")}
	small.Documents[0].Namespace = strings.ToLower(small.Documents[0].Namespace)
	other := xmp("factur-x.xml")
	for _, c := range []struct {
		name, packet string
		want         facturx.XMP
	}{
		{"attributes", xmp("factur-x.xml"), attributes},
		{"elements", elements, long},
		{"padding of NUL", xmp("factur-x.xml") + "\x00\x00\x00", attributes},
		{"UTF-16", string(utf16be(xmp("factur-x.xml"))), in16},
		{"two packets", xmp("a.xml") + "\n" + xmp("b.xml"), twice},
		{"nothing of an invoice", `<?xpacket begin=""?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description a="b"/></rdf:RDF>`, without},
		{"no packet header", other[strings.Index(other, "<x:"):], attributes},
		{"both forms", strings.Replace(strings.Replace(other, ` fx:Version="1.0"`, "", 1), `EN 16931"/>`, `EN 16931"><fx:Version>1.0</fx:Version></rdf:Description>`, 1), mixed},
		{"small letters", strings.ReplaceAll(other, "CrossIndustryDocument", "crossindustrydocument"), small},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := readXMP(t, []byte(c.packet))
			if err != nil {
				t.Fatal(err)
			}
			if string(got.Packet) != c.packet {
				t.Error("the packet is not as it stands")
			}
			c.want.Packet = got.Packet
			if diff := cmp.Diff(&c.want, got, cmpopts.IgnoreUnexported(facturx.XMP{})); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestXMPErrors(t *testing.T) {
	for name, packet := range map[string]string{
		"no XML":           "metadata",
		"cut off":          xmp("a")[:200],
		"a DOCTYPE":        `<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`,
		"broken packet":    xmp("a") + xmp("b")[:300],
		"a prefix missing": `<rdf:RDF/>`,
		"empty":            "",
	} {
		_, err := readXMP(t, []byte(packet))
		var e *facturx.Error
		if !errors.As(err, &e) || e.Kind != facturx.KindXMP || e.Object != 4 || e.Message.FR == "" || e.Hint.EN == "" || errors.Unwrap(e) == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	if m, err := openBytes(t, newBuilder().done("")).XMP(); m != nil || err != nil {
		t.Errorf("without metadata: %v, %v", m, err)
	}
}
