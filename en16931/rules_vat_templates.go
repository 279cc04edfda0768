package en16931

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// vatInBreakdown is rule -01: a category is in the VAT breakdown if and only if something is in it, as a rule once.
func vatInBreakdown(w *vatWording) Rule {
	rule := Rule{
		Terms: []Term{BT118, BT151, BT95, BT102},
		Why:   report.Text(w.means),
		Cases: []Case{
			{
				Text: w.text("A line, allowance or charge is in VAT category {category} (BT-151, BT-95, BT-102), but the VAT breakdown (BG-23) has no entry of this category (BT-118).",
					"Une ligne, une remise ou des frais relèvent de la catégorie de TVA {category} (BT-151, BT-95, BT-102), mais la ventilation de la TVA (BG-23) n'a pas d'entrée de cette catégorie (BT-118)."),
				Fix: report.Text{EN: "Add the entry to the VAT breakdown, or correct the category of what is in it by mistake.",
					FR: "Ajoutez l'entrée à la ventilation de la TVA, ou corrigez la catégorie de ce qui en relève par erreur."},
			},
			{
				Name: "unused",
				Text: w.text("The VAT breakdown (BG-23) has an entry of category {category} (BT-118), but no line, allowance or charge is in it (BT-151, BT-95, BT-102).",
					"La ventilation de la TVA (BG-23) a une entrée de catégorie {category} (BT-118), mais aucune ligne, aucune remise ni aucuns frais n'en relèvent (BT-151, BT-95, BT-102)."),
				Fix: report.Text{EN: "Remove the entry, or give its category to the lines that belong to it.",
					FR: "Supprimez l'entrée, ou donnez sa catégorie aux lignes qui en relèvent."},
			},
		},
	}
	if w.several {
		rule.Asks = w.text("The VAT breakdown (BG-23) has at least one entry of category {category} (BT-118) if a line, allowance or charge is in it, and else none.",
			"La ventilation de la TVA (BG-23) a au moins une entrée de catégorie {category} (BT-118) si une ligne, une remise ou des frais en relèvent, et sinon aucune.")
		return rule
	}
	rule.Asks = w.text("The VAT breakdown (BG-23) has just one entry of category {category} (BT-118) if a line, allowance or charge is in it, and else none.",
		"La ventilation de la TVA (BG-23) a une seule entrée de catégorie {category} (BT-118) si une ligne, une remise ou des frais en relèvent, et sinon aucune.")
	rule.Cases = append(rule.Cases, Case{
		Name: "several",
		Text: w.text("The VAT breakdown (BG-23) has {count} entries of category {category} (BT-118); there may be only one.",
			"La ventilation de la TVA (BG-23) a {count} entrées de catégorie {category} (BT-118) ; il n'en faut qu'une."),
		Fix: report.Text{EN: "Make one entry of them, with the sum of their taxable amounts (BT-116).",
			FR: "Réunissez-les en une seule entrée, avec la somme de leurs bases d'imposition (BT-116)."},
	})
	return rule
}

// vatIdentifiers is one of the rules -02 to -04: who has to be known, or must not be, if a line, an allowance or a charge is in the category.
func vatIdentifiers(w *vatWording, in owner, category Term) Rule {
	if w.seller == nil {
		return vatNoIdentifiers(w, in, category)
	}
	lacks := func(name string, ids *identifiers) Case {
		en := "{any} is in VAT category {category} (" + category.String() + "), but the invoice states " + ids.none.EN + "."
		fr := "{any} {in} de la catégorie de TVA {category} (" + category.String() + "), mais la facture n'indique " + ids.none.FR + "."
		return Case{Name: name, Text: w.about(in, en, fr), Fix: report.Text(ids.fix)}
	}
	rule := Rule{Terms: slices.Clone(w.seller.terms), Why: report.Text(w.whyIDs), Cases: []Case{lacks("", w.seller)}}
	asks := w.seller.any
	if w.buyer != nil {
		asks.EN += ", and " + w.buyer.any.EN
		asks.FR += ", ainsi que " + w.buyer.any.FR
		rule.Terms = append(rule.Terms, w.buyer.terms...)
		rule.Cases = append(rule.Cases, lacks("buyer", w.buyer))
	}
	rule.Asks = w.about(in, "If {any} is in VAT category {category}, the invoice states "+asks.EN+".",
		"Si {any} {in} de la catégorie de TVA {category}, la facture indique "+asks.FR+".")
	return rule
}

