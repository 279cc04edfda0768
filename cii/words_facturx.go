package cii

import "github.com/fxinvoice/fx/internal/shape"

// facturXWords says what the rules ask that several profiles of Factur-X have.
func facturXWords(id string) (w shape.Words, ok bool) {
	switch id {
	case "FX-NOT-USED":
		return say("{element} is not used here in the Factur-X profile that the invoice announces (BT-24).",
			"{element} n'est pas utilisé à cet endroit dans le profil Factur-X que la facture annonce (BT-24).",
			"Remove it, or announce a higher profile that uses it, if there is one.",
			"Retirez-le, ou annoncez un profil supérieur qui l'utilise, s'il en existe un.")
	case "PEPPOL-EN16931-R008":
		return say("{element} is empty: it has neither a text nor an element in it.",
			"{element} est vide : il n'a ni texte ni élément.",
			"Remove it, or fill it. If the schema wants it, such as ApplicableHeaderTradeDelivery, it may stay: this is a warning.",
			"Retirez-le, ou remplissez-le. Si le schéma l'exige, comme ApplicableHeaderTradeDelivery, il peut rester : ce n'est qu'un avertissement.")
	case "CII-SR-463":
		return say("It is not stated whether this is an allowance or a charge: ChargeIndicator is missing.",
			"Rien n'indique s'il s'agit d'une remise ou de frais : ChargeIndicator manque.",
			"Add ChargeIndicator: false for an allowance, true for a charge.",
			"Ajoutez ChargeIndicator : false pour une remise, true pour des frais.")
	case "CII-SR-464":
		return say("The bank of the payee or of the payer may be stated here, or none; the official test lets everything pass.",
			"La banque du bénéficiaire ou du payeur peut être indiquée ici, ou aucune ; le test officiel laisse tout passer.",
			"Nothing has to be changed.", "Rien n'est à changer.")
	case "FX-SCH-A-000033", "FX-SCH-A-001041":
		return atMost("one tax registration for VAT (schemeID VA)", "un seul enregistrement fiscal pour la TVA (schemeID VA)")
	case "FX-SCH-A-000034", "FX-SCH-A-001042":
		return atMost("one tax registration for other taxes (schemeID FC)", "un seul enregistrement fiscal pour d'autres taxes (schemeID FC)")
	case "FX-SCH-A-000386":
		return atMost("two tax registrations for VAT (schemeID VA)", "deux enregistrements fiscaux pour la TVA (schemeID VA)")
	case "FX-SCH-A-000385":
		return atMost("two tax registrations for other taxes (schemeID FC)", "deux enregistrements fiscaux pour d'autres taxes (schemeID FC)")
	case "FX-SCH-A-000042", "FX-SCH-A-000387":
		return atMost("one TaxTotalAmount in the currency of the invoice (BT-110)", "un seul TaxTotalAmount dans la devise de la facture (BT-110)")
	case "FX-SCH-A-000192", "FX-SCH-A-000388":
		return atMost("one TaxTotalAmount in the VAT accounting currency (BT-111)", "un seul TaxTotalAmount dans la devise de comptabilisation de la TVA (BT-111)")
	case "FX-SCH-A-000274":
		return atMost("one allowance on the gross price (BT-147)", "un seul rabais sur le prix brut (BT-147)")
	}
	return shape.Words{}, false
}

// atMost is for what may repeat, but not of one kind.
func atMost(en, fr string) (shape.Words, bool) {
	return say("There may be only "+en+" here.", "Il ne peut y avoir ici que "+fr+".",
		"Drop those that are too many.", "Retirez ceux qui sont en trop.")
}
