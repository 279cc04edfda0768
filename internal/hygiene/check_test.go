package hygiene_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/hygiene"
	"github.com/fxinvoice/fx/report"
)

// check returns the findings on an invoice.
func check(t testing.TB, inv *en16931.Invoice, disabled ...string) []report.Finding {
	t.Helper()
	c := report.NewCollector(0)
	if failed := hygiene.Check(inv, c, disabled...); len(failed) > 0 {
		t.Errorf("broke down: %v", failed)
	}
	var r report.Report
	c.Into(&r)
	for i := range r.Findings {
		if err := r.Findings[i].Validate(); err != nil {
			t.Error(err)
		}
	}
	return r.Findings
}

// brief writes a finding as the tables below do: rule, case, terms, found and expected.
func brief(t testing.TB, f *report.Finding) string {
	t.Helper()
	rule, ok := hygiene.RuleByID(f.Rule)
	i := slices.IndexFunc(rule.Cases, func(c en16931.Case) bool { return c.Text == f.Message && c.Fix == f.Fix })
	if !ok || i < 0 {
		t.Fatalf("%s says what is none of its cases: %v", f.Rule, f.Message)
	}
	s := f.Rule
	if name := rule.Cases[i].Name; name != "" {
		s += "/" + name
	}
	s += " " + strings.Join(f.Terms, "+") + fmt.Sprintf(" %q", f.Found)
	if f.Expected != "" {
		s += fmt.Sprintf(" > %q", f.Expected)
	}
	return s
}

func TestGood(t *testing.T) {
	for _, f := range check(t, good()) {
		t.Errorf("on an invoice without faults: %s", brief(t, &f))
	}
	for _, f := range check(t, new(en16931.Invoice)) {
		t.Errorf("on an empty invoice: %s", brief(t, &f))
	}
}

type change struct {
	name string
	do   func(*en16931.Invoice)
	want []string // nothing: a near miss
}

func id(value, scheme string) en16931.Identifier {
	return en16931.Identifier{Value: value, Scheme: scheme}
}

func legal(value, scheme string) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) { inv.Seller.LegalRegistration = id(value, scheme) }
}

func sellerVAT(value string) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) { inv.Seller.VATIdentifier = value }
}

func account(means en16931.Code, value string) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) {
		inv.Payment = &en16931.PaymentInstructions{MeansCode: means, CreditTransfers: []*en16931.CreditTransfer{{Account: value}}}
	}
}

func bank(means en16931.Code, iban, bic string) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) {
		account(means, iban)(inv)
		inv.Payment.CreditTransfers[0].ServiceProvider = bic
	}
}

func debit(creditor, debited string) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) {
		inv.Payment = &en16931.PaymentInstructions{MeansCode: "59", DirectDebit: &en16931.DirectDebit{Creditor: creditor, DebitedAccount: debited}}
	}
}

func mail(address string) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) { inv.Buyer.Contact.Email = address }
}

func number(n string) func(*en16931.Invoice) { return func(inv *en16931.Invoice) { inv.Number = n } }

