package cii

import (
	"strings"

	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/report"
)

// problem is the argument that says what is wrong, where a rule can be broken in several ways.
func problem(what report.Text, args ...report.Arg) report.Arg {
	return report.A("problem", what.With(args...))
}

// What a problem may be.
var (
	noAmount = report.Text{EN: "no value is stated", FR: "aucune valeur n'est indiquée"}
	sumIsOff = report.Text{EN: "{found} is stated, but {expected} expected, a difference of {difference} where {tolerance} is allowed",
		FR: "la valeur indiquée est {found}, la valeur attendue {expected}, soit un écart de {difference} pour {tolerance} admis"}
	netIsOff = report.Text{
		EN: "{found} is stated, but {lines} of lines less {allowances} of allowances plus {charges} of charges and services come to {expected}, a difference of {difference} where {tolerance} is allowed",
		FR: "la valeur indiquée est {found}, mais {lines} de lignes moins {allowances} de remises plus {charges} de frais et services donnent {expected}, soit un écart de {difference} pour {tolerance} admis"}
	dueIsOff = report.Text{
		EN: "{found} is stated, but {gross} in total less {prepaid} paid already plus {rounding} of rounding plus {third} for third parties come to {expected}, a difference of {difference}",
		FR: "la valeur indiquée est {found}, mais {gross} au total moins {prepaid} déjà payés plus {rounding} d'arrondi plus {third} pour compte de tiers donnent {expected}, soit un écart de {difference}"}
	baseIsOff = report.Text{
		EN: "{found} is stated, but {lines} of lines (BT-131) less {allowances} of allowances (BT-92) plus {charges} of charges (BT-99) plus {logistics} of logistics services (BT-X-272) come to {expected}, a difference of {difference} where {tolerance} is allowed",
		FR: "la valeur indiquée est {found}, mais {lines} de lignes (BT-131) moins {allowances} de remises (BT-92) plus {charges} de frais (BT-99) plus {logistics} de services logistiques (BT-X-272) donnent {expected}, soit un écart de {difference} pour {tolerance} admis"}
	taxIsOff = report.Text{EN: "{found} is stated, but {base} at {rate}% give {expected}, a difference of {difference} where {tolerance} is allowed",
		FR: "la valeur indiquée est {found}, mais {base} à {rate} % donnent {expected}, soit un écart de {difference} pour {tolerance} admis"}
	noRate       = report.Text{EN: "the entry has no rate (BT-119)", FR: "l'entrée n'a pas de taux (BT-119)"}
	noCurrency   = report.Text{EN: "the invoice states no currency (BT-5)", FR: "la facture n'indique pas de devise (BT-5)"}
	noVATTotal   = report.Text{EN: "there is no total VAT amount in {currency}, not even 0", FR: "il n'y a pas de montant total de TVA en {currency}, pas même 0"}
	nothingHasIt = report.Text{EN: "it has an entry, but nothing is in it", FR: "elle y a une entrée, mais rien n'en relève"}
	noBreakdown  = report.Text{EN: "something is in it, but it has no entry", FR: "un élément en relève, mais elle n'y a pas d'entrée"}

	groupSumIsOff = report.Text{EN: "line {line} states {found}, but its sub-lines ({count} in all) come to {expected}, a difference of {difference}",
		FR: "la ligne {line} indique {found}, mais ses sous-lignes ({count} en tout) totalisent {expected}, soit un écart de {difference}"}
	childWithoutAmount    = report.Text{EN: "this sub-line of line {line} has no amount", FR: "cette sous-ligne de la ligne {line} n'a pas de montant"}
	notANumber            = report.Text{EN: "{found} is not a number", FR: "{found} n'est pas un nombre"}
	lineWithoutID         = report.Text{EN: "the line has no identifier (BT-126) by which its sub-lines would be known", FR: "la ligne n'a pas d'identifiant (BT-126) auquel reconnaître ses sous-lignes"}
	subgroupWithoutAmount = report.Text{EN: "this sub-line of line {line} states none", FR: "cette sous-ligne de la ligne {line} n'en indique pas"}
	subgroupTwice         = report.Text{EN: "a sub-line of line {line} states several", FR: "une sous-ligne de la ligne {line} en indique plusieurs"}
)

