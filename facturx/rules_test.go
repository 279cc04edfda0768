package facturx_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/report"
)

func TestRules(t *testing.T) {
	for i, r := range facturx.Rules() {
		t.Run(r.ID, func(t *testing.T) {
			if want := fmt.Sprintf("PDF-%02d", i+1); r.ID != want {
				t.Errorf("the rule is not %s", want)
			}
			if r.Cites == "" || len(r.Cases) == 0 {
				t.Error("the rule cites nothing or has no case")
			}
			sentence(t, r.Asks)
			if !r.Why.IsZero() {
				sentence(t, r.Why)
			}
			names := map[string]bool{}
			for _, c := range r.Cases {
				if names[c.Name] {
					t.Errorf("two cases are named %q", c.Name)
				}
				names[c.Name] = true
				sentence(t, c.Text)
				sentence(t, c.Fix)
				if len(c.Clauses) > 0 && (c.Severity != report.Error || !strings.HasPrefix(r.Cites, "ISO 19005-3")) {
					t.Errorf("case %q breaks PDF/A-3, but is no error, or the rule does not cite it", c.Name)
				}
			}
		})
	}
}

// sentence checks a text: both languages, and whole sentences that begin with a capital or a quotation.
func sentence(t *testing.T, text report.Text) {
	t.Helper()
	if err := text.Validate(); err != nil {
		t.Error(err)
	}
	for _, s := range []string{text.EN, text.FR} {
		if !strings.HasSuffix(s, ".") || unicode.IsLower([]rune(s)[0]) || strings.Contains(s, "  ") {
			t.Errorf("%q is no sentence", s)
		}
	}
}

func TestRuleByID(t *testing.T) {
	r, ok := facturx.RuleByID("pdf-05")
	if !ok || r.ID != "PDF-05" || r.Case("").Text.IsZero() {
		t.Errorf("the rule is %+v", r)
	}
	if _, ok := facturx.RuleByID("PDF-00"); ok {
		t.Error("PDF-00 is a rule")
	}
	if named, usual := mustRule(t, "PDF-03").Case("missing"), mustRule(t, "PDF-03").Case("none"); named.Name != "missing" || usual.Name != "" {
		t.Errorf("the cases are %q and %q", named.Name, usual.Name)
	}
	r.Cases[0].Name, r.Cases[0].Clauses[0] = "changed", "changed"
	if c := mustRule(t, "PDF-05").Cases[0]; c.Name == "changed" || c.Clauses[0] == "changed" {
		t.Error("a caller changes the rule itself")
	}
}

func mustRule(t *testing.T, id string) *facturx.Rule {
	t.Helper()
	r, ok := facturx.RuleByID(id)
	if !ok {
		t.Fatalf("there is no rule %s", id)
	}
	return &r
}
