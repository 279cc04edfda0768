package xmltree

import (
	"errors"
	"go/ast"
	goparser "go/parser"
	"go/token"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// messages reads the catalogue from its source: name of the variable, and its texts by field.
func messages(t *testing.T) map[string]map[string]string {
	t.Helper()
	file, err := goparser.ParseFile(token.NewFileSet(), "messages.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]map[string]string{}
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok {
			return true
		}
		texts := map[string]string{}
		for _, e := range spec.Values[0].(*ast.CompositeLit).Elts {
			kv := e.(*ast.KeyValueExpr)
			texts[kv.Key.(*ast.Ident).Name] = concat(t, kv.Value)
		}
		all[spec.Names[0].Name] = texts
		return false
	})
	if len(all) < 40 {
		t.Fatalf("only %d messages found", len(all))
	}
	return all
}

// concat evaluates a string literal or a sum of some.
func concat(t *testing.T, e ast.Expr) string {
	t.Helper()
	switch e := e.(type) {
	case *ast.BasicLit:
		s, err := strconv.Unquote(e.Value)
		if err != nil {
			t.Fatal(err)
		}
		return s
	case *ast.BinaryExpr:
		return concat(t, e.X) + concat(t, e.Y)
	}
	t.Fatalf("%T is no string", e)
	return ""
}

var verb = regexp.MustCompile(`%(02|04)?\[(\d)\]([sdX])`)

func TestMessages(t *testing.T) {
	for name, m := range messages(t) {
		if m["en"] == "" || m["fr"] == "" || (m["hintEN"] == "") != (m["hintFR"] == "") {
			t.Errorf("%s lacks a language: %q", name, m)
		}
		for field, text := range m {
			if first := []rune(text); len(first) > 1 && unicode.IsUpper(first[0]) && unicode.IsLower(first[1]) {
				t.Errorf("%s: %s begins with a capital", name, field)
			}
			if strings.HasSuffix(text, ".") {
				t.Errorf("%s: %s ends with a full stop", name, field)
			}
			if strings.Contains(verb.ReplaceAllString(text, ""), "%") {
				t.Errorf("%s: %s has a verb without a number: %q", name, field, text)
			}
		}
		// Sizes differ between the languages; everything else is the same.
		if en, fr := verbs(m["en"]), verbs(m["fr"]); !slices.Equal(en, fr) && !slices.Equal(fr, []string{"%[2]s"}) {
			t.Errorf("%s: English takes %q, French %q", name, en, fr)
		}
		if en, fr := verbs(m["hintEN"]), verbs(m["hintFR"]); !slices.Equal(en, fr) {
			t.Errorf("%s: the English hint takes %q, the French one %q", name, en, fr)
		}
	}
}

func verbs(text string) []string {
	found := verb.FindAllString(text, -1)
	slices.Sort(found)
	return found
}

// TestMessagesAreShown finds for each message a document of the other tests that brings it up, in
// both languages and with all its arguments.
func TestMessagesAreShown(t *testing.T) {
	var shown []*Error
	add := func(doc string, lim Limits) {
		_, err := Parse(doc, lim)
		var e *Error
		if errors.As(err, &e) {
			shown = append(shown, e)
		}
	}
	for _, c := range refused {
		add(c.doc, Limits{})
	}
	for _, c := range limited {
		add(c.doc, c.lim)
	}
	for _, c := range undecodable {
		add(c.doc, Limits{})
	}
	for name, m := range messages(t) {
		if name == "errHuge" {
			continue // needs 4 GB
		}
		found := slices.ContainsFunc(shown, func(e *Error) bool {
			return matches(m["en"], e.Message.EN) && matches(m["fr"], e.Message.FR) &&
				matches(m["hintEN"], e.Hint.EN) && matches(m["hintFR"], e.Hint.FR)
		})
		if !found {
			t.Errorf("no document brings up %s: %s", name, m["en"])
		}
	}
	for _, e := range shown {
		for _, text := range []string{e.Message.EN, e.Message.FR, e.Hint.EN, e.Hint.FR} {
			if strings.Contains(text, "%!") {
				t.Errorf("badly formatted: %s", text)
			}
		}
	}
}

// matches tells whether text may have come from format.
func matches(format, text string) bool {
	pattern := ""
	for _, part := range verb.Split(format, -1) {
		if pattern != "" || strings.HasPrefix(format, "%") && part == "" {
			pattern += ".*"
		}
		pattern += regexp.QuoteMeta(part)
	}
	return regexp.MustCompile("^(?s:" + pattern + ")$").MatchString(text)
}

func TestHuge(t *testing.T) {
	err := Limits{Bytes: -1}.filled().tooLarge()
	if err.Kind != KindLimit || !strings.Contains(err.Message.EN, "4 GB") || !strings.Contains(err.Message.FR, "4 Go") {
		t.Errorf("got %v", err)
	}
}

func TestMessagesAreHarmless(t *testing.T) {
	long := strings.Repeat("é", 500)
	for _, doc := range []string{
		"<?xml version='\x1b[31m'?><a/>",
		"<a></\u009b31m>",
		"<a></" + long + ">",
		"<a><" + long + "></a>",
		"<a>&" + long + ";</a>",
		"<?xml version='1.0' encoding='" + strings.Repeat("x", 500) + "'?><a/>",
	} {
		_, err := Parse(doc, Limits{})
		if err == nil {
			t.Fatalf("%q is accepted", doc)
		}
		if text := err.Error(); len([]rune(text)) > 250 || strings.ContainsFunc(text, unicode.IsControl) {
			t.Errorf("%q brings up %q", doc, text)
		}
	}
}

func TestErrorText(t *testing.T) {
	_, err := Parse("<a>\n  <b></a>", Limits{})
	want := "line 2, column 6: <b> from line 2, column 3 is closed with </a>"
	if err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	for k := KindSyntax; k <= KindEmpty; k++ {
		if strings.HasPrefix(k.String(), "Kind(") {
			t.Errorf("kind %d has no name", int(k))
		}
	}
	if s := Kind(99).String(); s != "Kind(99)" {
		t.Errorf("kind 99 is %s", s)
	}
}
