package en16931

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// vatLine is a line of a net amount, a category and a rate.
func vatLine(net, category, rate string) *Line {
	return &Line{NetAmount: amountOf(net), VAT: LineVAT{Category: Code(category), Rate: ParseDecimal(rate)}}
}

// show writes a breakdown as category rate: taxable tax.
func show(entries []*VATBreakdown) (all []string) {
	for _, e := range entries {
		key := strings.TrimSpace(string(e.Category) + " " + e.Rate.String())
		all = append(all, strings.TrimSpace(key+": "+e.TaxableAmount.String()+" "+e.TaxAmount.String()))
	}
	return all
}

func TestCompleteBreakdownEntries(t *testing.T) {
	for name, c := range map[string]struct {
		inv  Invoice
		want []string
	}{
		"in the order of first use": {Invoice{Lines: []*Line{vatLine("1", "S", "5.5"), vatLine("2", "S", "20"), vatLine("4", "S", "5.5")}},
			[]string{"S 5.5: 5.00 0.28", "S 20: 2.00 0.40"}},
		"rates are numbers": {Invoice{Lines: []*Line{vatLine("1", "S", "20.00"), vatLine("2", " S ", "20"), vatLine("4", "S", "+020.0")}},
			[]string{"S 20.00: 7.00 1.40"}},
		"long rates are numbers": {Invoice{Lines: []*Line{vatLine("1", "S", "20."+strings.Repeat("0", 30)+"1"), vatLine("2", "S", "20."+strings.Repeat("0", 30)+"10")}},
			[]string{"S 20." + strings.Repeat("0", 30) + "1: 3.00 0.60"}},
		"zero and tens": {Invoice{Lines: []*Line{vatLine("1", "L", "0"), vatLine("2", "L", "0.00"), vatLine("3", "L", "10"), vatLine("4", "L", "1")}},
			[]string{"L 0: 3.00 0.00", "L 10: 3.00 0.30", "L 1: 4.00 0.04"}},
		"allowances and charges": {Invoice{
			Lines:      []*Line{vatLine("100", "S", "20")},
			Allowances: []*Allowance{{Amount: amountOf("10.10"), VATCategory: "S", VATRate: ParseDecimal("20")}},
			Charges: []*Charge{
				{Amount: amountOf("5"), VATCategory: "S", VATRate: ParseDecimal("20.0")}, {Amount: amountOf("7"), VATCategory: "S", VATRate: ParseDecimal("10")},
			},
		}, []string{"S 20: 94.90 18.98", "S 10: 7.00 0.70"}},
		"an allowance alone is negative": {Invoice{
			Lines: []*Line{vatLine("1", "S", "20")}, Allowances: []*Allowance{{Amount: amountOf("0.50"), VATCategory: "S", VATRate: ParseDecimal("5")}},
		}, []string{"S 20: 1.00 0.20", "S 5: -0.50 -0.03"}},
		"half a cent":            {Invoice{Lines: []*Line{vatLine("0.50", "S", "5")}}, []string{"S 5: 0.50 0.03"}},
		"half a cent, negative":  {Invoice{Lines: []*Line{vatLine("-0.50", "S", "5")}}, []string{"S 5: -0.50 -0.03"}},
		"tax is rounded once":    {Invoice{Lines: []*Line{vatLine("0.05", "S", "10"), vatLine("0.05", "S", "10")}}, []string{"S 10: 0.10 0.01"}},
		"more than two decimals": {Invoice{Lines: []*Line{vatLine("0.004", "S", "20"), vatLine("0.001", "S", "20")}}, []string{"S 20: 0.01 0.00"}},
		"E, AE, K, G and Z are 0": {Invoice{Lines: []*Line{vatLine("1", "E", "0"), vatLine("2", "AE", "0.00"), vatLine("3", "K", ""), vatLine("4", "G", "0"), vatLine("5", "Z", "0")}},
			[]string{"E 0: 1.00 0.00", "AE 0.00: 2.00 0.00", "K 0: 3.00 0.00", "G 0: 4.00 0.00", "Z 0: 5.00 0.00"}},
		"E is one, whatever rate": {Invoice{Lines: []*Line{vatLine("1", "E", ""), vatLine("2", "E", "0.00"), vatLine("4", "E", "20")}}, []string{"E 0: 7.00 0.00"}},
		"O has no rate":           {Invoice{Lines: []*Line{vatLine("1", "O", ""), vatLine("2", "O", "0")}}, []string{"O: 3.00 0.00"}},
		"a category without rules": {Invoice{Lines: []*Line{vatLine("100", "B", "22"), vatLine("1", "B", "10")}},
			[]string{"B 22: 100.00 22.00", "B 10: 1.00 0.10"}},
		"stated entries come first, their reasons stay": {Invoice{
			Lines:        []*Line{vatLine("1", "S", "20"), vatLine("2", "E", "0")},
			VATBreakdown: []*VATBreakdown{{Category: "E", ExemptionReason: "art. 261"}},
		}, []string{"E 0: 2.00 0.00", "S 20: 1.00 0.20"}},
		"a stated entry that nothing uses": {Invoice{
			Lines:        []*Line{vatLine("1", "S", "20")},
			VATBreakdown: []*VATBreakdown{{Category: "S", Rate: ParseDecimal("10")}},
		}, []string{"S 10: 0.00 0.00", "S 20: 1.00 0.20"}},
		"tax of a stated taxable amount, without lines": {Invoice{
			VATBreakdown: []*VATBreakdown{{Category: "S", Rate: ParseDecimal("10"), TaxableAmount: amountOf("12")}},
		}, []string{"S 10: 12 1.20"}},
	} {
		inv := c.inv
		reasons := map[*VATBreakdown]string{}
		for _, e := range inv.VATBreakdown {
			reasons[e] = e.ExemptionReason
		}
		inv.Complete()
		if diff := cmp.Diff(c.want, show(inv.VATBreakdown)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		for _, e := range inv.VATBreakdown {
			if e.ExemptionReason != reasons[e] || e.ExemptionReasonCode != "" {
				t.Errorf("%s: the exemption reason is %q", name, e.ExemptionReason)
			}
		}
	}
}

// TestCompleteBreakdownGaps leaves out the entries and amounts that something unknown may belong to, and only these.
func TestCompleteBreakdownGaps(t *testing.T) {
	type gap struct {
		term, needs Term
		reason      Reason
	}
	noRate := gap{BG23, BT152, ReasonAbsent}
	for name, c := range map[string]struct {
		inv  Invoice
		want []string
		gaps []gap // of BG-23 to BT-119, and of BT-110
	}{
		"a line without a category": {Invoice{Lines: []*Line{vatLine("1", "S", "20"), vatLine("2", "", "20")}}, nil,
			[]gap{{BG23, BT151, ReasonAbsent}, {BT110, BT151, ReasonAbsent}}},
		"only lines without a category": {Invoice{Lines: []*Line{vatLine("2", " ", "")}}, nil,
			[]gap{{BG23, BT151, ReasonAbsent}, {BT110, BT151, ReasonAbsent}}},
		"a line without a rate": {Invoice{Lines: []*Line{vatLine("1", "S", "20"), vatLine("2", "S", ""), vatLine("3", "L", "3")}},
			[]string{"L 3: 3.00 0.09"}, []gap{noRate, {BT110, BT152, ReasonAbsent}}},
		"only a line without a rate": {Invoice{Lines: []*Line{vatLine("2", "S", ""), vatLine("3", "L", "3")}},
			[]string{"L 3: 3.00 0.09"}, []gap{noRate, {BT110, BT152, ReasonAbsent}}},
		"an unreadable rate": {Invoice{Lines: []*Line{vatLine("2", "S", "20 %")}}, nil,
			[]gap{{BG23, BT152, ReasonUnreadable}, {BT110, BT152, ReasonUnreadable}}},
		"an allowance without a category": {Invoice{Lines: []*Line{vatLine("2", "S", "20")}, Allowances: []*Allowance{{Amount: amountOf("1")}}}, nil,
			[]gap{{BG23, BT95, ReasonAbsent}, {BT110, BT95, ReasonAbsent}}},
		"a charge without a rate": {Invoice{Lines: []*Line{vatLine("2", "S", "20")}, Charges: []*Charge{{Amount: amountOf("1"), VATCategory: "S"}}}, nil,
			[]gap{{BG23, BT103, ReasonAbsent}, {BT110, BT103, ReasonAbsent}}},
		"a stated entry that the unknown may belong to": {Invoice{
			Lines:        []*Line{vatLine("2", "S", "")},
			VATBreakdown: []*VATBreakdown{{Category: "S", Rate: ParseDecimal("20"), TaxableAmount: amountOf("2")}},
		}, []string{"S 20: 2 0.40"}, nil},
		"an entry without a rate": {Invoice{Lines: []*Line{vatLine("2", "S", "20"), vatLine("2", "E", "0")}, VATBreakdown: []*VATBreakdown{{Category: "S"}}},
			[]string{"S:", "E 0: 2.00 0.00"},
			[]gap{{BT116, BT119, ReasonAbsent}, {BT117, BT119, ReasonAbsent}, {BG23, BT119, ReasonAbsent}, {BT110, BT119, ReasonAbsent}}},
		"an entry without a category": {Invoice{Lines: []*Line{vatLine("2", "S", "20")}, VATBreakdown: []*VATBreakdown{{ExemptionReason: "x"}}},
			[]string{":"},
			[]gap{{BT116, BT118, ReasonAbsent}, {BT117, BT118, ReasonAbsent}, {BG23, BT118, ReasonAbsent}, {BT110, BT118, ReasonAbsent}}},
		"two entries for one rate": {Invoice{
			Lines:        []*Line{vatLine("2", "S", "20")},
			VATBreakdown: []*VATBreakdown{{Category: "S", Rate: ParseDecimal("20")}, {Category: "S", Rate: ParseDecimal("20.0")}},
		}, []string{"S 20:", "S 20.0:"}, []gap{
			{BT116, BT118, ReasonDuplicate}, {BT117, BT116, ReasonAbsent}, {BT116, BT118, ReasonDuplicate}, {BT117, BT116, ReasonAbsent}, {BT110, BT117, ReasonAbsent},
		}},
		"a tax that is too long to write": {Invoice{Lines: []*Line{vatLine(strings.Repeat("9", 990), "S", strings.Repeat("9", 20))}}, nil,
			[]gap{{BG23, BG23, ReasonTooLong}, {BT110, BG23, ReasonTooLong}}},
		"no lines": {Invoice{}, nil, []gap{{BG23, BG25, ReasonAbsent}, {BT110, BG25, ReasonAbsent}}},
		"no lines, but a charge": {Invoice{Charges: []*Charge{{Amount: amountOf("1"), VATCategory: "S", VATRate: ParseDecimal("20")}}}, nil,
			[]gap{{BG23, BG25, ReasonAbsent}, {BT110, BG25, ReasonAbsent}}},
	} {
		inv := c.inv
		done := inv.Complete()
		if diff := cmp.Diff(c.want, show(inv.VATBreakdown)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		var gaps []gap
		for _, g := range done.Missing {
			if g.Term.Group() == BG23 || g.Term == BT110 {
				gaps = append(gaps, gap{g.Term, g.Needs, g.Reason})
			}
		}
		if diff := cmp.Diff(c.gaps, gaps, cmp.AllowUnexported(gap{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestCompleteRateOfCategory notes rates that a category does not have.
func TestCompleteRateOfCategory(t *testing.T) {
	inv := &Invoice{
		Lines:        []*Line{vatLine("1", "E", "20"), vatLine("1", "O", "0"), vatLine("1", "K", "0.0")},
		Allowances:   []*Allowance{{Amount: amountOf("1"), VATCategory: "K", VATRate: ParseDecimal("5")}},
		Charges:      []*Charge{{Amount: amountOf("1"), VATCategory: "AE", VATRate: ParseDecimal("x")}},
		VATBreakdown: []*VATBreakdown{{Category: "G", Rate: ParseDecimal("3")}},
	}
	var got []string
	for _, c := range inv.Complete().Contradictions {
		got = append(got, c.Term.String()+" "+c.Rule+" "+c.Text().EN)
	}
	want := []string{
		"BT-152 BR-E-05 BT-152 (Invoiced item VAT rate) of line 1 is 20, but VAT category E has the rate 0.",
		"BT-152 BR-O-05 BT-152 (Invoiced item VAT rate) of line 2 is 0, but VAT category O has no rate: leave it out.",
		"BT-96 BR-IC-06 BT-96 (Document level allowance VAT rate) of allowance 1 is 5, but VAT category K has the rate 0.",
		"BT-103 BR-AE-07 BT-103 (Document level charge VAT rate) of charge 1 is x, but VAT category AE has the rate 0.",
		"BT-119  BT-119 (VAT category rate) for VAT G at 3 % is 3, but VAT category G has the rate 0.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
