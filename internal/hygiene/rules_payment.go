package hygiene

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

var ibanRule = row{
	id: "HY-10", severity: report.Warning, terms: []en16931.Term{en16931.BT84, en16931.BT91}, cites: "ISO 13616-1",
	asks: words{"An IBAN (BT-84, BT-91) has the length of its country, and its two check digits fit the others.",
		"Un IBAN (BT-84, BT-91) a la longueur propre à son pays, et ses deux chiffres de contrôle correspondent aux autres."},
	why: words{"An account that does not look like an IBAN may be one of a country that has none; only a SEPA payment (BT-81 is 58 or 59) must have an IBAN.",
		"Un compte qui ne ressemble pas à un IBAN peut être celui d'un pays qui n'en a pas ; seul un paiement SEPA (BT-81 vaut 58 ou 59) exige un IBAN."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {found}, an IBAN whose check digits are wrong: there is no such account.",
				"{term} ({name}) vaut {found}, un IBAN dont les chiffres de contrôle sont faux : ce compte n'existe pas."},
			fix: words{"Copy the IBAN from the bank's own document.", "Recopiez l'IBAN du relevé d'identité bancaire (RIB)."},
		},
		{
			name: "length",
			text: words{"{term} ({name}) is {found}, of {length} characters; an IBAN that begins with {country} has {right}.",
				"{term} ({name}) vaut {found}, soit {length} caractères ; un IBAN qui commence par {country} en a {right}."},
			fix: words{"Copy the IBAN from the bank's own document.", "Recopiez l'IBAN du relevé d'identité bancaire (RIB)."},
		},
		{
			name: "sepa",
			text: words{"{term} ({name}) is {found}, which is no IBAN, but the payment is a SEPA one (BT-81 is {means}).",
				"{term} ({name}) vaut {found}, qui n'est pas un IBAN, alors que le paiement est un paiement SEPA (BT-81 vaut {means})."},
			fix: words{"Write the IBAN, or the payment means that it is: 30 for another credit transfer, 49 for another direct debit.",
				"Indiquez l'IBAN, ou le moyen de paiement exact : 30 pour un autre virement, 49 pour un autre prélèvement."},
		},
	},
}

var bicRule = row{
	id: "HY-11", severity: report.Warning, terms: []en16931.Term{en16931.BT86}, cites: "ISO 9362",
	asks: words{"Beside an IBAN, the payment service provider identifier (BT-86) is a BIC: 8 or 11 characters, the fifth and sixth being a country.",
		"À côté d'un IBAN, l'identifiant de l'établissement de paiement (BT-86) est un BIC : 8 ou 11 caractères, les cinquième et sixième désignant un pays."},
	why: words{"Often the name of the bank stands here. Within SEPA the BIC may be left out.", "On y trouve souvent le nom de la banque. Dans l'espace SEPA, le BIC est facultatif."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {found}, which is no BIC: 8 or 11 capital letters and digits.",
				"{term} ({name}) vaut {found}, qui n'est pas un BIC : 8 ou 11 capitales et chiffres."},
			fix: words{"Write the BIC of the bank, or leave it out.", "Indiquez le BIC de la banque, ou supprimez-le."},
		},
		{
			name: "country",
			text: words{"{term} ({name}) is {found}, in which {country} is no country.", "{term} ({name}) vaut {found}, où {country} ne désigne aucun pays."},
			fix:  words{"Write the BIC of the bank, or leave it out.", "Indiquez le BIC de la banque, ou supprimez-le."},
		},
	},
}

var bicCountryRule = row{
	id: "HY-12", severity: report.Warning, terms: []en16931.Term{en16931.BT86, en16931.BT84}, cites: "ISO 9362",
	asks: words{"The BIC (BT-86) is of a bank in the country of the IBAN (BT-84).", "Le BIC (BT-86) est celui d'une banque du pays de l'IBAN (BT-84)."},
	why: words{"Territories count as the country whose banks they use. A bank that keeps accounts in several countries may be right with another.",
		"Les territoires comptent pour le pays dont ils utilisent les banques. Une banque qui tient des comptes dans plusieurs pays peut en avoir un autre à bon droit."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}, a bank in {bank}, but the account (BT-84) is one in {account}.",
			"{term} ({name}) vaut {found}, une banque du pays {bank}, mais le compte (BT-84) est du pays {account}."},
		fix: words{"Check that IBAN and BIC belong together, or leave the BIC out.", "Vérifiez que l'IBAN et le BIC vont ensemble, ou supprimez le BIC."},
	}},
}

var creditorRule = row{
	id: "HY-13", severity: report.Warning, terms: []en16931.Term{en16931.BT90}, cites: "EPC262-08",
	asks: words{"In a SEPA direct debit the bank assigned creditor identifier (BT-90) is a country, two check digits that fit, three characters of the creditor's choice and its number.",
		"Dans un prélèvement SEPA, l'identifiant du créancier (BT-90) se compose d'un pays, de deux chiffres de contrôle justes, de trois caractères au choix du créancier et de son numéro."},
	why: words{"In France it is the ICS, of 13 characters. The three characters of choice, often ZZZ, do not count in the check.",
		"En France, c'est l'ICS, de 13 caractères. Les trois caractères au choix, souvent ZZZ, n'entrent pas dans le contrôle."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {found}, whose check digits are wrong: the bank will refuse the direct debit.",
				"{term} ({name}) vaut {found}, dont les chiffres de contrôle sont faux : la banque refusera le prélèvement."},
			fix: words{"Copy the identifier from the bank's letter.", "Recopiez l'identifiant (ICS) du courrier de la banque."},
		},
		{
			name: "form",
			text: words{"{term} ({name}) is {found}, which does not have the form of a SEPA creditor identifier, as FR72ZZZ123456 does.",
				"{term} ({name}) vaut {found}, qui n'a pas la forme d'un identifiant de créancier SEPA, comme FR72ZZZ123456."},
			fix: words{"Copy the identifier from the bank's letter.", "Recopiez l'identifiant (ICS) du courrier de la banque."},
		},
	},
}
