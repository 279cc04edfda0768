package codelist

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

const longestName = 60 // characters

func TestNames(t *testing.T) {
	content, err := os.ReadFile("names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows := 0
	for line := range strings.Lines(string(content)) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if c[0] == "list" {
			continue
		}
		rows++
		l, ok := ByName(c[0])
		if !ok || !l.Has(c[1]) {
			t.Errorf("%s is not in list %s", c[1], c[0])
			continue
		}
		if got, _ := Name(c[0], c[1]); got != (Text{c[2], c[3]}) {
			t.Errorf("%s of %s is %q, and %q in names.tsv", c[1], c[0], got, c[2:])
		}
		for _, text := range c[2:] {
			if err := flaw(text); err != "" {
				t.Errorf("%s of %s: %q %s", c[1], c[0], text, err)
			}
		}
	}
	if rows < 1200 {
		t.Errorf("only %d names", rows)
	}
}

// flaw says what is wrong with a name; "" is a good one.
func flaw(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		return "is empty"
	case text != strings.TrimSpace(text) || strings.Contains(text, "  "):
		return "has blanks too many"
	case utf8.RuneCountInString(text) > longestName:
		return "is too long"
	case strings.HasSuffix(text, "."):
		return "ends in a full stop"
	case unicode.IsLower(first):
		return "starts with a small letter"
	case strings.ContainsAny(text, "’“”\u00a0"):
		return "has a sign that is not on every keyboard"
	}
	return ""
}

func TestEveryCodeHasAName(t *testing.T) {
	for _, list := range []string{
		"DocumentType", "CreditNoteType", "DocumentTypeCII", "Currency", "VATPointUBL", "VATPointCII", "CreditorScheme", "Country", "CountryCII",
		"PaymentMeans", "VATCategory", "AllowanceReason", "ChargeReason", "VATExemption", "MIME", "VATPrefix", "VATPrefixCII",
	} {
		t.Run(list, func(t *testing.T) {
			l, ok := ByName(list)
			if !ok {
				t.Fatal("no such list")
			}
			for c := range l.Codes() {
				if name, ok := Name(list, c); !ok || name.EN == "" || name.FR == "" {
					t.Errorf("no name for %s", c)
				}
			}
		})
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		name, list, code string
		want             Text
	}{
		{"credit note", "CreditNoteType", "381", Text{"Credit note", "Avoir"}},
		{"credit note in the one list of CII", "DocumentTypeCII", "381", Text{"Credit note", "Avoir"}},
		{"credit note that an Invoice may carry", "DocumentType", "81", Text{"Credit note for goods or services", "Avoir pour biens ou services"}},
		{"deposit", "DocumentType", "386", Text{"Prepayment invoice", "Facture d'acompte"}},
		{"reverse charge", "VATCategory", "AE", Text{"Reverse charge", "Autoliquidation"}},
		{"K is intra-Community", "VATCategory", "K", Text{"Intra-Community supply", "Livraison intracommunautaire exonérée"}},
		{"small business", "VATExemption", "VATEX-FR-FRANCHISE", Text{"French CGI art. 293 B: small business exemption", "CGI, art. 293 B : franchise en base de TVA"}},
		{"SIRET as electronic address", "EAS", "0009", Text{"SIRET (France)", "SIRET"}},
		{"address of the French reform", "EAS", "0225", Text{"Electronic invoicing address (France)", "Adresse de facturation électronique (France)"}},
		{"Greece as a VAT prefix", "VATPrefixCII", "EL", Text{"Greece (VAT prefix)", "Grèce (préfixe TVA)"}},
		{"Greece as a country", "CountryCII", "GR", Text{"Greece", "Grèce"}},
		{"the first of a table", "VATPointCII", "5", Text{"Invoice date", "Date de facture (option pour les débits)"}},
		{"the last of a table", "VATPointCII", "72", Text{"Payment date", "Date d'encaissement"}},
		{"of the list of the other syntax", "CountryCII", "SS", Text{}},
		{"rare unit", "Unit", "K53", Text{}},
		{"no such code", "Country", "XK", Text{}},
		{"lower case", "Country", "fr", Text{}},
		{"empty", "Country", "", Text{}},
		{"row that is not a code", "Country", "FR\tFrance", Text{}},
		{"no such list", "Pays", "FR", Text{}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := Name(c.list, c.code)
			if got != c.want || ok != (c.want != Text{}) {
				t.Errorf("got %q, %v, want %q", got, ok, c.want)
			}
		})
	}
}

// TestLanguages makes sure that the columns are not one language twice.
func TestLanguages(t *testing.T) {
	for list, atMost := range map[string]int{
		"VATCategory": 0, "VATExemption": 0, "AllowanceReason": 0, "CreditNoteType": 0, "DocumentType": 0, "ChargeReason": 6, "PaymentMeans": 0, "Currency": 1,
	} {
		l, _ := ByName(list)
		var same []string
		for c := range l.Codes() {
			if n, _ := Name(list, c); n.EN == n.FR {
				same = append(same, c)
			}
		}
		if len(same) > atMost {
			t.Errorf("%s: the same in English and French: %v", list, same)
		}
	}
}

func BenchmarkName(b *testing.B) {
	for b.Loop() {
		Name("Country", "ZW")
	}
}
