package codelist

import "strings"

// Name returns the name of a code in our words, at most 60 characters for each language. There is none for a code that is not in the list, and for
// rare codes of the long lists: units, identifier schemes, subjects of notes, schemes of references and items.
func Name(list, code string) (Text, bool) {
	l, ok := ByName(list)
	if !ok || !l.Has(code) {
		return Text{}, false
	}
	for _, t := range tables(list) {
		if _, row, ok := strings.Cut(table(t), "\n"+code+"\t"); ok {
			row, _, _ = strings.Cut(row, "\n")
			en, fr, _ := strings.Cut(row, "\t")
			return Text{en, fr}, true
		}
	}
	return Text{}, false
}

// tables returns the lists that hold the names for a list: a code has one name, wherever it is used.
func tables(list string) []string {
	switch list {
	case "DocumentType", "DocumentTypeCII":
		return []string{"DocumentType", "CreditNoteType"}
	case "NoteSubjectCII":
		return []string{"NoteSubject"}
	case "CountryCII":
		return []string{"Country", "CountryCII"}
	case "VATPrefix", "VATPrefixCII":
		return []string{"Country", "CountryCII", "VATPrefix"}
	case "EAS":
		return []string{"ICD", "EAS"}
	}
	return []string{list}
}
