package en16931

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestAppendJSON(t *testing.T) {
	amount := func(s string) Amount { return Amount{Decimal: ParseDecimal(s)} }
	var file BinaryObject
	file.SetBase64("YWJj\n ZGVm")
	file.MIME, file.Filename = "text/plain", "a.txt"
	var broken BinaryObject
	broken.SetBase64("not base64!")
	for _, test := range []struct {
		name string
		inv  Invoice
		want string
	}{
		{"nothing", Invoice{}, `{}`},
		{"order of the model, not of any syntax", Invoice{PaymentTerms: "30 d", Number: "F-1"}, `{"BT-1":"F-1","BT-20":"30 d"}`},
		{"numbers keep their text, trimmed", Invoice{Totals: Totals{Due: amount(" 01.50\n"), Paid: amount("+0"), Lines: amount("1,5 ")}},
			`{"BG-22":{"BT-106":"1,5","BT-113":"+0","BT-115":"01.50"}}`},
		{"a computed number", Invoice{Totals: Totals{Due: Amount{Decimal: NewDecimal(-5, 2)}}}, `{"BG-22":{"BT-115":"-0.05"}}`},
		{"an amount in another currency", Invoice{Totals: Totals{Due: Amount{Decimal: NewDecimal(1, 0), Currency: "USD"}, Paid: Amount{Currency: "CHF"}}},
			`{"BG-22":{"BT-113":{"currency":"CHF"},"BT-115":{"value":"1","currency":"USD"}}}`},
		{"dates", Invoice{IssueDate: ParseDate102("20260131"), DueDate: ParseDate("31.1.2026")}, `{"BT-2":"2026-01-31","BT-9":"31.1.2026"}`},
		{"identifiers", Invoice{Seller: Seller{Identifiers: []Identifier{{Value: "1"}, {Value: "2", Scheme: "0009"}}, LegalRegistration: Identifier{Scheme: "0002"}}},
			`{"BG-4":{"BT-29":["1",{"value":"2","BT-29-1":"0009"}],"BT-30":{"BT-30-1":"0002"}}}`},
		{"one classification is an array, with its version", Invoice{Lines: []*Line{{Item: Item{Classifications: []Identifier{{"x", "STI", "2"}}}}}},
			`{"BG-25":[{"BG-31":{"BT-158":[{"value":"x","BT-158-1":"STI","BT-158-2":"2"}]}}]}`},
		{"a file", Invoice{SupportingDocuments: []*SupportingDocument{{Reference: "r", Attachment: file}, {Attachment: broken}}},
			`{"BG-24":[{"BT-122":"r","BT-125":{"value":"YWJjZGVm","BT-125-1":"text/plain","BT-125-2":"a.txt"}},{"BT-125":"not base64!"}]}`},
		{"groups that are there and empty", Invoice{Lines: []*Line{{}, {ID: "2"}, {}}, Payee: &Payee{}}, `{"BG-10":{},"BG-25":[{},{"BT-126":"2"},{}]}`},
		{"groups in required groups", Invoice{Buyer: Buyer{Contact: &BuyerContact{}}}, `{"BG-7":{"BG-9":{}}}`},
		{"arrays behind each other", Invoice{Allowances: []*Allowance{{Reason: "a"}}, Charges: []*Charge{{Reason: "b"}, {Reason: "c"}}, Totals: Totals{Due: amount("1")}},
			`{"BG-20":[{"BT-97":"a"}],"BG-21":[{"BT-104":"b"},{"BT-104":"c"}],"BG-22":{"BT-115":"1"}}`},
		{"arrays in arrays", Invoice{Lines: []*Line{{Allowances: []*LineAllowance{{Reason: "a"}, {Reason: "b"}}}, {Charges: []*LineCharge{{Reason: "c"}}}}},
			`{"BG-25":[{"BG-27":[{"BT-139":"a"},{"BT-139":"b"}]},{"BG-28":[{"BT-144":"c"}]}]}`},
		{"escapes", Invoice{Number: "a\"\\\n\r\t\x01\x7f\u009b\u202e\u2028\U000e0001<é漢😀\xff"},
			`{"BT-1":"a\"\\\n\r\t\u0001\u007f\u009b\u202e\u2028\udb40\udc01<é漢😀\ufffd"}`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := string(test.inv.AppendJSON([]byte("x")))
			if diff := cmp.Diff("x"+test.want, got); diff != "" {
				t.Error(diff)
			}
			if !json.Valid([]byte(got[1:])) {
				t.Errorf("not JSON: %s", got)
			}
		})
	}
}

