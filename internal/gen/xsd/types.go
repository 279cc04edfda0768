package xsd

import "strconv"

// globalType compiles a named type once.
func (b *builder) globalType(q name, n *node) (*typeDef, error) {
	if t := b.done[q]; t != nil {
		return t, nil
	}
	ident, err := b.newIdent(b.names.prefix(q.space) + title(q.local))
	if err != nil {
		return nil, err
	}
	t := &typeDef{name: q, ident: ident}
	b.done[q] = t
	b.names.add(q)
	return t, b.define(t, n)
}

// elementType gives the type of an element declaration: named, or written in place.
func (b *builder) elementType(n *node, path string) (*typeDef, error) {
	switch {
	case n.has("type") && len(n.children) == 0:
		return b.typeNamed(n, "type")
	case len(n.children) == 0:
		return anyType, nil
	case !n.has("type") && len(n.children) == 1:
		ident, err := b.newIdent(path)
		if err != nil {
			return nil, err
		}
		t := &typeDef{ident: ident}
		if n.children[0].has("name") {
			return nil, n.children[0].errorf("a type written in place has no name")
		}
		return t, b.define(t, n.children[0])
	}
	return nil, n.errorf("has two types")
}

// define fills a type from its declaration.
func (b *builder) define(t *typeDef, n *node) error {
	t.state = 1
	b.all = append(b.all, t)
	var err error
	if n.local == "simpleType" {
		err = b.simpleType(t, n)
	} else {
		err = b.complexType(t, n)
	}
	t.state = 2
	return err
}

// baseOf gives the type that n derives from, compiled.
func (b *builder) baseOf(n *node) (*typeDef, error) {
	base, err := b.typeNamed(n, "base")
	if err != nil {
		return nil, err
	}
	if base.state != 2 {
		return nil, n.errorf("the type derives from itself")
	}
	return base, nil
}

func (b *builder) simpleType(t *typeDef, n *node) error {
	if len(n.children) != 1 {
		return n.errorf("needs one restriction")
	}
	r := n.children[0]
	base, err := b.baseOf(r)
	if err != nil {
		return err
	}
	if !base.isSimple {
		return r.errorf("a simple type restricts a simple type")
	}
	t.base, t.builtin, t.facets, t.isSimple, t.content = base, base.builtin, base.facets, true, contentValue
	return b.restrictValue(t, r, "")
}

// restrictValue applies the facets in r; other kinds of children are errors unless named in allowed.
func (b *builder) restrictValue(t *typeDef, r *node, allowed string) error {
	var enum []string
	for _, f := range r.children {
		switch {
		case word(allowed, f.local):
			continue
		case !word("enumeration minLength maxLength", f.local):
			return f.errorf("is not known to the generator here")
		case !word(stringTypes, t.builtin):
			return f.errorf("the generator knows this facet for text only, not for xs:%s", t.builtin)
		}
		if f.local == "enumeration" {
			enum = append(enum, f.attrs["value"])
			continue
		}
		v, err := strconv.Atoi(f.attrs["value"])
		if err != nil || v < 0 || v > 1<<15 {
			return f.errorf("value=%q", f.attrs["value"])
		}
		if f.local == "minLength" {
			t.facets.minLength = &v
		} else {
			t.facets.maxLength = &v
		}
	}
	if enum != nil {
		t.facets.enum = enum
	}
	return nil
}

func (b *builder) complexType(t *typeDef, n *node) error {
	mixed, err := n.boolean("mixed")
	if err != nil {
		return err
	}
	if t.abstract, err = n.boolean("abstract"); err != nil {
		return err
	}
	content := n
	if len(n.children) > 0 && (n.children[0].local == "simpleContent" || n.children[0].local == "complexContent") {
		holder := n.children[0]
		if len(n.children) != 1 || len(holder.children) != 1 {
			return n.errorf("%s stands alone and holds one derivation", holder.local)
		}
		content = holder.children[0]
		if t.base, err = b.baseOf(content); err != nil {
			return err
		}
		if holder.local == "simpleContent" {
			return b.simpleContent(t, content)
		}
		if t.base.isSimple || t.base.content == contentValue {
			return content.errorf("complexContent derives from a type with element content")
		}
		if mixed != (t.base.content == contentMixed) {
			return content.errorf("a restriction that changes mixed is not known to the generator")
		}
		t.attrs, t.anyAttr = t.base.attrs, nil
	}
	for _, c := range content.children {
		switch c.local {
		case "sequence", "choice":
			if t.modelNode != nil {
				return c.errorf("a type has one content model")
			}
			t.modelNode = c
		case "attribute":
			if err := b.attribute(t, c); err != nil {
				return err
			}
		case "anyAttribute":
			if t.anyAttr, err = b.wildcard(c); err != nil {
				return err
			}
		default:
			return c.errorf("is not known to the generator here")
		}
	}
	switch {
	case mixed:
		t.content = contentMixed
	case t.modelNode == nil || !t.modelNode.holdsParticles():
		t.content, t.modelNode = contentEmpty, nil
	default:
		t.content = contentElements
	}
	return nil
}

