package check_test

import (
	"bytes"
	"errors"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
)

// seeded returns the k-th source of chance for a document: the same in every run.
func seeded(name string, k int) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(h.Sum64(), uint64(k)))
}

// TestPatch writes every document back: untouched, and changed in every way with a few of its terms. What is written reads as the changed invoice,
// fits the schema where the document did, and differs in the changed value only.
func TestPatch(t *testing.T) {
	sets := []official.Set{official.Real, official.Unit, official.Bases, official.Mutants, official.Lexical}
	if testing.Short() {
		sets = []official.Set{official.Real, official.Lexical}
	}
	p := patchTest{t: t, count: map[string]int{}}
	documents := 0
	official.Documents(t, func(name string, content []byte) {
		doc, err := readDoc(content)
		if err != nil {
			return
		}
		documents++
		var out bytes.Buffer
		if err := doc.Invoice.Patch(&out); err != nil || !bytes.Equal(out.Bytes(), content) {
			t.Errorf("%s: untouched: %v, or other bytes", name, err)
			return
		}
		for k, e := range edits {
			// Mutants are many, and much alike: some edit for each.
			if r := seeded(name, k); !strings.HasPrefix(name, "mutants/mutants-ubl") && !strings.HasPrefix(name, "mutants/mutants-cii") || r.IntN(len(edits)) == 0 {
				p.patch(name, content, e, r)
			}
		}
	}, sets...)
	t.Logf("%d documents untouched", documents)
	for _, k := range sortedKeys(p.count) {
		t.Logf("%6d × %s", p.count[k], k)
	}
	// A value may stand in a file twice, though the schema forbids it; then it cannot be removed. Other refusals are corners of corners: accounts that
	// share a payment means, though the schema gives each its own.
	if n := p.count["refused for another reason"]; n > 10 {
		t.Errorf("%d changes refused", n)
	}
}

func sortedKeys(m map[string]int) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// patchTest counts what happens.
type patchTest struct {
	t     *testing.T
	count map[string]int
}

// patch does one edit of a document and writes it back.
func (p patchTest) patch(name string, content []byte, e edit, r *rand.Rand) {
	doc, err := readDoc(content)
	if err != nil {
		p.t.Fatal(err)
	}
	did := e.do(doc.Invoice, r)
	if did == "" {
		return
	}
	p.count[e.name]++
	name += ": " + e.name + " " + did
	var out bytes.Buffer
	err = doc.Invoice.Patch(&out)
	if loss, ok := errors.AsType[*en16931.LossError](err); ok {
		p.count[e.name+": refused with losses"]++
		if out.Len() > 0 {
			p.t.Errorf("%s: %v, but something was written", name, err)
		}
		lost, gone, lossy := doc.Invoice.PatchLossy(&out)
		if diff := cmp.Diff(loss, &en16931.LossError{Losses: lost, Residue: gone}); lossy == nil && diff != "" {
			p.t.Errorf("%s: the losses differ: %s", name, diff)
		}
		if err = lossy; len(lost) > 0 && err == nil {
			return
		}
	}
	if errors.Is(err, en16931.ErrPatch) {
		if strings.Contains(err.Error(), "once more") {
			p.count[e.name+": refused, since the value stands in the file twice"]++
		} else {
			p.count["refused for another reason"]++
			p.t.Logf("%s: %v", name, err)
		}
		if e.name == "change" || out.Len() > 0 {
			p.t.Errorf("%s: %v, %d bytes written", name, err, out.Len())
		}
		return
	}
	if err != nil {
		p.t.Errorf("%s: %v", name, err)
		return
	}
	again, err := readDoc(out.Bytes())
	if err != nil {
		p.t.Errorf("%s: %v", name, err)
		return
	}
	if p.fits(name, doc.Syntax, e, content, out.Bytes()) && e.name == "change" && !widespread[did] {
		p.onlyValue(name, content, out.Bytes())
	}
	if diff := cmp.Diff(settled(doc.Invoice), settled(again.Invoice), sameModel); diff != "" {
		p.t.Errorf("%s: -changed +read again\n%s", name, diff)
	}
}

// widespread are the terms whose change concerns more than one place: currencies, what may be repeated, and what decides which element it is in.
var widespread = map[string]bool{"BT-5": true, "BT-6": true, "BT-7": true, "BT-8": true, "BT-81": true, "BT-82": true, "BT-83": true, "BT-84": true,
	"BT-149": true, "BT-150": true}

// onlyValue checks that two files differ in one value.
func (p patchTest) onlyValue(name string, before, after []byte) {
	from := 0
	for from < len(before) && from < len(after) && before[from] == after[from] {
		from++
	}
	n, m := len(before), len(after)
	for n > from && m > from && before[n-1] == after[m-1] {
		n, m = n-1, m-1
	}
	// A comment or CDATA inside of a text goes with it.
	was := strings.NewReplacer("<![CDATA[", "").Replace(string(before[from:n]))
	if strings.ContainsAny(was, "<") || bytes.ContainsAny(after[from:m], "<") {
		p.t.Errorf("%s: %q became %q", name, before[from:n], after[from:m])
	}
}

// fits checks that a patched document fits the schema where the document did, or that what does not is what the edit asked for. It reports whether
// the document did.
func (p patchTest) fits(name, syntax string, e edit, before, after []byte) bool {
	schema := map[string]string{"ubl": "ubl-2.1", "cii": "cii-d22b"}[syntax]
	if ok, _ := validBy(p.t, schema, before); !ok {
		return false
	}
	p.count["fits the schema before"]++
	ok, why := validBy(p.t, schema, after)
	if ok {
		return true
	}
	for asked, because := range map[string]string{
		"lacks":                     "the schema demands what was removed, or a currency that the invoice does not have",
		"is empty, but must be":     "a number was removed, and its unit was not",
		"is not complete: it still": "a date was removed that the schema demands",
	} {
		if strings.Contains(why, asked) && (e.name == "remove" || e.name == "remove group" || e.name == "mixed" || strings.Contains(why, "currencyID")) {
			p.count["does not fit it after, since "+because]++
			return true
		}
	}
	p.t.Errorf("%s: %s", name, why)
	return true
}

// settled removes what holds nothing: amounts with a currency alone, items of terms that repeat, and groups.
func settled(inv *en16931.Invoice) *en16931.Invoice {
	inv.Walk(placeVisitor(func(_ en16931.Term, _, field any) {
		if a, ok := field.(*en16931.Amount); ok && a.Absent() {
			*a = en16931.Amount{}
		}
		if list, ok := field.(*[]en16931.Identifier); ok {
			if *list = slices.DeleteFunc(slices.Clone(*list), en16931.Identifier.Absent); len(*list) == 0 {
				*list = nil
			}
		}
	}))
	return pruned(inv)
}
