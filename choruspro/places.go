package choruspro

import (
	"slices"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// place is something that Chorus Pro reads: a value, or a group that values stand in. Where it is in a file say ublSteps and ciiSteps.
type place uint8

const (
	nowhere place = iota

	number         // BT-1
	issued         // BT-2
	kind           // BT-3
	currency       // BT-5
	taxCurrency    // BT-6
	service        // BT-10
	serviceContact // BT-10 where E1 files have it
	contract       // group of UBL: a contract, an engagement or an order, by its type
	contractType   //
	contractID     // BT-12
	order          // BT-13
	despatch       // BT-16
	accounting     // BT-19
	process        // BT-23
	extension      // group of UBL: what an extension holds, AIFE's among others
	specification  // BT-24
	preceding      // BT-25

	sellerID       // BT-30, which UBL has among the identifiers of the party (BT-29)
	sellerRegister // BT-30 of UBL
	sellerCountry  // BT-40
	sellerName     // BT-27
	sellerTrading  // BT-28
	buyerID        // BT-47, likewise
	buyerRegister  // BT-47 of UBL
	buyerName      // BT-44
	buyerTrading   // BT-45
	buyerVAT       // BT-48
	payeeName      // BT-59
	validator      // the main contractor who validates; no term of EN 16931

	payment      // group BG-16
	means        // BT-81
	account      // BT-84
	otherAccount // BT-84 of CII, where it is no IBAN
	bank         // BT-86
	debtor       // BG-19, and two more in other places
	creditor     //
	mandate      //

	allowance       // group BG-20 or BG-21
	allowanceCharge // whether it is a charge
	allowanceAmount // BT-92, BT-99
	allowanceReason // BT-97, BT-104

	lineTotal      // BT-106
	allowanceTotal // BT-107
	chargeTotal    // BT-108
	netTotal       // BT-109
	taxTotal       // BT-110, BT-111
	grandTotal     // BT-112
	paidTotal      // BT-113
	rounding       // BT-114
	dueTotal       // BT-115

	breakdown       // group BG-23
	breakdownBasis  // BT-116
	breakdownTax    // BT-117
	exemptionReason // BT-120
	vatCategory     // BT-95, BT-102, BT-118, BT-151
	vatRate         // BT-96, BT-103, BT-119, BT-152

	reference     // group BG-24, and the other header references of CII
	referenceID   // BT-122
	referenceType //
	referenceName // BT-123
	attachment    // BT-125

	quantity      // BT-129
	lineAmount    // BT-131
	itemID        // BT-157
	gross         // group of CII: BT-148 with its discount
	grossDiscount // BT-147

	numPlaces
)

// step is an element on the way to a place, below the root or below another step.
type step struct {
	space space
	name  string
	is    place // what the element is; nowhere if it is only on the way
	below []step
}

func (s *step) qname() string { return prefixes[s.space] + ":" + s.name }

// leads reports whether the step is one of the places or on the way to one.
func (s *step) leads(to []place) bool {
	if slices.Contains(to, s.is) {
		return true
	}
	for i := range s.below {
		if s.below[i].leads(to) {
			return true
		}
	}
	return false
}

// stepOf returns the step that is a place, nil if the syntax has none.
func stepOf(steps []step, p place) *step {
	for i := range steps {
		if steps[i].is == p {
			return &steps[i]
		}
		if s := stepOf(steps[i].below, p); s != nil {
			return s
		}
	}
	return nil
}

// space is a namespace of the steps.
type space uint8

const (
	cbc space = iota
	cac
	ext
	ram
	rsm
	udt
)

var prefixes = [...]string{cbc: "cbc", cac: "cac", ext: "ext", ram: "ram", rsm: "rsm", udt: "udt"}

var spaces = [...]string{
	cbc: "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
	cac: "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
	ext: "urn:oasis:names:specification:ubl:schema:xsd:CommonExtensionComponents-2",
	ram: "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100",
	rsm: nsCII,
	udt: "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100",
}

const nsCII = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"

const aife = "urn:AIFE:Facture:Extension" // the namespace of AIFE's extension of UBL

// The roots of the files that Chorus Pro takes.
var (
	rootInvoice    = xmltree.Name{Space: "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", Local: "Invoice"}
	rootCreditNote = xmltree.Name{Space: "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", Local: "CreditNote"}
	rootCII        = xmltree.Name{Space: nsCII, Local: "CrossIndustryInvoice"}
)

// prefixOf returns the customary prefix of a namespace, "" if it has none.
func prefixOf(uri string) string {
	switch uri {
	case rootInvoice.Space:
		return "ubl"
	case rootCreditNote.Space:
		return "cn"
	}
	for s, known := range spaces {
		if uri == known {
			return prefixes[s]
		}
	}
	return ""
}
