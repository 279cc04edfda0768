package main

import (
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/schemas"
)

func schemaVerb() *verb {
	return &verb{name: "schema", run: runSchema,
		line:  report.Text{EN: "list the XML Schemas in fx", FR: "énumérer les schémas XML que contient fx"},
		usage: report.Text{EN: "list", FR: "list"},
		flags: []flag{isolatedFlag, langFlag, helpFlag}}
}

func runSchema(p *program, c *cli.Context) error {
	if err := checkLang(c); err != nil {
		return err
	}
	if len(p.args) != 1 || p.args[0] != "list" {
		return &problem{text: report.Text{EN: "fx schema knows one word: list", FR: "fx schema ne connaît qu'un mot : list"},
			hint: report.Text{EN: "write fx schema list; to check a file, fx check --layers xsd FILE", FR: "écrivez fx schema list ; pour contrôler un fichier, fx check --layers xsd FICHIER"}}
	}
	widest := 0
	for _, s := range schemas.All() {
		widest = max(widest, len(s.Name()))
	}
	var out strings.Builder
	for _, s := range schemas.All() {
		fmt.Fprintf(&out, "%-*s  %-8s  %s\n", widest, s.Name(), s.Version(), s.Title().In(p.lang))
	}
	if _, err := fmt.Fprint(p.stdout, out.String()); err != nil {
		p.code = p.wrote(err)
	}
	return nil
}

func schemaNames() []string {
	var names []string
	for _, s := range schemas.All() {
		names = append(names, s.Name())
	}
	return names
}

// secondOpinion returns the folder of the schema files for libxml2, "" when nobody asked for it.
func (p *program) secondOpinion(c *cli.Context) (string, error) {
	if !c.Bool("second-opinion") {
		return "", nil
	}
	if !schemas.SecondBuiltIn {
		return "", &problem{text: report.Text{EN: "this fx has no second opinion: libxml2 is not built in", FR: "ce fx n'a pas de second avis : libxml2 n'y est pas intégré"},
			hint: report.Text{EN: "build it with cgo and go build -tags libxml2 ./cmd/fx; the check itself does not need it", FR: "compilez-le avec cgo et go build -tags libxml2 ./cmd/fx ; le contrôle lui-même n'en a pas besoin"}}
	}
	dir := ""
	if !c.Bool("isolated") {
		dir = p.getenv("FX_STANDARDS")
	}
	if dir == "" {
		return "", &problem{text: report.Text{EN: "the second opinion needs the official schema files", FR: "le second avis a besoin des schémas officiels"},
			hint: report.Text{EN: "set FX_STANDARDS to their folder, and leave out --isolated", FR: "indiquez leur dossier dans FX_STANDARDS, sans --isolated"}}
	}
	return dir, nil
}
