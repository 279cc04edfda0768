package cii

import "github.com/fxinvoice/fx/internal/shape"

// FacturXRules returns the rules of the official artefacts of Factur-X 1.09.2, one table for each profile, MINIMUM first. They are tested instead of
// those of EN 16931, not on top of them: they repeat what of EN 16931 a profile holds. The tables are shared and must not be changed.
func FacturXRules() []*shape.Table {
	return []*shape.Table{&rulesFacturxMinimum, &rulesFacturxBasicwl, &rulesFacturxBasic, &rulesFacturxEN16931, &rulesFacturxExtended}
}

// facturXExtended is the artefact of profile EXTENDED.
const facturXExtended = "facturx-extended"

// isFacturX reports whether the rules of Factur-X are run. Some of their tests are written otherwise than those of EN 16931 for CII.
func isFacturX(p *shape.Pass) bool { return p.Artefact != "en16931-cii" }
