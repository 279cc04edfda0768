package xsd

import (
	"bytes"
	"fmt"
	"strings"
)

// ManifestName is the file beside the tables that lists the official files they come from.
const ManifestName = "sources.tsv"

const manifestHeader = "# The official files that the tables of this folder were generated from. After a new release of a standard:\n" +
	"# go run ./internal/gen/xsd/xsdgen -accept, then read the difference.\n" +
	"# set\tfile\tsha256\torigin\n"

// FormatManifest writes the manifest.
func FormatManifest(sources []Source) []byte {
	var b bytes.Buffer
	b.WriteString(manifestHeader)
	for _, s := range sources {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", s.Set, s.File, s.SHA256, s.Origin)
	}
	return b.Bytes()
}

// CheckManifest compares the files just read with the committed manifest and names the first difference.
func CheckManifest(committed []byte, sources []Source) error {
	want := map[string]string{}
	for _, line := range strings.Split(string(committed), "\n") {
		f := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || len(f) != 4 {
			continue
		}
		want[f[0]+" "+f[1]] = f[2]
	}
	for _, s := range sources {
		key := s.Set + " " + s.File
		sum, ok := want[key]
		switch {
		case !ok:
			return fmt.Errorf("%s of %s is not in %s", s.File, s.Set, ManifestName)
		case sum != s.SHA256:
			return fmt.Errorf("%s of %s is not the file that %s lists: SHA-256 %s, not %s", s.File, s.Set, ManifestName, s.SHA256, sum)
		}
		delete(want, key)
	}
	for key := range want {
		return fmt.Errorf("%s lists %s, which no schema refers to", ManifestName, key)
	}
	return nil
}
