package en16931

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/report"
)

func number(name, value string) report.Arg { return report.A(name, report.Number(value)) }

// sums are the arguments of a sum that is compared with what is stated.
func sums(more ...report.Arg) []report.Arg {
	return append([]report.Arg{number("found", "1120.00"), number("expected", "1119.50"), number("difference", "0.50")}, more...)
}

// arguments are what a check says along with each case of a rule: by the rules' identifiers, and by the case.
var arguments = []struct {
	rules string // a regular expression for the whole identifier
	cases map[string][]report.Arg
}{
	{`BR-(0[1-9]|1\d|2[0-6]|3[1-8]|4\d|50|51|52|54|55|56|57|6\d)`, map[string][]report.Arg{"": nil}},
	{`BR-27`, map[string][]report.Arg{"": {number("found", "-3.50")}, "missing": nil}},
	{`BR-28`, map[string][]report.Arg{"": {number("found", "-3.50")}}},
	{`BR-(29|30)`, map[string][]report.Arg{"": {report.A("start", "2026-02-01"), report.A("end", "2026-01-31")}}},
	{`BR-53`, map[string][]report.Arg{"": {report.A("currency", "SEK")}, "same-currency": {report.A("currency", "EUR")}}},
	{`BR-DEC-15`, map[string][]report.Arg{"": {number("found", "12.345"), report.A("decimals", 2)}, "missing": {number("found", "12.345"), report.A("decimals", 2)}}},
	{`BR-DEC-(0\d|1[0-46-9]|2\d)`, map[string][]report.Arg{"": {number("found", "12.345"), report.A("decimals", 2)}}},
	{`BR-CL-\d\d`, map[string][]report.Arg{"": {report.A("found", "XY")}, "empty": nil}},
	{`BR-CO-(0[3-8]|18|19|2\d)`, map[string][]report.Arg{"": nil}},
	{`BR-CO-09`, map[string][]report.Arg{"": {report.A("found", "12345678901")}, "empty": nil}},
	{`BR-CO-10`, map[string][]report.Arg{"": sums(report.A("lines", 3)), "missing": {number("expected", "1119.50"), report.A("lines", 3)}}},
	{`BR-CO-(11|12|14)`, map[string][]report.Arg{"": sums(report.A("count", 2)), "missing": {number("expected", "1119.50"), report.A("count", 2)}}},
	{`BR-CO-13`, map[string][]report.Arg{"": sums(number("lines", "1200.00"), number("allowances", "100.50"), number("charges", "20.00")), "missing": nil}},
	{`BR-CO-15`, map[string][]report.Arg{
		"": sums(number("net", "1000.00"), number("vat", "119.50"), report.A("currency", "EUR")), "missing": nil,
		"no-vat-total": {report.A("currency", "EUR")}, "several": {report.A("count", 2), report.A("currency", "EUR")}}},
	{`BR-CO-16`, map[string][]report.Arg{"": sums(number("gross", "1200.00"), number("prepaid", "80.00"), number("rounding", "-0.50")), "missing": nil}},
	{`BR-CO-17`, map[string][]report.Arg{
		"": sums(number("base", "5597.50"), number("rate", "20")), "low-rate": {number("found", "11.20"), number("rate", "0.20")},
		"no-rate": {number("found", "1120.00")}, "missing": nil}},
	{`BR-(S|AF|AG)-01`, map[string][]report.Arg{"": nil, "unused": nil}},
	{`BR-(Z|E|AE|IC|G|O)-01`, map[string][]report.Arg{"": nil, "unused": nil, "several": {report.A("count", 2)}}},
	{`BR-(S|Z|E|G|O|AF|AG)-0[234]`, map[string][]report.Arg{"": nil}},
	{`BR-(AE|IC)-0[234]`, map[string][]report.Arg{"": nil, "buyer": nil}},
	{`BR-(S|Z|E|AE|IC|G|AF|AG)-0[567]`, map[string][]report.Arg{"": {number("found", "-5.5")}, "missing": nil}},
	{`BR-O-0[567]`, map[string][]report.Arg{"": {number("found", "0")}}},
	{`BR-S-08`, map[string][]report.Arg{
		"":       sums(number("lines", "1200.00"), number("allowances", "100.50"), number("charges", "20.00"), number("rate", "5.5")),
		"unused": {number("found", "0.00"), number("rate", "5.5")}, "missing": nil}},
	{`BR-(AF|AG)-08`, map[string][]report.Arg{
		"":         sums(number("lines", "1200.00"), number("allowances", "100.50"), number("charges", "20.00"), number("rate", "7")),
		"no-lines": nil, "missing": nil}},
	{`BR-(Z|E|AE|IC|G|O)-08`, map[string][]report.Arg{
		"":         sums(number("lines", "1200.00"), number("allowances", "100.50"), number("charges", "20.00")),
		"no-lines": nil, "missing": nil}},
	{`BR-(S|AF|AG)-09`, map[string][]report.Arg{"": sums(number("base", "5597.50"), number("rate", "20")), "missing": nil}},
	{`BR-(Z|E|AE|IC|G|O)-09`, map[string][]report.Arg{"": {number("found", "12.00")}, "missing": nil}},
	{`BR-(S|Z|E|AE|IC|G|O|AF|AG)-10`, map[string][]report.Arg{"": nil}},
	{`BR-IC-1[12]`, map[string][]report.Arg{"": nil}},
	{`BR-O-1[1-4]`, map[string][]report.Arg{"": {report.A("found", "S")}}},
	{`BR-B-01`, map[string][]report.Arg{"": {report.A("found", "FR")}}},
	{`BR-B-02`, map[string][]report.Arg{"": nil}},
}

