package facturx

import (
	"slices"

	"github.com/fxinvoice/fx/internal/pdf"
)

// A collector gathers attachments, each file specification once.
type collector struct {
	f       *pdf.File
	all     []*Attachment
	seen    map[uint32]*Attachment // by object number; nil for what turned out to be none
	trouble error                  // the first part that could not be read
}

// collect gathers the attachments of the document and, if asked, those of annotations, for which every page has to be read.
func (f *File) collect(annotations bool) ([]*Attachment, error) {
	c := &collector{f: f.pdf, seen: map[uint32]*Attachment{}}
	catalog, err := f.pdf.Catalog()
	if err != nil {
		return nil, wrap(err)
	}
	parts := []func(pdf.Dict) error{c.nameTree, c.associated, c.annotations}
	if !annotations {
		parts = parts[:2]
	}
	for _, part := range parts {
		if err := c.pass(part(catalog)); err != nil {
			return c.all, wrap(err)
		}
	}
	return c.all, wrap(c.trouble)
}

func (c *collector) nameTree(catalog pdf.Dict) error {
	names, err := c.f.Dict(catalog.Value("Names"))
	if err != nil || !names.Has("EmbeddedFiles") {
		return err
	}
	return c.f.NameTree(names.Value("EmbeddedFiles"), func(key pdf.String, value pdf.Object) error {
		a, err := c.add(value)
		if a != nil && !a.InNameTree {
			a.InNameTree, a.Key = true, key.Text()
		}
		return err
	})
}

func (c *collector) associated(catalog pdf.Dict) error {
	list, err := associated(c.f, catalog)
	if err != nil {
		return err
	}
	for _, o := range list {
		a, err := c.add(o)
		if err != nil {
			return err
		}
		if a != nil {
			a.InAF = true
		}
	}
	return nil
}

// associated returns what AF holds: an array, or against the standard a single dictionary.
func associated(f *pdf.File, d pdf.Dict) (pdf.Array, error) {
	value := d.Value("AF")
	o, err := f.Resolve(value)
	switch o := o.(type) {
	case pdf.Array:
		return o, err
	case pdf.Dict:
		return pdf.Array{value}, err
	}
	return nil, err
}

func (c *collector) annotations(pdf.Dict) error {
	return c.f.EachPage(func(number int, _ pdf.Ref, page pdf.Dict) error {
		if !page.Has("Annots") {
			return nil
		}
		annotations, err := c.f.Array(page.Value("Annots"))
		if err != nil {
			return c.pass(err)
		}
		for _, o := range annotations {
			if err := c.annotation(o, number); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *collector) annotation(o pdf.Object, page int) error {
	d, err := c.f.Dict(o)
	if err != nil {
		return c.pass(err)
	}
	if kind, err := c.f.Name(d.Value("Subtype")); err != nil || kind != "FileAttachment" {
		return c.pass(err)
	}
	a, err := c.add(d.Value("FS"))
	if a != nil && !a.InAnnotation {
		a.InAnnotation, a.Page = true, page
	}
	return err
}

// pass notes damage and lets the walk go on.
func (c *collector) pass(err error) error {
	if err != nil && !isDamage(err) {
		return err
	}
	if c.trouble == nil {
		c.trouble = err
	}
	return nil
}

// add reads a file specification, or finds it again. What is none, or embeds nothing, is nil. Damage in it is noted, and it is left out.
func (c *collector) add(o pdf.Object) (*Attachment, error) {
	ref, _ := o.(pdf.Ref)
	if ref.Number != 0 {
		if a, ok := c.seen[ref.Number]; ok {
			return a, nil
		}
	}
	a, err := c.read(o)
	if err != nil {
		return nil, c.pass(err)
	}
	if a != nil {
		a.Object = ref.Number
		c.all = append(c.all, a)
	}
	if ref.Number != 0 {
		c.seen[ref.Number] = a
	}
	return a, nil
}

func (c *collector) read(o pdf.Object) (*Attachment, error) {
	spec, err := c.f.Dict(o)
	if err != nil {
		return nil, err
	}
	embedded, err := c.f.Dict(spec.Value("EF"))
	if err != nil || embedded == nil {
		return nil, err
	}
	r := values{f: c.f}
	a := &Attachment{
		F: r.text(spec, "F"), UF: r.text(spec, "UF"), Desc: r.text(spec, "Desc"),
		Relationship: r.name(spec, "AFRelationship"), Type: r.name(spec, "Type"), Size: -1,
	}
	a.Name = a.UF
	if a.Name == "" {
		a.Name = a.F
	}
	if err := r.streams(a, embedded); err != nil {
		return nil, err
	}
	if a.stream != nil {
		r.parameters(a)
	}
	return a, r.err
}

// values reads entries of dictionaries and keeps the first error.
type values struct {
	f   *pdf.File
	err error
}

func (r *values) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (r *values) text(d pdf.Dict, key pdf.Name) string {
	s, err := r.f.Text(d.Value(key))
	r.keep(err)
	return s
}

func (r *values) name(d pdf.Dict, key pdf.Name) string {
	n, err := r.f.Name(d.Value(key))
	r.keep(err)
	return pdf.String(n).Text()
}

// streams finds the streams of a file specification: UF's is the content, else F's, else any other.
func (r *values) streams(a *Attachment, embedded pdf.Dict) error {
	byKey := map[pdf.Name]*pdf.Stream{}
	var keys []pdf.Name
	for _, e := range embedded {
		s, err := r.f.Stream(e.Value)
		if err != nil {
			return err
		}
		a.EF = append(a.EF, pdf.String(e.Key).Text())
		if s != nil {
			byKey[e.Key] = s
			keys = append(keys, e.Key)
		}
	}
	if len(keys) == 0 {
		return nil
	}
	main := keys[0]
	for _, key := range []pdf.Name{"UF", "F"} {
		if byKey[key] != nil {
			main = key
			break
		}
	}
	a.stream = byKey[main]
	a.Stream = a.stream.Ref().Number
	for _, key := range slices.Compact(keys) {
		if key != main {
			a.others = append(a.others, byKey[key])
		}
	}
	return nil
}

func (r *values) parameters(a *Attachment) {
	d := a.stream.Dict
	a.MIME, a.StreamType = r.name(d, "Subtype"), r.name(d, "Type")
	params, err := r.f.Dict(d.Value("Params"))
	r.keep(err)
	a.Created, a.Modified = readDate(r.text(params, "CreationDate")), readDate(r.text(params, "ModDate"))
	size, err := r.f.Resolve(params.Value("Size"))
	r.keep(err)
	if n, ok := size.(pdf.Int); ok && n >= 0 {
		a.Size = int64(n)
	}
	sum, err := r.f.Resolve(params.Value("CheckSum"))
	r.keep(err)
	if s, ok := sum.(pdf.String); ok {
		a.checksum = &s
	}
}
