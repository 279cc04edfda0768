package en16931

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// The clauses of EN 16931-1 that rules are cited from; clauseRules, the one around them, where we do not know which of its parts holds a rule.
const (
	clauseRules      = "EN 16931-1, 6.4"
	clauseIntegrity  = "EN 16931-1, 6.4.1"
	clauseConditions = "EN 16931-1, 6.4.2"
	clauseVAT        = "EN 16931-1, 6.4.3"
)

const numRules = 223

// Rules returns the business rules of EN 16931 in the standard's order: integrity (BR-01), conditions (BR-CO-03), decimals (BR-DEC-01), code lists
// (BR-CL-01), and the VAT categories, S, Z, E, AE, IC, G, O, AF, AG and B. They are the caller's to change.
func Rules() []Rule {
	rules := make([]Rule, 0, numRules)
	rules = addRows(rules, documentRules, clauseIntegrity)
	rules = addRows(rules, conditionRules, clauseConditions)
	for _, row := range decimalRules {
		rules = append(rules, row.rule())
	}
	for _, row := range codeRules {
		rules = append(rules, row.rule())
	}
	for i := range vatWordings {
		for _, template := range vatTemplates {
			rules = append(rules, template.rule(&vatWordings[i]))
		}
		rules = addRows(rules, vatWordings[i].more, clauseVAT)
	}
	return addRows(rules, splitRules, clauseRules)
}

// RuleByID returns the business rule of EN 16931 with an identifier such as "BR-CO-10"; case does not matter. The rule is the caller's to change.
func RuleByID(id string) (Rule, bool) {
	id = strings.ToUpper(id)
	end := strings.LastIndexByte(id, '-')
	if end < 0 {
		return Rule{}, false
	}
	switch prefix := id[:end]; prefix {
	case "BR":
		return findRow(documentRules, id, clauseIntegrity)
	case "BR-CO":
		return findRow(conditionRules, id, clauseConditions)
	case "BR-DEC":
		for _, row := range decimalRules {
			if row.id == id {
				return row.rule(), true
			}
		}
	case "BR-CL":
		for _, row := range codeRules {
			if row.id == id {
				return row.rule(), true
			}
		}
	case "BR-B":
		return findRow(splitRules, id, clauseRules)
	default:
		return vatRule(prefix, id)
	}
	return Rule{}, false
}

// words is a text as the tables hold it.
type words struct{ EN, FR string }

// ruleRow is a rule in a table. Where in is set, the rule asks for something that has to be stated, and its sentences are made of that; where
// repeats is, it has those of that rule; else it has sentences of its own.
type ruleRow struct {
	id    string
	terms []Term
	why   words

	in   owner // what lacks something
	what words // what it lacks: "its amount (BT-92)"
	or   words // what would do as well
	fix  words

	asks  words
	cases []caseRow

	repeats string // another rule of which this one says the same
}

// caseRow is a Case in a table.
type caseRow struct {
	name string
	text words
	fix  words
}

func (r *ruleRow) rule(clause string) Rule {
	if r.repeats != "" {
		rule, _ := RuleByID(r.repeats)
		rule.ID, rule.Cites = r.id, clause
		rule.Why = report.Text{EN: r.repeats + " asks the same.", FR: r.repeats + " demande la même chose."}
		return rule
	}
	rule := Rule{ID: r.id, Terms: slices.Clone(r.terms), Asks: report.Text(r.asks), Why: report.Text(r.why), Cites: clause}
	if r.in != nobody {
		var text report.Text
		rule.Asks, text = r.in.states(r.what, r.or)
		rule.Cases = []Case{{Text: text, Fix: report.Text(r.fix)}}
		return rule
	}
	for _, c := range r.cases {
		rule.Cases = append(rule.Cases, Case{Name: c.name, Text: report.Text(c.text), Fix: report.Text(c.fix)})
	}
	return rule
}

func addRows(rules []Rule, rows []ruleRow, clause string) []Rule {
	for i := range rows {
		rules = append(rules, rows[i].rule(clause))
	}
	return rules
}

func findRow(rows []ruleRow, id, clause string) (Rule, bool) {
	for i := range rows {
		if rows[i].id == id {
			return rows[i].rule(clause), true
		}
	}
	return Rule{}, false
}
