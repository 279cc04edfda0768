package en16931

import (
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
)

func TestParseDecimal(t *testing.T) {
	for _, c := range []struct {
		text     string
		readable bool
		number   string // exact, as a fraction of big.Rat
		scale    int
		written  string
	}{
		{"0", true, "0", 0, "0"},
		{"10.00", true, "10", 2, "10.00"},
		{" \n-0.50\t", true, "-1/2", 2, "-0.50"},
		{"+1.5", true, "3/2", 1, "+1.5"},
		{".5", true, "1/2", 1, ".5"},
		{"5.", true, "5", 0, "5."},
		{"007.10", true, "71/10", 2, "007.10"},
		{"999999999999999999", true, "999999999999999999", 0, "999999999999999999"},
		{"9999999999999999999", true, "9999999999999999999", 0, "9999999999999999999"},
		{"-123456789012345678901234567890.5", true, "-246913578024691357802469135781/2", 1, "-123456789012345678901234567890.5"},
		{"0.0000000000000000000000001", true, "1/10000000000000000000000000", 25, "0.0000000000000000000000001"},
		{strings.Repeat("9", 1000), true, strings.Repeat("9", 1000), 0, strings.Repeat("9", 1000)},
		{strings.Repeat("9", 1001), false, "", 0, strings.Repeat("9", 1001)},
		{"-", false, "", 0, "-"},
		{".", false, "", 0, "."},
		{"1,5", false, "", 0, "1,5"},
		{"1.2.3", false, "", 0, "1.2.3"},
		{"1e3", false, "", 0, "1e3"},
		{"1 000", false, "", 0, "1 000"},
		{"\u22121", false, "", 0, "\u22121"}, // a minus sign that xs:decimal does not know
		{"\u00a01", false, "", 0, "\u00a01"},
		{"0x10", false, "", 0, "0x10"},
		{"NaN", false, "", 0, "NaN"},
		{"--1", false, "", 0, "--1"},
		{"1-", false, "", 0, "1-"},
	} {
		d := ParseDecimal(c.text)
		if d.Readable() != c.readable || d.Absent() || d.Text() != c.text || d.String() != c.written {
			t.Errorf("%q: readable %t, absent %t, text %q, string %q", c.text, d.Readable(), d.Absent(), d.Text(), d.String())
			continue
		}
		if !c.readable {
			continue
		}
		want, _ := new(big.Rat).SetString(c.number)
		if d.Decimal().Rat().Cmp(want) != 0 || d.Scale() != c.scale {
			t.Errorf("%q: is %s with %d decimals", c.text, d.Decimal(), d.Scale())
		}
	}
}

func TestAbsentIsNotZero(t *testing.T) {
	var absent Decimal
	zero := ParseDecimal("0.00")
	if !absent.Absent() || zero.Absent() || absent.Equal(zero) || absent.String() != "" || zero.String() != "0.00" {
		t.Error("an absent number and a present zero are not told apart")
	}
	if blank := ParseDecimal(" \n"); !blank.Absent() {
		t.Errorf("white space is %q", blank)
	}
	if sum := absent.Add(absent); sum.Absent() || sum.Sign() != 0 {
		t.Errorf("the sum of nothing is %q", sum)
	}
}

