package choruspro_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// expected are the errors of real French samples, by a part of their name: they were not made for direct deposit, or are no invoices to the
// public sector. What stands in none of these has none.
var expected = []struct {
	name   string
	errors []string
	why    string
}{
	{"akretion-factur-x/factur-x-minimum", []string{"CP-03", "CP-04", "CP-05"}, "made for the reform: S1 in BT-23, SIRENs"},
	{"akretion-factur-x/factur-x-basic", []string{"CP-03", "CP-04", "CP-05"}, "made for the reform"}, // BASIC WL too
	{"akretion-factur-x/factur-x-e", []string{"CP-03", "CP-04", "CP-05", "CP-21"}, "made for the reform; BT-17 and BT-18, a link without a file"},
	{"akretion-factur-x/invoice_EN16931", []string{"CP-03", "CP-04", "CP-05", "CP-21"}, "the same file in a PDF"},
	{"akretion-factur-x/ubl-21", []string{"CP-05"}, "made for the reform, with SIRETs"},
	{"Avoir_FR_type380_BASIC", []string{"CP-08"}, "a negative invoice without payment means"},
	{"Avoir_FR_type380_EN16931", []string{"CP-08"}, "a negative invoice without payment means"},
	{"Facture_UE_", []string{"CP-03"}, "a buyer in another country"},
	{"zugferd_2p1_MINIMUM_Rechnung", []string{"CP-03", "CP-04"}, "an example without any identifier"},
}

// TestRealSamples: real French invoices get no error that they do not deserve.
func TestRealSamples(t *testing.T) {
	clean, dirty := 0, 0
	official.Documents(t, func(name string, content []byte) {
		text := string(content)
		if !strings.Contains(text, "CountryID>FR<") && !strings.Contains(text, ">FR</cbc:IdentificationCode>") {
			return
		}
		tree, err := xmltree.Parse(text, xmltree.Limits{})
		doc := choruspro.Document{Tree: tree, FromPDF: strings.Contains(name, "--factur-x")}
		if err != nil || choruspro.FormOf(doc) == choruspro.NoForm {
			return
		}
		var want, have []string
		for _, e := range expected {
			if strings.Contains(name, e.name) {
				want = e.errors
			}
		}
		for _, f := range findings(t, doc, choruspro.Options{AsOf: en16931.NewDate(2027, 1, 1)}) {
			if f.Severity == report.Error {
				have = append(have, f.Rule)
			}
		}
		slices.Sort(have)
		if have = slices.Compact(have); have == nil {
			clean++
		} else {
			dirty++
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}, official.Real)
	t.Logf("%d samples without an error, %d with those that are expected", clean, dirty)
	if clean < 10 {
		t.Errorf("only %d samples are clean", clean)
	}
}
