package check

import (
	"bytes"
	"context"
	"errors"
	"io"

	"github.com/fxinvoice/fx/en16931"
)

// isJSON reports whether a file begins as JSON does. UTF-16, which some programs of Windows write, counts: the reader of JSON has the way out.
func isJSON(head []byte) bool {
	for _, begin := range []string{"\xff\xfe{\x00", "\xfe\xff\x00{"} {
		if bytes.HasPrefix(head, []byte(begin)) {
			return true
		}
	}
	s := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	if len(s) == 0 {
		return false
	}
	next := bytes.TrimLeft(s[1:], " \t\r\n")
	switch s[0] {
	case '{':
		return !bytes.HasPrefix(s, []byte(`{\rtf`))
	case '[':
		// A line such as [section] begins a text.
		return len(next) > 0 && bytes.IndexByte([]byte(`{["]`), next[0]) >= 0
	}
	return false
}

// readJSON reads an invoice in JSON. All mistakes in its structure are in the error.
func readJSON(ctx context.Context, r io.Reader, limits Limits) (*Document, error) {
	inv, err := en16931.DecodeJSON(ctx, r, en16931.JSONLimits{Bytes: limits.Bytes, Depth: limits.Depth, Nodes: limits.Nodes})
	if wrong, ok := errors.AsType[*en16931.JSONError](err); ok {
		return nil, &UnreadableError{Findings: wrong.Findings, Syntax: "json", More: wrong.More}
	}
	if err != nil {
		return nil, err
	}
	doc := &Document{Syntax: "json", Invoice: inv}
	if src, ok := inv.Source.(*en16931.JSONSource); ok {
		doc.line = src.Line
	}
	doc.Profile = profileOf(doc)
	return doc, nil
}
