package en16931_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// decode reads a document with the default limits.
func decode(doc string) (*en16931.Invoice, error) {
	return en16931.DecodeJSON(context.Background(), strings.NewReader(doc), en16931.JSONLimits{})
}

// mistakes returns the findings of a document that is refused, a line each: place, path, message and fix.
func mistakes(t *testing.T, err error) (lines []string) {
	t.Helper()
	var refused *en16931.JSONError
	if !errors.As(err, &refused) {
		t.Fatalf("the error is %v", err)
	}
	for _, f := range refused.Findings {
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
		if f.Rule != "RD-JSON" && f.Rule != "RD-LIMIT" || f.Layer != report.Read {
			t.Errorf("rule %s, layer %s", f.Rule, f.Layer)
		}
		line := fmt.Sprintf("%d:%d %s: %s", f.Line, f.Column, f.Path, f.Message.In(report.EN, f.Args...))
		if fix := f.Fix.In(report.EN, f.Args...); fix != "" {
			line += " " + fix
		}
		lines = append(lines, line)
	}
	return lines
}

// structure are documents of JSON that are no invoice. A schema sees what is wrong, but for what is marked blind.
var structure = []struct {
	name, doc string
	want      []string
	blind     bool
}{
	{name: "a letter for a digit", doc: `{"terms":{"BT-1O":"x"}}`,
		want: []string{`1:11 terms.BT-1O: There is no key BT-1O in the terms of the invoice. Did you mean BT-10?`}},
	{name: "small letters", doc: `{"bt-1":"x"}`,
		want: []string{`1:2 bt-1: There is no key bt-1 in the terms of the invoice. Did you mean BT-1?`}},
	{name: "without a dash, zeros in front", doc: `{"terms":{"BT027":"x"}}`,
		want: []string{`1:11 terms.BT027: There is no key BT027 in the terms of the invoice. Did you mean BT-27? It belongs in BG-4 (Seller): terms.BG-4.BT-27.`}},
	{name: "the name of a term", doc: `{"terms":{"invoiceNumber":"x","Numéro de facture":"y"}}`,
		want: []string{`1:11 terms.invoiceNumber: There is no key invoiceNumber in the terms of the invoice. Did you mean BT-1?`,
			`1:31 terms.Numéro de facture: There is no key Numéro de facture in the terms of the invoice. Did you mean BT-1?`}},
	{name: "a slip", doc: `{"terms":{"BG-25":[{"BTT-131":"1"}]}}`,
		want: []string{`1:21 terms.BG-25[1].BTT-131: There is no key BTT-131 in BG-25 (Invoice line). Did you mean BT-131?`}},
	{name: "no such term, many as near", doc: `{"terms":{"BG-30":{},"BG-25":[{},{"BG-30":{"BT-4":"1"}}]}}`,
		want: []string{`1:11 terms.BG-30: BG-30 (Line VAT information) does not stand in the terms of the invoice. BG-30 belongs in BG-25 (Invoice line): terms.BG-25[].BG-30.`,
			`1:44 terms.BG-25[2].BG-30.BT-4: There is no key BT-4 in BG-30 (Line VAT information). The keys there are BT-151 and BT-152.`}},
	{name: "right key, wrong group", doc: "{\n \"terms\": {\n  \"BT-131\": \"1\"}}",
		want: []string{`3:3 terms.BT-131: BT-131 (Invoice line net amount) does not stand in the terms of the invoice. BT-131 belongs in BG-25 (Invoice line): terms.BG-25[].BT-131.`}},
	{name: "a sub-item beside its term", doc: `{"BG-4":{"BT-29":["1"],"BT-29-1":"0009"}}`,
		want: []string{`1:24 BG-4.BT-29-1: BT-29-1 (Seller identifier scheme identifier) does not stand in BG-4 (Seller). BT-29-1 belongs in the value of BT-29 (Seller identifier): BG-4.BT-29[].BT-29-1.`}},
	{name: "another word in a value", doc: `{"BG-4":{"BT-30":{"valeu":"1","scheme":"0002"}}}`,
		want: []string{`1:19 BG-4.BT-30.valeu: There is no key valeu in the value of BT-30 (Seller legal registration identifier). Did you mean value?`,
			`1:31 BG-4.BT-30.scheme: There is no key scheme in the value of BT-30 (Seller legal registration identifier). The keys there are value and BT-30-1.`}},
	{name: "a term in the envelope", doc: `{"syntax":"ubl","BT-1":"x","terms":{}}`,
		want: []string{`1:17 BT-1: BT-1 (Invoice number) does not stand in the document. BT-1 belongs in the terms of the invoice: terms.BT-1.`}},
	{name: "the envelope's keys in the terms", doc: `{"BT-1":"x","profile":"en16931"}`,
		want: []string{`1:13 profile: There is no key profile in the terms of the invoice. It belongs beside "terms": {"profile":…,"terms":{…}}.`}},
	{name: "the root as a key", doc: `{"terms":{"BG-0":{}}}`,
		want: []string{`1:11 terms.BG-0: There is no key BG-0 in the terms of the invoice. The keys there are BT-1, BT-2, BT-3, BT-5, BT-6, BT-7, BT-8, BT-9, BT-10, BT-11, BT-12, BT-13, BT-14, BT-15, BT-16, BT-17, BT-18, BT-19, BT-20, BG-1 and 14 more.`}},
	{name: "no terms", doc: `{"file":"a.xml","term":{"BT-1":"x"}}`,
		want: []string{`1:1 : The key terms is missing in the document.`, `1:17 term: There is no key term in the document. Did you mean terms?`}},
	{name: "not an invoice at all", doc: `{"invoice":{"number":"F-1"}}`,
		want: []string{`1:1 : This is JSON, but no invoice: it has no key terms. An invoice in JSON is {"terms":{"BT-1":"…"}}, as fx show --json prints it.`}},
	{name: "an array", doc: `[{"BT-1":"x"}]`, want: []string{`1:1 : The document is an array, but must be an object. Write {"terms":{"BT-1":"…"}}.`}},
	{name: "a text", doc: `"BT-1"`, want: []string{`1:1 : The document is a text, but must be an object. Write {"terms":{"BT-1":"…"}}.`}},

	{name: "a number for a text", doc: `{"BT-1":2026,"BT-3":380}`,
		want: []string{`1:9 BT-1: BT-1 is a number, but must be a text. Put it in double quotes.`, `1:21 BT-3: BT-3 is a number, but must be a text. Put it in double quotes.`}},
	{name: "a number for a date", doc: `{"BT-2":20260131}`, want: []string{`1:9 BT-2: BT-2 is a number, but must be a text. Put it in double quotes.`}},
	{name: "a number for an identifier", doc: `{"BG-4":{"BT-30":[123],"BT-34":5}}`,
		want: []string{`1:18 BG-4.BT-30: BT-30 is an array, but must be a text, or an object of value, BT-30-1. It does not repeat: write it without square brackets.`,
			`1:32 BG-4.BT-34: BT-34 is a number, but must be a text, or an object of value, BT-34-1. Put it in double quotes.`}},
	{name: "null", doc: `{"BT-1":null,"BG-4":null,"BG-25":null,"BG-22":{"BT-115":null}}`,
		want: []string{`1:9 BT-1: BT-1 is null, but must be a text. Leave out the key of what is not in the invoice.`,
			`1:21 BG-4: BG-4 is null, but must be an object. Leave out the key of what is not in the invoice.`,
			`1:34 BG-25: BG-25 is null, but must be an array. Leave out the key of what is not in the invoice.`,
			`1:57 BG-22.BT-115: BT-115 is null, but must be a number, a text of digits, or an object of "value" and "currency". Leave out the key of what is not in the invoice.`}},
	{name: "booleans", doc: `{"BT-1":true,"BG-25":[{"BT-129":false}]}`,
		want: []string{`1:9 BT-1: BT-1 is a boolean, but must be a text.`, `1:33 BG-25[1].BT-129: BT-129 is a boolean, but must be a number, or a text of digits.`}},
	{name: "an object for a text", doc: `{"BT-1":{"value":"x"}}`, want: []string{`1:9 BT-1: BT-1 is an object, but must be a text.`}},
	{name: "a group alone that can repeat; what is in it is looked at", doc: `{"BG-25":{"BT-126":"1","BT-132":7}}`,
		want: []string{`1:10 BG-25: BG-25 is an object, but must be an array. It can repeat: put it in square brackets, even when there is one.`,
			`1:33 BG-25.BT-132: BT-132 is a number, but must be a text. Put it in double quotes.`}},
	{name: "a term alone that can repeat", doc: `{"BG-4":{"BT-29":"1"}}`,
		want: []string{`1:18 BG-4.BT-29: BT-29 is a text, but must be an array. It can repeat: put it in square brackets, even when there is one.`}},
	{name: "a group in an array that cannot repeat", doc: `{"BG-4":[{"BT-27":"x"}]}`,
		want: []string{`1:9 BG-4: BG-4 is an array, but must be an object. It does not repeat: write it without square brackets.`}},
	{name: "no group in the array of groups", doc: `{"BG-25":[{},"x",[]]}`,
		want: []string{`1:14 BG-25[2]: BG-25[2] is a text, but must be an object.`,
			`1:18 BG-25[3]: BG-25[3] is an array, but must be an object. It does not repeat: write it without square brackets.`}},
	{name: "a value that is no value", doc: `{"BG-22":{"BT-115":{"value":true,"currency":1}}}`,
		want: []string{`1:29 BG-22.BT-115.value: value is a boolean, but must be a number, or a text of digits.`,
			`1:45 BG-22.BT-115.currency: currency is a number, but must be a text. Put it in double quotes.`}},
	{name: "an exponent", doc: `{"BG-22":{"BT-115":1e3,"BT-113":{"value":-1.5E-2}}}`, blind: true,
		want: []string{`1:20 BG-22.BT-115: BT-115 is 1e3, with an exponent. Write all the digits: the invoice keeps them as they stand.`,
			`1:42 BG-22.BT-113.value: value is -1.5E-2, with an exponent. Write all the digits: the invoice keeps them as they stand.`}},
	{name: "keys that stand twice", doc: "{\"BT-1\":\"x\",\n\"BG-4\":{\"BT-30\":{\"value\":\"1\",\"value\":\"2\"}},\"BT-1\":\"x\"}", blind: true,
		want: []string{`2:30 BG-4.BT-30.value: The key value stands twice in the value of BT-30 (Seller legal registration identifier); the first is in line 2, column 18. Delete one of the two; what repeats is one key with an array.`,
			`2:44 BT-1: The key BT-1 stands twice in the terms of the invoice; the first is in line 1, column 2. Delete one of the two; what repeats is one key with an array.`}},
	{name: "terms that stand twice", doc: `{"terms":{},"terms":{}}`, blind: true,
		want: []string{`1:13 terms: The key terms stands twice in the document; the first is in line 1, column 2. Delete one of the two; what repeats is one key with an array.`}},
	{name: "an envelope of other types", doc: `{"file":1,"syntax":"edifact","profile":null,"terms":[],"unread":{},"repeated":[1],"residue":"x"}`,
		want: []string{`1:9 file: file is a number, but must be a text. Put it in double quotes.`,
			`1:11 syntax: syntax is edifact. Write one of ubl, cii, json.`,
			`1:40 profile: profile is null, but must be a text. Leave out the key of what is not in the invoice.`,
			`1:53 terms: terms is an array, but must be an object. It does not repeat: write it without square brackets.`,
			`1:65 unread: unread is an object, but must be an array. It can repeat: put it in square brackets, even when there is one.`,
			`1:80 repeated[1]: repeated[1] is a number, but must be an object.`,
			`1:93 residue: residue is a text, but must be an array. It can repeat: put it in square brackets, even when there is one.`}},
	{name: "residue that says too little", doc: `{"terms":{},"repeated":[{"term":"BT-4","path":"/a"},{"path":"/b","value":"v"}],"residue":[{"term":"BT-1","path":"/a","value":"x"}]}`,
		want: []string{`1:25 repeated[1]: The key value is missing in this entry.`, `1:26 repeated[1].term: term is BT-4, which is no term. Write the number of a term, such as BT-131.`,
			`1:53 repeated[2]: The key term is missing in this entry.`,
			`1:92 residue[1].term: There is no key term in this entry. The keys there are path, line, column and value.`}},
	{name: "residue in no line", doc: `{"terms":{},"residue":[{"path":"/a","value":"x","line":0,"column":"1"}]}`,
		want: []string{`1:56 residue[1].line: line is 0, but must be a whole number from 1.`, `1:67 residue[1].column: column is a text, but must be a whole number from 1.`}},
}