func vatNoIdentifiers(w *vatWording, in owner, category Term) Rule {
	return Rule{
		Terms: []Term{BT31, BT63, BT48},
		Asks: w.about(in,
			"If {any} is in VAT category {category}, the invoice states no VAT identifier: not of the seller (BT-31), its tax representative (BT-63) or the buyer (BT-48).",
			"Si {any} {in} de la catégorie de TVA {category}, la facture n'indique aucun identifiant à la TVA : ni du vendeur (BT-31), ni de son représentant fiscal (BT-63), ni de l'acheteur (BT-48)."),
		Why: report.Text(w.whyIDs),
		Cases: []Case{{
			Text: w.about(in,
				"{any} is in VAT category {category} ("+category.String()+"), but the invoice states a VAT identifier: of the seller (BT-31), its tax representative (BT-63) or the buyer (BT-48).",
				"{any} {in} de la catégorie de TVA {category} ("+category.String()+"), mais la facture indique un identifiant à la TVA : du vendeur (BT-31), de son représentant fiscal (BT-63) ou de l'acheteur (BT-48)."),
			Fix: report.Text{EN: "Remove the VAT identifiers, and identify the seller by its legal registration (BT-30). If VAT applies after all, correct the category.",
				FR: "Supprimez les identifiants à la TVA, et identifiez le vendeur par son enregistrement légal (BT-30). Si la TVA s'applique quand même, corrigez la catégorie."},
		}},
	}
}

// vatRate is one of the rules -05 to -07: the rate of a line, an allowance or a charge.
func vatRate(w *vatWording, in owner, category, rate Term) Rule {
	en, fr := rate.inEnglish(), rate.inFrench()
	rule := Rule{
		Terms: []Term{rate, category},
		Asks: w.text("In VAT category {category}, the "+en+" must be "+w.rate.EN+".",
			"Dans la catégorie de TVA {category}, "+fr+" doit être "+w.rate.FR+"."),
		Why: report.Text(w.means),
		Cases: []Case{{
			Text: w.text("The "+en+" is {found}%, but in VAT category {category} it must be "+w.rate.EN+".",
				upperFirst(fr)+" est de {found} %, mais dans la catégorie de TVA {category} il doit être "+w.rate.FR+"."),
			Fix: report.Text(w.rateFix),
		}},
	}
	if categoryOf(w.code).rates != noRate {
		rule.Cases = append(rule.Cases, Case{
			Name: "missing",
			Text: w.about(in, "{this} is in VAT category {category} ("+category.String()+"), but the "+en+" is missing; it must be "+w.rate.EN+".",
				"{this} {in} de la catégorie de TVA {category} ("+category.String()+"), mais "+fr+" manque ; il doit être "+w.rate.FR+"."),
			Fix: report.Text(w.rateFix),
		})
	}
	return rule
}

