package xsd

import (
	"fmt"
	"sort"
	"strconv"
	"strings"
)

// name is an expanded name.
type name struct{ space, local string }

func (n name) String() string { return "{" + n.space + "}" + n.local }

// many is the upper bound that stands for "unbounded", here and in the tables.
const many = 255

// contentKind says what may stand between the tags of a type. The values are the names of the constants of
// package schemas.
type contentKind string

const (
	contentEmpty    contentKind = "contentEmpty"
	contentValue    contentKind = "contentSimple"
	contentElements contentKind = "contentElements"
	contentMixed    contentKind = "contentMixed"
)

// typeDef is one type, simple or complex.
type typeDef struct {
	name      name   // zero for an anonymous type
	ident     string // Go identifier of its row
	base      *typeDef
	builtin   string // the built-in type of XML Schema that its values are read as; "" if it has no simple value
	isSimple  bool   // a simple type
	content   contentKind
	abstract  bool
	facets    facets
	attrs     []attribute
	anyAttr   *wildcard
	modelNode *node      // the sequence or choice that it was declared with
	flat      []particle // content model, if it is a plain sequence
	auto      *automaton // content model otherwise
	state     int        // 0 not compiled, 1 being compiled, 2 compiled
}

// facets restrict the values of a type. A zero pointer or slice means no restriction.
type facets struct {
	minLength, maxLength *int
	enum                 []string
}

func (f facets) none() bool { return f.minLength == nil && f.maxLength == nil && f.enum == nil }

type attribute struct {
	name     string
	typ      *typeDef
	required bool
	fixed    *string
}

// wildcard is an xs:any or xs:anyAttribute. other means any namespace but the target namespace and none.
type wildcard struct {
	other, lax bool
	space      string
}

// group is a particle of a content model: an element, a wildcard, or a sequence or choice of particles.
type group struct {
	kind     string // "element", "any", "sequence", "choice"
	min, max int
	elem     name
	typ      *typeDef
	wild     *wildcard
	parts    []*group
	node     *node
}

// compiledSet is a schema set, resolved.
type compiledSet struct {
	set      Set
	types    []*typeDef // in the order of their identifiers
	elements []element
}

// element is a global element.
type element struct {
	name name
	typ  *typeDef
}

// builder resolves one set.
type builder struct {
	set      Set
	names    *nameTable
	types    map[name]*node
	elements map[name]*node
	done     map[name]*typeDef
	built    map[string]*typeDef // built-in types
	all      []*typeDef
	idents   map[string]bool
}

func compileSet(set Set, docs []*document, names *nameTable) (*compiledSet, error) {
	b := &builder{
		set: set, names: names,
		types: map[name]*node{}, elements: map[name]*node{},
		done: map[name]*typeDef{}, built: map[string]*typeDef{}, idents: map[string]bool{},
	}
	for _, d := range docs {
		for _, n := range d.root.children {
			switch n.local {
			case "element":
				if err := b.declare(b.elements, d, n); err != nil {
					return nil, err
				}
			case "complexType", "simpleType":
				if err := b.declare(b.types, d, n); err != nil {
					return nil, err
				}
			}
		}
	}
	for _, q := range sortedNames(b.types) {
		if _, err := b.globalType(q, b.types[q]); err != nil {
			return nil, err
		}
	}
	out := &compiledSet{set: set}
	for _, q := range sortedNames(b.elements) {
		n := b.elements[q]
		if n.has("minOccurs") || n.has("maxOccurs") || n.has("ref") {
			return nil, n.errorf("a global element has no ref and no occurrence")
		}
		t, err := b.elementType(n, b.names.prefix(q.space)+title(q.local))
		if err != nil {
			return nil, err
		}
		out.elements = append(out.elements, element{q, t})
		names.add(q)
	}
	// Types written in place join b.all while the models that hold them are read.
	for i := 0; i < len(b.all); i++ {
		if err := b.model(b.all[i]); err != nil {
			return nil, err
		}
	}
	sort.Slice(b.all, func(i, j int) bool { return b.all[i].ident < b.all[j].ident })
	out.types = b.all
	return out, nil
}

func (b *builder) declare(into map[name]*node, d *document, n *node) error {
	if n.attrs["name"] == "" {
		return n.errorf("a global component needs a name")
	}
	q := name{d.space, n.attrs["name"]}
	if into[q] != nil {
		return n.errorf("%s is declared twice", q)
	}
	into[q] = n
	return nil
}

