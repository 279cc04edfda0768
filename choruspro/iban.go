package choruspro

import (
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/en16931/codelist"
)

// compact removes white space from a number and raises its small letters, as people who copy an IBAN from paper do not.
func compact(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ' || r == '\t' || r == '\n' || r == '\r':
			return -1
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		}
		return r
	}, s)
}

// ibanFault returns what makes s no IBAN, "" if it is one: "country", "length" or "check".
func ibanFault(s string) string {
	country := s[:min(2, len(s))]
	switch n, want := length(s), ibanLength(country); {
	case !isCountry(country):
		return "country"
	case want > 0 && n != want, want == 0 && (n < 15 || n > 34):
		return "length"
	case !ibanChecks(s):
		return "check"
	}
	return ""
}

// isCountry reports whether s is a country of ISO 3166-1, or Kosovo. The list that invoices use has two codes more.
func isCountry(s string) bool {
	return s == "XK" || s != "XI" && s != "1A" && len(s) == 2 && codelist.Has(codelist.Country, s)
}

// ibanChecks reports whether an IBAN leaves 1 divided by 97, with its first four characters put last and letters as numbers from 10.
func ibanChecks(s string) bool {
	rest := 0
	for i := range len(s) {
		switch b := s[(i+4)%len(s)]; {
		case b >= '0' && b <= '9':
			rest = (rest*10 + int(b-'0')) % 97
		case isCapital(b):
			rest = (rest*100 + int(b-'A') + 10) % 97
		default:
			return false
		}
	}
	return rest == 1 && allDigits(s[2:4])
}

// ibanLength returns how many characters the IBANs of a country have, 0 if the registry has none.
func ibanLength(country string) int {
	at := strings.Index(ibanLengths, " "+country)
	if len(country) != 2 || at < 0 {
		return 0
	}
	n, _ := strconv.Atoi(ibanLengths[at+3 : at+5])
	return n
}

// ibanLengths has a country and the length of its IBANs, as SWIFT's registry has them.
const ibanLengths = " AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 " +
	"FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 " +
	"MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 " +
	"UA29 VA22 VG24 XK20 YE30 "
