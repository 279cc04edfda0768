package en16931_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/sample"
	"github.com/fxinvoice/fx/ubl"
)

// read decodes a document of UBL or CII; it is nil for anything else.
func read(content []byte) *en16931.Invoice {
	if inv, err := ubl.Decode(context.Background(), bytes.NewReader(content), ubl.Limits{}); err == nil {
		return inv
	}
	inv, err := cii.Decode(context.Background(), bytes.NewReader(content), cii.Limits{})
	if err != nil {
		return nil
	}
	return inv
}

// equalModels compares what two invoices hold. White space around numbers and in base64 is not written; a date is its day.
var equalModels = []cmp.Option{
	cmpopts.IgnoreFields(en16931.Invoice{}, "Source", "Unread"),
	cmp.Comparer(func(a, b en16931.Decimal) bool { return a.String() == b.String() && a.Readable() == b.Readable() }),
	cmp.Comparer(func(a, b en16931.Date) bool { return a.Equal(b) && a.Readable() == b.Readable() }),
	cmp.Comparer(func(a, b en16931.BinaryObject) bool {
		pack := func(s string) string { return strings.Join(strings.Fields(s), "") }
		return pack(a.Base64()) == pack(b.Base64()) && a.MIME == b.MIME && a.Filename == b.Filename
	}),
}

// envelope is what fx show --json prints.
func envelope(t *testing.T, inv *en16931.Invoice) string {
	t.Helper()
	type entry struct {
		Term   string `json:"term,omitempty"`
		Path   string `json:"path"`
		Line   int    `json:"line"`
		Column int    `json:"column"`
		Value  string `json:"value"`
	}
	out := struct {
		File     string          `json:"file"`
		Syntax   string          `json:"syntax"`
		Profile  string          `json:"profile"`
		Terms    json.RawMessage `json:"terms"`
		Repeated []entry         `json:"repeated,omitempty"`
		Residue  []entry         `json:"residue,omitempty"`
	}{File: "a.xml", Syntax: inv.Source.Syntax(), Profile: "en16931", Terms: inv.AppendJSON(nil)}
	for _, r := range inv.Source.Residue() {
		e := entry{Path: r.Path, Line: r.Line, Column: r.Column, Value: r.Value}
		if r.Bound {
			e.Term = r.Term.String()
			out.Repeated = append(out.Repeated, e)
		} else {
			out.Residue = append(out.Residue, e)
		}
	}
	b, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// roundTrip writes an invoice as JSON and reads it again, judges the JSON by the schema, and compares.
func roundTrip(t *testing.T, schema *jsonschema.Schema, name string, inv *en16931.Invoice) {
	t.Helper()
	doc := envelope(t, inv)
	got, err := decode(doc)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	if diff := cmp.Diff(inv, got, equalModels...); diff != "" {
		t.Errorf("%s:\n%s", name, diff)
	}
	if diff := cmp.Diff(strings.Replace(doc, `"syntax":"`+inv.Source.Syntax(), `"syntax":"json`, 1), envelope(t, got)); diff != "" {
		t.Errorf("%s: written twice:\n%s", name, diff)
	}
	if bare, err := decode(string(inv.AppendJSON(nil))); err != nil || !cmp.Equal(got, bare, equalModels...) {
		t.Errorf("%s: the terms alone read otherwise, error %v", name, err)
	}
	// What is not readable as a number, a date or base64 is what the schema refuses.
	err = schema.Validate(instance(t, doc))
	if (err == nil) != (len(got.Unread) == 0) {
		t.Errorf("%s: the schema says %v, unread are %v", name, err, got.Unread)
	}
	if n := unread(inv); n != len(got.Unread) {
		t.Errorf("%s: %d values are unread, in XML %d", name, len(got.Unread), n)
	}
}

// unread counts what was not read as the type of its term.
func unread(inv *en16931.Invoice) (n int) {
	for _, f := range inv.Unread {
		if f.Rule == "RD-NUMBER" || f.Rule == "RD-DATE" || f.Rule == "RD-BINARY" {
			n++
		}
	}
	return n
}

func TestJSONRoundTrip(t *testing.T) {
	schema := compile(t)
	files, err := filepath.Glob("../testdata/*.xml")
	if err != nil {
		t.Fatal(err)
	}
	files = append(files, "../testdata/bad/values-ubl.xml", "../testdata/bad/order-ubl.xml")
	found := 0
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if inv := read(content); inv != nil {
			found++
			roundTrip(t, schema, file, inv)
		}
	}
	if found < 5 {
		t.Errorf("only %d of %d files were read", found, len(files))
	}
}

