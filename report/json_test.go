package report

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func schema(t *testing.T, name string) *jsonschema.Schema {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "docs", name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	doc, err := jsonschema.UnmarshalJSON(f)
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource(name, doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func instance(t *testing.T, b []byte) any {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatalf("%v in %s", err, b)
	}
	return v
}

func TestWriteJSON(t *testing.T) {
	r := &Report{
		FX: "0.1.0", File: "facture.pdf", Syntax: "cii", Profile: "facturx-en16931", Target: "chorus",
		Layers: []Layer{
			{ID: Container, State: Ran, NotExamined: []string{"fonts"}},
			{ID: Read, State: Ran},
			{ID: XSD, State: Ran, Artefact: "facturx-en16931", Version: "1.09.2"},
			{ID: Rules, State: Ran, Artefact: "facturx-en16931", Version: "1.09.2"},
			{ID: Chorus, State: Skipped, Reason: Text{"not built yet", "pas encore réalisé"}},
			NotAsked(Hygiene),
		},
		Only:     []LayerID{XSD, Rules},
		Disabled: []Disabled{{Rule: "BR-CL-23", Reason: "<ours> & theirs"}},
		Findings: []Finding{{
			Rule: "BR-CO-15", Layer: Rules, Severity: Error, Terms: []string{"BT-112"},
			Path: "/rsm:CrossIndustryInvoice", Line: 120, Column: 9, Found: "1120.00", Expected: "1119.00",
			Message: Text{"It is {a}.", "Il vaut {a}."}, Fix: Text{"Write {b}.", "Indiquez {b}."},
			Args: []Arg{A("a", Number("1120.00")), A("b", Number("1119.00"))},
		}, {
			Rule: "PDF-AF", Layer: Container, Severity: Warning, Line: 130, Missing: true, Object: "12 0", Page: 1, Count: 2,
			Message: Text{"The control \x7f is {c}.", "Le contrôle est {c}."},
			Args:    []Arg{A("c", "\u009b\u202e\U000e0001\x1b")},
		}},
		More: map[string]int{"PDF-AF": 3, "BR-CO-15": 4980},
	}
	const want = `{"schema":"fx-report/1","fx":"0.1.0","file":"facture.pdf","syntax":"cii","profile":"facturx-en16931","target":"chorus",` +
		`"verdict":"invalid","only":["xsd","rules"],"disabled":[{"rule":"BR-CL-23","reason":"<ours> & theirs"}],` +
		`"layers":[{"id":"container","state":"ran","notExamined":["fonts"]},{"id":"read","state":"ran"},` +
		`{"id":"xsd","state":"ran","artefact":"facturx-en16931","version":"1.09.2"},` +
		`{"id":"rules","state":"ran","artefact":"facturx-en16931","version":"1.09.2"},` +
		`{"id":"chorus","state":"skipped","reason":{"en":"not built yet","fr":"pas encore réalisé"}},` +
		`{"id":"hygiene","state":"skipped","reason":{"en":"not asked for","fr":"non demandé"}}],` +
		`"findings":[{"rule":"BR-CO-15","layer":"rules","severity":"error","terms":["BT-112"],"path":"/rsm:CrossIndustryInvoice",` +
		`"line":120,"column":9,"found":"1120.00","expected":"1119.00","count":1,` +
		`"message":{"en":"It is 1,120.00.","fr":"Il vaut 1` + "\u202f" + `120,00."},"fix":{"en":"Write 1,119.00.","fr":"Indiquez 1` + "\u202f" + `119,00."}},` +
		`{"rule":"PDF-AF","layer":"container","severity":"warning","line":130,"missing":true,"object":"12 0","page":1,"count":2,` +
		`"message":{"en":"The control \u007f is \u009b\u202e\udb40\udc01\u001b.","fr":"Le contrôle est \u009b\u202e\udb40\udc01\u001b."}}],` +
		`"more":{"BR-CO-15":4980,"PDF-AF":3}}`
	var b bytes.Buffer
	if err := WriteJSON(&b, r, false); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want+"\n", b.String()); diff != "" {
		t.Errorf("line (-want +got):\n%s", diff)
	}
	if err := schema(t, "fx-report-1.schema.json").Validate(instance(t, b.Bytes())); err != nil {
		t.Error(err)
	}

	var indented, compact bytes.Buffer
	if err := WriteJSON(&indented, r, true); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(indented.String(), "{\n  \"schema\": ") {
		t.Errorf("not indented: %.40s", indented.String())
	}
	if err := json.Compact(&compact, indented.Bytes()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, strings.TrimSpace(compact.String())); diff != "" {
		t.Errorf("indented (-want +got):\n%s", diff)
	}

	marshalled, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(instance(t, []byte(want)), instance(t, marshalled)); diff != "" {
		t.Errorf("json.Marshal (-want +got):\n%s", diff)
	}
}

