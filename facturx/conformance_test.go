package facturx_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/official"
)

// expected is a line of pdf/expected.jsonl: what several other tools found in a PDF.
type expected struct {
	File           string
	Header         header
	CatalogVersion *string `json:"catalog_version"`
	Pages          int
	Encrypted      bool
	Signatures     int
	CatalogAF      *associated `json:"catalog_af"`
	Attachments    []attachment
	XMP            *metadata
	Invoice        *invoice
	Candidates     []string `json:"invoice_candidates"`
}

type header struct {
	Version string
	Offset  int64
}

type associated struct {
	Count           int
	Indirect, Array bool
}

type attachment struct {
	Key, F, UF, Desc *string
	Relationship     *string `json:"af_relationship"`
	Type             *string
	EFKeys           []string `json:"ef_keys"`
	SHA256           string
	Size             int
	MIME             *string
	StreamType       *string `json:"stream_type"`
	Filter           *string
	Params           *params
	InNameTree       bool `json:"in_name_tree"`
	InAF             bool `json:"in_af"`
	InAnnotation     bool `json:"in_annotation"`
	SameStreamAs     *int `json:"same_stream_as"`
}

type params struct {
	Size     *int64
	ModDate  *string `json:"mod_date"`
	Created  *string `json:"creation_date"`
	CheckSum *string
}

type metadata struct {
	FX               []document
	PDFAID           *claim
	ExtensionSchemas int  `json:"extension_schemas"`
	Declared         bool `json:"fx_declared"`
	Filtered         bool
	SHA256           string
}

type document struct {
	Namespace, Prefix, Form                                   string
	DocumentType, DocumentFileName, Version, ConformanceLevel string
}

type claim struct{ Part, Conformance string }

type invoice struct {
	Index   int
	Name    string
	SHA256  string
	FoundBy []string `json:"found_by"`
	Syntax  string
}

// lines calls visit for each line of a file of JSON lines.
func lines[T any](t *testing.T, path string, visit func(T)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 4<<20)
	n := 0
	for in.Scan() {
		var v T
		if err := json.Unmarshal(in.Bytes(), &v); err != nil {
			t.Fatal(err)
		}
		visit(v)
		n++
	}
	if err := in.Err(); err != nil || n < 40 {
		t.Fatalf("%d lines in %s: %v", n, path, err)
	}
}

func open(t *testing.T, path string) (*facturx.File, []byte, error) {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	f, err := facturx.Open(context.Background(), bytes.NewReader(content), int64(len(content)), facturx.Limits{})
	return f, content, err
}

func sum(b []byte) string {
	h := sha256.Sum256(b)
	return hex.EncodeToString(h[:])
}

// TestCorpus compares everything that is read with what several other tools found.
func TestCorpus(t *testing.T) {
	dir := filepath.Join(official.Conformance(t), "pdf")
	lines(t, filepath.Join(dir, "expected.jsonl"), func(want expected) {
		t.Run(filepath.Base(want.File), func(t *testing.T) {
			f, content, err := open(t, filepath.Join(dir, want.File))
			if err != nil {
				t.Fatal(err)
			}
			got := expected{File: want.File}
			observe(t, f, &got)
			for i, a := range want.Attachments {
				for _, p := range []*(*string){&a.Key, &a.F, &a.UF, &a.Desc} {
					if *p != nil && **p == "" { // fx does not tell empty from absent
						*p = nil
					}
				}
				want.Attachments[i] = a
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-expected +read)\n%s", diff)
			}
			a, err := facturx.Extract(t.Context(), bytes.NewReader(content), int64(len(content)), facturx.Limits{})
			switch {
			case want.Invoice == nil:
				var e *facturx.Error
				if !errors.As(err, &e) || e.Kind != facturx.KindNoAttachment {
					t.Errorf("extract: %v", err)
				}
			case err != nil:
				t.Errorf("extract: %v", err)
			case a.Name != want.Invoice.Name || sum(must(a.Content())(t)) != want.Invoice.SHA256:
				t.Errorf("extract takes %s with other bytes", a.Name)
			}
		})
	})
}

// must fails the test on an error of an accessor.
func must[T any](v T, err error) func(*testing.T) T {
	return func(t *testing.T) T {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
		return v
	}
}

