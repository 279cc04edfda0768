package report

import (
	"bytes"
	"flag"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestWriteText(t *testing.T) {
	all := samples()
	for _, lang := range []Lang{EN, FR} {
		for _, full := range []bool{false, true} {
			for _, color := range []bool{false, true} {
				o := TextOptions{Lang: lang, Full: full, Color: color, Source: source}
				name := string(lang) + map[bool]string{false: "-concise", true: "-full"}[full] + map[bool]string{false: "", true: "-color"}[color]
				t.Run(name, func(t *testing.T) {
					var b bytes.Buffer
					var tally Tally
					for _, k := range slices.Sorted(maps.Keys(all)) {
						if err := WriteText(&b, all[k], o); err != nil {
							t.Fatal(err)
						}
						tally.Add(all[k].Verdict())
					}
					if err := WriteBatchText(&b, together(), o); err != nil {
						t.Fatal(err)
					}
					if err := WriteSummary(&b, tally, o); err != nil {
						t.Fatal(err)
					}
					golden(t, name, b.String())
					checkClean(t, b.String(), color)
				})
			}
		}
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update writes it anew):\n%s", file, diff)
	}
}

// checkClean reports trailing space, and characters that a terminal obeys
// other than our own colours.
func checkClean(t *testing.T, text string, color bool) {
	t.Helper()
	if color {
		for _, sgr := range []string{"31", "32", "33", "34", "1", "2", "1;31", "1;32", "1;33", "0"} {
			text = strings.ReplaceAll(text, "\x1b["+sgr+"m", "")
		}
	}
	for line := range strings.Lines(text) {
		line = strings.TrimSuffix(line, "\n")
		if strings.TrimRight(line, " \t") != line {
			t.Errorf("space at the end of %q", line)
		}
		if strings.ContainsFunc(line, hidden) || strings.ToValidUTF8(line, "") != line {
			t.Errorf("control character in %q", line)
		}
	}
}

func together() []Finding {
	return []Finding{{
		Rule: "HY-TWICE", Layer: Hygiene, Severity: Error, Terms: []string{"BT-1"}, Count: 1,
		Files:   []string{"a.xml", "b.xml", "c\x1b.xml"},
		Message: Text{"{n} invoices of {seller} bear the number {number}.", "{n} factures de {seller} portent le numéro {number}."},
		Fix:     Text{"Give each invoice its own number.", "Donnez à chaque facture son propre numéro."},
		Args:    []Arg{A("n", 3), A("seller", "ACME"), A("number", "F-1")},
	}}
}
