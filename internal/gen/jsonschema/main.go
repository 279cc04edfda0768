// Command jsonschema writes the JSON Schema of an invoice in JSON, docs/fx-invoice-1.schema.json, from the terms of package en16931.
//
// It is run by go generate in the folder en16931.
package main

import (
	"flag"
	"log"
	"os"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("jsonschema: ")
	out := flag.String("o", "fx-invoice-1.schema.json", "the file to write")
	flag.Parse()
	if err := os.WriteFile(*out, Generate(), 0o644); err != nil {
		log.Fatal(err)
	}
}
