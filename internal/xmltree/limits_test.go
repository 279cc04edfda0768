package xmltree

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/fxinvoice/fx/internal/sample"
)

var limited = []struct {
	name, doc    string
	lim          Limits
	line, column int
	message      string // "" if the document is within the limit
}{
	{"bytes", "<a>12</a>", Limits{Bytes: 9}, 0, 0, ""},
	{"bytes passed", "<a>12</a>", Limits{Bytes: 8}, 1, 1, "larger than 8 bytes"},
	{"bytes of UTF-16", "\xff\xfe<\x00a\x00/\x00>\x00", Limits{Bytes: 10}, 0, 0, ""},
	{"bytes of UTF-16 passed", "\xff\xfe<\x00a\x00/\x00>\x00", Limits{Bytes: 9}, 1, 1, "larger than 9 bytes"},
	{"depth", "<a><b><c/></b></a>", Limits{Depth: 3}, 0, 0, ""},
	{"depth passed", "<a><b>\n<c/></b></a>", Limits{Depth: 2}, 2, 1, "more than 2 elements in each other"},
	{"depth by default", strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100), Limits{}, 0, 0, ""},
	{"depth by default passed", strings.Repeat("<a>", 101) + strings.Repeat("</a>", 101), Limits{}, 1, 301, "more than 100 elements"},
	{"no limit of depth", strings.Repeat("<a>", 5000) + strings.Repeat("</a>", 5000), Limits{Depth: -1}, 0, 0, ""},
	{"siblings are not depth", "<a>" + strings.Repeat("<b><c/></b>", 500) + "</a>", Limits{Depth: 3}, 0, 0, ""},
	{"attributes", `<a b="" c="" xmlns:p="u"/>`, Limits{Attributes: 2}, 0, 0, ""},
	{"attributes passed", `<a b="" c="" d=""/>`, Limits{Attributes: 2}, 1, 14, "more than 2 attributes"},
	{"attributes by default passed", "<a" + manyAttributes(65) + "/>", Limits{}, 1, 644, "more than 64 attributes"},
	{"no limit of attributes", "<a" + manyAttributes(500) + "/>", Limits{Attributes: -1}, 0, 0, ""},
	{"namespaces", `<a xmlns:p="u"><b xmlns:q="u"/><b xmlns:r="v"/></a>`, Limits{Namespaces: 2}, 0, 0, ""},
	{"namespaces passed", `<a xmlns:p="u"><b xmlns:q="u"><b xmlns:r="v"/></b></a>`, Limits{Namespaces: 2}, 1, 34, "more than 2 namespace declarations"},
	{"no limit of namespaces", "<a" + manyNamespaces(3000) + "/>", Limits{Namespaces: -1}, 0, 0, ""},
	{"namespaces by default passed", "<a" + manyNamespaces(1001) + "/>", Limits{}, 1, 19004, "more than 1000 namespace declarations"},
	{"text", "<a>12345<b/>12345</a>", Limits{Text: 5}, 0, 0, ""},
	{"text passed", "<a>\n<b>123456</b></a>", Limits{Text: 5}, 2, 4, "more than 5 bytes between two tags"},
	{"text with comments passed", "<a>1<!--2-->3<b/></a>", Limits{Text: 5}, 1, 4, "more than 5 bytes between two tags"},
	{"what stands before the root is no text", "<!-- 12345678 --><a/><!-- 12345678 -->", Limits{Text: 5}, 0, 0, ""},
	{"value", `<a b="12345"/>`, Limits{Text: 5}, 0, 0, ""},
	{"value passed", `<a b="123456"/>`, Limits{Text: 5}, 1, 7, "attribute value of more than 5 bytes"},
	{"namespace passed", `<a xmlns="123456"/>`, Limits{Text: 5}, 1, 11, "attribute value of more than 5 bytes"},
	{"nodes", `<a b=""><c/><d/></a>`, Limits{Nodes: 4}, 0, 0, ""},
	{"nodes passed", `<a b=""><c/><d/></a>`, Limits{Nodes: 3}, 1, 13, "more than 3 elements, attributes and namespace declarations"},
	{"names", `<a b=""><a/><b/></a>`, Limits{Names: 2}, 0, 0, ""},
	{"names passed", `<a b=""><a/><b/><c/></a>`, Limits{Names: 2}, 1, 18, "more than 2 distinct names"},
	{"no limits at all", `<a b=""><a/></a>`, Limits{-1, -1, -1, -1, -1, -1, -1}, 0, 0, ""},
}

func manyAttributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` a%05d=""`, i)
	}
	return b.String()
}

func manyNamespaces(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, ` xmlns:p%05d="u:%d"`, i, i%10)
	}
	return b.String()
}

func TestLimits(t *testing.T) {
	for _, c := range limited {
		t.Run(c.name, func(t *testing.T) {
			_, err := Parse(c.doc, c.lim)
			var e *Error
			switch {
			case c.message == "":
				if err != nil {
					t.Error(err)
				}
			case !errors.As(err, &e):
				t.Errorf("error is %v", err)
			case e.Kind != KindLimit || e.Line != c.line || e.Column != c.column || !strings.Contains(e.Message.EN, c.message):
				t.Errorf("got %v error: %v; want limit error: line %d, column %d: …%s…", e.Kind, e, c.line, c.column, c.message)
			case e.Hint.EN == "" || e.Hint.FR == "":
				t.Error("no hint says that the limit can be raised")
			}
		})
	}
}

func TestSizesInBothLanguages(t *testing.T) {
	_, err := Parse(strings.Repeat(" ", 2<<20)+"<a/>", Limits{Bytes: 2 << 20})
	var e *Error
	if !errors.As(err, &e) || e.Message != (Text{"the document is larger than 2 MB", "le document dépasse 2 Mo"}) {
		t.Errorf("got %v", err)
	}
}

func TestRead(t *testing.T) {
	doc := sample.UBL(3)
	for _, size := range []int64{-1, 0, 1, int64(len(doc)) - 1, int64(len(doc)), int64(len(doc)) + 1, 1 << 20} {
		tree, err := Read(iotest.HalfReader(strings.NewReader(doc)), size, Limits{})
		if err != nil || tree.Doc() != doc {
			t.Errorf("size %d: %v", size, err)
		}
	}
}

func TestReadLimit(t *testing.T) {
	r := &counter{r: strings.NewReader("<a>" + strings.Repeat("x", 100_000) + "</a>")}
	_, err := Read(r, 1<<40, Limits{Bytes: 50_000})
	var e *Error
	if !errors.As(err, &e) || e.Kind != KindLimit {
		t.Errorf("error is %v", err)
	}
	if r.n != 50_001 {
		t.Errorf("read %d bytes, not one more than the limit", r.n)
	}
}

type counter struct {
	r io.Reader
	n int
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

func TestReadError(t *testing.T) {
	broken := errors.New("broken")
	_, err := Read(io.MultiReader(strings.NewReader("<a>"), iotest.ErrReader(broken)), -1, Limits{})
	var e *Error
	if !errors.Is(err, broken) || errors.As(err, &e) {
		t.Errorf("error is %v", err)
	}
}
