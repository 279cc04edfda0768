// Package ubl reads invoices in UBL 2.1, Invoice and CreditNote, into the semantic model of package en16931. Call Decode.
package ubl

import (
	"context"
	"fmt"
	"io"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/bind"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// The namespaces of UBL 2.1, by their customary prefixes.
const (
	nsInvoice    = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
	nsCreditNote = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
	nsBasic      = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
	nsAggregate  = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
	nsExtension  = "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2"
)

var prefixes = []bind.Prefix{
	{Prefix: "cbc", Space: nsBasic, Used: true}, {Prefix: "cac", Space: nsAggregate, Used: true}, {Prefix: "ext", Space: nsExtension},
	{Prefix: "ubl", Space: nsInvoice}, {Prefix: "cn", Space: nsCreditNote},
}

// Decode reads a UBL Invoice or CreditNote. It fails when the document is no such thing, is not well-formed, or exceeds a limit; the error is
// then an *xmltree.Error with a place, or says what the document is. Values that cannot be read as what they should be do not make it fail:
// they stand in Invoice.Unread. A context that ends stops the reading of r.
func Decode(ctx context.Context, r io.Reader, limits Limits) (*en16931.Invoice, error) {
	tree, err := xmltree.Read(xmltree.WithContext(ctx, r), -1, limits)
	if err != nil {
		return nil, fmt.Errorf("ubl: %w", err)
	}
	inv, ok := DecodeTree(tree)
	if !ok {
		root := tree.NameOf(0)
		return nil, fmt.Errorf("ubl: the root element is {%s}%s, not an Invoice or CreditNote of UBL 2.1", root.Space, root.Local)
	}
	return inv, nil
}

// Limits bound what Decode accepts; a zero field means its default.
type Limits = xmltree.Limits

// DecodeTree fills an invoice from a document that has been parsed; ok is false if it is neither Invoice nor CreditNote.
func DecodeTree(tree *xmltree.Tree) (inv *en16931.Invoice, ok bool) {
	switch tree.NameOf(0) {
	case invoice.Root:
		return bind.Decode(&invoice, tree, &dialect), true
	case creditNote.Root:
		return bind.Decode(&creditNote, tree, &dialect), true
	}
	return nil, false
}

// Bindings lists where each term sits, for documentation: in an Invoice, or in a CreditNote.
func Bindings(inCreditNote bool) []bind.Binding {
	if inCreditNote {
		return creditNote.Bindings()
	}
	return invoice.Bindings()
}
