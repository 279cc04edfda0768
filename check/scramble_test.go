package check_test

import (
	"math/rand/v2"
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// scramble changes a document in a few places so that it stays well-formed: elements go, come twice or change places, texts and attributes become
// others. Fuzzing changes bytes, which are seldom XML any more.
func scramble(content []byte, r *rand.Rand) []byte {
	for range r.IntN(6) {
		tree, err := xmltree.Parse(string(content), xmltree.Limits{})
		if err != nil {
			return content
		}
		doc, err := xmltree.Encode(scrambleOnce(tree, r), tree.Encoding(), tree.BOM())
		if err != nil {
			return content
		}
		content = doc
	}
	return content
}

func scrambleOnce(tree *xmltree.Tree, r *rand.Rand) string {
	doc := tree.Doc()
	splice := func(from, to int, by string) string { return doc[:from] + by + doc[to:] }
	n := xmltree.Node(r.IntN(tree.Len()))
	from, to := tree.Range(n)
	inner, end := tree.Content(n)
	if n == 0 {
		return doc
	}
	other := xmltree.Node(r.IntN(tree.Len()))
	otherFrom, otherTo := tree.Content(other)
	switch k := r.IntN(10); {
	case k == 0:
		return splice(from, to, "")
	case k == 1:
		return splice(from, to, doc[from:to]+"\n"+doc[from:to])
	case k == 2: // change places with the next sibling
		if next := tree.NextSibling(n); next != xmltree.None {
			nextFrom, nextTo := tree.Range(next)
			return splice(from, nextTo, doc[nextFrom:nextTo]+doc[to:nextFrom]+doc[from:to])
		}
	case k < 7 && !tree.HasChildren(n) && !tree.EmptyTag(n):
		texts := []string{"", " ", "NA", "0", "VAT", "130", "true", "EUR", "<!-- c -->", "<![CDATA[<x> & y]]>", "&#38;<?p i?>z", " " + doc[inner:end] + "\n ",
			"#AAI#", "#AAI##x"}
		if !tree.HasChildren(other) && !strings.Contains(doc[otherFrom:otherTo], "<") {
			texts = append(texts, doc[otherFrom:otherTo], doc[otherFrom:otherTo], doc[otherFrom:otherTo])
		}
		return splice(inner, end, texts[r.IntN(len(texts))])
	case k == 7: // the element stands elsewhere too
		if !tree.EmptyTag(other) && (other < n || other >= tree.After(n)) {
			return doc[:otherTo] + doc[from:to] + doc[otherTo:]
		}
	default:
		first, last := tree.Attrs(n)
		if first == last {
			if k == 8 {
				return splice(inner, inner, "<!-- a comment -->")
			}
			return doc
		}
		start, value, close := tree.AttrRange(first + xmltree.Attr(r.IntN(int(last-first))))
		if k == 8 {
			return splice(start, close+1, "")
		}
		values := []string{"", "SEPA", "102", "EUR", "USD", "0088", "VA"}
		return splice(value, close, values[r.IntN(len(values))])
	}
	return doc
}
