package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/antchfx/xmlquery"
	"github.com/antchfx/xpath"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
)

// TestOracle evaluates every path of testdata/oracle/paths.tsv on every document with an independent XPath engine, and compares the values
// with those that fx show --json prints.
func TestOracle(t *testing.T) {
	paths := readPaths(t)
	sets := []official.Set{official.Real, official.Bases, official.Unit, official.Mutants}
	if testing.Short() {
		sets = sets[:2]
	}
	documents, values := 0, 0
	official.Documents(t, func(name string, content []byte) {
		have, syntax := shownValues(t, content)
		if syntax == "" {
			return
		}
		documents++
		want := xpathValues(t, name, content, paths)
		for term := en16931.Term(0); term < en16931.NumTerms; term++ {
			w, h := want[term.String()], have[term.String()]
			values += len(w)
			if repeatsEqual[term.String()] {
				w, h = slices.Compact(w), slices.Compact(h)
			}
			if !slices.Equal(w, h) {
				t.Errorf("%s: %s: XPath finds %q, fx %q", name, term, w, h)
			}
		}
	}, sets...)
	t.Logf("%d documents, %d values", documents, values)
	if values < 1000 {
		t.Errorf("only %d values were compared", values)
	}
}

// repeatsEqual are the terms that a document may repeat with an equal value where the model has them once (terms of a group whose element
// repeats, and of VAT breakdowns): XPath finds all, the decoder one.
var repeatsEqual = map[string]bool{
	"BT-7": true, "BT-8": true, // CII: in every ApplicableTradeTax
	"BT-81": true, "BT-82": true, "BT-83": true, // in every payment means
	"BT-149": true, "BT-150": true, // CII: beside the net and the gross price
}

// shownValues are the terms that fx show --json prints, those included that stand too often for the model; syntax is "" when it refuses.
func shownValues(t *testing.T, content []byte) (terms map[string][]string, syntax string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run([]string{"fx", "show", "--json", "-"}, bytes.NewReader(content), &out, &errs, func(string) string { return "" }); code != 0 {
		return nil, "" // TestReadsConformance judges that
	}
	var shown struct {
		Syntax   string
		Terms    map[string]any
		Repeated []struct{ Term, Value string }
	}
	if err := json.Unmarshal(out.Bytes(), &shown); err != nil {
		t.Fatalf("fx show --json: %v", err)
	}
	v := values{}
	for key, value := range shown.Terms {
		v.collect(t, key, value)
	}
	for _, r := range shown.Repeated {
		v.collect(t, r.Term, r.Value)
	}
	return v.sorted(), shown.Syntax
}

type values map[string][]string

func (v values) add(t en16931.Term, s string) {
	if s = strings.TrimSpace(s); s != "" {
		v[t.String()] = append(v[t.String()], normal(t, s))
	}
}

func (v values) sorted() map[string][]string {
	for _, s := range v {
		sort.Strings(s)
	}
	return v
}

// collect adds the value of a key of the JSON, and what is below it.
func (v values) collect(t *testing.T, key string, value any) {
	switch value := value.(type) {
	case string:
		term, ok := en16931.TermByID(key)
		if !ok {
			t.Errorf("key %q is no term", key)
		}
		v.add(term, value)
	case []any:
		for _, item := range value {
			v.collect(t, key, item)
		}
	case map[string]any:
		for k, item := range value {
			switch k {
			case "value":
				k = key
			case "currency":
				continue // no term: it is the amount's own
			}
			v.collect(t, k, item)
		}
	default:
		t.Errorf("%s is %T", key, value)
	}
}

// normal writes a value as both sides agree on: the two notations of dates and of BT-8, and white space as one space.
func normal(t en16931.Term, s string) string {
	s = strings.Join(strings.Fields(s), " ")
	switch {
	case t.Type() == en16931.TypeDate && len(s) == 8:
		return s[:4] + "-" + s[4:6] + "-" + s[6:]
	case t.Type() == en16931.TypeDate && en16931.ParseDate(s).Readable():
		return s[:10] // a day has no time zone in the model
	case t == en16931.BT149:
		if d := en16931.ParseDecimal(s); d.Readable() {
			return d.Decimal().String() // 1 and +1.00 are equal
		}
	case t == en16931.BT8:
		if n, ok := map[string]string{"5": "3", "29": "35", "72": "432"}[s]; ok {
			return n
		}
	}
	return s
}

type termPaths struct{ id, invoice, creditNote, cii string }

