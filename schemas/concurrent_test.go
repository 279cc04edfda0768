package schemas

import (
	"os"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// TestConcurrent checks one tree in many goroutines; the race detector looks on.
func TestConcurrent(t *testing.T) {
	data, err := os.ReadFile("testdata/ubl.xml")
	if err != nil {
		t.Fatal(err)
	}
	// A wrong document, so that paths and lines are worked out as well.
	doc := string(data[:len(data)-len("</Invoice>\n")]) + "<cbc:ID>2</cbc:ID><cbc:Nonsense/></Invoice>"
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	want := ubl21.Validate(tree, 0)
	if len(want.Findings) != 2 {
		t.Fatalf("%d findings", len(want.Findings))
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 20 {
				if diff := cmp.Diff(want, ubl21.Validate(tree, 0)); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	group.Wait()
}

// TestCap counts what is not written out.
func TestCap(t *testing.T) {
	doc := `<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" a="" b="" c="" d=""/>`
	all := validateText(t, &ciiD16B, doc)
	if len(all.Findings) != 5 || all.More != 0 {
		t.Fatalf("%d findings, %d more", len(all.Findings), all.More)
	}
	tree, err := xmltree.Parse(doc, xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	few := ciiD16B.Validate(tree, 2)
	if len(few.Findings) != 2 || few.More != 3 || few.Valid() {
		t.Errorf("limited to 2: %d findings, %d more", len(few.Findings), few.More)
	}
}
