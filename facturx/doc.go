// Package facturx reads invoices in PDF files: Factur-X, which Germany calls ZUGFeRD, and its relatives.
//
// Call Extract for the bytes of the invoice and no more. Call Open to look closer: Attachments lists every embedded file, Invoice says which
// one is the invoice and why, XMP what the metadata claim, and the other methods of File what the container holds besides.
//
// Only what is asked for is read, so a large file costs no more than a small one. Bytes of an attachment are never changed on their way.
package facturx