func readPaths(t *testing.T) []termPaths {
	t.Helper()
	tsv, err := os.ReadFile("../../testdata/oracle/paths.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all []termPaths
	for i, line := range strings.Split(strings.TrimRight(string(tsv), "\n"), "\n")[1:] {
		c := strings.Split(line, "\t")
		if len(c) != 4 {
			t.Fatalf("paths.tsv, line %d: %d columns", i+2, len(c))
		}
		p := termPaths{c[0], c[1], c[2], c[3]}
		if p.creditNote == "" {
			p.creditNote = strings.ReplaceAll(p.invoice, "/ubl:Invoice", "/cn:CreditNote")
		}
		all = append(all, p)
	}
	return all
}

var namespaces = map[string]string{
	"ubl": "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2",
	"cn":  "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2",
	"cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
	"cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
	"rsm": "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100",
	"ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
	"udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
	"qdt": "urn:un:unece:uncefact:data:standard:QualifiedDataType:100",
}

// xpathValues evaluates the paths.
func xpathValues(t *testing.T, name string, content []byte, paths []termPaths) map[string][]string {
	t.Helper()
	root, err := xmlquery.Parse(strings.NewReader(string(content)))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	evaluate := func(path string) []string {
		expr, err := xpath.CompileWithNS(path, namespaces)
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		var found []string
		for _, n := range xmlquery.QuerySelectorAll(root, expr) {
			found = append(found, n.InnerText())
		}
		return found
	}
	column, doc := func(p termPaths) string { return p.cii }, ""
	switch {
	case len(evaluate("/ubl:Invoice")) == 1:
		column, doc = func(p termPaths) string { return p.invoice }, "/ubl:Invoice/cbc:"
	case len(evaluate("/cn:CreditNote")) == 1:
		column, doc = func(p termPaths) string { return p.creditNote }, "/cn:CreditNote/cbc:"
	}
	currency := func(element string) string {
		path := doc + element
		if doc == "" {
			path = "//ram:ApplicableHeaderTradeSettlement/ram:" + map[string]string{"DocumentCurrencyCode": "InvoiceCurrencyCode", "TaxCurrencyCode": "TaxCurrencyCode"}[element]
		}
		if found := evaluate(path); len(found) > 0 {
			return found[0]
		}
		return "\x00" // equal to no currency
	}
	v := values{}
	for _, p := range paths {
		term, ok := en16931.TermByID(p.id)
		if !ok {
			t.Fatalf("paths.tsv: unknown term %s", p.id)
		}
		if term.IsGroup() {
			continue
		}
		if doc != "" && (term == en16931.BT21 || term == en16931.BT22) {
			continue // one element holds both: below
		}
		for _, path := range strings.Split(column(p), " | ") {
			if term == en16931.BT110 || term == en16931.BT111 {
				c := currency(map[en16931.Term]string{en16931.BT110: "DocumentCurrencyCode", en16931.BT111: "TaxCurrencyCode"}[term])
				path = regexp.MustCompile(`\[@currencyID=[^\]]*\]`).ReplaceAllString(path, "[@currencyID='"+c+"']")
			}
			path = strings.ReplaceAll(path, "[@format='102']", "") // a date of another format is kept, and reported
			found := evaluate(xpath1(path))
			if filler := fillers[term]; doc != "" && filler.beside != "" {
				found = slices.DeleteFunc(found, func(s string) bool { return strings.TrimSpace(s) == filler.text })
				for range evaluate(xpath1(strings.TrimSuffix(path, filler.step)) + filler.step + "[translate(.,' \t\r\n','')='" + filler.text + "'][not(../" + filler.beside + "[translate(.,' \t\r\n','')!=''])]") {
					found = append(found, filler.text)
				}
			}
			for _, s := range found {
				v.add(term, s)
			}
		}
	}
	if doc != "" {
		for _, note := range evaluate(doc + "Note") {
			if m := regexp.MustCompile(`^#([A-Z0-9]{3})#((?s).*)$`).FindStringSubmatch(note); m != nil {
				v.add(en16931.BT21, m[1])
				note = m[2]
			}
			v.add(en16931.BT22, note)
		}
	}
	if currency("DocumentCurrencyCode") == currency("TaxCurrencyCode") {
		delete(v, "BT-111") // equal currencies make BT-110 and BT-111 the same elements
	}
	return v.sorted()
}

// fillers are the texts that UBL writers put where the schema demands an element that they have nothing for, beside another term: a reader takes
// them as absence (terms BT-13 and BT-148: NA and 0).
var fillers = map[en16931.Term]struct{ text, step, beside string }{
	en16931.BT13:  {"NA", "/cbc:ID", "cbc:SalesOrderID"},
	en16931.BT147: {"0", "/cbc:Amount", "cbc:BaseAmount"},
}

const fold = "translate(%s,'abcdefghijklmnopqrstuvwxyz \t\r\n','ABCDEFGHIJKLMNOPQRSTUVWXYZ')" // and no white space

// xpath1 writes a path of the table, which means XPath 2.0 and loose comparisons, in XPath 1.0.
func xpath1(path string) string {
	path = regexp.MustCompile(`\[([\w:/@]+)=(true|false)\(\)\]`).ReplaceAllStringFunc(path, func(s string) string {
		m := regexp.MustCompile(`\[([\w:/@]+)=(true|false)\(\)\]`).FindStringSubmatch(s)
		n := map[string]string{"true": "1", "false": "0"}[m[2]]
		return fmt.Sprintf("[%s[translate(.,' \t\r\n','')='%s' or translate(.,' \t\r\n','')='%s']]", m[1], m[2], n)
	})
	compare := regexp.MustCompile(`([\w:/]+|@\w+)(!?=)'(\w+)'`)
	return compare.ReplaceAllStringFunc(path, func(s string) string {
		m := compare.FindStringSubmatch(s)
		switch {
		case m[1] == "@currencyID":
			return s
		case strings.HasPrefix(m[1], "@"):
			return fmt.Sprintf(fold, m[1]) + m[2] + "'" + m[3] + "'"
		}
		return fmt.Sprintf("%s[%s%s'%s']", m[1], fmt.Sprintf(fold, "."), m[2], m[3])
	})
}
