package choruspro

import "strings"

// parts splits a decimal number without its sign at the point; ok is false for a text that is none.
func parts(s string) (whole, fraction string, ok bool) {
	if s != "" && (s[0] == '-' || s[0] == '+') {
		s = s[1:]
	}
	whole, fraction, _ = strings.Cut(s, ".")
	ok = (whole != "" || fraction != "") && (whole == "" || allDigits(whole)) && (fraction == "" || allDigits(fraction))
	return whole, fraction, ok
}

// digits counts the digits of a number as it is written, in all and after the point; ok is false for a text that is no number.
func digits(s string) (all, decimals int, ok bool) {
	whole, fraction, ok := parts(s)
	if !ok {
		return 0, 0, false
	}
	return len(whole) + len(fraction), len(fraction), true
}

// significant counts the digits of a number without zeros in front, and without those at the end behind the point; ok is false for a text that is
// no number.
func significant(s string) (n int, ok bool) {
	whole, fraction, ok := parts(s)
	if !ok {
		return 0, false
	}
	fraction = strings.TrimRight(fraction, "0")
	if whole = strings.TrimLeft(whole, "0"); whole == "" {
		fraction = strings.TrimLeft(fraction, "0")
	}
	return len(whole) + len(fraction), true
}
