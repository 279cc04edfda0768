package main

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestReadme runs every command of the two READMEs whose output they show, in the folder that a newcomer stands in.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	shown := regexp.MustCompile("(?s)```sh\n([^\n]+)\n```\n\n```\n(.*?)```")
	for _, name := range []string{"README.md", "README.fr.md"} {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found := shown.FindAllSubmatch(text, -1)
		if len(found) < 2 {
			t.Errorf("%s shows the output of %d commands", name, len(found))
		}
		for _, m := range found {
			args, ok := strings.CutPrefix(string(m[1]), "go run ./cmd/fx ")
			if !ok {
				if args, ok = strings.CutPrefix(string(m[1]), "fx "); !ok {
					t.Errorf("%s: %s is no command of ours", name, m[1])
					continue
				}
			}
			var out, errs bytes.Buffer
			run(append([]string{"fx"}, strings.Fields(args)...), strings.NewReader(""), &out, &errs, func(string) string { return "" })
			// A reader's terminal shows both.
			if shown := out.String() + errs.String(); shown != string(m[2]) {
				t.Errorf("%s: %s prints\n%s\nnot\n%s", name, m[1], shown, m[2])
			}
		}
	}
}