// argumentsOf returns the cases of a rule with their arguments.
func argumentsOf(t *testing.T, id string) map[string][]report.Arg {
	t.Helper()
	var cases map[string][]report.Arg
	for _, a := range arguments {
		if regexp.MustCompile("^(?:" + a.rules + ")$").MatchString(id) {
			if cases != nil {
				t.Errorf("%s stands twice in the table of arguments", id)
			}
			cases = a.cases
		}
	}
	if cases == nil {
		t.Errorf("%s does not stand in the table of arguments", id)
	}
	return cases
}

// TestRuleCases holds the catalogue to what checks call its cases, and to the arguments that they have.
func TestRuleCases(t *testing.T) {
	for _, rule := range Rules() {
		cases := argumentsOf(t, rule.ID)
		seen := map[string]bool{}
		for i, c := range rule.Cases {
			if seen[c.Name] || i == 0 && c.Name != "" {
				t.Errorf("%s: case %q is in the wrong place", rule.ID, c.Name)
			}
			seen[c.Name] = true
			args, ok := cases[c.Name]
			if !ok {
				t.Errorf("%s: no check knows case %q", rule.ID, c.Name)
			}
			if got := rule.Case(c.Name); got != c {
				t.Errorf("%s: Case(%q) is another", rule.ID, c.Name)
			}
			for _, text := range []report.Text{c.Text, c.Fix} {
				// One argument that no text has, since Validate asks for none that fill placeholders if it is given none.
				if err := text.Validate(append(slices.Clip(args), report.A("none", 0))...); err != nil {
					t.Errorf("%s, case %q: %v", rule.ID, c.Name, err)
				}
			}
		}
		for name := range cases {
			if !seen[name] {
				t.Errorf("%s has no case %q", rule.ID, name)
			}
		}
	}
}

// inWords calls visit for every text of the rules, with its arguments filled in.
func inWords(t *testing.T, visit func(place string, en, fr string)) {
	n := 0
	for _, rule := range Rules() {
		cases := argumentsOf(t, rule.ID)
		say := func(place string, text report.Text, args ...report.Arg) {
			n++
			visit(rule.ID+" "+place, text.In(report.EN, args...), text.In(report.FR, args...))
		}
		say("asks", rule.Asks)
		if !rule.Why.IsZero() {
			say("why", rule.Why)
		}
		for _, c := range rule.Cases {
			say(strings.TrimSpace("text "+c.Name), c.Text, cases[c.Name]...)
			say(strings.TrimSpace("fix "+c.Name), c.Fix, cases[c.Name]...)
		}
	}
	if n < 4*numRules {
		t.Errorf("only %d texts", n)
	}
}

var (
	// Words that an English text has and a French one has not, unless it was forgotten.
	english = regexp.MustCompile(`(?i)\b(the|is|of|and|with|without|invoice|invoices|amount|line|lines|buyer|seller|rate|code list|breakdown|allowance|charge|states|missing)\b`)
	french  = regexp.MustCompile(`(?i)\b(la|le|les|des|du|et|facture|montant|ligne|acheteur|vendeur|taux|remise|frais)\b`)
	// What must not stand in a French text: other apostrophes and spaces than this package uses, and a colon, semicolon or per cent without its space.
	badFrench = regexp.MustCompile(`[’\x{a0}\x{202f}“”]|[^ ][:;%](?: |$)|«[^ ]|[^ ]»`)
	sentence  = regexp.MustCompile(`[.!?](?: [A-ZÀ-Þ«“]|$)`)
)

