package en16931

// A Visitor is called by Walk for what is in an invoice, in the order of the model.
type Visitor interface {
	// Enter is called before the terms of a group instance, with a pointer such as *Line, and says whether to go into it.
	Enter(g Term, group any) bool
	// Leave is called behind the terms and groups of a group instance that was entered.
	Leave(g Term, group any)
	// Value is called for each term of a group, present or not, with the pointer that Field returns; sub-items are not visited on their own.
	Value(t Term, group any, field any)
}

// Walk visits the invoice, its terms and its groups. Groups that the standard requires are entered even when nothing of them is there.
func (inv *Invoice) Walk(v Visitor) { walk(v, BG0, inv) }

func walk(v Visitor, g Term, group any) {
	if !v.Enter(g, group) {
		return
	}
	for _, t := range children[g] {
		if !t.IsGroup() {
			v.Value(t, group, Field(t, group))
			continue
		}
		for n := 0; ; n++ {
			sub := Instance(t, group, n)
			if sub == nil {
				break
			}
			walk(v, t, sub)
		}
	}
	v.Leave(g, group)
}

// Children returns the terms and groups directly in group g, or the sub-items of term g, in the order of the model. The caller must not change
// the slice.
func Children(g Term) []Term { return children[g] }

// Absent reports whether there is nothing in a field, given as Field returns it. A text of white space is nothing.
func Absent(field any) bool {
	switch f := field.(type) {
	case *string:
		return trim(*f) == ""
	case *Code:
		return trim(string(*f)) == ""
	case *Date:
		return f.Absent()
	case *Decimal:
		return f.Absent()
	case *Amount:
		return f.Absent()
	case *Identifier:
		return f.Absent()
	case *[]Identifier:
		return len(*f) == 0
	case *BinaryObject:
		return f.Absent()
	}
	return true
}
