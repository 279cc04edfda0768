package en16931_test

import (
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/ubl"
)

// officialInvoice is a schema-valid document with the verdict of the EN 16931 artefact of its syntax.
type officialInvoice struct {
	name   string
	syntax string
	inv    *en16931.Invoice
	fired  map[string]bool
	valid  bool // no fatal rule fired
}

func officialInvoices(t *testing.T, visit func(officialInvoice)) {
	t.Helper()
	docs := map[string]officialInvoice{}
	for _, v := range official.Verdicts(t) {
		syntax, ok := strings.CutPrefix(v.Artefact, "en16931-")
		if !ok || v.XSD == nil || !v.XSD.Valid || v.Error != nil {
			continue
		}
		doc := officialInvoice{name: v.File, syntax: syntax, fired: map[string]bool{}, valid: true}
		for id, f := range v.Fired {
			doc.fired[id] = true
			doc.valid = doc.valid && f.Flag != "fatal"
		}
		docs[v.File] = doc
	}
	official.Documents(t, func(name string, content []byte) {
		doc, ok := docs[name]
		if !ok {
			return
		}
		var err error
		if doc.syntax == "ubl" {
			doc.inv, err = ubl.Decode(context.Background(), bytes.NewReader(content), ubl.Limits{})
		} else {
			doc.inv, err = cii.Decode(context.Background(), bytes.NewReader(content), cii.Limits{})
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		visit(doc)
	}, official.Real, official.Mutants, official.Bases)
}

// TestCompleteOfficial completes every invoice of the conformance set that its schema finds valid, and compares with what the official rules
// make of it.
func TestCompleteOfficial(t *testing.T) {
	checks := []struct {
		name   string
		check  func(*tally, officialInvoice, stated, *en16931.Completion)
		valid  bool    // for valid invoices only
		docs   int     // at least
		unlike float64 // explained differences for each document, at most
	}{
		{"valid ones are kept", keepsValid, true, 2500, 0.03},
		{"the arithmetic of invalid ones is contradicted", findsInvalid, false, 2000, 1},
		{"a second run changes nothing", runsTwice, false, 5000, 0},
		{"lines", computesLines, true, 200, 0.25},
		{"totals", computesTotals, true, 2500, 0.02},
		{"breakdown", computesBreakdown, true, 2500, 0.02},
		{"overwritten ones contradict nothing", overwrites, false, 5000, 0},
	}
	tallies := make([]*tally, len(checks))
	for i := range checks {
		tallies[i] = &tally{t: t, reasons: map[string]int{}}
	}
	officialInvoices(t, func(doc officialInvoice) {
		was := stateOf(doc.inv)
		done := doc.inv.Complete()
		for i, c := range checks {
			if doc.valid || !c.valid {
				c.check(tallies[i], doc, was, done)
			}
		}
	})
	for i, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			tallies[i].t = t
			tallies[i].report(c.docs, c.unlike)
		})
	}
}

// stated is what an invoice states of what Complete computes.
type stated struct {
	totals  en16931.Totals
	entries []en16931.VATBreakdown
}

func stateOf(inv *en16931.Invoice) stated {
	s := stated{totals: inv.Totals}
	for _, e := range inv.VATBreakdown {
		s.entries = append(s.entries, *e)
	}
	return s
}

// restore puts the stated totals and entries back.
func (s stated) restore(inv *en16931.Invoice) {
	inv.Totals, inv.VATBreakdown = s.totals, nil
	for i := range s.entries {
		e := s.entries[i]
		inv.VATBreakdown = append(inv.VATBreakdown, &e)
	}
}

// tally counts documents by the reason why one is not as it should be.
type tally struct {
	t       *testing.T
	docs    int
	reasons map[string]int
}

func (y *tally) explain(reason string) { y.reasons[reason]++ }

func (y *tally) report(atLeast int, most float64) {
	y.t.Helper()
	known := 0
	for _, reason := range slices.Sorted(maps.Keys(y.reasons)) {
		y.t.Logf("%5d %s", y.reasons[reason], reason)
		known += y.reasons[reason]
	}
	y.t.Logf("%5d documents", y.docs)
	if y.docs < atLeast || float64(known) > most*float64(y.docs) {
		y.t.Errorf("%d differences are explained in %d documents", known, y.docs)
	}
}

