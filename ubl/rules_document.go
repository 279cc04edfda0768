package ubl

import (
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// br27: the net price of a line is there and not negative. The comparison takes any of several prices.
func br27(p *shape.Pass, line xmltree.Node) {
	notNegative(p, line, []shape.Name{cacPrice, cbcPriceAmount}, true)
}

// br28: the gross price of a line is not negative.
func br28(p *shape.Pass, line xmltree.Node) {
	notNegative(p, line, []shape.Name{cacPrice, cacAllowanceCharge, cbcBaseAmount}, false)
}

func notNegative(p *shape.Pass, n xmltree.Node, path []shape.Name, required bool) {
	first := xmltree.None
	for price := range p.All(n, path...) {
		if s, ok := sign(p, price); !ok || s >= 0 {
			return
		}
		if first == xmltree.None {
			first = price
		}
	}
	switch {
	case first != xmltree.None:
		p.Fail(first, value(p, first))
	case required:
		p.FailMissing(n, path, "missing")
	}
}

// br29: the invoicing period does not end before it starts.
func br29(p *shape.Pass, period xmltree.Node) { notReversed(p, period) }

// br30: nor does the period of a line.
func br30(p *shape.Pass, period xmltree.Node) { notReversed(p, period) }

func notReversed(p *shape.Pass, period xmltree.Node) {
	if !p.Has(period, cbcEndDate) || !p.Has(period, cbcStartDate) {
		return
	}
	end, start := p.Only(period, cbcEndDate), p.Only(period, cbcStartDate)
	if moment(p, end).Before(moment(p, start)) {
		p.Fail(end, report.A("start", p.Normal(start)), report.A("end", p.Normal(end)))
	}
}

// moment is when an xs:date begins; one without a time zone begins in that of the processor, which is UTC here. XPath stops at what is no date.
func moment(p *shape.Pass, n xmltree.Node) time.Time {
	t, ok := parseDay(p.Normal(n))
	if !ok {
		p.NotDate(n)
	}
	return t
}

// parseDay reads an xs:date. Unlike the dates of the model, it may have a year of more than four digits, a year before our era, and a time zone.
func parseDay(text string) (t time.Time, ok bool) {
	zone := time.UTC
	if i := len(text) - 6; i > 0 && text[i+3] == ':' {
		offset, err := time.Parse("-07:00", text[i:])
		if err != nil {
			return t, false
		}
		if _, seconds := offset.Zone(); seconds < -14*60*60 || seconds > 14*60*60 {
			return t, false
		}
		text, zone = text[:i], offset.Location()
	} else {
		text = strings.TrimSuffix(text, "Z")
	}
	text, before := strings.CutPrefix(text, "-")
	parts := strings.Split(text, "-")
	if len(parts) != 3 || len(parts[0]) < 4 || len(parts[0]) > 4 && parts[0][0] == '0' || len(parts[1]) != 2 || len(parts[2]) != 2 {
		return t, false
	}
	var date [3]int
	for i, part := range parts {
		v, err := strconv.ParseUint(part, 10, 31)
		if err != nil {
			return t, false
		}
		date[i] = int(v)
	}
	if before {
		date[0] = -date[0]
	}
	t = time.Date(date[0], time.Month(date[1]), date[2], 0, 0, 0, 0, zone)
	return t, int(t.Month()) == date[1] && t.Day() == date[2]
}

// br51: of a card number, no more than ten digits are shown: its last four to six, and the first six at most.
func br51(p *shape.Pass, number xmltree.Node) {
	if utf8.RuneCountInString(p.Normal(number)) > 10 {
		p.Fail(number)
	}
}

// br53: where the VAT is accounted for in a currency of its own, some VAT total is stated in it: anywhere, in the artefact's eyes.
func br53(p *shape.Pass, root xmltree.Node) {
	var stated map[string]bool
	for code := range p.All(root, cbcTaxCurrencyCode) {
		if stated == nil {
			stated = map[string]bool{}
			for _, total := range p.Anywhere(cacTaxTotal) {
				for amount := range p.All(total, cbcTaxAmount) {
					if currency, ok := p.Attr(amount, attrCurrencyID); ok {
						stated[currency] = true
					}
				}
			}
		}
		if currency := p.Text(code); !stated[currency] {
			p.Fail(code, report.A("currency", currency))
			return
		}
	}
}

// brCL08: a note that begins with a subject between two # has one of the list. The artefact takes the first two # wherever they stand, and only
// looks at what has three characters.
func brCL08(p *shape.Pass, note xmltree.Node) {
	_, rest, _ := strings.Cut(p.Text(note), "#")
	code, _, closed := strings.Cut(rest, "#")
	if closed && utf8.RuneCountInString(code) == 3 && !strings.Contains(codelist.NoteSubject, code) {
		p.Fail(note, report.A("found", code))
	}
}

// brCO09: a VAT identifier begins with a country. One that is missing or of one letter passes the artefact.
func brCO09(p *shape.Pass, scheme xmltree.Node) {
	id := p.Only(scheme, cbcCompanyID)
	country := []rune(p.Text(id))
	if len(country) > 2 {
		country = country[:2]
	}
	if strings.Contains(codelist.VATPrefix, string(country)) {
		return
	}
	if found := p.Normal(id); found != "" {
		p.Fail(id, report.A("found", found))
	} else {
		p.FailCase(id, "empty") // white space alone: the artefact does not look behind it
	}
}