// TestArithmetic compares every operation with exact fractions, where integers carry and where they do not.
func TestArithmetic(t *testing.T) {
	texts := []string{"0", "1", "-1", "0.005", "-0.005", "2.345", "-2.345", "100.00", "33.33", "-0.01", "999999999999999999", "-999999999999999999",
		"123456789.123456789", "99999999999999999999999.99", "-99999999999999999999999.995", "0.0000000000000000000000001", "+3.50", "000.5"}
	rat := func(s string) *big.Rat { r, _ := new(big.Rat).SetString(strings.TrimPrefix(s, "+")); return r }
	for _, x := range texts {
		a := ParseDecimal(x)
		for places := range 4 {
			unit := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
			scaled := new(big.Rat).Mul(rat(x), unit)
			up := new(big.Rat).Add(scaled, big.NewRat(1, 2))
			floor := new(big.Int).Div(up.Num(), up.Denom()) // rounds towards minus infinity for a positive divisor
			want := new(big.Rat).Quo(new(big.Rat).SetInt(floor), unit)
			got := a.RoundXPath(places)
			if rat(got.String()).Cmp(want) != 0 || got.Scale() < places {
				t.Errorf("RoundXPath(%s, %d) = %s, want %s", x, places, got, want.FloatString(places))
			}
			half := decimal.RequireFromString(strings.TrimPrefix(x, "+")).Round(int32(places))
			if got := a.Round(places); rat(got.String()).Cmp(half.Rat()) != 0 {
				t.Errorf("Round(%s, %d) = %s, want %s", x, places, got, half)
			}
		}
		for _, y := range texts {
			b := ParseDecimal(y)
			for op, pair := range map[string][2]*big.Rat{
				"+": {rat(a.Add(b).String()), new(big.Rat).Add(rat(x), rat(y))},
				"-": {rat(a.Sub(b).String()), new(big.Rat).Sub(rat(x), rat(y))},
				"*": {rat(a.Mul(b).String()), new(big.Rat).Mul(rat(x), rat(y))},
			} {
				if pair[0].Cmp(pair[1]) != 0 {
					t.Errorf("%s %s %s = %s, want %s", x, op, y, pair[0], pair[1])
				}
			}
			if a.Cmp(b) != rat(x).Cmp(rat(y)) || a.Equal(b) != (rat(x).Cmp(rat(y)) == 0) {
				t.Errorf("%s compared with %s: %d", x, y, a.Cmp(b))
			}
			if want := max(a.Scale(), b.Scale()); a.Add(b).Scale() != want {
				t.Errorf("%s + %s has %d decimals, want %d", x, y, a.Add(b).Scale(), want)
			}
		}
	}
	if q := ParseDecimal("1").Div(ParseDecimal("3"), 4); q.String() != "0.3333" {
		t.Errorf("1 / 3 = %s", q)
	}
	if q := ParseDecimal("1").Div(ParseDecimal("0"), 2); q.Readable() || q.String() != "" {
		t.Errorf("1 / 0 = %s", q)
	}
	if bad := ParseDecimal("1,5"); bad.Add(NewDecimal(1, 0)).Readable() || NewDecimal(1, 0).Mul(bad).Readable() {
		t.Error("an operation with an unreadable number gives a number")
	}
}

func TestDecimalString(t *testing.T) {
	for _, c := range []struct {
		d    Decimal
		want string
	}{
		{NewDecimal(1999, 2), "19.99"}, {NewDecimal(-5, 2), "-0.05"}, {NewDecimal(0, 2), "0.00"}, {NewDecimal(-123, 0), "-123"},
		{FromDecimal(decimal.New(12, 3)), "12000"}, {FromDecimal(decimal.RequireFromString("-0.10")), "-0.10"},
		{FromDecimal(decimal.RequireFromString("12345678901234567890.10")), "12345678901234567890.10"},
	} {
		if got := c.d.String(); got != c.want {
			t.Errorf("got %s, want %s", got, c.want)
		}
	}
}

func TestBinaryObject(t *testing.T) {
	b := NewBinaryObject([]byte("hello"), "text/plain", "a.txt")
	if out, err := b.Bytes(); err != nil || string(out) != "hello" || b.Base64() != "aGVsbG8=" {
		t.Errorf("%q, %v, %q", out, err, b.Base64())
	}
	for text, readable := range map[string]bool{
		"aGVs\n bG8=": true, "": true, "aGVsbG8": false, "aGVsbG9=": false, "a===": false, "aG=s": false, "2023-02-29": false,
		"AA==": true, "AB==": false, "AAA=": true, "AAB=": false, "AAAA====": false,
	} {
		var b BinaryObject
		b.SetBase64(text)
		if b.Readable() != readable {
			t.Errorf("%q is base64: %t", text, !readable)
		}
	}
}