func TestRuleWords(t *testing.T) {
	inWords(t, func(place, en, fr string) {
		switch {
		case en == fr:
			t.Errorf("%s: the same in both languages: %s", place, en)
		case english.MatchString(fr):
			t.Errorf("%s: English %q in %s", place, english.FindString(fr), fr)
		case french.MatchString(en):
			t.Errorf("%s: French %q in %s", place, french.FindString(en), en)
		case badFrench.MatchString(strings.ReplaceAll(fr, "\u202f", "")): // which groups digits
			t.Errorf("%s: %q in %s", place, badFrench.FindString(fr), fr)
		case strings.ContainsAny(en+fr, "{}"):
			t.Errorf("%s: a placeholder is left in %s", place, en)
		}
		for _, text := range []string{en, fr} {
			if n := len(sentence.FindAllString(text, -1)); !strings.HasSuffix(text, ".") || n > 2 {
				t.Errorf("%s: %d sentences, or no full stop: %s", place, n, text)
			}
			if first := text[:1]; first == strings.ToLower(first) && first >= "a" || strings.Contains(text, "  ") || strings.Contains(text, "..") {
				t.Errorf("%s: begins small, or has something twice: %s", place, text)
			}
		}
	})
}

// TestRulesNameTheirTerms wants the number of the first term in the sentence that the rule usually says, and that of one of its terms in the others.
func TestRulesNameTheirTerms(t *testing.T) {
	names := func(text string, term Term) bool {
		return regexp.MustCompile(`\b` + term.String() + `($|[^-\d])`).MatchString(text)
	}
	for _, rule := range Rules() {
		if len(rule.Terms) == 0 {
			t.Errorf("%s has no terms", rule.ID)
			continue
		}
		for i, term := range rule.Terms {
			if int(term) >= NumTerms || term == BG0 || slices.Contains(rule.Terms[:i], term) {
				t.Errorf("%s: term %d is none, or stands twice", rule.ID, term)
			}
		}
		if asks := rule.Asks; !names(asks.EN, rule.Terms[0]) || !names(asks.FR, rule.Terms[0]) {
			t.Errorf("%s: what it asks does not name %v", rule.ID, rule.Terms[0])
		}
		for _, c := range rule.Cases {
			wanted := rule.Terms
			if c.Name == "" {
				wanted = wanted[:1]
			}
			for _, text := range []string{c.Text.EN, c.Text.FR} {
				if !slices.ContainsFunc(wanted, func(term Term) bool { return names(text, term) }) {
					t.Errorf("%s, case %q does not name %v: %s", rule.ID, c.Name, wanted, text)
				}
			}
			for _, id := range regexp.MustCompile(`\bB[TG]-\d+(?:-\d)?`).FindAllString(rule.Asks.EN+c.Text.EN+c.Fix.EN+rule.Why.EN, -1) {
				if _, ok := TermByID(id); !ok {
					t.Errorf("%s names %s, which does not exist", rule.ID, id)
				}
			}
		}
	}
}

// TestRulesNameTheSameTerms wants the same numbers in both languages.
func TestRulesNameTheSameTerms(t *testing.T) {
	id := regexp.MustCompile(`\b(?:B[TG]-\d+(?:-\d)?|BR-[A-Z\d-]+|[A-Z]{2,}\d+|\d{4,})\b`)
	inWords(t, func(place, en, fr string) {
		inEN, inFR := id.FindAllString(en, -1), id.FindAllString(fr, -1)
		slices.Sort(inEN)
		slices.Sort(inFR)
		if diff := cmp.Diff(inEN, inFR); diff != "" {
			t.Errorf("%s: the languages differ (-en +fr):\n%s%s\n%s", place, diff, en, fr)
		}
	})
}

