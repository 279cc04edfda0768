package main

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"

	"github.com/fxinvoice/fx/report"
)

// write writes a result to its place: beside it first, then it is renamed. On an error nothing is left behind.
func (pl *plan) write(target string, result []byte, overwrite bool) error {
	dir := filepath.Dir(target)
	if pl.folder != "" {
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
	}
	beside, err := writeBeside(dir, result)
	if err != nil {
		return err
	}
	defer os.Remove(beside) // which is nothing once it is renamed
	if overwrite {
		if info, err := os.Stat(target); err == nil {
			if err := os.Chmod(beside, info.Mode().Perm()); err != nil {
				return err
			}
		}
		return os.Rename(beside, target)
	}
	// A link, other than a rename, fails where somebody else has made the file in the meantime. Not every file system has links.
	if err := os.Link(beside, target); err == nil || errors.Is(err, fs.ErrExist) {
		return err
	}
	if _, err := os.Lstat(target); err == nil {
		return fs.ErrExist
	}
	return os.Rename(beside, target)
}

// writeBeside writes a file of a name of its own, hidden from those who look for invoices in the folder.
func writeBeside(dir string, result []byte) (name string, err error) {
	for {
		name = filepath.Join(dir, fmt.Sprintf(".fx-%016x", rand.Uint64()))
		f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return "", err
		}
		_, err = f.Write(result)
		if err = errors.Join(err, f.Close()); err != nil {
			return "", errors.Join(err, os.Remove(name))
		}
		return name, nil
	}
}

// cannotWrite returns the problem that an error of writing a file is.
func cannotWrite(target string, err error) *problem {
	p := &problem{args: []report.Arg{report.A("out", fileName(target))}}
	switch {
	case errors.Is(err, fs.ErrExist):
		p.text = report.Text{EN: "{out}: this file exists already", FR: "{out} : ce fichier existe déjà"}
		p.hint = report.Text{EN: "--overwrite replaces it; or choose another name or folder with -o", FR: "--overwrite le remplace ; ou choisissez un autre nom ou dossier avec -o"}
	case errors.Is(err, fs.ErrNotExist):
		p.text = report.Text{EN: "{out}: the folder does not exist", FR: "{out} : le dossier n'existe pas"}
		p.hint = report.Text{EN: "make it first, or name another with -o", FR: "créez-le d'abord, ou indiquez-en un autre avec -o"}
	case errors.Is(err, fs.ErrPermission):
		p.text = report.Text{EN: "{out}: no permission to write it", FR: "{out} : vous n'avez pas le droit de l'écrire"}
		p.hint = report.Text{EN: "choose another folder with -o", FR: "choisissez un autre dossier avec -o"}
	default:
		p.text = report.Text{EN: "{out}: cannot be written ({reason})", FR: "{out} : écriture impossible ({reason})"}
		p.args = append(p.args, report.A("reason", reason(err)))
	}
	return p
}
