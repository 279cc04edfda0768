package check_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/fxinvoice/fx/en16931"
)

// place is a field of an invoice, with the term that it holds.
type place struct {
	term  en16931.Term
	group any
	field any
}

// places lists the fields of an invoice: those of terms and sub-items, of terms that repeat the items.
func places(inv *en16931.Invoice) (all []place) {
	inv.Walk(placeVisitor(func(t en16931.Term, group, field any) {
		add := func(field any) {
			all = append(all, place{t, group, field})
			for _, sub := range en16931.Children(t) {
				all = append(all, place{sub, group, en16931.Field(sub, field)})
			}
		}
		if list, ok := field.(*[]en16931.Identifier); ok {
			for i := range *list {
				add(&(*list)[i])
			}
			return
		}
		add(field)
	}))
	return all
}

type placeVisitor func(t en16931.Term, group, field any)

func (placeVisitor) Enter(en16931.Term, any) bool                 { return true }
func (placeVisitor) Leave(en16931.Term, any)                      {}
func (v placeVisitor) Value(t en16931.Term, group any, field any) { v(t, group, field) }

// there reports whether a field holds a value.
func (p place) there() bool {
	switch f := p.field.(type) {
	case *string:
		return strings.TrimSpace(*f) != ""
	case *en16931.Code:
		return strings.TrimSpace(string(*f)) != ""
	case *en16931.Date:
		return !f.Absent()
	case *en16931.Decimal:
		return !f.Absent()
	case *en16931.Amount:
		return !f.Absent()
	case *en16931.Identifier:
		return strings.TrimSpace(f.Value) != ""
	case *en16931.BinaryObject:
		return strings.TrimSpace(f.Base64()) != ""
	}
	panic(fmt.Sprintf("%s: %T", p.term, p.field))
}

// clear removes the value.
func (p place) clear() {
	switch f := p.field.(type) {
	case *string:
		*f = ""
	case *en16931.Code:
		*f = ""
	case *en16931.Date:
		*f = en16931.Date{}
	case *en16931.Decimal:
		*f = en16931.Decimal{}
	case *en16931.Amount:
		*f = en16931.Amount{}
	case *en16931.Identifier:
		*f = en16931.Identifier{}
	case *en16931.BinaryObject:
		*f = en16931.BinaryObject{}
	}
}

// set gives the field a value that it does not have, and that the schemas allow where the term stands alone.
func (p place) set(r *rand.Rand) {
	switch f := p.field.(type) {
	case *string:
		*f = fmt.Sprintf("Neu %d <ü> & co", r.IntN(1000))
		if p.term.Type() == en16931.TypeAttribute || p.term.Type() == en16931.TypeIdentifier {
			*f = fmt.Sprintf("N%d", r.IntN(1000))
		}
	case *en16931.Code:
		*f = en16931.Code(codes[p.term.Type() == en16931.TypeCode][r.IntN(3)])
		if c, ok := someCodes[p.term]; ok {
			*f = en16931.Code(c[r.IntN(len(c))])
		}
	case *en16931.Date:
		*f = en16931.NewDate(2031, time.Month(1+r.IntN(12)), 1+r.IntN(28))
	case *en16931.Decimal:
		*f = en16931.NewDecimal(int64(1+r.IntN(100000)), 2)
	case *en16931.Amount:
		f.Decimal = en16931.NewDecimal(int64(1+r.IntN(100000)), 2)
	case *en16931.Identifier:
		f.Value = fmt.Sprintf("ID%d", r.IntN(100000))
	case *en16931.BinaryObject:
		*f = en16931.NewBinaryObject(fmt.Appendf(nil, "file %d", r.IntN(100)), "text/csv", "a.csv")
	}
}

var codes = map[bool][]string{true: {"A1", "B2", "C3"}, false: {"0088", "0002", "9930"}}

