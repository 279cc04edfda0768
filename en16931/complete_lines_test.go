package en16931

import (
	"strings"
	"testing"
)

func amountOf(text string) Amount { return Amount{Decimal: ParseDecimal(text)} }

// TestCompleteLine computes BT-131 and what it is made of.
func TestCompleteLine(t *testing.T) {
	for name, c := range map[string]struct {
		line Line
		want string
	}{
		"quantity times price":             {Line{Quantity: ParseDecimal("3"), Price: Price{Net: amountOf("9.99")}}, "29.97"},
		"two decimals":                     {Line{Quantity: ParseDecimal("2"), Price: Price{Net: amountOf("5")}}, "10.00"},
		"half goes up":                     {Line{Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("0.125")}}, "0.13"},
		"negative half goes down":          {Line{Quantity: ParseDecimal("-1"), Price: Price{Net: amountOf("0.125")}}, "-0.13"},
		"below half":                       {Line{Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("0.12499999")}}, "0.12"},
		"nothing":                          {Line{Quantity: ParseDecimal("0"), Price: Price{Net: amountOf("12")}}, "0.00"},
		"base quantity":                    {Line{Quantity: ParseDecimal("250"), Price: Price{Net: amountOf("12.50"), BaseQuantity: ParseDecimal("100")}}, "31.25"},
		"base quantity that leaves thirds": {Line{Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("2"), BaseQuantity: ParseDecimal("3")}}, "0.67"},
		"base quantity, negative half":     {Line{Quantity: ParseDecimal("-1"), Price: Price{Net: amountOf("1"), BaseQuantity: ParseDecimal("8")}}, "-0.13"},
		"base quantity of one":             {Line{Quantity: ParseDecimal("4"), Price: Price{Net: amountOf("1.5"), BaseQuantity: ParseDecimal("1.000")}}, "6.00"},
		"same unit": {Line{
			Quantity: ParseDecimal("4"), Unit: "KGM", Price: Price{Net: amountOf("1.5"), BaseQuantity: ParseDecimal("2"), BaseUnit: "KGM"},
		}, "3.00"},
		"allowances and charges": {Line{
			Quantity: ParseDecimal("10"), Price: Price{Net: amountOf("10")},
			Allowances: []*LineAllowance{{Amount: amountOf("5.50")}, {Amount: amountOf("0.25")}}, Charges: []*LineCharge{{Amount: amountOf("2")}},
		}, "96.25"},
		"rounded once, behind the allowance": {Line{
			Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("0.125")}, Allowances: []*LineAllowance{{Amount: amountOf("1.00")}},
		}, "-0.88"},
		"allowances do not share in the base quantity": {Line{
			Quantity: ParseDecimal("10"), Price: Price{Net: amountOf("30"), BaseQuantity: ParseDecimal("3")}, Allowances: []*LineAllowance{{Amount: amountOf("1")}},
		}, "99.00"},
		"percentages": {Line{
			Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("100")},
			Allowances: []*LineAllowance{{Base: amountOf("100"), Percentage: ParseDecimal("12.5")}},
			Charges:    []*LineCharge{{Base: amountOf("33.33"), Percentage: ParseDecimal("10")}},
		}, "90.83"},
		"gross price and discount": {Line{Quantity: ParseDecimal("2"), Price: Price{Gross: amountOf("12.00"), Discount: amountOf("2.005")}}, "19.99"},
		"gross price alone":        {Line{Quantity: ParseDecimal("2"), Price: Price{Gross: amountOf("12.0")}}, "24.00"},
		"huge": {Line{
			Quantity: ParseDecimal("99999999999999999999.5"), Price: Price{Net: amountOf("10000000000000000000000.01")},
		}, "999999999999999999995001000000000000000000.00"},
		"more digits than an integer holds": {Line{Quantity: ParseDecimal("999999999999"), Price: Price{Net: amountOf("999999999.99")}}, "999999999989000000000.01"},
	} {
		inv := &Invoice{Lines: []*Line{&c.line}}
		done := inv.Complete()
		if got := c.line.NetAmount.String(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		if n := len(done.Contradictions); n != 0 {
			t.Errorf("%s: %d contradictions", name, n)
		}
	}
}

