package explain

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

var (
	passes = report.Text{EN: "passes (* what differs)", FR: "conforme (* ce qui diffère)"}
	fails  = report.Text{EN: "fails (> where fx points)", FR: "non conforme (> l'endroit que fx indique)"}

	nothing = report.Text{EN: "(nothing stands here)", FR: "(rien ne figure ici)"}

	about     = report.Text{EN: "What it is about", FR: "De quoi il s'agit"}
	whatFXSay = report.Text{EN: "What fx says", FR: "Ce que fx en dit"}
	example   = report.Text{EN: "Example in {syntax}", FR: "Exemple en {syntax}"}
	tested    = report.Text{EN: "Where it is tested", FR: "Où elle est testée"}
	howMuch   = report.Text{EN: "How much it matters", FR: "Sa gravité"}
	knownFrom = report.Text{EN: "Where it is known from", FR: "D'où elle est connue"}
	places    = report.Text{EN: "Where it stands", FR: "Où il figure"}
	inGroup   = report.Text{EN: "What is in it", FR: "Ce qu'il contient"}
	rulesOf   = report.Text{EN: "Rules about it", FR: "Règles qui en parlent"}

	never = report.Text{EN: "never fires: the official test lets everything pass", FR: "ne se déclenche jamais : le test officiel laisse tout passer"}
	odd   = report.Text{EN: "The official test looks where nobody writes anything: no document that fits the schema breaks this rule in {syntax}.",
		FR: "Le test officiel regarde là où personne n'écrit rien : aucun document conforme au schéma n'enfreint cette règle en {syntax}."}
	element  = report.Text{EN: "element", FR: "élément"}
	test     = report.Text{EN: "test", FR: "test"}
	computed = report.Text{EN: "computed: no single expression says it", FR: "un calcul : aucune expression ne suffit à le dire"}
	andMore  = report.Text{EN: "and {n} more", FR: "et {n} autres"}
	cited    = report.Text{EN: "Source: {clause}.", FR: "Source : {clause}."}

	severities = [...]report.Text{
		report.Error: {EN: "error", FR: "erreur"}, report.Warning: {EN: "warning", FR: "avertissement"}, report.Info: {EN: "info", FR: "information"}}

	often   = report.Text{EN: "how often", FR: "combien de fois"}
	kind    = report.Text{EN: "type", FR: "type"}
	list    = report.Text{EN: "code list", FR: "liste de codes"}
	inside  = report.Text{EN: "in", FR: "dans"}
	invoice = report.Text{EN: "the invoice", FR: "la facture"}
	other   = report.Text{EN: "in French", FR: "en anglais"}

	cards = [...]report.Text{
		en16931.Optional:         {EN: "0..1: at most once", FR: "0..1 : au plus une fois"},
		en16931.Required:         {EN: "1..1: just once", FR: "1..1 : exactement une fois"},
		en16931.Repeated:         {EN: "0..n: as often as needed", FR: "0..n : autant de fois que nécessaire"},
		en16931.RequiredRepeated: {EN: "1..n: at least once", FR: "1..n : au moins une fois"},
	}
	frenchTypes = [...]string{
		en16931.TypeGroup: "groupe", en16931.TypeAmount: "montant", en16931.TypeUnitPriceAmount: "prix unitaire", en16931.TypeQuantity: "quantité",
		en16931.TypePercentage: "pourcentage", en16931.TypeIdentifier: "identifiant", en16931.TypeDocumentReference: "référence de document",
		en16931.TypeCode: "code", en16931.TypeDate: "date", en16931.TypeText: "texte", en16931.TypeBinaryObject: "objet binaire",
		en16931.TypeAttribute: "attribut",
	}

	categoryOf = report.Text{EN: "VAT category (BT-118, BT-151, BT-95, BT-102): {name}.", FR: "Catégorie de TVA (BT-118, BT-151, BT-95, BT-102) : {name}."}
	named      = report.Text{EN: "Its rules are called {prefix}.", FR: "Ses règles s'appellent {prefix}."}
	ofCategory = report.Text{EN: "VAT category {code}", FR: "catégorie de TVA {code}"}
	itsRules   = report.Text{EN: "Its rules", FR: "Ses règles"}
)

// How two documents differ.
var (
	instead     = report.Text{EN: "{element} is {bad} instead of {good}", FR: "{element} vaut {bad} au lieu de {good}"}
	emptied     = report.Text{EN: "{element} is empty instead of {good}", FR: "{element} est vide au lieu de {good}"}
	without     = report.Text{EN: "{element} is missing", FR: "{element} manque"}
	added       = report.Text{EN: "there is {element}", FR: "il y a {element}"}
	addedValue  = report.Text{EN: "{element} is there, with {bad}", FR: "{element} est présent, avec {bad}"}
	attrInstead = report.Text{EN: "{attr} of {element} is {bad} instead of {good}", FR: "{attr} de {element} vaut {bad} au lieu de {good}"}
	attrWithout = report.Text{EN: "{element} lacks {attr}", FR: "{element} n'a pas {attr}"}
	attrAdded   = report.Text{EN: "{element} has {attr}", FR: "{element} a {attr}"}
)

// What a rule of a syntax asks, by its expression.
var (
	asksNone    = report.Text{EN: "{path} has no place in an invoice of the standard.", FR: "{path} n'a pas sa place dans une facture conforme à la norme."}
	asksNothing = report.Text{EN: "Elements and attributes that a profile of Factur-X does not use are not there.",
		FR: "Les éléments et attributs qu'un profil Factur-X n'emploie pas sont absents."}
	asksNoAttr   = report.Text{EN: "The attribute {path} is not used.", FR: "L'attribut {path} n'est pas employé."}
	asksOnce     = report.Text{EN: "{path} stands at most once.", FR: "{path} figure au plus une fois."}
	asksAtMost   = report.Text{EN: "{path} stands at most {n} times.", FR: "{path} figure au plus {n} fois."}
	asksJustOnce = report.Text{EN: "{path} stands just once.", FR: "{path} figure exactement une fois."}
	asksThere    = report.Text{EN: "{path} is there.", FR: "{path} est présent."}
	asksDecimals = report.Text{EN: "The amount has at most {n} decimals.", FR: "Le montant a au plus {n} décimales."}
	asksDate     = report.Text{EN: "A date in format 102 is a day written YYYYMMDD.", FR: "Une date au format 102 est un jour écrit AAAAMMJJ."}
	asksCode     = report.Text{EN: "{path} is a code of the list {list}.", FR: "{path} est un code de la liste {list}."}
	asksSyntax   = report.Text{EN: "A rule of the binding to this syntax, not of the standard itself.", FR: "Une règle de la transposition dans cette syntaxe, non de la norme elle-même."}
	fixNoAttr    = report.Text{EN: "Remove the attribute.", FR: "Retirez l'attribut."}
	fixNone      = report.Text{EN: "Remove it, or move what it says to a term of the standard: recipients may ignore it.",
		FR: "Retirez-le, ou portez ce qu'il dit dans un champ de la norme : les destinataires peuvent l'ignorer."}
)

// The pages of the documentation.
var (
	generated    = report.Text{EN: "Written by go generate in internal/explain.", FR: "Écrit par go generate dans internal/explain."}
	columns      = report.Text{EN: "rule | severity | looks at | asks", FR: "règle | gravité | regarde | demande"}
	wholeInvoice = report.Text{EN: "the invoice", FR: "la facture"}
)
