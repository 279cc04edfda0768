package facturx_test

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	godiff "github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/facturx"
	"github.com/fxinvoice/fx/report"
)

// A flaw is a way to spoil a PDF.
type flaw struct {
	name  string
	spoil func(p *pack)
	want  string // rules, each with its case after a colon, separated by spaces
}

// TestCheck spoils a good PDF in one way after another. Every case of every rule is met.
func TestCheck(t *testing.T) {
	if found := good().findings(t); len(found) > 0 {
		t.Fatalf("a good PDF has findings: %s: %s", found[0].Rule, found[0].Message.In(report.EN, found[0].Args...))
	}
	met := map[string]bool{}
	for _, x := range slices.Concat(fileFlaws(), viewerFlaws(), metadataFlaws(), facturxFlaws(), attachmentFlaws(), contentFlaws()) {
		t.Run(x.name, func(t *testing.T) {
			p := good()
			x.spoil(p)
			var got []string
			for _, f := range p.findings(t) {
				id := strings.TrimSuffix(f.Rule+":"+checkFinding(t, &f), ":")
				got = append(got, id)
				met[id] = true
			}
			slices.Sort(got)
			want := strings.Fields(x.want)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("findings are %q, should be %q", got, want)
			}
		})
	}
	for _, r := range facturx.Rules() {
		for _, c := range r.Cases {
			if id := strings.TrimSuffix(r.ID+":"+c.Name, ":"); !met[id] {
				t.Errorf("no test meets %s", id)
			}
		}
	}
}

// checkFinding checks what is true of every finding, and returns the name of its case.
func checkFinding(t *testing.T, f *report.Finding) string {
	t.Helper()
	if err := f.Validate(); err != nil {
		t.Error(err)
	}
	c := caseOf(t, f)
	rule, _ := facturx.RuleByID(f.Rule)
	if f.Layer != report.Container || f.Severity != c.Severity {
		t.Errorf("%s is in layer %s with severity %s", f.Rule, f.Layer, f.Severity)
	}
	for _, lang := range []report.Lang{report.EN, report.FR} {
		fix := f.Fix.In(lang, f.Args...)
		if repaired := strings.Contains(fix, "Embedding the invoice anew") || strings.Contains(fix, "Réintégrer la facture"); repaired != (rule.Repair && !c.ByHand) {
			t.Errorf("%s: %s", f.Rule, fix)
		}
	}
	return c.Name
}

