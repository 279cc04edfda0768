package check

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// sniffSize is how much of a file is looked at to tell what it is.
const sniffSize = 4096

// kind is something that is no invoice, or none that fx reads: what it is, and what to do.
type kind struct {
	rule    string
	is, fix report.Text
}

// unreadable returns the error for a file of the kind.
func (k *kind) unreadable() *UnreadableError {
	message := report.Text{EN: "This is {is}, not an invoice in UBL or CII.", FR: "C'est {is}, pas une facture en UBL ou CII."}
	return &UnreadableError{Findings: []report.Finding{{Rule: k.rule, Layer: report.Read, Message: message, Fix: k.fix,
		Args: []report.Arg{report.A("is", k.is)}}}}
}

var (
	takeInvoice = report.Text{EN: "Take the invoice out of it and check that file.", FR: "Extrayez-en la facture et contrôlez ce fichier."}
	askExport   = report.Text{EN: "Ask the program that made it for the invoice as UBL, CII or Factur-X.",
		FR: "Demandez au logiciel qui l'a produit la facture en UBL, CII ou Factur-X."}
)

// signatures tell files by their first bytes.
var signatures = []struct {
	begin string
	kind  kind
}{
	{"PK\x03\x04", kind{"RD-ARCHIVE", report.Text{EN: "a zip archive or an office document", FR: "une archive zip ou un document bureautique"}, takeInvoice}},
	{"PK\x05\x06", kind{"RD-ARCHIVE", report.Text{EN: "an empty zip archive", FR: "une archive zip vide"}, askExport}},
	{"\x1f\x8b", kind{"RD-ARCHIVE", report.Text{EN: "a gzip file", FR: "un fichier gzip"}, report.Text{EN: "Unpack it first.", FR: "Décompressez-le d'abord."}}},
	{"Rar!", kind{"RD-ARCHIVE", report.Text{EN: "a RAR archive", FR: "une archive RAR"}, takeInvoice}},
	{"7z\xbc\xaf\x27\x1c", kind{"RD-ARCHIVE", report.Text{EN: "a 7z archive", FR: "une archive 7z"}, takeInvoice}},
	{"\xd0\xcf\x11\xe0", kind{"RD-BINARY-FILE", report.Text{EN: "an old office document or an e-mail of Outlook", FR: "un ancien document bureautique ou un courriel Outlook"}, askExport}},
	{"\x89PNG", kind{"RD-BINARY-FILE", report.Text{EN: "a picture (PNG)", FR: "une image (PNG)"}, askExport}},
	{"\xff\xd8\xff", kind{"RD-BINARY-FILE", report.Text{EN: "a picture (JPEG)", FR: "une image (JPEG)"}, askExport}},
	{"GIF8", kind{"RD-BINARY-FILE", report.Text{EN: "a picture (GIF)", FR: "une image (GIF)"}, askExport}},
	{"II*\x00", kind{"RD-BINARY-FILE", report.Text{EN: "a picture (TIFF)", FR: "une image (TIFF)"}, askExport}},
	{"MM\x00*", kind{"RD-BINARY-FILE", report.Text{EN: "a picture (TIFF)", FR: "une image (TIFF)"}, askExport}},
	{"\x7fELF", kind{"RD-BINARY-FILE", report.Text{EN: "a program", FR: "un programme"}, askExport}},
	{"MZ", kind{"RD-BINARY-FILE", report.Text{EN: "a program", FR: "un programme"}, askExport}},
	{"UNA", kind{"RD-OTHER-FORMAT", report.Text{EN: "an EDIFACT message", FR: "un message EDIFACT"}, askExport}},
	{"UNB+", kind{"RD-OTHER-FORMAT", report.Text{EN: "an EDIFACT message", FR: "un message EDIFACT"}, askExport}},
}

var (
	htmlFile = kind{"RD-HTML", report.Text{EN: "a web page (HTML)", FR: "une page web (HTML)"}, report.Text{
		EN: "Download the invoice again: a page, perhaps of an error or a log-in, was saved instead of it.",
		FR: "Téléchargez à nouveau la facture : une page, d'erreur ou de connexion peut-être, a été enregistrée à sa place."}}
	rtfFile    = kind{"RD-OTHER-FORMAT", report.Text{EN: "a text document (RTF)", FR: "un document texte (RTF)"}, askExport}
	textFile   = kind{"RD-TEXT", report.Text{EN: "plain text", FR: "du texte brut"}, askExport}
	binaryFile = kind{"RD-BINARY-FILE", report.Text{EN: "a binary file of an unknown kind", FR: "un fichier binaire de type inconnu"}, askExport}
)

