package facturx

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// Check judges the PDF around an invoice by Rules, and adds what is wrong to found, in layer report.Container. The invoice is the attachment that
// was taken for it; nil if there is none, and then nothing is said of Factur-X. The profile is that which the invoice announces, by its name:
// facturx-minimum, -basicwl, -basic, -en16931, -extended; any other, or "", is one that Factur-X does not know. The specification is the text that
// announces it, BT-24.
//
// The parts that were not looked at are returned: no findings do not mean that the file is PDF/A-3. A part that is damaged is a finding; an error
// is what stopped the check: a limit, the reader, the context.
func (f *File) Check(ctx context.Context, invoice *Attachment, profile, specification string, found *report.Collector) (notExamined []string, err error) {
	c := &checker{
		ctx: ctx, f: f, found: found, invoice: invoice, announced: levelOf(profile, specification), specification: strings.TrimSpace(specification),
		unread: []string{"actions", "annotations", "colours", "content", "fonts", "images", "metadata", "structure", "syntax", "transparency", "unreferenced"},
		told:   map[string]bool{},
	}
	parts := []struct {
		name  string
		check func() error
	}{
		{"syntax", c.checkFile}, {"forms", c.checkViewer}, {"forms", c.checkForm}, {"colours", c.checkIntents},
		{"metadata", c.checkMetadata}, {"metadata", c.checkInformation}, {"metadata", c.checkDocument},
		{"attachments", c.checkAttachments}, {"attachments", c.checkInvoice}, {"attachments", c.checkContent},
	}
	for _, part := range parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := c.damaged(part.check(), part.name); err != nil {
			return nil, err
		}
	}
	slices.Sort(c.unread)
	return slices.Compact(c.unread), nil
}

// A checker is one run of Check.
type checker struct {
	ctx           context.Context
	f             *File
	found         *report.Collector
	invoice       *Attachment
	announced     level // by the invoice; "" if it announces no profile of Factur-X
	specification string
	xmp           *XMP        // nil if there are none that can be read
	document      *Document   // what the XMP says of the invoice; nil if nothing
	read          *Attachment // the invoice, with its content; nil until it is read
	unread        []string
	told          map[string]bool // damage
}

// level is a profile as the XMP writes it.
type level string

const (
	minimum   level = "MINIMUM"
	basicWL   level = "BASIC WL"
	basic     level = "BASIC"
	en16931   level = "EN 16931"
	extended  level = "EXTENDED"
	xrechnung level = "XRECHNUNG"
	comfort   level = "COMFORT" // of ZUGFeRD 1
)

func levels() []level { return []level{minimum, basicWL, basic, en16931, extended, xrechnung} }

// levelOf translates the name of a profile. XRechnung, which Factur-X knows as one, has no name of its own there.
func levelOf(profile, specification string) level {
	switch profile {
	case "facturx-minimum":
		return minimum
	case "facturx-basicwl":
		return basicWL
	case "facturx-basic":
		return basic
	case "facturx-en16931":
		return en16931
	case "facturx-extended":
		return extended
	}
	if strings.Contains(strings.ToLower(specification), ":xrechnung") {
		return xrechnung
	}
	return ""
}

// small tells whether an XML of the level is a part of the invoice only.
func (l level) small() bool { return l == minimum || l == basicWL }

// place is where a finding points, and the values it is about.
type place struct {
	object          uint32
	page            int
	found, expected string
	terms           []string
}

// repair ends what is to be done about a finding that embedding repairs.
var repair = report.Text{EN: "Embedding the invoice anew repairs this.", FR: "Réintégrer la facture le corrige."}

// fail adds a finding of one case of a rule.
func (c *checker) fail(r *Rule, name string, at place, args ...report.Arg) {
	broken := r.Case(name)
	if c.found.Skip(r.ID, broken.Severity) {
		return
	}
	fix := broken.Fix
	if r.Repair && !broken.ByHand {
		fix = report.Text{EN: fix.EN + " " + repair.EN, FR: fix.FR + " " + repair.FR}
	}
	finding := report.Finding{
		Rule: r.ID, Layer: report.Container, Severity: broken.Severity, Terms: at.terms, Page: at.page, Found: at.found, Expected: at.expected,
		Message: broken.Text, Fix: fix, Args: args,
	}
	if at.object != 0 {
		finding.Object = fmt.Sprintf("%d 0", at.object)
	}
	c.found.Add(finding)
}

// damaged makes a finding of an error that concerns a part of the file, each once, and returns any other.
func (c *checker) damaged(err error, part string) error {
	err = wrap(err)
	var e *Error
	if !errors.As(err, &e) || e.Kind != KindDamaged && e.Kind != KindUnsupported {
		return err
	}
	if key := e.Error(); !c.told[key] {
		c.told[key] = true
		c.fail(&ruleDamage, "", place{object: e.Object}, report.A("why", e.Message))
	}
	c.unread = append(c.unread, part)
	return nil
}
