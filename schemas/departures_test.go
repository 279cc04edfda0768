//go:build cgo && libxml2

package schemas

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// departure is a place where libxml2, 2.9 to 2.15, departs from XML Schema 1.0 and we do not. A difference
// that is not made up of these fails the tests.
type departure struct {
	name, reason string
	refuses      func(t *xmltree.Tree, e ForeignError) bool // an error of libxml2 that is none
	accepts      func(f report.Finding) bool                // a finding of ours that libxml2 does not have
}

var departures = []departure{
	{
		name: "blank-date", reason: "dates and times collapse white space at their ends",
		refuses: func(t *xmltree.Tree, e ForeignError) bool {
			value := quoted(e.Message)
			return e.Code == 1824 && value != trim(value) && (isDate(trim(value)) || isDateTime(trim(value)) || isTime(trim(value)))
		},
	},
	{
		name: "base64", reason: "characters outside the alphabet of base64 and unused bits that are not zero are errors",
		accepts: func(f report.Finding) bool { return f.Expected == "base64Binary" },
	},
	{
		name: "cdata-blank", reason: "white space in a CDATA section between elements is white space",
		refuses: func(t *xmltree.Tree, e ForeignError) bool {
			return strings.Contains(t.Doc(), "<![CDATA[") && strings.Contains(e.Message, "Character content other than whitespace")
		},
	},
	{
		name: "uri", reason: "XML Schema 1.0 cites RFC 2396 and 2732, with brackets in a query, and escapes spaces before it looks; libxml2 parses by RFC 3986",
		refuses: func(t *xmltree.Tree, e ForeignError) bool {
			value := quoted(e.Message)
			return strings.Contains(e.Message, "'xs:anyURI'") && strings.ContainsAny(value, "[] ") && isURI(value)
		},
	},
	{
		name: "long-number", reason: "a decimal may have any number of digits; libxml2 stops at 24",
		refuses: func(t *xmltree.Tree, e ForeignError) bool {
			value := trim(quoted(e.Message))
			return isDecimal(value) && len(value) > 24
		},
	},
}

// explain names the departures that make up a difference, or gives "".
func explain(t *xmltree.Tree, ours Validation, theirs Opinion) string {
	if ours.More > 0 || theirs.More > 0 {
		return ""
	}
	used := map[string]bool{}
	for _, e := range theirs.Errors {
		if !note(used, func(d departure) bool { return d.refuses != nil && d.refuses(t, e) }) {
			return ""
		}
	}
	for _, f := range ours.Findings {
		if !note(used, func(d departure) bool { return d.accepts != nil && d.accepts(f) }) {
			return ""
		}
	}
	var names []string
	for _, d := range departures {
		if used[d.name] {
			names = append(names, d.name)
		}
	}
	return strings.Join(names, "+")
}

// note remembers the departure that something fits.
func note(used map[string]bool, fits func(departure) bool) bool {
	for _, d := range departures {
		if fits(d) {
			used[d.name] = true
			return true
		}
	}
	return false
}

// quoted is the value in a message of libxml2.
func quoted(message string) string {
	_, rest, _ := strings.Cut(message, ": '")
	value, _, _ := strings.Cut(rest, "' is not a valid value")
	return value
}
