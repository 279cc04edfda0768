package xmltree

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/fxinvoice/fx/internal/sample"
)

// measured is a document to measure on.
type measured struct{ name, doc string }

// samples returns the two made documents, and a few real ones of the same size where the
// conformance files are at hand.
func samples(tb testing.TB) []measured {
	tb.Helper()
	all := []measured{{"ubl", sample.UBL(14)}, {"cii", sample.CII(6)}}
	for _, s := range all {
		if n := len(s.doc); n < 15_000 || n > 20_000 {
			tb.Fatalf("sample %s has %d bytes, not 15,000 to 20,000", s.name, n)
		}
	}
	if dir := os.Getenv("FX_CONFORMANCE"); dir != "" {
		files, err := filepath.Glob(filepath.Join(dir, "real", "en16931", "*.xml"))
		if err != nil || len(files) == 0 {
			tb.Fatalf("no files under real/en16931: %v", err)
		}
		for _, file := range files {
			doc, err := os.ReadFile(file)
			if err != nil {
				tb.Fatal(err)
			}
			if len(doc) >= 15_000 && len(doc) <= 20_000 && len(all) < 8 {
				all = append(all, measured{filepath.Base(file), string(doc)})
			}
		}
	}
	return all
}
