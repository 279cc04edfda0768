package en16931

import "github.com/fxinvoice/fx/report"

// owner is what has to state something: a group, or a term that has a sub-item.
type owner uint8

// The owners.
const (
	nobody owner = iota
	anInvoice
	aSellerAddress
	aBuyerAddress
	aRepresentative
	aRepresentativeAddress
	aLine
	anAllowance
	aCharge
	aLineAllowance
	aLineCharge
	aBreakdown
	aPayment
	aTransfer
	aDocument
	aPreceding
	aDelivery
	aPeriod
	aLinePeriod
	aSellerEndpoint
	aBuyerEndpoint
	aStandardItem
	aClassifiedItem
)

var owners = [...]struct {
	every, this words
	any         words // of those that have a VAT category
	many        bool  // in French
}{
	anInvoice: {
		every: words{"Every invoice", "Toute facture"},
		this:  words{"The invoice", "La facture"},
	},
	aSellerAddress: {
		every: words{"Every seller postal address (BG-5)", "Toute adresse postale du vendeur (BG-5)"},
		this:  words{"The seller postal address (BG-5)", "L'adresse postale du vendeur (BG-5)"},
	},
	aBuyerAddress: {
		every: words{"Every buyer postal address (BG-8)", "Toute adresse postale de l'acheteur (BG-8)"},
		this:  words{"The buyer postal address (BG-8)", "L'adresse postale de l'acheteur (BG-8)"},
	},
	aRepresentative: {
		every: words{"Every seller tax representative party (BG-11)", "Tout représentant fiscal du vendeur (BG-11)"},
		this:  words{"The seller tax representative party (BG-11)", "Le représentant fiscal du vendeur (BG-11)"},
	},
	aRepresentativeAddress: {
		every: words{"Every tax representative postal address (BG-12)", "Toute adresse postale du représentant fiscal (BG-12)"},
		this:  words{"The seller tax representative postal address (BG-12)", "L'adresse postale du représentant fiscal du vendeur (BG-12)"},
	},
	aLine: {
		every: words{"Every invoice line (BG-25)", "Toute ligne de facture (BG-25)"},
		this:  words{"This invoice line (BG-25)", "Cette ligne de facture (BG-25)"},
		any:   words{"an invoice line (BG-25)", "une ligne de facture (BG-25)"},
	},
	anAllowance: {
		every: words{"Every document level allowance (BG-20)", "Toute remise au niveau du document (BG-20)"},
		this:  words{"This document level allowance (BG-20)", "Cette remise au niveau du document (BG-20)"},
		any:   words{"a document level allowance (BG-20)", "une remise au niveau du document (BG-20)"},
	},
	aCharge: {
		every: words{"Every document level charge (BG-21)", "Les frais au niveau du document (BG-21)"},
		this:  words{"This document level charge (BG-21)", "Ces frais au niveau du document (BG-21)"},
		any:   words{"a document level charge (BG-21)", "des frais au niveau du document (BG-21)"},
		many:  true,
	},
	aLineAllowance: {
		every: words{"Every invoice line allowance (BG-27)", "Toute remise de ligne de facture (BG-27)"},
		this:  words{"This invoice line allowance (BG-27)", "Cette remise de ligne de facture (BG-27)"},
	},
	aLineCharge: {
		every: words{"Every invoice line charge (BG-28)", "Les frais de ligne de facture (BG-28)"},
		this:  words{"This invoice line charge (BG-28)", "Ces frais de ligne de facture (BG-28)"},
		many:  true,
	},
	aBreakdown: {
		every: words{"Every entry of the VAT breakdown (BG-23)", "Toute entrée de la ventilation de la TVA (BG-23)"},
		this:  words{"This entry of the VAT breakdown (BG-23)", "Cette entrée de la ventilation de la TVA (BG-23)"},
	},
	aPayment: {
		every: words{"Every group of payment instructions (BG-16)", "Tout groupe d'instructions de paiement (BG-16)"},
		this:  words{"This group of payment instructions (BG-16)", "Ce groupe d'instructions de paiement (BG-16)"},
	},
	aTransfer: {
		every: words{"Every credit transfer (BG-17)", "Tout virement (BG-17)"},
		this:  words{"This credit transfer (BG-17)", "Ce virement (BG-17)"},
	},
	aDocument: {
		every: words{"Every additional supporting document (BG-24)", "Tout document justificatif additionnel (BG-24)"},
		this:  words{"This additional supporting document (BG-24)", "Ce document justificatif additionnel (BG-24)"},
	},
	aPreceding: {
		every: words{"Every preceding invoice reference (BG-3)", "Toute référence à une facture antérieure (BG-3)"},
		this:  words{"This preceding invoice reference (BG-3)", "Cette référence à une facture antérieure (BG-3)"},
	},
	aDelivery: {
		every: words{"Every deliver-to address (BG-15)", "Toute adresse de livraison (BG-15)"},
		this:  words{"The deliver-to address (BG-15)", "L'adresse de livraison (BG-15)"},
	},
	aPeriod: {
		every: words{"Every invoicing period (BG-14)", "Toute période de facturation (BG-14)"},
		this:  words{"The invoicing period (BG-14)", "La période de facturation (BG-14)"},
	},
	aLinePeriod: {
		every: words{"Every invoice line period (BG-26)", "Toute période de facturation d'une ligne (BG-26)"},
		this:  words{"This invoice line period (BG-26)", "Cette période de facturation d'une ligne (BG-26)"},
	},
	aSellerEndpoint: {
		every: words{"Every seller electronic address (BT-34)", "Toute adresse électronique du vendeur (BT-34)"},
		this:  words{"The seller electronic address (BT-34)", "L'adresse électronique du vendeur (BT-34)"},
	},
	aBuyerEndpoint: {
		every: words{"Every buyer electronic address (BT-49)", "Toute adresse électronique de l'acheteur (BT-49)"},
		this:  words{"The buyer electronic address (BT-49)", "L'adresse électronique de l'acheteur (BT-49)"},
	},
	aStandardItem: {
		every: words{"Every item standard identifier (BT-157)", "Tout identifiant standard de l'article (BT-157)"},
		this:  words{"This item standard identifier (BT-157)", "Cet identifiant standard de l'article (BT-157)"},
	},
	aClassifiedItem: {
		every: words{"Every item classification identifier (BT-158)", "Tout code de classification de l'article (BT-158)"},
		this:  words{"This item classification identifier (BT-158)", "Ce code de classification de l'article (BT-158)"},
	},
}

// states returns two sentences: that such an owner states what, or the other thing if there is one; and that this one does not.
func (o owner) states(what, or words) (asks, lacks report.Text) {
	w := &owners[o]
	verb := "indique"
	if w.many {
		verb = "indiquent"
	}
	asks = report.Text{EN: w.every.EN + " states " + what.EN, FR: w.every.FR + " " + verb + " " + what.FR}
	if or == (words{}) {
		lacks = report.Text{EN: w.this.EN + " does not state " + what.EN, FR: w.this.FR + " n'" + verb + " pas " + what.FR}
	} else {
		asks.EN += ", or " + or.EN
		asks.FR += ", ou " + or.FR
		lacks = report.Text{EN: w.this.EN + " states neither " + what.EN + " nor " + or.EN, FR: w.this.FR + " n'" + verb + " ni " + what.FR + " ni " + or.FR}
	}
	return report.Text{EN: asks.EN + ".", FR: asks.FR + "."}, report.Text{EN: lacks.EN + ".", FR: lacks.FR + "."}
}
