package choruspro

import "github.com/fxinvoice/fx/internal/xmltree"

// idType is the type of an identifier, as Chorus Pro numbers them.
type idType uint8

const (
	untyped idType = iota
	typeSIRET
	typeEU     // outside France, in the EU: the VAT number
	typeNonEU  // outside the EU: the country and the beginning of the name
	typeRIDET  // New Caledonia
	typeTahiti // French Polynesia
	typeOther
	typeUnknown
)

// doubt says why nobody is sure that Chorus Pro reads an identifier: the case of CP-50.
type doubt string

const (
	none     doubt = ""
	register doubt = "register" // it stands where UBL has the trade register
	scheme   doubt = "scheme"   // its scheme is none that Chorus Pro is known to read
	foreign  doubt = "buyer"    // a buyer's, of a type that only sellers have
)

// identifier is that of the seller or of the buyer.
type identifier struct {
	value
	is    idType
	doubt doubt
	attr  string // the attribute that says its type
}

// role is the seller or the buyer: where its identifiers stand.
type role struct {
	id, register place
	buyer        bool
}

var (
	sellerRole = role{id: sellerID, register: sellerRegister}
	buyerRole  = role{id: buyerID, register: buyerRegister, buyer: true}
)

// identifier finds the identifier that Chorus Pro reads of a party; it is absent if there is none.
func (f *file) identifier(r role) identifier {
	id := f.identifierUBL(r)
	if f.isCII() {
		id = f.identifierCII(r)
	}
	if r.buyer && id.doubt == none && id.is >= typeEU && id.is <= typeOther {
		id.doubt = foreign
	}
	return id
}

// identifierCII reads the legal organisation; what the numbers of its scheme mean was found in files that the portal has taken.
func (f *file) identifierCII(r role) identifier {
	id := identifier{value: f.first(r.id)}
	if id.absent() {
		return id
	}
	id.attr = "schemeID"
	switch s := f.attr(id.node, id.attr); s {
	case "":
	case "1", "0002", "0009":
		id.is = typeSIRET
	case "2", "3", "4", "5", "6":
		id.is = idType(s[0] - '0')
	case "7":
		id.is = typeUnknown
	case "0223", "0226", "0227", "0228", "0229":
		id.is = typeUnknown
		if r.buyer {
			id.doubt = foreign
		}
	default:
		id.is, id.doubt = typeUnknown, scheme
	}
	return id
}

// identifierUBL takes the best of the identifiers: typed as Chorus Pro types them, then a SIRET or one that says nothing, then that of the
// register, then any other.
func (f *file) identifierUBL(r role) identifier {
	best, rank := identifier{value: value{node: xmltree.None}}, 5
	take := func(id identifier, as int) {
		if !id.absent() && as < rank {
			best, rank = id, as
		}
	}
	for _, n := range f.of(r.id) {
		id := identifier{value: f.at(n)}
		name, scheme_ := f.attr(n, "schemeName"), f.attr(n, "schemeID")
		switch {
		case len(name) == 1 && name[0] >= '1' && name[0] <= '7':
			id.is, id.attr = idType(name[0]-'0'), "schemeName"
			take(id, 1)
		case scheme_ == "0009":
			id.is, id.attr = typeSIRET, "schemeID"
			take(id, 2)
		case name == "" && scheme_ == "":
			take(id, 2)
		case scheme_ != "SEPA": // the creditor's identifier (BT-90)
			id.is, id.doubt, id.attr = typeUnknown, scheme, "schemeID"
			if scheme_ == "" {
				id.attr = "schemeName"
			}
			take(id, 4)
		}
	}
	for _, n := range f.of(r.register) {
		switch f.attr(n, "schemeID") {
		case "0009", "0002", "1":
			take(identifier{value: f.at(n), is: typeSIRET, doubt: register, attr: "schemeID"}, 3)
		}
	}
	return best
}

// isSIRET reports whether s is made of 14 digits.
func isSIRET(s string) bool { return len(s) == 14 && allDigits(s) }

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}

const laPoste = "356000000" // the SIREN of La Poste, whose establishments have numbers of another kind

// luhn reports whether the last digit of a number of digits is its check digit.
func luhn(s string) bool {
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
