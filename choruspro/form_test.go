package choruspro_test

import (
	"strings"
	"testing"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

func TestFormOf(t *testing.T) {
	spec := func(s string) string { return "set ram:GuidelineSpecifiedDocumentContextParameter/ram:ID = " + s }
	for _, test := range []struct {
		name, base, edits, profile string
		pdf                        bool
		want                       choruspro.Form
	}{
		{"plain UBL", "ubl plain", "", "", false, choruspro.UBL},
		{"plain UBL, by name", "ubl e1", "", "en16931", false, choruspro.UBL},
		{"E1", "ubl e1", "", "", false, choruspro.UBLE1},
		{"E1, by name", "ubl plain", "", "chorus-e1", false, choruspro.UBLE1},
		{"E1 by BT-24", "ubl plain", "set cbc:CustomizationID = urn:x", "", false, choruspro.UBLE1},
		{"E1 without BT-24", "ubl plain", "remove cbc:CustomizationID", "", false, choruspro.UBLE1},
		{"a CIUS is no E1", "ubl plain", "set cbc:CustomizationID = urn:cen.eu:en16931:2017#compliant#urn:x", "", false, choruspro.UBL},
		{"CII", "cii plain", "", "", false, choruspro.CII},
		{"CII of another profile", "cii plain", spec("urn:x"), "", false, choruspro.CII},
		{"a PDF", "cii plain", "", "", true, choruspro.FacturXEN16931},
		{"a PDF of another profile", "cii plain", spec("urn:x"), "", true, choruspro.FacturX},
		{"MINIMUM", "cii minimum", "", "", false, choruspro.FacturXMinimum},
		{"BASIC WL", "cii plain", spec("urn:factur-x.eu:1p0:basicwl"), "", false, choruspro.FacturXBasicWL},
		{"BASIC", "cii basic", "", "", true, choruspro.FacturXBasic},
		{"EXTENDED", "cii extended", "", "", false, choruspro.FacturXExtended},
		{"by name", "cii plain", "", "facturx-minimum", false, choruspro.FacturXMinimum},
		{"EN 16931, by name", "cii plain", "", "facturx-en16931", false, choruspro.FacturXEN16931},
		{"BT-24 counts beside the name of no Factur-X profile", "cii basic", "", "en16931", false, choruspro.FacturXBasic},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := choruspro.Document{Tree: parse(t, edit(t, test.base, test.edits)), Profile: test.profile, FromPDF: test.pdf}
			if have := choruspro.FormOf(doc); have != test.want {
				t.Errorf("form %d, want %d", have, test.want)
			}
			if factur := test.want >= choruspro.FacturX; choruspro.FormOf(doc).IsFacturX() != factur {
				t.Errorf("Factur-X: %v", !factur)
			}
		})
	}
	if have := choruspro.FormOf(choruspro.Document{Tree: parse(t, "<Invoice/>")}); have != choruspro.NoForm {
		t.Errorf("a file of another kind: form %d", have)
	}
}

// TestDeclared: what makes a file ask for Chorus Pro's rules by itself.
func TestDeclared(t *testing.T) {
	e1 := suite(t).Bases["ubl e1"]
	for _, test := range []struct {
		name, doc string
		mark, why string // in English
	}{
		{"AIFE's extension", e1, "FactureExtension", "FactureExtension"},
		{"its category alone", strings.ReplaceAll(e1, "FactureExtension", "X"), "X", "X"},
		{"a category in no namespace", strings.Replace(e1, `<FactureExtension xmlns="urn:AIFE:Facture:Extension">`, `<FactureExtension xmlns="">`, 1), "CategoryCode", "CategoryCode"},
		{"a type of identifier", edit(t, "ubl e1", "remove ext:UBLExtensions"), `schemeName="1"`, `schemeName="1"`},
		{"a cadre", suite(t).Bases["ubl plain"], "", "is A1,"},
		{"a cadre in CII", edit(t, "cii plain", "set ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID = A25"), "", "is A25,"},
		{"a cadre of the reform", edit(t, "cii plain", "set ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID = S1"), "", ""},
		{"A26", edit(t, "ubl plain", "set cbc:ProfileID = A26"), "", ""},
		{"the type 7 is no mark", edit(t, "ubl plain", "set cbc:ProfileID = urn:x; set "+ublSID+"/@schemeName = 7"), "", ""},
		{"the type of something else is no mark", edit(t, "ubl plain", "set cbc:ProfileID = urn:x; set cac:PayeeFinancialAccount/cbc:ID/@schemeName = 1"), "", ""},
		{"another document", `<Invoice><CategoryCode>A1</CategoryCode></Invoice>`, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			tree := parse(t, test.doc)
			mark, marked := choruspro.E1Mark(tree)
			why, declared := choruspro.Declared(tree)
			if mark != test.mark || marked != (test.mark != "") {
				t.Errorf("mark %q, want %q", mark, test.mark)
			}
			if declared != (test.why != "") || !strings.Contains(why.EN, test.why) {
				t.Errorf("declared %v: %q, want %q", declared, why.EN, test.why)
			}
			if declared && (why.Validate() != nil || why.EN == why.FR) {
				t.Errorf("%+v", why)
			}
		})
	}
}

