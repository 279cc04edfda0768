package schemas

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// noAttr stands for "the element itself" where a place may be an attribute.
const noAttr xmltree.Attr = -1

// startTag checks the attributes of an element. It gives the type that its content follows, which xsi:type
// may change, or nil if the content cannot be judged.
func (w *walker) startTag(n xmltree.Node, id typeID, first, end xmltree.Attr) *typ {
	ty := w.schema.typ(id)
	if w.xsi {
		declared := id
		if id = w.instanceType(n, declared); id == 0 {
			return nil
		}
		ty = w.schema.typ(id)
		if attr := w.attr(n, xsiNil); attr != noAttr && !w.nilAllowed(n, attr) {
			return nil
		}
	}
	if ty.abstract {
		w.abstractType(n, ty)
		return nil
	}
	required := 0
	for a := first; a < end; a++ {
		if w.attribute(n, a, ty) {
			required++
		}
	}
	if ty.attrs != nil && required < ty.attrs.required {
		w.missingAttributes(n, ty, first, end)
	}
	return ty
}

// attribute checks one attribute and reports whether it is one that the type requires.
func (w *walker) attribute(n xmltree.Node, a xmltree.Attr, ty *typ) bool {
	sym := w.symbols[w.tree.AttrName(a)]
	if sym >= spaces[xsiIndex].first && sym < spaces[xsiIndex].end {
		return false
	}
	if ty.attrs == nil {
		w.unknownAttribute(n, a, ty)
		return false
	}
	if sym != 0 {
		for i := range ty.attrs.list {
			decl := &ty.attrs.list[i]
			if decl.name != sym {
				continue
			}
			vt := w.schema.typ(decl.typ)
			if vt.facets == nil && !decl.isFixed && anyText(vt.value) {
				return decl.required
			}
			text := w.tree.AttrValue(a)
			if bad := checkValue(vt.value, vt.facets, text, w.tree, n); bad != noFault {
				w.badValue(n, a, vt.value, vt.facets, text, bad)
			} else if decl.isFixed && normalize(vt.value, text) != normalize(vt.value, decl.fixed) {
				w.notFixed(n, a, decl.fixed, text)
			} else {
				w.identify(n, a, vt.value, text)
			}
			return decl.required
		}
	}
	// No schema here declares a global attribute, so that a strict wildcard admits none.
	if !ty.attrs.wildcard.lax() {
		w.unknownAttribute(n, a, ty)
	}
	return false
}

// xsiIndex is the place of the namespace of xsi:type in spaces.
const xsiIndex = 1

// attr finds an attribute of an element, or gives noAttr.
func (w *walker) attr(n xmltree.Node, sym symbol) xmltree.Attr {
	first, end := w.tree.Attrs(n)
	for a := first; a < end; a++ {
		if w.symbols[w.tree.AttrName(a)] == sym {
			return a
		}
	}
	return noAttr
}

// typeAttr finds xsi:type on an element.
func (w *walker) typeAttr(n xmltree.Node) xmltree.Attr {
	if !w.xsi {
		return noAttr
	}
	return w.attr(n, xsiType)
}

// instanceType gives the type that xsi:type names, or the declared one without it. Zero means that the name
// is no type or does not derive from the declared type.
func (w *walker) instanceType(n xmltree.Node, declared typeID) typeID {
	a := w.typeAttr(n)
	if a == noAttr {
		return declared
	}
	prefix, local, found := strings.Cut(trim(w.tree.AttrValue(a)), ":")
	if !found {
		prefix, local = "", prefix
	}
	space, bound := w.tree.LookupPrefix(n, prefix)
	if !bound && found {
		w.badInstanceType(n, a, declared, false)
		return 0
	}
	id := typeID(0)
	if space == schemaSpace {
		for i := range builtinName {
			if i > 0 && builtinName[i] == local {
				id = typeID(i)
			}
		}
	} else {
		id = w.schema.typeNamed(findName(xmltree.Name{Space: space, Local: local}))
	}
	if id == 0 || !w.schema.derives(id, declared) {
		w.badInstanceType(n, a, declared, id != 0)
		return 0
	}
	return id
}

// nilAllowed judges xsi:nil. No schema here declares an element that may be nil, so it is an error on every
// declared element; on an undeclared one it must only be a boolean.
func (w *walker) nilAllowed(n xmltree.Node, a xmltree.Attr) bool {
	if n != w.undeclaredNode {
		w.nilRefused(n, a)
		return false
	}
	text := w.tree.AttrValue(a)
	if checkValue(xsBoolean, nil, text, w.tree, n) != noFault {
		w.badValue(n, a, xsBoolean, nil, text, faultSyntax)
	}
	return true
}
