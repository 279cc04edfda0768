package main

import (
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/report"
)

func helpVerb() *verb {
	return &verb{name: "help", run: runHelp,
		line:  report.Text{EN: "print this help, or that of a verb", FR: "afficher cette aide, ou celle d'un verbe"},
		usage: report.Text{EN: "[VERB]", FR: "[VERBE]"},
		flags: []flag{isolatedFlag, langFlag, helpFlag}}
}

func runHelp(p *program, c *cli.Context) error {
	if err := checkLang(c); err != nil {
		return err
	}
	if len(p.args) == 0 {
		return p.help(nil)
	}
	if len(p.args) > 1 {
		return noFiles("help VERB")
	}
	v, ok := verbByName(p.args[0])
	if !ok {
		return unknownVerb(p.args[0])
	}
	return p.help(v)
}

// noFiles is the problem of arguments that a verb does not take.
func noFiles(verb string) *problem {
	return &problem{text: report.Text{EN: "fx {verb} takes no other argument", FR: "fx {verb} ne prend pas d'autre argument"},
		hint: report.Text{EN: "fx help lists the verbs and what they take", FR: "fx help donne les verbes et ce qu'ils attendent"},
		args: []report.Arg{report.A("verb", verb)}}
}

// helpWidth is the width that help is written for.
const helpWidth = 92

// help prints the help of a verb, or that of the program for nil.
func (p *program) help(v *verb) error {
	h := helpPage{lang: p.lang}
	if v == nil {
		h.program()
	} else {
		h.verb(v)
	}
	if _, err := io.WriteString(p.stdout, h.b.String()); err != nil {
		p.code = p.wrote(err)
	}
	return nil
}

// helpPage builds a help text.
type helpPage struct {
	b    strings.Builder
	lang report.Lang
}

func (h *helpPage) program() {
	h.para(report.Text{EN: "fx reads electronic invoices in UBL, CII and JSON, says what is wrong with them, shows what is in them and converts them.",
		FR: "fx lit les factures électroniques en UBL, en CII et en JSON, dit ce qui ne va pas, montre ce qu'elles contiennent et les convertit."})
	h.title(report.Text{EN: "Usage", FR: "Utilisation"})
	h.line("  fx " + report.Text{EN: "VERB [flags] FILE…", FR: "VERBE [options] FICHIER…"}.In(h.lang))
	h.title(report.Text{EN: "Verbs", FR: "Verbes"})
	var rows [][2]string
	for _, v := range verbs() {
		rows = append(rows, [2]string{v.name, v.line.In(h.lang)})
	}
	h.table(rows)
	h.title(report.Text{EN: "Examples", FR: "Exemples"})
	h.table([][2]string{
		{report.Text{EN: "fx check invoice.xml", FR: "fx check facture.xml"}.In(h.lang), report.Text{EN: "what is wrong with it?", FR: "qu'est-ce qui ne va pas ?"}.In(h.lang)},
		{report.Text{EN: "fx check --format jsonl folder", FR: "fx check --format jsonl dossier"}.In(h.lang), report.Text{EN: "a folder, for a program", FR: "un dossier, pour un programme"}.In(h.lang)},
		{report.Text{EN: "fx show invoice.xml", FR: "fx show facture.xml"}.In(h.lang), report.Text{EN: "what is in it?", FR: "que contient-elle ?"}.In(h.lang)},
		{"fx explain BR-CO-10", report.Text{EN: "what does this rule ask?", FR: "que demande cette règle ?"}.In(h.lang)},
		{report.Text{EN: "fx convert invoice.xml --to cii -o cii.xml", FR: "fx convert facture.xml --to cii -o cii.xml"}.In(h.lang), report.Text{EN: "the same in CII", FR: "la même en CII"}.In(h.lang)},
	})
	h.b.WriteByte('\n')
	h.para(report.Text{EN: "fx help VERB says more. --lang fr speaks French.", FR: "fx help VERBE en dit plus. --lang en parle anglais."})
}

func (h *helpPage) verb(v *verb) {
	h.para(report.Text{EN: "fx {verb}: {line}.", FR: "fx {verb} : {line}."}.With(report.A("verb", v.name), report.A("line", v.line)))
	h.title(report.Text{EN: "Usage", FR: "Utilisation"})
	usage := v.usage
	if usage.IsZero() {
		usage = report.Text{EN: "[flags]", FR: "[options]"}
	}
	h.line("  fx " + v.name + " " + usage.In(h.lang))
	for _, t := range v.about {
		h.b.WriteByte('\n')
		h.para(t)
	}
	h.title(report.Text{EN: "Flags (anywhere on the line; -- ends them)", FR: "Options (n'importe où sur la ligne ; -- y met fin)"})
	h.table(h.flags(v, false))
	if rows := h.flags(v, true); len(rows) > 0 {
		h.title(report.Text{EN: "Limits, with their defaults (SIZE as 800MB or 2GB; nothing beyond 4 GB)", FR: "Limites, avec leurs valeurs par défaut (TAILLE : 800Mo ou 2Go ; rien au-delà de 4 Go)"})
		h.table(rows)
	}
	if codes := exitCodes(v); len(codes) > 0 {
		h.title(report.Text{EN: "Exit codes", FR: "Codes de retour"})
		var rows [][2]string
		for _, code := range codes {
			rows = append(rows, [2]string{code.number, code.text.In(h.lang)})
		}
		h.table(rows)
	}
}