// vatTaxable is rule -08: the taxable amount of an entry of the VAT breakdown is the sum of what is in its category, at its rate.
func vatTaxable(w *vatWording) Rule {
	var rated, at words // where the rate counts
	why := words{"This category allows no difference: the amounts must be equal.", "Cette catégorie n'admet aucun écart : les montants doivent être égaux."}
	switch categoryOf(w.code).rates {
	case anyRate:
		rated, at = words{", rate by rate,", ", taux par taux,"}, words{" at {rate}%", " à {rate} %"}
		why = words{"The official test for UBL lets a difference below 1 pass, that for CII none.",
			"Le test officiel pour UBL laisse passer un écart inférieur à 1, celui pour CII aucun."}
		if w.code != "S" { // CII's looks for the rate one level too high
			why = words{"The official test for UBL lets a difference below 1 pass; that for CII, by a slip, never fires in a file that fits the schema.",
				"Le test officiel pour UBL laisse passer un écart inférieur à 1 ; celui pour CII, par erreur, ne se déclenche jamais dans un fichier conforme au schéma."}
		}
	case zeroRate:
		why = words{"The official test for CII lets a difference below 1 pass, that for UBL none.",
			"Le test officiel pour CII laisse passer un écart inférieur à 1, celui pour UBL aucun."}
	}
	rule := Rule{
		Terms: []Term{BT116, BT131, BT92, BT99},
		Asks: w.text("In VAT category {category}, the taxable amount (BT-116) is"+rated.EN+" the sum of the lines (BT-131), less allowances (BT-92), plus charges (BT-99).",
			"Dans la catégorie de TVA {category}, la base d'imposition (BT-116) est"+rated.FR+" la somme des lignes (BT-131), moins les remises (BT-92), plus les frais (BT-99)."),
		Why: report.Text(why),
		Cases: []Case{
			{
				Text: w.text("The taxable amount (BT-116) of VAT category {category}"+at.EN+" is {found}, but {lines} of lines (BT-131) less {allowances} of allowances (BT-92) plus {charges} of charges (BT-99) come to {expected}: a difference of {difference}.",
					"La base d'imposition (BT-116) de la catégorie de TVA {category}"+at.FR+" vaut {found}, mais {lines} de lignes (BT-131) moins {allowances} de remises (BT-92) plus {charges} de frais (BT-99) donnent {expected} : écart de {difference}."),
				Fix: report.Text{EN: "Write {expected}, or correct the category or the rate of the line, allowance or charge that is counted wrongly.",
					FR: "Indiquez {expected}, ou corrigez la catégorie ou le taux de la ligne, de la remise ou des frais mal comptés."},
			},
			{
				Name: "missing",
				Text: w.text("The entry of VAT category {category} in the VAT breakdown (BG-23) has no taxable amount (BT-116).",
					"L'entrée de la catégorie de TVA {category} dans la ventilation de la TVA (BG-23) n'a pas de base d'imposition (BT-116)."),
				Fix: report.Text{EN: "State the sum of the lines of this category, less allowances, plus charges.",
					FR: "Indiquez la somme des lignes de cette catégorie, moins les remises, plus les frais."},
			},
		},
	}
	switch w.code {
	case "S": // UBL's test wants something at the rate, even if the taxable amount is 0
		rule.Cases = append(rule.Cases, Case{
			Name: "unused",
			Text: w.text("The VAT breakdown (BG-23) has an entry of VAT category {category} at {rate}%, with a taxable amount (BT-116) of {found}, but no line, allowance or charge has this rate.",
				"La ventilation de la TVA (BG-23) a une entrée de catégorie {category} à {rate} %, avec une base d'imposition (BT-116) de {found}, mais aucune ligne, aucune remise ni aucuns frais n'ont ce taux."),
			Fix: report.Text{EN: "Remove the entry, or give its rate to the lines that belong to it.", FR: "Supprimez l'entrée, ou donnez son taux aux lignes qui en relèvent."},
		})
	default: // UBL's test wants at least one line
		rule.Cases = append(rule.Cases, Case{
			Name: "no-lines",
			Text: w.text("The taxable amount (BT-116) of VAT category {category} cannot be checked: the invoice has no line (BG-25).",
				"La base d'imposition (BT-116) de la catégorie de TVA {category} n'est pas vérifiable : la facture n'a aucune ligne (BG-25)."),
			Fix: report.Text{EN: "Add a line for what is invoiced.", FR: "Ajoutez une ligne pour ce qui est facturé."},
		})
	}
	return rule
}

// vatTax is rule -09: the tax amount of an entry of the VAT breakdown.
func vatTax(w *vatWording) Rule {
	if categoryOf(w.code).rates != anyRate {
		return vatNoTax(w)
	}
	why := report.Text{EN: "Since VAT may be rounded line by line, the official tests let a difference below 1 pass.",
		FR: "La TVA pouvant être arrondie ligne à ligne, les tests officiels laissent passer un écart inférieur à 1."}
	if w.code != "S" {
		why = report.Text{EN: "The official test for UBL lets a difference below 1 pass; that for CII checks nothing, which leaves it to BR-CO-17.",
			FR: "Le test officiel pour UBL laisse passer un écart inférieur à 1 ; celui pour CII ne vérifie rien et s'en remet à BR-CO-17."}
	}
	return Rule{
		Terms: []Term{BT117, BT116, BT119},
		Asks: w.text("In VAT category {category}, the tax amount (BT-117) is the taxable amount (BT-116) × the rate (BT-119).",
			"Dans la catégorie de TVA {category}, le montant de la taxe (BT-117) est la base d'imposition (BT-116) × le taux (BT-119)."),
		Why: why,
		Cases: []Case{
			{
				Text: w.text("The tax amount (BT-117) of VAT category {category} is {found}, but {base} (BT-116) at {rate}% (BT-119) give {expected}: a difference of {difference}.",
					"Le montant de la taxe (BT-117) de la catégorie de TVA {category} vaut {found}, mais {base} (BT-116) à {rate} % (BT-119) donnent {expected} : écart de {difference}."),
				Fix: report.Text{EN: "Write {expected}, or correct the taxable amount or the rate.", FR: "Indiquez {expected}, ou corrigez la base d'imposition ou le taux."},
			},
			{
				Name: "missing",
				Text: w.text("The entry of VAT category {category} in the VAT breakdown (BG-23) lacks its tax amount (BT-117), its taxable amount (BT-116) or its rate (BT-119).",
					"Il manque à l'entrée de la catégorie de TVA {category} dans la ventilation de la TVA (BG-23) le montant de la taxe (BT-117), la base d'imposition (BT-116) ou le taux (BT-119)."),
				Fix: report.Text{EN: "State all three; the tax amount is the taxable amount × the rate.", FR: "Indiquez les trois ; le montant de la taxe est la base d'imposition × le taux."},
			},
		},
	}
}

