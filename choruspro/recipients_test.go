package choruspro_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/choruspro"
	"github.com/fxinvoice/fx/report"
)

func TestReadRecipients(t *testing.T) {
	const file = `# A remark.
[[recipient]]
siret = "12345678200028" # replaces a built-in one
name = "Ville d'exemple"
service_or_engagement = true
services = [
  { code = "FINANCES", name = "Direction des finances" },
  { code = "TRAVAUX", active = true, engagement_required = true },
]

[[recipient]]
siret = '21840277400010'
service_required = true
engagement_required = false

[[recipient.services]]
code = "ARCHIVES"
active = false
`
	for _, test := range []struct{ name, file string }{
		{"as it is", file},
		{"with a byte-order mark", "\uFEFF" + file},
		{"with the line ends of Windows", strings.ReplaceAll(file, "\n", "\r\n")},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := choruspro.ReadRecipients(strings.NewReader(test.file))
			if err != nil {
				t.Fatal(err)
			}
			want := []choruspro.Recipient{
				{SIRET: "12345678200028", Name: "Ville d'exemple", ServiceOrEngagement: true, Services: []choruspro.Service{
					{Code: "FINANCES", Name: "Direction des finances", Active: true}, {Code: "TRAVAUX", Active: true, EngagementRequired: true}}},
				{SIRET: "21840277400010", ServiceRequired: true, Services: []choruspro.Service{{Code: "ARCHIVES"}}},
			}
			if diff := cmp.Diff(want, r.All()); diff != "" {
				t.Error(diff)
			}
			if city, ok := r.Recipient("12345678200028"); !ok || city.ServiceRequired {
				t.Errorf("%v %+v", ok, city)
			}
			if both, ok := r.Recipient("12345678200044"); !ok || !both.ServiceRequired || !both.EngagementRequired {
				t.Errorf("%v %+v", ok, both)
			}
			if _, ok := r.Recipient("21840277400028"); ok {
				t.Error("nobody knows this one")
			}
		})
	}
	if empty, err := choruspro.ReadRecipients(strings.NewReader("")); err != nil || len(empty.All()) > 0 {
		t.Errorf("an empty file: %v %v", empty, err)
	}
}

func TestReadRecipientsRefuses(t *testing.T) {
	const head = "[[recipient]]\nsiret = \"21840277400010\"\n"
	for _, test := range []struct {
		name, file string
		line       int
		key        string
		want       string // in the English message
	}{
		{"an unknown key", head + "mail = \"a@b.example\"\n", 3, "mail", "no such key; the keys are siret,"},
		{"an unknown key of a service", head + "services = [\n  { code = \"A\" },\n  { code = \"B\", chef = true },\n]\n", 5, "services.chef", "the keys are code,"},
		{"an unknown key of a service's table", head + "[[recipient.services]]\ncode = \"A\"\nsiret = \"1\"\n", 5, "services.siret", "no such key"},
		{"another table", head + "[other]\nx = 1\n", 3, "other", "no such table"},
		{"one recipient", "[recipient]\nsiret = \"21840277400010\"\n", 1, "recipient", "no such table"},
		{"another list of tables", head + "\n[[receiver]]\n", 4, "receiver", "no such table"},
		{"services of nobody", "[[recipient.services]]\ncode = \"A\"\n", 1, "recipient.services", "no such table"},
		{"a key before all", "siret = \"21840277400010\"\n", 1, "siret", "before the first [[recipient]]"},
		{"a dotted key", head + "services.code = \"A\"\n", 3, "services.code", "no such key"},
		{"a key twice", head + "name = \"A\"\nname = \"B\"\n", 4, "name", "twice"},
		{"a key of a service twice", head + "services = [{ code = \"A\", code = \"B\" }]\n", 3, "services.code", "twice"},
		{"services twice", head + "services = []\n[[recipient.services]]\ncode = \"A\"\n", 4, "services", "twice"},
		{"a number for a SIRET", "[[recipient]]\nsiret = 21840277400010\n", 2, "siret", "put it between double quotes"},
		{"true for a name", head + "name = true\n", 3, "name", "text between double quotes"},
		{"a text for true", head + "service_required = \"true\"\n", 3, "service_required", "true or false"},
		{"a number for true", head + "services = [{ code = \"A\", active = 1 }]\n", 3, "services.active", "true or false"},
		{"a text for services", head + "services = \"A\"\n", 3, "services", `[ { code = "TRAVAUX" } ]`},
		{"texts for services", head + "services = [ \"A\" ]\n", 3, "services", "list of tables"},
		{"13 digits", "[[recipient]]\nsiret = \"2184027740001\"\n", 2, "siret", "“2184027740001” is no SIRET"},
		{"spaces", "[[recipient]]\nsiret = \"218 402 774 00010\"\n", 2, "siret", "is no SIRET"},
		{"digits of another script", "[[recipient]]\nsiret = \"٢١٨٤٠٢٧٧٤٠٠٠١٠\"\n", 2, "siret", "is no SIRET"},
		{"no SIRET", head + "\n[[recipient]]\nname = \"A\"\n[[recipient]]\nsiret = \"21840277400028\"\n", 4, "siret", "has no SIRET"},
		{"no SIRET in the last one", "[[recipient]]\n[[recipient.services]]\ncode = \"A\"\n", 1, "siret", "has no SIRET"},
		{"a SIRET twice", head + "\n[[recipient]]\nsiret = \"21840277400010\"\n", 5, "siret", "21840277400010 stands on line 2 already"},
		{"a service twice", head + "services = [\n  { code = \"A\" },\n  { code = \"A\" },\n]\n", 5, "services.code", "A stands on line 4 already"},
		{"a service twice, in tables", head + "[[recipient.services]]\ncode = \"A\"\n[[recipient.services]]\ncode = \"A\"\n", 6, "services.code", "A stands on line 4 already"},
		{"a service without a code", head + "services = [ { name = \"A\" } ]\n", 3, "services.code", "has no code"},
		{"a table of a service without a code", head + "[[recipient.services]]\nname = \"A\"\n[[recipient.services]]\ncode = \"A\"\n", 3, "services.code", "has no code"},
		{"an empty code", head + "services = [ { code = \" \" } ]\n", 3, "services.code", "has no code"},
		{"no TOML", head + "name = Ville\n", 3, "", "“name = Ville” cannot be read as TOML"},
		{"an open text", head + "name = \"Ville\n", 3, "", "the file ends before"},
		{"an open list", head + "services = [\n  { code = \"A\" },\n", 4, "", "the file ends before"},
		{"another format", "{\"recipient\": []}", 1, "", "cannot be read as TOML"},
		{"UTF-16", "\xff\xfe[\x00[\x00", 1, "", "UTF-8"},
		{"Latin-1", head + "name = \"Ch\xe2teau\"\n", 3, "", "UTF-8"},
		{"a zero byte", head + "name = \"A\x00\"\n", 3, "", "UTF-8"},
		{"deep", head + "services = " + strings.Repeat("[", 1_000_000), 3, "", "cannot be read as TOML"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := choruspro.ReadRecipients(strings.NewReader(test.file))
			var refused *choruspro.RecipientsError
			if !errors.As(err, &refused) || r != nil {
				t.Fatalf("%v, %v", r, err)
			}
			if refused.Line != test.line || refused.Key != test.key || !strings.Contains(refused.In(report.EN), test.want) {
				t.Errorf("line %d, key %q: %s; want line %d, key %q: %s", refused.Line, refused.Key, err, test.line, test.key, test.want)
			}
			if refused.Message.Validate() != nil || refused.In(report.EN) == refused.In(report.FR) || len(refused.Error()) > 500 {
				t.Errorf("%q, %q", refused.In(report.EN), refused.In(report.FR))
			}
		})
	}
}

