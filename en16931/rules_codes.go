package en16931

import (
	"slices"

	"github.com/fxinvoice/fx/report"
)

// codeRow is a rule that wants a value out of a code list.
type codeRow struct {
	id    string
	terms []Term
	what  words // the value, as the subject of a sentence in the singular
	list  words // after "the list"
	fix   words
	why   words
}

var codeRules = []codeRow{
	{
		id: "BR-CL-01", terms: []Term{BT3},
		what: words{"the invoice type code (BT-3)", "le type de facture en code (BT-3)"},
		list: words{"UNTDID 1001 (document types)", "UNTDID 1001 (types de documents)"},
		fix: words{"Write 380 for an invoice, 381 for a credit note, or the code of the list that fits the document.",
			"Indiquez 380 pour une facture, 381 pour un avoir, ou le code de la liste qui convient au document."},
		why: words{"Only a part of the list is meant for invoices. In UBL, invoices and credit notes each have their own part of it.",
			"Seule une partie de la liste sert aux factures. En UBL, factures et avoirs en ont chacun leur part."},
	},
	{
		id: "BR-CL-03", terms: []Term{BT5, BT6},
		what: words{"the currency of an amount (as a rule BT-5, that of the invoice)", "la devise d'un montant (en règle générale BT-5, celle de la facture)"},
		list: words{"ISO 4217 (currencies)", "ISO 4217 (devises)"},
		fix: words{"Give every amount the currency of the invoice (BT-5), in three capital letters such as EUR; only BT-111 is in that of BT-6.",
			"Donnez à chaque montant la devise de la facture (BT-5), en trois capitales comme EUR ; seul BT-111 est dans celle de BT-6."},
		why: words{"The test for UBL looks at every amount, that for CII at the VAT totals only.",
			"Le test pour UBL regarde tous les montants, celui pour CII les seuls totaux de TVA."},
	},
	{
		id: "BR-CL-04", terms: []Term{BT5},
		what: words{"the invoice currency code (BT-5)", "le code de devise de facturation (BT-5)"},
		list: words{"ISO 4217 (currencies)", "ISO 4217 (devises)"},
		fix: words{"Write the three capital letters of the currency: EUR for the euro.",
			"Indiquez les trois capitales de la devise : EUR pour l'euro."},
	},
	{
		id: "BR-CL-05", terms: []Term{BT6},
		what: words{"the VAT accounting currency code (BT-6)", "la devise de comptabilisation de la TVA (BT-6)"},
		list: words{"ISO 4217 (currencies)", "ISO 4217 (devises)"},
		fix: words{"Write the three capital letters of the currency, or leave it out if VAT is accounted for in the currency of the invoice (BT-5).",
			"Indiquez les trois capitales de la devise, ou supprimez ce code si la TVA est comptabilisée dans la devise de la facture (BT-5)."},
	},
	{
		id: "BR-CL-06", terms: []Term{BT8},
		what: words{"the value added tax point date code (BT-8)", "la date d'exigibilité de la taxe sur la valeur ajoutée en code (BT-8)"},
		list: words{"of time references (UNTDID 2005 in UBL, UNTDID 2475 in CII)", "des repères de date (UNTDID 2005 en UBL, UNTDID 2475 en CII)"},
		fix: words{"In UBL, write 3 (date of the invoice), 35 (delivery) or 432 (payment); in CII, write 5, 29 or 72 for the same.",
			"En UBL, indiquez 3 (date de la facture), 35 (livraison) ou 432 (paiement) ; en CII, respectivement 5, 29 ou 72."},
		why: words{"The two formats write the same three cases with different codes: a value copied from one to the other is refused.",
			"Les deux formats codent différemment les trois mêmes cas : une valeur recopiée de l'un à l'autre est refusée."},
	},
	{
		id: "BR-CL-07", terms: []Term{BT18_1, BT128_1},
		what: words{"the scheme identifier of an invoiced object (BT-18-1; on a line, BT-128-1)", "l'identifiant du schéma d'un objet facturé (BT-18-1 ; à la ligne, BT-128-1)"},
		list: words{"UNTDID 1153 (kinds of references)", "UNTDID 1153 (types de références)"},
		fix: words{"Choose the code that says what the identifier is the number of, or leave the scheme out.",
			"Choisissez le code qui dit de quoi l'identifiant est le numéro, ou supprimez le schéma."},
	},
	{
		id: "BR-CL-08", terms: []Term{BT21},
		what: words{"the invoice note subject code (BT-21)", "le sujet de la note de facture en code (BT-21)"},
		list: words{"UNTDID 4451 (subjects of texts)", "UNTDID 4451 (sujets de textes)"},
		fix: words{"Write a code of the list, such as AAI for general information, or leave the code out and keep the note.",
			"Indiquez un code de la liste, comme AAI pour une information générale, ou supprimez le code en gardant la note."},
		why: words{"In UBL the code stands at the head of the note, between number signs: #AAI#. A note that has three characters there by chance is taken for coded.",
			"En UBL, le code figure en tête de la note, entre deux dièses : #AAI#. Une note qui y porte trois caractères par hasard passe pour codée."},
	},
	{
		id: "BR-CL-10", terms: []Term{BT29_1, BT46_1, BT60_1},
		what: words{"the scheme identifier of a seller, buyer or payee identifier (BT-29-1, BT-46-1, BT-60-1)",
			"le schéma d'un identifiant du vendeur, de l'acheteur ou du bénéficiaire (BT-29-1, BT-46-1, BT-60-1)"},
		list: words{"ISO/IEC 6523 (ICD)", "ISO/IEC 6523 (ICD)"},
		fix: words{"Write the four digits of the register: 0009 for a SIRET, 0002 for a SIREN, 0088 for a GLN; or leave the scheme out.",
			"Indiquez les quatre chiffres du registre : 0009 pour un SIRET, 0002 pour un SIREN, 0088 pour un GLN ; ou supprimez le schéma."},
		why: words{"In UBL the creditor identifier of a direct debit (BT-90) stands among these identifiers, with the scheme SEPA.",
			"En UBL, l'identifiant bancaire du créancier (BT-90) figure parmi ces identifiants, avec le schéma SEPA."},
	},
	{
		id: "BR-CL-11", terms: []Term{BT30_1, BT47_1, BT61_1},
		what: words{"the scheme identifier of a seller, buyer or payee legal registration identifier (BT-30-1, BT-47-1, BT-61-1)",
			"le schéma de l'identifiant d'enregistrement légal du vendeur, de l'acheteur ou du bénéficiaire (BT-30-1, BT-47-1, BT-61-1)"},
		list: words{"ISO/IEC 6523 (ICD)", "ISO/IEC 6523 (ICD)"},
		fix: words{"Write the four digits of the register: 0002 for a SIREN; or leave the scheme out.",
			"Indiquez les quatre chiffres du registre : 0002 pour un SIREN ; ou supprimez le schéma."},
	},
	{
		id: "BR-CL-13", terms: []Term{BT158_1},
		what: words{"the scheme identifier of an item classification identifier (BT-158-1)", "l'identifiant du schéma de classification de l'article (BT-158-1)"},
		list: words{"UNTDID 7143 (item classifications)", "UNTDID 7143 (classifications d'articles)"},
		fix: words{"Write the code of the classification: STI for CPV, HS for customs codes, TST for UNSPSC.",
			"Indiquez le code de la classification : STI pour le CPV, HS pour les codes douaniers, TST pour l'UNSPSC."},
	},
	{
		id: "BR-CL-14", terms: []Term{BT40, BT55, BT69, BT80},
		what: words{"the country code of an address (BT-40, BT-55, BT-69, BT-80)", "le code de pays d'une adresse (BT-40, BT-55, BT-69, BT-80)"},
		list: words{"ISO 3166-1 (countries)", "ISO 3166-1 (pays)"},
		fix: words{"Write the two capital letters of the country: FR, DE, BE.",
			"Indiquez les deux capitales du pays : FR, DE, BE."},
		why: words{"Greece is GR here; EL is for VAT identifiers only. Northern Ireland may be XI, Kosovo is 1A.",
			"La Grèce s'écrit ici GR ; EL ne sert qu'aux identifiants à la TVA. L'Irlande du Nord peut s'écrire XI, le Kosovo s'écrit 1A."},
	},
	{
		id: "BR-CL-15", terms: []Term{BT159},
		what: words{"the item country of origin (BT-159)", "le pays d'origine de l'article (BT-159)"},
		list: words{"ISO 3166-1 (countries)", "ISO 3166-1 (pays)"},
		fix: words{"Write the two capital letters of the country in which the item was made, or leave it out.",
			"Indiquez les deux capitales du pays où l'article a été produit, ou supprimez ce pays."},
	},
	{
		id: "BR-CL-16", terms: []Term{BT81},
		what: words{"the payment means type code (BT-81)", "le code de type de moyen de paiement (BT-81)"},
		list: words{"UNTDID 4461 (payment means)", "UNTDID 4461 (moyens de paiement)"},
		fix: words{"Write 30 for a credit transfer, 58 for a SEPA one, 59 for a SEPA direct debit, 48 for a card, 10 for cash.",
			"Indiquez 30 pour un virement, 58 s'il est SEPA, 59 pour un prélèvement SEPA, 48 pour une carte, 10 pour des espèces."},
	},
	{
		id: "BR-CL-17", terms: []Term{BT95, BT102, BT118},
		what: words{"the VAT category code of an allowance, a charge or the VAT breakdown (BT-95, BT-102, BT-118)",
			"le code de type de TVA d'une remise, de frais ou de la ventilation de la TVA (BT-95, BT-102, BT-118)"},
		list: words{"UNTDID 5305 (VAT categories)", "UNTDID 5305 (catégories de TVA)"},
		fix: words{"Write one of S, Z, E, AE, K, G, O, L, M and B. S stands for every rate above 0.",
			"Indiquez l'un des codes S, Z, E, AE, K, G, O, L, M et B. S vaut pour tout taux supérieur à 0."},
		why: words{"In UBL this rule covers the VAT breakdown too; in CII, BR-CL-18 does.",
			"En UBL, cette règle couvre aussi la ventilation de la TVA ; en CII, c'est BR-CL-18."},
	},
	{
		id: "BR-CL-18", terms: []Term{BT151, BT118},
		what: words{"the VAT category code of a line or of the VAT breakdown (BT-151, BT-118)",
			"le code de type de TVA d'une ligne ou de la ventilation de la TVA (BT-151, BT-118)"},
		list: words{"UNTDID 5305 (VAT categories)", "UNTDID 5305 (catégories de TVA)"},
		fix: words{"Write one of S, Z, E, AE, K, G, O, L, M and B. S stands for every rate above 0.",
			"Indiquez l'un des codes S, Z, E, AE, K, G, O, L, M et B. S vaut pour tout taux supérieur à 0."},
		why: words{"In CII this rule covers the VAT breakdown too; in UBL, BR-CL-17 does.",
			"En CII, cette règle couvre aussi la ventilation de la TVA ; en UBL, c'est BR-CL-17."},
	},
	{
		id: "BR-CL-19", terms: []Term{BT98, BT140},
		what: words{"the reason code of an allowance (BT-98; on a line, BT-140)", "le code de motif d'une remise (BT-98 ; à la ligne, BT-140)"},
		list: words{"UNTDID 5189 (reasons for allowances)", "UNTDID 5189 (motifs de remise)"},
		fix: words{"Write a code of the list, such as 95 for a discount, or give the reason in words (BT-97, BT-139) and leave the code out.",
			"Indiquez un code de la liste, comme 95 pour une remise commerciale, ou donnez le motif en clair (BT-97, BT-139) et supprimez le code."},
		why: words{"Allowances and charges have different lists: BR-CL-20 covers charges.",
			"Remises et frais ont des listes différentes : BR-CL-20 vise les frais."},
	},
	{
		id: "BR-CL-20", terms: []Term{BT105, BT145},
		what: words{"the reason code of a charge (BT-105; on a line, BT-145)", "le code de motif de frais (BT-105 ; à la ligne, BT-145)"},
		list: words{"UNTDID 7161 (reasons for charges)", "UNTDID 7161 (motifs de frais)"},
		fix: words{"Write a code of the list, such as FC for freight, or give the reason in words (BT-104, BT-144) and leave the code out.",
			"Indiquez un code de la liste, comme FC pour le transport, ou donnez le motif en clair (BT-104, BT-144) et supprimez le code."},
		why: words{"Allowances and charges have different lists: BR-CL-19 covers allowances.",
			"Remises et frais ont des listes différentes : BR-CL-19 vise les remises."},
	},
	{
		id: "BR-CL-21", terms: []Term{BT157_1},
		what: words{"the scheme identifier of an item standard identifier (BT-157-1)", "le schéma de l'identifiant standard de l'article (BT-157-1)"},
		list: words{"ISO/IEC 6523 (ICD)", "ISO/IEC 6523 (ICD)"},
		fix: words{"Write the four digits of the scheme: 0160 for a GTIN, the number below a bar code.",
			"Indiquez les quatre chiffres du schéma : 0160 pour un GTIN, le numéro sous un code-barres."},
	},
	{
		id: "BR-CL-22", terms: []Term{BT121},
		what: words{"the VAT exemption reason code (BT-121)", "le motif d'exonération de la TVA en code (BT-121)"},
		list: words{"VATEX (reasons for exemption)", "VATEX (motifs d'exonération)"},
		fix: words{"Write a code of the list, such as VATEX-EU-AE for reverse charge, or give the reason in words (BT-120) and leave the code out.",
			"Indiquez un code de la liste, comme VATEX-EU-AE pour l'autoliquidation, ou donnez le motif en clair (BT-120) et supprimez le code."},
	},
	{
		id: "BR-CL-23", terms: []Term{BT130, BT150},
		what: words{"the unit of measure code of a quantity (BT-130; of a price, BT-150)", "le code de l'unité de mesure d'une quantité (BT-130 ; d'un prix, BT-150)"},
		list: words{"of UN/ECE Recommendation 20 (units of measure)", "de la recommandation 20 de la CEE-ONU (unités de mesure)"},
		fix: words{"Write C62 for pieces, HUR for hours, DAY for days, KGM for kilograms, LTR for litres, MTR for metres.",
			"Indiquez C62 pour des pièces, HUR pour des heures, DAY pour des jours, KGM pour des kilogrammes, LTR pour des litres, MTR pour des mètres."},
		why: words{"Packaging stands in Recommendation 21 and takes an X in front: XBX is a box.",
			"Les emballages viennent de la recommandation 21 et prennent un X en tête : XBX est une boîte."},
	},
	{
		id: "BR-CL-24", terms: []Term{BT125_1},
		what: words{"the attached document MIME code (BT-125-1)", "le type MIME du document joint (BT-125-1)"},
		list: words{"of the six MIME types that an invoice may carry", "des six types MIME admis dans une facture"},
		fix: words{"Attach a PDF (application/pdf), a PNG or JPEG image, a CSV file or a spreadsheet (xlsx, ods), and write its type exactly, in lower case.",
			"Joignez un PDF (application/pdf), une image PNG ou JPEG, un fichier CSV ou un tableur (xlsx, ods), et indiquez son type exact, en minuscules."},
	},
	{
		id: "BR-CL-25", terms: []Term{BT34_1, BT49_1},
		what: words{"the scheme identifier of a seller or buyer electronic address (BT-34-1, BT-49-1)",
			"le schéma d'une adresse électronique du vendeur ou de l'acheteur (BT-34-1, BT-49-1)"},
		list: words{"EAS (electronic addresses)", "EAS (adresses électroniques)"},
		fix: words{"Write the code of the kind of address: 0225 for an address of the French directory, 0009 for a SIRET, EM for e-mail.",
			"Indiquez le code du type d'adresse : 0225 pour une adresse de l'annuaire français, 0009 pour un SIRET, EM pour un courriel."},
	},
	{
		id: "BR-CL-26", terms: []Term{BT71_1},
		what: words{"the scheme identifier of a deliver-to location identifier (BT-71-1)", "le schéma de l'identifiant de l'établissement de livraison (BT-71-1)"},
		list: words{"ISO/IEC 6523 (ICD)", "ISO/IEC 6523 (ICD)"},
		fix: words{"Write the four digits of the register: 0009 for a SIRET, 0088 for a GLN; or leave the scheme out.",
			"Indiquez les quatre chiffres du registre : 0009 pour un SIRET, 0088 pour un GLN ; ou supprimez le schéma."},
	},
}

func (r codeRow) rule() Rule {
	en, fr := upperFirst(r.what.EN), upperFirst(r.what.FR)
	return Rule{
		ID:    r.id,
		Terms: slices.Clone(r.terms),
		Asks:  report.Text{EN: en + " is a code of the list " + r.list.EN + ".", FR: fr + " est un code de la liste " + r.list.FR + "."},
		Why:   report.Text(r.why),
		Cites: clauseRules,
		Cases: []Case{
			{
				Text: report.Text{EN: en + " is “{found}”, which is not in the list " + r.list.EN + ".", FR: fr + " vaut « {found} », qui ne figure pas dans la liste " + r.list.FR + "."},
				Fix:  report.Text(r.fix),
			},
			{
				Name: "empty",
				Text: report.Text{EN: en + " is empty; it takes a code of the list " + r.list.EN + ".", FR: fr + " est vide ; il y faut un code de la liste " + r.list.FR + "."},
				Fix:  report.Text(r.fix),
			},
		},
	}
}
