package en16931

import (
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestFields holds the model, its comments and the terms together: every term has a field, every field a term, of the type that the standard
// gives it, and the comment behind the field names the same term.
func TestFields(t *testing.T) {
	kinds := map[Type][]string{
		TypeAmount: {"*en16931.Amount"}, TypeUnitPriceAmount: {"*en16931.Amount"}, TypeQuantity: {"*en16931.Decimal"},
		TypePercentage: {"*en16931.Decimal"}, TypeCode: {"*en16931.Code"}, TypeDate: {"*en16931.Date"}, TypeText: {"*string"},
		TypeDocumentReference: {"*string"}, TypeBinaryObject: {"*en16931.BinaryObject"}, TypeAttribute: {"*string"},
		TypeIdentifier: {"*string", "*en16931.Identifier", "*[]en16931.Identifier"},
	}
	inv := new(Invoice)
	instances := map[Term]any{BG0: inv}
	for term := Term(1); term < NumTerms; term++ {
		if term.IsGroup() {
			parent := instances[term.Parent()]
			if got := Instance(term, parent, 0); (got != nil) != (term.Card() == Required) {
				t.Errorf("%s is there before it is made: %t", term, got != nil)
			}
			instances[term] = Append(term, parent)
			if again := Append(term, parent); (again == instances[term]) == term.Card().Many() {
				t.Errorf("%s: a second one is the first: %t", term, !term.Card().Many())
			}
			if Instance(term, parent, 0) != instances[term] {
				t.Errorf("%s: what was made is not there", term)
			}
			continue
		}
		owner := instances[term.Group()]
		if up := term.Parent(); !up.IsGroup() {
			switch v := Field(up, owner).(type) {
			case *Identifier, *BinaryObject:
				owner = v
			case *[]Identifier:
				*v = append(*v, Identifier{})
				owner = &(*v)[len(*v)-1]
			default:
				t.Errorf("%s has sub-items but is %T", up, v)
				continue
			}
		}
		got := reflect.TypeOf(Field(term, owner)).String()
		if !slices.Contains(kinds[term.Type()], got) {
			t.Errorf("%s is a %s in the standard, %s in the model", term, term.Type(), got)
		}
		if _, many := Field(term, owner).(*[]Identifier); many != term.Card().Many() {
			t.Errorf("%s: may repeat in the standard: %t, in the model: %t", term, term.Card().Many(), many)
		}
	}

	source, err := os.ReadFile("model.go")
	if err != nil {
		t.Fatal(err)
	}
	accessors, err := os.ReadFile("fields.go")
	if err != nil {
		t.Fatal(err)
	}
	current := ""
	comments := 0
	for _, line := range strings.Split(string(source), "\n") {
		if m := regexp.MustCompile(`^type (\w+) struct`).FindStringSubmatch(line); m != nil {
			current = m[1]
		}
		m := regexp.MustCompile(`^\t(\w+)\s.*// (B[TG])-(\d+)`).FindStringSubmatch(line)
		if m == nil {
			continue
		}
		comments++
		accessor := regexp.MustCompile(`(?m)^\t` + m[2] + m[3] + `:\s.*\(p \*` + current + `\).*&p\.` + m[1] + ` \}`)
		if !accessor.Match(accessors) {
			t.Errorf("%s.%s is said to be %s-%s, but fields.go has another field for it", current, m[1], m[2], m[3])
		}
	}
	if want := NumTerms - 1 - 16; comments != want {
		t.Errorf("%d fields bear their term, want %d", comments, want)
	}
}

func TestTerms(t *testing.T) {
	if len(terms) != 213 {
		t.Errorf("%d terms", len(terms))
	}
	for term := Term(0); term < NumTerms; term++ {
		if found, ok := TermByID(strings.ToLower(term.String())); !ok || found != term {
			t.Errorf("%s is found as %s", term, found)
		}
		if term.Name("en") == "" || term.Name("fr") == "" || term.Parent() > term || term.Behind() <= term {
			t.Errorf("%s: names %q %q, parent %s", term, term.Name("en"), term.Name("fr"), term.Parent())
		}
		for _, sub := range Children(term) {
			if sub.Parent() != term || sub < term || sub >= term.Behind() {
				t.Errorf("%s is no child of %s", sub, term)
			}
		}
	}
	if _, ok := TermByID("BT-4"); ok {
		t.Error("there is no BT-4")
	}
}
