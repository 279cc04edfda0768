package check

import (
	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/report"
)

// Target returns the receiving system whose own rules a document is checked by, TargetChorus or TargetNone, and where the file itself has asked for it
// by what. Options that name a target leave why empty.
func Target(doc *Document, o Options) (target string, why report.Text) {
	switch o.Target {
	case TargetChorus, TargetNone:
		return o.Target, report.Text{}
	}
	if doc.tree != nil {
		if why, ok := choruspro.Declared(doc.tree); ok {
			return TargetChorus, why
		}
	}
	return TargetNone, report.Text{}
}

// PublicBuyer says that a document's buyer is known to receive invoices by Chorus Pro, and who it is.
func PublicBuyer(doc *Document, o Options) (who report.Text, ok bool) {
	if doc.tree == nil {
		return report.Text{}, false
	}
	return choruspro.PublicRecipient(doc.tree, o.Recipients)
}

// chorusDocument is a document as Chorus Pro's rules see it; profile is "" as long as it is not known.
func chorusDocument(doc *Document, profile string) choruspro.Document {
	return choruspro.Document{Tree: doc.tree, Profile: profile, FromPDF: doc.container != nil}
}

// checkChorus checks a document by the rules of Chorus Pro.
func checkChorus(profile string, doc *Document, o Options, found *report.Collector) report.Layer {
	if doc.tree == nil {
		return report.Layer{ID: report.Chorus, State: report.Skipped, Reason: notDeposited}
	}
	result := choruspro.Check(chorusDocument(doc, profile), choruspro.Options{Recipients: o.Recipients, AsOf: o.AsOf, Disabled: o.disabled()}, found)
	if len(result.Failed) > 0 {
		return report.Layer{ID: report.Chorus, State: report.Failed, Reason: brokeDown.With(report.A("rules", result.Failed))}
	}
	return report.Layer{ID: report.Chorus, State: report.Ran, NotExamined: result.NotExamined}
}

// accepted makes warnings of the official findings that Chorus Pro is known to accept.
func accepted(doc *Document, r *report.Report) {
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Severity != report.Error {
			continue
		}
		why, ok := choruspro.Accepted(doc.tree, *f)
		if !ok {
			continue
		}
		f.Severity = report.Warning
		f.Args = append(f.Args, report.A("official", f.Message.With(f.Args...)), report.A("accepted", why))
		f.Message = report.Text{EN: "{official} {accepted}", FR: "{official} {accepted}"}
		f.Fix = report.Text{}
	}
}

var notDeposited = report.Text{EN: "JSON is not what Chorus Pro takes: convert it first", FR: "Chorus Pro ne prend pas de JSON : convertissez-le d'abord"}