func TestJSONOfAnEmptyReport(t *testing.T) {
	b, err := (&Report{File: "a.xml"}).MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	want := `{"schema":"fx-report/1","fx":"(devel)","file":"a.xml","verdict":"incomplete","layers":[],"findings":[]}`
	if string(b) != want {
		t.Errorf("got %s\nwant %s", b, want)
	}
}

func TestJSONCutsValues(t *testing.T) {
	r := &Report{Findings: []Finding{{
		Rule: "R", Found: strings.Repeat("é", 1000), Expected: strings.Repeat("é", 1001), Message: Text{"{v}", "{v}"},
		Args: []Arg{A("v", strings.Repeat("x", 1<<20))},
	}}}
	w := r.wire().Findings[0]
	if w.Found != strings.Repeat("é", 1000) || w.Expected != strings.Repeat("é", 1000)+"…" {
		t.Errorf("found has %d bytes, expected %d", len(w.Found), len(w.Expected))
	}
	if want := strings.Repeat("x", 200) + "…"; w.Message.FR != want {
		t.Errorf("message has %d bytes, want %d", len(w.Message.FR), len(want))
	}
}

func TestBatchJSON(t *testing.T) {
	s := schema(t, "fx-batch-1.schema.json")
	findings := together()
	findings[0].Line, findings[0].Path = 3, "/x" // a batch has no place
	var b bytes.Buffer
	if err := WriteBatchJSON(&b, findings, false); err != nil {
		t.Fatal(err)
	}
	const want = `{"schema":"fx-batch/1","findings":[{"rule":"HY-TWICE","layer":"hygiene","severity":"error",` +
		`"files":["a.xml","b.xml","c\u001b.xml"],"terms":["BT-1"],"count":1,` +
		`"message":{"en":"3 invoices of ACME bear the number F-1.","fr":"3 factures de ACME portent le numéro F-1."},` +
		`"fix":{"en":"Give each invoice its own number.","fr":"Donnez à chaque facture son propre numéro."}}]}` + "\n"
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := s.Validate(instance(t, b.Bytes())); err != nil {
		t.Error(err)
	}
	b.Reset()
	if err := WriteBatchJSON(&b, nil, false); err != nil {
		t.Fatal(err)
	}
	if want := `{"schema":"fx-batch/1","findings":[]}` + "\n"; b.String() != want {
		t.Errorf("got %swant %s", b.String(), want)
	}
	wrong := map[string]string{
		"a report":     `{"schema":"fx-report/1","findings":[]}`,
		"no findings":  `{"schema":"fx-batch/1"}`,
		"a place":      strings.Replace(want, `"count":1`, `"count":1,"line":3`, 1),
		"no file":      strings.Replace(want, `["a.xml","b.xml","c\u001b.xml"]`, `[]`, 1),
		"no french":    strings.Replace(want, `,"fr":"3 factures de ACME portent le numéro F-1."`, ``, 1),
		"count of 0":   strings.Replace(want, `"count":1`, `"count":0`, 1),
		"unknown key":  strings.Replace(want, `"count":1`, `"count":1,"x":1`, 1),
		"unknown rule": strings.Replace(want, `HY-TWICE`, ``, 1),
	}
	for name, text := range wrong {
		if s.Validate(instance(t, []byte(text))) == nil {
			t.Errorf("%s: is accepted", name)
		}
	}
}

