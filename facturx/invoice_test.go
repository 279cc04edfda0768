package facturx_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/internal/sample"
)

const (
	order    = `<o:SCRDMCCBDACIOMessageStructure xmlns:o="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"/>`
	zugferd1 = `<?xml version="1.0"?><!-- a > b --><rsm:CrossIndustryDocument xmlns:rsm='urn:ferd:CrossIndustryDocument:invoice:1p0'></rsm:CrossIndustryDocument>`
	draft    = `<Invoice xmlns="urn:un:unece:uncefact:data:standard:CBFBUY:5"/>`
	credit   = `<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>`
	otherXML = `<order xmlns="urn:mine"/>`
)

func ubl() []byte { return []byte(sample.UBL(1)) }

func TestInvoice(t *testing.T) {
	licence := append([]byte("<?xml version=\"1.0\"?><!--"+strings.Repeat("licence ", 2000)+"-->"), bytes.TrimPrefix(cii(), []byte("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))...)
	for _, c := range []struct {
		name   string
		build  func(b *builder)
		chosen string // its name
		syntax facturx.Syntax
		known  bool
		xmp    bool
		rivals string
		note   string // part of it
	}{
		{"a known name", func(b *builder) { b.attach("factur-x.xml", cii()) }, "factur-x.xml", facturx.CII, true, false, "", ""},
		{"in any case", func(b *builder) { b.attach("ZUGFeRD-Invoice.XML", []byte(zugferd1)) }, "ZUGFeRD-Invoice.XML", facturx.ZUGFeRD1, true, false, "", ""},
		{"behind a path", func(b *builder) { b.attach(`C:\temp\factur-x.xml`, cii()) }, `C:\temp\factur-x.xml`, facturx.CII, true, false, "", ""},
		{"a draft of ZUGFeRD", func(b *builder) { b.attach("zugferd-invoice.xml", []byte(draft)) }, "zugferd-invoice.xml", facturx.ZUGFeRDDraft, true, false, "", ""},
		{"XRechnung, UBL", func(b *builder) { b.attach("xrechnung.xml", ubl()) }, "xrechnung.xml", facturx.UBLInvoice, true, false, "", ""},
		{"a credit note", func(b *builder) { b.attach("xrechnung.xml", []byte(credit)) }, "xrechnung.xml", facturx.UBLCreditNote, true, false, "", ""},
		{"another name", func(b *builder) { b.attach("a.txt", []byte("text")); b.attach("b.xml", cii()) }, "b.xml", facturx.CII, false, false, "", ""},
		{"a licence in front", func(b *builder) { b.attach("b.xml", licence) }, "b.xml", facturx.CII, false, false, "", ""},
		{"UTF-16", func(b *builder) { b.attach("b.xml", utf16be(credit)) }, "b.xml", facturx.UBLCreditNote, false, false, "", ""},
		{"the XMP names it", func(b *builder) { b.metadata("FACTUR-X.xml"); b.attach("factur-x.xml", cii()) }, "factur-x.xml", facturx.CII, true, true, "", ""},
		{"two, by rank", func(b *builder) { b.attach("xrechnung.xml", ubl()); b.attach("factur-x.xml", cii()) }, "factur-x.xml", facturx.CII, true, false, "xrechnung.xml", "factur-x.xml was taken, although the metadata do not decide; other invoices: xrechnung.xml"},
		{"two, by the XMP", func(b *builder) {
			b.metadata("xrechnung.xml")
			b.attach("xrechnung.xml", ubl())
			b.attach("factur-x.xml", cii())
		}, "xrechnung.xml", facturx.UBLInvoice, true, true, "factur-x.xml", "xrechnung.xml was taken, which the metadata name; other invoices: factur-x.xml"},
		{"two of one name", func(b *builder) { b.attach("factur-x.xml", cii()); b.attach("factur-x.xml", cii()) }, "factur-x.xml", facturx.CII, true, false, "factur-x.xml", "was taken"},
		{"two specifications of one stream", func(b *builder) { n := b.attach("factur-x.xml", cii()); b.file("factur-x.xml", n-1) }, "factur-x.xml", facturx.CII, true, false, "", ""},
		{"an invoice before an order", func(b *builder) { b.attach("order-x.xml", []byte(order)); b.attach("i.xml", cii()) }, "i.xml", facturx.CII, false, false, "", ""},
		{"an order", func(b *builder) { b.attach("order-x.xml", []byte(order)) }, "order-x.xml", facturx.OrderX, true, false, "", ""},
		{"content before name", func(b *builder) { b.attach("factur-x.xml", []byte(otherXML)); b.attach("i.xml", cii()) }, "i.xml", facturx.CII, false, false, "", ""},
		{"a known name, other XML", func(b *builder) { b.attach("factur-x.xml", []byte(otherXML)) }, "factur-x.xml", "", true, false, "", "named like an invoice, but its root element"},
		{"the XMP names other XML", func(b *builder) { b.metadata("mine.xml"); b.attach("mine.xml", []byte(otherXML)) }, "mine.xml", "", false, true, "", "named like an invoice, but its root element"},
		{"in an annotation", func(b *builder) { annotate(b, "factur-x.xml", cii()) }, "factur-x.xml", facturx.CII, true, false, "", ""},
		{"the document's before an annotation's", func(b *builder) { annotate(b, "factur-x.xml", cii()); b.attach("i.xml", ubl()) }, "i.xml", facturx.UBLInvoice, false, false, "factur-x.xml", "was taken"},
		{"metadata that are no XML decide nothing", func(b *builder) {
			b.stream(4, "", []byte("<"))
			b.attach("i.xml", ubl())
			b.attach("factur-x.xml", cii())
		}, "factur-x.xml", facturx.CII, true, false, "i.xml", "do not decide"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b := newBuilder()
			c.build(b)
			data := b.done("")
			f := openBytes(t, data)
			inv, err := f.Invoice()
			if err != nil {
				t.Fatal(err)
			}
			var rivals []string
			for _, r := range inv.Rivals {
				rivals = append(rivals, r.Name)
			}
			if inv.Name != c.chosen || inv.Syntax != c.syntax || inv.KnownName != c.known || inv.XMPName != c.xmp || strings.Join(rivals, " ") != c.rivals {
				t.Errorf("chose %s, %s, known %v, by XMP %v, rivals %v", inv.Name, inv.Syntax, inv.KnownName, inv.XMPName, rivals)
			}
			if !strings.Contains(inv.Note.EN, c.note) || (c.note == "") != inv.Note.IsZero() || (inv.Note.EN == "") != (inv.Note.FR == "") {
				t.Errorf("the note is %q", inv.Note)
			}
			a, err := facturx.Extract(t.Context(), bytes.NewReader(data), int64(len(data)), facturx.Limits{})
			if err != nil || a.Object != inv.Object {
				t.Fatalf("extract takes %v, %v", a, err)
			}
			if !bytes.Equal(must(a.Content())(t), must(inv.Content())(t)) {
				t.Error("extract gives other bytes")
			}
		})
	}
}

// annotate attaches a file to the page.
func annotate(b *builder, name string, content []byte) {
	n := b.next()
	b.stream(n, "/Type/EmbeddedFile", content)
	b.object(n+1, fmt.Sprintf("<</Type/Filespec/F(%s)/EF<</F %d 0 R>>>>", name, n))
	b.object(n+2, fmt.Sprintf("<</Type/Annot/Subtype/FileAttachment/FS %d 0 R>>", n+1))
	b.object(3, fmt.Sprintf("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[%d 0 R]>>", n+2))
}

func TestNoInvoice(t *testing.T) {
	for _, c := range []struct {
		name    string
		data    []byte
		kind    facturx.Kind
		message string
		listed  int
	}{
		{"nothing attached", newBuilder().done(""), facturx.KindNoAttachment, "the PDF has no attachment, so no invoice is in it", 0},
		{"other files", attached("a.txt", "text", "b.xml", otherXML), facturx.KindNoInvoice, "no attachment is an invoice: a.txt, b.xml", 2},
		{"many other files", attached("a", "", "b", "", "c", "", "d", "", "e", "", "f", "", "g", "", "h", "", "i", "", "j", ""), facturx.KindNoInvoice, "no attachment is an invoice: a, b, c, d, e, f, g, h, …", 10},
		{"names that play tricks", attached("\x1b[31m"+strings.Repeat("x", 100), ""), facturx.KindNoInvoice, "no attachment is an invoice: \uFFFD[31m" + strings.Repeat("x", 55) + "…", 1},
		{"a name with braces", attached("{name}{", ""), facturx.KindNoInvoice, "no attachment is an invoice: {name}{", 1},
		{"no XML", attached("factur-x.xml", "invoice 1"), facturx.KindNotXML, "the attachment factur-x.xml is named like an invoice but is no XML", 1},
		{"an empty file", attached("factur-x.xml", ""), facturx.KindNotXML, "the attachment factur-x.xml is named like an invoice but is no XML", 1},
		{"XML cut off in its root", attached("factur-x.xml", "<Invoice xmlns='"), facturx.KindNotXML, "the attachment factur-x.xml is named like an invoice but is no XML", 1},
		{"no XML, by the XMP", func() []byte {
			b := newBuilder()
			b.metadata("a.txt")
			b.attach("a.txt", []byte("x"))
			return b.done("")
		}(), facturx.KindNotXML, "the attachment a.txt is named like an invoice but is no XML", 1},
		{"data that are damaged", bytes.Replace(attached("factur-x.xml", string(cii())), []byte("\x78\x9c"), []byte("\x78\x00"), 1), facturx.KindDamaged, "the data are not what the filter FlateDecode makes", 0},
		{"a filter for pictures", withInvoice("/DCTDecode", []byte("x")), facturx.KindUnsupported, "data behind the filter DCTDecode are not read", 0},
		{"no PDF", []byte("<Invoice/>"), facturx.KindNotPDF, "no PDF: %PDF- is not among the first 1024 bytes", 0},
		{"cut off", newBuilder().Bytes(), facturx.KindDamaged, "the document catalog is not in the file, which seems to be cut off", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := facturx.Extract(t.Context(), bytes.NewReader(c.data), int64(len(c.data)), facturx.Limits{})
			var e *facturx.Error
			if !errors.As(err, &e) || e.Kind != c.kind || e.Message.In("en") != c.message || len(e.Attachments) != c.listed {
				t.Fatalf("got %v", err)
			}
			if e.Message.FR == "" || (e.Hint.EN == "") != (e.Hint.FR == "") || c.kind != facturx.KindUnsupported && e.Hint.EN == "" {
				t.Errorf("%v lacks a text: %q %q", err, e.Message, e.Hint)
			}
			if !strings.HasPrefix(err.Error(), "facturx: ") {
				t.Errorf("the error reads %q", err)
			}
		})
	}
}

// attached makes a PDF of names and contents.
func attached(files ...string) []byte {
	b := newBuilder()
	for i := 0; i < len(files); i += 2 {
		b.attach(files[i], []byte(files[i+1]))
	}
	return b.done("")
}

// TestAttachments lists what file specifications may be like.
func TestAttachments(t *testing.T) {
	b := newBuilder()
	b.stream(10, "/Type/EmbeddedFile/Subtype/text#2Fxml/Params<</Size 3/CheckSum<900150983CD24FB0D6963F7D28E17F72>/ModDate(D:20260131120000+01'00')/CreationDate(yesterday)>>", []byte("abc"))
	b.stream(11, "/Params<</CheckSum(900150983cd24fb0d6963f7d28e17f72)>>", []byte("abc"))
	b.stream(12, "/Params<</CheckSum(x)>>", []byte("other"))
	b.object(20, "<</Type/Filespec/F(f.xml)/UF<FEFF00E9002E0078006D006C>/Desc(d\xe9)/AFRelationship/Source/EF<</F 10 0 R/UF 10 0 R>>>>")
	b.object(21, "<</F(../../etc/passwd)/EF<</F 11 0 R/UF 12 0 R>>>>")
	b.object(22, "<</F(no stream)/EF<</F 99 0 R>>>>")
	b.object(23, "<</F(elsewhere.xml)>>")
	b.object(24, "<</UF(dos)/EF<</DOS 12 0 R>>>>")
	b.object(25, "<</Subtype/FileAttachment/FS 20 0 R>>")
	b.object(26, "<</Subtype/FileAttachment/FS<</F(inline)/EF<</F 11 0 R>>>>>>")
	b.object(3, "<</Type/Page/Parent 2 0 R/Annots[25 0 R 26 0 R 25 0 R 27 0 R]>>")
	b.object(27, "<</Subtype/FileAttachment/FS(a path)>>")
	f := openBytes(t, b.done("/AF 21 0 R/Names<</EmbeddedFiles<</Kids[<</Names[(k\xe9y)20 0 R(b)22 0 R(c)23 0 R(d)20 0 R(e)(f)]>>]>>>>"))
	all, err := f.Attachments()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, a := range all {
		same, err := a.SameContent()
		sum, err2 := a.CheckSum()
		got = append(got, fmt.Sprintf("%s|%s|%s|%s|%s|%s|%d|%v|%d %d|%v %v %v %d|%v %v|%d %v", a.Name, a.Key, a.Desc, a.Relationship, a.MIME, strings.Join(a.EF, " "), a.Size,
			a.Modified.Time.UTC().Format("2006-01-02T15:04"), a.Object, a.Stream, a.InNameTree, a.InAF, a.InAnnotation, a.Page, same, err, sum, err2 != nil))
	}
	want := []string{
		"é.xml|kéy|dé|Source|text/xml|F UF|3|2026-01-31T11:00|20 10|true false true 1|true <nil>|1 false",
		"no stream|b||||F|-1|0001-01-01T00:00|22 0|true false false 0|true <nil>|0 false",
		"../../etc/passwd|||||F UF|-1|0001-01-01T00:00|21 12|false true false 0|false <nil>|3 false",
		"inline|||||F|-1|0001-01-01T00:00|0 11|false false true 1|true <nil>|2 false",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if a := all[0]; a.Created.Text != "yesterday" || !a.Created.Time.IsZero() {
		t.Errorf("created %v", a.Created)
	}
	var e *facturx.Error
	if _, err := all[1].Content(); !errors.As(err, &e) || e.Kind != facturx.KindDamaged || e.Object != 22 {
		t.Errorf("content of nothing: %v", err)
	}
	if af := must(f.AssociatedFiles())(t); af != (facturx.AssociatedFiles{Present: true, Count: 1, Indirect: true}) {
		t.Errorf("AF is %+v", af)
	}
}

// TestDamagedPart reads what is left of a file with a part that cannot be read.
func TestDamagedPart(t *testing.T) {
	b := newBuilder()
	b.attach("factur-x.xml", cii())
	b.object(30, "<</F(b) oops>>")
	b.names = append(b.names, "(b) 30 0 R")
	data := b.done("")
	f := openBytes(t, data)
	all, err := f.Attachments()
	var e *facturx.Error
	if len(all) != 1 || !errors.As(err, &e) || e.Kind != facturx.KindDamaged || e.Object != 30 {
		t.Errorf("%d attachments, %v", len(all), err)
	}
	if inv, err := f.Invoice(); err != nil || inv.Name != "factur-x.xml" {
		t.Errorf("invoice is %v, %v", inv, err)
	}
	a, err := facturx.Extract(t.Context(), bytes.NewReader(data), int64(len(data)), facturx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(must(a.Content())(t), cii()) {
		t.Error("extract gives other bytes")
	}
	// Where nothing else is left, the damage is what is told.
	b = newBuilder()
	b.object(30, "<</F(b) oops>>")
	b.names, b.af = []string{"(b) 30 0 R"}, nil
	if _, err := openBytes(t, b.done("")).Invoice(); !errors.As(err, &e) || e.Kind != facturx.KindDamaged {
		t.Errorf("invoice: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	data := attached("factur-x.xml", string(cii()))
	ctx, cancel := context.WithCancel(t.Context())
	f, err := facturx.Open(ctx, bytes.NewReader(data), int64(len(data)), facturx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := f.Attachments(); !errors.Is(err, context.Canceled) {
		t.Errorf("attachments: %v", err)
	}
	if _, err := facturx.Extract(ctx, bytes.NewReader(data), int64(len(data)), facturx.Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("extract: %v", err)
	}
}

func TestConcurrentUse(t *testing.T) {
	b := newBuilder()
	b.metadata("factur-x.xml")
	b.attach("factur-x.xml", cii())
	b.attach("xrechnung.xml", ubl())
	data := b.done("")
	damaged := bytes.Replace(data, []byte("startxref"), []byte("startxxxx"), 1)
	for _, data := range [][]byte{data, damaged} {
		f := openBytes(t, data)
		var wg sync.WaitGroup
		for range 4 {
			wg.Go(func() {
				if err := examineFile(f); err != nil {
					t.Error(err)
				}
				if inv, err := f.Invoice(); err != nil || inv.Name != "factur-x.xml" {
					t.Errorf("invoice is %v, %v", inv, err)
				}
			})
		}
		wg.Wait()
	}
}

func TestKind(t *testing.T) {
	for k := facturx.KindNotPDF; k <= facturx.KindXMP; k++ {
		if strings.HasPrefix(k.String(), "Kind(") {
			t.Errorf("kind %d has no name", int(k))
		}
	}
	if s := facturx.Kind(99).String(); s != "Kind(99)" {
		t.Errorf("kind 99 is %s", s)
	}
}
