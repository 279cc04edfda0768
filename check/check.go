// Package check takes a file and says what is wrong with it: it finds out what the file is, reads the invoice, and runs the layers of checks
// that its profile and the caller ask for. Call File or Reader for a report, Read for the invoice alone.
//
// An invalid invoice is not an error but a report, and so is a file that is no invoice. An error means that fx could not do its work.
package check

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
	"github.com/fxinvoice/fx/schemas"
)

// Options say what to check. The zero value checks everything that the file announces.
type Options struct {
	// Profile is the name of the profile to check by; "" or "auto" finds it in the file. See Profiles.
	Profile string
	// Layers narrows the checks to some layers; nil means all.
	Layers []report.LayerID
	// Target is the receiving system whose own rules are asked for: "chorus", "none", or "" and "auto" for what the file itself declares.
	Target string
	// Schema is the name of the XML Schema to check against instead of the profile's, as schemas.ByName knows it; "" means the profile's.
	Schema string
	// SecondOpinion asks libxml2 about the schema too, where it is built in, and is the folder of the official schema files; "" asks nobody.
	SecondOpinion string
	// AsOf is the day that a file is judged on: for Chorus Pro that of its deposit. Absent means today.
	AsOf en16931.Date
	// Recipients say what recipients of Chorus Pro demand; nil knows those of its qualification platform only.
	Recipients *choruspro.Recipients
	// Disabled are rules that are not run. The report lists them; an error rule that is switched off without a reason makes a valid file incomplete.
	// Their Severity need not be given.
	Disabled []report.Disabled
	// MaxPerRule is how many findings of one rule are listed, the rest being counted: 0 means report.DefaultMax, less than 0 all.
	MaxPerRule int
	// Limits bound what is read.
	Limits Limits
	// Version is the version of the program, for the report.
	Version string
}

// Limits bound what is read; a zero field means its default: 512 MB a document, 100 levels of elements, 64 attributes on an element, 1,000
// namespace declarations in scope, 256 MB a text.
type Limits = xmltree.Limits

// The targets.
const (
	TargetAuto   = "auto"
	TargetNone   = "none"
	TargetChorus = "chorus"
)

// Validate reports an option that has no meaning.
func (o Options) Validate() error {
	if o.Profile != "" && o.Profile != ProfileAuto && !slices.Contains(Profiles(), o.Profile) {
		return fmt.Errorf("unknown profile %q", o.Profile)
	}
	for _, l := range o.Layers {
		if !l.Known() {
			return fmt.Errorf("unknown layer %q", string(l))
		}
	}
	if _, ok := schemas.ByName(o.Schema); !ok && o.Schema != "" {
		return fmt.Errorf("unknown schema %q", o.Schema)
	}
	if len(o.Disabled) > 0 {
		known := Rules()
		for _, d := range o.Disabled {
			if _, ok := slices.BinarySearch(known, d.Rule); !ok {
				return fmt.Errorf("unknown rule %q", d.Rule)
			}
		}
	}
	switch o.Target {
	case "", TargetAuto, TargetNone, TargetChorus:
		return nil
	}
	return fmt.Errorf("unknown target %q", o.Target)
}

// maxPerRule returns how many findings of one rule are listed, 0 for all.
func (o Options) maxPerRule() int {
	if o.MaxPerRule == 0 {
		return report.DefaultMax
	}
	return max(o.MaxPerRule, 0)
}

// File checks the file at a path.
func File(ctx context.Context, path string, o Options) (*report.Report, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	size := int64(-1)
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = info.Size()
	}
	return Reader(ctx, path, f, size, o)
}

// Reader checks what r holds; name is what the report calls it. A size of 0 or more says how large it is expected to be, less than 0 that nobody
// knows.
func Reader(ctx context.Context, name string, r io.Reader, size int64, o Options) (*report.Report, error) {
	doc, err := Read(ctx, r, size, o.Limits)
	return Report(name, doc, err, o)
}

