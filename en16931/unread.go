package en16931

import "github.com/fxinvoice/fx/report"

//go:generate go run ../internal/gen/jsonschema -o ../docs/fx-invoice-1.schema.json

// Unread says what a value of an invoice could not be read as. Such a value does not stop the reading: the field keeps its text, and a finding
// stands in Invoice.Unread.
type Unread uint8

// What values can fail to be.
const (
	UnreadNumber Unread = iota // RD-NUMBER
	UnreadDate                 // RD-DATE
	UnreadBinary               // RD-BINARY: a file that is not base64
	UnreadCode                 // RD-CODE: a code that the syntax of the file writes in another way
)

var unreadRules = [...]struct {
	id           string
	message, fix report.Text
}{
	UnreadNumber: {"RD-NUMBER",
		report.Text{EN: "{term} ({name}) is {found}, which is not a number.", FR: "{term} ({name}) vaut {found}, qui n'est pas un nombre."},
		report.Text{EN: "Write digits, with a point before the decimals: 1234.50. No comma, no thousands separator, no exponent, no currency.",
			FR: "Écrivez des chiffres, avec un point devant les décimales : 1234.50. Ni virgule, ni séparateur de milliers, ni exposant, ni devise."}},
	UnreadDate: {"RD-DATE",
		report.Text{EN: "{term} ({name}) is {found}, which is not a date as this format writes it, or a day that no calendar has.",
			FR: "{term} ({name}) vaut {found}, qui n'est pas une date telle que ce format l'écrit, ou un jour qui n'existe pas au calendrier."},
		report.Text{EN: "Write an existing day as {expected}.", FR: "Écrivez un jour existant sous la forme {expected}."}},
	UnreadBinary: {"RD-BINARY",
		report.Text{EN: "{term} ({name}) is not base64: the attached file cannot be taken out.",
			FR: "{term} ({name}) n'est pas du base64 : le fichier joint ne peut pas en être extrait."},
		report.Text{EN: "Encode the attached file in base64 again.", FR: "Encodez à nouveau le fichier joint en base64."}},
	UnreadCode: {"RD-CODE",
		report.Text{EN: "{term} ({name}) is {found}, a code that this format does not use here.",
			FR: "{term} ({name}) vaut {found}, un code que ce format n'emploie pas ici."},
		report.Text{EN: "Write one of {expected}.", FR: "Écrivez l'un des codes {expected}."}},
}

// Finding returns the finding on a value of term t, of which found is the text and expected says what should stand there. The caller adds the
// place.
func (u Unread) Finding(t Term, found, expected string) report.Finding {
	rule, found := &unreadRules[u], trim(found)
	return report.Finding{Rule: rule.id, Layer: report.Read, Terms: []string{t.String()}, Found: found, Expected: expected,
		Message: rule.message, Fix: rule.fix,
		Args: []report.Arg{report.A("found", found), report.A("expected", expected), report.A("term", t.String()), report.A("name", t.names())}}
}

// names is the name of the term in both languages.
func (t Term) names() report.Text { return report.Text{EN: terms[t].nameEN, FR: terms[t].nameFR} }
