package choruspro

import (
	"strings"
	"unicode"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// The types of ContractDocumentReference in UBL, folded. Without a type it is a contract.
const (
	typeNone       = ""
	typeMarket     = "marche public"
	typeContract   = "contrat"
	typeEngagement = "engagement"
	typeOrder      = "bon de commande"
)

// contractOf returns the first identifier in UBL's ContractDocumentReference of one of these types.
func (f *file) contractOf(types ...string) value {
	for _, group := range f.of(contract) {
		typ := fold(f.firstIn(group, contractType).text)
		for _, t := range types {
			if t == typ {
				if v := f.firstIn(group, contractID); !v.absent() {
					return v
				}
			}
		}
	}
	return value{node: xmltree.None}
}

// contractNumber returns BT-12.
func (f *file) contractNumber() value {
	if f.isCII() {
		return f.first(contractID)
	}
	return f.contractOf(typeNone, typeMarket, typeContract)
}

// fold returns a French text in small letters without accents.
func fold(s string) string {
	return strings.Map(func(r rune) rune {
		switch r = unicode.ToLower(r); r {
		case 'à', 'â', 'ä':
			return 'a'
		case 'ç':
			return 'c'
		case 'é', 'è', 'ê', 'ë':
			return 'e'
		case 'î', 'ï':
			return 'i'
		case 'ô', 'ö':
			return 'o'
		case 'ù', 'û', 'ü':
			return 'u'
		}
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return r
	}, s)
}
