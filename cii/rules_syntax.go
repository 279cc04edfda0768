package cii

import (
	"github.com/fxinvoice/fx/internal/shape"
	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// ciiSR462: the code of the tax point date is the same in all breakdowns, letter by letter.
func ciiSR462(p *shape.Pass, settlement xmltree.Node) {
	var first xmltree.Node
	for _, code := range p.Anywhere(ramDueDateTypeCode) {
		if tax := p.Parent(code); tax == xmltree.None || !p.Is(tax, ramApplicableTradeTax) {
			continue
		}
		if first == 0 {
			first = code
			continue
		}
		if text := p.Text(code); text != p.Text(first) {
			p.Fail(code, report.A("found", text), report.A("first", p.Text(first)))
			return
		}
	}
}

// ciiSR467: all payment means are of the same type.
func ciiSR467(p *shape.Pass, _ xmltree.Node) { samePaymentMeans(p, ramTypeCode) }

// ciiSR468: and have the same text.
func ciiSR468(p *shape.Pass, _ xmltree.Node) { samePaymentMeans(p, ramInformation) }

// samePaymentMeans does not mind white space.
func samePaymentMeans(p *shape.Pass, name shape.Name) {
	first, wanted := xmltree.None, ""
	for _, means := range p.Anywhere(ramSpecifiedTradeSettlementPaymentMeans) {
		for n := range p.All(means, name) {
			if first == xmltree.None {
				first, wanted = n, p.Normal(n)
			}
			if text := p.Normal(n); text != wanted {
				p.Fail(n, report.A("found", text), report.A("first", wanted))
				return
			}
		}
	}
}
