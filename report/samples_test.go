package report

import "strings"

// The reports that the golden files, the JSON schema and the verdicts are
// tested with.

var (
	notBuilt = Text{"not built yet", "pas encore réalisé"}
	noFile   = Text{"the file could not be read", "le fichier n’a pas pu être lu"}
)

func ran(ids ...LayerID) []Layer {
	var layers []Layer
	for _, id := range ids {
		layers = append(layers, Layer{ID: id, State: Ran})
	}
	return layers
}

func total(line, column int) Finding {
	return Finding{
		Rule: "BR-CO-15", Layer: Rules, Severity: Error, Terms: []string{"BT-112", "BT-109", "BT-110"},
		Path: "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeSettlement/ram:SpecifiedTradeSettlementHeaderMonetarySummation/ram:GrandTotalAmount",
		Line: line, Column: column, Found: "1200.00", Expected: "1190.00", Count: 1,
		Message: Text{
			"The total with VAT (BT-112) is {found}, but the total without VAT (BT-109) and the VAT (BT-110) add up to {sum}.",
			"Le total TTC (BT-112) vaut {found}, mais le total HT (BT-109) et la TVA (BT-110) font ensemble {sum}.",
		},
		Fix:  Text{"Write {sum}, or correct BT-109 or BT-110.", "Indiquez {sum}, ou corrigez BT-109 ou BT-110."},
		Args: []Arg{A("found", Number("1200.00")), A("sum", Number("1190.00"))},
	}
}

func notUsed(line int) Finding {
	return Finding{
		Rule: "UBL-CR-561", Layer: Rules, Severity: Warning, Count: 1, Line: line, Column: 11,
		Path:    "/ubl:Invoice/cac:InvoiceLine[2]/cac:TaxTotal",
		Message: Text{"{element} should not be used.", "{element} ne devrait pas être utilisé."},
		Args:    []Arg{A("element", "cac:TaxTotal")},
	}
}

func siret() Finding {
	return Finding{
		Rule: "HY-SIRET", Layer: Hygiene, Severity: Error, Terms: []string{"BT-29"}, Line: 9, Column: 8, Count: 1,
		Path: "/rsm:CrossIndustryInvoice/rsm:ExchangedDocument", Found: "12345678901234",
		Message: Text{"The SIRET {value} is not possible: its check digit is wrong.", "Le SIRET {value} est impossible : sa clé de contrôle est fausse."},
		Fix:     Text{"Copy it again from the company's papers.", "Recopiez-le depuis l’extrait Kbis."},
		Args:    []Arg{A("value", "12345678901234")},
	}
}

func container() []Finding {
	return []Finding{
		{
			Rule: "PDF-AF", Layer: Container, Severity: Error, Object: "12 0", Count: 1,
			Message: Text{"The invoice is attached as {found}; Factur-X wants {expected}.", "La facture est jointe comme {found} ; Factur-X demande {expected}."},
			Args:    []Arg{A("found", "Unspecified"), A("expected", []string{"Data", "Source", "Alternative"})},
			Found:   "Unspecified", Expected: "Alternative",
		},
		{
			Rule: "PDF-FONT", Layer: Container, Severity: Warning, Object: "7 0", Page: 2, Count: 14,
			Message: Text{"The font {font} is not embedded.", "La police {font} n’est pas incorporée."},
			Fix:     Text{"Export the PDF again as PDF/A-3.", "Exportez de nouveau le PDF en PDF/A-3."},
			Args:    []Arg{A("font", "Helvetica")},
		},
	}
}

