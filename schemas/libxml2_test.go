//go:build cgo && libxml2

package schemas

import (
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/fxinvoice/fx/internal/xmltree"
)

func ublText(t *testing.T) string {
	data, err := os.ReadFile("testdata/ubl.xml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestOpinion(t *testing.T) {
	engine := second(t)["ubl-2.1"]
	doc := ublText(t)
	ask := func(doc string) Opinion {
		t.Helper()
		tree, err := xmltree.Parse(doc, xmltree.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		o, err := engine.Validate(tree)
		if err != nil {
			t.Fatal(err)
		}
		return o
	}
	if o := ask(doc); !o.Valid || len(o.Errors) > 0 {
		t.Errorf("a valid document: %+v", o)
	}
	o := ask(strings.Replace(doc, ">120.00<", ">"+strings.Repeat("9", 30_000)+"x<", 1))
	if o.Valid || len(o.Errors) != 1 || o.Errors[0].Line != 41 || o.Errors[0].Code == 0 || len(o.Errors[0].Message) < 30_000 ||
		!strings.HasSuffix(o.Errors[0].Path, "/cac:LegalMonetaryTotal/cbc:PayableAmount") {
		t.Errorf("a long bad value: %.300v", o)
	}
	if o = ask(strings.Replace(doc, "</Invoice>", strings.Repeat("<cac:InvoiceLine/>", 500)+"</Invoice>", 1)); len(o.Errors) != 100 || o.More != 400 {
		t.Errorf("500 errors: %d listed, %d more", len(o.Errors), o.More)
	}
	// libxml2 reads no text above 10 MB.
	tree, err := xmltree.Parse(strings.Replace(doc, "Pain", strings.Repeat("x", 11_000_000), 1), xmltree.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := engine.Validate(tree); err == nil {
		t.Error("a text of 11 MB: no error")
	}
	// The declaration names an encoding that the tree has converted from.
	latin := strings.Replace(strings.Replace(doc, "UTF-8", "ISO-8859-1", 1), "Pain", "Pain bris\xe9", 1)
	if o = ask(latin); !o.Valid {
		t.Errorf("a document in Latin-1: %+v", o)
	}
}

// TestGuard keeps from libxml2 what it takes seconds for.
func TestGuard(t *testing.T) {
	engine := second(t)["ubl-2.1"]
	attributes, spaces := &strings.Builder{}, &strings.Builder{}
	for i := range 3000 {
		attributes.WriteString(" a" + strings.Repeat("x", i%50) + string(rune('a'+i%26)) + strconv.Itoa(i) + `=""`)
		spaces.WriteString(" xmlns:p" + strconv.Itoa(i) + `="urn:` + strconv.Itoa(i) + `"`)
	}
	for name, extra := range map[string]string{"attributes": attributes.String(), "namespaces": spaces.String()} {
		doc := strings.Replace(ublText(t), "<cbc:Name>", "<cbc:Name"+extra+">", 1)
		tree, err := xmltree.Parse(doc, xmltree.Limits{Attributes: -1, Namespaces: -1})
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if _, err := engine.Validate(tree); err == nil {
			t.Errorf("%s: libxml2 was asked", name)
		}
	}
}

func TestSecondConcurrent(t *testing.T) {
	engine := second(t)["ubl-2.1"]
	doc := ublText(t)
	var trees []*xmltree.Tree
	for _, d := range []string{doc, strings.Replace(doc, "380", "", 1), strings.Replace(doc, "2026-01-31", "x", 1)} {
		tree, err := xmltree.Parse(d, xmltree.Limits{})
		if err != nil {
			t.Fatal(err)
		}
		trees = append(trees, tree)
	}
	want := []bool{true, true, false}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for i := range 300 {
				o, err := engine.Validate(trees[i%3])
				if err != nil || o.Valid != want[i%3] {
					t.Errorf("document %d: %v, %v", i%3, o.Valid, err)
				}
			}
		})
	}
	group.Wait()
}

func TestOpenSecond(t *testing.T) {
	if _, err := OpenSecond(&ubl21, t.TempDir()); err == nil {
		t.Error("schemas that are not there were opened")
	}
}
