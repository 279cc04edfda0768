package hygiene

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

var glnRule = row{
	id: "HY-07", severity: report.Warning, terms: []en16931.Term{en16931.BT29, en16931.BT46, en16931.BT30, en16931.BT47, en16931.BT60, en16931.BT61, en16931.BT71, en16931.BT34, en16931.BT49}, cites: gs1,
	asks: words{"A GLN, such as an identifier of the seller (BT-29) under the scheme 0088, has thirteen digits, of which the last checks the others.",
		"Un GLN, tel qu'un identifiant du vendeur (BT-29) sous le schéma 0088, a treize chiffres, dont le dernier contrôle les autres."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) has the GLN {found}, whose check digit would be {digit}: at least one digit is wrong.",
				"{term} ({name}) indique le GLN {found}, dont la clé devrait être {digit} : un chiffre au moins est faux."},
			fix: words{"Copy the GLN from a document of the party that it belongs to.", "Recopiez le GLN d'un document de la partie concernée."},
		},
		{
			name: "form",
			text: words{"{term} ({name}) is {found}, but its scheme promises a GLN: thirteen digits.",
				"{term} ({name}) vaut {found}, alors que son schéma annonce un GLN : treize chiffres."},
			fix: words{"Write the thirteen digits, or the scheme of what it is.", "Indiquez les treize chiffres, ou le schéma de ce que c'est."},
		},
	},
}

var gtinRule = row{
	id: "HY-08", severity: report.Warning, terms: []en16931.Term{en16931.BT157}, cites: gs1,
	asks: words{"A GTIN, the item standard identifier (BT-157) under the scheme 0160, has 8, 12, 13 or 14 digits, of which the last checks the others.",
		"Un GTIN, l'identifiant standard de l'article (BT-157) sous le schéma 0160, a 8, 12, 13 ou 14 chiffres, dont le dernier contrôle les autres."},
	why: words{"The barcode under the bars is a GTIN: EAN-13, EAN-8, UPC.", "Le code sous les barres est un GTIN : EAN-13, EAN-8, UPC."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) has the GTIN {found}, whose check digit would be {digit}: at least one digit is wrong.",
				"{term} ({name}) indique le GTIN {found}, dont la clé devrait être {digit} : un chiffre au moins est faux."},
			fix: words{"Correct the GTIN in the record of the article; a number of your own belongs in BT-155.",
				"Corrigez le GTIN dans la fiche de l'article ; un numéro interne a sa place dans BT-155."},
		},
		{
			name: "form",
			text: words{"{term} ({name}) is {found}, but its scheme promises a GTIN: 8, 12, 13 or 14 digits.",
				"{term} ({name}) vaut {found}, alors que son schéma annonce un GTIN : 8, 12, 13 ou 14 chiffres."},
			fix: words{"Correct the GTIN in the record of the article; a number of your own belongs in BT-155.",
				"Corrigez le GTIN dans la fiche de l'article ; un numéro interne a sa place dans BT-155."},
		},
	},
}

var mailRule = row{
	id: "HY-09", severity: report.Warning, terms: []en16931.Term{en16931.BT43, en16931.BT58, en16931.BT34, en16931.BT49}, cites: "RFC 5321, 4.1.2",
	asks: words{"An e-mail address (BT-43, BT-58, and BT-34 and BT-49 under the scheme EM) is one address that mail can be sent to.",
		"Une adresse électronique (BT-43, BT-58, ainsi que BT-34 et BT-49 sous le schéma EM) est une seule adresse à laquelle un courriel peut être envoyé."},
	cases: []caseRow{
		{
			text: words{"{term} ({name}) is {found}, which is no e-mail address.", "{term} ({name}) vaut {found}, qui n'est pas une adresse électronique."},
			fix: words{"Write an address such as compta@exemple.fr, without a name and without brackets.",
				"Indiquez une adresse telle que compta@exemple.fr, sans nom ni chevrons."},
		},
		{
			name: "several",
			text: words{"{term} ({name}) is {found}: several e-mail addresses, where there is room for one.",
				"{term} ({name}) vaut {found} : plusieurs adresses électroniques, là où une seule est prévue."},
			fix: words{"Keep one address.", "Gardez une seule adresse."},
		},
		{
			name: "scheme",
			text: words{"{term} ({name}) is {found}: a link, where the address alone belongs.", "{term} ({name}) vaut {found} : un lien, là où seule l'adresse a sa place."},
			fix:  words{"Write {expected}.", "Indiquez {expected}."},
		},
	},
}
