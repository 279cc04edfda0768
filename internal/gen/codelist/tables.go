package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
)

// list is a row of lists.tsv, and after join what the release says of it.
type list struct {
	name             string
	artefact, rule   string // where its literal stands
	nth              int    // which literal of that test, from 0
	origin           string
	edition, date    string
	titleEN, titleFR string
	note             string
	codes            []string
	users            []use // in the order of the artefacts
}

// use is a rule that looks into a list.
type use struct{ artefact, id string }

// name is a row of names.tsv.
type name struct{ list, code, en, fr string }

const (
	listColumns = "name place origin edition date title_en title_fr note"
	nameColumns = "list code en fr"
)

// readTable returns the rows of a table, after checking its head.
func readTable(path, columns string) ([][]string, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimRight(string(content), "\n"), "\n")
	if lines[0] != strings.ReplaceAll(columns, " ", "\t") {
		return nil, fmt.Errorf("%s:1: columns are %q, want %q", path, lines[0], columns)
	}
	n := strings.Count(columns, " ") + 1
	var rows [][]string
	for i, line := range lines[1:] {
		row := strings.Split(line, "\t")
		if len(row) != n {
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", path, i+2, len(row), n)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func readLists(path string) ([]*list, error) {
	rows, err := readTable(path, listColumns)
	if err != nil {
		return nil, err
	}
	var lists []*list
	for i, r := range rows {
		l := &list{name: r[0], origin: r[2], edition: r[3], date: r[4], titleEN: r[5], titleFR: r[6], note: r[7]}
		place := strings.Fields(r[1])
		if len(place) == 3 {
			n, err := strconv.Atoi(place[2])
			if err != nil || n < 1 {
				return nil, fmt.Errorf("%s:%d: %q is not the number of a literal", path, i+2, place[2])
			}
			l.nth, place = n-1, place[:2]
		}
		if len(place) != 2 {
			return nil, fmt.Errorf("%s:%d: place %q, want an artefact, a rule and perhaps a number", path, i+2, r[1])
		}
		l.artefact, l.rule = place[0], place[1]
		if slices.ContainsFunc(lists, func(other *list) bool { return other.name == l.name }) {
			return nil, fmt.Errorf("%s:%d: %s stands twice", path, i+2, l.name)
		}
		lists = append(lists, l)
	}
	return lists, nil
}

// readNames returns the names; they stand together by list, no code twice.
func readNames(path string, lists []*list) ([]name, error) {
	rows, err := readTable(path, nameColumns)
	if err != nil {
		return nil, err
	}
	var names []name
	seen, done := map[string]bool{}, map[string]bool{}
	for i, r := range rows {
		n := name{r[0], r[1], r[2], r[3]}
		last := len(names) - 1
		switch {
		case !slices.ContainsFunc(lists, func(l *list) bool { return l.name == n.list }):
			return nil, fmt.Errorf("%s:%d: no list %s in %s", path, i+2, n.list, listsTable)
		case seen[n.list+" "+n.code]:
			return nil, fmt.Errorf("%s:%d: %s of %s stands twice", path, i+2, n.code, n.list)
		case last >= 0 && names[last].list != n.list && done[n.list]:
			return nil, fmt.Errorf("%s:%d: the rows of %s do not stand together", path, i+2, n.list)
		}
		seen[n.list+" "+n.code], done[n.list] = true, true
		names = append(names, n)
	}
	return names, nil
}

// join gives the lists their codes and the rules that use them. Every literal of the release must be one of the lists.
func join(lists []*list, r *release) ([]*list, error) {
	for _, l := range lists {
		for _, rule := range r.rules {
			if rule.artefact == l.artefact && rule.id == l.rule && l.nth < len(rule.lists) {
				l.codes = rule.lists[l.nth]
			}
		}
		if l.codes == nil {
			return nil, fmt.Errorf("%s: no list %d in %s of %s", l.name, l.nth+1, l.rule, l.artefact)
		}
		for _, other := range lists {
			if other != l && slices.Equal(other.codes, l.codes) {
				return nil, fmt.Errorf("%s and %s are one list", other.name, l.name)
			}
		}
		if sorted := slices.Sorted(slices.Values(l.codes)); len(slices.Compact(sorted)) != len(l.codes) {
			return nil, fmt.Errorf("%s has a code twice", l.name)
		}
	}
	for _, rule := range r.rules {
		for i, codes := range rule.lists {
			at := slices.IndexFunc(lists, func(l *list) bool { return slices.Equal(l.codes, codes) })
			if at < 0 {
				return nil, fmt.Errorf("list %d in %s of %s has no name in %s", i+1, rule.id, rule.artefact, listsTable)
			}
			lists[at].users = append(lists[at].users, use{rule.artefact, rule.id})
		}
	}
	return lists, nil
}
