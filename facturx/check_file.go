package facturx

import (
	"bytes"
	"strings"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/report"
)

// checkFile looks at both ends of the file, and at the trailer.
func (c *checker) checkFile() error {
	if c.f.Repaired() {
		c.fail(&ruleXref, "", place{})
	}
	if err := c.checkHeader(); err != nil {
		return err
	}
	if err := c.checkEnd(); err != nil {
		return err
	}
	if c.f.Encrypted() {
		ref, _ := c.f.pdf.Trailer().Value("Encrypt").(pdf.Ref)
		c.fail(&ruleEncryption, "", place{object: ref.Number})
	}
	trailer, err := c.f.pdf.NewestTrailer()
	if err != nil {
		return err
	}
	ids, err := c.f.pdf.Array(trailer.Value("ID"))
	if err != nil {
		return err
	}
	if len(ids) > 0 {
		first, err := c.f.pdf.Resolve(ids[0])
		if err != nil {
			return err
		}
		if s, ok := first.(pdf.String); ok && len(s) > 0 {
			return nil
		}
	}
	c.fail(&ruleID, "", place{})
	return nil
}

// headerSize is more than the first two lines of any PDF have.
const headerSize = 1024

func (c *checker) checkHeader() error {
	version, offset := c.f.Header()
	head, err := c.f.pdf.Bytes(offset, headerSize)
	if err != nil {
		return err
	}
	line, rest := firstLine(head)
	switch {
	case offset > 0:
		c.fail(&ruleHeader, "offset", place{}, report.A("offset", int(offset)))
	case len(line) != len("%PDF-1.7") || !isVersion(version):
		shown := clip(strings.ToValidUTF8(string(line), "\ufffd"))
		c.fail(&ruleHeader, "", place{found: shown}, report.A("found", shown))
	case version > "1.7":
		c.fail(&ruleHeader, "version", place{found: version}, report.A("version", version))
	}
	if len(rest) < 5 || rest[0] != '%' || min(rest[1], rest[2], rest[3], rest[4]) <= 127 {
		c.fail(&ruleBinary, "", place{})
	}
	later, err := c.f.CatalogVersion()
	if err == nil && isVersion(later) && later > "1.7" && version <= "1.7" {
		c.fail(&ruleHeader, "catalog", place{object: c.f.pdf.Root().Number, found: later}, report.A("header", version), report.A("version", later))
	}
	return err
}

// firstLine cuts off the first line, and its end: CR LF, CR or LF.
func firstLine(b []byte) (line, rest []byte) {
	i := bytes.IndexAny(b, "\r\n")
	if i < 0 {
		return b, nil
	}
	line, rest = b[:i], b[i+1:]
	if b[i] == '\r' && len(rest) > 0 && rest[0] == '\n' {
		rest = rest[1:]
	}
	return line, rest
}

// isVersion tells whether a version is a digit, a point and a digit, so that versions compare as text does.
func isVersion(s string) bool {
	return len(s) == 3 && s[0] >= '0' && s[0] <= '9' && s[1] == '.' && s[2] >= '0' && s[2] <= '9'
}

// endSize is how far from the end of the file its mark is looked for.
const endSize = 64 << 10

func (c *checker) checkEnd() error {
	size := c.f.pdf.Size()
	tail, err := c.f.pdf.Bytes(max(size-endSize, 0), endSize)
	if err != nil {
		return err
	}
	const mark = "%%EOF"
	i := bytes.LastIndex(tail, []byte(mark))
	if i < 0 {
		c.fail(&ruleEnd, "missing", place{})
		return nil
	}
	switch rest := tail[i+len(mark):]; string(rest) {
	case "", "\n", "\r", "\r\n":
	default:
		count := report.Plural(len(rest), report.Text{EN: "{n} byte", FR: "{n} octet"}, report.Text{EN: "{n} bytes", FR: "{n} octets"})
		c.fail(&ruleEnd, "", place{}, report.A("count", count))
	}
	return nil
}

// checkStream looks at how the data of a stream are stored.
func (c *checker) checkStream(s *pdf.Stream, what report.Text) error {
	at := place{object: s.Ref().Number}
	if s.Dict.Has("F") || s.Dict.Has("FFilter") || s.Dict.Has("FDecodeParms") {
		c.fail(&ruleStreams, "external", at, report.A("what", what))
	}
	filters, err := s.Filters()
	for _, name := range filters {
		switch name {
		case "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "JBIG2Decode", "DCTDecode", "JPXDecode":
		case "Crypt": // whose parameters would have to be looked at; without encryption it does nothing
		default:
			at.found = clip(string(name))
			c.fail(&ruleStreams, "", at, report.A("what", what), report.A("filter", at.found))
		}
	}
	return err
}
