package shape

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// The table of these tests: elements of one namespace, and what is asked of them. Numbers are laid out by hand, as the generator would.
const ns = "urn:test"

const (
	nDoc Name = iota + 1
	nItem
	nID
	nAmount
	nFlag
	aCode
	nExtra
)

func testNames() *Names {
	n := &Names{
		Prefixes: []Prefix{{"t", ns}},
		Names:    []QName{{}, {1, "Doc"}, {1, "Item"}, {1, "ID"}, {1, "Amount"}, {1, "Flag"}, {0, "code"}, {1, "Extra"}},
		Hash:     make([]uint16, 32),
	}
	for i, name := range n.Names[1:] {
		h := HashName(name.Local) & 31
		for n.Hash[h] != 0 {
			h = (h + 1) & 31
		}
		n.Hash[h] = uint16(i + 1)
	}
	return n
}

// build lays out a table with contexts on Item elements: plain ones and, before them, those with a flag that is true.
func build(rows ...Row) *Table {
	t := &Table{Artefact: "test", Names: testNames(), Rows: rows,
		Strings: []string{"", "x", ""},
		Lists:   []string{" A B C "},
		Steps: []Step{
			{Name: nItem},                               // 0: context
			{Name: nItem, Preds: Span{0, 1}},            // 1: context with a flag
			{Name: nID},                                 // 2
			{Name: nAmount},                             // 3
			{Axis: Attribute, Name: aCode},              // 4
			{Name: nFlag},                               // 5
			{Axis: Descendant, Name: nExtra},            // 6
			{Name: nItem, Axis: Parent},                 // 7
			{Name: nID}, {Axis: Attribute, Name: aCode}, // 8, 9: ID/@code
		},
		Paths: []Path{
			{},
			{Steps: Span{0, 1}}, {Steps: Span{1, 2}}, {Steps: Span{2, 3}}, {Steps: Span{3, 4}}, {Steps: Span{4, 5}}, {Steps: Span{5, 6}},
			{Absolute: true, Steps: Span{6, 7}}, {Steps: Span{8, 10}},
		},
		Operands: []Operand{{Path: 6}, {Bool: 1}, {Path: 3, Normalize: true, Whole: true}, {Literal: 2}, {Path: 5}},
		Exprs: []Expr{
			{Op: Equal, A: 0, B: 1},              // 0: Flag = true()
			{Op: NotEqual, A: 2, B: 3},           // 1: normalize-space(ID) != ''
			{Op: Decimals, A: 4, N: 2},           // 2
			{Op: Codes, A: 4, B: 0},              // 3: codes(@code)
			{Op: Exists, A: 7},                   // 4: //Extra
			{Op: Not, A: 4},                      // 5
			{Op: Count, Compare: LE, A: 3, N: 1}, // 6: count(ID) <= 1
			{Op: Exists, A: 8},                   // 7: ID/@code
		},
		Refs:     []uint16{0},
		Contexts: []Context{{Path: 2, Rows: Span{0, 0}}, {Path: 1, Rows: Span{0, uint16(len(rows))}}},
		Order:    []uint16{0, 1},
	}
	t.Needs = make([]Name, len(rows))
	t.Heads = make([]Span, len(t.Names.Names))
	t.Heads[nItem] = Span{0, 2}
	return t
}

func run(t *testing.T, table *Table, doc string, o Options) (*report.Report, Result) {
	t.Helper()
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	found := report.NewCollector(0)
	result := Run(table, tree, o, found)
	r := &report.Report{}
	found.Into(r)
	for _, f := range r.Findings {
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
	}
	return r, result
}

func doc(inside string) string { return `<Doc xmlns="` + ns + `">` + inside + `</Doc>` }

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name   string
		test   uint16
		inside string
		path   string // of the finding; "" for none
		rule   string // if not the row's
	}{
		{"filled", 1, "<Item><ID>1</ID></Item>", "", ""},
		{"blank", 1, "<Item><ID> \n</ID></Item>", "/t:Doc/t:Item/t:ID", ""},
		{"missing", 1, "<Item/>", "/t:Doc/t:Item/t:ID", ""},
		{"twice where one is wanted", 1, "<Item><ID/><ID/></Item>", "/t:Doc/t:Item/t:ID[2]", "RD-STOP"},
		{"first context that fits", 1, "<Item><Flag>true</Flag></Item>", "", ""},
		{"a flag that is none does not fit", 1, "<Item><Flag>maybe</Flag></Item>", "/t:Doc/t:Item/t:ID", ""},
		{"two decimals", 2, "<Item><Amount>1.00</Amount></Item>", "", ""},
		{"three decimals", 2, "<Item><Amount>1.000</Amount></Item>", "/t:Doc/t:Item/t:Amount", ""},
		{"a code", 3, `<Item code=" B"/>`, "", ""},
		{"no code", 3, `<Item code="b"/>`, "/t:Doc/t:Item/@code", ""},
		{"two codes", 3, `<Item code="A B"/>`, "/t:Doc/t:Item/@code", ""},
		{"an empty code", 3, `<Item code=""/>`, "/t:Doc/t:Item/@code", ""},
		{"forbidden anywhere", 5, "<Item/><Doc><Extra/></Doc>", "/t:Doc/t:Doc/t:Extra", ""},
		{"not there", 5, "<Item/>", "", ""},
		{"once", 6, "<Item><ID/></Item>", "", ""},
		{"twice", 6, "<Item><ID/><ID/></Item>", "/t:Doc/t:Item/t:ID[2]", ""},
		{"attribute missing", 7, "<Item><ID/></Item>", "/t:Doc/t:Item/t:ID/@code", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			r, _ := run(t, build(Row{ID: "T-1", Test: c.test}), doc(c.inside), Options{})
			if c.path == "" {
				if len(r.Findings) > 0 {
					t.Fatalf("found %+v", r.Findings[0])
				}
				return
			}
			if len(r.Findings) != 1 || r.Findings[0].Path != c.path {
				t.Fatalf("have %+v, want one at %s", r.Findings, c.path)
			}
			if want := c.rule; want != "" && r.Findings[0].Rule != want {
				t.Errorf("rule %s, want %s", r.Findings[0].Rule, want)
			}
			if r.Findings[0].Line != 1 || r.Findings[0].Layer != report.Rules {
				t.Errorf("have %+v", r.Findings[0])
			}
		})
	}
}

