package hygiene

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// identifierTerms are what other systems compare character by character.
var identifierTerms = []en16931.Term{en16931.BT1, en16931.BT10, en16931.BT11, en16931.BT12, en16931.BT13, en16931.BT14, en16931.BT15, en16931.BT16, en16931.BT17,
	en16931.BT18, en16931.BT25, en16931.BT29, en16931.BT30, en16931.BT31, en16931.BT32, en16931.BT34, en16931.BT46, en16931.BT47, en16931.BT48, en16931.BT49,
	en16931.BT60, en16931.BT61, en16931.BT63, en16931.BT71, en16931.BT83, en16931.BT84, en16931.BT86, en16931.BT89, en16931.BT90, en16931.BT91, en16931.BT122,
	en16931.BT126, en16931.BT128, en16931.BT132, en16931.BT155, en16931.BT156, en16931.BT157, en16931.BT158}

var paddedRule = row{
	id: "HY-14", severity: report.Warning, terms: identifierTerms, cites: model,
	asks: words{"An identifier or a reference, from the invoice number (BT-1) on, has no white space around it.",
		"Un identifiant ou une référence, à commencer par le numéro de facture (BT-1), n'est pas entouré d'espaces."},
	why: words{"For many programs “F-1” and “F-1 ” are two numbers: the invoice is then not found, or found twice.",
		"Pour bien des programmes, « F-1 » et « F-1  » sont deux numéros : la facture n'est alors pas retrouvée, ou l'est deux fois."},
	cases: []caseRow{{
		text: words{"{term} ({name}) has white space around it: {expected} would be compared as another value.",
			"{term} ({name}) est entouré d'espaces ou de sauts de ligne : {expected} serait tenu pour une autre valeur."},
		fix: words{"Write {expected}, right behind the start tag and right before the end tag.",
			"Indiquez {expected}, juste après la balise ouvrante et juste avant la balise fermante."},
	}},
}

var invisibleRule = row{
	id: "HY-15", severity: report.Warning, terms: identifierTerms, cites: model,
	asks: words{"An identifier or a reference, from the invoice number (BT-1) on, holds no character that nobody sees: no control character, no-break space, or character without width.",
		"Un identifiant ou une référence, à commencer par le numéro de facture (BT-1), ne contient aucun caractère invisible : ni caractère de commande, ni espace insécable, ni caractère sans largeur."},
	why: words{"They come along when text is copied from web pages and documents, and two values that look the same are not.",
		"Ils arrivent avec les textes copiés de pages web ou de documents, et deux valeurs qui se ressemblent ne sont pas égales."},
	cases: []caseRow{{
		text: words{"{term} ({name}) holds {character}, which nobody sees: {found}.", "{term} ({name}) contient {character}, que personne ne voit : {found}."},
		fix:  words{"Type the value again: {expected}.", "Saisissez à nouveau la valeur : {expected}."},
	}},
}

var groupedRule = row{
	id: "HY-16", severity: report.Warning,
	terms: []en16931.Term{en16931.BT84, en16931.BT91, en16931.BT86, en16931.BT90, en16931.BT30, en16931.BT47, en16931.BT29, en16931.BT46, en16931.BT60, en16931.BT61, en16931.BT71,
		en16931.BT31, en16931.BT48, en16931.BT63, en16931.BT34, en16931.BT49, en16931.BT157},
	cites: model,
	asks: words{"An IBAN (BT-84), a BIC, a SIRET, a VAT identifier and the like are written without spaces, points or dashes, and in capitals.",
		"Un IBAN (BT-84), un BIC, un SIRET, un numéro de TVA et semblables s'écrivent sans espaces, points ni tirets, et en capitales."},
	why: words{"Groups help people on paper; programs compare and count every character.", "Les groupes aident à lire sur papier ; les programmes comparent et comptent chaque caractère."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}, written as for a reader, not for a program.", "{term} ({name}) vaut {found}, écrit pour un lecteur, non pour un programme."},
		fix:  words{"Write {expected}.", "Indiquez {expected}."},
	}},
}

