package report

// The words that reports are made of, beside the texts of the rules. {n} is a
// number. French sets a no-break space before a colon and a semicolon.
var (
	wordAnd       = Text{" and ", " et "}
	wordSemicolon = Text{"; ", "\u00a0; "}
	wordColon     = Text{": ", "\u00a0: "}
	wordNotAsked  = Text{"not asked for", "non demandé"}
	wordFor       = Text{"for {target}", "pour {target}"}
	wordStdin     = Text{"standard input", "entrée standard"}
	wordSeveral   = Text{"several files together", "plusieurs fichiers ensemble"}

	wordErrors   = plural{Text{"{n} error", "{n} erreur"}, Text{"{n} errors", "{n} erreurs"}}
	wordWarnings = plural{Text{"{n} warning", "{n} avertissement"}, Text{"{n} warnings", "{n} avertissements"}}
	wordInfos    = plural{Text{"{n} note", "{n} remarque"}, Text{"{n} notes", "{n} remarques"}}
	wordFiles    = plural{Text{"{n} file", "{n} fichier"}, Text{"{n} files", "{n} fichiers"}}
	wordPlaces   = plural{Text{"{n} place", "{n} endroit"}, Text{"{n} places", "{n} endroits"}}
	wordMore     = plural{Text{"{n} more", "{n} autre"}, Text{"{n} more", "{n} autres"}}

	wordValid      = plural{Text{"{n} valid", "{n} valide"}, Text{"{n} valid", "{n} valides"}}
	wordInvalid    = plural{Text{"{n} invalid", "{n} invalide"}, Text{"{n} invalid", "{n} invalides"}}
	wordIncomplete = plural{Text{"{n} incomplete", "{n} incomplet"}, Text{"{n} incomplete", "{n} incomplets"}}
	wordUnreadable = plural{Text{"{n} unreadable", "{n} illisible"}, Text{"{n} unreadable", "{n} illisibles"}}

	wordMoreOf     = Text{"and {n} more of {rule}", "et encore {n} fois {rule}"}
	wordOnlyOne    = Text{"only {layers} was asked for", "contrôle demandé\u00a0: {layers} seulement"}
	wordOnlyMany   = Text{"only {layers} were asked for", "contrôles demandés\u00a0: {layers} seulement"}
	wordNotAll     = Text{"but not everything was checked", "mais tout n’a pas été contrôlé"}
	wordNoReason   = Text{"no reason given", "sans motif"}
	wordPage       = Text{"page {n}", "page {n}"}
	wordObject     = Text{"object {object}", "objet {object}"}
	wordLine       = Text{"line {n}", "ligne {n}"}
	wordLineColumn = Text{"line {n}, column {column}", "ligne {n}, colonne {column}"}
	wordMissing    = Text{"{place} (something is missing here)", "{place} (il manque quelque chose ici)"}
)

// The labels of lines.
var (
	labelChecked       = Text{"checked", "contrôlé"}
	labelNotChecked    = Text{"not checked", "non contrôlé"}
	labelNotExamined   = Text{"not examined", "non examiné"}
	labelNotApplicable = Text{"not applicable", "sans objet"}
	labelFailed        = Text{"could not be checked to the end", "contrôle interrompu"}
	labelReason        = Text{"reason", "motif"}
	labelDisabled      = Text{"rules switched off", "règles désactivées"}
	labelCheck         = Text{"check", "contrôle"}
	labelPlace         = Text{"place", "endroit"}
	labelPath          = Text{"path", "chemin"}
	labelTerms         = Text{"terms", "termes"}
	labelFound         = Text{"found", "trouvé"}
	labelExpected      = Text{"expected", "attendu"}
	labelFiles         = Text{"files", "fichiers"}
)

type plural struct{ one, many Text }

func (p plural) text(n int) Text { return Plural(n, p.one, p.many) }

func (p plural) in(lang Lang, n int) string { return p.text(n).In(lang) }

// name returns the severity as people read it.
func (s Severity) name() Text {
	switch s {
	case Warning:
		return Text{"warning", "avertissement"}
	case Info:
		return Text{"note", "remarque"}
	}
	return Text{"error", "erreur"}
}

func (v Verdict) name() Text {
	switch v {
	case Valid:
		return Text{"VALID", "VALIDE"}
	case Invalid:
		return Text{"INVALID", "INVALIDE"}
	case Unreadable:
		return Text{"UNREADABLE", "ILLISIBLE"}
	}
	return Text{"INCOMPLETE", "INCOMPLET"}
}

func (l LayerID) name() Text {
	switch l {
	case Container:
		return Text{"PDF container", "conteneur PDF"}
	case Read:
		return Text{"reading", "lecture"}
	case XSD:
		return Text{"XML schema", "schéma XML"}
	case Rules:
		return Text{"official rules", "règles officielles"}
	case CIUS:
		return Text{"country or sector rules", "règles nationales ou sectorielles"}
	case Chorus:
		return Text{"Chorus Pro rules", "règles de Chorus Pro"}
	case Hygiene:
		return Text{"plausibility of the data", "vraisemblance des données"}
	}
	return Text{EN: string(l), FR: string(l)}
}

// partName returns a word of Layer.NotExamined as people read it. A word that
// is not among these (a rule's ID, say) is shown as it stands.
func partName(word string) Text {
	switch word {
	case "actions":
		return Text{"actions", "actions"}
	case "annotations":
		return Text{"annotations", "annotations"}
	case "attachments":
		return Text{"attachments", "pièces jointes"}
	case "colours":
		return Text{"colours", "couleurs"}
	case "content":
		return Text{"page content", "contenu des pages"}
	case "fonts":
		return Text{"fonts", "polices"}
	case "forms":
		return Text{"forms", "formulaires"}
	case "images":
		return Text{"images", "images"}
	case "metadata":
		return Text{"metadata", "métadonnées"}
	case "signatures":
		return Text{"signatures", "signatures"}
	case "structure":
		return Text{"document structure", "structure du document"}
	case "syntax":
		return Text{"file syntax", "syntaxe du fichier"}
	case "transparency":
		return Text{"transparency", "transparence"}
	case "unreferenced":
		return Text{"unreferenced objects", "objets non référencés"}
	case "CP-12: no recipient profile":
		return Text{"what the recipient demands, CP-12", "ce qu'exige le destinataire, CP-12"}
	}
	return Text{EN: word, FR: word}
}
