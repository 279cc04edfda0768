package schemas

import "strings"

// isDecimal accepts what xs:decimal does: a sign, digits, a point; no exponent, at least one digit.
func isDecimal(s string) bool {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	digits, point := 0, false
	for i := range len(s) {
		switch {
		case digit(s[i]):
			digits++
		case s[i] == '.' && !point:
			point = true
		default:
			return false
		}
	}
	return digits > 0
}

// isDouble accepts what xs:float and xs:double do.
func isDouble(s string) bool {
	if s == "INF" || s == "-INF" || s == "NaN" {
		return true
	}
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		if _, _, ok := splitInteger(s[i+1:]); !ok {
			return false
		}
		s = s[:i]
	}
	return isDecimal(s)
}

// splitInteger gives the sign and the digits without leading zeros of an xs:integer.
func splitInteger(s string) (negative bool, digits string, ok bool) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative = s[0] == '-'
		s = s[1:]
	}
	if !allDigits(s) {
		return false, "", false
	}
	for len(s) > 1 && s[0] == '0' {
		s = s[1:]
	}
	return negative && s != "0", s, true
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !digit(s[i]) {
			return false
		}
	}
	return s != ""
}

// isInteger checks xs:integer and the types derived from it.
func isInteger(value typeID, s string) bool {
	negative, digits, ok := splitInteger(s)
	if !ok {
		return false
	}
	low, high := "", "" // how far below and above zero it may go; "" means any distance
	switch value {
	case xsNonPositiveInteger:
		high = "0"
	case xsNegativeInteger:
		return negative
	case xsNonNegativeInteger:
		low = "0"
	case xsPositiveInteger:
		return !negative && digits != "0"
	case xsLong:
		low, high = "9223372036854775808", "9223372036854775807"
	case xsInt:
		low, high = "2147483648", "2147483647"
	case xsShort:
		low, high = "32768", "32767"
	case xsByte:
		low, high = "128", "127"
	case xsUnsignedLong:
		low, high = "0", "18446744073709551615"
	case xsUnsignedInt:
		low, high = "0", "4294967295"
	case xsUnsignedShort:
		low, high = "0", "65535"
	case xsUnsignedByte:
		low, high = "0", "255"
	}
	if negative {
		return low == "" || !greater(digits, low)
	}
	return high == "" || !greater(digits, high)
}

// greater compares digits without leading zeros.
func greater(a, b string) bool {
	if len(a) != len(b) {
		return len(a) > len(b)
	}
	return a > b
}
