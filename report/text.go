package report

import (
	"errors"
	"fmt"
	"sort"
	"strings"
	"unicode"
)

// Lang is a language that reports are printed in.
type Lang string

// The languages. Any other value prints English.
const (
	EN Lang = "en"
	FR Lang = "fr"
)

// Text is a message in both languages. Each is a template: {name} stands for
// the argument of that name, "{{" for one brace, and a "}" that closes no
// placeholder for itself. A name is made of ASCII letters, digits, "_" and "-".
// The zero Text means that there is nothing to say.
type Text struct{ EN, FR string }

// IsZero reports whether there is nothing to say in either language.
func (t Text) IsZero() bool { return t == Text{} }

// In returns the text in one language with its placeholders filled. A
// placeholder without an argument stays visible as it was written. The result
// may quote a file and so hold control characters: [WriteText] makes them
// visible, another printer has to see to it.
func (t Text) In(lang Lang, args ...Arg) string {
	template := t.EN
	if lang == FR {
		template = t.FR
	}
	if !strings.Contains(template, "{") {
		return template
	}
	var b strings.Builder
	for rest := template; rest != ""; {
		var p piece
		p, rest = next(rest)
		if p.name == "" {
			b.WriteString(p.text)
			continue
		}
		if a, ok := find(args, p.name); ok {
			b.WriteString(a.in(lang))
		} else {
			b.WriteString(p.text)
		}
	}
	return b.String()
}

// With returns the text with its placeholders filled in both languages, as a
// text that needs no arguments: for a layer's reason, or as the argument of
// another text.
func (t Text) With(args ...Arg) Text {
	return Text{
		EN: strings.ReplaceAll(t.In(EN, args...), "{", "{{"),
		FR: strings.ReplaceAll(t.In(FR, args...), "{", "{{"),
	}
}

// Plural returns one or many, as each language wants it for n, with {n} filled:
// English says "0 errors", French « 0 erreur ».
func Plural(n int, one, many Text) Text {
	t := many
	if n == 1 || n == -1 {
		t.EN = one.EN
	}
	if n >= -1 && n <= 1 {
		t.FR = one.FR
	}
	return t.With(A("n", n))
}

// Validate reports what is wrong with the text itself: a missing language, a
// malformed placeholder, a control character, space at an end, or other
// placeholders in French than in English. With arguments it also reports the
// placeholders that none of them fills.
func (t Text) Validate(args ...Arg) error {
	names, err := t.strictNames()
	if err == nil && len(args) > 0 {
		err = filled(names, args)
	}
	if err != nil {
		return fmt.Errorf("report: %w", err)
	}
	return nil
}

// strictNames returns the placeholders of a text as we write them. One that
// With has filled may break these rules, for it quotes a file.
func (t Text) strictNames() ([]string, error) {
	for _, template := range []string{t.EN, t.FR} {
		switch {
		case strings.TrimSpace(template) != template:
			return nil, fmt.Errorf("%q has space at an end", template)
		case strings.ContainsFunc(template, unicode.IsControl):
			return nil, fmt.Errorf("%q holds a control character", template)
		}
	}
	return t.names()
}

// names returns the placeholders of both languages, sorted.
func (t Text) names() ([]string, error) {
	en, err := placeholders(t.EN)
	if err != nil {
		return nil, fmt.Errorf("english %q: %w", t.EN, err)
	}
	fr, err := placeholders(t.FR)
	if err != nil {
		return nil, fmt.Errorf("french %q: %w", t.FR, err)
	}
	if strings.Join(en, " ") != strings.Join(fr, " ") {
		return nil, fmt.Errorf("%q has placeholders %v, but its french %q has %v", t.EN, en, t.FR, fr)
	}
	return en, nil
}

func filled(names []string, args []Arg) error {
	for _, name := range names {
		if _, ok := find(args, name); !ok {
			return fmt.Errorf("no argument for {%s}", name)
		}
	}
	return nil
}

// placeholders returns the distinct names in a template, sorted.
func placeholders(template string) ([]string, error) {
	if template == "" {
		return nil, errors.New("is empty")
	}
	var names []string
	seen := map[string]bool{}
	for rest := template; rest != ""; {
		var p piece
		p, rest = next(rest)
		if p.bad {
			return nil, errors.New(`holds a "{" that opens no placeholder`)
		}
		if p.name != "" && !seen[p.name] {
			seen[p.name] = true
			names = append(names, p.name)
		}
	}
	sort.Strings(names)
	return names, nil
}

// piece is one piece of a template: plain text, or a placeholder as written
// and its name.
type piece struct {
	text, name string
	bad        bool // a lone "{", kept as plain text
}

// next cuts the first piece off a template that is not empty.
func next(s string) (p piece, rest string) {
	i := strings.IndexByte(s, '{')
	switch {
	case i < 0:
		return piece{text: s}, ""
	case i > 0:
		return piece{text: s[:i]}, s[i:]
	case strings.HasPrefix(s, "{{"):
		return piece{text: "{"}, s[2:]
	}
	end := 1
	for end < len(s) && isName(s[end]) {
		end++
	}
	if end == 1 || end == len(s) || s[end] != '}' {
		return piece{text: "{", bad: true}, s[1:]
	}
	return piece{text: s[:end+1], name: s[1:end]}, s[end+1:]
}

func isName(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-'
}
