// Command rulepages writes the documentation's pages about rules and terms, docs/en/rules and docs/fr/regles.
//
// It is run by go generate in the folder internal/explain.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"

	"github.com/fxinvoice/fx/internal/explain"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("rulepages: ")
	docs := flag.String("o", "docs", "the folder of the documentation")
	flag.Parse()
	for name, content := range explain.Files() {
		file := filepath.Join(*docs, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(content), 0o666); err != nil {
			log.Fatal(err)
		}
	}
}
