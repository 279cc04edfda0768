package pdf

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// decipher finds the key of an encrypted file. The user password has to be empty.
func (f *File) decipher() error {
	o := f.trailer.Value("Encrypt")
	if o == nil {
		return nil
	}
	own, _ := o.(Ref)
	o, err := f.resolve(o)
	if err != nil {
		return err
	}
	d, ok := o.(Dict)
	if !ok {
		return inObject(errEncrypt.err(), own.Number)
	}
	if handler := d.Value("Filter"); handler != Name("Standard") {
		name, _ := handler.(Name)
		return inObject(errHandler.err(clip(string(name))), own.Number)
	}
	c := &cipher{own: own.Number}
	if c.key, err = findKey(d, f.trailer.Value("ID")); err != nil {
		return err
	}
	if plain, ok := d.Value("EncryptMetadata").(Bool); ok {
		c.plainMetadata = !bool(plain)
	}
	if err := c.methods(d); err != nil {
		return inObject(err, own.Number)
	}
	f.cipher, f.cache, f.cached = c, nil, 0
	return nil
}

// methods reads how strings, streams and embedded files are encrypted.
func (c *cipher) methods(d Dict) error {
	version, _ := d.Value("V").(Int)
	if version < 4 {
		c.strings, c.streams, c.files = methodRC4, methodRC4, methodRC4
		return nil
	}
	filters, _ := d.Value("CF").(Dict)
	read := func(key Name, byDefault method) (method, error) {
		name, ok := d.Value(key).(Name)
		if !ok {
			return byDefault, nil
		}
		if name == "Identity" {
			return methodNone, nil
		}
		filter, _ := filters.Value(name).(Dict)
		switch cfm, _ := filter.Value("CFM").(Name); cfm {
		case "V2":
			return methodRC4, nil
		case "AESV2":
			return methodAES, nil
		case "AESV3":
			return methodAES256, nil
		case "None":
			return methodNone, nil
		default:
			return methodNone, errHandler.err(clip(string(cfm)))
		}
	}
	var err error
	if c.strings, err = read("StrF", methodNone); err != nil {
		return err
	}
	if c.streams, err = read("StmF", methodNone); err != nil {
		return err
	}
	c.files, err = read("EFF", c.streams)
	return err
}

// keyTime bounds the search for a key, which takes some milliseconds.
const keyTime = time.Second

// findKey lets pdfcpu try the empty password. It is given a small file made for this, which has the encryption dictionary and the ID of the
// real one and nothing else of it: whatever that holds, pdfcpu cannot be led astray by it.
func findKey(d Dict, id Object) (key []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			key, err = nil, errEncrypt.err()
		}
	}()
	d, id, err = harmless(d, id)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(context.Background(), keyTime)
	defer cancel()
	// Built by hand: NewDefaultConfiguration would write files into the user's configuration folder.
	conf := &model.Configuration{
		Reader15:       true,
		ValidationMode: model.ValidationRelaxed,
		Offline:        true,
		Limits:         model.ResourceLimits{MaxStreamBytes: mega, MaxDecodeBytes: mega, MaxObjectCount: 10, MaxObjectStreamCount: 10, MaxObjectStreamFirst: 100, MaxXRefEntries: 10, MaxRecursionDepth: 10},
	}
	read, err := pdfcpu.ReadWithContext(ctx, bytes.NewReader(keyFile(d, id)), conf)
	switch {
	case errors.Is(err, pdfcpu.ErrWrongPassword):
		return nil, errPassword.err()
	case err != nil:
		return nil, errEncrypt.err()
	case len(read.EncKey) == 0:
		return nil, errEncrypt.err()
	}
	return read.EncKey, nil
}

// harmless copies what matters of an encryption dictionary and an ID, if it is of the right type and size.
func harmless(d Dict, id Object) (Dict, Object, error) {
	safe := Dict{}
	for _, key := range []Name{"Filter", "V", "R", "Length", "P", "O", "U", "OE", "UE", "Perms", "EncryptMetadata", "CF", "StmF", "StrF", "EFF"} {
		if v := d.Value(key); v != nil {
			safe = append(safe, Entry{key, v})
		}
	}
	first := String("")
	if ids, ok := id.(Array); ok && len(ids) > 0 {
		first, _ = ids[0].(String)
	}
	id = Array{first, first}
	left := 100
	if !plain(safe, 3, &left) || len(first) > 200 {
		return nil, nil, errEncrypt.err()
	}
	return safe, id, nil
}

// plain tells whether an object is small and shallow, and has no references.
func plain(o Object, depth int, left *int) bool {
	if *left--; *left < 0 || depth < 0 {
		return false
	}
	switch o := o.(type) {
	case Null, Bool, Int:
		return true
	case Name:
		return len(o) < 200
	case String:
		return len(o) < 200
	case Dict:
		for _, e := range o {
			if len(e.Key) >= 200 || !plain(e.Value, depth-1, left) {
				return false
			}
		}
		return true
	}
	return false
}

// keyFile writes a file without pages that is encrypted as d says.
func keyFile(d Dict, id Object) []byte {
	b := []byte("%PDF-1.7\n")
	var places [3]int
	for i, o := range []Object{
		Dict{{"Type", Name("Catalog")}, {"Pages", Ref{Number: 2}}},
		Dict{{"Type", Name("Pages")}, {"Kids", Array{}}, {"Count", Int(0)}},
		d,
	} {
		places[i] = len(b)
		b = fmt.Appendf(b, "%d 0 obj\n", i+1)
		b = append(Append(b, o), "\nendobj\n"...)
	}
	start := len(b)
	b = append(b, "xref\n0 4\n0000000000 65535 f \n"...)
	for _, at := range places {
		b = fmt.Appendf(b, "%010d 00000 n \n", at)
	}
	b = append(b, "trailer\n"...)
	b = Append(b, Dict{{"Size", Int(4)}, {"Root", Ref{Number: 1}}, {"Encrypt", Ref{Number: 3}}, {"ID", id}})
	return fmt.Appendf(b, "\nstartxref\n%d\n%%%%EOF\n", start)
}
