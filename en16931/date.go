package en16931

import (
	"fmt"
	"time"
)

// Date is a calendar day. It keeps the text that it was read from. The zero value means absent.
type Date struct {
	text       string
	year       int16 // 0: not a day of the calendar
	month, day uint8
}

// NewDate returns the day y-m-d. It is unreadable (see Readable) if the calendar has no such day or the year is outside 1 to 9999.
func NewDate(y int, m time.Month, d int) Date {
	date := Date{text: fmt.Sprintf("%04d-%02d-%02d", y, int(m), d)}
	date.set(y, int(m), d)
	return date
}

// ParseDate reads YYYY-MM-DD, with an optional time zone, which is kept in Text and means nothing here (xs:date, as UBL writes it).
// White space around it is ignored, and alone gives an absent Date. Anything else gives a Date that is not Readable and keeps the text.
func ParseDate(text string) Date {
	s := trim(text)
	if s == "" {
		return Date{}
	}
	date := Date{text: text}
	if len(s) < 10 || s[4] != '-' || s[7] != '-' || !validZone(s[10:]) {
		return date
	}
	y, ok1 := digits(s[:4])
	m, ok2 := digits(s[5:7])
	d, ok3 := digits(s[8:10])
	if ok1 && ok2 && ok3 {
		date.set(y, m, d)
	}
	return date
}

// ParseDate102 reads YYYYMMDD, the format 102 of UNTDID 2379, as CII writes it. White space around it is ignored. Anything else gives a Date
// that is not Readable and keeps the text.
func ParseDate102(text string) Date {
	s := trim(text)
	if s == "" {
		return Date{}
	}
	date := Date{text: text}
	if len(s) != 8 {
		return date
	}
	if n, ok := digits(s); ok {
		date.set(n/10000, n/100%100, n%100)
	}
	return date
}

// UnreadableDate keeps a text that its syntax does not allow to be read as a date, such as one in a format that nobody declared.
func UnreadableDate(text string) Date { return Date{text: text} }

func (d *Date) set(y, m, day int) {
	if y >= 1 && y <= 9999 && m >= 1 && m <= 12 && day >= 1 && day <= daysIn(y, m) {
		d.year, d.month, d.day = int16(y), uint8(m), uint8(day)
	}
}

// Absent reports whether the date is not in the invoice.
func (d Date) Absent() bool { return d.text == "" }

// Readable reports whether d is a day of the calendar.
func (d Date) Readable() bool { return d.year != 0 }

// Text returns the text that d was read from.
func (d Date) Text() string { return d.text }

// String returns YYYY-MM-DD, or the text if it could not be read.
func (d Date) String() string {
	if !d.Readable() {
		return d.text
	}
	b := [10]byte{4: '-', 7: '-'}
	put := func(at, n, width int) {
		for i := at + width - 1; i >= at; i-- {
			b[i] = byte('0' + n%10)
			n /= 10
		}
	}
	put(0, int(d.year), 4)
	put(5, int(d.month), 2)
	put(8, int(d.day), 2)
	return string(b[:])
}

// Time returns midnight UTC of the day; ok is false if d is absent or not readable.
func (d Date) Time() (t time.Time, ok bool) {
	if !d.Readable() {
		return time.Time{}, false
	}
	return time.Date(int(d.year), time.Month(d.month), int(d.day), 0, 0, 0, 0, time.UTC), true
}

// Compare returns -1, 0 or 1 as d lies before, on or after e. Both must be Readable.
func (d Date) Compare(e Date) int {
	n := func(x Date) int { return int(x.year)*10000 + int(x.month)*100 + int(x.day) }
	switch a, b := n(d), n(e); {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// Equal reports whether both are the same day, both absent, or both unreadable with the same text.
func (d Date) Equal(e Date) bool {
	if d.Readable() && e.Readable() {
		return d.Compare(e) == 0
	}
	return d.text == e.text
}

func digits(s string) (n int, ok bool) {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, true
}

// validZone reports whether s is empty or a time zone of XML Schema: Z, or a sign and hh:mm up to 14:00.
func validZone(s string) bool {
	if s == "" || s == "Z" {
		return true
	}
	if len(s) != 6 || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return false
	}
	h, ok1 := digits(s[1:3])
	m, ok2 := digits(s[4:6])
	return ok1 && ok2 && (h < 14 && m < 60 || h == 14 && m == 0)
}

func daysIn(y, m int) int {
	switch m {
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}
