package facturx

import (
	"bytes"
	"errors"
	"strings"
	"unicode"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/report"
)

// checkAttachments looks at every attachment: what PDF/A asks of it, and its names.
func (c *checker) checkAttachments() error {
	all, trouble := c.f.Attachments()
	af, err := c.f.AssociatedFiles()
	if err != nil {
		return err
	}
	if af.Present && !af.Array {
		c.fail(&ruleAssociated, "single", place{object: c.f.pdf.Root().Number})
	}
	for _, a := range all {
		if err := c.checkAttachment(a); err != nil {
			return err
		}
	}
	if err := c.checkAssociated(all); err != nil {
		return err
	}
	if err := c.checkDistinct(all); err != nil {
		return err
	}
	return trouble
}

// is tells whether an attachment is the invoice. The one that was given may be of another reading of the file.
func (c *checker) is(a *Attachment) bool {
	return c.invoice != nil && a.Object == c.invoice.Object && a.Stream == c.invoice.Stream && a.Key == c.invoice.Key && a.InNameTree == c.invoice.InNameTree
}

// at is where the file specification of an attachment stands.
func at(a *Attachment) place { return place{object: a.Object, page: a.Page} }

func (c *checker) checkAttachment(a *Attachment) error {
	for _, x := range []struct{ key, name string }{{"F", a.F}, {"UF", a.UF}} {
		if x.name == "" {
			c.fail(&ruleBothNames, "", at(a), quoted(a), report.A("key", x.key))
		}
	}
	if a.F != "" && a.UF != "" && a.F != a.UF {
		where := at(a)
		where.found, where.expected = clip(a.F), clip(a.UF)
		c.fail(&ruleEqualNames, "", where, report.A("f", clip(a.F)), report.A("uf", clip(a.UF)))
	}
	if a.Name != "" && !isPlain(a.Name) && !c.is(a) {
		c.fail(&rulePlainNames, "", at(a), quoted(a))
	}
	if a.Relationship == "" {
		c.fail(&ruleRelated, "", at(a), quoted(a))
	}
	if a.stream == nil {
		_, err := a.Content()
		return c.damaged(err, "attachments")
	}
	seen := map[pdf.Ref]bool{}
	for _, s := range append([]*pdf.Stream{a.stream}, a.others...) {
		if seen[s.Ref()] {
			continue
		}
		seen[s.Ref()] = true
		if err := c.checkEmbedded(a, s); err != nil {
			return err
		}
	}
	return nil
}

var theAttachment = report.Text{EN: "The attachment {name}", FR: "Pièce jointe {name}"}

// checkEmbedded looks at a stream of an attachment.
func (c *checker) checkEmbedded(a *Attachment, s *pdf.Stream) error {
	if err := c.damaged(c.checkStream(s, theAttachment.With(quoted(a))), "attachments"); err != nil {
		return err
	}
	kind, err := c.f.pdf.Name(s.Dict.Value("Subtype"))
	if err != nil {
		return err
	}
	where := place{object: s.Ref().Number, page: a.Page}
	switch {
	case kind == "":
		c.fail(&ruleMIME, "", where, quoted(a))
	case !isMIME(string(kind)):
		where.found = clip(string(kind))
		c.fail(&ruleMIME, "malformed", where, quoted(a), report.A("found", where.found))
	}
	return nil
}

// isMIME tells whether PDF/A takes a text for a MIME type: two words with a slash between them, and no parameters.
func isMIME(s string) bool {
	main, sub, ok := strings.Cut(s, "/")
	word := func(s string) bool {
		return s != "" && strings.Trim(s, "-+._0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
	}
	return ok && word(main) && word(sub)
}

// isPlain tells whether a name can be that of a file, wherever it is saved.
func isPlain(name string) bool {
	if strings.ContainsAny(name, `/\:*?"<>|`) || strings.HasPrefix(name, ".") || strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") {
		return false
	}
	for _, r := range name {
		if !unicode.IsPrint(r) {
			return false
		}
	}
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch stem {
	case "CON", "PRN", "AUX", "NUL":
		return false
	}
	return len(stem) != 4 || !strings.HasPrefix(stem, "COM") && !strings.HasPrefix(stem, "LPT") || !unicode.IsDigit(rune(stem[3]))
}

