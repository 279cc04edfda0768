// Package hygiene asks whether the data of an invoice is plausible: check digits, accounts, dates, rates, and what programs leave behind. Call Check.
//
// No official artefact asks these things, and most of what is found here passes every official test. So the rules, HY-01 and following, are
// warnings, and HY-06 and HY-28 notes: each time there is a reading by which the invoice is still good, be it that a person knows better or that
// the data is made up for a test. HY-22 alone is an error, since no reading makes an invoice of a year before 1900 possible. What cannot be a date or
// a number at all is an error already, of the layer that reads.
//
// A rule is silent when it cannot know: an account that need not be an IBAN, a rate that may be another country's, an identifier without a scheme.
package hygiene
