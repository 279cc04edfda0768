package hygiene

import (
	"testing"

	"github.com/fxinvoice/fx/en16931"
)

func TestLuhn(t *testing.T) {
	for _, s := range []string{"79927398713", "732829320", "73282932000074", "356000000", "35600000000048", "552100554", "005620182"} {
		if !passesLuhn(s) {
			t.Errorf("%s does not pass", s)
		}
		// Any other digit in any place must not.
		for i := range s {
			for d := byte('0'); d <= '9'; d++ {
				if wrong := s[:i] + string(d) + s[i+1:]; wrong != s && passesLuhn(wrong) {
					t.Errorf("%s passes", wrong)
				}
			}
		}
	}
}

func TestSIRET(t *testing.T) {
	for s, want := range map[string]bool{
		"35600000000048": true,  // La Poste, by Luhn
		"35600000049837": true,  // La Poste, by the sum of its digits, 45
		"35600000049838": false, // La Poste, by neither
		"73282932000074": true, "73282932000075": false,
		"12345678200016": false, // a sum of 45 elsewhere: that rule is La Poste's alone
	} {
		if got := passesSIRET(s); got != want {
			t.Errorf("%s: %t", s, got)
		}
	}
}

func TestGS1(t *testing.T) {
	for _, s := range []string{"4006381333931", "96385074", "036000291452", "04006381333931", "3020810000004", "10614141000415"} {
		if got := gs1Digit(s); got != s[len(s)-1] {
			t.Errorf("%s: %c", s, got)
		}
	}
}

func TestRemainder97(t *testing.T) {
	for _, s := range []string{"GB82WEST12345698765432", "FR7630006000011234567890189", "DE89370400440532013000", "MT84MALT011000012345MTLCAST001S", "NO9386011117947"} {
		if len(s) != ibanLength(s[:2]) || remainder97(s[4:], s[:4]) != 1 {
			t.Errorf("%s is no IBAN: remainder %d, length of %s %d", s, remainder97(s[4:], s[:4]), s[:2], ibanLength(s[:2]))
		}
	}
}

func TestFrenchVAT(t *testing.T) {
	for siren, want := range map[string]string{"732829320": "FR44732829320", "303265045": "FR40303265045", "552100554": "FR96552100554", "123456782": "FR11123456782"} {
		if got := frenchVAT(siren); got != want || !keyFits(want) {
			t.Errorf("%s: %s", siren, got)
		}
	}
}

func TestIBANLengths(t *testing.T) {
	n := 0
	for i := 1; i+4 < len(ibans); i += 5 {
		n++
		if row := ibans[i : i+5]; !isCapital(row[0]) || !isCapital(row[1]) || !allDigits(row[2:4]) || row[4] != ' ' || i > 1 && row[:2] <= ibans[i-5:i-3] {
			t.Errorf("row %q", row)
		}
	}
	if n != 89 || ibanLength("US") != 0 || ibanLength("D2") != 0 || ibanLength("VG") != 24 || ibanLength("AD") != 24 {
		t.Errorf("%d countries, or a length is wrong", n)
	}
}

func TestVATForms(t *testing.T) {
	for _, c := range []struct {
		right, wrong string
	}{
		{"ATU12345678", "AT12345678"}, {"BE0403053608", "BE2403053608"}, {"BG123456789", "BG12345678"}, {"CY12345678X", "CY123456789"},
		{"CZ1234567890", "CZ1234567"}, {"DE123456789", "DE12345678A"}, {"DK12345678", "DK123456789"}, {"EE123456789", "EE12345678"},
		{"EL123456789", "EL12345678"}, {"ESX1234567X", "ESX12345678X"}, {"ESB58378431", "ES5837843"}, {"FI12345678", "FI123456789"},
		{"HR12345678901", "HR1234567890"}, {"HU12345678", "HU1234567"}, {"IE1234567FA", "IE12345678"}, {"IE1A23456B", "IEAA23456B"},
		{"IT12345678901", "IT1234567890"}, {"LT123456789012", "LT1234567890"}, {"LU12345678", "LU1234567"}, {"LV12345678901", "LV1234567890"},
		{"MT12345678", "MT1234567"}, {"NL123456789B01", "NL12345678901"}, {"PL1234567890", "PL123456789"}, {"PT123456789", "PT12345678"},
		{"RO12", "RO1"}, {"RO1234567890", "RO12345678901"}, {"SE123456789012", "SE1234567890"}, {"SI12345678", "SI1234567"}, {"SK1234567890", "SK12345678"},
		{"XI123456789", "XI12345678"}, {"XIGD123", "XIGD1234"},
	} {
		if name := countryName(c.right[:2]); name.EN == "" || name.FR == "" {
			t.Errorf("%s has no name", c.right[:2])
		}
		if !isForm(c.right) || isForm(c.wrong) {
			t.Errorf("%s: %t, %s: %t", c.right, isForm(c.right), c.wrong, isForm(c.wrong))
		}
	}
	for _, other := range []string{"GB", "FR", "GR", "CH", "NO", "", "de"} {
		if forms := vatForms(other); forms != "" {
			t.Errorf("%q has forms: %s", other, forms)
		}
	}
}

