// Command codelist writes the code lists of package codelist and the names of their codes. It is run by go generate in the folder
// en16931/codelist, and reads and writes there.
//
// The lists (lists_gen.go) come from the official Schematron files in the folder named by FX_STANDARDS; where that is not set, they stay as
// they are. It stops if a file differs from the committed sources.tsv; -accept takes the files as they are and rewrites it. What the
// official files do not say of a list stands in lists.tsv, the names in names.tsv; both are written by hand.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

func main() {
	accept := flag.Bool("accept", false, "take changed official files and rewrite sources.tsv")
	flag.Parse()
	if err := run(os.Getenv("FX_STANDARDS"), ".", *accept, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "codelist:", err)
		os.Exit(1)
	}
}

// The files that are read and written.
const (
	listsTable = "lists.tsv"
	namesTable = "names.tsv"
	manifest   = "sources.tsv"
	listsFile  = "lists_gen.go"
	namesFile  = "names_gen.go"
)

func run(standards, dir string, accept bool, remarks io.Writer) error {
	lists, err := readLists(filepath.Join(dir, listsTable))
	if err != nil {
		return err
	}
	names, err := readNames(filepath.Join(dir, namesTable), lists)
	if err != nil {
		return err
	}
	files := map[string][]byte{}
	if files[namesFile], err = emitNames(names); err != nil {
		return err
	}
	if standards == "" {
		fmt.Fprintf(remarks, "codelist: FX_STANDARDS is not set: %s and %s stay as they are\n", listsFile, manifest)
	} else {
		release, err := readRelease(os.DirFS(standards))
		if err != nil {
			return err
		}
		files[manifest] = formatManifest(release)
		if !accept {
			committed, err := os.ReadFile(filepath.Join(dir, manifest))
			if err != nil {
				return err
			}
			if err := checkManifest(committed, release); err != nil {
				return fmt.Errorf("%w (run with -accept if that is wanted)", err)
			}
		}
		joined, err := join(lists, release)
		if err != nil {
			return err
		}
		if files[listsFile], err = emitLists(joined, release); err != nil {
			return err
		}
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}