// resolve reads a qualified name as it stands in an attribute of n.
func (b *builder) resolve(n *node, attr string) (name, error) {
	prefix, local, ok := strings.Cut(n.attrs[attr], ":")
	if !ok {
		prefix, local = "", prefix
	}
	space, ok := n.spaces[prefix]
	if !ok && prefix != "" {
		return name{}, n.errorf("prefix %q is not bound", prefix)
	}
	if !n.file.imports[space] {
		return name{}, n.errorf("%s=%q: namespace %q is not imported", attr, n.attrs[attr], space)
	}
	return name{space, local}, nil
}

// typeNamed gives the type that an attribute of n names.
func (b *builder) typeNamed(n *node, attr string) (*typeDef, error) {
	q, err := b.resolve(n, attr)
	if err != nil {
		return nil, err
	}
	if q.space == schemaSpace {
		return b.builtin(n, q.local)
	}
	def := b.types[q]
	if def == nil {
		return nil, n.errorf("type %s is not declared in any file of the set", q)
	}
	return b.globalType(q, def)
}

func (b *builder) builtin(n *node, local string) (*typeDef, error) {
	if t := b.built[local]; t != nil {
		return t, nil
	}
	if !word(builtinTypes, local) {
		return nil, n.errorf("xs:%s is not a built-in type that the tables know", local)
	}
	t := &typeDef{name: name{schemaSpace, local}, ident: "xs" + title(local), builtin: local, isSimple: true, content: contentValue, state: 2}
	b.built[local] = t
	return t, nil
}

// anyType is the type of an element that is declared without one.
var anyType = &typeDef{name: name{schemaSpace, "anyType"}, ident: "xsAnyType", content: contentMixed, state: 2}

// builtinTypes are the simple built-in types that a schema may name.
const builtinTypes = "anySimpleType string normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES " +
	"QName NOTATION anyURI boolean decimal integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger " +
	"unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger float double duration dateTime time date " +
	"gYearMonth gYear gMonthDay gDay gMonth hexBinary base64Binary"

// stringTypes are the built-in types whose values are text, so that length and enumeration compare characters.
const stringTypes = "string normalizedString token language Name NCName NMTOKEN ID IDREF"

func sortedNames(m map[name]*node) []name {
	var out []name
	for q := range m {
		out = append(out, q)
	}
	sort.Slice(out, func(i, j int) bool {
		if out[i].space != out[j].space {
			return out[i].space < out[j].space
		}
		return out[i].local < out[j].local
	})
	return out
}

// occurs reads minOccurs and maxOccurs.
func (n *node) occurs() (min, max int, err error) {
	min, max = 1, 1
	if s, ok := n.attrs["minOccurs"]; ok {
		if min, err = strconv.Atoi(s); err != nil || min < 0 {
			return 0, 0, n.errorf("minOccurs=%q", s)
		}
	}
	if s, ok := n.attrs["maxOccurs"]; ok {
		if s == "unbounded" {
			max = many
		} else if max, err = strconv.Atoi(s); err != nil || max < 1 || max >= many {
			return 0, 0, n.errorf("maxOccurs=%q is not known to the generator", s)
		}
	}
	if min > max || min >= many {
		return 0, 0, n.errorf("minOccurs %d is above maxOccurs %d", min, max)
	}
	return min, max, nil
}

func (n *node) boolean(attr string) (bool, error) {
	switch n.attrs[attr] {
	case "", "false", "0":
		return false, nil
	case "true", "1":
		return true, nil
	}
	return false, n.errorf("%s=%q is not a boolean", attr, n.attrs[attr])
}

func (n *node) only(attr string, values ...string) error {
	v, ok := n.attrs[attr]
	if !ok {
		return nil
	}
	for _, w := range values {
		if v == w {
			return nil
		}
	}
	return n.errorf("%s=%q is not known to the generator", attr, v)
}

func title(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + identPart(s[1:])
}

// identPart keeps what may stand in a Go identifier.
func identPart(s string) string {
	return strings.Map(func(r rune) rune {
		if r == '-' || r == '.' {
			return '_'
		}
		return r
	}, s)
}

func (b *builder) newIdent(parts string) (string, error) {
	ident := b.set.Ident + title(parts)
	if b.idents[ident] {
		return "", fmt.Errorf("two types want the Go name %s", ident)
	}
	b.idents[ident] = true
	return ident, nil
}
