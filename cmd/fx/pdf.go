package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"path"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/report"
)

// withPDF opens an input as a PDF and hands it to a function, as long as it is open.
func (in input) withPDF(ctx context.Context, limits check.Limits, do func(*facturx.File) error) error {
	if in.problem != nil {
		return in.problem
	}
	r, size, err := in.open()
	if err != nil {
		return err
	}
	defer r.Close()
	at, ok := r.(io.ReaderAt)
	if !ok || size < 0 {
		most := limits.Bytes
		if most == 0 {
			most = defaultSize
		}
		content, err := io.ReadAll(io.LimitReader(r, most+1))
		if err != nil {
			return err
		}
		if size = int64(len(content)); size > most {
			return tooLarge(size, limits.Bytes)
		}
		at = bytes.NewReader(content)
	}
	file, err := facturx.Open(ctx, at, size, facturx.Limits{})
	if err != nil {
		return err
	}
	return do(file)
}

// aboutPDF is what to say of an error of a PDF.
func aboutPDF(name string, err error) *problem {
	wrong, ok := isPDFError(err)
	if !ok {
		return about(name, err)
	}
	return &problem{text: report.Text{EN: "{file}: {what}", FR: "{file} : {what}"}, hint: wrong.Hint,
		args: []report.Arg{report.A("file", fileName(name)), report.A("what", wrong.Message)}}
}

// safeName is a name that a file can have on any system: whoever wrote the PDF may have given any. Paths, reserved names and characters that
// only some systems take are replaced.
func safeName(name string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	name = strings.Map(func(r rune) rune {
		if hidden(r) || r == '\uFFFD' || strings.ContainsRune(`<>:"|?*/`, r) {
			return '_'
		}
		return r
	}, name)
	name = strings.TrimRight(name, ". ")
	stem, _, _ := strings.Cut(strings.ToUpper(name), ".")
	reserved := len(stem) == 4 && (strings.HasPrefix(stem, "COM") || strings.HasPrefix(stem, "LPT"))
	switch {
	case name == "":
		return "_"
	case reserved, stem == "CON", stem == "PRN", stem == "AUX", stem == "NUL", strings.HasPrefix(name, "."):
		return "_" + name
	case len(name) > 200:
		ending := path.Ext(name)
		if len(ending) > 20 {
			ending = ""
		}
		return strings.ToValidUTF8(name[:200-len(ending)], "") + ending
	}
	return name
}

// isPDFError reports whether an error is about what a PDF holds, as opposed to one of reading the file.
func isPDFError(err error) (*facturx.Error, bool) {
	wrong, ok := errors.AsType[*facturx.Error](err)
	return wrong, ok
}
