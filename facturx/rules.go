package facturx

import (
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// Rule is a rule for the PDF around an invoice. Its severities are error where PDF/A-3 or Factur-X, or a recipient that is known, refuses what
// breaks it; warning where some programs stumble; info where nobody refuses and it is still worth knowing.
type Rule struct {
	ID     string      // PDF-01, PDF-02…
	Asks   report.Text // one sentence: what the rule asks
	Why    report.Text // what it is good for, and who refuses what breaks it; zero where Asks says it all
	Cites  string      // the clause: "ISO 19005-3, 6.1.3"
	Cases  []Case      // what to say; the first is the usual case
	Repair bool        // embedding the invoice anew can repair it, but for cases that are ByHand
}

// Case is one way to break a rule.
type Case struct {
	Name     string // what tells it from the others; "" for the usual case
	Severity report.Severity
	Text     report.Text // what is wrong, with what was found as arguments
	Fix      report.Text // what to change; Rule.Repair and ByHand tell whether embedding does

	ByHand bool // embedding the invoice anew does not repair this case, or hides what somebody should look at

	// Clauses are those of PDF/A-3 that the case breaks for certain, each with the number of its test in the profile of veraPDF, so that the
	// two can be compared: "6.1.3-1". It is empty where PDF/A asks nothing of the kind.
	Clauses []string
}

// Case returns the case of that name, and the usual one where there is none.
func (r *Rule) Case(name string) Case {
	for _, c := range r.Cases {
		if c.Name == name {
			return c
		}
	}
	return r.Cases[0]
}

// Rules returns the rules for the PDF around an invoice, in the order of their numbers. They are the caller's to change.
func Rules() []Rule {
	all := rules()
	list := make([]Rule, len(all))
	for i, r := range all {
		list[i] = *r
		list[i].Cases = slices.Clone(r.Cases)
		for j := range list[i].Cases {
			list[i].Cases[j].Clauses = slices.Clone(r.Cases[j].Clauses)
		}
	}
	return list
}

// RuleByID returns the rule with an identifier such as "PDF-01"; case does not matter. The rule is the caller's to change.
func RuleByID(id string) (Rule, bool) {
	for _, r := range Rules() {
		if strings.EqualFold(r.ID, id) {
			return r, true
		}
	}
	return Rule{}, false
}

func rules() []*Rule {
	return []*Rule{
		&ruleHeader, &ruleBinary, &ruleEnd, &ruleID, &ruleEncryption, &ruleXref, &ruleDamage, &ruleStreams, &ruleSignatures, &rulePermissions,
		&rulePortfolio, &ruleForm, &ruleJavaScript, &ruleOpenAction, &ruleAdditional, &rulePresentation, &ruleLayers, &ruleProfile, &ruleOneProfile,
		&ruleMetadata, &ruleReadable, &rulePacket, &ruleClaim, &rulePart, &ruleConformance, &ruleClaimPrefix, &ruleInformation,
		&ruleFacturX, &ruleNamespace, &ruleDocumentType, &ruleFileName, &ruleVersion, &ruleLevel, &ruleSameProfile, &ruleExtension,
		&ruleName, &ruleBothNames, &ruleEqualNames, &ruleRelated, &ruleRelationship, &ruleAssociated, &ruleListed, &ruleKey, &ruleStreamKeys,
		&ruleOneContent, &ruleMIME, &ruleXMLType, &ruleParameters, &ruleDistinct, &ruleOneInvoice, &rulePlainNames, &ruleSyntax,
	}
}

// What rules are cited from.
const (
	citePDF     = "ISO 32000-1"
	citeFacturX = "Factur-X 1.09"
)

// Decided returns the clauses of PDF/A-3, with the numbers of veraPDF's tests, that Check decides for the whole file: those of 6.8 for the
// attachments that File.Attachments lists. Other clauses that cases name are looked at in some places only: of 6.1.7, the attachments, the metadata
// of the document and its colour profiles; of 6.5.1, what happens on opening; of 6.6.2, the metadata of the document, and in them the properties of
// Factur-X. No clause that is named nowhere is looked at, so that a file without findings need not be PDF/A-3.
func Decided() []string {
	return []string{
		"6.1.2-1", "6.1.2-2", "6.1.3-1", "6.1.3-2", "6.1.3-3", "6.1.12-1", "6.2.3-1", "6.2.3-2", "6.2.3-3", "6.4.1-3", "6.4.2-1", "6.4.2-2", "6.5.2-1",
		"6.6.2.1-1", "6.6.4-1", "6.6.4-2", "6.6.4-3", "6.6.4-4", "6.6.4-5", "6.6.4-6", "6.6.4-7", "6.8-1", "6.8-2", "6.8-3", "6.8-4",
		"6.9-1", "6.9-2", "6.9-3", "6.9-4", "6.10-1", "6.11-1",
	}
}
