package en16931

import (
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/report"
)

// ordinary returns an invoice with everything that Complete starts from, and nothing that it computes.
func ordinary() *Invoice {
	return &Invoice{
		Currency: "EUR",
		Lines: []*Line{
			{Quantity: ParseDecimal("10"), Price: Price{Net: amountOf("9.99")}, VAT: LineVAT{Category: "S", Rate: ParseDecimal("20")}},
			{Quantity: ParseDecimal("3"), Price: Price{Net: amountOf("7.50")}, VAT: LineVAT{Category: "S", Rate: ParseDecimal("5.5")}},
		},
		Allowances: []*Allowance{{Base: amountOf("99.90"), Percentage: ParseDecimal("10"), VATCategory: "S", VATRate: ParseDecimal("20")}},
		Charges:    []*Charge{{Amount: amountOf("4"), VATCategory: "S", VATRate: ParseDecimal("20")}},
		Totals:     Totals{Paid: amountOf("50"), Rounding: amountOf("-0.02")},
	}
}

func totalsOf(inv *Invoice) string {
	t := inv.Totals
	var all []string
	for _, a := range []Amount{t.Lines, t.Allowances, t.Charges, t.WithoutVAT, t.VAT, t.WithVAT, t.Due} {
		all = append(all, a.String())
	}
	return strings.Join(all, " ")
}

func TestCompleteOrdinary(t *testing.T) {
	inv := ordinary()
	done := inv.Complete()
	if got, want := totalsOf(inv), "122.40 9.99 4.00 116.41 20.02 136.43 86.41"; got != want {
		t.Errorf("totals %s, want %s", got, want)
	}
	if diff := cmp.Diff([]string{"S 20: 93.91 18.78", "S 5.5: 22.50 1.24"}, show(inv.VATBreakdown)); diff != "" {
		t.Error(diff)
	}
	if len(done.Missing)+len(done.Contradictions) != 0 {
		t.Errorf("%+v", done)
	}
	e := inv.VATBreakdown[0]
	want := []Change{
		{BT131, inv.Lines[0], "", "99.90"}, {BT131, inv.Lines[1], "", "22.50"}, {BT92, inv.Allowances[0], "", "9.99"},
		{BT118, e, "", "S"}, {BT119, e, "", "20"}, {BT116, e, "", "93.91"}, {BT117, e, "", "18.78"},
	}
	for i, w := range want {
		if done.Set[i] != w {
			t.Errorf("change %d is %+v, want %+v", i, done.Set[i], w)
		}
	}
	if n := len(done.Set); n != 3+8+7 || done.Set[n-1] != (Change{BT115, &inv.Totals, "", "86.41"}) {
		t.Errorf("%d changes, the last is %+v", n, done.Set[n-1])
	}
	if again := inv.Complete(); len(again.Set)+len(again.Missing)+len(again.Contradictions) != 0 {
		t.Errorf("a second run: %+v", again)
	}
}