func TestRecipientsErrorText(t *testing.T) {
	_, err := choruspro.ReadRecipients(strings.NewReader("[[recipient]]\nsiret = \"1\"\n"))
	var refused *choruspro.RecipientsError
	if !errors.As(err, &refused) {
		t.Fatal(err)
	}
	for lang, want := range map[report.Lang]string{
		report.EN: "line 2: siret: “1” is no SIRET, which has 14 digits",
		report.FR: "ligne 2 : siret : « 1 » n'est pas un SIRET, qui compte 14 chiffres",
	} {
		if have := refused.In(lang); have != want {
			t.Errorf("%s, want %s", have, want)
		}
	}
}

func TestReadRecipientsFails(t *testing.T) {
	broken := errors.New("broken")
	_, err := choruspro.ReadRecipients(iotest.ErrReader(broken))
	var refused *choruspro.RecipientsError
	if !errors.Is(err, broken) || errors.As(err, &refused) {
		t.Errorf("%v", err)
	}
	_, err = choruspro.ReadRecipients(io.LimitReader(forever{}, 1<<40))
	if !errors.As(err, &refused) || !strings.Contains(err.Error(), "64 MB") {
		t.Errorf("%v", err)
	}
}

// forever is a file without an end.
type forever struct{}

func (forever) Read(p []byte) (int, error) { return copy(p, bytes.Repeat([]byte("#"), len(p))), nil }

func FuzzReadRecipients(f *testing.F) {
	f.Add([]byte("[[recipient]]\nsiret = \"12345678200028\"\nservices = [\n  { code = \"A\", active = true },\n]\n[[recipient.services]]\n"))
	f.Add([]byte("a.b.'c' = [[1, 2.5], {x = 1979-05-27}]\n[[recipient]]\n[x]\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, err := choruspro.ReadRecipients(bytes.NewReader(data))
		var refused *choruspro.RecipientsError
		switch {
		case err == nil:
			for _, one := range r.All() {
				if len(one.SIRET) != 14 {
					t.Errorf("%+v", one)
				}
			}
		case !errors.As(err, &refused):
			t.Error(err)
		case refused.Line > 1+bytes.Count(data, []byte("\n")) || refused.Line < 0:
			t.Errorf("line %d", refused.Line)
		}
	})
}