const (
	vacuous  = "CII's tests of BR-AF-08 and BR-AG-08 look at nothing"
	unmissed = "an entry was added for a category and rate that no artefact misses"
	noVAT    = "CII lets BT-110 be absent"
	unusual  = "a rate or category is stated otherwise in lines than in the breakdown"
	rounded  = "the stated tax is within the tolerance of BR-CO-17, and the totals with it"
	share    = "an allowance or charge is not base × percentage"
	price    = "a net price is not gross price - discount"
	off      = "a line net amount is not quantity × price"
	noRate   = "an entry of L or M in CII has no rate, and no artefact misses it"
)

// keepsValid: in an invoice that the official rules find valid there is nothing to contradict, and nothing to add.
func keepsValid(y *tally, doc officialInvoice, _ stated, done *en16931.Completion) {
	y.docs++
	inv := doc.inv
	added := adds(done)
	for _, c := range done.Contradictions {
		switch {
		case c.Rule == "" || c.Currency != "":
		case doc.syntax == "cii" && (c.Rule == "BR-AF-08" || c.Rule == "BR-AG-08"):
			y.explain(vacuous)
		case added:
			y.explain(unmissed)
		default:
			y.t.Errorf("%s: %s: %s", doc.name, c.Rule, c.Text().EN)
		}
	}
	for _, c := range done.Set {
		switch {
		case added && c.Term.Group() == en16931.BG23:
			y.explain(unmissed)
		case c.Term == en16931.BT116 && doc.syntax == "cii" && isLocal(c.Group.(*en16931.VATBreakdown)):
			y.explain(vacuous)
		case c.Term == en16931.BT110 && doc.syntax == "cii" && inv.Totals.VAT.Sign() == 0:
			y.explain(noVAT)
		default:
			y.t.Errorf("%s: %s was set to %s", doc.name, c.Term, c.New)
		}
	}
	for _, g := range done.Missing {
		if doc.syntax == "cii" && hasLocalWithoutRate(inv) {
			y.explain(noRate)
			continue
		}
		y.t.Errorf("%s: %s", doc.name, g.Text().EN)
	}
}

// adds reports whether the breakdown got a new entry.
func adds(done *en16931.Completion) bool {
	return slices.ContainsFunc(done.Set, func(c en16931.Change) bool { return c.Term == en16931.BT118 })
}

// isLocal reports whether an entry is of the taxes of the Canary Islands, Ceuta and Melilla.
func isLocal(e *en16931.VATBreakdown) bool { return e.Category == "L" || e.Category == "M" }

func hasLocalWithoutRate(inv *en16931.Invoice) bool {
	return slices.ContainsFunc(inv.VATBreakdown, func(e *en16931.VATBreakdown) bool { return isLocal(e) && e.Rate.Absent() })
}

// totalTerms are those that Complete computes in BG-22.
var totalTerms = []en16931.Term{en16931.BT106, en16931.BT107, en16931.BT108, en16931.BT109, en16931.BT110, en16931.BT112, en16931.BT115}

func total(totals *en16931.Totals, t en16931.Term) *en16931.Amount {
	return en16931.Field(t, totals).(*en16931.Amount)
}

// computesTotals takes the totals out, and computes the very same.
func computesTotals(y *tally, doc officialInvoice, was stated, done *en16931.Completion) {
	y.docs++
	was.restore(doc.inv)
	for _, term := range totalTerms {
		*total(&doc.inv.Totals, term) = en16931.Amount{}
	}
	doc.inv.Complete()
	for _, term := range totalTerms {
		got, want := total(&doc.inv.Totals, term), total(&was.totals, term)
		switch {
		case got.Cmp(want.Decimal) == 0:
		case adds(done):
			y.explain(unmissed)
		case doc.syntax == "cii" && hasLocalWithoutRate(doc.inv):
			y.explain(noRate)
		default:
			y.t.Errorf("%s: %s is %s, stated is %s", doc.name, term, got, want)
		}
	}
}

// vatKey is a category and rate as the official rules tell them apart.
type vatKey struct{ category, rate string }

func vatKeyOf(e *en16931.VATBreakdown) vatKey {
	category := strings.TrimSpace(string(e.Category))
	if !slices.Contains([]string{"S", "L", "M"}, category) {
		return vatKey{category: category}
	}
	return vatKey{category, e.Rate.Decimal().Rat().RatString()}
}

