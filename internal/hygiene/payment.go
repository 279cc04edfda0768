package hygiene

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/report"
)

// payment looks at the accounts.
func (p *pass) payment() {
	pay := p.inv.Payment
	if pay == nil {
		return
	}
	// What a SEPA payment means holds for the accounts of its kind only: one block may name several ways to pay.
	transfer, debit := "", ""
	switch pay.MeansCode {
	case "58":
		transfer = "58"
	case "59":
		debit = "59"
	}
	for _, t := range pay.CreditTransfers {
		country := p.account(at(t, en16931.BT84), t.Account, transfer)
		if country != "" || transfer != "" {
			p.bic(at(t, en16931.BT86), t.ServiceProvider, country)
		}
	}
	if d := pay.DirectDebit; d != nil {
		p.account(at(d, en16931.BT91), d.DebitedAccount, debit)
		if debit != "" {
			p.creditor(at(d, en16931.BT90), d.Creditor)
		}
	}
}

// account looks at an account that may be an IBAN, and has to be one if sepa, the code of a SEPA payment, is not empty. It returns the country of
// a right IBAN.
func (p *pass) account(s spot, value, sepa string) (country string) {
	c := compact(value)
	if c == "" {
		return ""
	}
	length := 0
	if looksLikeIBAN(c) {
		length = ibanLength(c[:2])
	}
	switch {
	case length == 0:
		if sepa != "" {
			p.fail(&ibanRule, "sepa", s, tidy(value), "", report.A("means", sepa))
		}
	case len(c) != length:
		p.fail(&ibanRule, "length", s, c, "", report.A("country", c[:2]), report.A("length", len(c)), report.A("right", length))
	case remainder97(c[4:], c[:4]) != 1:
		p.fail(&ibanRule, "", s, c, "")
	case onlyZeros(c[4:]):
		p.fail(&placeholderRule, "zeros", s, c, "")
	default:
		p.grouped(s, value, c)
		return c[:2]
	}
	return ""
}

// looksLikeIBAN reports whether s is two letters, two digits, and something of both behind.
func looksLikeIBAN(s string) bool {
	return len(s) > 4 && isCapital(s[0]) && isCapital(s[1]) && isDigit(s[2]) && isDigit(s[3]) && plainAlphanumeric(s)
}

// ibans holds the length of each country's IBAN, by the registry of ISO 13616, as of 2025.
const ibans = " AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 " +
	"GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 " +
	"MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 " +
	"VG24 XK20 YE30 "

// ibanLength returns how many characters the IBANs of a country have, 0 if it has none.
func ibanLength(country string) int {
	if i := strings.Index(ibans, " "+country); i >= 0 {
		return int(ibans[i+3]-'0')*10 + int(ibans[i+4]-'0')
	}
	return 0
}

// bic looks at a BIC; account is the country of the IBAN beside it, "" if there is no right one.
func (p *pass) bic(s spot, value, account string) {
	c := compact(value)
	switch {
	case c == "":
	case !isBIC(c):
		p.fail(&bicRule, "", s, tidy(value), "")
	case !codelist.Has(codelist.Country, c[4:6]) && c[4:6] != "XK":
		p.fail(&bicRule, "country", s, c, "", report.A("country", c[4:6]))
	case account != "" && bankCountry(c[4:6]) != bankCountry(account):
		p.fail(&bicCountryRule, "", s.and(en16931.BT84), c, "", report.A("bank", c[4:6]), report.A("account", account))
	default:
		p.grouped(s, value, c)
	}
}

// isBIC reports whether c has the form of a BIC.
func isBIC(c string) bool {
	return (len(c) == 8 || len(c) == 11) && plainAlphanumeric(c) && isCapital(c[4]) && isCapital(c[5])
}

// bankCountry returns the country that a country's or territory's banks count as: IBAN and BIC do not divide the world alike.
func bankCountry(code string) string {
	switch code {
	case "GP", "MQ", "GF", "RE", "YT", "MF", "BL", "PM", "PF", "NC", "WF", "TF", "MC":
		return "FR"
	case "JE", "GG", "IM":
		return "GB"
	case "FO", "GL":
		return "DK"
	case "AX":
		return "FI"
	case "SJ":
		return "NO"
	case "SM", "VA":
		return "IT"
	case "LI":
		return "CH"
	}
	return code
}

// creditor looks at the identifier of who collects a SEPA direct debit.
func (p *pass) creditor(s spot, value string) {
	c := compact(value)
	switch {
	case c == "":
	case len(c) < 8 || len(c) > 35 || !looksLikeIBAN(c):
		p.fail(&creditorRule, "form", s, tidy(value), "")
	case remainder97(c[7:], c[:4]) != 1:
		p.fail(&creditorRule, "", s, c, "")
	default:
		p.grouped(s, value, c)
	}
}
