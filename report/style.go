package report

import "strings"

// TextOptions says how a report is printed for people. The zero value prints
// concise English without colour.
type TextOptions struct {
	Lang  Lang
	Full  bool // adds place, path, terms, values, the source line and what was checked
	Color bool // ANSI colours; whoever asks for them knows that w is a terminal

	// Source returns a line of the file, from 1, without its line end, for
	// Full; nil shows none.
	Source func(line int) (string, bool)
}

// Colours as SGR parameters.
const (
	red    = "31"
	green  = "32"
	yellow = "33"
	blue   = "34"
	bold   = "1"
	dim    = "2"
)

func (o TextOptions) paint(color, s string) string {
	if !o.Color || color == "" || s == "" {
		return s
	}
	return "\x1b[" + color + "m" + s + "\x1b[0m"
}

// pad returns s painted, and spaces up to width cells.
func (o TextOptions) pad(color, s string, width int) string {
	return o.paint(color, s) + strings.Repeat(" ", max(width-cells(s), 0))
}
