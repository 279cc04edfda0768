package facturx

import (
	"slices"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/report"
)

// checkLayers looks at the configurations of optional content.
func (c *checker) checkLayers(catalog pdf.Dict) error {
	content, err := c.f.pdf.Dict(catalog.Value("OCProperties"))
	if err != nil || content == nil {
		return err
	}
	others, err := c.f.pdf.Array(content.Value("Configs"))
	if err != nil {
		return err
	}
	list, err := c.f.pdf.Array(content.Value("OCGs"))
	if err != nil {
		return err
	}
	var groups []uint32
	for _, o := range list {
		if ref, ok := o.(pdf.Ref); ok {
			groups = append(groups, ref.Number)
		}
	}
	names := map[string]bool{}
	for _, o := range append(pdf.Array{content.Value("D")}, others...) {
		config, err := c.f.pdf.Dict(o)
		if err != nil {
			return err
		}
		if config == nil {
			continue
		}
		ref, _ := o.(pdf.Ref)
		if err := c.checkConfiguration(config, place{object: ref.Number}, groups, names); err != nil {
			return err
		}
	}
	return nil
}

func (c *checker) checkConfiguration(config pdf.Dict, at place, groups []uint32, names map[string]bool) error {
	name, err := c.f.pdf.Text(config.Value("Name"))
	if err != nil {
		return err
	}
	switch {
	case name == "":
		c.fail(&ruleLayers, "", at)
	case names[name]:
		at := at
		at.found = clip(name)
		c.fail(&ruleLayers, "twice", at, report.A("found", at.found))
	}
	names[name] = true
	if config.Has("AS") {
		c.fail(&ruleLayers, "switched", at)
	}
	if !config.Has("Order") {
		return nil
	}
	ordered := map[uint32]bool{}
	if err := c.flatten(config.Value("Order"), ordered); err != nil {
		return err
	}
	if slices.ContainsFunc(groups, func(number uint32) bool { return !ordered[number] }) {
		c.fail(&ruleLayers, "order", at)
	}
	return nil
}

// flatten notes all references in arrays that nest.
func (c *checker) flatten(o pdf.Object, seen map[uint32]bool) error {
	stack := []pdf.Object{o}
	for len(stack) > 0 {
		o := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		if ref, ok := o.(pdf.Ref); ok {
			if seen[ref.Number] {
				continue
			}
			seen[ref.Number] = true
		}
		list, err := c.f.pdf.Array(o)
		if err != nil {
			return err
		}
		stack = append(stack, list...)
	}
	return nil
}