func TestArray(t *testing.T) {
	var b bytes.Buffer
	a := NewArray(&b)
	all := samples()
	for _, name := range []string{"valid", "invalid"} {
		if err := a.Report(all[name]); err != nil {
			t.Fatal(err)
		}
	}
	if err := a.Batch(together()); err != nil {
		t.Fatal(err)
	}
	if err := a.Close(); err != nil {
		t.Fatal(err)
	}
	golden(t, "array.json", b.String())
	list, ok := instance(t, b.Bytes()).([]any)
	if !ok || len(list) != 3 {
		t.Fatalf("got %d elements", len(list))
	}
	for i, name := range []string{"fx-report-1", "fx-report-1", "fx-batch-1"} {
		if err := schema(t, name+".schema.json").Validate(list[i]); err != nil {
			t.Error(err)
		}
	}

	b.Reset()
	if err := NewArray(&b).Close(); err != nil || b.String() != "[]\n" {
		t.Errorf("empty array: %q, %v", b.String(), err)
	}
}

// Every sample validates, and so does nothing that is a little wrong.
func TestReportSchema(t *testing.T) {
	s := schema(t, "fx-report-1.schema.json")
	for name, r := range samples() {
		if err := r.Validate(); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		b, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(instance(t, b)); err != nil {
			t.Errorf("%s: %v\n%s", name, err, b)
		}
	}

	type object = map[string]any
	finding := func(r object) object { return r["findings"].([]any)[0].(object) }
	layer := func(r object, i int) object { return r["layers"].([]any)[i].(object) }
	wrong := []struct {
		name   string
		sample string
		change func(r object)
	}{
		{"another version", "valid", func(r object) { r["schema"] = "fx-report/2" }},
		{"no version of fx", "valid", func(r object) { delete(r, "fx") }},
		{"empty version of fx", "valid", func(r object) { r["fx"] = "" }},
		{"no file", "valid", func(r object) { delete(r, "file") }},
		{"no layers", "valid", func(r object) { delete(r, "layers") }},
		{"no findings", "valid", func(r object) { delete(r, "findings") }},
		{"null findings", "valid", func(r object) { r["findings"] = nil }},
		{"unknown key", "valid", func(r object) { r["extra"] = true }},
		{"unknown syntax", "valid", func(r object) { r["syntax"] = "edifact" }},
		{"profile in capitals", "valid", func(r object) { r["profile"] = "EN16931" }},
		{"unknown verdict", "valid", func(r object) { r["verdict"] = "VALID" }},
		{"invalid without an error", "many", func(r object) { r["verdict"] = "invalid" }},
		{"valid with an error", "invalid", func(r object) { r["verdict"] = "valid" }},
		{"incomplete with an error", "invalid", func(r object) { r["verdict"] = "incomplete" }},
		{"valid though nothing ran", "valid", func(r object) { r["layers"] = []any{} }},
		{"unreadable though read", "invalid", func(r object) { r["verdict"] = "unreadable" }},
		{"invalid though not read", "unreadable", func(r object) { r["verdict"] = "invalid" }},
		{"empty only", "only", func(r object) { r["only"] = []any{} }},
		{"only names a layer twice", "only", func(r object) { r["only"] = []any{"xsd", "xsd"} }},
		{"only names no layer", "only", func(r object) { r["only"] = []any{"all"} }},
		{"disabled without a reason key", "disabled", func(r object) { delete(r["disabled"].([]any)[0].(object), "reason") }},
		{"a layer twice", "valid", func(r object) { layer(r, 1)["id"] = "read" }},
		{"unknown layer", "valid", func(r object) { layer(r, 1)["id"] = "signature" }},
		{"unknown state", "valid", func(r object) { layer(r, 1)["state"] = "ok" }},
		{"a reason for what ran", "valid", func(r object) { layer(r, 1)["reason"] = object{"en": "a", "fr": "b"} }},
		{"no reason for what did not", "incomplete", func(r object) { delete(layer(r, 1), "reason") }},
		{"a reason in one language", "incomplete", func(r object) { layer(r, 1)["reason"] = object{"en": "a"} }},
		{"nothing ran, parts not examined", "incomplete", func(r object) { layer(r, 1)["notExamined"] = []any{"fonts"} }},
		{"empty list of parts", "container", func(r object) { layer(r, 0)["notExamined"] = []any{} }},
		{"finding without a rule", "invalid", func(r object) { delete(finding(r), "rule") }},
		{"finding without a layer", "invalid", func(r object) { delete(finding(r), "layer") }},
		{"finding without a severity", "invalid", func(r object) { delete(finding(r), "severity") }},
		{"finding without a count", "invalid", func(r object) { delete(finding(r), "count") }},
		{"finding without a message", "invalid", func(r object) { delete(finding(r), "message") }},
		{"message without french", "invalid", func(r object) { delete(finding(r)["message"].(object), "fr") }},
		{"message with a third language", "invalid", func(r object) { finding(r)["message"].(object)["de"] = "x" }},
		{"empty fix", "invalid", func(r object) { finding(r)["fix"] = object{"en": "", "fr": ""} }},
		{"unknown severity", "invalid", func(r object) { finding(r)["severity"] = "fatal" }},
		{"count of none", "invalid", func(r object) { finding(r)["count"] = 0 }},
		{"line 0", "invalid", func(r object) { finding(r)["line"] = 0 }},
		{"column without a line", "invalid", func(r object) { finding(r)["column"] = 9 }},
		{"line as text", "invalid", func(r object) { finding(r)["line"] = "9" }},
		{"not missing", "invalid", func(r object) { finding(r)["missing"] = false }},
		{"a term that is none", "invalid", func(r object) { finding(r)["terms"] = []any{"112"} }},
		{"a rule with a space", "invalid", func(r object) { finding(r)["rule"] = "BR 15" }},
		{"a long value", "invalid", func(r object) { finding(r)["found"] = strings.Repeat("9", 1002) }},
		{"page 0", "container", func(r object) { finding(r)["page"] = 0 }},
		{"files of a batch", "invalid", func(r object) { finding(r)["files"] = []any{"a.xml"} }},
		{"more of none", "many", func(r object) { r["more"].(object)["UBL-CR-561"] = 0 }},
		{"empty more", "many", func(r object) { r["more"] = object{} }},
	}
	all := samples()
	for _, w := range wrong {
		b, err := all[w.sample].MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var r object
		if err := json.Unmarshal(b, &r); err != nil {
			t.Fatal(err)
		}
		w.change(r)
		if s.Validate(r) == nil {
			t.Errorf("%s: is accepted", w.name)
		}
	}
}

