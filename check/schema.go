package check

import (
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/schemas"
)

// schemaOf returns the name of the schema that a profile is checked against in a syntax, "" where the profile does not exist in it.
func schemaOf(profile, syntax string) string {
	switch {
	case syntax == "ubl" && (profile == ProfileEN16931 || profile == ProfileChorusE1):
		return "ubl-2.1"
	case syntax == "cii" && profile == ProfileEN16931:
		return "cii-d16b"
	case syntax == "cii" && profile != ProfileChorusE1:
		return profile // a Factur-X profile has a schema of its name
	}
	return ""
}

// checkSchema checks a document against the schema of its profile, or against the one that the caller named.
func checkSchema(profile string, doc *Document, o Options, found *report.Collector) (report.Layer, error) {
	if doc.tree == nil {
		return report.Layer{ID: report.XSD, State: report.NotApplicable, Reason: noXML}, nil
	}
	name := o.Schema
	if name == "" {
		name = schemaOf(profile, doc.Syntax)
	}
	schema, ok := schemas.ByName(name)
	if !ok {
		return report.Layer{ID: report.XSD, State: report.NotApplicable,
			Reason: noSchema.With(report.A("profile", profile), report.A("syntax", strings.ToUpper(doc.Syntax)))}, nil
	}
	result := schema.Validate(doc.tree, o.maxPerRule())
	found.Add(result.Findings...)
	if result.More > 0 {
		found.Count(schemas.Rule, report.Error, result.More)
	}
	if o.SecondOpinion != "" {
		if err := secondOpinion(schema, doc, o.SecondOpinion, result.Valid(), found); err != nil {
			return report.Layer{}, err
		}
	}
	return report.Layer{ID: report.XSD, State: report.Ran, Artefact: schema.Name(), Version: schema.Version()}, nil
}

// secondOpinion asks libxml2 and reports where it disagrees.
func secondOpinion(schema *schemas.Schema, doc *Document, standards string, valid bool, found *report.Collector) error {
	second, err := schemas.OpenSecond(schema, standards)
	if err != nil {
		return fmt.Errorf("second opinion: %w", err)
	}
	defer second.Close()
	opinion, err := second.Validate(doc.tree)
	if err != nil {
		return fmt.Errorf("second opinion: %w", err)
	}
	if opinion.Valid == valid {
		return nil
	}
	f := report.Finding{Rule: "XSD-SECOND", Layer: report.XSD, Severity: report.Warning, Message: secondValid}
	if !opinion.Valid && len(opinion.Errors) > 0 {
		first := opinion.Errors[0]
		f.Line, f.Path, f.Message = first.Line, first.Path, secondInvalid
		f.Args = []report.Arg{report.A("message", first.Message)}
	}
	found.Add(f)
	return nil
}

var (
	noXML = report.Text{EN: "JSON has no XML Schema; what fx convert makes of it has",
		FR: "le JSON n'a pas de schéma XML ; ce que fx convert en tire en a un"}
	noSchema      = report.Text{EN: "profile {profile} has no schema for {syntax}", FR: "le profil {profile} n'a pas de schéma pour {syntax}"}
	secondValid   = report.Text{EN: "libxml2 finds nothing wrong with the schema, against fx.", FR: "libxml2 ne trouve rien à redire au schéma, contrairement à fx."}
	secondInvalid = report.Text{EN: "libxml2 disagrees with fx: {message}", FR: "libxml2 n'est pas d'accord avec fx : {message}"}
)