// extendedWords says what the rules of profile EXTENDED ask.
func extendedWords(id string) (w shape.Words, ok bool) {
	rest, ok := strings.CutPrefix(id, "BR-FXEXT-")
	switch {
	case id == "BR-CO-25":
		return say("The amount due for payment (BT-115) is {found}, but the invoice does not say when: it has neither a payment due date (BT-9) nor payment terms (BT-20).",
			"Le montant à payer (BT-115) vaut {found}, mais la facture ne dit pas quand : elle n'a ni date d'échéance (BT-9) ni conditions de paiement (BT-20).",
			"State the due date, or the terms in words.", "Indiquez la date d'échéance, ou les conditions en toutes lettres.")
	case !ok:
		return shape.Words{}, false
	}
	if w, ok := extendedTotalWords(rest); ok {
		return w, true
	}
	if w, ok := extendedLineWords(rest); ok {
		return w, true
	}
	return extendedVATWords(rest)
}

func extendedTotalWords(id string) (shape.Words, bool) {
	const fix, fixFR = "Correct the total, or the amount that is wrong or missing.", "Corrigez le total, ou le montant qui est faux ou manquant."
	switch id {
	case "CO-10":
		return say("The sum of invoice line net amounts (BT-106) must be that of the lines (BT-131), give or take 0.01 a line, where lines of subtype GROUP or INFORMATION (BT-X-8) do not count: {problem}.",
			"La somme du montant net des lignes de facture (BT-106) doit être celle des lignes (BT-131), à 0,01 près par ligne, les lignes de sous-type GROUP ou INFORMATION (BT-X-8) ne comptant pas : {problem}.",
			fix, fixFR)
	case "CO-11":
		return say("The sum of allowances on document level (BT-107) must be that of the allowances (BT-92), give or take 0.01 for each: {problem}.",
			"La somme des remises au niveau du document (BT-107) doit être celle des remises (BT-92), à 0,01 près pour chacune : {problem}.", fix, fixFR)
	case "CO-12":
		return say("The sum of charges on document level (BT-108) must be that of the charges (BT-99) and logistics services (BT-X-272), give or take 0.01 for each: {problem}.",
			"La somme des charges ou frais au niveau du document (BT-108) doit être celle des frais (BT-99) et des services logistiques (BT-X-272), à 0,01 près pour chacun : {problem}.",
			fix, fixFR)
	case "CO-13":
		return say("The invoice total amount without VAT (BT-109) must be the sum of the lines (BT-131), less allowances (BT-92), plus charges (BT-99) and logistics services (BT-X-272), give or take 0.01 for each: {problem}.",
			"Le montant total de la facture hors TVA (BT-109) doit être la somme des lignes (BT-131), moins les remises (BT-92), plus les frais (BT-99) et les services logistiques (BT-X-272), à 0,01 près pour chacun : {problem}.",
			fix, fixFR)
	case "CO-15":
		return say("The invoice total amount with VAT (BT-112) must be the total without VAT (BT-109) plus the total VAT amount in the currency of the invoice (BT-110), give or take 0.01 for each line, allowance, charge and service: {problem}.",
			"Le montant total de la facture avec TVA comprise (BT-112) doit être le total hors TVA (BT-109) plus le montant total de TVA dans la devise de la facture (BT-110), à 0,01 près pour chaque ligne, remise, frais ou service : {problem}.",
			"Correct the total that is wrong, or add the one that is missing; without VAT, its total is 0.",
			"Corrigez le total faux, ou ajoutez celui qui manque ; sans TVA, son total est 0.")
	case "CO-16":
		return say("The amount due for payment (BT-115) must be the total with VAT (BT-112), less what is paid already (BT-113), plus rounding (BT-114), plus payments for third parties (BT-179): {problem}.",
			"Le montant à payer (BT-115) doit être le total TVA comprise (BT-112), moins ce qui est déjà payé (BT-113), plus l'arrondi (BT-114), plus les paiements pour compte de tiers (BT-179) : {problem}.",
			"Correct the amount due, or state what it leaves out.", "Corrigez le montant à payer, ou indiquez ce qui l'explique.")
	}
	return shape.Words{}, false
}

