package hygiene

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// texts looks at how identifiers, references and names of the whole invoice are written.
func (p *pass) texts() {
	inv := p.inv
	p.invoiceNumber(at(inv, en16931.BT1), inv.Number)
	p.written(at(inv, en16931.BT10), inv.BuyerReference)
	p.written(at(inv, en16931.BT11), inv.ProjectReference)
	p.written(at(inv, en16931.BT12), inv.ContractReference)
	p.written(at(inv, en16931.BT13), inv.PurchaseOrderReference)
	p.written(at(inv, en16931.BT14), inv.SalesOrderReference)
	p.written(at(inv, en16931.BT15), inv.ReceivingAdvice)
	p.written(at(inv, en16931.BT16), inv.DespatchAdvice)
	p.written(at(inv, en16931.BT17), inv.TenderReference)
	p.written(at(inv, en16931.BT18), inv.InvoicedObject.Value)
	for _, before := range inv.PrecedingInvoices {
		p.written(at(before, en16931.BT25), before.Number)
	}

	s := &inv.Seller
	p.filledIn(at(s, en16931.BT27), s.Name)
	for i := range s.Identifiers {
		p.written(nth(s, en16931.BT29, i, inv, en16931.BG4), s.Identifiers[i].Value)
	}
	p.written(at(s, en16931.BT30), s.LegalRegistration.Value)
	p.written(at(s, en16931.BT31), s.VATIdentifier)
	p.written(at(s, en16931.BT32), s.TaxRegistration)
	p.written(at(s, en16931.BT34), s.ElectronicAddress.Value)

	b := &inv.Buyer
	p.filledIn(at(b, en16931.BT44), b.Name)
	p.written(at(b, en16931.BT46), b.Identifier.Value)
	p.written(at(b, en16931.BT47), b.LegalRegistration.Value)
	p.written(at(b, en16931.BT48), b.VATIdentifier)
	p.written(at(b, en16931.BT49), b.ElectronicAddress.Value)

	if payee := inv.Payee; payee != nil {
		p.written(at(payee, en16931.BT60), payee.Identifier.Value)
		p.written(at(payee, en16931.BT61), payee.LegalRegistration.Value)
	}
	if r := inv.TaxRepresentative; r != nil {
		p.written(at(r, en16931.BT63), r.VATIdentifier)
	}
	if d := inv.Delivery; d != nil {
		p.written(at(d, en16931.BT71), d.Location.Value)
	}
	if pay := inv.Payment; pay != nil {
		p.written(at(pay, en16931.BT83), pay.Remittance)
		for _, t := range pay.CreditTransfers {
			p.written(at(t, en16931.BT84), t.Account)
			p.written(at(t, en16931.BT86), t.ServiceProvider)
		}
		if d := pay.DirectDebit; d != nil {
			p.written(at(d, en16931.BT89), d.Mandate)
			p.written(at(d, en16931.BT90), d.Creditor)
			p.written(at(d, en16931.BT91), d.DebitedAccount)
		}
	}
	for _, d := range inv.SupportingDocuments {
		p.written(at(d, en16931.BT122), d.Reference)
	}
	p.exponents()
}

// lineTexts looks at how the identifiers of a line are written.
func (p *pass) lineTexts(l *en16931.Line) {
	p.written(at(l, en16931.BT126), l.ID)
	p.written(at(l, en16931.BT128), l.Object.Value)
	p.written(at(l, en16931.BT132), l.OrderLine)
	item := &l.Item
	p.filledIn(at(item, en16931.BT153), item.Name)
	p.written(at(item, en16931.BT155), item.SellerID)
	p.written(at(item, en16931.BT156), item.BuyerID)
	p.written(at(item, en16931.BT157), item.StandardID.Value)
	for i := range item.Classifications {
		p.written(nth(item, en16931.BT158, i, l, en16931.BG31), item.Classifications[i].Value)
	}
}

// written looks at how an identifier or a reference is written.
func (p *pass) written(s spot, value string) {
	if value == "" {
		return
	}
	if !plainText(value) {
		p.characters(s, value)
		value = tidy(value)
	}
	switch {
	case isExponent(value, true):
		p.fail(&exponentRule, "", s, value, "")
	case leftBehind(value):
		p.fail(&placeholderRule, "", s, value, "")
	}
}

// plainText reports whether s is visible characters of ASCII with spaces at most between them.
func plainText(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < ' ' || s[i] >= 0x7f {
			return false
		}
	}
	return s[0] != ' ' && s[len(s)-1] != ' '
}

// characters looks for white space around a value and for characters in it that nobody sees.
func (p *pass) characters(s spot, value string) {
	inner := strings.Trim(value, " \t\r\n")
	if inner == "" {
		return // nothing: the official rules' to judge
	}
	if len(inner) < len(value) {
		p.fail(&paddedRule, "", s, value, inner)
	}
	if i := strings.IndexFunc(inner, unseen); i >= 0 {
		r, _ := utf8.DecodeRuneInString(inner[i:])
		p.fail(&invisibleRule, "", s, value, tidy(inner), report.A("character", characterName(r)))
	}
}

