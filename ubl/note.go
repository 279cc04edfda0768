package ubl

import "github.com/fxinvoice/fx/en16931"

// readNote takes a cbc:Note apart. UBL has no element for the subject code (BT-21): it stands before the text, as in #AAI#text. Only a code
// of three characters is one, as the official rule BR-CL-08 has it; any other text between two # belongs to the note.
func readNote(text string, group any) {
	note := group.(*en16931.Note)
	if len(text) >= 5 && text[0] == '#' && text[4] == '#' && isCode(text[1:4]) {
		note.SubjectCode, note.Text = en16931.Code(text[1:4]), text[5:]
		return
	}
	note.Text = text
}

func isCode(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
