package facturx_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/sample"
)

// A builder writes PDFs with attachments, right or wrong.
type builder struct {
	bytes.Buffer
	places []int // by object number; 0 if not in use
	names  []string
	af     []string
}

// Objects 1 to 3 are the catalog, the page tree and a page; what a file has besides begins at 10.
func newBuilder() *builder {
	b := &builder{places: make([]int, 10)}
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	b.object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>")
	b.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>")
	return b
}

func (b *builder) object(n int, body string) {
	for len(b.places) <= n {
		b.places = append(b.places, 0)
	}
	b.places[n] = b.Len()
	fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", n, body)
}

func (b *builder) stream(n int, dict string, data []byte) {
	b.object(n, fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data))
}

// next returns a number that is not in use.
func (b *builder) next() int { return len(b.places) }

// attach adds an embedded file to the name tree and to AF.
func (b *builder) attach(name string, content []byte) int {
	n := b.next()
	b.stream(n, "/Type/EmbeddedFile/Subtype/text#2Fxml/Filter/FlateDecode", deflate(content))
	return b.file(name, n)
}

// file adds a file specification for a stream.
func (b *builder) file(name string, stream int) int {
	n := b.next()
	text := hexText(name)
	b.object(n, fmt.Sprintf("<</Type/Filespec/F %s/UF %s/AFRelationship/Data/EF<</F %d 0 R/UF %d 0 R>>>>", text, text, stream, stream))
	b.names = append(b.names, fmt.Sprintf("%s %d 0 R", text, n))
	b.af = append(b.af, fmt.Sprintf("%d 0 R", n))
	return n
}

func hexText(s string) string {
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, r := range s {
		fmt.Fprintf(&b, "%04X", r)
	}
	return b.String() + ">"
}

// metadata adds XMP that names a file.
func (b *builder) metadata(file string) {
	b.stream(4, "/Type/Metadata/Subtype/XML", []byte(xmp(file)))
}

func xmp(file string) string {
	return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">` +
		`<rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" fx:DocumentType="INVOICE" fx:DocumentFileName="` + file +
		`" fx:Version="1.0" fx:ConformanceLevel="EN 16931"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`
}

// done writes the catalog, with what was attached and extra entries, and the cross-reference.
func (b *builder) done(extra string) []byte {
	catalog := "<</Type/Catalog/Pages 2 0 R" + extra
	if len(b.names) > 0 {
		catalog += "/Names<</EmbeddedFiles<</Names[" + strings.Join(b.names, " ") + "]>>>>/AF[" + strings.Join(b.af, " ") + "]"
	}
	if b.places[4] != 0 {
		catalog += "/Metadata 4 0 R"
	}
	b.object(1, catalog+">>")
	return b.table("/Root 1 0 R")
}

func (b *builder) table(trailer string) []byte {
	start := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n", len(b.places))
	for _, at := range b.places {
		if at == 0 {
			b.WriteString("0000000000 65535 f \n")
		} else {
			fmt.Fprintf(b, "%010d 00000 n \n", at)
		}
	}
	fmt.Fprintf(b, "trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF\n", len(b.places), trailer, start)
	return b.Bytes()
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	if _, err := w.Write(data); err != nil {
		panic(err)
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// cii is an invoice.
func cii() []byte { return []byte(sample.CII(2)) }

func openBytes(t testing.TB, data []byte) *facturx.File {
	t.Helper()
	f, err := facturx.Open(context.Background(), bytes.NewReader(data), int64(len(data)), facturx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	return f
}