func vatNoTax(w *vatWording) Rule {
	return Rule{
		Terms: []Term{BT117, BT118},
		Asks: w.text("In VAT category {category}, the tax amount (BT-117) is 0.",
			"Dans la catégorie de TVA {category}, le montant de la taxe (BT-117) vaut 0."),
		Why: report.Text(w.means),
		Cases: []Case{
			{
				Text: w.text("The tax amount (BT-117) of VAT category {category} is {found}, but no VAT is charged in this category.",
					"Le montant de la taxe (BT-117) de la catégorie de TVA {category} vaut {found}, mais cette catégorie ne porte pas de TVA."),
				Fix: report.Text{EN: "Write 0; if VAT is charged, correct the category of the lines and of the entry to S.",
					FR: "Indiquez 0 ; si de la TVA est facturée, corrigez en S la catégorie des lignes et de l'entrée."},
			},
			{
				Name: "missing",
				Text: w.text("The entry of VAT category {category} in the VAT breakdown (BG-23) has no tax amount (BT-117).",
					"L'entrée de la catégorie de TVA {category} dans la ventilation de la TVA (BG-23) n'a pas de montant de taxe (BT-117)."),
				Fix: report.Text{EN: "Write 0: no VAT is charged in this category.", FR: "Indiquez 0 : cette catégorie ne porte pas de TVA."},
			},
		},
	}
}

// vatReason is rule -10: the reason for exemption, asked for where no VAT is charged, and refused where it is.
func vatReason(w *vatWording) Rule {
	rule := Rule{Terms: []Term{BT120, BT121}, Why: report.Text(w.means)}
	if !w.reason {
		rule.Asks = w.text("In VAT category {category}, no VAT exemption reason is stated, neither as text (BT-120) nor as a code (BT-121).",
			"Dans la catégorie de TVA {category}, aucun motif d'exonération de la TVA n'est indiqué, ni en clair (BT-120) ni en code (BT-121).")
		rule.Cases = []Case{{
			Text: w.text("The entry of VAT category {category} in the VAT breakdown (BG-23) states a VAT exemption reason (BT-120 or BT-121), but nothing is exempt in this category.",
				"L'entrée de la catégorie de TVA {category} dans la ventilation de la TVA (BG-23) indique un motif d'exonération (BT-120 ou BT-121), mais rien n'est exonéré dans cette catégorie."),
			Fix: report.Text{EN: "Remove the reason and its code. If the supply is exempt, correct the category.",
				FR: "Supprimez le motif et son code. Si l'opération est exonérée, corrigez la catégorie."},
		}}
		return rule
	}
	rule.Asks = w.text("In VAT category {category}, the VAT exemption reason is stated as text (BT-120) or as a code (BT-121).",
		"Dans la catégorie de TVA {category}, le motif d'exonération de la TVA est indiqué en clair (BT-120) ou en code (BT-121).")
	rule.Cases = []Case{{
		Text: w.text("The entry of VAT category {category} in the VAT breakdown (BG-23) states no VAT exemption reason, neither as text (BT-120) nor as a code (BT-121).",
			"L'entrée de la catégorie de TVA {category} dans la ventilation de la TVA (BG-23) n'indique pas de motif d'exonération de la TVA, ni en clair (BT-120) ni en code (BT-121)."),
		Fix: report.Text(w.fix),
	}}
	return rule
}

// about returns a text as text does, in which {this} and {any} name what is in the category, and {in} says that it is, in French. The text
// begins with a capital letter.
func (w *vatWording) about(in owner, en, fr string) report.Text {
	o := &owners[in]
	verb := "relève"
	if o.many {
		verb = "relèvent"
	}
	t := w.text(en, fr)
	t.EN = strings.ReplaceAll(strings.ReplaceAll(t.EN, "{this}", o.this.EN), "{any}", o.any.EN)
	t.FR = strings.ReplaceAll(strings.ReplaceAll(t.FR, "{this}", o.this.FR), "{any}", o.any.FR)
	t.FR = strings.ReplaceAll(t.FR, "{in}", verb)
	return report.Text{EN: upperFirst(t.EN), FR: upperFirst(t.FR)}
}
