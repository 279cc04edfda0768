package pdf

import (
	"bufio"
	"bytes"
	"crypto/aes"
	gocipher "crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
	"errors"
	"fmt"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// encrypted lets pdfcpu encrypt a file.
func encrypted(t testing.TB, data []byte, aes bool, bits int, user string) []byte {
	t.Helper()
	conf := &model.Configuration{
		Reader15: true, ValidationMode: model.ValidationRelaxed, Limits: model.DefaultResourceLimits(), Eol: "\n",
		Cmd: model.ENCRYPT, EncryptUsingAES: aes, EncryptKeyLength: bits, UserPW: user, OwnerPW: "owner", Permissions: model.PermissionsAll,
	}
	ctx, err := pdfcpu.ReadWithContext(t.Context(), bytes.NewReader(data), conf)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	ctx.Write.Writer = bufio.NewWriter(&b)
	if err := pdfcpu.WriteContext(ctx); err != nil {
		t.Fatal(err)
	}
	if err := ctx.Write.Flush(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestEncryptedByOthers(t *testing.T) {
	plain := plainFile().object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/LastModified(D:20260131)>>").
		object(5, "<</Title(a title)>>").table(root + "/Info 5 0 R").Bytes()
	for _, c := range []struct {
		name string
		aes  bool
		bits int
	}{{"RC4, 40 bits", false, 40}, {"RC4, 128 bits", false, 128}, {"AES, 128 bits", true, 128}, {"AES, 256 bits", true, 256}} {
		t.Run(c.name, func(t *testing.T) {
			data := encrypted(t, plain, c.aes, c.bits, "")
			if bytes.Contains(data, []byte(secret)) || bytes.Contains(data, []byte("20260131")) {
				t.Fatal("the file is not encrypted")
			}
			f := mustOpen(t, data)
			if !f.Encrypted() {
				t.Error("encryption is not told")
			}
			pages := 0
			err := f.EachPage(func(_ int, _ Ref, page Dict) error {
				pages++
				s, err := f.Stream(page.Value("Contents"))
				if err != nil {
					return err
				}
				if b, err := s.Decode(); string(b) != secret || err != nil {
					t.Errorf("content is %q, %v", b, err)
				}
				if s, err := f.Text(page.Value("LastModified")); s != "D:20260131" || err != nil {
					t.Errorf("date is %q, %v", s, err)
				}
				return nil
			})
			if err != nil || pages != 1 {
				t.Errorf("%d pages, %v", pages, err)
			}
			// The same without its cross-reference.
			if f, err = openBytes(bytes.Replace(data, []byte("startxref"), []byte("startxxxx"), 1), Limits{}); err != nil || !f.Searched() || !f.Encrypted() {
				t.Errorf("damaged: %v", err)
			}
			var e *Error
			if _, err := openBytes(encrypted(t, plain, c.aes, c.bits, "user"), Limits{}); !errors.As(err, &e) || e.Kind != KindPassword {
				t.Errorf("with a user password: %v", err)
			}
		})
	}
}

// An encrypter encrypts as ISO 32000-1 says, 7.6.3, with an empty user password and any owner's.
type encrypter struct{ key, o, u []byte }

func newEncrypter(id string, metadata bool) *encrypter {
	pad := []byte("\x28\xbf\x4e\x5e\x4e\x75\x8a\x41\x64\x00\x4e\x56\xff\xfa\x01\x08\x2e\x2e\x00\xb6\xd0\x68\x3e\x80\x2f\x0c\xa9\xfe\x64\x53\x69\x7a")
	e := &encrypter{o: bytes.Repeat([]byte("o"), 32)}
	text := append(bytes.Clone(pad), e.o...)
	text = append(text, 0xfc, 0xff, 0xff, 0xff) // P is -4
	text = append(text, id...)
	if !metadata {
		text = append(text, 0xff, 0xff, 0xff, 0xff)
	}
	for range 51 {
		sum := md5.Sum(text)
		text = sum[:]
	}
	e.key = text
	sum := md5.Sum(append(bytes.Clone(pad), id...))
	e.u = sum[:]
	for i := range 20 {
		key := bytes.Clone(e.key)
		for j := range key {
			key[j] ^= byte(i)
		}
		e.rc4(e.u, key)
	}
	e.u = append(e.u, make([]byte, 16)...)
	return e
}

func (e *encrypter) rc4(data, key []byte) {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err)
	}
	c.XORKeyStream(data, data)
}

func (e *encrypter) objectKey(n uint32, salt string) []byte {
	number := binary.LittleEndian.AppendUint32(nil, n)
	sum := md5.Sum([]byte(string(e.key) + string(number[:3]) + "\x00\x00" + salt))
	return sum[:]
}

func (e *encrypter) withRC4(n uint32, text string) []byte {
	data := []byte(text)
	e.rc4(data, e.objectKey(n, ""))
	return data
}

func (e *encrypter) withAES(n uint32, text string) []byte {
	pad := 16 - len(text)%16
	data := append(append(make([]byte, 16), text...), bytes.Repeat([]byte{byte(pad)}, pad)...)
	block, err := aes.NewCipher(e.objectKey(n, "sAlT"))
	if err != nil {
		panic(err)
	}
	gocipher.NewCBCEncrypter(block, data[:16]).CryptBlocks(data[16:], data[16:])
	return data
}

// TestCryptFilters mixes what version 4 allows to mix.
func TestCryptFilters(t *testing.T) {
	const id = "0123456789abcdef"
	e := newEncrypter(id, false)
	const filters = "/CF<</A<</CFM/AESV2/Length 16>>/R<</CFM/V2/Length 16>>/N<</CFM/None>>>>"
	// Object 9 is the encryption dictionary: its strings are as they are.
	build := func(methods string) *builder {
		b := plainFile().object(9, fmt.Sprintf("<</Filter/Standard/V 4/R 4/Length 128/P -4/EncryptMetadata false/O<%x>/U<%x>%s%s>>", e.o, e.u, filters, methods))
		return b.object(5, fmt.Sprintf("[<%x>(plain)<</A<%x>>>]", e.withAES(5, "a string"), e.withRC4(5, "another"))).
			stream(6, "/Type/EmbeddedFile", e.withRC4(6, secret)).
			stream(7, "/Type/Metadata", []byte(secret)).
			stream(8, "/Filter[/Crypt]", []byte(secret)).
			stream(4, "", e.withAES(4, secret))
	}
	trailer := fmt.Sprintf("%s/Encrypt 9 0 R/ID[(%s)(%s)]", root, id, id)
	open := func(methods string) *File { return mustOpen(t, build(methods).table(trailer).Bytes()) }

	f := open("/StmF/A/StrF/A/EFF/R")
	for n := uint32(4); n <= 8; n++ {
		if n == 5 {
			continue
		}
		if got, err := content(f, n); got != secret || err != nil {
			t.Errorf("stream %d is %q, %v", n, got, err)
		}
	}
	if o, err := f.Dict(Ref{Number: 9}); err != nil || o.Value("O") != String(e.o) {
		t.Errorf("the encryption dictionary is %v, %v", o, err)
	}
	var bad *Error
	if _, err := f.Object(Ref{Number: 5}); !errors.As(err, &bad) || bad.Message.EN != "encrypted data of an impossible length" {
		t.Errorf("strings of another method: %v", err)
	}

	f = open("/StmF/A/StrF/R/EFF/R")
	a, err := f.Array(Ref{Number: 5})
	if err != nil || len(a) != 3 || a[2].(Dict).Value("A") != String("another") {
		t.Errorf("strings are %q, %v", a, err)
	}
	f = open("/StmF/Identity")
	if got, err := content(f, 4); got != string(e.withAES(4, secret)) || err != nil {
		t.Errorf("a stream that is not encrypted is %q, %v", got, err)
	}
	if _, err := openBytes(build("/StmF/X/StrF/A").table(trailer).Bytes(), Limits{}); !errors.As(err, &bad) || bad.Kind != KindUnsupported {
		t.Errorf("a method that is not there: %v", err)
	}
	// In an object stream, strings are as they are: the stream is encrypted.
	b := build("/StmF/A/StrF/A")
	b.packed[11] = [2]int{10, 0}
	b.stream(10, "/Type/ObjStm/N 1/First 5", e.withAES(10, "11 0 (in a stream)"))
	f = mustOpen(t, b.xref(12, trailer).Bytes())
	if s, err := f.Text(Ref{Number: 11}); s != "in a stream" || err != nil {
		t.Errorf("the string is %q, %v", s, err)
	}
	// All of it again without a cross-reference.
	f = mustOpen(t, bytes.Replace(b.Bytes(), []byte("startxref"), []byte("startxxxx"), 1))
	if s, err := f.Text(Ref{Number: 11}); s != "in a stream" || err != nil || !f.Searched() {
		t.Errorf("searched, the string is %q, %v", s, err)
	}
}

// TestHarmless gives pdfcpu nothing but what a key needs.
func TestHarmless(t *testing.T) {
	deep := Object(Int(1))
	for range 10 {
		deep = Dict{{"A", deep}}
	}
	wide := Dict{}
	for range 200 {
		wide = append(wide, Entry{"A", Int(1)})
	}
	for name, d := range map[string]Dict{
		"nested":       {{"CF", deep}},
		"wide":         {{"CF", wide}},
		"long string":  {{"O", String(bytes.Repeat([]byte("o"), 1000))}},
		"long name":    {{"StmF", Name(bytes.Repeat([]byte("o"), 1000))}},
		"a reference":  {{"CF", Ref{Number: 1}}},
		"an array":     {{"CF", Array{}}},
		"a long key":   {{"CF", Dict{{Name(bytes.Repeat([]byte("o"), 1000)), Int(1)}}}},
		"a fractional": {{"V", Real("1.5")}},
	} {
		if _, _, err := harmless(d, nil); err == nil {
			t.Errorf("%s is let through", name)
		}
	}
	d, _, err := harmless(Dict{{"V", Int(1)}, {"Other", Ref{Number: 1}}}, Array{Int(5)})
	if err != nil || len(d) != 1 {
		t.Errorf("got %v, %v", d, err)
	}
}