func (b *builder) simpleContent(t *typeDef, d *node) error {
	base := t.base
	if base.content != contentValue {
		return d.errorf("simpleContent derives from a type with a simple value")
	}
	if d.local == "restriction" && base.isSimple {
		return d.errorf("a restriction of simpleContent derives from a complex type")
	}
	t.content, t.builtin, t.facets = contentValue, base.builtin, base.facets
	t.attrs, t.anyAttr = base.attrs, base.anyAttr
	if d.local == "restriction" {
		t.anyAttr = nil
		if err := b.restrictValue(t, d, "attribute"); err != nil {
			return err
		}
	}
	for _, c := range d.children {
		if c.local != "attribute" {
			continue
		}
		if err := b.attribute(t, c); err != nil {
			return err
		}
	}
	return nil
}

// attribute adds an attribute to a type, or replaces or removes the inherited one of that name.
func (b *builder) attribute(t *typeDef, n *node) error {
	if err := n.only("use", "optional", "required", "prohibited"); err != nil {
		return err
	}
	if !n.has("name") || !n.has("type") {
		return n.errorf("an attribute needs a name and a type")
	}
	typ, err := b.typeNamed(n, "type")
	if err != nil {
		return err
	}
	if !typ.isSimple {
		return n.errorf("the type of an attribute is simple")
	}
	a := attribute{name: n.attrs["name"], typ: typ, required: n.attrs["use"] == "required"}
	if v, ok := n.attrs["fixed"]; ok {
		if !word(stringTypes, typ.builtin) {
			return n.errorf("the generator knows a fixed value for text only")
		}
		a.fixed = &v
	}
	var kept []attribute
	for _, old := range t.attrs {
		if old.name != a.name {
			kept = append(kept, old)
		}
	}
	if n.attrs["use"] != "prohibited" {
		kept = append(kept, a)
		b.names.add(name{"", a.name})
	}
	t.attrs = kept
	return nil
}

func (b *builder) wildcard(n *node) (*wildcard, error) {
	if err := n.only("namespace", "##any", "##other"); err != nil {
		return nil, err
	}
	if err := n.only("processContents", "lax", "strict"); err != nil {
		return nil, err
	}
	return &wildcard{
		other: n.attrs["namespace"] == "##other",
		lax:   n.attrs["processContents"] == "lax",
		space: n.file.space,
	}, nil
}

// holdsParticles reports whether a group has an element or a wildcard in it, however deep.
func (n *node) holdsParticles() bool {
	for _, c := range n.children {
		if c.local == "element" || c.local == "any" || c.holdsParticles() {
			return true
		}
	}
	return false
}

// particle reads an element, a wildcard, a sequence or a choice.
func (b *builder) particle(n *node, owner *typeDef) (*group, error) {
	g := &group{kind: n.local, node: n}
	var err error
	if g.min, g.max, err = n.occurs(); err != nil {
		return nil, err
	}
	switch n.local {
	case "any":
		g.wild, err = b.wildcard(n)
		return g, err
	case "element":
		return g, b.localElement(g, n, owner)
	}
	for _, c := range n.children {
		p, err := b.particle(c, owner)
		if err != nil {
			return nil, err
		}
		g.parts = append(g.parts, p)
	}
	return g, nil
}

func (b *builder) localElement(g *group, n *node, owner *typeDef) error {
	if n.has("ref") {
		if n.has("name") || n.has("type") || len(n.children) > 0 {
			return n.errorf("a reference has no name and no type of its own")
		}
		q, err := b.resolve(n, "ref")
		if err != nil {
			return err
		}
		decl := b.elements[q]
		if decl == nil {
			return n.errorf("element %s is not declared in any file of the set", q)
		}
		if len(decl.children) > 0 {
			return n.errorf("the generator wants a named type for the global element %s", q)
		}
		g.elem = q
		g.typ, err = b.elementType(decl, "")
		return err
	}
	if n.attrs["name"] == "" {
		return n.errorf("an element needs a name or a ref")
	}
	g.elem = name{n.file.space, n.attrs["name"]}
	b.names.add(g.elem)
	var err error
	g.typ, err = b.elementType(n, owner.ident[len(b.set.Ident):]+title(n.attrs["name"]))
	return err
}
