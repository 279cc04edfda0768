package codelist

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	for _, c := range []struct{ name, list, code, want string }{
		{"the code itself", "Country", "FR", "FR"},
		{"lower case", "Country", "fr", "FR"},
		{"blanks", "Country", " FR\n", "FR"},
		{"no-break space", "Currency", "EUR\u00a0", "EUR"},
		{"name", "Country", "France", "FR"},
		{"name in capitals", "Country", "ALLEMAGNE", "DE"},
		{"name without accents", "Country", "Etats Unis", "US"},
		{"name with other signs", "Country", "Côte d’Ivoire", "CI"},
		{"name without what stands in brackets", "Country", "Myanmar", "MM"},
		{"whole name before half of one", "Country", "Saint-Martin", "MF"},
		{"three letters", "Country", "FRA", "FR"},
		{"three letters in CII", "CountryCII", "deu", "DE"},
		{"not ISO but usual", "Country", "UK", "GB"},
		{"VAT prefix as a country", "Country", "EL", "GR"},
		{"Kosovo", "Country", "XK", "1A"},
		{"code that only the other syntax has", "CountryCII", "SS", ""},
		{"name of one", "CountryCII", "South Sudan", ""},
		{"euro", "Currency", "EURO", "EUR"},
		{"euros", "Currency", "euros", "EUR"},
		{"euro sign", "Currency", "€", "EUR"},
		{"dollar sign says not which", "Currency", "$", ""},
		{"a word that says not which", "Currency", "dollar", ""},
		{"old code", "Currency", "FRF", ""},
		{"leading zero lost", "ICD", "2", "0002"},
		{"leading zeros lost", "EAS", "088", "0088"},
		{"leading zero too many", "DocumentType", "0380", "380"},
		{"short name of a scheme", "ICD", "Siren", "0002"},
		{"name with a country", "ICD", "GLN", "0088"},
		{"name that many have", "EAS", "VAT number", ""},
		{"mail", "EAS", "email", "EM"},
		{"VATEX in lower case", "VATExemption", "vatex-eu-ae", "VATEX-EU-AE"},
		{"VATEX with other signs", "VATExemption", "VATEX_EU_132_1A", "VATEX-EU-132-1A"},
		{"reduced rate of UNTDID 5305", "VATCategory", "AA", "S"},
		{"category by name", "VATCategory", "autoliquidation", "AE"},
		{"credit note", "CreditNoteType", "avoir", "381"},
		{"kilogram", "Unit", "kg", "KGM"},
		{"square metre", "Unit", "m²", "MTK"},
		{"hour in French", "Unit", "heure", "HUR"},
		{"package without its X", "Unit", "PX", "XPX"},
		{"piece", "Unit", "PCE", "H87"},
		{"MIME in capitals", "MIME", "application/PDF", "application/pdf"},
		{"MIME jpg", "MIME", "image/jpg", "image/jpeg"},
		{"payment", "PaymentMeans", "virement sepa", "58"},
		{"nothing near", "Country", "QQ", ""},
		{"Cyrillic letters that look like it", "Country", "\u0420\u0415", ""},
		{"signs only", "Country", "--", ""},
		{"empty", "Country", "", ""},
		{"not UTF-8", "Country", "\xff\xfe", ""},
		{"very long", "Country", strings.Repeat(" ", 300) + "FR", ""},
		{"no such list", "Pays", "FR", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, ok := Nearest(c.list, c.code)
			if ok != (c.want != "") || ok && got != c.want {
				t.Errorf("Nearest(%s, %q) is %q, %v, want %q", c.list, c.code, got, ok, c.want)
			}
		})
	}
}

// TestNearestIsInTheList tries every code in lower case: what comes out must be a code of the list, and mostly the one that went in.
func TestNearestIsInTheList(t *testing.T) {
	for _, l := range Lists() {
		for c := range l.Codes() {
			got, ok := Nearest(l.Name, strings.ToLower(c)+" ")
			if ok && !l.Has(got) {
				t.Errorf("%s: %q gives %q", l.Name, c, got)
			}
			if ok && got != c {
				t.Errorf("%s: %q in lower case gives %q", l.Name, c, got)
			}
			if !ok {
				t.Errorf("%s: %q in lower case gives nothing", l.Name, c)
			}
		}
	}
}

func TestAliases(t *testing.T) {
	seen := map[string]bool{}
	for _, a := range aliases {
		l, ok := ByName(a.list)
		switch {
		case !ok:
			t.Errorf("no list %s", a.list)
		case !l.Has(a.code):
			t.Errorf("%s: %s is not in the list", a.list, a.code)
		case l.Has(a.written):
			t.Errorf("%s: %s is a code of the list", a.list, a.written)
		case a.written != fold(a.written):
			t.Errorf("%s: %s is not folded, %s is", a.list, a.written, fold(a.written))
		case seen[a.list+" "+a.written]:
			t.Errorf("%s: %s stands twice", a.list, a.written)
		}
		seen[a.list+" "+a.written] = true
		if got, _ := Nearest(a.list, a.written); got != a.code {
			t.Errorf("%s: %s gives %q, not %s: an alias that never counts", a.list, a.written, got, a.code)
		}
	}
}

func FuzzNearest(f *testing.F) {
	f.Add("Country", "France")
	f.Add("Unit", "m²")
	f.Add("ICD", "\xff0002")
	f.Fuzz(func(t *testing.T, list, code string) {
		got, ok := Nearest(list, code)
		if l, known := ByName(list); ok && (!known || !l.Has(got)) {
			t.Errorf("Nearest(%q, %q) is %q, which is not in the list", list, code, got)
		}
	})
}

func BenchmarkNearest(b *testing.B) {
	for b.Loop() {
		Nearest("Unit", "nothing like it")
	}
}
