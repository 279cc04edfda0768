package facturx

import (
	"errors"

	"github.com/fxinvoice/fx/internal/pdf"
)

// Header returns the version in the first line, such as "1.7", and the place of that line: 0 unless other bytes precede it.
func (f *File) Header() (version string, offset int64) { return f.pdf.Version() }

// Encrypted tells whether the file is encrypted. It then opens with an empty password, or Open had failed.
func (f *File) Encrypted() bool { return f.pdf.Encrypted() }

// Updates returns how often the file was appended to since it was first written.
func (f *File) Updates() int { return f.pdf.Updates() }

// Linearized tells whether the file is arranged for the web.
func (f *File) Linearized() bool { return f.pdf.Linearized() }

// Repaired tells whether the cross-reference was of no use, so that the file was searched for its objects.
func (f *File) Repaired() bool { return f.pdf.Searched() }

// CatalogVersion returns the version that the catalog names, which may be later than that in the header; empty if it names none.
func (f *File) CatalogVersion() (string, error) {
	catalog, err := f.pdf.Catalog()
	if err != nil {
		return "", wrap(err)
	}
	r := values{f: f.pdf}
	return r.name(catalog, "Version"), wrap(r.err)
}

// Pages returns the number of pages that the page tree claims to have; -1 if it does not say.
func (f *File) Pages() (int, error) {
	n, err := f.pdf.Pages()
	return n, wrap(err)
}

// AssociatedFiles is the catalog's AF as it stands.
type AssociatedFiles struct {
	Present  bool
	Count    int
	Indirect bool // the value is a reference
	Array    bool // else a single dictionary, against the standard
}

// AssociatedFiles returns what the catalog's AF is.
func (f *File) AssociatedFiles() (AssociatedFiles, error) {
	var af AssociatedFiles
	catalog, err := f.pdf.Catalog()
	if err != nil {
		return af, wrap(err)
	}
	value := catalog.Value("AF")
	list, err := associated(f.pdf, catalog)
	if err != nil || value == nil {
		return af, wrap(err)
	}
	resolved, err := f.pdf.Resolve(value)
	_, af.Indirect = value.(pdf.Ref)
	_, af.Array = resolved.(pdf.Array)
	af.Present, af.Count = true, len(list)
	return af, wrap(err)
}

// Portfolio tells whether the file is a collection of files, whose page is but a cover.
func (f *File) Portfolio() (bool, error) {
	catalog, err := f.pdf.Catalog()
	return catalog.Has("Collection"), wrap(err)
}

// XFA tells whether the file holds a form of that kind, whose content is not in its pages.
func (f *File) XFA() (bool, error) {
	form, err := f.form()
	return form.Has("XFA"), wrap(err)
}

func (f *File) form() (pdf.Dict, error) {
	catalog, err := f.pdf.Catalog()
	if err != nil {
		return nil, err
	}
	return f.pdf.Dict(catalog.Value("AcroForm"))
}

// Signature is a signature field.
type Signature struct {
	Object uint32 // number of the field
	Name   string // of the field
	Signed bool   // it has a value; else it is a place to sign
}

// Signatures returns the signature fields. Any change of the file ends those that are signed.
func (f *File) Signatures() ([]Signature, error) {
	form, err := f.form()
	if err != nil {
		return nil, wrap(err)
	}
	fields, err := f.pdf.Array(form.Value("Fields"))
	if err != nil {
		return nil, wrap(err)
	}
	r := values{f: f.pdf}
	var all []Signature
	err = f.pdf.EachField(fields, func(ref pdf.Ref, field pdf.Dict) error {
		if r.name(field, "FT") == "Sig" {
			all = append(all, Signature{Object: ref.Number, Name: r.text(field, "T"), Signed: field.Has("V")})
		}
		return r.err
	})
	return all, wrap(err)
}

// OutputIntent says which device the colours are meant for.
type OutputIntent struct {
	Subtype, Condition, Identifier string // S, OutputCondition, OutputConditionIdentifier
	Profile                        uint32 // number of the ICC profile's stream; 0 if there is none
	Components                     int    // of the profile, as its N says; 0 if there is none
}

// OutputIntents returns those of the catalog.
func (f *File) OutputIntents() ([]OutputIntent, error) {
	catalog, err := f.pdf.Catalog()
	if err != nil {
		return nil, wrap(err)
	}
	list, err := f.pdf.Array(catalog.Value("OutputIntents"))
	if err != nil {
		return nil, wrap(err)
	}
	r := values{f: f.pdf}
	var all []OutputIntent
	for _, o := range list {
		d, err := f.pdf.Dict(o)
		if err != nil {
			return all, wrap(err)
		}
		intent := OutputIntent{Subtype: r.name(d, "S"), Condition: r.text(d, "OutputCondition"), Identifier: r.text(d, "OutputConditionIdentifier")}
		profile, err := f.pdf.Stream(d.Value("DestOutputProfile"))
		r.keep(err)
		if profile != nil {
			intent.Profile = profile.Ref().Number
			n, err := f.pdf.Resolve(profile.Dict.Value("N"))
			r.keep(err)
			if n, ok := n.(pdf.Int); ok && n > 0 && n <= 32 {
				intent.Components = int(n)
			}
		}
		all = append(all, intent)
	}
	return all, wrap(r.err)
}

// Actions says what the catalog makes a viewer do by itself. Actions of pages, fields and links are not looked at.
type Actions struct {
	JavaScript bool   // scripts in the name tree
	Open       string // S of the action on opening: GoTo, JavaScript, Launch…; empty if there is none, or just a place to go to
	Additional bool   // AA: actions on closing, printing and the like
}

// Actions returns what the catalog makes a viewer do by itself.
func (f *File) Actions() (Actions, error) {
	var a Actions
	catalog, err := f.pdf.Catalog()
	if err != nil {
		return a, wrap(err)
	}
	names, err1 := f.pdf.Dict(catalog.Value("Names"))
	open, err2 := f.pdf.Resolve(catalog.Value("OpenAction"))
	if err := errors.Join(err1, err2); err != nil {
		return a, wrap(err)
	}
	a.JavaScript, a.Additional = names.Has("JavaScript"), catalog.Has("AA")
	if d, ok := open.(pdf.Dict); ok {
		r := values{f: f.pdf}
		a.Open = r.name(d, "S")
		return a, wrap(r.err)
	}
	return a, nil
}
