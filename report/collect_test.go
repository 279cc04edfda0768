package report

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// brief names findings as "rule line:column count".
func brief(r *Report) []string {
	var s []string
	for _, f := range r.Findings {
		s = append(s, fmt.Sprintf("%s %s %d:%d %d", f.Rule, f.Severity, f.Line, f.Column, f.Count))
	}
	return s
}

func at(rule string, line int) Finding { return Finding{Rule: rule, Layer: Rules, Line: line} }

func TestCollector(t *testing.T) {
	warn := func(f Finding) Finding { f.Severity = Warning; return f }
	tests := []struct {
		name string
		max  int
		add  []Finding
		want []string
		more map[string]int
	}{
		{"nothing", 2, nil, nil, nil},
		{"under the cap", 2, []Finding{at("A", 2), at("A", 1)}, []string{"A error 1:0 1", "A error 2:0 1"}, nil},
		{"over the cap", 2, []Finding{at("A", 1), at("A", 2), at("A", 3), at("A", 4), at("B", 2)},
			[]string{"A error 1:0 1", "A error 2:0 1", "B error 2:0 1"}, map[string]int{"A": 2}},
		{"the first in the file stay", 2, []Finding{at("A", 9), at("A", 8), at("A", 7), at("A", 1)},
			[]string{"A error 1:0 1", "A error 7:0 1"}, map[string]int{"A": 2}},
		{"no cap", 0, []Finding{at("A", 3), at("A", 2), at("A", 1)},
			[]string{"A error 1:0 1", "A error 2:0 1", "A error 3:0 1"}, nil},
		{"counts add up", 1, []Finding{{Rule: "A", Line: 5, Count: 10}, {Rule: "A", Line: 4, Count: 3}, {Rule: "A", Line: 6, Count: 2}},
			[]string{"A error 4:0 3"}, map[string]int{"A": 12}},
		{"no error hides behind warnings", 1, []Finding{warn(at("A", 1)), warn(at("A", 2)), at("A", 3), at("A", 4)},
			[]string{"A warning 1:0 1", "A error 3:0 1"}, map[string]int{"A": 2}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := NewCollector(tt.max)
			c.Add(tt.add...)
			var r Report
			c.Into(&r)
			if diff := cmp.Diff(tt.want, brief(&r)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			if diff := cmp.Diff(tt.more, r.More); diff != "" {
				t.Errorf("more (-want +got):\n%s", diff)
			}
			var again Report
			c.Into(&again)
			if len(again.Findings) > 0 || again.More != nil {
				t.Errorf("not empty after Into: %v", brief(&again))
			}
		})
	}
}

func TestCollectorKeepsOrderOfEquals(t *testing.T) {
	c := NewCollector(3)
	for i := range 6 {
		f := at("A", 1)
		f.Path = fmt.Sprint(i)
		c.Add(f)
	}
	first := at("A", 0)
	first.Path = "first"
	c.Add(first)
	var r Report
	c.Into(&r)
	var paths []string
	for _, f := range r.Findings {
		paths = append(paths, f.Path)
	}
	if diff := cmp.Diff([]string{"first", "0", "1"}, paths); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// Whatever the order that they come in, the report is the same.
func TestCollectorOrder(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	var all []Finding
	for i := range 500 {
		all = append(all, at(string(rune('A'+i%7)), 1+i))
	}
	report := func() *Report {
		c := NewCollector(DefaultMax)
		c.Add(all...)
		r := new(Report)
		c.Into(r)
		return r
	}
	want := report()
	if len(want.Findings) != 7*DefaultMax {
		t.Fatalf("got %d findings", len(want.Findings))
	}
	for range 20 {
		rnd.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if diff := cmp.Diff(want, report()); diff != "" {
			t.Fatalf("(-want +got):\n%s", diff)
		}
	}
}

func TestCollectorSkip(t *testing.T) {
	c := NewCollector(2)
	added := 0
	for line := range 10 {
		if c.Skip("A", Warning) {
			continue
		}
		f := at("A", 1+line)
		f.Severity = Warning
		c.Add(f)
		added++
	}
	if c.Skip("A", Error) {
		t.Error("an error is skipped for the warnings of its rule")
	}
	if c.Skip("B", Error) {
		t.Error("a rule without findings is skipped")
	}
	var r Report
	c.Into(&r)
	if added != 2 || len(r.Findings) != 2 || r.More["A"] != 8 {
		t.Errorf("added %d, findings %v, more %v", added, brief(&r), r.More)
	}
	if NewCollector(0).Skip("A", Error) {
		t.Error("skipped without a cap")
	}
}

// Layers may have collectors of their own: the report joins them.
func TestCollectorsJoin(t *testing.T) {
	var r Report
	for _, line := range []int{5, 1} {
		c := NewCollector(1)
		c.Add(at("A", line), at("A", line+1))
		c.Into(&r)
	}
	if diff := cmp.Diff([]string{"A error 1:0 1", "A error 5:0 1"}, brief(&r)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if r.More["A"] != 2 {
		t.Errorf("more: %v", r.More)
	}
}

func TestSort(t *testing.T) {
	r := Report{Findings: []Finding{
		{Rule: "B", Layer: Rules, Line: 2, Column: 1},
		{Rule: "A", Layer: Rules, Line: 2, Column: 1},
		{Rule: "A", Layer: Hygiene, Line: 2, Column: 1},
		{Rule: "Z", Layer: XSD, Severity: Info, Line: 2, Column: 1},
		{Rule: "C", Layer: Rules, Severity: Warning, Line: 2, Column: 1, Path: "1"},
		{Rule: "C", Layer: Rules, Severity: Warning, Line: 2, Column: 1, Path: "2"},
		{Rule: "D", Layer: Chorus, Line: 2},
		{Rule: "E", Layer: "other", Line: 2},
		{Rule: "F", Layer: Hygiene, Line: 1, Column: 80},
		{Rule: "G", Layer: Hygiene},
		{Rule: "H", Layer: Container},
		{Rule: "I", Layer: Rules, Line: 10},
	}}
	r.Sort()
	var got []string
	for _, f := range r.Findings {
		got = append(got, f.Rule+f.Path)
	}
	want := []string{"H", "G", "F", "D", "E", "Z", "A", "B", "C1", "C2", "A", "I"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestCount(t *testing.T) {
	r := Report{
		Findings: []Finding{
			{Rule: "A", Severity: Error}, {Rule: "A", Severity: Warning, Count: 4},
			{Rule: "B", Severity: Warning, Count: 2}, {Rule: "C", Severity: Info},
		},
		More: map[string]int{"A": 10, "B": 100, "C": 1000},
	}
	errs, warnings, infos := r.Count()
	if errs != 11 || warnings != 106 || infos != 1001 {
		t.Errorf("got %d, %d, %d", errs, warnings, infos)
	}
}

func BenchmarkCollector(b *testing.B) {
	for b.Loop() {
		c := NewCollector(DefaultMax)
		for line := range 100_000 {
			if !c.Skip("UBL-CR-561", Warning) {
				c.Add(notUsed(line))
			}
		}
		var r Report
		c.Into(&r)
	}
}
