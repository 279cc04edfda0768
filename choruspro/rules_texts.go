package choruspro

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

const (
	maxName   = 99   // characters of a name
	maxItemID = 40   // characters of an item's standard identifier
	maxReason = 1024 // characters of a reason
)

// textRules are about how long texts may be.
var textRules = []rule{{
	id: "CP-15", terms: []en16931.Term{en16931.BT28, en16931.BT44, en16931.BT157, en16931.BT97, en16931.BT104, en16931.BT120},
	sources: []string{"S15", "S29"}, check: textLengths,
	levels: []level{
		{report.Error, Confirmed, words{"in CII and Factur-X", "en CII et en Factur-X"}},
		{report.Warning, Likely, words{"in UBL, and for the seller's name (BT-27), the buyer's trading name (BT-45) and the payee's name (BT-59)",
			"en UBL, et pour le nom du vendeur (BT-27), l'appellation commerciale de l'acheteur (BT-45) et le nom du bénéficiaire (BT-59)"}},
	},
	asks: words{"A name has at most 99 characters, the standard identifier of an item (BT-157) 40, the reason of an allowance, a charge or an exemption 1,024.",
		"Un nom compte au plus 99 caractères, l'identifiant standard d'un article (BT-157) 40, le motif d'une remise, de frais ou d'une exonération 1 024."},
	why: words{"The limits are documented for Factur-X; those of UBL are likely the same.", "Ces limites sont documentées pour Factur-X ; celles d'UBL sont sans doute les mêmes."},
	cases: []said{{
		text: words{"{name} ({term}) has {length} characters; Chorus Pro takes at most {most}.", "{name} ({term}) : {length} caractères ; Chorus Pro en accepte au plus {most}."},
		fix:  words{"Shorten it.", "Abrégez-le."},
	}},
}}

func textLengths(c *checker) {
	severity := report.Error
	if !c.isCII() {
		severity = report.Warning
	}
	itemIDs := func() {
		for _, n := range c.of(itemID) {
			if v := c.at(n); length(v.text) > maxItemID && !c.full(severity) {
				long(c, v, maxItemID, severity, en16931.BT157)
			}
		}
	}
	if c.isCII() { // the lines come first there, and the first findings are those that are shown
		itemIDs()
	}
	if c.isE1() { // it has the name of the party elsewhere, and no other
		long(c, c.first(sellerTrading, sellerName), maxName, report.Warning, en16931.BT27)
		long(c, c.first(buyerTrading, buyerName), maxName, severity, en16931.BT44)
	} else {
		long(c, c.first(sellerName), maxName, report.Warning, en16931.BT27)
		long(c, c.first(sellerTrading), maxName, severity, en16931.BT28)
		long(c, c.first(buyerName), maxName, severity, en16931.BT44)
		long(c, c.first(buyerTrading), maxName, report.Warning, en16931.BT45)
	}
	long(c, c.first(payeeName), maxName, report.Warning, en16931.BT59)
	for _, group := range c.of(allowance) {
		long(c, c.firstIn(group, allowanceReason), maxReason, severity, c.allowanceTerm(group, en16931.BT97, en16931.BT104))
	}
	for _, group := range c.of(breakdown) {
		long(c, c.firstIn(group, exemptionReason), maxReason, severity, en16931.BT120)
	}
	if !c.isCII() {
		itemIDs()
	}
}

// long reports a text that is too long.
func long(c *checker, v value, most int, s report.Severity, t en16931.Term) {
	if n := length(v.text); n > most {
		c.fail(problem{severity: s, at: here(v), terms: []en16931.Term{t},
			args: []report.Arg{foundArg(v), nameArg(t), report.A("term", t.String()), report.A("length", n), report.A("most", most)}})
	}
}
