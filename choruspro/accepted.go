package choruspro

import (
	"slices"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// acceptance is an official finding that Chorus Pro is known not to mind.
type acceptance struct {
	rules []string // of the artefacts of EN 16931 and of the profiles of Factur-X 1.09.2
	holds func(f *file, n xmltree.Node) bool
	ubl   place // where the value stands
	cii   place
	attr  string
}

// acceptances are all there are. The same rules on other values, or elsewhere, remain errors.
var acceptances = []acceptance{
	{
		rules: []string{"BR-CL-01"}, ubl: kind, cii: kind,
		holds: func(f *file, n xmltree.Node) bool { return f.tree.NameOf(0) == rootInvoice && f.at(n).text == "381" },
	},
	{
		rules: []string{"BR-CL-11", "FX-SCH-A-000410", "FX-SCH-A-000444", "FX-SCH-A-000503", "FX-SCH-A-000581", "FX-SCH-A-000778"},
		ubl:   sellerRegister, cii: sellerID, attr: "schemeID", holds: typedAsChorus,
	},
	{
		rules: []string{"BR-CL-11", "FX-SCH-A-000031", "FX-SCH-A-000424", "FX-SCH-A-000496", "FX-SCH-A-000569", "FX-SCH-A-000699"},
		ubl:   buyerRegister, cii: buyerID, attr: "schemeID", holds: typedAsChorus,
	},
	{
		rules: []string{"BR-CL-24", "FX-SCH-A-000287", "FX-SCH-A-000644"}, ubl: attachment, cii: attachment, attr: "mimeCode",
		holds: func(f *file, n xmltree.Node) bool { return f.attr(n, "mimeCode") == "application/zip" },
	},
	{
		rules: []string{"BR-CL-16", "FX-SCH-A-000489", "FX-SCH-A-000527", "FX-SCH-A-000609", "FX-SCH-A-001008"}, ubl: means, cii: means,
		holds: func(f *file, n xmltree.Node) bool { return f.at(n).text == "01" },
	},
}

// typedAsChorus reports whether an identifier has one of Chorus Pro's types as its scheme.
func typedAsChorus(f *file, n xmltree.Node) bool {
	s := f.attr(n, "schemeID")
	return len(s) == 1 && s[0] >= '1' && s[0] <= '6'
}

// Accepted reports whether a finding of the official rules on a file is one of the four that Chorus Pro is known to accept, and says so: type 381 in
// a UBL Invoice, Chorus Pro's own types of identifiers (1 to 6) on BT-30 and BT-47, a ZIP as attachment, payment means 01. Such a finding is a
// warning where Chorus Pro is the target. It depends on the place of the finding, which is its line and column.
func Accepted(tree *xmltree.Tree, finding report.Finding) (why report.Text, ok bool) {
	for i := range acceptances {
		a := &acceptances[i]
		if finding.Severity != report.Error || !slices.Contains(a.rules, finding.Rule) {
			continue
		}
		f, ok := read(tree, a.ubl, a.cii)
		if !ok {
			continue
		}
		at := a.ubl
		if f.isCII() {
			at = a.cii
		}
		for _, n := range f.of(at) {
			if a.holds(f, n) && f.stands(finding, n, a.attr) {
				return accepted, true
			}
		}
	}
	return report.Text{}, false
}

// stands reports whether a finding points at an element, or at an attribute of it.
func (f *file) stands(finding report.Finding, n xmltree.Node, attr string) bool {
	start, _ := f.tree.Range(n)
	if line, column := f.tree.Position(start); line == finding.Line && column == finding.Column {
		return true
	}
	a, ok := f.attrAt(n, attr)
	if !ok {
		return false
	}
	start, _, _ = f.tree.AttrRange(a)
	line, column := f.tree.Position(start)
	return line == finding.Line && column == finding.Column
}

var accepted = report.Text{EN: "Chorus Pro is known to accept this", FR: "on sait que Chorus Pro l'accepte"}
