package facturx

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// read takes what is of interest from each rdf:Description.
func (m *XMP) read(t *xmltree.Tree) {
	if m.Encoding == "" {
		m.Encoding = t.Encoding()
	}
	for n := xmltree.Node(0); int(n) < t.Len(); n++ {
		if t.NameOf(n) == (xmltree.Name{Space: nsRDF, Local: "RDF"}) {
			for c := t.FirstChild(n); c != xmltree.None; c = t.NextSibling(c) {
				m.describe(t, c)
			}
		}
	}
}

// A property of a description, in either form.
type property struct {
	xmltree.Name
	prefix    string
	attribute bool
	node      xmltree.Node // of the element
	value     string       // of the attribute, or text directly in the element
}

// properties yields what a description says, attributes first.
func properties(t *xmltree.Tree, n xmltree.Node) (all []property) {
	for a, end := t.Attrs(n); a < end; a++ {
		start, value, _ := t.AttrRange(a)
		all = append(all, property{Name: t.AttrNameOf(a), prefix: prefixOf(t.Doc()[start:value]), attribute: true, value: t.AttrValue(a)})
	}
	for c := t.FirstChild(n); c != xmltree.None; c = t.NextSibling(c) {
		all = append(all, property{Name: t.NameOf(c), prefix: prefixOf(t.QName(c)), node: c, value: t.Text(c)})
	}
	return all
}

func prefixOf(name string) string {
	if i := strings.IndexByte(name, ':'); i >= 0 {
		return name[:i]
	}
	return ""
}

func (m *XMP) describe(t *xmltree.Tree, n xmltree.Node) {
	documents := map[string]int{} // by namespace, in m.Documents
	for _, p := range properties(t, n) {
		switch {
		case isDocumentSpace(p.Space):
			i, ok := documents[p.Space]
			if !ok {
				i = len(m.Documents)
				documents[p.Space] = i
				m.Documents = append(m.Documents, Document{Namespace: p.Space, Prefix: p.prefix})
			}
			m.Documents[i].set(p)
		case p.Space == nsPDFAID:
			m.claim(p)
		case p.Name == xmltree.Name{Space: nsExtension, Local: "schemas"}:
			m.ExtensionSchemas++
			if !p.attribute {
				m.extend(t, p.node)
			}
		default:
			m.general(t, p)
		}
	}
}

func (d *Document) set(p property) {
	form := Elements
	if p.attribute {
		form = Attributes
	}
	switch d.Form {
	case "":
		d.Form = form
	case form:
	default:
		d.Form = Mixed
	}
	switch p.Local {
	case "DocumentType":
		d.DocumentType = p.value
	case "DocumentFileName":
		d.DocumentFileName = p.value
	case "Version":
		d.Version = p.value
	case "ConformanceLevel":
		d.ConformanceLevel = p.value
	}
}

func (m *XMP) claim(p property) {
	switch p.Local {
	case "part":
		m.PDFAPart, m.PDFAPrefix = p.value, p.prefix
	case "conformance":
		m.PDFAConformance = p.value
	}
}

// extend reads the schemas of a list. They may be written in full or short RDF, so whatever names a namespace is taken for a schema.
func (m *XMP) extend(t *xmltree.Tree, list xmltree.Node) {
	for n := list; n < t.After(list); n++ {
		var s Schema
		for _, p := range properties(t, n) {
			switch p.Name {
			case xmltree.Name{Space: nsSchema, Local: "namespaceURI"}:
				s.Namespace = p.value
			case xmltree.Name{Space: nsSchema, Local: "prefix"}:
				s.Prefix = p.value
			case xmltree.Name{Space: nsSchema, Local: "schema"}:
				s.Name = p.value
			case xmltree.Name{Space: nsSchema, Local: "property"}:
				if !p.attribute {
					s.Properties = propertyNames(t, p.node)
				}
			}
		}
		if s.Namespace != "" {
			m.Schemas = append(m.Schemas, s)
		}
	}
}

func propertyNames(t *xmltree.Tree, list xmltree.Node) (names []string) {
	for n := list; n < t.After(list); n++ {
		for _, p := range properties(t, n) {
			if p.Name == (xmltree.Name{Space: nsProperty, Local: "name"}) {
				names = append(names, p.value)
			}
		}
	}
	return names
}

// general reads what the document information dictionary of a PDF holds as well.
func (m *XMP) general(t *xmltree.Tree, p property) {
	var to *string
	switch p.Name {
	case xmltree.Name{Space: nsDC, Local: "creator"}:
		m.Authors = p.items(t)
		return
	case xmltree.Name{Space: nsDC, Local: "title"}:
		to = &m.Title
	case xmltree.Name{Space: nsDC, Local: "description"}:
		to = &m.Description
	case xmltree.Name{Space: nsPDF, Local: "Producer"}:
		to = &m.Producer
	case xmltree.Name{Space: nsPDF, Local: "Keywords"}:
		to = &m.Keywords
	case xmltree.Name{Space: nsBasic, Local: "CreatorTool"}:
		to = &m.CreatorTool
	case xmltree.Name{Space: nsBasic, Local: "CreateDate"}:
		to = &m.CreateDate
	case xmltree.Name{Space: nsBasic, Local: "ModifyDate"}:
		to = &m.ModifyDate
	case xmltree.Name{Space: nsBasic, Local: "MetadataDate"}:
		to = &m.MetadataDate
	default:
		return
	}
	if items := p.items(t); len(items) > 0 {
		*to = items[0]
	}
}

// items returns the values of a property: those of its rdf:li, the default language first, or its one value.
func (p *property) items(t *xmltree.Tree) []string {
	if p.attribute || !t.HasChildren(p.node) {
		return []string{p.value}
	}
	var items []string
	for n := p.node; n < t.After(p.node); n++ {
		if t.NameOf(n) != (xmltree.Name{Space: nsRDF, Local: "li"}) {
			continue
		}
		if isDefault(t, n) {
			items = append([]string{t.Text(n)}, items...)
		} else {
			items = append(items, t.Text(n))
		}
	}
	return items
}

func isDefault(t *xmltree.Tree, n xmltree.Node) bool {
	for a, end := t.Attrs(n); a < end; a++ {
		if name := t.AttrNameOf(a); name.Local == "lang" && t.AttrValue(a) == "x-default" {
			return true
		}
	}
	return false
}
