package en16931

import (
	"math/big"
	"math/bits"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"
)

// Decimal is an exact decimal number that keeps the text it was read from. The zero value means absent; a present zero is a different thing.
//
// Numbers of up to 18 digits are held and computed as integers; longer ones by github.com/shopspring/decimal, with the same results.
type Decimal struct {
	text  string // the text as read; "" for a computed number that fits coef
	coef  int64  // the number is coef / 10^scale
	scale uint16 // decimals as written: 10.00 has 2
	state decimalState
}

type decimalState uint8

const (
	absent decimalState = iota
	small               // coef and scale hold the number
	large               // text holds the number, coef is not used
	unreadable
)

// maxDigits bounds the length of a number that is read. Longer text is not a number of an invoice, and could cost minutes to compute with.
const maxDigits = 1000

// ParseDecimal reads an xs:decimal: an optional sign, digits, and an optional point with decimals. White space around it is ignored; there is
// no exponent. White space alone gives an absent number. Any other text, and one of more than 1,000 digits, gives a Decimal that is present, keeps
// the text and is not Readable.
func ParseDecimal(text string) Decimal {
	s := trim(text)
	if s == "" {
		return Decimal{}
	}
	d := Decimal{text: text, state: unreadable}
	i, negative := 0, false
	if s[0] == '-' || s[0] == '+' {
		negative = s[0] == '-'
		i = 1
	}
	var coef uint64
	digits, significant, point := 0, 0, -1
	for ; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			digits++
			if significant > 0 || c != '0' {
				significant++
			}
			if significant <= 18 {
				coef = coef*10 + uint64(c-'0')
			}
		case c == '.' && point < 0:
			point = digits
		default:
			return d
		}
	}
	if digits == 0 || digits > maxDigits {
		return d
	}
	if point >= 0 {
		d.scale = uint16(digits - point)
	}
	if significant > 18 {
		d.state = large
		return d
	}
	d.state, d.coef = small, int64(coef)
	if negative {
		d.coef = -d.coef
	}
	return d
}

// NewDecimal returns coef / 10^scale, written with scale decimals: NewDecimal(1999, 2) is 19.99.
func NewDecimal(coef int64, scale uint16) Decimal {
	return Decimal{coef: coef, scale: scale, state: small}
}

// FromDecimal returns d with the decimals it has, at most 10,000; a positive exponent is written out.
func FromDecimal(d decimal.Decimal) Decimal {
	switch {
	case d.Exponent() > 0:
		d = decimal.NewFromBigInt(d.BigInt(), 0)
	case d.Exponent() < -10000:
		d = d.Round(10000)
	}
	coef, scale := d.Coefficient(), uint16(-d.Exponent())
	if coef.IsInt64() && coef.Int64() > -1e18 && coef.Int64() < 1e18 {
		return NewDecimal(coef.Int64(), scale)
	}
	return Decimal{text: d.StringFixed(int32(scale)), scale: scale, state: large}
}

// Decimal returns the number for computing with github.com/shopspring/decimal; 0 if d is absent or not readable.
func (d Decimal) Decimal() decimal.Decimal {
	switch d.state {
	case small:
		return decimal.New(d.coef, -int32(d.scale))
	case large:
		n := new(big.Int)
		n.SetString(strings.Replace(strings.TrimPrefix(trim(d.text), "+"), ".", "", 1), 10)
		return decimal.NewFromBigInt(n, -int32(d.scale))
	}
	return decimal.Decimal{}
}

// Absent reports whether the number is not in the invoice.
func (d Decimal) Absent() bool { return d.state == absent }

// Readable reports whether d is present and a number.
func (d Decimal) Readable() bool { return d.state == small || d.state == large }

// Text returns the text that d was read from, or for a computed number what String returns.
func (d Decimal) Text() string {
	if d.text == "" {
		return d.String()
	}
	return d.text
}

// Scale returns how many decimals d is written with: 2 for 10.00.
func (d Decimal) Scale() int { return int(d.scale) }

// String returns the number as it was read, without white space around it; computed numbers are written with Scale decimals. It is "" if d is
// absent.
func (d Decimal) String() string {
	if d.text != "" || d.state != small {
		return trim(d.text)
	}
	var buf [24]byte
	b := strconv.AppendInt(buf[:0], d.coef, 10)
	if d.scale == 0 {
		return string(b)
	}
	sign := 0
	if b[0] == '-' {
		sign = 1
	}
	whole := len(b) - sign - int(d.scale)
	if whole > 0 {
		return string(b[:sign+whole]) + "." + string(b[sign+whole:])
	}
	return string(b[:sign]) + "0." + strings.Repeat("0", -whole) + string(b[sign:])
}

// Sign returns -1, 0 or 1; 0 if d is absent or not readable.
func (d Decimal) Sign() int {
	if d.state == large {
		return d.Decimal().Sign()
	}
	switch {
	case d.state != small || d.coef == 0:
		return 0
	case d.coef < 0:
		return -1
	}
	return 1
}

// Cmp returns -1, 0 or 1 as d is less than, equal to or greater than e. An absent number counts as 0; neither may be unreadable.
func (d Decimal) Cmp(e Decimal) int {
	if a, b, _, ok := align(d, e); ok {
		switch {
		case a < b:
			return -1
		case a > b:
			return 1
		}
		return 0
	}
	return d.Decimal().Cmp(e.Decimal())
}

