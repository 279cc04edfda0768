// Package official gives tests the official data that the repository does not hold: the artefacts of the standards, and invoices with the
// verdicts of the official validators. It finds them by the environment variables FX_STANDARDS and FX_CONFORMANCE; a test that needs one that
// is not set is skipped with a line that says so.
package official

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Standards returns the folder of the official artefacts.
func Standards(t testing.TB) string { return folder(t, "FX_STANDARDS") }

// Conformance returns the folder of the invoices with official verdicts.
func Conformance(t testing.TB) string { return folder(t, "FX_CONFORMANCE") }

func folder(t testing.TB, variable string) string {
	t.Helper()
	dir := os.Getenv(variable)
	if dir == "" {
		t.Skip(variable + " is not set: this test needs official data that the repository does not hold")
	}
	return dir
}

// Set is a part of the conformance documents.
type Set string

// The sets. Real are invoices as people sent them; Unit are fragments, one for each rule; Mutants are changed invoices, Bases what many were
// changed from; Lexical are documents in other encodings, or broken ones.
const (
	Real    Set = "real"
	Unit    Set = "unit"
	Mutants Set = "mutants"
	Bases   Set = "bases"
	Lexical Set = "lexical"
)

var archives = map[Set][]string{
	Mutants: {"mutants/mutants-ubl.tar.gz", "mutants/mutants-cii.tar.gz"},
	Bases:   {"mutants/bases-synthetic.tar.gz"},
	Lexical: {"mutants/mutants-lexical.tar.gz"},
}

// Documents calls visit for every XML document of the sets. The name is that of the verdicts: a path below the folder, archive!member for
// members. It fails the test when a set turns out to be empty.
func Documents(t testing.TB, visit func(name string, content []byte), sets ...Set) {
	t.Helper()
	dir := Conformance(t)
	for _, set := range sets {
		n := 0
		count := func(name string, content []byte) { n++; visit(name, content) }
		if names, ok := archives[set]; ok {
			for _, name := range names {
				members(t, dir, name, count)
			}
		} else {
			walk(t, dir, string(set), count)
		}
		if n == 0 {
			t.Fatalf("no document in set %s of %s", set, dir)
		}
	}
}

func walk(t testing.TB, dir, sub string, visit func(string, []byte)) {
	t.Helper()
	err := filepath.WalkDir(filepath.Join(dir, sub), func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.EqualFold(filepath.Ext(path), ".xml") {
			return err
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		visit(filepath.ToSlash(name), content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func members(t testing.TB, dir, archive string, visit func(string, []byte)) {
	t.Helper()
	f, err := os.Open(filepath.Join(dir, archive))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unzipped, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	for in := tar.NewReader(unzipped); ; {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		visit(archive+"!"+strings.TrimPrefix(h.Name, "./"), content)
	}
}

// Verdict is what one official artefact says of a document.
type Verdict struct {
	File     string
	Artefact string // "" if the document is no invoice, or no XML
	Fired    map[string]struct {
		Flag  string
		Count int
	}
	XSD *struct {
		Valid bool
		Error json.RawMessage
	}
	Error    *string                    // not nil: the artefact stopped, or there is no invoice
	Disputed map[string]json.RawMessage // by ID, what two XSLT processors made of it
}

// Verdicts returns all verdicts of the conformance set.
func Verdicts(t testing.TB) []Verdict {
	t.Helper()
	var all []Verdict
	for _, name := range []string{"expected-real.jsonl", "expected-unit.jsonl", "expected-mutants.jsonl"} {
		f, err := os.Open(filepath.Join(Conformance(t), name))
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var v Verdict
			if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			all = append(all, v)
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
	}
	return all
}
