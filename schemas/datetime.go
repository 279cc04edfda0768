package schemas

import "strings"

// Dates and times as XML Schema 1.0 (second edition) wants them: no year 0000, no leap second, 24:00:00 for
// the end of a day, a time zone of at most 14 hours.

func isDate(s string) bool {
	s, ok := cutZone(s)
	return ok && dateOnly(s)
}

func isDateTime(s string) bool {
	day, clock, found := strings.Cut(s, "T")
	clock, ok := cutZone(clock)
	return found && ok && dateOnly(day) && clockOnly(clock)
}

func isTime(s string) bool {
	s, ok := cutZone(s)
	return ok && clockOnly(s)
}

func dateOnly(s string) bool {
	year, rest, ok := cutYear(s)
	if !ok || len(rest) != len("-MM-DD") || rest[0] != '-' || rest[3] != '-' {
		return false
	}
	month, day := two(rest[1:3]), two(rest[4:6])
	return month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

// cutYear takes the year off the front. What it gives is good for leap years only: the sign is dropped, and
// long years are cut down by a multiple of 400.
func cutYear(s string) (year int, rest string, ok bool) {
	s = strings.TrimPrefix(s, "-")
	n := 0
	for n < len(s) && digit(s[n]) {
		year = (year*10 + int(s[n]-'0')) % 400000
		n++
	}
	switch {
	case n < 4, n > 4 && s[0] == '0', strings.Trim(s[:n], "0") == "":
		return 0, "", false
	}
	return year, s[n:], true
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// two reads two digits, or gives -1.
func two(s string) int {
	if len(s) != 2 || !digit(s[0]) || !digit(s[1]) {
		return -1
	}
	return int(s[0]-'0')*10 + int(s[1]-'0')
}

func clockOnly(s string) bool {
	if len(s) < len("hh:mm:ss") || s[2] != ':' || s[5] != ':' {
		return false
	}
	hour, minute, second := two(s[:2]), two(s[3:5]), two(s[6:8])
	fraction := s[8:]
	if fraction != "" && (fraction[0] != '.' || !allDigits(fraction[1:])) {
		return false
	}
	if hour == 24 {
		return minute == 0 && second == 0 && strings.Trim(fraction, ".0") == ""
	}
	return hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60
}

// cutZone takes an optional time zone off the end.
func cutZone(s string) (rest string, ok bool) {
	if strings.HasSuffix(s, "Z") {
		return s[:len(s)-1], true
	}
	n := len(s) - len("+hh:mm")
	if n < 0 || s[n+3] != ':' || s[n] != '+' && s[n] != '-' {
		return s, true
	}
	hour, minute := two(s[n+1:n+3]), two(s[n+4:])
	if hour < 0 || minute < 0 {
		return s, true // the end of a time without a zone, or nothing at all
	}
	return s[:n], hour < 14 && minute < 60 || hour == 14 && minute == 0
}

func isPartialDate(value typeID, s string) bool {
	s, ok := cutZone(s)
	if !ok {
		return false
	}
	switch value {
	case xsGYear:
		_, rest, ok := cutYear(s)
		return ok && rest == ""
	case xsGYearMonth:
		_, rest, ok := cutYear(s)
		return ok && len(rest) == 3 && rest[0] == '-' && inRange(rest[1:], 1, 12)
	case xsGMonthDay:
		if len(s) != len("--MM-DD") || s[:2] != "--" || s[4] != '-' || !inRange(s[2:4], 1, 12) {
			return false
		}
		return inRange(s[5:], 1, daysIn(2000, two(s[2:4])))
	case xsGDay:
		return len(s) == len("---DD") && s[:3] == "---" && inRange(s[3:], 1, 31)
	}
	return len(s) == len("--MM") && s[:2] == "--" && inRange(s[2:], 1, 12)
}

func inRange(s string, low, high int) bool {
	v := two(s)
	return v >= low && v <= high
}

func isDuration(s string) bool {
	s = strings.TrimPrefix(s, "-")
	if !strings.HasPrefix(s, "P") {
		return false
	}
	day, clock, hasClock := strings.Cut(s[1:], "T")
	anyDay, ok := fieldsOf(day, "YMD", false)
	if !ok {
		return false
	}
	anyClock, ok := fieldsOf(clock, "HMS", true)
	return ok && anyClock == hasClock && (anyDay || anyClock)
}

// fieldsOf reads numbers that are each followed by one of units, in that order. The last unit may have a
// fraction.
func fieldsOf(s, units string, fraction bool) (some, ok bool) {
	for s != "" {
		n := 0
		for n < len(s) && digit(s[n]) {
			n++
		}
		point := false
		if n > 0 && n < len(s) && s[n] == '.' && fraction {
			point = true
			start := n + 1
			for n = start; n < len(s) && digit(s[n]); n++ {
			}
			if n == start {
				return false, false
			}
		}
		if n == 0 || n == len(s) {
			return false, false
		}
		i := strings.IndexByte(units, s[n])
		if i < 0 || point && s[n] != 'S' {
			return false, false
		}
		units, s, some = units[i+1:], s[n+1:], true
	}
	return some, true
}
