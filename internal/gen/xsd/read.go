package xsd

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

const schemaSpace = "http://www.w3.org/2001/XMLSchema"

// node is one element of an XSD file, annotations left out.
type node struct {
	local    string
	attrs    map[string]string
	spaces   map[string]string // prefixes in scope
	children []*node
	line     int
	file     *document
}

func (n *node) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: <%s>: %w", n.file.name, n.line, n.local, fmt.Errorf(format, args...))
}

// has tells a missing attribute from an empty one.
func (n *node) has(attr string) bool { _, ok := n.attrs[attr]; return ok }

// document is one XSD file.
type document struct {
	name    string // relative to the folder of the standards
	space   string // target namespace
	imports map[string]bool
	root    *node
}

// Source is one line of the manifest: an official file that the tables come from.
type Source struct {
	Set, File, SHA256, Origin string
}

// known lists the constructs that the generator understands: for each element its attributes and its
// children. Whatever is not here stops the generator.
var known = map[string]struct{ attrs, children string }{
	"schema":         {"targetNamespace elementFormDefault attributeFormDefault version", "import include element complexType simpleType"},
	"import":         {"namespace schemaLocation", ""},
	"include":        {"schemaLocation", ""},
	"element":        {"name type ref minOccurs maxOccurs", "complexType simpleType"},
	"complexType":    {"name mixed abstract", "sequence choice simpleContent complexContent attribute anyAttribute"},
	"sequence":       {"minOccurs maxOccurs", "element sequence choice any"},
	"choice":         {"minOccurs maxOccurs", "element sequence choice any"},
	"any":            {"namespace processContents minOccurs maxOccurs", ""},
	"attribute":      {"name type use fixed default", ""},
	"anyAttribute":   {"namespace processContents", ""},
	"simpleContent":  {"", "extension restriction"},
	"complexContent": {"", "restriction"},
	"extension":      {"base", "attribute"},
	"restriction":    {"base", "sequence choice attribute anyAttribute enumeration minLength maxLength"},
	"simpleType":     {"name", "restriction"},
	"enumeration":    {"value", ""},
	"minLength":      {"value", ""},
	"maxLength":      {"value", ""},
}

// readSet reads the entry points of a set and everything that they import or include.
func readSet(standards fs.FS, set Set) ([]*document, []Source, error) {
	var docs []*document
	var sources []Source
	seen := map[string]*document{}
	var load func(name string) (*document, error)
	load = func(name string) (*document, error) {
		if d := seen[name]; d != nil {
			return d, nil
		}
		data, err := fs.ReadFile(standards, name)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(data)
		sources = append(sources, Source{set.Name, name, hex.EncodeToString(sum[:]), set.Origin})
		d, err := parse(name, data)
		if err != nil {
			return nil, err
		}
		seen[name] = d
		docs = append(docs, d)
		for _, n := range d.root.children {
			if n.local != "import" && n.local != "include" {
				continue
			}
			if n.attrs["schemaLocation"] == "" {
				return nil, n.errorf("says no schemaLocation")
			}
			other, err := load(path.Join(path.Dir(name), n.attrs["schemaLocation"]))
			if err != nil {
				return nil, n.errorf("does not resolve: %w", err)
			}
			want := d.space
			if n.local == "import" {
				want = n.attrs["namespace"]
				d.imports[want] = true
			}
			if other.space != want {
				return nil, n.errorf("%s has the target namespace %q, not %q", other.name, other.space, want)
			}
		}
		return d, nil
	}
	for _, root := range set.Roots {
		if _, err := load(root); err != nil {
			return nil, nil, err
		}
	}
	return docs, sources, nil
}

// parse reads one file into nodes and refuses what it does not know.
func parse(name string, data []byte) (*document, error) {
	d := &document{name: name, imports: map[string]bool{schemaSpace: true}}
	dec := xml.NewDecoder(bytes.NewReader(data))
	var stack []*node
	line := func() int { l, _ := dec.InputPos(); return l }
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if tok.Name.Space == schemaSpace && tok.Name.Local == "annotation" {
				if err := dec.Skip(); err != nil {
					return nil, fmt.Errorf("%s: %w", name, err)
				}
				continue
			}
			var parent *node
			if len(stack) > 0 {
				parent = stack[len(stack)-1]
			}
			n, err := newNode(d, parent, tok, line())
			if err != nil {
				return nil, err
			}
			if parent == nil {
				d.root = n
			} else {
				parent.children = append(parent.children, n)
			}
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 0 && strings.TrimSpace(string(tok)) != "" {
				return nil, stack[len(stack)-1].errorf("holds text")
			}
		}
	}
	if d.root == nil {
		return nil, fmt.Errorf("%s: no schema in it", name)
	}
	d.space = d.root.attrs["targetNamespace"]
	if d.space == "" {
		return nil, d.root.errorf("has no target namespace")
	}
	d.imports[d.space] = true
	if d.root.attrs["elementFormDefault"] != "qualified" {
		return nil, d.root.errorf("local elements are not qualified")
	}
	if f := d.root.attrs["attributeFormDefault"]; f != "" && f != "unqualified" {
		return nil, d.root.errorf("local attributes are qualified")
	}
	return d, nil
}

func newNode(d *document, parent *node, tok xml.StartElement, line int) (*node, error) {
	n := &node{local: tok.Name.Local, attrs: map[string]string{}, line: line, file: d}
	if tok.Name.Space != schemaSpace {
		return nil, n.errorf("is not an element of XML Schema")
	}
	grammar, ok := known[n.local]
	if !ok {
		return nil, n.errorf("this construct of XML Schema is not known to the generator")
	}
	switch {
	case parent == nil && n.local != "schema":
		return nil, n.errorf("is not the root of a schema")
	case parent != nil && !word(known[parent.local].children, n.local):
		return nil, n.errorf("is not known to the generator inside <%s>", parent.local)
	}
	n.spaces = map[string]string{}
	if parent != nil {
		n.spaces = parent.spaces
	}
	declared := map[string]string{}
	for _, a := range tok.Attr {
		switch {
		case a.Name.Space == "xmlns":
			declared[a.Name.Local] = a.Value
		case a.Name.Space == "" && a.Name.Local == "xmlns":
			declared[""] = a.Value
		case a.Name.Space == "" && word(grammar.attrs, a.Name.Local):
			n.attrs[a.Name.Local] = a.Value
		default:
			return nil, n.errorf("attribute %q is not known to the generator", a.Name.Local)
		}
	}
	if len(declared) > 0 {
		scope := map[string]string{}
		for p, s := range n.spaces {
			scope[p] = s
		}
		for p, s := range declared {
			scope[p] = s
		}
		n.spaces = scope
	}
	return n, nil
}

// word reports whether w is one of the words of list.
func word(list, w string) bool {
	for _, f := range strings.Fields(list) {
		if f == w {
			return true
		}
	}
	return false
}
