package choruspro

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// Rule is a rule of Chorus Pro in words: what it asks, why, how sure that is, and what to say where an invoice breaks it.
type Rule struct {
	ID      string
	Terms   []en16931.Term // what it is about, the term to point at first
	Asks    report.Text    // one sentence: what the rule asks
	Why     report.Text    // what it is good for, or the trap in it; zero where Asks says it all
	Levels  []Level        // the severities that it has, the worst first
	Cases   []Case         // what to say
	Sources []Source       // where it is known from
}

// Level is a severity of a rule.
type Level struct {
	Severity   report.Severity
	When       report.Text // when the rule has it; zero where it always has
	Confidence Confidence
}

// Confidence says how sure a rule is.
type Confidence byte

// The confidences.
const (
	Confirmed Confidence = 'C' // an official text, or an answer of the portal
	Likely    Confidence = 'L' // one other source, several that agree in part only, or a conclusion from what is confirmed
)

// Text returns the confidence in words.
func (c Confidence) Text() report.Text {
	if c == Confirmed {
		return report.Text{EN: "confirmed", FR: "confirmé"}
	}
	return report.Text{EN: "likely", FR: "probable"}
}

// Case is one way to break a rule.
type Case struct {
	Name   string      // what a test calls it
	Text   report.Text // what is wrong, with the values found as arguments
	Fix    report.Text // what to change
	Answer Answer      // what the portal itself has answered to such a file; zero if nobody has recorded it
}

// Answer is an answer of the portal.
type Answer struct {
	Says       string // in French, shortened with … where the record is
	Translated bool   // in English: only a translation is known
}

// Rules returns the rules in the order of their IDs. They are the caller's to change.
func Rules() []Rule {
	var all []Rule
	for _, r := range allRules() {
		all = append(all, r.rule())
	}
	slices.SortFunc(all, func(a, b Rule) int { return strings.Compare(a.ID, b.ID) })
	return all
}

// RuleByID returns the rule with an ID such as "CP-08"; case does not matter. The rule is the caller's to change.
func RuleByID(id string) (Rule, bool) {
	id = strings.ToUpper(id)
	for _, r := range allRules() {
		if r.id == id {
			return r.rule(), true
		}
	}
	return Rule{}, false
}

// themes returns the tables of rules.
func themes() [9][]rule {
	return [...][]rule{numberRules, partyRules, frameRules, serviceRules, paymentRules, amountRules, textRules, attachmentRules, fileRules}
}

// allRules returns the rows of all rules.
func allRules() []*rule {
	all := make([]*rule, 0, 41)
	for _, rows := range themes() {
		for i := range rows {
			all = append(all, &rows[i])
		}
	}
	return all
}

// words is a text as the tables hold it.
type words struct{ EN, FR string }

// rule is a rule in a table.
type rule struct {
	id      string
	terms   []en16931.Term
	asks    words
	why     words
	levels  []level
	cases   []said
	sources []string
	check   func(*checker) // nil if no invoice alone can break it
}

type level struct {
	severity   report.Severity
	confidence Confidence
	when       words
}

// said is a case in a table.
type said struct {
	name      string
	text, fix words
	answer    Answer
}

func (r *rule) rule() Rule {
	out := Rule{ID: r.id, Terms: slices.Clone(r.terms), Asks: report.Text(r.asks), Why: report.Text(r.why)}
	for _, l := range r.levels {
		out.Levels = append(out.Levels, Level{l.severity, report.Text(l.when), l.confidence})
	}
	for _, c := range r.cases {
		out.Cases = append(out.Cases, Case{c.name, report.Text(c.text), report.Text(c.fix), c.answer})
	}
	for _, id := range r.sources {
		out.Sources = append(out.Sources, sourceOf(id))
	}
	return out
}

// said returns the case of a name; a name that the rule does not have is a mistake in its check.
func (r *rule) said(name string) *said {
	for i := range r.cases {
		if r.cases[i].name == name {
			return &r.cases[i]
		}
	}
	panic("choruspro: " + r.id + " has no case " + name)
}

// The levels that most rules have.
var (
	errorConfirmed = []level{{report.Error, Confirmed, words{}}}
	warnConfirmed  = []level{{report.Warning, Confirmed, words{}}}
	warnLikely     = []level{{report.Warning, Likely, words{}}}
	infoConfirmed  = []level{{report.Info, Confirmed, words{}}}
)
