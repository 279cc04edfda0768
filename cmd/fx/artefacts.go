package main

import (
	"context"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// artefact is one row of the table that fx version prints.
type artefact struct{ name, version report.Text }

// artefacts lists the standards, schemas and rules in this program. The last two are asked of check itself, by a check of empty invoices in all
// profiles: the list cannot claim what no check runs.
func artefacts(ctx context.Context) []artefact {
	rows := []artefact{
		{report.Text{EN: "semantic model", FR: "modèle sémantique"}, model()},
		{report.Text{EN: "syntaxes", FR: "syntaxes"}, report.Text{EN: "UBL 2.1 (Invoice, CreditNote), CII D16B and D22B", FR: "UBL 2.1 (Invoice, CreditNote), CII D16B et D22B"}},
		{report.Text{EN: "profiles", FR: "profils"}, literal(strings.Join(check.Profiles(), ", "))},
	}
	ran, layers := layersRun(ctx)
	for _, id := range layers {
		name := layerWords[id]
		if len(ran[id]) == 0 {
			rows = append(rows, artefact{name, notBuilt})
			continue
		}
		for _, version := range ran[id] {
			rows = append(rows, artefact{name, version})
			name = report.Text{}
		}
	}
	return rows
}

// model counts the terms and groups of the standard.
func model() report.Text {
	terms, groups := 0, 0
	for t := en16931.Term(1); t < en16931.NumTerms; t++ {
		switch {
		case t.IsGroup():
			groups++
		case t.Type() != en16931.TypeAttribute:
			terms++
		}
	}
	return report.Text{EN: "EN 16931-1: {terms} terms in {groups} groups", FR: "EN 16931-1 : {terms} termes en {groups} groupes"}.With(
		report.A("terms", terms), report.A("groups", groups))
}

// layersRun returns the official artefacts that the layers of checks run, and the layers.
func layersRun(ctx context.Context) (ran map[report.LayerID][]report.Text, layers []report.LayerID) {
	ran = map[report.LayerID][]report.Text{}
	layers = []report.LayerID{report.XSD, report.Rules, report.Chorus, report.Hygiene}
	for _, profile := range check.Profiles() {
		for _, doc := range emptyInvoices {
			o := check.Options{Profile: profile, Target: check.TargetChorus, MaxPerRule: 1}
			rep, err := check.Reader(ctx, "-", strings.NewReader(doc), int64(len(doc)), o)
			if err != nil {
				continue
			}
			for _, l := range rep.Layers {
				if text := ranAs(l); l.State == report.Ran && !slices.Contains(ran[l.ID], text) {
					ran[l.ID] = append(ran[l.ID], text)
				}
			}
		}
	}
	return ran, layers
}

func ranAs(l report.Layer) report.Text {
	if l.Artefact == "" {
		return report.Text{EN: "built in", FR: "intégré"}
	}
	return literal(strings.TrimSpace(l.Artefact + " " + l.Version))
}

// emptyInvoices are the smallest documents that are read as invoices.
var emptyInvoices = []string{
	`<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"/>`,
	`<CreditNote xmlns="urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"/>`,
	`<CrossIndustryInvoice xmlns="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"/>`,
}

var (
	notBuilt = report.Text{EN: "not built yet", FR: "pas encore disponible"}

	layerWords = map[report.LayerID]report.Text{
		report.XSD:     {EN: "XML schemas", FR: "schémas XML"},
		report.Rules:   {EN: "official rules", FR: "règles officielles"},
		report.Chorus:  {EN: "Chorus Pro rules", FR: "règles de Chorus Pro"},
		report.Hygiene: {EN: "plausibility", FR: "vraisemblance"},
	}
)
