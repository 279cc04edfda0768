package hygiene

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// parties looks at what identifies the seller, the buyer and the others.
func (p *pass) parties() {
	inv := p.inv
	s, b := &inv.Seller, &inv.Buyer
	for i := range s.Identifiers {
		p.identifier(nth(s, en16931.BT29, i, inv, en16931.BG4), &s.Identifiers[i])
	}
	p.identifier(at(s, en16931.BT30), &s.LegalRegistration)
	p.address(at(s, en16931.BT34), &s.ElectronicAddress)
	if c := s.Contact; c != nil {
		p.mail(at(c, en16931.BT43), c.Email)
	}
	p.vat(at(s, en16931.BT31), s.VATIdentifier)

	p.identifier(at(b, en16931.BT46), &b.Identifier)
	p.identifier(at(b, en16931.BT47), &b.LegalRegistration)
	p.address(at(b, en16931.BT49), &b.ElectronicAddress)
	if c := b.Contact; c != nil {
		p.mail(at(c, en16931.BT58), c.Email)
	}
	p.vat(at(b, en16931.BT48), b.VATIdentifier)

	if payee := inv.Payee; payee != nil {
		p.identifier(at(payee, en16931.BT60), &payee.Identifier)
		p.identifier(at(payee, en16931.BT61), &payee.LegalRegistration)
	}
	if r := inv.TaxRepresentative; r != nil {
		p.vat(at(r, en16931.BT63), r.VATIdentifier)
	}
	if d := inv.Delivery; d != nil {
		p.identifier(at(d, en16931.BT71), &d.Location)
	}
	p.companies()
}

// identifier looks at an identifier by what its scheme says it is.
func (p *pass) identifier(s spot, id *en16931.Identifier) {
	if id.Value == "" {
		return
	}
	switch id.Scheme {
	case "0002": // SIRENE, which numbers companies and establishments: many write a SIRET under it
		if c := compact(id.Value); len(c) > 10 && allDigits(c) {
			p.siret(s, id.Value)
		} else {
			p.siren(s, id.Value)
		}
	case "0231": // a VAT group, which has a SIREN
		p.siren(s, id.Value)
	case "0009":
		p.siret(s, id.Value)
	case "1": // how Chorus Pro numbers the SIRET among the kinds of identifiers
		if c := compact(id.Value); len(c) == 14 && allDigits(c) {
			p.siret(s, id.Value)
		}
	case "0088":
		p.gs1(&glnRule, s, id.Value)
	case "0223":
		p.vat(s, id.Value)
	}
}

// address looks at an electronic address.
func (p *pass) address(s spot, id *en16931.Identifier) {
	switch id.Scheme {
	case "EM":
		p.mail(s, id.Value)
	case "9957":
		p.vat(s, id.Value)
	case "0225": // of the French reform: a SIREN, and perhaps more behind a low line
		if siren, _, _ := strings.Cut(id.Value, "_"); siren != "" {
			p.siren(s, siren)
		}
	default:
		p.identifier(s, id)
	}
}

func (p *pass) siren(s spot, value string) {
	c := compact(value)
	switch {
	case c == "":
	case !allDigits(c) || len(c) != 9:
		if len(c) == 8 && allDigits(c) && passesLuhn("0"+c) {
			p.fail(&sirenRule, "zero", s, c, "0"+c)
		} else {
			p.fail(&sirenRule, "form", s, tidy(value), "")
		}
	case onlyZeros(c):
		p.fail(&placeholderRule, "zeros", s, c, "")
	case !passesLuhn(c):
		p.fail(&sirenRule, "", s, c, "")
	default:
		p.grouped(s, value, c)
	}
}

func (p *pass) siret(s spot, value string) {
	c := compact(value)
	switch {
	case c == "":
	case !allDigits(c) || len(c) != 14:
		if len(c) == 13 && allDigits(c) && passesSIRET("0"+c) {
			p.fail(&siretRule, "zero", s, c, "0"+c)
		} else {
			p.fail(&siretRule, "form", s, tidy(value), "")
		}
	case onlyZeros(c):
		p.fail(&placeholderRule, "zeros", s, c, "")
	case !passesSIRET(c):
		p.fail(&siretRule, "", s, c, "")
	case !passesLuhn(c[:9]):
		p.fail(&siretRule, "siren", s, c, "")
	default:
		p.grouped(s, value, c)
	}
}

