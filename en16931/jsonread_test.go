package en16931

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/fxinvoice/fx/report"
)

// equalModels compares what two invoices hold; numbers and binary objects with their text.
var equalModels = []cmp.Option{
	cmpopts.IgnoreFields(Invoice{}, "Source", "Unread"),
	cmp.AllowUnexported(BinaryObject{}),
	cmp.Comparer(func(a, b Decimal) bool { return a.Equal(b) && a.String() == b.String() }),
	cmp.Comparer(func(a, b Date) bool { return a.Equal(b) }),
}

func decodeJSON(t testing.TB, doc string) *Invoice {
	t.Helper()
	inv, err := DecodeJSON(context.Background(), strings.NewReader(doc), JSONLimits{})
	if err != nil {
		t.Fatalf("%v in %s", err, doc)
	}
	return inv
}

func TestDecodeJSON(t *testing.T) {
	amount := func(s string) Amount { return Amount{Decimal: ParseDecimal(s)} }
	var file BinaryObject
	file.SetBase64("YWJj")
	file.MIME, file.Filename = "text/plain", "a.txt"
	for _, test := range []struct {
		name, doc string
		want      Invoice
	}{
		{"nothing", `{}`, Invoice{}},
		{"an envelope of nothing", ` { "terms" : { } } `, Invoice{}},
		{"byte order mark, line ends", "\ufeff{\r\n\t\"BT-1\" : \"F-1\"\r\n}\n", Invoice{Number: "F-1"}},
		{"an envelope in any order", `{"terms":{"BT-1":"F-1"},"profile":"en16931","file":"a.xml","syntax":"ubl","unread":[{"rule":"RD-NUMBER","line":3}]}`, Invoice{Number: "F-1"}},
		{"terms in any order", `{"BT-20":"30 d","BG-25":[{"BT-131":"1","BT-126":"1"}],"BT-1":"F-1"}`,
			Invoice{Number: "F-1", PaymentTerms: "30 d", Lines: []*Line{{ID: "1", NetAmount: amount("1")}}}},
		{"numbers keep their digits", `{"BG-22":{"BT-106":10.00,"BT-107":"010.0","BT-108":-0,"BT-109":123456789012345678901234567890.10,"BT-110":"+1.","BT-111":0.1}}`,
			Invoice{Totals: Totals{Lines: amount("10.00"), Allowances: amount("010.0"), Charges: amount("-0"),
				WithoutVAT: amount("123456789012345678901234567890.10"), VAT: amount("+1."), VATInAccountingCurrency: amount("0.1")}}},
		{"quantities and percentages", `{"BG-25":[{"BT-129":1.50,"BG-30":{"BT-152":"20"}}]}`,
			Invoice{Lines: []*Line{{Quantity: ParseDecimal("1.50"), VAT: LineVAT{Rate: ParseDecimal("20")}}}}},
		{"amounts in another currency", `{"BG-22":{"BT-113":{"currency":"CHF"},"BT-115":{"value":1.0,"currency":"USD"},"BT-114":{"value":"2"}}}`,
			Invoice{Totals: Totals{Paid: Amount{Currency: "CHF"}, Due: Amount{Decimal: ParseDecimal("1.0"), Currency: "USD"}, Rounding: amount("2")}}},
		{"dates", `{"BT-2":"2026-01-31","BT-9":""}`, Invoice{IssueDate: ParseDate("2026-01-31")}},
		{"identifiers", `{"BG-4":{"BT-29":["1",{"value":"2","BT-29-1":"0009"},{},""],"BT-30":{"BT-30-1":"0002"},"BT-34":"a"}}`,
			Invoice{Seller: Seller{Identifiers: []Identifier{{Value: "1"}, {Value: "2", Scheme: "0009"}},
				LegalRegistration: Identifier{Scheme: "0002"}, ElectronicAddress: Identifier{Value: "a"}}}},
		{"a classification with its version", `{"BG-25":[{"BG-31":{"BT-158":[{"BT-158-2":"2","value":"x","BT-158-1":"STI"}]}}]}`,
			Invoice{Lines: []*Line{{Item: Item{Classifications: []Identifier{{"x", "STI", "2"}}}}}}},
		{"a file", `{"BG-24":[{"BT-122":"r","BT-125":{"value":"YWJj","BT-125-1":"text/plain","BT-125-2":"a.txt"}}]}`,
			Invoice{SupportingDocuments: []*SupportingDocument{{Reference: "r", Attachment: file}}}},
		{"groups that are there and empty", `{"BG-10":{},"BG-25":[{},{"BT-126":"2"},{}],"BG-20":[]}`,
			Invoice{Payee: &Payee{}, Lines: []*Line{{}, {ID: "2"}, {}}}},
		{"escapes", `{"BT-1":"a\"\\\/\b\f\n\r\t\u0001\u009B\u202e\udb40\udc01<é漢😀\ud83D\uDE00"}`,
			Invoice{Number: "a\"\\/\b\f\n\r\t\x01\u009b\u202e\U000e0001<é漢😀😀"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := decodeJSON(t, test.doc)
			if diff := cmp.Diff(&test.want, got, equalModels...); diff != "" {
				t.Error(diff)
			}
			if len(got.Unread) > 0 {
				t.Errorf("unread: %v", got.Unread)
			}
			if got.Source.Syntax() != "json" {
				t.Errorf("syntax %s", got.Source.Syntax())
			}
		})
	}
}

