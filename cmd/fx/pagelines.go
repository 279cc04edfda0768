package main

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// grid is where the columns of the lines stand: number, item, quantity, price, VAT, net amount.
type grid struct{ id, item, quantity, price, vat, amount int }

// gap is the space between two columns.
const gap = 2

// cellsOfLine are the short cells of a line.
type cellsOfLine struct{ id, quantity, price, vat, amount string }

func (p *page) cellsOf(l *en16931.Line) cellsOfLine {
	c := cellsOfLine{
		id:     oneLine(l.ID, 10),
		price:  p.amount(l.Price.Net),
		vat:    p.vatCell(l.VAT.Category, l.VAT.Rate),
		amount: p.amount(l.NetAmount),
	}
	if !l.Quantity.Absent() {
		c.quantity = p.quantity(l.Quantity, l.Unit)
	}
	return c
}

// quantity formats a quantity with its unit.
func (p *page) quantity(q en16931.Decimal, unit en16931.Code) string {
	return join("\u00a0", p.short(q), oneLine(units.or(p.lang, trimmed(unit)), 12))
}

// vatCell formats category and rate; the standard rate needs no name.
func (p *page) vatCell(category en16931.Code, rate en16931.Decimal) string {
	c := trimmed(category)
	if c == "S" && !rate.Absent() {
		return p.percent(rate)
	}
	if rate.Sign() == 0 && c != "" && rate.Readable() {
		return oneLine(string(c), 6)
	}
	return join("\u00a0", oneLine(string(c), 6), p.percent(rate))
}

var lineHeads = [6]report.Text{
	{EN: "no.", FR: "n°"}, {EN: "item", FR: "désignation"}, {EN: "quantity", FR: "quantité"}, {EN: "net price", FR: "prix net"}, {EN: "VAT", FR: "TVA"}, {EN: "net amount", FR: "montant HT"},
}

var lineTerms = [6]string{"BT-126", "BT-153", "BT-129", "BT-146", "BT-152", "BT-131"}

// gridOf finds the widths that the cells of all lines need; the item has the rest.
func (p *page) gridOf() grid {
	var g grid
	grow := func(n *int, s string) { *n = max(*n, cells(s)) }
	for _, l := range p.inv.Lines {
		c := p.cellsOf(l)
		grow(&g.id, c.id)
		grow(&g.quantity, c.quantity)
		grow(&g.price, c.price)
		grow(&g.vat, c.vat)
		grow(&g.amount, c.amount)
	}
	for i, n := range []*int{&g.id, nil, &g.quantity, &g.price, &g.vat, &g.amount} {
		if n != nil {
			grow(n, p.say(lineHeads[i]))
			if p.full {
				grow(n, lineTerms[i])
			}
		}
	}
	g.quantity, g.price, g.amount = min(g.quantity, 16), min(g.price, 16), min(g.amount, 18)
	g.item = max(p.width-2-g.id-g.quantity-g.price-g.vat-g.amount-5*gap, 16)
	return g
}

func (p *page) row(g grid, id, item, quantity, price, vat, amount string) string {
	space := strings.Repeat(" ", gap)
	return "  " + left(id, g.id) + space + left(item, g.item) + space + right(quantity, g.quantity) + space + right(price, g.price) + space +
		right(vat, g.vat) + space + right(amount, g.amount)
}

// lines prints the invoice lines as a table; what does not fit into a column stands below its line.
func (p *page) lines() {
	if len(p.inv.Lines) == 0 {
		return
	}
	p.title(p.inCurrency(report.Text{EN: "lines", FR: "lignes"}), en16931.BG25)
	g := p.gridOf()
	var head [6]string
	for i, t := range lineHeads {
		head[i] = p.say(t)
	}
	p.line(p.paint(dim, p.row(g, head[0], head[1], head[2], head[3], head[4], head[5])))
	if p.full {
		h := lineTerms
		p.line(p.paint(dim, p.row(g, h[0], h[1], h[2], h[3], h[4], h[5])))
	}
	for _, l := range p.inv.Lines {
		c := p.cellsOf(l)
		item := wrap(l.Item.Name, g.item)
		if len(item) == 0 {
			item = []string{""}
		}
		p.line(p.row(g, c.id, item[0], c.quantity, c.price, c.vat, c.amount))
		for _, s := range item[1:] {
			p.line(p.row(g, "", s, "", "", "", ""))
		}
		p.lineDetails(g, l)
	}
}