func TestCompleteNetPrice(t *testing.T) {
	for name, c := range map[string]struct {
		price Price
		want  string // BT-146
		wrong string // the computed one, if it is contradicted
	}{
		"gross less discount":         {Price{Gross: amountOf("10.5"), Discount: amountOf("0.125")}, "10.375", ""},
		"no discount":                 {Price{Gross: amountOf("10.50")}, "10.50", ""},
		"no gross price":              {Price{Discount: amountOf("1")}, "", ""},
		"stated and right":            {Price{Net: amountOf("9"), Gross: amountOf("10"), Discount: amountOf("1.00")}, "9", ""},
		"stated and wrong":            {Price{Net: amountOf("9.01"), Gross: amountOf("10"), Discount: amountOf("1.00")}, "9.01", "9.00"},
		"stated without the discount": {Price{Net: amountOf("8"), Gross: amountOf("10")}, "8", ""},
	} {
		l := &Line{Price: c.price, Quantity: ParseDecimal("1")}
		done := (&Invoice{Lines: []*Line{l}}).Complete()
		if got := l.Price.Net.String(); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
		wrong := ""
		if len(done.Contradictions) == 1 && done.Contradictions[0].Term == BT146 && done.Contradictions[0].Group == &l.Price {
			wrong = done.Contradictions[0].Computed.String()
		}
		if wrong != c.wrong || c.wrong == "" && len(done.Contradictions) != 0 {
			t.Errorf("%s: contradictions %+v", name, done.Contradictions)
		}
	}
}

// TestCompletePercentage computes the four amounts that may be a percentage of a base.
func TestCompletePercentage(t *testing.T) {
	for name, c := range map[string]struct {
		amount, base, percentage string
		want                     string
		needs                    string // what is missing of base and percentage
	}{
		"both":                     {"", "200", "10", "20.00", ""},
		"half goes away from zero": {"", "0.10", "5", "0.01", ""},
		"negative half":            {"", "-0.10", "5", "-0.01", ""},
		"fractions":                {"", "123.45", "3.333", "4.11", ""},
		"no percentage":            {"", "200", "", "", "percentage"},
		"no base":                  {"", "", "10", "", "base"},
		"neither":                  {"", "", "", "", "amount"},
		"unreadable base":          {"", "1,5", "10", "", "base"},
		"stated alone":             {"5", "", "", "5", ""},
		"stated with a base":       {"5", "200", "", "5", ""},
		"stated and right":         {"20", "200", "10", "20", ""},
		"stated, a little off":     {"20.02", "200", "10", "20.02", ""},
	} {
		amount, base, percentage := amountOf(c.amount), amountOf(c.base), ParseDecimal(c.percentage)
		inv := &Invoice{
			Allowances: []*Allowance{{Amount: amount, Base: base, Percentage: percentage}},
			Charges:    []*Charge{{Amount: amount, Base: base, Percentage: percentage}},
			Lines: []*Line{{
				Allowances: []*LineAllowance{{Amount: amount, Base: base, Percentage: percentage}},
				Charges:    []*LineCharge{{Amount: amount, Base: base, Percentage: percentage}},
				NetAmount:  amountOf("1"),
			}},
		}
		done := inv.Complete()
		for _, sub := range []struct {
			terms percentTerms
			got   Amount
			total Term // that adds it up
		}{
			{allowance, inv.Allowances[0].Amount, BT107}, {charge, inv.Charges[0].Amount, BT108},
			{lineAllowance, inv.Lines[0].Allowances[0].Amount, BG0}, {lineCharge, inv.Lines[0].Charges[0].Amount, BG0},
		} {
			if got := sub.got.String(); got != c.want {
				t.Errorf("%s: %s is %s, want %s", name, sub.terms.amount, got, c.want)
			}
			needs, amountMissing := map[Term]string{sub.terms.base: "base", sub.terms.percentage: "percentage"}, false
			found := ""
			for _, g := range done.Missing {
				if g.Term == sub.terms.amount {
					found = needs[g.Needs]
				}
				amountMissing = amountMissing || sub.total != BG0 && g.Term == sub.total && g.Needs == sub.terms.amount
			}
			if c.needs == "amount" {
				if found != "" || sub.total != BG0 && !amountMissing {
					t.Errorf("%s: missing %+v", name, done.Missing)
				}
			} else if found != c.needs {
				t.Errorf("%s: %s is missing for %s, want %s", name, found, sub.terms.amount, c.needs)
			}
		}
		if len(done.Contradictions) != 0 {
			t.Errorf("%s: %+v", name, done.Contradictions)
		}
	}
}

