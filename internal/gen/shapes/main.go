// Command shapes lays out the rules of official artefacts as tables for package shape.
//
//	shapes -o FOLDER ARTEFACT=VERSION…
//
// With FX_STANDARDS it extracts each artefact's rules into FOLDER/shapes-ARTEFACT.tsv: context, rule, severity and the test, where it is one that a
// row can say. What no row can say is a function of the package in FOLDER, and stands there as such with the names that it looks at. Without
// FX_STANDARDS it takes these files as they are. From them it makes FOLDER/shapes_*_gen.go: one file for each artefact, and one of the names, which
// the artefacts of a package share, so that they can share functions.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	out := flag.String("o", ".", "folder of the package")
	flag.Parse()
	if err := run(flag.Args(), *out, os.Getenv("FX_STANDARDS")); err != nil {
		fmt.Fprintln(os.Stderr, "shapes:", err)
		os.Exit(1)
	}
}

// artefact is a set of official rules.
type artefact struct {
	name, version string
	rules         []rule
	table         *compiled
}

func run(args []string, out, standards string) error {
	if standards == "" {
		fmt.Fprintln(os.Stderr, "shapes: FX_STANDARDS is not set: the .tsv files stay as they are")
	}
	named := newLists()
	if text, err := os.ReadFile(filepath.Join(out, listsFile)); err == nil && standards == "" {
		named.read(string(text))
	}
	x := &extractor{standards: standards, lists: named, dbs: map[string]map[string][]string{}}
	c := newCompiler(named)
	all := make([]artefact, len(args))
	for i, arg := range args {
		a := &all[i]
		a.name, a.version, _ = strings.Cut(arg, "=")
		file := filepath.Join(out, "shapes-"+a.name+".tsv")
		if standards != "" {
			rules, err := x.extract(a.name, a.version)
			if err != nil {
				return err
			}
			if err := os.WriteFile(file, []byte(layOut(a.name, a.version, rules)), 0o644); err != nil {
				return err
			}
		}
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if a.rules, err = read(string(text)); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if a.table, err = c.compile(a.rules); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	if standards != "" && len(named.own) > 0 {
		if err := os.WriteFile(filepath.Join(out, listsFile), []byte(named.format()), 0o644); err != nil {
			return err
		}
	}
	c.hash()
	pkg, err := filepath.Abs(out)
	if err != nil {
		return err
	}
	src, err := namesSource(filepath.Base(pkg), c)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(out, "shapes_names_gen.go"), src, 0o644); err != nil {
		return err
	}
	for i := range all {
		a := &all[i]
		c.heads(a.table) // of all names, now that they are known
		src, err := source(filepath.Base(pkg), a)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(out, "shapes_"+strings.ReplaceAll(a.name, "-", "_")+"_gen.go"), src, 0o644); err != nil {
			return err
		}
	}
	return c.err
}

// rule is a line of a .tsv file.
type rule struct {
	pattern  string // the pattern and the rule of the artefact: an element is looked at by the first rule of a pattern that it fits
	context  string // paths, separated by " | "
	id       string
	severity string // error or warning
	test     string // an expression, "never" for a test that is always true, or "function" with the names that it looks at
}

const header = "pattern\tcontext\trule\tseverity\ttest"

// layOut writes a .tsv file. A context that repeats is written once.
func layOut(artefact, version string, rules []rule) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# The rules of %s %s. Written by internal/gen/shapes.\n%s\n", artefact, version, header)
	for i, r := range rules {
		if i > 0 && rules[i-1].pattern == r.pattern && rules[i-1].context == r.context {
			r.pattern, r.context = "", ""
		}
		fmt.Fprintln(&b, strings.Join([]string{r.pattern, r.context, r.id, r.severity, r.test}, "\t"))
	}
	return b.String()
}

// read reads a .tsv file.
func read(text string) ([]rule, error) {
	var rules []rule
	for i, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if strings.HasPrefix(line, "#") || line == header {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != 5 {
			return nil, fmt.Errorf("line %d: %d columns, not 5", i+1, len(f))
		}
		r := rule{f[0], f[1], f[2], f[3], f[4]}
		if r.pattern == "" && len(rules) > 0 {
			last := rules[len(rules)-1]
			r.pattern, r.context = last.pattern, last.context
		}
		rules = append(rules, r)
	}
	return rules, nil
}
