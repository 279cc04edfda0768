package check

import (
	"strings"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/hygiene"
	"github.com/fxinvoice/fx/report"
)

// Explanation is what fx knows of a rule: what it asks, which official artefacts test it and where, and how documents break it.
type Explanation struct {
	ID string
	// Rule says what a rule of the standard asks; its ID is "" for a rule that only artefacts have.
	Rule  en16931.Rule
	Tests []RuleTest
	// Levels are the severities of a rule of fx's own, the worst first: such a rule has no Tests.
	Levels []RuleLevel
	// Sources say where a rule of fx's own is known from.
	Sources []RuleSource
	// Examples break the rule, in the order of the wordings of Rule and of the syntaxes, UBL first.
	Examples []Example
}

// RuleLevel is a severity of a rule of fx's own.
type RuleLevel struct {
	Severity report.Severity
	When     report.Text // when the rule has it; zero where it always has
	Sure     report.Text // how sure the rule is; zero where that needs no words
}

// RuleSource is where a rule is known from.
type RuleSource struct {
	Title report.Text
	URL   string // "" if it has no address of its own
}

// RuleTest is a rule in an official artefact.
type RuleTest struct {
	Artefact, Version string
	Syntax            string // "ubl" or "cii"
	Never             bool   // the test lets everything pass; there is nothing more to say of it
	Severity          report.Severity
	Contexts          []string    // the elements that are looked at, as paths
	Test              string      // what must be true of them; "" where that takes more than an expression says
	Text, Fix         report.Text // what the rule says, where it has words of its own; {element} is what a finding points at
}

// Explain returns what fx knows of a rule; case does not matter. Ok is false if there is no rule of that ID.
func Explain(id string) (e Explanation, ok bool) {
	e.ID = ruleNamed(strings.TrimSpace(id))
	if own(&e) {
		return e, true
	}
	if rule, found := en16931.RuleByID(e.ID); found {
		e.Rule = rule
	}
	for _, table := range rulesets() {
		t := RuleTest{Artefact: table.Artefact, Version: table.Version, Syntax: "cii"}
		if strings.HasSuffix(table.Artefact, "-ubl") {
			t.Syntax = "ubl"
		}
		entries := table.Entries(e.ID)
		if len(entries) == 0 && e.Rule.ID != "" && strings.HasPrefix(table.Artefact, ProfileEN16931) {
			t.Never = true
			e.Tests = append(e.Tests, t)
		}
		for _, entry := range entries {
			t.Severity, t.Contexts, t.Test = entry.Severity, entry.Contexts, entry.Test
			t.Text, t.Fix = entry.Words.Text, entry.Words.Fix
			e.Tests = append(e.Tests, t)
		}
	}
	if len(e.Tests) == 0 {
		return Explanation{}, false
	}
	e.Examples = examplesOf(e.ID)
	return e, true
}

// own explains a rule of fx's own: of Chorus Pro, of the plausibility of data, or of the PDF around an invoice.
func own(e *Explanation) bool {
	if rule, ok := facturx.RuleByID(e.ID); ok {
		e.Rule = en16931.Rule{ID: rule.ID, Asks: rule.Asks, Why: rule.Why, Cites: rule.Cites}
		worst := report.Info
		for _, c := range rule.Cases {
			e.Rule.Cases = append(e.Rule.Cases, en16931.Case{Name: c.Name, Text: c.Text, Fix: c.Fix})
			worst = min(worst, c.Severity)
		}
		e.Levels = []RuleLevel{{Severity: worst}}
		return true
	}
	if rule, ok := hygiene.RuleByID(e.ID); ok {
		severity, _ := hygiene.Severity(e.ID)
		e.Rule, e.Levels = rule, []RuleLevel{{Severity: severity}}
		return true
	}
	rule, ok := choruspro.RuleByID(e.ID)
	if !ok {
		return false
	}
	e.Rule = en16931.Rule{ID: rule.ID, Terms: rule.Terms, Asks: rule.Asks, Why: rule.Why}
	for _, c := range rule.Cases {
		e.Rule.Cases = append(e.Rule.Cases, en16931.Case{Name: c.Name, Text: c.Text, Fix: c.Fix})
	}
	for _, l := range rule.Levels {
		e.Levels = append(e.Levels, RuleLevel{l.Severity, l.When, l.Confidence.Text()})
	}
	for _, s := range rule.Sources {
		e.Sources = append(e.Sources, RuleSource{s.Title, s.URL})
	}
	return true
}

// ruleNamed returns the identifier of a rule as it is published, where somebody wrote it in other letters.
func ruleNamed(id string) string {
	for _, table := range rulesets() {
		for i := range table.Rows {
			if known := table.Rows[i].ID; len(known) == len(id) && strings.EqualFold(known, id) {
				return known
			}
		}
	}
	return strings.ToUpper(id)
}