// sniff tells what a file is by its beginning; nil means that it may be XML.
func sniff(head []byte) *UnreadableError {
	if utf16XML(head) {
		return nil
	}
	s := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(s) == 0 {
		return nil // the tokenizer has the words for an empty document
	}
	for i := range signatures {
		if bytes.HasPrefix(head, []byte(signatures[i].begin)) {
			return signatures[i].kind.unreadable()
		}
	}
	lower := bytes.ToLower(s[:min(len(s), 64)])
	switch {
	case bytes.HasPrefix(lower, []byte("<!doctype html")), bytes.HasPrefix(lower, []byte("<html")):
		return htmlFile.unreadable()
	case s[0] == '<':
		return nil
	case s[0] == '{' && bytes.HasPrefix(s, []byte(`{\rtf`)):
		return rtfFile.unreadable()
	case bytes.IndexByte(head, 0) >= 0 || !mostlyText(head):
		return binaryFile.unreadable()
	case bytes.IndexByte(s, '<') < 0:
		return textFile.unreadable()
	}
	return nil
}

// isPDF reports whether a file is a PDF. Readers of PDF accept rubbish before the header.
func isPDF(head []byte) bool {
	i := bytes.Index(head[:min(len(head), 1024)], []byte("%PDF-"))
	s := bytes.TrimLeft(head, " \t\r\n")
	return i >= 0 && s[0] != '<'
}

// utf16XML reports whether a file may be XML in UTF-16: by its byte order mark, or by "<" in 16 bits.
func utf16XML(head []byte) bool {
	for _, begin := range []string{"\xff\xfe", "\xfe\xff", "<\x00", "\x00<"} {
		if bytes.HasPrefix(head, []byte(begin)) {
			return true
		}
	}
	return false
}

// mostlyText reports whether a beginning reads as text in UTF-8 or an 8-bit encoding: no control characters but white space, in nine bytes of ten.
func mostlyText(head []byte) bool {
	if utf8.Valid(head) {
		return true
	}
	odd := 0
	for _, c := range head {
		if c < ' ' && !strings.ContainsRune("\t\r\n\f", rune(c)) {
			odd++
		}
	}
	return odd*10 < len(head)
}

