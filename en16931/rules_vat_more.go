package en16931

// intraCommunityRules are the rules that only category K has.
var intraCommunityRules = []ruleRow{
	{
		id: "BR-IC-11", terms: []Term{BT72, BG14},
		asks: words{"An invoice with an intra-Community supply (K) states the actual delivery date (BT-72) or the invoicing period (BG-14).",
			"Une facture de livraison intracommunautaire (K) indique la date effective de livraison (BT-72) ou la période de facturation (BG-14)."},
		why: words{"The date decides in which month the supply is declared, by the seller and by the buyer.",
			"La date décide du mois où l'opération est déclarée, chez le vendeur comme chez l'acheteur."},
		cases: []caseRow{{
			text: words{"The VAT breakdown has category K (intra-Community supply), but the invoice states neither the actual delivery date (BT-72) nor the invoicing period (BG-14).",
				"La ventilation de la TVA a la catégorie K (livraison intracommunautaire), mais la facture n'indique ni la date effective de livraison (BT-72) ni la période de facturation (BG-14)."},
			fix: words{"State the day of delivery, or the period that the deliveries fall into.", "Indiquez le jour de la livraison, ou la période où tombent les livraisons."},
		}},
	},
	{
		id: "BR-IC-12", terms: []Term{BT80},
		asks: words{"An invoice with an intra-Community supply (K) states the deliver-to country code (BT-80).",
			"Une facture de livraison intracommunautaire (K) indique le code du pays de livraison (BT-80)."},
		why: words{"The exemption holds only if the goods go to another Member State, which need not be that of the buyer.",
			"L'exonération suppose que les biens partent vers un autre État membre, qui n'est pas forcément celui de l'acheteur."},
		cases: []caseRow{{
			text: words{"The VAT breakdown has category K (intra-Community supply), but the invoice does not state the deliver-to country code (BT-80).",
				"La ventilation de la TVA a la catégorie K (livraison intracommunautaire), mais la facture n'indique pas le code du pays de livraison (BT-80)."},
			fix: words{"Add the deliver-to address (BG-15) with the code of its country.", "Ajoutez l'adresse de livraison (BG-15) avec le code de son pays."},
		}},
	},
}

// What BR-O-11 to BR-O-14 have in common.
const (
	outsideWhyEN = "What lies outside VAT cannot stand beside what is not. The official tests for CII mix up the four rules: several of them may fire at once."
	outsideWhyFR = "Ce qui est hors TVA ne peut pas côtoyer ce qui en relève. Les tests officiels pour CII confondent ces quatre règles : plusieurs peuvent se déclencher ensemble."
	outsideFixEN = "Put what is outside VAT on an invoice of its own, or correct the category: E is for what is exempt."
	outsideFixFR = "Facturez à part ce qui est hors TVA, ou corrigez la catégorie : E vise ce qui est exonéré."
)

