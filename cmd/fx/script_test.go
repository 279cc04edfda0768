package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	commands := map[string]func(){
		"fx": func() { os.Exit(run(os.Args, os.Stdin, os.Stdout, os.Stderr, os.Getenv)) },
	}
	addPeak(commands)
	testscript.Main(m, commands)
}

// TestScripts runs the command as a user does. $DATA is the folder of our own invoices.
func TestScripts(t *testing.T) {
	data, err := filepath.Abs("../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("DATA", data)
			return nil
		},
		Condition: func(name string) (bool, error) {
			if name == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, fmt.Errorf("unknown condition %s", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits, "nested": nested, "attributes": attributes, "sparse": sparse, "archive": archive, "hostile": hostile, "large": large, "lying": lying,
			"encrypted": encrypted, "cut": cut,
		},
	})
}

// exits runs a command and asks for its exit code: exits 3 fx check a.xml.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if e, ok := err.(interface{ ExitCode() int }); ok {
		got = strconv.Itoa(e.ExitCode())
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if got != args[0] {
		ts.Fatalf("exit code %s, want %s", got, args[0])
	}
}

func save(ts *testscript.TestScript, name string, content []byte) {
	ts.Check(os.WriteFile(ts.MkAbs(name), content, 0o666))
}

// nested writes an invoice with elements in each other: nested FILE DEPTH.
func nested(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	save(ts, args[0], []byte(invoiceTag+strings.Repeat("<a>", n)+strings.Repeat("</a>", n)+"</Invoice>"))
}

const invoiceTag = `<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">`

// attributes writes an invoice whose root has a megabyte of attributes: attributes FILE.
func attributes(ts *testscript.TestScript, neg bool, args []string) {
	var b bytes.Buffer
	b.WriteString(strings.TrimSuffix(invoiceTag, ">"))
	for i := 0; b.Len() < 1<<20; i++ {
		fmt.Fprintf(&b, ` a%d=""`, i)
	}
	b.WriteString("/>")
	save(ts, args[0], b.Bytes())
}

// sparse writes the beginning of an invoice and makes the file so large: sparse FILE BYTES.
func sparse(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	save(ts, args[0], []byte(invoiceTag))
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}

// archive packs files under other names: archive ZIP NAME=FILE…
func archive(ts *testscript.TestScript, neg bool, args []string) {
	packed(ts, args[0], func(z *zip.Writer) {
		for _, a := range args[1:] {
			name, file, _ := strings.Cut(a, "=")
			content, err := os.ReadFile(ts.MkAbs(file))
			ts.Check(err)
			w, err := z.Create(name)
			ts.Check(err)
			_, err = w.Write(content)
			ts.Check(err)
		}
	})
}

func packed(ts *testscript.TestScript, name string, fill func(*zip.Writer)) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	fill(z)
	ts.Check(z.Close())
	save(ts, name, b.Bytes())
}

// hostile packs a file under names that would harm whoever unpacks or prints them: hostile ZIP FILE.
func hostile(ts *testscript.TestScript, neg bool, args []string) {
	file := ts.MkAbs(args[1])
	var names []string
	for _, n := range []string{"../../outside.xml", "/outside.xml", `..\..\outside.xml`, "\x1b]0;owned\x07.xml", "\xff\xfe.xml", "a\nb.xml"} {
		names = append(names, n+"="+file)
	}
	archive(ts, false, append([]string{args[0]}, names...))
}

// large packs a member of so many megabytes, most of them spaces: large ZIP MEGABYTES. The same compressed piece stands in it again and again.
func large(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	first, again := bytes.Repeat([]byte(" "), 1<<20), bytes.Repeat([]byte(" "), 1<<20)
	copy(first, invoiceTag)
	var raw bytes.Buffer
	raw.Write(deflated(ts, first))
	sum := crc32.ChecksumIEEE(first)
	piece := deflated(ts, again)
	for range n - 1 {
		raw.Write(piece)
		sum = crc32.Update(sum, crc32.IEEETable, again)
	}
	raw.Write([]byte{3, 0}) // an empty last block
	packed(ts, args[0], func(z *zip.Writer) {
		m, err := z.CreateRaw(&zip.FileHeader{Name: "large.xml", Method: zip.Deflate, CRC32: sum, UncompressedSize64: uint64(n) << 20, CompressedSize64: uint64(raw.Len())})
		ts.Check(err)
		_, err = m.Write(raw.Bytes())
		ts.Check(err)
	})
}

// deflated compresses content so that more may follow.
func deflated(ts *testscript.TestScript, content []byte) []byte {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	ts.Check(err)
	_, err = w.Write(content)
	ts.Check(err)
	ts.Check(w.Flush())
	return b.Bytes()
}

// lying packs a member that is larger than the archive says: lying ZIP.
func lying(ts *testscript.TestScript, neg bool, args []string) {
	content := []byte(invoiceTag + strings.Repeat(" ", 8<<20))
	var raw bytes.Buffer
	w, err := flate.NewWriter(&raw, flate.BestSpeed)
	ts.Check(err)
	_, err = w.Write(content)
	ts.Check(err)
	ts.Check(w.Close())
	packed(ts, args[0], func(z *zip.Writer) {
		m, err := z.CreateRaw(&zip.FileHeader{Name: "small.xml", Method: zip.Deflate, CRC32: crc32.ChecksumIEEE(content[:100]),
			UncompressedSize64: 100, CompressedSize64: uint64(raw.Len())})
		ts.Check(err)
		_, err = m.Write(raw.Bytes())
		ts.Check(err)
	})
}

// encrypted packs a member that is marked as encrypted: encrypted ZIP.
func encrypted(ts *testscript.TestScript, neg bool, args []string) {
	packed(ts, args[0], func(z *zip.Writer) {
		m, err := z.CreateRaw(&zip.FileHeader{Name: "secret.xml", Flags: 1, Method: zip.Store, UncompressedSize64: 4, CompressedSize64: 16})
		ts.Check(err)
		_, err = m.Write(make([]byte, 16))
		ts.Check(err)
	})
}

// cut cuts a file off: cut FILE BYTES.
func cut(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), n))
}
