package main

import (
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/en16931/codelist"
)

// lists are the code lists that rules name: those of package codelist, and beside them those that only the artefacts of one package have.
type lists struct {
	own   []ownList
	byKey map[string]string // by its codes, sorted: the name
}

type ownList struct {
	name  string
	codes string
}

const listsFile = "shapes-lists.tsv"

func newLists() *lists {
	l := &lists{byKey: map[string]string{}}
	for _, c := range codelist.Lists() {
		l.byKey[key(slices.Collect(c.Codes()))] = c.Name
	}
	return l
}

func key(codes []string) string {
	return strings.Join(slices.Compact(slices.Sorted(slices.Values(codes))), " ")
}

// name returns the name of the list of those codes; one that nobody has yet gets the name given.
func (l *lists) name(codes []string, fresh string) string {
	k := key(codes)
	if name, ok := l.byKey[k]; ok {
		return name
	}
	l.byKey[k] = fresh
	l.own = append(l.own, ownList{fresh, strings.Join(codes, " ")})
	return fresh
}

// format writes shapes-lists.tsv.
func (l *lists) format() string {
	var b strings.Builder
	b.WriteString("# Code lists that only these artefacts have. Written by internal/gen/shapes.\nlist\tcodes\n")
	for _, o := range l.own {
		fmt.Fprintf(&b, "%s\t%s\n", o.name, o.codes)
	}
	return b.String()
}

func (l *lists) read(text string) {
	for line := range strings.Lines(text) {
		if name, codes, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && name != "list" && name[0] != '#' {
			l.name(strings.Fields(codes), name)
		}
	}
}

// source returns a list as Go source: a constant of package codelist, or the codes between blanks.
func (l *lists) source(name string) (string, bool) {
	if _, ok := codelist.ByName(name); ok {
		return "codelist." + name, true
	}
	for _, o := range l.own {
		if o.name == name {
			return fmt.Sprintf("%q", " "+o.codes+" "), true
		}
	}
	return "", false
}

// codedb are the code lists of a Factur-X profile, by number.
type codedb struct {
	Lists []struct {
		ID    string `xml:"id,attr"`
		Codes []struct {
			Value string `xml:"value,attr"`
		} `xml:"enumeration"`
	} `xml:"cl"`
}

// readCodedb reads the code lists that a profile's artefact names by file and number.
func readCodedb(standards, version, file string) (map[string][]string, error) {
	found, err := filepath.Glob(filepath.Join(standards, "factur-x-*", version, "*", file))
	if err != nil || len(found) != 1 {
		return nil, fmt.Errorf("%d files %s in the standards", len(found), file)
	}
	text, err := os.ReadFile(found[0])
	if err != nil {
		return nil, err
	}
	var db codedb
	if err := xml.Unmarshal(text, &db); err != nil {
		return nil, fmt.Errorf("%s: %w", found[0], err)
	}
	all := map[string][]string{}
	for _, l := range db.Lists {
		for _, c := range l.Codes {
			all[l.ID] = append(all[l.ID], c.Value)
		}
	}
	return all, nil
}
