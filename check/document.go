package check

import (
	"bufio"
	"context"
	"errors"
	"io"

	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// Document is an invoice and what its file is.
type Document struct {
	Syntax  string // "ubl", "cii" or "json"
	Profile string // one of Profiles, by what the file announces
	Invoice *en16931.Invoice
	tree    *xmltree.Tree // nil for JSON
	line    func(int) string

	container *container // the PDF that it was read from, nil if it was not
}

// SourceLine returns a line of the file, from 1, without its line end, for printing a report with its source; ok is false for line 0, which
// stands for an unknown place.
func (d *Document) SourceLine(line int) (text string, ok bool) {
	return d.line(line), line > 0
}

// UnreadableError says why a file is no invoice that fx can read: its findings, at least one, have the place and the way out. JSON may have many.
type UnreadableError struct {
	Findings []report.Finding
	// Syntax is "ubl", "cii" or "json" where the file was recognised all the same.
	Syntax string
	// More counts findings beyond these, of the last one's rule.
	More      int
	container *container // the PDF that was looked into
}

// Error returns the first finding's message in English.
func (e *UnreadableError) Error() string {
	f := &e.Findings[0]
	return f.Message.In(report.EN, f.Args...)
}

// Read reads an invoice, whatever its syntax: UBL 2.1, CII, the JSON of fx show --json, or a PDF with UBL or CII in it, told by content. A size of 0 or
// more says how large r is expected to be; a PDF is read in parts if r is an io.ReaderAt too and the size is known. The error is an *UnreadableError when
// what r holds is no such invoice; another error comes from r or from ctx.
func Read(ctx context.Context, r io.Reader, size int64, limits Limits) (*Document, error) {
	// Look at the beginning first: a PDF, an archive or a photo need not be read to its end to be named.
	in := bufio.NewReaderSize(xmltree.WithContext(ctx, r), sniffSize)
	head, err := in.Peek(sniffSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if isJSON(head) {
		return readJSON(ctx, in, limits)
	}
	if isPDF(head) {
		return readPDF(ctx, r, in, size, limits)
	}
	if u := sniff(head); u != nil {
		return nil, u
	}
	return readXML(in, size, limits, nil)
}

// fromTree reads an invoice from a document in UBL or CII.
func fromTree(tree *xmltree.Tree) (*Document, error) {
	doc := &Document{tree: tree, line: tree.Line, Syntax: "ubl"}
	var ok bool
	if doc.Invoice, ok = ubl.DecodeTree(tree); !ok {
		if doc.Invoice, ok = cii.DecodeTree(tree); !ok {
			return nil, foreign(tree)
		}
		doc.Syntax = "cii"
	}
	doc.Profile = profileOf(doc)
	return doc, nil
}

// malformedError turns the tree's error into a finding.
func malformedError(e *xmltree.Error) *UnreadableError {
	rule := map[xmltree.Kind]string{xmltree.KindEncoding: "RD-ENCODING", xmltree.KindDoctype: "RD-DOCTYPE", xmltree.KindVersion: "RD-VERSION",
		xmltree.KindLimit: "RD-LIMIT", xmltree.KindEmpty: "RD-EMPTY"}[e.Kind]
	if rule == "" {
		rule = "RD-XML"
	}
	f := report.Finding{Rule: rule, Layer: report.Read, Line: e.Line, Column: e.Column,
		Message: sentence(e.Message), Fix: sentence(e.Hint)}
	if e.Kind == xmltree.KindEmpty {
		f.Line, f.Column = 0, 0
	}
	return &UnreadableError{Findings: []report.Finding{f}}
}
