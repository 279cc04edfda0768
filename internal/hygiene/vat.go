package hygiene

import (
	"strings"

	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/report"
)

// monaco begins what stands in a VAT identifier from Monaco instead of a SIREN: France gives the key, and nobody a SIREN.
const monaco = "000"

// vat looks at a VAT identifier. Countries outside of the union, and prefixes that no country has, are the official rules' or nobody's.
func (p *pass) vat(s spot, value string) {
	c := compact(value)
	if len(c) < 3 {
		return
	}
	switch {
	case onlyZeros(c[2:]) && (c[:2] == "FR" || vatForms(c[:2]) != ""):
		p.fail(&placeholderRule, "zeros", s, c, "")
	case c[:2] == "FR":
		p.frenchVAT(s, value, c)
	default:
		switch forms := vatForms(c[:2]); {
		case forms == "":
		case fitsAny(forms, c[2:]):
			p.grouped(s, value, c)
		default:
			p.fail(&vatFormRule, "", s, tidy(value), "", report.A("country", countryName(c[:2])))
		}
	}
}

func (p *pass) frenchVAT(s spot, value, c string) {
	switch {
	case !isFrenchVAT(c):
		p.fail(&frenchVATRule, "form", s, tidy(value), "")
	case !keyFits(c):
		p.fail(&frenchVATRule, "", s, c, frenchVAT(c[4:]))
	case !strings.HasPrefix(c[4:], monaco) && !passesLuhn(c[4:]):
		p.fail(&frenchVATRule, "siren", s, c, "", report.A("siren", c[4:]))
	default:
		p.grouped(s, value, c)
	}
}

// isFrenchVAT reports whether c has the form of a French VAT identifier.
func isFrenchVAT(c string) bool {
	return len(c) == 13 && c[:2] == "FR" && plainAlphanumeric(c[2:4]) && allDigits(c[4:])
}

// keyFits reports whether the key of a French VAT identifier fits its SIREN. Keys with letters are not known well enough to tell.
func keyFits(c string) bool {
	return !allDigits(c[2:4]) || int(c[2]-'0')*10+int(c[3]-'0') == vatKey(c[4:])
}

// vatForms returns what may follow the letters of a member state other than France in a VAT identifier, "" for what is no such state: 9 is a
// digit, @ a capital letter, # one of both, ? one of both or + or *, and any other character stands for itself.
func vatForms(country string) string {
	switch country {
	case "AT":
		return "U99999999"
	case "BE":
		return "0999999999 1999999999"
	case "BG":
		return "999999999 9999999999"
	case "CY":
		return "99999999@"
	case "CZ":
		return "99999999 999999999 9999999999"
	case "DK", "FI", "HU", "LU", "MT", "SI":
		return "99999999"
	case "DE", "EE", "EL", "PT":
		return "999999999"
	case "ES":
		return "#9999999#"
	case "HR", "IT", "LV":
		return "99999999999"
	case "IE":
		return "9?99999@ 9999999@@"
	case "LT":
		return "999999999 999999999999"
	case "NL":
		return "?????????B??"
	case "PL", "SK":
		return "9999999999"
	case "RO":
		return "99 999 9999 99999 999999 9999999 99999999 999999999 9999999999"
	case "SE":
		return "999999999999"
	case "XI":
		return "999999999 999999999999 GD999 HA999"
	}
	return ""
}

// fitsAny reports whether s has one of several forms.
func fitsAny(forms, s string) bool {
	for form := range strings.FieldsSeq(forms) {
		if fits(form, s) {
			return true
		}
	}
	return false
}

// fits reports whether s has a form, as vatForms writes it.
func fits(form, s string) bool {
	if len(form) != len(s) {
		return false
	}
	for i := range len(form) {
		c, ok := s[i], false
		switch form[i] {
		case '9':
			ok = isDigit(c)
		case '@':
			ok = isCapital(c)
		case '#':
			ok = isDigit(c) || isCapital(c)
		case '?':
			ok = isDigit(c) || isCapital(c) || c == '+' || c == '*'
		default:
			ok = c == form[i]
		}
		if !ok {
			return false
		}
	}
	return true
}

// countryName returns the name of a country that vatForms knows.
func countryName(code string) report.Text {
	name, _ := codelist.Name("VATPrefix", code)
	return report.Text{EN: name.EN, FR: name.FR}
}
