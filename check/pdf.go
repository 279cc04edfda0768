package check

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// container is the PDF around an invoice. It is judged while the file is open.
type container struct {
	invoice     *facturx.Invoice // nil if there is none
	findings    []report.Finding
	notExamined []string
	err         error // why it could not be judged
}

// readPDF reads the invoice in a PDF, and judges the PDF. It looks at what it needs, where r can be read at any place; else it reads all of it first.
func readPDF(ctx context.Context, r io.Reader, rest io.Reader, size int64, limits Limits) (*Document, error) {
	at, ok := r.(io.ReaderAt)
	if !ok || size < 0 {
		content, err := io.ReadAll(io.LimitReader(rest, most(limits)+1))
		if err != nil {
			return nil, err
		}
		if size = int64(len(content)); size > most(limits) {
			return nil, &UnreadableError{Findings: []report.Finding{{Rule: "RD-LIMIT", Layer: report.Read, Message: pdfTooLarge}}}
		}
		at = bytes.NewReader(content)
	}
	file, err := facturx.Open(ctx, at, size, facturx.Limits{})
	if err != nil {
		return nil, pdfError(err)
	}
	c := &container{}
	doc, err := c.read(file, limits)
	if u, ok := errors.AsType[*UnreadableError](err); ok {
		u.container = c
		c.judge(ctx, file, "", "")
	} else if err == nil {
		c.judge(ctx, file, doc.Profile, specification(doc.Invoice))
	}
	return doc, err
}

// read reads the invoice.
func (c *container) read(file *facturx.File, limits Limits) (doc *Document, err error) {
	if c.invoice, err = file.Invoice(); err != nil {
		return nil, pdfError(err)
	}
	content, err := c.invoice.Content()
	if err != nil {
		return nil, pdfError(err)
	}
	return readXML(bytes.NewReader(content), int64(len(content)), limits, c)
}

// judge says what is wrong with the PDF itself.
func (c *container) judge(ctx context.Context, file *facturx.File, profile, specification string) {
	var attachment *facturx.Attachment
	if c.invoice != nil {
		attachment = c.invoice.Attachment
	}
	found := report.NewCollector(0)
	c.notExamined, c.err = file.Check(ctx, attachment, profile, specification, found)
	var r report.Report
	found.Into(&r)
	c.findings = r.Findings
}

// most is how many bytes of a document are read.
func most(limits Limits) int64 {
	if limits.Bytes > 0 {
		return limits.Bytes
	}
	return 512 << 20
}

// readXML reads an invoice in UBL or CII, out of a PDF where there is a container.
func readXML(in io.Reader, size int64, limits Limits, c *container) (*Document, error) {
	tree, err := xmltree.Read(in, size, limits)
	if malformed, ok := errors.AsType[*xmltree.Error](err); ok {
		return nil, malformedError(malformed)
	}
	if err != nil {
		return nil, err
	}
	doc, err := fromTree(tree)
	if err != nil {
		return nil, err
	}
	doc.container = c
	doc.Profile = profileOf(doc)
	return doc, nil
}

// Attachment returns the embedded file that the invoice was read from, nil if it was not read from a PDF.
func (d *Document) Attachment() *facturx.Attachment {
	if d.container == nil || d.container.invoice == nil {
		return nil
	}
	return d.container.invoice.Attachment
}

// pdfError turns what is wrong with a PDF into a finding. Other errors stay what they are.
func pdfError(err error) error {
	wrong, ok := errors.AsType[*facturx.Error](err)
	if !ok {
		return err
	}
	rule := map[facturx.Kind]string{facturx.KindPassword: "RD-PDF-PASSWORD", facturx.KindLimit: "RD-LIMIT", facturx.KindNoAttachment: "RD-PDF-NO-INVOICE",
		facturx.KindNoInvoice: "RD-PDF-NO-INVOICE", facturx.KindNotXML: "RD-PDF-NO-INVOICE"}[wrong.Kind]
	if rule == "" {
		rule = "RD-PDF"
	}
	f := report.Finding{Rule: rule, Layer: report.Read, Message: inSentence(wrong.Message), Fix: inSentence(wrong.Hint)}
	return &UnreadableError{Findings: []report.Finding{f}}
}

// inSentence makes a sentence of a clause.
func inSentence(t report.Text) report.Text {
	if t.IsZero() {
		return t
	}
	return report.Text{EN: upperFirst(t.EN) + ".", FR: upperFirst(t.FR) + "."}
}

// containerLayer adds what is wrong with the PDF around an invoice, if that was asked for.
func containerLayer(rep *report.Report, c *container, found *report.Collector) report.Layer {
	switch {
	case !rep.Asked(report.Container):
		return report.NotAsked(report.Container)
	case c.err != nil:
		return report.Layer{ID: report.Container, State: report.Failed, Reason: notJudged.With(report.A("error", c.err.Error()))}
	}
	found.Add(c.findings...)
	return report.Layer{ID: report.Container, State: report.Ran, NotExamined: c.notExamined}
}

var (
	pdfTooLarge = report.Text{EN: "The PDF is larger than fx reads.", FR: "Le PDF dépasse la taille que fx lit."}
	notJudged   = report.Text{EN: "the PDF could not be read to its end: {error}", FR: "le PDF n'a pas pu être lu jusqu'au bout : {error}"}
)
