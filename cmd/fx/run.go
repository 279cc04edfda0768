package main

import (
	"context"
	"errors"
	"io"
	"os"

	"github.com/urfave/cli/v2"
	"golang.org/x/term"

	"github.com/fxinvoice/fx/report"
)

// The exit codes. The others, 0, 1 and 3, are those of report.Tally.
const (
	exitOK     = 0
	exitBad    = 1 // some file invalid or unreadable
	exitFailed = 2 // usage error, or fx could not do its work
)

// program is one run of fx and what it is connected to.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	getenv         func(string) string
	lang           report.Lang
	args           []string // the files of the command line
	code           int
}

// run is the whole program: it returns the exit code. getenv returns a variable of the environment, "" where there is none.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer, getenv func(string) string) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr, getenv: getenv, lang: language(args[1:], getenv)}
	line, err := arrange(args[1:])
	if err == nil {
		p.args = line.files
		err = p.app().RunContext(context.Background(), line.argv())
	}
	if pr, ok := errors.AsType[*problem](err); ok {
		p.tell(pr)
		return exitFailed
	}
	if err != nil {
		return p.wrote(err)
	}
	return p.code
}

// app defines the command for cli. Its own texts are English only, so that nothing is left to it to say: arrange has made sure that the flags are
// known and have their values, and help is ours.
func (p *program) app() *cli.App {
	app := &cli.App{Name: "fx", Writer: p.stdout, ErrWriter: p.stderr, HideHelp: true, HideVersion: true,
		ExitErrHandler: func(*cli.Context, error) {}}
	for _, v := range verbs() {
		c := &cli.Command{Name: v.name, HideHelp: true, Action: func(c *cli.Context) error { return v.run(p, c) }}
		for _, f := range v.flags {
			if f.name != helpFlag.name {
				c.Flags = append(c.Flags, f.cli())
			}
		}
		app.Commands = append(app.Commands, c)
	}
	return app
}

// verb is something that fx can do.
type verb struct {
	name  string
	line  report.Text // what it does, for the list of verbs
	usage report.Text // what follows its name on the command line
	about []report.Text
	flags []flag
	run   func(*program, *cli.Context) error
}

// verbs returns all verbs in the order of the help.
func verbs() []*verb {
	return []*verb{checkVerb(), showVerb(), convertVerb(), extractVerb(), attachmentsVerb(), explainVerb(), recipientsVerb(), schemaVerb(), versionVerb(), helpVerb()}
}

// verbByName returns a verb; ok is false if there is none of that name.
func verbByName(name string) (v *verb, ok bool) {
	for _, v := range verbs() {
		if v.name == name {
			return v, true
		}
	}
	return nil, false
}

// terminal returns standard output if it is a terminal.
func (p *program) terminal() (f *os.File, ok bool) {
	f, ok = p.stdout.(*os.File)
	return f, ok && term.IsTerminal(int(f.Fd()))
}

// colour reports whether to print colours: on a terminal, unless the environment does not want them.
func (p *program) colour(c *cli.Context) bool {
	f, ok := p.terminal()
	if !ok {
		return false
	}
	if !c.Bool("isolated") && (p.getenv("NO_COLOR") != "" || p.getenv("TERM") == "dumb") {
		return false
	}
	return colours(f)
}
