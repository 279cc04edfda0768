package bench

import (
	"fmt"
	"math"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/fxinvoice/fx/report"
)

// peerPath is the native checker that does most of those that there are; peerPromise is how many times slower than a whole check it is, at least.
const (
	peerPath    = "github.com/speedata/einvoice"
	peerPromise = 4
)

// TestCompare measures fx, the official stylesheets on Saxon and the best native peer on the same documents, in turn, and prints one table.
func TestCompare(t *testing.T) {
	if testing.Short() {
		t.Skip("speed is not measured with -short")
	}
	saxon, absent := findSaxon(t)
	if saxon == nil {
		t.Logf("Saxon is not measured: %s", absent)
	}
	program := buildFX(t)
	peerName := peerPath + " " + module(t, peerPath, "Version")

	var text strings.Builder
	table := tabwriter.NewWriter(&text, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "documents\ttool\tms a document\tof processors\ttimes fx\tof processors\tpromised\n")
	for _, a := range artefacts {
		t.Run(a.name, func(t *testing.T) {
			docs := documents(t, a)
			objections(t, docs)
			inProcess := []contender{
				{"fx: read, schema, rules", 0, fxCheck(docs, a.profile, officialLayers...)},
				{"fx: read, rules", 0, fxCheck(docs, a.profile, report.Rules)},
				{"fx: read", 0, fxRead(docs)},
				{peerName + ": read, some rules", peerPromise, peer(docs)},
			}
			if saxon != nil {
				w := saxon.start(t, a, docs)
				inProcess = append(inProcess, contender{"Saxon-HE " + w.version + ", warm: read, rules", a.warm, w.run})
			}
			rows(t, table, fmt.Sprintf("%s, %d", a.name, len(docs)), len(docs), race(t, 15, 60*time.Millisecond, inProcess))
			if saxon != nil {
				d := docs[0]
				rows(t, table, a.name+", a process each", 1, race(t, 5, 60*time.Millisecond, []contender{
					{"fx check: read, schema, rules", 0, fxProcess(program, a.profile, d)},
					{"Saxon-HE, a new JVM: read, rules", a.cold, saxon.process(a, d, filepath.Join(t.TempDir(), "report.xml"))},
				}))
			}
		})
	}
	table.Flush()
	t.Logf("%s, %s/%s, %d cores\n%s", runtime.Version(), runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), &text)
}

// objections logs how many of the valid documents the peer objects to.
func objections(t *testing.T, docs []document) {
	t.Helper()
	n := 0
	for _, d := range docs {
		objects, err := peerObjects(d)
		if err != nil {
			t.Fatal(err)
		}
		if objects {
			n++
		}
	}
	if n > 0 {
		t.Logf("%s objects to %d of %d valid invoices", peerPath, n, len(docs))
	}
}

// rows adds the results to the table and fails the test for each promise that is not kept.
func rows(t *testing.T, table *tabwriter.Writer, what string, docs int, results []result) {
	t.Helper()
	for _, r := range results {
		promise := ""
		if r.promise > 0 {
			promise = fmt.Sprintf("≥ %.0f", r.promise)
		}
		each := float64(docs) * float64(time.Millisecond)
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", what, r.name,
			short(r.pass.wall/each), short(r.pass.cpu/each), short(r.ratio.wall), short(r.ratio.cpu), promise)
		if s := r.broken(); s != "" {
			t.Error(s)
		}
	}
}

// short prints a number with about three digits, which is more than a noisy machine tells, and nothing for one that is not known.
func short(x float64) string {
	if x <= 0 {
		return ""
	}
	return strconv.FormatFloat(x, 'f', max(0, 2-int(math.Floor(math.Log10(x)))), 64)
}