func TestCompleteTotalsOnly(t *testing.T) {
	for name, c := range map[string]struct {
		inv  Invoice
		want string
	}{
		"no allowances, no charges, nothing paid": {Invoice{Lines: []*Line{vatLine("10", "S", "20")}}, "10.00   10.00 2.00 12.00 12.00"},
		"nothing to pay":           {Invoice{Lines: []*Line{vatLine("10", "O", "")}, Totals: Totals{Paid: amountOf("10")}}, "10.00   10.00 0.00 10.00 0.00"},
		"credit by negative lines": {Invoice{Lines: []*Line{vatLine("-0.50", "S", "5")}}, "-0.50   -0.50 -0.03 -0.53 -0.53"},
		"later results follow stated ones": {Invoice{
			Lines: []*Line{vatLine("10", "S", "20")}, Totals: Totals{Lines: amountOf("11"), VAT: amountOf("3")},
		}, "11   11.00 3 14.00 14.00"},
		"stated totals without lines": {Invoice{
			Totals: Totals{Lines: amountOf("100"), Allowances: amountOf("1"), Charges: amountOf("3")},
			VATBreakdown: []*VATBreakdown{
				{Category: "S", Rate: ParseDecimal("20"), TaxableAmount: amountOf("100"), TaxAmount: amountOf("20")}, {Category: "E", TaxableAmount: amountOf("2")},
			},
		}, "100 1 3 102.00 20.00 122.00 122.00"},
		"sums round halves up": {Invoice{Lines: []*Line{vatLine("-0.005", "E", "0")}}, "0.00   0.00 0.00 0.00 0.00"},
		"huge": {Invoice{Lines: []*Line{vatLine("99999999999999999999999999.99", "S", "20"), vatLine("0.01", "S", "20")}},
			"100000000000000000000000000.00   100000000000000000000000000.00 20000000000000000000000000.00 120000000000000000000000000.00 120000000000000000000000000.00"},
	} {
		inv := c.inv
		inv.Complete()
		if got := totalsOf(&inv); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

// TestCompleteTolerance states each value at the edge of what its rule lets pass, and just beyond.
func TestCompleteTolerance(t *testing.T) {
	type entry = VATBreakdown
	taxable := func(category, rate string) func(*Invoice) *Amount {
		return func(inv *Invoice) *Amount {
			inv.Lines, inv.Allowances, inv.Charges = []*Line{vatLine("100", category, rate)}, nil, nil
			inv.VATBreakdown = []*entry{{Category: Code(category), Rate: ParseDecimal(rate)}}
			return &inv.VATBreakdown[0].TaxableAmount
		}
	}
	tax := func(category, rate string) func(*Invoice) *Amount {
		return func(inv *Invoice) *Amount {
			taxable(category, rate)(inv)
			return &inv.VATBreakdown[0].TaxAmount
		}
	}
	for name, c := range map[string]struct {
		syntax   string
		field    func(*Invoice) *Amount
		fine     []string
		wrong    []string
		computed string
		term     Term
		rule     string
	}{
		"line":      {"", func(inv *Invoice) *Amount { return &inv.Lines[0].NetAmount }, []string{"99.92", "99.88", "99.9"}, []string{"99.93", "99.87", "-99.90"}, "99.90", BT131, ""},
		"allowance": {"", func(inv *Invoice) *Amount { return &inv.Allowances[0].Amount }, []string{"10.01", "9.97", "9.990"}, []string{"10.011", "9.96"}, "9.99", BT92, ""},
		"BT-106":    {"", func(inv *Invoice) *Amount { return &inv.Totals.Lines }, []string{"122.4", "122.400"}, []string{"122.41", "122.39", "122.401"}, "122.40", BT106, "BR-CO-10"},
		"BT-107":    {"", func(inv *Invoice) *Amount { return &inv.Totals.Allowances }, []string{"9.99"}, []string{"10.00", "0"}, "9.99", BT107, "BR-CO-11"},
		"BT-108":    {"", func(inv *Invoice) *Amount { return &inv.Totals.Charges }, []string{"4"}, []string{"4.01", "-4"}, "4.00", BT108, "BR-CO-12"},
		"BT-109":    {"", func(inv *Invoice) *Amount { return &inv.Totals.WithoutVAT }, []string{"116.41"}, []string{"116.40"}, "116.41", BT109, "BR-CO-13"},
		"BT-110":    {"", func(inv *Invoice) *Amount { return &inv.Totals.VAT }, []string{"20.02"}, []string{"20.03", "20.01"}, "20.02", BT110, "BR-CO-14"},
		"BT-112":    {"", func(inv *Invoice) *Amount { return &inv.Totals.WithVAT }, []string{"136.43"}, []string{"136.42"}, "136.43", BT112, "BR-CO-15"},
		"BT-115":    {"", func(inv *Invoice) *Amount { return &inv.Totals.Due }, []string{"86.41"}, []string{"86.43", "x"}, "86.41", BT115, "BR-CO-16"},

		"taxable S, UBL":  {"ubl", taxable("S", "20"), []string{"100.99", "99.01", "100.999"}, []string{"101", "99"}, "100.00", BT116, "BR-S-08"},
		"taxable S, CII":  {"cii", taxable("S", "20"), []string{"100.0"}, []string{"100.01"}, "100.00", BT116, "BR-S-08"},
		"taxable S":       {"", taxable("S", "20"), []string{"100.0"}, []string{"100.01"}, "100.00", BT116, "BR-S-08"},
		"taxable L, UBL":  {"ubl", taxable("L", "7"), []string{"100.99"}, []string{"101"}, "100.00", BT116, "BR-AF-08"},
		"taxable M, CII":  {"cii", taxable("M", "7"), []string{"100"}, []string{"100.01"}, "100.00", BT116, "BR-AG-08"},
		"taxable E, UBL":  {"ubl", taxable("E", "0"), []string{"100"}, []string{"100.01"}, "100.00", BT116, "BR-E-08"},
		"taxable E, CII":  {"cii", taxable("E", "0"), []string{"100.99"}, []string{"101", "99"}, "100.00", BT116, "BR-E-08"},
		"taxable K, JSON": {"json", taxable("K", "0"), []string{"100"}, []string{"100.01"}, "100.00", BT116, "BR-IC-08"},
		"taxable O, UBL":  {"ubl", taxable("O", ""), []string{"100"}, []string{"99.99"}, "100.00", BT116, "BR-O-08"},
		"taxable O, CII":  {"cii", taxable("O", ""), []string{"100"}, []string{"99.99"}, "100.00", BT116, "BR-O-08"},
		"taxable B":       {"cii", taxable("B", "20"), []string{"100"}, []string{"99.99"}, "100.00", BT116, ""},

		"tax S, UBL": {"ubl", tax("S", "20"), []string{"20.99", "19.01"}, []string{"21", "19", "-20"}, "20.00", BT117, "BR-CO-17"},
		"tax S, CII": {"cii", tax("S", "20"), []string{"20.99"}, []string{"21"}, "20.00", BT117, "BR-CO-17"},
		"tax L, UBL": {"ubl", tax("L", "20"), []string{"20.99"}, []string{"21"}, "20.00", BT117, "BR-CO-17"},
		"tax L, CII": {"cii", tax("L", "20"), []string{"21", "19"}, []string{"21.01", "18.99"}, "20.00", BT117, "BR-CO-17"},
		"tax E":      {"", tax("E", "0"), []string{"0"}, []string{"0.01"}, "0.00", BT117, "BR-E-09"},
		"tax AE":     {"cii", tax("AE", "0"), []string{"0.000"}, []string{"-0.01"}, "0.00", BT117, "BR-AE-09"},
		"tax O":      {"ubl", tax("O", ""), []string{"0.0"}, []string{"20"}, "0.00", BT117, "BR-O-09"},
	} {
		for i, stated := range append(c.fine, c.wrong...) {
			inv := ordinary()
			if c.syntax != "" {
				inv.Source = syntaxOnly(c.syntax)
			}
			field := c.field(inv)
			*field = amountOf(stated)
			done := inv.Complete()
			var mine []Contradiction
			for _, x := range done.Contradictions {
				if x.Term == c.term {
					mine = append(mine, x)
				}
			}
			if field.Text() != stated {
				t.Errorf("%s: %s became %s", name, stated, field)
			}
			switch {
			case i < len(c.fine) && len(mine) != 0:
				t.Errorf("%s: %s contradicts %s", name, stated, mine[0].Computed)
			case i >= len(c.fine) && len(mine) != 1:
				t.Errorf("%s: %s: %d contradictions", name, stated, len(mine))
			case i >= len(c.fine):
				if x := mine[0]; x.Stated.Text() != stated || x.Computed.String() != c.computed || x.Rule != c.rule || Field(x.Term, x.Group) != any(field) {
					t.Errorf("%s: %s: %+v", name, stated, x)
				}
			}
			inv.Complete(Overwrite(c.term))
			if want := ParseDecimal(c.computed); !field.Equal(want) {
				t.Errorf("%s: %s is overwritten by %s, want %s", name, stated, field, want)
			}
		}
	}
}

// syntaxOnly is a source that knows nothing but its syntax.
type syntaxOnly string

func (s syntaxOnly) Syntax() string           { return string(s) }
func (syntaxOnly) Locate(any, Term) (p Place) { return p }
func (syntaxOnly) Exists(any, Term) bool      { return false }
func (syntaxOnly) Residue() (none []Residue)  { return none }

// TestCompleteOneContradiction changes one value of a whole invoice: that is one contradiction, and not one for each sum above it.
func TestCompleteOneContradiction(t *testing.T) {
	inv := ordinary()
	inv.Complete()
	inv.Totals.Lines = amountOf("100.00")
	inv.Totals.WithoutVAT = amountOf("94.01") // follows from it
	inv.Totals.WithVAT = amountOf("114.03")
	inv.Totals.Due = amountOf("64.01")
	done := inv.Complete()
	if len(done.Contradictions) != 1 || done.Contradictions[0].Term != BT106 || done.Contradictions[0].Group != &inv.Totals {
		t.Errorf("%+v", done.Contradictions)
	}
}

func TestCompleteOverwrite(t *testing.T) {
	stated := func() *Invoice {
		inv := ordinary()
		inv.Complete()
		for _, term := range []Term{BT106, BT107, BT108, BT109, BT110, BT112, BT115} {
			*Field(term, &inv.Totals).(*Amount) = amountOf("1")
		}
		inv.Totals.Due = amountOf("one")
		inv.Lines[0].NetAmount = amountOf("1")
		inv.Allowances[0].Amount = amountOf("1")
		inv.VATBreakdown[0].TaxAmount = amountOf("18.79") // within the tolerance
		inv.VATBreakdown = append(inv.VATBreakdown, &VATBreakdown{Category: "S", Rate: ParseDecimal("10"), TaxableAmount: amountOf("0"), TaxAmount: amountOf("0")})
		return inv
	}
	for name, c := range map[string]struct {
		terms  []Term
		totals string
		line   string
		vat    []string
	}{
		"everything": {nil, "122.40 9.99 4.00 116.41 20.02 136.43 86.41", "99.90", []string{"S 20: 93.91 18.78", "S 5.5: 22.50 1.24"}},
		"totals":     {[]Term{BG22}, "23.50 1 4.00 26.50 20.03 46.53 -3.49", "1", []string{"S 20: 93.91 18.79", "S 5.5: 22.50 1.24", "S 10: 0 0"}},
		"breakdown":  {[]Term{BG23}, "1 1 1 1 1 1 one", "1", []string{"S 20: 4.00 0.80", "S 5.5: 22.50 1.24"}},
		"two terms":  {[]Term{BT117, BT115}, "1 1 1 1 1 1 -49.02", "1", []string{"S 20: 93.91 18.78", "S 5.5: 22.50 1.24", "S 10: 0 0"}},
		"lines":      {[]Term{BG25}, "1 1 1 1 1 1 one", "99.90", []string{"S 20: 93.91 18.79", "S 5.5: 22.50 1.24", "S 10: 0 0"}},
	} {
		inv := stated()
		done := inv.Complete(Overwrite(c.terms...))
		got := totalsOf(inv)
		if got != c.totals || inv.Lines[0].NetAmount.String() != c.line {
			t.Errorf("%s: totals %s, line %s", name, got, inv.Lines[0].NetAmount)
		}
		if diff := cmp.Diff(c.vat, show(inv.VATBreakdown)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		for _, change := range done.Set {
			if change.Term != BG23 && Field(change.Term, change.Group).(*Amount).String() != change.New || change.Old == change.New {
				t.Errorf("%s: %+v", name, change)
			}
		}
	}
	inv := stated()
	unused := inv.VATBreakdown[2]
	done := inv.Complete(Overwrite())
	removed := 0
	for _, change := range done.Set {
		if change == (Change{BG23, unused, "S 10", ""}) {
			removed++
		}
	}
	if removed != 1 || len(done.Contradictions) != 0 {
		t.Errorf("%d removed, contradictions %+v", removed, done.Contradictions)
	}
}

func TestCompleteOverwriteWithoutAllowances(t *testing.T) {
	inv := &Invoice{Lines: []*Line{vatLine("10", "S", "20")}, Totals: Totals{Allowances: amountOf("5"), Charges: amountOf("0.00")}}
	if done := inv.Complete(); len(done.Contradictions) != 1 || done.Contradictions[0].Rule != "BR-CO-11" || inv.Totals.WithoutVAT.String() != "5.00" {
		t.Errorf("kept: %+v, %s", done.Contradictions, totalsOf(inv))
	}
	inv.Complete(Overwrite())
	if got := totalsOf(inv); got != "10.00  0.00 10.00 2.00 12.00 12.00" {
		t.Errorf("overwritten: %s", got)
	}
}

func TestCompleteCurrency(t *testing.T) {
	inv := &Invoice{
		Currency: "EUR",
		Lines: []*Line{
			vatLine("10", "S", "20"),
			{NetAmount: Amount{ParseDecimal("7.00"), "USD"}, VAT: LineVAT{Category: "S", Rate: ParseDecimal("10")}},
			{NetAmount: Amount{ParseDecimal("3.00"), " EUR"}, VAT: LineVAT{Category: "S", Rate: ParseDecimal("20")}},
		},
		Totals: Totals{WithoutVAT: amountOf("20"), VAT: amountOf("4"), WithVAT: Amount{ParseDecimal("24"), "USD"}},
	}
	done := inv.Complete()
	if len(done.Contradictions) != 2 {
		t.Fatalf("%+v", done.Contradictions)
	}
	line, total := done.Contradictions[0], done.Contradictions[1]
	if line.Term != BT131 || line.Group != inv.Lines[1] || line.Currency != "USD" || !line.Computed.Absent() {
		t.Errorf("%+v", line)
	}
	if total.Term != BT112 || total.Currency != "USD" || total.Computed.String() != "24.00" {
		t.Errorf("%+v", total)
	}
	if diff := cmp.Diff([]string{"S 20: 13.00 2.60"}, show(inv.VATBreakdown)); diff != "" {
		t.Error(diff)
	}
	for _, g := range done.Missing {
		if g.Reason != ReasonOtherCurrency || g.Term != BG23 && g.Term != BT106 && g.Term != BT115 {
			t.Errorf("%s", g.Text().EN)
		}
	}
	if !inv.Totals.Lines.Absent() || !inv.Totals.Due.Absent() || len(done.Missing) != 3 {
		t.Errorf("%s, %d missing", totalsOf(inv), len(done.Missing))
	}
	over := inv.Complete(Overwrite(BT112))
	if inv.Totals.WithVAT.Currency != "" || len(over.Set) == 0 || over.Set[0] != (Change{BT112, &inv.Totals, "24 USD", "24.00"}) {
		t.Errorf("%+v", over.Set)
	}
}

func TestCompleteAccountingCurrency(t *testing.T) {
	for name, c := range map[string]struct {
		own, accounting Code
		stated          string
		missing         bool
	}{
		"no BT-6":  {"EUR", "", "", false},
		"missing":  {"EUR", "SEK", "", true},
		"stated":   {"EUR", "SEK", "20.50", false},
		"the same": {"EUR", "EUR", "", false},
	} {
		inv := ordinary()
		inv.Currency, inv.VATAccountingCurrency, inv.Totals.VATInAccountingCurrency = c.own, c.accounting, amountOf(c.stated)
		done := inv.Complete(Overwrite())
		if got := inv.Totals.VATInAccountingCurrency.String(); got != c.stated || len(done.Contradictions) != 0 {
			t.Errorf("%s: BT-111 is %q, %+v", name, got, done.Contradictions)
		}
		if (len(done.Missing) == 1) != c.missing || c.missing && (done.Missing[0].Term != BT111 || done.Missing[0].Reason != ReasonNoExchangeRate) {
			t.Errorf("%s: %+v", name, done.Missing)
		}
	}
}

func TestCompletionTexts(t *testing.T) {
	inv := ordinary()
	inv.Lines[0].NetAmount = amountOf("1999.90")
	inv.Lines[1].Quantity = Decimal{}
	inv.Lines[1].Allowances = []*LineAllowance{{Amount: amountOf("1"), Base: amountOf("1"), Percentage: ParseDecimal("10")}}
	inv.Totals.Paid.Currency = "USD"
	done := inv.Complete()
	got := map[string]string{}
	for _, c := range done.Contradictions {
		got[c.Text().EN] = c.Text().FR
	}
	for _, g := range done.Missing {
		got[g.Text().EN] = g.Text().FR
	}
	want := map[string]string{
		"BT-131 (Invoice line net amount) of line 1 is 1,999.90, but quantity (BT-129) × net price (BT-146) / base quantity (BT-149), less allowances (BT-136), plus charges (BT-141), gives 99.90.": "BT-131 (Montant net de ligne de facture) de la ligne 1 vaut 1\u202f999,90, mais la quantité (BT-129) × le prix net (BT-146) / la quantité de base (BT-149), moins les remises (BT-136), plus les frais (BT-141), donne 99,90.",
		"BT-136 (Invoice line allowance amount) of allowance 1 of line 2 is 1, but base (BT-137) × percentage (BT-138) gives 0.10.":                                                                  "BT-136 (Montant de la remise applicable à la ligne de facture) de la remise 1 de la ligne 2 vaut 1, mais l'assiette (BT-137) × le pourcentage (BT-138) donne 0,10.",
		"BT-131 (Invoice line net amount) of line 2 cannot be computed: BT-129 (Invoiced quantity) of line 2 is missing.":                                                                            "BT-131 (Montant net de ligne de facture) de la ligne 2 ne peut pas être calculé : BT-129 (Quantité facturée) de la ligne 2 manque.",
		"BG-23 (VAT breakdown) for VAT S at 5.5 % cannot be computed: BT-131 (Invoice line net amount) of line 2 is missing.":                                                                        "BG-23 (Ventilation de la TVA) pour la TVA S à 5,5 % ne peut pas être calculé : BT-131 (Montant net de ligne de facture) de la ligne 2 manque.",
	}
	for en, fr := range want {
		if got[en] != fr {
			t.Errorf("%q is in french\n %q, want\n %q; all of it:\n%q", en, got[en], fr, got)
		}
	}
	for term := Term(0); term < NumTerms; term++ {
		if formula, ok := formulas[term]; ok {
			c := Contradiction{Term: term, Stated: ParseDecimal("1"), Computed: ParseDecimal("2")}
			checkText(t, c.Text())
			checkText(t, formula)
		}
	}
	for reason, text := range reasons {
		checkText(t, text)
		checkText(t, Gap{Term: BT131, Needs: BT129, Reason: Reason(reason)}.Text())
	}
	for _, currency := range []Code{"", "EUR"} {
		checkText(t, Contradiction{Term: BT131, Stated: ParseDecimal("1"), Currency: "{USD}", invoiceCurrency: currency}.Text())
	}
}

func checkText(t *testing.T, text report.Text) {
	t.Helper()
	if err := text.Validate(); err != nil || text.EN == text.FR {
		t.Errorf("%q, %q: %v", text.EN, text.FR, err)
	}
}

// manyLines returns an invoice of n lines with as many VAT rates as groups.
func manyLines(n, groups int) *Invoice {
	inv := &Invoice{Currency: "EUR", Lines: make([]*Line, n)}
	for i := range inv.Lines {
		inv.Lines[i] = &Line{
			Quantity: NewDecimal(int64(i%17+1), 0), Price: Price{Net: Amount{Decimal: NewDecimal(int64(i%1000), 2)}},
			VAT: LineVAT{Category: "S", Rate: NewDecimal(int64(i%groups+1), 2)},
		}
	}
	return inv
}

// TestCompleteIsLinear completes ten times as many lines, each with a VAT rate of its own. Were the groups not hashed, that would take a
// hundred times as long; the garbage collector and other processes cost a factor of two at most.
func TestCompleteIsLinear(t *testing.T) {
	least := func(n int) time.Duration {
		shortest := time.Hour
		for range 9 {
			inv := manyLines(n, n)
			runtime.GC()
			start := time.Now()
			inv.Complete()
			shortest = min(shortest, time.Since(start))
		}
		return shortest
	}
	few, many := least(3_000), least(30_000)
	t.Logf("3,000 lines %v, 30,000 lines %v, ratio %.1f", few, many, float64(many)/float64(few))
	if many > 35*few {
		t.Errorf("30,000 lines take %.1f times as long as 3,000", float64(many)/float64(few))
	}
}

func BenchmarkComplete(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		inv := manyLines(100_000, 5)
		b.StartTimer()
		inv.Complete()
	}
}
