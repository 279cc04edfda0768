package xmltree

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// hostile are documents made to be slow or large for a careless reader.
var hostile = []struct {
	name string
	doc  func() string
	lim  Limits
}{
	{"attributes", func() string { return "<a" + manyAttributes(100_000) + "/>" }, Limits{}},
	{"attributes without a limit", func() string { return "<a" + manyAttributes(100_000) + "/>" }, Limits{Attributes: -1}},
	{"64 attributes on each element", func() string {
		return "<r>" + strings.Repeat("<a"+manyAttributes(64)+"/>", 2000) + "</r>"
	}, Limits{}},
	{"namespaces", func() string { return "<a" + manyNamespaces(100_000) + "/>" }, Limits{}},
	{"namespaces without a limit", func() string { return "<a" + manyNamespaces(100_000) + "/>" }, Limits{Namespaces: -1}},
	{"namespaces in each other", func() string {
		return nest(3000, func(i int) string { return fmt.Sprintf(`<a xmlns:p%d="u%d">`, i, i) }, "</a>")
	}, Limits{Namespaces: -1, Depth: -1}},
	{"a thousand namespaces and names in all of them", func() string {
		var b strings.Builder
		b.WriteString("<a" + manyNamespaces(1000) + ">")
		for i := range 100_000 {
			fmt.Fprintf(&b, "<p%05d:n%d/>", i%1000, i)
		}
		return b.String() + "</a>"
	}, Limits{}},
	{"long namespaces compared", func() string {
		var b strings.Builder
		uri := strings.Repeat("u", 500_000)
		b.WriteString(`<a xmlns:p="` + uri + `" xmlns:q="` + uri + `">`)
		for i := range 50_000 {
			fmt.Fprintf(&b, "<p:n%d/><q:n%d/>", i, i)
		}
		return b.String() + "</a>"
	}, Limits{}},
	{"a declaration on each element", func() string {
		var b strings.Builder
		b.WriteString("<r>")
		for i := range 50_000 {
			fmt.Fprintf(&b, `<p:a xmlns:p="u%d"><p:b/></p:a>`, i)
		}
		return b.String() + "</r>"
	}, Limits{}},
	{"a million names", func() string {
		var b strings.Builder
		b.WriteString("<r>")
		for i := range 1_000_000 {
			fmt.Fprintf(&b, "<n%d/>", i)
		}
		return b.String() + "</r>"
	}, Limits{Names: -1}},
	{"names of one slot", oneSlot, Limits{}},
	{"depth", func() string { return nest(10_000, func(int) string { return "<a>" }, "</a>") }, Limits{}},
	{"depth without a limit", func() string { return nest(300_000, func(int) string { return "<a>" }, "</a>") }, Limits{Depth: -1}},
	{"depth and no end", func() string { return strings.Repeat("<a>", 300_000) }, Limits{Depth: -1}},
	{"only <", func() string { return strings.Repeat("<", 1<<20) }, Limits{}},
	{"empty elements", func() string { return "<r>" + strings.Repeat("<a/>", 500_000) + "</r>" }, Limits{}},
	{"entities", func() string { return "<a>" + strings.Repeat("&amp;", 1_000_000) + "</a>" }, Limits{}},
	{"entities in a value", func() string { return `<a b="` + strings.Repeat("&amp;", 1_000_000) + `"/>` }, Limits{}},
	{"entities between elements", func() string { return "<a>" + strings.Repeat("&amp;<b/>", 300_000) + "</a>" }, Limits{}},
	{"references", func() string { return "<a>" + strings.Repeat("&#x41;", 5<<20/6) + "</a>" }, Limits{}},
	{"one long reference", func() string { return "<a>&#" + strings.Repeat("0", 5<<20) + "65;</a>" }, Limits{}},
	{"one long entity", func() string { return "<a>&" + strings.Repeat("x", 5<<20) + "</a>" }, Limits{}},
	{"brackets", func() string { return "<a>" + strings.Repeat("]]", 5<<19) + "</a>" }, Limits{}},
	{"brackets between elements", func() string { return "<a>" + strings.Repeat("]]<b/>", 500_000) + "</a>" }, Limits{}},
	{"CDATA sections", func() string { return "<a>" + strings.Repeat("<![CDATA[]]>x", 300_000) + "</a>" }, Limits{}},
	{"an open CDATA section behind texts", func() string { return "<a>" + strings.Repeat("x<b/>", 300_000) + "<![CDATA[</a>" }, Limits{}},
	{"comments in a text", func() string { return "<a>" + strings.Repeat("<!---->x", 1_000_000) + "</a>" }, Limits{}},
	{"comments with references in them", func() string { return "<a>" + strings.Repeat("<!--&-->x", 300_000) + "</a>" }, Limits{}},
	{"instructions", func() string { return "<a>" + strings.Repeat("<?p?>", 500_000) + "</a>" }, Limits{}},
	{"dashes", func() string { return "<a><!--" + strings.Repeat(" -", 1<<20) + "</a>" }, Limits{}},
	{"carriage returns", func() string { return "<a>" + strings.Repeat("\r", 3<<20) + "</a>" }, Limits{}},
	{"carriage returns and text", func() string { return "<a>" + strings.Repeat("x\r", 3<<19) + "</a>" }, Limits{}},
	{"line ends in a value", func() string { return "<a b='" + strings.Repeat("\r\n", 3<<19) + "'/>" }, Limits{}},
	{"line ends", func() string { return "<a>" + strings.Repeat("\n", 3<<20) + "</a>" }, Limits{}},
	{"one long line", func() string { return "<a>" + strings.Repeat("é", 3<<19) + "</a>" }, Limits{}},
	{"characters next to the forbidden ones", func() string { return "<a>" + strings.Repeat("\ufffd", 1<<20) + "</a>" }, Limits{}},
	{"a long name", func() string { n := strings.Repeat("n", 2<<20); return "<" + n + "></" + n + ">" }, Limits{}},
	{"a long name that is wrong", func() string { return "<" + strings.Repeat("n", 2<<20) + "\u00d7/>" }, Limits{}},
	{"white space in tags", func() string { return "<a>" + strings.Repeat("<b"+strings.Repeat(" ", 1000)+"/>", 2000) + "</a>" }, Limits{}},
	{"single bytes", func() string { return declared("windows-1252", strings.Repeat("\x80", 2<<20)) }, Limits{}},
	{"wrong UTF-8", func() string { return "<a>" + strings.Repeat("é", 1<<20) + "\xff" }, Limits{}},
	{"UTF-16", func() string { return utf16Doc("\ufeff<a>"+strings.Repeat("𝄞", 1<<18)+"</a>", true) }, Limits{}},
	{"siblings of one name", func() string { return "<r>" + strings.Repeat("<a/><b/>", 100_000) + "</r>" }, Limits{}},
}

