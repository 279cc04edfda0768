package choruspro

import (
	"time"
	_ "time/tzdata" // so that every machine knows the time in Paris; it costs a process nothing at its start

	"github.com/fxinvoice/fx/en16931"
)

// Today returns the day of a moment in Paris: the day that the portal dates a deposit with.
func Today(now time.Time) en16931.Date {
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil { // a broken file of time zones stands before our own
		paris = time.FixedZone("CET", 60*60)
	}
	return en16931.NewDate(now.In(paris).Date())
}

// later reports whether a day comes after the day of the deposit.
func (c *checker) later(d en16931.Date) (deposit en16931.Date, ok bool) {
	if !c.asOf.Absent() {
		return c.asOf, c.asOf.Readable() && d.Compare(c.asOf) > 0
	}
	now := time.Now()
	// Paris is never behind UTC: most invoices are dated before today there, and time zones need not be looked up.
	if d.Compare(en16931.NewDate(now.UTC().Date())) <= 0 {
		return en16931.Date{}, false
	}
	deposit = Today(now)
	return deposit, d.Compare(deposit) > 0
}
