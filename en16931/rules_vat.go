package en16931

import (
	"strings"

	"github.com/fxinvoice/fx/report"
)

// vatWording is what the rules of one VAT category say, where categories differ. Prefix and rates come from vatCategories.
type vatWording struct {
	code    Code
	name    words        // behind the code
	means   words        // what the category is for
	several bool         // whether the VAT breakdown may have several entries of it, one for each rate
	seller  *identifiers // nil: VAT identifiers are refused
	buyer   *identifiers // nil: none is asked for
	whyIDs  words        // why identifiers are asked for, or refused
	rate    words        // what the rate must be
	rateFix words
	reason  bool  // whether a reason for exemption is asked for; else it is refused
	fix     words // how to state that reason
	more    []ruleRow
}

// identifiers are those of a party that the rules -02 to -04 ask for; one of them is enough.
type identifiers struct {
	terms     []Term
	any, none words // after "the invoice states"
	fix       words
}

// The identifiers that categories ask for: tax numbers of the seller, or VAT identifiers only; those of the buyer, or the VAT identifier only.
var (
	sellerTaxIDs = identifiers{
		terms: []Term{BT31, BT32, BT63},
		any: words{"the seller VAT identifier (BT-31), the seller tax registration identifier (BT-32) or the VAT identifier of its tax representative (BT-63)",
			"l'identifiant à la TVA du vendeur (BT-31), son identification fiscale (BT-32) ou l'identifiant à la TVA de son représentant fiscal (BT-63)"},
		none: words{"neither the seller VAT identifier (BT-31), nor the seller tax registration identifier (BT-32), nor the VAT identifier of its tax representative (BT-63)",
			"ni l'identifiant à la TVA du vendeur (BT-31), ni son identification fiscale (BT-32), ni l'identifiant à la TVA de son représentant fiscal (BT-63)"},
		fix: words{"State the seller VAT identifier, with the letters of its country in front. Whoever has none states a tax number (BT-32).",
			"Indiquez l'identifiant à la TVA du vendeur, précédé des lettres de son pays. Qui n'en a pas indique un numéro fiscal (BT-32)."},
	}
	sellerVATIDs = identifiers{
		terms: []Term{BT31, BT63},
		any: words{"the seller VAT identifier (BT-31) or that of its tax representative (BT-63)",
			"l'identifiant à la TVA du vendeur (BT-31) ou celui de son représentant fiscal (BT-63)"},
		none: words{"neither the seller VAT identifier (BT-31) nor that of its tax representative (BT-63)",
			"ni l'identifiant à la TVA du vendeur (BT-31) ni celui de son représentant fiscal (BT-63)"},
		fix: words{"State the seller VAT identifier, with the letters of its country in front.",
			"Indiquez l'identifiant à la TVA du vendeur, précédé des lettres de son pays."},
	}
	buyerIDs = identifiers{
		terms: []Term{BT48, BT47},
		any: words{"the buyer VAT identifier (BT-48) or its legal registration identifier (BT-47)",
			"l'identifiant à la TVA de l'acheteur (BT-48) ou son identifiant d'enregistrement légal (BT-47)"},
		none: words{"neither the buyer VAT identifier (BT-48) nor its legal registration identifier (BT-47)",
			"ni l'identifiant à la TVA de l'acheteur (BT-48) ni son identifiant d'enregistrement légal (BT-47)"},
		fix: words{"Ask the buyer for its VAT identifier and state it, or a registration number such as the SIREN.",
			"Demandez à l'acheteur son identifiant à la TVA et indiquez-le, ou un numéro d'immatriculation comme le SIREN."},
	}
	buyerVATID = identifiers{
		terms: []Term{BT48},
		any:   words{"the buyer VAT identifier (BT-48)", "l'identifiant à la TVA de l'acheteur (BT-48)"},
		none:  words{"no buyer VAT identifier (BT-48)", "pas l'identifiant à la TVA de l'acheteur (BT-48)"},
		fix: words{"Ask the buyer for it, and check in VIES, the register on the web, that it is valid: without it, VAT is due.",
			"Demandez-le à l'acheteur, et vérifiez dans VIES, le registre en ligne, qu'il est valide : sans lui, la TVA est due."},
	}
)

