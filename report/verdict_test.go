package report

import "testing"

func TestVerdict(t *testing.T) {
	errorOf := func(l LayerID) Finding { return Finding{Rule: "R-1", Layer: l, Severity: Error} }
	skipped := func(id LayerID) Layer { return Layer{ID: id, State: Skipped, Reason: notBuilt} }
	failed := func(id LayerID) Layer { return Layer{ID: id, State: Failed, Reason: notBuilt} }
	without := func(id LayerID) Layer { return Layer{ID: id, State: NotApplicable, Reason: notBuilt} }
	tests := []struct {
		name string
		r    Report
		want Verdict
	}{
		{"all ran", Report{Layers: ran(Read, XSD, Rules)}, Valid},
		{"warnings and notes", Report{
			Layers:   ran(Read, Rules),
			Findings: []Finding{{Rule: "W-1", Severity: Warning}, {Rule: "I-1", Severity: Info}},
			More:     map[string]int{"W-1": 4980},
		}, Valid},
		{"an error", Report{Layers: ran(Read, Rules), Findings: []Finding{errorOf(Rules)}}, Invalid},
		{"a severity that nobody knows", Report{Layers: ran(Read), Findings: []Finding{{Rule: "R-1", Severity: 7}}}, Invalid},
		{"nothing at all", Report{}, Incomplete},
		{"skipped", Report{Layers: append(ran(Read), skipped(XSD))}, Incomplete},
		{"failed", Report{Layers: append(ran(Read), failed(Rules))}, Incomplete},
		{"state not set", Report{Layers: append(ran(Read), Layer{ID: XSD})}, Incomplete},
		{"not applicable", Report{Layers: append(ran(Read), without(Rules))}, Valid},
		{"nothing but not applicable", Report{Layers: []Layer{without(Rules)}}, Incomplete},
		{"error and skipped", Report{Layers: append(ran(Read), skipped(XSD)), Findings: []Finding{errorOf(Read)}}, Invalid},
		{"not read", Report{Layers: []Layer{failed(Read)}}, Unreadable},
		{"not read, with an error", Report{Layers: []Layer{failed(Read), skipped(Rules)}, Findings: []Finding{errorOf(Read)}}, Unreadable},
		{"not read, not asked for", Report{Layers: append([]Layer{failed(Read)}, ran(Hygiene)...), Only: []LayerID{Hygiene}}, Unreadable},
		{"others not asked for", Report{Layers: append(ran(Read, XSD), NotAsked(Rules)), Only: []LayerID{Read, XSD}}, Valid},
		{"asked for, skipped", Report{Layers: append(ran(Read), skipped(XSD), NotAsked(Rules)), Only: []LayerID{XSD}}, Incomplete},
		{"asked for, not listed", Report{Layers: ran(Read, XSD), Only: []LayerID{XSD, Chorus}}, Incomplete},
		{"only what is not applicable", Report{Layers: append(ran(Read), without(Chorus)), Only: []LayerID{Chorus}}, Incomplete},
		{"error outside of what was asked for", Report{Layers: ran(Read, XSD), Only: []LayerID{XSD}, Findings: []Finding{errorOf(Read)}}, Invalid},
		{"error rule disabled", Report{Layers: ran(Read), Disabled: []Disabled{{Rule: "R-1"}}}, Incomplete},
		{"error rule disabled for a reason", Report{Layers: ran(Read), Disabled: []Disabled{{Rule: "R-1", Reason: "agreed"}}}, Valid},
		{"warning disabled", Report{Layers: ran(Read), Disabled: []Disabled{{Rule: "R-1", Severity: Warning}}}, Valid},
		{"disabled and an error", Report{Layers: ran(Read), Disabled: []Disabled{{Rule: "R-1"}}, Findings: []Finding{errorOf(Read)}}, Invalid},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := tt.r.Verdict(); got != tt.want {
				t.Errorf("got %s, want %s", got, tt.want)
			}
		})
	}
}

func TestExitCode(t *testing.T) {
	valid := &Report{Layers: ran(Read)}
	invalid := &Report{Layers: ran(Read), Findings: []Finding{{Rule: "R-1"}}}
	incomplete := &Report{}
	unreadable := &Report{Layers: []Layer{{ID: Read, State: Failed}}}
	tests := []struct {
		name    string
		reports []*Report
		want    int
	}{
		{"none", nil, 0},
		{"valid", []*Report{valid, valid}, 0},
		{"one invalid", []*Report{valid, invalid}, 1},
		{"one unreadable", []*Report{unreadable, valid}, 1},
		{"one incomplete", []*Report{valid, incomplete}, 3},
		{"incomplete, then invalid", []*Report{incomplete, invalid}, 1},
		{"unreadable, then incomplete", []*Report{unreadable, incomplete}, 1},
	}
	for _, tt := range tests {
		if got := ExitCode(tt.reports...); got != tt.want {
			t.Errorf("%s: got %d, want %d", tt.name, got, tt.want)
		}
	}
}

func TestTally(t *testing.T) {
	var tally Tally
	for _, v := range []Verdict{Valid, Invalid, Incomplete, Unreadable, Valid} {
		tally.Add(v)
	}
	if want := (Tally{Valid: 2, Invalid: 1, Incomplete: 1, Unreadable: 1}); tally != want {
		t.Errorf("got %+v, want %+v", tally, want)
	}
	if tally.Files() != 5 {
		t.Errorf("got %d files", tally.Files())
	}

	batch := Tally{Valid: 2}
	batch.AddBatch([]Finding{{Severity: Warning}})
	if got := batch.ExitCode(); got != 0 {
		t.Errorf("a warning about several files gives %d", got)
	}
	batch.AddBatch(together())
	if got := batch.ExitCode(); got != 1 {
		t.Errorf("an error about several files gives %d", got)
	}
}
