package report

import (
	"strings"
	"testing"
)

func wantError(t *testing.T, err error, part string) {
	t.Helper()
	if part == "" && err != nil || part != "" && (err == nil || !strings.Contains(err.Error(), part)) {
		t.Errorf("got %v, want %q", err, part)
	}
}

func TestFindingValidate(t *testing.T) {
	tests := []struct {
		name   string
		change func(f *Finding)
		want   string
	}{
		{"fine", func(*Finding) {}, ""},
		{"no fix", func(f *Finding) { f.Fix = Text{} }, ""},
		{"terms with sub-items", func(f *Finding) { f.Terms = []string{"BT-29-1", "BG-X-3", "EXT-FR-FE-01"} }, ""},
		{"all kinds of arguments", func(f *Finding) {
			f.Args = append(f.Args, A("1", 1), A("2", Date("")), A("3", "\x1b"), A("4", []string{}), A("5", Text{"a {{", "b"}))
		}, ""},
		{"no rule", func(f *Finding) { f.Rule = "" }, "rule"},
		{"rule with a space", func(f *Finding) { f.Rule = "BR 1" }, "rule"},
		{"no layer", func(f *Finding) { f.Layer = "" }, "layer"},
		{"unknown severity", func(f *Finding) { f.Severity = 3 }, "severity"},
		{"negative line", func(f *Finding) { f.Line = -1 }, "negative"},
		{"negative count", func(f *Finding) { f.Count = -1 }, "negative"},
		{"column without line", func(f *Finding) { f.Line = 0 }, "column"},
		{"no term", func(f *Finding) { f.Terms = []string{"112"} }, `"112"`},
		{"term in small letters", func(f *Finding) { f.Terms = []string{"bt-112"} }, "bt-112"},
		{"no message", func(f *Finding) { f.Message = Text{} }, "empty"},
		{"neither message nor fix", func(f *Finding) { f.Message, f.Fix = Text{}, Text{} }, "empty"},
		{"fix in one language", func(f *Finding) { f.Fix.FR = "" }, "french"},
		{"message with a line end", func(f *Finding) { f.Message.EN += "\n" }, "space"},
		{"no arguments", func(f *Finding) { f.Args = nil }, "{found}"},
		{"two arguments of one name", func(f *Finding) { f.Args = append(f.Args, f.Args[0]) }, "two arguments"},
		{"an argument of another kind", func(f *Finding) { f.Args[0].Value = 1.5 }, "float64"},
		{"an argument in one language", func(f *Finding) { f.Args[0].Value = Text{EN: "a"} }, "french"},
		{"an argument that wants arguments", func(f *Finding) { f.Args[0].Value = Text{"{a}", "{a}"} }, "open placeholders"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			f := total(120, 9)
			tt.change(&f)
			wantError(t, f.Validate(), tt.want)
		})
	}
}

func TestReportValidate(t *testing.T) {
	tests := []struct {
		name   string
		change func(r *Report)
		want   string
	}{
		{"fine", func(*Report) {}, ""},
		{"unknown layer", func(r *Report) { r.Layers[0].ID = "x" }, "unknown layer"},
		{"unknown state", func(r *Report) { r.Layers[0].State = "" }, "unknown state"},
		{"layers out of order", func(r *Report) { r.Layers[0], r.Layers[1] = r.Layers[1], r.Layers[0] }, "out of order"},
		{"a layer twice", func(r *Report) { r.Layers[1].ID = Read }, "out of order"},
		{"reason for what ran", func(r *Report) { r.Layers[1].Reason = notBuilt }, "ran"},
		{"no reason", func(r *Report) { r.Layers[1].State = Skipped }, "reason"},
		{"reason that wants arguments", func(r *Report) { r.Layers[1].State, r.Layers[1].Reason = Skipped, Text{"{a}", "{a}"} }, "open placeholders"},
		{"parts of what did not run", func(r *Report) {
			r.Layers[1] = Layer{ID: XSD, State: Skipped, Reason: notBuilt, NotExamined: []string{"fonts"}}
		}, "examine"},
		{"only an unknown layer", func(r *Report) { r.Only = []LayerID{"x"} }, "only"},
		{"only a layer twice", func(r *Report) { r.Only = []LayerID{XSD, XSD} }, "twice"},
		{"a bad finding", func(r *Report) { r.Findings[0].Rule = "" }, "rule"},
		{"findings out of order", func(r *Report) { r.Findings[0].Line, r.Findings[0].Column = 900, 1 }, "out of order"},
		{"finding of a layer that is not listed", func(r *Report) { r.Findings[0].Layer = Container }, "did not run"},
		{"finding of a layer that was skipped", func(r *Report) { r.Findings[0].Layer = Chorus }, "did not run"},
		{"more of a rule without findings", func(r *Report) { r.More = map[string]int{"X": 1} }, "no finding"},
		{"more of none", func(r *Report) { r.More = map[string]int{"BR-16": 0} }, "counts 0"},
		{"disabled without a rule", func(r *Report) { r.Disabled = []Disabled{{}} }, "disabled"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := samples()["invalid"]
			tt.change(r)
			wantError(t, r.Validate(), tt.want)
		})
	}
}

func TestSeverityText(t *testing.T) {
	for s, want := range map[Severity]string{Error: "error", Warning: "warning", Info: "info"} {
		b, err := s.MarshalText()
		if err != nil || string(b) != want {
			t.Errorf("%d: got %q, %v", s, b, err)
		}
		var back Severity = 9
		if err := back.UnmarshalText(b); err != nil || back != s {
			t.Errorf("%q: got %d, %v", b, back, err)
		}
	}
	if err := new(Severity).UnmarshalText([]byte("fatal")); err == nil {
		t.Error("fatal is accepted")
	}
	if got := Severity(7).String(); got != "severity(7)" {
		t.Errorf("got %q", got)
	}
}
