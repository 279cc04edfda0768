package main

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// block is a party or an address, to stand beside another.
type block struct {
	title report.Text
	lines []blockLine
}

// blockLine is something to say in a block, wrapped when it is printed.
type blockLine struct {
	text  string
	style string
	hang  bool // further lines are indented
}

// parties prints the parties and the place of delivery, two beside each other.
func (p *page) parties() {
	inv := p.inv
	blocks := []block{p.seller(), p.buyer()}
	if inv.Payee != nil {
		blocks = append(blocks, p.payee(inv.Payee))
	}
	if inv.TaxRepresentative != nil {
		blocks = append(blocks, p.taxRepresentative(inv.TaxRepresentative))
	}
	if inv.Delivery != nil {
		if b := p.delivery(inv.Delivery); len(b.lines) > 0 {
			blocks = append(blocks, b)
		}
	}
	for i := 0; i < len(blocks); i += 2 {
		if i+1 < len(blocks) {
			p.beside(blocks[i], blocks[i+1])
		} else {
			p.beside(blocks[i], block{})
		}
	}
}

// beside prints two blocks beside each other; b may be empty, then a has the width of the page.
func (p *page) beside(a, b block) {
	const gap = 3
	columns := (p.width - 2 - gap) / 2
	if b.title.IsZero() {
		columns = p.width - 2
	}
	p.line("")
	head := func(b block) string {
		return p.paint(bold, strings.ToUpper(p.say(b.title)))
	}
	p.line(head(a) + strings.Repeat(" ", columns+gap-cells(p.say(a.title))) + head(b))
	as, bs := p.wrapBlock(a, columns), p.wrapBlock(b, columns)
	for i := range max(len(as), len(bs)) {
		var l, r blockLine
		if i < len(as) {
			l = as[i]
		}
		if i < len(bs) {
			r = bs[i]
		}
		p.line("  " + p.paint(l.style, l.text) + strings.Repeat(" ", columns+gap-cells(l.text)) + p.paint(r.style, r.text))
	}
}

func (p *page) wrapBlock(b block, columns int) []blockLine {
	var all []blockLine
	for _, l := range b.lines {
		indent := ""
		lines := wrap(l.text, columns)
		if l.hang && len(lines) > 1 {
			lines = wrap(l.text, columns-2)
		}
		for i, s := range lines {
			if i > 0 && l.hang {
				indent = "  "
			}
			all = append(all, blockLine{text: indent + s, style: l.style})
		}
	}
	return all
}

// name adds the name of a party, or that it is missing.
func (b *block) name(p *page, name string, required bool, t en16931.Term) {
	switch {
	case strings.TrimSpace(name) != "":
		b.lines = append(b.lines, blockLine{text: name + p.numbers(terms(t)), style: bold})
	case required:
		b.lines = append(b.lines, blockLine{text: p.say(wordMissing) + p.numbers(terms(t)), style: yellow})
	}
}

// text adds a text as it stands.
func (b *block) text(p *page, s string, t ...en16931.Term) {
	if strings.TrimSpace(s) != "" {
		b.lines = append(b.lines, blockLine{text: s + p.numbers(t)})
	}
}

// field adds a value with what it is.
func (b *block) field(p *page, label report.Text, s string, t ...en16931.Term) {
	if strings.TrimSpace(s) != "" {
		b.lines = append(b.lines, blockLine{text: p.say(label) + p.say(wordColon) + s + p.numbers(t), hang: true})
	}
}

// identifier adds an identifier under the name of its scheme, or under label where that is not known.
func (b *block) identifier(p *page, label report.Text, id en16931.Identifier, t ...en16931.Term) {
	if scheme, ok := schemes[en16931.Code(strings.TrimSpace(id.Scheme))]; ok && id.Scheme != "EM" {
		b.field(p, report.Text{EN: capital(scheme.EN), FR: capital(scheme.FR)}, id.Value, t...)
		return
	}
	b.field(p, label, p.identifier(id), t...)
}

// address is a postal address, whoever's it is.
type address struct {
	line1, line2, line3, city, postCode, subdivision string
	country                                          en16931.Code
	group                                            en16931.Term
}

func (b *block) address(p *page, a address) {
	var lines []string
	for _, s := range []string{a.line1, a.line2, a.line3, join(" ", a.postCode, a.city), a.subdivision} {
		if strings.TrimSpace(s) != "" {
			lines = append(lines, s)
		}
	}
	if c := trimmed(a.country); c != "" {
		lines = append(lines, countries.named(p.lang, c))
	}
	for i, l := range lines {
		if i == len(lines)-1 {
			l += p.numbers(terms(a.group))
		}
		b.lines = append(b.lines, blockLine{text: l})
	}
}