// Report checks a document that Read returned, or makes the report of a file that Read called unreadable. Another error is returned as it is.
func Report(name string, doc *Document, err error, o Options) (*report.Report, error) {
	var unreadable *UnreadableError
	if err != nil && !errors.As(err, &unreadable) {
		return nil, err
	}
	if err := o.Validate(); err != nil {
		return nil, err
	}
	rep := &report.Report{FX: o.Version, File: name, Only: o.Layers}
	if len(o.Disabled) > 0 {
		rep.Disabled = switchedOff(o.Disabled)
	}
	if doc != nil {
		rep.Target, _ = Target(doc, o)
	} else if o.Target == TargetChorus {
		rep.Target = o.Target
	}
	if rep.Target == TargetNone {
		rep.Target = ""
	}
	found := report.NewCollector(o.maxPerRule())
	if unreadable != nil {
		rep.Syntax = unreadable.Syntax
		rep.Layers = narrow(rep, unreadableLayers())
		if c := unreadable.container; c != nil {
			rep.Layers = slices.Insert(rep.Layers, 0, containerLayer(rep, c, found))
		}
		found.Add(unreadable.Findings...)
		if last := unreadable.Findings[len(unreadable.Findings)-1]; unreadable.More > 0 {
			found.Count(last.Rule, last.Severity, unreadable.More)
		}
	} else {
		rep.Syntax, rep.Profile = doc.Syntax, doc.Profile
		if o.Profile != "" && o.Profile != ProfileAuto {
			rep.Profile = o.Profile
		} else if rep.Target == TargetChorus && doc.tree != nil && choruspro.FormOf(chorusDocument(doc, "")) == choruspro.UBLE1 {
			rep.Profile = ProfileChorusE1
		}
		if rep.Layers, err = layers(rep, doc, o, found); err != nil {
			return nil, err
		}
		if rep.Asked(report.Read) {
			found.Add(doc.Invoice.Unread...)
			if f, ok := predecessor(doc); ok {
				found.Add(f)
			}
		}
	}
	found.Into(rep)
	return rep, nil
}

// layers runs the layers of a document's profile and returns what became of them.
func layers(rep *report.Report, doc *Document, o Options, found *report.Collector) ([]report.Layer, error) {
	var all []report.Layer
	if doc.container != nil {
		all = append(all, containerLayer(rep, doc.container, found))
	}
	all = append(all, report.Layer{ID: report.Read, State: report.Ran})
	xsd := report.NotAsked(report.XSD)
	if rep.Asked(report.XSD) {
		var err error
		if xsd, err = checkSchema(rep.Profile, doc, o, found); err != nil {
			return nil, err
		}
	}
	rules := report.NotAsked(report.Rules)
	if rep.Asked(report.Rules) {
		rules = checkRules(rep.Profile, doc, o, found)
	}
	all = append(all, xsd, rules)
	if cius := doc.cius(); cius != "" && (o.Profile == "" || o.Profile == ProfileAuto) {
		all = append(all, report.Layer{ID: report.CIUS, State: report.Skipped, Reason: unknownCIUS.With(report.A("cius", cius))})
	}
	if rep.Target == TargetChorus {
		chorus := report.NotAsked(report.Chorus)
		if rep.Asked(report.Chorus) {
			chorus = checkChorus(rep.Profile, doc, o, found)
		}
		all = append(all, chorus)
	}
	plausible := report.NotAsked(report.Hygiene)
	if rep.Asked(report.Hygiene) {
		plausible = checkHygiene(doc, o, found)
	}
	return narrow(rep, append(all, plausible)), nil
}

// unreadableLayers are the layers of a file that could not be read: none could run.
func unreadableLayers() []report.Layer {
	all := []report.Layer{{ID: report.Read, State: report.Failed, Reason: notRead}}
	for _, id := range []report.LayerID{report.XSD, report.Rules, report.Hygiene} {
		all = append(all, report.Layer{ID: id, State: report.Skipped, Reason: notRead})
	}
	return all
}

// narrow marks the layers that were not asked for.
func narrow(rep *report.Report, all []report.Layer) []report.Layer {
	for i, l := range all {
		if !rep.Asked(l.ID) && l.State != report.Failed {
			all[i] = report.NotAsked(l.ID)
		}
	}
	return all
}

var (
	notBuilt    = report.Text{EN: "not built yet", FR: "pas encore disponible"}
	notRead     = report.Text{EN: "the file could not be read", FR: "le fichier n'a pas pu être lu"}
	unknownCIUS = report.Text{EN: "the rules of {cius} are not part of fx; --profile en16931 asks for EN 16931 alone",
		FR: "les règles de {cius} ne font pas partie de fx ; --profile en16931 demande l'EN 16931 seule"}
)
