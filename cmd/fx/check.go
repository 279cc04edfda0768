package main

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

func checkVerb() *verb {
	v := &verb{name: "check", run: runCheck,
		line:  report.Text{EN: "say what is wrong with invoices", FR: "dire ce qui ne va pas dans des factures"},
		usage: report.Text{EN: "[flags] FILE…", FR: "[options] FICHIER…"},
		about: []report.Text{filesHelp, folderHelp},
		flags: []flag{
			{name: "profile", value: report.Text{EN: "NAME", FR: "NOM"}, usage: report.Text{
				EN: "what to check by: auto (default: what the file announces), {profiles}",
				FR: "le profil à contrôler : auto (par défaut : ce que le fichier annonce), {profiles}"}.With(
				report.A("profiles", strings.Join(check.Profiles(), ", ")))},
			{name: "layers", value: literal("A,B"), many: true, usage: report.Text{
				EN: "only these layers of checks: {layers}", FR: "seulement ces niveaux de contrôle : {layers}"}.With(
				report.A("layers", strings.Join(layerNames(), ", ")))},
			{name: "schema", value: report.Text{EN: "NAME", FR: "NOM"}, usage: report.Text{
				EN: "check against this XML Schema instead of the profile's; fx schema list names them",
				FR: "contrôler avec ce schéma XML au lieu de celui du profil ; fx schema list les énumère"}},
			{name: "second-opinion", usage: report.Text{
				EN: "ask libxml2 about the schema too, if this fx has it built in; FX_STANDARDS names the folder of the schema files",
				FR: "demander aussi l'avis de libxml2 sur le schéma, si ce fx le contient ; FX_STANDARDS désigne le dossier des schémas"}},
			{name: "target", value: literal("none|chorus|auto"), usage: report.Text{
				EN: "also the rules of this receiving system; default auto: what the file declares",
				FR: "aussi les règles de ce système destinataire ; auto par défaut : ce que le fichier déclare"}},
			{name: "recipients", value: report.Text{EN: "FILE.toml", FR: "FICHIER.toml"}, usage: report.Text{
				EN: "what recipients of Chorus Pro demand: service and order numbers; fx recipients check explains a bad file",
				FR: "ce qu'exigent les destinataires de Chorus Pro : code service, numéro d'engagement ; fx recipients check explique un fichier fautif"}},
			{name: "as-of", value: report.Text{EN: "DATE", FR: "DATE"}, usage: report.Text{
				EN: "judge as on this day, for Chorus Pro that of the deposit, as 2026-01-31; default today in Paris",
				FR: "juger comme à ce jour, pour Chorus Pro celui du dépôt, sous la forme 2026-01-31 ; par défaut aujourd'hui à Paris"}},
			{name: "disable", value: report.Text{EN: "RULE[=REASON]", FR: "RÈGLE[=MOTIF]"}, many: true, usage: report.Text{
				EN: "do not run this rule; without a reason a valid file counts as incomplete",
				FR: "ne pas appliquer cette règle ; sans motif, un fichier valide compte comme incomplet"}},
			{name: "fail-on", value: literal("error|warning"), usage: report.Text{
				EN: "what makes the exit code 1: an error (default), or already a warning",
				FR: "ce qui donne le code de sortie 1 : une erreur (par défaut), ou déjà un avertissement"}},
			{name: "format", value: literal("text|json|jsonl"), usage: report.Text{
				EN: "text for people (default), a JSON array, or JSON with one line a file",
				FR: "texte pour des lecteurs (par défaut), tableau JSON, ou JSON d'une ligne par fichier"}},
			{name: "full", usage: report.Text{
				EN: "add path, terms, values, the line of the file, and what was checked",
				FR: "ajouter le chemin, les termes, les valeurs, la ligne du fichier et ce qui a été contrôlé"}},
			{name: "max-per-rule", value: countValue, usage: report.Text{
				EN: "findings listed of one rule, the others being counted; 0 lists all; default 20",
				FR: "constats affichés par règle, les autres étant comptés ; 0 pour tous ; par défaut 20"}},
			isolatedFlag, langFlag, helpFlag,
		}}
	v.flags = append(v.flags, limitFlags()...)
	return v
}

func layerNames() []string {
	var names []string
	for _, l := range report.Layers() {
		names = append(names, string(l))
	}
	return names
}

