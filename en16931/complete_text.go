package en16931

import (
	"strconv"

	"github.com/fxinvoice/fx/report"
)

// Contradiction is a stated value that is not what the rest of the invoice comes to, and was kept.
type Contradiction struct {
	Term   Term
	Group  any     // the instance of Term.Group()
	Stated Decimal // as it stands in the invoice; perhaps not Readable
	// Currency is not "" where the contradiction is that an amount is in this currency and not in the invoice's: it takes no part in any sum.
	Currency Code
	Computed Decimal // absent where there is nothing to compare with: an amount in another currency, a rate of a category that has none
	// Rule is the official rule that says the arithmetic; "" where the standard only defines the term.
	Rule string
	// Tolerance is how far from Computed a value may be; only values beyond are reported. For BT-117 of a category with rates, and for BT-116
	// where the test of the invoice's syntax allows it, the difference must be less than 1 (in CII's BR-CO-17, but for S, up to 1). For BT-131
	// and for allowances and charges, which no official rule checks, it is up to 0.02. Else it is 0.
	Tolerance Decimal

	invoiceCurrency Code
	at              spot
}

// Gap is a result that could not be computed.
type Gap struct {
	Term       Term
	Group      any  // the instance of Term.Group(); for an entry of the VAT breakdown that could not be made, BG-23 of the *Invoice
	Needs      Term // the first term in the way
	NeedsGroup any  // the instance of Needs.Group(); of its parent group where a whole group is missing
	Reason     Reason

	at, needsAt spot
}

// Reason says why a term cannot be computed with.
type Reason uint8

// The reasons.
const (
	ReasonAbsent         Reason = iota // it is not in the invoice
	ReasonUnreadable                   // it is no number
	ReasonOtherCurrency                // it is in another currency than BT-5; that is a Contradiction, too
	ReasonOtherUnit                    // BT-150 is another unit than BT-130
	ReasonIsZero                       // a division by it is asked for
	ReasonDuplicate                    // another entry of the breakdown has the same category and rate
	ReasonTooLong                      // the result has more digits than a number of an invoice may have
	ReasonNoExchangeRate               // BT-111 needs one, and invoices have none
)

var reasons = [...]report.Text{
	ReasonAbsent:         {EN: "{needs} is missing", FR: "{needs} manque"},
	ReasonUnreadable:     {EN: "{needs} is not a number", FR: "{needs} n'est pas un nombre"},
	ReasonOtherCurrency:  {EN: "{needs} is in another currency than the invoice (BT-5)", FR: "{needs} n'est pas dans la devise de la facture (BT-5)"},
	ReasonOtherUnit:      {EN: "{needs} is another unit than that of the quantity (BT-130)", FR: "{needs} n'est pas l'unité de la quantité (BT-130)"},
	ReasonIsZero:         {EN: "{needs} is zero", FR: "{needs} vaut zéro"},
	ReasonDuplicate:      {EN: "another entry of the VAT breakdown has the same category and rate", FR: "une autre ligne de la ventilation de TVA a les mêmes catégorie et taux"},
	ReasonTooLong:        {EN: "the number would be too long", FR: "le nombre serait trop long"},
	ReasonNoExchangeRate: {EN: "an invoice has no exchange rate; state it yourself", FR: "une facture ne porte pas de taux de change ; indiquez-le vous-même"},
}

// formulas say how a term is computed, as the subject of a sentence in the singular.
var formulas = map[Term]report.Text{
	BT92:  {EN: "base (BT-93) × percentage (BT-94)", FR: "l'assiette (BT-93) × le pourcentage (BT-94)"},
	BT99:  {EN: "base (BT-100) × percentage (BT-101)", FR: "l'assiette (BT-100) × le pourcentage (BT-101)"},
	BT136: {EN: "base (BT-137) × percentage (BT-138)", FR: "l'assiette (BT-137) × le pourcentage (BT-138)"},
	BT141: {EN: "base (BT-142) × percentage (BT-143)", FR: "l'assiette (BT-142) × le pourcentage (BT-143)"},
	BT146: {EN: "the gross price (BT-148) less the discount (BT-147)", FR: "le prix brut (BT-148) moins le rabais (BT-147)"},
	BT131: {
		EN: "quantity (BT-129) × net price (BT-146) / base quantity (BT-149), less allowances (BT-136), plus charges (BT-141),",
		FR: "la quantité (BT-129) × le prix net (BT-146) / la quantité de base (BT-149), moins les remises (BT-136), plus les frais (BT-141),",
	},
	BT116: {
		EN: "the sum of its lines (BT-131), less allowances (BT-92), plus charges (BT-99),",
		FR: "la somme de ses lignes (BT-131), moins les remises (BT-92), plus les frais (BT-99),",
	},
	BT117: {EN: "taxable amount (BT-116) × rate (BT-119)", FR: "la base d'imposition (BT-116) × le taux (BT-119)"},
	BT106: {EN: "the sum of the line net amounts (BT-131)", FR: "la somme des montants nets des lignes (BT-131)"},
	BT107: {EN: "the sum of the allowances (BT-92)", FR: "la somme des remises (BT-92)"},
	BT108: {EN: "the sum of the charges (BT-99)", FR: "la somme des frais (BT-99)"},
	BT109: {
		EN: "the sum of the lines (BT-106), less allowances (BT-107), plus charges (BT-108),",
		FR: "la somme des lignes (BT-106), moins les remises (BT-107), plus les frais (BT-108),",
	},
	BT110: {EN: "the sum of the VAT breakdown (BT-117)", FR: "la somme de la ventilation de TVA (BT-117)"},
	BT112: {EN: "total without VAT (BT-109) + VAT (BT-110)", FR: "le total hors TVA (BT-109) + la TVA (BT-110)"},
	BT115: {
		EN: "total with VAT (BT-112), less what is paid (BT-113), plus rounding (BT-114),",
		FR: "le total TVA comprise (BT-112), moins le montant payé (BT-113), plus l'arrondi (BT-114),",
	},
}