// The reasons behind the rules -02 to -04 that several categories share.
const (
	taxIDsEN  = "VAT law wants the number under which the supplier is registered (Directive 2006/112/EC, article 226, point 3)."
	taxIDsFR  = "La loi exige le numéro sous lequel le fournisseur est identifié (directive 2006/112/CE, article 226, point 3)."
	localIDEN = "The number under which the local tax is declared can stand as seller tax registration identifier (BT-32)."
	localIDFR = "Le numéro sous lequel l'impôt local est déclaré peut figurer comme identification fiscale du vendeur (BT-32)."
	noRateEN  = "Write 0 as the rate. If VAT is charged, the category is S."
	noRateFR  = "Indiquez 0 comme taux. Si de la TVA est facturée, la catégorie est S."
)

var vatWordings = [...]vatWording{
	{
		code: "S", name: words{"standard or reduced rate", "taux normal ou réduit"}, several: true,
		means: words{"S stands for every VAT rate above 0, reduced rates included. Each rate has an entry of its own in the VAT breakdown.",
			"S vaut pour tout taux de TVA supérieur à 0, taux réduits compris. Chaque taux a son entrée dans la ventilation de la TVA."},
		seller: &sellerTaxIDs, whyIDs: words{taxIDsEN, taxIDsFR},
		rate: words{"above 0", "supérieur à 0"},
		rateFix: words{"State the rate as a percentage, 20 for 20%. If no VAT is charged, choose the category that says why: Z, E, AE, K, G or O.",
			"Indiquez le taux en pourcentage, 20 pour 20 %. S'il n'y a pas de TVA, choisissez la catégorie qui dit pourquoi : Z, E, AE, K, G ou O."},
	},
	{
		code: "Z", name: words{"zero rated", "taux zéro"},
		means: words{"Z is for supplies that are taxed, at a rate of 0, as some countries have it. Exempt supplies are E.",
			"Z vise ce qui est taxé, mais au taux 0, comme certains pays le prévoient. Ce qui est exonéré relève de E."},
		seller: &sellerTaxIDs, whyIDs: words{taxIDsEN, taxIDsFR},
		rate: words{"0", "égal à 0"}, rateFix: words{noRateEN, noRateFR},
	},
	{
		code: "E", name: words{"exempt from VAT", "exonération de TVA"},
		means: words{"E is for what the law exempts, such as health care, teaching or insurance (Directive 2006/112/EC, articles 132 to 137), and for small businesses that charge no VAT.",
			"E vise ce que la loi exonère, comme les soins, l'enseignement ou l'assurance (directive 2006/112/CE, articles 132 à 137), et la franchise en base."},
		seller: &sellerTaxIDs,
		whyIDs: words{"Whoever is exempt and has no VAT identifier states a tax number as seller tax registration identifier (BT-32).",
			"Qui est exonéré et n'a pas d'identifiant à la TVA indique un numéro fiscal comme identification fiscale du vendeur (BT-32)."},
		rate: words{"0", "égal à 0"}, rateFix: words{noRateEN, noRateFR},
		reason: true,
		fix: words{"Name the article of the law that exempts the supply (BT-120), or write its code (BT-121), such as VATEX-EU-132.",
			"Citez l'article de loi qui exonère l'opération (BT-120), ou indiquez son code (BT-121), comme VATEX-EU-132."},
	},
	{
		code: "AE", name: words{"reverse charge", "autoliquidation"},
		means: words{"AE is for supplies on which the buyer owes the VAT, such as services to businesses in other Member States (Directive 2006/112/EC, articles 194 to 199b).",
			"AE vise ce dont l'acheteur doit la TVA, comme les services aux entreprises d'autres États membres (directive 2006/112/CE, articles 194 à 199 ter)."},
		seller: &sellerTaxIDs, buyer: &buyerIDs,
		whyIDs: words{"The invoice has to show from whom to whom the VAT passes (Directive 2006/112/EC, article 226, points 3 and 4).",
			"La facture doit montrer de qui à qui passe la TVA (directive 2006/112/CE, article 226, points 3 et 4)."},
		rate: words{"0", "égal à 0"}, rateFix: words{noRateEN, noRateFR},
		reason: true,
		fix:    words{"Write “Reverse charge” (BT-120) or the code VATEX-EU-AE (BT-121).", "Indiquez « Autoliquidation » (BT-120) ou le code VATEX-EU-AE (BT-121)."},
	},
	{
		code: "K", name: words{"intra-Community supply", "livraison intracommunautaire"},
		means: words{"K is for goods that go to a business in another Member State (Directive 2006/112/EC, article 138). Services to it are AE.",
			"K vise les biens expédiés à une entreprise d'un autre État membre (directive 2006/112/CE, article 138). Les services relèvent de AE."},
		seller: &sellerVATIDs, buyer: &buyerVATID,
		whyIDs: words{"The exemption depends on the VAT identifiers of both sides; the seller tax registration identifier (BT-32) is not enough.",
			"L'exonération tient aux identifiants à la TVA des deux parties ; l'identification fiscale du vendeur (BT-32) ne suffit pas."},
		rate: words{"0", "égal à 0"}, rateFix: words{noRateEN, noRateFR},
		reason: true,
		fix: words{"Write “Intra-Community supply” (BT-120) or the code VATEX-EU-IC (BT-121).",
			"Indiquez « Livraison intracommunautaire » (BT-120) ou le code VATEX-EU-IC (BT-121)."},
		more: intraCommunityRules,
	},
	{
		code: "G", name: words{"export outside the EU", "exportation hors UE"},
		means: words{"G is for goods that leave the European Union (Directive 2006/112/EC, article 146).",
			"G vise les biens qui quittent l'Union européenne (directive 2006/112/CE, article 146)."},
		seller: &sellerVATIDs,
		whyIDs: words{"The seller tax registration identifier (BT-32) is not enough here.",
			"L'identification fiscale du vendeur (BT-32) ne suffit pas ici."},
		rate: words{"0", "égal à 0"}, rateFix: words{noRateEN, noRateFR},
		reason: true,
		fix:    words{"Write “Export outside the EU” (BT-120) or the code VATEX-EU-G (BT-121).", "Indiquez « Exportation hors UE » (BT-120) ou le code VATEX-EU-G (BT-121)."},
	},
	{
		code: "O", name: words{"not subject to VAT", "hors du champ de la TVA"},
		means: words{"O is for what lies outside VAT altogether, such as compensation for damage. Exempt supplies are E.",
			"O vise ce qui sort du champ de la TVA, comme des dommages et intérêts. Ce qui est exonéré relève de E."},
		whyIDs: words{"A VAT identifier would suggest that VAT applies. The seller must still be known, by BT-29 or BT-30 (see BR-CO-26).",
			"Un identifiant à la TVA ferait croire que la TVA s'applique. Le vendeur doit rester reconnaissable, par BT-29 ou BT-30 (voir BR-CO-26)."},
		rate:    words{"left out", "omis"},
		rateFix: words{"Remove the rate, even if it is 0. If VAT is charged, the category is S.", "Supprimez le taux, même égal à 0. Si de la TVA est facturée, la catégorie est S."},
		reason:  true,
		fix:     words{"Say in words why there is no VAT (BT-120), or write the code VATEX-EU-O (BT-121).", "Dites en clair pourquoi il n'y a pas de TVA (BT-120), ou indiquez le code VATEX-EU-O (BT-121)."},
		more:    outsideRules,
	},
	{
		code: "L", name: words{"IGIC of the Canary Islands", "IGIC des îles Canaries"}, several: true,
		means: words{"IGIC takes the place of VAT in the Canary Islands, where VAT does not apply (Directive 2006/112/EC, article 6).",
			"L'IGIC remplace la TVA aux îles Canaries, où la TVA ne s'applique pas (directive 2006/112/CE, article 6)."},
		seller: &sellerTaxIDs, whyIDs: words{localIDEN, localIDFR},
		rate:    words{"0 or above, and in CII above 0", "positif ou nul, et en CII supérieur à 0"},
		rateFix: words{"State the rate of IGIC as a percentage, 7 for 7%.", "Indiquez le taux de l'IGIC en pourcentage, 7 pour 7 %."},
	},
	{
		code: "M", name: words{"IPSI of Ceuta and Melilla", "IPSI de Ceuta et Melilla"}, several: true,
		means: words{"IPSI takes the place of VAT in Ceuta and Melilla, where VAT does not apply (Directive 2006/112/EC, article 6).",
			"L'IPSI remplace la TVA à Ceuta et Melilla, où la TVA ne s'applique pas (directive 2006/112/CE, article 6)."},
		seller: &sellerTaxIDs, whyIDs: words{localIDEN, localIDFR},
		rate:    words{"0 or above", "positif ou nul"},
		rateFix: words{"State the rate of IPSI as a percentage, 4 for 4%.", "Indiquez le taux de l'IPSI en pourcentage, 4 pour 4 %."},
	},
}

