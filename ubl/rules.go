package ubl

import (
	"math"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

//go:generate go run ../internal/gen/shapes -o . en16931-ubl=1.3.16

// Rules returns the rules of the official artefact for UBL, en16931-ubl: those of EN 16931 as that artefact tests them, and those of the syntax. The
// table is shared and must not be changed.
func Rules() *shape.Table { return &rulesEN16931UBL }

// facts is what the rules have found out about a document for each other. Each part is collected when a rule first asks for it: where XPath stops, the
// rule that asks is the one to say so.
type facts struct {
	amounts *amounts
	usage   *usage
	levels  map[xmltree.Node]*level
}

func factsOf(p *shape.Pass) *facts {
	f, ok := p.Facts.(*facts)
	if !ok {
		f = &facts{levels: map[xmltree.Node]*level{}}
		p.Facts = f
	}
	return f
}

// sum adds up amounts exactly, as xs:decimal does.
type sum struct {
	total en16931.Decimal
	count int          // of the elements that may have an amount
	bad   xmltree.Node // the first of them whose amount is no decimal, or that has several; 0 for none
}

// add adds what amountIn has read below element n.
func (s *sum) add(n xmltree.Node, v en16931.Decimal, ok bool) {
	s.count++
	switch {
	case ok:
		s.total = s.total.Add(v)
	case s.bad == 0:
		s.bad = n
	}
}

// need returns the total to a test that adds up the amounts of that name. XPath stops there if one of them is no decimal.
func (s *sum) need(p *shape.Pass, name shape.Name) en16931.Decimal {
	if s.bad != 0 {
		p.Decimal(p.Only(s.bad, name))
	}
	return s.total
}

// amountIn reads the amount of a name below n without stopping: who adds up may not be asked. It is absent where there is none; ok is false where
// there are several, or where it is no decimal.
func amountIn(p *shape.Pass, n xmltree.Node, name shape.Name) (v en16931.Decimal, ok bool) {
	t := p.Tree()
	found := xmltree.None
	for c := t.FirstChild(n); c != xmltree.None; c = t.NextSibling(c) {
		if !p.Is(c, name) {
			continue
		}
		if found != xmltree.None {
			return en16931.Decimal{}, false
		}
		found = c
	}
	if found == xmltree.None {
		return en16931.Decimal{}, true
	}
	if v = en16931.ParseDecimal(p.Text(found)); !v.Readable() {
		return en16931.Decimal{}, false
	}
	return v, true
}

// indicates reports whether an allowance or charge says that it is a charge, or that it is none. XPath stops at a word that is neither.
func indicates(p *shape.Pass, n xmltree.Node, charge bool) bool {
	t := p.Tree()
	for c := t.FirstChild(n); c != xmltree.None; c = t.NextSibling(c) {
		if !p.Is(c, cbcChargeIndicator) {
			continue
		}
		isCharge, isAllowance := p.True(c), p.False(c)
		if !isCharge && !isAllowance {
			notIndicator(p, c)
			return false
		}
		if isCharge == charge {
			return true
		}
	}
	return false
}

// notIndicator stops where XPath does at a text that is neither true nor false.
func notIndicator(p *shape.Pass, n xmltree.Node) { p.NotBoolean(n) }

// value is a stated number as an argument, or the text that stands for it.
func value(p *shape.Pass, n xmltree.Node) report.Arg {
	if v := en16931.ParseDecimal(p.Text(n)); v.Readable() {
		return report.A("found", shape.Number(v))
	}
	return report.A("found", p.Normal(n))
}

// number is a decimal as an argument.
func number(name string, v en16931.Decimal) report.Arg { return report.A(name, shape.Number(v)) }

// off is the difference of two numbers as an argument, without its sign.
func off(a, b en16931.Decimal) report.Arg { return number("difference", magnitude(a.Sub(b))) }

func magnitude(v en16931.Decimal) en16931.Decimal {
	if v.Sign() < 0 {
		return v.Neg()
	}
	return v
}

// sign compares a value as xs:double with 0, as the processor does that the official verdicts come from, Saxon: NaN is above 0, and -0.0 below, but
// not -0, which it reads as a whole number. Ok is false where XPath stops.
func sign(p *shape.Pass, n xmltree.Node) (sign int, ok bool) {
	v, ok := p.Double(n)
	switch {
	case v > 0 || math.IsNaN(v):
		return 1, ok
	case v < 0 || math.Signbit(v) && strings.ContainsAny(p.Text(n), ".eE"):
		return -1, ok
	}
	return 0, ok
}

// decimal is Decimal of the only element of a name below n, and that element.
func decimal(p *shape.Pass, n xmltree.Node, name shape.Name) (en16931.Decimal, xmltree.Node) {
	at := p.Only(n, name)
	return p.Decimal(at), at
}
