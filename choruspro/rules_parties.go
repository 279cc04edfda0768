package choruspro

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// partyRules are about who the seller and the buyer are.
var partyRules = []rule{
	{
		id: "CP-03", terms: []en16931.Term{en16931.BT47}, sources: []string{"S14", "S29"}, check: buyerSIRET,
		levels: []level{
			{report.Error, Confirmed, words{"if there is no SIRET", "s'il n'y a pas de SIRET"}},
			{report.Info, Confirmed, words{"if white space stands around it", "s'il est entouré d'espaces"}},
		},
		asks: words{"The buyer is identified by its SIRET (BT-47), 14 digits.", "Le destinataire est identifié par son SIRET (BT-47), 14 chiffres."},
		why: words{"Recipients on Chorus Pro are French public bodies, found by their SIRET. The SIREN, nine digits, is not enough, nor is the VAT number.",
			"Les destinataires de Chorus Pro sont des entités publiques françaises, trouvées par leur SIRET. Le SIREN, neuf chiffres, ne suffit pas, ni le numéro de TVA."},
		cases: []said{
			{
				text: words{"The buyer's identifier “{found}” (BT-47) is no SIRET, which has 14 digits.", "L'identifiant « {found} » du destinataire (BT-47) n'est pas un SIRET, qui compte 14 chiffres."},
				fix:  words{"Write the recipient's SIRET, without spaces. Its purchase order or Chorus Pro's directory has it.", "Indiquez le SIRET du destinataire, sans espaces. Il figure sur le bon de commande et dans l'annuaire de Chorus Pro."},
			},
			{
				name: "missing",
				text: words{"The buyer's SIRET (BT-47) is missing.", "Le SIRET du destinataire (BT-47) manque."},
				fix:  words{"Add the recipient's SIRET. Its purchase order or Chorus Pro's directory has it.", "Ajoutez le SIRET du destinataire. Il figure sur le bon de commande et dans l'annuaire de Chorus Pro."},
			},
			{
				name: "padding",
				text: words{"The buyer's SIRET (BT-47) stands between spaces or line breaks, which Chorus Pro removes.",
					"Le SIRET du destinataire (BT-47) est entouré d'espaces ou de sauts de ligne, que Chorus Pro retire."},
				fix: words{"Write the 14 digits alone.", "Écrivez les 14 chiffres seuls."},
			},
		},
	},
	{
		id: "CP-04", terms: []en16931.Term{en16931.BT30}, sources: []string{"S7", "S24"}, check: sellerSIRET,
		levels: []level{
			{report.Error, Confirmed, words{"if there is no identifier, or no SIRET where one is due", "s'il n'y a pas d'identifiant, ou pas de SIRET quand il en faut un"}},
			{report.Info, Confirmed, words{"if white space stands around it", "s'il est entouré d'espaces"}},
		},
		asks: words{"The seller is identified (BT-30): by its SIRET, 14 digits, if it is in France or its overseas departments.",
			"Le fournisseur est identifié (BT-30) : par son SIRET, 14 chiffres, s'il est en France ou outre-mer dans un département."},
		why: words{"A seller from elsewhere has an identifier of another type: 2 for the EU, 3 beyond it, 4 RIDET, 5 Tahiti, 6 others. Without a type and without a country, the identifier has to be a SIRET.",
			"Un fournisseur d'ailleurs a un identifiant d'un autre type : 2 pour l'UE, 3 au-delà, 4 RIDET, 5 Tahiti, 6 autres. Sans type ni pays, il faut un SIRET."},
		cases: []said{
			{
				text: words{"The seller's identifier “{found}” (BT-30) is no SIRET, which has 14 digits.", "L'identifiant « {found} » du fournisseur (BT-30) n'est pas un SIRET, qui compte 14 chiffres."},
				fix: words{"Write the seller's SIRET, without spaces, or the type of identifier (1 to 6) if the seller is not in France.",
					"Indiquez le SIRET du fournisseur, sans espaces, ou le type d'identifiant (1 à 6) si le fournisseur n'est pas en France."},
			},
			{
				name: "missing",
				text: words{"The seller's identifier for Chorus Pro (BT-30) is missing.", "L'identifiant du fournisseur pour Chorus Pro (BT-30) manque."},
				fix:  words{"Add the seller's SIRET.", "Ajoutez le SIRET du fournisseur."},
			},
			{
				name: "padding",
				text: words{"The seller's SIRET (BT-30) stands between spaces or line breaks, which Chorus Pro removes.",
					"Le SIRET du fournisseur (BT-30) est entouré d'espaces ou de sauts de ligne, que Chorus Pro retire."},
				fix: words{"Write the 14 digits alone.", "Écrivez les 14 chiffres seuls."},
			},
		},
	},
	{
		id: "CP-18", terms: []en16931.Term{en16931.BT30}, levels: errorConfirmed, sources: []string{"S20", "S24"}, check: foreignSeller,
		asks: words{"A seller's identifier of type 2 is a VAT number of another EU country; one of type 3 is the code of a country and the first 16 characters of the name.",
			"L'identifiant d'un fournisseur de type 2 est un numéro de TVA d'un autre pays de l'UE ; de type 3, le code d'un pays et les 16 premiers caractères du nom."},
		cases: []said{
			{
				name: "vat",
				text: words{"The seller's identifier “{found}” (BT-30) is of type 2, and does not begin with the letters of another EU country.",
					"L'identifiant « {found} » du fournisseur (BT-30) est de type 2 et ne commence pas par les lettres d'un autre pays de l'UE."},
				fix: words{"Write the whole VAT number, letters included: BE0123456789. A seller with a SIRET takes type 1.",
					"Indiquez le numéro de TVA entier, lettres comprises : BE0123456789. Un fournisseur qui a un SIRET prend le type 1."},
			},
			{
				name: "country",
				text: words{"The seller's identifier “{found}” (BT-30) is of type 3, and does not begin with the two letters of a country.",
					"L'identifiant « {found} » du fournisseur (BT-30) est de type 3 et ne commence pas par les deux lettres d'un pays."},
				fix: words{"Write the country in two capitals, then the first 16 characters of the name.", "Indiquez le pays en deux capitales, puis les 16 premiers caractères du nom."},
			},
			{
				name: "length",
				text: words{"The seller's identifier “{found}” (BT-30) is of type 3, and has {length} characters: more than 18.",
					"L'identifiant « {found} » du fournisseur (BT-30) est de type 3 et compte {length} caractères : plus de 18."},
				fix: words{"Write the country in two capitals, then the first 16 characters of the name.", "Indiquez le pays en deux capitales, puis les 16 premiers caractères du nom."},
			},
		},
	},
	{
		id: "CP-20", terms: []en16931.Term{en16931.BT30, en16931.BT47}, levels: warnConfirmed, sources: []string{"S9", "S14", "S20"}, check: checkDigits,
		asks: words{"The check digit of a SIRET is right.", "La clé de contrôle d'un SIRET est juste."},
		why: words{"The portal itself does not test it: its own qualification data fail. A SIRET that it does not know is refused all the same, and a wrong digit is the usual cause. La Poste's numbers have no such digit.",
			"Le portail lui-même ne la vérifie pas : ses propres données de qualification n'y répondent pas. Il refuse pourtant un SIRET inconnu, et un chiffre faux en est la cause ordinaire. Les numéros de La Poste n'ont pas cette clé."},
		cases: []said{
			{
				name: "seller",
				text: words{"The seller's SIRET {found} (BT-30) has a wrong check digit.", "Le SIRET {found} du fournisseur (BT-30) a une clé de contrôle fausse."},
				fix:  words{"Compare it with the seller's registration.", "Comparez-le avec l'immatriculation du fournisseur."},
			},
			{
				name: "buyer",
				text: words{"The buyer's SIRET {found} (BT-47) has a wrong check digit.", "Le SIRET {found} du destinataire (BT-47) a une clé de contrôle fausse."},
				fix:  words{"Compare it with the purchase order or with Chorus Pro's directory.", "Comparez-le avec le bon de commande ou avec l'annuaire de Chorus Pro."},
			},
		},
	},
	{
		id: "CP-50", terms: []en16931.Term{en16931.BT30, en16931.BT47}, levels: warnLikely, sources: []string{"S10", "S14", "S18", "S29"}, check: doubtfulIDs,
		asks: words{"The identifiers of seller and buyer stand where Chorus Pro is known to read them, with a type that it knows.",
			"Les identifiants du fournisseur et du destinataire se trouvent là où Chorus Pro les lit, avec un type qu'il connaît."},
		cases: []said{
			{
				name: "register",
				text: words{"The identifier “{found}” stands where UBL has the trade register (CompanyID); Chorus Pro reads PartyIdentification.",
					"L'identifiant « {found} » se trouve à la place du registre du commerce en UBL (CompanyID) ; Chorus Pro lit PartyIdentification."},
				fix: words{"Write the SIRET into PartyIdentification/ID, too.", "Indiquez aussi le SIRET dans PartyIdentification/ID."},
			},
			{
				name: "scheme",
				text: words{"The identifier “{found}” is of the type “{scheme}”, which Chorus Pro is not known to read.",
					"L'identifiant « {found} » est du type « {scheme} », que Chorus Pro ne lit pas à notre connaissance."},
				fix: words{"Write the SIRET under 0009, or the type of identifier that Chorus Pro knows.", "Indiquez le SIRET sous 0009, ou le type d'identifiant que connaît Chorus Pro."},
			},
			{
				name: "buyer",
				text: words{"The buyer's identifier “{found}” is of the type “{scheme}”; recipients on Chorus Pro have a SIRET, type 1.",
					"L'identifiant « {found} » du destinataire est du type « {scheme} » ; les destinataires de Chorus Pro ont un SIRET, type 1."},
				fix: words{"Write the recipient's SIRET, with type 1 or 0009.", "Indiquez le SIRET du destinataire, avec le type 1 ou 0009."},
			},
		},
	},
	{
		id: "CP-60", terms: []en16931.Term{en16931.BT30}, levels: warnLikely, sources: []string{"S15", "S24", "S26"}, check: pacificSeller,
		asks: words{"A RIDET or Tahiti number (types 4 and 5) has 9 or 10 characters.", "Un numéro RIDET ou Tahiti (types 4 et 5) compte 9 ou 10 caractères."},
		cases: []said{{
			text: words{"The seller's identifier “{found}” (BT-30) is a RIDET or Tahiti number of {length} characters; they have 9 or 10.",
				"L'identifiant « {found} » du fournisseur (BT-30) est un numéro RIDET ou Tahiti de {length} caractères ; ils en comptent 9 ou 10."},
			fix: words{"Write the number as the register has it.", "Indiquez le numéro tel qu'au registre."},
		}},
	},
}