func fileFlaws() []flaw {
	return []flaw{
		{"first line", func(p *pack) { p.finish = replaced("%PDF-1.7", "%PDF-1.x") }, "PDF-01"},
		{"two things on the first line", func(p *pack) { p.finish = replaced("%PDF-1.7\n", "%PDF-1.7 ") }, "PDF-01 PDF-02"},
		{"bytes before the header", func(p *pack) { p.finish = func(b []byte) []byte { return append([]byte("From: x\n\n"), b...) } }, "PDF-01:offset"},
		{"PDF 2.0", func(p *pack) { p.finish = replaced("%PDF-1.7", "%PDF-2.0") }, "PDF-01:version"},
		{"PDF 1.8", func(p *pack) { p.finish = replaced("%PDF-1.7", "%PDF-1.8") }, "PDF-01:version"},
		{"PDF 2.0 by the catalog", func(p *pack) { p.catalog = "/Version/2.0" }, "PDF-01:catalog"},
		{"PDF 1.7 by the catalog", func(p *pack) { p.catalog = "/Version/1.7" }, ""},
		{"comment of letters", func(p *pack) { p.finish = replaced("%\xe2\xe3\xcf\xd3", "%abcd") }, "PDF-02"},
		{"trailing bytes", func(p *pack) { p.finish = func(b []byte) []byte { return append(b, "<html>"...) } }, "PDF-03"},
		{"two line ends", func(p *pack) { p.finish = func(b []byte) []byte { return append(b, '\n') } }, "PDF-03"},
		{"no line end", func(p *pack) { p.finish = func(b []byte) []byte { return b[:len(b)-1] } }, ""},
		{"no end mark", func(p *pack) { p.finish = replaced("%%EOF", "%%END") }, "PDF-03:missing"},
		{"no ID", func(p *pack) { p.trailer = "" }, "PDF-04"},
		{"ID of nothing", func(p *pack) { p.trailer = "/ID[()()]" }, "PDF-04"},
		{"ID that is no list", func(p *pack) { p.trailer = "/ID(abc)" }, "PDF-04"},
		{"update without ID", func(p *pack) { p.finish = update }, "PDF-04"},
		{"encrypted", func(p *pack) { p.noInvoice, p.metadata, p.trailer = true, "", protection("0123456789abcdef") }, "PDF-05 PDF-20"},
		{"no cross-reference", func(p *pack) { p.finish = replaced("startxref", "startnone") }, "PDF-06"},
		{"attachment without content", func(p *pack) { change(&p.file, "10 0 R", "99 0 R") }, "PDF-07"},
		{"two attachments without content", func(p *pack) {
			change(&p.file, "10 0 R", "99 0 R")
			change(&p.names, "11 0 R", "11 0 R(a)20 0 R")
			p.af = "/AF[11 0 R 20 0 R]"
			p.objects = func(b *builder) { b.object(20, "<<"+p.file+">>") }
		}, "PDF-07 PDF-07 PDF-49:content"},
		{"LZW", func(p *pack) {
			p.embedded += "/Filter/LZWDecode"
			p.content = []byte{0x80, 0x0b, 0x60, 0x50, 0x22, 0x0c, 0x0c, 0x85, 0x01}
		}, "PDF-08"},
		{"external stream", func(p *pack) { p.embedded += "/F(elsewhere)" }, "PDF-08:external"},
		{"signed", func(p *pack) {
			p.catalog = "/AcroForm<</Fields[20 0 R 21 0 R]>>"
			p.objects = func(b *builder) { b.object(20, "<</FT/Sig/T(s)/V<<>>>>"); b.object(21, "<</FT/Sig/T(empty)>>") }
		}, "PDF-09"},
		{"permissions", func(p *pack) { p.catalog = "/Perms<</UR3<<>>/DocMDP<<>>/Other<<>>>>" }, "PDF-10"},
	}
}

// update appends a cross-reference whose trailer loses the ID.
func update(pdf []byte) []byte {
	b := &builder{places: []int{0}}
	b.Write(pdf)
	return b.table(fmt.Sprintf("/Root 1 0 R/Prev %d", bytes.LastIndex(pdf, []byte("xref\n0 "))))
}