// checked is what became of one file.
type checked struct {
	report *report.Report
	doc    *check.Document // nil if it could not be read
	err    error           // fx could not do its work
}

func runCheck(p *program, c *cli.Context) error {
	options, err := checkOptions(c)
	if err != nil {
		return err
	}
	if options.SecondOpinion, err = p.secondOpinion(c); err != nil {
		return err
	}
	out, err := newPrinter(p, c)
	if err != nil {
		return err
	}
	if err := p.needFiles("check"); err != nil {
		return err
	}
	work := func(in input) (r checked) {
		if in.problem != nil {
			r.err = in.problem
			return r
		}
		if err := guarded(func() error { r.doc, r.report, r.err = checkInput(c.Context, in, options); return nil }); err != nil {
			r.err = err
		}
		return r
	}
	var tally report.Tally
	failed, warned := false, false
	err = inOrder(p.inputs(), work, func(in input, r checked) error {
		if r.err != nil {
			failed = true
			p.tell(about(in.name, r.err))
			return nil
		}
		tally.Add(r.report.Verdict())
		_, warnings, _ := r.report.Count()
		warned = warned || warnings > 0
		if err := out.print(r); err != nil {
			return err
		}
		if len(p.args) == 1 && in.name == p.args[0] && out.format == "text" {
			p.aboutTarget(r, options)
		}
		return nil
	})
	if err == nil {
		err = out.end(tally, len(p.args) > 1 || tally.Files() > 1)
	}
	if err != nil {
		p.code = p.wrote(err)
		return nil
	}
	if p.code = tally.ExitCode(); warned && c.String("fail-on") == "warning" {
		p.code = exitBad
	}
	if failed {
		p.code = exitFailed
	}
	return nil
}

func checkInput(ctx context.Context, in input, o check.Options) (*check.Document, *report.Report, error) {
	doc, err := in.read(ctx, o.Limits)
	rep, err := check.Report(in.name, doc, err, o)
	return doc, rep, err
}

// aboutTarget says why a file was checked for Chorus Pro though nobody has asked, or that its buyer may be one who receives invoices there.
func (p *program) aboutTarget(r checked, o check.Options) {
	if r.doc == nil {
		return
	}
	if target, why := check.Target(r.doc, o); target == check.TargetChorus {
		if !why.IsZero() {
			p.hint(report.Text{EN: "checked for Chorus Pro too: {why}; --target none leaves that out", FR: "contrôlé aussi pour Chorus Pro : {why} ; --target none s'en dispense"}.With(report.A("why", why)))
		}
	} else if who, ok := check.PublicBuyer(r.doc, o); ok && o.Target != check.TargetNone {
		p.hint(report.Text{EN: "{who}: --target chorus checks what Chorus Pro wants", FR: "{who} : --target chorus contrôle ce que demande Chorus Pro"}.With(report.A("who", who)))
	}
}

// needFiles reports a command line without a file.
func (p *program) needFiles(verb string) error {
	if len(p.args) > 0 {
		return nil
	}
	return &problem{text: report.Text{EN: "no file given", FR: "aucun fichier indiqué"},
		hint: report.Text{EN: "write fx {verb} FILE, or fx {verb} - to read standard input", FR: "écrivez fx {verb} FICHIER, ou fx {verb} - pour lire l'entrée standard"},
		args: []report.Arg{report.A("verb", verb)}}
}

