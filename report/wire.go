package report

// The types in this file are the JSON contract: names, order and omission.

type wireReport struct {
	Schema   string         `json:"schema"`
	FX       string         `json:"fx"`
	File     string         `json:"file"`
	Syntax   string         `json:"syntax,omitempty"`
	Profile  string         `json:"profile,omitempty"`
	Target   string         `json:"target,omitempty"`
	Verdict  Verdict        `json:"verdict"`
	Only     []LayerID      `json:"only,omitempty"`
	Disabled []wireDisabled `json:"disabled,omitempty"`
	Layers   []wireLayer    `json:"layers"`
	Findings []wireFinding  `json:"findings"`
	More     map[string]int `json:"more,omitempty"`
}

type wireBatch struct {
	Schema   string        `json:"schema"`
	Findings []wireFinding `json:"findings"`
}

type wireDisabled struct {
	Rule   string `json:"rule"`
	Reason string `json:"reason"`
}

type wireLayer struct {
	ID          LayerID   `json:"id"`
	State       State     `json:"state"`
	Artefact    string    `json:"artefact,omitempty"`
	Version     string    `json:"version,omitempty"`
	Reason      *wireText `json:"reason,omitempty"`
	NotExamined []string  `json:"notExamined,omitempty"`
}

type wireFinding struct {
	Rule     string    `json:"rule"`
	Layer    LayerID   `json:"layer"`
	Severity Severity  `json:"severity"`
	Files    []string  `json:"files,omitempty"`
	Terms    []string  `json:"terms,omitempty"`
	Path     string    `json:"path,omitempty"`
	Line     int       `json:"line,omitempty"`
	Column   int       `json:"column,omitempty"`
	Missing  bool      `json:"missing,omitempty"`
	Object   string    `json:"object,omitempty"`
	Page     int       `json:"page,omitempty"`
	Found    string    `json:"found,omitempty"`
	Expected string    `json:"expected,omitempty"`
	Count    int       `json:"count"`
	Message  wireText  `json:"message"`
	Fix      *wireText `json:"fix,omitempty"`
}

type wireText struct {
	EN string `json:"en"`
	FR string `json:"fr"`
}

func (r *Report) wire() *wireReport {
	w := &wireReport{
		Schema: SchemaReport, FX: r.FX, File: r.File,
		Syntax: r.Syntax, Profile: r.Profile, Target: r.Target,
		Verdict: r.Verdict(), Only: r.Only,
		Layers:   make([]wireLayer, 0, len(r.Layers)),
		Findings: wireFindings(r.Findings),
		More:     r.More,
	}
	if w.FX == "" {
		w.FX = "(devel)"
	}
	for _, d := range r.Disabled {
		w.Disabled = append(w.Disabled, wireDisabled{d.Rule, d.Reason})
	}
	for _, l := range r.Layers {
		w.Layers = append(w.Layers, wireLayer{
			l.ID, l.State, l.Artefact, l.Version, optional(l.Reason, nil), l.NotExamined,
		})
	}
	return w
}

// wireFindings are those of one file: they have a place.
func wireFindings(findings []Finding) []wireFinding {
	w := make([]wireFinding, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		wf := f.wire()
		wf.Path, wf.Line, wf.Column, wf.Missing = f.Path, f.Line, f.Column, f.Missing
		wf.Object, wf.Page = f.Object, f.Page
		w = append(w, wf)
	}
	return w
}

// batch findings are about several files: they have these instead.
func batch(findings []Finding) wireBatch {
	w := wireBatch{SchemaBatch, make([]wireFinding, 0, len(findings))}
	for i := range findings {
		wf := findings[i].wire()
		wf.Files = findings[i].Files
		w.Findings = append(w.Findings, wf)
	}
	return w
}

func (f *Finding) wire() wireFinding {
	return wireFinding{
		Rule: f.Rule, Layer: f.Layer, Severity: f.Severity, Terms: f.Terms,
		Found: cut(f.Found, maxValue), Expected: cut(f.Expected, maxValue), Count: f.Nodes(),
		Message: wireText{f.Message.In(EN, f.Args...), f.Message.In(FR, f.Args...)},
		Fix:     optional(f.Fix, f.Args),
	}
}

func optional(t Text, args []Arg) *wireText {
	if t.IsZero() {
		return nil
	}
	return &wireText{t.In(EN, args...), t.In(FR, args...)}
}
