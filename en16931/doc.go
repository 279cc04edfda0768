// Package en16931 is the semantic model of the European standard EN 16931-1 for electronic invoices: an [Invoice] with every business
// group (BG) and business term (BT) of the standard, under the standard's own names, and the data types they use.
//
// It knows no XML and no country. Package ubl and package cii read and write an Invoice in the two syntaxes of the standard; package check
// reads any file and says what is wrong with it.
//
// The zero value of a field means that the term is not in the invoice; a present zero (an amount of 0.00) is a different thing, and the types
// know it. Groups that the standard requires are values, optional groups are pointers, groups that repeat are slices of pointers. Numbers are
// decimals that keep the text they were read with; there is no float.
//
// An *Invoice belongs to its caller: one goroutine writing at a time. Everything else in the package may be used from many goroutines.
package en16931
