// Command xsdgen writes the content-model tables of package schemas from the official XML Schemas in the
// folder named by FX_STANDARDS.
//
// It stops if a file differs from the committed manifest; -accept takes the files as they are and rewrites
// the manifest.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"

	"github.com/fxinvoice/fx/internal/gen/xsd"
)

func main() {
	accept := flag.Bool("accept", false, "take new or changed official files and rewrite the manifest")
	out := flag.String("o", "schemas", "folder of the tables")
	flag.Parse()
	if err := run(os.Getenv("FX_STANDARDS"), *out, *accept); err != nil {
		fmt.Fprintln(os.Stderr, "xsdgen:", err)
		os.Exit(1)
	}
}

func run(standards, out string, accept bool) error {
	if standards == "" {
		return fmt.Errorf("FX_STANDARDS does not name the folder of the standards")
	}
	files, sources, err := xsd.Compile(os.DirFS(standards), xsd.Sets())
	if err != nil {
		return err
	}
	manifest := filepath.Join(out, xsd.ManifestName)
	if !accept {
		committed, err := os.ReadFile(manifest)
		if err != nil {
			return err
		}
		if err := xsd.CheckManifest(committed, sources); err != nil {
			return fmt.Errorf("%w (run with -accept if that is wanted)", err)
		}
	}
	files[xsd.ManifestName] = xsd.FormatManifest(sources)
	for file, text := range files {
		if err := os.WriteFile(filepath.Join(out, file), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
