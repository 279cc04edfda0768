package facturx

import (
	"strings"
	"unicode"

	"github.com/fxinvoice/fx/report"
)

// What is said of attachments and metadata, in both languages.
var (
	noContent = report.Text{
		EN: "the attachment {name} has no content",
		FR: "la pièce jointe {name} n'a pas de contenu",
	}
	noAttachment = report.Text{
		EN: "the PDF has no attachment, so no invoice is in it",
		FR: "le PDF n'a pas de pièce jointe : il ne contient donc aucune facture",
	}
	noAttachmentHint = report.Text{
		EN: "it is an ordinary PDF; ask for the invoice as Factur-X, or embed its XML",
		FR: "c'est un PDF ordinaire ; demandez la facture au format Factur-X, ou intégrez-y son XML",
	}
	noInvoice = report.Text{
		EN: "no attachment is an invoice: {names}",
		FR: "aucune pièce jointe n'est une facture : {names}",
	}
	noInvoiceHint = report.Text{
		EN: "ask for the invoice as Factur-X, or embed its XML",
		FR: "demandez la facture au format Factur-X, ou intégrez-y son XML",
	}
	notXML = report.Text{
		EN: "the attachment {name} is named like an invoice but is no XML",
		FR: "la pièce jointe {name} porte un nom de facture mais n'est pas du XML",
	}
	notXMLHint = report.Text{
		EN: "take it out and look what it is; the program that made the PDF is at fault",
		FR: "extrayez-la pour voir de quoi il s'agit ; le logiciel qui a produit le PDF est en cause",
	}
	otherXML = report.Text{
		EN: "the attachment {name} is named like an invoice, but its root element is none of an invoice",
		FR: "la pièce jointe {name} porte un nom de facture, mais son élément racine n'est pas celui d'une facture",
	}
	severalByXMP = report.Text{
		EN: "{name} was taken, which the metadata name; other invoices: {rivals}",
		FR: "{name} a été retenue, car les métadonnées la nomment ; autres factures : {rivals}",
	}
	severalByRank = report.Text{
		EN: "{name} was taken, although the metadata do not decide; other invoices: {rivals}",
		FR: "{name} a été retenue, sans que les métadonnées en décident ; autres factures : {rivals}",
	}
	badXMP = report.Text{
		EN: "the metadata (XMP) are no XML that can be read: line {line}, column {column}: {why}",
		FR: "les métadonnées (XMP) ne sont pas du XML lisible : ligne {line}, colonne {column} : {why}",
	}
	badXMPHint = report.Text{
		EN: "the program that made the PDF wrote them wrongly; embedding the invoice anew repairs them",
		FR: "le logiciel qui a produit le PDF les a mal écrites ; réintégrer la facture les corrige",
	}
)

// quoted gives the name of an attachment as an argument.
func quoted(a *Attachment) report.Arg {
	return report.A("name", clip(a.Name))
}

// quotedList gives the names of the first few attachments.
func quotedList(arg string, all []*Attachment) report.Arg {
	const most = 8
	var names []string
	for _, a := range all[:min(len(all), most)] {
		names = append(names, clip(a.Name))
	}
	if len(all) > most {
		names = append(names, "…")
	}
	return report.A(arg, strings.Join(names, ", "))
}

// clip makes a name fit for a message: short, and with nothing that plays tricks with a terminal.
func clip(s string) string {
	const most = 60
	r := []rune(s)
	if len(r) > most {
		r = append(r[:most], '…')
	}
	for i := range r {
		if !unicode.IsPrint(r[i]) {
			r[i] = unicode.ReplacementChar
		}
	}
	if len(r) == 0 {
		return "(…)"
	}
	return string(r)
}