func buyerSIRET(c *checker) { siretOf(c, c.buyer, buyerID) }

func sellerSIRET(c *checker) {
	due := c.seller.is == typeSIRET || c.seller.is == untyped && inFrance(c.first(sellerCountry).text)
	if c.seller.absent() || due {
		siretOf(c, c.seller, sellerID)
	}
}

// inFrance reports whether a country is one whose companies have a SIRET; without a country, that is taken for granted.
func inFrance(country string) bool {
	return slices.Contains([]string{"", "FR", "GP", "MQ", "GF", "RE", "YT", "BL", "MF", "PM"}, country)
}

// siretOf asks that an identifier, which stands in a place, is a SIRET.
func siretOf(c *checker, id identifier, p place) {
	switch {
	case id.absent():
		c.fail(problem{at: c.missing(p), name: "missing"})
	case !isSIRET(id.text):
		c.fail(problem{at: here(id.value), args: []report.Arg{foundArg(id.value)}})
	case c.tree.Text(id.node) != id.text:
		c.fail(problem{severity: report.Info, at: here(id.value), name: "padding"})
	}
}

// euPrefixes are the countries that VAT numbers of the EU begin with, but for France; XI is Northern Ireland.
var euPrefixes = []string{"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
	"PL", "PT", "RO", "SE", "SI", "SK", "XI"}

