package en16931

import "testing"

func TestParseDate(t *testing.T) {
	for text, want := range map[string]string{
		"2026-01-31": "2026-01-31", " 2024-02-29\n": "2024-02-29", "2026-01-31Z": "2026-01-31", "2026-01-31+14:00": "2026-01-31",
		"2026-02-29": "", "2026-13-01": "", "2026-00-10": "", "2026-01-32": "", "1900-02-29": "", "20260131": "", "2026-1-1": "",
		"2026-01-31+14:01": "", "2026-01-31 12:00": "", "0000-01-01": "", "12026-01-01": "", "x": "",
	} {
		check(t, "YYYY-MM-DD", ParseDate(text), text, want)
	}
	for text, want := range map[string]string{
		"20260131": "2026-01-31", "\t20240229 ": "2024-02-29", "20230229": "", "2026-01-31": "", "202601": "", "202601310": "", "2026013x": "", "00000000": "",
	} {
		check(t, "YYYYMMDD", ParseDate102(text), text, want)
	}
}

func check(t *testing.T, format string, d Date, text, want string) {
	t.Helper()
	if want == "" {
		if d.Readable() || d.Absent() || d.String() != text {
			t.Errorf("%s %q: read as %s", format, text, d)
		}
		return
	}
	if !d.Readable() || d.String() != want || d.Text() != text {
		t.Errorf("%s %q: %s, readable %t", format, text, d, d.Readable())
	}
}

func TestDateOrder(t *testing.T) {
	a, b := NewDate(2026, 1, 31), ParseDate("2026-02-01Z")
	if a.Compare(b) != -1 || b.Compare(a) != 1 || a.Compare(ParseDate102("20260131")) != 0 || !a.Equal(ParseDate102("20260131")) || a.Equal(b) {
		t.Error("dates are not in order")
	}
	if NewDate(2026, 2, 30).Readable() || !(Date{}).Absent() || !(Date{}).Equal(Date{}) || (Date{}).Equal(a) {
		t.Error("no such day, or no day at all")
	}
	if at, ok := a.Time(); !ok || at.Format("2006-01-02") != "2026-01-31" {
		t.Errorf("Time is %v", at)
	}
}
