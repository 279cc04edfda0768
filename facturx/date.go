package facturx

import (
	"strings"
	"time"
)

// Date is a date as a PDF writes it, D:20260131120000+01'00'. Text is empty where there is none; Time is zero where Text is no date.
type Date struct {
	Text string
	Time time.Time
}

// readDate reads a date (ISO 32000-1, 7.9.4). Everything behind the year may be missing; without a zone it is read as UTC.
func readDate(text string) Date {
	d := Date{Text: text}
	s := strings.TrimPrefix(text, "D:")
	zone := time.UTC
	if i := strings.IndexAny(s, "+-Zz"); i >= 0 {
		offset, ok := readZone(s[i:])
		if !ok {
			return d
		}
		if offset != 0 {
			zone = time.FixedZone("", offset)
		}
		s = s[:i]
	}
	const layout = "20060102150405"
	if len(s) < 4 || len(s) > len(layout) || len(s)%2 != 0 {
		return d
	}
	if t, err := time.ParseInLocation(layout[:len(s)], s, zone); err == nil {
		d.Time = t
	}
	return d
}

// readZone reads +01'00', +01'00, +0100, +01 or Z, in seconds east.
func readZone(s string) (seconds int, ok bool) {
	sign := 1
	switch s[0] {
	case '-':
		sign = -1
	case 'Z', 'z':
		sign = 0
	}
	digits := strings.ReplaceAll(s[1:], "'", "")
	if sign == 0 && digits == "" {
		return 0, true
	}
	if len(digits) == 2 {
		digits += "00"
	}
	if len(digits) != 4 || strings.Trim(digits, "0123456789") != "" {
		return 0, false
	}
	hours, minutes := int(digits[0]-'0')*10+int(digits[1]-'0'), int(digits[2]-'0')*10+int(digits[3]-'0')
	return sign * (hours*3600 + minutes*60), hours < 24 && minutes < 60
}
