package ubl

import (
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/report"
)

// words says what a rule of the syntax asks, where its expression alone does not.
func words(id string) (w shape.Words, ok bool) {
	switch id {
	case "UBL-SR-04":
		return say("There is more than one invoiced object identifier (BT-18): several AdditionalDocumentReference have the DocumentTypeCode 130.",
			"Il y a plus d'un identifiant d'objet facturé (BT-18) : plusieurs AdditionalDocumentReference ont le DocumentTypeCode 130.",
			"Keep one; an object of a single line goes to the DocumentReference of that line (BT-128).",
			"Gardez-en un ; l'objet d'une seule ligne va dans le DocumentReference de cette ligne (BT-128).")
	case "UBL-SR-12":
		return twoIdentifiers("The seller", "Le vendeur", "VAT identifiers (BT-31)", "identifiants à la TVA (BT-31)")
	case "UBL-SR-13":
		return twoIdentifiers("The seller", "Le vendeur", "tax registration identifiers (BT-32)", "identifications fiscales (BT-32)")
	case "UBL-SR-18":
		return twoIdentifiers("The buyer", "L'acheteur", "VAT identifiers (BT-48)", "identifiants à la TVA (BT-48)")
	case "UBL-SR-42":
		return say("The seller has more than two PartyTaxScheme: one is for the VAT identifier (BT-31), the other for the tax registration identifier (BT-32).",
			"Le vendeur a plus de deux PartyTaxScheme : l'un est pour l'identifiant à la TVA (BT-31), l'autre pour l'identification fiscale (BT-32).",
			"Keep these two.", "Gardez ces deux-là.")
	case "UBL-SR-19":
		return payee("name (BT-59)", "nom (BT-59)")
	case "UBL-SR-20":
		return payee("identifier (BT-60)", "identifiant (BT-60)")
	case "UBL-SR-21":
		return payee("legal registration identifier (BT-61)", "identifiant d'enregistrement légal (BT-61)")
	case "UBL-SR-29":
		return say("There is more than one bank assigned creditor identifier (BT-90): several PartyIdentification have the scheme SEPA.",
			"Il y a plus d'un identifiant bancaire du créancier (BT-90) : plusieurs PartyIdentification ont le schéma SEPA.",
			"Keep one, below the seller or below the payee.", "Gardez-en un, chez le vendeur ou chez le bénéficiaire.")
	case "UBL-SR-43":
		return say("Only an invoiced object (BT-18) has a DocumentTypeCode, 130, or an ID with a schemeID; in a credit note, a project (BT-11) has 50.",
			"Seul un objet facturé (BT-18) a un DocumentTypeCode, 130, ou un ID avec schemeID ; dans un avoir, un projet (BT-11) a 50.",
			"For an invoiced object, write the DocumentTypeCode 130; for a supporting document, remove the DocumentTypeCode and the schemeID.",
			"Pour un objet facturé, indiquez le DocumentTypeCode 130 ; pour un document justificatif, retirez le DocumentTypeCode et le schemeID.")
	case "UBL-SR-44":
		return say("The remittance information (BT-83) is “{found}” here, but “{first}” before: an invoice has one, however often it stands.",
			"La référence de paiement (BT-83) est « {found} » ici, mais « {first} » auparavant : une facture n'en a qu'une, même répétée.",
			"Write the same PaymentID in all PaymentMeans, or in one only.", "Indiquez le même PaymentID dans tous les PaymentMeans, ou dans un seul.")
	case "UBL-SR-47":
		return say("The type of payment means (BT-81) is “{found}” here, but “{first}” before: all payment means must have the same.",
			"Le type de moyen de paiement (BT-81) est « {found} » ici, mais « {first} » auparavant : il doit être le même pour tous les moyens de paiement.",
			"State one type of payment means; PaymentMeans stands several times only for several accounts.",
			"Indiquez un seul type de moyen de paiement ; PaymentMeans ne se répète que pour plusieurs comptes.")
	case "UBL-SR-48":
		return say("A line must have just one ClassifiedTaxCategory: it is in one VAT category (BT-151).",
			"Une ligne doit avoir un seul ClassifiedTaxCategory : elle relève d'une catégorie de TVA (BT-151).",
			"Give the item one ClassifiedTaxCategory; split a line that is in several categories.",
			"Donnez à l'article un seul ClassifiedTaxCategory ; divisez une ligne qui relève de plusieurs catégories.")
	case "UBL-SR-51":
		return say("An address may have one AddressLine: it is the third line of the address (such as BT-162).",
			"Une adresse peut avoir un seul AddressLine : c'est la ligne 3 de l'adresse (par exemple BT-162).",
			"Use StreetName and AdditionalStreetName for the first two lines, and keep one AddressLine.",
			"Employez StreetName et AdditionalStreetName pour les deux premières lignes, et gardez un seul AddressLine.")
	case "UBL-SR-53":
		return say("A PartyTaxScheme must have an identifier, CompanyID, and say of which tax it is: {element} is missing here.",
			"Un PartyTaxScheme doit avoir un identifiant, CompanyID, et dire de quelle taxe il relève : il manque ici {element}.",
			"Add a CompanyID, and a TaxScheme with the ID VAT for a VAT identifier; or remove the PartyTaxScheme.",
			"Ajoutez un CompanyID, et un TaxScheme dont l'ID est VAT pour un identifiant à la TVA ; ou retirez le PartyTaxScheme.")
	case "UBL-DT-18":
		return say("An element has the attribute name; only a PaymentMeansCode may have one, the text of the payment means (BT-82).",
			"Un élément a l'attribut name ; seul un PaymentMeansCode peut en avoir un, le libellé du moyen de paiement (BT-82).",
			"Remove the attribute.", "Retirez l'attribut.")
	}
	return restrictionWords(id)
}

