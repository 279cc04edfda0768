package facturx_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/report"
)

// broken returns the clauses of PDF/A-3 that findings say are broken.
func broken(t *testing.T, findings []report.Finding) map[string]bool {
	clauses := map[string]bool{}
	for i := range findings {
		for _, c := range caseOf(t, &findings[i]).Clauses {
			clauses[c] = true
		}
	}
	return clauses
}

// caseOf finds the case of a finding: that of its words, or where several share them, that named after an argument.
func caseOf(t *testing.T, f *report.Finding) facturx.Case {
	t.Helper()
	r, ok := facturx.RuleByID(f.Rule)
	if !ok {
		t.Fatalf("there is no rule %s", f.Rule)
	}
	var same []facturx.Case
	for _, c := range r.Cases {
		if c.Text == f.Message {
			same = append(same, c)
		}
	}
	for _, c := range same {
		if len(same) == 1 || slices.ContainsFunc(f.Args, func(a report.Arg) bool { return a.Value == any(c.Name) }) {
			return c
		}
	}
	t.Fatalf("a finding of %s is no case of the rule: %s", f.Rule, f.Message.EN)
	return facturx.Case{}
}

// checkContainer checks a PDF with whatever invoice is in it.
func checkContainer(t *testing.T, content []byte) []report.Finding {
	t.Helper()
	f, err := facturx.Open(context.Background(), bytes.NewReader(content), int64(len(content)), facturx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var a *facturx.Attachment
	if inv, err := f.Invoice(); err == nil {
		a = inv.Attachment
	}
	found := report.NewCollector(0)
	unread, err := f.Check(t.Context(), a, "", "", found)
	if err != nil {
		t.Fatal(err)
	}
	if len(unread) < 10 || !slices.IsSorted(unread) {
		t.Errorf("not examined: %q", unread)
	}
	var r report.Report
	found.Into(&r)
	for i := range r.Findings {
		if err := r.Findings[i].Validate(); err != nil {
			t.Error(err)
		}
	}
	return r.Findings
}

// A tally counts, for one clause, what fx and veraPDF say of it.
type tally struct{ both, missed, alarms int }

// TestClauses compares the clauses of PDF/A-3 with what veraPDF says of each file: for those that are decided, no failure is missed; for all,
// there is no false alarm.
func TestClauses(t *testing.T) {
	dir := official.Conformance(t)
	counts := map[string]*tally{}
	for _, clause := range partly(t) {
		counts[clause] = &tally{}
	}
	files := 0
	compare := func(name string, content []byte, theirs map[string]bool, skip func(clause string) bool) {
		files++
		ours := broken(t, checkContainer(t, content))
		for clause, n := range counts {
			if skip(clause) {
				continue
			}
			switch {
			case ours[clause] && theirs[clause]:
				n.both++
			case ours[clause]:
				n.alarms++
				t.Errorf("%s: %s is a false alarm", name, clause)
			case theirs[clause]:
				n.missed++
				if slices.Contains(facturx.Decided(), clause) {
					t.Errorf("%s: %s is missed", name, clause)
				}
			}
		}
	}
	eachInvoice(t, dir, compare)
	eachOrdinary(t, dir, compare)
	eachTestFile(t, dir, compare)
	show(t, files, counts)
}

// partly returns all clauses that some case names, and checks that those that are decided are among them.
func partly(t *testing.T) []string {
	all := map[string]bool{}
	for _, r := range facturx.Rules() {
		for _, c := range r.Cases {
			for _, clause := range c.Clauses {
				all[clause] = true
			}
		}
	}
	for _, clause := range facturx.Decided() {
		if !all[clause] {
			t.Errorf("no case is of %s, though it is decided", clause)
		}
	}
	return slices.Collect(maps.Keys(all))
}

type comparison = func(name string, content []byte, theirs map[string]bool, skip func(string) bool)

func eachInvoice(t *testing.T, dir string, compare comparison) {
	type verdict struct {
		File string
		As3b struct {
			Verdict string
			Failed  map[string]int
		} `json:"as_3b"`
	}
	lines(t, filepath.Join(dir, "pdf", "verapdf.jsonl"), func(v verdict) {
		content, err := os.ReadFile(filepath.Join(dir, "pdf", v.File))
		if err != nil {
			t.Fatal(err)
		}
		theirs := map[string]bool{}
		for clause := range v.As3b.Failed {
			theirs[clause] = true
		}
		compare(v.File, content, theirs, func(string) bool { return false })
	})
}

// eachOrdinary compares PDFs of many producers without an invoice, but for those that veraPDF cannot read.
func eachOrdinary(t *testing.T, dir string, compare comparison) {
	type line struct {
		File    string
		VeraPDF struct {
			Verdict string
			Failed  map[string]int
		} `json:"verapdf_3b"`
	}
	lines(t, filepath.Join(dir, "pdf-ordinary", "expected.jsonl"), func(v line) {
		if v.VeraPDF.Verdict == "error" {
			return
		}
		content, err := os.ReadFile(filepath.Join(dir, "pdf-ordinary", v.File))
		if err != nil {
			t.Fatal(err)
		}
		theirs := map[string]bool{}
		for clause := range v.VeraPDF.Failed {
			theirs[clause] = true
		}
		compare(v.File, content, theirs, func(string) bool { return false })
	})
}

// eachTestFile compares the files that were made to break one rule each. Those for PDF/A-2 claim part 2, and attachments are another matter there.
func eachTestFile(t *testing.T, dir string, compare comparison) {
	table, err := os.Open(filepath.Join(dir, "pdfa", "expected.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	defer table.Close()
	read := csv.NewReader(table)
	read.Comma = '\t'
	rows, err := read.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	failed := map[string]string{}
	for _, row := range rows[1:] {
		failed[row[0]] = row[8]
	}
	archive, err := os.Open(filepath.Join(dir, "pdfa", "verapdf-corpus.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	unzipped, err := gzip.NewReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	members := tar.NewReader(unzipped)
	n := 0
	for {
		h, err := members.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		list, ok := failed[h.Name]
		if !ok {
			continue
		}
		content, err := io.ReadAll(members)
		if err != nil {
			t.Fatal(err)
		}
		theirs := map[string]bool{}
		for _, clause := range strings.Fields(list) {
			clause, _, _ = strings.Cut(clause, ":")
			theirs[clause] = true
		}
		n++
		compare(h.Name, content, theirs, func(clause string) bool {
			return strings.HasPrefix(h.Name, "2b/") && (clause == "6.6.4-2" || strings.HasPrefix(clause, "6.8-"))
		})
	}
	if n != len(failed) {
		t.Errorf("%d of %d files are in the archive", n, len(failed))
	}
}

func show(t *testing.T, files int, counts map[string]*tally) {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "clause\tdecided\tfound\tmissed\tfalse alarms\t(%d files)\n", files)
	for _, clause := range slices.SortedFunc(maps.Keys(counts), compareClauses) {
		n, whole := counts[clause], "partly"
		if slices.Contains(facturx.Decided(), clause) {
			whole = "yes"
		}
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\n", clause, whole, n.both, n.missed, n.alarms)
	}
	if err := w.Flush(); err != nil {
		t.Error(err)
	}
	t.Log("\n" + b.String())
}

// compareClauses orders clauses by their numbers.
func compareClauses(a, b string) int {
	numbers := func(s string) (all []int) {
		for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '-' }) {
			n := 0
			fmt.Sscan(part, &n)
			all = append(all, n)
		}
		return all
	}
	return slices.Compare(numbers(a), numbers(b))
}
