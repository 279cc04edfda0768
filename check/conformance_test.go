package check_test

import (
	"bytes"
	"context"
	"errors"
	"testing"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/internal/official"
)

// TestReadsConformance reads every document of the conformance set: what the official validators could read must decode, but for what fx
// refuses on purpose; what they could not must be unreadable.
func TestReadsConformance(t *testing.T) {
	official.Conformance(t)
	invoice := map[string]bool{}
	for _, v := range official.Verdicts(t) {
		invoice[v.File] = v.Artefact != ""
	}
	read, refused, foreign := 0, 0, 0
	official.Documents(t, func(name string, content []byte) {
		want, ok := invoice[name]
		if !ok {
			return // without a verdict
		}
		_, err := check.Read(context.Background(), bytes.NewReader(content), int64(len(content)), check.Limits{})
		var unreadable *check.UnreadableError
		switch {
		case err == nil && want:
			read++
		case errors.As(err, &unreadable) && !want:
			foreign++
		case errors.As(err, &unreadable) && onPurpose[unreadable.Findings[0].Rule]:
			refused++
		default:
			t.Errorf("%s: an invoice: %t, error: %v", name, want, err)
		}
	}, official.Real, official.Unit, official.Bases, official.Mutants, official.Lexical)
	t.Logf("%d read, %d refused on purpose, %d foreign", read, refused, foreign)
}

// onPurpose are the findings on documents that other readers accept.
var onPurpose = map[string]bool{"RD-DOCTYPE": true, "RD-VERSION": true, "RD-LIMIT": true}
