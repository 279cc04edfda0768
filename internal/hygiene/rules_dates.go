package hygiene

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

var dueRule = row{
	id: "HY-20", severity: report.Warning, terms: []en16931.Term{en16931.BT9, en16931.BT2}, cites: model,
	asks: words{"The payment due date (BT-9) is not before the invoice issue date (BT-2).", "La date d'échéance (BT-9) n'est pas antérieure à la date d'émission de la facture (BT-2)."},
	why: words{"Left alone are credit notes, invoices that refer to an earlier one, and those with nothing left to pay: they may keep an old date.",
		"Ne sont pas concernés les avoirs, les factures qui renvoient à une précédente, et celles dont il ne reste rien à payer : elles peuvent garder une date ancienne."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {due}, before the invoice was issued (BT-2): {issued}.", "{term} ({name}) est fixée au {due}, avant l'émission de la facture (BT-2) : {issued}."},
		fix:  words{"Check both dates, the year too.", "Vérifiez les deux dates, année comprise."},
	}},
}

var laterRule = row{
	id: "HY-21", severity: report.Warning, terms: []en16931.Term{en16931.BT26, en16931.BT2}, cites: model,
	asks: words{"The issue date of a preceding invoice (BT-26) is not later than the invoice issue date (BT-2).",
		"La date d'émission d'une facture antérieure (BT-26) n'est pas postérieure à la date d'émission de la facture (BT-2)."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {earlier}, later than this invoice (BT-2): {issued}.", "{term} ({name}) est le {earlier}, après la présente facture (BT-2) : {issued}."},
		fix:  words{"Check both dates, the year too.", "Vérifiez les deux dates, année comprise."},
	}},
}

var dateTerms = []en16931.Term{en16931.BT2, en16931.BT7, en16931.BT9, en16931.BT26, en16931.BT72, en16931.BT73, en16931.BT74, en16931.BT134, en16931.BT135}

// yearRule is an error: see the package comment.
var yearRule = row{
	id: "HY-22", severity: report.Error, terms: dateTerms, cites: model,
	asks: words{"No date of an invoice (BT-2 and the others) lies before 1900.", "Aucune date d'une facture (BT-2 et les autres) n'est antérieure à 1900."},
	why: words{"A year such as 0001 or 0026 is a program's empty date, or a year typed with two digits.",
		"Une année telle que 0001 ou 0026 est la date vide d'un programme, ou une année saisie sur deux chiffres."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}: no invoice is about that time.", "{term} ({name}) vaut {found} : aucune facture ne porte sur cette époque."},
		fix:  words{"Write the date with a year of four digits, or leave it out where there is none.", "Indiquez la date avec une année à quatre chiffres, ou supprimez-la s'il n'y en a pas."},
	}},
}

var noDateRule = row{
	id: "HY-23", severity: report.Warning, terms: dateTerms, cites: model,
	asks: words{"A date (BT-2 and the others) is a real one, not what a program writes where it has none: 1900-01-01, 1970-01-01, or a year from 2200 on.",
		"Une date (BT-2 et les autres) est réelle, et non ce qu'un programme écrit quand il n'en a pas : 1900-01-01, 1970-01-01, ou une année à partir de 2200."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}: what a program writes where it has no date.", "{term} ({name}) vaut {found} : ce qu'un programme écrit quand il n'a pas de date."},
		fix:  words{"Fill in the date, or leave it out.", "Renseignez la date, ou supprimez-la."},
	}},
}

var farRule = row{
	id: "HY-24", severity: report.Warning, terms: []en16931.Term{en16931.BT9, en16931.BT7, en16931.BT72, en16931.BT2}, cites: model,
	asks: words{"The payment due date (BT-9), the tax point date (BT-7) and the delivery date (BT-72) lie within five years of the invoice issue date (BT-2).",
		"La date d'échéance (BT-9), la date d'exigibilité (BT-7) et la date de livraison (BT-72) sont à moins de cinq ans de la date d'émission de la facture (BT-2)."},
	why: words{"A year is easily mistyped. Periods are not looked at: they may be long.", "Une année se saisit facilement de travers. Les périodes ne sont pas concernées : elles peuvent être longues."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {day}, more than five years away from the invoice issue date (BT-2): {issued}.",
			"{term} ({name}) est le {day}, à plus de cinq ans de la date d'émission de la facture (BT-2) : {issued}."},
		fix: words{"Check the years of both dates.", "Vérifiez l'année des deux dates."},
	}},
}
