package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/report"
)

func extractVerb() *verb {
	v := &verb{name: "extract", run: runExtract,
		line:  report.Text{EN: "take the invoice out of PDF files", FR: "extraire la facture de fichiers PDF"},
		usage: report.Text{EN: "[flags] FILE.pdf…", FR: "[options] FICHIER.pdf…"},
		about: []report.Text{{
			EN: "The invoice of one PDF goes to standard output, or to the file that -o names; those of several go to a folder, each under the name of its PDF. The bytes are those in the PDF, unchanged.",
			FR: "La facture d'un PDF va vers la sortie standard, ou dans le fichier nommé par -o ; celles de plusieurs vont dans un dossier, chacune sous le nom de son PDF. Les octets sont ceux du PDF, inchangés."}, {
			EN: "With --all every embedded file is written to a folder, under its own name; of several PDF files each has a folder of its own in it.",
			FR: "Avec --all, tous les fichiers joints sont écrits dans un dossier, sous leur propre nom ; avec plusieurs PDF, chacun y a son propre dossier."}, folderHelp},
		flags: []flag{
			{name: "output", short: "o", value: report.Text{EN: "FILE|FOLDER", FR: "FICHIER|DOSSIER"}, usage: report.Text{
				EN: "where to write; - is standard output", FR: "où écrire ; - est la sortie standard"}},
			{name: "all", usage: report.Text{EN: "every embedded file, not the invoice alone", FR: "tous les fichiers joints, pas seulement la facture"}},
			{name: "overwrite", usage: report.Text{EN: "replace files that exist", FR: "remplacer les fichiers existants"}},
			isolatedFlag, langFlag, helpFlag,
		}}
	v.flags = append(v.flags, limitFlags()...)
	return v
}

func runExtract(p *program, c *cli.Context) error {
	limits, err := limitsOf(c)
	if err != nil {
		return err
	}
	if err := checkLang(c); err != nil {
		return err
	}
	if err := p.needFiles("extract"); err != nil {
		return err
	}
	if c.Bool("all") {
		return p.extractAll(c, limits)
	}
	plan, err := p.plan(c.String("output"), ".xml", c.Bool("overwrite"))
	if err != nil {
		return err
	}
	for in := range p.inputs() {
		if !plan.knows(in.name) && in.problem == nil {
			in.release()
			continue // a result of this run
		}
		var invoice *facturx.Invoice
		var content []byte
		err := in.withPDF(c.Context, limits, func(f *facturx.File) (err error) {
			if invoice, err = f.Invoice(); err == nil {
				content, err = invoice.Content()
			}
			return err
		})
		in.release()
		if err != nil {
			p.cannotExtract(in.name, err)
			continue
		}
		if !invoice.Note.IsZero() {
			p.hint(report.Text{EN: "{file}: {note}", FR: "{file} : {note}"}.With(report.A("file", fileName(in.name)), report.A("note", invoice.Note)))
		}
		target := plan.target(in.name)
		if target == "" {
			if _, err := p.stdout.Write(content); err != nil {
				p.code = p.wrote(err)
				return nil
			}
			continue
		}
		if err := plan.write(target, content, c.Bool("overwrite")); err != nil {
			p.tell(cannotWrite(target, err))
			p.code = exitFailed
		}
	}
	return nil
}

// cannotExtract tells why there is nothing to take out of a file. A PDF without an invoice is a bad file; one that cannot be opened at all is not ours to
// judge.
func (p *program) cannotExtract(name string, err error) {
	if u, ok := unreadableFile(err); ok {
		p.refuse(name, u)
	} else {
		p.tell(aboutPDF(name, err))
		if _, ok := isPDFError(err); !ok {
			p.code = exitFailed
		}
	}
	if p.code == exitOK {
		p.code = exitBad
	}
}

// extractAll writes every embedded file into a folder.
func (p *program) extractAll(c *cli.Context, limits check.Limits) error {
	out := c.String("output")
	if out == "" || out == "-" {
		return &problem{text: report.Text{EN: "--all needs a folder to write to", FR: "--all demande un dossier où écrire"},
			hint: report.Text{EN: "name it with -o FOLDER; it is made if it does not exist", FR: "indiquez-le avec -o DOSSIER ; il est créé s'il n'existe pas"}}
	}
	if info, err := os.Stat(out); err == nil && !info.IsDir() {
		return &problem{text: report.Text{EN: "{out}: this is a file, and --all needs a folder", FR: "{out} : c'est un fichier, et --all demande un dossier"},
			hint: report.Text{EN: "name a folder with -o", FR: "indiquez un dossier avec -o"}, args: []report.Arg{report.A("out", fileName(out))}}
	}
	var inputs []input
	for in := range p.inputs() {
		inputs = append(inputs, in)
	}
	taken := map[string]bool{}
	for _, in := range inputs {
		folder := out
		if len(inputs) > 1 {
			base := safeName(baseOf(in))
			folder = filepath.Join(out, unused(taken, strings.TrimSuffix(base, filepath.Ext(base))))
		}
		err := in.withPDF(c.Context, limits, func(f *facturx.File) error { return p.writeAttachments(f, in.name, folder, c.Bool("overwrite")) })
		in.release()
		if err != nil {
			p.cannotExtract(in.name, err)
		}
	}
	return nil
}

// writeAttachments writes the embedded files of one PDF. One that cannot be read does not keep the others from being written.
func (p *program) writeAttachments(f *facturx.File, name, folder string, overwrite bool) error {
	all, err := f.Attachments()
	if err != nil && len(all) == 0 {
		return err
	}
	if len(all) == 0 {
		_, err := f.Invoice() // says that there is none
		return err
	}
	pl := &plan{folder: folder, files: true}
	taken := map[string]bool{}
	for _, a := range all {
		content, readErr := a.Content()
		if readErr != nil {
			err = readErr
			continue
		}
		target := filepath.Join(folder, unused(taken, safeName(a.Name)))
		if wrong := p.free(target, []string{name}, overwrite); wrong != nil {
			p.tell(about(target, wrong))
			p.code = exitFailed
			continue
		}
		if wrong := pl.write(target, content, overwrite); wrong != nil {
			p.tell(cannotWrite(target, wrong))
			p.code = exitFailed
			continue
		}
		if _, wrong := p.stdout.Write([]byte(visible(target) + "\n")); wrong != nil {
			return wrong
		}
	}
	return err
}

// unused returns a name, with a number where it is taken already, and takes it.
func unused(taken map[string]bool, name string) string {
	ending := filepath.Ext(name)
	for n, try := 2, name; ; n++ {
		if !taken[folded(try)] {
			taken[folded(try)] = true
			return try
		}
		try = strings.TrimSuffix(name, ending) + " (" + strconv.Itoa(n) + ")" + ending
	}
}
