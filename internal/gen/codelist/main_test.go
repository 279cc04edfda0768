package main

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/internal/official"
)

const committed = "../../../en16931/codelist"

// copied returns a folder with the tables of the package.
func copied(t *testing.T, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range files {
		if err := os.WriteFile(filepath.Join(dir, name), read(t, committed, name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func read(t *testing.T, dir, name string) []byte {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// TestCommitted makes sure that the committed files are what the generator writes.
func TestCommitted(t *testing.T) {
	standards := official.Standards(t)
	dir := copied(t, listsTable, namesTable, manifest)
	if err := run(standards, dir, false, os.Stderr); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{listsFile, namesFile, manifest} {
		if diff := cmp.Diff(string(read(t, committed, name)), string(read(t, dir, name))); diff != "" {
			t.Errorf("%s is stale, run go generate ./en16931/codelist (-committed +new):\n%s", name, diff)
		}
	}
}

// TestManifest makes sure that a changed official file is noticed.
func TestManifest(t *testing.T) {
	standards := official.Standards(t)
	dir := copied(t, listsTable, namesTable)
	if err := run(standards, dir, false, os.Stderr); err == nil {
		t.Error("no manifest, and no error")
	}
	if err := run(standards, dir, true, os.Stderr); err != nil {
		t.Fatal(err)
	}
	good := read(t, dir, manifest)
	lines := strings.SplitAfter(string(good), "\n")
	for name, text := range map[string]string{
		"a file is missing": strings.Join(lines[:len(lines)-2], ""),
		"a sum is another":  strings.Replace(string(good), "\t2", "\t3", 1),
	} {
		if err := os.WriteFile(filepath.Join(dir, manifest), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := run(standards, dir, false, os.Stderr); err == nil || !strings.Contains(err.Error(), "-accept") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestWithoutStandards makes sure that nothing is lost where the official files are not.
func TestWithoutStandards(t *testing.T) {
	dir := copied(t, listsTable, namesTable, manifest, listsFile)
	var remarks bytes.Buffer
	if err := run("", dir, false, &remarks); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(remarks.String(), "\n"); n != 1 || !strings.Contains(remarks.String(), "FX_STANDARDS") {
		t.Errorf("remarks: %q", &remarks)
	}
	for _, name := range []string{listsFile, namesFile, manifest} {
		if !bytes.Equal(read(t, dir, name), read(t, committed, name)) {
			t.Errorf("%s is not the committed file", name)
		}
	}
}

func TestListsOf(t *testing.T) {
	for _, c := range []struct {
		name, test string
		want       [][]string
	}{
		{"one literal", "((not(contains(normalize-space(.), ' ')) and contains(' A B C ', concat(' ', normalize-space(.), ' '))))", [][]string{{"A", "B", "C"}}},
		{"blanks before it", "( contains( ' A B ',substring(cbc:CompanyID,1,2) ) )", [][]string{{"A", "B"}}},
		{"two literals", "(self::a and contains(' 1 2 ', .)) or (self::b and contains(' 3 ', .))", [][]string{{"1", "2"}, {"3"}}},
		{"hash is no list", "contains(.,'#') and contains(' AAA ', substring-after(.,'#'))", [][]string{{"AAA"}}},
		{"comparisons", "((@mimeCode = 'a/b' or @mimeCode  ='c/d'))", [][]string{{"a/b", "c/d"}}},
		{"none", "normalize-space(cbc:ID) != ''", nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, listsOf(c.test)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestTables(t *testing.T) {
	const head = "name\tplace\torigin\tedition\tdate\ttitle_en\ttitle_fr\tnote\n"
	const nameHead = "list\tcode\ten\tfr\n"
	const good = head + "A\tu BR-CL-01\to\t\t\ta\tà\t\nB\tu BR-CL-01 2\to\t\t\tb\tbé\t\n"
	for _, c := range []struct{ name, lists, names, want string }{
		{"good", good, nameHead + "A\t1\tone\tun\nB\t1\tone\tun\n", ""},
		{"head of lists", "name\n", nameHead, "columns"},
		{"head of names", good, "list\n", "columns"},
		{"short row", head + "A\tu BR-CL-01\n", nameHead, ":2: 2 columns"},
		{"no rule in the place", head + "A\tu\to\t\t\ta\tà\t\n", nameHead, "place"},
		{"bad number", head + "A\tu BR-CL-01 0\to\t\t\ta\tà\t\n", nameHead, "number of a literal"},
		{"list twice", good + "A\tu BR-CL-01\to\t\t\ta\tà\t\n", nameHead, "A stands twice"},
		{"name of no list", good, nameHead + "C\t1\tone\tun\n", "no list C"},
		{"name twice", good, nameHead + "A\t1\tone\tun\nA\t1\tone\tun\n", "1 of A stands twice"},
		{"names apart", good, nameHead + "A\t1\tone\tun\nB\t1\tone\tun\nA\t2\ttwo\tdeux\n", "stand together"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			for name, text := range map[string]string{listsTable: c.lists, namesTable: c.names} {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			lists, err := readLists(filepath.Join(dir, listsTable))
			if err == nil {
				_, err = readNames(filepath.Join(dir, namesTable), lists)
			}
			if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v, want %q", err, c.want)
			}
		})
	}
}

func TestJoin(t *testing.T) {
	r := &release{rules: []rule{
		{"en16931-ubl", "BR-CL-01", [][]string{{"1", "2"}, {"3"}}},
		{"en16931-cii", "BR-CL-01", [][]string{{"1", "3"}}},
		{"en16931-cii", "BR-CL-02", [][]string{{"3"}}},
	}}
	invoice := func() *list { return &list{name: "Invoice", artefact: "en16931-ubl", rule: "BR-CL-01"} }
	credit := func() *list { return &list{name: "Credit", artefact: "en16931-ubl", rule: "BR-CL-01", nth: 1} }
	cii := func() *list { return &list{name: "InvoiceCII", artefact: "en16931-cii", rule: "BR-CL-01"} }

	joined, err := join([]*list{invoice(), credit(), cii()}, r)
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"1", "2"}; !slices.Equal(joined[0].codes, want) {
		t.Errorf("codes are %v, want %v", joined[0].codes, want)
	}
	if got, want := users(joined[1]), "BR-CL-01 in UBL, BR-CL-02 in CII"; got != want {
		t.Errorf("used by %q, want %q", got, want)
	}
	if got, want := difference(joined[0], joined[2]), "Unlike InvoiceCII it has 2 and lacks 3."; got != want {
		t.Errorf("difference is %q, want %q", got, want)
	}

	absent := &list{name: "Absent", artefact: "en16931-ubl", rule: "BR-CL-01", nth: 2}
	same := &list{name: "Same", artefact: "en16931-cii", rule: "BR-CL-02"}
	for name, c := range map[string]struct {
		lists []*list
		want  string
	}{
		"no such literal":        {[]*list{invoice(), absent}, "no list 3"},
		"literal without a name": {[]*list{invoice(), credit()}, "has no name"},
		"one list twice":         {[]*list{invoice(), credit(), cii(), same}, "are one list"},
	} {
		if _, err := join(c.lists, r); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
	r.rules[0].lists[0] = []string{"1", "1"}
	if _, err := join([]*list{invoice(), credit(), cii()}, r); err == nil || !strings.Contains(err.Error(), "twice") {
		t.Errorf("a code twice: error %v", err)
	}
}

func TestConstant(t *testing.T) {
	for list, want := range map[string]string{
		"Currency": "currencyNames", "ICD": "icdNames", "VATCategory": "vatCategoryNames", "CountryCII": "countryCIINames", "VATPointUBL": "vatPointUBLNames",
	} {
		if got := constant(list); got != want {
			t.Errorf("%s: %s, want %s", list, got, want)
		}
	}
}
