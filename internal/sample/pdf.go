package sample

import (
	"bytes"
	"fmt"
	"strings"
)

// FacturX writes a PDF with an empty page and an invoice in CII attached as Factur-X has it: in the name tree, in AF, with its metadata. Level is that
// of the metadata, such as "EN 16931". It is a PDF/A-3 as far as its objects go.
func FacturX(invoice []byte, level string) []byte {
	var b bytes.Buffer
	var places []int
	object := func(body string) {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", len(places), body)
	}
	stream := func(dict string, data string) {
		object(fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
	}
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	object("<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R/AF[6 0 R]/Names<</EmbeddedFiles<</Names[(factur-x.xml)6 0 R]>>>>>>")
	object("<</Type/Pages/Kids[3 0 R]/Count 1>>")
	object("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<>>>>")
	stream("/Type/Metadata/Subtype/XML", metadata(level))
	stream(fmt.Sprintf("/Type/EmbeddedFile/Subtype/text#2Fxml/Params<</Size %d/ModDate(D:20260203120000Z)>>", len(invoice)), string(invoice))
	object("<</Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/Desc(Factur-X)/AFRelationship/Alternative/EF<</F 5 0 R/UF 5 0 R>>>>")
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	id := strings.Repeat("20260203", 4)
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/ID[<%[2]s><%[2]s>]>>\nstartxref\n%d\n%%%%EOF\n", len(places)+1, id, table)
	return b.Bytes()
}

// metadata is an XMP packet that claims PDF/A-3B and names the invoice, with the extension schema that declares the names.
func metadata(level string) string {
	const ns = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
	var properties strings.Builder
	for _, name := range []string{"DocumentFileName", "DocumentType", "Version", "ConformanceLevel"} {
		fmt.Fprintf(&properties, `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>%[1]s</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>`+
			`<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>%[1]s</pdfaProperty:description></rdf:li>`, name)
	}
	return `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"><pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>
<rdf:Description rdf:about="" xmlns:fx="` + ns + `"><fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName><fx:Version>1.0</fx:Version><fx:ConformanceLevel>` + level + `</fx:ConformanceLevel></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema><pdfaSchema:namespaceURI>` + ns + `</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>` + properties.String() + `</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`
}
