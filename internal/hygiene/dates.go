package hygiene

import (
	"time"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/report"
)

// dates looks at the days of the whole invoice. What is no day of the calendar is the reader's to report.
func (p *pass) dates() {
	inv := p.inv
	issued, ok := p.day(at(inv, en16931.BT2), inv.IssueDate)
	p.near(at(inv, en16931.BT7), inv.TaxPointDate, issued, ok)
	if p.near(at(inv, en16931.BT9), inv.DueDate, issued, ok) && inv.DueDate.Compare(inv.IssueDate) < 0 && p.owesFromNow() {
		p.fail(&dueRule, "", at(inv, en16931.BT9).and(en16931.BT2), inv.DueDate.String(), "",
			report.A("due", report.Date(inv.DueDate.String())), report.A("issued", report.Date(inv.IssueDate.String())))
	}
	for _, before := range inv.PrecedingInvoices {
		s := at(before, en16931.BT26)
		if _, sane := p.day(s, before.IssueDate); sane && ok && before.IssueDate.Compare(inv.IssueDate) > 0 {
			p.fail(&laterRule, "", s.and(en16931.BT2), before.IssueDate.String(), "",
				report.A("earlier", report.Date(before.IssueDate.String())), report.A("issued", report.Date(inv.IssueDate.String())))
		}
	}
	if d := inv.Delivery; d != nil {
		p.near(at(d, en16931.BT72), d.Date, issued, ok)
		if d.Period != nil {
			p.day(at(d.Period, en16931.BT73), d.Period.Start)
			p.day(at(d.Period, en16931.BT74), d.Period.End)
		}
	}
}

// linePeriod looks at the days of a line.
func (p *pass) linePeriod(l *en16931.Line) {
	if l.Period != nil {
		p.day(at(l.Period, en16931.BT134), l.Period.Start)
		p.day(at(l.Period, en16931.BT135), l.Period.End)
	}
}

// day looks at a day alone; ok is false if it is none, or not meant.
func (p *pass) day(s spot, d en16931.Date) (t time.Time, ok bool) {
	if t, ok = d.Time(); !ok {
		return t, false
	}
	switch year := t.Year(); {
	case year < 1900:
		p.fail(&yearRule, "", s, d.String(), "")
		return t, false
	case year >= 2200, (year == 1900 || year == 1970) && t.YearDay() == 1:
		p.fail(&noDateRule, "", s, d.String(), "")
		return t, false
	}
	return t, true
}

// yearsAway is how far from its issue date an invoice may speak of a day without being asked.
const yearsAway = 5

// near looks at a day that cannot be many years away from the issue date, if that is known. It reports whether both days may be compared.
func (p *pass) near(s spot, d en16931.Date, issued time.Time, known bool) bool {
	t, ok := p.day(s, d)
	if !ok || !known {
		return false
	}
	if t.After(issued.AddDate(yearsAway, 0, 0)) || t.Before(issued.AddDate(-yearsAway, 0, 0)) {
		p.fail(&farRule, "", s.and(en16931.BT2), d.String(), "",
			report.A("day", report.Date(d.String())), report.A("issued", report.Date(p.inv.IssueDate.String())))
		return false
	}
	return true
}

// owesFromNow reports whether the invoice is one whose payment can only become due from its issue on.
func (p *pass) owesFromNow() bool {
	due := p.inv.Totals.Due
	return !p.isCredit() && len(p.inv.PrecedingInvoices) == 0 && (due.Sign() > 0 || !due.Readable())
}

// isCredit reports whether the invoice is a credit note.
func (p *pass) isCredit() bool { return codelist.Has(codelist.CreditNoteType, string(p.inv.TypeCode)) }
