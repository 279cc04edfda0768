package schemas

import "github.com/fxinvoice/fx/report"

// message is what a finding says and what to do about it.
type message struct{ text, fix report.Text }

func say(en, fr, fixEN, fixFR string) message {
	return message{report.Text{EN: en, FR: fr}, report.Text{EN: fixEN, FR: fixFR}}
}

// The messages, with what is done about each.
var (
	msgRoot = say(
		"The document begins with {name}; the schema {schema} begins with {expected}.",
		"Le document commence par {name} ; le schéma {schema} commence par {expected}.",
		"Check that this is the right file, or choose the schema of its format.",
		"Vérifiez que c'est le bon fichier, ou choisissez le schéma de son format.",
	)
	msgRootSpace = say(
		"The root element {name} is in the namespace “{space}”; the schema {schema} wants “{wanted}”.",
		"L'élément racine {name} est dans l'espace de noms « {space} » ; le schéma {schema} veut « {wanted} ».",
		"Declare the namespace exactly so on the root element.",
		"Déclarez exactement cet espace de noms sur l'élément racine.",
	)
	msgFirst = say(
		"{name} has no place here in {parent}, which may begin with {expected}.",
		"{name} n'a pas sa place ici dans {parent}, qui peut commencer par {expected}.",
		"Remove it, or put its content where the schema has room for it.",
		"Supprimez-le, ou mettez son contenu là où le schéma le prévoit.",
	)
	msgAfter = say(
		"{name} has no place here in {parent}. After {previous} may come {expected}.",
		"{name} n'a pas sa place ici dans {parent}. Après {previous} peut venir {expected}.",
		"Remove it, or put its content where the schema has room for it.",
		"Supprimez-le, ou mettez son contenu là où le schéma le prévoit.",
	)
	msgNothingAfter = say(
		"{name} has no place in {parent}: nothing may come after {previous}.",
		"{name} n'a pas sa place dans {parent} : rien ne peut suivre {previous}.",
		"Remove it, or put its content where the schema has room for it.",
		"Supprimez-le, ou mettez son contenu là où le schéma le prévoit.",
	)
	msgSpace = say(
		"{name} in {parent} is in the namespace “{space}”, which the schema does not know; {near} is in “{wanted}”.",
		"{name} dans {parent} est dans l'espace de noms « {space} », que le schéma ne connaît pas ; {near} est dans « {wanted} ».",
		"Correct the declaration of this namespace; that mends every element in it.",
		"Corrigez la déclaration de cet espace de noms ; cela répare tous ses éléments.",
	)
	msgTooEarly = say(
		"{name} stands too early in {parent}: {missing} must come first.",
		"{name} arrive trop tôt dans {parent} : il doit suivre {missing}.",
		"Move {name} behind {missing}.",
		"Déplacez {name} après {missing}.",
	)
	msgTooLate = say(
		"{name} stands too late in {parent}: it must come before {next}.",
		"{name} arrive trop tard dans {parent} : il doit précéder {next}.",
		"Move {name} before {next}.",
		"Déplacez {name} avant {next}.",
	)
	msgTwice = say(
		"{parent} may have {name} only once; this is one too many.",
		"{parent} n'admet {name} qu'une seule fois ; celui-ci est en trop.",
		"Keep the right one and remove the other.",
		"Gardez le bon et supprimez l'autre.",
	)
	msgTooMany = say(
		"{parent} may have {name} {max} times at most; this is one too many.",
		"{parent} n'admet {name} que {max} fois au plus ; celui-ci est en trop.",
		"Remove what is too many.",
		"Supprimez ce qui est en trop.",
	)
	msgMissing = say(
		"{parent} lacks {missing}, which must come before {next}.",
		"Il manque {missing} dans {parent}, avant {next}.",
		"Add {missing}.",
		"Ajoutez {missing}.",
	)
	msgMissingEnd = say(
		"{parent} lacks {missing}.",
		"Il manque {missing} dans {parent}.",
		"Add {missing}.",
		"Ajoutez {missing}.",
	)
	msgMissingAfter = say(
		"{parent} lacks {missing} after {previous}.",
		"Il manque {missing} dans {parent}, après {previous}.",
		"Add {missing}.",
		"Ajoutez {missing}.",
	)
	msgUnfinished = say(
		"{parent} is not complete: it still needs {expected}.",
		"{parent} est incomplet : il y manque {expected}.",
		"Add what is missing.",
		"Ajoutez ce qui manque.",
	)
	msgUndeclared = say(
		"{name} is not known to the schema, and {parent} admits known elements only.",
		"Le schéma ne connaît pas {name}, et {parent} n'admet que des éléments connus.",
		"Remove it.",
		"Supprimez-le.",
	)
	msgText = say(
		"{name} holds the text “{value}” between its elements; only elements may stand there.",
		"{name} contient le texte « {value} » entre ses éléments ; seuls des éléments sont permis à cet endroit.",
		"Remove the text, or put it into the element that it belongs to.",
		"Supprimez ce texte, ou mettez-le dans l'élément auquel il appartient.",
	)
	msgChildInValue = say(
		"{parent} holds a value only, but {name} stands in it.",
		"{parent} ne contient qu'une valeur, mais {name} s'y trouve.",
		"Remove {name} and keep its text, if that is the value.",
		"Supprimez {name} et gardez son texte si c'est la valeur.",
	)
	msgNotEmpty = say(
		"{name} must be empty, without so much as a space.",
		"{name} doit être vide, sans même une espace.",
		"Remove what stands between its tags.",
		"Supprimez ce qui se trouve entre ses balises.",
	)
	msgValue = say(
		"{what} is “{value}”, but must be {kind}.",
		"{what} vaut « {value} », mais doit être {kind}.",
		"",
		"",
	)
	msgEmpty = say(
		"{what} is empty, but must be {kind}.",
		"{what} est vide, mais doit être {kind}.",
		"Fill in the value, or remove the element or attribute if you have none.",
		"Renseignez la valeur, ou supprimez l'élément ou l'attribut si vous n'en avez pas.",
	)
	msgPrefix = say(
		"{what} is “{value}”, but no namespace is declared for this prefix.",
		"{what} vaut « {value} », mais aucun espace de noms n'est déclaré pour ce préfixe.",
		"Declare the prefix.",
		"Déclarez le préfixe.",
	)
	msgShort = say(
		"{what} is “{value}”, but needs at least {min} characters.",
		"{what} vaut « {value} », mais il faut au moins {min} caractères.",
		"Give the full value.",
		"Donnez la valeur complète.",
	)
	msgLong = say(
		"{what} is “{value}”, but may have {max} characters at most.",
		"{what} vaut « {value} », mais ne peut dépasser {max} caractères.",
		"Shorten the value.",
		"Raccourcissez la valeur.",
	)
	msgEnum = say(
		"{what} is “{value}”, but must be {expected}.",
		"{what} vaut « {value} », mais doit être {expected}.",
		"Write one of the allowed values exactly so.",
		"Écrivez exactement l'une des valeurs permises.",
	)
	msgFixed = say(
		"{what} is “{value}”, but the schema fixes it to “{expected}”.",
		"{what} vaut « {value} », mais le schéma impose « {expected} ».",
		"Write this value, or leave it out.",
		"Écrivez cette valeur, ou omettez-la.",
	)
	msgAttribute = say(
		"{name} has no attribute {attribute}.",
		"{name} n'admet pas l'attribut {attribute}.",
		"Remove the attribute.",
		"Supprimez l'attribut.",
	)
	msgMissingAttribute = say(
		"{name} lacks the attribute {missing}.",
		"Il manque l'attribut {missing} sur {name}.",
		"Add {missing}.",
		"Ajoutez {missing}.",
	)
	msgMissingAttributes = say(
		"{name} lacks the attributes {missing}.",
		"Il manque les attributs {missing} sur {name}.",
		"Add {missing}.",
		"Ajoutez {missing}.",
	)
	msgAbstract = say(
		"{name} has the abstract type {type}, which no element can have as it is.",
		"{name} est du type abstrait {type}, qu'aucun élément ne peut avoir tel quel.",
		"Name a concrete type with xsi:type.",
		"Indiquez un type concret avec xsi:type.",
	)
	msgTypeUnknown = say(
		"{name} claims the type “{value}”, which the schema does not have.",
		"{name} se dit du type « {value} », que le schéma ne connaît pas.",
		"Remove xsi:type.",
		"Supprimez xsi:type.",
	)
	msgTypeForeign = say(
		"{name} claims the type “{value}”, which does not derive from its own type {type}.",
		"{name} se dit du type « {value} », qui ne dérive pas de son propre type {type}.",
		"Remove xsi:type.",
		"Supprimez xsi:type.",
	)
	msgNil = say(
		"{name} carries xsi:nil, which the schema does not allow on it.",
		"{name} porte xsi:nil, que le schéma n'y permet pas.",
		"Remove xsi:nil, and the element too if it has no value.",
		"Supprimez xsi:nil, et l'élément aussi s'il n'a pas de valeur.",
	)
	msgDuplicateID = say(
		"{what} repeats the identifier “{value}” of line {line}.",
		"{what} reprend l'identifiant « {value} » de la ligne {line}.",
		"Give each its own identifier.",
		"Donnez à chacun son propre identifiant.",
	)
	msgDangling = say(
		"{what} refers to “{value}”, but nothing in the document has this identifier.",
		"{what} renvoie à « {value} », mais rien dans le document ne porte cet identifiant.",
		"Correct the reference.",
		"Corrigez le renvoi.",
	)
)

