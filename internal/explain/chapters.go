package explain

import (
	"path"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/report"
)

//go:generate go run ../gen/rulepages -o ../../docs

// chapter is a page of the documentation.
type chapter struct {
	file  report.Text // without folder and extension
	title report.Text
	intro report.Text
	write func(p *printer, c *chapter)
	has   func(id string) bool // the identifiers that it explains; nil for none
}

// folders are where the pages stand, below docs.
var folders = report.Text{EN: "en/rules", FR: "fr/regles"}

// Files returns the pages of the documentation: their contents by their names, below the folder docs.
func Files() map[string]string {
	files := map[string]string{}
	for _, lang := range []report.Lang{report.EN, report.FR} {
		all := chapters()
		link := func(id string) string {
			for i := range all {
				if c := &all[i]; c.has != nil && c.has(id) {
					return c.file.In(lang) + ".md#" + strings.ToLower(id)
				}
			}
			return ""
		}
		for i := range all {
			c := &all[i]
			p := newPrinter(Options{Lang: lang, Markdown: true, Link: link})
			p.line("<!-- " + p.say(generated) + " -->\n")
			p.line("# " + p.say(c.title))
			p.para(p.say(c.intro))
			c.write(p, c)
			files[path.Join(folders.In(lang), c.file.In(lang)+".md")] = p.String()
		}
	}
	return files
}

// chapters returns the pages in their order; the first is the index of the others.
func chapters() []chapter {
	all := []chapter{
		{file: report.Text{EN: "README", FR: "README"}, write: index,
			title: report.Text{EN: "The rules that fx checks", FR: "Les règles que fx contrôle"},
			intro: report.Text{EN: "Each rule of EN 16931 has a section here: what it asks, what fx says where it is broken, a piece of an invoice that breaks it and one that does not, and where the official artefacts test it. In the pieces, lines with - stand only in the invoice that passes, lines with + only in the one that fails. fx explain prints the same.",
				FR: "Chaque règle de l'EN 16931 a ici une section : ce qu'elle demande, ce que fx en dit si elle est enfreinte, un extrait de facture qui l'enfreint et un qui la respecte, et l'endroit où les artefacts officiels la testent. Dans les extraits, les lignes marquées - ne figurent que dans la facture conforme, les lignes marquées + que dans celle qui ne l'est pas. fx explain affiche la même chose."}},
		standard("document", report.Text{EN: "What an invoice states: BR-01 to BR-65", FR: "Ce qu'une facture indique : BR-01 à BR-65"}, "BR-"),
		standard("conditions", report.Text{EN: "What has to agree: BR-CO", FR: "Ce qui doit concorder : BR-CO"}, "BR-CO-"),
		standard("decimals", report.Text{EN: "Decimals: BR-DEC", FR: "Décimales : BR-DEC"}, "BR-DEC-"),
		standard("codes", report.Text{EN: "Codes: BR-CL", FR: "Codes : BR-CL"}, "BR-CL-"),
	}
	all[3].file.FR = "decimales"
	for _, code := range strings.Fields("S Z E AE K G O L M B") {
		all = append(all, vatChapter(en16931.Code(code)))
	}
	return append(all, syntaxChapter("ubl"), syntaxChapter("cii"), termChapter())
}

// standard is a chapter of rules whose identifiers are a prefix and a number.
func standard(file string, title report.Text, prefix string) chapter {
	return ruleChapter(chapter{file: report.Text{EN: file, FR: file}, title: title}, func(id string) bool {
		number, ok := strings.CutPrefix(id, prefix)
		return ok && strings.Trim(number, "0123456789") == ""
	})
}

func vatChapter(code en16931.Code) chapter {
	name, _ := codelist.Name("VATCategory", string(code))
	lower := strings.ToLower(string(code))
	return ruleChapter(chapter{file: report.Text{EN: "vat-" + lower, FR: "tva-" + lower},
		title: report.Text{EN: "VAT category " + string(code) + ": " + name.EN, FR: "Catégorie de TVA " + string(code) + " : " + name.FR}},
		func(id string) bool { return en16931.CategoryOfRule(id) == code })
}

