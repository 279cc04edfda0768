package choruspro

import (
	"strings"

	"github.com/fxinvoice/fx/en16931"
)

// digits counts the digits of a number as it is written, in all and after the point; ok is false for a text that is no number.
func digits(s string) (all, decimals int, ok bool) {
	if d := en16931.ParseDecimal(s); d.Absent() || !d.Readable() {
		return 0, 0, false
	}
	whole, fraction, _ := strings.Cut(strings.TrimLeft(s, "+-"), ".")
	return len(whole) + len(fraction), len(fraction), true
}

// significant counts the digits of a number without zeros in front, and without those at the end behind the point; ok is false for a text that is
// no number.
func significant(s string) (n int, ok bool) {
	if d := en16931.ParseDecimal(s); d.Absent() || !d.Readable() {
		return 0, false
	}
	s = strings.TrimLeft(s, "+-")
	if strings.Contains(s, ".") {
		s = strings.TrimRight(s, "0")
	}
	s = strings.TrimLeft(s, "0.")
	return len(s) - strings.Count(s, "."), true
}
