package check_test

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/schemas"
	"github.com/fxinvoice/fx/ubl"
)

// encoders write an invoice in a syntax.
var encoders = map[string]func(*bytes.Buffer, *en16931.Invoice) ([]en16931.Loss, error){
	"ubl": func(b *bytes.Buffer, inv *en16931.Invoice) ([]en16931.Loss, error) { return ubl.Encode(b, inv) },
	"cii-d16b": func(b *bytes.Buffer, inv *en16931.Invoice) ([]en16931.Loss, error) {
		return cii.Encode(b, inv, cii.D16B)
	},
	"cii-d22b": func(b *bytes.Buffer, inv *en16931.Invoice) ([]en16931.Loss, error) {
		return cii.Encode(b, inv, cii.D22B)
	},
}

// sameModel compares invoices but for where they come from, and for the order of identifiers, which CII does not keep.
var sameModel = cmp.Options{
	cmpopts.IgnoreFields(en16931.Invoice{}, "Source", "Unread"),
	cmpopts.EquateEmpty(),
	cmp.Comparer(func(a, b en16931.Amount) bool { return a.Decimal.Equal(b.Decimal) && a.Currency == b.Currency }),
	cmp.Comparer(func(a, b en16931.BinaryObject) bool { return a == b }),
	cmpopts.SortSlices(func(a, b en16931.Identifier) bool { return a.Scheme+"\x00"+a.Value < b.Scheme+"\x00"+b.Value }),
}

// pruned removes optional groups that hold nothing: an element that is empty in the source may be left out.
func pruned(inv *en16931.Invoice) *en16931.Invoice {
	prune(reflect.ValueOf(inv).Elem())
	return inv
}

func prune(group reflect.Value) {
	for i := range group.NumField() {
		switch f := group.Field(i); {
		case !group.Type().Field(i).IsExported():
		case f.Kind() == reflect.Pointer && !f.IsNil() && f.Elem().Kind() == reflect.Struct:
			if prune(f.Elem()); f.Elem().IsZero() {
				f.SetZero()
			}
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Pointer:
			kept := reflect.MakeSlice(f.Type(), 0, f.Len())
			for j := range f.Len() {
				if prune(f.Index(j).Elem()); !f.Index(j).Elem().IsZero() {
					kept = reflect.Append(kept, f.Index(j))
				}
			}
			if f.SetZero(); kept.Len() > 0 {
				f.Set(kept)
			}
		case f.Kind() == reflect.Struct:
			prune(f)
		}
	}
}

func readDoc(content []byte) (*check.Document, error) {
	return check.Read(context.Background(), bytes.NewReader(content), int64(len(content)), check.Limits{})
}

func validBy(t *testing.T, schema string, doc []byte) (bool, string) {
	t.Helper()
	tree, err := xmltree.Parse(string(doc), xmltree.Limits{})
	if err != nil {
		return false, err.Error()
	}
	s, _ := schemas.ByName(schema)
	result := s.Validate(tree, 1)
	if result.Valid() {
		return true, ""
	}
	f := result.Findings[0]
	return false, f.Path + ": " + f.Message.In("en", f.Args...)
}