func foreignSeller(c *checker) {
	id := c.seller
	fail := func(name string, more ...report.Arg) {
		c.fail(problem{at: here(id.value), name: name, args: append([]report.Arg{foundArg(id.value)}, more...)})
	}
	switch id.is {
	case typeEU:
		if !slices.Contains(euPrefixes, strings.ToUpper(id.text[:min(2, len(id.text))])) && c.first(sellerCountry).text != "MC" {
			fail("vat")
		}
	case typeNonEU:
		if len(id.text) < 2 || !isCapital(id.text[0]) || !isCapital(id.text[1]) {
			fail("country")
		}
		if n := length(id.text); n > 18 {
			fail("length", report.A("length", n))
		}
	}
}

func isCapital(b byte) bool { return b >= 'A' && b <= 'Z' }

func checkDigits(c *checker) {
	wrong := func(id identifier) bool {
		return isSIRET(id.text) && !strings.HasPrefix(id.text, laPoste) && !luhn(id.text)
	}
	fail := func(id identifier, name string, t en16931.Term) {
		c.fail(problem{severity: report.Warning, at: here(id.value), name: name, terms: []en16931.Term{t}, args: []report.Arg{foundArg(id.value)}})
	}
	if id := c.seller; (id.is == typeSIRET || id.is == untyped) && wrong(id) {
		fail(id, "seller", en16931.BT30)
	}
	if wrong(c.buyer) {
		fail(c.buyer, "buyer", en16931.BT47)
	}
}

func doubtfulIDs(c *checker) {
	look := func(id identifier, t en16931.Term) {
		if id.doubt == none {
			return
		}
		args := []report.Arg{foundArg(id.value)}
		at := here(id.value)
		if id.doubt != register {
			args, at.attr = append(args, report.A("scheme", c.attr(id.node, id.attr))), id.attr
		}
		c.fail(problem{severity: report.Warning, at: at, name: string(id.doubt), terms: []en16931.Term{t}, args: args})
	}
	look(c.seller, en16931.BT30)
	look(c.buyer, en16931.BT47)
}

func pacificSeller(c *checker) {
	n := length(c.seller.text)
	if (c.seller.is == typeRIDET || c.seller.is == typeTahiti) && n != 9 && n != 10 {
		c.fail(problem{severity: report.Warning, at: here(c.seller.value), args: []report.Arg{foundArg(c.seller.value), report.A("length", n)}})
	}
}
