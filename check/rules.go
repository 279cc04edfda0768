package check

import (
	"slices"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/cii"
	"github.com/fxinvoice/fx/internal/hygiene"
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/ubl"
)

// rulesets are the artefacts that fx has the rules of.
func rulesets() []*shape.Table {
	return append([]*shape.Table{ubl.Rules(), cii.Rules()}, cii.FacturXRules()...)
}

// rulesetOf returns the artefact whose rules a profile is checked by in a syntax, nil where fx has it not.
func rulesetOf(profile, syntax string) *shape.Table {
	name := profile // a Factur-X profile has an artefact of its name
	if profile == ProfileEN16931 {
		name += "-" + syntax
	} else if syntax != "cii" {
		return nil
	}
	for _, t := range rulesets() {
		if t.Artefact == name {
			return t
		}
	}
	return nil
}

// checkRules checks a document by the official rules of its profile.
func checkRules(profile string, doc *Document, o Options, found *report.Collector) report.Layer {
	if profile == ProfileChorusE1 {
		return report.Layer{ID: report.Rules, State: report.NotApplicable, Reason: noRules}
	}
	if doc.tree == nil {
		return jsonRules(profile, doc, o, found)
	}
	table := rulesetOf(profile, doc.Syntax)
	if table == nil {
		return report.Layer{ID: report.Rules, State: report.Skipped, Reason: notBuilt}
	}
	if target, _ := Target(doc, o); target != TargetChorus {
		return runRules(table, doc.tree, o, found)
	}
	official := report.NewCollector(0)
	layer := runRules(table, doc.tree, o, official)
	var r report.Report
	official.Into(&r)
	accepted(doc, &r)
	found.Add(r.Findings...)
	return layer
}

// checkHygiene asks whether the data is plausible.
func checkHygiene(doc *Document, o Options, found *report.Collector) report.Layer {
	if failed := hygiene.Check(doc.Invoice, found, o.disabled()...); len(failed) > 0 {
		return report.Layer{ID: report.Hygiene, State: report.Failed, Reason: brokeDown.With(report.A("rules", failed))}
	}
	return report.Layer{ID: report.Hygiene, State: report.Ran}
}

// runRules runs an artefact over a document.
func runRules(table *shape.Table, tree *xmltree.Tree, o Options, found *report.Collector) report.Layer {
	layer := report.Layer{ID: report.Rules, State: report.Ran, Artefact: table.Artefact, Version: table.Version}
	if failed := shape.Run(table, tree, shape.Options{Disabled: o.disabled()}, found).Failed; len(failed) > 0 {
		layer.State, layer.Reason = report.Failed, brokeDown.With(report.A("rules", slices.Compact(slices.Sorted(slices.Values(failed)))))
	}
	return layer
}

// Rules returns the IDs of all rules that fx can run, sorted.
func Rules() []string {
	var all []string
	for _, t := range rulesets() {
		for i := range t.Rows {
			all = append(all, t.Rows[i].ID)
		}
	}
	for _, r := range hygiene.Rules() {
		all = append(all, r.ID)
	}
	for _, r := range choruspro.Rules() {
		all = append(all, r.ID)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// disabled returns the IDs of the rules that are switched off.
func (o Options) disabled() []string {
	ids := make([]string, len(o.Disabled))
	for i, d := range o.Disabled {
		ids[i] = d.Rule
	}
	return ids
}

// switchedOff lists in the report the rules that are switched off, each with the worst severity that it has anywhere.
func switchedOff(rules []report.Disabled) []report.Disabled {
	all := slices.Clone(rules)
	for i := range all {
		all[i].Severity = report.Info
		if s, ok := hygiene.Severity(all[i].Rule); ok {
			all[i].Severity = s
		}
		if r, ok := choruspro.RuleByID(all[i].Rule); ok {
			all[i].Severity = r.Levels[0].Severity
		}
		for _, t := range rulesets() {
			for j := range t.Rows {
				if r := &t.Rows[j]; r.ID == all[i].Rule {
					all[i].Severity = min(all[i].Severity, r.Severity)
				}
			}
		}
	}
	return all
}

var (
	noRules   = report.Text{EN: "Chorus Pro's E1 flow is not checked by EN 16931", FR: "le flux E1 de Chorus Pro n'est pas contrôlé selon l'EN 16931"}
	brokeDown = report.Text{EN: "rules broke down in fx itself: {rules}", FR: "des règles ont échoué dans fx lui-même : {rules}"}
)
