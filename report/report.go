package report

import (
	"fmt"
	"slices"
)

// Report is what the checks of one invoice say. Its verdict follows from its
// layers and findings: see [Report.Verdict].
type Report struct {
	FX      string // the version of fx that made it; empty prints "(devel)"
	File    string // the argument exactly as given; "a.zip!member" for a member
	Syntax  string // "ubl", "cii" or "json"; empty if unknown
	Profile string // the profile that was checked; empty if unknown
	Target  string // the receiving system whose rules were asked for: "chorus"; empty for none

	Layers   []Layer        // all layers of the announced profile, in order
	Findings []Finding      // sorted, see Sort
	Only     []LayerID      // what the checks were narrowed to; empty means nothing was left out
	Disabled []Disabled     // rules that were switched off
	More     map[string]int // by rule: nodes beyond those that Findings stand for
}

// Disabled is a rule that was switched off.
type Disabled struct {
	Rule     string
	Severity Severity // the rule's severity; not in the JSON, but an error makes a verdict incomplete
	Reason   string   // the user's own words; empty means that none was given
}

// Sort puts findings in the order that reports list them in: by line, column,
// layer, severity and rule, those without a place first. It is stable.
func (r *Report) Sort() { sortFindings(r.Findings) }

func sortFindings(f []Finding) {
	slices.SortStableFunc(f, func(a, b Finding) int { return compare(&a, &b) })
}

// Layer returns the layer and whether the report lists it.
func (r *Report) Layer(id LayerID) (Layer, bool) {
	for _, l := range r.Layers {
		if l.ID == id {
			return l, true
		}
	}
	return Layer{}, false
}

// Asked reports whether the layer is among those that were asked for.
func (r *Report) Asked(id LayerID) bool {
	return len(r.Only) == 0 || slices.Contains(r.Only, id)
}

// Count returns how many nodes have a finding of each severity, those that
// More only counts included.
func (r *Report) Count() (errs, warnings, infos int) {
	var n [Info + 1]int
	worst := map[string]Severity{}
	for i := range r.Findings {
		f := &r.Findings[i]
		s := f.Severity
		if s > Info {
			s = Error // what nobody knows must not pass
		}
		n[s] += f.Nodes()
		if w, ok := worst[f.Rule]; !ok || s < w {
			worst[f.Rule] = s
		}
	}
	for rule, more := range r.More {
		n[worst[rule]] += more
	}
	return n[Error], n[Warning], n[Info]
}

// Validate reports what no report may have: layers twice or out of order,
// something invalid in a layer or a finding, findings out of order, a finding of
// a layer that is not listed or did not run, or a rule in More without a finding.
func (r *Report) Validate() error {
	last := 0
	for _, l := range r.Layers {
		if err := l.Validate(); err != nil {
			return err
		}
		if l.ID.order() <= last {
			return fmt.Errorf("report: layer %s is out of order", l.ID)
		}
		last = l.ID.order()
	}
	for i, id := range r.Only {
		if !id.Known() || slices.Contains(r.Only[:i], id) {
			return fmt.Errorf("report: only names an unknown layer, or one twice: %q", id)
		}
	}
	rules := map[string]bool{}
	for i := range r.Findings {
		f := &r.Findings[i]
		rules[f.Rule] = true
		if err := f.Validate(); err != nil {
			return err
		}
		if i > 0 && compare(&r.Findings[i-1], f) > 0 {
			return fmt.Errorf("report: finding %d, %s, is out of order", i, f.Rule)
		}
		if l, ok := r.Layer(f.Layer); !ok || l.State != Ran && l.State != Failed {
			return fmt.Errorf("report: finding %s is of layer %s, which did not run", f.Rule, f.Layer)
		}
	}
	for rule, n := range r.More {
		if n < 1 || !rules[rule] {
			return fmt.Errorf("report: more counts %d of %s, which has no finding", n, rule)
		}
	}
	for _, d := range r.Disabled {
		if !isID(d.Rule) {
			return fmt.Errorf("report: disabled rule %q is no identifier", d.Rule)
		}
	}
	return nil
}
