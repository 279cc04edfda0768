package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// head prints what kind of invoice this is, its number, what is due, and its dates.
func (p *page) head() {
	inv := p.inv
	kind := kinds.or(p.lang, trimmed(inv.TypeCode))
	if _, ok := kinds[trimmed(inv.TypeCode)]; !ok {
		kind = kinds.or(p.lang, "380")
	}
	title := strings.ToUpper(kind) + " " + oneLine(inv.Number, p.width/2)
	due := p.money(inv.Totals.Due, inv.Currency)
	gap := strings.Repeat(" ", max(p.width-cells(title)-cells(due), 2))
	p.line(p.paint(bold, title) + gap + p.paint(bold, due))
	p.line(p.paint(dim, strings.Repeat("─", p.width)))
	var rows []row
	if p.full || strings.TrimSpace(inv.Number) == "" { // else the title has said it
		rows = append(rows, row{label: report.Text{EN: "number", FR: "numéro"}, value: inv.Number, terms: terms(en16931.BT1), missing: true})
	}
	p.rows(report.Text{}, append(rows, []row{
		{label: report.Text{EN: "date", FR: "date"}, value: p.date(inv.IssueDate), terms: terms(en16931.BT2), missing: true},
		{label: report.Text{EN: "due", FR: "échéance"}, value: p.date(inv.DueDate), terms: terms(en16931.BT9)},
		{label: report.Text{EN: "type", FR: "type"}, value: kinds.named(p.lang, trimmed(inv.TypeCode)), terms: terms(en16931.BT3)},
		{label: report.Text{EN: "currency", FR: "devise"}, value: string(inv.Currency), terms: terms(en16931.BT5)},
		{label: report.Text{EN: "currency of VAT", FR: "devise de la TVA"}, value: string(inv.VATAccountingCurrency), terms: terms(en16931.BT6)},
		{label: report.Text{EN: "VAT falls due", FR: "exigibilité de la TVA"}, value: p.date(inv.TaxPointDate), terms: terms(en16931.BT7)},
		{label: report.Text{EN: "VAT falls due", FR: "exigibilité de la TVA"}, value: taxPoints.named(p.lang, trimmed(inv.TaxPointDateCode)), terms: terms(en16931.BT8)},
		{label: report.Text{EN: "format", FR: "format"}, value: strings.ToUpper(p.doc.Syntax) + " · " + p.doc.Profile},
		{label: report.Text{EN: "specification", FR: "spécification"}, value: inv.Process.Specification, terms: terms(en16931.BT24)},
		{label: report.Text{EN: "process", FR: "processus"}, value: inv.Process.BusinessProcess, terms: terms(en16931.BT23)},
		{label: report.Text{EN: "file", FR: "fichier"}, value: p.say(bare, report.A("v", fileName(p.name)))},
	}...))
}

// trimmed returns a code as the lists have it.
func trimmed(c en16931.Code) en16931.Code { return en16931.Code(strings.TrimSpace(string(c))) }

// references prints the documents and names that the invoice refers to.
func (p *page) references() {
	inv := p.inv
	rows := []row{
		{label: report.Text{EN: "buyer reference", FR: "référence de l'acheteur"}, value: inv.BuyerReference, terms: terms(en16931.BT10)},
		{label: report.Text{EN: "purchase order", FR: "commande (engagement)"}, value: inv.PurchaseOrderReference, terms: terms(en16931.BT13)},
		{label: report.Text{EN: "sales order", FR: "commande du vendeur"}, value: inv.SalesOrderReference, terms: terms(en16931.BT14)},
		{label: report.Text{EN: "contract", FR: "contrat (marché)"}, value: inv.ContractReference, terms: terms(en16931.BT12)},
		{label: report.Text{EN: "project", FR: "projet"}, value: inv.ProjectReference, terms: terms(en16931.BT11)},
		{label: report.Text{EN: "tender or lot", FR: "appel d'offres ou lot"}, value: inv.TenderReference, terms: terms(en16931.BT17)},
		{label: report.Text{EN: "receiving advice", FR: "avis de réception"}, value: inv.ReceivingAdvice, terms: terms(en16931.BT15)},
		{label: report.Text{EN: "despatch advice", FR: "avis d'expédition"}, value: inv.DespatchAdvice, terms: terms(en16931.BT16)},
		{label: report.Text{EN: "invoiced object", FR: "objet facturé"}, value: p.identifier(inv.InvoicedObject), terms: terms(en16931.BT18)},
		{label: report.Text{EN: "buyer's account", FR: "imputation de l'acheteur"}, value: inv.BuyerAccounting, terms: terms(en16931.BT19)},
	}
	for _, ref := range inv.PrecedingInvoices {
		value := ref.Number
		if !ref.IssueDate.Absent() {
			value = join(" ", value, p.say(report.Text{EN: "of {d}", FR: "du {d}"}, report.A("d", p.date(ref.IssueDate))))
		}
		rows = append(rows, row{label: report.Text{EN: "preceding invoice", FR: "facture antérieure"}, value: value, terms: terms(en16931.BT25, en16931.BT26)})
	}
	p.rows(report.Text{EN: "references", FR: "références"}, rows)
}

// notes prints the texts for the whole invoice.
func (p *page) notes() {
	if len(p.inv.Notes) == 0 {
		return
	}
	p.title(report.Text{EN: "notes", FR: "notes"}, en16931.BG1)
	for _, n := range p.inv.Notes {
		text := n.Text
		if n.SubjectCode != "" {
			text = capital(subjects.named(p.lang, trimmed(n.SubjectCode))) + p.say(wordColon) + text
		}
		lead := "  "
		for i, l := range wrap(text, p.width-4) {
			if i > 0 {
				lead = "    "
			}
			p.line(lead + l)
		}
	}
}

// capital returns s with a capital at its start.
func capital(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
