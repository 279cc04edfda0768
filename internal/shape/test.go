package shape

import (
	"strings"
	"unicode/utf8"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// holds evaluates a test on element n. Where XPath would stop it sets d.halt, and the answer means nothing.
func (d *document) holds(test uint16, n xmltree.Node) bool {
	e := &d.Exprs[test]
	switch e.Op {
	case True:
		return true
	case Or:
		for _, a := range d.Refs[e.Args.First:e.Args.End] {
			if d.holds(a, n) {
				return true
			}
		}
		return false
	case And:
		for _, a := range d.Refs[e.Args.First:e.Args.End] {
			if !d.holds(a, n) {
				return false
			}
		}
		return true
	case Not:
		return !d.holds(e.A, n)
	case Exists:
		_, ok := d.first(n, e.A)
		return ok
	case Count:
		c := d.count(n, e.A, int(e.N)+1)
		switch e.Compare {
		case EQ:
			return c == int(e.N)
		case LE:
			return c <= int(e.N)
		}
		return c >= int(e.N)
	case Equal, NotEqual:
		return d.compare(e, n)
	case Codes:
		return d.coded(e, n)
	case Listed:
		text, _ := d.one(n, e.A)
		return text == "" || !strings.Contains(text, " ") && d.inList(e.B, text)
	case Decimals:
		text, _ := d.one(n, e.A)
		_, after, _ := strings.Cut(text, ".")
		return len(after) <= int(e.N) || utf8.RuneCountInString(after) <= int(e.N)
	case Date102:
		return isDate102(trim(d.text(n)))
	case NameEnds:
		return strings.HasSuffix(d.tree.NameOf(n).Local, d.Strings[e.A])
	}
	return false
}

// one returns the only value that a path leads to, "" if there is none.
func (d *document) one(n xmltree.Node, path uint16) (text string, found item) {
	count := 0
	found = item{n, noAttr}
	d.each(n, path, func(i item) bool {
		if count++; count > 1 {
			d.stop(several, i.node, "")
			return false
		}
		text, found = d.value(i), i
		return true
	})
	return text, found
}

func (d *document) stop(why haltWhy, n xmltree.Node, text string) {
	if d.halt.why == running {
		d.halt = halt{why, n, text}
	}
}

// compare is XPath's general comparison: true when any pair of values is equal, or not equal.
func (d *document) compare(e *Expr, n xmltree.Node) bool {
	a, b := &d.Operands[e.A], &d.Operands[e.B]
	return d.some(a, n, func(left string, at xmltree.Node) bool {
		if b.Bool != 0 {
			truth, ok := boolean(left)
			if !ok {
				d.stop(notBoolean, at, left)
			}
			return (truth == (b.Bool == 1)) == (e.Op == Equal)
		}
		return d.some(b, n, func(right string, _ xmltree.Node) bool { return (left == right) == (e.Op == Equal) })
	})
}

// some reports whether a value of an operand satisfies is.
func (d *document) some(o *Operand, n xmltree.Node, is func(value string, at xmltree.Node) bool) (found bool) {
	switch {
	case o.Literal != 0:
		return is(d.Strings[o.Literal], n)
	case o.Whole:
		text, at := d.one(n, o.Path)
		return is(o.apply(text), at.node)
	}
	if o.Single && d.count(n, o.Path, 2) > 1 {
		d.stop(several, n, "")
		return false
	}
	d.each(n, o.Path, func(i item) bool {
		text := ""
		if o.Last != 0 {
			text, i = d.one(i.node, o.Last)
		} else {
			text = d.value(i)
		}
		found = is(o.apply(text), i.node)
		return !found && d.halt.why == running
	})
	return found
}

func (o *Operand) apply(s string) string {
	if o.Upper {
		s = strings.ToUpper(s)
	}
	if o.Normalize {
		s = normalize(s)
	}
	return s
}

func boolean(s string) (value, ok bool) {
	switch trim(s) {
	case "true", "1":
		return true, true
	case "false", "0":
		return false, true
	}
	return false, false
}

// coded reports whether a value is a code of a list.
func (d *document) coded(e *Expr, n xmltree.Node) bool {
	o := &d.Operands[e.A]
	text, _ := d.one(n, o.Path)
	if text = normalize(text); strings.Contains(text, " ") {
		return false
	}
	if o.Upper {
		text = strings.ToUpper(text)
	}
	return d.inList(e.B, text)
}

// inList looks a code up in a list, and first whether it is the one that was last found there.
func (d *document) inList(list uint16, code string) bool {
	if code != "" && code == d.code[list] {
		return true
	}
	if !inList(d.Lists[list], code) {
		return false
	}
	d.code[list] = code
	return true
}

// inList looks a code up among those of a list, which stand between blanks.
func inList(list, code string) bool {
	for code != "" {
		i := strings.Index(list, code)
		if i < 0 || i+len(code) >= len(list) {
			return false
		}
		if i > 0 && list[i-1] == ' ' && list[i+len(code)] == ' ' {
			return true
		}
		list = list[i+1:]
	}
	return false
}

func isDate102(s string) bool {
	if len(s) != 8 {
		return false
	}
	for i := range s {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	month, day := s[4:6], s[6:]
	return month >= "01" && month <= "12" && day >= "01" && day <= "31"
}
