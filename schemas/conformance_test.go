package schemas

import (
	"archive/tar"
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// verdict is one line of expected-*.jsonl: what Xerces says about a document.
type verdict struct {
	File     string
	Artefact string
	XSD      *struct {
		Valid bool
		Error json.RawMessage
	}
}

// schemaOf is the schema set that each artefact of the conformance set was checked with.
var schemaOf = map[string]string{
	"en16931-ubl": "ubl-2.1", "en16931-cii": "cii-d16b",
	"extended-ctc-fr-ubl": "ubl-2.1", "extended-ctc-fr-cii": "cii-d22b",
	"facturx-minimum": "facturx-minimum", "facturx-basicwl": "facturx-basicwl", "facturx-basic": "facturx-basic",
	"facturx-en16931": "facturx-en16931", "facturx-extended": "facturx-extended",
}

// conformance reads the stored verdicts by file, or skips the test.
func conformance(t testing.TB) (dir string, byFile map[string][]verdict) {
	dir = os.Getenv("FX_CONFORMANCE")
	if dir == "" {
		t.Skip("FX_CONFORMANCE does not name the folder of the conformance documents")
	}
	byFile = map[string][]verdict{}
	for _, name := range []string{"expected-real.jsonl", "expected-unit.jsonl", "expected-mutants.jsonl"} {
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 1<<24)
		for lines.Scan() {
			var v verdict
			if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			if v.XSD != nil && schemaOf[v.Artefact] != "" {
				byFile[v.File] = append(byFile[v.File], v)
			}
		}
		if err := lines.Err(); err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	return dir, byFile
}

// documents calls do with every document that has verdicts.
func documents(t testing.TB, dir string, byFile map[string][]verdict, do func(file string, data []byte)) {
	archives := map[string]bool{}
	var plain []string
	for file := range byFile {
		if archive, _, inside := strings.Cut(file, "!"); inside {
			archives[archive] = true
		} else {
			plain = append(plain, file)
		}
	}
	sort.Strings(plain)
	for _, file := range plain {
		data, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			t.Fatal(err)
		}
		do(file, data)
	}
	var sorted []string
	for archive := range archives {
		sorted = append(sorted, archive)
	}
	sort.Strings(sorted)
	for _, archive := range sorted {
		f, err := os.Open(filepath.Join(dir, archive))
		if err != nil {
			t.Fatal(err)
		}
		unzipped, err := gzip.NewReader(f)
		if err != nil {
			t.Fatal(err)
		}
		members := tar.NewReader(unzipped)
		for {
			head, err := members.Next()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			file := archive + "!" + strings.TrimPrefix(head.Name, "./")
			if byFile[file] == nil {
				continue
			}
			data, err := io.ReadAll(members)
			if err != nil {
				t.Fatal(err)
			}
			do(file, data)
		}
		f.Close()
	}
}

// TestXercesVerdicts compares every document of the conformance set with the stored verdict of Xerces.
func TestXercesVerdicts(t *testing.T) {
	dir, byFile := conformance(t)
	var checked, invalid, refused, refusedValid, wrong int
	seen := map[string]bool{}
	documents(t, dir, byFile, func(file string, data []byte) {
		seen[file] = true
		tree, err := xmltree.Parse(string(data), xmltree.Limits{})
		for _, v := range byFile[file] {
			if err != nil {
				// Refused on purpose: document types for safety, XML 1.1 because no invoice format has it.
				var why *xmltree.Error
				if !errors.As(err, &why) || v.XSD.Valid && why.Kind != xmltree.KindDoctype && why.Kind != xmltree.KindVersion {
					wrong++
					t.Errorf("%s: %s: Xerces reads it, but %v", file, v.Artefact, err)
				}
				refused++
				if v.XSD.Valid {
					refusedValid++
				}
				continue
			}
			s, _ := ByName(schemaOf[v.Artefact])
			got := s.Validate(tree, 1)
			checked++
			if !got.Valid() {
				invalid++
			}
			if got.Valid() == v.XSD.Valid {
				continue
			}
			wrong++
			if wrong > 40 {
				continue
			}
			if v.XSD.Valid {
				f := got.Findings[0]
				t.Errorf("%s: %s: Xerces says valid; line %d: %s", file, v.Artefact, f.Line, f.Message.In("en", f.Args...))
			} else {
				t.Errorf("%s: %s: we say valid; Xerces: %s", file, v.Artefact, v.XSD.Error)
			}
		}
	})
	for file := range byFile {
		if !seen[file] {
			t.Errorf("%s has a verdict but was not found", file)
		}
	}
	t.Logf("%d verdicts compared, %d of them invalid, %d differ; %d refused by the reader, %d of which Xerces calls valid",
		checked, invalid, wrong, refused, refusedValid)
	if checked < 20000 {
		t.Errorf("only %d verdicts compared", checked)
	}
}
