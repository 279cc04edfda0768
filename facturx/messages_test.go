package facturx

import (
	"testing"
	"unicode"

	"github.com/fxinvoice/fx/report"
)

func TestMessages(t *testing.T) {
	for _, m := range []report.Text{noContent, noAttachment, noAttachmentHint, noInvoice, noInvoiceHint, notXML, notXMLHint, otherXML, severalByXMP, severalByRank, badXMP, badXMPHint} {
		if err := m.Validate(); err != nil {
			t.Error(err)
		}
		for _, s := range []string{m.EN, m.FR} {
			if unicode.IsUpper([]rune(s)[0]) || s[len(s)-1] == '.' {
				t.Errorf("%q begins or ends like a sentence", s)
			}
		}
	}
}
