package choruspro_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/report"
)

// TestRules: what every rule has to have, in both languages.
func TestRules(t *testing.T) {
	rules := choruspro.Rules()
	if len(rules) != 41 {
		t.Errorf("%d rules", len(rules))
	}
	last := ""
	for _, r := range rules {
		if r.ID <= last || !strings.HasPrefix(r.ID, "CP-") || len(r.ID) != 5 {
			t.Errorf("%s stands behind %s", r.ID, last)
		}
		last = r.ID
		texts := []report.Text{r.Asks}
		if !r.Why.IsZero() {
			texts = append(texts, r.Why)
		}
		if len(r.Levels) == 0 || len(r.Cases) == 0 || len(r.Sources) == 0 {
			t.Errorf("%s lacks levels, cases or sources", r.ID)
		}
		for i, l := range r.Levels {
			if !l.When.IsZero() {
				texts = append(texts, l.When)
			}
			if l.When.IsZero() && len(r.Levels) > 1 {
				t.Errorf("%s: nobody knows when it is %s", r.ID, l.Severity)
			}
			if i > 0 && l.Severity < r.Levels[i-1].Severity {
				t.Errorf("%s: the worst comes first", r.ID)
			}
			// An error rests on what is confirmed.
			if l.Severity == report.Error && l.Confidence != choruspro.Confirmed || l.Confidence.Text().Validate() != nil {
				t.Errorf("%s: %c", r.ID, l.Confidence)
			}
		}
		names := map[string]bool{}
		for _, c := range r.Cases {
			texts = append(texts, c.Text, c.Fix)
			if names[c.Name] {
				t.Errorf("%s has two cases %q", r.ID, c.Name)
			}
			names[c.Name] = true
		}
		for _, s := range r.Sources {
			texts = append(texts, s.Title)
		}
		for _, text := range texts {
			if err := text.Validate(); err != nil {
				t.Errorf("%s: %v", r.ID, err)
			}
			if text.EN == text.FR && !strings.HasPrefix(text.EN, "GitHub") {
				t.Errorf("%s says %q in both languages", r.ID, text.EN)
			}
			if strings.ContainsAny(text.FR, "“”’") || strings.ContainsAny(text.EN, "«»’") {
				t.Errorf("%s: quotes of another language: %+v", r.ID, text)
			}
		}
	}
}

func TestRuleByID(t *testing.T) {
	for _, r := range choruspro.Rules() {
		if have, ok := choruspro.RuleByID(strings.ToLower(r.ID)); !ok || have.ID != r.ID {
			t.Errorf("%s: %v %s", r.ID, ok, have.ID)
		}
	}
	if _, ok := choruspro.RuleByID("CP-24"); ok {
		t.Error("there is no CP-24")
	}
	// They are the caller's to change.
	choruspro.Rules()[0].Terms[0] = 0
	if choruspro.Rules()[0].Terms[0] == 0 {
		t.Error("the rules are shared")
	}
}

func TestNotExamined(t *testing.T) {
	for _, test := range []struct {
		name, buyer string
		want        bool
	}{
		{"nobody knows the buyer", "21840277400010", true},
		{"no SIRET", "218402774", true},
		{"the State has rules of its own", choruspro.StateSIRET, false},
		{"an entry", "21840277400044", false},
		{"one that is built in", "12345678200051", false},
	} {
		t.Run(test.name, func(t *testing.T) {
			doc := choruspro.Document{Tree: parse(t, edit(t, "cii plain", "set "+ciiBID+" = "+test.buyer))}
			r := choruspro.Check(doc, choruspro.Options{Recipients: recipients(t), AsOf: asOf}, report.NewCollector(0))
			if have := slices.Equal(r.NotExamined, []string{choruspro.NoProfile}); have != test.want || !have && r.NotExamined != nil {
				t.Errorf("%v", r.NotExamined)
			}
		})
	}
}

func TestDisabled(t *testing.T) {
	doc := choruspro.Document{Tree: parse(t, edit(t, "cii plain", "set "+ciiBID+" = 218402774; remove ram:SpecifiedTradeSettlementPaymentMeans"))}
	found := report.NewCollector(0)
	result := choruspro.Check(doc, choruspro.Options{AsOf: asOf, Disabled: []string{"CP-03", "CP-12"}}, found)
	var r report.Report
	found.Into(&r)
	if len(r.Findings) != 1 || r.Findings[0].Rule != "CP-08" || result.NotExamined != nil {
		t.Errorf("%v %v", ids(r.Findings), result.NotExamined)
	}
}

// TestForeign: a file of another kind is not said to be right.
func TestForeign(t *testing.T) {
	found := report.NewCollector(0)
	result := choruspro.Check(choruspro.Document{Tree: parse(t, `<Invoice xmlns="urn:x"/>`)}, choruspro.Options{}, found)
	var r report.Report
	found.Into(&r)
	if len(r.Findings) > 0 || len(result.NotExamined) != len(choruspro.Rules()) {
		t.Errorf("%v %v", r.Findings, result.NotExamined)
	}
}

// TestStateEntry: what the user's file says of the State replaces what fx knows.
func TestStateEntry(t *testing.T) {
	state, err := choruspro.ReadRecipients(strings.NewReader("[[recipient]]\nsiret = \"11000201100044\"\nengagement_required = true\n"))
	if err != nil {
		t.Fatal(err)
	}
	doc := choruspro.Document{Tree: parse(t, edit(t, "cii plain", "set "+ciiBID+" = 11000201100044; remove ram:BuyerReference; remove ram:BuyerOrderReferencedDocument"))}
	for _, test := range []struct {
		name string
		r    *choruspro.Recipients
		want []string
	}{
		{"without", nil, []string{"CP-11", "CP-56"}},
		{"with", state, []string{"CP-12"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if have := ids(findings(t, doc, choruspro.Options{Recipients: test.r, AsOf: asOf})); !slices.Equal(have, test.want) {
				t.Errorf("%v", have)
			}
		})
	}
}

