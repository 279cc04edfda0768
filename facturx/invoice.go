package facturx

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// Invoice is the attachment that was chosen, and why.
type Invoice struct {
	*Attachment
	Syntax Syntax // empty if the attachment is named like an invoice and holds another kind of XML

	KnownName bool // its name is one that a standard prescribes, case apart
	XMPName   bool // the XMP names it, case apart; false if there is no XMP that can be read

	// Rivals are other attachments that could be the invoice, by their content. Two file specifications of one stream are no rivals.
	Rivals []*Attachment
	// Note says what to know about the choice: that there are rivals and what decided, or that the content is no invoice. It is empty when
	// there is nothing to say.
	Note report.Text
}

// knownNames are those that the standards prescribe, in the order of their rank. Producers write them in any case.
func knownNames() []string {
	return []string{"factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml", "order-x.xml"}
}

// Invoice finds the invoice among the attachments. A root element of an invoice counts for more than a name, an invoice more than an order,
// an attachment of the document more than one of an annotation; between equals the XMP decides, then the rank of the name, then the order of
// the file. Without an invoice the *Error is of KindNoAttachment, KindNoInvoice or KindNotXML, or says why the one that there is cannot be read.
func (f *File) Invoice() (*Invoice, error) {
	all, err := f.Attachments()
	inv, choosing := f.choose(all)
	if inv == nil {
		if err != nil { // the invoice may be in what could not be read
			return nil, err
		}
		return nil, choosing
	}
	inv.XMPName = f.namedByXMP(inv.Attachment)
	return inv, nil
}

// A candidate is an attachment that may be the invoice.
type candidate struct {
	*Attachment
	name   int // rank of a known name, or the number of them
	syntax Syntax
	xml    bool
	err    error // its beginning cannot be decoded
}

// weight says how good a candidate is; 0 is none.
func (c *candidate) weight() int {
	known := c.name < len(knownNames())
	w := 0
	switch {
	case c.syntax.Invoice():
		w = 8
	case c.syntax == OrderX:
		w = 6
	case known && (c.xml || c.err != nil):
		w = 4
	case known:
		w = 2
	default:
		return 0
	}
	if c.InNameTree || c.InAF {
		w++
	}
	return w
}

func (f *File) choose(all []*Attachment) (*Invoice, error) {
	if len(all) == 0 {
		return nil, &Error{Kind: KindNoAttachment, Offset: -1, Message: noAttachment, Hint: noAttachmentHint}
	}
	var best []*candidate
	for _, a := range all {
		c, err := f.look(a)
		if err != nil {
			return nil, err
		}
		best = append(best, c)
	}
	best = slices.DeleteFunc(best, func(c *candidate) bool { return c.weight() == 0 })
	if len(best) == 0 {
		return f.byXMP(all)
	}
	slices.SortStableFunc(best, func(a, b *candidate) int {
		if a.weight() != b.weight() {
			return b.weight() - a.weight()
		}
		return a.name - b.name
	})
	return f.settle(best)
}

// settle takes the best of the candidates, which are sorted; of several equals the one that the XMP names, if it names one.
func (f *File) settle(best []*candidate) (*Invoice, error) {
	chosen := best[0]
	equal := slices.DeleteFunc(slices.Clone(best), func(c *candidate) bool { return c.syntax == "" || c.weight() != chosen.weight() })
	if len(equal) > 1 {
		if i := slices.IndexFunc(equal, func(c *candidate) bool { return f.namedByXMP(c.Attachment) }); i >= 0 {
			chosen = equal[i]
		}
	}
	if chosen.err != nil {
		return nil, wrap(chosen.err)
	}
	if !chosen.xml {
		return nil, &Error{Kind: KindNotXML, Object: chosen.Object, Offset: -1, Message: notXML.With(quoted(chosen.Attachment)), Hint: notXMLHint,
			Attachments: []*Attachment{chosen.Attachment}}
	}
	inv := &Invoice{Attachment: chosen.Attachment, Syntax: chosen.syntax, KnownName: chosen.name < len(knownNames())}
	for _, c := range best {
		if c.Stream != chosen.Stream && c.syntax.Invoice() {
			inv.Rivals = append(inv.Rivals, c.Attachment)
		}
	}
	switch {
	case len(inv.Rivals) > 0 && f.namedByXMP(inv.Attachment):
		inv.Note = severalByXMP.With(quoted(inv.Attachment), quotedList("rivals", inv.Rivals))
	case len(inv.Rivals) > 0:
		inv.Note = severalByRank.With(quoted(inv.Attachment), quotedList("rivals", inv.Rivals))
	case chosen.syntax == "":
		inv.Note = otherXML.With(quoted(inv.Attachment))
	}
	return inv, nil
}

// byXMP takes an attachment of any kind that the XMP names, if it is XML at least.
func (f *File) byXMP(all []*Attachment) (*Invoice, error) {
	for _, a := range all {
		if !f.namedByXMP(a) {
			continue
		}
		c, err := f.look(a)
		if err != nil {
			return nil, err
		}
		if c.err != nil {
			return nil, wrap(c.err)
		}
		if c.xml {
			return &Invoice{Attachment: a, Note: otherXML.With(quoted(a))}, nil
		}
		return nil, &Error{Kind: KindNotXML, Object: a.Object, Offset: -1, Message: notXML.With(quoted(a)), Hint: notXMLHint, Attachments: []*Attachment{a}}
	}
	return nil, &Error{Kind: KindNoInvoice, Offset: -1, Message: noInvoice.With(quotedList("names", all)), Hint: noInvoiceHint, Attachments: all}
}

// look reads the beginning of an attachment. One that cannot be decoded is no candidate by its content; by its name it may be.
func (f *File) look(a *Attachment) (*candidate, error) {
	c := &candidate{Attachment: a, name: rank(a)}
	if a.stream == nil {
		return c, nil
	}
	var err error
	c.syntax, c.xml, err = f.scout.look(a.stream)
	if err != nil && isDamage(err) {
		c.err, err = err, nil
	}
	return c, wrap(err)
}

// rank looks an attachment's name up among the known ones. Some producers write a path.
func rank(a *Attachment) int {
	known := knownNames()
	best := len(known)
	for _, name := range []string{a.UF, a.F, a.Key} {
		if i := slices.Index(known, strings.ToLower(base(name))); i >= 0 {
			best = min(best, i)
		}
	}
	return best
}

// base returns what follows the last slash or backslash.
func base(name string) string { return name[strings.LastIndexAny(name, `/\`)+1:] }

// namedByXMP tells whether the XMP names an attachment as the document. Without XMP that can be read it names none.
func (f *File) namedByXMP(a *Attachment) bool {
	meta, err := f.XMP()
	if err != nil || meta == nil {
		return false
	}
	return meta.names[strings.ToLower(a.Name)] || meta.names[strings.ToLower(base(a.Name))]
}
