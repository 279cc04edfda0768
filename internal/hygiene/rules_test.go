package hygiene_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/hygiene"
	"github.com/fxinvoice/fx/report"
)

func TestRulesInOrder(t *testing.T) {
	for i, rule := range hygiene.Rules() {
		if want := fmt.Sprintf("HY-%02d", i+1); rule.ID != want {
			t.Errorf("%s stands where %s should", rule.ID, want)
		}
		if rule.Cites == "" || len(rule.Terms) == 0 || len(rule.Cases) == 0 || rule.Cases[0].Name != "" {
			t.Errorf("%s lacks something", rule.ID)
		}
		for j, term := range rule.Terms {
			if int(term) >= en16931.NumTerms || term.IsGroup() || slices.Contains(rule.Terms[:j], term) {
				t.Errorf("%s: %s is no term, or stands twice", rule.ID, term)
			}
		}
		for j, c := range rule.Cases {
			if slices.ContainsFunc(rule.Cases[:j], func(o en16931.Case) bool { return o.Name == c.Name }) {
				t.Errorf("%s has case %q twice", rule.ID, c.Name)
			}
		}
	}
}

func TestRuleByID(t *testing.T) {
	for _, rule := range hygiene.Rules() {
		for _, id := range []string{rule.ID, strings.ToLower(rule.ID)} {
			got, ok := hygiene.RuleByID(id)
			if diff := cmp.Diff(rule, got); !ok || diff != "" {
				t.Errorf("RuleByID(%q), %t (-want +got):\n%s", id, ok, diff)
			}
			if s, ok := hygiene.Severity(id); !ok || s == report.Error && rule.ID != "HY-22" {
				t.Errorf("Severity(%q) is %s, %t", id, s, ok)
			}
		}
	}
	for _, id := range []string{"", "HY-00", "HY-1", "HY-99", "BR-01", "HY-01 "} {
		if rule, ok := hygiene.RuleByID(id); ok || rule.ID != "" {
			t.Errorf("RuleByID(%q) is %s", id, rule.ID)
		}
		if _, ok := hygiene.Severity(id); ok {
			t.Errorf("Severity knows %q", id)
		}
	}
}

// TestRulesAreTheCallers changes what it is given, and looks whether the rules mind.
func TestRulesAreTheCallers(t *testing.T) {
	before := hygiene.Rules()
	for _, rule := range hygiene.Rules() {
		clear(rule.Terms)
		clear(rule.Cases)
	}
	if diff := cmp.Diff(before, hygiene.Rules()); diff != "" {
		t.Error(diff)
	}
}

var (
	// Words that an English text has and a French one has not, unless it was forgotten.
	english = regexp.MustCompile(`(?i)\b(the|is|of|and|with|without|invoice|invoices|amount|line|lines|buyer|seller|rate|missing)\b`)
	french  = regexp.MustCompile(`(?i)\b(la|le|les|des|du|et|facture|montant|ligne|acheteur|vendeur|taux|remise|frais)\b`)
	// What must not stand in a French text: other apostrophes and spaces than this house uses, and a colon, semicolon or per cent without its space.
	badFrench = regexp.MustCompile(`[’\x{a0}\x{202f}“”]|[^ ][:;%](?: |$)|«[^ ]|[^ ]»`)
	sentence  = regexp.MustCompile(`[.!?](?: [A-ZÀ-Þ«“]|$)`)
	named     = regexp.MustCompile(`\b(?:B[TG]-\d+(?:-\d)?|[A-Z]{2,}\d+|\d{4,})\b`)
	quoted    = regexp.MustCompile(`\{\w+\}|La Poste|\(assujetti unique\)|« F-1  »|“F-1 ”`) // what is not of the language around it
)

