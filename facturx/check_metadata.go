package facturx

import (
	"errors"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

var theMetadata = report.Text{EN: "The block of metadata (XMP)", FR: "Bloc des métadonnées (XMP)"}

// checkMetadata looks at the metadata of the document: whether they can be read, and what they claim of PDF/A.
func (c *checker) checkMetadata() error {
	catalog, err := c.f.pdf.Catalog()
	if err != nil {
		return err
	}
	stream, err := c.f.pdf.Stream(catalog.Value("Metadata"))
	if err != nil {
		return err
	}
	if stream == nil {
		c.fail(&ruleMetadata, "", place{object: c.f.pdf.Root().Number})
		return nil
	}
	at := place{object: stream.Ref().Number}
	if err := c.checkStream(stream, theMetadata); err != nil {
		return err
	}
	kind, err1 := c.f.pdf.Name(stream.Dict.Value("Type"))
	form, err2 := c.f.pdf.Name(stream.Dict.Value("Subtype"))
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if kind != "Metadata" || form != "XML" {
		c.fail(&ruleMetadata, "type", at)
	}
	c.xmp, err = c.f.XMP()
	var e *Error
	var syntax *xmltree.Error
	switch {
	case errors.As(err, &syntax):
		c.fail(&ruleReadable, "", at, report.A("line", syntax.Line), report.A("column", syntax.Column),
			report.A("why", literal(pdf.Text{EN: syntax.Message.EN, FR: syntax.Message.FR})))
		return nil
	case errors.As(err, &e) && (e.Kind == KindDamaged || e.Kind == KindUnsupported):
		c.fail(&ruleReadable, "damaged", at, report.A("why", e.Message))
		return nil
	case err != nil:
		return err
	}
	c.checkPacket(at)
	return nil
}

func (c *checker) checkPacket(at place) {
	if c.xmp.Filtered {
		c.fail(&rulePacket, "compressed", at)
	}
	if e := c.xmp.Encoding; e != "UTF-8" {
		at := at
		at.found = e
		c.fail(&rulePacket, "", at, report.A("found", clip(e)))
	}
	header := packetHeader(c.xmp.Packet)
	for _, attribute := range []string{"bytes", "encoding"} {
		if strings.Contains(header, " "+attribute+"=") {
			c.fail(&rulePacket, attribute, at)
		}
	}
	said, whole := stated(c.xmp.Packet)
	if !whole {
		c.fail(&ruleReadable, "packets", at, report.A("count", c.xmp.Packets))
		return
	}
	if !c.checkTwice(at, said) {
		c.checkClaim(at, said)
	}
}

// checkTwice looks for what is stated twice, and tells whether something is.
func (c *checker) checkTwice(at place, said []property) bool {
	times := map[xmltree.Name]int{}
	twice := false
	for _, p := range said {
		if times[p.Name]++; times[p.Name] != 2 {
			continue
		}
		twice = true
		if p.Name == (xmltree.Name{Space: nsExtension, Local: "schemas"}) {
			c.fail(&ruleReadable, "schemas", at)
		} else {
			c.fail(&ruleReadable, "twice", at, report.A("property", clip(p.prefix+":"+p.Local)))
		}
	}
	return twice
}

// checkClaim looks at the claim to be PDF/A.
func (c *checker) checkClaim(at place, said []property) {
	claim := map[string]property{}
	for _, p := range said {
		if p.Space == nsPDFAID {
			claim[p.Local] = p
		}
	}
	if len(claim) == 0 {
		c.fail(&ruleClaim, "", at)
		return
	}
	part, ok := claim["part"]
	if n, err := strconv.Atoi(part.value); !ok {
		c.fail(&rulePart, "missing", at)
	} else if err != nil || n != 3 {
		at := at
		at.found, at.expected = clip(part.value), "3"
		c.fail(&rulePart, "", at, report.A("found", at.found))
	}
	conformance, ok := claim["conformance"]
	if !ok {
		c.fail(&ruleConformance, "missing", at)
	} else if v := conformance.value; v != "A" && v != "B" && v != "U" {
		at := at
		at.found = clip(v)
		c.fail(&ruleConformance, "", at, report.A("found", at.found))
	}
	for _, local := range []string{"part", "conformance", "amd", "corr"} {
		if p, ok := claim[local]; ok && p.prefix != "pdfaid" {
			at := at
			at.found, at.expected = clip(p.prefix), "pdfaid"
			c.fail(&ruleClaimPrefix, local, at, report.A("property", local), report.A("found", at.found))
		}
	}
}

// stated returns all that metadata state of the document. They are whole if they are one piece of XML.
func stated(packet []byte) (said []property, whole bool) {
	text := string(packet)
	if !strings.Contains(text[:min(4, len(text))], "\x00") { // in UTF-16, NUL is half of a character
		text = strings.Trim(text, "\x00 \t\r\n")
	}
	t, err := xmltree.Parse(text, xmpLimits)
	if err != nil {
		return nil, false
	}
	for n := xmltree.Node(0); int(n) < t.Len(); n++ {
		if t.NameOf(n) != (xmltree.Name{Space: nsRDF, Local: "RDF"}) {
			continue
		}
		for d := t.FirstChild(n); d != xmltree.None; d = t.NextSibling(d) {
			for _, p := range properties(t, d) {
				if p.Space != "" && p.Space != nsRDF && p.Space != nsXML {
					said = append(said, p)
				}
			}
		}
	}
	return said, true
}

const nsXML = "http://www.w3.org/XML/1998/namespace"

// packetHeader returns the instruction that metadata begin with, with one space between its attributes; "" if there is none.
func packetHeader(packet []byte) string {
	text := strings.ReplaceAll(string(packet[:min(len(packet), 4<<10)]), "\x00", "")
	_, header, _ := strings.Cut(text, "<?xpacket")
	header, _, _ = strings.Cut(header, "?>")
	return " " + strings.Join(strings.Fields(header), " ")
}
