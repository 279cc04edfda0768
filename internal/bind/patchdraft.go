package bind

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// draft is a document with changes: what to write otherwise, what to leave out and what to put in. Everything else stays as it is, byte by byte.
type draft struct {
	tree  *xmltree.Tree
	style style
	// touched holds the elements with a change in them, and with each all around it.
	touched  bitset
	gone     bitset                        // elements
	contents map[xmltree.Node]string       // what stands between the tags instead
	values   map[xmltree.Attr]newValue     // what stands between the quotes instead
	added    map[xmltree.Node][]attribute  // attributes that an element gets
	inserted map[spot][]insertion          // elements, in their order
	shown    map[xmltree.Node]xmltree.Node // which element stands in an element's place, where several change places
	place    map[xmltree.Node]xmltree.Node // the reverse of shown
}

// newValue is the new value of an attribute, or that it is gone.
type newValue struct {
	raw  string
	gone bool
}

// attribute is one that an element gets, its value as it stands between double quotes.
type attribute struct{ name, raw string }

// spot is a place among the children of an element: behind one of them, or before them all.
type spot struct{ parent, after xmltree.Node }

// insertion is an element of another document that comes in, with everything that keep leaves of it.
type insertion struct {
	from *written
	node xmltree.Node
	keep func(xmltree.Node) bool
}

func newDraft(t *Table, tree *xmltree.Tree) *draft {
	return &draft{tree: tree, style: newStyle(t, tree), touched: newBitset(tree.Len()), gone: newBitset(tree.Len()),
		contents: map[xmltree.Node]string{}, values: map[xmltree.Attr]newValue{}, added: map[xmltree.Node][]attribute{},
		inserted: map[spot][]insertion{}, shown: map[xmltree.Node]xmltree.Node{}, place: map[xmltree.Node]xmltree.Node{}}
}

// touch marks an element, and what it stands in, as changed.
func (d *draft) touch(n xmltree.Node) {
	for ; n != xmltree.None && !d.touched.has(int(n)); n = d.tree.Parent(n) {
		d.touched.set(int(n))
	}
}

// changed reports whether there is a change at all.
func (d *draft) changed() bool { return d.touched.has(0) }

// remove leaves an element out, with the white space before it.
func (d *draft) remove(n xmltree.Node) {
	d.gone.set(int(n))
	d.touch(d.tree.Parent(n))
}

// absent reports whether an element, or one around it, is left out.
func (d *draft) absent(n xmltree.Node) bool {
	for ; n != xmltree.None; n = d.parent(n) {
		if d.gone.has(int(n)) {
			return true
		}
	}
	return false
}

// insert puts an element in. Those that come to one place have the order of the document that they come from.
func (d *draft) insert(at spot, in insertion) {
	all := d.inserted[at]
	i := len(all)
	for i > 0 && all[i-1].node > in.node {
		i--
	}
	d.inserted[at] = slices.Insert(all, i, in)
	d.touch(at.parent)
}

// setText gives an element another text. Comments and processing instructions in it stay. Pad says that the value is without the white space
// around it, which then stays too.
func (d *draft) setText(n xmltree.Node, text string, pad bool) error {
	raw, err := d.style.text(text)
	if err != nil {
		return err
	}
	from, to := d.tree.Content(n)
	d.contents[n] = d.around(n, d.tree.Doc()[from:to], raw, pad)
	d.touch(n)
	return nil
}

// around puts a text in the place of the one in content.
func (d *draft) around(n xmltree.Node, content, text string, pad bool) string {
	if !strings.Contains(content, "<") {
		inner := trim(content)
		if i := strings.Index(content, inner); pad && inner != "" {
			return content[:i] + text + content[i+len(inner):]
		}
		return text
	}
	var before, behind strings.Builder // comments and the like, by where the first text stands
	out := &before
	for _, p := range d.pieces(n) {
		switch {
		case p.markup:
			out.WriteString(p.raw)
		case !blank(p.raw):
			out = &behind
		}
	}
	return before.String() + text + behind.String()
}

// piece is a run of text in an element, CDATA included, or markup other than elements: a comment or a processing instruction.
type piece struct {
	raw    string
	markup bool
}

// pieces cuts the content of an element up. Child elements are left out.
func (d *draft) pieces(n xmltree.Node) (all []piece) {
	from, to := d.tree.Content(n)
	doc := d.tree.Doc()
	child := d.tree.FirstChild(n)
	for from < to {
		end := to
		if child != xmltree.None {
			start, behind := d.tree.Range(child)
			if from == start {
				from, child = behind, d.tree.NextSibling(child)
				continue
			}
			end = start
		}
		p := piece{raw: doc[from:end]}
		switch {
		case strings.HasPrefix(p.raw, "<!--"):
			p = piece{p.raw[:4+strings.Index(p.raw[4:], "-->")+3], true}
		case strings.HasPrefix(p.raw, "<?"):
			p = piece{p.raw[:strings.Index(p.raw, "?>")+2], true}
		case strings.HasPrefix(p.raw, "<![CDATA["):
			p.raw = p.raw[:strings.Index(p.raw, "]]>")+3]
		default:
			if i := strings.IndexByte(p.raw, '<'); i > 0 {
				p.raw = p.raw[:i]
			}
		}
		all = append(all, p)
		from += len(p.raw)
	}
	return all
}

// setAttribute gives an attribute another value.
func (d *draft) setAttribute(a xmltree.Attr, value string) error {
	raw, err := d.style.value(value)
	if err != nil {
		return err
	}
	if _, from, _ := d.tree.AttrRange(a); d.tree.Doc()[from-1] == '\'' {
		raw = strings.ReplaceAll(raw, "'", "&#39;")
	}
	d.values[a] = newValue{raw: raw}
	d.touch(d.tree.Owner(a))
	return nil
}

// removeAttribute leaves an attribute out.
func (d *draft) removeAttribute(a xmltree.Attr) {
	d.values[a] = newValue{gone: true}
	d.touch(d.tree.Owner(a))
}

// addAttribute gives an element one more attribute.
func (d *draft) addAttribute(n xmltree.Node, name, value string) error {
	raw, err := d.style.value(value)
	if err != nil {
		return err
	}
	d.added[n] = append(d.added[n], attribute{name, raw})
	d.touch(n)
	return nil
}

// show puts element n in the place of another.
func (d *draft) show(n, in xmltree.Node) {
	d.shown[in], d.place[n] = n, in
	d.touch(d.tree.Parent(in))
}

// parent returns the element that n stands in now.
func (d *draft) parent(n xmltree.Node) xmltree.Node { return d.tree.Parent(d.placeOf(n)) }

// at returns the element that is shown in a place.
func (d *draft) at(place xmltree.Node) xmltree.Node {
	if n, ok := d.shown[place]; ok {
		return n
	}
	return place
}

// placeOf returns where element n stands now.
func (d *draft) placeOf(n xmltree.Node) xmltree.Node {
	if in, ok := d.place[n]; ok {
		return in
	}
	return n
}