// roots name the root elements of what people take for an invoice that fx reads; a namespace that ends in * stands for all that begin so.
var roots = []struct {
	space, local string // local "" stands for any
	kind         kind
}{
	{"urn:ferd:CrossIndustryDocument:invoice:1p0", "", kind{"RD-ZUGFERD-1", report.Text{EN: "a ZUGFeRD 1.0 invoice", FR: "une facture ZUGFeRD 1.0"}, report.Text{
		EN: "ZUGFeRD 1.0 was withdrawn before EN 16931: ask the sender for Factur-X or ZUGFeRD 2.",
		FR: "ZUGFeRD 1.0 est antérieur à l'EN 16931 et retiré : demandez à l'émetteur du Factur-X ou du ZUGFeRD 2."}}},
	{"urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100", "", kind{"RD-OTHER-DOCUMENT", report.Text{EN: "an order (Order-X)", FR: "une commande (Order-X)"}, askExport}},
	{"urn:un:unece:uncefact:data:standard:CBFBUY:5", "", kind{"RD-OTHER-FORMAT", report.Text{EN: "an invoice of an older UN/CEFACT standard (CBFBUY)", FR: "une facture d'un ancien standard UN/CEFACT (CBFBUY)"}, askExport}},
	{"urn:un:unece:uncefact:data:standard:*", "", kind{"RD-OTHER-FORMAT", report.Text{EN: "another message of UN/CEFACT", FR: "un autre message de l'UN/CEFACT"}, askExport}},
	{"urn:oasis:names:specification:ubl:schema:xsd:*", "", kind{"RD-OTHER-DOCUMENT", report.Text{EN: "a UBL document of another type", FR: "un document UBL d'un autre type"}, askExport}},
	{"urn:oasis:names:tc:ubl:*", "", kind{"RD-OTHER-FORMAT", report.Text{EN: "a document in UBL 1.0", FR: "un document en UBL 1.0"}, askExport}},
	{"http://ivaservizi.agenziaentrate.gov.it/*", "", kind{"RD-OTHER-FORMAT", report.Text{EN: "an Italian FatturaPA", FR: "une FatturaPA italienne"}, askExport}},
	{"http://www.facturae.es/*", "", kind{"RD-OTHER-FORMAT", report.Text{EN: "a Spanish Facturae", FR: "une Facturae espagnole"}, askExport}},
	{"http://www.facturae.gob.es/*", "", kind{"RD-OTHER-FORMAT", report.Text{EN: "a Spanish Facturae", FR: "une Facturae espagnole"}, askExport}},
	{"http://www.ebinterface.at/*", "", kind{"RD-OTHER-FORMAT", report.Text{EN: "an Austrian ebInterface invoice", FR: "une facture autrichienne ebInterface"}, askExport}},
	{"http://www.unece.org/cefact/namespaces/StandardBusinessDocumentHeader", "", kind{"RD-ENVELOPE", report.Text{EN: "an envelope (SBD) with a document in it", FR: "une enveloppe (SBD) qui contient un document"}, takeInvoice}},
	{"http://schemas.xmlsoap.org/soap/envelope/", "", kind{"RD-ENVELOPE", report.Text{EN: "a SOAP message", FR: "un message SOAP"}, takeInvoice}},
	{"http://www.w3.org/2003/05/soap-envelope", "", kind{"RD-ENVELOPE", report.Text{EN: "a SOAP message", FR: "un message SOAP"}, takeInvoice}},
	{"http://www.w3.org/1999/xhtml", "", htmlFile},
	{"http://www.w3.org/1999/XSL/Transform", "", kind{"RD-OTHER-DOCUMENT", report.Text{EN: "a stylesheet (XSLT)", FR: "une feuille de style (XSLT)"}, askExport}},
	{"http://www.w3.org/2001/XMLSchema", "", kind{"RD-OTHER-DOCUMENT", report.Text{EN: "an XML Schema", FR: "un schéma XML"}, askExport}},
	{"http://www.w3.org/2000/svg", "", kind{"RD-BINARY-FILE", report.Text{EN: "a picture (SVG)", FR: "une image (SVG)"}, askExport}},
	{"", "Invoice", noNamespace}, {"", "CreditNote", noNamespace}, {"", "CrossIndustryInvoice", noNamespace},
}

var noNamespace = kind{"RD-NAMESPACE", report.Text{EN: "an invoice without its XML namespace", FR: "une facture sans son espace de noms XML"}, report.Text{
	EN: "Declare the namespace of UBL 2.1 or CII on the root element (xmlns=…): without it nobody can tell what the elements mean.",
	FR: "Déclarez l'espace de noms d'UBL 2.1 ou de CII sur l'élément racine (xmlns=…) : sans lui, rien ne dit ce que signifient les éléments."}}

// foreign says what a document is whose root element is not an invoice's.
func foreign(tree *xmltree.Tree) *UnreadableError {
	root := tree.NameOf(0)
	k := kind{"RD-OTHER-XML", report.Text{EN: "XML of another kind", FR: "du XML d'un autre type"}, askExport}
	for _, r := range roots {
		prefix, wild := strings.CutSuffix(r.space, "*")
		if (root.Space == r.space || wild && strings.HasPrefix(root.Space, prefix)) && (r.local == "" || r.local == root.Local) {
			k = r.kind
			break
		}
	}
	u := k.unreadable()
	start, _ := tree.Range(0)
	f := &u.Findings[0]
	f.Line, f.Column = tree.Position(start)
	f.Found = "{" + root.Space + "}" + root.Local
	f.Message = report.Text{
		EN: "The root element is {root}: this is {is}, not an invoice in UBL or CII.",
		FR: "L'élément racine est {root} : c'est {is}, pas une facture en UBL ou CII."}
	name := root.Local
	if root.Space != "" {
		name += " (" + root.Space + ")"
	}
	f.Args = append(f.Args, report.A("root", name))
	return u
}

// sentence makes a sentence of the tokenizer's clause.
func sentence(t xmltree.Text) report.Text {
	return report.Text{EN: capital(t.EN), FR: capital(t.FR)}
}

func capital(s string) string {
	if s == "" {
		return ""
	}
	return strings.ReplaceAll(upperFirst(s)+".", "{", "{{")
}

func upperFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(first)) + s[n:]
}
