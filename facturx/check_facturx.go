package facturx

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

const (
	nsFacturX  = "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#"
	nsZUGFeRD2 = "urn:zugferd:pdfa:CrossIndustryDocument:invoice:2p0#"
	nsZUGFeRD1 = "urn:ferd:pdfa:CrossIndustryDocument:invoice:1p0#"
	nsOrderX   = "urn:factur-x:pdfa:CrossIndustryDocument:1p0#"
)

// checkDocument looks at what the metadata say of the invoice.
func (c *checker) checkDocument() error {
	if c.invoice == nil || c.xmp == nil {
		return nil
	}
	at := place{object: c.xmp.Object}
	c.document = described(c.xmp.Documents)
	if c.document == nil {
		c.fail(&ruleFacturX, "", at)
		return nil
	}
	c.checkNamespace(at)
	c.checkDocumentType(at)
	c.checkFileName(at)
	c.checkVersion(at)
	c.checkLevel(at)
	c.checkExtension(at)
	return nil
}

// described chooses the description that counts: of Factur-X before its relatives, of invoices before orders.
func described(all []Document) *Document {
	for _, space := range []string{nsFacturX, nsZUGFeRD2, nsZUGFeRD1} {
		if i := slices.IndexFunc(all, func(d Document) bool { return strings.EqualFold(d.Namespace, space) }); i >= 0 {
			return &all[i]
		}
	}
	if len(all) > 0 {
		return &all[0]
	}
	return nil
}

// old tells whether the metadata describe the invoice as a format before Factur-X.
func (d *Document) old() bool {
	return !strings.EqualFold(d.Namespace, nsFacturX) && !strings.EqualFold(d.Namespace, nsOrderX)
}

func (c *checker) checkNamespace(at place) {
	d := c.document
	at.found, at.expected = clip(d.Namespace), nsFacturX
	switch {
	case strings.EqualFold(d.Namespace, nsOrderX):
		c.fail(&ruleNamespace, "order", at)
	case strings.EqualFold(d.Namespace, nsZUGFeRD2):
		c.fail(&ruleNamespace, "", at)
	case d.old():
		c.fail(&ruleNamespace, "first", at)
	case d.Namespace != nsFacturX:
		c.fail(&ruleNamespace, "case", at, report.A("found", at.found))
	}
	if d.Namespace == nsFacturX && d.Prefix != "fx" {
		at.found, at.expected = clip(d.Prefix), "fx"
		c.fail(&ruleNamespace, "prefix", at, report.A("found", at.found))
	}
}

func (c *checker) checkDocumentType(at place) {
	at.found, at.expected = clip(c.document.DocumentType), "INVOICE"
	switch c.document.DocumentType {
	case "INVOICE":
	case "":
		at.found = ""
		c.fail(&ruleDocumentType, "missing", at)
	default:
		c.fail(&ruleDocumentType, "", at, report.A("found", at.found))
	}
}

func (c *checker) checkFileName(at place) {
	named, name := c.document.DocumentFileName, c.invoice.Name
	at.found, at.expected = clip(named), clip(name)
	args := []report.Arg{report.A("found", at.found), report.A("name", at.expected)}
	switch {
	case named == "":
		at.found = ""
		c.fail(&ruleFileName, "missing", at, args[1:]...)
	case named == name:
	case strings.EqualFold(named, name):
		c.fail(&ruleFileName, "case", at, args...)
	default:
		c.fail(&ruleFileName, "", at, args...)
	}
}

// checkVersion leaves the versions of older formats, and that of XRechnung, as they are.
func (c *checker) checkVersion(at place) {
	d := c.document
	at.found, at.expected = clip(d.Version), "1.0"
	switch {
	case d.Version == "":
		at.found = ""
		c.fail(&ruleVersion, "missing", at)
	case d.Version != "1.0" && !d.old() && d.ConformanceLevel != string(xrechnung):
		c.fail(&ruleVersion, "", at, report.A("found", at.found))
	}
}

func (c *checker) checkLevel(at place) {
	known := levels()
	if c.document.old() {
		known = append(known, comfort)
	}
	stated := level(c.document.ConformanceLevel)
	at.found = clip(string(stated))
	list := make([]string, len(known))
	for i, l := range known {
		list[i] = string(l)
	}
	switch {
	case stated == "":
		at.found = ""
		c.fail(&ruleLevel, "missing", at, report.A("known", strings.Join(list, ", ")))
		return
	case slices.Contains(known, stated):
		c.checkSameProfile(at, stated)
		return
	}
	for _, l := range known {
		if squeeze(string(l)) == squeeze(string(stated)) {
			at.expected = string(l)
			c.fail(&ruleLevel, "spelling", at, report.A("found", at.found), report.A("expected", at.expected))
			return
		}
	}
	c.fail(&ruleLevel, "", at, report.A("found", at.found), report.A("known", strings.Join(list, ", ")))
}

// squeeze takes away what levels are misspelt with: their case, spaces and the like.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" _-\u00a0", r) {
			return -1
		}
		return r
	}, strings.ToUpper(s))
}

// checkSameProfile compares what the metadata and the invoice announce. What ZUGFeRD 1 called COMFORT became EN 16931.
func (c *checker) checkSameProfile(at place, stated level) {
	at.terms = []string{"BT-24"}
	announced := c.announced
	if stated == comfort {
		stated = en16931
	}
	switch {
	case announced == stated || c.specification == "":
	case announced == xrechnung && stated == en16931: // of which XRechnung is but a narrower use, as official samples show
	case announced != "":
		at.expected = string(announced)
		c.fail(&ruleSameProfile, "", at, report.A("found", at.found), report.A("expected", at.expected))
	case !c.document.old():
		c.fail(&ruleSameProfile, "unknown", at, report.A("found", at.found), report.A("specification", c.specification))
	}
}

// checkExtension looks whether the properties that are used are declared. Those of other namespaces are not looked at.
func (c *checker) checkExtension(at place) {
	for _, d := range c.xmp.Documents {
		var declared []string
		for _, s := range c.xmp.Schemas {
			if s.Namespace == d.Namespace {
				declared = append(declared, s.Properties...)
			}
		}
		if !d.Declared {
			c.fail(&ruleExtension, "", at, report.A("namespace", clip(d.Namespace)))
			continue
		}
		for _, used := range []struct{ name, value string }{
			{"DocumentType", d.DocumentType}, {"DocumentFileName", d.DocumentFileName}, {"Version", d.Version}, {"ConformanceLevel", d.ConformanceLevel},
		} {
			if used.value != "" && !slices.Contains(declared, used.name) {
				c.fail(&ruleExtension, "property", at, report.A("property", used.name))
			}
		}
	}
}