func viewerFlaws() []flaw {
	script := "<</S/JavaScript/JS(x)>>"
	layers := func(catalog string) func(*pack) {
		return func(p *pack) {
			p.catalog = "/OCProperties<</OCGs[20 0 R 21 0 R]" + catalog + ">>"
			p.objects = func(b *builder) {
				b.object(20, "<</Type/OCG/Name(x)>>")
				b.object(21, "<</Type/OCG/Name(y)>>")
				b.object(22, "[21 0 R 22 0 R]")
			}
		}
	}
	intents := func(list string, profiles ...string) func(*pack) {
		return func(p *pack) {
			p.catalog = "/OutputIntents[" + list + "]"
			p.objects = func(b *builder) {
				for i, data := range profiles {
					b.stream(20+i, "/N 3", []byte(data))
				}
			}
		}
	}
	icc := func(version byte, class, space string) string {
		return "\x00\x00\x00\x80\x00\x00\x00\x00" + string([]byte{version, 0x10, 0, 0}) + class + space + "XYZ " + strings.Repeat("\x00", 12) + "acsp"
	}
	const first, second = "<</S/GTS_PDFA1/DestOutputProfile 20 0 R>>", "<</S/Other/DestOutputProfile 21 0 R>>"
	fine := icc(2, "mntr", "RGB ")
	return []flaw{
		{"portfolio", func(p *pack) { p.catalog = "/Collection<<>>" }, "PDF-11"},
		{"XFA", func(p *pack) { p.catalog = "/AcroForm<</Fields[]/XFA(x)>>" }, "PDF-12"},
		{"NeedAppearances", func(p *pack) { p.catalog = "/AcroForm<</Fields[]/NeedAppearances true>>" }, "PDF-12:appearances"},
		{"plain form", func(p *pack) { p.catalog = "/AcroForm<</Fields[]/NeedAppearances false/XFA null>>" }, ""},
		{"NeedsRendering", func(p *pack) { p.catalog = "/NeedsRendering true" }, "PDF-12:rendering"},
		{"scripts", func(p *pack) { p.names += "]>>/JavaScript<</Names[(x)" + script }, "PDF-13"},
		{"script on opening", func(p *pack) { p.catalog = "/OpenAction" + script }, "PDF-14"},
		{"script after going to a place", func(p *pack) { p.catalog = "/OpenAction<</S/GoTo/D[3 0 R/Fit]/Next[" + script + "]>>" }, "PDF-14"},
		{"actions in a circle", func(p *pack) {
			p.catalog = "/OpenAction 20 0 R"
			p.objects = func(b *builder) { b.object(20, "<</S/GoTo/D[3 0 R/Fit]/Next 20 0 R>>") }
		}, ""},
		{"printing on opening", func(p *pack) { p.catalog = "/OpenAction<</S/Named/N/Print>>" }, "PDF-14:named"},
		{"turning a page on opening", func(p *pack) { p.catalog = "/OpenAction<</S/Named/N/NextPage>>" }, ""},
		{"place on opening", func(p *pack) { p.catalog = "/OpenAction[3 0 R/Fit]" }, ""},
		{"action on closing", func(p *pack) { p.catalog = "/AA<</WC" + script + ">>" }, "PDF-15"},
		{"requirements", func(p *pack) { p.catalog = "/Requirements[]" }, "PDF-16"},
		{"presentations", func(p *pack) { p.names += "]>>/AlternatePresentations<</Names[" }, "PDF-16:presentations"},
		{"layers without a name", layers("/D<<>>"), "PDF-17"},
		{"layers of one name", layers("/D<</Name(a)>>/Configs[<</Name(a)>>]"), "PDF-17:twice"},
		{"layers out of order", layers("/D<</Name(a)/Order[20 0 R]>>"), "PDF-17:order"},
		{"layers in order", layers("/D<</Name(a)/Order[(x)[20 0 R[22 0 R]]]>>"), ""},
		{"layers that switch", layers("/D<</Name(a)/AS[]>>"), "PDF-17:switched"},
		{"colour profile", intents(first, fine), ""},
		{"colour profile of a scanner", intents(first, icc(2, "scnr", "RGB ")), "PDF-18"},
		{"colour profile in Lab", intents(first, icc(2, "prtr", "Lab ")), "PDF-18"},
		{"colour profile version 5", intents(first, icc(5, "mntr", "RGB ")), "PDF-18"},
		{"colour profile of three bytes", intents(first, "abc"), "PDF-18:short"},
		{"colour profile that does not inflate", func(p *pack) {
			intents(first)(p)
			p.objects = func(b *builder) { b.stream(20, "/Filter/FlateDecode", []byte("abcdef")) }
		}, "PDF-18:short"},
		{"two colour profiles", intents(first+second, fine, fine), "PDF-19"},
		{"one colour profile twice", intents(first+first, fine), ""},
		{"colour profile elsewhere", intents("<</S/GTS_PDFX/DestOutputProfileRef<<>>>>"), "PDF-19:reference"},
	}
}

