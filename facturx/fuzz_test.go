package facturx_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/facturx"
)

// fromUs fails the test on errors that are not of this package: the readers here never fail.
func fromUs(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		return
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		for _, err := range joined.Unwrap() {
			fromUs(t, err)
		}
		return
	}
	var e *facturx.Error
	if !errors.As(err, &e) || e.Message.EN == "" || e.Message.FR == "" {
		t.Errorf("not one of our errors: %v", err)
	}
}

// FuzzFile asks any file for everything.
func FuzzFile(f *testing.F) {
	b := newBuilder()
	b.attach("factur-x.xml", []byte(`<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>`))
	b.attach("notes.txt", []byte("notes"))
	b.metadata("factur-x.xml")
	b.object(b.next(), "<</FT/Sig/T(a)/V 3 0 R>>")
	f.Add(b.done("/AcroForm<</Fields[14 0 R]/XFA()>>/Collection<<>>/OutputIntents[<</S/GTS_PDFA1/DestOutputProfile 10 0 R>>]/OpenAction<</S/JavaScript>>"))
	f.Add(nameCycle()[:200])
	f.Fuzz(func(t *testing.T, data []byte) {
		fromUs(t, examine(bytes.NewReader(data), int64(len(data))))
	})
}

// FuzzXMP reads any metadata.
func FuzzXMP(f *testing.F) {
	f.Add([]byte(xmp("factur-x.xml")))
	f.Add([]byte(xmp("a") + xmp("b")))
	f.Add([]byte(elements))
	f.Add(utf16be(xmp("factur-x.xml")))
	f.Fuzz(func(t *testing.T, packet []byte) {
		b := newBuilder()
		b.stream(4, "", packet)
		data := b.done("")
		file, err := facturx.Open(context.Background(), bytes.NewReader(data), int64(len(data)), facturx.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		m, err := file.XMP()
		fromUs(t, err)
		if err == nil && !bytes.Equal(m.Packet, packet) && !strings.Contains(string(packet), "endstream") {
			t.Error("the packet is not that of the file")
		}
	})
}
