package bench

import (
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/speedata/einvoice"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// official layers are those that the official artefacts are.
var officialLayers = []report.LayerID{report.Read, report.XSD, report.Rules}

// fxCheck runs layers of fx over the documents, which must be valid.
func fxCheck(docs []document, profile string, layers ...report.LayerID) func(int) (cost, error) {
	options := check.Options{Profile: profile, Layers: layers}
	return timed(docs, func(d document) error {
		rep, err := check.Reader(context.Background(), d.path, bytes.NewReader(d.content), int64(len(d.content)), options)
		if err != nil {
			return err
		}
		if v := rep.Verdict(); v != report.Valid || len(rep.Findings) > 0 {
			return fmt.Errorf("fx says %s with %d findings: %+v", v, len(rep.Findings), rep.Layers)
		}
		return nil
	})
}

// fxRead reads the documents only: what every check begins with.
func fxRead(docs []document) func(int) (cost, error) {
	return timed(docs, func(d document) error {
		_, err := check.Read(context.Background(), bytes.NewReader(d.content), int64(len(d.content)), check.Limits{})
		return err
	})
}

// fxProcess checks one document in a process of its own.
func fxProcess(program, profile string, d document) func(int) (cost, error) {
	var layers []string
	for _, l := range officialLayers {
		layers = append(layers, string(l))
	}
	return processes(program, "check", "--isolated", "--profile", profile, "--layers", strings.Join(layers, ","), d.path)
}

// peer reads the documents with speedata/einvoice and applies its rules. It may find fault with a valid invoice; that costs it little, and is
// counted elsewhere.
func peer(docs []document) func(int) (cost, error) {
	return timed(docs, func(d document) error {
		_, err := peerObjects(d)
		return err
	})
}

// peerObjects returns whether speedata/einvoice objects to an invoice.
func peerObjects(d document) (bool, error) {
	inv, err := einvoice.ParseReader(bytes.NewReader(d.content))
	if err != nil {
		return false, fmt.Errorf("speedata/einvoice: %w", err)
	}
	return inv.Validate() != nil, nil
}

// buildFX builds the command from the module that this one stands in.
func buildFX(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "fx")
	build := exec.Command("go", "build", "-o", program, "./cmd/fx")
	build.Dir = module(t, "github.com/fxinvoice/fx", "Dir")
	if err := runQuietly(build); err != nil {
		t.Fatal(err)
	}
	return program
}

// module returns a field of what the go command knows about a module that is compared.
func module(t *testing.T, path, field string) string {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{."+field+"}}", path).Output()
	if err != nil {
		t.Fatalf("go list -m %s: %v", path, err)
	}
	return strings.TrimSpace(string(out))
}
