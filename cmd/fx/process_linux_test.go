package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/fxinvoice/fx/internal/sample"
)

// buildCommand makes the command as users run it.
func buildCommand(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("whole processes are not measured with -short")
	}
	bin := filepath.Join(t.TempDir(), "fx")
	cmd := exec.Command("go", "build", "-o", bin, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return bin
}

func addPeak(commands map[string]func()) { commands["peak"] = measurePeak }

// measurePeak runs the command given as arguments and prints the most memory that it had, in bytes. It is a process of its own, because Linux
// counts what a process had before it became another program: a test's own memory would be measured.
func measurePeak() {
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	out, err := cmd.Output()
	if cmd.ProcessState == nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if code := cmd.ProcessState.ExitCode(); code != 0 && code != 3 {
		fmt.Fprintf(os.Stderr, "exit code %d: %s\n", code, out)
		os.Exit(1)
	}
	fmt.Print(cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss * 1024)
}

func peak(t *testing.T, bin, file string) float64 {
	t.Helper()
	out, err := exec.Command("peak", bin, "check", "--isolated", "--format", "jsonl", file).Output()
	if err != nil {
		t.Fatalf("%s: %v: %s", file, err, out)
	}
	n, err := strconv.ParseFloat(string(out), 64)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// TestPeakMemory checks large invoices: beyond what the runtime needs for a small one, the process has at most five times the file.
func TestPeakMemory(t *testing.T) {
	bin := buildCommand(t)
	write := func(name, doc string) string {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(doc), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	base := peak(t, bin, write("small.xml", sample.UBL(1)))
	for name, doc := range map[string]string{"ubl.xml": sample.UBL(30_000), "cii.xml": sample.CII(15_000)} {
		times := (peak(t, bin, write(name, doc)) - base) / float64(len(doc))
		t.Logf("%s: %d MB, %.2f times the file beyond %.0f MB", name, len(doc)>>20, times, base/(1<<20))
		if times > 5 {
			t.Errorf("%s: the process has %.2f times the file", name, times)
		}
	}
}

// TestNoWorkAtStart lists the package inits of the process: none but the runtime's own takes over a millisecond, in the best of five runs.
func TestNoWorkAtStart(t *testing.T) {
	bin := buildCommand(t)
	line := regexp.MustCompile(`(?m)^init (\S+) @\S+ ms, (\S+) ms clock`)
	least := map[string]float64{}
	for range 5 {
		cmd := exec.Command(bin, "version")
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		var trace strings.Builder
		cmd.Stderr = &trace
		if err := cmd.Run(); err != nil {
			t.Fatal(err)
		}
		for _, m := range line.FindAllStringSubmatch(trace.String(), -1) {
			ms, err := strconv.ParseFloat(m[2], 64)
			if err != nil {
				t.Fatal(err)
			}
			if old, ok := least[m[1]]; !ok || ms < old {
				least[m[1]] = ms
			}
		}
	}
	if len(least) == 0 {
		t.Fatal("the process has no init trace")
	}
	for name, ms := range least {
		if strings.HasPrefix(name, "github.com/fxinvoice/") {
			t.Logf("init %s: %.3f ms", name, ms)
		}
		if ms > 1 && name != "runtime" {
			t.Errorf("init of %s takes %.2f ms", name, ms)
		}
	}
}