// outsideRules are the rules that only category O has: nothing else may stand beside it.
var outsideRules = []ruleRow{
	{
		id: "BR-O-11", terms: []Term{BT118},
		asks: words{"A VAT breakdown (BG-23) with category O (not subject to VAT, BT-118) has no other entry.",
			"Une ventilation de la TVA (BG-23) qui a la catégorie O (hors du champ de la TVA, BT-118) n'a pas d'autre entrée."},
		why: words{outsideWhyEN, outsideWhyFR},
		cases: []caseRow{{
			text: words{"The VAT breakdown (BG-23) has category O (not subject to VAT, BT-118), but category “{found}” is used beside it.",
				"La ventilation de la TVA (BG-23) a la catégorie O (hors du champ de la TVA, BT-118), mais la catégorie « {found} » est employée à côté."},
			fix: words{outsideFixEN, outsideFixFR},
		}},
	},
	{
		id: "BR-O-12", terms: []Term{BT151, BT118},
		asks: words{"If the VAT breakdown has category O (not subject to VAT, BT-118), all lines are in it (BT-151).",
			"Si la ventilation de la TVA a la catégorie O (hors du champ de la TVA, BT-118), toutes les lignes en relèvent (BT-151)."},
		why: words{outsideWhyEN, outsideWhyFR},
		cases: []caseRow{{
			text: words{"The VAT breakdown has category O (not subject to VAT, BT-118), so that all lines must be in it (BT-151); but there is category “{found}”.",
				"La ventilation de la TVA a la catégorie O (hors du champ de la TVA, BT-118), dont toutes les lignes doivent donc relever (BT-151) ; or on trouve la catégorie « {found} »."},
			fix: words{outsideFixEN, outsideFixFR},
		}},
	},
	{
		id: "BR-O-13", terms: []Term{BT95, BT118},
		asks: words{"If the VAT breakdown has category O (not subject to VAT, BT-118), all document level allowances are in it (BT-95).",
			"Si la ventilation de la TVA a la catégorie O (hors du champ de la TVA, BT-118), toutes les remises au niveau du document en relèvent (BT-95)."},
		why: words{outsideWhyEN, outsideWhyFR},
		cases: []caseRow{{
			text: words{"The VAT breakdown has category O (not subject to VAT, BT-118), so that all document level allowances must be in it (BT-95); but there is category “{found}”.",
				"La ventilation de la TVA a la catégorie O (hors du champ de la TVA, BT-118), dont toutes les remises au niveau du document doivent donc relever (BT-95) ; or on trouve la catégorie « {found} »."},
			fix: words{outsideFixEN, outsideFixFR},
		}},
	},
	{
		id: "BR-O-14", terms: []Term{BT102, BT118},
		asks: words{"If the VAT breakdown has category O (not subject to VAT, BT-118), all document level charges are in it (BT-102).",
			"Si la ventilation de la TVA a la catégorie O (hors du champ de la TVA, BT-118), tous les frais au niveau du document en relèvent (BT-102)."},
		why: words{outsideWhyEN, outsideWhyFR},
		cases: []caseRow{{
			text: words{"The VAT breakdown has category O (not subject to VAT, BT-118), so that all document level charges must be in it (BT-102); but there is category “{found}”.",
				"La ventilation de la TVA a la catégorie O (hors du champ de la TVA, BT-118), dont tous les frais au niveau du document doivent donc relever (BT-102) ; or on trouve la catégorie « {found} »."},
			fix: words{outsideFixEN, outsideFixFR},
		}},
	},
}

// splitRules are the rules of category B, split payment in Italy, which has no others.
var splitRules = []ruleRow{
	{
		id: "BR-B-01", terms: []Term{BT151, BT95, BT102},
		asks: words{"An invoice with VAT category B (split payment; BT-151, BT-95, BT-102) names no country but Italy.",
			"Une facture de catégorie de TVA B (paiement scindé ; BT-151, BT-95, BT-102) n'a pas d'autre pays que l'Italie."},
		why: words{"In split payment, an Italian public body pays the VAT to the State in the seller's place. The official tests look at every country code of the invoice.",
			"Dans le paiement scindé, un organisme public italien verse la TVA à l'État à la place du vendeur. Les tests officiels regardent tous les codes de pays de la facture."},
		cases: []caseRow{{
			text: words{"VAT category B (split payment; BT-151, BT-95, BT-102) is for invoices within Italy, but the country “{found}” stands in this one.",
				"La catégorie de TVA B (paiement scindé ; BT-151, BT-95, BT-102) est réservée aux factures internes à l'Italie, mais celle-ci porte le pays « {found} »."},
			fix: words{"Choose another category, S as a rule, or correct the country code.", "Choisissez une autre catégorie, S en règle générale, ou corrigez le code de pays."},
		}},
	},
	{
		id: "BR-B-02", terms: []Term{BT151, BT95, BT102, BT118},
		asks: words{"VAT categories B (split payment) and S (standard or reduced rate) do not stand on one invoice (BT-151, BT-95, BT-102, BT-118).",
			"Les catégories de TVA B (paiement scindé) et S (taux normal ou réduit) ne figurent pas sur la même facture (BT-151, BT-95, BT-102, BT-118)."},
		why: words{"The VAT is paid by the buyer to the State for the whole invoice, or for none of it.",
			"La TVA est versée à l'État par l'acheteur pour toute la facture, ou pas du tout."},
		cases: []caseRow{{
			text: words{"The invoice uses both VAT category B (split payment) and VAT category S (standard or reduced rate): see BT-151, BT-95, BT-102 and BT-118.",
				"La facture emploie à la fois la catégorie de TVA B (paiement scindé) et la catégorie S (taux normal ou réduit) : voyez BT-151, BT-95, BT-102 et BT-118."},
			fix: words{"Make two invoices of it, or give all of it the same category.", "Faites-en deux factures, ou donnez à l'ensemble la même catégorie."},
		}},
	},
}
