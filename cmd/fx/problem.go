package main

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"

	"github.com/fxinvoice/fx/report"
)

// problem is something that keeps fx from its work, and a way out: it goes to standard error and makes the exit code 2.
type problem struct {
	text, hint report.Text // no capital at the start, no full stop at the end; the hint may be empty
	args       []report.Arg
}

// Error returns the text in English.
func (p *problem) Error() string { return p.text.In(report.EN, p.args...) }

var (
	wordError = report.Text{EN: "fx: error: ", FR: "fx: erreur : "}
	wordHint  = report.Text{EN: "fx: hint: ", FR: "fx: conseil : "}
)

// tell writes a problem to standard error.
func (p *program) tell(pr *problem) {
	p.complain(pr.text.In(p.lang, pr.args...), pr.hint.In(p.lang, pr.args...))
}

// complain writes an error and a hint, which may be empty, to standard error.
func (p *program) complain(text, hint string) {
	s := wordError.In(p.lang) + visible(text) + "\n"
	if hint != "" {
		s += wordHint.In(p.lang) + visible(hint) + "\n"
	}
	// Where this cannot be written, there is nobody left to tell.
	_, _ = io.WriteString(p.stderr, s)
}

// about returns the problem that an error about a named file is.
func about(name string, err error) *problem {
	if p, ok := errors.AsType[*problem](err); ok {
		return p
	}
	p := &problem{args: []report.Arg{report.A("file", fileName(name))}}
	switch {
	case errors.Is(err, fs.ErrNotExist) && strings.Contains(name, "://"):
		p.text = report.Text{EN: "{file}: fx reads files, not addresses", FR: "{file} : fx lit des fichiers, pas des adresses"}
		p.hint = report.Text{EN: "download it first, or pipe it: curl ADDRESS | fx check -", FR: "téléchargez-le d'abord, ou par un tube : curl ADRESSE | fx check -"}
	case errors.Is(err, fs.ErrNotExist):
		p.text = report.Text{EN: "{file}: no such file", FR: "{file} : fichier introuvable"}
		p.hint = report.Text{EN: "check the name and the folder, and put a name with spaces in quotes",
			FR: "vérifiez le nom et le dossier, et mettez entre guillemets un nom qui contient des espaces"}
	case errors.Is(err, fs.ErrPermission):
		p.text = report.Text{EN: "{file}: no permission to read it", FR: "{file} : vous n'avez pas le droit de le lire"}
		p.hint = report.Text{EN: "ask its owner for the right to read it, or for a copy", FR: "demandez à son propriétaire le droit de le lire, ou une copie"}
	default:
		p.text = report.Text{EN: "{file}: cannot be read ({reason})", FR: "{file} : lecture impossible ({reason})"}
		p.args = append(p.args, report.A("reason", reason(err)))
	}
	return p
}

// reason returns what the system says, without the operation and the name around it.
func reason(err error) string {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err.Error()
	}
	if e, ok := errors.AsType[*os.LinkError](err); ok {
		return e.Err.Error()
	}
	return err.Error()
}

// fileName returns a name as messages say it.
func fileName(name string) report.Text {
	switch name {
	case "-":
		return report.Text{EN: "standard input", FR: "entrée standard"}
	case "":
		return report.Text{EN: `""`, FR: `""`}
	}
	return literal(name)
}

// literal returns a text that is the same in both languages.
func literal(s string) report.Text {
	s = strings.ReplaceAll(s, "{", "{{")
	return report.Text{EN: s, FR: s}
}

// wrote turns an error of writing results into the exit code: quiet if the reader has gone away, as "fx check … | head -1" makes it.
func (p *program) wrote(err error) int {
	if !errors.Is(err, syscall.EPIPE) && !errors.Is(err, io.ErrClosedPipe) && !closedPipe(err) {
		p.tell(&problem{text: report.Text{EN: "the result cannot be written ({reason})", FR: "le résultat ne peut pas être écrit ({reason})"},
			args: []report.Arg{report.A("reason", reason(err))}})
	}
	return exitFailed
}
