package check_test

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/ubl"
)

// addDocuments gives a fuzz target the project's own invoices, and some of the official ones where they are.
func addDocuments(f *testing.F, add func(content []byte)) {
	names, err := filepath.Glob("../testdata/*.xml")
	if err != nil || len(names) == 0 {
		f.Fatalf("no samples in testdata: %v", err)
	}
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		add(content)
	}
	if os.Getenv("FX_CONFORMANCE") == "" {
		return
	}
	n := 0
	official.Documents(f, func(_ string, content []byte) {
		if n++; len(content) < 12_000 && n%7 == 0 {
			add(content)
		}
	}, official.Unit, official.Bases, official.Lexical)
}

// FuzzPatch changes any invoice in any way and writes it back: what is written reads as the changed invoice.
func FuzzPatch(f *testing.F) {
	seed := uint64(0)
	addDocuments(f, func(content []byte) { seed++; f.Add(content, seed) })
	f.Fuzz(func(t *testing.T, content []byte, seed uint64) {
		r := rand.New(rand.NewPCG(seed, 0))
		content = scramble(content, r)
		doc, err := readDoc(content)
		if err != nil || doc.Syntax == "json" {
			return
		}
		var out bytes.Buffer
		if err := doc.Invoice.Patch(&out); err != nil || !bytes.Equal(out.Bytes(), content) {
			t.Fatalf("untouched: %v\n%s", err, &out)
		}
		did := edits[r.IntN(len(edits))].do(doc.Invoice, r)
		out.Reset()
		err = doc.Invoice.Patch(&out)
		if err != nil {
			if out.Len() > 0 {
				t.Fatalf("%s: %v, and something was written", did, err)
			}
			if _, ok := errors.AsType[*en16931.LossError](err); !ok && !errors.Is(err, en16931.ErrPatch) {
				t.Fatalf("%s: %v", did, err)
			}
			return
		}
		again, err := readDoc(out.Bytes())
		if err != nil {
			t.Fatalf("%s: %v\n%s", did, err, &out)
		}
		if diff := cmp.Diff(settled(doc.Invoice), settled(again.Invoice), sameTexts); diff != "" {
			t.Fatalf("%s: -changed +read again\n%s\n%s", did, diff, &out)
		}
	})
}

// FuzzEncode reads any invoice, writes it in its own syntax and reads it again: the model is the same, but for the losses.
func FuzzEncode(f *testing.F) {
	seed := uint64(0)
	addDocuments(f, func(content []byte) { seed++; f.Add(content, seed) })
	f.Fuzz(func(t *testing.T, content []byte, seed uint64) {
		content = scramble(content, rand.New(rand.NewPCG(seed, 1)))
		doc, err := readDoc(content)
		if err != nil || doc.Syntax == "json" {
			return
		}
		var out bytes.Buffer
		var lost []en16931.Loss
		if doc.Syntax == "ubl" {
			lost, err = ubl.Encode(&out, doc.Invoice)
		} else {
			lost, err = cii.Encode(&out, doc.Invoice, cii.D22B)
		}
		if err != nil {
			t.Fatal(err)
		}
		again, err := readDoc(out.Bytes())
		if err != nil {
			t.Fatalf("%v\n%s", err, &out)
		}
		checkAccount(t, "fuzz", doc.Invoice, again.Invoice, lost)
		if len(lost) > 0 {
			return
		}
		if diff := cmp.Diff(settled(doc.Invoice), settled(again.Invoice), sameTexts); diff != "" {
			t.Fatalf("-read +read again\n%s\n%s", diff, &out)
		}
	})
}

// sameTexts is sameModel where texts need not be numbers and dates: one that cannot be read is written without the white space around it.
var sameTexts = cmp.Options{
	cmpopts.IgnoreFields(en16931.Invoice{}, "Source", "Unread"),
	cmpopts.EquateEmpty(),
	cmp.Comparer(sameNumber),
	cmp.Comparer(func(a, b en16931.Amount) bool { return sameNumber(a.Decimal, b.Decimal) && a.Currency == b.Currency }),
	cmp.Comparer(func(a, b en16931.Date) bool {
		return a.Equal(b) || strings.TrimSpace(a.Text()) == strings.TrimSpace(b.Text())
	}),
	cmp.Comparer(func(a, b en16931.BinaryObject) bool { return a == b }),
	cmpopts.SortSlices(func(a, b en16931.Identifier) bool { return a.Scheme+"\x00"+a.Value < b.Scheme+"\x00"+b.Value }),
}

func sameNumber(a, b en16931.Decimal) bool { return a.Equal(b) || a.String() == b.String() }
