package main

import (
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// words name the codes of a list that people often see, in our own words; the others are printed as they are.
type words map[en16931.Code]report.Text

// named returns the code in words and the code itself: "invoice (380)".
func (w words) named(lang report.Lang, c en16931.Code) string {
	if t, ok := w[c]; ok {
		return t.In(lang) + " (" + string(c) + ")"
	}
	return string(c)
}

// or returns the code in words, or as it is.
func (w words) or(lang report.Lang, c en16931.Code) string {
	if t, ok := w[c]; ok {
		return t.In(lang)
	}
	return string(c)
}

// kinds are types of invoices, UNTDID 1001.
var kinds = words{
	"71":  {EN: "request for payment", FR: "demande de paiement"},
	"80":  {EN: "debit note for goods or services", FR: "note de débit pour biens ou services"},
	"81":  {EN: "credit note for goods or services", FR: "note de crédit pour biens ou services"},
	"211": {EN: "interim application for payment", FR: "demande de paiement intermédiaire"},
	"218": {EN: "final payment request", FR: "demande de paiement final"},
	"261": {EN: "self-billed credit note", FR: "avoir autofacturé"},
	"262": {EN: "consolidated credit note", FR: "avoir global"},
	"325": {EN: "pro forma invoice", FR: "facture pro forma"},
	"326": {EN: "partial invoice", FR: "facture partielle"},
	"380": {EN: "invoice", FR: "facture"},
	"381": {EN: "credit note", FR: "avoir"},
	"383": {EN: "debit note", FR: "note de débit"},
	"384": {EN: "corrected invoice", FR: "facture rectificative"},
	"386": {EN: "prepayment invoice", FR: "facture d'acompte"},
	"389": {EN: "self-billed invoice", FR: "autofacture"},
	"393": {EN: "factored invoice", FR: "facture affacturée"},
	"396": {EN: "factored credit note", FR: "avoir affacturé"},
	"503": {EN: "prepayment credit note", FR: "avoir sur facture d'acompte"},
	"751": {EN: "invoice for accounting purposes", FR: "facture pour information comptable"},
	"875": {EN: "partial construction invoice", FR: "facture de travaux partielle"},
	"876": {EN: "partial final construction invoice", FR: "facture de travaux finale partielle"},
	"877": {EN: "final construction invoice", FR: "facture de travaux finale"},
}

// means are means of payment, UNTDID 4461.
var means = words{
	"1":   {EN: "not defined", FR: "non défini"},
	"10":  {EN: "cash", FR: "espèces"},
	"20":  {EN: "cheque", FR: "chèque"},
	"30":  {EN: "credit transfer", FR: "virement"},
	"31":  {EN: "debit transfer", FR: "virement débiteur"},
	"42":  {EN: "payment to a bank account", FR: "paiement sur compte bancaire"},
	"48":  {EN: "bank card", FR: "carte bancaire"},
	"49":  {EN: "direct debit", FR: "prélèvement"},
	"54":  {EN: "credit card", FR: "carte de crédit"},
	"55":  {EN: "debit card", FR: "carte de débit"},
	"57":  {EN: "standing agreement", FR: "accord permanent"},
	"58":  {EN: "SEPA credit transfer", FR: "virement SEPA"},
	"59":  {EN: "SEPA direct debit", FR: "prélèvement SEPA"},
	"68":  {EN: "online payment service", FR: "service de paiement en ligne"},
	"97":  {EN: "clearing between partners", FR: "compensation entre partenaires"},
	"ZZZ": {EN: "as agreed", FR: "selon accord"},
}

// vat are VAT categories, UNTDID 5305.
var vat = words{
	"S":  {EN: "standard or reduced rate", FR: "taux normal ou réduit"},
	"Z":  {EN: "zero rate", FR: "taux zéro"},
	"E":  {EN: "exempt", FR: "exonéré"},
	"AE": {EN: "reverse charge", FR: "autoliquidation"},
	"K":  {EN: "intra-Community supply", FR: "livraison intracommunautaire"},
	"G":  {EN: "export", FR: "exportation"},
	"O":  {EN: "outside the scope of VAT", FR: "hors champ de la TVA"},
	"L":  {EN: "Canary Islands (IGIC)", FR: "îles Canaries (IGIC)"},
	"M":  {EN: "Ceuta and Melilla (IPSI)", FR: "Ceuta et Melilla (IPSI)"},
	"B":  {EN: "split payment (Italy)", FR: "paiement scindé (Italie)"},
}

// units are units of measure, UN/ECE Recommendations 20 and 21, as short as they are written: one form for one and for many.
var units = words{
	"C62": {EN: "u.", FR: "u."}, "EA": {EN: "u.", FR: "u."}, "H87": {EN: "pc", FR: "pce"}, "XPP": {EN: "pc", FR: "pce"}, "NAR": {EN: "art.", FR: "art."},
	"SET": {EN: "set", FR: "lot"}, "PR": {EN: "pr", FR: "paire"}, "DZN": {EN: "doz.", FR: "dz"}, "E48": {EN: "serv.", FR: "prest."},
	"LS": {EN: "lump sum", FR: "forfait"}, "P1": {EN: "%", FR: "%"},
	"SEC": {EN: "s", FR: "s"}, "MIN": {EN: "min", FR: "min"}, "HUR": {EN: "h", FR: "h"}, "LH": {EN: "h", FR: "h"}, "DAY": {EN: "d", FR: "j"},
	"WEE": {EN: "wk", FR: "sem."}, "MON": {EN: "mo.", FR: "mois"}, "QAN": {EN: "qtr", FR: "trim."}, "ANN": {EN: "yr", FR: "an"},
	"GRM": {EN: "g", FR: "g"}, "KGM": {EN: "kg", FR: "kg"}, "TNE": {EN: "t", FR: "t"},
	"MMT": {EN: "mm", FR: "mm"}, "CMT": {EN: "cm", FR: "cm"}, "MTR": {EN: "m", FR: "m"}, "KMT": {EN: "km", FR: "km"},
	"MTK": {EN: "m²", FR: "m²"}, "HAR": {EN: "ha", FR: "ha"}, "MTQ": {EN: "m³", FR: "m³"},
	"MLT": {EN: "ml", FR: "ml"}, "CLT": {EN: "cl", FR: "cl"}, "LTR": {EN: "l", FR: "l"}, "HLT": {EN: "hl", FR: "hl"},
	"WHR": {EN: "Wh", FR: "Wh"}, "KWH": {EN: "kWh", FR: "kWh"}, "MWH": {EN: "MWh", FR: "MWh"}, "KWT": {EN: "kW", FR: "kW"},
	"XBX": {EN: "box", FR: "bte"}, "XCT": {EN: "ctn", FR: "ctn"}, "XPK": {EN: "pkg", FR: "colis"}, "XPX": {EN: "plt", FR: "pal."},
	"XBG": {EN: "bag", FR: "sac"}, "XBO": {EN: "btl", FR: "btl"}, "XCS": {EN: "case", FR: "caisse"}, "XRO": {EN: "roll", FR: "rlx"},
}

// schemes name who issues an identifier: ISO 6523, and EAS for electronic addresses.
var schemes = words{
	"0002": {EN: "SIREN", FR: "SIREN"}, "0009": {EN: "SIRET", FR: "SIRET"}, "0060": {EN: "DUNS", FR: "DUNS"}, "0088": {EN: "GLN", FR: "GLN"},
	"0160": {EN: "GTIN", FR: "GTIN"}, "0007": {EN: "Swedish organisation no.", FR: "n° d'organisation suédois"},
	"0106": {EN: "KvK", FR: "KvK"}, "0183": {EN: "Swiss UID", FR: "IDE suisse"}, "0184": {EN: "CVR", FR: "CVR"}, "0190": {EN: "OIN", FR: "OIN"},
	"0192": {EN: "Norwegian organisation no.", FR: "n° d'organisation norvégien"}, "0199": {EN: "LEI", FR: "LEI"}, "0204": {EN: "Leitweg-ID", FR: "Leitweg-ID"},
	"0208": {EN: "Belgian enterprise no.", FR: "n° d'entreprise belge"}, "0216": {EN: "OVT", FR: "OVT"},
	"0223": {EN: "VAT no.", FR: "n° de TVA"}, "0224": {EN: "routing code", FR: "code routage"}, "0225": {EN: "French e-invoicing address", FR: "adresse de facturation électronique"},
	"0226": {EN: "private person (France)", FR: "particulier (France)"}, "0227": {EN: "company outside the EU", FR: "entreprise hors UE"},
	"9930": {EN: "German VAT no.", FR: "n° de TVA allemand"}, "9957": {EN: "French VAT no.", FR: "n° de TVA français"}, "EM": {EN: "e-mail", FR: "courriel"},
	"SEPA": {EN: "SEPA creditor", FR: "créancier SEPA"},
}

// subjects say what a note is about, UNTDID 4451.
var subjects = words{
	"AAB": {EN: "terms of payment", FR: "conditions de paiement"}, "AAI": {EN: "general information", FR: "information générale"},
	"ABL": {EN: "legal information", FR: "mentions légales"}, "ACC": {EN: "factoring", FR: "affacturage"}, "ADU": {EN: "note", FR: "note"},
	"BAR": {EN: "processing", FR: "traitement"}, "BLU": {EN: "eco-participation", FR: "éco-participation"}, "PMD": {EN: "late payment", FR: "pénalités de retard"},
	"PMT": {EN: "recovery costs", FR: "frais de recouvrement"}, "REG": {EN: "regulatory information", FR: "information réglementaire"},
	"SUR": {EN: "remarks of the seller", FR: "remarques du vendeur"}, "TXD": {EN: "tax", FR: "taxes"}, "CUS": {EN: "customs", FR: "douane"},
}

// reductions are reasons for an allowance, UNTDID 5189.
var reductions = words{
	"41": {EN: "bonus for works ahead of schedule", FR: "prime pour travaux en avance"}, "42": {EN: "other bonus", FR: "autre prime"},
	"60": {EN: "manufacturer's consumer discount", FR: "remise du fabricant au consommateur"},
	"64": {EN: "special agreement", FR: "accord particulier"}, "66": {EN: "new outlet", FR: "nouveau point de vente"}, "88": {EN: "material surcharge or deduction", FR: "supplément ou déduction sur matières"},
	"95": {EN: "discount", FR: "remise"}, "100": {EN: "special rebate", FR: "rabais spécial"}, "102": {EN: "fixed long term", FR: "engagement de longue durée"},
	"103": {EN: "temporary", FR: "offre temporaire"}, "104": {EN: "standard", FR: "remise habituelle"}, "105": {EN: "yearly turnover", FR: "chiffre d'affaires annuel"},
}

// surcharges are reasons for a charge, UNTDID 7161.
var surcharges = words{
	"AA": {EN: "advertising", FR: "publicité"}, "ABL": {EN: "additional packaging", FR: "emballage supplémentaire"}, "ADR": {EN: "other services", FR: "autres services"},
	"DL": {EN: "delivery", FR: "livraison"}, "FC": {EN: "freight", FR: "transport"}, "FI": {EN: "financing", FR: "financement"}, "HD": {EN: "handling", FR: "manutention"},
	"PC": {EN: "packing", FR: "emballage"}, "SH": {EN: "special handling", FR: "manutention spéciale"}, "TX": {EN: "tax", FR: "taxe"}, "ZZZ": {EN: "as agreed", FR: "selon accord"},
}

// taxPoints say when VAT falls due, UNTDID 2005.
var taxPoints = words{
	"3":   {EN: "with the date of the invoice", FR: "à la date de la facture"},
	"35":  {EN: "with the delivery", FR: "à la livraison"},
	"432": {EN: "with the payment", FR: "à l'encaissement"},
}

// countries of the European Union and those around, ISO 3166-1.
var countries = words{
	"AT": {EN: "Austria", FR: "Autriche"}, "BE": {EN: "Belgium", FR: "Belgique"}, "BG": {EN: "Bulgaria", FR: "Bulgarie"}, "CH": {EN: "Switzerland", FR: "Suisse"},
	"CY": {EN: "Cyprus", FR: "Chypre"}, "CZ": {EN: "Czechia", FR: "Tchéquie"}, "DE": {EN: "Germany", FR: "Allemagne"}, "DK": {EN: "Denmark", FR: "Danemark"},
	"EE": {EN: "Estonia", FR: "Estonie"}, "EL": {EN: "Greece", FR: "Grèce"}, "ES": {EN: "Spain", FR: "Espagne"}, "FI": {EN: "Finland", FR: "Finlande"},
	"FR": {EN: "France", FR: "France"}, "GB": {EN: "United Kingdom", FR: "Royaume-Uni"}, "GR": {EN: "Greece", FR: "Grèce"}, "HR": {EN: "Croatia", FR: "Croatie"},
	"HU": {EN: "Hungary", FR: "Hongrie"}, "IE": {EN: "Ireland", FR: "Irlande"}, "IS": {EN: "Iceland", FR: "Islande"}, "IT": {EN: "Italy", FR: "Italie"},
	"LI": {EN: "Liechtenstein", FR: "Liechtenstein"}, "LT": {EN: "Lithuania", FR: "Lituanie"}, "LU": {EN: "Luxembourg", FR: "Luxembourg"}, "LV": {EN: "Latvia", FR: "Lettonie"},
	"MC": {EN: "Monaco", FR: "Monaco"}, "MT": {EN: "Malta", FR: "Malte"}, "NL": {EN: "Netherlands", FR: "Pays-Bas"}, "NO": {EN: "Norway", FR: "Norvège"},
	"PL": {EN: "Poland", FR: "Pologne"}, "PT": {EN: "Portugal", FR: "Portugal"}, "RO": {EN: "Romania", FR: "Roumanie"}, "RS": {EN: "Serbia", FR: "Serbie"},
	"SE": {EN: "Sweden", FR: "Suède"}, "SI": {EN: "Slovenia", FR: "Slovénie"}, "SK": {EN: "Slovakia", FR: "Slovaquie"}, "UA": {EN: "Ukraine", FR: "Ukraine"},
	"US": {EN: "United States", FR: "États-Unis"}, "XI": {EN: "Northern Ireland", FR: "Irlande du Nord"},
}
