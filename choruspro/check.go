package choruspro

import (
	"fmt"
	"slices"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// Options say what to check a file against.
type Options struct {
	// Recipients say what recipients demand; nil knows the recipients of the portal's qualification platform only.
	Recipients *Recipients
	// AsOf is the day of the deposit; absent means today in Paris.
	AsOf en16931.Date
	// Disabled are IDs of rules that are not run.
	Disabled []string
}

// Result is what became of a check.
type Result struct {
	// NotExamined names what could not be looked at, as report.Layer has it. NoProfile stands in it when nothing is known about the buyer; all rules
	// do when the file is neither UBL nor CII.
	NotExamined []string
	// Failed are the rules that broke down in fx itself, and so have not been run on the whole file.
	Failed []string
}

// NoProfile is what stands in Result.NotExamined when nobody has said what the buyer demands: rule CP-12 has nothing to compare with.
const NoProfile = "CP-12: no recipient profile"

// Check looks at a file as Chorus Pro does when it is deposited, and adds what it finds, in layer report.Chorus.
func Check(doc Document, o Options, found *report.Collector) Result {
	var out Result
	f, ok := read(doc.Tree)
	if !ok {
		for _, r := range allRules() {
			out.NotExamined = append(out.NotExamined, r.id)
		}
		slices.Sort(out.NotExamined)
		return out
	}
	c := newChecker(doc, o, f, found)
	for _, rows := range themes() {
		for i := range rows {
			if r := &rows[i]; r.check != nil && !slices.Contains(o.Disabled, r.id) && !c.run(r) {
				out.Failed = append(out.Failed, r.id)
			}
		}
	}
	if !c.hasEntry && c.buyer.text != StateSIRET && !slices.Contains(o.Disabled, "CP-12") {
		out.NotExamined = append(out.NotExamined, NoProfile)
	}
	return out
}

// checker is one check of one file, as rules see it.
type checker struct {
	*file
	form  Form
	asOf  en16931.Date
	rule  *rule // the one that is running
	found *report.Collector

	// What several rules look at.
	number, kind, cadre value
	service, engagement value
	seller, buyer       identifier
	entry               Recipient // what is known about the buyer
	hasEntry            bool
	userEntry           bool // the user said so
}

func newChecker(doc Document, o Options, f *file, found *report.Collector) *checker {
	c := &checker{file: f, form: formOf(doc, f), asOf: o.AsOf, found: found}
	c.number, c.kind, c.cadre = f.first(number), f.first(kind), f.cadre()
	c.service = f.first(serviceContact, service)
	if c.engagement = f.first(order); c.engagement.absent() {
		c.engagement = f.contractOf(typeEngagement, typeOrder)
	}
	c.seller, c.buyer = f.identifier(sellerRole), f.identifier(buyerRole)
	c.entry, c.hasEntry = o.Recipients.Recipient(c.buyer.text)
	c.userEntry = c.hasEntry && o.Recipients.stated(c.buyer.text)
	return c
}

// run runs a rule and reports whether it came to its end. If it breaks down, the other rules go on.
func (c *checker) run(r *rule) (ok bool) {
	defer func() {
		if broken := recover(); broken != nil {
			ok = false
			c.found.Add(report.Finding{Rule: r.id, Layer: report.Chorus, Severity: report.Error, Message: brokeDown,
				Args: []report.Arg{report.A("rule", r.id), report.A("why", fmt.Sprint(broken))}})
		}
	}()
	c.rule = r
	r.check(c)
	return true
}

var brokeDown = report.Text{EN: "Rule {rule} broke down in fx itself ({why}): please report it.",
	FR: "La règle {rule} a échoué dans fx lui-même ({why}) : merci de le signaler."}

// isE1 reports whether the file is in Chorus Pro's own form of UBL.
func (c *checker) isE1() bool { return c.form == UBLE1 }

// isCreditNote reports whether the file is a credit note.
func (c *checker) isCreditNote() bool {
	return c.kind.text == "381" || c.tree.NameOf(0) == rootCreditNote
}

// problem is something that a rule has found.
type problem struct {
	severity report.Severity
	at       spot
	name     string         // the case
	terms    []en16931.Term // nil for those of the rule
	args     []report.Arg
}

// full reports whether the running rule has as many findings as are shown; it counts one more then. It is for rules that go through the file in
// order.
func (c *checker) full(s report.Severity) bool { return c.found.Skip(c.rule.id, s) }

// fail adds what the running rule has found. Where the portal's own answer is known, it is quoted; it is known for files in CII only, whose
// elements it names.
func (c *checker) fail(p problem) {
	said := c.rule.said(p.name)
	f := report.Finding{Rule: c.rule.id, Layer: report.Chorus, Severity: p.severity, Message: report.Text(said.text), Fix: report.Text(said.fix), Args: p.args}
	if a := said.answer; a.Says != "" && c.isCII() {
		quote := answers
		if a.Translated {
			quote = answersTranslated
		}
		f.Message = report.Text{EN: f.Message.EN + " " + quote.EN, FR: f.Message.FR + " " + quote.FR}
		f.Args = append(slices.Clip(f.Args), report.A("answer", a.Says))
	}
	terms := p.terms
	if terms == nil {
		terms = c.rule.terms
	}
	for _, t := range terms {
		f.Terms = append(f.Terms, t.String())
	}
	for _, a := range p.args {
		switch v := a.Value.(type) {
		case string:
			setMachine(&f, a.Name, v)
		case report.Number:
			setMachine(&f, a.Name, string(v))
		case report.Date:
			setMachine(&f, a.Name, string(v))
		}
	}
	c.put(&f, p.at)
	c.found.Add(f)
}

// setMachine keeps the values that programs read beside the words.
func setMachine(f *report.Finding, name, v string) {
	switch name {
	case "found":
		f.Found = v
	case "expected":
		f.Expected = v
	}
}

var (
	answers           = words{"The portal answers: “{answer}”.", "Le portail répond : « {answer} »."}
	answersTranslated = words{"The portal answers (translated): “{answer}”.", "Le portail répond (traduit en anglais) : « {answer} »."}
)

// here is the spot of a value.
func here(v value) spot { return spot{node: v.node} }

// foundArg is the value that a finding is about.
func foundArg(v value) report.Arg { return report.A("found", v.text) }

// nameArg is the name of a term.
func nameArg(t en16931.Term) report.Arg {
	return report.A("name", report.Text{EN: t.Name("en"), FR: t.Name("fr")})
}

// nodeSpot is the spot of an element.
func nodeSpot(n xmltree.Node) spot { return spot{node: n} }