// restrictionWords says what of UBL has no place in an invoice, where that hangs on something else.
func restrictionWords(id string) (w shape.Words, ok bool) {
	switch id {
	case "UBL-CR-002":
		return say("UBLVersionID is not 2.1, the version of UBL that EN 16931 is bound to.", "UBLVersionID n'est pas 2.1, la version d'UBL sur laquelle s'appuie l'EN 16931.",
			"Write 2.1, or remove UBLVersionID.", "Indiquez 2.1, ou retirez UBLVersionID.")
	case "UBL-CR-412":
		return say("A PaymentMeans has a PaymentDueDate; in an Invoice the payment due date (BT-9) is DueDate, and only a CreditNote states it here.",
			"Un PaymentMeans a un PaymentDueDate ; dans une Invoice, la date d'échéance (BT-9) est DueDate, et seule une CreditNote l'indique ici.",
			"Move the date to DueDate, behind IssueDate.", "Déplacez la date dans DueDate, après IssueDate.")
	case "UBL-CR-665":
		return say("The ID of an AdditionalDocumentReference has a schemeID; only an invoiced object (DocumentTypeCode 130) has one (BT-18-1).",
			"L'ID d'un AdditionalDocumentReference a un schemeID ; seul un objet facturé (DocumentTypeCode 130) en a un (BT-18-1).",
			"Remove the schemeID or, if it is an invoiced object, add the DocumentTypeCode 130.",
			"Retirez le schemeID ou, s'il s'agit d'un objet facturé, ajoutez le DocumentTypeCode 130.")
	case "UBL-CR-666":
		return notOfObject("Attachment", "BT-125")
	case "UBL-CR-673":
		return notOfObject("DocumentDescription", "BT-123")
	}
	return w, false
}

func say(en, fr, fixEN, fixFR string) (shape.Words, bool) {
	return shape.Words{Text: report.Text{EN: en, FR: fr}, Fix: report.Text{EN: fixEN, FR: fixFR}}, true
}

// twoIdentifiers is for a party with several tax identifiers of one kind.
func twoIdentifiers(partyEN, partyFR, idsEN, idsFR string) (shape.Words, bool) {
	return say(partyEN+" has several "+idsEN+"; one is allowed.", partyFR+" a plusieurs "+idsFR+" ; une seule valeur est admise.",
		"Keep the PartyTaxScheme of one.", "Gardez le PartyTaxScheme d'une seule valeur.")
}

// payee is for the rules that ask that a payee has one of something and, each of them, that it is not the seller.
func payee(en, fr string) (shape.Words, bool) {
	return say("A payee (BG-10) has at most one "+en+", and a name (BT-59) that is not the seller's (BT-27); {element} says otherwise.",
		"Un bénéficiaire (BG-10) a au plus un "+fr+", et un nom (BT-59) autre que celui du vendeur (BT-27) ; ce n'est pas ce que dit {element}.",
		"State a PayeeParty only if the money goes to someone else, with one name and one identifier of each kind.",
		"N'indiquez un PayeeParty que si le paiement va à quelqu'un d'autre, avec un seul nom et un seul identifiant de chaque sorte.")
}

// notOfObject is for what a supporting document has and an invoiced object has not.
func notOfObject(element, term string) (shape.Words, bool) {
	return say("The reference of an invoiced object (DocumentTypeCode 130, BT-18) has "+element+" ("+term+"), which only a supporting document has.",
		"La référence d'un objet facturé (DocumentTypeCode 130, BT-18) a "+element+" ("+term+"), que seul un document justificatif peut avoir.",
		"Remove it, or move it to an AdditionalDocumentReference of its own, without DocumentTypeCode.",
		"Retirez-le, ou déplacez-le dans un AdditionalDocumentReference à part, sans DocumentTypeCode.")
}
