package main

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/fxinvoice/fx/report"
)

func TestArrange(t *testing.T) {
	for _, test := range []struct {
		name, args, want, err string
	}{
		{"nothing", "", "fx help --", ""},
		{"flags behind", "check a.xml --full --lang fr", "fx check --full --lang=fr -- a.xml", ""},
		{"flags before", "--lang fr --full check a.xml", "fx check --lang=fr --full -- a.xml", ""},
		{"flags between", "check a.xml --format=json b.xml", "fx check --format=json -- a.xml b.xml", ""},
		{"an empty value", "check --profile= a.xml", "fx check --profile= -- a.xml", ""},
		{"a value that begins with a dash", "check --max-per-rule -1 a.xml", "fx check --max-per-rule=-1 -- a.xml", ""},
		{"a short flag", "convert a.xml -o b.xml --to cii", "fx convert --output=b.xml --to=cii -- a.xml", ""},
		{"a short flag with its value", "convert -o=- a.xml", "fx convert --output=- -- a.xml", ""},
		{"a short flag for a value", "convert a.xml --to -o b.xml", "", "--to needs a value"},
		{"a short flag without its value", "convert a.xml -o", "", "--output needs a value"},
		{"another verb's short flag", "check a.xml -o b.xml", "", "fx check has no flag --output"},
		{"standard input", "check - --full", "fx check --full -- -", ""},
		{"end of the flags", "check --full -- --lang -", "fx check --full -- --lang -", ""},
		{"end of the flags before the verb", "-- check a.xml", "fx check -- a.xml", ""},
		{"help of a verb", "check a.xml -h --lang fr", "fx help -- check", ""},
		{"help", "--help", "fx help --", ""},
		{"version", "--version", "fx version --", ""},
		{"unknown flag", "check --ful", "", "unknown flag --ful"},
		{"one dash", "check -full", "", "unknown flag -full"},
		{"unknown verb", "ceck a.xml", "", `fx has no verb "ceck"`},
		{"help of an unknown verb", "ceck --help", "", `fx has no verb "ceck"`},
		{"another verb's flag", "check --json a.xml", "", "fx check has no flag --json"},
		{"no value", "check a.xml --lang", "", "--lang needs a value"},
		{"a flag for a value", "check --lang --full a.xml", "", "--lang needs a value"},
		{"the end for a value", "check --lang -- a.xml", "", "--lang needs a value"},
		{"a value for a switch", "check --full=1 a.xml", "", `--full cannot be "1"`},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, err := arrange(strings.Fields(test.args))
			if test.err != "" {
				if err == nil || err.Error() != test.err {
					t.Errorf("error %v, want %s", err, test.err)
				}
				var p *problem
				if errors.As(err, &p) && p.hint.IsZero() {
					t.Error("no hint")
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(test.want, strings.Join(l.argv(), " ")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	for _, test := range []struct {
		name, args string
		env        map[string]string
		want       report.Lang
	}{
		{"nothing known", "", nil, report.EN},
		{"LANG", "", map[string]string{"LANG": "fr_FR.UTF-8"}, report.FR},
		{"LC_MESSAGES outranks LANG", "", map[string]string{"LANG": "fr_FR", "LC_MESSAGES": "de_DE"}, report.EN},
		{"LC_ALL outranks all", "", map[string]string{"LANG": "C", "LC_MESSAGES": "C", "LC_ALL": "fr"}, report.FR},
		{"as Windows says it", "", map[string]string{"LANG": "fr-CA"}, report.FR},
		{"Frisian is not French", "", map[string]string{"LANG": "fry_NL"}, report.EN},
		{"isolated", "check --isolated", map[string]string{"LANG": "fr"}, report.EN},
		{"asked for", "--lang FR check", map[string]string{"LANG": "en"}, report.FR},
		{"asked for, isolated", "check --isolated --lang=fr", nil, report.FR},
		{"asked for in vain", "--lang de", map[string]string{"LANG": "fr"}, report.FR},
		{"behind the flags", "-- --lang fr", nil, report.EN},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := language(strings.Fields(test.args), func(name string) string { return test.env[name] }); got != test.want {
				t.Errorf("got %s, want %s", got, test.want)
			}
		})
	}
}

func TestNearest(t *testing.T) {
	words := []string{"check", "show", "version", "help", "max-per-rule"}
	for typed, want := range map[string]string{"chek": "check", "hcek": "check", "CHECK": "check", "shwo": "show", "ver": "version", "max-per-rules": "max-per-rule", "x": "", "": "",
		"entirely": "", "maxperrule": "max-per-rule"} {
		if got := nearest(typed, words); got != want {
			t.Errorf("nearest(%q) = %q, want %q", typed, got, want)
		}
	}
}

func TestSize(t *testing.T) {
	for text, want := range map[string]int64{"1": 1, "800MB": 800 << 20, "800 mo": 800 << 20, "2G": 2 << 30, "4GB": 4 << 30, "1k": 1024, "5GB": -1, "": -1, "MB": -1, "-1": -1,
		"1.5GB": -1, "1TB": -1, "99999999999999999999": -1} {
		got, ok := size(text)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("size(%q) = %d, want %d", text, got, want)
		}
	}
}

func TestSizeText(t *testing.T) {
	for n, want := range map[int64][2]string{0: {"0 bytes", "0 octet"}, 1: {"1 byte", "1 octet"}, 999: {"999 bytes", "999 octets"}, 1536: {"1.5 kB", "1,5 ko"},
		1 << 20: {"1 MB", "1 Mo"}, 512 << 20: {"512 MB", "512 Mo"}, 1023 << 10: {"1 MB", "1 Mo"}, 5 << 30: {"5 GB", "5 Go"}} {
		text := sizeText(n)
		if got := [2]string{plain(text.In(report.EN)), plain(text.In(report.FR))}; got != want {
			t.Errorf("sizeText(%d) = %q, want %q", n, got, want)
		}
	}
}

// plain replaces the spaces of typography.
func plain(s string) string { return strings.NewReplacer("\u00a0", " ", "\u202f", " ").Replace(s) }