// TestDecodeJSONEveryTerm fills every field of the model, and reads what is written of it.
func TestDecodeJSONEveryTerm(t *testing.T) {
	inv := &Invoice{}
	fill(BG0, inv)
	written := inv.AppendJSON(nil)
	got := decodeJSON(t, string(written))
	if diff := cmp.Diff(inv, got, append(equalModels, cmpopts.IgnoreFields(Identifier{}, "Version"))...); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff(string(written), string(got.AppendJSON(nil))); diff != "" {
		t.Error(diff)
	}
	for term := BG0 + 1; term < NumTerms; term++ {
		if p := got.Source.Locate(got, term); !got.Source.Exists(got, term) || p.Missing != "" || !strings.HasPrefix(string(written[p.Offset:]), `"`+term.String()+`":`) &&
			(term.Card() != Repeated && term.Card() != RequiredRepeated || written[p.Offset] != '{') {
			t.Errorf("%s is located at %+v", term, p)
		}
	}
}

func TestDecodeJSONUnread(t *testing.T) {
	const doc = `{"terms":{"BT-2":"31.1.2026",
"BT-7":"2026-02-30","BT-9":"2026-01-31Z",
"BG-22":{"BT-115":"1,5","BT-113":{"currency":"EUR","value":"x"}},
"BG-25":[{},{"BT-129":"1e3"}],
"BG-24":[{"BT-125":{"value":"not base64!","BT-125-1":"text/plain"}}]}}`
	inv := decodeJSON(t, doc)
	var got []string
	for _, f := range inv.Unread {
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
		got = append(got, fmt.Sprintf("%d:%d %s %s %s %v", f.Line, f.Column, f.Path, f.Rule, f.Found, f.Terms))
	}
	want := []string{
		"1:11 terms.BT-2 RD-DATE 31.1.2026 [BT-2]",
		"2:1 terms.BT-7 RD-DATE 2026-02-30 [BT-7]",
		"2:21 terms.BT-9 RD-DATE 2026-01-31Z [BT-9]",
		"3:10 terms.BG-22.BT-115 RD-NUMBER 1,5 [BT-115]",
		"3:52 terms.BG-22.BT-113.value RD-NUMBER x [BT-113]",
		"4:14 terms.BG-25[2].BT-129 RD-NUMBER 1e3 [BT-129]",
		"5:11 terms.BG-24[1].BT-125 RD-BINARY not base64! [BT-125]",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if s := inv.DueDate.Text() + inv.Totals.Due.Text() + inv.SupportingDocuments[0].Attachment.Base64(); s != "2026-01-31Z1,5not base64!" {
		t.Errorf("the texts are kept as %s", s)
	}
	const message = "BT-2 (Date d'émission de la facture) vaut 31.1.2026, qui n'est pas une date telle que ce format l'écrit, ou un jour qui n'existe pas au calendrier."
	if f := inv.Unread[0]; f.Message.In(report.FR, f.Args...) != message {
		t.Error(f.Message.In(report.FR, f.Args...))
	}
}

func TestDecodeJSONResidue(t *testing.T) {
	inv := decodeJSON(t, `{"syntax":"cii","profile":"facturx-basic","terms":{},
"repeated":[{"term":"BT-22","path":"/rsm:I/ram:N[2]","line":9,"column":4,"value":"x"},{"term":"BT-1","path":"/late","line":12,"column":1,"value":"y"}],
"residue":[{"value":"v","path":"/rsm:I/ram:Foo","line":9,"column":8},{"path":"nowhere","value":""}]}`)
	want := []Residue{
		{Place: Place{Path: "/rsm:I/ram:N[2]", Line: 9, Column: 4}, Value: "x", Term: BT22, Bound: true},
		{Place: Place{Path: "/rsm:I/ram:Foo", Line: 9, Column: 8}, Value: "v"},
		{Place: Place{Path: "nowhere"}},
		{Place: Place{Path: "/late", Line: 12, Column: 1}, Value: "y", Term: BT1, Bound: true},
	}
	if diff := cmp.Diff(want, inv.Source.Residue()); diff != "" {
		t.Error(diff)
	}
	if syntax, profile := inv.Source.(*JSONSource).Announced(); syntax != "cii" || profile != "facturx-basic" {
		t.Errorf("announced: %s, %s", syntax, profile)
	}
}

func TestJSONSource(t *testing.T) {
	const doc = `{"terms":{
"BT-1":"é", "BT-3":"380",
"BG-4":{"BT-29":["1",{"value":"2","BT-29-1":"0009"}],"BT-30":{"value":"3","BT-30-1":"0002"},"BT-27":"\"BT-28\":"},
"BG-25":[
 {"BT-126":"1","BG-29":{"BT-146":"1"}},
 {"BT-131":"2","BG-31":{}}
],"BG-20":[],"BG-16":{"BG-17":[{},{"BT-84":"x"}]}}}`
	inv := decodeJSON(t, doc)
	built := &Line{}
	inv.Lines = append(inv.Lines, built)
	first, second := inv.Lines[0], inv.Lines[1]
	for _, test := range []struct {
		name  string
		group any
		term  Term
		want  string // place, path and what is missing
	}{
		{"a term", inv, BT1, "2:1 terms.BT-1"},
		{"a term behind another character", inv, BT3, "2:13 terms.BT-3"},
		{"a term that is not there", inv, BT2, "1:2 terms < BT-2"},
		{"the terms", inv, BG0, "1:2 terms"},
		{"a group", inv, BG4, "3:1 terms.BG-4"},
		{"a group by itself", &inv.Seller, BG4, "3:1 terms.BG-4"},
		{"a term of a group", &inv.Seller, BT27, "3:93 terms.BG-4.BT-27"},
		{"a term of a group, from above", inv, BT27, "3:93 terms.BG-4.BT-27"},
		{"a term that stands only in a text", &inv.Seller, BT28, "3:1 terms.BG-4 < BT-28"},
		{"a sub-item", &inv.Seller, BT30_1, "3:75 terms.BG-4.BT-30.BT-30-1"},
		{"a sub-item of the first value", &inv.Seller, BT29_1, "3:18 terms.BG-4.BT-29[1] < BT-29-1"},
		{"a sub-item of a term that is not there", &inv.Seller, BT34_1, "3:1 terms.BG-4 < BT-34.BT-34-1"},
		{"a group that is not there", &inv.Seller.Address, BT40, "3:1 terms.BG-4 < BG-5.BT-40"},
		{"groups that are not there", &inv.Totals, BT115, "1:2 terms < BG-22.BT-115"},
		{"a group with a key and nothing in it", inv.Payment, BT81, "7:14 terms.BG-16 < BT-81"},
		{"a group in an array in a group", inv.Payment.CreditTransfers[1], BT84, "7:36 terms.BG-16.BG-17[2].BT-84"},
		{"lines", inv, BG25, "4:1 terms.BG-25"},
		{"a term of the first line", inv, BT131, "5:2 terms.BG-25[1] < BT-131"},
		{"an empty array", inv, BT92, "7:3 terms.BG-20 < BT-92"},
		{"a line", second, BG25, "6:2 terms.BG-25[2]"},
		{"a term of a line", second, BT131, "6:3 terms.BG-25[2].BT-131"},
		{"a term that a line lacks", second, BT126, "6:2 terms.BG-25[2] < BT-126"},
		{"a group of a line", &first.Price, BT146, "5:25 terms.BG-25[1].BG-29.BT-146"},
		{"a group that a line lacks", &second.Price, BT146, "6:2 terms.BG-25[2] < BG-29.BT-146"},
		{"a term that is not the group's", first, BT1, ""},
		{"a line built in Go", built, BT126, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := inv.Source.Locate(test.group, test.term)
			got := fmt.Sprintf("%d:%d %s", p.Line, p.Column, p.Path)
			if p.Missing != "" {
				got += " < " + p.Missing
			}
			if p == (Place{}) {
				got = ""
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
			if exists := inv.Source.Exists(test.group, test.term); exists != (test.want != "" && p.Missing == "") {
				t.Errorf("exists: %t", exists)
			}
		})
	}
	source := inv.Source.(*JSONSource)
	if line := source.Line(6); line != ` {"BT-131":"2","BG-31":{}}` {
		t.Errorf("line 6 is %q", line)
	}
}

// TestJSONSourceConcurrent asks one source from many goroutines, as rules may.
func TestJSONSourceConcurrent(t *testing.T) {
	inv := decodeJSON(t, `{"terms":{"BT-1":"x","BG-25":[{"BT-126":"1"},{"BT-126":"2"}]}}`)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if p := inv.Source.Locate(inv.Lines[1], BT126); p.Column != 47 || p.Path != "terms.BG-25[2].BT-126" {
				t.Errorf("%+v", p)
			}
			if inv.Source.Exists(&inv.Seller, BT27) || len(inv.Source.Residue()) > 0 {
				t.Error("something is there")
			}
		})
	}
	all.Wait()
}

