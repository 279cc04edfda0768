// Package choruspro knows what Chorus Pro, France's portal for invoices to the public sector, takes and refuses when an invoice is deposited there
// directly: the rules CP-01 to CP-67, over UBL, CII and Factur-X. Call Check.
//
// The rules rest on confirmed facts only: each says how sure it is and where that comes from (see Rule). What nobody has confirmed is no error
// here, so a file without findings is likely, not certain, to be taken.
//
// FormOf, E1Mark, Declared and PublicRecipient say what a file is to Chorus Pro before it is checked; ReadRecipients reads what the recipients of
// invoices demand; Accepted tells the official findings that the portal is known not to mind; CheckArchive looks at several files in one.
package choruspro