func extendedLineWords(id string) (shape.Words, bool) {
	const onDetail, onDetailFR = "A line that is neither of subtype GROUP nor INFORMATION (BT-X-8) needs ", "Une ligne qui n'est de sous-type ni GROUP ni INFORMATION (BT-X-8) doit avoir "
	const fix, fixFR = "Add it, or state the subtype of a line that only groups or explains others.", "Ajoutez-le, ou indiquez le sous-type d'une ligne qui ne fait que regrouper ou expliquer."
	switch id {
	case "01", "02":
		return say("The note has a subject (SubjectCode), but no text: it has neither Content nor ContentCode.",
			"La note a un sujet (SubjectCode), mais pas de texte : elle n'a ni Content ni ContentCode.",
			"Add the text or its code, or remove the note.", "Ajoutez le texte ou son code, ou retirez la note.")
	case "03":
		return say("A party other than the seller may be identified here for VAT only: the schemeID must be VA.",
			"Une partie autre que le vendeur ne peut être identifiée ici que pour la TVA : schemeID doit valoir VA.",
			"Write the VAT identifier with schemeID VA, or remove the identifier.",
			"Indiquez l'identifiant à la TVA avec schemeID VA, ou retirez l'identifiant.")
	case "04":
		return say("The type of the item attribute (BT-X-11) is {found}, which is not a code of the list.",
			"Le type de l'attribut d'article (BT-X-11) est {found}, qui n'est pas un code de la liste.",
			"Write a code of UNTDID 6313 or of the Factur-X list, or state the attribute's name (BT-160) instead.",
			"Indiquez un code d'UNTDID 6313 ou de la liste Factur-X, ou plutôt le nom de l'attribut (BT-160).")
	case "06":
		return say("A line that stands below another (BT-X-304) must state its subtype (BT-X-8).",
			"Une ligne rattachée à une autre (BT-X-304) doit indiquer son sous-type (BT-X-8).",
			"Add LineStatusReasonCode: DETAIL, GROUP or INFORMATION.", "Ajoutez LineStatusReasonCode : DETAIL, GROUP ou INFORMATION.")
	case "08":
		return say("A line of subtype GROUP (BT-X-8) that states a net amount (BT-131) must state the sum of its sub-lines of subtype DETAIL or GROUP: {problem}.",
			"Une ligne de sous-type GROUP (BT-X-8) qui indique un montant net (BT-131) doit indiquer la somme de ses sous-lignes de sous-type DETAIL ou GROUP : {problem}.",
			"Correct the amount of the group or of a sub-line; a sub-line names its group by ParentLineID.",
			"Corrigez le montant du groupe ou d'une sous-ligne ; une sous-ligne désigne son groupe par ParentLineID.")
	case "11":
		return say("The line stands below line {found} (BT-X-304), but no line has that identifier (BT-126).",
			"La ligne est rattachée à la ligne {found} (BT-X-304), mais aucune ligne ne porte cet identifiant (BT-126).",
			"Write the identifier of an existing line, or remove ParentLineID.", "Indiquez l'identifiant d'une ligne existante, ou retirez ParentLineID.")
	case "12":
		return say("Where a line of subtype GROUP (BT-X-8) states a net amount (BT-131), each of its sub-lines of subtype GROUP must state just one as well: {problem}.",
			"Si une ligne de sous-type GROUP (BT-X-8) indique un montant net (BT-131), chacune de ses sous-lignes de sous-type GROUP doit aussi en indiquer un seul : {problem}.",
			"State the net amount of each such sub-line, or leave out that of the line above.",
			"Indiquez le montant net de chacune de ces sous-lignes, ou omettez celui de la ligne parente.")
	case "BR-22":
		return say(onDetail+"an invoiced quantity (BT-129).", onDetailFR+"une quantité facturée (BT-129).", fix, fixFR)
	case "BR-23":
		return say(onDetail+"the unit of the invoiced quantity (BT-130).", onDetailFR+"l'unité de la quantité facturée (BT-130).", fix, fixFR)
	case "BR-24":
		return say(onDetail+"a net amount (BT-131).", onDetailFR+"un montant net (BT-131).", fix, fixFR)
	case "BR-26":
		return say(onDetail+"a net price (BT-146).", onDetailFR+"un prix net (BT-146).", fix, fixFR)
	case "CO-04":
		return say(onDetail+"a VAT category code (BT-151), in an ApplicableTradeTax of TypeCode VAT.",
			onDetailFR+"un code de type de TVA (BT-151), dans un ApplicableTradeTax de TypeCode VAT.", fix, fixFR)
	case "BR-38":
		return chargeWithoutReason("document level", "au niveau du document", "BT-104, BT-105")
	case "BR-44":
		return chargeWithoutReason("a line", "de ligne", "BT-144, BT-145")
	case "BR-54-1":
		return say("The item attribute has neither a name (Description, BT-160) nor a type (TypeCode, BT-X-11).",
			"L'attribut d'article n'a ni nom (Description, BT-160) ni type (TypeCode, BT-X-11).",
			"State one of both, or remove the attribute.", "Indiquez l'un des deux, ou retirez l'attribut.")
	case "BR-54-2":
		return say("The item attribute needs either a value in words (Value, BT-161) or a measure with its unit (ValueMeasure with unitCode, BT-X-12), not both.",
			"L'attribut d'article doit avoir soit une valeur en texte (Value, BT-161), soit une mesure avec son unité (ValueMeasure avec unitCode, BT-X-12), pas les deux.",
			"Keep one of both, and state the unit of a measure.", "Gardez l'un des deux, et indiquez l'unité d'une mesure.")
	case "CII-DT-097a":
		return say("{element} is {found}, which is not a day and a time written YYYYMMDDHHMM, as its format 205 wants it.",
			"{element} vaut {found}, qui n'est pas un jour et une heure écrits AAAAMMJJHHMM, comme le veut son format 205.",
			"Write twelve digits, such as 202612312359, or state a day alone with format 102.",
			"Écrivez douze chiffres, par exemple 202612312359, ou indiquez le jour seul avec le format 102.")
	}
	return shape.Words{}, false
}

