package schemas

import (
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// TestBuiltinTypes goes through all built-in types. Texts were chosen along the clauses of XML Schema 1.0,
// part 2, second edition.
func TestBuiltinTypes(t *testing.T) {
	tree, err := xmltree.Parse(`<a xmlns:p="urn:p"/>`, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	good := map[typeID][]string{
		xsNonPositiveInteger: {"0", "-0", "-99"}, xsNegativeInteger: {"-1"}, xsNonNegativeInteger: {"0", "-0", "+5"}, xsPositiveInteger: {"1", "007"},
		xsLong: {"-9223372036854775808", "9223372036854775807"}, xsInt: {"-2147483648", "2147483647"}, xsShort: {"-32768", "32767"}, xsByte: {"-128", "127", "+0127"},
		xsUnsignedLong: {"18446744073709551615", "-0"}, xsUnsignedInt: {"4294967295"}, xsUnsignedShort: {"65535"}, xsUnsignedByte: {"255", "0"},
		xsFloat: {"1", "-1.5E3", "INF", "-INF", "NaN", ".5e-2"}, xsDouble: {"1e+5", "1."},
		xsDuration: {"P1Y", "-P1Y2M3DT4H5M6.7S", "PT0S", "P0D", "PT5M"}, xsGYear: {"2026", "-0001", "12026", "2026Z"}, xsGYearMonth: {"2026-01", "2026-12+01:00"},
		xsGMonthDay: {"--02-29", "--12-31Z"}, xsGDay: {"---01", "---31-05:00"}, xsGMonth: {"--01", "--12Z"}, xsHexBinary: {"", "0aFF"},
		xsName: {"a:b", "_a", "élan"}, xsNCName: {"a-b.c"}, xsNMTOKEN: {"1a", "-"}, xsNMTOKENS: {"1a  -b\n c"}, xsIDREF: {"a"}, xsIDREFS: {"a b"},
		xsQName: {"p:a", "a"}, xsAnySimpleType: {"", "anything"}, xsNormalizedString: {"a\nb"},
	}
	bad := map[typeID][]string{
		xsNonPositiveInteger: {"1", ""}, xsNegativeInteger: {"0", "-0", "1"}, xsNonNegativeInteger: {"-1"}, xsPositiveInteger: {"0", "-1"},
		xsLong: {"-9223372036854775809", "9223372036854775808"}, xsInt: {"2147483648"}, xsShort: {"32768"}, xsByte: {"-129", "128", "1.0"},
		xsUnsignedLong: {"18446744073709551616", "-1"}, xsUnsignedInt: {"4294967296"}, xsUnsignedShort: {"65536"}, xsUnsignedByte: {"256"},
		xsFloat: {"", "+INF", "inf", "1e", "1e1.5", "0x1", "nan"}, xsDouble: {"e5", "1e5e5"},
		xsDuration: {"", "P", "PT", "1Y", "P1S", "P1M1Y", "PT1.5M", "PT.5S", "PT1.S", "P-1Y", "P1YT"}, xsGYear: {"0000", "026", "2026-01", "02026"},
		xsGYearMonth: {"2026-13", "2026"}, xsGMonthDay: {"--02-30", "-02-28", "--2-28"}, xsGDay: {"---32", "---0", "--01"}, xsGMonth: {"--13", "--00", "01"},
		xsHexBinary: {"0", "0g"}, xsName: {"", "1a", "a b"}, xsNCName: {"a:b", ""}, xsNMTOKEN: {"", "a b", "a/b"}, xsNMTOKENS: {"", "a /"},
		xsIDREF: {"1"}, xsIDREFS: {"", "a 1"}, xsQName: {"q:a", ":a", "p:", "p:a:b", ""}, xsENTITY: {"a"}, xsENTITIES: {"a"}, xsNOTATION: {"a"},
	}
	for id := typeID(1); id < builtinCount; id++ {
		for _, v := range append(good[id], goodValues[id]...) {
			if got := checkValue(id, nil, v, tree, 0); got != noFault {
				t.Errorf("%q should be a value of xs:%s", v, builtinName[id])
			}
		}
		for _, v := range append(bad[id], badValues[id]...) {
			if got := checkValue(id, nil, v, tree, 0); got == noFault {
				t.Errorf("%q should be no value of xs:%s", v, builtinName[id])
			}
		}
		if id > xsAnySimpleType && !anyText(id) && len(bad[id])+len(badValues[id]) == 0 {
			t.Errorf("no bad value of xs:%s", builtinName[id])
		}
		if kindOf(id).Validate() != nil {
			t.Errorf("xs:%s has no name for people", builtinName[id])
		}
	}
}

func TestNormalize(t *testing.T) {
	for _, test := range []struct {
		value     typeID
		in, wants string
	}{
		{xsString, " a\n b ", " a\n b "},
		{xsNormalizedString, " a\n\tb ", " a  b "},
		{xsToken, " a\n\t b ", "a b"},
		{xsToken, "a b", "a b"},
		{xsToken, "\u00a0a", "\u00a0a"},
		{xsDecimal, "\n12 ", "12"},
	} {
		if got := normalize(test.value, test.in); got != test.wants {
			t.Errorf("xs:%s: %q becomes %q, not %q", builtinName[test.value], test.in, got, test.wants)
		}
	}
}
