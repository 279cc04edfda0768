package choruspro

import (
	"maps"
	"slices"
)

// StateSIRET is the SIRET of the State, one recipient for all ministries.
const StateSIRET = "11000201100044"

// Recipient is what a recipient of invoices demands, as its entry in Chorus Pro's directory says.
type Recipient struct {
	SIRET               string
	Name                string // only for messages; may be empty
	ServiceRequired     bool   // BT-10 is demanded
	EngagementRequired  bool   // BT-13 is demanded
	ServiceOrEngagement bool   // one of the two is demanded
	Services            []Service
}

// Service is a service of a recipient.
type Service struct {
	Code               string
	Name               string
	Active             bool
	EngagementRequired bool // BT-13 is demanded for this service
}

// service returns the service of a code, capitals counting.
func (r *Recipient) service(code string) (Service, bool) {
	for _, s := range r.Services {
		if s.Code == code {
			return s, true
		}
	}
	return Service{}, false
}

// Recipients are recipients by their SIRET. A nil *Recipients knows those of the portal's qualification platform; the State is none of them: its
// demands are rules of their own, unless the user has an entry for it. ReadRecipients adds what the user knows.
type Recipients struct {
	user map[string]Recipient
}

// qualification are the public recipients of the qualification platform.
var qualification = [...]Recipient{
	{SIRET: "12345678200051"},
	{SIRET: "12345678200036", EngagementRequired: true},
	{SIRET: "12345678200028", ServiceRequired: true},
	{SIRET: "12345678200044", ServiceRequired: true, EngagementRequired: true},
}

// Recipient returns what is known about the recipient with a SIRET; ok is false if that is nothing. An entry of the user replaces one that is
// built in.
func (r *Recipients) Recipient(siret string) (found Recipient, ok bool) {
	if r.stated(siret) {
		return r.user[siret], true
	}
	for _, q := range qualification {
		if q.SIRET == siret {
			return q, true
		}
	}
	return Recipient{}, false
}

// stated reports whether the user has an entry for a SIRET.
func (r *Recipients) stated(siret string) bool {
	if r == nil {
		return false
	}
	_, ok := r.user[siret]
	return ok
}

// All returns the user's recipients in the order of their SIRETs.
func (r *Recipients) All() []Recipient {
	if r == nil {
		return nil
	}
	all := make([]Recipient, 0, len(r.user))
	for _, siret := range slices.Sorted(maps.Keys(r.user)) {
		all = append(all, r.user[siret])
	}
	return all
}
