package en16931

import (
	"fmt"
	"math"
	"slices"
	"sync"
)

// JSONSource is the Source of an invoice that DecodeJSON has read. It keeps the document, and finds places in it when it is asked: of the groups
// it knows only the invoice and those in arrays until then.
type JSONSource struct {
	lines           lineIndex
	root            string // the key of the terms, "" if they are all of the document
	syntax, profile string
	residue         []Residue
	groups          []jsonGroup // parents first
	once            sync.Once
	index           map[any]int32 // the numbers of the groups, by their pointers
	rootKeys        []jsonKeyAt   // the keys of the invoice: looking for one means going through all lines
}

// jsonGroup says where a group instance stands.
type jsonGroup struct {
	group     any
	term      Term
	absent    bool   // it has no key: only its parent has a place
	parent, n int32  // n: its position in an array from 1, 0 if it is in none; parent: the innermost group of JSONSource.groups around it
	at        uint32 // the offset of its key, in an array of its object
}

// jsonKeyAt is a key and its offset.
type jsonKeyAt struct {
	at   uint32
	term Term
}

// noParent is the parent of the invoice itself.
const noParent = -1

// Syntax is "json".
func (s *JSONSource) Syntax() string { return "json" }

// Announced returns what the document says of the file that its terms were first read from: the syntax, one of "ubl", "cii" and "json", and the
// profile. They are "" where it does not say.
func (s *JSONSource) Announced() (syntax, profile string) { return s.syntax, s.profile }

// Line returns a line of the document, counted from 1, without its line end. It is "" if there is no such line.
func (s *JSONSource) Line(n int) string { return s.lines.line(n) }

// Residue returns what the document lists as not held by the model, in the order and with the places of the file that it was first read from.
func (s *JSONSource) Residue() []Residue { return slices.Clone(s.residue) }

// Exists reports whether there is a key for the term.
func (s *JSONSource) Exists(group any, t Term) bool {
	_, _, missing, ok := s.find(group, t)
	return ok && missing == ""
}

// Locate returns the place of a term's key, or where it should stand; of a group in an array it returns the place of its object.
func (s *JSONSource) Locate(group any, t Term) Place {
	at, path, missing, ok := s.find(group, t)
	if !ok {
		return Place{}
	}
	line, column := s.lines.position(at)
	return Place{Path: path, Line: line, Column: column, Offset: at, Missing: missing}
}

// find follows the keys from a group to a term as far as they go.
func (s *JSONSource) find(group any, t Term) (at int, path, missing string, ok bool) {
	i, ok := s.number(group)
	if !ok {
		return 0, "", "", false
	}
	var rest []Term // the keys to follow, the last one first
	for ; t != s.groups[i].term; t = t.Parent() {
		if t == BG0 {
			return 0, "", "", false
		}
		rest = append(rest, t)
	}
	for ; s.groups[i].absent; i = s.groups[i].parent {
		rest = append(rest, s.groups[i].term)
	}
	at, path = int(s.groups[i].at), s.path(i)
	for n := len(rest) - 1; n >= 0; n-- {
		found, t := false, rest[n]
		if t.Parent().IsGroup() {
			at, found = s.keyAt(i, t, at)
		} else {
			at, path, found = s.subItem(at, path, t)
		}
		if !found {
			return at, path, steps(rest[:n+1]), true
		}
		path = join(path, t.String())
		if t.IsGroup() && n > 0 {
			if i, ok = s.number(Instance(t, s.groups[i].group, 0)); !ok || s.groups[i].absent {
				return at, path, steps(rest[:n]), true
			}
			at, path = int(s.groups[i].at), s.path(i)
		}
	}
	return at, path, "", true
}

// steps writes keys that are missing, the last one first.
func steps(keys []Term) (path string) {
	for _, t := range slices.Backward(keys) {
		path = join(path, t.String())
	}
	return path
}

// keyAt returns the offset of a key of a group, or otherwise where it would be looked for.
func (s *JSONSource) keyAt(i int32, t Term, otherwise int) (at int, ok bool) {
	if s.groups[i].absent {
		return otherwise, false
	}
	if i == 0 {
		for _, k := range s.rootKeys {
			if k.term == t {
				return int(k.at), true
			}
		}
		return otherwise, false
	}
	in, _ := s.open(int(s.groups[i].at))
	in.enter()
	for key, at, ok := in.key(true); ok; key, at, ok = in.key(false) {
		if key == terms[t].id {
			return at, true
		}
		in.skip()
	}
	return otherwise, false
}

// open returns a scanner at the value whose key, or which itself, stands at an offset. The document has been read: there is no mistake in it.
func (s *JSONSource) open(at int) (jsonScanner, jsonKind) {
	in := jsonScanner{doc: s.lines.text, i: at, mostDepth: math.MaxInt}
	if in.doc[at] == '"' {
		in.text()
		in.space()
		in.i++ // the colon
	}
	return in, in.value()
}

// findRootKeys goes through the document once.
func (s *JSONSource) findRootKeys() {
	in, _ := s.open(int(s.groups[0].at))
	in.enter()
	for key, at, ok := in.key(true); ok; key, at, ok = in.key(false) {
		s.rootKeys = append(s.rootKeys, jsonKeyAt{uint32(at), children[BG0][child(BG0, key, len(s.rootKeys))]})
		in.skip()
	}
}

// subItem looks for a sub-item in the value whose key stands at an offset: in an array, in its first element.
func (s *JSONSource) subItem(at int, path string, t Term) (int, string, bool) {
	in, kind := s.open(at)
	if kind == jsonArray {
		in.enter()
		if in.element(true) {
			kind = in.value()
			at, path = in.i, path+"[1]"
		}
	}
	if kind != jsonObject {
		return at, path, false
	}
	in.enter()
	for key, keyAt, ok := in.key(true); ok; key, keyAt, ok = in.key(false) {
		if key == terms[t].id {
			return keyAt, path, true
		}
		in.skip()
	}
	return at, path, false
}

// path is the path of a group that has an object.
func (s *JSONSource) path(i int32) string {
	g := &s.groups[i]
	if g.parent == noParent {
		return s.root
	}
	path := g.term.String()
	for t := g.term.Parent(); t != s.groups[g.parent].term; t = t.Parent() {
		path = join(t.String(), path)
	}
	path = join(s.path(g.parent), path)
	if g.n > 0 {
		path += fmt.Sprintf("[%d]", g.n)
	}
	return path
}

// join puts a key behind a path, which may be empty.
func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}

// number returns the number of a group instance in s.groups.
func (s *JSONSource) number(group any) (int32, bool) {
	s.once.Do(func() {
		s.findRootKeys()
		s.index = make(map[any]int32, 4*len(s.groups))
		for i, g := range s.groups {
			s.index[g.group] = int32(i)
		}
		for i := 0; i < len(s.groups); i++ {
			s.addSingle(int32(i))
		}
	})
	i, ok := s.index[group]
	return i, ok
}

// addSingle adds the groups in a group that do not repeat, with a key or without.
func (s *JSONSource) addSingle(i int32) {
	for _, sub := range children[s.groups[i].term] {
		if !sub.IsGroup() || sub.Card().Many() {
			continue
		}
		group := Instance(sub, s.groups[i].group, 0)
		if group == nil {
			continue
		}
		at, ok := s.keyAt(i, sub, 0)
		s.index[group] = int32(len(s.groups))
		s.groups = append(s.groups, jsonGroup{group: group, term: sub, absent: !ok, parent: i, at: uint32(at)})
	}
}
