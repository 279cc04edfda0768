package check_test

import (
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/en16931"
)

// values collects the texts of an invoice by term.
type values map[string][]string

func (v values) add(t en16931.Term, s string) {
	if s = strings.TrimSpace(s); s != "" {
		v[t.String()] = append(v[t.String()], s)
	}
}

func (v values) Enter(en16931.Term, any) bool { return true }
func (v values) Leave(en16931.Term, any)      {}
func (v values) Value(t en16931.Term, group, field any) {
	identifier := func(id en16931.Identifier) {
		v.add(t, id.Value)
		for _, sub := range en16931.Children(t) {
			v.add(sub, *en16931.Field(sub, &id).(*string))
		}
	}
	switch f := field.(type) {
	case *string:
		v.add(t, *f)
	case *en16931.Code:
		v.add(t, string(*f))
	case *en16931.Date:
		v.add(t, f.Text())
	case *en16931.Decimal:
		v.add(t, f.Text())
	case *en16931.Amount:
		v.add(t, f.Text())
	case *en16931.Identifier:
		identifier(*f)
	case *[]en16931.Identifier:
		for _, id := range *f {
			identifier(id)
		}
	case *en16931.BinaryObject:
		v.add(t, f.Base64())
		v.add(en16931.BT125_1, f.MIME)
		v.add(en16931.BT125_2, f.Filename)
	default:
		panic(fmt.Sprintf("%s: %T", t, field))
	}
}
