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
			"Remove it, or fill it.", "Retirez-le, ou remplissez-le.")
	case "CII-SR-463":
		return say("It is not stated whether this is an allowance or a charge: ChargeIndicator is missing.",
			"Rien n'indique s'il s'agit d'une remise ou de frais : ChargeIndicator manque.",
			"Add ChargeIndicator: false for an allowance, true for a charge.",
			"Ajoutez ChargeIndicator : false pour une remise, true pour des frais.")
	case "CII-SR-464":
		return say("The bank of the payee or of the payer is stated in a way that the payment means does not allow.",
			"La banque du bénéficiaire ou du payeur est indiquée d'une façon que le moyen de paiement n'admet pas.",
			"State the bank that belongs to the account, or none.",
			"Indiquez la banque qui tient le compte, ou aucune.")
	case "CII-SR-465":
		return twoContacts("seller (BT-41)", "du vendeur (BT-41)")
	case "CII-SR-466":
		return twoContacts("buyer (BT-56)", "de l'acheteur (BT-56)")
	}
	return shape.Words{}, false
}

// twoContacts is for a contact that is named as a person and as a department.
func twoContacts(en, fr string) (shape.Words, bool) {
	return say("The contact of the "+en+" is stated twice: DefinedTradeContact has a PersonName and a DepartmentName.",
		"Le contact "+fr+" est indiqué deux fois : DefinedTradeContact a un PersonName et un DepartmentName.",
		"Keep one of both; it may hold the person and the department.",
		"Gardez l'un des deux ; il peut contenir la personne et le service.")
}
