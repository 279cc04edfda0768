package check

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/fxinvoice/fx/report"
)

//go:generate go test -run ^TestExamples$ -update

// examples are the cases of testdata/rules, as a test writes them down: for each a line with rule, syntax, wording ("-" for the usual one) and
// perhaps "odd", lines with the arguments of its finding, and lines that begin with a bar for the piece of the document.
//
//go:embed examples.txt
var examples string

// Example is a document that breaks a rule.
type Example struct {
	Syntax string
	Case   string // the wording of the rule, by its name; "" for the usual one
	Odd    bool   // the artefact sees only what nobody writes: there is no piece
	Args   []report.Arg
	Piece  []PieceLine // where it differs from a document that does not break the rule; for one wording of a rule in a syntax
}

// PieceLine is a line of a piece of a document.
type PieceLine struct {
	In      PieceSide
	Pointed bool // the finding points at it
	Text    string
}

// PieceSide says in which documents a line stands.
type PieceSide byte

// The sides of a piece.
const (
	InBoth PieceSide = ' '
	InGood PieceSide = '-' // only in the document that does not break the rule
	InBad  PieceSide = '+' // only in the document that breaks it
)

// examplesOf returns the examples of a rule.
func examplesOf(id string) (all []Example) {
	head := "\n" + id + " "
	for rest := examples; ; {
		i := strings.Index(rest, head)
		if i < 0 {
			return all
		}
		rest = rest[i+1:]
		text, _, _ := strings.Cut(rest, "\n\n")
		all = append(all, readExample(text))
	}
}

func readExample(text string) Example {
	head, lines, _ := strings.Cut(text, "\n")
	words := strings.Fields(head)
	e := Example{Syntax: words[1], Odd: len(words) > 3}
	if words[2] != "-" {
		e.Case = words[2]
	}
	for line := range strings.Lines(lines) {
		line = strings.TrimSuffix(line, "\n")
		if bar, ok := strings.CutPrefix(line, "|"); ok {
			e.Piece = append(e.Piece, PieceLine{PieceSide(bar[0]), bar[1] == '>', bar[2:]})
			continue
		}
		name, rest, _ := strings.Cut(line, " ")
		kind, value, _ := strings.Cut(rest, " ")
		e.Args = append(e.Args, report.A(name, argValue(kind, value)))
	}
	return e
}

// argValue reads a value as its kind.
func argValue(kind, value string) any {
	switch kind {
	case "number":
		return report.Number(value)
	case "date":
		return report.Date(value)
	case "count":
		if n, err := strconv.Atoi(value); err == nil {
			return n
		}
	case "texts":
		en, fr, _ := strings.Cut(value, " / ")
		return report.Text{EN: en, FR: fr}
	}
	return value
}