// gs1 looks at a number of GS1, by the rule for its kind.
func (p *pass) gs1(r *row, s spot, value string) {
	c := compact(value)
	right := len(c) == 13
	if r == &gtinRule {
		right = right || len(c) == 8 || len(c) == 12 || len(c) == 14
	}
	switch {
	case c == "":
	case !right || !allDigits(c):
		p.fail(r, "form", s, tidy(value), "")
	case onlyZeros(c):
		p.fail(&placeholderRule, "zeros", s, c, "")
	case c[len(c)-1] != gs1Digit(c):
		p.fail(r, "", s, c, "", report.A("digit", string(gs1Digit(c))))
	default:
		p.grouped(s, value, c)
	}
}

// grouped notes an identifier that is right once it is written without groups and in capitals. White space around it and characters that nobody
// sees are another rule's.
func (p *pass) grouped(s spot, value, right string) {
	if value != right && tidy(value) != right {
		p.fail(&groupedRule, "", s, tidy(value), right)
	}
}

// companies compares the parties with each other and with their VAT identifiers.
func (p *pass) companies() {
	s, b := &p.inv.Seller, &p.inv.Buyer
	seller := companyOf(&s.LegalRegistration, s.Identifiers...)
	buyer := companyOf(&b.LegalRegistration, b.Identifier)
	p.ownVAT(at(s, en16931.BT31), s.VATIdentifier, seller.siren, en16931.BT30, en16931.BT29)
	p.ownVAT(at(b, en16931.BT48), b.VATIdentifier, buyer.siren, en16931.BT47, en16931.BT46)
	same, as := seller.siret, buyer.siret
	if same.number == "" && as.number == "" {
		same, as = seller.siren, buyer.siren
	}
	if same.number != "" && same.number == as.number {
		p.fail(&sameCompanyRule, "", at(b, as.in(en16931.BT47, en16931.BT46)).and(same.in(en16931.BT30, en16931.BT29)), same.number, "")
	}
}

// company is how a party is registered in France, as far as it is stated rightly.
type company struct{ siren, siret registered }

// registered is a number of a company and where it stands.
type registered struct {
	number string // "" if there is none
	other  bool   // whether it stands in another identifier than the legal registration
}

// in returns the term that a number stands in: the legal registration or the other identifier.
func (r registered) in(legal, other en16931.Term) en16931.Term {
	if r.other {
		return other
	}
	return legal
}

func companyOf(legal *en16931.Identifier, others ...en16931.Identifier) company {
	var c company
	for i := -1; i < len(others); i++ {
		id := legal
		if i >= 0 {
			id = &others[i]
		}
		switch id.Scheme {
		case "0002", "0009", "1":
		default:
			continue
		}
		n := compact(id.Value)
		if len(n) != 9 && len(n) != 14 || !allDigits(n) || onlyZeros(n) || !passesLuhn(n[:9]) {
			continue
		}
		if c.siren.number == "" {
			c.siren = registered{n[:9], i >= 0}
		}
		if len(n) == 14 && c.siret.number == "" && passesSIRET(n) {
			c.siret = registered{n, i >= 0}
		}
	}
	return c
}

// ownVAT compares the SIREN in a right French VAT identifier with that of its party, which stands in one of two terms.
func (p *pass) ownVAT(s spot, value string, siren registered, legal, other en16931.Term) {
	c := compact(value)
	if siren.number == "" || !isFrenchVAT(c) || !keyFits(c) || strings.HasPrefix(c[4:], monaco) || onlyZeros(c[4:]) || c[4:] == siren.number || p.vatGroup() {
		return
	}
	stated := siren.in(legal, other)
	p.fail(&otherCompanyRule, "", s.and(stated), c, frenchVAT(siren.number),
		report.A("siren", c[4:]), report.A("stated", siren.number), report.A("other", stated.String()))
}

// vatGroup reports whether the seller says that it belongs to a VAT group, by an identifier of it or in the words that the law wants.
func (p *pass) vatGroup() bool {
	for i := range p.inv.Seller.Identifiers {
		if p.inv.Seller.Identifiers[i].Scheme == "0231" {
			return true
		}
	}
	for _, n := range p.inv.Notes {
		if saysVATGroup(n.Text) {
			return true
		}
	}
	return saysVATGroup(p.inv.Seller.LegalInformation)
}

func saysVATGroup(text string) bool {
	if len(text) > maxNote {
		text = text[:maxNote]
	}
	text = strings.ToLower(strings.ReplaceAll(text, "_", " "))
	return strings.Contains(text, "assujetti unique")
}

// maxNote bounds how much of a note is read.
const maxNote = 10_000
