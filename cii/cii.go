// Package cii reads invoices in UN/CEFACT CII, D16B and D22B, the syntax of Factur-X, into the semantic model of package en16931. Call Decode.
package cii

import (
	"context"
	"fmt"
	"io"

	"github.com/fxinvoice/fx/en16931"
	"github.com/fxinvoice/fx/internal/bind"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// The namespaces of CII, by their customary prefixes. D16B and D22B share them.
const (
	nsMessage     = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
	nsAggregate   = "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
	nsUnqualified = "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"
	nsQualified   = "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"
)

var prefixes = []bind.Prefix{
	{Prefix: "ram", Space: nsAggregate, Used: true}, {Prefix: "udt", Space: nsUnqualified, Used: true}, {Prefix: "qdt", Space: nsQualified, Used: true}, {Prefix: "rsm", Space: nsMessage, Used: true},
}

// Decode reads a CrossIndustryInvoice. It fails when the document is no such thing, is not well-formed, or exceeds a limit; the error is then
// an *xmltree.Error with a place, or says what the document is. Values that cannot be read as what they should be do not make it fail: they
// stand in Invoice.Unread. A context that ends stops the reading of r.
func Decode(ctx context.Context, r io.Reader, limits Limits) (*en16931.Invoice, error) {
	tree, err := xmltree.Read(xmltree.WithContext(ctx, r), -1, limits)
	if err != nil {
		return nil, fmt.Errorf("cii: %w", err)
	}
	inv, ok := DecodeTree(tree)
	if !ok {
		root := tree.NameOf(0)
		return nil, fmt.Errorf("cii: the root element is {%s}%s, not a CrossIndustryInvoice of CII D16B or D22B", root.Space, root.Local)
	}
	return inv, nil
}

// Limits bound what Decode accepts; a zero field means its default.
type Limits = xmltree.Limits

// DecodeTree fills an invoice from a document that has been parsed; ok is false if it is not a CrossIndustryInvoice.
func DecodeTree(tree *xmltree.Tree) (inv *en16931.Invoice, ok bool) {
	if tree.NameOf(0) != invoice.Root {
		return nil, false
	}
	return bind.Decode(&invoice, tree, &dialect), true
}

// Bindings lists where each term sits, for documentation.
func Bindings() []bind.Binding { return invoice.Bindings() }