// TestLineIndex compares lines and columns with those of plain counting.
func TestLineIndex(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "no line end": "abc", "short lines": "a\n\nbé\r\n", "one long line": strings.Repeat("é漢a", 2000),
		"long lines": strings.Repeat(strings.Repeat("漢", 700)+"\r\n", 5), "many lines": strings.Repeat("\né", 3000),
	} {
		t.Run(name, func(t *testing.T) {
			x := &lineIndex{text: text}
			line, column := 1, 1
			for off, r := range text {
				if l, c := x.position(off); l != line || c != column {
					t.Fatalf("offset %d is %d:%d, want %d:%d", off, l, c, line, column)
				}
				if column++; r == '\n' {
					line, column = line+1, 1
				}
			}
			if l, c := x.position(len(text)); l != line || c != column {
				t.Errorf("the end is %d:%d, want %d:%d", l, c, line, column)
			}
			for i, want := range strings.Split(text, "\n") {
				if got := x.line(i + 1); got != strings.TrimSuffix(want, "\r") {
					t.Fatalf("line %d is %q", i+1, got)
				}
			}
			if x.line(0) != "" || x.line(line+1) != "" {
				t.Error("there are lines before the first or behind the last")
			}
		})
	}
}

// FuzzDecodeJSON reads anything. What decodes is JSON by encoding/json too; what is written of it reads as the same.
func FuzzDecodeJSON(f *testing.F) {
	inv := &Invoice{}
	fill(BG0, inv)
	f.Add(string(inv.AppendJSON(nil)))
	for _, doc := range []string{`{"terms":{"BT-1":"a\u0041"},"residue":[{"path":"/a","line":1,"column":1,"value":"b"}]}`, `{"BT-1O":[null,true,{"a":-1.5e3}]}`,
		`{"BG-24":[{"BT-125":" YQ== "}],"BT-2":" 2026-01-31 ","BG-22":{"BT-115":" 1,5 ","BT-113":{"value":"","currency":"X"}}}`, "\ufeff[", `{"BG-25":[{}`} {
		f.Add(doc)
	}
	f.Fuzz(func(t *testing.T, doc string) {
		inv, err := DecodeJSON(context.Background(), strings.NewReader(doc), JSONLimits{Nodes: 1000})
		if err != nil {
			return
		}
		if !json.Valid([]byte(strings.TrimPrefix(doc, "\ufeff"))) {
			t.Fatalf("%q is no JSON", doc)
		}
		once := string(inv.AppendJSON(nil))
		again := decodeJSON(t, once)
		if twice := string(again.AppendJSON(nil)); twice != once {
			t.Errorf("written: %s\nthen:    %s", once, twice)
		}
		inv.Walk(locator{t, inv, strings.TrimPrefix(doc, "\ufeff")})
	})
}