var changes = []change{
	{"SIREN with a wrong digit", legal("123456783", "0002"), []string{`HY-01 BT-30 "123456783"`}},
	{"SIREN of ten digits", legal("1234567820", "0002"), []string{`HY-01/form BT-30 "1234567820"`}},
	{"SIREN without its zero", legal("5580121", "0002"), []string{`HY-01/form BT-30 "5580121"`}},
	{"SIREN without its zero that passes", legal("12345674", "0002"), []string{`HY-01/zero BT-30 "12345674" > "012345674"`}},
	{"trade register number under SIREN", legal("RCS Paris 123 456 782", "0002"), []string{`HY-01/form BT-30 "RCS Paris 123 456 782"`}},
	{"SIREN in groups", legal("123 456 782", "0002"), []string{`HY-16 BT-30 "123 456 782" > "123456782"`}},
	{"SIREN of zeros", legal("000000000", "0002"), []string{`HY-18/zeros BT-30 "000000000"`}},
	{"SIREN of another scheme", legal("123456783", "0007"), nil},
	{"SIREN of La Poste", func(inv *en16931.Invoice) { inv.Payee.LegalRegistration = id("356000000", "0002") }, nil},
	{"VAT group with a wrong SIREN", func(inv *en16931.Invoice) { inv.Seller.Identifiers[2] = id("123456783", "0231") }, []string{`HY-01 BT-29 "123456783"`}},
	{"SIREN of an address of the reform", func(inv *en16931.Invoice) { inv.Buyer.ElectronicAddress.Value = "732829321_SERVICE" }, []string{`HY-01 BT-49 "732829321"`}},
	{"second identifier", func(inv *en16931.Invoice) { inv.Seller.Identifiers[1] = id("12345678200011", "0009") }, []string{`HY-02 BT-29 "12345678200011"`}},
	{"SIRET with a wrong digit", legal("12345678200011", "0009"), []string{`HY-02 BT-30 "12345678200011"`}},
	{"SIRET under the scheme of SIRENE", legal("12345678200010", "0002"), nil},
	{"wrong SIRET under the scheme of SIRENE", legal("12345678200011", "0002"), []string{`HY-02 BT-30 "12345678200011"`}},
	{"SIRET in Chorus Pro's numbering", legal("12345678200011", "1"), []string{`HY-02 BT-30 "12345678200011"`}},
	{"another identifier numbered 1", legal("4711", "1"), nil},
	{"SIRET whose SIREN is none", legal("12345678300000", "0009"), []string{`HY-02/siren BT-30 "12345678300000"`}},
	{"SIREN under SIRET", legal("123456782", "0009"), []string{`HY-02/form BT-30 "123456782"`}},
	{"SIRET without its zero", legal("1234567400001", "0009"), []string{`HY-02/zero BT-30 "1234567400001" > "01234567400001"`}},
	{"SIRET in groups", legal("123 456 782 00010", "0009"), []string{`HY-16 BT-30 "123 456 782 00010" > "12345678200010"`}},
	{"SIRET of zeros", legal("00000000000000", "0009"), []string{`HY-18/zeros BT-30 "00000000000000"`}},
	{"SIRET of La Poste by Luhn", func(inv *en16931.Invoice) { inv.Payee.LegalRegistration.Value = "35600000000048" }, nil},
	{"SIRET of La Poste by neither", func(inv *en16931.Invoice) { inv.Payee.LegalRegistration.Value = "35600000049838" }, []string{`HY-02 BT-61 "35600000049838"`}},
	{"sum of digits elsewhere", func(inv *en16931.Invoice) { inv.Payee.LegalRegistration.Value = "12345678200016" }, []string{`HY-02 BT-61 "12345678200016"`}},

	{"French VAT with a wrong key", sellerVAT("FR12123456782"), []string{`HY-03 BT-31 "FR12123456782" > "FR11123456782"`}},
	{"French VAT with letters in the key", sellerVAT("FRK7123456782"), nil},
	{"French VAT without its key", sellerVAT("FR123456782"), []string{`HY-03/form BT-31 "FR123456782"`}},
	{"French VAT with letters in the SIREN", sellerVAT("FR1112345678A"), []string{`HY-03/form BT-31 "FR1112345678A"`}},
	{"French VAT that is no SIREN", func(inv *en16931.Invoice) { inv.TaxRepresentative.VATIdentifier = "FR14123456783" }, []string{`HY-03/siren BT-63 "FR14123456783"`}},
	{"VAT of Monaco", sellerVAT("FR76000031000"), []string{`HY-03 BT-31 "FR76000031000" > "FR86000031000"`}},
	{"right VAT of Monaco", sellerVAT("FR86000031000"), nil},
	{"French VAT in groups and small letters", sellerVAT("fr 11 123456782"), []string{`HY-16 BT-31 "fr 11 123456782" > "FR11123456782"`}},
	{"French VAT of zeros", sellerVAT("FR00000000000"), []string{`HY-18/zeros BT-31 "FR00000000000"`}},
	{"French VAT as an address", func(inv *en16931.Invoice) { inv.Buyer.ElectronicAddress = id("FR45732829320", "9957") }, []string{`HY-03 BT-49 "FR45732829320" > "FR44732829320"`}},
	{"French VAT as an identifier", func(inv *en16931.Invoice) { inv.Seller.Identifiers[2] = id("FR12123456782", "0223") }, []string{`HY-03 BT-29 "FR12123456782" > "FR11123456782"`}},
	{"no prefix", sellerVAT("123456782"), nil},
	{"VAT of another company", sellerVAT("FR44732829320"), []string{`HY-04 BT-31+BT-30 "FR44732829320" > "FR11123456782"`}},
	{"VAT of another company than the SIRET's", func(inv *en16931.Invoice) {
		inv.Buyer.LegalRegistration, inv.Buyer.VATIdentifier = en16931.Identifier{}, "FR11123456782"
	}, []string{`HY-04 BT-48+BT-46 "FR11123456782" > "FR44732829320"`}},
	{"member of a VAT group by identifier", func(inv *en16931.Invoice) {
		inv.Seller.VATIdentifier, inv.Seller.Identifiers[2] = "FR44732829320", id("732829320", "0231")
	}, nil},
	{"member of a VAT group in words", func(inv *en16931.Invoice) {
		inv.Seller.VATIdentifier = "FR44732829320"
		inv.Notes = []*en16931.Note{{SubjectCode: "TXD", Text: "MEMBRE_ASSUJETTI_UNIQUE"}}
	}, nil},
	{"member of a VAT group by law", func(inv *en16931.Invoice) {
		inv.Seller.VATIdentifier, inv.Seller.LegalInformation = "FR44732829320", "SAS, membre d'un assujetti unique"
	}, nil},
	{"no SIREN", func(inv *en16931.Invoice) {
		inv.Seller.VATIdentifier, inv.Seller.Identifiers, inv.Seller.LegalRegistration = "FR44732829320", nil, id("B 123 456", "")
	}, nil},

	{"VAT of Germany", sellerVAT("DE12345678"), []string{`HY-05 BT-31 "DE12345678"`}},
	{"VAT of Belgium with nine digits", sellerVAT("BE403053608"), []string{`HY-05 BT-31 "BE403053608"`}},
	{"VAT of Belgium in groups", sellerVAT("BE 0403.053.608"), []string{`HY-16 BT-31 "BE 0403.053.608" > "BE0403053608"`}},
	{"VAT of Norway", sellerVAT("NO123456785MVA"), nil},
	{"VAT of Germany of zeros", sellerVAT("DE000000000"), []string{`HY-18/zeros BT-31 "DE000000000"`}},

	{"same SIRET", func(inv *en16931.Invoice) {
		inv.Buyer.Identifier, inv.Buyer.LegalRegistration, inv.Buyer.VATIdentifier = inv.Seller.Identifiers[0], inv.Seller.LegalRegistration, ""
	}, []string{`HY-06 BT-46+BT-29 "12345678200010"`}},
	{"same SIREN, another establishment", func(inv *en16931.Invoice) {
		inv.Buyer.Identifier, inv.Buyer.LegalRegistration, inv.Buyer.VATIdentifier = id("12345678200028", "0009"), inv.Seller.LegalRegistration, ""
	}, nil},
	{"same SIREN, no SIRET", func(inv *en16931.Invoice) {
		inv.Seller.Identifiers = nil
		inv.Buyer.Identifier, inv.Buyer.LegalRegistration, inv.Buyer.VATIdentifier = en16931.Identifier{}, inv.Seller.LegalRegistration, ""
	}, []string{`HY-06 BT-47+BT-30 "123456782"`}},

	{"GLN with a wrong digit", func(inv *en16931.Invoice) { inv.Delivery.Location.Value = "3020810000005" }, []string{`HY-07 BT-71 "3020810000005"`}},
	{"GLN of twelve digits", func(inv *en16931.Invoice) { inv.Delivery.Location.Value = "302081000000" }, []string{`HY-07/form BT-71 "302081000000"`}},
	{"GLN of zeros", func(inv *en16931.Invoice) { inv.Delivery.Location.Value = "0000000000000" }, []string{`HY-18/zeros BT-71 "0000000000000"`}},
	{"GTIN with a wrong digit", func(inv *en16931.Invoice) { inv.Lines[1].Item.StandardID.Value = "4006381333932" }, []string{`HY-08 BT-157 "4006381333932"`}},
	{"GTIN of eleven digits", func(inv *en16931.Invoice) { inv.Lines[1].Item.StandardID.Value = "40063813339" }, []string{`HY-08/form BT-157 "40063813339"`}},
	{"GTIN of eight digits", func(inv *en16931.Invoice) { inv.Lines[1].Item.StandardID.Value = "96385074" }, nil},
	{"GTIN of twelve digits", func(inv *en16931.Invoice) { inv.Lines[1].Item.StandardID.Value = "036000291452" }, nil},
	{"GTIN of fourteen digits", func(inv *en16931.Invoice) { inv.Lines[1].Item.StandardID.Value = "04006381333931" }, nil},
	{"article number of nobody", func(inv *en16931.Invoice) { inv.Lines[1].Item.StandardID = id("4006381333932", "") }, nil},

	{"no at sign", mail("achats.exemple.fr"), []string{`HY-09 BT-58 "achats.exemple.fr"`}},
	{"no point behind", mail("achats@exemple"), []string{`HY-09 BT-58 "achats@exemple"`}},
	{"two points", mail("achats@exemple..fr"), []string{`HY-09 BT-58 "achats@exemple..fr"`}},
	{"point before the at sign", mail("achats.@exemple.fr"), []string{`HY-09 BT-58 "achats.@exemple.fr"`}},
	{"with a name", mail("Achats <achats@exemple.fr>"), []string{`HY-09 BT-58 "Achats <achats@exemple.fr>"`}},
	{"with a space", mail("achats@ exemple.fr"), []string{`HY-09 BT-58 "achats@ exemple.fr"`}},
	{"an IP address", mail("achats@10.0.0.1"), []string{`HY-09 BT-58 "achats@10.0.0.1"`}},
	{"two addresses", mail("achats@exemple.fr; compta@exemple.fr"), []string{`HY-09/several BT-58 "achats@exemple.fr; compta@exemple.fr"`}},
	{"a link", mail("mailto:achats@exemple.fr"), []string{`HY-09/scheme BT-58 "mailto:achats@exemple.fr" > "achats@exemple.fr"`}},
	{"as electronic address", func(inv *en16931.Invoice) { inv.Seller.ElectronicAddress.Value = "123456782" }, []string{`HY-09 BT-34 "123456782"`}},
	{"accents", mail("amélie@mairie-évian.fr"), nil},
	{"quoted", mail(`"le service achats"@exemple.fr`), nil},
	{"white space around an address", mail(" achats@exemple.fr\n"), nil},

	{"IBAN with a wrong digit", account("30", "FR7630006000011234567890188"), []string{`HY-10 BT-84 "FR7630006000011234567890188"`}},
	{"IBAN that is too short", account("30", "FR763000600001123456789018"), []string{`HY-10/length BT-84 "FR763000600001123456789018"`}},
	{"no IBAN, but SEPA", account("58", "30006000011234567890189"), []string{`HY-10/sepa BT-84 "30006000011234567890189"`}},
	{"no IBAN, no SEPA", account("30", "30006000011234567890189"), nil},
	{"account of a country without IBAN", account("30", "US12345678901234"), nil},
	{"IBAN in groups", account("30", "FR76 3000 6000 0112 3456 7890 189"), []string{`HY-16 BT-84 "FR76 3000 6000 0112 3456 7890 189" > "FR7630006000011234567890189"`}},
	{"IBAN of zeros", account("30", "FR7600000000000000000000000"), []string{`HY-18/zeros BT-84 "FR7600000000000000000000000"`}},
	{"debited account", debit("FR72ZZZ123456", "DE89370400440532013001"), []string{`HY-10 BT-91 "DE89370400440532013001"`}},
	{"debited account that is no IBAN", debit("FR72ZZZ123456", "0532013000"), []string{`HY-10/sepa BT-91 "0532013000"`}},
	{"creditor with wrong digits", debit("FR73ZZZ123456", ""), []string{`HY-13 BT-90 "FR73ZZZ123456"`}},
	{"creditor's other business", debit("FR72ABC123456", ""), nil},
	{"creditor of Germany", debit("DE98ZZZ09999999999", ""), nil},
	{"creditor without a form", debit("123456", ""), []string{`HY-13/form BT-90 "123456"`}},
	{"creditor of no SEPA payment", func(inv *en16931.Invoice) {
		inv.Payment.MeansCode, inv.Payment.DirectDebit.Creditor = "49", "NNE 123456"
	}, nil},

	{"name instead of a BIC", bank("30", "FR7630006000011234567890189", "Crédit Agricole"), []string{`HY-11 BT-86 "Crédit Agricole"`}},
	{"BIC of ten characters", bank("30", "FR7630006000011234567890189", "AGRIFRPPXX"), []string{`HY-11 BT-86 "AGRIFRPPXX"`}},
	{"BIC of no country", bank("58", "FR7630006000011234567890189", "AGRIQQPP"), []string{`HY-11/country BT-86 "AGRIQQPP"`}},
	{"BIC in small letters", bank("58", "FR7630006000011234567890189", "agrifrppxxx"), []string{`HY-16 BT-86 "agrifrppxxx" > "AGRIFRPPXXX"`}},
	{"bank code beside no IBAN", bank("30", "12345678", "021000021"), nil},
	{"BIC of another country", bank("30", "FR7630006000011234567890189", "COBADEFF"), []string{`HY-12 BT-86+BT-84 "COBADEFF"`}},
	{"BIC of Réunion", bank("30", "FR7630006000011234567890189", "BRESREPP"), nil},
	{"BIC of Monaco", bank("30", "FR7630006000011234567890189", "BNPAMCM1"), nil},
	{"BIC of Guernsey", bank("30", "GB82WEST12345698765432", "WESTGGS1"), nil},
	{"BIC of Kosovo", bank("30", "XK051212012345678906", "NLPRXKPR"), nil},
	{"BIC beside a wrong IBAN", bank("30", "FR7630006000011234567890188", "COBADEFF"), []string{`HY-10 BT-84 "FR7630006000011234567890188"`}},

	{"space behind", number("F-1 "), []string{`HY-14 BT-1 "F-1 " > "F-1"`}},
	{"line breaks around", func(inv *en16931.Invoice) { inv.BuyerReference = "\n  S7\n" }, []string{`HY-14 BT-10 "\n  S7\n" > "S7"`}},
	{"space in a free text", func(inv *en16931.Invoice) { inv.PaymentTerms, inv.Lines[0].Item.Name = "30 jours ", " bois " }, nil},
	{"nothing but space", number(" "), nil},
	{"no-break space", number("F\u00a01"), []string{`HY-15 BT-1 "F\u00a01" > "F 1"`}},
	{"no width", func(inv *en16931.Invoice) { inv.Lines[2].Item.SellerID = "A\u200b1" }, []string{`HY-15 BT-155 "A\u200b1" > "A1"`}},
	{"line break within", func(inv *en16931.Invoice) { inv.PurchaseOrderReference = "CDE\n118" }, []string{`HY-15 BT-13 "CDE\n118" > "CDE 118"`}},
	{"no-break space behind", func(inv *en16931.Invoice) { inv.Seller.VATIdentifier = "FR11123456782\u00a0" }, []string{`HY-15 BT-31 "FR11123456782\u00a0" > "FR11123456782"`}},
	{"accents in a number", number("Avoir n°1 été"), nil},

	{"SIRET of a spreadsheet", legal("1.23457E+13", "0009"), []string{`HY-02/form BT-30 "1.23457E+13"`, `HY-17 BT-30 "1.23457E+13"`}},
	{"order of a spreadsheet in French", func(inv *en16931.Invoice) { inv.PurchaseOrderReference = "4,50001E+09" }, []string{`HY-17 BT-13 "4,50001E+09"`}},
	{"article that looks like it", func(inv *en16931.Invoice) { inv.Lines[0].Item.SellerID = "1.5E10" }, nil},

	{"left behind by a program", func(inv *en16931.Invoice) { inv.ContractReference = "undefined" }, []string{`HY-18 BT-12 "undefined"`}},
	{"left behind by a spreadsheet", func(inv *en16931.Invoice) { inv.Lines[0].Item.Name = "#N/A" }, []string{`HY-18 BT-153 "#N/A"`}},
	{"left behind by a template", func(inv *en16931.Invoice) { inv.Buyer.Name = "{{client.nom}}" }, []string{`HY-18 BT-44 "{{client.nom}}"`}},
	{"left behind by a script", func(inv *en16931.Invoice) { inv.Buyer.Name = "${client}" }, []string{`HY-18 BT-44 "${client}"`}},
	{"left behind by a format", func(inv *en16931.Invoice) { inv.DespatchAdvice = "%s" }, []string{`HY-18 BT-16 "%s"`}},
	{"number of a test", number("Test"), []string{`HY-18/number BT-1 "Test"`}},
	{"number of zeros", number("000"), []string{`HY-18/number BT-1 "000"`}},
	{"number of a draft", number("(PROV12)"), []string{`HY-18/number BT-1 "(PROV12)"`}},
	{"number with a word in it", number("TEST-12"), nil},

	{"the same line twice", func(inv *en16931.Invoice) { inv.Lines[2].ID = "1" }, []string{`HY-19 BT-126 "1"`}},
	{"the same line twice, in letters", func(inv *en16931.Invoice) { inv.Lines[0].ID, inv.Lines[2].ID = "a", "a" }, []string{`HY-19 BT-126 "a"`}},
	{"lines backwards", func(inv *en16931.Invoice) { inv.Lines[0].ID, inv.Lines[2].ID = "10", "1" }, nil},
	{"leading zero", func(inv *en16931.Invoice) { inv.Lines[2].ID = "01" }, nil},

	{"due before issue", func(inv *en16931.Invoice) { inv.DueDate = en16931.NewDate(2026, 2, 2) }, []string{`HY-20 BT-9+BT-2 "2026-02-02"`}},
	{"due at issue", func(inv *en16931.Invoice) { inv.DueDate = inv.IssueDate }, nil},
	{"credit note with the invoice's date", func(inv *en16931.Invoice) { inv.DueDate, inv.TypeCode = en16931.NewDate(2026, 1, 2), "381" }, nil},
	{"paid before", func(inv *en16931.Invoice) { inv.DueDate, inv.Totals.Due = en16931.NewDate(2026, 1, 2), amount("0.00") }, nil},
	{"corrects an earlier one", func(inv *en16931.Invoice) {
		inv.DueDate = en16931.NewDate(2026, 1, 2)
		inv.PrecedingInvoices = []*en16931.PrecedingInvoice{{Number: "F-1", IssueDate: en16931.NewDate(2026, 1, 1)}}
	}, nil},
	{"refers to a later one", func(inv *en16931.Invoice) {
		inv.PrecedingInvoices = []*en16931.PrecedingInvoice{{Number: "F-1", IssueDate: en16931.NewDate(2026, 2, 4)}}
	}, []string{`HY-21 BT-26+BT-2 "2026-02-04"`}},
	{"year of two digits", func(inv *en16931.Invoice) { inv.IssueDate = en16931.NewDate(26, 2, 3) }, []string{`HY-22 BT-2 "0026-02-03"`}},
	{"empty date of a program", func(inv *en16931.Invoice) { inv.Delivery.Date = en16931.NewDate(1, 1, 1) }, []string{`HY-22 BT-72 "0001-01-01"`}},
	{"zero of a clock", func(inv *en16931.Invoice) { inv.DueDate = en16931.NewDate(1970, 1, 1) }, []string{`HY-23 BT-9 "1970-01-01"`}},
	{"end of time", func(inv *en16931.Invoice) { inv.Lines[0].Period.End = en16931.NewDate(9999, 12, 31) }, []string{`HY-23 BT-135 "9999-12-31"`}},
	{"due in seven years", func(inv *en16931.Invoice) { inv.DueDate = en16931.NewDate(2033, 3, 5) }, []string{`HY-24 BT-9+BT-2 "2033-03-05"`}},
	{"delivered ten years ago", func(inv *en16931.Invoice) { inv.Delivery.Date = en16931.NewDate(2016, 2, 1) }, []string{`HY-24 BT-72+BT-2 "2016-02-01"`}},
	{"due in five years", func(inv *en16931.Invoice) { inv.DueDate = en16931.NewDate(2031, 2, 3) }, nil},
	{"no day", func(inv *en16931.Invoice) { inv.DueDate = en16931.ParseDate("2026-02-31") }, nil},

	{"rate of nowhere", rate("21"), []string{`HY-25 BT-119 "21"`}},
	{"rate of Corsica", rate("0.90"), nil},
	{"rate of long ago", rate("19.6"), []string{`HY-25/old BT-119 "19.6"`}},
	{"rate of its time", func(inv *en16931.Invoice) {
		rate("19.60")(inv)
		inv.TaxPointDate = en16931.NewDate(2013, 12, 31)
		inv.IssueDate = en16931.NewDate(2014, 1, 20)
		backThen(inv)
	}, nil},
	{"rate of the delivery's time", func(inv *en16931.Invoice) {
		rate("7")(inv)
		inv.IssueDate, inv.TaxPointDate = en16931.NewDate(2014, 1, 20), en16931.Date{}
		backThen(inv)
		inv.Delivery.Date = en16931.NewDate(2013, 12, 1)
	}, nil},
	{"rate of the period's time", func(inv *en16931.Invoice) {
		rate("7")(inv)
		inv.IssueDate, inv.TaxPointDate = en16931.NewDate(2014, 1, 20), en16931.Date{}
		backThen(inv)
		inv.Delivery.Date, inv.Delivery.Period.Start = en16931.Date{}, en16931.NewDate(2013, 12, 1)
	}, nil},
	{"rate that is late by its issue", func(inv *en16931.Invoice) { rate("7")(inv); inv.TaxPointDate, inv.Delivery = en16931.Date{}, nil }, []string{`HY-25/old BT-119 "7"`}},
	{"rate of an invoice that is corrected", func(inv *en16931.Invoice) { rate("7")(inv); inv.TypeCode = "381" }, nil},
	{"rate of another country", func(inv *en16931.Invoice) { rate("19")(inv); inv.Buyer.Address.Country = "DE" }, nil},
	{"delivered in another country", func(inv *en16931.Invoice) { rate("19")(inv); inv.Delivery.Address.Country = "DE" }, nil},
	{"VAT identifier of another country", func(inv *en16931.Invoice) { rate("19")(inv); inv.Seller.VATIdentifier = "DE123456788" }, nil},
	{"seller of New Caledonia", func(inv *en16931.Invoice) { rate("11")(inv); inv.Seller.Address.Country = "NC" }, nil},
	{"rate of nowhere in Réunion", func(inv *en16931.Invoice) { rate("21")(inv); inv.Seller.Address.Country = "RE" }, []string{`HY-25 BT-119 "21"`}},
	{"another category", func(inv *en16931.Invoice) { rate("4")(inv); inv.VATBreakdown[0].Category = "L" }, nil},
	{"fraction for a rate", rate("0.2"), []string{`HY-26 BT-119 "0.2" > "20"`}},
	{"fraction for a percentage", func(inv *en16931.Invoice) { inv.Allowances[0].Amount = amount("50.00") }, []string{`HY-26 BT-94 "0.5" > "50"`}},
	{"fraction for a charge", func(inv *en16931.Invoice) { inv.Charges[0].Percentage = num("0.05") }, []string{`HY-26 BT-101 "0.05" > "5"`}},
	{"fraction for the allowance of a line", func(inv *en16931.Invoice) { inv.Lines[0].Allowances[0].Percentage = num("0.050") }, []string{`HY-26 BT-138 "0.050" > "5"`}},
	{"fraction for the charge of a line", func(inv *en16931.Invoice) {
		inv.Lines[0].Charges[0] = &en16931.LineCharge{Amount: amount("4.00"), Base: amount("40.00"), Percentage: num("0.1")}
		inv.Lines[0].NetAmount = amount("42.00")
	}, []string{`HY-26 BT-143 "0.1" > "10"`}},
	{"credit note with a negative total", func(inv *en16931.Invoice) { inv.TypeCode, inv.Totals.WithVAT = "381", amount("-120.00") }, []string{`HY-27 BT-112+BT-3 "-120.00"`}},
	{"invoice with a negative total", func(inv *en16931.Invoice) { inv.Totals.WithVAT = amount("-120.00") }, nil},
	{"part of a piece", quantity("2.5", "50.00", "H87"), []string{`HY-28 BT-129+BT-130 "2.5"`}},
	{"whole pieces with decimals", quantity("2.000", "40.00", "C62"), nil},
	{"part of an hour", func(inv *en16931.Invoice) { quantity("2.5", "50.00", "HUR")(inv); inv.Lines[0].Price.BaseUnit = "HUR" }, nil},
	{"price of another unit", func(inv *en16931.Invoice) { inv.Lines[0].Price.BaseUnit = "KGM" }, []string{`HY-29 BT-150+BT-130 "KGM" > "H87"`}},
	{"line of a wrong amount", quantity("3", "40.00", "H87"), []string{`HY-30 BT-131+BT-146 "40.00" > "60.00"`}},
	{"line with allowances", func(inv *en16931.Invoice) { inv.Lines[0].NetAmount = amount("40.00") }, []string{`HY-30 BT-131+BT-146 "40.00" > "39.00"`}},
	{"line of a wrong base", func(inv *en16931.Invoice) {
		quantity("2", "40.00", "H87")(inv)
		inv.Lines[0].Price.BaseQuantity = num("100")
	},
		[]string{`HY-30/base BT-131+BT-146 "40.00" > "0.40"`}},
	{"line of a base", func(inv *en16931.Invoice) {
		quantity("200", "40.00", "H87")(inv)
		inv.Lines[0].Price.BaseQuantity = num("100")
	}, nil},
	{"line that is negative on one side", quantity("-2", "40.00", "H87"), []string{`HY-30 BT-131+BT-146 "40.00" > "-40.00"`}},
	{"line that is negative", quantity("-2", "-40.00", "H87"), nil},
	{"rounded amount", quantity("1.333", "26.67", "HUR"), nil},
	{"rounded price", func(inv *en16931.Invoice) {
		quantity("10000", "123.45", "H87")(inv)
		inv.Lines[0].Price.Net = amount("0.01")
	}, nil},
	{"amount that rounding of the price explains no more", func(inv *en16931.Invoice) {
		quantity("10000", "153.45", "H87")(inv)
		inv.Lines[0].Price.Net = amount("0.01")
	},
		[]string{`HY-30 BT-131+BT-146 "153.45" > "100.00"`}},
	{"rounded quantity", func(inv *en16931.Invoice) {
		quantity("0.33", "200.00", "HUR")(inv)
		inv.Lines[0].Price.Net = amount("600.00")
	}, nil},
	{"currency without decimals", func(inv *en16931.Invoice) {
		quantity("3", "1000", "H87")(inv)
		inv.Lines[0].Price.Net = amount("333.2")
		inv.Currency = "HUF"
	}, nil},
	{"profile whose lines may be sums", func(inv *en16931.Invoice) {
		quantity("3", "40.00", "H87")(inv)
		inv.Process.Specification = "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended"
	}, nil},
}

