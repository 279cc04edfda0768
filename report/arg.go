package report

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Arg fills the placeholder of its name in a [Text]. What its value is says how
// it is printed:
//
//	string    quoted from the file: as it stands, cut after 200 characters
//	[]string  a list of such: "a, b and c", « a, b et c », cut after 20 items
//	Number    a decimal, grouped as the language groups it
//	int       the same; pass what only looks like a number (a year, an identifier) as a string
//	Date      as the language writes dates
//	Text      in the language; its own placeholders are not filled, see [Text.With]
type Arg struct {
	Name  string
	Value any
}

// A returns the argument name with its value.
func A(name string, value any) Arg { return Arg{Name: name, Value: value} }

// Number is a decimal as machines write it, such as "-1234.50". English prose
// prints -1,234.50, French prose -1 234,50 with narrow no-break spaces. Digits
// are neither added nor removed. What is not such a decimal prints as it stands.
type Number string

// Date is a day as ISO 8601 writes it, such as "2026-01-31". English prose
// prints it so, French prose 31/01/2026. What is not such a day prints as it
// stands.
type Date string

// Values quoted from a file may be as long as the file; a message is not.
const (
	maxQuoted = 200 // characters
	maxListed = 20  // items
)

func find(args []Arg, name string) (Arg, bool) {
	for _, a := range args {
		if a.Name == name {
			return a, true
		}
	}
	return Arg{}, false
}

func (a Arg) in(lang Lang) string {
	switch v := a.Value.(type) {
	case string:
		return cut(v, maxQuoted)
	case []string:
		return list(lang, v)
	case Number:
		return cut(decimal(lang, string(v)), maxQuoted)
	case int:
		return decimal(lang, strconv.Itoa(v))
	case Date:
		return cut(day(lang, string(v)), maxQuoted)
	case Text:
		return v.In(lang)
	}
	return cut(fmt.Sprint(a.Value), maxQuoted)
}

// validate reports a value of a kind that no language rule covers.
func (a Arg) validate() error {
	switch v := a.Value.(type) {
	case string, []string, Number, int, Date:
		return nil
	case Text:
		names, err := v.names()
		if err == nil && len(names) > 0 {
			err = fmt.Errorf("argument %s is a text with open placeholders %v", a.Name, names)
		}
		return err
	}
	return fmt.Errorf("argument %s is a %T", a.Name, a.Value)
}

// cut returns s, or its first n characters and an ellipsis.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	end := 0
	for range n {
		if end == len(s) {
			return s
		}
		_, size := utf8.DecodeRuneInString(s[end:])
		end += size
	}
	if end == len(s) {
		return s
	}
	return s[:end] + "…"
}

// list joins items as the language does.
func list(lang Lang, items []string) string {
	var last string
	shown := items
	if len(items) > maxListed {
		shown = items[:maxListed]
		last = wordMore.in(lang, len(items)-maxListed)
	} else if len(items) > 1 {
		shown = items[:len(items)-1]
		last = cut(items[len(items)-1], maxQuoted)
	}
	var b strings.Builder
	for i, item := range shown {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(cut(item, maxQuoted))
	}
	if last != "" || len(items) > len(shown) {
		b.WriteString(wordAnd.In(lang))
		b.WriteString(last)
	}
	return b.String()
}

// decimal groups a machine decimal for prose.
func decimal(lang Lang, s string) string {
	sign, digits := "", s
	if strings.HasPrefix(s, "-") {
		sign, digits = "-", s[1:]
	}
	whole, fraction, hasPoint := strings.Cut(digits, ".")
	if !allDigits(whole) || hasPoint && !allDigits(fraction) {
		return s
	}
	group, point := ",", "."
	if lang == FR {
		group, point = "\u202f", ","
	}
	var b strings.Builder
	b.WriteString(sign)
	for i := range len(whole) {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteByte(whole[i])
	}
	if hasPoint {
		b.WriteString(point + fraction)
	}
	return b.String()
}

func day(lang Lang, s string) string {
	if lang != FR || len(s) != len("2006-01-02") || s[4] != '-' || s[7] != '-' ||
		!allDigits(s[:4]+s[5:7]+s[8:]) {
		return s
	}
	return s[8:] + "/" + s[5:7] + "/" + s[:4]
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