// samples returns the reports, by name.
func samples() map[string]*Report {
	invalid := &Report{
		FX: "0.1.0", File: "facture.xml", Syntax: "cii", Profile: "en16931", Target: "chorus",
		Layers: []Layer{
			{ID: Read, State: Ran},
			{ID: XSD, State: Ran, Artefact: "CII", Version: "D16B"},
			{ID: Rules, State: Ran, Artefact: "en16931-cii", Version: "1.3.16"},
			{ID: Chorus, State: Skipped, Reason: notBuilt},
			{ID: Hygiene, State: Ran},
		},
		Findings: []Finding{total(120, 9), siret()},
	}
	buyer := Finding{
		Rule: "BR-07", Layer: Rules, Severity: Error, Terms: []string{"BT-44"}, Missing: true, Line: 48, Column: 13, Count: 1,
		Path:    "/rsm:CrossIndustryInvoice/rsm:SupplyChainTradeTransaction/ram:ApplicableHeaderTradeAgreement/ram:BuyerTradeParty",
		Message: Text{"The buyer's name (BT-44) is missing.", "Le nom de l’acheteur (BT-44) manque."},
		Fix:     Text{"Add the buyer's name.", "Ajoutez le nom de l’acheteur."},
	}
	whole := Finding{
		Rule: "BR-16", Layer: Rules, Severity: Error, Terms: []string{"BG-25"}, Missing: true, Count: 1,
		Message: Text{"The invoice has no line (BG-25).", "La facture n’a aucune ligne (BG-25)."},
		Fix:     Text{"Add at least one invoice line.", "Ajoutez au moins une ligne de facture."},
	}
	invalid.Findings = append(invalid.Findings, buyer, whole)
	invalid.Sort()

	many := &Report{
		FX: "0.1.0", File: "big.xml", Syntax: "ubl", Profile: "en16931",
		Layers: ran(Read, XSD, Rules, Hygiene),
	}
	c := NewCollector(3)
	for line := range 5003 {
		c.Add(notUsed(100 + line*10))
	}
	c.Into(many)

	disabled := &Report{
		FX: "0.1.0", File: "a.zip!a.xml", Syntax: "ubl", Profile: "en16931",
		Layers: ran(Read, XSD, Rules, Hygiene),
		Disabled: []Disabled{
			{Rule: "BR-CO-15"},
			{Rule: "BR-CL-23", Reason: "units of our customer"},
		},
	}

	return map[string]*Report{
		"valid": {
			FX: "0.1.0", File: "ok.xml", Syntax: "ubl", Profile: "en16931",
			Layers: ran(Read, XSD, Rules, Hygiene),
		},
		"invalid": invalid,
		"many":    many,
		"container": {
			FX: "0.1.0", File: "facture.pdf", Syntax: "cii", Profile: "facturx-en16931",
			Layers: append([]Layer{{ID: Container, State: Ran, NotExamined: []string{"fonts", "colours"}}},
				ran(Read, XSD, Rules, Hygiene)...),
			Findings: container(),
		},
		"incomplete": {
			FX: "0.1.0", File: "xrechnung.xml", Syntax: "ubl", Profile: "en16931", Target: "none",
			Layers: []Layer{
				{ID: Read, State: Ran},
				{ID: XSD, State: Skipped, Reason: notBuilt},
				{ID: Rules, State: Failed, Artefact: "en16931-ubl", Version: "1.3.16", Reason: Text{
					"fx stopped in BR-CO-04; please report it", "fx s’est arrêté dans BR-CO-04 ; merci de le signaler",
				}},
				{ID: CIUS, State: Skipped, Reason: Text{
					"fx does not know {cius}", "fx ne connaît pas {cius}",
				}.With(A("cius", "urn:xeinkauf.de:kosit:xrechnung_3.0"))},
				{ID: Hygiene, State: Skipped, Reason: notBuilt},
			},
		},
		"e1": {
			FX: "0.1.0", File: "e1.xml", Syntax: "ubl", Profile: "chorus-e1", Target: "chorus",
			Layers: []Layer{
				{ID: Read, State: Ran}, {ID: XSD, State: Ran, Artefact: "UBL", Version: "2.1"},
				{ID: Rules, State: NotApplicable, Reason: Text{
					"EN 16931 does not cover Chorus Pro's E1 format", "l’EN 16931 ne couvre pas le format E1 de Chorus Pro",
				}},
				{ID: Chorus, State: Ran}, {ID: Hygiene, State: Ran},
			},
		},
		"only": {
			FX: "0.1.0", File: "-", Syntax: "cii", Profile: "en16931", Only: []LayerID{Hygiene, XSD},
			Layers: []Layer{{ID: Read, State: Ran}, {ID: XSD, State: Ran}, NotAsked(Rules), {ID: Hygiene, State: Ran}},
		},
		"only one": {
			FX: "0.1.0", File: "one.xml", Syntax: "ubl", Profile: "en16931", Only: []LayerID{Read}, Target: "portal",
			Layers: []Layer{
				{ID: Read, State: Ran, NotExamined: []string{
					"annotations", "colours", "content", "fonts", "images", "metadata", "signatures", "structure", "transparency", "BR-CL-24",
				}}, NotAsked(XSD), NotAsked(Rules), NotAsked(Hygiene),
			},
			Findings: []Finding{{
				Rule: "RD-NOTE", Layer: Read, Severity: Info, Line: 12, Count: 1,
				Message: Text{"The note is long.", "La note est longue."},
			}},
		},
		"disabled": disabled,
		"unreadable": {
			FX: "0.1.0", File: "photo.xml",
			Layers: []Layer{
				{ID: Read, State: Failed, Reason: Text{"this is not XML", "ce n’est pas du XML"}},
				{ID: XSD, State: Skipped, Reason: noFile},
				{ID: Rules, State: Skipped, Reason: noFile},
				{ID: Hygiene, State: Skipped, Reason: noFile},
			},
			Findings: []Finding{{
				Rule: "RD-XML", Layer: Read, Severity: Error, Line: 1, Column: 1, Count: 1,
				Message: Text{"The file does not begin as XML does.", "Le fichier ne commence pas comme du XML."},
				Fix:     Text{"Export it again as XML.", "Exportez-le de nouveau en XML."},
			}},
		},
		"unreadable without a finding": {
			FX: "0.1.0", File: "empty.pdf",
			Layers: []Layer{
				{ID: Container, State: Ran},
				{ID: Read, State: Failed, Reason: Text{"the PDF holds no invoice", "le PDF ne contient pas de facture"}},
				{ID: Hygiene, State: Skipped, Reason: noFile},
			},
		},
		"hostile": {
			FX: "0.1.0", File: "evil\x1b]0;owned\x07\u202exml.\xff", Syntax: "ubl", Profile: "en16931",
			Layers: []Layer{
				{ID: Read, State: Ran, Artefact: "a"},
				{ID: CIUS, State: Skipped, Reason: Text{"unknown {x}", "inconnu {x}"}.With(A("x", "\x1b[31m{y}"))},
			},
			Disabled: []Disabled{{Rule: "BR-01", Reason: "\x9b1m\u009b1m"}},
			Findings: []Finding{{
				Rule: "RD-VALUE", Layer: Read, Severity: Error, Line: 7, Column: 3, Count: 1,
				Terms: []string{"BT-1"}, Path: "/a\x1b[0m", Found: "\u200b12\x00" + strings.Repeat("9", 300), Expected: "\u2066x",
				Object: "1\x1b 0", Page: 1,
				Message: Text{"The value {v} is no number.", "La valeur {v} n’est pas un nombre."},
				Fix:     Text{"Correct {v}.", "Corrigez {v}."},
				Args:    []Arg{A("v", "\x1b[1A\r\n\t"+strings.Repeat("é", 300))},
			}},
		},
	}
}

// source is a file of ten lines for tests, whatever line is asked for.
func source(line int) (string, bool) {
	switch line {
	case 1:
		return "\x89PNG\x1a", true
	case 7:
		return "\t\x1b[31m漢字<ID>é</ID>", true
	case 9:
		return `  <ram:ID schemeID="0002">12345678901234</ram:ID>`, true
	case 48:
		return "", false
	case 120:
		return strings.Repeat("\t", 2) + "<ram:Grand>1200.00</ram:Grand>" + strings.Repeat("<ram:Due>1200.00</ram:Due>", 9), true
	}
	return strings.Repeat(" ", 10) + "<cac:TaxTotal/>", true
}
