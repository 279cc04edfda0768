package cii

import (
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/report"
)

// words says what a rule of the syntax asks, where its expression alone does not.
func words(id string) (w shape.Words, ok bool) {
	switch id {
	case "CII-SR-046":
		return say("The GlobalID of the item (BT-157) does not say in which scheme it is registered: its schemeID is missing.",
			"Le GlobalID de l'article (BT-157) ne dit pas de quel référentiel il relève : son schemeID manque.",
			"Add the attribute schemeID with a code of ISO 6523, such as 0160 for a GTIN.",
			"Ajoutez l'attribut schemeID avec un code de l'ISO 6523, par exemple 0160 pour un GTIN.")
	case "CII-SR-090":
		return say("OriginTradeCountry must have just one ID, the country that the item comes from (BT-159).",
			"OriginTradeCountry doit avoir un seul ID, le pays d'origine de l'article (BT-159).",
			"Keep one ID with the code of the country, or remove OriginTradeCountry.",
			"Gardez un seul ID avec le code du pays, ou retirez OriginTradeCountry.")
	case "CII-SR-119":
		return say("What is applied to the gross price must be an allowance (BT-147): an ActualAmount, with a ChargeIndicator that is false.",
			"Ce qui s'applique au prix brut doit être un rabais (BT-147) : un ActualAmount, avec un ChargeIndicator qui vaut false.",
			"Give both, or neither; put a charge into the price itself.",
			"Indiquez les deux, ou aucun ; intégrez un supplément au prix lui-même.")
	case "CII-SR-449":
		return oneIdentifier("place of delivery (BT-71)", "du lieu de livraison (BT-71)", "ShipToTradeParty")
	case "CII-SR-450":
		return oneIdentifier("buyer (BT-46)", "de l'acheteur (BT-46)", "BuyerTradeParty")
	case "CII-SR-451":
		return oneIdentifier("payee (BT-60)", "du bénéficiaire (BT-60)", "PayeeTradeParty")
	case "CII-SR-462":
		return say("The code of the VAT point date (BT-8) is {found} here, but {first} before: all entries of the VAT breakdown must have the same.",
			"Le code de la date d'exigibilité de la TVA (BT-8) vaut {found} ici, mais {first} auparavant : il doit être le même dans toute la ventilation de la TVA.",
			"Write the same DueDateTypeCode in every entry; an invoice has one.",
			"Indiquez le même DueDateTypeCode dans chaque entrée ; une facture n'en a qu'un.")
	case "CII-SR-465":
		return oneContact("seller (BT-41)", "du vendeur (BT-41)")
	case "CII-SR-466":
		return oneContact("buyer (BT-56)", "de l'acheteur (BT-56)")
	case "CII-SR-467":
		return say("The type of payment means (BT-81) is {found} here, but {first} before: all payment means must have the same.",
			"Le type de moyen de paiement (BT-81) vaut {found} ici, mais {first} auparavant : il doit être le même pour tous les moyens de paiement.",
			"State one type of payment means; SpecifiedTradeSettlementPaymentMeans stands several times only for several accounts.",
			"Indiquez un seul type de moyen de paiement ; SpecifiedTradeSettlementPaymentMeans ne se répète que pour plusieurs comptes.")
	case "CII-SR-468":
		return say("The text of the payment means (BT-82) is “{found}” here, but “{first}” before: all payment means must have the same.",
			"Le libellé du moyen de paiement (BT-82) est « {found} » ici, mais « {first} » auparavant : il doit être le même pour tous les moyens de paiement.",
			"Write the same text for all, or remove it.",
			"Indiquez le même libellé pour tous, ou retirez-le.")
	case "CII-SR-470":
		return say("A credit transfer (BT-81 is 30 or 58) must name its account (BT-84): PayeePartyCreditorFinancialAccount needs an IBANID or a ProprietaryID, in Factur-X not both.",
			"Un virement (BT-81 vaut 30 ou 58) doit désigner son compte (BT-84) : PayeePartyCreditorFinancialAccount doit avoir un IBANID ou un ProprietaryID, en Factur-X pas les deux.",
			"State the IBAN, or else the national account number, in each payment means of these types.",
			"Indiquez l'IBAN, ou sinon le numéro de compte national, dans chaque moyen de paiement de ces types.")
	case "CII-SR-474":
		return say("The line has several invoiced objects (AdditionalReferencedDocument of TypeCode 130, BT-128); one is allowed.",
			"La ligne a plusieurs objets facturés (AdditionalReferencedDocument de TypeCode 130, BT-128) ; un seul est admis.",
			"Keep one on the line.", "N'en gardez qu'un sur la ligne.")
	case "CII-SR-475":
		return onlyOne("Name", "BT-123")
	case "CII-SR-476":
		return onlyOne("AttachmentBinaryObject", "BT-125")
	}
	if w, ok := dataTypeWords(id); ok {
		return w, true
	}
	if w, ok := facturXWords(id); ok {
		return w, true
	}
	return extendedWords(id)
}