// TestCheckPlaces looks at where findings point.
func TestCheckPlaces(t *testing.T) {
	p := good()
	change(&p.file, "Alternative", "Data")
	change(&p.properties, "EN 16931", "BASIC")
	p.af, p.names = "", ""
	p.objects = func(b *builder) {
		b.object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[20 0 R]>>")
		b.object(20, "<</Type/Annot/Subtype/FileAttachment/Rect[0 0 9 9]/F 4/FS 11 0 R>>")
	}
	type seen struct {
		Rule, Object    string
		Page            int
		Found, Expected string
		Terms           []string
	}
	var got []seen
	for _, f := range p.findings(t) {
		got = append(got, seen{f.Rule, f.Object, f.Page, f.Found, f.Expected, f.Terms})
	}
	slices.SortFunc(got, func(a, b seen) int { return cmp.Compare(a.Rule, b.Rule) })
	want := []seen{
		{"PDF-34", "4 0", 0, "BASIC", "EN 16931", []string{"BT-24"}},
		{"PDF-40", "11 0", 1, "Data", "Alternative", nil},
		{"PDF-41", "11 0", 1, "", "", nil},
		{"PDF-42", "11 0", 1, "", "", nil},
	}
	if diff := godiff.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// TestCheckParts looks at what is said to be not examined.
func TestCheckParts(t *testing.T) {
	always := []string{"actions", "annotations", "colours", "content", "fonts", "images", "metadata", "structure", "syntax", "transparency", "unreferenced"}
	signed := good()
	signed.catalog = "/AcroForm<</Fields[20 0 R]>>"
	signed.objects = func(b *builder) { b.object(20, "<</FT/Sig/T(s)/V<<>>>>") }
	broken := good()
	change(&broken.file, "10 0 R", "99 0 R")
	for name, x := range map[string]struct {
		p    *pack
		more []string
	}{"good": {good(), nil}, "signed": {signed, []string{"forms", "signatures"}}, "damaged": {broken, []string{"attachments"}}} {
		got, err := openBytes(t, x.p.bytes()).Check(t.Context(), nil, "", "", report.NewCollector(0))
		if err != nil {
			t.Fatal(err)
		}
		want := slices.Concat(always, x.more)
		slices.Sort(want)
		if diff := godiff.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", name, diff)
		}
	}
}

// TestCheckStops makes a check end early.
func TestCheckStops(t *testing.T) {
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := openBytes(t, good().bytes()).Check(ended, nil, "", "", report.NewCollector(0)); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end of its context, the check says %v", err)
	}
	data := good().bytes()
	f, err := facturx.Open(t.Context(), strings.NewReader(string(data)), int64(len(data)), facturx.Limits{Stream: 100})
	if err != nil {
		t.Fatal(err)
	}
	var e *facturx.Error
	if _, err := f.Check(t.Context(), nil, "", "", report.NewCollector(0)); !errors.As(err, &e) || e.Kind != facturx.KindLimit {
		t.Errorf("beyond a limit, the check says %v", err)
	}
}

// TestCheckWithoutInvoice says nothing of Factur-X where there is no invoice.
func TestCheckWithoutInvoice(t *testing.T) {
	p := good()
	p.noInvoice, p.properties, p.schema = true, "", ""
	if found := p.findings(t); len(found) > 0 {
		t.Errorf("%s: %s", found[0].Rule, found[0].Message.EN)
	}
}