func TestDecodeJSONStructure(t *testing.T) {
	schema := compile(t)
	for _, test := range structure {
		t.Run(test.name, func(t *testing.T) {
			_, err := decode(test.doc)
			if diff := cmp.Diff(test.want, mistakes(t, err)); diff != "" {
				t.Error(diff)
			}
			if valid := schema.Validate(instance(t, test.doc)) == nil; valid != test.blind {
				t.Errorf("by the schema, it is valid: %t", valid)
			}
		})
	}
}

// TestDecodeJSONSyntax reads what is no JSON.
func TestDecodeJSONSyntax(t *testing.T) {
	for _, test := range []struct{ name, doc, want string }{
		{"nothing", "", "0:0 : The document is empty. Check the export that wrote it."},
		{"white space", "\ufeff \n\t", "0:0 : The document is empty. Check the export that wrote it."},
		{"cut off in an object", "{\"BT-1\":\"x\",\n", "2:1 : The document ends before it is complete. It seems to be cut off: transfer or export it again."},
		{"cut off in an array", `{"BG-25":[{"BT-126":"1"},`, "1:26 BG-25[2]: The document ends before it is complete. It seems to be cut off: transfer or export it again."},
		{"cut off behind a key", `{"BG-4":{"BT-27"`, "1:17 BG-4: The document ends before it is complete. It seems to be cut off: transfer or export it again."},
		{"cut off before a value", `{"BG-4":{"BT-27":`, "1:18 BG-4.BT-27: The document ends before it is complete. It seems to be cut off: transfer or export it again."},
		{"cut off in a text", `{"BT-1":"x`, "1:9 BT-1: The text that begins here does not end. Close it with a double quote."},
		{"cut off in an escape", `{"BT-1":"\u12`, `1:10 BT-1: \u12 is no escape, or no whole character. Write a backslash itself as \\.`},
		{"latin 1", "{\"BT-1\":\n\"caf\xe9\"}", "2:5 : From here on, the document is not UTF-8. Export it in UTF-8."},
		{"single quotes", `{'BT-1':'x'}`, `1:2 : 'BT-1' stands where a key must begin. Write keys in double quotes: "BT-1".`},
		{"key without quotes", `{"terms":{BT-1:"x"}}`, `1:11 terms: BT-1 stands where a key must begin. Write keys in double quotes: "BT-1".`},
		{"no colon", `{"BT-1" "x"}`, `1:9 : "x stands where a colon must follow the key BT-1. Write a colon between key and value.`},
		{"no comma", `{"BT-1":"x" "BT-2":"y"}`, `1:13 : "BT-2 stands where a comma or } must follow. Write a comma between two values.`},
		{"no comma in an array", `{"BG-25":[{}{}]}`, `1:13 BG-25: { stands where a comma or ] must follow. Write a comma between two values.`},
		{"a comma too many", `{"BG-25":[{},]}`, `1:13 BG-25: A comma stands before ]. Delete the comma behind the last value.`},
		{"a comma too many in an object", `{"BT-1":"x", }`, `1:12 : A comma stands before }. Delete the comma behind the last value.`},
		{"wrong bracket", `{"BG-25":[{]}`, `1:12 BG-25[1]: ] stands where a key must begin. Write keys in double quotes: "BT-1".`},
		{"a word", `{"BT-1":None}`, `1:9 BT-1: None stands where a value must begin. Write a text in double quotes, digits, an object or an array.`},
		{"a line end in a text", "{\"BT-1\":\"a\nb\"}", `1:11 BT-1: A line end or control character stands in a text. Write it as an escape, a line end as \n.`},
		{"a line end behind an escape", "{\"BT-1\":\"a\\t\nb\"}", `1:13 BT-1: A line end or control character stands in a text. Write it as an escape, a line end as \n.`},
		{"no escape", `{"BT-1":"C:\temp\x"}`, `1:17 BT-1: \x"} is no escape, or no whole character. Write a backslash itself as \\.`},
		{"half a character", `{"BT-1":"\ud83d!"}`, `1:10 BT-1: \ud83d is no escape, or no whole character. Write a backslash itself as \\.`},
		{"two first halves", `{"BT-1":"\ud83d\ud83d"}`, `1:10 BT-1: \ud83d is no escape, or no whole character. Write a backslash itself as \\.`},
		{"leading zero", `{"BG-22":{"BT-115":01.50}}`, `1:20 BG-22.BT-115: 01.50 is no number as JSON writes it. Write digits with a point before the decimals, without leading zeros; put anything else in double quotes.`},
		{"no digit before the point", `{"BG-22":{"BT-115":-.5}}`, `1:20 BG-22.BT-115: -.5 is no number as JSON writes it. Write digits with a point before the decimals, without leading zeros; put anything else in double quotes.`},
		{"a plus", `{"BG-22":{"BT-115":+5}}`, `1:20 BG-22.BT-115: +5 stands where a value must begin. Write a text in double quotes, digits, an object or an array.`},
		{"a currency", `{"BG-22":{"BT-115":5€}}`, `1:20 BG-22.BT-115: 5€ is no number as JSON writes it. Write digits with a point before the decimals, without leading zeros; put anything else in double quotes.`},
		{"in what is skipped", `{"x":[1,{"a":nul}]}`, `1:14 x: nul stands where a value must begin. Write a text in double quotes, digits, an object or an array.`},
		{"two invoices", "{\"BT-1\":\"x\"}\n{\"BT-1\":\"y\"}", `2:1 : { stands behind the end of the document. Write one invoice in a document, and nothing behind it.`},
		{"a comment", "// an invoice\n{}", `1:1 : // stands where a value must begin. Write a text in double quotes, digits, an object or an array.`},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := decode(test.doc)
			lines := mistakes(t, err)
			if diff := cmp.Diff(test.want, lines[len(lines)-1]); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestDecodeJSONMany lists all mistakes, those before the place where the document is no JSON any more too, and no more than a hundred.
func TestDecodeJSONMany(t *testing.T) {
	_, err := decode(`{"BT-99":"x",` + strings.Repeat(`"a":1,`, 2000) + `"BT-1":}`)
	var refused *en16931.JSONError
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	if len(refused.Findings) != 100 || refused.More != 1902 {
		t.Errorf("%d findings and %d more", len(refused.Findings), refused.More)
	}
	const want = "en16931: line 1, column 2: BT-99 (Document level charge amount) does not stand in the terms of the invoice " +
		"(BT-99 belongs in BG-21 (Document level charges): BG-21[].BT-99), and 2001 more"
	if err.Error() != want {
		t.Errorf("the error is %q", err)
	}
	if f := refused.Findings[0]; len(f.Terms) != 1 || f.Terms[0] != "BT-99" || f.Found != "BT-99" || f.Expected != "BG-21[].BT-99" {
		t.Errorf("%+v", f)
	}
}

func TestDecodeJSONFrench(t *testing.T) {
	_, err := decode(`{"terms":{"BT-131":"1","BT-1O":"x","BT-1":null}}`)
	var refused *en16931.JSONError
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	var got []string
	for _, f := range refused.Findings {
		got = append(got, f.Message.In(report.FR, f.Args...)+" "+f.Fix.In(report.FR, f.Args...))
	}
	want := []string{
		"BT-131 (Montant net de ligne de facture) n'a pas sa place dans les termes de la facture. La place de BT-131 est dans BG-25 (Ligne de facture) : terms.BG-25[].BT-131.",
		"La clé BT-1O n'existe pas dans les termes de la facture. Vouliez-vous écrire BT-10 ?",
		"BT-1 est null, mais doit être un texte. Omettez la clé de ce qui n'est pas dans la facture.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestDecodeJSONLimits(t *testing.T) {
	for _, test := range []struct {
		name, doc string
		limits    en16931.JSONLimits
		want      string
	}{
		{"bytes", `{"BT-1":"x"}`, en16931.JSONLimits{Bytes: 11}, "0:0 : The document is larger than 11 bytes."},
		{"as many bytes", `{"BT-1":"x"}`, en16931.JSONLimits{Bytes: 12}, ""},
		{"depth", `{"terms":{"BG-25":[{"BG-31":{}}]}}`, en16931.JSONLimits{Depth: 4}, "1:29 terms.BG-25[1].BG-31: More than 4 objects and arrays stand in each other."},
		{"as deep", `{"terms":{"BG-25":[{"BG-31":{}}]}}`, en16931.JSONLimits{Depth: 5}, ""},
		{"depth of what is skipped", `{"x":` + strings.Repeat("[", 1e6), en16931.JSONLimits{Depth: -1}, "1:10005 x: More than 10,000 objects and arrays stand in each other."},
		{"depth by default", `{"x":` + strings.Repeat("[", 100), en16931.JSONLimits{}, "1:105 x: More than 100 objects and arrays stand in each other."},
		{"groups", `{"BG-25":[{},{},{}]}`, en16931.JSONLimits{Nodes: 3}, "1:17 BG-25[3]: The document has more than 3 groups and values of arrays."},
		{"as many groups", `{"BG-25":[{},{},{}]}`, en16931.JSONLimits{Nodes: 4}, ""},
		{"values", `{"BG-4":{"BT-29":["1","2"]}}`, en16931.JSONLimits{Nodes: 3}, "1:26 BG-4.BT-29[2]: The document has more than 3 groups and values of arrays."},
		{"entries", `{"terms":{},"residue":[{"path":"","value":""},{}]}`, en16931.JSONLimits{Nodes: 2}, "1:47 residue[2]: The document has more than 2 groups and values of arrays."},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := en16931.DecodeJSON(context.Background(), strings.NewReader(test.doc), test.limits)
			if test.want == "" {
				if err != nil {
					t.Error(err)
				}
				return
			}
			lines := mistakes(t, err)
			if last := lines[len(lines)-1]; last != test.want {
				t.Errorf("got %q, want %q", last, test.want)
			}
			var refused *en16931.JSONError
			if errors.As(err, &refused); refused.Findings[len(refused.Findings)-1].Rule != "RD-LIMIT" {
				t.Error("the rule is not RD-LIMIT")
			}
		})
	}
}

// TestDecodeJSONReader passes on what stops the reading, and reads no more than it may.
func TestDecodeJSONReader(t *testing.T) {
	broken := errors.New("broken pipe")
	if _, err := en16931.DecodeJSON(context.Background(), io.MultiReader(strings.NewReader(`{"BT`), failing{broken}), en16931.JSONLimits{}); !errors.Is(err, broken) {
		t.Errorf("the error is %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := en16931.DecodeJSON(ctx, strings.NewReader(`{}`), en16931.JSONLimits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
	in := bytes.NewReader(make([]byte, 1000))
	if _, err := en16931.DecodeJSON(context.Background(), in, en16931.JSONLimits{Bytes: 10}); err == nil || in.Len() != 1000-11 {
		t.Errorf("%d bytes are left, error %v", in.Len(), err)
	}
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// compile returns the published schema as an independent validator understands it, dates included.
func compile(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const name = "../docs/fx-invoice-1.schema.json"
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	if err := c.AddResource(name, instance(t, string(content))); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func instance(t *testing.T, doc string) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(doc))
	if err != nil {
		t.Fatalf("%v in %s", err, doc)
	}
	return v
}