func chargeWithoutReason(en, fr, terms string) (shape.Words, bool) {
	return say("A charge of "+en+" has neither a reason nor a reason code ("+terms+").", "Des frais "+fr+" n'ont ni motif ni code de motif ("+terms+").",
		"Add one of both.", "Ajoutez l'un des deux.")
}

// extendedVATWords is for the families of the VAT categories: S-01, S08b, AE-08ini.
func extendedVATWords(id string) (shape.Words, bool) {
	c := extendedCategory("BR-FXEXT-" + id)
	base := "In VAT category " + c + ", the taxable amount (BT-116) does not fit what is in the category"
	baseFR := "Dans la catégorie de TVA " + c + ", la base d'imposition (BT-116) ne correspond pas à ce qui relève de la catégorie"
	if c != "O" {
		base, baseFR = base+" at that rate", baseFR+" à ce taux"
	}
	const fix, fixFR = "Correct the taxable amount, or the category or rate of what is counted wrongly.",
		"Corrigez la base d'imposition, ou la catégorie ou le taux de ce qui est mal compté."
	switch {
	case strings.HasSuffix(id, "-01"):
		return say("VAT category "+c+" must have an entry in the VAT breakdown (BG-23) if a line, an allowance, a charge or a logistics service is in it, and else none: {problem}.",
			"La catégorie de TVA "+c+" doit avoir une entrée dans la ventilation de la TVA (BG-23) si une ligne, une remise, des frais ou un service logistique en relèvent, et sinon aucune : {problem}.",
			"Add or remove the entry, or correct the category of what is in it by mistake.",
			"Ajoutez ou retirez l'entrée, ou corrigez la catégorie de ce qui en relève par erreur.")
	case strings.HasSuffix(id, "08b"):
		return say(base+", with regard to the exemption reason or without: {problem}.", baseFR+", avec ou sans égard au motif d'exonération : {problem}.", fix, fixFR)
	case strings.HasSuffix(id, "-08ini"):
		return say(base+", whatever the exemption reason: {problem}.", baseFR+", quel que soit le motif d'exonération : {problem}.", fix, fixFR)
	case strings.HasSuffix(id, "-08rev"):
		return say(base+" for the same exemption reason (BT-120, BT-121): {problem}.", baseFR+" pour le même motif d'exonération (BT-120, BT-121) : {problem}.",
			"State on the lines, allowances, charges and services the same ExemptionReason and ExemptionReasonCode as in the entry of the breakdown.",
			"Indiquez sur les lignes, remises, frais et services les mêmes ExemptionReason et ExemptionReasonCode que dans l'entrée de la ventilation.")
	case strings.HasSuffix(id, "-09b"):
		return say("In VAT category "+c+", the tax amount (BT-117) must be the taxable amount (BT-116) × the rate (BT-119), give or take 0.01 for each line, allowance, charge and service in it: {problem}.",
			"Dans la catégorie de TVA "+c+", le montant de la taxe (BT-117) doit être la base d'imposition (BT-116) × le taux (BT-119), à 0,01 près pour chaque ligne, remise, frais ou service qui en relève : {problem}.",
			"Correct the tax amount, the taxable amount or the rate.", "Corrigez le montant de la taxe, la base d'imposition ou le taux.")
	}
	return shape.Words{}, false
}