func TestRulesInOrder(t *testing.T) {
	chapters := []string{"BR", "BR-CO", "BR-DEC", "BR-CL", "BR-S", "BR-Z", "BR-E", "BR-AE", "BR-IC", "BR-G", "BR-O", "BR-AF", "BR-AG", "BR-B"}
	rules := Rules()
	if len(rules) != numRules {
		t.Errorf("%d rules, want %d", len(rules), numRules)
	}
	chapter, number := 0, ""
	for _, rule := range rules {
		end := strings.LastIndexByte(rule.ID, '-')
		at := slices.Index(chapters, rule.ID[:end])
		if at < chapter || at == chapter && rule.ID[end:] <= number {
			t.Errorf("%s stands in the wrong place", rule.ID)
		}
		chapter, number = at, rule.ID[end:]
		if !strings.HasPrefix(rule.Cites, "EN 16931-1, 6.4") {
			t.Errorf("%s cites %q", rule.ID, rule.Cites)
		}
	}
	if chapter != len(chapters)-1 {
		t.Errorf("the last chapter is %s", chapters[chapter])
	}
}

func TestRuleByID(t *testing.T) {
	for _, rule := range Rules() {
		for _, id := range []string{rule.ID, strings.ToLower(rule.ID)} {
			got, ok := RuleByID(id)
			if diff := cmp.Diff(rule, got); !ok || diff != "" {
				t.Errorf("RuleByID(%q), %t (-want +got):\n%s", id, ok, diff)
			}
		}
	}
	for _, id := range []string{"", "-", "BR", "BR-", "BR-00", "BR-34", "BR-58", "BR-CO-01", "BR-CO-25", "BR-DEC-03", "BR-CL-02", "BR-K-01", "BR-L-08", "BR-IC-13", "BR-O-15",
		"BR-S-11", "BR-S-1", "BR-B-03", "BR-X-01", "S-01", "-01", "UBL-CR-001", "BR-CO-10 "} {
		if rule, ok := RuleByID(id); ok || rule.ID != "" {
			t.Errorf("RuleByID(%q) is %s", id, rule.ID)
		}
	}
}

// TestRulesAreTheCallers changes what it is given, and looks whether the catalogue minds.
func TestRulesAreTheCallers(t *testing.T) {
	before := Rules()
	for _, rule := range Rules() {
		for i := range rule.Terms {
			rule.Terms[i] = BG0
		}
		for i := range rule.Cases {
			rule.Cases[i] = Case{}
		}
	}
	if diff := cmp.Diff(before, Rules()); diff != "" {
		t.Error(diff)
	}
}

// TestCodeRulesNameTheirLists compares the lists that rules name with those of their terms.
func TestCodeRulesNameTheirLists(t *testing.T) {
	list := regexp.MustCompile(`\b(?:\d{2,4}|EAS|MIME|VATEX)\b`) // what tells one from another
	for _, row := range codeRules {
		for _, term := range row.terms {
			named := list.FindAllString(term.CodeList(), -1)
			if !slices.ContainsFunc(named, func(name string) bool {
				return strings.Contains(row.list.EN, name) && strings.Contains(row.list.FR, name)
			}) {
				t.Errorf("%s: %s takes its codes from %q, not from %q", row.id, term, term.CodeList(), row.list)
			}
		}
	}
}

// TestRulesAreTheOfficialOnes compares the identifiers with those of the artefacts for UBL and CII, and the first terms with those that the
// official messages name.
func TestRulesAreTheOfficialOnes(t *testing.T) {
	table, err := os.ReadFile(filepath.Join(official.Standards(t), "RULES.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	named, about := regexp.MustCompile(`B[TG]-\d+`), map[string][]string{}
	var ours []string
	for _, rule := range Rules() {
		ours = append(ours, rule.ID)
	}
	slices.Sort(ours)
	for _, artefact := range []string{"en16931-ubl", "en16931-cii"} {
		var want []string
		for row := range strings.Lines(string(table)) {
			cells := strings.Split(row, "\t")
			if len(cells) < 6 || cells[0] != artefact || !strings.HasPrefix(cells[1], "BR-") {
				continue
			}
			want = append(want, cells[1])
			about[cells[1]] = append(about[cells[1]], named.FindAllString(cells[5], -1)...)
		}
		slices.Sort(want)
		if diff := cmp.Diff(slices.Compact(want), ours); diff != "" {
			t.Errorf("%s (-official +ours):\n%s", artefact, diff)
		}
	}
	for _, rule := range Rules() {
		first := named.FindString(rule.Terms[0].String()) // of BT-34-1, BT-34
		// The message for CII of BR-51 has a wrong number: it takes both artefacts.
		if terms := about[rule.ID]; len(terms) > 0 && !slices.Contains(terms, first) {
			t.Errorf("%s points at %s first, but the official messages are about %v", rule.ID, rule.Terms[0], terms)
		}
	}
}