var (
	labelID        = report.Text{EN: "Identifier", FR: "Identifiant"}
	labelLegal     = report.Text{EN: "Registration", FR: "Immatriculation"}
	labelVAT       = report.Text{EN: "VAT no.", FR: "N° de TVA"}
	labelEndpoint  = report.Text{EN: "E-address", FR: "Adresse électronique"}
	labelContact   = report.Text{EN: "Contact", FR: "Contact"}
	labelPhone     = report.Text{EN: "Phone", FR: "Tél."}
	labelMail      = report.Text{EN: "E-mail", FR: "Courriel"}
	labelTradeName = report.Text{EN: "Trading name", FR: "Nom commercial"}
)

func (p *page) seller() block {
	s := &p.inv.Seller
	b := block{title: report.Text{EN: "seller", FR: "vendeur"}}
	b.name(p, s.Name, true, en16931.BT27)
	b.field(p, labelTradeName, s.TradingName, en16931.BT28)
	a := s.Address
	b.address(p, address{a.Line1, a.Line2, a.Line3, a.City, a.PostCode, a.Subdivision, a.Country, en16931.BG5})
	b.identifier(p, labelLegal, s.LegalRegistration, en16931.BT30)
	for _, id := range s.Identifiers {
		b.identifier(p, labelID, id, en16931.BT29)
	}
	b.field(p, labelVAT, s.VATIdentifier, en16931.BT31)
	b.field(p, report.Text{EN: "Tax no.", FR: "N° fiscal"}, s.TaxRegistration, en16931.BT32)
	b.endpoint(p, s.ElectronicAddress, en16931.BT34)
	if c := s.Contact; c != nil {
		b.field(p, labelContact, c.Name, en16931.BT41)
		b.field(p, labelPhone, c.Telephone, en16931.BT42)
		b.field(p, labelMail, c.Email, en16931.BT43)
	}
	b.text(p, s.LegalInformation, en16931.BT33)
	return b
}

func (p *page) buyer() block {
	s := &p.inv.Buyer
	b := block{title: report.Text{EN: "buyer", FR: "acheteur"}}
	b.name(p, s.Name, true, en16931.BT44)
	b.field(p, labelTradeName, s.TradingName, en16931.BT45)
	a := s.Address
	b.address(p, address{a.Line1, a.Line2, a.Line3, a.City, a.PostCode, a.Subdivision, a.Country, en16931.BG8})
	b.identifier(p, labelLegal, s.LegalRegistration, en16931.BT47)
	b.identifier(p, labelID, s.Identifier, en16931.BT46)
	b.field(p, labelVAT, s.VATIdentifier, en16931.BT48)
	b.endpoint(p, s.ElectronicAddress, en16931.BT49)
	if c := s.Contact; c != nil {
		b.field(p, labelContact, c.Name, en16931.BT56)
		b.field(p, labelPhone, c.Telephone, en16931.BT57)
		b.field(p, labelMail, c.Email, en16931.BT58)
	}
	return b
}

// endpoint adds an electronic address, with its scheme as it stands: the two together are the address.
func (b *block) endpoint(p *page, id en16931.Identifier, t en16931.Term) {
	value := id.Value
	if scheme := strings.TrimSpace(id.Scheme); scheme != "" && scheme != "EM" {
		value = scheme + ":" + value
	}
	b.field(p, labelEndpoint, value, t)
}

func (p *page) payee(s *en16931.Payee) block {
	b := block{title: report.Text{EN: "payee", FR: "bénéficiaire du paiement"}}
	b.name(p, s.Name, false, en16931.BT59)
	b.identifier(p, labelLegal, s.LegalRegistration, en16931.BT61)
	b.identifier(p, labelID, s.Identifier, en16931.BT60)
	return b
}

func (p *page) taxRepresentative(s *en16931.TaxRepresentative) block {
	b := block{title: report.Text{EN: "tax representative", FR: "représentant fiscal"}}
	b.name(p, s.Name, false, en16931.BT62)
	a := s.Address
	b.address(p, address{a.Line1, a.Line2, a.Line3, a.City, a.PostCode, a.Subdivision, a.Country, en16931.BG12})
	b.field(p, labelVAT, s.VATIdentifier, en16931.BT63)
	return b
}

func (p *page) delivery(s *en16931.Delivery) block {
	b := block{title: report.Text{EN: "delivery", FR: "livraison"}}
	b.name(p, s.Name, false, en16931.BT70)
	if a := s.Address; a != nil {
		b.address(p, address{a.Line1, a.Line2, a.Line3, a.City, a.PostCode, a.Subdivision, a.Country, en16931.BG15})
	}
	b.identifier(p, labelID, s.Location, en16931.BT71)
	b.field(p, report.Text{EN: "Date", FR: "Date"}, p.date(s.Date), en16931.BT72)
	if s.Period != nil {
		b.field(p, report.Text{EN: "Period", FR: "Période"}, p.period(s.Period.Start, s.Period.End), en16931.BT73, en16931.BT74)
	}
	return b
}
