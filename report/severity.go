package report

import "fmt"

// Severity says how much a finding matters. The zero value is Error, so that
// what nobody classed cannot pass unnoticed. JSON writes the words of String.
type Severity uint8

// The severities, worst first. Only an Error makes an invoice invalid.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns "error", "warning" or "info".
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	case Info:
		return "info"
	}
	return fmt.Sprintf("severity(%d)", uint8(s))
}

// MarshalText returns String; it fails on a value that is none of the three.
func (s Severity) MarshalText() ([]byte, error) {
	if s > Info {
		return nil, fmt.Errorf("report: unknown severity %d", uint8(s))
	}
	return []byte(s.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (s *Severity) UnmarshalText(b []byte) error {
	for _, known := range []Severity{Error, Warning, Info} {
		if string(b) == known.String() {
			*s = known
			return nil
		}
	}
	return fmt.Errorf("report: unknown severity %q", b)
}
