package main

import (
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/report"
)

func attachmentsVerb() *verb {
	v := &verb{name: "attachments", run: runAttachments,
		line:  report.Text{EN: "list the files that are embedded in PDF files", FR: "lister les fichiers joints à des fichiers PDF"},
		usage: report.Text{EN: "[flags] FILE.pdf…", FR: "[options] FICHIER.pdf…"},
		about: []report.Text{{
			EN: "Each embedded file has one line: its name, size, type, relationship to the document (AFRelationship), and whether it is the invoice. fx extract takes them out.",
			FR: "Chaque fichier joint a une ligne : son nom, sa taille, son type, sa relation au document (AFRelationship), et s'il est la facture. fx extract les extrait."}, folderHelp},
		flags: []flag{isolatedFlag, langFlag, helpFlag}}
	v.flags = append(v.flags, limitFlags()...)
	return v
}

func runAttachments(p *program, c *cli.Context) error {
	limits, err := limitsOf(c)
	if err != nil {
		return err
	}
	if err := checkLang(c); err != nil {
		return err
	}
	if err := p.needFiles("attachments"); err != nil {
		return err
	}
	several := len(p.args) > 1
	for in := range p.inputs() {
		var list string
		err := in.withPDF(c.Context, limits, func(f *facturx.File) (err error) {
			list, err = p.listed(f)
			return err
		})
		in.release()
		if list != "" {
			if several || in.name != p.args[0] {
				list = fileName(in.name).In(p.lang) + "\n" + list
			}
			if err := p.print(list); err != nil {
				return err
			}
		}
		if err != nil {
			p.cannotExtract(in.name, err)
		}
	}
	return nil
}

// listed describes the embedded files of a PDF, a line each. An error comes with what could be read.
func (p *program) listed(f *facturx.File) (string, error) {
	all, err := f.Attachments()
	invoice, wrong := f.Invoice()
	if err == nil && len(all) == 0 {
		err = wrong
	}
	rows := make([][]string, 0, len(all))
	for _, a := range all {
		size := "?"
		if content, err := a.Content(); err == nil {
			size = sizeText(int64(len(content))).In(p.lang)
		}
		row := []string{visible(a.Name), size, visible(a.MIME), visible(a.Relationship)}
		if wrong == nil && invoice.Attachment == a {
			row = append(row, theInvoice.In(p.lang))
		}
		rows = append(rows, row)
	}
	return columns(rows), err
}

var theInvoice = report.Text{EN: "the invoice", FR: "la facture"}

// columns lines rows up, two blanks between columns.
func columns(rows [][]string) string {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], cells(cell))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		var line strings.Builder
		for i, cell := range row {
			line.WriteString("  " + cell + strings.Repeat(" ", widths[i]-cells(cell)))
		}
		b.WriteString(strings.TrimRight(line.String(), " ") + "\n")
	}
	return b.String()
}
