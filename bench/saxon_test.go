package bench

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// A Saxon transforms so many documents before it is measured. It gets much faster for three thousand, and a little for ten; on a busy machine patience
// ends the warming up, but not before the least number.
const (
	leastWarmUp, mostWarmUp = 4_000, 10_000
	patience                = 25 * time.Second
)

// debianSaxon is where Debian's package libsaxonhe-java puts its jar, which names what else it needs.
const debianSaxon = "/usr/share/java/Saxon-HE.jar"

// saxon is an installed Saxon-HE and the official stylesheets.
type saxon struct {
	classpath   string // Saxon and bench/java, compiled
	stylesheets string
}

// findSaxon returns the Saxon to compare with, or why there is none.
func findSaxon(t *testing.T) (s *saxon, absent string) {
	t.Helper()
	for _, program := range []string{"java", "javac"} {
		if _, err := exec.LookPath(program); err != nil {
			return nil, program + " is not installed"
		}
	}
	jar := os.Getenv("FX_SAXON")
	if jar == "" {
		jar = debianSaxon
		if _, err := os.Stat(jar); err != nil {
			return nil, jar + " is missing: install libsaxonhe-java, or set FX_SAXON to the class path of a Saxon-HE"
		}
	}
	stylesheets := os.Getenv("FX_STANDARDS")
	if stylesheets == "" {
		return nil, "FX_STANDARDS is not set, the folder of the official stylesheets"
	}
	classes := t.TempDir()
	if err := runQuietly(exec.Command("javac", "-d", classes, "-cp", jar, filepath.Join("java", "Warm.java"))); err != nil {
		t.Fatal(err)
	}
	return &saxon{classpath: jar + string(os.PathListSeparator) + classes, stylesheets: stylesheets}, ""
}

// warm is a Saxon that has compiled a stylesheet and keeps documents in memory.
type warm struct {
	version string
	orders  io.WriteCloser
	answers *bufio.Scanner
}

// start starts a Saxon for an artefact, makes sure that its rules look at the documents and find nothing, and warms it up.
func (s *saxon) start(t *testing.T, a artefact, docs []document) *warm {
	t.Helper()
	args := []string{"-cp", s.classpath, "Warm", s.stylesheet(a)}
	for _, d := range docs {
		args = append(args, d.path)
	}
	c := exec.CommandContext(t.Context(), "java", args...)
	c.Stderr = os.Stderr
	orders, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		orders.Close()
		c.Wait()
	})
	w := &warm{orders: orders, answers: bufio.NewScanner(out)}
	if w.version, err = w.answer(); err != nil {
		t.Fatal(err)
	}
	for _, d := range docs {
		line, err := w.answer()
		if err != nil {
			t.Fatal(err)
		}
		var fired, failed int
		if _, err := fmt.Sscan(line, &fired, &failed); err != nil {
			t.Fatalf("Saxon answered %q: %v", line, err)
		}
		if fired == 0 || failed > 0 {
			t.Fatalf("%s: %d nodes met the official rules, and %d assertions failed", d.name, fired, failed)
		}
	}
	w.warmUp(t, len(docs))
	return w
}

// warmUp lets the JVM compile what it runs often.
func (w *warm) warmUp(t *testing.T, docs int) {
	t.Helper()
	done := 0
	for begin := time.Now(); done < leastWarmUp || done < mostWarmUp && time.Since(begin) < patience; {
		passes := max(1, 500/docs)
		if _, err := w.run(passes); err != nil {
			t.Fatal(err)
		}
		done += passes * docs
	}
	t.Logf("Saxon has warmed up over %d documents", done)
}

// run passes over the documents. The processor time is that of the transforming thread, without the JVM's collector and compilers.
func (w *warm) run(passes int) (cost, error) {
	if _, err := fmt.Fprintln(w.orders, passes); err != nil {
		return cost{}, fmt.Errorf("saxon: %w", err)
	}
	line, err := w.answer()
	if err != nil {
		return cost{}, err
	}
	var wall, cpu int64
	if _, err := fmt.Sscan(line, &wall, &cpu); err != nil {
		return cost{}, fmt.Errorf("saxon answered %q: %w", line, err)
	}
	return cost{float64(wall), float64(cpu)}, nil
}

func (w *warm) answer() (string, error) {
	if !w.answers.Scan() {
		if err := w.answers.Err(); err != nil {
			return "", fmt.Errorf("saxon: %w", err)
		}
		return "", fmt.Errorf("saxon: %w", io.ErrUnexpectedEOF)
	}
	return strings.TrimSpace(w.answers.Text()), nil
}

// process checks one document in a JVM of its own, as a user does with Saxon's own command.
func (s *saxon) process(a artefact, d document, result string) func(int) (cost, error) {
	return processes("java", "-cp", s.classpath, "net.sf.saxon.Transform", "-s:"+d.path, "-xsl:"+s.stylesheet(a), "-o:"+result)
}

func (s *saxon) stylesheet(a artefact) string {
	return filepath.Join(s.stylesheets, filepath.FromSlash(a.stylesheet))
}
