package choruspro

import (
	"iter"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/en16931/codelist"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

const (
	maxDecimals       = 2  // of an amount
	maxE1Decimals     = 6  // of an amount of an E1 file, as one ERP has it
	maxDigits         = 19 // of an amount
	maxQuantityDigits = 10
)

// amountRules are about how numbers are written, and about VAT.
var amountRules = []rule{
	{
		id: "CP-13", terms: []en16931.Term{en16931.BT148, en16931.BT147}, sources: []string{"S21", "S29"}, check: grossPrices,
		levels: []level{
			{report.Error, Confirmed, words{"in CII", "en CII"}},
			{report.Warning, Likely, words{"in Factur-X", "en Factur-X"}},
		},
		asks: words{"In CII, a gross price (BT-148) has its discount (BT-147) beside it, if only of 0.00.",
			"En CII, un prix brut (BT-148) s'accompagne de sa remise (BT-147), fût-elle de 0,00."},
		why: words{"EN 16931 does not ask for it, and many programs write the gross price of every line.",
			"L'EN 16931 ne le demande pas, et bien des logiciels écrivent le prix brut de chaque ligne."},
		cases: []said{{
			text:   words{"The line has a gross price (BT-148) and no discount on it (BT-147).", "La ligne a un prix brut (BT-148) sans remise (BT-147)."},
			fix:    words{"Leave the gross price out if there is no discount.", "Supprimez le prix brut s'il n'y a pas de remise."},
			answer: Answer{Says: "L'element (AppliedTradeAllowanceCharge.ActualAmount.value) est obligatoire si l'element (…GrossPriceProductTradePrice) est renseigne"},
		}},
	},
	{
		id: "CP-14", terms: []en16931.Term{en16931.BG22}, sources: []string{"S23", "S29"}, check: amounts,
		levels: []level{
			{report.Error, Confirmed, words{"for a total of the document (BG-22)", "pour un total du document (BG-22)"}},
			{report.Warning, Likely, words{"for other amounts, and for up to six decimals in an E1 file", "pour d'autres montants, et jusqu'à six décimales dans un fichier E1"}},
		},
		asks: words{"An amount has at most two decimals and 19 digits in all.", "Un montant a au plus deux décimales et 19 chiffres en tout."},
		why: words{"Zeros at the end count: 10.000 has three decimals. Prices, quantities and percentages are not meant.",
			"Les zéros finaux comptent : 10.000 a trois décimales. Prix, quantités et pourcentages ne sont pas concernés."},
		cases: []said{
			{
				name: "decimals",
				text: words{"{name} ({term}) is {found}, with {decimals} decimals; Chorus Pro takes at most 2.",
					"{name} ({term}) : {found}, soit {decimals} décimales ; Chorus Pro en accepte au plus 2."},
				fix: words{"Round it to two decimals.", "Arrondissez-le à deux décimales."},
			},
			{
				name: "digits",
				text: words{"{name} ({term}) is {found}, with {digits} digits; Chorus Pro takes at most 19.",
					"{name} ({term}) : {found}, soit {digits} chiffres ; Chorus Pro en accepte au plus 19."},
				fix: words{"Write it with fewer digits.", "Écrivez-le avec moins de chiffres."},
			},
		},
	},
	{
		id: "CP-22", terms: []en16931.Term{en16931.BT129}, levels: warnConfirmed, sources: []string{"S29"}, check: quantities,
		asks: words{"A quantity (BT-129) has at most 10 digits.", "Une quantité (BT-129) a au plus 10 chiffres."},
		cases: []said{{
			text: words{"The quantity {found} (BT-129) has {digits} digits; Chorus Pro takes at most 10.", "La quantité {found} (BT-129) a {digits} chiffres ; Chorus Pro en accepte au plus 10."},
			fix:  words{"Round it, or count in a larger unit.", "Arrondissez-la, ou comptez dans une unité plus grande."},
		}},
	},
	{
		id: "CP-59", terms: []en16931.Term{en16931.BT151, en16931.BT152}, levels: warnLikely, sources: []string{"S19"}, check: frenchVAT,
		asks: words{"VAT is French: no category L or M, and a rate that France has or had.", "La TVA est française : ni type L ni M, et un taux que la France applique ou a appliqué."},
		cases: []said{
			{
				name: "category",
				text: words{"The VAT category {found} is that of the Canary Islands, or of Ceuta and Melilla.", "Le type de TVA {found} est celui des Canaries, ou de Ceuta et Melilla."},
				fix:  words{"Write S for a French rate, E for an exemption.", "Indiquez S pour un taux français, E pour une exonération."},
			},
			{
				name: "rate",
				text: words{"The VAT rate {found}% is not French.", "Le taux de TVA de {found} % n'est pas français."},
				fix:  words{"The rates are 20, 10, 5.5 and 2.1, others overseas and in Corsica.", "Les taux sont 20, 10, 5,5 et 2,1, d'autres outre-mer et en Corse."},
			},
		},
	},
}

func grossPrices(c *checker) {
	if !c.isCII() {
		return
	}
	severity := report.Error
	if c.form.IsFacturX() {
		severity = report.Warning
	}
	for _, price := range c.of(gross) {
		if c.firstIn(price, grossDiscount).absent() && !c.full(severity) {
			c.fail(problem{severity: severity, at: c.missingIn(price, gross, grossDiscount)})
		}
	}
}

// totals are the amounts of BG-22 and their terms.
var totals = [...]struct {
	place
	term en16931.Term
}{
	{lineTotal, en16931.BT106}, {allowanceTotal, en16931.BT107}, {chargeTotal, en16931.BT108}, {netTotal, en16931.BT109}, {taxTotal, en16931.BT110},
	{grandTotal, en16931.BT112}, {paidTotal, en16931.BT113}, {rounding, en16931.BT114}, {dueTotal, en16931.BT115},
}

func amounts(c *checker) {
	if c.isCII() { // the lines come first there, and the first findings are those that are shown
		lineAmounts(c)
	}
	for _, t := range totals {
		for _, n := range c.of(t.place) {
			amount(c, c.at(n), report.Error, t.term)
		}
	}
	for _, group := range c.of(allowance) {
		amount(c, c.firstIn(group, allowanceAmount), report.Warning, c.allowanceTerm(group, en16931.BT92, en16931.BT99))
	}
	for _, group := range c.of(breakdown) {
		amount(c, c.firstIn(group, breakdownBasis), report.Warning, en16931.BT116)
		amount(c, c.firstIn(group, breakdownTax), report.Warning, en16931.BT117)
	}
	if !c.isCII() {
		lineAmounts(c)
	}
}

// allowanceTerm returns which of two terms a value of BG-20 or BG-21 is: that of an allowance, or that of a charge.
func (c *checker) allowanceTerm(group xmltree.Node, ofAllowance, ofCharge en16931.Term) en16931.Term {
	switch c.firstIn(group, allowanceCharge).text {
	case "true", "1":
		return ofCharge
	}
	return ofAllowance
}

func lineAmounts(c *checker) {
	for _, n := range c.of(lineAmount) {
		amount(c, c.at(n), report.Warning, en16931.BT131)
	}
}

// amount judges how an amount is written.
func amount(c *checker, v value, s report.Severity, t en16931.Term) {
	all, decimals, ok := digits(v.text)
	if !ok || decimals <= maxDecimals && all <= maxDigits {
		return
	}
	fail := func(s report.Severity, name string, n int) {
		if t == en16931.BT131 && c.full(s) { // lines are looked at in the order of the file
			return
		}
		c.fail(problem{severity: s, at: here(v), name: name, terms: []en16931.Term{t},
			args: []report.Arg{foundArg(v), nameArg(t), report.A("term", t.String()), report.A(name, n)}})
	}
	if decimals > maxDecimals {
		severity := s
		if c.isE1() && decimals <= maxE1Decimals {
			severity = report.Warning
		}
		fail(severity, "decimals", decimals)
	}
	if all > maxDigits {
		fail(s, "digits", all)
	}
}

func quantities(c *checker) {
	for _, n := range c.of(quantity) {
		v := c.at(n)
		if digits, ok := significant(v.text); ok && digits > maxQuantityDigits && !c.full(report.Warning) {
			c.fail(problem{severity: report.Warning, at: here(v), args: []report.Arg{foundArg(v), report.A("digits", digits)}})
		}
	}
}

// vatRates are the rates of French VAT, now and formerly.
const vatRates = " 0 0.9 1.05 1.75 2.1 5.5 7 8.5 9.2 9.6 10 13 19.6 20 20.6 "

func frenchVAT(c *checker) {
	good := "" // the rate that was looked at last: lines repeat themselves
	for p, n := range c.inOrder(vatCategory, vatRate) {
		v := c.at(n)
		switch {
		case p == vatCategory && (v.text == "L" || v.text == "M"):
			if !c.full(report.Warning) {
				c.fail(problem{severity: report.Warning, at: here(v), name: "category", terms: []en16931.Term{c.vatTerm(n, categoryTerms)}, args: []report.Arg{foundArg(v)}})
			}
		case p == vatRate && v.text != good:
			if isFrenchRate(v.text) {
				good = v.text
			} else if !c.full(report.Warning) {
				c.fail(problem{severity: report.Warning, at: here(v), name: "rate", terms: []en16931.Term{c.vatTerm(n, rateTerms)},
					args: []report.Arg{report.A("found", report.Number(v.text))}})
			}
		}
	}
}

// vatTerms are the terms of one thing in the places where VAT stands.
type vatTerms struct{ allowance, charge, breakdown, line en16931.Term }

var (
	categoryTerms = vatTerms{en16931.BT95, en16931.BT102, en16931.BT118, en16931.BT151}
	rateTerms     = vatTerms{en16931.BT96, en16931.BT103, en16931.BT119, en16931.BT152}
)

// vatTerm returns the term of an element by what stands around it.
func (c *checker) vatTerm(n xmltree.Node, t vatTerms) en16931.Term {
	if _, ok := c.around(breakdown, n); ok {
		return t.breakdown
	}
	if group, ok := c.around(allowance, n); ok {
		return c.allowanceTerm(group, t.allowance, t.charge)
	}
	return t.line
}

// isFrenchRate reports whether a rate is among vatRates; what is no number is not judged.
func isFrenchRate(s string) bool {
	if codelist.Has(vatRates, s) {
		return true
	}
	rate := en16931.ParseDecimal(s)
	if rate.Absent() || !rate.Readable() {
		return true
	}
	for known := range strings.FieldsSeq(vatRates) {
		if rate.Equal(en16931.ParseDecimal(known)) {
			return true
		}
	}
	return false
}

// inOrder yields the elements of two places in document order.
func (f *file) inOrder(a, b place) iter.Seq2[place, xmltree.Node] {
	return func(yield func(place, xmltree.Node) bool) {
		as, bs := f.of(a), f.of(b)
		for len(as)+len(bs) > 0 {
			if len(bs) == 0 || len(as) > 0 && as[0] < bs[0] {
				if !yield(a, as[0]) {
					return
				}
				as = as[1:]
			} else {
				if !yield(b, bs[0]) {
					return
				}
				bs = bs[1:]
			}
		}
	}
}
