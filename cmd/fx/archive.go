package main

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"os"
	"path"
	"strings"
	"sync"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// Names of members are only ever matched and printed: nothing is unpacked to the disk, so no name can lead anywhere.

// isArchive reports whether a file begins as a zip archive does. An error is left to whoever opens the file next.
func isArchive(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	var head [4]byte
	_, err = io.ReadFull(f, head[:])
	return err == nil && string(head[:]) == "PK\x03\x04"
}

// members yields the files in a zip archive, or the one of a name unless that is "". What is in an office document, a zip archive too, is no
// file of the user's: such a document is yielded as a whole.
func members(archive, only string, yield func(input) bool) bool {
	f, size, err := openFile(archive)
	if err != nil {
		return yield(input{name: archive, problem: about(archive, err)})
	}
	// Members may still be read when the last one has been yielded.
	var reading sync.WaitGroup
	defer func() {
		reading.Wait()
		f.Close()
	}()
	z, err := zip.NewReader(f.(*os.File), size)
	// Names that would lead out of a folder harm only those who unpack.
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return yield(unreadable(archive, damagedArchive))
	}
	if only == "" && isOffice(z) {
		return yield(input{name: archive, open: func() (io.ReadCloser, int64, error) { return openFile(archive) }})
	}
	found := false
	for _, m := range z.File {
		if only == "" && !wantedMember(m) || only != "" && m.Name != only {
			continue
		}
		found = true
		in := input{name: archive + "!" + m.Name, member: m.Name, open: func() (io.ReadCloser, int64, error) { return openMember(m) }, explain: explainMember, done: reading.Done}
		reading.Add(1)
		if !yield(in) {
			return false
		}
	}
	switch {
	case found:
		return true
	case only != "":
		return yield(input{name: archive, problem: &problem{args: []report.Arg{report.A("file", fileName(archive)), report.A("member", only)},
			text: report.Text{EN: "{file}: the archive has no member {member}", FR: "{file} : l'archive n'a pas de membre {member}"},
			hint: report.Text{EN: "name the archive alone to read all of it", FR: "indiquez l'archive seule pour la lire en entier"}}})
	}
	return yield(input{name: archive, problem: &problem{args: []report.Arg{report.A("file", fileName(archive)), report.A("endings", []string{"*.xml", "*.pdf", "*.zip"})},
		text: report.Text{EN: "{file}: nothing to read in this archive", FR: "{file} : rien à lire dans cette archive"},
		hint: report.Text{EN: "fx looks in an archive for {endings}; unpack it to read other files", FR: "dans une archive, fx prend les {endings} ; décompressez-la pour lire d'autres fichiers"}}})
}

// isOffice reports whether an archive is a document of an office program, by the members that say so.
func isOffice(z *zip.Reader) bool {
	for i, m := range z.File {
		if m.Name == "[Content_Types].xml" || m.Name == "META-INF/manifest.xml" || i == 0 && m.Name == "mimetype" {
			return true
		}
	}
	return false
}

// wantedMember reports whether a member may be an invoice: what wanted says, and neither a folder nor hidden.
func wantedMember(m *zip.File) bool {
	name := strings.ReplaceAll(m.Name, `\`, "/")
	if strings.HasSuffix(name, "/") || !wanted(path.Base(name)) {
		return false
	}
	for part := range strings.SplitSeq(name, "/") {
		// __MACOSX holds what a Mac adds to files, under their names.
		if part == "__MACOSX" || strings.HasPrefix(part, ".") && strings.Trim(part, ".") != "" {
			return false
		}
	}
	return true
}

func openMember(m *zip.File) (io.ReadCloser, int64, error) {
	const encrypted = 1
	if m.Flags&encrypted != 0 {
		return nil, 0, encryptedMember.unreadable()
	}
	r, err := m.Open()
	if err != nil {
		return nil, 0, explainMember(err)
	}
	if m.UncompressedSize64 > 1<<62 {
		return r, 1 << 62, nil
	}
	return r, int64(m.UncompressedSize64), nil
}

// explainMember turns an error of reading a member into what to say of it.
func explainMember(err error) error {
	var unreadable *check.UnreadableError
	switch {
	case errors.As(err, &unreadable), errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, zip.ErrAlgorithm):
		return packedMember.unreadable()
	}
	return damagedArchive.unreadable()
}

// wrapping is a reason why what is in an archive cannot be read.
type wrapping struct {
	rule     string
	text, do report.Text
}

func (w wrapping) unreadable() error {
	return &check.UnreadableError{Findings: []report.Finding{{Rule: w.rule, Layer: report.Read, Message: w.text, Fix: w.do}}}
}

// unreadable returns an input that cannot be read.
func unreadable(name string, w wrapping) input {
	return input{name: name, open: func() (io.ReadCloser, int64, error) { return nil, 0, w.unreadable() }}
}

var (
	damagedArchive = wrapping{"RD-ARCHIVE",
		report.Text{EN: "The zip archive is damaged or cut off.", FR: "L'archive zip est endommagée ou tronquée."},
		report.Text{EN: "Copy or download it again.", FR: "Copiez-la ou téléchargez-la à nouveau."}}
	encryptedMember = wrapping{"RD-ENCRYPTED",
		report.Text{EN: "This member of the archive is encrypted.", FR: "Ce membre de l'archive est chiffré."},
		report.Text{EN: "Unpack the archive with its password and check the files.", FR: "Décompressez l'archive avec son mot de passe et contrôlez les fichiers."}}
	packedMember = wrapping{"RD-ARCHIVE",
		report.Text{EN: "This member of the archive is compressed in a way that fx does not know.", FR: "Ce membre de l'archive est compressé d'une façon que fx ne connaît pas."},
		report.Text{EN: "Unpack the archive and check the files.", FR: "Décompressez l'archive et contrôlez les fichiers."}}
)
