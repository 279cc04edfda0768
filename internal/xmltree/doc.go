// Package xmltree reads an XML document into a positioned tree, strictly and in one pass.
//
// Call Parse with a document, or Read with a reader. Both accept what XML 1.0 (fifth edition) and
// Namespaces in XML 1.0 call well-formed, and nothing else; a DOCTYPE is refused as well. What is
// not accepted comes back as an *Error with its line, its column and a message in English and in
// French.
//
// A document stays one Go string. The tree holds offsets into it, so a name, a text or an
// attribute value that needs no decoding is a piece of that string and costs nothing. Elements are
// numbered in document order (the root is 0), attributes too, and both are plain integers: a node
// means nothing without its tree.
//
// A Tree never changes after Parse. All its methods are safe for concurrent use. A Node or an Attr
// that the tree does not have makes them panic, as an index out of range does.
package xmltree
