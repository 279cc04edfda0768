package choruspro

import "github.com/fxinvoice/fx/report"

// Source is where something about Chorus Pro is known from.
type Source struct {
	ID    string // how our notes call it: "S9"
	Title report.Text
	URL   string // "" if it has no address of its own
}

// sourceOf returns a source by the name that our notes have for it.
func sourceOf(id string) Source {
	for _, s := range sources {
		if s.id == id {
			return Source{s.id, report.Text(s.title), s.url}
		}
	}
	panic("choruspro: no source " + id)
}

var sources = [...]struct {
	id    string
	title words
	url   string
}{
	{"S1", words{"AIFE, external specifications, EDI annex V4.21, opening pages", "AIFE, spécifications externes, annexe EDI V4.21, premières pages"},
		"https://123dok.net/document/qmje2o19-dossier-de-specifications-externes-chorus-pro.html"},
	{"S2", words{"AIFE, knowledge base: the EDI flows", "AIFE, base de connaissances : les flux EDI"},
		"https://portail.chorus-pro.gouv.fr/aife_documentation?id=kb_article_view&sys_kb_id=b436366cc3575250d8b3b265e00131d4"},
	{"S3", words{"AIFE, knowledge base: entering or depositing invoices", "AIFE, base de connaissances : saisir ou déposer des factures"},
		"https://portail.chorus-pro.gouv.fr/aife_documentation?id=kb_article_view&sys_kb_id=689c696197f7da108ec3b037f053afc2"},
	{"S4", words{"AIFE, community site: depositing one invoice or several", "AIFE, site communautaire : déposer une facture, seule ou par lot"},
		"https://communaute.chorus-pro.gouv.fr/documentation/deposer-une-facture-unitaire-ou-par-lot-2/"},
	{"S7", words{"FNFE, sample Factur-X invoices, in GitHub ZUGFeRD/corpus", "FNFE, exemples de factures Factur-X, dans GitHub ZUGFeRD/corpus"},
		"https://github.com/ZUGFeRD/corpus"},
	{"S8", words{"GitHub invoicerr-app/invoicerr, which cites the EDI annex V4.20 by page", "GitHub invoicerr-app/invoicerr, qui cite l'annexe EDI V4.20 page par page"},
		"https://github.com/invoicerr-app/invoicerr"},
	{"S9", words{"GitHub invoicerr-app/invoicerr: recorded deposits on the qualification platform, September 2026",
		"GitHub invoicerr-app/invoicerr : dépôts consignés sur la plateforme de qualification, septembre 2026"},
		"https://github.com/invoicerr-app/invoicerr"},
	{"S10", words{"AIFE, stylesheet FSO1100A for UBL invoices", "AIFE, feuille de style FSO1100A des factures UBL"},
		"https://cpro.chorus-pro.gouv.fr/xsl/cpp/FSO1100A/FSO1100A.xsl"},
	{"S11", words{"GitHub OCA/l10n-france, modules for Chorus Pro", "GitHub OCA/l10n-france, modules pour Chorus Pro"}, "https://github.com/OCA/l10n-france"},
	{"S12", words{"GitHub OCA/edi, modules for Factur-X and UBL", "GitHub OCA/edi, modules pour Factur-X et UBL"}, "https://github.com/OCA/edi"},
	{"S14", words{"GitHub invopop/gobl, add-on for Chorus Pro", "GitHub invopop/gobl, module pour Chorus Pro"}, "https://github.com/invopop/gobl"},
	{"S15", words{"GitHub invopop/gobl.fr.ctc, rules for the public sector after XP Z12-012", "GitHub invopop/gobl.fr.ctc, règles du secteur public selon XP Z12-012"},
		"https://github.com/invopop/gobl.fr.ctc"},
	{"S18", words{"GitHub odoo/odoo, module l10n_fr_facturx_chorus_pro", "GitHub odoo/odoo, module l10n_fr_facturx_chorus_pro"}, "https://github.com/odoo/odoo"},
	{"S19", words{"GitHub fnfempe/France_RFE, Schematron of the reform", "GitHub fnfempe/France_RFE, Schematron de la réforme"}, "https://github.com/fnfempe/France_RFE"},
	{"S20", words{"GitHub turbo124/piste-gouv-fr and antoine2116/go-choruspro, clients of the API", "GitHub turbo124/piste-gouv-fr et antoine2116/go-choruspro, clients de l'API"},
		"https://github.com/turbo124/piste-gouv-fr"},
	{"S21", words{"GitHub OCA/l10n-france, issues 414, 504, 536, 612, and akretion/factur-x-libreoffice-extension, issue 12: answers of the portal",
		"GitHub OCA/l10n-france, tickets 414, 504, 536, 612, et akretion/factur-x-libreoffice-extension, ticket 12 : réponses du portail"},
		"https://github.com/OCA/l10n-france/issues"},
	{"S22", words{"Help pages of Tempolia, Open Bee and Sinao: rejections by Chorus Pro", "Pages d'aide de Tempolia, Open Bee et Sinao : rejets par Chorus Pro"},
		"https://cloud.tempolia.fr/en/faq/34-manage-rejections-chorus-pro.html"},
	{"S23", words{"Akuiteo, documentation of the E1 file in UBL", "Akuiteo, documentation du fichier E1 en UBL"},
		"https://erp.akuiteo.fr/aide/Relectures/Reecritures/Webhelp2/Content/SpecificGuide/Chorus/fichierXML.htm"},
	{"S24", words{"Order of 9 December 2016 on the identifiers", "Arrêté du 9 décembre 2016 sur les identifiants"},
		"https://legal.tricoteuses.fr/articles/LEGIARTI000033608376"},
	{"S26", words{"Vertex, documentation of its rules for France", "Vertex, documentation de ses règles pour la France"},
		"https://developer.vertexinc.com/einvoicing/docs/france-rules"},
	{"S29", words{"FNFE, Factur-X 1.08 workbook of 2025-12-04", "FNFE, classeur Factur-X 1.08 du 4 décembre 2025"},
		"https://github.com/LandrixSoftware/ZUGFeRD-for-Delphi"},
	{"S30", words{"Gestimum ERP, online help: UBL E1 in production since 2019", "ERP Gestimum, aide en ligne : UBL E1 en production depuis 2019"},
		"https://github.com/karla-dedeler/aide-en-ligne"},
	{"S31", words{"Comments of two Dolibarr modules (cap-rel factur-x, pdpconnectfr) that quote a rejection", "Commentaires de deux modules Dolibarr (cap-rel factur-x, pdpconnectfr) qui citent un rejet"},
		""},
}
