package schemas

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// disturb changes one thing somewhere in a document and says what.
func disturb(rng *rand.Rand, s *Schema, t *xmltree.Tree) (doc, how string) {
	doc = t.Doc()
	n := xmltree.Node(rng.IntN(t.Len()))
	start, end := t.Range(n)
	name := t.QName(n)
	first, last := t.Attrs(n)
	some := xmltree.Node(rng.IntN(t.Len()))
	someStart, someEnd := t.Range(some)
	switch rng.IntN(14) {
	case 0:
		return doc[:start] + doc[end:], "delete " + name
	case 1:
		return doc[:end] + "\n" + doc[start:end] + doc[end:], "repeat " + name
	case 2:
		next := t.NextSibling(n)
		if next == xmltree.None {
			return doc, "nothing"
		}
		from, to := t.Range(next)
		return doc[:start] + doc[from:to] + doc[end:from] + doc[start:end] + doc[to:], "swap " + name + " and " + t.QName(next)
	case 3:
		return doc[:start] + doc[someStart:someEnd] + doc[end:], "replace " + name + " by " + t.QName(some)
	case 4:
		return doc[:start] + doc[someStart:someEnd] + "\n" + doc[start:], "insert " + t.QName(some) + " before " + name
	case 5:
		other := oddName(rng, s)
		prefix, ok := t.Prefix(n, other.space().uri)
		if !ok || prefix == "" {
			return doc, "nothing"
		}
		return rename(t, n, prefix+":"+nameLocal[other]), "rename " + name + " to " + other.String()
	case 6:
		return rename(t, n, name+"x"), "rename " + name
	case 7, 8, 9:
		if t.HasChildren(n) {
			return doc, "nothing"
		}
		v := oddValue(rng)
		return rewrite(t, n, v), fmt.Sprintf("%s = %q", name, v)
	case 10:
		if first == last {
			return doc, "nothing"
		}
		a := first + xmltree.Attr(rng.IntN(int(last-first)))
		from, valueStart, valueEnd := t.AttrRange(a)
		if rng.IntN(2) == 0 {
			return doc[:from] + doc[valueEnd+1:], "drop attribute " + t.AttrQName(a)
		}
		v := strings.NewReplacer("<", "&lt;", `"`, "&quot;", `'`, "&apos;").Replace(oddValue(rng))
		if strings.Contains(v, "<!") {
			v = ""
		}
		return doc[:valueStart] + v + doc[valueEnd:], fmt.Sprintf("attribute %s = %q", t.AttrQName(a), v)
	case 11:
		extra := []string{`listID="x"`, `currencyID="EUR"`, `xml:lang="fr"`, `xmlns:z="urn:z" z:a=""`, `schemeURI="%zz"`, `languageID="fr_FR"`,
			`xmlns:i="` + xsiSpace + `" i:nil="true"`, `xmlns:i="` + xsiSpace + `" xmlns:x="` + schemaSpace + `" i:type="x:string"`,
			`xmlns:i="` + xsiSpace + `" xmlns:x="` + schemaSpace + `" i:type="x:decimal"`}[rng.IntN(9)]
		at := start + 1 + len(name)
		return doc[:at] + " " + extra + doc[at:], "add " + extra + " to " + name
	case 12:
		text := []string{"stray", " \n ", "<!-- c -->", "<?pi x?>", "<![CDATA[ ]]>", "<![CDATA[x]]>", "&#32;", "&#x41;", "&amp;"}[rng.IntN(9)]
		return doc[:end] + text + doc[end:], fmt.Sprintf("put %q behind %s", text, name)
	}
	if someStart >= start && someEnd <= end || start >= someStart && end <= someEnd {
		return doc, "nothing"
	}
	if someStart < start {
		return doc[:someStart] + doc[start:end] + doc[someEnd:start] + doc[someStart:someEnd] + doc[end:], "exchange " + t.QName(some) + " and " + name
	}
	return doc[:start] + doc[someStart:someEnd] + doc[end:someStart] + doc[start:end] + doc[someEnd:], "exchange " + name + " and " + t.QName(some)
}

func oddName(rng *rand.Rand, s *Schema) symbol {
	for {
		ty := &s.types[rng.IntN(len(s.types))]
		if list := ty.particles(); len(list) > 0 {
			if p := list[rng.IntN(len(list))]; p.name != 0 {
				return p.name
			}
		}
	}
}

// rename gives the document with another name for an element.
func rename(t *xmltree.Tree, n xmltree.Node, name string) string {
	doc, old := t.Doc(), t.QName(n)
	start, _ := t.Range(n)
	_, closing := t.Content(n)
	out := doc[:start+1] + name
	if t.EmptyTag(n) {
		return out + doc[start+1+len(old):]
	}
	return out + doc[start+1+len(old):closing+2] + name + doc[closing+2+len(old):]
}

// rewrite gives the document with another text in an element without children.
func rewrite(t *xmltree.Tree, n xmltree.Node, text string) string {
	doc := t.Doc()
	if t.EmptyTag(n) {
		_, end := t.Range(n)
		return doc[:end-2] + ">" + text + "</" + t.QName(n) + ">" + doc[end:]
	}
	from, to := t.Content(n)
	return doc[:from] + text + doc[to:]
}

// oddValue gives a text that is at the edge of some type; it may hold markup.
func oddValue(rng *rand.Rand) string {
	if rng.IntN(3) > 0 {
		var all []string
		for id := typeID(1); id < builtinCount; id++ {
			all = append(all, badValues[id]...)
			all = append(all, goodValues[id]...)
		}
		return strings.NewReplacer("&", "&amp;").Replace(all[rng.IntN(len(all))])
	}
	odd := []string{
		"", " ", "\n\t", "0", "-0", "+5", "1.", ".1", "1e3", "NaN", "INF", "1,00", "1 000", "true", "TRUE", "1", "false ",
		"2024-02-29", "2023-02-29", "2024-02-30", "2024-12-31Z", "2024-12-31+01:00", "2024-12-31+14:00", "2024-12-31+14:01", " 2024-01-01",
		"2024-01-01\n", "20240101", "24-01-01", "2024-1-1", "2024-01-01T00:00:00", "10:11:12", "24:00:00", "24:00:01", "10:11:60", "10:11:12.345Z",
		"EUR", "eur", "C62", "ABCD", "urn:x", "http://a b", "http://[bad", "%zz", "a#b#c", "#", "é€", "<!-- c -->12.5", "12<!-- c -->.5", "<![CDATA[12.5]]>",
		"<![CDATA[2024-01-01]]>", "&#49;&#50;", "&#x20;12", "12&#10;", "&lt;", "A&amp;B", strings.Repeat("9", 60), "-" + strings.Repeat("0", 40) + "1.5",
		"AAAA", "AAA=", "AA==", "A===", "AAAAA", "AAAB AAAB", "AA=A", "<?pi?>1", "<x/>",
	}
	return odd[rng.IntN(len(odd))]
}
