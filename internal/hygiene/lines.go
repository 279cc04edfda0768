package hygiene

import (
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/report"
)

// lines looks at the lines, in order.
func (p *pass) lines() {
	numbers := lineNumbers{lines: p.inv.Lines}
	// In the EXTENDED profiles a line may be the sum of others, or be there for information, and the model does not say which.
	multiply := !strings.Contains(p.inv.Process.Specification, "extended")
	for i, l := range p.inv.Lines {
		p.lineTexts(l)
		p.linePeriod(l)
		if first := numbers.before(i); first >= 0 {
			p.fail(&sameLineRule, "", at(l, en16931.BT126), strings.TrimSpace(l.ID), "", report.A("first", strconv.Itoa(first+1)))
		}
		if l.Item.StandardID.Scheme == "0160" && l.Item.StandardID.Value != "" {
			p.gs1(&gtinRule, at(&l.Item, en16931.BT157), l.Item.StandardID.Value)
		}
		for _, a := range l.Allowances {
			p.fraction(at(a, en16931.BT138), a.Percentage, a.Amount, a.Base)
		}
		for _, c := range l.Charges {
			p.fraction(at(c, en16931.BT143), c.Percentage, c.Amount, c.Base)
		}
		p.pieces(l)
		if p.sameUnit(l) && multiply {
			p.product(l)
		}
	}
}

// lineNumbers finds lines that have the identifier of an earlier one.
type lineNumbers struct {
	lines []*en16931.Line
	last  int            // while the identifiers are rising numbers, which cannot repeat: the last one
	first map[string]int // then: the first line of each identifier
}

// before returns the first line that has the identifier of line i, -1 if that is line i itself. It is asked for each line in order.
func (n *lineNumbers) before(i int) int {
	id := strings.TrimSpace(n.lines[i].ID)
	if n.first == nil {
		if v, ok := risingNumber(id); ok && v > n.last {
			n.last = v
			return -1
		}
		n.first = make(map[string]int, len(n.lines))
		for j, l := range n.lines[:i] {
			n.first[strings.TrimSpace(l.ID)] = j
		}
	}
	if id == "" {
		return -1
	}
	first, known := n.first[id]
	if !known {
		n.first[id] = i
		return -1
	}
	return first
}

// risingNumber reads a number that is written in one way only.
func risingNumber(s string) (v int, ok bool) {
	if s == "" || len(s) > 9 || s[0] == '0' || !allDigits(s) {
		return 0, false
	}
	v, err := strconv.Atoi(s)
	return v, err == nil
}

// countsWhole reports whether a unit counts whole things.
func countsWhole(unit en16931.Code) bool {
	switch unit {
	case "C62", "H87", "EA", "NAR", "PR", "SET", "XPP":
		return true
	}
	return false
}

// pieces looks at whether what is counted whole is whole.
func (p *pass) pieces(l *en16931.Line) {
	if q := l.Quantity; q.Scale() > 0 && countsWhole(l.Unit) && q.Readable() && !isWhole(q) {
		p.fail(&piecesRule, "", at(l, en16931.BT129).and(en16931.BT130), q.String(), "",
			report.A("quantity", number(q)), report.A("unit", string(l.Unit)), report.A("unitname", unitName(l.Unit)))
	}
}

// isWhole reports whether a readable number has nothing but zeros behind its point.
func isWhole(d en16931.Decimal) bool { return d.Scale() == 0 || d.RoundXPath(0).Cmp(d) == 0 }

// unitName returns the name of a unit that counts whole.
func unitName(unit en16931.Code) report.Text {
	name, _ := codelist.Name("Unit", string(unit))
	return report.Text{EN: name.EN, FR: name.FR}
}

// sameUnit looks at whether price and quantity are in one unit, and reports whether they are.
func (p *pass) sameUnit(l *en16931.Line) bool {
	base := l.Price.BaseUnit
	if base == "" || base == l.Unit || l.Unit == "" || countsWhole(base) && countsWhole(l.Unit) {
		return true
	}
	p.fail(&priceUnitRule, "", at(&l.Price, en16931.BT150).and(en16931.BT130), string(base), string(l.Unit))
	return false
}

// product looks at whether the net amount of a line is quantity times price, as far as rounding lets it be.
func (p *pass) product(l *en16931.Line) {
	q, price, net, base := l.Quantity, l.Price.Net.Decimal, l.NetAmount.Decimal, l.Price.BaseQuantity
	if !q.Readable() || !price.Readable() || !net.Readable() || !base.Absent() && base.Sign() <= 0 {
		return
	}
	for _, a := range l.Allowances {
		net = net.Add(a.Amount.Decimal)
	}
	for _, c := range l.Charges {
		net = net.Sub(c.Amount.Decimal)
	}
	product := q.Mul(price)
	gross := net // what the line comes to, times the base quantity, so that nothing needs to be divided
	if !base.Absent() {
		gross = net.Mul(base)
	}
	off := magnitude(gross.Sub(product))
	if !off.Readable() || off.Sign() == 0 || off.Cmp(p.slack(l)) <= 0 {
		return
	}
	name := "base"
	if base.Absent() || base.Cmp(one) == 0 {
		name, base = "", one
	}
	computed := product.Div(base, 2)
	for _, a := range l.Allowances {
		computed = computed.Sub(a.Amount.Decimal)
	}
	for _, c := range l.Charges {
		computed = computed.Add(c.Amount.Decimal)
	}
	p.fail(&productRule, name, at(l, en16931.BT131).and(en16931.BT146), l.NetAmount.String(), computed.String(),
		report.A("stated", number(l.NetAmount.Decimal)), report.A("quantity", number(q)), report.A("price", number(price)), report.A("base", number(base)), report.A("computed", number(computed)))
}

// slack returns how much quantity times price may be off by rounding, times the base quantity: a cent or two of the amount, and half of the last
// decimal of the price, and of a quantity that has decimals. Zeros at the end of a price may be padding and say nothing of how exact it is; it is
// taken to be exact to the cent at most.
func (p *pass) slack(l *en16931.Line) en16931.Decimal {
	slack := en16931.NewDecimal(2, 2)
	if c := p.inv.Currency; c != "EUR" && isWhole(l.NetAmount.Decimal) {
		slack = one // a currency that may have no decimals
	}
	if base := l.Price.BaseQuantity; !base.Absent() {
		slack = slack.Mul(base)
	}
	q, price := magnitude(l.Quantity), magnitude(l.Price.Net.Decimal)
	slack = slack.Add(lastHalf(max(significant(price), 2)).Mul(q))
	if !isWhole(q) {
		slack = slack.Add(lastHalf(q.Scale()).Mul(price))
	}
	return slack
}

// significant returns how many decimals a number has without the zeros at its end.
func significant(d en16931.Decimal) int {
	n := d.Scale()
	for s := d.String(); n > 0 && s[len(s)-1] == '0'; n-- {
		s = s[:len(s)-1]
	}
	return n
}

// lastHalf returns half of the last decimal of a number that has so many.
func lastHalf(decimals int) en16931.Decimal {
	return en16931.NewDecimal(5, uint16(min(decimals, 15)+1))
}