func TestExponents(t *testing.T) {
	for s, want := range map[string]string{"1E3": "1000", "1.5e+3": "1500", "-1.25E-2": "-0.0125", "12,5E1": "125", "0E5": "0", "+2E0": "2", ".5E1": "5", "5.E1": "50",
		"123456.789E-3": "123.456789", "1E-1": "0.1"} {
		if !isExponent(s, false) || writtenOut(s) != want {
			t.Errorf("%s: %t, %s", s, isExponent(s, false), writtenOut(s))
		}
	}
	for _, s := range []string{"", "E", "E5", "1E", "1E+", "1.2.3E4", "1E5000", "A1E5", "1 E5", "1E5 EUR", "+E1", "."} {
		if isExponent(s, false) {
			t.Errorf("%s is none", s)
		}
	}
	for _, s := range []string{"1.23457E+13", "3,76E+12"} {
		if !isExponent(s, true) {
			t.Errorf("%s is one", s)
		}
	}
	for _, s := range []string{"12E5", "1.5E10", "1.5E-3", "12.5E+3", "1.E+10", "1.5E+", "REF+1", "A.5E+1", "12345"} {
		if isExponent(s, true) {
			t.Errorf("%s is no exponent of a spreadsheet", s)
		}
	}
}

func isForm(s string) bool { return fitsAny(vatForms(s[:2]), s[2:]) }

func TestUnitNames(t *testing.T) {
	for _, unit := range []en16931.Code{"C62", "H87", "EA", "NAR", "PR", "SET", "XPP"} {
		if name := unitName(unit); !countsWhole(unit) || name.EN == "" || name.FR == "" {
			t.Errorf("%s: %q", unit, name)
		}
	}
	for _, unit := range []en16931.Code{"HUR", "KGM", "", "DZN"} { // half a dozen is whole
		if countsWhole(unit) {
			t.Errorf("%s counts whole", unit)
		}
	}
}

func TestCharacterNames(t *testing.T) {
	for r, want := range map[rune]string{
		'\t': "une tabulation (U+0009)", '\n': "un saut de ligne (U+000A)", '\u00a0': "une espace insécable (U+00A0)", '\u202f': "une espace fine insécable (U+202F)",
		'\u200b': "une espace sans largeur (U+200B)", '\u00ad': "un trait d'union conditionnel (U+00AD)", '\ufeff': "une marque d'ordre des octets (U+FEFF)",
		'\u202e': "une marque de sens d'écriture (U+202E)", '\u2009': "une espace particulière (U+2009)", '\u2060': "un caractère sans largeur (U+2060)",
		'\u0085': "un caractère de commande (U+0085)", '\u007f': "un caractère de commande (U+007F)",
	} {
		if got := characterName(r); !unseen(r) || got.FR != want || got.EN == got.FR {
			t.Errorf("%U: %t, %q", r, unseen(r), got)
		}
	}
	for _, r := range " aé€漢\u0301\ufffd" {
		if unseen(r) {
			t.Errorf("%U is seen", r)
		}
	}
}

func TestBankCountries(t *testing.T) {
	for code, want := range map[string]string{"FR": "FR", "RE": "FR", "MC": "FR", "JE": "GB", "FO": "DK", "AX": "FI", "SJ": "NO", "SM": "IT", "LI": "CH", "DE": "DE"} {
		if got := bankCountry(code); got != want {
			t.Errorf("%s: %s", code, got)
		}
	}
}
