package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// TestSafeName writes attachments under names that stay in the folder, whatever a PDF says.
func TestSafeName(t *testing.T) {
	for name, want := range map[string]string{
		"factur-x.xml":            "factur-x.xml",
		"../../etc/passwd":        "passwd",
		`C:\Windows\system32\cmd`: "cmd",
		"/":                       "_",
		"":                        "_",
		"..":                      "_",
		".":                       "_",
		".bashrc":                 "_.bashrc",
		"CON":                     "_CON",
		"com1.xml":                "_com1.xml",
		"a\x00b\nc":               "a_b_c",
		"what?.xml":               "what_.xml",
		"ends in dots...":         "ends in dots",
		"\u202egpj.exe":           "_gpj.exe",
		"facture à payer.pdf":     "facture à payer.pdf",
	} {
		have := safeName(name)
		if have != want {
			t.Errorf("%q: %q, want %q", name, have, want)
		}
		if !filepath.IsLocal(have) || strings.ContainsAny(have, `/\`) {
			t.Errorf("%q: %q leaves the folder", name, have)
		}
	}
	if n := len(safeName(strings.Repeat("é", 500) + ".xml")); n > 210 {
		t.Errorf("a long name has %d bytes", n)
	}
}

func TestUnused(t *testing.T) {
	taken := map[string]bool{}
	for _, want := range []string{"a.xml", "a (2).xml", "a (3).xml"} {
		if have := unused(taken, "a.xml"); have != want {
			t.Errorf("have %q, want %q", have, want)
		}
	}
}
