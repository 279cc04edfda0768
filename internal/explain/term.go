package explain

import (
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// termPage writes the page of a term.
func termPage(p *printer, t en16931.Term) {
	lang, second := string(p.Lang), "fr"
	if p.Lang == report.FR {
		second = "en"
	}
	p.head(t.String(), t.Name(lang))
	up := t.Parent()
	in := p.say(invoice)
	if up != en16931.BG0 {
		in = up.String() + " " + up.Name(lang)
	}
	rows := []pair{{p.say(inside), in}, {p.say(often), p.say(cards[t.Card()])}, {p.say(kind), typeName(p, t.Type())}}
	if t.CodeList() != "" {
		rows = append(rows, pair{p.say(list), t.CodeList()})
	}
	rows = append(rows, pair{p.say(other), t.Name(second)})
	if !p.Markdown {
		p.line("")
	}
	p.pairs(rows)
	p.section(places)
	p.paths(termPaths(t))
	if below := en16931.Children(t); len(below) > 0 {
		p.section(inGroup)
		p.pairs(termsIn(p, below))
	}
	rulesWith(p, rulesAbout(t))
}

// rulesWith lists the rules that speak of a term: those of the VAT categories, which are alike, by their names only.
func rulesWith(p *printer, all []en16931.Rule) {
	var own []en16931.Rule
	var families []pair
	for _, r := range all {
		code := en16931.CategoryOfRule(r.ID)
		if code == "" {
			own = append(own, r)
			continue
		}
		label := p.say(ofCategory, report.A("code", string(code)))
		if n := len(families); n > 0 && families[n-1].label == label {
			families[n-1].text += ", " + r.ID
			continue
		}
		families = append(families, pair{label, r.ID})
	}
	rules(p, rulesOf, own)
	if len(own) == 0 && len(families) > 0 {
		p.section(rulesOf)
	}
	if len(families) > 0 {
		p.pairs(families)
	}
}

// termPaths returns where a term stands in each syntax.
func termPaths(t en16931.Term) []pair {
	var all []pair
	for _, path := range ubl.Paths(t) {
		all = append(all, pair{"UBL", path})
	}
	for _, path := range cii.Paths(t) {
		all = append(all, pair{"CII", path})
	}
	return all
}

func typeName(p *printer, t en16931.Type) string {
	if p.Lang == report.FR {
		return frenchTypes[t]
	}
	return t.String()
}

// rules lists rules with what they ask.
func rules(p *printer, title report.Text, all []en16931.Rule) {
	if len(all) == 0 {
		return
	}
	p.section(title)
	var rows []pair
	for _, r := range all {
		rows = append(rows, pair{r.ID, p.say(r.Asks)})
	}
	p.pairs(rows)
}

// categoryPage writes the page of a VAT category.
func categoryPage(p *printer, code en16931.Code) {
	name, _ := codelist.Name("VATCategory", string(code))
	p.head(string(code), p.say(categoryOf, report.A("name", p.say(report.Text{EN: name.EN, FR: name.FR}))))
	var own []en16931.Rule
	prefix := ""
	for _, r := range en16931.Rules() {
		if en16931.CategoryOfRule(r.ID) == code {
			own = append(own, r)
			if prefix == "" {
				prefix = r.ID
			}
		}
	}
	if len(own) > 0 {
		p.para(p.say(named, report.A("prefix", own[0].ID+" … "+own[len(own)-1].ID)))
	}
	rules(p, itsRules, own)
}
