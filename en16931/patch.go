package en16931

import (
	"errors"
	"fmt"
	"io"
	"strings"
)

// ErrNoSource is the error of writing back an invoice that was not read from an XML file: one built in Go, or read from JSON. Encode it instead.
var ErrNoSource = errors.New("the invoice was not read from an XML file")

// ErrPatch is the error of a change that cannot be made in the file, because the result would not say what the invoice says: mostly since the file
// holds a second value of a term, which would be read in the place of one that is removed. The text of the error says where.
var ErrPatch = errors.New("the changed file would not read back as the invoice")

// LossError says what writing an invoice back to its file would drop. It is the error of Patch, and then nothing was written; PatchLossy drops
// the same and writes.
type LossError struct {
	Losses  []Loss    // values of the invoice that the syntax has no place for
	Residue []Residue // what the file holds inside of removed groups that repeat, such as lines, and no field of the model ever held
}

// Error names the terms and the places.
func (e *LossError) Error() string {
	var what []string
	for _, l := range e.Losses {
		what = append(what, l.Term.String())
	}
	for _, r := range e.Residue {
		what = append(what, r.Path)
	}
	const most = 5
	if n := len(what); n > most {
		what = append(what[:most], fmt.Sprintf("and %d more", n-most))
	}
	return "writing the invoice back would lose " + strings.Join(what, ", ")
}

// Patcher is a Source that an invoice can be written back to.
type Patcher interface {
	Source
	// Patch returns the file with what has changed in the invoice, the values that its syntax cannot carry, and the residue that went with removed
	// groups.
	Patch(inv *Invoice) (file []byte, lost []Loss, gone []Residue, err error)
}

// Patch writes an invoice back to the file that it was read from, with what has changed in it since then. Everything else stays, byte by byte:
// the encoding, line ends, comments, what the model does not hold, prefixes, quotes. Without a change the result is the file.
//
//   - A changed value is replaced, wherever the file repeats it. A date and a number keep the white space around them.
//   - A value that is new comes in where the schema wants it, indented and prefixed as its neighbours are.
//   - What is removed goes with the white space before it, and so do the elements around that then hold nothing. An element stays, without its
//     text, as long as something else is in it: another term, residue, a comment.
//   - Groups that repeat, such as Lines, may be added, removed and put in another order: Patch tells them by their pointers. The element of one
//     that is removed goes whole.
//
// The root element stays what it is, even if the type code (BT-3) changes from one of an invoice to one of a credit note.
//
// The error is ErrNoSource for an invoice that came from no XML file, a *LossError if something would be lost, ErrPatch if the change cannot be
// made in this file, or says that XML cannot hold a text; then nothing was written. Any other error is w's.
func (inv *Invoice) Patch(w io.Writer) error {
	file, lost, gone, err := inv.patch()
	switch {
	case err != nil:
		return err
	case len(lost)+len(gone) > 0:
		return fmt.Errorf("%s: %w", inv.Source.Syntax(), &LossError{lost, gone})
	}
	return inv.write(w, file)
}

// PatchLossy is Patch for a caller who accepts losses: what Patch would refuse with a *LossError is left out, and returned.
func (inv *Invoice) PatchLossy(w io.Writer) (lost []Loss, gone []Residue, err error) {
	file, lost, gone, err := inv.patch()
	if err != nil {
		return nil, nil, err
	}
	return lost, gone, inv.write(w, file)
}

func (inv *Invoice) patch() (file []byte, lost []Loss, gone []Residue, err error) {
	p, ok := inv.Source.(Patcher)
	if !ok {
		return nil, nil, nil, ErrNoSource
	}
	return p.Patch(inv)
}

func (inv *Invoice) write(w io.Writer, file []byte) error {
	if _, err := w.Write(file); err != nil {
		return fmt.Errorf("%s: write document: %w", inv.Source.Syntax(), err)
	}
	return nil
}
