package facturx

import (
	"errors"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// checkInvoice looks at how the invoice is attached.
func (c *checker) checkInvoice() error {
	if c.invoice == nil {
		return nil
	}
	c.checkName()
	c.checkRelationship()
	a := c.invoice
	switch {
	case a.InNameTree:
	case a.InAnnotation && !a.InAF:
		c.fail(&ruleListed, "comment", at(a), quoted(a), report.A("page", a.Page))
	default:
		c.fail(&ruleListed, "", at(a), quoted(a))
	}
	if a.InNameTree && a.Key != a.Name {
		where := at(a)
		where.found, where.expected = clip(a.Key), clip(a.Name)
		c.fail(&ruleKey, "", where, quoted(a), report.A("found", where.found))
	}
	c.checkStreamKeys()
	if isMIME(a.MIME) && a.MIME != "text/xml" {
		where := place{object: a.Stream, found: clip(a.MIME), expected: "text/xml"}
		c.fail(&ruleXMLType, "", where, report.A("found", where.found))
	}
	return c.checkChoice()
}

func (c *checker) checkStreamKeys() {
	f, uf := slices.Contains(c.invoice.EF, "F"), slices.Contains(c.invoice.EF, "UF")
	where := at(c.invoice)
	where.found = clip(strings.Join(c.invoice.EF, " "))
	switch {
	case len(c.invoice.EF) == 0 || f && uf:
	case f:
		c.fail(&ruleStreamKeys, "", where, report.A("found", where.found))
	default:
		c.fail(&ruleStreamKeys, "older", where, report.A("found", where.found))
	}
}

// level is the profile: that which the invoice announces, or else the metadata. An invoice by XRechnung may be attached as one by EN 16931.
func (c *checker) level() level {
	if c.document == nil {
		return c.announced
	}
	stated := level(c.document.ConformanceLevel)
	if c.announced == "" || c.announced == xrechnung && stated == en16931 {
		return stated
	}
	return c.announced
}

// expectedName is the name of the invoice in its format and profile.
func (c *checker) expectedName() string {
	switch {
	case c.document != nil && strings.EqualFold(c.document.Namespace, nsZUGFeRD2):
		return "zugferd-invoice.xml"
	case c.document != nil && c.document.old():
		return "ZUGFeRD-invoice.xml"
	case c.level() == xrechnung:
		return "xrechnung.xml"
	}
	return "factur-x.xml"
}

func (c *checker) checkName() {
	name, expected := c.invoice.Name, c.expectedName()
	where := at(c.invoice)
	where.found, where.expected = clip(name), expected
	args := []report.Arg{quoted(c.invoice), report.A("expected", expected)}
	switch {
	case name == expected:
	case base(name) != name:
		c.fail(&ruleName, "path", where, args...)
	case strings.EqualFold(name, expected):
		c.fail(&ruleName, "case", where, args...)
	case slices.Contains(knownNames(), strings.ToLower(name)):
		c.fail(&ruleName, "other", where, args...)
	default:
		c.fail(&ruleName, "", where, args...)
	}
}

// checkRelationship compares the relationship with the profile. A missing one is a matter of another rule.
func (c *checker) checkRelationship() {
	profile := c.level()
	where := at(c.invoice)
	where.found, where.expected = clip(c.invoice.Relationship), "Alternative"
	if profile.small() {
		where.expected = "Data"
	}
	switch relationship := c.invoice.Relationship; relationship {
	case "", where.expected:
	case "Alternative", "Data", "Source":
		switch {
		case profile.small():
			c.fail(&ruleRelationship, "small", where, report.A("found", where.found), report.A("profile", string(profile)))
		case profile == "": // no telling what it should be
		case relationship == "Data":
			c.fail(&ruleRelationship, "data", where)
		case profile != xrechnung:
			c.fail(&ruleRelationship, "source", where)
		}
	default:
		c.fail(&ruleRelationship, "", where, report.A("found", where.found), report.A("expected", where.expected))
	}
}

// checkChoice looks whether another attachment could be the invoice as well, and which language the invoice is in.
func (c *checker) checkChoice() error {
	chosen, err := c.f.Invoice()
	var e *Error
	if errors.As(err, &e) && e.Kind != KindLimit {
		return nil // the invoice was chosen by other means; what is damaged is told elsewhere
	}
	if err != nil {
		return err
	}
	var rivals []*Attachment
	for _, a := range append([]*Attachment{chosen.Attachment}, chosen.Rivals...) {
		if a.Stream != c.invoice.Stream {
			rivals = append(rivals, a)
		}
	}
	switch named := func(a *Attachment) bool { return c.f.namedByXMP(a) }; {
	case len(rivals) == 0 || !chosen.Syntax.Invoice():
	case named(c.invoice) && !slices.ContainsFunc(rivals, named):
		c.fail(&ruleOneInvoice, "named", at(c.invoice), quoted(c.invoice), quotedList("rivals", rivals))
	default:
		c.fail(&ruleOneInvoice, "", at(c.invoice), quoted(c.invoice), quotedList("rivals", rivals))
	}
	if chosen.Stream == c.invoice.Stream && (chosen.Syntax == UBLInvoice || chosen.Syntax == UBLCreditNote) {
		c.fail(&ruleSyntax, "", at(c.invoice))
	}
	return nil
}

// readInvoice returns the invoice with its content, which is read once.
func (c *checker) readInvoice() (*Attachment, error) {
	if c.read == nil {
		content, err := c.invoice.Content()
		if err != nil {
			return nil, err
		}
		read := *c.invoice
		read.content = content
		c.read = &read
	}
	return c.read, nil
}

// mostKeys is how many keys EF may have besides one: F, UF, and three of old systems.
const mostKeys = 4

// checkContent compares the content of the invoice with what is said of it. That of other attachments is not read.
func (c *checker) checkContent() error {
	if c.invoice == nil || c.invoice.stream == nil {
		return nil
	}
	a, err := c.readInvoice()
	if err != nil {
		return err
	}
	if len(a.others) > mostKeys {
		c.unread = append(c.unread, "attachments")
	} else if same, err := a.SameContent(); err != nil {
		return err
	} else if !same {
		c.fail(&ruleOneContent, "", at(a), quoted(a))
	}
	where := place{object: a.Stream}
	switch sum, err := a.CheckSum(); {
	case err != nil:
		return err
	case sum == CheckSumWrong:
		c.fail(&ruleParameters, "", where, quoted(a))
	case sum == CheckSumHexText:
		c.fail(&ruleParameters, "digits", where, quoted(a))
	}
	if a.Size >= 0 && a.Size != int64(len(a.content)) {
		c.fail(&ruleParameters, "size", where, quoted(a), report.A("found", int(a.Size)), report.A("expected", len(a.content)))
	}
	for _, d := range []struct {
		key  string
		date Date
	}{{"CreationDate", a.Created}, {"ModDate", a.Modified}} {
		if d.date.Text != "" && d.date.Time.IsZero() {
			c.fail(&ruleParameters, "date", where, quoted(a), report.A("key", d.key), report.A("found", clip(d.date.Text)))
		}
	}
	return nil
}