// checkAssociated looks for attachments that nothing is associated with. For those that are not in the catalog's AF, pages and comments are
// looked at.
func (c *checker) checkAssociated(all []*Attachment) error {
	var parts map[uint32]bool
	for _, a := range all {
		if a.InAF {
			continue
		}
		if parts == nil {
			var err error
			if parts, err = c.associatedWithParts(); err != nil {
				var e *Error
				if errors.As(wrap(err), &e) && e.Kind == KindLimit { // the walk is a second one, for which a large file may leave nothing
					c.unread = append(c.unread, "attachments")
					return nil
				}
				return err
			}
		}
		switch elsewhere := a.Object != 0 && parts[a.Object]; {
		case !elsewhere:
			c.fail(&ruleAssociated, "", at(a), quoted(a))
		case c.is(a):
			c.fail(&ruleAssociated, "part", at(a), quoted(a))
		}
	}
	return nil
}

// associatedWithParts returns the objects in AF of pages and of their annotations.
func (c *checker) associatedWithParts() (map[uint32]bool, error) {
	found := map[uint32]bool{}
	note := func(d pdf.Dict) error {
		list, err := associated(c.f.pdf, d)
		for _, o := range list {
			if ref, ok := o.(pdf.Ref); ok {
				found[ref.Number] = true
			}
		}
		return err
	}
	err := c.f.pdf.EachPage(func(_ int, _ pdf.Ref, page pdf.Dict) error {
		if err := note(page); err != nil {
			return err
		}
		annotations, err := c.f.pdf.Array(page.Value("Annots"))
		if err != nil {
			return err
		}
		for _, o := range annotations {
			d, err := c.f.pdf.Dict(o)
			if err != nil {
				return err
			}
			if err := note(d); err != nil {
				return err
			}
		}
		return nil
	})
	return found, err
}

// mostCompared bounds the attachments whose content is compared with that of the invoice: each may have to be inflated to all that is allowed.
const mostCompared = 3

// checkDistinct looks for attachments of one name.
func (c *checker) checkDistinct(all []*Attachment) error {
	byName := map[string][]*Attachment{}
	for _, a := range all {
		byName[a.Name] = append(byName[a.Name], a)
	}
	for _, a := range all {
		same := byName[a.Name]
		if len(same) < 2 || same[0] != a {
			continue
		}
		name, err := c.repeated(same)
		if err != nil {
			return err
		}
		c.fail(&ruleDistinct, name, at(same[1]), report.A("count", len(same)), quoted(a))
	}
	return nil
}

// repeated returns the case that attachments of one name are.
func (c *checker) repeated(same []*Attachment) (string, error) {
	streams := map[uint32]bool{}
	invoice := false
	for _, a := range same {
		streams[a.Stream] = true
		invoice = invoice || c.is(a)
	}
	if len(streams) == 1 {
		return "content", nil
	}
	if !invoice {
		return "", nil
	}
	mine, err := c.readInvoice()
	if err != nil {
		return "", err
	}
	for _, a := range same[:min(len(same), mostCompared)] {
		if a.Stream == c.invoice.Stream {
			continue
		}
		its, err := a.Content()
		if e := (*Error)(nil); errors.As(err, &e) { // beyond a limit or damaged, which the invoice is not
			return "invoice", nil
		}
		if err != nil {
			return "", err
		}
		if !bytes.Equal(its, mine.content) {
			return "invoice", nil
		}
	}
	if len(same) > mostCompared {
		return "", nil
	}
	return "content", nil
}
