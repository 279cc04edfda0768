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

// writeNote is the other direction. A code that is not of three characters cannot be told from the text again: it is left out, and lost.
func writeNote(group any) string {
	note := group.(*en16931.Note)
	if code := string(note.SubjectCode); len(code) == 3 && isCode(code) {
		return "#" + code + "#" + note.Text
	}
	return note.Text
}

func isCode(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; (c < 'A' || c > 'Z') && (c < '0' || c > '9') {
			return false
		}
	}
	return true
}
