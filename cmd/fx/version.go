package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/report"
)

func versionVerb() *verb {
	return &verb{name: "version", run: runVersion,
		line:  report.Text{EN: "print the version of fx and of the official rules and schemas in it", FR: "afficher la version de fx et des règles et schémas officiels qu'il contient"},
		flags: []flag{isolatedFlag, langFlag, helpFlag}}
}

// build is which fx this is.
type build struct {
	program  string // "v0.1.0", "(devel)"
	revision string // of version control; "" if unknown
	modified bool   // built from a tree with changes
}

// version returns which fx this is, by what the Go tool has put into it.
func version() build {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" {
		return build{program: "(devel)"}
	}
	b := build{program: info.Main.Version}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.revision = s.Value
		case "vcs.modified":
			b.modified = s.Value == "true"
		}
	}
	return b
}

func runVersion(p *program, c *cli.Context) error {
	if err := checkLang(c); err != nil {
		return err
	}
	if len(p.args) > 0 {
		return noFiles("version")
	}
	b := version()
	var out strings.Builder
	fmt.Fprintf(&out, "fx %s\n", b.program)
	if b.revision != "" {
		text := report.Text{EN: "revision {rev}", FR: "révision {rev}"}
		if b.modified {
			text = report.Text{EN: "revision {rev}, with changes", FR: "révision {rev}, avec des modifications"}
		}
		fmt.Fprintln(&out, text.In(p.lang, report.A("rev", b.revision)))
	}
	fmt.Fprintf(&out, "%s %s/%s\n\n", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	rows := artefacts(c.Context)
	widest := 0
	for _, r := range rows {
		widest = max(widest, cells(r.name.In(p.lang)))
	}
	for _, r := range rows {
		name := r.name.In(p.lang)
		fmt.Fprintf(&out, "%s%s  %s\n", name, strings.Repeat(" ", widest-cells(name)), r.version.In(p.lang))
	}
	if _, err := fmt.Fprint(p.stdout, out.String()); err != nil {
		p.code = p.wrote(err)
	}
	return nil
}