var (
	textValue = report.Text{
		EN: "{term} is {stated}, but {formula} gives {computed}.",
		FR: "{term} vaut {stated}, mais {formula} donne {computed}.",
	}
	textRate = report.Text{
		EN: "{term} is {stated}, but VAT category {category} has the rate {computed}.",
		FR: "{term} vaut {stated}, mais la catégorie de TVA {category} a le taux {computed}.",
	}
	textNoRate = report.Text{
		EN: "{term} is {stated}, but VAT category {category} has no rate: leave it out.",
		FR: "{term} vaut {stated}, mais la catégorie de TVA {category} n'a pas de taux : ne l'indiquez pas.",
	}
	textCurrency = report.Text{
		EN: "{term} is {stated} in {currency}, but the invoice is in {own} (BT-5): it is not added up.",
		FR: "{term} vaut {stated} en {currency}, mais la facture est en {own} (BT-5) : il n'entre dans aucune somme.",
	}
	textNoCurrency = report.Text{
		EN: "{term} is {stated} in {currency}, but the invoice does not say its currency (BT-5): it is not added up.",
		FR: "{term} vaut {stated} en {currency}, mais la facture n'indique pas sa devise (BT-5) : il n'entre dans aucune somme.",
	}
	textGap = report.Text{
		EN: "{term} cannot be computed: {reason}.",
		FR: "{term} ne peut pas être calculé : {reason}.",
	}
)

// Text says the contradiction in both languages, with both numbers and where the term stands.
func (c Contradiction) Text() report.Text {
	t := textValue
	switch {
	case c.Currency != "" && trim(string(c.invoiceCurrency)) == "":
		t = textNoCurrency
	case c.Currency != "":
		t = textCurrency
	case c.Term == BT152 || c.Term == BT96 || c.Term == BT103 || c.Term == BT119:
		if t = textRate; c.Computed.Absent() {
			t = textNoRate
		}
	}
	return t.With(
		report.A("term", c.at.of(c.Term)), report.A("stated", report.Number(c.Stated.String())), report.A("computed", report.Number(c.Computed.String())),
		report.A("formula", formulas[c.Term]), report.A("category", string(c.at.category)),
		report.A("currency", trim(string(c.Currency))), report.A("own", trim(string(c.invoiceCurrency))),
	)
}

// Text says in both languages what could not be computed and what was in the way.
func (g Gap) Text() report.Text {
	reason := reasons[g.Reason].With(report.A("needs", g.needsAt.of(g.Needs)))
	return textGap.With(report.A("term", g.at.of(g.Term)), report.A("reason", reason))
}

// places say where a term stands, by the group that it is in.
var places = struct{ line, lineAllowance, lineCharge, allowance, charge, vat, vatNoRate report.Text }{
	line:          report.Text{EN: "{term} of line {line}", FR: "{term} de la ligne {line}"},
	lineAllowance: report.Text{EN: "{term} of allowance {nth} of line {line}", FR: "{term} de la remise {nth} de la ligne {line}"},
	lineCharge:    report.Text{EN: "{term} of charge {nth} of line {line}", FR: "{term} des frais {nth} de la ligne {line}"},
	allowance:     report.Text{EN: "{term} of allowance {nth}", FR: "{term} de la remise {nth}"},
	charge:        report.Text{EN: "{term} of charge {nth}", FR: "{term} des frais {nth}"},
	vat:           report.Text{EN: "{term} for VAT {category} at {rate} %", FR: "{term} pour la TVA {category} à {rate} %"},
	vatNoRate:     report.Text{EN: "{term} for VAT {category}", FR: "{term} pour la TVA {category}"},
}

// of names a term that stands here: its number, its name and its place.
func (s spot) of(t Term) report.Text {
	name := report.Text{EN: t.String() + " (" + t.Name("en") + ")", FR: t.String() + " (" + t.Name("fr") + ")"}
	var place report.Text
	switch g := t.Group(); {
	case g == BG27:
		place = places.lineAllowance
	case g == BG28:
		place = places.lineCharge
	case g == BG20:
		place = places.allowance
	case g == BG21:
		place = places.charge
	case g == BG23 && s.category != "" && !s.rate.Absent():
		place = places.vat
	case g == BG23 && s.category != "":
		place = places.vatNoRate
	case g >= BG25 && g < BG25.Behind() && s.line > 0:
		place = places.line
	default:
		return name
	}
	return place.With(
		report.A("term", name), report.A("line", strconv.Itoa(s.line)), report.A("nth", strconv.Itoa(s.nth)),
		report.A("category", string(s.category)), report.A("rate", report.Number(s.rate.String())),
	)
}