// TestSameSyntax decodes every schema-valid document, encodes it in its own syntax and decodes it again: the model is the same, nothing is lost,
// and the result fits the schema.
func TestSameSyntax(t *testing.T) {
	done, unfit := 0, 0
	sets := []official.Set{official.Real, official.Bases, official.Mutants}
	if testing.Short() {
		sets = sets[:2]
	}
	official.Documents(t, func(name string, content []byte) {
		doc, err := readDoc(content)
		if err != nil {
			return
		}
		if doc.Syntax == "cii" && doc.Invoice.Currency == "" && !doc.Invoice.Totals.VAT.Absent() {
			return // BT-110 is told by an empty currency equal to an empty BT-5, which is not written
		}
		for _, schema := range []string{"ubl-2.1", "cii-d16b", "cii-d22b"} {
			if !strings.HasPrefix(schema, doc.Syntax) {
				continue
			}
			if ok, _ := validBy(t, schema, content); !ok {
				continue
			}
			var out bytes.Buffer
			encoder := map[string]string{"ubl-2.1": "ubl"}[schema]
			if encoder == "" {
				encoder = schema
			}
			lost, err := encoders[encoder](&out, doc.Invoice)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if len(lost) > 0 {
				t.Errorf("%s: lost %s %q: %s", name, lost[0].Term, lost[0].Value, lost[0].Reason.EN)
			}
			again, err := readDoc(out.Bytes())
			if err != nil {
				t.Errorf("%s: %v\n%s", name, err, &out)
				continue
			}
			if diff := cmp.Diff(pruned(doc.Invoice), pruned(again.Invoice), sameModel); diff != "" {
				t.Errorf("%s (%s): -read +read again\n%s", name, schema, diff)
			}
			if ok, why := validBy(t, schema, out.Bytes()); !ok {
				if len(doc.Invoice.Source.Residue()) == 0 {
					t.Errorf("%s (%s): encoded: %s", name, schema, why)
				}
				unfit++ // the schema demands what only the residue holds, such as a total in a third currency
			}
			done++
		}
	}, sets...)
	t.Logf("%d documents, %d with residue do not fit the schema without it", done, unfit)
	if unfit > done/200 {
		t.Errorf("%d documents do not fit the schema", unfit)
	}
	if done < 300 {
		t.Errorf("only %d documents", done)
	}
}

// TestOtherSyntax converts every valid document to the other syntax and back: where no loss is reported the model is the same.
func TestOtherSyntax(t *testing.T) {
	done, clean := 0, 0
	reasons := map[string]int{}
	official.Documents(t, func(name string, content []byte) {
		doc, err := readDoc(content)
		if err != nil {
			return
		}
		own, schema, other := "ubl", "ubl-2.1", "cii-d16b"
		if doc.Syntax == "cii" {
			own, schema, other = "cii-d16b", "cii-d16b", "ubl"
		}
		if ok, _ := validBy(t, schema, content); !ok || len(doc.Invoice.Unread) > 0 {
			return
		}
		var there, back bytes.Buffer
		lost, err := encoders[other](&there, doc.Invoice)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if !strings.HasPrefix(name, "real/") || len(doc.Invoice.Source.Residue()) == 0 {
			done++
			if len(lost) == 0 {
				clean++
			}
		}
		for _, l := range lost {
			reasons[l.Term.String()+": "+l.Reason.EN]++
		}
		converted, err := readDoc(there.Bytes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		checkAccount(t, name, doc.Invoice, converted.Invoice, lost)
		if len(lost) > 0 {
			return
		}
		if diff := cmp.Diff(pruned(doc.Invoice), pruned(converted.Invoice), sameModel); diff != "" {
			t.Errorf("%s: -%s +%s\n%s", name, own, other, diff)
		}
		if lost, err = encoders[own](&back, converted.Invoice); err != nil || len(lost) > 0 {
			t.Errorf("%s: back: %v, lost %v", name, err, lost)
			return
		}
		again, err := readDoc(back.Bytes())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		if diff := cmp.Diff(pruned(doc.Invoice), pruned(again.Invoice), sameModel); diff != "" {
			t.Errorf("%s: there and back\n%s", name, diff)
		}
	}, official.Real, official.Bases)
	t.Logf("%d documents, %d without a loss", done, clean)
	if clean < done*95/100 {
		t.Errorf("%d of %d documents convert without a loss, fewer than 95 %%", clean, done)
	}
	for r, n := range reasons {
		t.Logf("%4d × %s", n, r)
	}
}

// checkAccount holds the account to its promise: every value of the source is in the target or among the losses.
func checkAccount(t *testing.T, name string, source, target *en16931.Invoice, lost []en16931.Loss) {
	t.Helper()
	have := values{}
	target.Walk(have)
	for _, l := range lost {
		have.add(l.Term, l.Value)
	}
	want := values{}
	source.Walk(want)
	for term, texts := range want {
		got := have[term]
		slices.Sort(texts)
		slices.Sort(got)
		if strings.HasPrefix(term, "BT-") && !slices.Equal(texts, got) && !isDate(term) {
			t.Errorf("%s: %s: source %q, target and losses %q", name, term, texts, got)
		}
	}
}

// isDate reports whether a term is a date: the two syntaxes write it differently.
func isDate(term string) bool {
	id, _ := en16931.TermByID(term)
	return id.Type() == en16931.TypeDate
}