// someCodes are values of terms whose codes stand in the schemas, or decide where something stands.
var someCodes = map[en16931.Term][]string{
	en16931.BT3: {"380", "384", "389"}, en16931.BT5: {"SEK", "DKK"}, en16931.BT6: {"NOK", "CHF"}, en16931.BT8: {"3", "35", "432"},
	en16931.BT21: {"AAI", "REG", "SUR"}, en16931.BT40: {"SE", "DK"}, en16931.BT55: {"SE", "DK"}, en16931.BT69: {"SE", "DK"},
	en16931.BT80: {"SE", "DK"}, en16931.BT159: {"SE", "DK"}, en16931.BT81: {"30", "58", "59"}, en16931.BT130: {"H87", "KGM"}, en16931.BT150: {"H87", "KGM"},
	en16931.BT95: {"S", "E"}, en16931.BT102: {"S", "E"}, en16931.BT118: {"S", "E"}, en16931.BT151: {"S", "E"},
}

// edit is a change of an invoice; it returns what it did, "" if there was nothing to do.
type edit struct {
	name string
	do   func(inv *en16931.Invoice, r *rand.Rand) string
}

func changeValue(inv *en16931.Invoice, r *rand.Rand) string {
	all := slices.DeleteFunc(places(inv), func(p place) bool { return !p.there() })
	if len(all) == 0 {
		return ""
	}
	p := all[r.IntN(len(all))]
	p.set(r)
	return p.term.String()
}

func addValue(inv *en16931.Invoice, r *rand.Rand) string {
	all := slices.DeleteFunc(places(inv), func(p place) bool {
		up := p.term.Parent()
		return p.there() || !up.IsGroup() && !(place{up, p.group, en16931.Field(up, p.group)}).thereToo()
	})
	if len(all) == 0 {
		return ""
	}
	p := all[r.IntN(len(all))]
	p.set(r)
	return p.term.String()
}

// thereToo is there for a term that may repeat too.
func (p place) thereToo() bool {
	if list, ok := p.field.(*[]en16931.Identifier); ok {
		return len(*list) > 0
	}
	return p.there()
}

func removeValue(inv *en16931.Invoice, r *rand.Rand) string {
	all := slices.DeleteFunc(places(inv), func(p place) bool { return !p.there() })
	if len(all) == 0 {
		return ""
	}
	p := all[r.IntN(len(all))]
	p.clear()
	return p.term.String()
}

// groupList is the slice of a group that repeats, or of a term that does.
type groupList struct {
	term   en16931.Term
	len    func() int
	swap   func(i, j int)
	remove func(i int)
	add    func(at int, r *rand.Rand)
}

func sliceOf[T any](t en16931.Term, s *[]T, fresh func(r *rand.Rand) T) groupList {
	return groupList{t, func() int { return len(*s) }, func(i, j int) { (*s)[i], (*s)[j] = (*s)[j], (*s)[i] },
		func(i int) { *s = slices.Delete(slices.Clone(*s), i, i+1) },
		func(at int, r *rand.Rand) { *s = slices.Insert(slices.Clone(*s), at, fresh(r)) }}
}

// instance returns a new group with most of its values set.
func instance[T any](t en16931.Term) func(r *rand.Rand) *T {
	return func(r *rand.Rand) *T {
		g := new(T)
		var fill func(t en16931.Term, group any)
		fill = func(t en16931.Term, group any) {
			for _, c := range en16931.Children(t) {
				if c.IsGroup() {
					if sub := en16931.Instance(c, group, 0); sub != nil {
						fill(c, sub)
					}
					continue
				}
				field := en16931.Field(c, group)
				if _, ok := field.(*[]en16931.Identifier); ok || r.IntN(4) == 0 && c.Card() == en16931.Optional {
					continue
				}
				place{c, group, field}.set(r)
			}
		}
		fill(t, g)
		return g
	}
}