// checkOptions reads the options of check from the command line.
func checkOptions(c *cli.Context) (check.Options, error) {
	o := check.Options{Version: version().program}
	var err error
	if o.Limits, err = limitsOf(c); err != nil {
		return o, err
	}
	if err := checkLang(c); err != nil {
		return o, err
	}
	if c.IsSet("profile") {
		o.Profile = c.String("profile")
		if err := choice("profile", o.Profile, append([]string{check.ProfileAuto}, check.Profiles()...)); err != nil {
			return o, err
		}
	}
	if c.IsSet("schema") {
		o.Schema = c.String("schema")
		if err := choice("schema", o.Schema, schemaNames()); err != nil {
			return o, err
		}
	}
	if c.IsSet("target") {
		o.Target = c.String("target")
		if err := choice("target", o.Target, []string{check.TargetNone, check.TargetChorus, check.TargetAuto}); err != nil {
			return o, err
		}
	}
	for _, name := range c.StringSlice("layers") {
		name = strings.TrimSpace(name)
		if err := choice("layers", name, layerNames()); err != nil {
			return o, err
		}
		o.Layers = append(o.Layers, report.LayerID(name))
	}
	if c.IsSet("recipients") {
		if o.Recipients, err = readRecipients(c.String("recipients")); err != nil {
			return o, err
		}
	}
	if c.IsSet("as-of") {
		if o.AsOf = en16931.ParseDate(c.String("as-of")); !o.AsOf.Readable() || len(c.String("as-of")) != len("2026-01-31") {
			return o, badValue("as-of", c.String("as-of"), report.Text{EN: "give a day of the calendar as 2026-01-31", FR: "indiquez un jour du calendrier sous la forme 2026-01-31"})
		}
	}
	if c.IsSet("fail-on") {
		if err := choice("fail-on", c.String("fail-on"), []string{"error", "warning"}); err != nil {
			return o, err
		}
	}
	for _, d := range c.StringSlice("disable") {
		rule, reason, _ := strings.Cut(d, "=")
		if err := knownRule("disable", rule); err != nil {
			return o, err
		}
		o.Disabled = append(o.Disabled, report.Disabled{Rule: rule, Reason: strings.TrimSpace(reason)})
	}
	if c.IsSet("max-per-rule") {
		n, ok := count(c.String("max-per-rule"), 1<<31-1)
		if !ok {
			return o, badValue("max-per-rule", c.String("max-per-rule"), report.Text{EN: "give a whole number; 0 lists all", FR: "indiquez un nombre entier ; 0 affiche tout"})
		}
		if o.MaxPerRule = int(n); n == 0 {
			o.MaxPerRule = -1
		}
	}
	return o, nil
}

// knownRule checks a flag that names a rule.
func knownRule(flag, rule string) error {
	rules := check.Rules()
	if _, ok := slices.BinarySearch(rules, rule); ok {
		return nil
	}
	hint := report.Text{EN: "give the ID of a rule as a report writes it, such as BR-CO-10", FR: "indiquez l'identifiant d'une règle tel qu'un rapport l'écrit, par exemple BR-CO-10"}
	if near := nearest(rule, rules); near != "" {
		hint = report.Text{EN: "did you mean {near}?", FR: "vouliez-vous dire {near} ?"}.With(report.A("near", near))
	}
	return badValue(flag, rule, hint)
}

// printer prints reports in the format that was asked for.
type printer struct {
	p      *program
	format string
	text   report.TextOptions
	array  *report.Array
	limit  bool // a limit was met
}

func newPrinter(p *program, c *cli.Context) (*printer, error) {
	out := &printer{p: p, format: "text", text: report.TextOptions{Lang: p.lang, Full: c.Bool("full"), Color: p.colour(c)}}
	if c.IsSet("format") {
		out.format = c.String("format")
		if err := choice("format", out.format, []string{"text", "json", "jsonl"}); err != nil {
			return nil, err
		}
	}
	if out.format == "json" {
		out.array = report.NewArray(p.stdout)
	}
	return out, nil
}

func (out *printer) print(r checked) error {
	for i := range r.report.Findings {
		out.limit = out.limit || r.report.Findings[i].Rule == "RD-LIMIT"
	}
	switch out.format {
	case "json":
		return out.array.Report(r.report)
	case "jsonl":
		return report.WriteJSON(out.p.stdout, r.report, false)
	}
	o := out.text
	if r.doc != nil {
		o.Source = r.doc.SourceLine
	}
	return report.WriteText(out.p.stdout, r.report, o)
}

// end prints what stands behind all reports.
func (out *printer) end(t report.Tally, several bool) error {
	switch {
	case out.format == "json":
		return out.array.Close()
	case out.format == "jsonl":
		return nil
	}
	if several && t.Files() > 0 {
		if err := report.WriteSummary(out.p.stdout, t, out.text); err != nil {
			return err
		}
	}
	if out.limit {
		out.p.hint(limitHint)
	}
	return nil
}

var limitHint = report.Text{EN: "fx help check lists the limits and the flags that move them", FR: "fx help check donne les limites et les options qui les déplacent"}

// hint writes a hint to standard error.
func (p *program) hint(t report.Text) {
	_, _ = io.WriteString(p.stderr, wordHint.In(p.lang)+t.In(p.lang)+"\n")
}

// unreadableFile returns the error of a file that is no invoice.
func unreadableFile(err error) (*check.UnreadableError, bool) {
	return errors.AsType[*check.UnreadableError](err)
}
