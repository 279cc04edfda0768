package main

import (
	"errors"
	"os"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/report"
)

func recipientsVerb() *verb {
	return &verb{name: "recipients", run: runRecipients,
		line:  report.Text{EN: "check a file of Chorus Pro recipients", FR: "vérifier un fichier de destinataires Chorus Pro"},
		usage: report.Text{EN: "check FILE.toml…", FR: "check FICHIER.toml…"},
		about: []report.Text{{
			EN: "Such a file says what recipients demand: whether a service code (BT-10) or an order number (BT-13) must be stated, and which services they have. fx check --recipients FILE uses it. It is TOML: each recipient is a [[recipient]] with siret, and what applies of name, service_required, engagement_required, service_or_engagement and services.",
			FR: "Un tel fichier dit ce qu'exigent les destinataires : si un code service (BT-10) ou un numéro d'engagement (BT-13) doit être indiqué, et quels services ils ont. fx check --recipients FICHIER s'en sert. C'est du TOML : chaque destinataire est un [[recipient]] avec siret et, selon le cas, name, service_required, engagement_required, service_or_engagement et services."}},
		flags: []flag{isolatedFlag, langFlag, helpFlag}}
}

func runRecipients(p *program, c *cli.Context) error {
	if err := checkLang(c); err != nil {
		return err
	}
	if len(p.args) < 2 || p.args[0] != "check" {
		return &problem{text: report.Text{EN: "fx recipients can check files", FR: "fx recipients sait vérifier des fichiers"},
			hint: report.Text{EN: "write fx recipients check FILE.toml", FR: "écrivez fx recipients check FICHIER.toml"}}
	}
	for _, name := range p.args[1:] {
		known, err := openRecipients(name)
		if err != nil {
			p.tell(aboutRecipients(name, err))
			if p.code == exitOK {
				p.code = exitBad
			}
			if _, ok := errors.AsType[*choruspro.RecipientsError](err); !ok {
				p.code = exitFailed
			}
			continue
		}
		said := report.Plural(len(known.All()), report.Text{EN: "{n} recipient", FR: "{n} destinataire"}, report.Text{EN: "{n} recipients", FR: "{n} destinataires"})
		if err := p.print(report.Text{EN: "{file}: {said}\n", FR: "{file} : {said}\n"}.In(p.lang, report.A("file", fileName(name)), report.A("said", said))); err != nil {
			return err
		}
	}
	return nil
}

// readRecipients reads a file of recipients; its error is a problem.
func readRecipients(name string) (*choruspro.Recipients, error) {
	known, err := openRecipients(name)
	if err != nil {
		return nil, aboutRecipients(name, err)
	}
	return known, nil
}

func openRecipients(name string) (*choruspro.Recipients, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return choruspro.ReadRecipients(f)
}

// aboutRecipients is what to say of an error of a file of recipients.
func aboutRecipients(name string, err error) *problem {
	wrong, ok := errors.AsType[*choruspro.RecipientsError](err)
	if !ok {
		return about(name, err)
	}
	text := report.Text{EN: "{file}, line {line}: {what}", FR: "{file}, ligne {line} : {what}"}
	if wrong.Line == 0 {
		text = report.Text{EN: "{file}: {what}", FR: "{file} : {what}"}
	}
	return &problem{text: text,
		hint: report.Text{EN: "fx help recipients describes the file; nothing is checked with half of it", FR: "fx help recipients décrit le fichier ; rien n'est contrôlé avec une moitié de fichier"},
		args: []report.Arg{report.A("file", fileName(name)), report.A("line", wrong.Line), report.A("what", wrong.Message)}}
}
