package pdf

import (
	"crypto/aes"
	gocipher "crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"encoding/binary"
)

// A cipher decrypts strings and streams (ISO 32000-2, 7.6). Each has its method, and all share the key of the file.
type cipher struct {
	key                     []byte
	strings, streams, files method
	plainMetadata           bool
	own                     uint32 // number of the encryption dictionary, whose strings are not encrypted
}

type method int

const (
	methodNone method = iota
	methodRC4
	methodAES // with a key of its own for each object
	methodAES256
)

// open decrypts the strings of an object of the file. Objects in object streams are encrypted with their stream.
func (c *cipher) open(o Object, ref Ref) (Object, error) {
	if ref.Number == c.own || c.strings == methodNone {
		return o, nil
	}
	switch o := o.(type) {
	case String:
		s, err := c.decrypt([]byte(o), ref, c.strings)
		return String(s), err
	case Array:
		for i := range o {
			var err error
			if o[i], err = c.open(o[i], ref); err != nil {
				return nil, err
			}
		}
	case Dict:
		for i := range o {
			var err error
			if o[i].Value, err = c.open(o[i].Value, ref); err != nil {
				return nil, err
			}
		}
	case *Stream:
		_, err := c.open(o.Dict, ref)
		return o, err
	}
	return o, nil
}

// methodOf returns how a stream is encrypted.
func (c *cipher) methodOf(s *Stream) method {
	switch s.Dict.Value("Type") {
	case Name("XRef"):
		return methodNone
	case Name("Metadata"):
		if c.plainMetadata {
			return methodNone
		}
	case Name("EmbeddedFile"):
		return c.files
	}
	switch o := s.Dict.Value("Filter").(type) {
	case Name:
		if o == "Crypt" {
			return methodNone // Identity: no other was accepted
		}
	case Array:
		if len(o) > 0 && o[0] == Name("Crypt") {
			return methodNone
		}
	}
	return c.streams
}

// covers tells whether the data of a stream are encrypted.
func (c *cipher) covers(s *Stream) bool { return c.methodOf(s) != methodNone }

func (c *cipher) stream(s *Stream, data []byte) ([]byte, error) {
	return c.decrypt(data, s.ref, c.methodOf(s))
}

// decrypt undoes the encryption of data, which it overwrites.
func (c *cipher) decrypt(data []byte, ref Ref, m method) ([]byte, error) {
	switch m {
	case methodRC4:
		x, err := rc4.NewCipher(c.objectKey(ref, false))
		if err != nil {
			return nil, errDecrypt.err()
		}
		x.XORKeyStream(data, data)
		return data, nil
	case methodAES:
		return decryptAES(data, c.objectKey(ref, true))
	case methodAES256:
		return decryptAES(data, c.key)
	}
	return data, nil
}

// objectKey makes an object's own key (algorithm 1).
func (c *cipher) objectKey(ref Ref, salted bool) []byte {
	b := append([]byte{}, c.key...)
	var n [8]byte
	binary.LittleEndian.PutUint32(n[:], ref.Number)
	b = append(b, n[:3]...)
	binary.LittleEndian.PutUint16(n[:], ref.Generation)
	b = append(b, n[:2]...)
	if salted {
		b = append(b, "sAlT"...)
	}
	sum := md5.Sum(b)
	return sum[:min(len(c.key)+5, 16)]
}

// decryptAES undoes AES in CBC mode: the first block is the initialisation vector, the last byte says how many are padding. Where that makes
// no sense the padding is taken for data, as other readers do.
func decryptAES(data, key []byte) ([]byte, error) {
	if len(data) == 0 { // an empty string that was not encrypted at all
		return data, nil
	}
	if len(data)%aes.BlockSize != 0 {
		return nil, errDecrypt.err()
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, errDecrypt.err()
	}
	iv, data := data[:aes.BlockSize], data[aes.BlockSize:]
	gocipher.NewCBCDecrypter(block, iv).CryptBlocks(data, data)
	if n := len(data); n > 0 {
		if pad := int(data[n-1]); pad >= 1 && pad <= aes.BlockSize {
			data = data[:n-pad]
		}
	}
	return data, nil
}
