package schemas

import (
	"strings"
	"unicode/utf8"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// fault says what is wrong with a value; zero means nothing.
type fault uint8

const (
	noFault fault = iota
	faultSyntax
	faultShort
	faultLong
	faultEnum
	faultPrefix // a QName with a prefix that is not bound
)

// anyText reports whether every text is a value of the built-in type, so that the text need not be looked at.
func anyText(value typeID) bool {
	switch value {
	case xsAnySimpleType, xsString, xsNormalizedString, xsToken:
		return true
	}
	return false
}

// checkValue checks a text against a built-in type and the facets on it. n is where the text stands, for
// prefixes in a QName.
func checkValue(value typeID, f *facets, text string, t *xmltree.Tree, n xmltree.Node) fault {
	if bad := checkBuiltin(value, text, t, n); bad != noFault || f == nil {
		return bad
	}
	text = normalize(value, text)
	if f.enum != nil && !has(f.enum, text) {
		return faultEnum
	}
	if f.minLength > 0 || f.hasMax {
		length := utf8.RuneCountInString(text)
		switch {
		case length < f.minLength:
			return faultShort
		case f.hasMax && length > f.maxLength:
			return faultLong
		}
	}
	return noFault
}

func checkBuiltin(value typeID, text string, t *xmltree.Tree, n xmltree.Node) fault {
	if anyText(value) {
		return noFault
	}
	ok := false
	switch s := trim(text); value {
	case xsBoolean:
		ok = s == "true" || s == "false" || s == "1" || s == "0"
	case xsDecimal:
		ok = isDecimal(s)
	case xsFloat, xsDouble:
		ok = isDouble(s)
	case xsDate:
		ok = isDate(s)
	case xsDateTime:
		ok = isDateTime(s)
	case xsTime:
		ok = isTime(s)
	case xsGYearMonth, xsGYear, xsGMonthDay, xsGDay, xsGMonth:
		ok = isPartialDate(value, s)
	case xsDuration:
		ok = isDuration(s)
	case xsBase64Binary:
		ok = isBase64(s)
	case xsHexBinary:
		ok = isHex(s)
	case xsAnyURI:
		ok = isURI(s)
	case xsLanguage:
		ok = isLanguage(s)
	case xsName:
		ok = isName(s)
	case xsNCName, xsID, xsIDREF:
		ok = isNCName(s)
	case xsNMTOKEN:
		ok = isNMTOKEN(s)
	case xsNMTOKENS:
		ok = allFields(s, isNMTOKEN)
	case xsIDREFS:
		ok = allFields(s, isNCName)
	case xsENTITY, xsENTITIES, xsNOTATION:
		// They name a declaration of a document type, and documents with one are refused.
		ok = false
	case xsQName:
		return checkQName(s, t, n)
	default:
		ok = isInteger(value, s)
	}
	if ok {
		return noFault
	}
	return faultSyntax
}

func checkQName(s string, t *xmltree.Tree, n xmltree.Node) fault {
	prefix, local, found := strings.Cut(s, ":")
	if !found {
		prefix, local = "", prefix
	}
	if !isNCName(local) || found && !isNCName(prefix) {
		return faultSyntax
	}
	if _, bound := t.LookupPrefix(n, prefix); found && !bound {
		return faultPrefix
	}
	return noFault
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// trim cuts XML white space off both ends.
func trim(s string) string {
	for s != "" && isSpace(s[0]) {
		s = s[1:]
	}
	for s != "" && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// normalize applies the white space facet of a type. It copies only when there is something to change.
func normalize(value typeID, s string) string {
	switch value {
	case xsAnySimpleType, xsString:
		return s
	case xsNormalizedString:
		return strings.Map(blank, s)
	}
	s = trim(s)
	for i := range len(s) {
		if isSpace(s[i]) && (s[i] != ' ' || s[i-1] == ' ') {
			return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return blank(r) == ' ' }), " ")
		}
	}
	return s
}

func blank(r rune) rune {
	if r == '\n' || r == '\t' || r == '\r' {
		return ' '
	}
	return r
}

func has(list []string, s string) bool {
	for _, v := range list {
		if v == s {
			return true
		}
	}
	return false
}

func allFields(s string, ok func(string) bool) bool {
	fields := strings.Fields(s)
	for _, f := range fields {
		if !ok(f) {
			return false
		}
	}
	return len(fields) > 0
}

// isBase64 follows the lexical rule of XML Schema: groups of four, white space anywhere, unused bits zero.
func isBase64(s string) bool {
	count, pad := 0, 0
	var last int8
	for i := range len(s) {
		c := s[i]
		v := base64Value[c]
		switch {
		case v >= 0:
			if pad > 0 {
				return false
			}
			count++
			last = v
		case c == '=':
			pad++
		case !isSpace(c):
			return false
		}
	}
	switch {
	case (count+pad)%4 != 0:
		return false
	case pad == 0:
		return true
	case pad == 1:
		return count%4 == 3 && last&3 == 0
	}
	return pad == 2 && count%4 == 2 && last&15 == 0
}

// base64Value is the value of each character of the alphabet, or -1.
var base64Value = [256]int8{
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 62, -1, -1, -1, 63,
	52, 53, 54, 55, 56, 57, 58, 59, 60, 61, -1, -1, -1, -1, -1, -1,
	-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14,
	15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, -1, -1, -1, -1, -1,
	-1, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40,
	41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
	-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1,
}

func isHex(s string) bool {
	for i := range len(s) {
		c := s[i] | 0x20
		if !digit(s[i]) && (c < 'a' || c > 'f') {
			return false
		}
	}
	return len(s)%2 == 0
}

func digit(c byte) bool { return c >= '0' && c <= '9' }

func letter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// isLanguage follows RFC 3066 as far as XML Schema does.
func isLanguage(s string) bool {
	for i, part := range strings.Split(s, "-") {
		if len(part) < 1 || len(part) > 8 {
			return false
		}
		for j := range len(part) {
			if !letter(part[j]) && (i == 0 || !digit(part[j])) {
				return false
			}
		}
	}
	return true
}
