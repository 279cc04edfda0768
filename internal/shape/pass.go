package shape

import (
	"iter"
	"math"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Anywhere returns all elements of a name, in document order. The caller must not change it.
func (p *Pass) Anywhere(name Name) []xmltree.Node { return p.of(name) }

// All yields the elements at the end of a path of names below n.
func (p *Pass) All(n xmltree.Node, path ...Name) iter.Seq[xmltree.Node] {
	return func(yield func(xmltree.Node) bool) { p.below(n, path, yield) }
}

func (p *Pass) below(n xmltree.Node, path []Name, yield func(xmltree.Node) bool) bool {
	if len(path) == 0 {
		return yield(n)
	}
	for c := p.tree.FirstChild(n); c != xmltree.None; c = p.tree.NextSibling(c) {
		if p.name(c) == path[0] && !p.below(c, path[1:], yield) {
			return false
		}
	}
	return true
}

// First returns the first element at the end of a path of names below n, xmltree.None if there is none.
func (p *Pass) First(n xmltree.Node, path ...Name) xmltree.Node {
	found := xmltree.None
	p.below(n, path, func(c xmltree.Node) bool {
		found = c
		return false
	})
	return found
}

// Has reports whether there is an element at the end of a path of names below n.
func (p *Pass) Has(n xmltree.Node, path ...Name) bool { return p.First(n, path...) != xmltree.None }

// Count returns how many elements are at the end of a path of names below n.
func (p *Pass) Count(n xmltree.Node, path ...Name) int {
	count := 0
	p.below(n, path, func(xmltree.Node) bool {
		count++
		return true
	})
	return count
}

// Only returns the element at the end of a path of names below n, xmltree.None if there is none. Where there are several, XPath stops: functions
// and operators of numbers take one value.
func (p *Pass) Only(n xmltree.Node, path ...Name) xmltree.Node {
	found := xmltree.None
	p.below(n, path, func(c xmltree.Node) bool {
		if found != xmltree.None {
			p.stop(several, c, "")
			return false
		}
		found = c
		return true
	})
	return found
}

// Is reports whether n has a name.
func (p *Pass) Is(n xmltree.Node, name Name) bool { return p.name(n) == name }

// Parent returns the element around n, xmltree.None for the root.
func (p *Pass) Parent(n xmltree.Node) xmltree.Node { return p.tree.Parent(n) }

// Within reports whether an element of a name is around n, at any distance.
func (p *Pass) Within(n xmltree.Node, name Name) bool {
	for n = p.tree.Parent(n); n != xmltree.None; n = p.tree.Parent(n) {
		if p.name(n) == name {
			return true
		}
	}
	return false
}

// Text returns the value of an element, "" for xmltree.None.
func (p *Pass) Text(n xmltree.Node) string {
	if n == xmltree.None {
		return ""
	}
	return p.text(n)
}

// Normal returns the value of an element without white space around it and with single blanks in it, "" for xmltree.None.
func (p *Pass) Normal(n xmltree.Node) string { return normalize(p.Text(n)) }

// Attr returns the value of an attribute, and whether it is there.
func (p *Pass) Attr(n xmltree.Node, name Name) (value string, ok bool) {
	if n == xmltree.None {
		return "", false
	}
	first, end := p.tree.Attrs(n)
	for a := first; a < end; a++ {
		if p.attrName(a) == name {
			return p.tree.AttrValue(a), true
		}
	}
	return "", false
}

// Decimal returns the value of an element as xs:decimal, absent for xmltree.None. XPath stops at a text that is no number.
func (p *Pass) Decimal(n xmltree.Node) en16931.Decimal {
	if n == xmltree.None {
		return en16931.Decimal{}
	}
	text := p.text(n)
	v := en16931.ParseDecimal(text)
	if v.Absent() || !v.Readable() {
		p.stop(notNumber, n, text)
		return en16931.Decimal{}
	}
	return v
}

// Double returns the value of an element as xs:double, as comparisons and sums of XPath read what has no type; ok is false for xmltree.None. XPath
// stops at a text that is no number. This is the one place where fx computes in floating point: where the official test does.
func (p *Pass) Double(n xmltree.Node) (v float64, ok bool) {
	if n == xmltree.None {
		return 0, false
	}
	text := trim(p.text(n))
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && v == 0 || strings.ContainsAny(text, "xXpP_nN") || strings.EqualFold(text, "infinity") {
		switch text {
		case "INF", "+INF", "-INF", "NaN":
			return v, true
		}
		p.stop(notNumber, n, text)
		return 0, false
	}
	return v, true
}

// True and False report what an indicator says. XPath stops at a text that is neither: not here, where the artefacts' comparisons stand in
// patterns and predicates mostly.
func (p *Pass) True(n xmltree.Node) bool {
	v, ok := boolean(p.Text(n))
	return ok && v
}

// False is the opposite of True, but for texts that are neither.
func (p *Pass) False(n xmltree.Node) bool {
	v, ok := boolean(p.Text(n))
	return ok && !v
}

// NotDate says that the official test stops here with a dynamic error, since a value is no date.
func (p *Pass) NotDate(n xmltree.Node) { p.stop(notDate, n, p.Text(n)) }

// NotBoolean says that the official test stops here, since a value is neither true nor false.
func (p *Pass) NotBoolean(n xmltree.Node) { p.stop(notBoolean, n, p.Text(n)) }

// NotNumber says that the official test stops here, since a value is no number.
func (p *Pass) NotNumber(n xmltree.Node) { p.stop(notNumber, n, p.Text(n)) }

// NoValue says that the official test stops here, since it computes with a value that is missing from n.
func (p *Pass) NoValue(n xmltree.Node) { p.stop(noSuchValue, n, "") }

// Stopped reports whether a value has been met, since the rule began, at which the official test stops. What a rule finds then does not count.
func (p *Pass) Stopped() bool { return p.halt.why != running }

// Round is fn:round of an xs:double: halves go up, not away from 0.
func Round(v float64) float64 {
	f := math.Floor(v)
	if v-f >= 0.5 {
		f++
	}
	return f
}

// Number is a decimal as a finding's argument; an absent one is 0.
func Number(d en16931.Decimal) report.Number {
	if d.Absent() {
		return "0"
	}
	return report.Number(d.String())
}
