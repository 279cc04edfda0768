package en16931

import "github.com/fxinvoice/fx/report"

// Rule is a business rule of EN 16931 in words: what it asks, why, and what to say where an invoice breaks it. How an official artefact tests it in
// a file stands with the codecs, since UBL and CII are tested differently.
type Rule struct {
	ID    string
	Terms []Term      // what it is about, the term to point at first
	Asks  report.Text // one sentence: what the rule asks
	Why   report.Text // what it is good for, or the trap in it; zero where Asks says it all
	Cites string      // the clause: "EN 16931-1, 6.4.1"
	Cases []Case      // what to say; the first is the usual case
}

// Case is one way to break a rule.
type Case struct {
	Name string      // what a test calls it; "" for the usual case
	Text report.Text // what is wrong, with the values found and computed as arguments
	Fix  report.Text // what to change
}

// Case returns the case of that name, and the usual one where there is none.
func (r *Rule) Case(name string) Case {
	for _, c := range r.Cases {
		if c.Name == name {
			return c
		}
	}
	return r.Cases[0]
}

// CategoryOfRule returns the VAT category that a rule such as BR-IC-08 is about, by the code of UNTDID 5305: those of K are named BR-IC, of L BR-AF,
// of M BR-AG. It is "" for other rules.
func CategoryOfRule(id string) Code {
	if id == "BR-B-01" || id == "BR-B-02" {
		return "B"
	}
	for _, v := range &vatCategories {
		if len(id) == len(v.prefix)+3 && id[:len(v.prefix)] == v.prefix && id[len(v.prefix)] == '-' {
			return v.code
		}
	}
	return ""
}
