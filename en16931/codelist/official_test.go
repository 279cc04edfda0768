package codelist

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/official"
)

// TestOfficial holds the lists against RULES.tsv, the table of all official rules: another reading of the official files than the generator's.
func TestOfficial(t *testing.T) {
	content, err := os.ReadFile(filepath.Join(official.Standards(t), "RULES.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	quoted := regexp.MustCompile(`'([^']*)'`)
	checked := map[string]bool{}
	rules := 0
	for line := range strings.Lines(string(content)) {
		column := strings.Split(line, "\t")
		artefact, id, test := column[0], column[1], column[4]
		if artefact != "en16931-ubl" && artefact != "en16931-cii" || !strings.HasPrefix(id, "BR-CL-") && id != "BR-CO-09" {
			continue
		}
		rules++
		var want, got []string
		for _, q := range quoted.FindAllStringSubmatch(test, -1) {
			if q[1] != "#" {
				want = append(want, strings.Fields(q[1])...)
			}
		}
		for _, name := range ForRule(artefact, id) {
			l, ok := ByName(name)
			if !ok {
				t.Fatalf("%s of %s: no list %s", id, artefact, name)
			}
			checked[name] = true
			got = append(got, slices.Collect(l.Codes())...)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s of %s: got %v\nwant %v", id, artefact, got, want)
		}
	}
	if rules != 48 {
		t.Errorf("%d rules, want 24 for each artefact", rules)
	}
	for _, l := range Lists() {
		if !checked[l.Name] {
			t.Errorf("no rule looks into %s", l.Name)
		}
	}
}
