package bench

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/speedata/einvoice"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/internal/official"
	"github.com/fxinvoice/fx/internal/sample"
)

// artefact is a set of official rules that exists as a stylesheet, and what it is compared on.
type artefact struct {
	name       string  // as the official verdicts name it
	profile    string  // the profile of fx that has these rules
	stylesheet string  // below the folder of the standards
	sample     string  // an invoice that is valid by it, made here
	warm, cold float64 // how many times slower than a whole check fx promises that a warm and a cold Saxon are, at least
}

var artefacts = []artefact{
	{"en16931-ubl", check.ProfileEN16931, "en16931/ubl/xslt/EN16931-UBL-validation.xslt", sample.UBL(14), 6, 300},
	{"en16931-cii", check.ProfileEN16931, "en16931/cii/xslt/EN16931-CII-validation.xslt", sample.CII(7), 6, 300},
}

// Documents are measured from 15 to 20 KB: the size of an ordinary invoice of a dozen lines.
const leastSize, mostSize = 15_000, 20_480

// document is an invoice in memory and in a file.
type document struct {
	name    string
	path    string
	content []byte
}

// documents returns the invoices to measure an artefact on: our sample first, and where the conformance set is at hand the invoices of its size that
// people have sent, that are valid by their schema and that no rule has anything to say about. All tools can read all of them.
func documents(t *testing.T, a artefact) []document {
	t.Helper()
	sample := document{name: "sample", path: filepath.Join(t.TempDir(), "sample.xml"), content: []byte(a.sample)}
	if n := len(sample.content); n < leastSize || n > mostSize {
		t.Fatalf("the sample of %s has %d bytes", a.name, n)
	}
	if err := os.WriteFile(sample.path, sample.content, 0o600); err != nil {
		t.Fatal(err)
	}
	return append([]document{sample}, sent(t, a)...)
}

// sent returns the real invoices.
func sent(t *testing.T, a artefact) []document {
	t.Helper()
	if os.Getenv("FX_CONFORMANCE") == "" {
		t.Log("invoices that people have sent are not measured: FX_CONFORMANCE is not set")
		return nil
	}
	dir := official.Conformance(t)
	var all []document
	for _, v := range official.Verdicts(t) {
		if v.Artefact != a.name || !strings.HasPrefix(v.File, string(official.Real)+"/") || v.Error != nil || len(v.Fired) > 0 || v.XSD == nil || !v.XSD.Valid {
			continue
		}
		path := filepath.Join(dir, filepath.FromSlash(v.File))
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(content) < leastSize || len(content) > mostSize {
			continue
		}
		if _, err := einvoice.ParseReader(bytes.NewReader(content)); err != nil {
			t.Logf("%s is left out: speedata/einvoice cannot read it: %v", v.File, err)
			continue
		}
		all = append(all, document{v.File, path, content})
	}
	if len(all) == 0 {
		t.Fatalf("no real invoice for %s in %s", a.name, dir)
	}
	return all
}