// What to do, where it depends on what was found.
var (
	fixNear    = report.Text{EN: "Did you mean {near}?", FR: "Vouliez-vous écrire {near} ?"}
	fixSpace   = report.Text{EN: "It is {near} that belongs here, in the namespace “{space}”: check the prefix.", FR: "C'est {near} qui a sa place ici, dans l'espace de noms « {space} » : vérifiez le préfixe."}
	fixWrapper = report.Text{EN: "Put it into {wrapper}, which may stand here.", FR: "Mettez-le dans {wrapper}, qui peut se trouver ici."}
	fixHome    = report.Text{EN: "It belongs in {home}: move it there.", FR: "Il a sa place dans {home} : déplacez-le."}
	// What stands elsewhere in the schema may mean another thing there: nobody is told to move it.
	fixElsewhere = report.Text{EN: "This schema has it in {home} only: remove it, unless that is what you mean.", FR: "Ce schéma ne le connaît que dans {home} : supprimez-le, sauf si c'est ce que vous vouliez dire."}
	fixComma     = report.Text{EN: "Write a point before the decimals, no comma.", FR: "Écrivez un point devant les décimales, pas de virgule."}
	fixSpaces    = report.Text{EN: "Write the number without spaces or other marks between its digits.", FR: "Écrivez le nombre sans espaces ni autres signes entre ses chiffres."}
	fixUnit      = report.Text{EN: "Write the number alone; currency, unit and percent sign have their own places.", FR: "Écrivez le nombre seul ; la devise, l'unité et le signe pour cent ont leur propre place."}
	fixDate      = report.Text{EN: "Write year, month and day with hyphens: 2026-01-31.", FR: "Écrivez l'année, le mois et le jour avec des tirets : 2026-01-31."}
	fixRealDate  = report.Text{EN: "Check the day: the calendar does not have it.", FR: "Vérifiez le jour : il n'existe pas au calendrier."}
	fixBoolean   = report.Text{EN: "Write true or false, in lower case.", FR: "Écrivez true ou false, en minuscules."}
	fixBase64    = report.Text{EN: "Encode the file again; what is there is cut off or damaged.", FR: "Encodez à nouveau le fichier ; ce qui s'y trouve est tronqué ou abîmé."}
	fixValue     = report.Text{EN: "Correct the value.", FR: "Corrigez la valeur."}
	wordForeign  = report.Text{EN: "an element of another namespace", FR: "un élément d'un autre espace de noms"}
	moreOne      = report.Text{EN: "{n} other", FR: "{n} autre"}
	moreMany     = report.Text{EN: "{n} others", FR: "{n} autres"}
)