// ruleChapter is a chapter of rules of the standard.
func ruleChapter(c chapter, has func(id string) bool) chapter {
	c.has = func(id string) bool {
		_, ok := en16931.RuleByID(id)
		return ok && has(id)
	}
	c.write = func(p *printer, c *chapter) {
		for _, r := range en16931.Rules() {
			if c.has(r.ID) {
				e, _ := check.Explain(r.ID)
				p.line("")
				rulePage(p, &e)
			}
		}
	}
	return c
}

// syntaxChapter is a table of the rules that only a syntax has.
func syntaxChapter(syntax string) chapter {
	upper := strings.ToUpper(syntax)
	return chapter{file: report.Text{EN: "syntax-" + syntax, FR: "syntaxe-" + syntax},
		title: report.Text{EN: "Rules of the syntax " + upper, FR: "Règles de la syntaxe " + upper},
		intro: report.Text{EN: "These rules are not of the standard but of its binding to " + upper + ". fx explain ID says more about each.",
			FR: "Ces règles ne sont pas de la norme mais de sa transposition en " + upper + ". fx explain IDENTIFIANT en dit plus sur chacune."},
		write: func(p *printer, c *chapter) {
			p.line("\n| " + p.say(columns) + " |\n|---|---|---|---|")
			for _, id := range check.Rules() {
				if !strings.HasPrefix(id, upper+"-") {
					continue
				}
				e, _ := check.Explain(id)
				t := &e.Tests[0]
				if !strings.HasPrefix(t.Artefact, check.ProfileEN16931) {
					continue
				}
				where := p.say(wholeInvoice)
				if !strings.HasPrefix(t.Contexts[0], "/ubl:Invoice") && t.Contexts[0] != "/rsm:CrossIndustryInvoice" {
					where = "`" + strings.ReplaceAll(shortened(t.Contexts[0]), "|", `\|`) + "`"
				}
				said := markdown.Replace(asks(p, &e))
				if len(e.Tests) > 1 && t.Text.IsZero() {
					said = markdown.Replace(p.say(asksOf(t)))
				}
				p.line("| " + strings.Join([]string{id, p.say(severities[t.Severity]), where, said}, " | ") + " |")
			}
		}}
}

// shortened leaves out of a path what all paths of CII have.
func shortened(context string) string {
	return strings.Replace(context, "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/", "…/", 1)
}

func termChapter() chapter {
	return chapter{file: report.Text{EN: "terms", FR: "champs"},
		title: report.Text{EN: "The terms of the standard", FR: "Les champs de la norme"},
		intro: report.Text{EN: "What EN 16931 calls business terms (BT) and groups of them (BG), and where they stand in UBL and CII.",
			FR: "Ce que l'EN 16931 appelle champs (BT) et groupes de champs (BG), et leur place en UBL et en CII."},
		has: func(id string) bool {
			t, ok := en16931.TermByID(id)
			return ok && t != en16931.BG0
		},
		write: func(p *printer, c *chapter) {
			for t := en16931.BG0 + 1; t < en16931.NumTerms; t++ {
				p.line("")
				termEntry(p, t)
			}
		}}
}

// termEntry writes a term as short as it can be.
func termEntry(p *printer, t en16931.Term) {
	p.line("## " + t.String() + "\n")
	what := []string{"**" + markdown.Replace(t.Name(string(p.Lang))) + "**", typeName(p, t.Type()), p.say(cards[t.Card()])}
	if up := t.Parent(); up != en16931.BG0 {
		what = append(what, p.say(inside)+" "+p.linked(up.String()))
	}
	p.line(strings.Join(what, ", ") + "\n")
	for _, r := range termPaths(t) {
		p.line("* " + r.label + p.colon() + "`" + r.text + "`")
	}
	var ids []string
	for _, r := range rulesAbout(t) {
		ids = append(ids, p.linked(r.ID))
	}
	if len(ids) > 0 {
		p.line("* " + p.say(rulesOf) + p.colon() + strings.Join(slices.Compact(ids), ", "))
	}
}

// index lists the chapters.
func index(p *printer, _ *chapter) {
	p.line("")
	for _, c := range chapters()[1:] {
		p.line("* [" + p.say(c.title) + "](" + c.file.In(p.Lang) + ".md)")
	}
}
