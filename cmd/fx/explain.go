package main

import (
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/internal/explain"
	"github.com/fxinvoice/fx/report"
)

func explainVerb() *verb {
	return &verb{name: "explain", run: runExplain,
		line:  report.Text{EN: "say what a rule asks, or what a term is", FR: "dire ce que demande une règle, ou ce qu'est un champ"},
		usage: report.Text{EN: "[flags] ID…", FR: "[options] IDENTIFIANT…"},
		about: explained,
		flags: []flag{
			{name: "format", value: literal("text|markdown"), usage: report.Text{EN: "how to print the pages; text by default", FR: "présentation des pages ; text par défaut"}},
			isolatedFlag, langFlag, helpFlag,
		}}
}

// explained says what may be asked for.
var explained = []report.Text{
	{EN: "ID is what stands beside a finding of fx check: a rule of the standard (BR-CO-10), or of one of its syntaxes (UBL-CR-001, UBL-SR-12, CII-SR-467, CII-DT-097), or of Factur-X (FX-SCH-A-000019); a term or a group of terms (BT-106, BG-25); or a VAT category (S, AE, K). Capitals do not matter.",
		FR: "IDENTIFIANT est ce qui figure à côté d'un constat de fx check : une règle de la norme (BR-CO-10), de l'une de ses syntaxes (UBL-CR-001, UBL-SR-12, CII-SR-467, CII-DT-097) ou de Factur-X (FX-SCH-A-000019) ; un champ ou un groupe de champs (BT-106, BG-25) ; ou une catégorie de TVA (S, AE, K). Majuscules et minuscules se valent."},
	{EN: "The rules of the standard: BR-01 to BR-65 what an invoice must state, BR-CO what has to agree, BR-DEC decimals, BR-CL codes, and for each VAT category BR-S, BR-Z, BR-E, BR-AE, BR-IC (category K), BR-G, BR-O, BR-AF (L), BR-AG (M), BR-B.",
		FR: "Les règles de la norme : BR-01 à BR-65 ce qu'une facture doit indiquer, BR-CO ce qui doit concorder, BR-DEC les décimales, BR-CL les codes, et pour chaque catégorie de TVA BR-S, BR-Z, BR-E, BR-AE, BR-IC (catégorie K), BR-G, BR-O, BR-AF (L), BR-AG (M), BR-B."},
}

func runExplain(p *program, c *cli.Context) error {
	if err := checkLang(c); err != nil {
		return err
	}
	format := "text"
	if c.IsSet("format") {
		format = c.String("format")
	}
	if err := choice("format", format, []string{"text", "markdown"}); err != nil {
		return err
	}
	if len(p.args) == 0 {
		h := helpPage{lang: p.lang}
		h.line("  fx explain " + report.Text{EN: "ID…", FR: "IDENTIFIANT…"}.In(p.lang))
		for _, t := range explained {
			h.b.WriteByte('\n')
			h.para(t)
		}
		h.title(report.Text{EN: "Examples", FR: "Exemples"})
		h.line("  fx explain BR-CO-10")
		h.line("  fx explain BT-106 AE")
		return p.print(h.b.String())
	}
	o := explain.Options{Lang: p.lang, Markdown: format == "markdown", Width: mostWidth}
	var pages []string
	for _, id := range p.args {
		page, ok := explain.Page(id, o)
		if !ok {
			p.tell(unexplained(id))
			p.code = exitFailed
			continue
		}
		pages = append(pages, page)
	}
	return p.print(strings.Join(pages, "\n\n"))
}

// print writes results.
func (p *program) print(s string) error {
	if _, err := io.WriteString(p.stdout, s); err != nil {
		p.code = p.wrote(err)
	}
	return nil
}

// unexplained is the problem of something that fx cannot explain.
func unexplained(id string) *problem {
	p := &problem{text: report.Text{EN: "fx knows no rule, term or VAT category \"{id}\"", FR: "fx ne connaît ni règle, ni champ, ni catégorie de TVA « {id} »"},
		hint: report.Text{EN: "fx explain without an argument lists the families", FR: "fx explain sans argument énumère les familles"},
		args: []report.Arg{report.A("id", id)}}
	near := likely(id)
	if near != "" {
		p.hint = report.Text{EN: "did you mean {near}?", FR: "vouliez-vous dire {near} ?"}.With(report.A("near", near))
	}
	return p
}

// likely returns the identifier that somebody most likely meant, "" if none is close: of several at the same distance the one that begins most alike.
func likely(id string) string {
	const most = 3 // mistakes
	typed := strings.ToLower(id)
	best, least, alike := "", most, 0
	for _, known := range explain.IDs() {
		if loosely(known) == loosely(id) {
			return known
		}
		d, same := distance(typed, strings.ToLower(known)), 0
		for same < min(len(typed), len(known)) && typed[same] == strings.ToLower(known)[same] {
			same++
		}
		if d < len(known) && (d < least || d == least && best != "" && same > alike) {
			best, least, alike = known, d, same
		}
	}
	return best
}

// loosely returns an identifier without what people leave out or mistake for something else.
func loosely(id string) string {
	return strings.NewReplacer("-", "", "_", "", " ", "", ".", "", "O", "0", "I", "1").Replace(strings.ToUpper(id))
}