// computesBreakdown takes the VAT breakdown out, too, and computes the same within the tolerances of the official rules: a tax that is stated a
// little off moves the totals by as much.
func computesBreakdown(y *tally, doc officialInvoice, was stated, _ *en16931.Completion) {
	y.docs++
	doc.inv.Totals, doc.inv.VATBreakdown = was.totals, nil
	for _, term := range totalTerms {
		*total(&doc.inv.Totals, term) = en16931.Amount{}
	}
	doc.inv.Complete()
	entries := map[vatKey]*en16931.VATBreakdown{}
	for _, e := range doc.inv.VATBreakdown {
		if entries[vatKeyOf(e)] != nil {
			y.t.Errorf("%s: two entries for %v", doc.name, vatKeyOf(e))
		}
		entries[vatKeyOf(e)] = e
	}
	if len(entries) != len(was.entries) {
		y.explain(unusual)
		return
	}
	var moved en16931.Decimal // by how much the stated taxes are off
	for i := range was.entries {
		e := &was.entries[i]
		got := entries[vatKeyOf(e)]
		if got == nil || differ(e.TaxableAmount, got.TaxableAmount) {
			y.explain(unusual)
			return
		}
		if differ(e.TaxAmount, got.TaxAmount) {
			y.t.Errorf("%s: BT-117 of %v is %s, stated is %s", doc.name, vatKeyOf(e), got.TaxAmount, e.TaxAmount)
		}
		moved = moved.Add(e.TaxAmount.Sub(got.TaxAmount.Decimal))
	}
	if moved.Sign() != 0 {
		y.explain(rounded)
	}
	for _, term := range totalTerms {
		want := total(&was.totals, term).Decimal
		if term == en16931.BT110 || term == en16931.BT112 || term == en16931.BT115 {
			want = want.Sub(moved)
		}
		if got := total(&doc.inv.Totals, term); got.Cmp(want) != 0 {
			y.t.Errorf("%s: %s is %s, stated is %s", doc.name, term, got, total(&was.totals, term))
		}
	}
}

// differ reports whether two amounts of the breakdown are further apart than any official rule allows.
func differ(a, b en16931.Amount) bool {
	d, one := a.Sub(b.Decimal), en16931.NewDecimal(1, 0)
	return d.Cmp(one) > 0 || d.Cmp(one.Neg()) < 0
}

// computesLines takes the line net amounts out, mutants apart, and looks at the amounts of allowances and charges. No official rule checks
// them, so that a few are not what the standard makes of them.
func computesLines(y *tally, doc officialInvoice, _ stated, done *en16931.Completion) {
	if strings.HasPrefix(doc.name, "mutants/mutants-") {
		return
	}
	y.docs++
	for _, c := range done.Contradictions {
		switch c.Term {
		case en16931.BT92, en16931.BT99, en16931.BT136, en16931.BT141:
			y.explain(share)
		case en16931.BT146:
			y.explain(price)
		}
	}
	within := en16931.NewDecimal(2, 2)
	for _, l := range doc.inv.Lines {
		was := l.NetAmount
		l.NetAmount = en16931.Amount{}
		(&en16931.Invoice{Currency: doc.inv.Currency, Lines: []*en16931.Line{l}}).Complete()
		if d := was.Sub(l.NetAmount.Decimal); l.NetAmount.Absent() || d.Cmp(within) > 0 || d.Cmp(within.Neg()) < 0 {
			y.explain(off)
		}
		l.NetAmount = was
	}
}

// arithmeticRules are those that Complete computes by.
var arithmeticRules = []string{"BR-CO-10", "BR-CO-11", "BR-CO-12", "BR-CO-13", "BR-CO-14", "BR-CO-15", "BR-CO-16", "BR-CO-17",
	"BR-S-08", "BR-Z-08", "BR-E-08", "BR-AE-08", "BR-IC-08", "BR-G-08", "BR-O-08", "BR-AF-08", "BR-AG-08",
	"BR-Z-09", "BR-E-09", "BR-AE-09", "BR-IC-09", "BR-G-09", "BR-O-09"}

