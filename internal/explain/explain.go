// Package explain writes the pages about rules, terms and VAT categories: for the command, as text or Markdown, and for the documentation. Call Page
// for one page, Files for the documentation.
package explain

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/report"
)

// Options say how a page is written.
type Options struct {
	Lang     report.Lang
	Markdown bool
	Width    int // of text, in columns; 0 means 100
	// Link returns where an identifier is explained, "" for nowhere. It is asked in Markdown only; nil means nowhere.
	Link func(id string) string
}

// Page explains a rule, a term or a VAT category; case does not matter. Ok is false if there is nothing of that identifier.
func Page(id string, o Options) (page string, ok bool) {
	id = strings.TrimSpace(id)
	upper := strings.ToUpper(id)
	p := newPrinter(o)
	switch {
	case strings.HasPrefix(upper, "BT-") || strings.HasPrefix(upper, "BG-"):
		term, found := en16931.TermByID(upper)
		if !found || term == en16931.BG0 {
			return "", false
		}
		termPage(p, term)
	case codelist.Has(codelist.VATCategory, upper):
		categoryPage(p, en16931.Code(upper))
	default:
		e, found := check.Explain(id)
		if !found {
			return "", false
		}
		rulePage(p, &e)
	}
	return p.String(), true
}

// IDs returns the identifiers of all that Page explains: rules, terms, VAT categories.
func IDs() []string {
	all := check.Rules()
	for _, r := range en16931.Rules() {
		all = append(all, r.ID)
	}
	for t := en16931.BG0 + 1; t < en16931.NumTerms; t++ {
		all = append(all, t.String())
	}
	all = append(all, strings.Fields(codelist.VATCategory)...)
	slices.Sort(all)
	return slices.Compact(all)
}

// rulesAbout returns the rules of the standard that speak of a term, or of something in it.
func rulesAbout(t en16931.Term) []en16931.Rule {
	var all []en16931.Rule
	for _, r := range en16931.Rules() {
		if slices.ContainsFunc(r.Terms, func(of en16931.Term) bool { return of == t || of.Parent() == t && !of.IsGroup() }) {
			all = append(all, r)
		}
	}
	return all
}
