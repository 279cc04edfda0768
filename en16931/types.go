package en16931

import (
	"encoding/base64"
	"errors"
	"strings"
)

// Code is a value from a code list, as it stands in the invoice. EN 16931-1, clause 6.5.
type Code string

// Identifier is a value with the scheme that it belongs to. The zero value means absent.
type Identifier struct {
	Value   string
	Scheme  string // the list that names the identifier's issuer or kind; "" if none is given
	Version string // the version of Scheme; only BT-158 has one
}

// Absent reports whether nothing of the identifier is in the invoice.
func (id Identifier) Absent() bool { return id == Identifier{} }

// Amount is a sum of money. The zero value means absent.
type Amount struct {
	Decimal
	// Currency is the currency where the invoice states another one than it should: "" stands for BT-5, and in BT-111 for BT-6.
	Currency Code
}

// BinaryObject is an embedded file. The zero value means absent.
type BinaryObject struct {
	base64   string
	MIME     string // BT-125-1, "application/pdf"
	Filename string // BT-125-2
}

// NewBinaryObject embeds content.
func NewBinaryObject(content []byte, mime, filename string) BinaryObject {
	return BinaryObject{base64: base64.StdEncoding.EncodeToString(content), MIME: mime, Filename: filename}
}

// SetBase64 sets the content to text, which may hold white space; it is kept as it stands and checked by nobody until Bytes is called.
func (b *BinaryObject) SetBase64(text string) { b.base64 = text }

// Base64 returns the content as base64 text, as it was read.
func (b BinaryObject) Base64() string { return b.base64 }

// Absent reports whether nothing of the object is in the invoice.
func (b BinaryObject) Absent() bool { return b == BinaryObject{} }

// Readable reports whether the content is base64.
func (b BinaryObject) Readable() bool { return validBase64(b.base64) }

// errBase64 is the one error of Bytes.
var errBase64 = errors.New("not base64")

// Bytes decodes the content. White space, which XML allows in base64, is skipped.
func (b BinaryObject) Bytes() ([]byte, error) {
	out, err := base64.StdEncoding.DecodeString(strings.Map(dropSpace, b.base64))
	if err != nil {
		return nil, errBase64
	}
	return out, nil
}

func dropSpace(r rune) rune {
	if isSpace(byte(r)) && r < 0x80 {
		return -1
	}
	return r
}

// validBase64 reports whether s is an xs:base64Binary, without decoding it: full quanta of the alphabet, padding only at the end, and no bits
// of the last character lost.
func validBase64(s string) bool {
	n, pad := 0, 0
	var last byte
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case base64Value[c] < 64:
			if pad > 0 {
				return false
			}
			last = base64Value[c]
			n++
		case c == '=':
			pad++
			n++
		case isSpace(c):
		default:
			return false
		}
	}
	switch pad {
	case 0:
		return n%4 == 0
	case 1:
		return n%4 == 0 && last&0x03 == 0
	case 2:
		return n%4 == 0 && last&0x0f == 0
	}
	return false
}

// base64Value maps a character of the base64 alphabet to its six bits, any other to 255.
var base64Value = func() (v [256]byte) {
	for i := range v {
		v[i] = 255
	}
	for i, c := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") {
		v[c] = byte(i)
	}
	return v
}()

// isSpace reports whether c is XML white space.
func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// trim removes XML white space around s.
func trim(s string) string {
	for len(s) > 0 && isSpace(s[0]) {
		s = s[1:]
	}
	for len(s) > 0 && isSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}
