package schemas

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// hostile makes documents of about a megabyte that are meant to take long.
func hostile() map[string]string {
	ubl, _ := os.ReadFile("testdata/ubl.xml")
	doc := string(ubl)
	put := func(where, what string) string { return strings.Replace(doc, where, what+where, 1) }
	many := func(piece string) string { return strings.Repeat(piece, 1_000_000/len(piece)) }
	numbered := func(format string) string {
		var b strings.Builder
		for i := 0; b.Len() < 1_000_000; i++ {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	deep := strings.Repeat("<own:d>", 80) + strings.Repeat("</own:d>", 80)
	content := "<own:note>checked</own:note>"
	return map[string]string{
		"unknown elements":         put("<cbc:ID>F", many("<x/>")),
		"unknown of many names":    put("<cbc:ID>F", numbered("<x%d/>")),
		"two unknown in turn":      put("<cbc:ID>F", many("<x/><y/>")),
		"known elsewhere":          put("<cbc:ID>F", many("<cbc:InvoicedQuantity/><cbc:CityName/>")),
		"misspelt":                 put("<cbc:ID>F", numbered("<cbc:I%dD/>")),
		"many namespaces":          put("<cbc:ID>F", numbered(`<ID xmlns="urn:%d"/>`)),
		"duplicates":               put("<cbc:CopyIndicator>", many("<cbc:ID>1</cbc:ID>")),
		"duplicates in turn":       put("<cac:TaxTotal>", many("<cbc:ID/><cbc:IssueDate/>")),
		"last and first in turn":   put("<cbc:ID>F", many("<cac:InvoiceLine/><cbc:UUID>u</cbc:UUID>")),
		"empty lines":              put("</Invoice>", many("<cac:InvoiceLine/>")),
		"bad values":               put("</Invoice>", many("<cac:TaxTotal><cbc:TaxAmount>x</cbc:TaxAmount></cac:TaxTotal>")),
		"bad attributes":           put("<cbc:ID>F", many(`<cbc:Note a="" b="" c="" d="" e="" f="" g="" h="">n</cbc:Note>`)),
		"attributes near the name": put("</cac:Item>", many(`<cbc:Description languageIDs="" languageLocalIDs="">d</cbc:Description>`)),
		"identifiers":              strings.Replace(doc, content, numbered(`<ds:Object Id="i%d"/>`), 1),
		"equal identifiers":        strings.Replace(doc, content, many(`<ds:Object Id="a"/>`), 1),
		"references":               strings.Replace(doc, content, "<own:a xsi:type=\"xs:IDREFS\">"+numbered("i%d ")+"</own:a>", 1),
		"xsi:type":                 strings.Replace(doc, content, many(`<own:a xsi:type="cac:PartyType"/>`), 1),
		"unknown xsi:type":         strings.Replace(doc, content, many(`<own:a xsi:type="cac:NoType"/>`), 1),
		"deep in lax content":      strings.Replace(doc, content, many(deep), 1),
		"wide lax content":         strings.Replace(doc, content, many("<own:a/>"), 1),
		"text in pieces":           put("<cbc:ID>F", many("t<!-- c -->")),
		"blanks in pieces":         put("<cbc:ID>F", many("<!-- c -->&#32;<![CDATA[ ]]>")+"x"),
		"long number":              strings.Replace(doc, "120.00", strings.Repeat("9", 1_000_000)+"x", 1),
		"long date":                strings.Replace(doc, "2026-01-31", strings.Repeat("9", 1_000_000)+"-01-31", 1),
		"long base64":              strings.Replace(doc, "YSxiCg==", strings.Repeat("QUJD\n", 200_000), 1),
		"long uri":                 strings.Replace(doc, "<cbc:InvoiceTypeCode>", `<cbc:InvoiceTypeCode listURI="`+strings.Repeat("%41/", 250_000)+`">`, 1),
		"long name":                put("<cbc:ID>F", "<"+strings.Repeat("x", 1_000_000)+"/>"),
		"blank name near another":  put("<cbc:ID>F", many("<cbc:CustomisationID/><cbc:ProfilID/>")),
	}
}

// TestHostile keeps the promise of 100 ms per MB, findings limited as in a check and not limited at all.
func TestHostile(t *testing.T) {
	limit := 100 * time.Millisecond
	if thinned() {
		limit *= 20 // the race detector, or a machine that does other things
	}
	for name, doc := range hostile() {
		t.Run(name, func(t *testing.T) {
			tree, err := xmltree.Parse(doc, xmltree.Limits{})
			if err != nil {
				t.Logf("refused by the reader: %v", err)
				return
			}
			for _, cap := range []int{20, 0} {
				least := time.Hour
				var v Validation
				for range 3 {
					start := time.Now()
					v = ubl21.Validate(tree, cap)
					least = min(least, time.Since(start))
				}
				perMB := time.Duration(float64(least) * 1e6 / float64(len(doc)))
				t.Logf("at most %d findings: %v per MB, %d findings and %d more", cap, perMB.Round(10*time.Microsecond), len(v.Findings), v.More)
				bound := limit
				if cap == 0 {
					bound *= 10 // every finding is written out, tens of thousands in a megabyte
				}
				if perMB > bound {
					t.Errorf("at most %d findings: %v per MB", cap, perMB)
				}
			}
		})
	}
}
