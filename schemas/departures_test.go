//go:build cgo && libxml2

package schemas

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// departures are the places where libxml2 2.9 to 2.15 departs from XML Schema 1.0 and we do not. A difference
// that fits none of them fails the tests.
var departures = []struct {
	name, reason string
	explains     func(t *xmltree.Tree, ours Validation, theirs Opinion) bool
}{
	{
		"blank-date", "dates and times collapse white space at their ends; libxml2 refuses it",
		func(t *xmltree.Tree, ours Validation, theirs Opinion) bool {
			return ours.Valid() && everyError(theirs, func(e ForeignError) bool {
				value := quoted(e.Message)
				return e.Code == 1824 && value != trim(value) && dateLike(trim(value))
			})
		},
	},
	{
		"base64", "libxml2 skips characters outside the alphabet of base64 and accepts unused bits that are not zero",
		func(t *xmltree.Tree, ours Validation, theirs Opinion) bool {
			return theirs.Valid && everyFinding(ours, func(expected string) bool { return expected == "base64Binary" })
		},
	},
	{
		"cdata-blank", "white space in a CDATA section is white space; libxml2 refuses it between elements",
		func(t *xmltree.Tree, ours Validation, theirs Opinion) bool {
			return ours.Valid() && strings.Contains(t.Doc(), "<![CDATA[") && everyError(theirs, func(e ForeignError) bool {
				return strings.Contains(e.Message, "Character content other than whitespace")
			})
		},
	},
	{
		"uri", "XML Schema 1.0 cites RFC 2396 and 2732 and escapes spaces and other characters first; libxml2 parses by RFC 3986, without brackets in a query and without spaces",
		func(t *xmltree.Tree, ours Validation, theirs Opinion) bool {
			return ours.Valid() && everyError(theirs, func(e ForeignError) bool {
				value := quoted(e.Message)
				return strings.Contains(e.Message, "'xs:anyURI'") && strings.ContainsAny(value, "[] ") && isURI(value)
			})
		},
	},
	{
		"long-number", "a decimal may have any number of digits; libxml2 stops at 24",
		func(t *xmltree.Tree, ours Validation, theirs Opinion) bool {
			return ours.Valid() && everyError(theirs, func(e ForeignError) bool {
				value := trim(quoted(e.Message))
				return isDecimal(value) && len(value) > 24
			})
		},
	},
}

// explain names the departure that explains a difference, or gives "".
func explain(t *xmltree.Tree, ours Validation, theirs Opinion) string {
	for _, d := range departures {
		if d.explains(t, ours, theirs) {
			return d.name
		}
	}
	return ""
}

func everyError(o Opinion, ok func(ForeignError) bool) bool {
	for _, e := range o.Errors {
		if !ok(e) {
			return false
		}
	}
	return !o.Valid && o.More == 0
}

func everyFinding(v Validation, ok func(expected string) bool) bool {
	for _, f := range v.Findings {
		if !ok(f.Expected) {
			return false
		}
	}
	return !v.Valid()
}

// quoted is the value in a message of libxml2.
func quoted(message string) string {
	_, rest, _ := strings.Cut(message, ": '")
	value, _, _ := strings.Cut(rest, "' is not a valid value")
	return value
}

func dateLike(s string) bool { return isDate(s) || isDateTime(s) || isTime(s) }
