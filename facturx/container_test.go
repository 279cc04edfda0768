package facturx_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/facturx"
)

func TestContainer(t *testing.T) {
	b := newBuilder()
	b.stream(10, "/N 3", nil)
	b.object(11, "<</FT/Sig/T(signed)/V<<>>>>")
	b.object(12, "<</FT/Sig/T<FEFF00E9>>>")
	b.object(13, "<</FT/Tx/T(text)/V(x)>>")
	full := openBytes(t, b.done("/Version/1.7/Collection<<>>/AcroForm<</Fields[11 0 R 12 0 R 13 0 R]/XFA(x)>>/AA<<>>/OpenAction<</S/Launch>>/AF[null]"+
		"/Names<</JavaScript<<>>>>/OutputIntents[<</S/GTS_PDFA1/OutputCondition(c)/OutputConditionIdentifier(sRGB)/DestOutputProfile 10 0 R>><</S/Other>>]"))
	bare := openBytes(t, newBuilder().done("/OpenAction[3 0 R/Fit]"))

	if v, off := full.Header(); v != "1.7" || off != 0 {
		t.Errorf("header is %s at %d", v, off)
	}
	if v := must(full.CatalogVersion())(t); v != "1.7" {
		t.Errorf("the catalog's version is %q", v)
	}
	if v := must(bare.CatalogVersion())(t); v != "" {
		t.Errorf("the catalog's version is %q", v)
	}
	if !must(full.Portfolio())(t) || must(bare.Portfolio())(t) {
		t.Error("a portfolio is not told")
	}
	if !must(full.XFA())(t) || must(bare.XFA())(t) {
		t.Error("XFA is not told")
	}
	if full.Encrypted() || full.Repaired() || full.Linearized() || full.Updates() != 0 {
		t.Error("an ordinary file is told to be something else")
	}
	if diff := cmp.Diff([]facturx.Signature{{Object: 11, Name: "signed", Signed: true}, {Object: 12, Name: "é"}}, must(full.Signatures())(t)); diff != "" {
		t.Error(diff)
	}
	want := []facturx.OutputIntent{{Subtype: "GTS_PDFA1", Condition: "c", Identifier: "sRGB", Profile: 10, Components: 3}, {Subtype: "Other"}}
	if diff := cmp.Diff(want, must(full.OutputIntents())(t)); diff != "" {
		t.Error(diff)
	}
	if a := must(full.Actions())(t); a != (facturx.Actions{JavaScript: true, Open: "Launch", Additional: true}) {
		t.Errorf("actions are %+v", a)
	}
	if a := must(bare.Actions())(t); a != (facturx.Actions{}) {
		t.Errorf("actions are %+v", a)
	}
	if af := must(full.AssociatedFiles())(t); af != (facturx.AssociatedFiles{Present: true, Count: 1, Array: true}) {
		t.Errorf("AF is %+v", af)
	}
	if len(must(bare.Signatures())(t)) != 0 || len(must(bare.OutputIntents())(t)) != 0 || must(bare.AssociatedFiles())(t).Present {
		t.Error("a bare file has something")
	}
}
