package shape

import (
	"strings"

	"github.com/fxinvoice/fx/internal/xmltree"
	"github.com/fxinvoice/fx/report"
)

// plain says what follows from a row's expression alone.
func (p *Pass) plain(row *Row, at place) (Words, []report.Arg) {
	args := []report.Arg{report.A("element", p.called(at))}
	if row.Check != nil {
		return otherwise, args
	}
	e := &p.Exprs[row.Test]
	switch e.Op {
	case Not:
		if p.Exprs[e.A].Op == Exists {
			if at.attr != noAttr {
				return unusedAttribute, args
			}
			return unused, args
		}
	case False:
		return unused, args
	case Exists:
		return required, append(args, report.A("parent", p.called(place{item: at.item})))
	case Count:
		args = append(args, report.A("max", int(e.N)))
		if at.missing != "" {
			return required, append(args, report.A("parent", p.called(place{item: at.item})))
		}
		if e.N == 1 {
			return once, args
		}
		return tooMany, args
	case Decimals:
		return decimals, args // blame has found the others
	case Codes, Listed:
		return code, args
	case Date102:
		return date, append(args, report.A("found", p.value(at.item)))
	}
	return otherwise, args
}

// called is the name of what a finding points at.
func (p *Pass) called(at place) string {
	switch {
	case at.missing != "":
		return at.missing[strings.LastIndexByte(at.missing, '/')+1:]
	case at.attr != noAttr:
		return "@" + p.tree.AttrQName(at.attr)
	}
	name := p.tree.NameOf(at.node)
	if prefix := p.Names.prefixOf(name.Space); prefix != "" {
		return prefix + ":" + name.Local
	}
	return name.Local
}

var (
	unused = Words{
		report.Text{EN: "{element} has no meaning in an EN 16931 invoice here.", FR: "{element} n'a pas de sens à cet endroit dans une facture EN 16931."},
		report.Text{EN: "Remove it, or move what it says to a term of the standard: recipients may ignore it.",
			FR: "Retirez-le, ou portez ce qu'il dit dans un champ de la norme : les destinataires peuvent l'ignorer."}}
	unusedAttribute = Words{
		report.Text{EN: "The attribute {element} has no meaning in an EN 16931 invoice here.",
			FR: "L'attribut {element} n'a pas de sens à cet endroit dans une facture EN 16931."},
		report.Text{EN: "Remove the attribute.", FR: "Retirez l'attribut."}}
	required = Words{
		report.Text{EN: "{element} is missing in {parent}.", FR: "{element} manque dans {parent}."},
		report.Text{EN: "Add it.", FR: "Ajoutez-le."}}
	once = Words{
		report.Text{EN: "{element} may stand only once here.", FR: "{element} ne peut figurer qu'une fois à cet endroit."},
		report.Text{EN: "Keep one, and join or drop the others.", FR: "N'en gardez qu'un ; réunissez ou retirez les autres."}}
	tooMany = Words{
		report.Text{EN: "{element} may stand at most {max} times here.", FR: "{element} peut figurer au plus {max} fois à cet endroit."},
		report.Text{EN: "Drop those that are too many.", FR: "Retirez ceux qui sont en trop."}}
	decimals = Words{
		report.Text{EN: "{element} is {found}: an amount has at most {decimals} decimals.", FR: "{element} vaut {found} : un montant a au plus {decimals} décimales."},
		report.Text{EN: "Round it.", FR: "Arrondissez-le."}}
	code = Words{
		report.Text{EN: "{element} is {found}, which is not a code of the list that the standard wants here.",
			FR: "{element} vaut {found}, qui n'est pas un code de la liste que la norme demande ici."},
		report.Text{EN: "Write a code of the list.", FR: "Indiquez un code de la liste."}}
	date = Words{
		report.Text{EN: "{element} is {found}, which is not a day written YYYYMMDD.", FR: "{element} vaut {found}, qui n'est pas un jour écrit AAAAMMJJ."},
		report.Text{EN: "Write the day as eight digits, such as 20261231.", FR: "Écrivez le jour en huit chiffres, par exemple 20261231."}}
	otherwise = Words{
		report.Text{EN: "{element} is not as the standard's binding of this syntax wants it.", FR: "{element} n'est pas tel que la norme le veut dans cette syntaxe."},
		report.Text{}}
)

