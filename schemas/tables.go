package schemas

// The tables are static data: the linker lays them out, nothing runs at process start. What they hold is
// written by internal/gen/xsd.

// symbol is an expanded name that some schema uses; zero is any other name.
type symbol uint16

// space is a namespace with its canonical prefix. Its names are the symbols from first up to end.
type space struct {
	uri, prefix string
	first, end  symbol
}

// typeID numbers the types of one schema set. The built-in types of XML Schema come first and are the same
// in every set.
type typeID uint16

type contentKind uint8

const (
	contentEmpty    contentKind = iota // nothing, not even white space
	contentSimple                      // a value
	contentElements                    // child elements, and white space
	contentMixed                       // child elements and text
)

// many is the upper bound that stands for "any number".
const many = 255

// wildcard is an xs:any or xs:anyAttribute: other means any namespace but the target namespace and none;
// lax content is checked if it has a declaration, strict content must have one.
type wildcard uint8

const (
	noWildcard wildcard = iota
	anyStrict
	anyLax
	otherStrict
	otherLax
)

func (w wildcard) lax() bool   { return w == anyLax || w == otherLax }
func (w wildcard) other() bool { return w == otherStrict || w == otherLax }

// particle is one place in a content model: an element, or a wildcard.
type particle struct {
	name     symbol
	typ      typeID
	wild     wildcard
	min, max uint8
}

// automaton is a content model that is not a plain sequence, as sets of positions.
type automaton struct {
	positions []particle
	start     uint64   // what may come first
	follow    []uint64 // what may come after each position
	last      uint64   // after which the content may end
	emptyOK   bool     // the content may be empty
	space     uint8    // target namespace, for wildcards
}

// attributes are what may stand in the start tag of a type.
type attributes struct {
	list     []attribute
	required int // how many of list are required
	wildcard wildcard
}

type attribute struct {
	name     symbol
	typ      typeID
	required bool
	isFixed  bool
	fixed    string
}

// facets restrict a value beyond its built-in type.
type facets struct {
	minLength, maxLength int // in characters
	hasMax               bool
	enum                 []string
}

// typ is a type, simple or complex.
type typ struct {
	name     symbol // zero if it is written in place
	base     typeID // what it derives from; zero means anyType
	value    typeID // the built-in type that its value is read as
	content  contentKind
	isSimple bool
	abstract bool
	attrs    *attributes // nil: none
	facets   *facets     // nil: none
	model    []particle  // content model, if it is a plain sequence
	auto     *automaton  // content model otherwise
}

// element is a global element.
type element struct {
	name symbol
	typ  typeID
}
