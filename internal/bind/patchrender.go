package bind

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// render writes the document with its changes.
func (d *draft) render() (string, error) {
	doc := d.tree.Doc()
	r := &renderer{draft: d}
	r.buf.Grow(len(doc) + len(doc)/16)
	from, to := d.tree.Range(0)
	r.buf.WriteString(doc[:from])
	r.element(0)
	r.buf.WriteString(doc[to:])
	return r.buf.String(), r.err
}

type renderer struct {
	*draft
	buf strings.Builder
	err error
}

// element writes an element, its content with all changes.
func (r *renderer) element(n xmltree.Node) {
	doc := r.tree.Doc()
	from, to := r.tree.Range(n)
	if !r.touched.has(int(n)) {
		r.buf.WriteString(doc[from:to])
		return
	}
	open, end := r.tree.Content(n)
	content, replaced := r.contents[n]
	if !r.tree.EmptyTag(n) {
		r.startTag(n, open)
		if replaced {
			r.buf.WriteString(content)
		} else {
			r.children(n, open, end)
		}
		r.buf.WriteString(doc[end:to])
		return
	}
	if !r.filled(n) && content == "" {
		r.startTag(n, open)
		return
	}
	slash := strings.LastIndexByte(doc[from:open], '/') + from
	r.startTag(n, slash)
	r.buf.WriteByte('>')
	if replaced {
		r.buf.WriteString(content)
	} else {
		r.children(n, open, open)
	}
	r.buf.WriteString("</" + r.tree.QName(n) + ">")
}

// filled reports whether an element without children gets some.
func (r *renderer) filled(n xmltree.Node) bool { return len(r.inserted[spot{n, xmltree.None}]) > 0 }

// startTag writes the start tag of an element up to the offset end.
func (r *renderer) startTag(n xmltree.Node, end int) {
	doc := r.tree.Doc()
	from, _ := r.tree.Range(n)
	first, last := r.tree.Attrs(n)
	for a := first; a < last; a++ {
		start, value, close := r.tree.AttrRange(a)
		v, ok := r.values[a]
		switch {
		case !ok:
			continue
		case v.gone:
			for isSpace(doc[start-1]) {
				start--
			}
			r.buf.WriteString(doc[from:start])
			from = close + 1
		default:
			r.buf.WriteString(doc[from:value])
			r.buf.WriteString(v.raw)
			from = close
		}
	}
	if added := r.added[n]; len(added) > 0 {
		at, _ := r.tree.Range(n)
		at += 1 + len(r.tree.QName(n))
		if last > first {
			_, _, at = r.tree.AttrRange(last - 1)
			at++
		}
		at = max(at, from) // the last attribute may be gone
		r.buf.WriteString(doc[from:at])
		from = at
		for _, a := range added {
			r.buf.WriteString(" " + a.name + `="` + a.raw + `"`)
		}
	}
	r.buf.WriteString(doc[from:end])
}

// children writes what stands in an element, from the offset from to the offset to.
func (r *renderer) children(n xmltree.Node, from, to int) {
	doc := r.tree.Doc()
	r.insertions(n, xmltree.None)
	for c := r.tree.FirstChild(n); c != xmltree.None; c = r.tree.NextSibling(c) {
		start, end := r.tree.Range(c)
		shown := c
		if other, ok := r.shown[c]; ok {
			shown = other
		}
		gap := doc[from:start]
		if r.gone.has(int(shown)) {
			for gap != "" && isSpace(gap[len(gap)-1]) {
				gap = gap[:len(gap)-1]
			}
			r.buf.WriteString(gap)
		} else {
			r.buf.WriteString(gap)
			r.element(shown)
		}
		r.insertions(n, c)
		from = end
	}
	r.buf.WriteString(doc[from:to])
}

// insertions writes the elements that come in at a place.
func (r *renderer) insertions(parent, after xmltree.Node) {
	all := r.inserted[spot{parent, after}]
	if len(all) == 0 {
		return
	}
	line := r.style.line(parent, after)
	for _, in := range all {
		r.buf.WriteString(line)
		w := inserter{r, in, r.style.namer(parent, after)}
		w.element(in.node, line, true)
	}
	from, to := r.tree.Content(parent)
	if r.tree.FirstChild(parent) == xmltree.None && from == to {
		r.buf.WriteString(r.style.closing(parent, line))
	}
}

// inserter writes an element of another document as this one writes its own.
type inserter struct {
	*renderer
	in    insertion
	names *namer
}

// element writes an element behind the line break that line is. Top says that it declares what the place lacks.
func (w *inserter) element(n xmltree.Node, line string, top bool) {
	tree := w.in.from.tree
	name := w.names.name(tree.NameOf(n))
	w.buf.WriteString("<" + name)
	if top {
		for _, space := range w.spaces(n) {
			w.buf.WriteString(w.names.declare(space))
		}
	}
	first, end := tree.Attrs(n)
	for a := first; a < end; a++ {
		value, err := w.style.value(tree.AttrValue(a))
		w.fail(err)
		w.buf.WriteString(" " + tree.AttrQName(a) + `="` + value + `"`)
	}
	if tree.EmptyTag(n) {
		w.buf.WriteString("/>")
		return
	}
	w.buf.WriteByte('>')
	if !tree.HasChildren(n) {
		text, err := w.style.text(tree.Text(n))
		w.fail(err)
		w.buf.WriteString(text)
	}
	inner := w.style.deeper(line)
	children := false
	for c := tree.FirstChild(n); c != xmltree.None; c = tree.NextSibling(c) {
		if w.in.keep(c) {
			children = true
			w.buf.WriteString(inner)
			w.element(c, inner, false)
		}
	}
	if children {
		w.buf.WriteString(line)
	}
	w.buf.WriteString("</" + name + ">")
}

// spaces lists the namespaces of an element and of what is kept in it.
func (w *inserter) spaces(n xmltree.Node) (all []string) {
	tree := w.in.from.tree
	seen := map[xmltree.Sym]bool{}
	var visit func(n xmltree.Node)
	visit = func(n xmltree.Node) {
		if sym := tree.Name(n); !seen[sym] {
			seen[sym] = true
			all = append(all, tree.NameOf(n).Space)
		}
		for c := tree.FirstChild(n); c != xmltree.None; c = tree.NextSibling(c) {
			if w.in.keep(c) {
				visit(c)
			}
		}
	}
	visit(n)
	return all
}

func (r *renderer) fail(err error) {
	if r.err == nil {
		r.err = err
	}
}
