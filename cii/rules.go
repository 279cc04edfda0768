package cii

import (
	"iter"
	"strconv"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

//go:generate go run ../internal/gen/shapes -o . en16931-cii=1.3.16 facturx-minimum=1.09.2 facturx-basicwl=1.09.2 facturx-basic=1.09.2 facturx-en16931=1.09.2 facturx-extended=1.09.2

// Rules returns the rules of the official artefact for CII, en16931-cii: those of EN 16931 as that artefact tests them, and those of the syntax. The
// table is shared and must not be changed.
func Rules() *shape.Table { return &rulesEN16931CII }

// facts is what the rules have found out about a document for each other. Each part is collected when a rule first asks for it, without stopping at
// what XPath would stop at: only a test that evaluates the value does.
type facts struct {
	usage       *usage
	amounts     *amounts
	level       *level
	identifiers *identifiers
	vatTotals   map[string]*vatTotal
	currencies  map[shape.Name]map[string]bool
	lines       map[xmltree.Node]*lineTotal // by the transaction that the lines stand in
	allowances  *total
	charges     *total
	logistics   *total
	taxes       *total
	judged      map[judged]bool
	extended    *extended
}

// judged is a rule and an element that it has looked at.
type judged struct {
	rule string
	node xmltree.Node
}

func factsOf(p *shape.Pass) *facts {
	f, ok := p.Facts.(*facts)
	if !ok {
		f = &facts{currencies: map[shape.Name]map[string]bool{}, lines: map[xmltree.Node]*lineTotal{}, judged: map[judged]bool{}}
		p.Facts = f
	}
	return f
}

// once reports whether the running rule asks for the first time about n. Where the artefact looks at one element from each of many, once is enough.
func once(p *shape.Pass, n xmltree.Node) bool {
	f, k := factsOf(p), judged{p.Rule(), n}
	if f.judged[k] {
		return false
	}
	f.judged[k] = true
	return true
}

// fromRoot yields the elements at the end of a path of names below the root element. There are none where that is no CrossIndustryInvoice.
func fromRoot(p *shape.Pass, path ...shape.Name) iter.Seq[xmltree.Node] {
	if !p.Is(0, rsmCrossIndustryInvoice) {
		return func(func(xmltree.Node) bool) {}
	}
	return p.All(0, path...)
}

// inHeader yields the elements at the end of a path of names below the header's settlement.
func inHeader(p *shape.Pass, path ...shape.Name) iter.Seq[xmltree.Node] {
	return fromRoot(p, append([]shape.Name{rsmSupplyChainTradeTransaction, ramApplicableHeaderTradeSettlement}, path...)...)
}

// total adds up amounts as XPath does with what has no type: in floating point, in the order of the document.
type total struct {
	value float64
	count int
	bad   xmltree.Node // the first amount that is no number; 0 for none
}

// addUp stops at an amount that is no number.
func addUp(p *shape.Pass, amounts iter.Seq[xmltree.Node]) *total {
	t := &total{}
	for n := range amounts {
		v, ok := p.Double(n)
		if !ok {
			t.bad = n
			break
		}
		t.value += v
		t.count++
	}
	return t
}

// need returns the sum, rounded to two decimals as the artefact does in floating point. It stops where addUp did: each test has to stop.
func (t *total) need(p *shape.Pass) (v float64, ok bool) {
	if t.bad != 0 {
		return p.Double(t.bad)
	}
	return shape.Round(t.value*10*10) / 100, true
}

// anyEqual reports whether one of the elements has the value v, as a comparison of XPath takes it; first is the first of them. It stops at one that
// is no number.
func anyEqual(p *shape.Pass, all iter.Seq[xmltree.Node], v float64) (equal bool, first xmltree.Node) {
	first = xmltree.None
	for n := range all {
		if first == xmltree.None {
			first = n
		}
		if w, ok := p.Double(n); !ok || w == v {
			return ok, first
		}
	}
	return false, first
}

// notIndicator stops at the indicator of an allowance or charge that XPath cannot take for true or false, or at the place where it lacks one.
func notIndicator(p *shape.Pass, n xmltree.Node) { p.NotBoolean(n) }

// notNumber stops at a total, since the sum that it is compared with is no number.
func notNumber(p *shape.Pass, n xmltree.Node) { p.NoValue(n) }

// decimal is Decimal of the only element of a name below n, and that element.
func decimal(p *shape.Pass, n xmltree.Node, name shape.Name) (en16931.Decimal, xmltree.Node) {
	at := p.Only(n, name)
	return p.Decimal(at), at
}

// firstDecimal is Decimal of the first element of a name below n, and that element.
func firstDecimal(p *shape.Pass, n xmltree.Node, name shape.Name) (en16931.Decimal, xmltree.Node) {
	at := p.First(n, name)
	return p.Decimal(at), at
}

// found is a stated number as an argument, or the text that stands for it.
func found(p *shape.Pass, n xmltree.Node) report.Arg {
	if v := en16931.ParseDecimal(p.Text(n)); v.Readable() {
		return number("found", v)
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

// double is the xs:double next to a decimal; one out of range is infinite.
func double(v en16931.Decimal) float64 {
	f, _ := strconv.ParseFloat(v.String(), 64)
	return f
}

// fromDouble is a double as people read it.
func fromDouble(v float64) en16931.Decimal {
	return en16931.ParseDecimal(strconv.FormatFloat(v, 'f', 2, 64))
}

// exactly is the value of an element that Double has read, as a decimal.
func exactly(p *shape.Pass, n xmltree.Node) en16931.Decimal {
	if v := en16931.ParseDecimal(p.Text(n)); v.Readable() {
		return v
	}
	v, _ := p.Double(n)
	return fromDouble(v)
}
