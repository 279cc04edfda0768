package xmltree

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	for _, s := range samples(b) {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(s.doc)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(s.doc, Limits{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkEncodingXMLToken(b *testing.B) {
	for _, s := range samples(b) {
		b.Run(s.name, func(b *testing.B) {
			b.SetBytes(int64(len(s.doc)))
			b.ReportAllocs()
			for b.Loop() {
				if err := readTokens(s.doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// readTokens reads a document with the standard library, and does nothing with it.
func readTokens(doc string) error {
	d := xml.NewDecoder(strings.NewReader(doc))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}
