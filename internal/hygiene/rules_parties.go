package hygiene

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// The standards that rules cite.
const (
	luhn     = "ISO/IEC 7812-1, annex B"
	gs1      = "GS1 General Specifications, 7.9"
	model    = "EN 16931-1, 6.3"
	frenchID = "Code général des impôts, art. 286 ter"
)

var partyTerms = []en16931.Term{en16931.BT30, en16931.BT47, en16931.BT29, en16931.BT46, en16931.BT60, en16931.BT61, en16931.BT71, en16931.BT34, en16931.BT49}

var sirenRule = row{
	id: "HY-01", severity: report.Warning, terms: partyTerms, cites: luhn,
	asks: words{"A SIREN, such as the legal registration identifier of the seller (BT-30) under the scheme 0002, has nine digits, of which the last checks the others.",
		"Un SIREN, tel que l'identifiant d'enregistrement légal du vendeur (BT-30) sous le schéma 0002, a neuf chiffres, dont le dernier contrôle les autres."},
	why: words{"The check finds every single wrong digit and nearly every swap of two neighbours.",
		"Ce contrôle découvre tout chiffre faux et presque toute interversion de deux chiffres voisins."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) has the SIREN {found}, whose check digit is wrong: at least one digit is mistyped.",
				"{term} ({name}) indique le SIREN {found}, dont la clé est fausse : un chiffre au moins est mal saisi."},
			fix: words{"Copy the SIREN from an official document or from annuaire-entreprises.data.gouv.fr.",
				"Recopiez le SIREN d'un document officiel ou de annuaire-entreprises.data.gouv.fr."},
		},
		{
			name: "form",
			text: words{"{term} ({name}) is {found}, but its scheme promises a SIREN: nine digits.",
				"{term} ({name}) vaut {found}, alors que son schéma annonce un SIREN : neuf chiffres."},
			fix: words{"Write the nine digits, or the scheme of what it is: 0009 for a SIRET.",
				"Indiquez les neuf chiffres, ou le schéma de ce que c'est : 0009 pour un SIRET."},
		},
		{
			name: "zero",
			text: words{"{term} ({name}) has a SIREN of eight digits, {found}: a zero in front seems to be lost.",
				"{term} ({name}) indique un SIREN de huit chiffres, {found} : un zéro initial semble perdu."},
			fix: words{"Write {expected}, and keep identifiers as text where spreadsheets are used.",
				"Indiquez {expected}, et conservez les identifiants en format texte dans les tableurs."},
		},
	},
}

var siretRule = row{
	id: "HY-02", severity: report.Warning, terms: partyTerms, cites: luhn,
	asks: words{"A SIRET, such as the legal registration identifier of the seller (BT-30) under the scheme 0009, has fourteen digits: a SIREN and five more, of which the last checks the others.",
		"Un SIRET, tel que l'identifiant d'enregistrement légal du vendeur (BT-30) sous le schéma 0009, a quatorze chiffres : un SIREN et cinq autres, dont le dernier contrôle l'ensemble."},
	why: words{"The establishments of La Poste (SIREN 356000000) may have another check: the sum of their digits is a multiple of 5.",
		"Les établissements de La Poste (SIREN 356000000) peuvent avoir un autre contrôle : la somme de leurs chiffres est un multiple de 5."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) has the SIRET {found}, whose check digit is wrong: at least one digit is mistyped.",
				"{term} ({name}) indique le SIRET {found}, dont la clé est fausse : un chiffre au moins est mal saisi."},
			fix: words{"Copy the SIRET from an official document or from annuaire-entreprises.data.gouv.fr.",
				"Recopiez le SIRET d'un document officiel ou de annuaire-entreprises.data.gouv.fr."},
		},
		{
			name: "siren",
			text: words{"{term} ({name}) has the SIRET {found}, whose first nine digits are no SIREN: their check digit is wrong.",
				"{term} ({name}) indique le SIRET {found}, dont les neuf premiers chiffres ne sont pas un SIREN : leur clé est fausse."},
			fix: words{"Copy the SIRET from an official document or from annuaire-entreprises.data.gouv.fr.",
				"Recopiez le SIRET d'un document officiel ou de annuaire-entreprises.data.gouv.fr."},
		},
		{
			name: "form",
			text: words{"{term} ({name}) is {found}, but its scheme promises a SIRET: fourteen digits.",
				"{term} ({name}) vaut {found}, alors que son schéma annonce un SIRET : quatorze chiffres."},
			fix: words{"Write the fourteen digits, or the scheme of what it is: 0002 for a SIREN.",
				"Indiquez les quatorze chiffres, ou le schéma de ce que c'est : 0002 pour un SIREN."},
		},
		{
			name: "zero",
			text: words{"{term} ({name}) has a SIRET of thirteen digits, {found}: a zero in front seems to be lost.",
				"{term} ({name}) indique un SIRET de treize chiffres, {found} : un zéro initial semble perdu."},
			fix: words{"Write {expected}, and keep identifiers as text where spreadsheets are used.",
				"Indiquez {expected}, et conservez les identifiants en format texte dans les tableurs."},
		},
	},
}

var vatTerms = []en16931.Term{en16931.BT31, en16931.BT48, en16931.BT63, en16931.BT29, en16931.BT46, en16931.BT34, en16931.BT49}