func TestPublicRecipient(t *testing.T) {
	for _, test := range []struct{ name, base, siret, want string }{
		{"the State", "ubl plain", "11000201100044", "is the State"},
		{"of the user's file", "ubl e1", "21840277400044", "(Département des Rives)"},
		{"of the user's file, without a name", "cii plain", "21840277400036", "21840277400036 receives"},
		{"of the qualification platform", "cii plain", "12345678200051", "12345678200051 receives"},
		{"another one", "cii plain", "21840277400010", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := ublBuyerID
			if strings.HasPrefix(test.base, "cii") {
				path = ciiBID
			}
			who, ok := choruspro.PublicRecipient(parse(t, edit(t, test.base, "set "+path+" = "+test.siret)), recipients(t))
			if ok != (test.want != "") || !strings.Contains(who.EN, test.want) || ok && (who.Validate() != nil || who.EN == who.FR) {
				t.Errorf("%v %+v", ok, who)
			}
		})
	}
	if _, ok := choruspro.PublicRecipient(parse(t, "<x/>"), nil); ok {
		t.Error("in a file of another kind")
	}
	if _, ok := choruspro.PublicRecipient(parse(t, suite(t).Bases["ubl plain"]), nil); ok {
		t.Error("nobody has said so")
	}
}

// TestAccepted runs the official rules on what Chorus Pro is known to accept, and on its neighbours.
func TestAccepted(t *testing.T) {
	const code, mime = "set ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode = ", "set ram:AttachmentBinaryObject/@mimeCode = "
	for _, test := range []struct {
		name, base, edits string
		artefact          string
		want              map[string]bool // by rule: accepted
	}{
		{"381 under Invoice", "ubl plain", "set cbc:InvoiceTypeCode = 381", "en16931-ubl", map[string]bool{"BR-CL-01": true}},
		{"another type", "ubl plain", "set cbc:InvoiceTypeCode = 38", "en16931-ubl", map[string]bool{"BR-CL-01": false}},
		{"380 under CreditNote", "ubl creditnote", "set cbc:CreditNoteTypeCode = 380", "en16931-ubl", map[string]bool{"BR-CL-01": false}},
		{"type of the seller", "ubl plain", "set " + ublCompany + "/@schemeID = 1", "en16931-ubl", map[string]bool{"BR-CL-11": true}},
		{"type 7 of the seller", "ubl plain", "set " + ublCompany + "/@schemeID = 7", "en16931-ubl", map[string]bool{"BR-CL-11": false}},
		{"type of the payee", "ubl plain", "before cac:PaymentMeans <cac:PayeeParty><cac:PartyName><cbc:Name>X</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:CompanyID schemeID=\"1\">X</cbc:CompanyID></cac:PartyLegalEntity></cac:PayeeParty>",
			"en16931-ubl", map[string]bool{"BR-CL-11": false}},
		{"type of the buyer", "cii plain", "set " + ciiBID + "/@schemeID = 6", "en16931-cii", map[string]bool{"BR-CL-11": true}},
		{"ZIP", "ubl plain", "set cbc:EmbeddedDocumentBinaryObject/@mimeCode = application/zip", "en16931-ubl", map[string]bool{"BR-CL-24": true}},
		{"another MIME type", "ubl plain", "set cbc:EmbeddedDocumentBinaryObject/@mimeCode = application/x-zip", "en16931-ubl", map[string]bool{"BR-CL-24": false}},
		{"01", "ubl plain", "set cbc:PaymentMeansCode = 01", "en16931-ubl", map[string]bool{"BR-CL-16": true}},
		{"02", "ubl plain", "set cbc:PaymentMeansCode = 02x", "en16931-ubl", map[string]bool{"BR-CL-16": false}},
		{"in CII", "cii plain", code + "01; " + mime + "application/zip", "en16931-cii", map[string]bool{"BR-CL-16": true, "BR-CL-24": true}},
		{"in MINIMUM", "cii minimum", "set " + ciiSID + "/@schemeID = 1; set " + ciiBID + "/@schemeID = 1", "facturx-minimum", map[string]bool{"FX-SCH-A-000410": true, "FX-SCH-A-000031": true}},
		{"in BASIC WL", "cii basic", code + "01; set " + ciiSID + "/@schemeID = 1; set " + ciiBID + "/@schemeID = 1", "facturx-basicwl",
			map[string]bool{"FX-SCH-A-000489": true, "FX-SCH-A-000444": true, "FX-SCH-A-000424": true}},
		{"in BASIC", "cii basic", code + "01; set " + ciiSID + "/@schemeID = 1; set " + ciiBID + "/@schemeID = 1", "facturx-basic",
			map[string]bool{"FX-SCH-A-000527": true, "FX-SCH-A-000503": true, "FX-SCH-A-000496": true}},
		{"in EN 16931", "cii plain", code + "01; " + mime + "application/zip; set " + ciiSID + "/@schemeID = 1; set " + ciiBID + "/@schemeID = 1", "facturx-en16931",
			map[string]bool{"FX-SCH-A-000609": true, "FX-SCH-A-000581": true, "FX-SCH-A-000569": true, "FX-SCH-A-000287": true}},
		{"in EXTENDED", "cii extended", code + "01; " + mime + "application/zip; set " + ciiSID + "/@schemeID = 1; set " + ciiBID + "/@schemeID = 1", "facturx-extended",
			map[string]bool{"FX-SCH-A-001008": true, "FX-SCH-A-000778": true, "FX-SCH-A-000699": true, "FX-SCH-A-000644": true}},
		{"other values in EXTENDED", "cii extended", code + "02x; " + mime + "application/x; set " + ciiSID + "/@schemeID = 7; set " + ciiBID + "/@schemeID = 0", "facturx-extended",
			map[string]bool{"FX-SCH-A-001008": false, "FX-SCH-A-000778": false, "FX-SCH-A-000699": false, "FX-SCH-A-000644": false}},
	} {
		t.Run(test.name, func(t *testing.T) {
			tree := parse(t, edit(t, test.base, test.edits))
			seen := map[string]bool{}
			for _, f := range ruled(t, test.artefact, tree, report.Error) {
				want, listed := test.want[f.Rule]
				seen[f.Rule] = true
				why, ok := choruspro.Accepted(tree, f)
				if ok != want {
					t.Errorf("%s at %s: accepted %v (listed %v)", f.Rule, f.Path, ok, listed)
				}
				if ok && (why.Validate() != nil || why.EN != "Chorus Pro is known to accept this") {
					t.Errorf("%+v", why)
				}
				f.Severity = report.Warning
				if _, ok := choruspro.Accepted(tree, f); ok {
					t.Errorf("%s: a warning need not be accepted", f.Rule)
				}
			}
			for rule := range test.want {
				if !seen[rule] {
					t.Errorf("%s does not fire", rule)
				}
			}
		})
	}
}

// ruled returns what an artefact finds.
func ruled(t *testing.T, artefact string, tree *xmltree.Tree, s report.Severity) []report.Finding {
	t.Helper()
	for _, table := range append([]*shape.Table{ubl.Rules(), cii.Rules()}, cii.FacturXRules()...) {
		if table.Artefact != artefact {
			continue
		}
		found := report.NewCollector(0)
		shape.Run(table, tree, shape.Options{}, found)
		var r report.Report
		found.Into(&r)
		var all []report.Finding
		for _, f := range r.Findings {
			if f.Severity == s {
				all = append(all, f)
			}
		}
		return all
	}
	t.Fatalf("no artefact %s", artefact)
	return nil
}
