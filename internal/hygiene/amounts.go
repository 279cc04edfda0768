package hygiene

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// amounts looks at the rates and sums of the whole invoice.
func (p *pass) amounts() {
	inv := p.inv
	domestic := p.domestic()
	for _, v := range inv.VATBreakdown {
		s := at(v, en16931.BT119)
		if !p.fraction(s, v.Rate, v.TaxAmount, v.TaxableAmount) && domestic && v.Category == "S" {
			p.rate(s, v.Rate)
		}
	}
	for _, a := range inv.Allowances {
		p.fraction(at(a, en16931.BT94), a.Percentage, a.Amount, a.Base)
	}
	for _, c := range inv.Charges {
		p.fraction(at(c, en16931.BT101), c.Percentage, c.Amount, c.Base)
	}
	if total := inv.Totals.WithVAT; total.Sign() < 0 && p.isCredit() {
		p.fail(&creditRule, "", at(&inv.Totals, en16931.BT112).and(en16931.BT3), total.String(), "",
			report.A("total", number(total.Decimal)), report.A("type", string(inv.TypeCode)))
	}
}

func number(d en16931.Decimal) report.Number { return report.Number(d.String()) }

// domestic reports whether only French VAT rates can be right: a French seller, without a VAT identifier of elsewhere, and nobody abroad.
func (p *pass) domestic() bool {
	s, b := &p.inv.Seller, &p.inv.Buyer
	switch {
	case !frenchRates(s.Address.Country) || !frenchRates(b.Address.Country) && b.Address.Country != "":
		return false
	case s.VATIdentifier != "" && !strings.HasPrefix(compact(s.VATIdentifier), "FR"):
		return false
	case p.inv.Delivery != nil && p.inv.Delivery.Address != nil:
		to := p.inv.Delivery.Address.Country
		return frenchRates(to) || to == ""
	}
	return true
}

// frenchRates reports whether a country or territory has the VAT of France. Guiana and Mayotte have none, the collectivities beyond have their own.
func frenchRates(country en16931.Code) bool {
	switch country {
	case "FR", "GP", "MQ", "RE", "MC":
		return true
	}
	return false
}

// frenchRate is a VAT rate of France.
type frenchRate struct {
	hundredths int64
	last       string // the last day of a rate that has ended, as 2013-12-31; "" for one that stands, or whose end we do not know
}

// ratesOfFrance are those that France's own rules for invoices admit (BR-FR-16), with the end of the ones that ended.
var ratesOfFrance = [...]frenchRate{
	{hundredths: 2000}, {hundredths: 550}, {hundredths: 1000}, {hundredths: 210}, {hundredths: 0},
	{hundredths: 90}, {hundredths: 105}, {hundredths: 175}, {hundredths: 850}, {hundredths: 920}, {hundredths: 960}, {hundredths: 1300},
	{hundredths: 700, last: "2013-12-31"}, {hundredths: 1960, last: "2013-12-31"}, {hundredths: 2060, last: "2000-03-31"},
}

// rate looks at a rate of VAT in France.
func (p *pass) rate(s spot, rate en16931.Decimal) {
	if !rate.Readable() {
		return
	}
	for _, r := range ratesOfFrance {
		if rate.Cmp(en16931.NewDecimal(r.hundredths, 2)) == 0 {
			if r.last != "" {
				p.endedRate(s, rate, r)
			}
			return
		}
	}
	p.fail(&rateRule, "", s, rate.String(), "", report.A("rate", number(rate)))
}

// endedRate looks at whether an invoice that has a rate of the past is about the past. One that refers to an earlier invoice may be.
func (p *pass) endedRate(s spot, rate en16931.Decimal, r frenchRate) {
	if p.isCredit() || len(p.inv.PrecedingInvoices) > 0 {
		return
	}
	about := p.inv.TaxPointDate
	if !about.Readable() && p.inv.Delivery != nil {
		about = p.inv.Delivery.Date
		if period := p.inv.Delivery.Period; !about.Readable() && period != nil {
			about = period.Start
		}
	}
	if !about.Readable() {
		about = p.inv.IssueDate
	}
	if !about.Readable() || about.String() <= r.last {
		return
	}
	p.fail(&rateRule, "old", s, rate.String(), "", report.A("rate", number(rate)), report.A("last", report.Date(r.last)), report.A("day", report.Date(about.String())))
}

// fraction notes a percentage that was written as a fraction, and reports whether it was: below 1, and the amount is a hundred times what it says.
func (p *pass) fraction(s spot, percent en16931.Decimal, amount, base en16931.Amount) bool {
	if percent.Sign() <= 0 || percent.Cmp(one) >= 0 || amount.Sign() == 0 || !amount.Readable() || !base.Readable() {
		return false
	}
	// What the percentage rightly says has to differ from what the fraction says by more than rounding can explain.
	if !within(amount.Decimal, base.Decimal.Mul(percent), cent) || within(amount.Decimal, base.Decimal.Mul(percent).Mul(hundredth), one) {
		return false
	}
	expected := plain(percent.Mul(hundred))
	p.fail(&fractionRule, "", s, percent.String(), expected, report.A("stated", number(percent)), report.A("amount", number(amount.Decimal)),
		report.A("base", number(base.Decimal)), report.A("percent", report.Number(expected)))
	return true
}

var (
	one       = en16931.NewDecimal(1, 0)
	cent      = en16931.NewDecimal(1, 2)
	hundred   = en16931.NewDecimal(100, 0)
	hundredth = en16931.NewDecimal(1, 2)
)

// within reports whether a and b differ by at most slack.
func within(a, b, slack en16931.Decimal) bool {
	return magnitude(a.Sub(b)).Cmp(slack) <= 0
}

func magnitude(d en16931.Decimal) en16931.Decimal {
	if d.Sign() < 0 {
		return d.Neg()
	}
	return d
}

// plain writes a number without zeros at its end.
func plain(d en16931.Decimal) string {
	s := d.String()
	if strings.Contains(s, ".") {
		s = strings.TrimSuffix(strings.TrimRight(s, "0"), ".")
	}
	return s
}