// The schema's layers are the package's, in the same order.
func TestSchemaLayers(t *testing.T) {
	b, err := os.ReadFile("../docs/fx-report-1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var doc struct {
		Defs struct {
			LayerID struct{ Enum []LayerID }
		} `json:"$defs"`
	}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(doc.Defs.LayerID.Enum, Layers()) {
		t.Errorf("schema has %v, want %v", doc.Defs.LayerID.Enum, Layers())
	}
}

func TestJSONUnknownSeverity(t *testing.T) {
	r := &Report{Findings: []Finding{{Rule: "R", Severity: 9}}}
	if err := WriteJSON(&bytes.Buffer{}, r, false); err == nil {
		t.Error("no error for severity 9")
	}
}

var errFull = errors.New("disk full")

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrors(t *testing.T) {
	r := samples()["invalid"]
	for name, err := range map[string]error{
		"WriteJSON":      WriteJSON(full{}, r, false),
		"WriteBatchJSON": WriteBatchJSON(full{}, together(), false),
		"Array":          NewArray(full{}).Report(r),
		"Array.Close":    NewArray(full{}).Close(),
		"WriteText":      WriteText(full{}, r, TextOptions{}),
		"WriteBatchText": WriteBatchText(full{}, together(), TextOptions{}),
		"WriteSummary":   WriteSummary(full{}, Tally{Valid: 1}, TextOptions{}),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: got %v", name, err)
		}
	}
}
