package main

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// input is one file to read, or what there is to say about an argument that gives none.
type input struct {
	name    string // as reports call it
	member  string // the name in an archive, "" outside of one
	open    func() (r io.ReadCloser, size int64, err error)
	problem *problem // instead of a file
	explain func(error) error
	done    func() // to be called when nobody reads the input any more; may be nil
}

// read reads the document. The error is a *check.UnreadableError or one that about turns into a problem.
func (in input) read(ctx context.Context, limits check.Limits) (*check.Document, error) {
	r, size, err := in.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	if most := max(limits.Bytes, 0); size > most && (most > 0 || size > defaultSize) {
		return nil, tooLarge(size, most)
	}
	doc, err := check.Read(ctx, r, size, limits)
	if err != nil && in.explain != nil {
		err = in.explain(err)
	}
	return doc, err
}

// tooLarge is what to say of a file whose size alone is beyond the limit: it is not read. most is 0 for the default.
func tooLarge(size, most int64) error {
	if most == 0 {
		most = defaultSize
	}
	return &check.UnreadableError{Findings: []report.Finding{{Rule: "RD-LIMIT", Layer: report.Read,
		Message: report.Text{EN: "The file has {size}; fx reads at most {most}.", FR: "Le fichier fait {size} ; fx lit au plus {most}."},
		Fix: report.Text{EN: "If it is an invoice all the same, raise the limit with --max-size.",
			FR: "Si c'est bien une facture, relevez la limite avec --max-size."},
		Args: []report.Arg{report.A("size", sizeText(size)), report.A("most", sizeText(most))}}}}
}

// named are the endings of the files that are looked at in a folder or an archive.
var named = []string{".xml", ".pdf", ".zip"}

// wanted reports whether a file in a folder or an archive may be an invoice or hold some, by its name.
func wanted(name string) bool {
	return slices.Contains(named, strings.ToLower(filepath.Ext(name)))
}

// inputs returns the files that the arguments stand for, in their order: files, standard input, folders, patterns and archives.
func (p *program) inputs() iter.Seq[input] {
	return func(yield func(input) bool) {
		stdin := false
		for _, arg := range p.args {
			if arg != "-" {
				if !argument(arg, yield) {
					return
				}
				continue
			}
			if stdin {
				continue // it can be read once
			}
			stdin = true
			if !yield(input{name: arg, open: func() (io.ReadCloser, int64, error) { return io.NopCloser(p.stdin), -1, nil }}) {
				return
			}
		}
	}
}

// argument yields the files that one argument stands for. It returns false when no more are wanted.
func argument(arg string, yield func(input) bool) bool {
	info, err := os.Stat(arg)
	switch {
	case err == nil && info.IsDir():
		found := false
		more := folder(arg, &found, yield)
		if more && !found {
			return yield(input{name: arg, problem: emptyFolder(arg)})
		}
		return more
	case err == nil:
		return file(arg, info.Mode().IsRegular(), yield)
	}
	if archive, member, ok := strings.Cut(arg, "!"); ok && member != "" {
		if info, err := os.Stat(archive); err == nil && info.Mode().IsRegular() {
			return members(archive, member, yield)
		}
	}
	if strings.ContainsAny(arg, "*?[") {
		return pattern(arg, err, yield)
	}
	return yield(input{name: arg, problem: about(arg, err)})
}

// pattern yields the files that match a pattern, which a shell such as that of Windows has not replaced.
func pattern(arg string, notFound error, yield func(input) bool) bool {
	names, err := filepath.Glob(arg)
	if err != nil {
		return yield(input{name: arg, problem: about(arg, notFound)})
	}
	found := false
	for _, name := range names {
		if hiddenFrom(arg, name) {
			continue
		}
		found = true
		if !argument(name, yield) {
			return false
		}
	}
	if !found {
		return yield(input{name: arg, problem: &problem{text: report.Text{EN: "{file}: no file has such a name", FR: "{file} : aucun fichier ne porte un tel nom"},
			hint: report.Text{EN: "check the folder and the ending; to look into a folder and those below it, name the folder itself",
				FR: "vérifiez le dossier et l'extension ; pour parcourir un dossier et ses sous-dossiers, indiquez le dossier lui-même"},
			args: []report.Arg{report.A("file", fileName(arg))}}})
	}
	return true
}

// hiddenFrom reports whether a wildcard of a pattern stands for the dot at the beginning of a name: as in a shell, only a dot matches that.
func hiddenFrom(pattern, name string) bool {
	patterns, names := strings.Split(filepath.ToSlash(pattern), "/"), strings.Split(filepath.ToSlash(name), "/")
	for i := 1; i <= min(len(patterns), len(names)); i++ {
		p, n := patterns[len(patterns)-i], names[len(names)-i]
		if strings.HasPrefix(n, ".") && strings.ContainsAny(p, "*?[") && !strings.HasPrefix(p, ".") {
			return true
		}
	}
	return false
}

func emptyFolder(name string) *problem {
	return &problem{text: report.Text{EN: "{file}: nothing to read in this folder", FR: "{file} : rien à lire dans ce dossier"},
		hint: report.Text{EN: "fx looks in a folder for {endings} whose names do not begin with a dot; name other files one by one",
			FR: "dans un dossier, fx prend les {endings} dont le nom ne commence pas par un point ; indiquez les autres fichiers un par un"},
		args: []report.Arg{report.A("file", fileName(name)), report.A("endings", []string{"*.xml", "*.pdf", "*.zip"})}}
}

// folder yields the files of a folder and those below it, by name, without what is hidden. Links to files are followed, links to folders are
// not: they could lead in a circle.
func folder(dir string, found *bool, yield func(input) bool) bool {
	entries, err := os.ReadDir(dir)
	if err != nil {
		*found = true // there may be something: the folder is not called empty
		if !yield(input{name: dir, problem: about(dir, err)}) {
			return false
		}
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || concealed(e) {
			continue
		}
		path := filepath.Join(dir, e.Name())
		if e.IsDir() {
			if !folder(path, found, yield) {
				return false
			}
			continue
		}
		if !wanted(e.Name()) {
			continue
		}
		if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
			continue
		}
		*found = true
		if !file(path, true, yield) {
			return false
		}
	}
	return true
}

// file yields a file, or what is in it if it is an archive. What is not a regular file, such as a pipe, can be read only once: nobody looks into it
// first.
func file(path string, regular bool, yield func(input) bool) bool {
	if regular {
		if isArchive(path) {
			return members(path, "", yield)
		}
	}
	return yield(input{name: path, open: func() (io.ReadCloser, int64, error) { return openFile(path) }})
}

// openFile opens a file; the size is -1 where it has none.
func openFile(path string) (io.ReadCloser, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	if info.IsDir() {
		return nil, 0, errors.Join(&fs.PathError{Op: "read", Path: path, Err: errors.New("is a directory")}, f.Close())
	}
	size := int64(-1)
	if info.Mode().IsRegular() {
		size = info.Size()
	}
	return f, size, nil
}
