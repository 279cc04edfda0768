package en16931

// arithmetic is the rule by which a result is computed, and how far a stated value may be from it.
//
// The tolerances are those of the official tests (artefacts of EN 16931, 1.3.16). Where the tests of UBL and CII differ, the invoice's syntax
// decides; for an invoice that comes from neither, the stricter one holds, for it may be written in both.
type arithmetic struct {
	rule      string
	tolerance Decimal
	below     bool // the difference must be below the tolerance, and not just up to it
}

// agree reports whether a stated number is near enough to the computed one.
func (a arithmetic) agree(stated, computed Decimal) bool {
	off := stated.Sub(computed)
	if off.Sign() < 0 {
		off = off.Neg()
	}
	order := off.Cmp(a.tolerance)
	return off.Sign() == 0 || order < 0 || order == 0 && !a.below
}

// exactly is the arithmetic of the totals: BR-CO-10 to BR-CO-16 want the very number.
func exactly(rule string) arithmetic { return arithmetic{rule: rule, tolerance: NewDecimal(0, 0)} }

// byDefinition is the arithmetic of line amounts, and of allowances and charges: the standard defines them and no official rule checks them.
// Prices are often rounded before they are multiplied, so we allow what the checks of Peppol BIS Billing do.
func byDefinition() arithmetic { return arithmetic{tolerance: NewDecimal(2, 2)} }

// vatCategory is what the standard says of a category of UNTDID 5305.
type vatCategory struct {
	code   Code
	prefix string // of its rules: those of K are named BR-IC-08
	rates  vatRates
}

// vatRates says which rates a category has.
type vatRates uint8

const (
	anyRate  vatRates = iota // one of its own for each line
	zeroRate                 // 0
	noRate                   // none may be stated
)

var vatCategories = [...]vatCategory{
	{"S", "BR-S", anyRate}, {"Z", "BR-Z", zeroRate}, {"E", "BR-E", zeroRate}, {"AE", "BR-AE", zeroRate}, {"K", "BR-IC", zeroRate},
	{"G", "BR-G", zeroRate}, {"O", "BR-O", noRate}, {"L", "BR-AF", anyRate}, {"M", "BR-AG", anyRate},
}

// categoryOf returns what is known of a category. One that has no rules of its own is taken by category and rate, as BG-23 is defined.
func categoryOf(code Code) vatCategory {
	for _, v := range vatCategories {
		if v.code == code {
			return v
		}
	}
	return vatCategory{code: code}
}

// rule returns the category's rule of that number, "" if it has none.
func (v vatCategory) rule(number string) string {
	if v.prefix == "" {
		return ""
	}
	return v.prefix + "-" + number
}

// taxable is the arithmetic of BT-116. The two artefacts allow a difference below 1 in other categories: UBL where there are rates, CII where
// the rate is 0; elsewhere they want the very number.
func (v vatCategory) taxable(syntax string) arithmetic {
	a := exactly(v.rule("08"))
	if v.prefix != "" && (syntax == "ubl" && v.rates == anyRate || syntax == "cii" && v.rates == zeroRate) {
		a.tolerance, a.below = NewDecimal(1, 0), true
	}
	return a
}

// tax is the arithmetic of BT-117: 0 where there is no rate, else a difference below 1. In CII the rule takes a difference of just 1, but for
// S the category's own rule does not.
func (v vatCategory) tax(syntax string) arithmetic {
	if v.rates != anyRate {
		return exactly(v.rule("09"))
	}
	return arithmetic{rule: "BR-CO-17", tolerance: NewDecimal(1, 0), below: syntax != "cii" || v.code == "S"}
}