// vatRule returns the rule of a VAT category, by its identifier and the part of that before the number.
func vatRule(prefix, id string) (Rule, bool) {
	for i := range vatWordings {
		w := &vatWordings[i]
		if categoryOf(w.code).prefix != prefix {
			continue
		}
		for _, template := range vatTemplates {
			if template.number == id[len(prefix)+1:] {
				return template.rule(w), true
			}
		}
		return findRow(w.more, id, clauseVAT)
	}
	return Rule{}, false
}

// vatTemplate is a rule that every category has.
type vatTemplate struct {
	number string
	build  func(*vatWording) Rule // all but the identifier and the clause
}

var vatTemplates = [...]vatTemplate{
	{"01", vatInBreakdown},
	{"02", func(w *vatWording) Rule { return vatIdentifiers(w, aLine, BT151) }},
	{"03", func(w *vatWording) Rule { return vatIdentifiers(w, anAllowance, BT95) }},
	{"04", func(w *vatWording) Rule { return vatIdentifiers(w, aCharge, BT102) }},
	{"05", func(w *vatWording) Rule { return vatRate(w, aLine, BT151, BT152) }},
	{"06", func(w *vatWording) Rule { return vatRate(w, anAllowance, BT95, BT96) }},
	{"07", func(w *vatWording) Rule { return vatRate(w, aCharge, BT102, BT103) }},
	{"08", vatTaxable},
	{"09", vatTax},
	{"10", vatReason},
}

func (t vatTemplate) rule(w *vatWording) Rule {
	rule := t.build(w)
	rule.ID, rule.Cites = categoryOf(w.code).rule(t.number), clauseVAT
	return rule
}

// text returns a text in which {category} stands for the category: "S (standard or reduced rate)", and with terms behind it, as in
// "{category} (BT-118)", "S (standard or reduced rate; BT-118)".
func (w *vatWording) text(en, fr string) report.Text {
	nameEN, nameFR := string(w.code)+" ("+w.name.EN, string(w.code)+" ("+w.name.FR
	en = strings.ReplaceAll(en, "{category} (", nameEN+"; ")
	fr = strings.ReplaceAll(fr, "{category} (", nameFR+" ; ")
	return report.Text{EN: strings.ReplaceAll(en, "{category}", nameEN+")"), FR: strings.ReplaceAll(fr, "{category}", nameFR+")")}
}
