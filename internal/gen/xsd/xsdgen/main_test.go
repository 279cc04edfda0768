package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/gen/xsd"
)

// TestRun writes the tables twice: the first time it takes the files as they are, the second time it holds
// them against the manifest.
func TestRun(t *testing.T) {
	standards := os.Getenv("FX_STANDARDS")
	if standards == "" {
		t.Skip("FX_STANDARDS does not name the folder of the official schemas")
	}
	if testing.Short() {
		t.Skip("reads all schemas three times")
	}
	out := t.TempDir()
	if err := run(standards, out, false); err == nil {
		t.Error("no manifest, and no error")
	}
	if err := run(standards, out, true); err != nil {
		t.Fatal(err)
	}
	if err := run(standards, out, false); err != nil {
		t.Error(err)
	}
	manifest := filepath.Join(out, xsd.ManifestName)
	text, err := os.ReadFile(manifest)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.SplitAfter(string(text), "\n")
	if err := os.WriteFile(manifest, []byte(strings.Join(lines[:len(lines)-2], "")), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := run(standards, out, false); err == nil || !strings.Contains(err.Error(), "-accept") {
		t.Errorf("a file is not in the manifest: %v", err)
	}
	if err := run("", out, true); err == nil {
		t.Error("no folder of standards, and no error")
	}
}