func nest(n int, start func(int) string, end string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(start(i))
	}
	return b.String() + strings.Repeat(end, n)
}

// oneSlot writes many elements whose names all fall into one slot of the cache.
func oneSlot() string {
	slots := map[uint64][]string{}
	for i := 0; ; i++ {
		name := fmt.Sprintf("n%d", i)
		_, hash := scanName("<"+name+"/>       ", 1)
		slot := hash >> (64 - elementBits)
		slots[slot] = append(slots[slot], name)
		if len(slots[slot]) == 100 {
			return "<r>" + strings.Repeat("<"+strings.Join(slots[slot], "/><")+"/>", 1500) + "</r>"
		}
	}
}

// TestHostile wants every document read or refused in 200 ms a megabyte, together with the dearest
// questions about it.
func TestHostile(t *testing.T) {
	for _, c := range hostile {
		t.Run(c.name, func(t *testing.T) {
			doc := c.doc()
			megabytes := max(1, float64(len(doc))/mega)
			limit := time.Duration(200 * float64(time.Millisecond) * megabytes * slowdown)
			var err error
			best := time.Hour
			// The best of several, because other work may be going on.
			for try := 0; try < 8 && best > limit; try++ {
				best = min(best, took(1, func() {
					var tree *Tree
					if tree, err = Parse(doc, c.lim); err == nil {
						ask(tree)
					}
				}))
			}
			if best > limit {
				t.Errorf("%.1f MB took %v, more than %v (%v)", megabytes, best, limit, err)
			} else {
				t.Logf("%.1f MB took %v (%v)", megabytes, best, err)
			}
		})
	}
}

// ask asks a tree what is not answered by a look at a table.
func ask(tree *Tree) {
	last := Node(tree.Len() - 1)
	tree.StringValue(0)
	tree.Path(last, nil)
	for a := range tree.AttrLen() {
		tree.AttrValue(Attr(a))
		tree.Owner(Attr(a))
	}
	step := max(1, tree.Len()/1000)
	for n := 0; n < tree.Len(); n += step {
		start, _ := tree.Range(Node(n))
		line, _ := tree.Position(start)
		tree.Line(line)
		tree.LookupPrefix(Node(n), "none")
		tree.Prefix(Node(n), "none")
	}
	tree.Text(last)
}

// TestEstimate wants little memory taken for a document that only looks as if it had many
// elements.
func TestEstimate(t *testing.T) {
	for _, doc := range []string{strings.Repeat("<", 16<<20), "<a>" + strings.Repeat("<!---->", 2<<20) + "</a>"} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		tree, err := Parse(doc, Limits{})
		runtime.ReadMemStats(&after)
		if got := after.TotalAlloc - before.TotalAlloc; got > uint64(len(doc))+uint64(len(doc))/4+64<<10 {
			t.Errorf("%d bytes allocated for %d bytes (%v)", got, len(doc), err)
		}
		if tree != nil && cap(tree.nodes) > 100 {
			t.Errorf("room for %d elements is kept, for %d", cap(tree.nodes), tree.Len())
		}
	}
}
