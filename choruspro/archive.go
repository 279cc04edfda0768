package choruspro

import (
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// The limits of an archive that is deposited, as rule CP-64 has them.
const (
	MaxArchiveInvoices = 500
	MaxArchiveBytes    = 1 << 30 // of all members, unpacked
)

// Archive is an archive that is to be deposited.
type Archive struct {
	Name     string   // as the report calls it
	Invoices int      // how many of its members are invoices
	Bytes    int64    // the size of all members, unpacked; an archive in the archive is one member
	Members  []string // the names of its files, with / between folders
}

// CheckArchive looks at an archive, but for the invoices in it: rules CP-64, and CP-65 for the names of members. Its findings have no place but
// the names of files: the archive's, and that of a member behind an exclamation mark.
func CheckArchive(a Archive) []report.Finding {
	var all []report.Finding
	add := func(id, name, file, value string, arg any) {
		for _, r := range allRules() {
			if r.id == id {
				said := r.said(name)
				all = append(all, report.Finding{Rule: id, Layer: report.Chorus, Severity: report.Warning, Files: []string{file}, Found: value,
					Message: report.Text(said.text), Fix: report.Text(said.fix), Args: []report.Arg{report.A("found", arg)}})
			}
		}
	}
	if a.Invoices > MaxArchiveInvoices {
		n := strconv.Itoa(a.Invoices)
		add("CP-64", "invoices", a.Name, n, report.Number(n))
	}
	if a.Bytes > MaxArchiveBytes {
		n := strconv.FormatInt(a.Bytes, 10)
		add("CP-64", "size", a.Name, n, report.Number(n))
	}
	for _, m := range a.Members {
		if strings.Contains(strings.TrimPrefix(m, "./"), "/") {
			add("CP-65", "archive", a.Name+"!"+m, m, m)
		}
	}
	return all
}
