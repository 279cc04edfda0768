package explain

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/report"
)

// TestPages writes the pages in both languages and both ways: each, but of the hundreds of rules that are made alike every tenth.
func TestPages(t *testing.T) {
	for i, id := range IDs() {
		if i%10 > 0 && (strings.HasPrefix(id, "FX-SCH") || strings.HasPrefix(id, "UBL-CR") || strings.HasPrefix(id, "CII-SR")) {
			continue
		}
		pages := map[report.Lang]string{}
		for _, lang := range []report.Lang{report.EN, report.FR} {
			page, ok := Page(strings.ToLower(id), Options{Lang: lang})
			if !ok {
				t.Fatalf("no page for %s", id)
			}
			pages[lang] = page
			if !strings.HasPrefix(page, id+"  ") {
				t.Errorf("%s begins with %.40q", id, page)
			}
			for line := range strings.Lines(page) {
				line = strings.TrimSuffix(line, "\n")
				if n := utf8.RuneCountInString(line); n > 100 || strings.HasSuffix(line, " ") {
					t.Errorf("%s %s: %d columns: %q", id, lang, n, line)
				}
				if strings.ContainsAny(line, "{}") {
					t.Errorf("%s %s: %q", id, lang, line)
				}
			}
			if md, _ := Page(id, Options{Lang: lang, Markdown: true}); !strings.HasPrefix(md, "## "+id+"\n\n") || strings.Count(md, "```")%2 != 0 {
				t.Errorf("%s %s: Markdown begins with %.40q", id, lang, md)
			}
		}
		if pages[report.EN] == pages[report.FR] {
			t.Errorf("%s: the page is the same in both languages", id)
		}
	}
}

func TestUnknown(t *testing.T) {
	for _, id := range []string{"", "BR", "BR-CO-99", "BT-", "BT-999", "BG-0", "Q", "S S"} {
		if page, ok := Page(id, Options{}); ok {
			t.Errorf("%q is explained: %.60q", id, page)
		}
	}
}

// TestDocumentation compares the pages of the documentation with what they should be, and follows their links.
func TestDocumentation(t *testing.T) {
	files := Files()
	link := regexp.MustCompile(`\]\(([\w-]+\.md)(?:#([\w-]+))?\)`)
	for name, want := range files {
		have, err := os.ReadFile(filepath.Join("../../docs", filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
			continue
		}
		if diff := cmp.Diff(string(have), want); diff != "" {
			t.Errorf("docs/%s is not up to date: run go generate in internal/explain\n%.1500s", name, diff)
		}
		links := 0
		for _, m := range link.FindAllStringSubmatch(want, -1) {
			links++
			target, ok := files[path.Join(path.Dir(name), m[1])]
			if !ok || m[2] != "" && !strings.Contains(target, "\n## "+strings.ToUpper(m[2])+"\n") {
				t.Errorf("%s: a link leads nowhere: %s", name, m[0])
			}
		}
		if links == 0 && !strings.Contains(name, "syntax") {
			t.Errorf("%s has no links", name)
		}
	}
	for _, folder := range []string{folders.EN, folders.FR} {
		entries, err := os.ReadDir(filepath.Join("../../docs", folder))
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if _, ok := files[path.Join(folder, e.Name())]; !ok {
				t.Errorf("docs/%s/%s is written by nobody", folder, e.Name())
			}
		}
	}
}

// TestDifference says in words how pieces differ.
func TestDifference(t *testing.T) {
	for _, test := range []struct {
		name      string
		good, bad []string
		want      []string
	}{
		{"value", []string{"<a>1</a>"}, []string{"<a>2</a>"}, []string{"a is 2 instead of 1"}},
		{"emptied", []string{"<a>1</a>"}, []string{"<a></a>"}, []string{"a is empty instead of 1"}},
		{"attribute", []string{`<a x="1">1</a>`}, []string{`<a x="2">1</a>`}, []string{"@x of a is 2 instead of 1"}},
		{"attribute emptied", []string{`<a x="1">1</a>`}, []string{`<a x="">1</a>`}, []string{`@x of a is "" instead of 1`}},
		{"attribute removed", []string{`<a x="1" y="2">1</a>`}, []string{`<a y="2">1</a>`}, []string{"a lacks @x"}},
		{"attribute added", []string{"<a>1</a>"}, []string{`<a x="1">1</a>`}, []string{"a has @x"}},
		{"removed", []string{"<a>1</a>", "<b>", "  <c>2</c>", "</b>"}, nil, []string{"a is missing", "b is missing"}},
		{"added", nil, []string{"<b>", "  <c>2</c>", "</b>", "<d>3</d>"}, []string{"there is b", "d is there, with 3"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if said := newPrinter(Options{Lang: report.EN}).run(test.good, test.bad); !slices.Equal(said, test.want) {
				t.Errorf("%q, want %q", said, test.want)
			}
		})
	}
}

func TestWrapped(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"short", "a b", "> a b\n"},
		{"words", "aaaa bbbb cccc", "> aaaa bbbb\n  cccc\n"},
		{"path", "x /aaaaaa/bbbbbb/cccccc", "> x\n  /aaaaaa\n  /bbbbbb\n  /cccccc\n"},
		{"long word", "aaaaaaaaaaaaaa", "> aaaaaaaaaa\n  aaaa\n"},
		{"empty", "", ">\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			p := newPrinter(Options{Width: 12})
			p.wrapped("> ", "  ", test.in)
			if diff := cmp.Diff(test.want, p.String()); diff != "" {
				t.Error(diff)
			}
		})
	}
}
