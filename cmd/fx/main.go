// Command fx reads electronic invoices in UBL, CII and JSON, says what is wrong with them, shows what is in them and converts them.
//
//	fx check facture.xml
//	fx show facture.xml
//	fx convert facture.xml --to cii
//
// Run fx help for the verbs, and fx help check for its flags, limits and exit codes.
package main

import "os"

func main() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr, environment)) }
