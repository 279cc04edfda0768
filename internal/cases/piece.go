package cases

import "strings"

// Mark says in which of two documents a line stands.
type Mark byte

// The marks.
const (
	Both    Mark = ' '
	OnlyBad Mark = '+' // in the failing document only
	OnlyOK  Mark = '-' // in the passing document only
)

// Line is a line of a piece of two documents.
type Line struct {
	Mark    Mark
	Pointed bool // where the finding points
	Text    string
}

// The size of a piece.
const (
	allSiblings = 11 // an element of so many lines is shown whole where something in it differs
	longRun     = 11 // of more lines that differ, the first and the last are shown
	runHead     = 7
	runTail     = 2
)

// Piece returns the lines that differ between the documents, that of the finding, and around them what is needed to see where they stand: the
// elements that they are in, and their neighbours. An ellipsis stands for what is left out. The documents are indented by two blanks, one element
// or tag a line.
func (d *Documents) Piece() []Line {
	all := compare(strings.Split(d.Pass, "\n"), strings.Split(d.Fail, "\n"), d.Line-1)
	keep := make([]bool, len(all))
	for i := 0; i < len(all); i++ {
		end := i
		for end < len(all) && all[end].Mark == all[i].Mark {
			end++
		}
		if all[i].Mark == Both {
			if !all[i].Pointed || depth(all[i].Text) == 0 { // the root says nothing about the place
				continue
			}
			end = i + 1
			if close := closing(all, i); close-i <= allSiblings {
				end = close + 1
			} else {
				keep[close] = true
			}
		}
		for k := i; k < end; k++ {
			if end-i <= longRun || k < i+runHead || k >= end-runTail || all[k].Pointed {
				keep[k] = true
			}
		}
		surround(all, keep, i)
		if all[i].Mark != Both {
			i = end - 1
		}
	}
	return cut(all, keep)
}

// compare puts the lines of two texts together, each line of both once; pointed is a line of the second one.
func compare(a, b []string, pointed int) []Line {
	var all []Line
	add := func(m Mark, text string, j int) {
		all = append(all, Line{m, m != OnlyOK && j == pointed, text})
	}
	// The longest common rows from each place to the ends.
	common := make([][]int, len(a)+1)
	for i := range common {
		common[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	i, j := 0, 0
	for i < len(a) || j < len(b) {
		switch {
		case i < len(a) && j < len(b) && a[i] == b[j]:
			add(Both, b[j], j)
			i, j = i+1, j+1
		case i < len(a) && (j == len(b) || common[i+1][j] >= common[i][j+1]):
			add(OnlyOK, a[i], -1)
			i++
		default:
			add(OnlyBad, b[j], j)
			j++
		}
	}
	return all
}

// everywhere is the element that nearly all of a CII document is in, so that it says nothing about a place.
const everywhere = "<rsm:SupplyChainTradeTransaction>"

// closing returns the line that closes the element that line i opens, which may be the line itself.
func closing(all []Line, i int) int {
	if strings.Contains(all[i].Text, "</") {
		return i
	}
	end := i + 1
	for end < len(all)-1 && depth(all[end].Text) > depth(all[i].Text) {
		end++
	}
	return end
}

// surround keeps the elements that line i is in, and its neighbours in the innermost of them.
func surround(all []Line, keep []bool, i int) {
	level := depth(all[i].Text)
	innermost := true
	for open := i - 1; open >= 0 && level > 1; open-- {
		if all[open].Mark == other(all[i].Mark) || depth(all[open].Text) >= level || strings.HasPrefix(strings.TrimSpace(all[open].Text), "</") {
			continue
		}
		level = depth(all[open].Text)
		if end := closing(all, open); level > 0 && !strings.HasSuffix(all[open].Text, everywhere) {
			keep[open], keep[end] = true, true
			if innermost && end-open-1 <= allSiblings {
				for k := open; k < end; k++ {
					keep[k] = true
				}
			}
		}
		innermost = false
	}
	level = depth(all[i].Text)
	for _, k := range []int{i - 1, i + 1} {
		if k >= 0 && k < len(all) && depth(all[k].Text) == level && strings.Contains(all[k].Text, "</") && !strings.HasPrefix(strings.TrimSpace(all[k].Text), "</") {
			keep[k] = true
		}
	}
}

func other(m Mark) Mark {
	switch m {
	case OnlyBad:
		return OnlyOK
	case OnlyOK:
		return OnlyBad
	}
	return Both + 1 // no line has it
}

// depth is how many elements a line is in.
func depth(line string) int { return (len(line) - len(strings.TrimLeft(line, " "))) / 2 }

// cut returns the lines to keep, moved to the left, with an ellipsis where others are left out between them.
func cut(all []Line, keep []bool) []Line {
	least := -1
	for i, l := range all {
		if keep[i] && (least < 0 || depth(l.Text) < least) {
			least = depth(l.Text)
		}
	}
	var piece []Line
	last := -1
	for i, l := range all {
		if !keep[i] {
			continue
		}
		if last >= 0 && i > last+1 {
			mark := l.Mark
			if all[last].Mark != mark || all[i-1].Mark != mark {
				mark = Both
			}
			at := max(depth(l.Text), depth(all[last].Text))
			piece = append(piece, Line{mark, false, strings.Repeat("  ", at-least) + "…"})
		}
		l.Text = l.Text[2*least:]
		piece = append(piece, l)
		last = i
	}
	return piece
}
