package report

import (
	"fmt"
	"slices"
)

// LayerID names one layer of checks. The words are those of --layers and of
// the JSON.
type LayerID string

// The layers, in the order that they run and are listed in.
const (
	Container LayerID = "container" // the PDF around the invoice
	Read      LayerID = "read"      // well-formed, and every value readable
	XSD       LayerID = "xsd"       // the XML schema of the profile
	Rules     LayerID = "rules"     // the official rules of the profile
	CIUS      LayerID = "cius"      // the rules of a country or a sector on top of EN 16931
	Chorus    LayerID = "chorus"    // Chorus Pro's own rules
	Hygiene   LayerID = "hygiene"   // plausible identifiers, dates, accounts
)

// Layers returns all layers in their order.
func Layers() []LayerID {
	return []LayerID{Container, Read, XSD, Rules, CIUS, Chorus, Hygiene}
}

// Known reports whether l is one of the layers.
func (l LayerID) Known() bool { return l.order() <= 7 }

// order is the place of the layer, from 1; an unknown one comes last.
func (l LayerID) order() int {
	switch l {
	case Container:
		return 1
	case Read:
		return 2
	case XSD:
		return 3
	case Rules:
		return 4
	case CIUS:
		return 5
	case Chorus:
		return 6
	case Hygiene:
		return 7
	}
	return 8
}

// State says what became of a layer.
type State string

// The states of a layer.
const (
	Ran           State = "ran"
	Skipped       State = "skipped"        // was not run; the reason says why
	NotApplicable State = "not-applicable" // has no meaning for this file
	Failed        State = "failed"         // was begun and could not be ended
)

// Layer is what became of one layer of checks.
type Layer struct {
	ID                LayerID
	State             State
	Artefact, Version string   // the official artefact that was run, if the layer runs one
	Reason            Text     // why it did not run; required unless State is Ran; needs no arguments
	NotExamined       []string // parts that a layer that ran did not look at: "fonts", a rule's ID
}

// NotAsked returns the layer as skipped because the user asked for others only.
func NotAsked(id LayerID) Layer {
	return Layer{ID: id, State: Skipped, Reason: wordNotAsked}
}

// Validate reports what is wrong with the layer: an unknown identifier or
// state, a missing reason, or a reason for what ran.
func (l Layer) Validate() error {
	if !l.ID.Known() {
		return fmt.Errorf("report: unknown layer %q", l.ID)
	}
	if !slices.Contains([]State{Ran, Skipped, NotApplicable, Failed}, l.State) {
		return fmt.Errorf("report: layer %s: unknown state %q", l.ID, l.State)
	}
	if l.State == Ran {
		if !l.Reason.IsZero() {
			return fmt.Errorf("report: layer %s ran, and has a reason not to", l.ID)
		}
		return nil
	}
	if len(l.NotExamined) > 0 {
		return fmt.Errorf("report: layer %s: only a layer that ran lists what it did not examine", l.ID)
	}
	names, err := l.Reason.names()
	if err != nil {
		return fmt.Errorf("report: layer %s: reason: %w", l.ID, err)
	}
	if len(names) > 0 {
		return fmt.Errorf("report: layer %s: reason has open placeholders %v", l.ID, names)
	}
	return nil
}