// findsInvalid: where the official arithmetic fails, the contradiction is reported under the same rule, or the value was absent and is set, or
// what it needs is missing.
func findsInvalid(y *tally, doc officialInvoice, _ stated, done *en16931.Completion) {
	const (
		noLines  = "the invoice has no lines"
		unkeyed  = "an amount, its category or its rate is missing, so that the stated sums cannot be compared"
		other    = "other values contradict each other, are missing or were set"
		rate     = "the rate of an entry contradicts its category"
		unbound  = "the artefact sees what the model has no room for: a second total, a line inside another element"
		decimals = "an amount has more than two decimals, and CII's test does not round"
	)
	var rules []string
	for _, id := range arithmeticRules {
		if doc.fired[id] {
			rules = append(rules, id)
		}
	}
	if len(rules) == 0 {
		return
	}
	y.docs++
	inv := doc.inv
	for _, id := range rules {
		switch {
		case slices.ContainsFunc(done.Contradictions, func(c en16931.Contradiction) bool { return c.Rule == id }):
		case len(inv.Lines) == 0:
			y.explain(noLines)
		case len(done.Set)+len(done.Missing) > 0 ||
			slices.ContainsFunc(done.Contradictions, func(c en16931.Contradiction) bool { return c.Rule != "" || c.Currency != "" }):
			y.explain(other)
		case hasUnkeyed(inv):
			y.explain(unkeyed)
		case id == "BR-CO-17" && slices.ContainsFunc(done.Contradictions, func(c en16931.Contradiction) bool { return c.Term == en16931.BT119 }):
			y.explain(rate)
		case doc.syntax == "cii" && inv.Totals.Paid.Scale() > 2:
			y.explain(decimals)
		case slices.ContainsFunc(inv.Source.Residue(), func(r en16931.Residue) bool {
			return strings.Contains(r.Path, "TaxTotalAmount") || strings.Contains(r.Path, "InvoiceLine")
		}):
			y.explain(unbound)
		default:
			y.t.Errorf("%s: %s is not found", doc.name, id)
		}
	}
}

func hasUnkeyed(inv *en16931.Invoice) bool {
	for _, l := range inv.Lines {
		if l.VAT.Category == "" || l.VAT.Rate.Absent() {
			return true
		}
	}
	for _, a := range inv.Allowances {
		if a.Amount.Absent() || a.VATCategory == "" || a.VATRate.Absent() {
			return true
		}
	}
	for _, a := range inv.Charges {
		if a.Amount.Absent() || a.VATCategory == "" || a.VATRate.Absent() {
			return true
		}
	}
	return false
}

// runsTwice: a second run changes nothing and says the same. What contradicts stands in the file, and is found there.
func runsTwice(y *tally, doc officialInvoice, _ stated, done *en16931.Completion) {
	y.docs++
	before := string(doc.inv.AppendJSON(nil))
	second := doc.inv.Complete()
	if len(second.Set) != 0 || string(doc.inv.AppendJSON(nil)) != before {
		y.t.Errorf("%s: the second run sets %v", doc.name, second.Set)
	}
	if first := said(done); !slices.Equal(first, said(second)) {
		y.t.Errorf("%s: the second run says %v, the first %v", doc.name, said(second), first)
	}
	for _, c := range done.Contradictions {
		if place := doc.inv.Source.Locate(c.Group, c.Term); place.Line == 0 || place.Missing != "" {
			y.t.Errorf("%s: %s is located at %+v", doc.name, c.Term, place)
		}
	}
}

// overwrites: what was overwritten contradicts nothing any more, and is not overwritten again.
func overwrites(y *tally, doc officialInvoice, was stated, _ *en16931.Completion) {
	y.docs++
	was.restore(doc.inv)
	doc.inv.Complete(en16931.Overwrite())
	again := doc.inv.Complete(en16931.Overwrite())
	if len(again.Set) != 0 {
		y.t.Errorf("%s: overwriting again sets %v", doc.name, again.Set)
	}
	for _, c := range doc.inv.Complete().Contradictions {
		kept := func(g en16931.Gap) bool { return g.Term == c.Term && g.Group == c.Group } // it could not be overwritten
		if c.Term.Type() == en16931.TypeAmount && c.Currency == "" && !slices.ContainsFunc(again.Missing, kept) {
			y.t.Errorf("%s: overwritten, and yet %s", doc.name, c.Text().EN)
		}
	}
}

func said(done *en16931.Completion) (all []string) {
	for _, c := range done.Contradictions {
		all = append(all, c.Text().EN)
	}
	for _, g := range done.Missing {
		all = append(all, g.Text().EN)
	}
	return all
}