var frenchVATRule = row{
	id: "HY-03", severity: report.Warning, terms: vatTerms, cites: frenchID,
	asks: words{"A French VAT identifier (BT-31, BT-48, BT-63) is FR, a key of two characters, and a SIREN; a key of digits is (12 + 3 × SIREN) modulo 97.",
		"Un numéro de TVA français (BT-31, BT-48, BT-63) se compose de FR, d'une clé de deux caractères et d'un SIREN ; une clé en chiffres vaut (12 + 3 × SIREN) modulo 97."},
	why: words{"Keys with letters exist, and are not checked. A number from Monaco has three zeros instead of a SIREN's first digits.",
		"Les clés comportant des lettres existent et ne sont pas contrôlées. Un numéro monégasque a trois zéros à la place des premiers chiffres d'un SIREN."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {found}, whose key does not fit the SIREN in it.",
				"{term} ({name}) vaut {found}, dont la clé ne correspond pas au SIREN qui la suit."},
			fix: words{"If the SIREN is right, the number is {expected}. Else correct the SIREN.",
				"Si le SIREN est exact, le numéro est {expected}. Sinon, corrigez le SIREN."},
		},
		{
			name: "form",
			text: words{"{term} ({name}) is {found}, but a French VAT identifier is FR, two characters and nine digits.",
				"{term} ({name}) vaut {found}, alors qu'un numéro de TVA français se compose de FR, de deux caractères et de neuf chiffres."},
			fix: words{"Write the whole number: FR, its key and the SIREN, as in FR11123456782.",
				"Indiquez le numéro entier : FR, sa clé et le SIREN, comme dans FR11123456782."},
		},
		{
			name: "siren",
			text: words{"{term} ({name}) is {found}, in which {siren} is no SIREN: its check digit is wrong.",
				"{term} ({name}) vaut {found}, où {siren} n'est pas un SIREN : sa clé est fausse."},
			fix: words{"Look the number up in the European service VIES.", "Vérifiez le numéro dans le service européen VIES."},
		},
	},
}

var otherCompanyRule = row{
	id: "HY-04", severity: report.Warning, terms: []en16931.Term{en16931.BT31, en16931.BT48, en16931.BT30, en16931.BT47}, cites: frenchID,
	asks: words{"The SIREN in the French VAT identifier of a party (BT-31, BT-48) is the SIREN of that party (BT-30, BT-47).",
		"Le SIREN contenu dans le numéro de TVA français d'une partie (BT-31, BT-48) est celui de cette partie (BT-30, BT-47)."},
	why: words{"Only the members of a VAT group have the number of another: an invoice of a seller that says so is left alone.",
		"Seuls les membres d'un assujetti unique portent le numéro d'un autre : la facture d'un vendeur qui le dit n'est pas concernée."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}, the VAT identifier of the company {siren}, but {other} says that the party is {stated}.",
			"{term} ({name}) vaut {found}, le numéro de TVA de l'entreprise {siren}, mais {other} dit que la partie est {stated}."},
		fix: words{"Correct the one that is wrong; the VAT identifier of {stated} would be {expected}. Leave it if the party belongs to a VAT group (assujetti unique).",
			"Corrigez celui qui est faux ; le numéro de TVA de {stated} serait {expected}. N'y touchez pas si la partie est membre d'un assujetti unique."},
	}},
}

var vatFormRule = row{
	id: "HY-05", severity: report.Warning, terms: vatTerms, cites: "Directive 2006/112/EC, art. 214 and 215",
	asks: words{"A VAT identifier (BT-31, BT-48, BT-63) of another member state has the length and the characters that this state gives it.",
		"Un numéro de TVA (BT-31, BT-48, BT-63) d'un autre État membre a la longueur et les caractères que cet État lui donne."},
	why: words{"Only the form is checked, not whether the number was ever issued.", "Seule la forme est contrôlée, non l'existence du numéro."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}, which does not have the form of a VAT identifier of this country ({country}).",
			"{term} ({name}) vaut {found}, qui n'a pas la forme d'un numéro de TVA de ce pays ({country})."},
		fix: words{"Look the number up in the European service VIES, and write it whole, with the letters of the country.",
			"Vérifiez le numéro dans le service européen VIES, et indiquez-le en entier, précédé des lettres du pays."},
	}},
}

var sameCompanyRule = row{
	id: "HY-06", severity: report.Info, terms: []en16931.Term{en16931.BT47, en16931.BT46, en16931.BT30, en16931.BT29}, cites: model,
	asks: words{"The buyer (BT-47, BT-46) is somebody else than the seller (BT-30, BT-29).", "L'acheteur (BT-47, BT-46) est un autre que le vendeur (BT-30, BT-29)."},
	why: words{"An establishment may invoice another of the same company: only the same SIRET is noted, or the same SIREN where neither side has a SIRET.",
		"Un établissement peut facturer un autre de la même entreprise : seul le même SIRET est signalé, ou le même SIREN si aucune partie n'a de SIRET."},
	cases: []caseRow{{
		text: words{"{term} ({name}) is {found}, which identifies the seller too: the invoice is addressed to who issues it.",
			"{term} ({name}) vaut {found}, qui identifie aussi le vendeur : la facture est adressée à son émetteur."},
		fix: words{"Check which of the two parties has the identifier of the other.", "Vérifiez laquelle des deux parties porte l'identifiant de l'autre."},
	}},
}
