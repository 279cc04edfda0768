package en16931

import (
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// JSONError says why a document is no invoice in JSON. Each finding, but one on the whole document, has line, column and a path such as
// "terms.BG-25[2].BT-131".
type JSONError struct {
	Findings []report.Finding // in the order of the document, at least one, at most 100
	More     int              // how many were left out behind the last one
}

// mostJSONFindings is how many mistakes in one document are listed.
const mostJSONFindings = 100

// Error returns the first finding in English with its place, and says how many there are.
func (e *JSONError) Error() string {
	var b strings.Builder
	f := &e.Findings[0]
	if f.Line > 0 {
		fmt.Fprintf(&b, "line %d, column %d: ", f.Line, f.Column)
	}
	b.WriteString(strings.TrimSuffix(f.Message.In(report.EN, f.Args...), "."))
	if fix := f.Fix.In(report.EN, f.Args...); fix != "" {
		b.WriteString(" (" + strings.TrimSuffix(fix, ".") + ")")
	}
	if more := len(e.Findings) - 1 + e.More; more > 0 {
		fmt.Fprintf(&b, ", and %d more", more)
	}
	return b.String()
}

// jsonMessage is a mistake in a document.
type jsonMessage struct{ message, fix report.Text }

// What is not JSON; the reader stops there.
var (
	jsonEmpty = jsonMessage{report.Text{EN: "The document is empty.", FR: "Le document est vide."},
		report.Text{EN: "Check the export that wrote it.", FR: "Vérifiez l'export qui l'a produit."}}
	jsonCut = jsonMessage{report.Text{EN: "The document ends before it is complete.", FR: "Le document se termine avant d'être complet."},
		report.Text{EN: "It seems to be cut off: transfer or export it again.", FR: "Il semble tronqué : transférez-le ou exportez-le à nouveau."}}
	jsonNotUTF8 = jsonMessage{report.Text{EN: "From here on, the document is not UTF-8.", FR: "À partir d'ici, le document n'est pas en UTF-8."},
		report.Text{EN: "Export it in UTF-8.", FR: "Exportez-le en UTF-8."}}
	jsonValue = jsonMessage{report.Text{EN: "{found} stands where a value must begin.", FR: "{found} se trouve là où doit commencer une valeur."},
		report.Text{EN: "Write a text in double quotes, digits, an object or an array.",
			FR: "Écrivez un texte entre guillemets droits, des chiffres, un objet ou un tableau."}}
	jsonKey = jsonMessage{report.Text{EN: "{found} stands where a key must begin.", FR: "{found} se trouve là où doit commencer une clé."},
		report.Text{EN: `Write keys in double quotes: "BT-1".`, FR: `Écrivez les clés entre guillemets droits : "BT-1".`}}
	jsonColon = jsonMessage{report.Text{EN: "{found} stands where a colon must follow the key {key}.", FR: "{found} se trouve là où un deux-points doit suivre la clé {key}."},
		report.Text{EN: "Write a colon between key and value.", FR: "Écrivez un deux-points entre la clé et la valeur."}}
	jsonComma = jsonMessage{report.Text{EN: "{found} stands where a comma or {closing} must follow.", FR: "{found} se trouve là où doit suivre une virgule ou {closing}."},
		report.Text{EN: "Write a comma between two values.", FR: "Écrivez une virgule entre deux valeurs."}}
	jsonLastComma = jsonMessage{report.Text{EN: "A comma stands before {closing}.", FR: "Une virgule se trouve devant {closing}."},
		report.Text{EN: "Delete the comma behind the last value.", FR: "Supprimez la virgule après la dernière valeur."}}
	jsonOpen = jsonMessage{report.Text{EN: "The text that begins here does not end.", FR: "Le texte qui commence ici ne se termine pas."},
		report.Text{EN: "Close it with a double quote.", FR: "Fermez-le par un guillemet droit."}}
	jsonControl = jsonMessage{report.Text{EN: "A line end or control character stands in a text.", FR: "Une fin de ligne ou un caractère de contrôle se trouve dans un texte."},
		report.Text{EN: `Write it as an escape, a line end as \n.`, FR: `Écrivez-le sous forme d'échappement, une fin de ligne comme \n.`}}
	jsonEscape = jsonMessage{report.Text{EN: "{found} is no escape, or no whole character.", FR: "{found} n'est pas un échappement, ou pas un caractère entier."},
		report.Text{EN: `Write a backslash itself as \\.`, FR: `Écrivez la barre oblique inversée elle-même comme \\.`}}
	jsonDigits = jsonMessage{report.Text{EN: "{found} is no number as JSON writes it.", FR: "{found} n'est pas un nombre tel que JSON l'écrit."},
		report.Text{EN: "Write digits with a point before the decimals, without leading zeros; put anything else in double quotes.",
			FR: "Écrivez des chiffres avec un point devant les décimales, sans zéros en tête ; mettez tout le reste entre guillemets droits."}}
	jsonBehind = jsonMessage{report.Text{EN: "{found} stands behind the end of the document.", FR: "{found} se trouve après la fin du document."},
		report.Text{EN: "Write one invoice in a document, and nothing behind it.", FR: "Écrivez une seule facture par document, et rien après elle."}}
)

// What exceeds a limit: the rule is RD-LIMIT, as for documents in XML.
var (
	jsonLong = jsonMessage{message: report.Text{EN: "The document is larger than {limit} bytes.", FR: "Le document dépasse {limit} octets."}}
	jsonDeep = jsonMessage{message: report.Text{EN: "More than {limit} objects and arrays stand in each other.", FR: "Plus de {limit} objets et tableaux sont imbriqués."}}
	jsonMany = jsonMessage{message: report.Text{EN: "The document has more than {limit} groups and values of arrays.",
		FR: "Le document compte plus de {limit} groupes et valeurs de tableaux."}}
)

// What is JSON and no invoice; the reader goes on.
var (
	jsonRoot = jsonMessage{report.Text{EN: "The document is {is}, but must be an object.", FR: "Le document est {is}, mais doit être un objet."},
		report.Text{EN: `Write {{"terms":{{"BT-1":"…"}}.`, FR: `Écrivez {{"terms":{{"BT-1":"…"}}.`}}
	jsonForeign = jsonMessage{report.Text{EN: "This is JSON, but no invoice: it has no key terms.", FR: "C'est du JSON, mais pas une facture : il n'a pas de clé terms."},
		report.Text{EN: `An invoice in JSON is {{"terms":{{"BT-1":"…"}}, as fx show --json prints it.`, FR: `Une facture en JSON est {{"terms":{{"BT-1":"…"}}, telle que fx show --json l'affiche.`}}
	jsonMissing = jsonMessage{message: report.Text{EN: "The key {key} is missing in {in}.", FR: "La clé {key} manque dans {in}."}}
	jsonUnknown = jsonMessage{report.Text{EN: "There is no key {key} in {in}.", FR: "La clé {key} n'existe pas dans {in}."},
		report.Text{EN: "The keys there are {keys}.", FR: "Les clés y sont {keys}."}}
	jsonNear = jsonMessage{jsonUnknown.message,
		report.Text{EN: "Did you mean {near}?", FR: "Vouliez-vous écrire {near} ?"}}
	jsonNearElsewhere = jsonMessage{jsonUnknown.message,
		report.Text{EN: "Did you mean {near}? It belongs in {home}: {path}.", FR: "Vouliez-vous écrire {near} ? Sa place est dans {home} : {path}."}}
	jsonElsewhere = jsonMessage{report.Text{EN: "{key} ({name}) does not stand in {in}.", FR: "{key} ({name}) n'a pas sa place dans {in}."},
		report.Text{EN: "{key} belongs in {home}: {path}.", FR: "La place de {key} est dans {home} : {path}."}}
	jsonBeside = jsonMessage{jsonUnknown.message,
		report.Text{EN: `It belongs beside "terms": {{"{key}":…,"terms":{{…}}.`, FR: `Sa place est à côté de "terms" : {{"{key}":…,"terms":{{…}}.`}}
	jsonTwice = jsonMessage{report.Text{EN: "The key {key} stands twice in {in}; the first is in line {line}, column {column}.",
		FR: "La clé {key} se trouve deux fois dans {in} ; la première est ligne {line}, colonne {column}."},
		report.Text{EN: "Delete one of the two; what repeats is one key with an array.", FR: "Supprimez l'une des deux ; ce qui se répète est une seule clé avec un tableau."}}
	jsonExponent = jsonMessage{report.Text{EN: "{key} is {found}, with an exponent.", FR: "{key} vaut {found}, avec un exposant."},
		report.Text{EN: "Write all the digits: the invoice keeps them as they stand.", FR: "Écrivez tous les chiffres : la facture les garde tels quels."}}
	jsonNoneOf = jsonMessage{report.Text{EN: "{key} is {found}.", FR: "{key} vaut {found}."},
		report.Text{EN: "Write one of {expected}.", FR: "Écrivez l'une des valeurs {expected}."}}
	jsonNoTerm = jsonMessage{report.Text{EN: "{key} is {found}, which is no term.", FR: "{key} vaut {found}, qui n'est pas un terme."},
		report.Text{EN: "Write the number of a term, such as BT-131.", FR: "Écrivez le numéro d'un terme, comme BT-131."}}
)

// jsonWrongType is a value of the wrong type; the fix depends on both types.
var jsonWrongType = report.Text{EN: "{key} is {is}, but must be {want}.", FR: "{key} est {is}, mais doit être {want}."}

var (
	fixBrackets = report.Text{EN: "It can repeat: put it in square brackets, even when there is one.",
		FR: "Elle peut se répéter : mettez-la entre crochets, même s'il n'y en a qu'une."}
	fixNoBrackets = report.Text{EN: "It does not repeat: write it without square brackets.", FR: "Elle ne se répète pas : écrivez-la sans crochets."}
	fixQuotes     = report.Text{EN: "Put it in double quotes.", FR: "Mettez-la entre guillemets droits."}
	fixNull       = report.Text{EN: "Leave out the key of what is not in the invoice.", FR: "Omettez la clé de ce qui n'est pas dans la facture."}
)

// kindNames say what a value is.
var kindNames = [...]report.Text{
	jsonText: {EN: "a text", FR: "un texte"}, jsonNumber: {EN: "a number", FR: "un nombre"}, jsonObject: {EN: "an object", FR: "un objet"},
	jsonArray: {EN: "an array", FR: "un tableau"}, jsonBool: {EN: "a boolean", FR: "un booléen"}, jsonNull: {EN: "null", FR: "null"},
}
