package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// plan says where each result goes. It is made before anything is written, from the names of the inputs alone.
type plan struct {
	folder  string            // for several files; "" if there is one
	files   bool              // nothing goes to standard output
	targets map[string]string // by the name of the input: the file to write, "" for standard output
}

// knows reports whether an input was there when the plan was made. One that was not is a result of this run, in a folder that is also read.
func (pl *plan) knows(name string) bool {
	_, ok := pl.targets[name]
	return ok
}

func (pl *plan) target(name string) string { return pl.targets[name] }

// plan looks at the inputs and decides where each result goes. Its error is the first result that has no place.
func (p *program) plan(out, ending string, overwrite bool) (*plan, error) {
	var names []string
	pl := &plan{targets: map[string]string{}}
	bases := map[string]string{} // of the inputs that can be opened
	for in := range p.inputs() {
		in.release()
		names = append(names, in.name)
		if in.problem == nil {
			bases[in.name] = baseOf(in)
		}
	}
	if out == "-" {
		out = ""
	}
	one := len(names) == 1 && len(p.args) == 1 && names[0] == p.args[0]
	info, err := os.Stat(out)
	isFolder := err == nil && info.IsDir()
	switch {
	case one && !isFolder && !endsInSeparator(out):
		pl.targets[names[0]], pl.files = out, out != ""
		if out == "" {
			return pl, nil
		}
		return pl, p.free(out, names, overwrite)
	case out == "":
		return nil, &problem{text: report.Text{EN: "several invoices need a folder to be written to", FR: "plusieurs factures demandent un dossier où les écrire"},
			hint: report.Text{EN: "name it with -o FOLDER; it is made if it does not exist", FR: "indiquez-le avec -o DOSSIER ; il est créé s'il n'existe pas"}}
	case err == nil && !isFolder:
		return nil, &problem{text: report.Text{EN: "{out}: this is a file, and several invoices need a folder", FR: "{out} : c'est un fichier, et plusieurs factures demandent un dossier"},
			hint: report.Text{EN: "name a folder with -o; it is made if it does not exist", FR: "indiquez un dossier avec -o ; il est créé s'il n'existe pas"},
			args: []report.Arg{report.A("out", fileName(out))}}
	}
	pl.folder, pl.files = out, true
	from := map[string]string{} // the input of a target
	for _, name := range names {
		base, ok := bases[name]
		if !ok {
			continue
		}
		target := filepath.Join(out, strings.TrimSuffix(base, path.Ext(base))+ending)
		if other, taken := from[folded(target)]; taken {
			return nil, &problem{text: report.Text{EN: "{a} and {b} would both become {target}: nothing was written", FR: "{a} et {b} deviendraient tous deux {target} : rien n'a été écrit"},
				hint: report.Text{EN: "convert them into different folders", FR: "convertissez-les dans des dossiers différents"},
				args: []report.Arg{report.A("a", fileName(other)), report.A("b", fileName(name)), report.A("target", target)}}
		}
		from[folded(target)], pl.targets[name] = name, target
	}
	for _, name := range names {
		if target, ok := pl.targets[name]; ok {
			if err := p.free(target, names, overwrite); err != nil {
				return nil, err
			}
		}
	}
	return pl, nil
}

// baseOf returns the name of an input alone. The name of a member is anybody's: what no file can have, or only some systems, is replaced.
func baseOf(in input) string {
	switch {
	case in.name == "-":
		return "stdin"
	case in.member == "":
		return filepath.Base(in.name)
	}
	return safeName(in.member)
}

// folded returns a path as it is compared with others: where systems do not tell capitals, neither do we.
func folded(path string) string {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return strings.ToLower(path)
	}
	return path
}

func endsInSeparator(path string) bool {
	return path != "" && os.IsPathSeparator(path[len(path)-1])
}

// free reports a place that must not be written to: a file that is read, or one that exists.
func (p *program) free(target string, names []string, overwrite bool) error {
	if _, err := os.Lstat(target); errors.Is(err, fs.ErrNotExist) {
		return nil
	} else if err != nil {
		return cannotWrite(target, err)
	}
	info, err := os.Stat(target) // fails on a link to nothing, which may be replaced
	switch {
	case err == nil && p.reads(info, names):
		return &problem{text: report.Text{EN: "{out}: this file is read, and fx never writes over what it reads", FR: "{out} : ce fichier est lu, et fx n'écrit jamais sur ce qu'il lit"},
			hint: report.Text{EN: "choose another name or folder with -o", FR: "choisissez un autre nom ou dossier avec -o"},
			args: []report.Arg{report.A("out", fileName(target))}}
	case err == nil && !info.Mode().IsRegular():
		return &problem{text: report.Text{EN: "{out}: this is no file that fx could replace", FR: "{out} : ce n'est pas un fichier que fx pourrait remplacer"},
			hint: report.Text{EN: "choose another name with -o; without -o, or with -o -, the result goes to standard output",
				FR: "choisissez un autre nom avec -o ; sans -o, ou avec -o -, le résultat va vers la sortie standard"},
			args: []report.Arg{report.A("out", fileName(target))}}
	case !overwrite:
		return cannotWrite(target, fs.ErrExist)
	}
	return nil
}

// reads reports whether a file is one of the inputs, by whatever name, or an archive that holds one.
func (p *program) reads(file os.FileInfo, names []string) bool {
	for _, name := range names {
		if f, ok := p.stdin.(*os.File); ok && name == "-" {
			if info, err := f.Stat(); err == nil && os.SameFile(info, file) {
				return true
			}
			continue
		}
		info, err := os.Stat(name)
		if archive, _, ok := strings.Cut(name, "!"); err != nil && ok {
			info, err = os.Stat(archive)
		}
		if err == nil && os.SameFile(info, file) {
			return true
		}
	}
	return false
}