// characterName names a character that nobody sees.
func characterName(r rune) report.Text {
	code := fmt.Sprintf("U+%04X", r)
	name := words{"a control character", "un caractère de commande"}
	switch r {
	case '\t':
		name = words{"a tab", "une tabulation"}
	case '\n', '\r', '\u2028', '\u2029':
		name = words{"a line break", "un saut de ligne"}
	case '\u00a0':
		name = words{"a no-break space", "une espace insécable"}
	case '\u202f':
		name = words{"a narrow no-break space", "une espace fine insécable"}
	case '\u200b':
		name = words{"a space without width", "une espace sans largeur"}
	case '\u00ad':
		name = words{"a soft hyphen", "un trait d'union conditionnel"}
	case '\ufeff':
		name = words{"a byte order mark", "une marque d'ordre des octets"}
	case '\u200e', '\u200f', '\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069':
		name = words{"a mark of the direction of writing", "une marque de sens d'écriture"}
	default:
		if r >= 0x2000 && r <= 0x200a || r == 0x205f || r == 0x3000 || r == 0x1680 {
			name = words{"a special space", "une espace particulière"}
		} else if r >= 0xa0 {
			name = words{"a character without width", "un caractère sans largeur"}
		}
	}
	return report.Text{EN: name.EN + " (" + code + ")", FR: name.FR + " (" + code + ")"}
}

// isExponent reports whether s is a number in exponent notation: for an identifier as spreadsheets write it, 1.23E+13, so that article 12E5 is none.
func isExponent(s string, identifier bool) bool {
	if len(s) < 3 || len(s) > 40 || identifier && (len(s) < 6 || s[1] != '.' && s[1] != ',') {
		return false
	}
	e := strings.IndexAny(s, "eE")
	if e < 1 {
		return false
	}
	mantissa, exponent := s[:e], s[e+1:]
	whole, decimals, point := strings.Cut(strings.Replace(mantissa, ",", ".", 1), ".")
	if identifier {
		return len(whole) == 1 && allDigits(whole) && point && allDigits(decimals) && exponent[:min(1, len(exponent))] == "+" && allDigits(exponent[1:])
	}
	whole = strings.TrimLeft(whole, "+-")
	exponent = strings.TrimLeft(exponent, "+-")
	return (allDigits(whole) || whole == "" && point) && (!point || decimals == "" || allDigits(decimals)) && whole+decimals != "" && allDigits(exponent) && len(exponent) < 4
}

// exponents notes the numbers in exponent notation among the values that could not be read.
func (p *pass) exponents() {
	for i := range p.inv.Unread {
		f := &p.inv.Unread[i]
		if f.Rule != "RD-NUMBER" || len(f.Terms) == 0 || !isExponent(f.Found, false) {
			continue
		}
		if t, ok := en16931.TermByID(f.Terms[0]); ok {
			p.failAt(&exponentRule, "number", spot{term: t}, en16931.Place{Path: f.Path, Line: f.Line, Column: f.Column}, f.Found, writtenOut(f.Found))
		}
	}
}

// writtenOut returns a number in exponent notation as digits.
func writtenOut(s string) string {
	e := strings.IndexAny(s, "eE")
	mantissa := strings.Replace(s[:e], ",", ".", 1)
	sign := ""
	if mantissa[0] == '-' {
		sign = "-"
	}
	whole, decimals, _ := strings.Cut(strings.TrimLeft(mantissa, "+-"), ".")
	shift := 0
	for _, d := range strings.TrimLeft(s[e+1:], "+-") {
		shift = shift*10 + int(d-'0')
	}
	if strings.HasPrefix(s[e+1:], "-") {
		shift = -shift
	}
	digits, point := whole+decimals, len(whole)+shift
	if point <= 0 {
		digits, point = strings.Repeat("0", 1-point)+digits, 1
	}
	if point > len(digits) {
		digits += strings.Repeat("0", point-len(digits))
	}
	whole, decimals = strings.TrimLeft(digits[:point], "0"), strings.TrimRight(digits[point:], "0")
	if whole == "" {
		whole = "0"
	}
	if decimals != "" {
		decimals = "." + decimals
	}
	return sign + whole + decimals
}

// filledIn looks at whether a name is one.
func (p *pass) filledIn(s spot, value string) {
	if leftBehind(value) {
		p.fail(&placeholderRule, "", s, value, "")
	}
}

// leftBehind reports whether s is what a program writes where it has no value.
func leftBehind(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case 'n', 'u', 'N', '(', '#', '[':
		switch s {
		case "null", "NULL", "(null)", "undefined", "NaN", "#N/A", "#N/D", "#REF!", "#VALUE!", "#VALEUR!", "#NAME?", "#NOM?", "#NUM!", "#NOMBRE!", "#DIV/0!",
			"#NULL!", "#NUL!", "[object Object]":
			return true
		}
	case '{':
		return strings.HasPrefix(s, "{{") && strings.HasSuffix(s, "}}")
	case '$':
		return strings.HasPrefix(s, "${") && strings.HasSuffix(s, "}")
	case '%':
		return s == "%s" || s == "%d"
	}
	return false
}

// invoiceNumber looks at the number of the invoice.
func (p *pass) invoiceNumber(s spot, value string) {
	if n := tidy(value); isDraft(n) {
		p.fail(&placeholderRule, "number", s, n, "")
	}
	p.written(s, value)
}

// isDraft reports whether s is no number of an invoice, but what programs and people write in its place: Odoo numbers a draft “/”, Dolibarr (PROV12).
func isDraft(s string) bool {
	if len(s) > 20 || s == "" {
		return false
	}
	s = strings.ToUpper(s)
	switch s {
	case "TEST", "DRAFT", "BROUILLON", "PROVISOIRE", "TODO", "TBD", "N/A", "NA", "NONE", "/", "-", "?", "???":
		return true
	}
	return onlyZeros(s) || strings.Trim(s, "X") == "" || strings.HasPrefix(s, "(PROV") && strings.HasSuffix(s, ")")
}