func (h *helpPage) flags(v *verb, limits bool) [][2]string {
	var rows [][2]string
	for _, f := range v.flags {
		if f.limit != limits {
			continue
		}
		name := "--" + f.name
		if f.short != "" {
			name = "-" + f.short + ", " + name
		}
		if !f.isSwitch() {
			name += " " + f.value.In(h.lang)
		}
		rows = append(rows, [2]string{name, f.usage.In(h.lang)})
	}
	return rows
}

func (h *helpPage) line(s string) { h.b.WriteString(s + "\n") }

func (h *helpPage) title(t report.Text) { h.line("\n" + t.In(h.lang)) }

func (h *helpPage) para(t report.Text) {
	for _, l := range wrap(t.In(h.lang), helpWidth) {
		h.line(l)
	}
}

// table writes rows of a name and what it means, which is wrapped.
func (h *helpPage) table(rows [][2]string) {
	widest := 0
	for _, r := range rows {
		widest = max(widest, cells(r[0]))
	}
	for _, r := range rows {
		lead := "  " + r[0] + strings.Repeat(" ", widest-cells(r[0])+2)
		for _, l := range wrap(r[1], helpWidth-widest-4) {
			h.line(lead + l)
			lead = strings.Repeat(" ", widest+4)
		}
	}
}

// exitCode is one exit code and what it says.
type exitCode struct {
	number string
	text   report.Text
}

func exitCodes(v *verb) []exitCode {
	failed := exitCode{"2", report.Text{EN: "wrong usage, or fx could not do its work: no file, no permission, nothing to read in a folder",
		FR: "mauvaise utilisation, ou fx n'a pas pu travailler : fichier absent, droit manquant, rien à lire dans un dossier"}}
	switch v.name {
	case "check":
		return []exitCode{
			{"0", report.Text{EN: "every file is valid", FR: "tous les fichiers sont valides"}},
			{"1", report.Text{EN: "some file is invalid or unreadable", FR: "un fichier au moins est invalide ou illisible"}},
			failed,
			{"3", report.Text{EN: "nothing is invalid, but some file is incomplete: not everything that was asked for could be checked",
				FR: "rien d'invalide, mais un fichier au moins est incomplet : tout ce qui était demandé n'a pas pu être contrôlé"}},
		}
	case "show":
		return []exitCode{
			{"0", report.Text{EN: "every file was shown", FR: "tous les fichiers ont été affichés"}},
			{"1", report.Text{EN: "some file is no invoice that fx can read", FR: "un fichier au moins n'est pas une facture que fx sait lire"}},
			failed,
		}
	case "explain":
		return []exitCode{
			{"0", report.Text{EN: "everything was explained", FR: "tout a été expliqué"}},
			{"2", report.Text{EN: "wrong usage, or something that fx does not know; the rest is explained",
				FR: "mauvaise utilisation, ou quelque chose que fx ne connaît pas ; le reste est expliqué"}},
		}
	case "convert":
		return []exitCode{
			{"0", report.Text{EN: "every invoice was written; what was lost is listed", FR: "toutes les factures ont été écrites ; ce qui est perdu est cité"}},
			{"1", report.Text{EN: "some invoice was not written: unreadable, refused by --strict, or not to be completed",
				FR: "une facture au moins n'a pas été écrite : illisible, refusée par --strict, ou impossible à compléter"}},
			{"2", report.Text{EN: "wrong usage, or fx could not do its work: no file, no permission, a file that exists already",
				FR: "mauvaise utilisation, ou fx n'a pas pu travailler : fichier absent, droit manquant, fichier qui existe déjà"}},
		}
	}
	return nil
}

var (
	filesHelp = report.Text{
		EN: "FILE is a file, - for standard input, a folder, a pattern such as *.xml, a zip archive, or archive.zip!member for one file in it. What a file is, is told by its content, not by its name: UBL, CII, or the JSON that fx show --json prints.",
		FR: "FICHIER est un fichier, - pour l'entrée standard, un dossier, un motif tel que *.xml, une archive zip, ou archive.zip!membre pour un seul de ses fichiers. La nature d'un fichier est reconnue à son contenu, pas à son nom : UBL, CII, ou le JSON de fx show --json."}
	folderHelp = report.Text{
		EN: "In folders, and those below them, and in archives fx takes *.xml, *.pdf and *.zip; it skips names that begin with a dot, does not follow links to folders, and does not enter archives in archives. JSON is not taken from folders, where it is mostly something else: name the files, or give *.json.",
		FR: "Dans les dossiers, leurs sous-dossiers et les archives, fx prend les *.xml, *.pdf et *.zip ; il ignore les noms qui commencent par un point, ne suit pas les liens vers des dossiers et n'entre pas dans une archive contenue dans une archive. Le JSON n'est pas pris dans les dossiers, où il s'agit le plus souvent d'autre chose : indiquez les fichiers, ou *.json."}
)
