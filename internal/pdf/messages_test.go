package pdf

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
			lit, ok := kv.Value.(*ast.BasicLit)
			if !ok {
				continue // the kind
			}
			s, err := strconv.Unquote(lit.Value)
			if err != nil {
				t.Fatal(err)
			}
			texts[kv.Key.(*ast.Ident).Name] = s
		}
		all[spec.Names[0].Name] = texts
		return false
	})
	if len(all) < 35 {
		t.Fatalf("only %d messages found", len(all))
	}
	return all
}

var verb = regexp.MustCompile(`%\[(\d)\]([sdq])`)

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
			if strings.Contains(strings.ReplaceAll(verb.ReplaceAllString(text, ""), "%%", ""), "%") {
				t.Errorf("%s: %s has a verb without a number: %q", name, field, text)
			}
		}
		// Sizes differ between the languages; everything else is the same.
		if en, fr := verbs(m["en"]), verbs(m["fr"]); !slices.Equal(en, fr) && !slices.Equal(fr, []string{"%[2]s"}) {
			t.Errorf("%s: English takes %q, French %q", name, en, fr)
		}
	}
}

func verbs(text string) []string {
	found := verb.FindAllString(text, -1)
	slices.Sort(found)
	return found
}

// brought are files, each with a number of an object to ask for, that bring up the messages which the other tests do not.
func brought(t *testing.T) []*Error {
	plain := plainFile().table(root).Bytes()
	packed := func(dict string, data string) []byte {
		b := plainFile()
		b.packed[8] = [2]int{7, 0}
		b.stream(7, dict, []byte(data))
		return b.xref(9, root).Bytes()
	}
	var all []*Error
	for _, c := range []struct {
		data   []byte
		lim    Limits
		object uint32
	}{
		{plainFile().object(5, "6 0 R").object(6, "5 0 R").table(root).Bytes(), Limits{}, 5},
		{plainFile().object(5, "<</A foo>>").table(root).Bytes(), Limits{}, 5},
		{plainFile().object(5, "<</A 1 2>>").table(root).Bytes(), Limits{}, 5},
		{plainFile().object(5, "(").table(root).Bytes(), Limits{}, 5},
		{append(newBuilder("1.7").object(1, catalog).object(2, pages).Bytes(), "5 0 obj[1 2"...), Limits{}, 5},
		{append(newBuilder("1.7").object(1, catalog).object(2, pages).Bytes(), "5 0 obj<</Length 9>>stream\nabc"...), Limits{}, 5},
		{packed("/Type/ObjStm/N 1/First 4", "9 0 (x)"), Limits{}, 8},
		{packed("/Type/ObjStm/N 1/First 400", "8 0 (x)"), Limits{}, 8},
		{packed("/Type/ObjStm/N 9/First 4", "8 0 (x)"), Limits{Objects: 8}, 8},
		{inItself(), Limits{}, 8},
		{plainFile().object(5, "["+strings.Repeat("[", 200)+"]").table(root).Bytes(), Limits{}, 5},
		{plainFile().object(5, "[1 2 3 4 5 6 7 8 9 10]").table(root).Bytes(), Limits{Values: 9}, 5},
		{plainFile().object(5, "("+strings.Repeat("x", 5000)+")").table(root).Bytes(), Limits{Object: 2000}, 5},
		{plainFile().object(5, "("+strings.Repeat("x", 50_000)+")").table(root).Bytes(), Limits{Work: 20_000}, 5},
		{plainFile().stream(5, "/Filter/FlateDecode", deflate(make([]byte, 5*mega))).table(root).Bytes(), Limits{Ratio: 10}, 5},
		{plain[:len(plain)-60], Limits{Objects: 2}, 5},
		{plain, Limits{Size: 10}, 5},
	} {
		f, err := openBytes(c.data, c.lim)
		if err == nil {
			var o Object
			if o, err = f.Resolve(Ref{Number: c.object}); err == nil {
				if s, ok := o.(*Stream); ok {
					_, err = s.Decode()
				}
			}
		}
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("asking for object %d of %.40q brings up %v", c.object, c.data[len(c.data)/2:], err)
			continue
		}
		all = append(all, e)
	}
	return all
}

// inItself has an object stream with filter parameters that are an object in it.
func inItself() []byte {
	b := plainFile()
	b.packed[8] = [2]int{7, 0}
	return b.object(7, "<</Type/ObjStm/N 1/First 4/Length 5/DecodeParms 8 0 R/Filter/FlateDecode>>stream\n8 0 7\nendstream").xref(9, root).Bytes()
}

// TestMessagesAreWhole looks at the texts that come up: both languages, all arguments, nothing that plays tricks.
func TestMessagesAreWhole(t *testing.T) {
	shown := map[string]bool{}
	for _, e := range brought(t) {
		shown[e.Message.EN] = true
		for _, text := range []string{e.Message.EN, e.Message.FR, e.Hint.EN, e.Hint.FR} {
			if strings.Contains(text, "%!") {
				t.Errorf("badly formatted: %s", text)
			}
		}
		if e.Message.FR == "" || e.Message.EN == "" || e.Message.EN == e.Message.FR {
			t.Errorf("%v has no French: %q", e, e.Message.FR)
		}
		if e.Kind == KindLimit && strings.Contains(e.Hint.EN, "raise the limit") != strings.Contains(e.Hint.FR, "relevez la limite") {
			t.Errorf("hints differ: %q", e.Hint)
		}
	}
	if len(shown) < 12 {
		t.Errorf("only %d different messages come up: %v", len(shown), shown)
	}
}

func TestErrorText(t *testing.T) {
	e := &Error{Object: 12, Offset: 345, Message: Text{EN: "it is wrong"}}
	if s := e.Error(); s != "object 12: byte 345: it is wrong" {
		t.Errorf("got %s", s)
	}
	e = &Error{Offset: -1, Message: Text{EN: "it is wrong"}}
	if s := e.Error(); s != "it is wrong" {
		t.Errorf("got %s", s)
	}
	for k := KindNotPDF; k <= KindLimit; k++ {
		if strings.HasPrefix(k.String(), "Kind(") {
			t.Errorf("kind %d has no name", int(k))
		}
	}
	if s := Kind(99).String(); s != "Kind(99)" {
		t.Errorf("kind 99 is %s", s)
	}
	if s := clip("a\x1b[31m\u0000" + strings.Repeat("é", 100)); strings.ContainsFunc(s, unicode.IsControl) || len([]rune(s)) != 61 {
		t.Errorf("clipped to %q", s)
	}
	if e := errStreamSize.tooLarge(64 * mega); e.Message != (Text{"a stream of more than 64 MB", "un flux de plus de 64 Mo"}) {
		t.Errorf("got %v", e.Message)
	}
}
