package schemas

import (
	"strings"
	"unicode"

	"github.com/fxinvoice/fx/report"
)

// kindOf says in words what a built-in type wants.
func kindOf(value typeID) report.Text {
	switch value {
	case xsDecimal:
		return report.Text{EN: "a number such as 1234.50", FR: "un nombre tel que 1234.50"}
	case xsFloat, xsDouble:
		return report.Text{EN: "a number such as 1.5E3", FR: "un nombre tel que 1.5E3"}
	case xsBoolean:
		return report.Text{EN: "true or false", FR: "true ou false"}
	case xsDate:
		return report.Text{EN: "a date such as 2026-01-31", FR: "une date telle que 2026-01-31"}
	case xsDateTime:
		return report.Text{EN: "a date and time such as 2026-01-31T14:30:00", FR: "une date et une heure telles que 2026-01-31T14:30:00"}
	case xsTime:
		return report.Text{EN: "a time such as 14:30:00", FR: "une heure telle que 14:30:00"}
	case xsDuration:
		return report.Text{EN: "a duration such as P30D", FR: "une durée telle que P30D"}
	case xsBase64Binary:
		return report.Text{EN: "a file encoded in base64", FR: "un fichier encodé en base64"}
	case xsHexBinary:
		return report.Text{EN: "bytes in hexadecimal", FR: "des octets en hexadécimal"}
	case xsAnyURI:
		return report.Text{EN: "a web address or another URI", FR: "une adresse web ou un autre URI"}
	case xsLanguage:
		return report.Text{EN: "a language code such as fr", FR: "un code de langue tel que fr"}
	case xsString, xsNormalizedString, xsToken:
		return report.Text{EN: "a text", FR: "un texte"}
	case xsName, xsNCName, xsID, xsIDREF, xsNMTOKEN, xsQName:
		return report.Text{EN: "an XML name", FR: "un nom XML"}
	case xsIDREFS, xsNMTOKENS:
		return report.Text{EN: "a list of XML names", FR: "une liste de noms XML"}
	}
	if value >= xsInteger && value <= xsPositiveInteger {
		return report.Text{EN: "a whole number (xs:" + builtinName[value] + ")", FR: "un nombre entier (xs:" + builtinName[value] + ")"}
	}
	return report.Text{EN: "a value of type xs:" + builtinName[value], FR: "une valeur de type xs:" + builtinName[value]}
}

// fixFor guesses what went wrong with a value.
func fixFor(value typeID, text string) report.Text {
	switch value {
	case xsDecimal:
		return fixForNumber(text)
	case xsDate:
		if head, _, _ := strings.Cut(text, "T"); len(head) == len("2026-01-31") && head != text && isDate(head) {
			return fixDate
		}
		if len(text) >= 10 && two(text[5:7]) >= 1 && two(text[5:7]) <= 12 && two(text[8:10]) > 28 && text[4] == '-' && text[7] == '-' {
			return fixRealDate
		}
		return fixDate
	case xsBoolean:
		return fixBoolean
	case xsBase64Binary:
		return fixBase64
	}
	return fixValue
}

func fixForNumber(text string) report.Text {
	switch bare := strings.Map(onlyNumber, text); {
	case strings.Count(text, ",") == 1 && isDecimal(strings.Replace(strings.Join(strings.Fields(text), ""), ",", ".", 1)):
		return fixComma
	case isDecimal(bare) && (strings.ContainsFunc(text, unicode.IsLetter) || strings.ContainsAny(text, "%€$£")):
		return fixUnit
	case isDecimal(bare) && strings.ContainsAny(text, " '\u00a0\u202f,"):
		return fixSpaces
	}
	return fixValue
}

// onlyNumber drops what is no part of a number.
func onlyNumber(r rune) rune {
	if r < 0x80 && digit(byte(r)) || r == '.' || r == '-' {
		return r
	}
	return -1
}