// TestBrokenRule lets a rule panic: the others run on, and the result names it.
func TestBrokenRule(t *testing.T) {
	table := build(Row{ID: "T-1", Check: func(*Pass, xmltree.Node) { panic("oops") }}, Row{ID: "T-2", Test: 1})
	r, result := run(t, table, doc("<Item/><Item/>"), Options{})
	count := map[string]int{}
	for _, f := range r.Findings {
		count[f.Rule]++
	}
	if count["RD-INTERNAL"] != 2 || count["T-2"] != 2 || !slices.Contains(result.Failed, "T-1") {
		t.Errorf("have %v, failed %v", count, result.Failed)
	}
	if m := r.Findings[0].Message.In(report.EN, r.Findings[0].Args...); r.Findings[0].Rule == "RD-INTERNAL" && !strings.Contains(m, "oops") {
		t.Errorf("message %q", m)
	}
}

// TestStopped lets a function meet what XPath stops at: what it finds then does not count, and the next rule begins anew.
func TestStopped(t *testing.T) {
	table := build(Row{ID: "T-1", Check: func(p *Pass, n xmltree.Node) {
		if p.Decimal(p.Only(n, nAmount)).Sign() <= 0 {
			p.Fail(n)
		}
	}}, Row{ID: "T-2", Test: 1})
	for inside, want := range map[string]string{
		"<Item><ID>1</ID><Amount>1</Amount></Item>":                       "",
		"<Item><ID>1</ID><Amount>0</Amount></Item>":                       "T-1",
		"<Item><Amount>x</Amount></Item>":                                 "RD-STOP T-2",
		"<Item><ID>1</ID><Amount>1</Amount><Amount>2</Amount></Item>":     "RD-STOP",
		"<Item><ID>1</ID></Item>":                                         "T-1",
		"<Item><Flag>1</Flag></Item><Item><ID/><Amount>1</Amount></Item>": "T-2",
	} {
		r, _ := run(t, table, doc(inside), Options{})
		var have []string
		for _, f := range r.Findings {
			have = append(have, f.Rule)
		}
		slices.Sort(have)
		if strings.Join(have, " ") != want {
			t.Errorf("%s: have %v, want %s", inside, have, want)
		}
	}
}

func TestDisabled(t *testing.T) {
	r, _ := run(t, build(Row{ID: "T-1", Test: 1}, Row{ID: "T-2", Test: 1}), doc("<Item/>"), Options{Disabled: []string{"T-1"}})
	if len(r.Findings) != 1 || r.Findings[0].Rule != "T-2" {
		t.Errorf("have %+v", r.Findings)
	}
}

// TestConcurrent runs one table over many documents at once, for the race detector.
func TestConcurrent(t *testing.T) {
	table := build(Row{ID: "T-1", Test: 1})
	tree, err := xmltree.Parse(doc("<Item/>"), xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			found := report.NewCollector(0)
			Run(table, tree, Options{}, found)
			var r report.Report
			if found.Into(&r); len(r.Findings) != 1 {
				t.Errorf("have %d findings", len(r.Findings))
			}
		})
	}
	all.Wait()
}

func TestNormalize(t *testing.T) {
	for s, want := range map[string]string{"": "", "a": "a", " a": "a", "a ": "a", "a  b": "a b", "a\tb\n": "a b", "a b": "a b", "\u00a0a": "\u00a0a"} {
		if have := normalize(s); have != want {
			t.Errorf("%q: have %q, want %q", s, have, want)
		}
	}
}

func TestInList(t *testing.T) {
	const list = " A AB ABC B "
	for code, want := range map[string]bool{"A": true, "AB": true, "ABC": true, "B": true, "BC": false, "a": false, "": false, "C": false, "A AB": true} {
		if inList(list, code) != want {
			t.Errorf("%q: not %t", code, want)
		}
	}
}

func TestDouble(t *testing.T) {
	for text, ok := range map[string]bool{"1": true, "-1.5e3": true, " 2 ": true, "+.5": true, "INF": true, "NaN": true, "x": false, "": false, "0x10": false, "inf": false, "1_0": false, "1,5": false} {
		tree, err := xmltree.Parse("<Amount>"+text+"</Amount>", xmltree.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		p := &Pass{document: newDocument(build(), tree)}
		if _, have := p.Double(0); have != ok || p.Stopped() == ok {
			t.Errorf("%q: number %t, stopped %t", text, have, p.Stopped())
		}
	}
	for v, want := range map[float64]float64{0.5: 1, -0.5: 0, 1.5: 2, -1.5: -1, 2.4: 2} {
		if have := Round(v); have != want {
			t.Errorf("Round(%v) = %v", v, have)
		}
	}
}

func TestDate102(t *testing.T) {
	for s, want := range map[string]bool{"20261231": true, "20260230": true, "20261301": false, "2026123": false, "2026-1-1": false, "20260100": false, "": false} {
		if isDate102(s) != want {
			t.Errorf("%q: not %t", s, want)
		}
	}
}
