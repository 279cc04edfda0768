package xmltree

import "strings"

// declaration is the XML declaration of a document (XML 1.0, production 23).
type declaration struct {
	encoding   string // as written, "" if it says nothing
	encodingAt int
	end        int // behind it; 0 if there is none
}

// readDeclaration reads the XML declaration that doc may begin with. In every encoding that is not
// UTF-16 it is written in ASCII, so it can be read before the encoding is known.
func readDeclaration(doc string) (declaration, *Error) {
	d := declaration{}
	const begin = "<?xml"
	if !strings.HasPrefix(doc, begin) || len(doc) > len(begin) && class[doc[len(begin)]]&isName != 0 {
		return d, nil
	}
	r := pairs{doc: doc, pos: len(begin)}
	version, ok := r.pair("version")
	switch {
	case r.err != nil:
		return d, r.err
	case !ok:
		return d, errVersionMissing.at(doc, r.pos, KindSyntax)
	case version == "1.1":
		return d, errVersion11.at(doc, r.valueAt, KindVersion)
	case version != "1.0":
		return d, errVersion.at(doc, r.valueAt, KindVersion, clip(version))
	}
	if d.encoding, ok = r.pair("encoding"); ok {
		d.encodingAt = r.valueAt
		if !encodingName(d.encoding) {
			return d, errEncodingName.at(doc, r.valueAt, KindSyntax, clip(d.encoding))
		}
	}
	if standalone, ok := r.pair("standalone"); ok && standalone != "yes" && standalone != "no" {
		return d, errStandalone.at(doc, r.valueAt, KindSyntax, clip(standalone))
	}
	if r.err != nil {
		return d, r.err
	}
	r.skip()
	if !strings.HasPrefix(doc[r.pos:], "?>") {
		return d, errDeclaration.at(doc, r.pos, KindSyntax)
	}
	d.end = r.pos + len("?>")
	return d, nil
}

// encodingName tells whether s is a name as production 81 wants it.
func encodingName(s string) bool {
	for i := 0; i < len(s); i++ {
		c := s[i] | 0x20
		letter := 'a' <= c && c <= 'z' && s[i] >= 'A'
		if !letter && (i == 0 || !('0' <= s[i] && s[i] <= '9' || s[i] == '.' || s[i] == '_' || s[i] == '-')) {
			return false
		}
	}
	return s != ""
}

// pairs reads what stands in an XML declaration, name by name in the only order allowed.
type pairs struct {
	doc     string
	pos     int
	valueAt int // where the last value began
	err     *Error
}

// pair reads name="value" with the white space before it. It reads nothing, and is not ok, if
// something else comes next.
func (r *pairs) pair(name string) (value string, ok bool) {
	if r.err != nil {
		return "", false
	}
	start := r.pos
	r.skip()
	if !strings.HasPrefix(r.doc[r.pos:], name) {
		r.pos = start
		return "", false
	}
	if r.pos == start {
		r.err = errAttributeSpace.at(r.doc, r.pos, KindSyntax)
		return "", false
	}
	r.pos += len(name)
	r.skip()
	if !strings.HasPrefix(r.doc[r.pos:], "=") {
		r.err = errEquals.at(r.doc, r.pos, KindSyntax, name)
		return "", false
	}
	r.pos++
	r.skip()
	if r.pos == len(r.doc) || r.doc[r.pos] != '"' && r.doc[r.pos] != '\'' {
		r.err = errQuote.at(r.doc, r.pos, KindSyntax, name)
		return "", false
	}
	from := r.pos + 1
	n := strings.IndexByte(r.doc[from:], r.doc[r.pos])
	if n < 0 {
		r.err = errOpenDeclaration.at(r.doc, 0, KindSyntax)
		return "", false
	}
	r.valueAt = from
	r.pos = from + n + 1
	return r.doc[from : from+n], true
}

func (r *pairs) skip() {
	for r.pos < len(r.doc) && space(r.doc[r.pos]) {
		r.pos++
	}
}
