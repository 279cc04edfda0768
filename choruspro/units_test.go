package choruspro

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestToday(t *testing.T) {
	for _, test := range []struct{ utc, want string }{
		{"2026-01-31T22:59:59Z", "2026-01-31"},
		{"2026-01-31T23:00:00Z", "2026-02-01"}, // winter: one hour
		{"2026-07-31T21:59:59Z", "2026-07-31"},
		{"2026-07-31T22:00:00Z", "2026-08-01"}, // summer: two
		{"2026-03-28T23:30:00Z", "2026-03-29"}, // the night of the change
		{"2026-10-25T22:30:00Z", "2026-10-25"},
	} {
		now, err := time.Parse(time.RFC3339, test.utc)
		if err != nil {
			t.Fatal(err)
		}
		if have := Today(now).String(); have != test.want {
			t.Errorf("%s: %s, want %s", test.utc, have, test.want)
		}
	}
}

func TestStrangers(t *testing.T) {
	for _, test := range []struct {
		text, others string
		want         []string
	}{
		{"", "", nil},
		{"aZ09", "", nil},
		{"éÉœŒßłǅªｦ", "", []string{`"ｦ"`}},
		{"e\u0301x", "", nil},
		{"\u0301", "", []string{"U+0301"}},
		{"1\u0301", "", []string{"U+0301"}},
		{"a b-c_d", "_- ", nil},
		{"l'eau, l’air", " ", []string{`"'"`, `","`, `"’"`}},
		{"a\u00a0b\tc\u200bd\u00a0", "", []string{"U+00A0", "U+0009", "U+200B"}},
		{"αбⅧ٣", "", []string{`"α"`, `"б"`, `"Ⅷ"`, `"٣"`}},
	} {
		if diff := cmp.Diff(test.want, strangers(test.text, test.others)); diff != "" {
			t.Errorf("%q: %s", test.text, diff)
		}
	}
}

func TestIBAN(t *testing.T) {
	for _, test := range []struct{ iban, want string }{
		{"FR7616990004210451827306603", ""},
		{"DE89370400440532013000", ""},
		{"GB29NWBK60161331926819", ""},
		{"MT84MALT011000012345MTLCAST001S", ""},
		{"NO9386011117947", ""},
		{"XK051212012345678906", ""},
		{"DE88370400440532013000", "check"},
		{"DE8937040044053201300", "length"},
		{"FRAB16990004210451827306603", "check"},
		{"DE8937040044053201300é", "check"},
		{"XI29NWBK60161331926819", "country"},
		{"1A29NWBK60161331926819", "country"},
		{"EU29NWBK60161331926819", "country"},
		{"F", "country"},
		{"", "country"},
		{"é", "country"},
		{"US00123456789012", "check"}, // a country that the registry lacks: 15 to 34
		{"US001234567890", "length"},
		{"US00" + strings.Repeat("1", 31), "length"},
	} {
		if have := ibanFault(test.iban); have != test.want {
			t.Errorf("%s: %q, want %q", test.iban, have, test.want)
		}
	}
	if have := compact(" fr76\t1699 \n0"); have != "FR7616990" {
		t.Errorf("compact: %s", have)
	}
}

func TestBIC(t *testing.T) {
	for bic, want := range map[string]bool{
		"BANKFRPP": true, "BANKFRPPXXX": true, "B4NKFRP2": true, "BANKFRPPX": false, "bankFRPP": false, "BANK1RPP": false, "BANKF2PP": false, "BANKFRP ": false, "": false,
	} {
		if isBIC(bic) != want {
			t.Errorf("%s: %v", bic, !want)
		}
	}
}

func TestLuhn(t *testing.T) {
	for siret, want := range map[string]bool{
		"83921746000014": true, "83921746000015": false, "38921746000014": false, "35600000000048": true, "33254021516357": false, "11000201100044": true,
	} {
		if luhn(siret) != want {
			t.Errorf("%s: %v", siret, !want)
		}
	}
}

func TestDigits(t *testing.T) {
	for _, test := range []struct {
		text               string
		all, decimals, sig int
		ok                 bool
	}{
		{"0", 1, 0, 0, true},
		{"-12.50", 4, 2, 3, true},
		{"+007.", 3, 0, 1, true},
		{".125", 3, 3, 3, true},
		{"1000", 4, 0, 4, true},
		{"1000.00", 6, 2, 4, true},
		{"0.05", 3, 2, 1, true},
		{"10.01", 4, 2, 4, true},
		{"1e3", 0, 0, 0, false},
		{"1,5", 0, 0, 0, false},
		{"", 0, 0, 0, false},
	} {
		all, decimals, ok := digits(test.text)
		sig, sigOK := significant(test.text)
		if all != test.all || decimals != test.decimals || ok != test.ok || sig != test.sig || sigOK != test.ok {
			t.Errorf("%q: %d digits, %d decimals, %v; %d significant, %v", test.text, all, decimals, ok, sig, sigOK)
		}
	}
}

func TestDecodedSize(t *testing.T) {
	for text, want := range map[string]int{"": 0, "QQ==": 1, "QUI=": 2, "QUJD": 3, "Q U\nJ\r\nD\t": 3, "Q Q = =": 1, "=": 0} {
		if have := decodedSize(text); have != want {
			t.Errorf("%q: %d, want %d", text, have, want)
		}
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{"Marché public": typeMarket, "MARCHE\u0301 PUBLIC": typeMarket, "ENGAGEMENT": typeEngagement, "Bon de Commande": typeOrder, "ÀÇÈÎÔÛ": "aceiou"} {
		if have := fold(text); have != want {
			t.Errorf("%q: %q, want %q", text, have, want)
		}
	}
}

// TestPlaces: no two elements of one parent have one name, and each place stands in a syntax.
func TestPlaces(t *testing.T) {
	seen := map[place]bool{}
	var look func(path string, steps []step)
	look = func(path string, steps []step) {
		names := map[string]bool{}
		for i := range steps {
			s := &steps[i]
			if names[s.qname()] {
				t.Errorf("%s/%s stands twice", path, s.qname())
			}
			names[s.qname()], seen[s.is] = true, true
			if s.is == nowhere && len(s.below) == 0 {
				t.Errorf("%s/%s leads nowhere", path, s.qname())
			}
			look(path+"/"+s.qname(), s.below)
		}
	}
	look("ubl", ublSteps)
	look("cii", ciiSteps)
	for p := nowhere + 1; p < numPlaces; p++ {
		if !seen[p] {
			t.Errorf("place %d is in no syntax", p)
		}
	}
}