func rate(r string) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) { inv.VATBreakdown[0].Rate = num(r) }
}

// quantity leaves in the first line a quantity at a price of 20.00 and a net amount.
func quantity(q, net string, unit en16931.Code) func(*en16931.Invoice) {
	return func(inv *en16931.Invoice) {
		l := inv.Lines[0]
		l.Quantity, l.NetAmount, l.Unit, l.Allowances, l.Charges = num(q), amount(net), unit, nil, nil
		if unit == "HUR" {
			l.Price.BaseUnit = unit
		}
		if q == "1.333" {
			l.Price.Net = amount("20.01")
		}
	}
}

// backThen moves the other days of the invoice to its issue.
func backThen(inv *en16931.Invoice) {
	inv.DueDate, inv.Delivery.Date = inv.IssueDate, inv.IssueDate
	for _, l := range inv.Lines {
		l.Period = nil
	}
}

func TestChanges(t *testing.T) {
	names := map[string]bool{}
	for _, c := range changes {
		if names[c.name] {
			t.Errorf("%s: stands twice in the table", c.name)
		}
		names[c.name] = true
		t.Run(c.name, func(t *testing.T) {
			inv := good()
			c.do(inv)
			var got []string
			for _, f := range check(t, inv) {
				got = append(got, brief(t, &f))
			}
			slices.Sort(got)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error("(-want +got):\n" + diff)
			}
		})
	}
}

