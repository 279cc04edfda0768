package schemas

import "errors"

// ErrNotBuiltIn says that this build has no libxml2. It is there in builds with cgo and the tag libxml2.
var ErrNotBuiltIn = errors.New("schemas: libxml2 is not built in (build with cgo and -tags libxml2)")

// Opinion is what libxml2 says about a document.
type Opinion struct {
	Valid  bool
	Errors []ForeignError // the first ones, at most 100
	More   int            // how many further ones there are
}

// ForeignError is one error in the words of libxml2.
type ForeignError struct {
	Line    int
	Code    int    // libxml2's number for the kind of error: 1871 is an unexpected element
	Message string // as libxml2 says it, in English
	Path    string // XPath of the node, with the prefixes of the document; may be empty
}
