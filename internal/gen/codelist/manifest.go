package main

import (
	"bytes"
	"fmt"
	"strings"
)

const manifestHeader = "# The official files that lists_gen.go was generated from. After a new release:\n" +
	"# go run ../../internal/gen/codelist -accept, then read the difference.\n" +
	"# file\tsha256\torigin\n"

func formatManifest(r *release) []byte {
	var b bytes.Buffer
	b.WriteString(manifestHeader)
	for _, s := range r.sources {
		fmt.Fprintf(&b, "%s\t%s\t%s\n", s.file, s.sha256, s.origin)
	}
	return b.Bytes()
}

// checkManifest compares the files just read with the committed manifest and names the first difference.
func checkManifest(committed []byte, r *release) error {
	want := map[string]string{}
	for line := range strings.Lines(string(committed)) {
		if f := strings.Split(line, "\t"); !strings.HasPrefix(line, "#") && len(f) == 3 {
			want[f[0]] = f[1]
		}
	}
	for _, s := range r.sources {
		switch sum, ok := want[s.file]; {
		case !ok:
			return fmt.Errorf("%s is not in %s", s.file, manifest)
		case sum != s.sha256:
			return fmt.Errorf("%s is not the file that %s lists: SHA-256 %s, not %s", s.file, manifest, s.sha256, sum)
		}
	}
	return nil
}