// TestCompleteLineGaps names what is missing for a line, and for what is computed from it; all the rest is computed.
func TestCompleteLineGaps(t *testing.T) {
	for name, c := range map[string]struct {
		line   Line
		needs  Term
		reason Reason
	}{
		"no quantity":         {Line{Price: Price{Net: amountOf("1")}}, BT129, ReasonAbsent},
		"unreadable quantity": {Line{Quantity: ParseDecimal("two"), Price: Price{Net: amountOf("1")}}, BT129, ReasonUnreadable},
		"no price":            {Line{Quantity: ParseDecimal("1")}, BT146, ReasonAbsent},
		"foreign price":       {Line{Quantity: ParseDecimal("1"), Price: Price{Net: Amount{ParseDecimal("1"), "USD"}}}, BT146, ReasonOtherCurrency},
		"base quantity zero":  {Line{Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("1"), BaseQuantity: ParseDecimal("0.0")}}, BT149, ReasonIsZero},
		"other unit": {Line{
			Quantity: ParseDecimal("1"), Unit: "KGM", Price: Price{Net: amountOf("1"), BaseQuantity: ParseDecimal("1"), BaseUnit: "GRM"},
		}, BT150, ReasonOtherUnit},
		"no allowance amount": {Line{Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("1")}, Allowances: []*LineAllowance{{}}}, BT136, ReasonAbsent},
		"no charge amount":    {Line{Quantity: ParseDecimal("1"), Price: Price{Net: amountOf("1")}, Charges: []*LineCharge{{}}}, BT141, ReasonAbsent},
		"too long": {Line{
			Quantity: ParseDecimal(strings.Repeat("9", 600)), Price: Price{Net: amountOf(strings.Repeat("9", 600))},
		}, BT131, ReasonTooLong},
	} {
		bad := &c.line
		bad.VAT = LineVAT{Category: "S", Rate: ParseDecimal("20")}
		good := &Line{Quantity: ParseDecimal("2"), Price: Price{Net: amountOf("5")}, VAT: LineVAT{Category: "S", Rate: ParseDecimal("10")}}
		inv := &Invoice{Currency: "EUR", Lines: []*Line{good, bad}, Totals: Totals{WithVAT: amountOf("100"), Paid: amountOf("40")}}
		done := inv.Complete()
		want := []struct{ term, needs Term }{{BT131, c.needs}, {BG23, BT131}, {BT106, BT131}, {BT109, BT106}, {BT110, BT131}}
		for i, g := range done.Missing {
			if len(done.Missing) != len(want) || g.Term != want[i].term || g.Needs != want[i].needs {
				t.Errorf("%s: missing %d: %s needs %s", name, i, g.Term, g.Needs)
			}
		}
		if g := done.Missing[0]; g.Reason != c.reason || g.Group != bad {
			t.Errorf("%s: the reason is %d", name, g.Reason)
		}
		if !bad.NetAmount.Absent() || !inv.Totals.Lines.Absent() || good.NetAmount.String() != "10.00" || inv.Totals.Due.String() != "60.00" ||
			len(inv.VATBreakdown) != 1 || inv.VATBreakdown[0].TaxAmount.String() != "1.00" {
			t.Errorf("%s: line %s, sum %s, good line %s, due %s, breakdown %d", name,
				bad.NetAmount, inv.Totals.Lines, good.NetAmount, inv.Totals.Due, len(inv.VATBreakdown))
		}
	}
}
