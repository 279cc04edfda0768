package xmltree

import (
	"archive/tar"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/internal/sample"
)

// checkStd compares a tree with what the standard library reads from the same document: structure,
// names, attributes, texts and places. It returns the error with which the standard library gives
// up, if it does; up to there both have to agree.
func checkStd(t *testing.T, tree *Tree) error {
	t.Helper()
	doc := tree.Doc()
	d := xml.NewDecoder(strings.NewReader(doc))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var open []Node
	var all strings.Builder
	texts := make([]strings.Builder, tree.Len())
	next := Node(0)
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			if int(next) == tree.Len() {
				t.Fatalf("more than %d elements in %q", tree.Len(), doc)
			}
			checkStdStart(t, tree, next, token)
			if start, _ := tree.Content(next); int(d.InputOffset()) != start {
				t.Fatalf("start tag of element %d ends at %d, want %d", next, start, d.InputOffset())
			}
			open = append(open, next)
			next++
		case xml.EndElement:
			n := open[len(open)-1]
			open = open[:len(open)-1]
			if _, end := tree.Range(n); int(d.InputOffset()) != end || tree.After(n) != next {
				t.Fatalf("element %d ends at %d before %d, want %d before %d", n, end, tree.After(n), d.InputOffset(), next)
			}
			if got, want := tree.Text(n), texts[n].String(); got != want {
				t.Fatalf("text of element %d is %q, want %q in %q", n, got, want, doc)
			}
		case xml.CharData:
			if len(open) > 0 {
				texts[open[len(open)-1]].Write(token)
				all.Write(token)
			}
		}
	}
	if int(next) != tree.Len() || tree.StringValue(0) != all.String() {
		t.Fatalf("%d elements, want %d; string value %q, want %q", tree.Len(), next, tree.StringValue(0), all.String())
	}
	return nil
}

func checkStdStart(t *testing.T, tree *Tree, n Node, token xml.StartElement) {
	t.Helper()
	if got := tree.NameOf(n); !sameName(got, token.Name) {
		t.Fatalf("element %d is %v, want %v", n, got, token.Name)
	}
	a, end := tree.Attrs(n)
	for _, want := range token.Attr {
		if want.Name.Space == "xmlns" || want.Name == (xml.Name{Local: "xmlns"}) {
			continue
		}
		if a == end {
			t.Fatalf("element %d has no attribute %v", n, want.Name)
		}
		got := tree.AttrValue(a)
		_, from, to := tree.AttrRange(a)
		if strings.ContainsAny(tree.Doc()[from:to], "\t\r\n") {
			// The standard library leaves white space in values as it is.
			got, want.Value = blank(got), blank(want.Value)
		}
		if !sameName(tree.AttrNameOf(a), want.Name) || got != want.Value {
			t.Fatalf("attribute %d is %v=%q, want %v=%q", a, tree.AttrNameOf(a), got, want.Name, want.Value)
		}
		a++
	}
	if a != end {
		t.Fatalf("element %d has %d attributes too many", n, end-a)
	}
}

// sameName compares names but for white space in namespaces, which are attribute values.
func sameName(a Name, b xml.Name) bool {
	return a.Local == b.Local && blank(a.Space) == blank(b.Space)
}

func blank(s string) string { return strings.NewReplacer("\t", " ", "\r", " ", "\n", " ").Replace(s) }

// stdRefuses are the reasons why the standard library refuses documents that are well-formed.
var stdRefuses = []string{
	"invalid XML name", // it follows the fourth edition, which has fewer characters in names
}

