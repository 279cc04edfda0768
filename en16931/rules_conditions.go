package en16931

// What BR-CO-05 to BR-CO-08 have in common, for a reason and its code.
const (
	reasonWhyEN = "No program can compare words with a code for certain: the official test does not check it."
	reasonWhyFR = "Aucun programme ne compare sûrement des mots à un code : le test officiel ne le vérifie pas."
	reasonFixEN = "Correct the one that is wrong, or remove the code."
	reasonFixFR = "Corrigez celui des deux qui est faux, ou supprimez le code."
)

// conditionRules are the conditions, EN 16931-1, 6.4.2: what has to agree within an invoice.
var conditionRules = []ruleRow{
	{
		id: "BR-CO-03", terms: []Term{BT7, BT8},
		asks: words{"An invoice states the value added tax point date (BT-7) or its code (BT-8), not both.",
			"Une facture indique la date d'exigibilité de la taxe sur la valeur ajoutée (BT-7) ou cette date en code (BT-8), pas les deux."},
		why: words{"The date says when the VAT falls due, the code by which event that is decided: with both, they could contradict each other.",
			"La date dit quand la TVA devient exigible, le code quel événement en décide : ensemble, ils pourraient se contredire."},
		cases: []caseRow{{
			text: words{"The invoice states both the value added tax point date (BT-7) and the value added tax point date code (BT-8).",
				"La facture indique à la fois la date d'exigibilité de la taxe sur la valeur ajoutée (BT-7) et cette date en code (BT-8)."},
			fix: words{"Keep the date if it is known; else keep the code.", "Gardez la date si elle est connue, sinon le code."},
		}},
	},
	{
		id: "BR-CO-04", terms: []Term{BT151},
		in: aLine, what: words{"its invoiced item VAT category code (BT-151)", "le code de type de TVA de l'article facturé (BT-151)"},
		fix: words{"Write the VAT category of the line: S for every rate above 0, E if it is exempt, AE for reverse charge, O outside VAT.",
			"Indiquez le code de type de TVA de la ligne : S pour tout taux supérieur à 0, E pour une exonération, AE pour l'autoliquidation, O hors TVA."},
		why: words{"A category counts only if its tax scheme is VAT.", "Un code ne compte que si son type d'impôt est VAT."},
	},
	{
		id: "BR-CO-05", terms: []Term{BT97, BT98},
		asks: words{"The reason of a document level allowance (BT-97) and its reason code (BT-98) mean the same.",
			"Le motif d'une remise au niveau du document (BT-97) et son code de motif (BT-98) disent la même chose."},
		why: words{reasonWhyEN, reasonWhyFR},
		cases: []caseRow{{
			text: words{"The reason of this document level allowance (BT-97) is not the one that its reason code stands for (BT-98).",
				"Le motif de cette remise au niveau du document (BT-97) n'est pas celui que désigne son code de motif (BT-98)."},
			fix: words{reasonFixEN, reasonFixFR},
		}},
	},
	{
		id: "BR-CO-06", terms: []Term{BT104, BT105},
		asks: words{"The reason of a document level charge (BT-104) and its reason code (BT-105) mean the same.",
			"Le motif de frais au niveau du document (BT-104) et leur code de motif (BT-105) disent la même chose."},
		why: words{reasonWhyEN, reasonWhyFR},
		cases: []caseRow{{
			text: words{"The reason of this document level charge (BT-104) is not the one that its reason code stands for (BT-105).",
				"Le motif de ces frais au niveau du document (BT-104) n'est pas celui que désigne leur code de motif (BT-105)."},
			fix: words{reasonFixEN, reasonFixFR},
		}},
	},
	{
		id: "BR-CO-07", terms: []Term{BT139, BT140},
		asks: words{"The reason of an invoice line allowance (BT-139) and its reason code (BT-140) mean the same.",
			"Le motif d'une remise de ligne de facture (BT-139) et son code de motif (BT-140) disent la même chose."},
		why: words{reasonWhyEN, reasonWhyFR},
		cases: []caseRow{{
			text: words{"The reason of this invoice line allowance (BT-139) is not the one that its reason code stands for (BT-140).",
				"Le motif de cette remise de ligne de facture (BT-139) n'est pas celui que désigne son code de motif (BT-140)."},
			fix: words{reasonFixEN, reasonFixFR},
		}},
	},
	{
		id: "BR-CO-08", terms: []Term{BT144, BT145},
		asks: words{"The reason of an invoice line charge (BT-144) and its reason code (BT-145) mean the same.",
			"Le motif de frais de ligne de facture (BT-144) et leur code de motif (BT-145) disent la même chose."},
		why: words{reasonWhyEN, reasonWhyFR},
		cases: []caseRow{{
			text: words{"The reason of this invoice line charge (BT-144) is not the one that its reason code stands for (BT-145).",
				"Le motif de ces frais de ligne de facture (BT-144) n'est pas celui que désigne leur code de motif (BT-145)."},
			fix: words{reasonFixEN, reasonFixFR},
		}},
	},
	{
		id: "BR-CO-09", terms: []Term{BT31, BT63, BT48},
		asks: words{"A VAT identifier of the seller (BT-31), its tax representative (BT-63) or the buyer (BT-48) begins with the two letters of its country.",
			"L'identifiant à la TVA du vendeur (BT-31), de son représentant fiscal (BT-63) ou de l'acheteur (BT-48) commence par les deux lettres du pays."},
		why: words{"Greece writes EL here, Northern Ireland XI. A tax number without letters is a seller tax registration identifier (BT-32).",
			"La Grèce écrit ici EL, l'Irlande du Nord XI. Un numéro fiscal sans lettres est une identification fiscale du vendeur (BT-32)."},
		cases: []caseRow{
			{
				text: words{"The VAT identifier “{found}” (BT-31, BT-63 or BT-48) does not begin with the two letters of a country.",
					"L'identifiant à la TVA « {found} » (BT-31, BT-63 ou BT-48) ne commence pas par les deux lettres d'un pays."},
				fix: words{"Write the whole identifier, in capital letters and without spaces: FR12345678901.",
					"Indiquez l'identifiant entier, en capitales et sans espaces : FR12345678901."},
			},
			{
				name: "empty",
				text: words{"A VAT identifier (BT-31, BT-63 or BT-48) is empty.", "Un identifiant à la TVA (BT-31, BT-63 ou BT-48) est vide."},
				fix: words{"Write the identifier, with the letters of its country in front, or remove the empty element.",
					"Indiquez l'identifiant, précédé des lettres de son pays, ou supprimez l'élément vide."},
			},
		},
	},
	{
		id: "BR-CO-10", terms: []Term{BT106, BT131},
		asks: words{"The sum of invoice line net amounts (BT-106) is the sum of the net amounts of all lines (BT-131).",
			"La somme du montant net des lignes de facture (BT-106) est la somme des montants nets de toutes les lignes (BT-131)."},
		why: words{"The amounts are added up as they are stated, and the sum is rounded to two decimals. BT-106 may not be off by a cent.",
			"Les montants sont additionnés tels qu'ils sont indiqués, et la somme est arrondie à deux décimales. BT-106 doit être exact au centime."},
		cases: []caseRow{
			{
				text: words{"The sum of invoice line net amounts (BT-106) is {found}, but the lines (BT-131; {lines} in all) add up to {expected}: a difference of {difference}.",
					"La somme du montant net des lignes de facture (BT-106) vaut {found}, mais les lignes (BT-131 ; {lines} en tout) totalisent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or correct the line that has a wrong net amount.", "Indiquez {expected}, ou corrigez la ligne dont le montant net est faux."},
			},
			{
				name: "missing",
				text: words{"The sum of invoice line net amounts (BT-106) is missing; the lines (BT-131; {lines} in all) add up to {expected}.",
					"La somme du montant net des lignes de facture (BT-106) manque ; les lignes (BT-131 ; {lines} en tout) totalisent {expected}."},
				fix: words{"Add it: {expected}.", "Ajoutez-la : {expected}."},
			},
		},
	},
	{
		id: "BR-CO-11", terms: []Term{BT107, BT92},
		asks: words{"The sum of allowances on document level (BT-107) is the sum of their amounts (BT-92).",
			"La somme des remises au niveau du document (BT-107) est la somme de leurs montants (BT-92)."},
		why: words{"Allowances of lines (BT-136) do not count here: they are in the net amounts of the lines already.",
			"Les remises de ligne (BT-136) ne comptent pas ici : elles sont déjà dans les montants nets des lignes."},
		cases: []caseRow{
			{
				text: words{"The sum of allowances on document level (BT-107) is {found}, but the allowances (BT-92; {count} in all) add up to {expected}: a difference of {difference}.",
					"La somme des remises au niveau du document (BT-107) vaut {found}, mais les remises (BT-92 ; {count} en tout) totalisent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or correct the allowance that is wrong or missing.", "Indiquez {expected}, ou corrigez la remise qui est fausse ou manquante."},
			},
			{
				name: "missing",
				text: words{"The sum of allowances on document level (BT-107) is missing; the allowances (BT-92; {count} in all) add up to {expected}.",
					"La somme des remises au niveau du document (BT-107) manque ; les remises (BT-92 ; {count} en tout) totalisent {expected}."},
				fix: words{"Add it: {expected}.", "Ajoutez-la : {expected}."},
			},
		},
	},
	{
		id: "BR-CO-12", terms: []Term{BT108, BT99},
		asks: words{"The sum of charges on document level (BT-108) is the sum of their amounts (BT-99).",
			"La somme des charges ou frais au niveau du document (BT-108) est la somme de leurs montants (BT-99)."},
		why: words{"Charges of lines (BT-141) do not count here: they are in the net amounts of the lines already.",
			"Les frais de ligne (BT-141) ne comptent pas ici : ils sont déjà dans les montants nets des lignes."},
		cases: []caseRow{
			{
				text: words{"The sum of charges on document level (BT-108) is {found}, but the charges (BT-99; {count} in all) add up to {expected}: a difference of {difference}.",
					"La somme des charges ou frais au niveau du document (BT-108) vaut {found}, mais les frais (BT-99 ; {count} en tout) totalisent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or correct the charge that is wrong or missing.", "Indiquez {expected}, ou corrigez les frais qui sont faux ou manquants."},
			},
			{
				name: "missing",
				text: words{"The sum of charges on document level (BT-108) is missing; the charges (BT-99; {count} in all) add up to {expected}.",
					"La somme des charges ou frais au niveau du document (BT-108) manque ; les frais (BT-99 ; {count} en tout) totalisent {expected}."},
				fix: words{"Add it: {expected}.", "Ajoutez-la : {expected}."},
			},
		},
	},
	{
		id: "BR-CO-13", terms: []Term{BT109, BT106, BT107, BT108},
		asks: words{"The invoice total amount without VAT (BT-109) is the sum of the lines (BT-106), less allowances (BT-107), plus charges (BT-108).",
			"Le montant total de la facture hors TVA (BT-109) est la somme des lignes (BT-106), moins les remises (BT-107), plus les frais (BT-108)."},
		cases: []caseRow{
			{
				text: words{"The invoice total amount without VAT (BT-109) is {found}, but {lines} of lines (BT-106) less {allowances} of allowances (BT-107) plus {charges} of charges (BT-108) come to {expected}: a difference of {difference}.",
					"Le montant total de la facture hors TVA (BT-109) vaut {found}, mais {lines} de lignes (BT-106) moins {allowances} de remises (BT-107) plus {charges} de frais (BT-108) donnent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or correct the one of the three sums that is wrong.", "Indiquez {expected}, ou corrigez celle des trois sommes qui est fausse."},
			},
			{
				name: "missing",
				text: words{"The invoice total amount without VAT (BT-109) or the sum of invoice line net amounts (BT-106) is missing, so that they cannot be compared.",
					"Le montant total de la facture hors TVA (BT-109) ou la somme du montant net des lignes de facture (BT-106) manque : la comparaison est impossible."},
				fix: words{"State both amounts.", "Indiquez les deux montants."},
			},
		},
	},
	{
		id: "BR-CO-14", terms: []Term{BT110, BT117},
		asks: words{"The invoice total VAT amount (BT-110) is the sum of the tax amounts of the VAT breakdown (BT-117).",
			"Le montant total de TVA (BT-110) est la somme des montants de taxe de la ventilation de la TVA (BT-117)."},
		why: words{"VAT that is worked out line by line and added up can be a few cents off: the total follows the breakdown.",
			"Une TVA calculée ligne à ligne puis additionnée peut s'écarter de quelques centimes : le total suit la ventilation."},
		cases: []caseRow{
			{
				text: words{"The invoice total VAT amount (BT-110) is {found}, but the entries of the VAT breakdown (BT-117; {count} in all) add up to {expected}: a difference of {difference}.",
					"Le montant total de TVA (BT-110) vaut {found}, mais les entrées de la ventilation de la TVA (BT-117 ; {count} en tout) totalisent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or correct the VAT breakdown (BG-23).", "Indiquez {expected}, ou corrigez la ventilation de la TVA (BG-23)."},
			},
			{
				name: "missing",
				text: words{"The invoice total VAT amount (BT-110) is missing; the entries of the VAT breakdown (BT-117; {count} in all) add up to {expected}.",
					"Le montant total de TVA (BT-110) manque ; les entrées de la ventilation de la TVA (BT-117 ; {count} en tout) totalisent {expected}."},
				fix: words{"Add it: {expected}.", "Ajoutez-le : {expected}."},
			},
		},
	},
	{
		id: "BR-CO-15", terms: []Term{BT112, BT109, BT110},
		asks: words{"The invoice total amount with VAT (BT-112) is the total without VAT (BT-109) plus the total VAT amount (BT-110).",
			"Le montant total de la facture avec TVA comprise (BT-112) est le total hors TVA (BT-109) plus le montant total de TVA (BT-110)."},
		why: words{"Only the total VAT amount in the currency of the invoice (BT-5) counts, and there is to be just one of it.",
			"Seul compte le montant total de TVA dans la devise de la facture (BT-5), et il ne doit y en avoir qu'un."},
		cases: []caseRow{
			{
				text: words{"The invoice total amount with VAT (BT-112) is {found}, but {net} without VAT (BT-109) plus {vat} of VAT (BT-110) come to {expected}: a difference of {difference}.",
					"Le montant total de la facture avec TVA comprise (BT-112) vaut {found}, mais {net} hors TVA (BT-109) plus {vat} de TVA (BT-110) donnent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or correct the total without VAT or the VAT.", "Indiquez {expected}, ou corrigez le total hors TVA ou la TVA."},
			},
			{
				name: "missing",
				text: words{"The invoice total amount with VAT (BT-112) or the total amount without VAT (BT-109) is missing, so that they cannot be compared.",
					"Le montant total de la facture avec TVA comprise (BT-112) ou le montant total hors TVA (BT-109) manque : la comparaison est impossible."},
				fix: words{"State both amounts.", "Indiquez les deux montants."},
			},
			{
				name: "no-vat-total",
				text: words{"There is no invoice total VAT amount (BT-110) in {currency}, the currency of the invoice (BT-5): the total with VAT (BT-112) cannot be checked.",
					"Il n'y a pas de montant total de TVA (BT-110) en {currency}, la devise de la facture (BT-5) : le total TVA comprise (BT-112) n'est pas vérifiable."},
				fix: words{"State the total VAT amount in {currency}, 0 if there is no VAT, and look at the currency of the one that is there.",
					"Indiquez le montant total de TVA en {currency}, 0 s'il n'y a pas de TVA, et vérifiez la devise de celui qui s'y trouve."},
			},
			{
				name: "several",
				text: words{"The invoice total VAT amount (BT-110) in {currency} is stated {count} times; the total with VAT (BT-112) wants just one.",
					"Le montant total de TVA (BT-110) en {currency} figure {count} fois ; le total TVA comprise (BT-112) n'en veut qu'un."},
				fix: words{"Keep the right one; a second one is for another currency only (BT-111).", "Gardez le bon ; un second ne sert qu'à une autre devise (BT-111)."},
			},
		},
	},
	{
		id: "BR-CO-16", terms: []Term{BT115, BT112, BT113, BT114},
		asks: words{"The amount due for payment (BT-115) is the total with VAT (BT-112), less the paid amount (BT-113), plus the rounding amount (BT-114).",
			"Le montant à payer (BT-115) est le total TVA comprise (BT-112), moins le montant payé (BT-113), plus le montant de l'arrondi (BT-114)."},
		why: words{"An amount rounded down has a negative rounding amount (BT-114).", "Un montant arrondi vers le bas a un montant de l'arrondi (BT-114) négatif."},
		cases: []caseRow{
			{
				text: words{"The amount due for payment (BT-115) is {found}, but {gross} in total (BT-112) less {prepaid} paid already (BT-113) plus {rounding} of rounding (BT-114) come to {expected}: a difference of {difference}.",
					"Le montant à payer (BT-115) vaut {found}, mais {gross} au total (BT-112) moins {prepaid} déjà payés (BT-113) plus {rounding} d'arrondi (BT-114) donnent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or state what was paid before (BT-113).", "Indiquez {expected}, ou indiquez ce qui a été payé auparavant (BT-113)."},
			},
			{
				name: "missing",
				text: words{"The amount due for payment (BT-115) or the total amount with VAT (BT-112) is missing, so that they cannot be compared.",
					"Le montant à payer (BT-115) ou le montant total avec TVA comprise (BT-112) manque : la comparaison est impossible."},
				fix: words{"State both amounts.", "Indiquez les deux montants."},
			},
		},
	},
	{
		id: "BR-CO-17", terms: []Term{BT117, BT116, BT119},
		asks: words{"The VAT category tax amount (BT-117) is the taxable amount (BT-116) × the rate (BT-119), rounded to two decimals.",
			"Le montant de la taxe pour le type de TVA (BT-117) est la base d'imposition (BT-116) × le taux (BT-119), arrondi à deux décimales."},
		why: words{"Since VAT may be rounded line by line, the official tests let a difference below 1 pass, in the currency of the invoice.",
			"La TVA pouvant être arrondie ligne à ligne, les tests officiels laissent passer un écart inférieur à 1, dans la devise de la facture."},
		cases: []caseRow{
			{
				text: words{"The VAT category tax amount (BT-117) is {found}, but {base} (BT-116) at {rate}% (BT-119) give {expected}: a difference of {difference}.",
					"Le montant de la taxe pour le type de TVA (BT-117) vaut {found}, mais {base} (BT-116) à {rate} % (BT-119) donnent {expected} : écart de {difference}."},
				fix: words{"Write {expected}, or correct the taxable amount or the rate.", "Indiquez {expected}, ou corrigez la base d'imposition ou le taux."},
			},
			{
				name: "low-rate",
				text: words{"The VAT category tax amount (BT-117) is {found}, but the official test takes a rate of {rate}% (BT-119) for 0, since it rounds it, and then wants no tax.",
					"Le montant de la taxe pour le type de TVA (BT-117) vaut {found}, mais le test officiel prend le taux de {rate} % (BT-119) pour 0, car il l'arrondit, et n'admet alors pas de taxe."},
				fix: words{"Check the rate: it is a percentage, 20 for 20%, not 0.20. A rate below 0.5% cannot pass this test.",
					"Vérifiez le taux : c'est un pourcentage, 20 pour 20 %, et non 0,20. Un taux inférieur à 0,5 % ne peut pas passer ce test."},
			},
			{
				name: "no-rate",
				text: words{"The VAT category tax amount (BT-117) is {found}, but the entry has no VAT category rate (BT-119).",
					"Le montant de la taxe pour le type de TVA (BT-117) vaut {found}, mais l'entrée n'a pas de taux de TVA (BT-119)."},
				fix: words{"State the rate as a percentage, 20 for 20%; if no VAT is due, write 0 as the tax amount.",
					"Indiquez le taux en pourcentage, 20 pour 20 % ; si aucune TVA n'est due, indiquez 0 comme montant de la taxe."},
			},
			{
				name: "missing",
				text: words{"This entry of the VAT breakdown (BG-23) lacks its tax amount (BT-117) or its taxable amount (BT-116), so that they cannot be compared.",
					"Il manque à cette entrée de la ventilation de la TVA (BG-23) le montant de la taxe (BT-117) ou la base d'imposition (BT-116) : la comparaison est impossible."},
				fix: words{"State both amounts.", "Indiquez les deux montants."},
			},
		},
	},
	{
		id: "BR-CO-18", terms: []Term{BG23},
		asks: words{"Every invoice has a VAT breakdown (BG-23).", "Toute facture a une ventilation de la TVA (BG-23)."},
		why:  words{"Even an invoice without VAT has one: it says why there is none.", "Même une facture sans TVA en a une : elle dit pourquoi il n'y en a pas."},
		cases: []caseRow{{
			text: words{"The invoice has no VAT breakdown (BG-23).", "La facture n'a pas de ventilation de la TVA (BG-23)."},
			fix: words{"Add an entry for each VAT category and rate of the lines, allowances and charges.",
				"Ajoutez une entrée pour chaque catégorie et taux de TVA des lignes, remises et frais."},
		}},
	},
	{
		id: "BR-CO-19", terms: []Term{BT73, BT74},
		in: aPeriod, what: words{"its start date (BT-73)", "sa date de début (BT-73)"}, or: words{"its end date (BT-74)", "sa date de fin (BT-74)"},
		fix: words{"State one of the dates or both, or remove the period.", "Indiquez l'une des dates ou les deux, ou supprimez la période."},
	},
	{
		id: "BR-CO-20", terms: []Term{BT134, BT135},
		in: aLinePeriod, what: words{"its start date (BT-134)", "sa date de début (BT-134)"}, or: words{"its end date (BT-135)", "sa date de fin (BT-135)"},
		fix: words{"State one of the dates or both, or remove the period.", "Indiquez l'une des dates ou les deux, ou supprimez la période."},
	},
	{id: "BR-CO-21", repeats: "BR-33"},
	{id: "BR-CO-22", repeats: "BR-38"},
	{id: "BR-CO-23", repeats: "BR-42"},
	{id: "BR-CO-24", repeats: "BR-44"},
	{
		id: "BR-CO-26", terms: []Term{BT29, BT30, BT31},
		asks: words{"An invoice states a seller identifier (BT-29), the seller legal registration identifier (BT-30) or the seller VAT identifier (BT-31).",
			"Une facture indique un identifiant du vendeur (BT-29), son identifiant d'enregistrement légal (BT-30) ou son identifiant à la TVA (BT-31)."},
		why: words{"With one of them, a program can tell who the supplier is, however the name is spelt.",
			"Grâce à l'un d'eux, un programme reconnaît le fournisseur, quelle que soit l'orthographe de son nom."},
		cases: []caseRow{{
			text: words{"The seller has no identifier: neither a seller identifier (BT-29), nor a legal registration identifier (BT-30), nor a VAT identifier (BT-31).",
				"Le vendeur n'a aucun identifiant : ni identifiant du vendeur (BT-29), ni identifiant d'enregistrement légal (BT-30), ni identifiant à la TVA (BT-31)."},
			fix: words{"State one of them: the SIREN or SIRET, another number of a register, or the VAT identifier.",
				"Indiquez l'un d'eux : le SIREN ou le SIRET, un autre numéro de registre, ou l'identifiant à la TVA."},
		}},
	},
}