// TestRuleWords reads what the rules say as findings do, and holds it to the manners of the house.
func TestRuleWords(t *testing.T) {
	n := 0
	say := func(place string, text report.Text) {
		n++
		if err := text.Validate(); err != nil {
			t.Errorf("%s: %v", place, err)
		}
		en, fr := quoted.ReplaceAllString(text.EN, "F-1"), quoted.ReplaceAllString(text.FR, "F-1")
		switch {
		case en == fr:
			t.Errorf("%s: the same in both languages: %s", place, en)
		case english.MatchString(fr):
			t.Errorf("%s: English %q in %s", place, english.FindString(fr), fr)
		case french.MatchString(en):
			t.Errorf("%s: French %q in %s", place, french.FindString(en), en)
		case badFrench.MatchString(fr):
			t.Errorf("%s: %q in %s", place, badFrench.FindString(fr), fr)
		}
		for _, s := range []string{en, fr} {
			if n := len(sentence.FindAllString(s, -1)); !strings.HasSuffix(s, ".") || n > 3 || strings.Contains(s, "  ") || strings.Contains(s, "..") {
				t.Errorf("%s: %d sentences, no full stop, or something twice: %s", place, n, s)
			}
		}
		inEN, inFR := named.FindAllString(en, -1), named.FindAllString(fr, -1)
		slices.Sort(inEN)
		slices.Sort(inFR)
		if diff := cmp.Diff(inEN, inFR); diff != "" {
			t.Errorf("%s: the languages differ (-en +fr):\n%s", place, diff)
		}
		for _, id := range regexp.MustCompile(`\bB[TG]-\d+(?:-\d)?`).FindAllString(en, -1) {
			if _, ok := en16931.TermByID(id); !ok {
				t.Errorf("%s names %s, which does not exist", place, id)
			}
		}
	}
	for _, rule := range hygiene.Rules() {
		say(rule.ID+" asks", rule.Asks)
		if !strings.Contains(rule.Asks.EN, rule.Terms[0].String()) {
			t.Errorf("%s: what it asks does not name %s", rule.ID, rule.Terms[0])
		}
		if !rule.Why.IsZero() {
			say(rule.ID+" why", rule.Why)
		}
		for _, c := range rule.Cases {
			say(rule.ID+" text "+c.Name, c.Text)
			say(rule.ID+" fix "+c.Name, c.Fix)
			if !strings.HasPrefix(c.Text.EN, "{term} ({name}) ") || !strings.HasPrefix(c.Text.FR, "{term} ({name}) ") {
				t.Errorf("%s, case %q does not begin with its term", rule.ID, c.Name)
			}
		}
	}
	if n < 4*len(hygiene.Rules()) {
		t.Errorf("only %d texts", n)
	}
}

// TestFindingsInWords prints findings, so that numbers, days and names read well in both languages.
func TestFindingsInWords(t *testing.T) {
	inv := good()
	inv.DueDate = en16931.NewDate(2026, 2, 2)
	inv.Seller.VATIdentifier = "FR44732829320"
	inv.Lines[0].NetAmount = amount("1234.50")
	inv.Lines[1].Quantity, inv.Lines[1].NetAmount = num("1.5"), amount("29.00")
	var en, fr []string
	for _, f := range check(t, inv) {
		en = append(en, f.Rule+" "+f.Message.In(report.EN, f.Args...)+" "+f.Fix.In(report.EN, f.Args...))
		fr = append(fr, f.Rule+" "+f.Message.In(report.FR, f.Args...)+" "+f.Fix.In(report.FR, f.Args...))
	}
	slices.Sort(en)
	slices.Sort(fr)
	if diff := cmp.Diff([]string{
		"HY-04 BT-31 (Seller VAT identifier) is FR44732829320, the VAT identifier of the company 732829320, but BT-30 says that the party is 123456782. " +
			"Correct the one that is wrong; the VAT identifier of 123456782 would be FR11123456782. Leave it if the party belongs to a VAT group (assujetti unique).",
		"HY-20 BT-9 (Payment due date) is 2026-02-02, before the invoice was issued (BT-2): 2026-02-03. Check both dates, the year too.",
		"HY-28 BT-129 (Invoiced quantity) is 1.5, counted in H87 (Piece): a part of what is counted whole. " +
			"Choose the unit of the quantity: HUR for hours, DAY for days, KGM for kilogrammes, MTR for metres, LTR for litres.",
		"HY-30 BT-131 (Invoice line net amount) is 1,234.50, but quantity 2 times price 20.00 (BT-129, BT-146), with allowances and charges, gives 39.00. " +
			"Correct what is wrong; a price for several units needs its base quantity (BT-149).",
	}, en); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{
		"HY-04 BT-31 (Identifiant à la TVA du vendeur) vaut FR44732829320, le numéro de TVA de l'entreprise 732829320, mais BT-30 dit que la partie est 123456782. " +
			"Corrigez celui qui est faux ; le numéro de TVA de 123456782 serait FR11123456782. N'y touchez pas si la partie est membre d'un assujetti unique.",
		"HY-20 BT-9 (Date d'échéance) est fixée au 02/02/2026, avant l'émission de la facture (BT-2) : 03/02/2026. Vérifiez les deux dates, année comprise.",
		"HY-28 BT-129 (Quantité facturée) vaut 1,5, exprimée en H87 (Pièce) : une fraction de ce qui se compte en entier. " +
			"Choisissez l'unité de la quantité : HUR pour des heures, DAY pour des jours, KGM pour des kilogrammes, MTR pour des mètres, LTR pour des litres.",
		"HY-30 BT-131 (Montant net de ligne de facture) vaut 1\u202f234,50, mais la quantité 2 multipliée par le prix 20,00 (BT-129, BT-146), remises et frais compris, donne 39,00. " +
			"Corrigez ce qui est faux ; un prix pour plusieurs unités demande sa quantité de base (BT-149).",
	}, fr); diff != "" {
		t.Error(diff)
	}
}
