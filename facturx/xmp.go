package facturx

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// XMP is what the metadata of a PDF say: of the invoice in it, of PDF/A, of the document.
type XMP struct {
	Object   uint32 // number of the metadata stream
	Filtered bool   // the stream is compressed; allowed, but some programs then do not find it
	Packet   []byte // as they stand in the PDF, decoded
	Packets  int    // number of packets; should be 1
	Encoding string // of the packet, as xmltree names it: UTF-8, UTF-16LE…

	// Documents are the descriptions with a property of Factur-X or a relative, mostly one.
	Documents []Document

	// PDFAPart and PDFAConformance are the claim to be PDF/A, such as "3" and "B"; PDFAPrefix is their prefix, which has to be pdfaid.
	PDFAPart, PDFAConformance, PDFAPrefix string

	// ExtensionSchemas is the number of schema lists, of which there should be at most one; Schemas are the schemas in all of them.
	ExtensionSchemas int
	Schemas          []Schema

	Title, Description, Producer, CreatorTool, Keywords string
	Authors                                             []string
	CreateDate, ModifyDate, MetadataDate                string // as they stand, mostly in ISO 8601

	names map[string]bool // of documents, in small letters
}

// Document is what one rdf:Description says of the attached invoice. Values are as they stand; a missing one is empty.
type Document struct {
	Namespace, Prefix                                         string
	Form                                                      Form
	DocumentType, DocumentFileName, Version, ConformanceLevel string
	Declared                                                  bool // an extension schema declares the namespace
}

// Form tells how properties are written in RDF, which makes no difference to their meaning.
type Form string

// The forms.
const (
	Elements   Form = "element"
	Attributes Form = "attribute"
	Mixed      Form = "mixed"
)

// Schema is a PDF/A extension schema, which explains a namespace.
type Schema struct {
	Name, Namespace, Prefix string
	Properties              []string
}

// Namespaces of XMP.
const (
	nsRDF       = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsDC        = "http://purl.org/dc/elements/1.1/"
	nsPDF       = "http://ns.adobe.com/pdf/1.3/"
	nsBasic     = "http://ns.adobe.com/xap/1.0/"
	nsPDFAID    = "http://www.aiim.org/pdfa/ns/id/"
	nsExtension = "http://www.aiim.org/pdfa/ns/extension/"
	nsSchema    = "http://www.aiim.org/pdfa/ns/schema#"
	nsProperty  = "http://www.aiim.org/pdfa/ns/property#"
)

// isDocumentSpace tells whether a namespace is one of those for the four properties: Factur-X, ZUGFeRD 2.0, 1.0 and its draft, Order-X. Some
// producers write them in small letters.
func isDocumentSpace(space string) bool {
	return slices.ContainsFunc([]string{
		"urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
		"urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#",
		"urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#",
		"urn:ferd:pdfa:invoice:rc#",
		"urn:factur-x:pdfa:CrossIndustryDocument:1p0#",
	}, func(known string) bool { return strings.EqualFold(space, known) })
}

func (f *File) readXMP() (*XMP, error) {
	catalog, err := f.pdf.Catalog()
	if err != nil {
		return nil, wrap(err)
	}
	s, err := f.pdf.Stream(catalog.Value("Metadata"))
	if err != nil || s == nil {
		return nil, wrap(err)
	}
	filters, err := s.Filters()
	if err != nil {
		return nil, wrap(err)
	}
	packet, err := s.Decode()
	if err != nil {
		return nil, wrap(err)
	}
	m, err := parseXMP(packet)
	var e *Error
	if errors.As(err, &e) {
		e.Object = s.Ref().Number
	}
	if err != nil {
		return nil, err
	}
	m.Object, m.Filtered = s.Ref().Number, len(filters) > 0
	return m, nil
}

// xmpLimits are those of one packet. A Description in attribute form has many attributes.
var xmpLimits = xmltree.Limits{Bytes: 16 << 20, Attributes: 1000, Nodes: 500_000}

// parseXMP reads metadata, which may be several packets one behind the other.
func parseXMP(packet []byte) (*XMP, error) {
	m := &XMP{Packet: packet, Packets: max(1, bytes.Count(packet, []byte("<?xpacket begin")))}
	text := string(packet)
	if !strings.Contains(text[:min(4, len(text))], "\x00") { // in UTF-16, NUL is half of a character
		text = strings.Trim(text, "\x00 \t\r\n")
	}
	tree, err := xmltree.Parse(text, xmpLimits)
	if err == nil {
		m.read(tree)
	} else if parts := packets(text); len(parts) > 1 {
		for _, part := range parts {
			if tree, err = xmltree.Parse(part, xmpLimits); err != nil {
				break
			}
			m.read(tree)
		}
	}
	var e *xmltree.Error
	if errors.As(err, &e) {
		why := report.Text{EN: strings.ReplaceAll(e.Message.EN, "{", "{{"), FR: strings.ReplaceAll(e.Message.FR, "{", "{{")}
		return nil, &Error{Kind: KindXMP, Offset: -1, Hint: badXMPHint, err: e,
			Message: badXMP.With(report.A("line", e.Line), report.A("column", e.Column), report.A("why", why))}
	}
	m.finish()
	return m, err
}

// finish looks up what is known only when all packets are read.
func (m *XMP) finish() {
	declared := map[string]bool{}
	for _, s := range m.Schemas {
		declared[s.Namespace] = true
	}
	m.names = map[string]bool{}
	for i, d := range m.Documents {
		m.Documents[i].Declared = declared[d.Namespace]
		if d.DocumentFileName != "" {
			m.names[strings.ToLower(d.DocumentFileName)] = true
		}
	}
}

// packets cuts a text before each packet header.
func packets(text string) (parts []string) {
	const header = "<?xpacket begin"
	for text != "" {
		next := strings.Index(text[1:], header)
		if next < 0 {
			return append(parts, text)
		}
		parts = append(parts, text[:next+1])
		text = text[next+1:]
	}
	return parts
}
