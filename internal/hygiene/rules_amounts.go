package hygiene

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

var rateRule = row{
	id: "HY-25", severity: report.Warning, terms: []en16931.Term{en16931.BT119}, cites: "Code général des impôts, art. 278 to 281 nonies and 294 to 297",
	asks: words{"A VAT rate (BT-119) that a French seller charges a buyer in France is one that France has.",
		"Un taux de TVA (BT-119) qu'un vendeur français applique à un acheteur en France est un taux qui existe en France."},
	why: words{"Looked at are sellers with a French VAT identifier or none; where the buyer, or the delivery, is abroad, another country's rate may be right.",
		"Sont concernés les vendeurs ayant un numéro de TVA français, ou aucun ; si l'acheteur ou la livraison est à l'étranger, le taux d'un autre pays peut être juste."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {rate}%, a rate that VAT does not have in France.", "{term} ({name}) vaut {rate} %, un taux de TVA qui n'existe pas en France."},
			fix: words{"Rates are 20, 10, 5.5 and 2.1; in Corsica 13 and 0.9 too, in Guadeloupe, Martinique and Réunion 8.5, 1.75 and 1.05.",
				"Les taux sont 20, 10, 5,5 et 2,1 ; en Corse aussi 13 et 0,9, en Guadeloupe, Martinique et à La Réunion 8,5, 1,75 et 1,05."},
		},
		{
			name: "old",
			text: words{"{term} ({name}) is {rate}%, a rate that ended on {last}; the invoice is about {day}.",
				"{term} ({name}) vaut {rate} %, un taux supprimé le {last} ; la facture porte sur le {day}."},
			fix: words{"Write the rate of today. The old one is right only for what was due before.", "Indiquez le taux actuel. L'ancien ne vaut que pour ce qui était exigible auparavant."},
		},
	},
}

var fractionRule = row{
	id: "HY-26", severity: report.Warning, terms: []en16931.Term{en16931.BT119, en16931.BT94, en16931.BT101, en16931.BT138, en16931.BT143}, cites: model,
	asks: words{"A rate (BT-119) or percentage (BT-94, BT-101, BT-138, BT-143) is written in per cent: 20 for 20%, not 0.2.",
		"Un taux (BT-119) ou un pourcentage (BT-94, BT-101, BT-138, BT-143) s'écrit en pour cent : 20 pour 20 %, et non 0,2."},
	why: words{"The amounts tell: it is said only where they were computed with a hundred times the percentage.",
		"Les montants le révèlent : cela n'est dit que s'ils ont été calculés avec cent fois le pourcentage."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {stated}%, but the amount {amount} is {percent}% of {base}.", "{term} ({name}) vaut {stated} %, mais le montant {amount} représente {percent} % de {base}."},
		fix:  words{"Write {expected}.", "Indiquez {expected}."},
	}},
}

var creditRule = row{
	id: "HY-27", severity: report.Warning, terms: []en16931.Term{en16931.BT112, en16931.BT3}, cites: model,
	asks: words{"The total of a credit note (BT-112) is not negative: its type (BT-3) already turns the direction.",
		"Le total d'un avoir (BT-112) n'est pas négatif : son type (BT-3) inverse déjà le sens."},
	why: words{"A program that negates the amounts and writes the type of a credit note reverses twice, and asks for money.",
		"Un programme qui rend les montants négatifs et écrit le type d'un avoir inverse deux fois, et réclame de l'argent."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {total} in a credit note (BT-3 is {type}): taken as it stands, the buyer owes this amount.",
			"{term} ({name}) vaut {total} dans un avoir (BT-3 vaut {type}) : tel quel, c'est l'acheteur qui doit ce montant."},
		fix: words{"Write the amounts of the credit note as positive ones, or the type of an invoice.", "Indiquez les montants de l'avoir en positif, ou le type d'une facture."},
	}},
}

