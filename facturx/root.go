package facturx

import (
	"strings"
	"sync"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/internal/xmltree"
)

// Syntax tells what language an attachment is written in, by its root element.
type Syntax string

// The syntaxes. The empty one is none of them.
const (
	CII           Syntax = "cii"
	UBLInvoice    Syntax = "ubl-invoice"
	UBLCreditNote Syntax = "ubl-creditnote"
	ZUGFeRD1      Syntax = "zugferd1"   // version 1.0
	ZUGFeRDDraft  Syntax = "zugferd-rc" // before version 1.0
	OrderX        Syntax = "order-x"    // an order, no invoice
)

// Invoice tells whether the syntax is one of invoices.
func (s Syntax) Invoice() bool { return s != "" && s != OrderX }

// syntaxOf looks a root element up. Drafts of ZUGFeRD had several namespaces.
func syntaxOf(root xmltree.Name) Syntax {
	switch root {
	case xmltree.Name{Space: "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", Local: "CrossIndustryInvoice"}:
		return CII
	case xmltree.Name{Space: "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", Local: "Invoice"}:
		return UBLInvoice
	case xmltree.Name{Space: "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", Local: "CreditNote"}:
		return UBLCreditNote
	case xmltree.Name{Space: "urn:ferd:CrossIndustryDocument:invoice:1p0", Local: "CrossIndustryDocument"}:
		return ZUGFeRD1
	case xmltree.Name{Space: "urn:un:unece:uncefact:data:standard:CBFBUY:5", Local: "Invoice"}:
		return ZUGFeRDDraft
	case xmltree.Name{Space: "urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100", Local: "SCRDMCCBDACIOMessageStructure"}:
		return OrderX
	}
	return ""
}

// A scout looks into streams for the root element, into each once. What it reads of them beyond their first bytes is bounded, however many
// there are.
type scout struct {
	mu   sync.Mutex
	seen map[uint32]sight
	left int
}

type sight struct {
	syntax Syntax
	xml    bool
	err    error
}

// headSizes are how much of a stream is looked at: some invoices have a licence in front of their root element.
func headSizes() []int { return []int{4 << 10, 64 << 10, 1 << 20} }

// mostLooked bounds the bytes that are read because the first ones were not enough.
const mostLooked = 32 << 20

func newScout() *scout { return &scout{seen: map[uint32]sight{}, left: mostLooked} }

func (s *scout) look(stream *pdf.Stream) (Syntax, bool, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	number := stream.Ref().Number
	x, ok := s.seen[number]
	if !ok {
		x = s.read(stream)
		s.seen[number] = x
	}
	return x.syntax, x.xml, x.err
}

func (s *scout) read(stream *pdf.Stream) (x sight) {
	for i, size := range headSizes() {
		if i > 0 {
			if s.left < size {
				break
			}
			s.left -= size
		}
		head, err := stream.Head(size)
		if err != nil {
			return sight{err: err}
		}
		root, state := readRoot(head)
		x.xml = state == isXML
		if x.xml {
			x.syntax = syntaxOf(root)
		}
		if state != cutOff || len(head) < size {
			break
		}
	}
	return x
}

// state is what the beginning of a document says of it.
type state int

const (
	noXML state = iota
	isXML
	cutOff // the beginning is too short to tell
)

// readRoot reads the name of the root element from the beginning of a document. What has none is no XML. Whether the rest is well-formed is
// another question.
func readRoot(head []byte) (xmltree.Name, state) {
	s := string(head)
	if strings.Contains(s, "\x00") { // UTF-16: of what is looked at here every other byte is NUL
		s = strings.TrimPrefix(strings.TrimPrefix(strings.ReplaceAll(s, "\x00", ""), "\xfe\xff"), "\xff\xfe")
	}
	s = strings.ToValidUTF8(strings.TrimPrefix(s, "\ufeff"), "?")
	s, ok := skipProlog(s)
	if !ok {
		return xmltree.Name{}, cutOff
	}
	if !strings.HasPrefix(s, "<") {
		return xmltree.Name{}, noXML
	}
	end := tagEnd(s)
	if end < 0 {
		return xmltree.Name{}, cutOff
	}
	tree, err := xmltree.Parse(strings.TrimSuffix(s[:end], "/")+"/>", xmltree.Limits{})
	if err != nil {
		return xmltree.Name{}, noXML
	}
	return tree.NameOf(0), isXML
}

// skipProlog passes over the XML declaration, comments, instructions and a document type, unless they do not end.
func skipProlog(s string) (rest string, ok bool) {
	for {
		s = strings.TrimLeft(s, " \t\r\n")
		end := ">"
		switch {
		case strings.HasPrefix(s, "<?"):
			end = "?>"
		case strings.HasPrefix(s, "<!--"):
			end = "-->"
		case strings.HasPrefix(s, "<!"):
		default:
			return s, true
		}
		i := strings.Index(s, end)
		if i < 0 {
			return "", false
		}
		s = s[i+len(end):]
	}
}

// tagEnd returns the place of the '>' that ends the tag at the start of s; -1 if there is none.
func tagEnd(s string) int {
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return -1
}
