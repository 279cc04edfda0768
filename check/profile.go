package check

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/report"
)

// The profiles: which schema and which rules a file is checked by.
const (
	ProfileAuto            = "auto" // not a profile: what the file announces
	ProfileEN16931         = "en16931"
	ProfileFacturXMinimum  = "facturx-minimum"
	ProfileFacturXBasicWL  = "facturx-basicwl"
	ProfileFacturXBasic    = "facturx-basic"
	ProfileFacturXEN16931  = "facturx-en16931"
	ProfileFacturXExtended = "facturx-extended"
	ProfileChorusE1        = "chorus-e1"
)

// Profiles returns the names of all profiles.
func Profiles() []string {
	return []string{ProfileEN16931, ProfileFacturXMinimum, ProfileFacturXBasicWL, ProfileFacturXBasic, ProfileFacturXEN16931, ProfileFacturXExtended, ProfileChorusE1}
}

// core is the specification identifier (BT-24) of EN 16931 itself.
const core = "urn:cen.eu:en16931:2017"

// specifications are the values of BT-24 that announce a Factur-X profile, the older ones of ZUGFeRD 2.0 included.
var specifications = map[string]string{
	"urn:factur-x.eu:1p0:minimum":                     ProfileFacturXMinimum,
	"urn:zugferd.de:2p0:minimum":                      ProfileFacturXMinimum,
	"urn:factur-x.eu:1p0:basicwl":                     ProfileFacturXBasicWL,
	"urn:zugferd.de:2p0:basicwl":                      ProfileFacturXBasicWL,
	core + "#compliant#urn:factur-x.eu:1p0:basic":     ProfileFacturXBasic,
	core + "#compliant#urn:zugferd.de:2p0:basic":      ProfileFacturXBasic,
	core + "#conformant#urn:factur-x.eu:1p0:extended": ProfileFacturXExtended,
	core + "#conformant#urn:zugferd.de:2p0:extended":  ProfileFacturXExtended,
}

// predecessor warns of an identifier of ZUGFeRD 2.0, which Factur-X 1.0 has replaced: the profile of the same level holds, and recipients may refuse it.
func predecessor(doc *Document) (report.Finding, bool) {
	if !strings.Contains(specification(doc.Invoice), "urn:zugferd.de:2p0:") {
		return report.Finding{}, false
	}
	place := doc.Invoice.Source.Locate(&doc.Invoice.Process, en16931.BT24)
	return report.Finding{Rule: "RD-ZUGFERD-2", Layer: report.Read, Severity: report.Warning, Terms: []string{"BT-24"}, Path: place.Path, Line: place.Line, Column: place.Column,
		Message: oldIdentifier, Fix: newIdentifier, Found: specification(doc.Invoice),
		Args: []report.Arg{report.A("found", specification(doc.Invoice)), report.A("profile", doc.Profile)}}, true
}

var (
	oldIdentifier = report.Text{EN: "The specification identifier (BT-24) is {found}, of ZUGFeRD 2.0: it is checked by {profile}, which took its place.",
		FR: "L'identifiant de spécification (BT-24) vaut {found}, celui de ZUGFeRD 2.0 : le contrôle se fait selon {profile}, qui l'a remplacé."}
	newIdentifier = report.Text{EN: "Write the identifier of Factur-X: recipients may refuse the old one.",
		FR: "Indiquez l'identifiant de Factur-X : un destinataire peut refuser l'ancien."}
)

// specification is BT-24 as profiles are told by it.
func specification(inv *en16931.Invoice) string {
	return strings.TrimSpace(inv.Process.Specification)
}

// profileOf finds the profile that a document announces. Those of Factur-X exist in CII only, and in JSON that was not read from UBL.
func profileOf(doc *Document) string {
	syntax := doc.Syntax
	if src, ok := doc.Invoice.Source.(*en16931.JSONSource); ok {
		syntax, _ = src.Announced()
	}
	if p, ok := specifications[specification(doc.Invoice)]; ok && syntax != "ubl" {
		return p
	}
	if doc.container != nil && syntax == "cii" && specification(doc.Invoice) == core {
		return ProfileFacturXEN16931
	}
	return ProfileEN16931
}

// cius returns the specification identifier of a document that announces more than the profile checks: a CIUS or an extension that fx does not
// know. It is "" if there is none.
func (d *Document) cius() string {
	s := specification(d.Invoice)
	if s == "" || s == core || d.Profile != ProfileEN16931 {
		return ""
	}
	return s
}
