package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestRows(t *testing.T) {
	for _, c := range []struct{ name, id, test, want string }{
		{"forbidden", "UBL-CR-001", "not(ext:UBLExtensions)", "not(ext:UBLExtensions)"},
		{"either of two", "UBL-CR-515", "not((cac:InvoiceLine|cac:CreditNoteLine)/cbc:UUID)", "not((cac:InvoiceLine|cac:CreditNoteLine)/cbc:UUID)"},
		{"at most one", "UBL-SR-33", "(count(cbc:X) <= 1)", "count(cbc:X) <= 1"},
		{"required", "BR-24", "exists(cbc:A) or exists(cbc:B)", "cbc:A or cbc:B"},
		{"filled", "BR-02", "normalize-space(cbc:ID) != ''", "normalize-space(cbc:ID) != ''"},
		{"attribute anywhere", "UBL-DT-08", "not(//@schemeName)", "not(//@schemeName)"},
		{"decimals", "BR-DEC-01", "string-length(substring-after(cbc:Amount,'.'))<=2", "decimals(cbc:Amount, 2)"},
		{"first of several", "BR-DEC-24", "string-length(substring-after(../ram:ActualAmount[1],'.'))<=2", "decimals(../ram:ActualAmount[1], 2)"},
		{"a code", "BR-CL-17", "( ( not(contains(normalize-space(.),' ')) and contains( ' AE L M E S Z G O K B ',concat(' ',normalize-space(.),' ') ) ) )", "codes(., VATCategory)"},
		{"a code in capitals", "BR-CL-17", "not(contains(normalize-space(.), ' ')) and contains(' S K Z L M B G O E AE ', concat(' ', normalize-space(upper-case(.)), ' '))", "codes(upper-case(.), VATCategory)"},
		{"predicate with functions", "BR-37", "exists(cac:TaxCategory[cac:TaxScheme/normalize-space(upper-case(cbc:ID))='VAT']/cbc:ID)", "cac:TaxCategory[cac:TaxScheme/normalize-space(upper-case(cbc:ID)) = 'VAT']/cbc:ID"},
		{"predicate in parentheses", "BR-56", "exists(cac:S[cac:T/(normalize-space(upper-case(cbc:ID)) = 'VAT')]/cbc:C)", "cac:S[cac:T/(normalize-space(upper-case(cbc:ID)) = 'VAT')]/cbc:C"},
		{"and within or", "X-1", "not(a:B) or (self::a:C and a:D='9')", "not(a:B) or self::a:C and a:D = '9'"},
		{"or within and", "X-1", "(a:B or a:C) and a:D", "(a:B or a:C) and a:D"},
		{"date", "CII-DT-097", `matches(.,'^\s*(\d{4})(1[0-2]|0[1-9]){1}(3[01]|[12][0-9]|0[1-9]){1}\s*$')`, "date102()"},
		{"choice of words", "X-1", `exists(a:B[some $code in tokenize('30 58', '\s') satisfies normalize-space(a:C) = $code])`, "a:B[normalize-space(a:C) = '30' or normalize-space(a:C) = '58']"},
		{"always true", "BR-CO-05", "true()", "never"},
		{"a slip for false()", "X-1", "false", "false()"},
		{"arithmetic is a function", "BR-CO-16", "xs:decimal(cbc:A) = round(xs:decimal(cbc:B) * 10) div 10", "function cbc:A cbc:B"},
		{"comparison of numbers is a function", "BR-27", "(cac:Price/cbc:PriceAmount) >= 0", "function cac:Price cbc:PriceAmount"},
		{"a message with values is a function", "BR-53", "not(cbc:A)", "function cbc:A"},
		{"a VAT family of EXTENDED is a function", "BR-FXEXT-S-01", "count(//ram:A)=0", "function ram:A"},
		{"a VAT family is a function", "BR-AE-06", "exists(cbc:Percent)", "function cbc:Percent"},
	} {
		t.Run(c.name, func(t *testing.T) {
			x := &extractor{lists: newLists()}
			have, err := x.row("test", "1", c.id, c.test, "")
			if err != nil || have != c.want {
				t.Errorf("%s\nhave %s, %v\nwant %s", c.test, have, err, c.want)
			}
			if strings.HasPrefix(c.want, "function") || c.want == "never" {
				return
			}
			e, err := parse(have)
			if err == nil {
				e, err = simplify(e)
			}
			if err != nil || print(e) != have {
				t.Errorf("%s does not read back as it is: %v", have, err)
			}
		})
	}
}

func TestFunctionNames(t *testing.T) {
	for id, want := range map[string]string{
		"BR-AE-08": "vat08", "BR-IC-11": "brIC11", "BR-B-01": "brB01", "BR-CO-10": "brCO10", "BR-53": "br53", "UBL-SR-44": "ublSR44", "CII-SR-462": "ciiSR462",
		"BR-FXEXT-AE-08ini": "fxVAT08ini", "BR-FXEXT-S08b": "fxVAT08b", "BR-FXEXT-IC-01": "fxVAT01", "BR-FXEXT-S-09b": "fxVAT09b",
		"BR-FXEXT-CO-10": "fxCO10", "BR-FXEXT-08": "fx08", "BR-FXEXT-CII-DT-097a": "fxCIIDT097a",
	} {
		if have := function(id); have != want {
			t.Errorf("%s is checked by %s, want %s", id, have, want)
		}
	}
}

func TestListed(t *testing.T) {
	e, err := listed("string-length($codeValue4)=0 or document('X_codedb.xml')/codedb/cl[@id=4]/enumeration[@value=$codeValue4]", "$codeValue4 := @schemeID")
	if err != nil || print(e) != "listed(@schemeID, X_codedb.xml#4)" {
		t.Errorf("have %v, %v", e, err)
	}
	if _, err := listed("string-length($codeValue4)=0 or document('X_codedb.xml')/codedb/cl[@id=4]/enumeration[@value=$codeValue4]", ""); err == nil {
		t.Error("no error without the value")
	}
}

func TestUnknownForms(t *testing.T) {
	for _, s := range []string{"", "a:B[", "a:B[2]", "not(a:B", "count(a:B) + 1", "for $x in a:B return $x", "a:B/(a:C and a:D)", "'open", "preceding::a:B", "exists(1)"} {
		if e, err := parse(s); err == nil {
			if _, err := simplify(e); err == nil {
				t.Errorf("%q is read as %s", s, print(e))
			}
		}
	}
}

func TestAlternatives(t *testing.T) {
	have := alternatives("a:B[c='x|y'] | (d|e)/f")
	if len(have) != 2 || strings.TrimSpace(have[0]) != "a:B[c='x|y']" || strings.TrimSpace(have[1]) != "(d|e)/f" {
		t.Errorf("have %q", have)
	}
}

// TestCommitted reads the committed files back: each test and each context is written as it would be written again.
func TestCommitted(t *testing.T) {
	files, err := filepath.Glob("../../../*/shapes-*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	tests := 0
	for _, file := range files {
		if filepath.Base(file) == listsFile {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		rules, err := read(string(text))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		for _, r := range rules {
			if c, err := contexts(r.context); err != nil || c != r.context {
				t.Errorf("%s: %s: context %s: %s, %v", file, r.id, r.context, c, err)
			}
			if r.test == "never" || strings.HasPrefix(r.test, "function") {
				continue
			}
			e, err := parse(r.test)
			if err != nil || print(e) != r.test {
				t.Errorf("%s: %s: %s: %v", file, r.id, r.test, err)
			}
			tests++
		}
	}
	if tests < 1000 {
		t.Errorf("only %d tests were read", tests)
	}
}
