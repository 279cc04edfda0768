package cii

import "github.com/fxinvoice/fx/en16931"

// Paths returns where a term sits. It is empty for a term that CII has no place for. Predicates say which of several elements is meant:
// [@schemeID='VA'].
func Paths(t en16931.Term) []string { return invoice.PathsOf(t) }
