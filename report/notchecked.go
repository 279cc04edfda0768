package report

import (
	"slices"
	"strings"
)

// layers says what became of the layers. Concise text tells only what was not
// checked though the reader may think so; Full lists what was.
func (p *printer) layers(r *Report) {
	if p.o.Full {
		p.field("  ", labelChecked, strings.Join(p.checked(r), ", "))
	}
	p.field("  ", labelNotExamined, strings.Join(p.notExamined(r), ", "))
	unreadable := r.Verdict() == Unreadable
	if unreadable {
		p.unreadable(r)
	}
	p.field("  ", labelFailed, p.reasons(r, Failed))
	if !unreadable || p.o.Full {
		p.field("  ", labelNotChecked, p.reasons(r, Skipped))
		p.field("  ", labelNotApplicable, p.reasons(r, NotApplicable))
	}
	p.field("  ", labelDisabled, strings.Join(p.disabled(r), ", "))
}

// unreadable says why the file could not be read, unless a finding did.
func (p *printer) unreadable(r *Report) {
	said := slices.ContainsFunc(r.Findings, func(f Finding) bool {
		return f.Layer == Read && f.Severity == Error
	})
	if !said || p.o.Full {
		read, _ := r.Layer(Read)
		p.field("  ", labelReason, read.Reason.In(p.o.Lang))
	}
}

// checked returns the layers that ran, each with its artefact.
func (p *printer) checked(r *Report) []string {
	var ran []string
	for _, l := range r.Layers {
		if l.State != Ran {
			continue
		}
		s := l.ID.name().In(p.o.Lang)
		if artefact := strings.TrimSpace(l.Artefact + " " + l.Version); artefact != "" {
			s += " (" + artefact + ")"
		}
		ran = append(ran, s)
	}
	return ran
}

func (p *printer) notExamined(r *Report) []string {
	var parts []string
	for _, l := range r.Layers {
		if len(l.NotExamined) == 0 {
			continue
		}
		names := make([]string, 0, len(l.NotExamined))
		for _, word := range l.NotExamined {
			names = append(names, partName(word).In(p.o.Lang))
		}
		parts = append(parts, strings.Join(names, ", ")+" ("+l.ID.name().In(p.o.Lang)+")")
	}
	return parts
}

// reasons returns the layers in one state with their reasons: those of one
// reason together, since a file that cannot be read skips them all for the
// same one. What the user did not ask for is not among them, since the headline
// says what was asked for; nor is a file that cannot be read, see unreadable.
func (p *printer) reasons(r *Report, s State) string {
	var order []string
	byReason := map[string][]string{}
	for _, l := range r.Layers {
		if l.State != s || !r.Asked(l.ID) || l.ID == Read && s == Failed {
			continue
		}
		reason := l.Reason.In(p.o.Lang)
		if byReason[reason] == nil {
			order = append(order, reason)
		}
		byReason[reason] = append(byReason[reason], l.ID.name().In(p.o.Lang))
	}
	for i, reason := range order {
		order[i] = strings.Join(byReason[reason], ", ")
		if reason != "" {
			order[i] += " (" + reason + ")"
		}
	}
	return strings.Join(order, wordSemicolon.In(p.o.Lang))
}

func (p *printer) disabled(r *Report) []string {
	var rules []string
	for _, d := range r.Disabled {
		reason := d.Reason
		if reason == "" {
			reason = wordNoReason.In(p.o.Lang)
		}
		rules = append(rules, d.Rule+" ("+reason+")")
	}
	return rules
}