// inCurrency adds the currency of the invoice to a title.
func (p *page) inCurrency(t report.Text) report.Text {
	if p.inv.Currency == "" {
		return t
	}
	c := oneLine(string(p.inv.Currency), 12)
	return report.Text{EN: t.EN + " (" + c + ")", FR: t.FR + " (" + c + ")"}
}

// lineDetails prints what a line has beyond its row.
func (p *page) lineDetails(g grid, l *en16931.Line) {
	it := &l.Item
	indent := strings.Repeat(" ", 2+g.id+gap)
	columns := p.width - len(indent) - g.amount - gap
	say := func(label report.Text, value string, t ...en16931.Term) {
		if strings.TrimSpace(value) == "" {
			return
		}
		if !label.IsZero() {
			value = p.say(label) + p.say(wordColon) + value
		}
		numbers := p.numbers(t)
		lines := wrap(value, columns-cells(numbers))
		lines[len(lines)-1] += numbers
		for _, s := range lines {
			p.line(indent + p.paint(dim, s))
		}
	}
	say(report.Text{}, it.Description, en16931.BT154)
	say(report.Text{EN: "note", FR: "note"}, l.Note, en16931.BT127)
	if l.Period != nil {
		say(report.Text{EN: "period", FR: "période"}, p.period(l.Period.Start, l.Period.End), en16931.BG26)
	}
	say(report.Text{EN: "price", FR: "prix"}, p.priceDetails(&l.Price), en16931.BG29)
	ids, idTerms := p.itemIdentifiers(it)
	say(report.Text{}, ids, idTerms...)
	for _, id := range it.Classifications {
		say(report.Text{EN: "class", FR: "classification"}, p.identifier(id), en16931.BT158)
	}
	if c := trimmed(it.OriginCountry); c != "" {
		say(report.Text{EN: "origin", FR: "origine"}, countries.named(p.lang, c), en16931.BT159)
	}
	for _, a := range it.Attributes {
		name := a.Name
		if strings.TrimSpace(name) == "" {
			name = "?"
		}
		say(report.Text{}, name+p.say(wordColon)+a.Value, en16931.BG32)
	}
	say(report.Text{EN: "order line", FR: "ligne de commande"}, l.OrderLine, en16931.BT132)
	say(report.Text{EN: "object", FR: "objet"}, p.identifier(l.Object), en16931.BT128)
	say(report.Text{EN: "buyer's account", FR: "imputation de l'acheteur"}, l.BuyerAccounting, en16931.BT133)
	for _, a := range l.Allowances {
		p.adjustment(g, labelAllowance, reasonText(p.lang, a.Reason, a.ReasonCode, reductions), p.share(a.Percentage, a.Base), "", minus(a.Amount), en16931.BG27)
	}
	for _, c := range l.Charges {
		p.adjustment(g, labelCharge, reasonText(p.lang, c.Reason, c.ReasonCode, surcharges), p.share(c.Percentage, c.Base), "", c.Amount, en16931.BG28)
	}
}