// TestCheckExtracted checks with an attachment that Extract has read.
func TestCheckExtracted(t *testing.T) {
	p := good()
	p.embedded += "/Params<</CheckSum(x)>>"
	data := p.bytes()
	a, err := facturx.Extract(t.Context(), strings.NewReader(string(data)), int64(len(data)), facturx.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	found := report.NewCollector(0)
	if _, err := openBytes(t, data).Check(t.Context(), a, p.profile, p.specification, found); err != nil {
		t.Fatal(err)
	}
	var r report.Report
	found.Into(&r)
	if len(r.Findings) != 1 || r.Findings[0].Rule != "PDF-48" {
		t.Errorf("findings are %+v", r.Findings)
	}
}

// hostileChecks are files that make a careless check take long.
func hostileChecks() map[string]func() []byte {
	many := func(n int, s string) string { return strings.Repeat(s, n) }
	bomb := func(p *pack) { p.embedded += "/Filter/FlateDecode"; p.content = zeros(60) }
	return map[string]func() []byte{
		"layers without end": func() []byte {
			p := good()
			p.catalog = "/OCProperties<</OCGs 20 0 R/D 21 0 R/Configs 22 0 R>>"
			p.objects = func(b *builder) {
				b.object(20, "["+many(400_000, "1 ")+"]")
				b.object(21, "<</Name(x)/Order[]>>")
				b.object(22, "["+many(200_000, "21 0 R ")+"]")
			}
			return p.bytes()
		},
		"actions without end": func() []byte {
			p := good()
			p.catalog = "/OpenAction 21 0 R"
			p.objects = func(b *builder) {
				b.object(20, "[21 0 R "+many(100_000, "22 0 R ")+"]")
				b.object(21, "<</S/GoTo/Next 20 0 R>>")
				b.object(22, "<</S/GoTo/Next 20 0 R>>")
			}
			return p.bytes()
		},
		"intents without end": func() []byte {
			p := good()
			p.catalog = "/OutputIntents[" + many(100_000, "<</DestOutputProfile 20 0 R>>") + "]"
			p.objects = func(b *builder) { b.stream(20, "", []byte("x")) }
			return p.bytes()
		},
		"many bombs of the invoice's name": func() []byte {
			p := good()
			p.content = append(cii(), many(1<<20, " ")...)
			for i := range 20 {
				p.names += fmt.Sprintf("(x)%d 0 R", 21+2*i)
			}
			p.objects = func(b *builder) {
				data := zeros(60)
				for i := range 20 {
					b.stream(20+2*i, "/Subtype/text#2Fxml/Filter/FlateDecode", data)
					b.object(21+2*i, fmt.Sprintf("<</F(factur-x.xml)/UF(factur-x.xml)/AFRelationship/Data/EF<</F %d 0 R>>>>", 20+2*i))
				}
			}
			return p.bytes()
		},
		"many bombs as the invoice": func() []byte {
			p := good()
			bomb(p)
			keys := ""
			for i := range 100 {
				keys += fmt.Sprintf("/K%d %d 0 R", i, 20+i)
			}
			change(&p.file, "EF<<", "EF<<"+keys)
			p.objects = func(b *builder) {
				data := zeros(60)
				for i := range 100 {
					b.stream(20+i, "/Filter/FlateDecode", data)
				}
			}
			return p.bytes()
		},
		"attachments of nothing": func() []byte {
			p := good()
			p.names = many(49_000, "(x)<</EF<<>>>>")
			return p.bytes()
		},
	}
}

// TestCheckHostile checks files of attackers, within the time and the memory that reading them may take.
func TestCheckHostile(t *testing.T) {
	if testing.Short() {
		t.Skip("time and memory are not measured with -short")
	}
	files := hostile()
	maps.Copy(files, hostileChecks())
	for name, build := range files {
		t.Run(name, func(t *testing.T) {
			data := build()
			best := time.Hour
			for range 3 { // a busy machine makes things slower, never faster
				var err error
				elapsed, heap := measured(func() { err = checkAll(data) })
				if best = min(best, elapsed); heap > mostHeap {
					t.Errorf("the heap grew by %d MB", heap>>20)
				}
				if best < mostTime {
					t.Logf("%5d ms %4d MB, file of %d KB: %.100v", elapsed.Milliseconds(), heap>>20, len(data)>>10, err)
					return
				}
			}
			t.Errorf("took %v", best)
		})
	}
}

// checkAll opens and checks a file, whatever it is.
func checkAll(data []byte) error {
	f, err := facturx.Open(context.Background(), bytes.NewReader(data), int64(len(data)), facturx.Limits{})
	if err != nil {
		return err
	}
	var a *facturx.Attachment
	if inv, err := f.Invoice(); err == nil {
		a = inv.Attachment
	}
	_, err = f.Check(context.Background(), a, "facturx-basic", "", report.NewCollector(report.DefaultMax))
	return err
}

// TestCheckTogether checks one file in several goroutines.
func TestCheckTogether(t *testing.T) {
	f := openBytes(t, good().bytes())
	inv, err := f.Invoice()
	if err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if _, err := f.Check(context.Background(), inv.Attachment, "", "", report.NewCollector(0)); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
}

// FuzzCheck checks any file.
func FuzzCheck(f *testing.F) {
	small := func(p *pack) []byte {
		if bytes.Equal(p.content, cii()) {
			p.content = []byte(`<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>`)
		}
		return p.bytes()
	}
	f.Add(small(good()))
	for _, x := range slices.Concat(fileFlaws(), viewerFlaws(), metadataFlaws(), facturxFlaws(), attachmentFlaws(), contentFlaws()) {
		p := good()
		x.spoil(p)
		f.Add(small(p))
	}
	f.Fuzz(func(t *testing.T, data []byte) { fromUs(t, checkAll(data)) })
}

// BenchmarkCheck measures a check, and for comparison taking the invoice out.
func BenchmarkCheck(b *testing.B) {
	data := ordinary100KB()
	b.Run("check", func(b *testing.B) {
		for b.Loop() {
			if err := checkAll(data); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("extract", func(b *testing.B) {
		for b.Loop() {
			extract(b, data)
		}
	})
}