// Equal reports whether d and e are the same number, however written, or both absent, or both unreadable with the same text.
func (d Decimal) Equal(e Decimal) bool {
	if d.Readable() && e.Readable() {
		return d.Cmp(e) == 0
	}
	return d.state == e.state && d.text == e.text
}

// Add returns d + e, with the larger of both scales. An absent number counts as 0, and the sum is present. The sum with an unreadable number is
// unreadable.
func (d Decimal) Add(e Decimal) Decimal {
	if u, ok := notNumbers(d, e); ok {
		return u
	}
	if a, b, scale, ok := align(d, e); ok {
		if sum := a + b; sum > -1e18 && sum < 1e18 {
			return NewDecimal(sum, scale)
		}
	}
	return FromDecimal(d.Decimal().Add(e.Decimal())).atScale(max(d.scale, e.scale))
}

// Sub returns d - e by the same rules as Add.
func (d Decimal) Sub(e Decimal) Decimal { return d.Add(e.Neg()) }

// Neg returns -d; an absent number stays absent.
func (d Decimal) Neg() Decimal {
	switch d.state {
	case small:
		return NewDecimal(-d.coef, d.scale)
	case large:
		return FromDecimal(d.Decimal().Neg())
	}
	return d
}

// Mul returns d × e, exactly, by the same rules as Add.
func (d Decimal) Mul(e Decimal) Decimal {
	if u, ok := notNumbers(d, e); ok {
		return u
	}
	if d.state != large && e.state != large {
		hi, lo := bits.Mul64(magnitude(d.coef), magnitude(e.coef))
		if hi == 0 && lo < 1e18 {
			n := int64(lo)
			if d.coef < 0 != (e.coef < 0) {
				n = -n
			}
			return NewDecimal(n, d.scale+e.scale)
		}
	}
	return FromDecimal(d.Decimal().Mul(e.Decimal()))
}

// Div returns d / e with the given number of decimals, halves away from zero. It is unreadable if e is 0 or absent.
func (d Decimal) Div(e Decimal, decimals int) Decimal {
	if u, ok := notNumbers(d, e); ok {
		return u
	}
	if e.Sign() == 0 {
		return Decimal{state: unreadable}
	}
	return FromDecimal(d.Decimal().DivRound(e.Decimal(), int32(decimals))).atScale(uint16(decimals))
}

// RoundXPath returns d with the given number of decimals, computed as floor(d × 10ⁿ + 0.5) / 10ⁿ: the round() of XPath, by which the official
// rules compute. Halves go up: -0.005 becomes 0.00, where commercial rounding gives -0.01.
func (d Decimal) RoundXPath(decimals int) Decimal {
	switch {
	case d.state == absent || d.state == unreadable:
		return d
	case int(d.scale) <= decimals:
		return d.atScale(uint16(decimals))
	case d.state == small && int(d.scale)-decimals <= 18:
		unit := pow10[int(d.scale)-decimals]
		n := d.coef + unit/2
		q := n / unit
		if n%unit < 0 {
			q--
		}
		return NewDecimal(q, uint16(decimals))
	}
	half := decimal.New(5, -int32(decimals)-1)
	return FromDecimal(d.Decimal().Add(half).RoundFloor(int32(decimals))).atScale(uint16(decimals))
}

// Round returns d with the given number of decimals, halves away from zero, as commerce rounds: -0.005 becomes -0.01.
func (d Decimal) Round(decimals int) Decimal {
	if d.Sign() < 0 {
		return d.Neg().RoundXPath(decimals).Neg()
	}
	return d.RoundXPath(decimals)
}

// atScale writes a number with at least the given number of decimals, without changing it.
func (d Decimal) atScale(scale uint16) Decimal {
	if !d.Readable() || d.scale >= scale {
		if d.state == small {
			d.text = ""
		}
		return d
	}
	if by := scale - d.scale; d.state == small && by <= 18 {
		if hi, lo := bits.Mul64(magnitude(d.coef), uint64(pow10[by])); hi == 0 && lo < 1e18 {
			return NewDecimal(d.coef*pow10[by], scale)
		}
	}
	return Decimal{text: d.Decimal().StringFixed(int32(scale)), scale: scale, state: large}
}

// notNumbers returns the result of an operation on a and b if one of them is unreadable.
func notNumbers(a, b Decimal) (Decimal, bool) {
	if a.state == unreadable {
		return a, true
	}
	return b, b.state == unreadable
}

// align returns both numbers as integers of one scale; ok is false if one is too large for that.
func align(d, e Decimal) (a, b int64, scale uint16, ok bool) {
	if d.state == large || e.state == large {
		return 0, 0, 0, false
	}
	scale = max(d.scale, e.scale)
	a, ok1 := d.raise(scale)
	b, ok2 := e.raise(scale)
	return a, b, scale, ok1 && ok2
}

// raise returns the coefficient of d at a scale that is at least its own.
func (d Decimal) raise(scale uint16) (int64, bool) {
	by := scale - d.scale
	if by == 0 || d.coef == 0 {
		return d.coef, true
	}
	if by > 18 {
		return 0, false
	}
	hi, lo := bits.Mul64(magnitude(d.coef), uint64(pow10[by]))
	return d.coef * pow10[by], hi == 0 && lo < 1e18
}

func magnitude(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

var pow10 = [19]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18}