// TestEveryCase wants each case of each rule in the table above, and a near miss beside it.
func TestEveryCase(t *testing.T) {
	seen := map[string]bool{"HY-17/number": true} // TestPlaces has it: it takes a file
	misses := 0
	for _, c := range changes {
		for _, w := range c.want {
			rule, _, _ := strings.Cut(w, " ")
			seen[rule] = true
		}
		if c.want == nil {
			misses++
		}
	}
	for _, rule := range hygiene.Rules() {
		for _, c := range rule.Cases {
			if name := strings.TrimSuffix(rule.ID+"/"+c.Name, "/"); !seen[name] {
				t.Errorf("no invoice breaks %s", name)
			}
		}
	}
	if misses < len(hygiene.Rules()) {
		t.Errorf("only %d near misses", misses)
	}
}

func TestDisabled(t *testing.T) {
	inv := good()
	number("TEST ")(inv)
	got := check(t, inv, "HY-14")
	if len(got) != 1 || got[0].Rule != "HY-18" {
		t.Errorf("with HY-14 switched off: %v", got)
	}
	if got := check(t, inv, "HY-18", "HY-14"); len(got) != 0 {
		t.Errorf("with both switched off: %v", got)
	}
}

// TestCap gives every line the same fault: the first ones are listed, the others counted.
func TestCap(t *testing.T) {
	inv := good()
	for range 100 {
		inv.Lines = append(inv.Lines, line("1"))
	}
	c := report.NewCollector(20)
	hygiene.Check(inv, c)
	var r report.Report
	c.Into(&r)
	if len(r.Findings) != 20 || r.More["HY-19"] != 80 {
		t.Errorf("%d findings listed, %v more", len(r.Findings), r.More)
	}
}

// TestBreaksDown gives a part of the work a line that is not there: the others run all the same, and the report can say which did not.
func TestBreaksDown(t *testing.T) {
	inv := good()
	inv.Lines[1] = nil
	inv.DueDate = en16931.NewDate(2020, time.January, 1)
	c := report.NewCollector(0)
	failed := hygiene.Check(inv, c)
	var r report.Report
	c.Into(&r)
	if !slices.Contains(failed, "HY-30") || slices.Contains(failed, "HY-24") || !slices.IsSorted(failed) || len(r.Findings) != 1 || r.Findings[0].Rule != "HY-24" {
		t.Errorf("failed %v, found %v", failed, r.Findings)
	}
}
