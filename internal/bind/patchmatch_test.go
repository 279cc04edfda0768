package bind

import (
	"slices"
	"strings"
	"testing"

	"github.com/fxinvoice/fx/en16931"
)

// TestAlign pairs items, each a letter: equal ones keep their order, and what stands between them is paired as it comes.
func TestAlign(t *testing.T) {
	for _, c := range []struct {
		name, was, now string
		want           []int32
	}{
		{"nothing", "", "", []int32{}},
		{"all new", "", "ab", []int32{-1, -1}},
		{"all gone", "ab", "", []int32{}},
		{"untouched", "abc", "abc", []int32{0, 1, 2}},
		{"one changed", "abc", "axc", []int32{0, 1, 2}},
		{"one removed", "abc", "ac", []int32{0, 2}},
		{"the first removed", "abc", "bc", []int32{1, 2}},
		{"one added in front", "abc", "xabc", []int32{-1, 0, 1, 2}},
		{"one added at the end", "abc", "abcx", []int32{0, 1, 2, -1}},
		{"one removed, one changed", "abcd", "axd", []int32{0, 1, 3}},
		{"one added, one changed", "abcd", "xabyd", []int32{-1, 0, 1, 2, 3}},
		{"changed places", "ab", "ba", []int32{0, 1}},
		{"equal items", "aab", "ab", []int32{0, 2}},
		{"around one that stays", "abc", "xxbyyy", []int32{0, -1, 1, 2, -1, -1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := align(letters(c.was), letters(c.now)); !slices.Equal(got, c.want) {
				t.Errorf("%q to %q: %v, want %v", c.was, c.now, got, c.want)
			}
		})
	}
}

// letters makes an item of each letter.
func letters(s string) (all []en16931.Identifier) {
	for _, letter := range strings.Split(s, "") {
		all = append(all, en16931.Identifier{Value: letter})
	}
	return all
}

// TestFacts compares the facts that the encoder keeps of terms with the model's.
func TestFacts(t *testing.T) {
	groups := 0
	for term := range en16931.Term(en16931.NumTerms) {
		f := facts[term]
		if f.group != term.Group() || f.parent != term.Parent() || f.many != term.Card().Many() || f.isGroup != term.IsGroup() {
			t.Errorf("%s: %+v", term, f)
		}
		if !term.IsGroup() {
			continue
		}
		inside := 0
		for sub := term; sub < term.Behind(); sub++ {
			if sub.IsGroup() {
				inside++
			}
		}
		if int(f.first) != groups || int(f.end-f.first) != inside {
			t.Errorf("%s: number %d to %d, want %d and %d inside", term, f.first, f.end, groups, inside)
		}
		groups++
	}
	if groups > numGroups {
		t.Errorf("%d groups, room for %d", groups, numGroups)
	}
}
