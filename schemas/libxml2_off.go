//go:build !cgo || !libxml2

package schemas

import "github.com/fxinvoice/fx/internal/xmltree"

// SecondBuiltIn reports whether this build has libxml2.
const SecondBuiltIn = false

// Second is a schema set compiled by libxml2. This build has none: [OpenSecond] always fails.
type Second struct{}

// OpenSecond always gives [ErrNotBuiltIn] in this build.
func OpenSecond(s *Schema, standards string) (*Second, error) { return nil, ErrNotBuiltIn }

// Validate always gives [ErrNotBuiltIn] in this build.
func (e *Second) Validate(t *xmltree.Tree) (Opinion, error) { return Opinion{}, ErrNotBuiltIn }

// Stream always gives [ErrNotBuiltIn] in this build.
func (e *Second) Stream(t *xmltree.Tree) (Opinion, error) { return Opinion{}, ErrNotBuiltIn }

// Close does nothing in this build.
func (e *Second) Close() {}
