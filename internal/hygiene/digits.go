package hygiene

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest bounds the values that are taken for an identifier with a check digit; the longest there is has 35 characters, and more with its spaces.
const longest = 100

// compact returns an identifier as programs compare it: in capitals, without spaces, points and dashes between its groups.
func compact(s string) string {
	if plainAlphanumeric(s) {
		return s
	}
	if len(s) > longest {
		return tidy(s)
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r == '.' || r == '-' || r == '\u2010' || r == '\u2011' || r == '\u2013' || unicode.IsSpace(r) || unseen(r):
			return -1
		}
		return r
	}, s)
}

// plainAlphanumeric reports whether s is made of capital letters and digits of ASCII alone.
func plainAlphanumeric(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) && !isCapital(s[i]) {
			return false
		}
	}
	return true
}

func isDigit(c byte) bool   { return c >= '0' && c <= '9' }
func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// onlyZeros reports whether s is nothing but zeros: most checks let them pass.
func onlyZeros(s string) bool { return s != "" && strings.Trim(s, "0") == "" }

// tidy returns s without white space at its ends and without characters that nobody sees.
func tidy(s string) string {
	s = strings.TrimFunc(s, func(r rune) bool { return unicode.IsSpace(r) || unseen(r) })
	if strings.ContainsFunc(s, unseen) {
		s = strings.Map(func(r rune) rune {
			switch {
			case r == '\t' || r == '\n' || r == '\r' || r != ' ' && unicode.Is(unicode.Zs, r):
				return ' '
			case unseen(r):
				return -1
			}
			return r
		}, s)
	}
	return s
}

// unseen reports whether nobody sees a character, or sees it as a space that it is not.
func unseen(r rune) bool {
	switch {
	case r >= ' ' && r < 0x7f:
		return false
	case r < 0xa0:
		return true
	}
	return r != utf8.RuneError && unicode.In(r, unicode.Cf, unicode.Zs, unicode.Zl, unicode.Zp)
}

// passesLuhn reports whether the last of the digits s checks the others, by ISO/IEC 7812-1.
func passesLuhn(s string) bool {
	sum := 0
	for i := 0; i < len(s); i++ {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}

// laPoste is the SIREN whose establishments had run out of numbers that pass Luhn.
const laPoste = "356000000"

// passesSIRET reports whether the fourteen digits s pass as a SIRET.
func passesSIRET(s string) bool {
	if passesLuhn(s) {
		return true
	}
	if s[:9] != laPoste {
		return false
	}
	sum := 0
	for i := 0; i < len(s); i++ {
		sum += int(s[i] - '0')
	}
	return sum%5 == 0
}

// gs1Digit returns the check digit of GS1 for the digits s, of which the last, the check digit itself, is not looked at.
func gs1Digit(s string) byte {
	sum := 0
	for i, weight := len(s)-2, 3; i >= 0; i, weight = i-1, 4-weight {
		sum += int(s[i]-'0') * weight
	}
	return byte('0' + (10-sum%10)%10)
}

// remainder97 returns the remainder by 97 of the number that the capitals and digits of a and then b make, a letter being two digits, A 10 to Z 35:
// ISO 7064, MOD 97-10.
func remainder97(a, b string) int {
	n := 0
	for _, s := range [2]string{a, b} {
		for i := 0; i < len(s); i++ {
			if c := s[i]; isDigit(c) {
				n = (n*10 + int(c-'0')) % 97
			} else {
				n = (n*100 + int(c-'A') + 10) % 97
			}
		}
	}
	return n
}

// vatKey returns the key of a company's French VAT identifier by its SIREN.
func vatKey(siren string) int { return (12 + 3*remainder97(siren, "")) % 97 }

// frenchVAT returns the VAT identifier of a company by its SIREN.
func frenchVAT(siren string) string {
	key := vatKey(siren)
	return "FR" + string([]byte{byte('0' + key/10), byte('0' + key%10)}) + siren
}
