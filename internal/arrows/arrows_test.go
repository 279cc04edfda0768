// Package arrows holds the house to its plan: imports point one way, and each outside module comes in through one door.
package arrows

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/fxinvoice/fx"

// below lists, for each package, which of ours it may import: those on the lines above it that it names. A package that is not listed here
// is not part of the plan.
var below = map[string][]string{
	"report":                  nil,
	"internal/xmltree":        nil,
	"en16931/codelist":        nil,
	"internal/pdf":            nil,
	"en16931":                 {"report", "en16931/codelist"},
	"internal/bind":           {"en16931", "internal/xmltree", "report"},
	"internal/shape":          {"en16931", "en16931/codelist", "internal/xmltree", "report"},
	"ubl":                     {"internal/bind", "internal/shape", "en16931", "en16931/codelist", "internal/xmltree", "report"},
	"cii":                     {"internal/bind", "internal/shape", "en16931", "en16931/codelist", "internal/xmltree", "report"},
	"schemas":                 {"ubl", "cii", "internal/xmltree", "report"},
	"facturx":                 {"internal/pdf", "ubl", "cii", "schemas", "internal/bind", "internal/shape", "en16931", "en16931/codelist", "internal/xmltree", "report"},
	"internal/hygiene":        {"en16931", "en16931/codelist", "report"},
	"choruspro":               {"ubl", "cii", "internal/bind", "internal/shape", "en16931", "en16931/codelist", "internal/xmltree", "report"},
	"check":                   {"choruspro", "facturx", "schemas", "ubl", "cii", "internal/hygiene", "internal/shape", "en16931", "en16931/codelist", "internal/xmltree", "report"},
	"internal/explain":        {"check", "ubl", "cii", "en16931", "en16931/codelist", "report"},
	"cmd/fx":                  {"internal/explain", "check", "choruspro", "facturx", "schemas", "ubl", "cii", "en16931", "en16931/codelist", "report"},
	"internal/gen/terms":      nil,
	"internal/gen/codelist":   nil,
	"internal/gen/shapes":     {"internal/shape", "en16931/codelist", "report"},
	"internal/gen/rulepages":  {"internal/explain"},
	"internal/gen/xsd":        nil,
	"internal/gen/xsd/xsdgen": {"internal/gen/xsd"},
	// For tests only.
	"internal/gen/binding":    {"internal/bind", "schemas"},
	"internal/gen/jsonschema": {"en16931"},
	"internal/cases":          {"internal/xmltree"},
	"internal/official":       nil,
	"internal/sample":         nil,
}

// doors lists which packages may import which outside modules.
var doors = map[string][]string{
	"github.com/shopspring/decimal":   {"en16931"},
	"github.com/pdfcpu/pdfcpu":        {"internal/pdf"},
	"github.com/urfave/cli/v2":        {"cmd/fx"},
	"github.com/pelletier/go-toml/v2": {"choruspro"},
	"github.com/lestrrat-go/libxml2":  {"schemas"},
	"golang.org/x/sys":                {"cmd/fx"},
	"golang.org/x/term":               {"cmd/fx"},
	"golang.org/x/text":               {"cmd/fx"},
}

type pkg struct {
	ImportPath string
	Imports    []string
}

func TestArrows(t *testing.T) {
	// With the tag, so that the second opinion's imports are seen; nothing is compiled.
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "-tags", "libxml2", module+"/...").Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			t.Fatalf("go list: %v\n%s", err, exit.Stderr)
		}
		t.Fatal(err)
	}
	seen := 0
	for in := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := in.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		name := strings.TrimPrefix(p.ImportPath, module+"/")
		if name == "internal/arrows" {
			continue
		}
		seen++
		allowed, planned := below[name]
		if !planned {
			t.Errorf("package %s is not in the plan: add it to the table with what it may import", name)
		}
		for _, path := range p.Imports {
			if ours, ok := strings.CutPrefix(path, module+"/"); ok {
				if !slices.Contains(allowed, ours) {
					t.Errorf("%s imports %s, against the plan", name, ours)
				}
			} else if first, _, _ := strings.Cut(path, "/"); strings.Contains(first, ".") {
				if !slices.ContainsFunc(doorsOf(path), func(d string) bool { return d == name }) {
					t.Errorf("%s imports %s, which is another package's to import, or nobody's", name, path)
				}
			}
		}
	}
	if seen < 10 {
		t.Errorf("only %d packages were looked at", seen)
	}
}

// doorsOf returns the packages that may import a path.
func doorsOf(path string) []string {
	for m, names := range doors {
		if path == m || strings.HasPrefix(path, m+"/") {
			return names
		}
	}
	return nil
}
