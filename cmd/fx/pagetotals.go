package main

import (
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// adjustments prints the allowances and charges of the whole invoice.
func (p *page) adjustments() {
	inv := p.inv
	if len(inv.Allowances)+len(inv.Charges) == 0 {
		return
	}
	p.title(p.inCurrency(report.Text{EN: "allowances and charges", FR: "remises et frais"}), en16931.BG20, en16931.BG21)
	var g grid
	for _, a := range inv.Allowances {
		g.vat = max(g.vat, cells(p.vatCell(a.VATCategory, a.VATRate)))
		g.amount = max(g.amount, cells(p.amount(minus(a.Amount))))
	}
	for _, c := range inv.Charges {
		g.vat = max(g.vat, cells(p.vatCell(c.VATCategory, c.VATRate)))
		g.amount = max(g.amount, cells(p.amount(c.Amount)))
	}
	for _, a := range inv.Allowances {
		p.adjustment(g, labelAllowance, reasonText(p.lang, a.Reason, a.ReasonCode, reductions), p.share(a.Percentage, a.Base), p.vatCell(a.VATCategory, a.VATRate), minus(a.Amount))
	}
	for _, c := range inv.Charges {
		p.adjustment(g, labelCharge, reasonText(p.lang, c.Reason, c.ReasonCode, surcharges), p.share(c.Percentage, c.Base), p.vatCell(c.VATCategory, c.VATRate), c.Amount)
	}
}

// vatBreakdown prints the VAT by category and rate.
func (p *page) vatBreakdown() {
	if len(p.inv.VATBreakdown) == 0 {
		return
	}
	p.title(p.inCurrency(report.Text{EN: "VAT", FR: "TVA"}), en16931.BG23)
	heads := [4]report.Text{{EN: "category", FR: "catégorie"}, {EN: "rate", FR: "taux"}, {EN: "taxable", FR: "base HT"}, {EN: "VAT", FR: "TVA"}}
	ids := [4]string{"BT-118", "BT-119", "BT-116", "BT-117"}
	var width [4]int
	rows := make([][4]string, 0, len(p.inv.VATBreakdown)+2)
	add := func(r [4]string) {
		rows = append(rows, r)
		for i, s := range r {
			width[i] = max(width[i], cells(s))
		}
	}
	add([4]string{p.say(heads[0]), p.say(heads[1]), p.say(heads[2]), p.say(heads[3])})
	if p.full {
		add(ids)
	}
	first := len(rows)
	for _, v := range p.inv.VATBreakdown {
		c := trimmed(v.Category)
		name := oneLine(string(c), 12)
		if t, ok := vat[c]; ok {
			name += "  " + p.say(t)
		}
		add([4]string{name, p.percent(v.Rate), p.amount(v.TaxableAmount), p.amount(v.TaxAmount)})
	}
	room := max(p.width-2-width[1]-width[2]-width[3]-3*gap, width[0])
	space := strings.Repeat(" ", gap)
	for i, r := range rows {
		s := "  " + left(r[0], room) + space + right(r[1], width[1]) + space + right(r[2], width[2]) + space + right(r[3], width[3])
		if i < first {
			p.line(p.paint(dim, s))
			continue
		}
		p.line(s)
		v := p.inv.VATBreakdown[i-first]
		why := join(" ", v.ExemptionReason, parens(string(v.ExemptionReasonCode)))
		numbers := p.numbers(terms(en16931.BT120, en16931.BT121))
		lines := wrap(why, room-3-cells(numbers))
		for n, l := range lines {
			if n == len(lines)-1 {
				l += numbers
			}
			p.line("     " + p.paint(dim, l))
		}
	}
}

func parens(s string) string {
	if s == "" {
		return ""
	}
	return "(" + s + ")"
}

// total is one of the sums of the invoice.
type total struct {
	label    report.Text
	amount   en16931.Amount
	term     en16931.Term
	required bool
	strong   bool
	currency en16931.Code
}

// totals prints the sums at the right side of the page.
func (p *page) totals() {
	t, c := &p.inv.Totals, p.inv.Currency
	all := []total{
		{label: report.Text{EN: "sum of lines", FR: "total des lignes HT"}, amount: t.Lines, term: en16931.BT106, currency: c},
		{label: report.Text{EN: "allowances", FR: "remises"}, amount: minus(t.Allowances), term: en16931.BT107, currency: c},
		{label: report.Text{EN: "charges", FR: "frais"}, amount: t.Charges, term: en16931.BT108, currency: c},
		{label: report.Text{EN: "total without VAT", FR: "total HT"}, amount: t.WithoutVAT, term: en16931.BT109, required: true, currency: c},
		{label: report.Text{EN: "VAT", FR: "TVA"}, amount: t.VAT, term: en16931.BT110, currency: c},
		{label: report.Text{EN: "VAT in accounting currency", FR: "TVA en devise comptable"}, amount: t.VATInAccountingCurrency, term: en16931.BT111, currency: p.inv.VATAccountingCurrency},
		{label: report.Text{EN: "total with VAT", FR: "total TTC"}, amount: t.WithVAT, term: en16931.BT112, required: true, currency: c},
		{label: report.Text{EN: "paid", FR: "déjà payé"}, amount: minus(t.Paid), term: en16931.BT113, currency: c},
		{label: report.Text{EN: "rounding", FR: "arrondi"}, amount: t.Rounding, term: en16931.BT114, currency: c},
		{label: report.Text{EN: "amount due", FR: "net à payer"}, amount: t.Due, term: en16931.BT115, required: true, strong: true, currency: c},
	}
	var shown []total
	label, amount := 0, 0
	for _, t := range all {
		if t.amount.Absent() && !t.required {
			continue
		}
		shown = append(shown, t)
		label = max(label, cells(p.say(t.label)+p.numbers(terms(t.term))))
		amount = max(amount, cells(p.money(t.amount, t.currency)))
	}
	p.title(report.Text{EN: "totals", FR: "totaux"}, en16931.BG22)
	amount = max(amount, cells(p.say(wordMissing)))
	for _, t := range shown {
		text, style := p.money(t.amount, t.currency), ""
		if t.amount.Absent() {
			text, style = p.say(wordMissing), yellow
		} else if t.strong {
			style = bold
		}
		name := p.say(t.label)
		if t.strong {
			name = p.paint(bold, name)
		}
		lead := strings.Repeat(" ", max(p.width-label-3-amount, 2))
		fill := strings.Repeat(" ", label-cells(p.say(t.label)+p.numbers(terms(t.term)))+3+amount-cells(text))
		if style != "" {
			text = p.paint(style, text)
		}
		p.line(lead + name + p.paint(dim, p.numbers(terms(t.term))) + fill + text)
	}
}

// payment prints how to pay.
func (p *page) payment() {
	inv := p.inv
	rows := []row{{label: report.Text{EN: "due", FR: "échéance"}, value: p.date(inv.DueDate), terms: terms(en16931.BT9)}}
	if pay := inv.Payment; pay != nil {
		rows = append(rows,
			row{label: report.Text{EN: "means", FR: "moyen"}, value: join(" · ", means.named(p.lang, trimmed(pay.MeansCode)), pay.MeansText), terms: terms(en16931.BT81, en16931.BT82)},
			row{label: report.Text{EN: "reference to repeat", FR: "référence à rappeler"}, value: pay.Remittance, terms: terms(en16931.BT83)})
		for _, t := range pay.CreditTransfers {
			rows = append(rows,
				row{label: report.Text{EN: "account", FR: "compte"}, value: t.Account, terms: terms(en16931.BT84)},
				row{label: report.Text{EN: "account name", FR: "titulaire"}, value: t.AccountName, terms: terms(en16931.BT85)},
				row{label: report.Text{EN: "bank", FR: "banque"}, value: t.ServiceProvider, terms: terms(en16931.BT86)})
		}
		if c := pay.Card; c != nil {
			rows = append(rows,
				row{label: report.Text{EN: "card", FR: "carte"}, value: c.Number, terms: terms(en16931.BT87)},
				row{label: report.Text{EN: "card holder", FR: "porteur de la carte"}, value: c.Holder, terms: terms(en16931.BT88)})
		}
		if d := pay.DirectDebit; d != nil {
			rows = append(rows,
				row{label: report.Text{EN: "mandate", FR: "mandat"}, value: d.Mandate, terms: terms(en16931.BT89)},
				row{label: report.Text{EN: "creditor", FR: "créancier (ICS)"}, value: d.Creditor, terms: terms(en16931.BT90)},
				row{label: report.Text{EN: "debited account", FR: "compte débité"}, value: d.DebitedAccount, terms: terms(en16931.BT91)})
		}
	}
	rows = append(rows, row{label: report.Text{EN: "terms", FR: "conditions"}, value: inv.PaymentTerms, terms: terms(en16931.BT20)})
	p.rows(report.Text{EN: "payment", FR: "paiement"}, rows)
}

// attachments prints the documents that go with the invoice.
func (p *page) attachments() {
	if len(p.inv.SupportingDocuments) == 0 {
		return
	}
	p.title(report.Text{EN: "supporting documents", FR: "pièces jointes et justificatifs"}, en16931.BG24)
	for _, d := range p.inv.SupportingDocuments {
		name := join(" · ", d.Reference, d.Description)
		if a := d.Attachment; !a.Absent() {
			size := p.say(report.Text{EN: "not readable", FR: "illisible"})
			if a.Readable() {
				size = sizeText(bytesIn(a.Base64())).In(p.lang)
			}
			name = join(" · ", name, a.Filename, a.MIME, size)
		}
		lead := "  "
		for i, l := range wrap(join(" · ", name, d.Location), p.width-4) {
			if i > 0 {
				lead = "    "
			}
			p.line(lead + l)
		}
	}
}

// bytesIn returns how many bytes a base64 text stands for, without decoding it.
func bytesIn(base64 string) int64 {
	n := int64(0)
	for i := range len(base64) {
		switch base64[i] {
		case ' ', '\n', '\r', '\t', '=':
		default:
			n++
		}
	}
	return n * 3 / 4
}

// sizeText writes a number of bytes for people, with three digits at most.
func sizeText(n int64) report.Text {
	if n < 1000 {
		return report.Plural(int(n), report.Text{EN: "{n}\u00a0byte", FR: "{n}\u00a0octet"}, report.Text{EN: "{n}\u00a0bytes", FR: "{n}\u00a0octets"})
	}
	size, unit := float64(n)/1024, 0
	for ; size >= 1000 && unit < 3; unit++ {
		size /= 1024
	}
	text := strconv.FormatFloat(size, 'f', 1, 64)
	if size >= 9.95 {
		text = strconv.FormatFloat(size, 'f', 0, 64)
	}
	number := report.A("n", report.Number(strings.TrimSuffix(text, ".0")))
	prefix := [...]string{"k", "M", "G", "T"}[unit]
	return report.Text{EN: "{n}\u00a0" + prefix + "B", FR: "{n}\u00a0" + prefix + "o"}.With(number)
}