// stdAccepts are pieces of our messages for documents that the standard library accepts: it checks
// neither all of XML nor the namespaces.
var stdAccepts = []string{
	"is empty", "ends before its root", "text before", "text behind", "second root", "a DOCTYPE", "only at the very start",
	"does not begin with a version", "wrong from here on", "standalone says", "white space is missing", "has no =",
	"does not begin with a quote", "declaration is not closed", "cannot be the name of an encoding", "is not known",
	"says that it is in", "UTF-16", "UTF-32",
	"is not allowed in XML", "stands for a character", "may not be named", "may not stand here", "<! begins neither",
	"stands twice", "is not declared", "more than one colon", "needs a part", "may not have a colon", "are the same",
	"may not be declared", "cannot be declared", "no element may have", "XML 1.1", "is no version",
	"more than", "larger than", "of more than",
}

func known(reasons []string, message string) bool {
	for _, r := range reasons {
		if strings.Contains(message, r) {
			return true
		}
	}
	return false
}

// compareStd reads a document in both ways and compares. It returns which of the two accepted it.
func compareStd(t *testing.T, doc string) (we, std bool) {
	t.Helper()
	tree, err := Parse(doc, Limits{})
	if err != nil {
		if readTokens(strings.TrimPrefix(doc, "\ufeff")) != nil {
			return false, false
		}
		var e *Error
		if !errors.As(err, &e) || !known(stdAccepts, e.Message.EN) {
			t.Errorf("refused for no known reason, unlike by the standard library: %v", err)
		}
		return false, true
	}
	checkTree(t, tree)
	if err := checkStd(t, tree); err != nil {
		if !known(stdRefuses, err.Error()) {
			t.Errorf("accepted, but the standard library says: %v", err)
		}
		return true, false
	}
	return true, true
}

func TestStd(t *testing.T) {
	var docs []string
	for _, c := range accepted {
		docs = append(docs, c.doc)
	}
	for _, c := range refused {
		docs = append(docs, c.doc)
	}
	for _, c := range texts {
		docs = append(docs, c.doc)
	}
	for _, c := range decodable {
		docs = append(docs, c.doc)
	}
	docs = append(docs, nested, sample.UBL(10), sample.CII(5))
	both := 0
	for _, doc := range docs {
		if we, std := compareStd(t, doc); we && std {
			both++
		}
	}
	if both < 80 {
		t.Errorf("only %d documents were accepted by both", both)
	}
}

// TestStdConformance reads every XML file of the conformance set in both ways.
func TestStdConformance(t *testing.T) {
	dir := os.Getenv("FX_CONFORMANCE")
	if dir == "" {
		t.Skip("FX_CONFORMANCE is not set")
	}
	count := map[[2]bool]int{}
	check := func(name string, doc []byte) {
		t.Run(name, func(t *testing.T) {
			we, std := compareStd(t, string(doc))
			count[[2]bool{we, std}]++
			if !we {
				_, err := Parse(string(doc), Limits{})
				t.Logf("refused (by the standard library: %v): %v", !std, err)
			}
		})
	}
	for _, part := range []string{"real", "unit"} {
		err := filepath.WalkDir(filepath.Join(dir, part), func(path string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(path, ".xml") {
				return err
			}
			doc, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			name, err := filepath.Rel(dir, path)
			check(name, doc)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	archives, err := filepath.Glob(filepath.Join(dir, "mutants", "*.tar.gz"))
	if err != nil || len(archives) == 0 {
		t.Fatalf("no mutants: %v", err)
	}
	for _, archive := range archives {
		if err := eachMember(archive, check); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("accepted by both %d, by us only %d, by the standard library only %d, by neither %d",
		count[[2]bool{true, true}], count[[2]bool{true, false}], count[[2]bool{false, true}], count[[2]bool{false, false}])
}

func eachMember(archive string, f func(name string, doc []byte)) error {
	file, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer file.Close()
	unzipped, err := gzip.NewReader(file)
	if err != nil {
		return err
	}
	for r := tar.NewReader(unzipped); ; {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		doc, err := io.ReadAll(r)
		if err != nil {
			return err
		}
		if strings.HasSuffix(h.Name, ".xml") {
			f(filepath.Base(archive)+"!"+h.Name, doc)
		}
	}
}
