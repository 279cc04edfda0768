package choruspro

import (
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

const (
	maxFileName    = 50        // characters of an attachment's name
	maxAttachment  = 10 << 20  // bytes of an attachment
	maxAttachments = 118 << 20 // bytes of all: the portal takes 120 MB with the invoice
)

// extensions are those of the files that the portal takes as attachments.
const extensions = " BMP BZ2 CSV DOC DOCX FAX GIF GZ GZIP HTM HTML JPEG JPG ODP ODS ODT P7S PDF PNG PPS PPT PPTX RTF SVG TGZ TIF TIFF TXT XHTML XLC XLM XLS " +
	"XLSX XML ZIP "

// attachmentRules are about what goes with the invoice.
var attachmentRules = []rule{
	{
		id: "CP-16", terms: []en16931.Term{en16931.BT125}, sources: []string{"S4", "S11"}, check: attachments,
		levels: []level{
			{report.Error, Confirmed, words{"for an empty file and for its name", "pour un fichier vide et pour son nom"}},
			{report.Warning, Likely, words{"for the size", "pour la taille"}},
		},
		asks: words{"An attachment has content, a name of at most 50 characters and an extension that Chorus Pro takes; it is smaller than 10 MB, and all are at most 118 MB together.",
			"Une pièce jointe a un contenu, un nom de 50 caractères au plus et une extension que Chorus Pro accepte ; elle fait moins de 10 Mo, et toutes ensemble au plus 118 Mo."},
		why: words{"The extensions are: BMP BZ2 CSV DOC DOCX FAX GIF GZ GZIP HTM HTML JPEG JPG ODP ODS ODT P7S PDF PNG PPS PPT PPTX RTF SVG TGZ TIF TIFF TXT XHTML XLC XLM XLS XLSX XML ZIP.",
			"Les extensions sont : BMP BZ2 CSV DOC DOCX FAX GIF GZ GZIP HTM HTML JPEG JPG ODP ODS ODT P7S PDF PNG PPS PPT PPTX RTF SVG TGZ TIF TIFF TXT XHTML XLC XLM XLS XLSX XML ZIP."},
		cases: []said{
			{
				name: "empty",
				text: words{"The attachment is empty.", "La pièce jointe est vide."},
				fix:  words{"Put the file in, or leave the attachment out.", "Joignez le fichier, ou supprimez la pièce jointe."},
			},
			{
				name: "name",
				text: words{"The attachment's name “{found}” has {length} characters; Chorus Pro takes at most 50.",
					"Le nom de pièce jointe « {found} » compte {length} caractères ; Chorus Pro en accepte au plus 50."},
				fix: words{"Shorten the name; the extension counts.", "Abrégez le nom ; l'extension compte."},
			},
			{
				name: "no-extension",
				text: words{"The attachment's name “{found}” has no extension.", "Le nom de pièce jointe « {found} » n'a pas d'extension."},
				fix:  words{"Add it: .pdf, for instance.", "Ajoutez-la : .pdf, par exemple."},
			},
			{
				name: "extension",
				text: words{"Chorus Pro does not take attachments of type “{extension}” (“{found}”).", "Chorus Pro n'accepte pas les pièces jointes de type « {extension} » (« {found} »)."},
				fix:  words{"Send it as a PDF.", "Envoyez-la en PDF."},
			},
			{
				name: "size",
				text: words{"The attachment has {found} bytes: 10 MB or more, which the portal is known to refuse.",
					"La pièce jointe fait {found} octets : 10 Mo ou plus, ce que le portail refuse à notre connaissance."},
				fix: words{"Make the file smaller, or split it.", "Réduisez le fichier, ou divisez-le."},
			},
			{
				name: "total",
				text: words{"All attachments together have {found} bytes: more than 118 MB; with the invoice, the portal takes 120 MB.",
					"Les pièces jointes font {found} octets en tout : plus de 118 Mo ; avec la facture, le portail accepte 120 Mo."},
				fix: words{"Make the files smaller, or leave some out.", "Réduisez les fichiers, ou supprimez-en."},
			},
		},
	},
	{
		id: "CP-21", terms: []en16931.Term{en16931.BG24, en16931.BT17, en16931.BT18}, levels: errorConfirmed, sources: []string{"S31"}, check: emptyReferences,
		asks: words{"In CII, every additional document of the header comes as an attachment (BT-125).", "En CII, tout document supplémentaire de l'en-tête est une pièce jointe (BT-125)."},
		why: words{"That holds for the tender (BT-17) and the invoiced object (BT-18) too, which EN 16931 does not let have an attachment: leave them out.",
			"Cela vaut aussi pour l'appel d'offres (BT-17) et l'objet facturé (BT-18), auxquels l'EN 16931 n'admet pas de pièce jointe : supprimez-les."},
		cases: []said{{
			text: words{"This additional document has no attachment (BT-125).", "Ce document supplémentaire n'a pas de pièce jointe (BT-125)."},
			fix: words{"Attach the file, or leave the document out: a link or a number alone is refused.",
				"Joignez le fichier, ou supprimez le document : un lien ou un numéro seul est refusé."},
			answer: Answer{Says: "L'element (AttachmentBinaryObject.value) est obligatoire si l'element (…ApplicableHeaderTradeAgreement.AdditionalReferencedDocument) est renseigne"},
		}},
	},
	{
		id: "CP-61", terms: []en16931.Term{en16931.BT123}, levels: warnLikely, sources: []string{"S20", "S29"}, check: mainAttachment,
		asks: words{"In Factur-X no attachment claims to be the main one (01 in BT-123): that is the PDF itself.",
			"En Factur-X, aucune pièce jointe ne se dit principale (01 en BT-123) : c'est le PDF lui-même."},
		cases: []said{{
			text: words{"The attachment calls itself the main one (BT-123 is 01), which in Factur-X is the PDF itself.",
				"La pièce jointe se dit principale (BT-123 vaut 01) ; en Factur-X, c'est le PDF lui-même."},
			fix: words{"Write 02, or a description.", "Indiquez 02, ou une description."},
		}},
	},
	{
		id: "CP-65", terms: []en16931.Term{en16931.BT125}, levels: warnLikely, sources: []string{"S11"}, check: foldersInNames,
		asks: words{"The name of an attachment, and of a file in an archive, has no folder in it.", "Le nom d'une pièce jointe, ou d'un fichier dans une archive, ne contient pas de dossier."},
		cases: []said{
			{
				text: words{"The attachment's name “{found}” has a / or a \\ in it.", "Le nom de pièce jointe « {found} » contient / ou \\."},
				fix:  words{"Write the name of the file alone.", "Indiquez le nom du fichier seul."},
			},
			{
				name: "archive",
				text: words{"The file {found} is in a folder of the archive.", "Le fichier {found} est dans un dossier de l'archive."},
				fix:  words{"Put all files at the top of the archive.", "Placez tous les fichiers à la racine de l'archive."},
			},
		},
	},
}

// nameOf returns the name of an attachment and where it stands; UBL falls back on the reference's identifier.
func (c *checker) nameOf(ref, n xmltree.Node) (name string, at spot) {
	if name = c.attr(n, "filename"); name != "" || c.isCII() {
		return name, spot{node: n, attr: "filename"}
	}
	v := c.firstIn(ref, referenceID)
	return v.text, here(v)
}

func attachments(c *checker) {
	total := 0
	var last xmltree.Node
	for _, ref := range c.of(reference) {
		for _, n := range c.in(ref, attachment) {
			content := c.at(n)
			if content.absent() {
				c.fail(problem{at: nodeSpot(n), name: "empty"})
			}
			fileName(c, ref, n)
			size := decodedSize(content.text)
			if size >= maxAttachment {
				c.fail(problem{severity: report.Warning, at: nodeSpot(n), name: "size", args: []report.Arg{report.A("found", report.Number(strconv.Itoa(size)))}})
			}
			total, last = total+size, n
		}
	}
	if total > maxAttachments {
		c.fail(problem{severity: report.Warning, at: nodeSpot(last), name: "total", args: []report.Arg{report.A("found", report.Number(strconv.Itoa(total)))}})
	}
}

// fileName judges the name of an attachment.
func fileName(c *checker, ref, n xmltree.Node) {
	name, at := c.nameOf(ref, n)
	if name == "" {
		return
	}
	found := report.A("found", name)
	if l := length(name); l > maxFileName {
		c.fail(problem{at: at, name: "name", args: []report.Arg{found, report.A("length", l)}})
	}
	ext := name[strings.LastIndexByte(name, '.')+1:]
	switch {
	case ext == "" || ext == name:
		c.fail(problem{at: at, name: "no-extension", args: []report.Arg{found}})
	case strings.Contains(ext, " ") || !strings.Contains(extensions, " "+strings.ToUpper(ext)+" "):
		c.fail(problem{at: at, name: "extension", args: []report.Arg{found, report.A("extension", ext)}})
	}
}

// decodedSize returns how many bytes a text in base64 stands for, without decoding it.
func decodedSize(s string) int {
	n := len(s)
	for _, blank := range []string{"\n", "\r", "\t", " "} {
		n -= strings.Count(s, blank)
	}
	if strings.HasSuffix(s, "=") {
		n -= strings.Count(s[max(0, len(s)-4):], "=")
	}
	return n * 3 / 4
}

func emptyReferences(c *checker) {
	if !c.isCII() {
		return
	}
	for _, ref := range c.of(reference) {
		if len(c.in(ref, attachment)) == 0 && !c.full(report.Error) {
			c.fail(problem{at: c.missingIn(ref, reference, attachment)})
		}
	}
}

func mainAttachment(c *checker) {
	if !c.form.IsFacturX() {
		return
	}
	for _, ref := range c.of(reference) {
		if v := c.firstIn(ref, referenceName); v.text == "01" && c.firstIn(ref, referenceType).text == "916" {
			c.fail(problem{severity: report.Warning, at: here(v)})
		}
	}
}

func foldersInNames(c *checker) {
	for _, ref := range c.of(reference) {
		for _, n := range c.in(ref, attachment) {
			if name, at := c.nameOf(ref, n); strings.ContainsAny(name, `/\`) {
				c.fail(problem{severity: report.Warning, at: at, args: []report.Arg{report.A("found", name)}})
			}
		}
	}
}