// stopped reports that the official test of a rule stops at a value, so that the artefact has no verdict on the document.
func (p *Pass) stopped(row *Row) {
	h := p.halt
	p.halt = halt{}
	if h.node == above || h.node == xmltree.None {
		h.node = 0
	}
	const id = "RD-STOP"
	if p.found.Skip(id, report.Error) {
		return
	}
	w := halted[h.why]
	at := place{item: item{h.node, noAttr}}
	p.put(report.Finding{Rule: id, Severity: report.Error, Message: w.Text, Fix: w.Fix,
		Args: []report.Arg{report.A("rule", row.ID), report.A("element", p.called(at)), report.A("text", trim(h.text))}}, at)
}

var halted = [...]Words{
	several: {
		report.Text{EN: "The official check of {rule} stops here without a verdict: {element} stands several times where one value is wanted.",
			FR: "Le contrôle officiel de {rule} s'arrête ici sans verdict : {element} figure plusieurs fois là où une seule valeur est attendue."},
		report.Text{EN: "Keep one {element}.", FR: "Ne gardez qu'un {element}."}},
	notNumber: {
		report.Text{EN: "The official check of {rule} stops here without a verdict: {element} is {text}, which is not a number.",
			FR: "Le contrôle officiel de {rule} s'arrête ici sans verdict : {element} vaut {text}, qui n'est pas un nombre."},
		report.Text{EN: "Write a number, such as 1234.50.", FR: "Écrivez un nombre, par exemple 1234.50."}},
	notBoolean: {
		report.Text{EN: "The official check of {rule} stops here without a verdict: {element} is {text}, neither true nor false.",
			FR: "Le contrôle officiel de {rule} s'arrête ici sans verdict : {element} vaut {text}, ni true ni false."},
		report.Text{EN: "Write true or false.", FR: "Écrivez true ou false."}},
	notDate: {
		report.Text{EN: "The official check of {rule} stops here without a verdict: {element} is {text}, which is not a date.",
			FR: "Le contrôle officiel de {rule} s'arrête ici sans verdict : {element} vaut {text}, qui n'est pas une date."},
		report.Text{EN: "Write an existing day.", FR: "Écrivez un jour existant."}},
	noSuchValue: {
		report.Text{EN: "The official check of {rule} stops here without a verdict: a value that it computes with is missing.",
			FR: "Le contrôle officiel de {rule} s'arrête ici sans verdict : il manque une valeur avec laquelle il calcule."},
		report.Text{EN: "Add the value.", FR: "Ajoutez la valeur."}},
}

// brokeDown reports a rule that failed in fx itself.
func (p *Pass) brokeDown(row *Row, n xmltree.Node, what string) {
	p.halt = halt{}
	const id = "RD-INTERNAL"
	p.failed = append(p.failed, row.ID)
	if p.found.Skip(id, report.Warning) {
		return
	}
	first, _, _ := strings.Cut(what, "\n")
	at := place{item: item{n, noAttr}}
	p.put(report.Finding{Rule: id, Severity: report.Warning, Args: []report.Arg{report.A("rule", row.ID), report.A("what", first)},
		Message: report.Text{EN: "Rule {rule} broke down in fx itself: {what}", FR: "La règle {rule} a échoué dans fx lui-même : {what}"},
		Fix: report.Text{EN: "This is a fault of fx, not of the invoice: please report it with the file.",
			FR: "C'est un défaut de fx, non de la facture : merci de le signaler avec le fichier."}}, at)
}
