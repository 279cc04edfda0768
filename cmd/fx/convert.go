package main

import (
	"bytes"
	"context"
	"fmt"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

func convertVerb() *verb {
	v := &verb{name: "convert", run: runConvert,
		line:  report.Text{EN: "write invoices in another format, and say what it cannot hold", FR: "écrire des factures dans un autre format, et dire ce qu'il ne peut contenir"},
		usage: report.Text{EN: "--to ubl|cii|json [flags] FILE…", FR: "--to ubl|cii|json [options] FICHIER…"},
		about: []report.Text{filesHelp, folderHelp, {
			EN: "One file goes to standard output, or to the file of -o; several files, a folder, a pattern or an archive go to the folder of -o, each under its name with the new ending. A file is written beside its place and then renamed, so that none is ever half written; an existing one is replaced only with --overwrite, and a file that is read never.",
			FR: "Un seul fichier va vers la sortie standard, ou vers le fichier de -o ; plusieurs fichiers, un dossier, un motif ou une archive vont dans le dossier de -o, chacun sous son nom avec la nouvelle extension. Un fichier est écrit à côté de sa place, puis renommé : aucun n'est jamais écrit à moitié ; un fichier existant n'est remplacé qu'avec --overwrite, et un fichier lu ne l'est jamais."}, {
			EN: "What is written is what EN 16931 knows. Each value that the new format cannot hold, or that is no term of EN 16931, is lost, and listed with its term, place, value and the reason; that alone does not change the exit code, unless --strict refuses it. JSON holds all: what is no term stands in its lists \"repeated\" and \"residue\". A value that could not be read is written as it stands, with a warning. fx convert does not judge: fx check says whether an invoice is valid.",
			FR: "Ce qui est écrit est ce que connaît l'EN 16931. Chaque valeur que le nouveau format ne peut contenir, ou qui n'est pas un terme de l'EN 16931, est perdue, et citée avec son terme, sa place, sa valeur et la raison ; cela ne change pas le code de retour, sauf refus par --strict. Le JSON contient tout : ce qui n'est pas un terme figure dans ses listes \"repeated\" et \"residue\". Une valeur illisible est écrite telle quelle, avec un avertissement. fx convert ne juge pas : fx check dit si une facture est valide."}, {
			EN: "With --format json this account is one line of JSON a file: {{\"file\":…,\"written\":…,\"lost\":[{{\"term\",\"path\",\"value\",\"reason\":{{\"en\",\"fr\"}}]}. It goes to standard output where the invoices go to files (-o), else to standard error, where the text goes in any case.",
			FR: "Avec --format json, ce compte rendu est une ligne de JSON par fichier : {{\"file\":…,\"written\":…,\"lost\":[{{\"term\",\"path\",\"value\",\"reason\":{{\"en\",\"fr\"}}]}. Il va vers la sortie standard quand les factures vont dans des fichiers (-o), sinon vers la sortie d'erreur, où le texte va dans tous les cas."}, {
			EN: "--complete computes what follows from the lines: prices, net amounts, VAT breakdown, totals. What the invoice states is never changed. An invoice of which not everything can be computed, or whose VAT or totals contradict the rest, so that every recipient would reject it, is not written; both numbers are told. A line amount, price or allowance that is not what its parts come to is a warning with both numbers: no official rule checks it, and some trades round so.",
			FR: "--complete calcule ce qui découle des lignes : prix, montants nets, ventilation de la TVA, totaux. Ce que la facture indique n'est jamais modifié. Une facture dont tout ne peut être calculé, ou dont la TVA ou les totaux contredisent le reste, si bien que tout destinataire la rejetterait, n'est pas écrite ; les deux nombres sont cités. Un montant de ligne, un prix ou une remise qui ne correspond pas à ses éléments donne un avertissement avec les deux nombres : aucune règle officielle ne le contrôle, et certains métiers arrondissent ainsi."}},
		flags: []flag{
			{name: "to", value: literal("ubl|cii|json"), usage: report.Text{
				EN: "the format to write: UBL 2.1, CII, or the JSON of fx show --json",
				FR: "le format à écrire : UBL 2.1, CII, ou le JSON de fx show --json"}},
			{name: "cii-version", value: literal("d16b|d22b"), usage: report.Text{
				EN: "the release of CII: d16b (default), which EN 16931 uses, or d22b, which Factur-X uses and which holds several preceding invoices",
				FR: "la version de CII : d16b (par défaut), celle de l'EN 16931, ou d22b, celle de Factur-X, qui contient plusieurs factures antérieures"}},
			{name: "output", short: "o", value: report.Text{EN: "OUT", FR: "SORTIE"}, usage: report.Text{
				EN: "the file to write, or the folder for several; it is made if it does not exist",
				FR: "le fichier à écrire, ou le dossier pour plusieurs ; il est créé s'il n'existe pas"}},
			{name: "overwrite", usage: report.Text{
				EN: "replace files that exist", FR: "remplacer les fichiers qui existent"}},
			{name: "strict", usage: report.Text{
				EN: "write no invoice of which something would be lost", FR: "n'écrire aucune facture dont quelque chose serait perdu"}},
			{name: "complete", usage: report.Text{
				EN: "compute net amounts, VAT breakdown and totals where they are not stated",
				FR: "calculer les montants nets, la ventilation de la TVA et les totaux qui ne sont pas indiqués"}},
			{name: "format", value: literal("text|json"), usage: report.Text{
				EN: "the account of what was lost: text for people (default), or JSON",
				FR: "le compte rendu des pertes : texte pour des lecteurs (par défaut), ou JSON"}},
			isolatedFlag, langFlag, helpFlag,
		}}
	v.flags = append(v.flags, limitFlags()...)
	return v
}

// conversion is what to do with each file.
type conversion struct {
	to                          string // "ubl", "cii" or "json"
	version                     cii.Version
	strict, complete, overwrite bool
	json                        bool // the account as JSON
	limits                      check.Limits
}

// ending is that of the names of the files it writes.
func (o *conversion) ending() string {
	if o.to == "json" {
		return ".json"
	}
	return ".xml"
}

func conversionOf(c *cli.Context) (*conversion, error) {
	o := &conversion{to: c.String("to"), strict: c.Bool("strict"), complete: c.Bool("complete"), overwrite: c.Bool("overwrite"),
		json: c.String("format") == "json"}
	var err error
	if o.limits, err = limitsOf(c); err != nil {
		return nil, err
	}
	if err := checkLang(c); err != nil {
		return nil, err
	}
	if !c.IsSet("to") {
		return nil, &problem{text: report.Text{EN: "fx convert must know what to write", FR: "fx convert doit savoir quoi écrire"},
			hint: report.Text{EN: "write --to ubl, --to cii or --to json", FR: "écrivez --to ubl, --to cii ou --to json"}}
	}
	if err := choice("to", o.to, []string{"ubl", "cii", "json"}); err != nil {
		return nil, err
	}
	if c.IsSet("format") {
		if err := choice("format", c.String("format"), []string{"text", "json"}); err != nil {
			return nil, err
		}
	}
	if c.IsSet("cii-version") {
		if err := choice("cii-version", c.String("cii-version"), []string{"d16b", "d22b"}); err != nil {
			return nil, err
		}
		if o.to != "cii" {
			return nil, &problem{text: report.Text{EN: "--cii-version says nothing about {to}", FR: "--cii-version ne concerne pas {to}"},
				hint: report.Text{EN: "leave it out, or write --to cii", FR: "retirez-la, ou écrivez --to cii"}, args: []report.Arg{report.A("to", o.to)}}
		}
		if c.String("cii-version") == "d22b" {
			o.version = cii.D22B
		}
	}
	return o, nil
}

// converted is what became of one file.
type converted struct {
	result  []byte
	account *account
	refusal *refusal // nothing is written; the account is there all the same
	err     error    // there is no invoice, or fx could not do its work
	skip    bool     // the file is one that this run has written
}

func runConvert(p *program, c *cli.Context) error {
	o, err := conversionOf(c)
	if err != nil {
		return err
	}
	if err := p.needFiles("convert"); err != nil {
		return err
	}
	plan, err := p.plan(c.String("output"), o.ending(), o.overwrite)
	if err != nil {
		return err
	}
	work := func(in input) (r converted) {
		switch {
		case in.problem != nil:
			return converted{err: in.problem}
		case !plan.knows(in.name):
			return converted{skip: true}
		}
		if err := guarded(func() error { r = o.convert(c.Context, in); return nil }); err != nil {
			r = converted{err: err}
		}
		return r
	}
	done := &conversions{p: p, o: o, plan: plan}
	if err := inOrder(p.inputs(), work, done.one); err != nil {
		p.code = p.wrote(err)
		return nil
	}
	p.code = done.end()
	return nil
}

// convert reads a file and makes another of it.
func (o *conversion) convert(ctx context.Context, in input) (r converted) {
	doc, err := in.read(ctx, o.limits)
	if err != nil {
		return converted{err: err}
	}
	r.account = &account{file: in.name, doc: doc, unread: doc.Invoice.Unread}
	if o.complete {
		r.account.completion = doc.Invoice.Complete()
		if !complete(r.account.completion) {
			r.refusal = &notCompleted
			return r
		}
	}
	var lost []en16931.Loss
	if r.result, lost, err = o.encode(doc); err != nil {
		r.refusal = notEncoded(doc.Invoice, err)
		return r
	}
	r.account.lose(lost, o.to)
	if n := len(r.account.lost); o.strict && n > 0 {
		r.result, r.refusal = nil, tooStrict(n)
		return r
	}
	if r.account.faults, err = o.judge(ctx, r.result); err != nil {
		return converted{err: err}
	}
	return r
}

// encode writes an invoice in the new format. Its only error is a text that the format cannot hold.
func (o *conversion) encode(doc *check.Document) (result []byte, lost []en16931.Loss, err error) {
	var b bytes.Buffer
	switch o.to {
	case "ubl":
		lost, err = ubl.Encode(&b, doc.Invoice)
	case "cii":
		lost, err = cii.Encode(&b, doc.Invoice, o.version)
	default:
		err = encodeJSON(&b, doc)
	}
	return b.Bytes(), lost, err
}

// conversions writes the results, one after the other, and counts them.
type conversions struct {
	p                        *program
	o                        *conversion
	plan                     *plan
	written, refused, failed int
}

func (d *conversions) one(in input, r converted) error {
	switch u, ok := unreadableFile(r.err); {
	case r.skip:
		return nil
	case ok:
		d.refused++
		d.p.refuse(in.name, u)
		return nil
	case r.err != nil:
		d.failed++
		d.p.tell(about(in.name, r.err))
		return nil
	}
	r.account.output = d.plan.target(in.name)
	if r.refusal == nil {
		if r.account.output == "" {
			if _, err := d.p.stdout.Write(r.result); err != nil {
				return err
			}
		} else if err := d.plan.write(r.account.output, r.result, d.o.overwrite); err != nil {
			d.failed++
			d.p.tell(cannotWrite(r.account.output, err))
			return nil
		}
		r.account.written = true
		d.written++
	} else {
		d.refused++
	}
	if d.o.json {
		if !d.plan.files {
			return r.account.writeJSON(d.p.stderr, r.refusal)
		}
		return r.account.writeJSON(d.p.stdout, r.refusal)
	}
	r.account.writeText(d.p)
	if r.refusal != nil {
		d.p.tell(&problem{text: report.Text{EN: "{file}: {what}", FR: "{file} : {what}"}, hint: r.refusal.hint,
			args: []report.Arg{report.A("file", fileName(in.name)), report.A("what", r.refusal.text)}})
	}
	return nil
}

// end says how many files were written where there were several, and returns the exit code.
func (d *conversions) end() int {
	if d.plan.folder != "" && !d.o.json {
		_, _ = fmt.Fprintf(d.p.stderr, "fx: %s\n", visible(report.Text{
			EN: "{written} written to {folder}, {refused} refused, {failed} failed",
			FR: "{written} dans {folder}, {refused}, {failed}"}.In(d.p.lang,
			report.A("folder", d.plan.folder),
			report.A("written", report.Plural(d.written, report.Text{EN: "{n} file", FR: "{n} fichier écrit"}, report.Text{EN: "{n} files", FR: "{n} fichiers écrits"})),
			report.A("refused", report.Plural(d.refused, report.Text{EN: "{n}", FR: "{n} refusé"}, report.Text{EN: "{n}", FR: "{n} refusés"})),
			report.A("failed", report.Plural(d.failed, report.Text{EN: "{n}", FR: "{n} échec"}, report.Text{EN: "{n}", FR: "{n} échecs"})))))
	}
	switch {
	case d.failed > 0:
		return exitFailed
	case d.refused > 0:
		return exitBad
	}
	return exitOK
}