// locator asks for the place of every term of every group, and looks whether a key stands there.
type locator struct {
	t   *testing.T
	inv *Invoice
	doc string
}

func (l locator) Enter(g Term, group any) bool {
	for _, term := range Children(g) {
		p := l.inv.Source.Locate(group, term)
		if p.Line == 0 || (p.Missing == "") != l.inv.Source.Exists(group, term) || p.Missing == "" && l.doc[p.Offset] != '"' {
			l.t.Errorf("%s: %+v", term, p)
		}
	}
	return true
}

func (l locator) Leave(Term, any)      {}
func (l locator) Value(Term, any, any) {}

// BenchmarkDecodeJSON compares with encoding/json, which reads the same bytes into maps.
func BenchmarkDecodeJSON(b *testing.B) {
	inv := &Invoice{}
	fill(BG0, inv)
	for range 50 {
		fill(BG25, Append(BG25, inv))
	}
	doc := string(inv.AppendJSON(nil))
	b.Run("fx", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			decodeJSON(b, doc)
		}
	})
	b.Run("encoding-json", func(b *testing.B) {
		b.SetBytes(int64(len(doc)))
		b.ReportAllocs()
		for b.Loop() {
			var m map[string]any
			if err := json.Unmarshal([]byte(doc), &m); err != nil {
				b.Fatal(err)
			}
		}
	})
}