// optional is nil for what is empty: the expectations tell absent from empty, fx does not.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func observe(t *testing.T, f *facturx.File, got *expected) {
	got.Header.Version, got.Header.Offset = f.Header()
	got.CatalogVersion = optional(must(f.CatalogVersion())(t))
	got.Pages, got.Encrypted = must(f.Pages())(t), f.Encrypted()
	for _, s := range must(f.Signatures())(t) {
		if s.Signed {
			got.Signatures++
		}
	}
	if af := must(f.AssociatedFiles())(t); af.Present {
		got.CatalogAF = &associated{af.Count, af.Indirect, af.Array}
	}
	all := must(f.Attachments())(t)
	got.Attachments = []attachment{}
	for i, a := range all {
		got.Attachments = append(got.Attachments, observeAttachment(t, a))
		if j := slices.IndexFunc(all[:i], func(b *facturx.Attachment) bool { return b.Stream == a.Stream }); j >= 0 {
			got.Attachments[i].SameStreamAs = &j
		}
		if same, err := a.SameContent(); err != nil || !same {
			t.Errorf("%s: EF leads to different contents: %v", a.Name, err)
		}
	}
	got.XMP = observeXMP(must(f.XMP())(t))
	observeInvoice(t, f, all, got)
}

func observeAttachment(t *testing.T, a *facturx.Attachment) attachment {
	content := must(a.Content())(t)
	got := attachment{
		Key: optional(a.Key), F: optional(a.F), UF: optional(a.UF), Desc: optional(a.Desc), Relationship: optional(a.Relationship),
		Type: optional(a.Type), EFKeys: slices.Sorted(slices.Values(a.EF)), SHA256: sum(content), Size: len(content),
		MIME: optional(a.MIME), StreamType: optional(a.StreamType), Filter: optional(strings.Join(must(a.Filters())(t), " ")),
		InNameTree: a.InNameTree, InAF: a.InAF, InAnnotation: a.InAnnotation,
		Params: &params{ModDate: optional(a.Modified.Text), Created: optional(a.Created.Text)},
	}
	if a.Size >= 0 {
		got.Params.Size = &a.Size
	}
	switch must(a.CheckSum())(t) {
	case facturx.CheckSumOK:
		got.Params.CheckSum = optional("ok")
	case facturx.CheckSumHexText:
		got.Params.CheckSum = optional("hex-text")
	case facturx.CheckSumWrong:
		got.Params.CheckSum = optional("wrong")
	}
	if a.Modified.Text != "" && a.Modified.Time.IsZero() {
		t.Errorf("%s: %q is no date", a.Name, a.Modified.Text)
	}
	return got
}

func observeXMP(m *facturx.XMP) *metadata {
	if m == nil {
		return nil
	}
	got := &metadata{ExtensionSchemas: m.ExtensionSchemas, Filtered: m.Filtered, SHA256: sum(m.Packet), FX: []document{}}
	if m.PDFAPart != "" {
		got.PDFAID = &claim{m.PDFAPart, m.PDFAConformance}
	}
	for _, d := range m.Documents {
		got.FX = append(got.FX, document{d.Namespace, d.Prefix, string(d.Form), d.DocumentType, d.DocumentFileName, d.Version, d.ConformanceLevel})
		got.Declared = got.Declared || d.Declared
	}
	return got
}

func observeInvoice(t *testing.T, f *facturx.File, all []*facturx.Attachment, got *expected) {
	inv, err := f.Invoice()
	var e *facturx.Error
	if errors.As(err, &e) && e.Kind == facturx.KindNoAttachment {
		return
	}
	if err != nil {
		t.Error(err)
		return
	}
	got.Invoice = &invoice{Index: slices.Index(all, inv.Attachment), Name: inv.Name, SHA256: sum(must(inv.Content())(t)), Syntax: string(inv.Syntax)}
	if inv.KnownName {
		got.Invoice.FoundBy = append(got.Invoice.FoundBy, "known-name")
	}
	if inv.XMPName {
		got.Invoice.FoundBy = append(got.Invoice.FoundBy, "xmp-name")
	}
	if inv.Syntax.Invoice() {
		got.Invoice.FoundBy = append(got.Invoice.FoundBy, "root")
	}
	if len(inv.Rivals) > 0 {
		got.Candidates = []string{inv.Name}
		for _, r := range inv.Rivals {
			got.Candidates = append(got.Candidates, r.Name)
		}
	}
	if (len(inv.Rivals) > 0) != (inv.Note.EN != "") {
		t.Errorf("%d rivals, but the note is %q", len(inv.Rivals), inv.Note.EN)
	}
}