var exponentRule = row{
	id: "HY-17", severity: report.Warning, terms: identifierTerms, cites: model,
	asks: words{"Neither an identifier (such as BT-1) nor a number is in exponent notation, as in 1.5E+13.",
		"Ni un identifiant (tel que BT-1) ni un nombre n'est en notation scientifique, comme dans 1.5E+13."},
	why: words{"Spreadsheets write long numbers so, and lose digits. No invoice format allows it.",
		"Les tableurs écrivent ainsi les longs nombres, et en perdent des chiffres. Aucun format de facture ne l'admet."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {found}: a spreadsheet has made a number of the identifier, and digits are lost.",
				"{term} ({name}) vaut {found} : un tableur a pris l'identifiant pour un nombre, et des chiffres sont perdus."},
			fix: words{"Give the column the format text, and fill in the identifier again.", "Donnez à la colonne le format texte, et saisissez à nouveau l'identifiant."},
		},
		{
			name: "number",
			text: words{"{term} ({name}) is {found}, a number in exponent notation, as spreadsheets write long ones.",
				"{term} ({name}) vaut {found}, un nombre en notation scientifique, comme les tableurs écrivent les longs nombres."},
			fix: words{"Write {expected}, if no digits are lost.", "Indiquez {expected}, si aucun chiffre n'est perdu."},
		},
	},
}

var placeholderRule = row{
	id: "HY-18", severity: report.Warning, terms: []en16931.Term{en16931.BT1, en16931.BT27, en16931.BT44, en16931.BT153, en16931.BT10, en16931.BT12, en16931.BT13,
		en16931.BT29, en16931.BT30, en16931.BT31, en16931.BT46, en16931.BT47, en16931.BT48, en16931.BT84, en16931.BT86, en16931.BT155, en16931.BT157},
	cites: model,
	asks: words{"The invoice number (BT-1), the other identifiers and the names (BT-27, BT-44, BT-153) are real ones, not what stands where nothing was filled in.",
		"Le numéro de facture (BT-1), les autres identifiants et les noms (BT-27, BT-44, BT-153) sont de vraies valeurs, non ce qui reste quand rien n'a été rempli."},
	why: words{"Programs leave null, undefined, #N/A or a template's [field]; people leave TEST and zeros.",
		"Les programmes laissent null, undefined, #N/A ou le [champ] d'un modèle ; les gens laissent TEST et des zéros."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {found}: what a program writes where it has no value.", "{term} ({name}) vaut {found} : ce qu'un programme écrit quand il n'a pas de valeur."},
			fix:  words{"Fill in the value, or leave the element out.", "Renseignez la valeur, ou supprimez l'élément."},
		},
		{
			name: "number",
			text: words{"{term} ({name}) is {found}: no number for an invoice, but that of a draft or of a test.",
				"{term} ({name}) vaut {found} : non un numéro de facture, mais celui d'un brouillon ou d'un essai."},
			fix: words{"Give the invoice its final number before it is sent.", "Donnez à la facture son numéro définitif avant l'envoi."},
		},
		{
			name: "zeros",
			text: words{"{term} ({name}) is {found}, which passes for a number but is made of zeros.", "{term} ({name}) vaut {found}, qui a l'air d'un numéro mais n'est fait que de zéros."},
			fix:  words{"Fill in the real number, or leave it out.", "Renseignez le vrai numéro, ou supprimez-le."},
		},
	},
}

var sameLineRule = row{
	id: "HY-19", severity: report.Warning, terms: []en16931.Term{en16931.BT126}, cites: model,
	asks: words{"No two lines have the same invoice line identifier (BT-126).", "Deux lignes n'ont jamais le même identifiant de ligne de facture (BT-126)."},
	why:  words{"Whoever disputes or credits a line refers to it by this identifier.", "Qui conteste ou crédite une ligne la désigne par cet identifiant."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}, as it is in line {first} of this invoice.", "{term} ({name}) vaut {found}, comme à la ligne {first} de cette facture."},
		fix:  words{"Number the lines anew.", "Numérotez les lignes à nouveau."},
	}},
}