// dataTypeWords says what a rule asks of a kind of element, wherever it stands.
func dataTypeWords(id string) (w shape.Words, ok bool) {
	switch id {
	case "CII-DT-015":
		return onlyIn("URIID", "a supporting document (AdditionalReferencedDocument of TypeCode 916, BT-124)",
			"un document justificatif (AdditionalReferencedDocument de TypeCode 916, BT-124)")
	case "CII-DT-018":
		return say("A document reference has a TypeCode; only AdditionalReferencedDocument has one, and it must be 50, 130 or 916.",
			"Une référence de document a un TypeCode ; seul AdditionalReferencedDocument en a un, et il doit valoir 50, 130 ou 916.",
			"Write 916 for a supporting document, 130 for an invoiced object, 50 for a tender or lot; remove it anywhere else.",
			"Indiquez 916 pour un document justificatif, 130 pour un objet facturé, 50 pour un appel d'offres ou un lot ; ailleurs, retirez-le.")
	case "CII-DT-021":
		return onlyIn("Name", "a supporting document (AdditionalReferencedDocument of TypeCode 916, BT-123)",
			"un document justificatif (AdditionalReferencedDocument de TypeCode 916, BT-123)")
	case "CII-DT-022":
		return onlyIn("AttachmentBinaryObject", "a supporting document (AdditionalReferencedDocument of TypeCode 916, BT-125)",
			"un document justificatif (AdditionalReferencedDocument de TypeCode 916, BT-125)")
	case "CII-DT-024":
		return onlyIn("ReferenceTypeCode", "an invoiced object (AdditionalReferencedDocument of TypeCode 130, BT-18, BT-128)",
			"un objet facturé (AdditionalReferencedDocument de TypeCode 130, BT-18, BT-128)")
	case "CII-DT-027":
		return onlyIn("FormattedIssueDateTime", "a preceding invoice (InvoiceReferencedDocument, BT-26)",
			"une facture antérieure (InvoiceReferencedDocument, BT-26)")
	case "CII-DT-033":
		return say("A quantity has a unitCode, but no BilledQuantity of the lines states the unit of what is invoiced (BT-130).",
			"Une quantité a un unitCode, mais aucun BilledQuantity des lignes n'indique l'unité de ce qui est facturé (BT-130).",
			"Add the unitCode to the BilledQuantity of each line.", "Ajoutez l'unitCode au BilledQuantity de chaque ligne.")
	case "CII-DT-037":
		return say("The TypeCode of a tax is not VAT: EN 16931 knows no other tax.",
			"Le TypeCode d'une taxe n'est pas VAT : l'EN 16931 ne connaît pas d'autre taxe.",
			"Write VAT, in capital letters; state another tax as a charge.",
			"Indiquez VAT, en capitales ; portez une autre taxe en frais.")
	case "CII-DT-041":
		return onlyIn("BasisAmount", "a tax of the header (ApplicableHeaderTradeSettlement, BT-116)", "une taxe de l'en-tête (ApplicableHeaderTradeSettlement, BT-116)")
	case "CII-DT-052":
		return onlyIn("ExemptionReasonCode", "an ApplicableTradeTax (BT-121)", "un ApplicableTradeTax (BT-121)")
	case "CII-DT-054":
		return onlyIn("TaxPointDate", "a tax of the header (ApplicableHeaderTradeSettlement, BT-7)", "une taxe de l'en-tête (ApplicableHeaderTradeSettlement, BT-7)")
	case "CII-DT-058":
		return onlyIn("DueDateTypeCode", "a tax of the header (ApplicableHeaderTradeSettlement, BT-8)", "une taxe de l'en-tête (ApplicableHeaderTradeSettlement, BT-8)")
	case "CII-DT-098":
		return onlyIn("ExemptionReason", "an ApplicableTradeTax (BT-120)", "un ApplicableTradeTax (BT-120)")
	}
	return shape.Words{}, false
}

func say(en, fr, fixEN, fixFR string) (shape.Words, bool) {
	return shape.Words{Text: report.Text{EN: en, FR: fr}, Fix: report.Text{EN: fixEN, FR: fixFR}}, true
}

// oneIdentifier is for a party that is named in two ways.
func oneIdentifier(en, fr, element string) (shape.Words, bool) {
	return say("The identifier of the "+en+" stands twice: "+element+" has an ID and a GlobalID.",
		"L'identifiant "+fr+" figure deux fois : "+element+" a un ID et un GlobalID.",
		"Keep the GlobalID if the identifier is of a scheme of ISO 6523, else the ID.",
		"Gardez le GlobalID si l'identifiant relève d'un référentiel de l'ISO 6523, sinon l'ID.")
}

// oneContact is for a contact point that is named in two ways.
func oneContact(en, fr string) (shape.Words, bool) {
	return say("The contact point of the "+en+" stands twice: DefinedTradeContact has a PersonName and a DepartmentName.",
		"Le point de contact "+fr+" figure deux fois : DefinedTradeContact a un PersonName et un DepartmentName.",
		"Keep one; put both into it if they matter.", "N'en gardez qu'un ; portez-y les deux s'ils importent.")
}

// onlyOne is for what the artefact counts over all supporting documents, though an invoice may have several.
func onlyOne(element, term string) (shape.Words, bool) {
	return say("There is more than one "+element+" of supporting documents (AdditionalReferencedDocument of TypeCode 916, "+term+
		"); the official check counts those of all documents together.",
		"Il y a plus d'un "+element+" de document justificatif (AdditionalReferencedDocument de TypeCode 916, "+term+
			") ; le contrôle officiel compte ceux de tous les documents ensemble.",
		"Keep one in a document. With several documents this warning cannot be avoided.",
		"Gardez-en un seul par document. Avec plusieurs documents, cet avertissement est inévitable.")
}

// onlyIn is for an element that has a meaning in one kind of what may hold it.
func onlyIn(element, en, fr string) (shape.Words, bool) {
	return say(element+" has a meaning only in "+en+".", element+" n'a de sens que dans "+fr+".",
		"Remove it here, or move it there.", "Retirez-le de cet endroit, ou déplacez-le.")
}