// TestJSONRoundTripConformance does the same with official invoices.
func TestJSONRoundTripConformance(t *testing.T) {
	official.Conformance(t)
	schema := compile(t)
	documents, withUnread, withResidue := 0, 0, 0
	official.Documents(t, func(name string, content []byte) {
		inv := read(content)
		if inv == nil {
			return // check says whether it should be
		}
		documents++
		if unread(inv) > 0 {
			withUnread++
		}
		if len(inv.Source.Residue()) > 0 {
			withResidue++
		}
		roundTrip(t, schema, name, inv)
	}, official.Real, official.Unit, official.Bases)
	t.Logf("%d documents, %d with residue, %d with values that could not be read", documents, withResidue, withUnread)
	if documents < 100 {
		t.Errorf("only %d documents were read", documents)
	}
}

// TestDecodeJSONRatio measures the time against encoding/json into maps and against the decoder of UBL, the memory against the document, and
// looks that the time grows with the size alone. On a busy machine a measurement can fail: one of three must not.
func TestDecodeJSONRatio(t *testing.T) {
	if testing.Short() {
		t.Skip("measures")
	}
	var problems []string
	for range 3 {
		if problems = measure(t); len(problems) == 0 {
			return
		}
	}
	t.Error(strings.Join(problems, "\n"))
}

func measure(t *testing.T) (problems []string) {
	t.Helper()
	times := map[int]time.Duration{}
	for _, lines := range []int{1000, 10000} {
		xml := []byte(sample.UBL(lines))
		doc := string(read(xml).AppendJSON(nil))
		fx := least(func() {
			if _, err := decode(doc); err != nil {
				t.Fatal(err)
			}
		})
		std := least(func() {
			var m map[string]any
			if err := json.Unmarshal([]byte(doc), &m); err != nil {
				t.Fatal(err)
			}
		})
		fromUBL := least(func() { read(xml) })
		heap := liveHeap(doc)
		times[lines] = fx
		t.Logf("%d lines, %d KB: %v, %.2f × encoding/json into maps, %.2f × the decoder of UBL, live heap %.2f × the document", lines, len(doc)>>10, fx,
			float64(fx)/float64(std), float64(fx)/float64(fromUBL), heap)
		if heap > 4 {
			problems = append(problems, fmt.Sprintf("%d lines: the live heap is %.2f times the document", lines, heap))
		}
		if fx > std {
			problems = append(problems, fmt.Sprintf("%d lines: slower than encoding/json", lines))
		}
	}
	if f := float64(times[10000]) / float64(times[1000]); f > 20 {
		problems = append(problems, fmt.Sprintf("ten times the lines take %.1f times the time", f))
	}
	return problems
}

// least returns the shortest time of some runs: the others were disturbed.
func least(run func()) time.Duration {
	best := time.Duration(math.MaxInt64)
	for range 5 {
		runtime.GC() // do not pay for the run before
		start := time.Now()
		run()
		best = min(best, time.Since(start))
	}
	return best
}

// liveHeap is what an invoice keeps of the heap, the document in it, as a multiple of the document.
func liveHeap(doc string) float64 {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	inv, err := decode(doc)
	runtime.GC()
	runtime.ReadMemStats(&after)
	runtime.KeepAlive(inv)
	if err != nil {
		return math.Inf(1)
	}
	return float64(int64(after.HeapAlloc)-int64(before.HeapAlloc)) / float64(len(doc))
}
