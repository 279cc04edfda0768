package facturx

import (
	"strings"
	"time"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/report"
)

// checkInformation compares the properties of the document with its metadata, where both state something.
func (c *checker) checkInformation() error {
	if c.xmp == nil {
		return nil
	}
	trailer := c.f.pdf.Trailer()
	info, err := c.f.pdf.Dict(trailer.Value("Info"))
	if err != nil || info == nil {
		return err
	}
	ref, _ := trailer.Value("Info").(pdf.Ref)
	r := values{f: c.f.pdf}
	for _, p := range []struct {
		entry           pdf.Name
		property, value string
		same            func(a, b string) bool
	}{
		{"Title", "dc:title", c.xmp.Title, sameText},
		{"Author", "dc:creator", strings.Join(c.xmp.Authors, ", "), sameAuthors},
		{"Subject", "dc:description", c.xmp.Description, sameText},
		{"Keywords", "pdf:Keywords", c.xmp.Keywords, sameText},
		{"Creator", "xmp:CreatorTool", c.xmp.CreatorTool, sameText},
		{"Producer", "pdf:Producer", c.xmp.Producer, sameText},
		{"CreationDate", "xmp:CreateDate", c.xmp.CreateDate, sameTime},
		{"ModDate", "xmp:ModifyDate", c.xmp.ModifyDate, sameTime},
	} {
		stated := r.text(info, p.entry)
		if r.err != nil || stated == "" || p.value == "" || p.same(stated, p.value) {
			continue
		}
		c.fail(&ruleInformation, "", place{object: ref.Number, found: clip(stated), expected: clip(p.value)},
			report.A("entry", string(p.entry)), report.A("info", clip(stated)), report.A("property", p.property), report.A("value", clip(p.value)))
	}
	return r.err
}

func sameText(a, b string) bool { return strings.TrimSpace(a) == strings.TrimSpace(b) }

// sameAuthors compares lists whatever divides them.
func sameAuthors(a, b string) bool {
	words := func(s string) string {
		return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" ,;\t", r) }), " ")
	}
	return words(a) == words(b)
}

// sameTime compares a date of PDF with one of XMP, as exactly as both are. Where one names no zone, the clocks are compared. What cannot be
// read is not compared: it may be the same all the same.
func sameTime(a, b string) bool {
	stated := readDate(a).Time
	layout, other := readISO(strings.TrimSpace(b))
	if stated.IsZero() || other.IsZero() {
		return true
	}
	precision := layout
	if strings.ContainsAny(strings.TrimPrefix(a, "D:"), "+-Zz") && strings.HasSuffix(layout, "Z07:00") {
		stated, other = stated.UTC(), other.UTC()
	}
	precision = strings.TrimSuffix(precision, "Z07:00")
	if digits := strings.IndexAny(strings.TrimPrefix(a, "D:")+"Z", "+-Zz"); digits < 14 && strings.HasSuffix(precision, ":05") {
		precision = "2006-01-02"
		if digits >= 12 {
			precision = "2006-01-02T15:04"
		}
	}
	return stated.Format(precision) == other.Format(precision)
}

// readISO reads a date as XMP writes it, and says with which layout: from the year to fractions of a second.
func readISO(s string) (layout string, t time.Time) {
	for _, layout := range []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04Z07:00", "2006-01-02T15:04", "2006-01-02", "2006-01", "2006"} {
		if t, err := time.Parse(layout, s); err == nil {
			return layout, t
		}
	}
	return "", time.Time{}
}
