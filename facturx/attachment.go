package facturx

import (
	"bytes"
	"crypto/md5"
	"encoding/hex"
	"strings"

	"github.com/fxinvoice/fx/internal/pdf"
)

// Attachment is an embedded file, with what its file specification says of it. Texts are empty where the PDF says nothing.
//
// Names come from whoever wrote the PDF and may be anything: a path, a reserved name, control characters. Never use one as the name of a file
// to write without looking at it.
type Attachment struct {
	Name         string // UF, or F where that is missing
	F, UF        string
	Key          string // in the name tree, the first if there are several
	Desc         string
	Relationship string // AFRelationship: Data, Source, Alternative, Supplement, Unspecified…
	Type         string // of the file specification; should be Filespec
	MIME         string // Subtype of the stream
	StreamType   string // should be EmbeddedFile

	Size              int64 // in bytes as Params declares it; -1 if it does not
	Created, Modified Date

	Object uint32   // number of the file specification; 0 if it stands inside another object
	Stream uint32   // number of the stream that Content reads; 0 if there is none
	EF     []string // keys under which streams are listed: F, UF…

	// Where the file specification is referred to.
	InNameTree, InAF, InAnnotation bool
	Page                           int // of the annotation, from 1; 0 if it is in none

	stream   *pdf.Stream
	others   []*pdf.Stream // under other keys of EF
	checksum *pdf.String
	content  []byte // where Extract has read it
}

// Content returns the exact bytes of the embedded file: of UF if there is one under this key, else of F. They are read and decoded anew by
// every call, unless Extract has read them; the caller must not change them.
func (a *Attachment) Content() ([]byte, error) {
	if a.content != nil {
		return a.content, nil
	}
	if a.stream == nil {
		return nil, &Error{Kind: KindDamaged, Object: a.Object, Offset: -1, Message: noContent.With(quoted(a))}
	}
	b, err := a.stream.Decode()
	return b, wrap(err)
}

// Filters returns the names of the filters that the content is stored with.
func (a *Attachment) Filters() ([]string, error) {
	if a.stream == nil {
		return nil, nil
	}
	names, err := a.stream.Filters()
	filters := make([]string, len(names))
	for i, n := range names {
		filters[i] = string(n)
	}
	return filters, wrap(err)
}

// SameContent tells whether all keys of EF lead to the same bytes, as they should.
func (a *Attachment) SameContent() (bool, error) {
	for _, other := range a.others {
		if other.Ref() == a.stream.Ref() {
			continue
		}
		mine, err := a.Content()
		if err != nil {
			return false, err
		}
		its, err := other.Decode()
		if err != nil {
			return false, wrap(err)
		}
		if !bytes.Equal(mine, its) {
			return false, nil
		}
	}
	return true, nil
}

// CheckSum says what the MD5 in Params is worth.
type CheckSum int

// The states of a checksum. Many producers write its 32 digits as text instead of its 16 bytes.
const (
	CheckSumAbsent  CheckSum = iota
	CheckSumOK               // 16 bytes, as ISO 32000 asks
	CheckSumHexText          // the right one, as hexadecimal text
	CheckSumWrong
)

// CheckSum compares the checksum with the content, if there is one.
func (a *Attachment) CheckSum() (CheckSum, error) {
	if a.checksum == nil {
		return CheckSumAbsent, nil
	}
	content, err := a.Content()
	if err != nil {
		return CheckSumWrong, err
	}
	sum := md5.Sum(content)
	switch stated := string(*a.checksum); {
	case stated == string(sum[:]):
		return CheckSumOK, nil
	case strings.EqualFold(stated, hex.EncodeToString(sum[:])):
		return CheckSumHexText, nil
	}
	return CheckSumWrong, nil
}