// TestJSONHasEveryTerm fills every field of the model and looks for every term in the JSON, nested as in the standard.
func TestJSONHasEveryTerm(t *testing.T) {
	inv := &Invoice{}
	fill(BG0, inv)
	var got any
	if err := json.Unmarshal(inv.AppendJSON(nil), &got); err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	var visit func(parent Term, v any)
	visit = func(parent Term, v any) {
		switch v := v.(type) {
		case map[string]any:
			for key, below := range v {
				if key == "value" {
					continue
				}
				term, ok := TermByID(key)
				if !ok || term.Parent() != parent {
					t.Errorf("%s stands in %s", key, parent)
					continue
				}
				seen[key] = true
				if _, isArray := below.([]any); isArray != term.Card().Many() {
					t.Errorf("%s: array is %v, cardinality %s", key, isArray, term.Card())
				}
				visit(term, below)
			}
		case []any:
			for _, below := range v {
				visit(parent, below)
			}
		}
	}
	visit(BG0, got)
	for term := BG0 + 1; term < NumTerms; term++ {
		if !seen[term.String()] {
			t.Errorf("%s is missing", term)
		}
	}
}

// fill gives every field of a group, and of those below it, some content.
func fill(g Term, group any) {
	for _, term := range Children(g) {
		if term.IsGroup() {
			fill(term, Append(term, group))
			continue
		}
		switch f := Field(term, group).(type) {
		case *string:
			*f = "text"
		case *Code:
			*f = "code"
		case *Date:
			*f = NewDate(2026, 1, 31)
		case *Decimal:
			*f = NewDecimal(1, 0)
		case *Amount:
			f.Decimal = NewDecimal(100, 2)
		case *Identifier:
			*f = Identifier{"id", "scheme", "version"}
		case *[]Identifier:
			*f = []Identifier{{"id", "scheme", "version"}}
		case *BinaryObject:
			*f = NewBinaryObject([]byte("content"), "text/plain", "file")
		default:
			panic(fmt.Sprintf("%s is a %T", term, f))
		}
	}
}

func TestWriteJSON(t *testing.T) {
	inv := &Invoice{Number: "F-1"}
	for i := range 2000 {
		inv.Lines = append(inv.Lines, &Line{ID: fmt.Sprint(i), Note: strings.Repeat("n", 50)})
	}
	var w chunks
	if err := inv.WriteJSON(&w); err != nil {
		t.Fatal(err)
	}
	if want := inv.AppendJSON(nil); !bytes.Equal(w.all, want) {
		t.Errorf("WriteJSON wrote %d bytes that are not those of AppendJSON (%d)", len(w.all), len(want))
	}
	if w.largest > 2*jsonChunk {
		t.Errorf("a piece of %d bytes was written at once", w.largest)
	}
	w.fail = errors.New("disk full")
	if err := inv.WriteJSON(&w); !errors.Is(err, w.fail) {
		t.Errorf("the error is %v", err)
	}
}

type chunks struct {
	all     []byte
	largest int
	fail    error
}

func (c *chunks) Write(b []byte) (int, error) {
	c.all, c.largest = append(c.all, b...), max(c.largest, len(b))
	return len(b), c.fail
}