// priceDetails says how a price is made, where there is more to it than a net price for one unit.
func (p *page) priceDetails(pr *en16931.Price) string {
	var parts []string
	one := en16931.NewDecimal(1, 0)
	if !pr.Gross.Absent() && (!pr.Gross.Equal(pr.Net.Decimal) || !pr.Discount.Absent() && pr.Discount.Sign() != 0) {
		parts = append(parts, p.say(report.Text{EN: "gross {n}", FR: "brut {n}"}, report.A("n", p.amount(pr.Gross))))
	}
	if !pr.Discount.Absent() && pr.Discount.Sign() != 0 {
		parts = append(parts, p.say(report.Text{EN: "discount {n}", FR: "rabais {n}"}, report.A("n", p.amount(pr.Discount))))
	}
	if !pr.BaseQuantity.Absent() && !pr.BaseQuantity.Equal(one) {
		parts = append(parts, p.say(report.Text{EN: "for {q}", FR: "pour {q}"}, report.A("q", p.quantity(pr.BaseQuantity, pr.BaseUnit))))
	}
	return strings.Join(parts, ", ")
}

// itemIdentifiers returns the identifiers of an item, and the terms that they are.
func (p *page) itemIdentifiers(it *en16931.Item) (string, []en16931.Term) {
	var parts []string
	var found []en16931.Term
	add := func(label report.Text, value string, t en16931.Term) {
		if strings.TrimSpace(value) != "" {
			parts, found = append(parts, p.say(label)+" "+value), append(found, t)
		}
	}
	add(report.Text{EN: "seller ref.", FR: "réf. vendeur"}, it.SellerID, en16931.BT155)
	add(report.Text{EN: "buyer ref.", FR: "réf. acheteur"}, it.BuyerID, en16931.BT156)
	add(report.Text{EN: "standard ref.", FR: "réf. normalisée"}, p.identifier(it.StandardID), en16931.BT157)
	return strings.Join(parts, ", "), found
}

var (
	labelAllowance = report.Text{EN: "allowance", FR: "remise"}
	labelCharge    = report.Text{EN: "charge", FR: "frais"}
)

// share says what an allowance or a charge was computed from: "10% of 600.00".
func (p *page) share(percentage en16931.Decimal, base en16931.Amount) string {
	switch {
	case percentage.Absent() && base.Absent():
		return ""
	case percentage.Absent():
		return p.say(report.Text{EN: "on {n}", FR: "sur {n}"}, report.A("n", p.amount(base)))
	case base.Absent():
		return p.percent(percentage)
	}
	return p.say(report.Text{EN: "{p} of {n}", FR: "{p} de {n}"}, report.A("p", p.percent(percentage)), report.A("n", p.amount(base)))
}

// reasonText is the reason of an allowance or a charge in the words of the invoice, or those of its code.
func reasonText(lang report.Lang, reason string, code en16931.Code, list words) string {
	if strings.TrimSpace(reason) != "" {
		return reason
	}
	return list.or(lang, trimmed(code))
}

// minus returns an amount as it counts in a sum that it is taken from. One that is no number stays as it is.
func minus(a en16931.Amount) en16931.Amount {
	if a.Readable() {
		a.Decimal = a.Decimal.Neg()
	}
	return a
}

// adjustment prints an allowance or a charge with its amount in the column of amounts.
func (p *page) adjustment(g grid, label report.Text, why, share, vat string, amount en16931.Amount, t ...en16931.Term) {
	indent := strings.Repeat(" ", 2+g.id+gap)
	if g.id == 0 {
		indent = "  "
	}
	text := p.say(label)
	if why = strings.TrimSpace(why); why != "" {
		text += p.say(wordColon) + why
	}
	if share != "" {
		text += " (" + share + ")"
	}
	tail := right(p.amount(amount), g.amount)
	if g.vat > 0 {
		tail = right(vat, g.vat) + strings.Repeat(" ", gap) + tail
	}
	columns := p.width - cells(indent) - cells(tail) - gap
	lines := wrap(text+p.numbers(t), columns)
	for i, s := range lines {
		if i == 0 {
			p.line(indent + left(s, columns) + strings.Repeat(" ", gap) + tail)
			continue
		}
		p.line(indent + s)
	}
}
