package facturx_test

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/report"
)

// A pack is a PDF with an invoice, in parts that a test can change. Objects: 4 the metadata, 10 the content, 11 the file specification; what a
// test adds begins at 20.
type pack struct {
	specification, profile string
	noInvoice              bool // nothing is attached

	names, af, catalog, trailer string // what stands in EmbeddedFiles and AF, and further entries
	file, embedded              string // entries of the file specification and of the stream
	content                     []byte
	metadata, packet            string // entries of the stream, and attributes of the packet's header; without entries there is no stream
	claim, properties, schema   string // three descriptions
	objects                     func(b *builder)
	finish                      func(pdf []byte) []byte // changes the whole
}

const (
	claimed   = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="B"/>`
	factur    = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
	someID    = "/ID[<00112233445566778899aabbccddeeff><00112233445566778899aabbccddeeff>]"
	fileEntry = "/Type/Filespec/F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Alternative/EF<</F 10 0 R/UF 10 0 R>>"
)

// good is a PDF that no rule has anything to say of.
func good() *pack {
	return &pack{
		specification: "urn:cen.eu:en16931:2017", profile: "facturx-en16931",
		names: "(factur-x.xml)11 0 R", af: "/AF[11 0 R]", trailer: someID, file: fileEntry, embedded: "/Type/EmbeddedFile/Subtype/text#2Fxml",
		content: cii(), metadata: "/Type/Metadata/Subtype/XML", claim: claimed, properties: described(factur, "fx"), schema: declared(factur),
	}
}

// described are the four properties in a namespace.
func described(space, prefix string) string {
	return fmt.Sprintf(`<rdf:Description rdf:about="" xmlns:%[2]s="%[1]s" %[2]s:DocumentType="INVOICE" %[2]s:DocumentFileName="factur-x.xml" `+
		`%[2]s:Version="1.0" %[2]s:ConformanceLevel="EN 16931"/>`, space, prefix)
}

// declared is an extension schema with the four properties.
func declared(space string) string {
	var b strings.Builder
	b.WriteString(`<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" ` +
		`xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">` +
		`<pdfaSchema:schema>invoice</pdfaSchema:schema><pdfaSchema:namespaceURI>` + space + `</pdfaSchema:namespaceURI><pdfaSchema:prefix>fx</pdfaSchema:prefix>` +
		`<pdfaSchema:property><rdf:Seq>`)
	for _, name := range []string{"DocumentType", "DocumentFileName", "Version", "ConformanceLevel"} {
		fmt.Fprintf(&b, `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>`+
			`<pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>d</pdfaProperty:description></rdf:li>`, name)
	}
	b.WriteString(`</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>`)
	return b.String()
}

func (p *pack) xmp() string {
	return `<?xpacket begin="` + "\ufeff" + `" id="W5M0MpCehiHzreSzNTczkc9d"` + p.packet + `?><x:xmpmeta xmlns:x="adobe:ns:meta/">` +
		`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` + p.claim + p.properties + p.schema + `</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

func (p *pack) bytes() []byte {
	b := newBuilder()
	catalog := "<</Type/Catalog/Pages 2 0 R" + p.catalog
	if !p.noInvoice {
		b.stream(10, p.embedded, p.content)
		b.object(11, "<<"+p.file+">>")
		catalog += p.af
		if p.names != "" {
			catalog += "/Names<</EmbeddedFiles<</Names[" + p.names + "]>>>>"
		}
	}
	if p.metadata != "" {
		b.stream(4, p.metadata, []byte(p.xmp()))
		catalog += "/Metadata 4 0 R"
	}
	if p.objects != nil {
		for b.next() < 20 {
			b.places = append(b.places, 0)
		}
		p.objects(b)
	}
	b.object(1, catalog+">>")
	pdf := b.table("/Root 1 0 R" + p.trailer)
	if p.finish != nil {
		pdf = p.finish(pdf)
	}
	return pdf
}

// findings checks the PDF.
func (p *pack) findings(t *testing.T) []report.Finding {
	t.Helper()
	f := openBytes(t, p.bytes())
	var a *facturx.Attachment
	if inv, err := f.Invoice(); err == nil {
		a = inv.Attachment
	}
	found := report.NewCollector(0)
	if _, err := f.Check(t.Context(), a, p.profile, p.specification, found); err != nil {
		t.Fatal(err)
	}
	var r report.Report
	found.Into(&r)
	return r.Findings
}

// change replaces a text that has to be there.
func change(in *string, old, new string) {
	if !strings.Contains(*in, old) {
		panic("no " + old + " in " + *in)
	}
	*in = strings.ReplaceAll(*in, old, new)
}

// replaced returns a finish that changes bytes for as many others, once.
func replaced(old, new string) func([]byte) []byte {
	if len(old) != len(new) {
		panic("another length would move all objects")
	}
	return func(pdf []byte) []byte { return bytes.Replace(pdf, []byte(old), []byte(new), 1) }
}

// protection is an encryption dictionary for an empty password. Strings and streams of the file would have to be encrypted.
func protection(id string) string {
	pad := "\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a"
	owner := strings.Repeat("o", 32)
	key := md5.Sum([]byte(pad + owner + "\xfc\xff\xff\xff" + id))
	c, err := rc4.NewCipher(key[:5])
	if err != nil {
		panic(err)
	}
	user := []byte(pad)
	c.XORKeyStream(user, user)
	return fmt.Sprintf("/Encrypt<</Filter/Standard/V 1/R 2/O(%s)/U<%x>/P -4>>/ID[(%s)(%s)]", owner, user, id, id)
}