var piecesRule = row{
	id: "HY-28", severity: report.Info, terms: []en16931.Term{en16931.BT129, en16931.BT130}, cites: "UN/ECE Recommendation 20",
	asks: words{"A quantity (BT-129) that is counted in pieces, pairs or sets (BT-130) is a whole number.",
		"Une quantité (BT-129) comptée en pièces, paires ou jeux (BT-130) est un nombre entier."},
	why: words{"Programs write C62 (one) or H87 (piece) where nobody chose a unit, for hours and kilogrammes too.",
		"Les programmes écrivent C62 (unité) ou H87 (pièce) quand personne n'a choisi d'unité, même pour des heures et des kilogrammes."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {quantity}, counted in {unit} ({unitname}): a part of what is counted whole.",
			"{term} ({name}) vaut {quantity}, exprimée en {unit} ({unitname}) : une fraction de ce qui se compte en entier."},
		fix: words{"Choose the unit of the quantity: HUR for hours, DAY for days, KGM for kilogrammes, MTR for metres, LTR for litres.",
			"Choisissez l'unité de la quantité : HUR pour des heures, DAY pour des jours, KGM pour des kilogrammes, MTR pour des mètres, LTR pour des litres."},
	}},
}

var priceUnitRule = row{
	id: "HY-29", severity: report.Warning, terms: []en16931.Term{en16931.BT150, en16931.BT130}, cites: model,
	asks: words{"The unit of the price (BT-150) is the unit of the quantity (BT-130).", "L'unité du prix (BT-150) est celle de la quantité (BT-130)."},
	why:  words{"The line amount is quantity times price: with two units it cannot be computed.", "Le montant de la ligne est la quantité multipliée par le prix : avec deux unités, il ne se calcule pas."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}, but the quantity is in {expected} (BT-130).", "{term} ({name}) vaut {found}, mais la quantité est exprimée en {expected} (BT-130)."},
		fix:  words{"Write price and quantity in the same unit.", "Exprimez le prix et la quantité dans la même unité."},
	}},
}

var productRule = row{
	id: "HY-30", severity: report.Warning, terms: []en16931.Term{en16931.BT131, en16931.BT129, en16931.BT146}, cites: model,
	asks: words{"The net amount of a line (BT-131) is its quantity (BT-129) times its price (BT-146), less its allowances, plus its charges.",
		"Le montant net d'une ligne (BT-131) est sa quantité (BT-129) multipliée par son prix (BT-146), moins ses remises, plus ses frais."},
	why: words{"The official rules add the lines up, but multiply nothing. What rounding of the amount, the price or the quantity explains is left alone.",
		"Les règles officielles additionnent les lignes, mais ne multiplient rien. Ce que l'arrondi du montant, du prix ou de la quantité explique n'est pas signalé."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {stated}, but quantity {quantity} times price {price} (BT-129, BT-146), with allowances and charges, gives {computed}.",
				"{term} ({name}) vaut {stated}, mais la quantité {quantity} multipliée par le prix {price} (BT-129, BT-146), remises et frais compris, donne {computed}."},
			fix: words{"Correct what is wrong; a price for several units needs its base quantity (BT-149).",
				"Corrigez ce qui est faux ; un prix pour plusieurs unités demande sa quantité de base (BT-149)."},
		},
		{
			name: "base",
			text: words{"{term} ({name}) is {stated}, but quantity {quantity} at price {price} for every {base} units (BT-129, BT-146, BT-149), with allowances and charges, gives {computed}.",
				"{term} ({name}) vaut {stated}, mais la quantité {quantity} au prix {price} pour {base} unités (BT-129, BT-146, BT-149), remises et frais compris, donne {computed}."},
			fix: words{"Correct what is wrong; the base quantity (BT-149) is 1, or absent, where the price is for one unit.",
				"Corrigez ce qui est faux ; la quantité de base (BT-149) vaut 1, ou manque, si le prix est celui d'une unité."},
		},
	},
}
