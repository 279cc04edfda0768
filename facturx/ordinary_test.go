package facturx_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/official"
)

// ordinary is a line of pdf-ordinary/expected.jsonl: PDFs of many producers without an invoice.
type ordinary struct {
	File          string
	Pages         int
	Header        string
	Encrypted     bool
	Attachments   []string
	Annotated     int `json:"annotation_attachments"`
	XMP           bool
	Claims        *string
	OutputIntents int `json:"output_intents"`
	Signatures    int
}

func TestOrdinary(t *testing.T) {
	dir := filepath.Join(official.Conformance(t), "pdf-ordinary")
	lines(t, filepath.Join(dir, "expected.jsonl"), func(want ordinary) {
		t.Run(want.File, func(t *testing.T) {
			f, _, err := open(t, filepath.Join(dir, want.File))
			var e *facturx.Error
			if want.File == "encrypted-user-aes-256.pdf" {
				if !errors.As(err, &e) || e.Kind != facturx.KindPassword {
					t.Errorf("opening brings up %v", err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, observeOrdinary(t, f, want.File)); diff != "" {
				t.Errorf("(-expected +read)\n%s", diff)
			}
			kind := facturx.KindNoAttachment
			if len(want.Attachments) > 0 {
				kind = facturx.KindNoInvoice
			}
			if _, err := f.Invoice(); !errors.As(err, &e) || e.Kind != kind {
				t.Errorf("looking for an invoice brings up %v", err)
			}
			if all, _ := f.Attachments(); !slices.Equal(all, e.Attachments) {
				t.Errorf("the error lists %d attachments of %d", len(e.Attachments), len(all))
			}
		})
	})
}

func observeOrdinary(t *testing.T, f *facturx.File, name string) ordinary {
	got := ordinary{File: name, Pages: must(f.Pages())(t), Encrypted: f.Encrypted(), Attachments: []string{}}
	got.Header, _ = f.Header()
	for _, a := range must(f.Attachments())(t) {
		if a.InAnnotation {
			got.Annotated++
		}
		if a.InNameTree {
			got.Attachments = append(got.Attachments, a.Name)
		}
		must(a.Content())(t)
	}
	if m := must(f.XMP())(t); m != nil {
		got.XMP = true
		if m.PDFAPart != "" {
			claims := m.PDFAPart + string(bytes.ToLower([]byte(m.PDFAConformance)))
			got.Claims = &claims
		}
	}
	slices.Sort(got.Attachments)
	got.OutputIntents = len(must(f.OutputIntents())(t))
	// The expectations count signature fields, signed or not.
	got.Signatures = len(must(f.Signatures())(t))
	must(f.Actions())(t)
	return got
}

// TestContainerFacts checks what only single files of the set have.
func TestContainerFacts(t *testing.T) {
	dir := filepath.Join(official.Conformance(t), "pdf-ordinary")
	file := func(name string) *facturx.File {
		f, _, err := open(t, filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	for name, signed := range map[string]bool{"signed.pdf": true, "signature-field-empty.pdf": false} {
		if s := must(file(name).Signatures())(t); len(s) != 1 || s[0].Signed != signed || s[0].Name == "" || s[0].Object == 0 {
			t.Errorf("%s: signatures are %+v", name, s)
		}
	}
	if a := must(file("javascript.pdf").Actions())(t); a != (facturx.Actions{JavaScript: true, Open: "JavaScript"}) {
		t.Errorf("actions are %+v", a)
	}
	if a := must(file("cairo.pdf").Actions())(t); a != (facturx.Actions{}) {
		t.Errorf("actions are %+v", a)
	}
	for name, repaired := range map[string]bool{"damaged-no-xref.pdf": true, "damaged-startxref.pdf": true, "damaged-header-offset.pdf": false, "damaged-trailing-garbage-1k.pdf": false} {
		if got := file(name).Repaired(); got != repaired {
			t.Errorf("%s: repaired is %v", name, got)
		}
	}
	if _, off := file("damaged-header-offset.pdf").Header(); off < 300 {
		t.Errorf("header at %d", off)
	}
	if !file("qpdf-linearized.pdf").Linearized() || file("cairo.pdf").Linearized() {
		t.Error("linearized is not told")
	}
	if n := file("signed.pdf").Updates(); n != 1 {
		t.Errorf("%d updates", n)
	}
	intents := must(file("typst-a-3b.pdf").OutputIntents())(t)
	if len(intents) != 1 || intents[0].Subtype != "GTS_PDFA1" || intents[0].Components != 3 || intents[0].Profile == 0 {
		t.Errorf("output intents are %+v", intents)
	}
	m := must(file("xmp-custom-properties.pdf").XMP())(t)
	if len(m.Schemas) != 1 || len(m.Schemas[0].Properties) == 0 || len(m.Documents) != 0 {
		t.Errorf("schemas are %+v", m.Schemas)
	}
}

// TestVeraPDF opens test files for PDF/A, each of which keeps or breaks one of its rules. None holds an invoice.
func TestVeraPDF(t *testing.T) {
	f, err := os.Open(filepath.Join(official.Conformance(t), "pdfa", "verapdf-corpus.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	files, repaired, badXMP := 0, 0, 0
	for in := tar.NewReader(z); ; files++ {
		h, err := in.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		pdf, err := facturx.Open(t.Context(), bytes.NewReader(content), int64(len(content)), facturx.Limits{})
		if err != nil {
			t.Errorf("%s: %v", h.Name, err)
			continue
		}
		if pdf.Repaired() {
			t.Logf("%s was searched for its objects", h.Name)
			repaired++
		}
		for _, a := range must(pdf.Attachments())(t) {
			if _, err := a.Content(); err != nil {
				t.Errorf("%s: %s: %v", h.Name, a.Name, err)
			}
		}
		var e *facturx.Error
		if _, err := pdf.Invoice(); !errors.As(err, &e) || e.Kind != facturx.KindNoAttachment && e.Kind != facturx.KindNoInvoice {
			t.Errorf("%s: looking for an invoice brings up %v", h.Name, err)
		}
		if _, err := pdf.XMP(); err != nil {
			if !errors.As(err, &e) || e.Kind != facturx.KindXMP {
				t.Errorf("%s: %v", h.Name, err)
			}
			t.Logf("%s: %v", h.Name, err)
			badXMP++
		}
		if n := must(pdf.Pages())(t); n < 1 {
			t.Errorf("%s: %d pages", h.Name, n)
		}
	}
	t.Logf("%d files, %d searched for their objects, %d with XMP that is no XML", files, repaired, badXMP)
	if files != 512 {
		t.Errorf("%d files", files)
	}
}
