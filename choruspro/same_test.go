package choruspro_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// differs lists the rules that are not the same in every form, and why.
var differs = map[string]string{
	"CP-09": "58 and 59 pass in CII",
	"CP-13": "gross prices are not tested in UBL, and less sure in Factur-X",
	"CP-14": "an E1 file may have up to six decimals in totals",
	"CP-15": "the limits are documented for Factur-X; E1 has names elsewhere, and fewer",
	"CP-18": "plain UBL has no types",
	"CP-21": "not for UBL",
	"CP-50": "UBL has identifiers in two places",
	"CP-52": "profiles of Factur-X below EXTENDED have no place for the validator",
	"CP-60": "plain UBL has no types",
	"CP-61": "for Factur-X alone",
	"CP-67": "for UBL alone",
}

// TestSameFindings: the same data give the same findings in every form, but for the exceptions. The cases make the same mistakes in each.
func TestSameFindings(t *testing.T) {
	s := suite(t)
	found := map[string]map[string]map[string]bool{} // by rule and case, by form: severity and terms
	for _, c := range s.Cases {
		form := c.Syntax + " " + c.Base
		if !slices.Contains(forms, form) {
			continue
		}
		docs, err := s.Documents(c)
		if err != nil {
			t.Fatal(err)
		}
		key := c.Rule + " " + c.Name
		if found[key] == nil {
			found[key] = map[string]map[string]bool{}
		}
		if found[key][form] == nil {
			found[key][form] = map[string]bool{}
		}
		f := own(check(t, c.Base, docs.Fail), c.Rule)
		found[key][form][f.Severity.String()+" "+strings.Join(f.Terms, " ")] = true
	}
	different := map[string]bool{}
	for key, byForm := range found {
		rule, _, _ := strings.Cut(key, " ")
		for _, form := range forms {
			have, want := slices.Sorted(maps.Keys(byForm[form])), slices.Sorted(maps.Keys(byForm["cii plain"]))
			if slices.Equal(have, want) {
				continue
			}
			different[rule] = true
			if differs[rule] == "" {
				t.Errorf("%s in %s: %s", key, form, cmp.Diff(want, have))
			}
		}
	}
	for rule := range differs {
		if !different[rule] && rule != "CP-09" { // its cases have the same outcome, for other codes
			t.Errorf("%s is the same everywhere", rule)
		}
	}
}