func newIdentifier(r *rand.Rand) en16931.Identifier {
	id := en16931.Identifier{Value: fmt.Sprintf("ID%d", r.IntN(100000))}
	if r.IntN(2) == 0 {
		id.Scheme = "0088"
	}
	return id
}

func classification(r *rand.Rand) en16931.Identifier {
	return en16931.Identifier{Value: fmt.Sprintf("C%d", r.IntN(100000)), Scheme: "STI"}
}

// groupLists lists the slices of an invoice.
func groupLists(inv *en16931.Invoice) []groupList {
	all := []groupList{
		sliceOf(en16931.BG1, &inv.Notes, instance[en16931.Note](en16931.BG1)),
		sliceOf(en16931.BG20, &inv.Allowances, instance[en16931.Allowance](en16931.BG20)),
		sliceOf(en16931.BG21, &inv.Charges, instance[en16931.Charge](en16931.BG21)),
		sliceOf(en16931.BG23, &inv.VATBreakdown, instance[en16931.VATBreakdown](en16931.BG23)),
		sliceOf(en16931.BG24, &inv.SupportingDocuments, instance[en16931.SupportingDocument](en16931.BG24)),
		sliceOf(en16931.BG25, &inv.Lines, instance[en16931.Line](en16931.BG25)),
		sliceOf(en16931.BG3, &inv.PrecedingInvoices, instance[en16931.PrecedingInvoice](en16931.BG3)),
		sliceOf(en16931.BT29, &inv.Seller.Identifiers, newIdentifier),
	}
	if inv.Payment != nil {
		all = append(all, sliceOf(en16931.BG17, &inv.Payment.CreditTransfers, instance[en16931.CreditTransfer](en16931.BG17)))
	}
	for _, l := range inv.Lines {
		all = append(all, sliceOf(en16931.BG27, &l.Allowances, instance[en16931.LineAllowance](en16931.BG27)),
			sliceOf(en16931.BG28, &l.Charges, instance[en16931.LineCharge](en16931.BG28)),
			sliceOf(en16931.BG32, &l.Item.Attributes, instance[en16931.Attribute](en16931.BG32)),
			sliceOf(en16931.BT158, &l.Item.Classifications, classification))
	}
	return all
}

func listsWith(inv *en16931.Invoice, least int) []groupList {
	return slices.DeleteFunc(groupLists(inv), func(l groupList) bool { return l.len() < least })
}

func addGroup(inv *en16931.Invoice, r *rand.Rand) string {
	all := listsWith(inv, 0)
	l := all[r.IntN(min(len(all), 24))]
	l.add(r.IntN(l.len()+1), r)
	return l.term.String()
}

func removeGroup(inv *en16931.Invoice, r *rand.Rand) string {
	all := listsWith(inv, 1)
	if len(all) == 0 {
		return ""
	}
	l := all[r.IntN(len(all))]
	l.remove(r.IntN(l.len()))
	return l.term.String()
}

func swapGroups(inv *en16931.Invoice, r *rand.Rand) string {
	all := listsWith(inv, 2)
	if len(all) == 0 {
		return ""
	}
	l := all[r.IntN(len(all))]
	i := r.IntN(l.len() - 1)
	l.swap(i, i+1+r.IntN(l.len()-1-i))
	return l.term.String()
}

// simple are the edits that do one thing, edits those and the ones that do several.
var (
	simple = []edit{{"change", changeValue}, {"add", addValue}, {"remove", removeValue}, {"add group", addGroup}, {"remove group", removeGroup},
		{"swap groups", swapGroups}}
	edits = append(slices.Clip(simple), edit{"mixed", mixed})
)

func mixed(inv *en16931.Invoice, r *rand.Rand) string {
	var did []string
	for range 2 + r.IntN(4) {
		e := simple[r.IntN(len(simple))]
		did = append(did, e.name+" "+e.do(inv, r))
	}
	return strings.Join(did, ", ")
}
