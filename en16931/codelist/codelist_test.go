package codelist

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestLists(t *testing.T) {
	names := map[string]bool{}
	for _, l := range Lists() {
		t.Run(l.Name, func(t *testing.T) {
			if names[l.Name] {
				t.Error("the name is not the only one")
			}
			names[l.Name] = true
			if got, ok := ByName(l.Name); !ok || got != l {
				t.Errorf("ByName gives %v, %v", got, ok)
			}
			if l.Title.EN == "" || l.Title.FR == "" || l.Origin == "" {
				t.Errorf("no title or origin: %+v", l)
			}
			if _, err := time.Parse("2006-01-02", l.Date); l.Date != "" && err != nil {
				t.Error(err)
			}
			codes := slices.Collect(l.Codes())
			if want := " " + strings.Join(codes, " ") + " "; l.codes != want {
				t.Error("not single blanks between the codes and around them")
			}
			seen := map[string]bool{}
			for _, c := range codes {
				if seen[c] {
					t.Errorf("%s stands twice", c)
				}
				seen[c] = true
				if !l.Has(c) {
					t.Errorf("has no %s", c)
				}
			}
		})
	}
	if n := len(names); n != 24 {
		t.Errorf("%d lists, want 24", n)
	}
	if l, ok := ByName("Colour"); ok {
		t.Errorf("there is a list %v", l)
	}
	if _, err := time.Parse("2006-01-02", ReleaseDate); err != nil {
		t.Error(err)
	}
}

func TestListsIsACopy(t *testing.T) {
	Lists()[0].Name = "changed"
	if got := Lists()[0].Name; got != "DocumentType" {
		t.Errorf("the caller changed the list to %s", got)
	}
}

func TestHas(t *testing.T) {
	for _, c := range []struct {
		name, codes, code string
		want              bool
	}{
		{"first", Country, "1A", true},
		{"middle", Country, "FR", true},
		{"last", Country, "ZW", true},
		{"single", CreditorScheme, "SEPA", true},
		{"long", MIME, "application/vnd.oasis.opendocument.spreadsheet", true},
		{"lower case", Country, "fr", false},
		{"mixed case", Currency, "Eur", false},
		{"part", Currency, "EU", false},
		{"longer", Currency, "EURO", false},
		{"two codes", Country, "FR GA", false},
		{"blank before", Country, " FR", false},
		{"blank behind", Country, "FR ", false},
		{"blank", Country, " ", false},
		{"empty", Country, "", false},
		{"tab", Country, "FR\t", false},
		{"other list", VATPointCII, "35", false},
		{"South Sudan in UBL", Country, "SS", true},
		{"South Sudan in CII", CountryCII, "SS", false},
		{"Netherlands Antilles in CII", CountryCII, "AN", true},
		{"Greece is EL for VAT", VATPrefix, "EL", true},
		{"Greece is not EL for addresses", Country, "EL", false},
		{"package", Unit, "XPX", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := Has(c.codes, c.code); got != c.want {
				t.Errorf("Has(%q) is %v", c.code, got)
			}
		})
	}
}

func TestForRule(t *testing.T) {
	for _, c := range []struct {
		artefact, rule string
		want           []string
	}{
		{"en16931-ubl", "BR-CL-01", []string{"DocumentType", "CreditNoteType"}},
		{"en16931-cii", "BR-CL-01", []string{"DocumentTypeCII"}},
		{"en16931-ubl", "BR-CL-10", []string{"ICD", "CreditorScheme"}},
		{"en16931-cii", "BR-CL-10", []string{"ICD"}},
		{"en16931-cii", "BR-CO-09", []string{"VATPrefixCII"}},
		{"en16931-ubl", "BR-CL-24", []string{"MIME"}},
		{"en16931-ubl", "BR-CL-02", nil},
		{"en16931-ubl", "BR-CO-10", nil},
		{"facturx-basic", "BR-CL-01", nil},
		{"", "", nil},
	} {
		t.Run(c.artefact+" "+c.rule, func(t *testing.T) {
			if got := ForRule(c.artefact, c.rule); !slices.Equal(got, c.want) {
				t.Errorf("got %v, want %v", got, c.want)
			}
		})
	}
}

func TestCodesStops(t *testing.T) {
	l, _ := ByName("Unit")
	for c := range l.Codes() {
		if c != "10" {
			t.Errorf("the first code is %s", c)
		}
		break
	}
}

func TestHasAllocatesNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Has(Unit, "XZZ") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func BenchmarkHas(b *testing.B) {
	for _, c := range []struct{ name, codes, code string }{
		{"first unit", Unit, "10"}, {"common unit", Unit, "H87"}, {"last unit", Unit, "XZZ"}, {"no unit", Unit, "QQQ"}, {"currency", Currency, "EUR"},
	} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				Has(c.codes, c.code)
			}
		})
	}
}
