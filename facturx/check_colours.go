package facturx

import (
	"fmt"
	"strings"

	"github.com/fxinvoice/fx/internal/pdf"
	"github.com/fxinvoice/fx/report"
)

// checkIntents looks at the output intents of the catalog. Whether the pages need one is not examined.
func (c *checker) checkIntents() error {
	catalog, err := c.f.pdf.Catalog()
	if err != nil {
		return err
	}
	intents, err := c.f.pdf.Array(catalog.Value("OutputIntents"))
	if err != nil {
		return err
	}
	seen := map[uint32]bool{}
	first := uint32(0)
	for _, o := range intents {
		intent, err := c.f.pdf.Dict(o)
		if err != nil {
			return err
		}
		ref, _ := o.(pdf.Ref)
		kind, err := c.f.pdf.Name(intent.Value("S"))
		if err != nil {
			return err
		}
		if kind == "GTS_PDFX" && intent.Has("DestOutputProfileRef") {
			c.fail(&ruleOneProfile, "reference", place{object: ref.Number})
		}
		profile, err := c.f.pdf.Stream(intent.Value("DestOutputProfile"))
		if err != nil {
			return err
		}
		if profile == nil || seen[profile.Ref().Number] {
			continue
		}
		number := profile.Ref().Number
		switch seen[number] = true; len(seen) {
		case 1:
			first = number
		case 2:
			c.fail(&ruleOneProfile, "", place{object: number}, report.A("first", fmt.Sprint(first)), report.A("other", fmt.Sprint(number)))
		}
		if err := c.checkProfile(profile); err != nil {
			return err
		}
	}
	return nil
}

var colourProfile = report.Text{EN: "The colour profile", FR: "Profil de couleur"}

// checkProfile looks at the header of an ICC profile.
func (c *checker) checkProfile(profile *pdf.Stream) error {
	if err := c.checkStream(profile, colourProfile); err != nil {
		return err
	}
	at := place{object: profile.Ref().Number}
	const size = 40
	head, err := profile.Head(size)
	if err != nil && !isDamage(err) {
		return err
	}
	if len(head) < size || string(head[36:40]) != "acsp" {
		c.fail(&ruleProfile, "short", at)
		return nil
	}
	version, class, space := head[8], string(head[12:16]), string(head[16:20])
	if version >= 5 || class != "prtr" && class != "mntr" || space != "RGB " && space != "CMYK" && space != "GRAY" {
		c.fail(&ruleProfile, "", at, report.A("class", clip(strings.TrimSpace(class))), report.A("space", clip(strings.TrimSpace(space))), report.A("version", fmt.Sprintf("%d.%d", version, head[9]>>4)))
	}
	return nil
}
