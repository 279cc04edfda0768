package check

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/report"
)

// TestJSON reads JSON, and what may be taken for it.
func TestJSON(t *testing.T) {
	lines, err := os.ReadFile("../testdata/facture.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		name, doc, syntax string
		rules             string // of the findings, with their lines
		verdict           report.Verdict
		profile           string
	}{
		{"an invoice", string(lines), "json", "", report.Valid, ProfileEN16931},
		{"a byte order mark", "\ufeff\n" + `{"terms":{}}`, "json", "", report.Valid, ProfileEN16931},
		{"terms alone", `{"BT-1":"1"}`, "json", "", report.Valid, ProfileEN16931},
		{"a profile of Factur-X", `{"syntax":"cii","terms":{"BG-2":{"BT-24":"urn:factur-x.eu:1p0:minimum"}}}`, "json", "", report.Valid, ProfileFacturXMinimum},
		{"the same from UBL", `{"syntax":"ubl","terms":{"BG-2":{"BT-24":"urn:factur-x.eu:1p0:minimum"}}}`, "json", "", report.Valid, ProfileEN16931},
		{"an unreadable value", "{\"terms\":{\n\"BT-2\":\"12/03/2026\"}}", "json", "RD-DATE 2", report.Invalid, ProfileEN16931},
		{"two mistakes", "{\"terms\":{\"BT-1O\":\"1\",\n\"BT-2\":20260312}}", "json", "RD-JSON 1, RD-JSON 2", report.Unreadable, ""},
		{"an array", `[{"BT-1":"1"}]`, "json", "RD-JSON 1", report.Unreadable, ""},
		{"cut off", `{"terms":{"BT-1":"1"`, "json", "RD-JSON 1", report.Unreadable, ""},
		{"UTF-16", "\xff\xfe{\x00}\x00", "json", "RD-JSON 1", report.Unreadable, ""},
		{"UTF-16, the other way round", "\xfe\xff\x00{\x00}", "json", "RD-JSON 1", report.Unreadable, ""},
		{"a text in brackets", "[monday] buy ink", "", "RD-TEXT 0", report.Unreadable, ""},
		{"a bracket", "[", "", "RD-TEXT 0", report.Unreadable, ""},
		{"RTF", `{\rtf1 invoice}`, "", "RD-OTHER-FORMAT 0", report.Unreadable, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			rep, err := Reader(t.Context(), "-", strings.NewReader(test.doc), -1, Options{Layers: []report.LayerID{report.Read}})
			if err != nil {
				t.Fatal(err)
			}
			if err := rep.Validate(); err != nil {
				t.Error(err)
			}
			var rules []string
			for _, f := range rep.Findings {
				rules = append(rules, f.Rule+" "+string(rune('0'+f.Line)))
			}
			got := []string{rep.Syntax, strings.Join(rules, ", "), string(rep.Verdict()), rep.Profile}
			if diff := cmp.Diff([]string{test.syntax, test.rules, string(test.verdict), test.profile}, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestJSONLayers asks for the layers of JSON: it has no schema, whoever asks for one.
func TestJSONLayers(t *testing.T) {
	doc, err := Read(t.Context(), strings.NewReader("{\"terms\":\n{\"BT-1\":\"1\"}}"), -1, Limits{})
	if err != nil {
		t.Fatal(err)
	}
	if line, ok := doc.SourceLine(2); line != `{"BT-1":"1"}}` || !ok {
		t.Errorf("line 2 is %q, %v", line, ok)
	}
	if line, ok := doc.SourceLine(0); ok {
		t.Errorf("line 0 is %q", line)
	}
	for _, schema := range []string{"", "ubl-2.1"} {
		rep, err := Report("-", doc, nil, Options{Schema: schema})
		if err != nil {
			t.Fatal(err)
		}
		if l, ok := rep.Layer(report.XSD); !ok || l.State != report.NotApplicable || l.Reason.Validate() != nil {
			t.Errorf("schema %q: layer %+v", schema, l)
		}
	}
}

// TestJSONMistakes asks for all the mistakes of a document, those beyond the limit counted.
func TestJSONMistakes(t *testing.T) {
	const mistakes = 130
	doc := `{"terms":{` + strings.Repeat(`"BT-999":"1",`, mistakes) + `"BT-1":"1"}}`
	_, err := Read(t.Context(), strings.NewReader(doc), -1, Limits{})
	u, ok := err.(*UnreadableError)
	if !ok {
		t.Fatalf("error %v", err)
	}
	if n := len(u.Findings) + u.More; n != mistakes || u.More == 0 {
		t.Errorf("%d mistakes are listed and %d counted, want %d", len(u.Findings), u.More, mistakes)
	}
	rep, err := Report("-", nil, err, Options{MaxPerRule: 5})
	if err != nil {
		t.Fatal(err)
	}
	if len(rep.Findings) != 5 || rep.More["RD-JSON"] != mistakes-5 {
		t.Errorf("the report lists %d and counts %v", len(rep.Findings), rep.More)
	}
	if _, err := Read(t.Context(), strings.NewReader(doc), -1, Limits{Bytes: 20}); err == nil || !strings.Contains(err.Error(), "20 bytes") {
		t.Errorf("beyond the limit: %v", err)
	}
}
