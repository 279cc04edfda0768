package facturx

import (
	"slices"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/report"
)

// checkViewer looks at what the catalog makes a viewer do.
func (c *checker) checkViewer() error {
	catalog, err := c.f.pdf.Catalog()
	if err != nil {
		return err
	}
	at := place{object: c.f.pdf.Root().Number}
	if catalog.Has("Collection") {
		c.fail(&rulePortfolio, "", at)
	}
	if catalog.Has("AA") {
		c.fail(&ruleAdditional, "", at)
	}
	if catalog.Has("Requirements") {
		c.fail(&rulePresentation, "", at)
	}
	if needs, err := c.f.pdf.Resolve(catalog.Value("NeedsRendering")); err != nil {
		return err
	} else if needs == pdf.Bool(true) {
		c.fail(&ruleForm, "rendering", at)
	}
	names, err := c.f.pdf.Dict(catalog.Value("Names"))
	if err != nil {
		return err
	}
	if names.Has("JavaScript") {
		c.fail(&ruleJavaScript, "", at)
	}
	if names.Has("AlternatePresentations") {
		c.fail(&rulePresentation, "presentations", at)
	}
	permissions, err := c.f.pdf.Dict(catalog.Value("Perms"))
	if err != nil {
		return err
	}
	for _, e := range permissions {
		if e.Key != "UR3" && e.Key != "DocMDP" {
			c.fail(&rulePermissions, "", at, report.A("found", clip(string(e.Key))))
		}
	}
	if err := c.checkAction(catalog.Value("OpenAction")); err != nil {
		return err
	}
	return c.checkLayers(catalog)
}

// mostActions bounds a chain of actions.
const mostActions = 1000

// checkAction looks at an action and those that follow it. A place to go to is none.
func (c *checker) checkAction(o pdf.Object) error {
	seen := map[pdf.Ref]bool{}
	stack := []pdf.Object{o}
	for n := 0; len(stack) > 0 && n < mostActions; n++ {
		o := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		ref, ok := o.(pdf.Ref)
		if ok && seen[ref] {
			continue
		}
		seen[ref] = ok
		o, err := c.f.pdf.Resolve(o)
		if err != nil {
			return err
		}
		action, ok := o.(pdf.Dict)
		if !ok {
			continue
		}
		if err := c.checkKind(action, place{object: ref.Number}); err != nil {
			return err
		}
		next, err := c.f.pdf.Resolve(action.Value("Next"))
		if err != nil {
			return err
		}
		if list, ok := next.(pdf.Array); ok {
			stack = append(stack, list[:min(len(list), mostActions)]...)
		} else {
			stack = append(stack, action.Value("Next"))
		}
	}
	return nil
}

func (c *checker) checkKind(action pdf.Dict, at place) error {
	kind, err := c.f.pdf.Name(action.Value("S"))
	if err != nil {
		return err
	}
	switch kind {
	case "", "GoTo", "GoToR", "GoToE", "Thread", "URI", "SubmitForm":
	case "Named":
		name, err := c.f.pdf.Name(action.Value("N"))
		if err != nil {
			return err
		}
		if !slices.Contains([]pdf.Name{"NextPage", "PrevPage", "FirstPage", "LastPage"}, name) {
			at.found = clip(string(name))
			c.fail(&ruleOpenAction, "named", at, report.A("found", at.found))
		}
	default:
		at.found = clip(string(kind))
		c.fail(&ruleOpenAction, "", at, report.A("found", at.found))
	}
	return nil
}

// checkForm looks at the form and its signatures. Fields are looked at for signatures only.
func (c *checker) checkForm() error {
	form, err := c.f.form()
	if err != nil || form == nil {
		return err
	}
	c.unread = append(c.unread, "forms")
	catalog, err := c.f.pdf.Catalog()
	if err != nil {
		return err
	}
	ref, _ := catalog.Value("AcroForm").(pdf.Ref)
	at := place{object: ref.Number}
	if form.Has("XFA") {
		c.fail(&ruleForm, "", at)
	}
	if needs, err := c.f.pdf.Resolve(form.Value("NeedAppearances")); err != nil {
		return err
	} else if needs == pdf.Bool(true) {
		c.fail(&ruleForm, "appearances", at)
	}
	signatures, err := c.f.Signatures()
	for _, s := range signatures {
		if s.Signed {
			c.unread = append(c.unread, "signatures")
			c.fail(&ruleSignatures, "", place{object: s.Object}, report.A("name", clip(s.Name)))
		}
	}
	return err
}
