package hygiene

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// Rules returns the rules of this package in the order of their IDs. They are the caller's to change.
func Rules() []en16931.Rule {
	all := make([]en16931.Rule, len(rows))
	for i, r := range rows {
		all[i] = r.rule()
	}
	return all
}

// RuleByID returns the rule with an ID such as "HY-02"; case does not matter. The rule is the caller's to change.
func RuleByID(id string) (en16931.Rule, bool) {
	if r := byID(id); r != nil {
		return r.rule(), true
	}
	return en16931.Rule{}, false
}

// Severity returns how much the findings of a rule matter; ok is false if there is no rule of that ID. Case does not matter.
func Severity(id string) (s report.Severity, ok bool) {
	if r := byID(id); r != nil {
		return r.severity, true
	}
	return 0, false
}

// rows are all rules. An ID is never used again for something else.
var rows = [...]*row{
	&sirenRule, &siretRule, &frenchVATRule, &otherCompanyRule, &vatFormRule, &sameCompanyRule, // HY-01 to HY-06: who
	&glnRule, &gtinRule, &mailRule, // HY-07 to HY-09: other identifiers
	&ibanRule, &bicRule, &bicCountryRule, &creditorRule, // HY-10 to HY-13: payment
	&paddedRule, &invisibleRule, &groupedRule, &exponentRule, &placeholderRule, &sameLineRule, // HY-14 to HY-19: how things are written
	&dueRule, &laterRule, &yearRule, &noDateRule, &farRule, // HY-20 to HY-24: dates
	&rateRule, &fractionRule, &creditRule, &piecesRule, &priceUnitRule, &productRule, // HY-25 to HY-30: amounts and quantities
}

// row is a rule.
type row struct {
	id       string
	severity report.Severity
	terms    []en16931.Term
	asks     words
	why      words
	cites    string
	cases    []caseRow // the first is the usual case, without a name
}

// caseRow is one way to break a rule.
type caseRow struct {
	name string
	text words
	fix  words
}

// words is a text in two languages.
type words struct{ EN, FR string }

func byID(id string) *row {
	for _, r := range rows {
		if strings.EqualFold(r.id, id) {
			return r
		}
	}
	return nil
}

// named returns the case of that name.
func (r *row) named(name string) *caseRow {
	return &r.cases[slices.IndexFunc(r.cases, func(c caseRow) bool { return c.name == name })]
}

func (r *row) rule() en16931.Rule {
	rule := en16931.Rule{ID: r.id, Terms: slices.Clone(r.terms), Asks: report.Text(r.asks), Why: report.Text(r.why), Cites: r.cites}
	for _, c := range r.cases {
		rule.Cases = append(rule.Cases, en16931.Case{Name: c.name, Text: report.Text(c.text), Fix: report.Text(c.fix)})
	}
	return rule
}