func TestCheckArchive(t *testing.T) {
	full := choruspro.Archive{Name: "a.zip", Invoices: choruspro.MaxArchiveInvoices, Bytes: choruspro.MaxArchiveBytes, Members: []string{"a.xml", "./b.xml", "c.zip"}}
	if found := choruspro.CheckArchive(full); len(found) > 0 {
		t.Errorf("%v", ids(found))
	}
	full.Invoices++
	full.Bytes++
	full.Members = append(full.Members, "d/e.xml")
	found := choruspro.CheckArchive(full)
	var files []string
	for _, f := range found {
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
		if f.Severity != report.Warning || f.Layer != report.Chorus || f.Message.In(report.EN, f.Args...) == f.Message.In(report.FR, f.Args...) {
			t.Errorf("%+v", f)
		}
		files = append(files, f.Files...)
	}
	if !slices.Equal(ids(found), []string{"CP-64", "CP-64", "CP-65"}) || !slices.Equal(files, []string{"a.zip", "a.zip", "a.zip!d/e.xml"}) {
		t.Errorf("%v %v", ids(found), files)
	}
}

// TestAnswers: what the portal is recorded to have answered comes out beside what fx says.
func TestAnswers(t *testing.T) {
	const gross = `before ram:SpecifiedLineTradeAgreement/ram:NetPriceProductTradePrice <ram:GrossPriceProductTradePrice><ram:ChargeAmount>100.00</ram:ChargeAmount></ram:GrossPriceProductTradePrice>`
	for _, test := range []struct{ name, base, edits, rule, says string }{
		{"a number of 21 characters", "cii facturx", "set rsm:ExchangedDocument/ram:ID = F-2026-00000000000151", "CP-01",
			"…FichierXml.ExchangedDocument.ID.value… ne doit pas depasser 20 caracteres"},
		{"M1 in BT-23", "cii facturx", "set ram:BusinessProcessSpecifiedDocumentContextParameter/ram:ID = M1", "CP-05", "…BusinessProcessSpecifiedDocumentContextParameter.ID…"},
		{"no payment means", "cii facturx", "remove ram:SpecifiedTradeSettlementPaymentMeans", "CP-08", "SpecifiedTradeSettlementPaymentMeans.TypeCode.value est obligatoire"},
		{"an empty block of payment", "cii plain", "remove ram:SpecifiedTradeSettlementPaymentMeans/ram:TypeCode", "CP-08",
			"L'element FichierXml.SupplyChainTradeTransaction.ApplicableHeaderTradeSettlement.SpecifiedTradeSettlementPaymentMeans.TypeCode.value est obligatoire"},
		{"no service", "cii facturx", "set " + ciiBID + " = 12345678200028; remove ram:BuyerReference", "CP-12", "…BuyerReference.value is mandatory"},
		{"no engagement", "cii facturx", "set " + ciiBID + " = 12345678200036; remove ram:BuyerOrderReferencedDocument", "CP-12", "…BuyerOrderReferencedDocument.IssuerAssignedID.value is mandatory"},
		{"a gross price", "cii plain", gross, "CP-13",
			"L'element (AppliedTradeAllowanceCharge.ActualAmount.value) est obligatoire si l'element (…GrossPriceProductTradePrice) est renseigne"},
		{"a reference of type 130", "cii facturx", "remove ram:AttachmentBinaryObject; set ram:AdditionalReferencedDocument/ram:TypeCode = 130", "CP-21",
			"L'element (AttachmentBinaryObject.value) est obligatoire si l'element (…ApplicableHeaderTradeAgreement.AdditionalReferencedDocument) est renseigne"},
		{"a service with an apostrophe", "cii facturx", "set ram:BuyerReference = L'EAU", "CP-55",
			"Le champ (FichierXml.SupplyChainTradeTransaction.ApplicableHeaderTradeAgreement.BuyerReference.value) doit etre alphanumerique"},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := own(check(t, strings.TrimPrefix(test.base, "cii "), edit(t, test.base, test.edits)), test.rule)
			fr := f.Message.In(report.FR, f.Args...)
			_, quote, ok := strings.Cut(fr, "Le portail répond")
			if !ok || !strings.Contains(quote, test.says) {
				t.Errorf("%s", fr)
			}
		})
	}
	// In UBL the portal would name other elements: nothing is recorded.
	f := own(check(t, "plain", edit(t, "ubl plain", "remove cac:PaymentMeans")), "CP-08")
	if strings.Contains(f.Message.FR, "portail") {
		t.Errorf("%s", f.Message.FR)
	}
}

// TestTakenByThePortal: a file like the one that the qualification platform took has no error.
func TestTakenByThePortal(t *testing.T) {
	doc := edit(t, "cii facturx", "set "+ciiSID+" = 33254021516357; set "+ciiBID+" = 12345678200051; remove ram:BuyerReference; remove ram:BuyerOrderReferencedDocument")
	if found := check(t, "facturx", doc); !slices.Equal(ids(found), []string{"CP-20"}) || found[0].Severity != report.Warning {
		t.Errorf("%v", ids(found))
	}
}
