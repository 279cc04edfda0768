// Command fx reads electronic invoices in UBL and CII, says what is wrong with them and shows what is in them.
//
//	fx check facture.xml
//	fx show facture.xml
//
// Run fx help for the verbs, and fx help check for its flags, limits and exit codes.
package main

import "os"

func main() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr, environment)) }
