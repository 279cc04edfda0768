package main

import (
	"math"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"github.com/fxinvoice/fx/check"
	"github.com/fxinvoice/fx/report"
)

// flag is one flag of a verb.
type flag struct {
	name  string
	short string      // a letter that also names it, "" for none
	value report.Text // what stands for its value in the help; zero for a switch
	usage report.Text
	limit bool // stands among the limits in the help
	many  bool // may be given several times
}

func (f flag) isSwitch() bool { return f.value.IsZero() }

// cli returns the flag as the library wants it. Values stay text there: the errors of its own types are English only.
func (f flag) cli() cli.Flag {
	switch {
	case f.isSwitch():
		return &cli.BoolFlag{Name: f.name}
	case f.many:
		return &cli.StringSliceFlag{Name: f.name}
	}
	return &cli.StringFlag{Name: f.name}
}

// The flags that several verbs have.
var (
	langFlag = flag{name: "lang", value: literal("fr|en"), usage: report.Text{
		EN: "language; by default that of LC_ALL, LC_MESSAGES or LANG, on Windows that of the system",
		FR: "langue ; par défaut celle de LC_ALL, LC_MESSAGES ou LANG, sous Windows celle du système"}}
	isolatedFlag = flag{name: "isolated", usage: report.Text{
		EN: "take nothing from the environment: neither language nor colours",
		FR: "ne rien prendre de l'environnement : ni la langue, ni les couleurs"}}
	helpFlag = flag{name: "help", usage: report.Text{EN: "print this help (also -h)", FR: "afficher cette aide (aussi -h)"}}
)

// limit is a bound on what is read, and the flag that moves it.
type limit struct {
	name  string
	size  bool // in bytes
	set   func(*check.Limits, int64)
	usage report.Text
}

var (
	sizeValue  = report.Text{EN: "SIZE", FR: "TAILLE"}
	countValue = report.Text{EN: "N", FR: "N"}
)

// limits are all of them, with the defaults of check.Limits.
var limits = []limit{
	{"max-size", true, func(l *check.Limits, n int64) { l.Bytes = n }, report.Text{
		EN: "a document, or a member of an archive; 512 MB", FR: "un document, ou un membre d'une archive ; 512 Mo"}},
	{"max-text", true, func(l *check.Limits, n int64) { l.Text = n }, report.Text{
		EN: "one text, attachments included; 256 MB", FR: "un texte, pièces jointes comprises ; 256 Mo"}},
	{"max-depth", false, func(l *check.Limits, n int64) { l.Depth = int(n) }, report.Text{
		EN: "elements in each other; 100", FR: "éléments imbriqués ; 100"}},
	{"max-attributes", false, func(l *check.Limits, n int64) { l.Attributes = int(n) }, report.Text{
		EN: "attributes of one element; 64", FR: "attributs d'un élément ; 64"}},
	{"max-namespaces", false, func(l *check.Limits, n int64) { l.Namespaces = int(n) }, report.Text{
		EN: "namespace declarations in scope; 1,000", FR: "déclarations d'espaces de noms en vigueur ; 1 000"}},
	{"max-nodes", false, func(l *check.Limits, n int64) { l.Nodes = int(n) }, report.Text{
		EN: "elements and attributes of a document; 30 million", FR: "éléments et attributs d'un document ; 30 millions"}},
	{"max-names", false, func(l *check.Limits, n int64) { l.Names = int(n) }, report.Text{
		EN: "distinct names in a document; 1 million", FR: "noms distincts dans un document ; 1 million"}},
}

// defaultSize is the default of check.Limits.Bytes.
const defaultSize = 512 << 20

// limitFlags returns the flags that move the limits.
func limitFlags() []flag {
	flags := make([]flag, len(limits))
	for i, l := range limits {
		flags[i] = flag{name: l.name, value: countValue, usage: l.usage, limit: true}
		if l.size {
			flags[i].value = sizeValue
		}
	}
	return flags
}

// limitsOf reads the limits from the command line.
func limitsOf(c *cli.Context) (check.Limits, error) {
	var all check.Limits
	for _, l := range limits {
		text := c.String(l.name)
		if !c.IsSet(l.name) {
			continue
		}
		n, ok := count(text, math.MaxInt32)
		if l.size {
			n, ok = size(text)
		}
		if !ok || n == 0 {
			hint := report.Text{EN: "give a whole number from 1 to 2147483647", FR: "indiquez un nombre entier de 1 à 2147483647"}
			if l.size {
				hint = report.Text{EN: "give a size such as 800MB or 2GB, at most 4GB", FR: "indiquez une taille telle que 800Mo ou 2Go, 4Go au plus"}
			}
			return all, badValue(l.name, text, hint)
		}
		l.set(&all, n)
	}
	return all, nil
}

// count reads a whole number from 0 to most.
func count(text string, most int64) (int64, bool) {
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil && n >= 0 && n <= most
}

// size reads a number of bytes, with a unit of 1,024 if one is given: 800MB, 800 Mo, 2G.
func size(text string) (int64, bool) {
	s := strings.ToLower(strings.TrimSpace(text))
	digits := strings.TrimRight(s, "abcdefghijklmnopqrstuvwxyz ")
	shift, ok := map[string]uint{"": 0, "b": 0, "o": 0, "k": 10, "kb": 10, "ko": 10, "m": 20, "mb": 20, "mo": 20, "g": 30, "gb": 30, "go": 30}[strings.TrimSpace(s[len(digits):])]
	if !ok {
		return 0, false
	}
	n, ok := count(digits, 4<<30>>shift)
	return n << shift, ok
}

// badValue is the problem of a flag with a value that it cannot have.
func badValue(name, value string, hint report.Text) *problem {
	return &problem{text: report.Text{EN: "--{flag} cannot be \"{value}\"", FR: "--{flag} ne peut pas valoir « {value} »"}, hint: hint,
		args: []report.Arg{report.A("flag", name), report.A("value", value)}}
}

// choice checks a flag whose values are words.
func choice(name, value string, words []string) error {
	for _, w := range words {
		if value == w {
			return nil
		}
	}
	hint := report.Text{EN: "it is one of {words}", FR: "valeurs possibles : {words}"}.With(report.A("words", words))
	if near := nearest(value, words); near != "" {
		hint = report.Text{EN: "did you mean {near}? It is one of {words}", FR: "vouliez-vous dire {near} ? Valeurs possibles : {words}"}.With(
			report.A("near", near), report.A("words", words))
	}
	return badValue(name, value, hint)
}

// checkLang checks the value of --lang, which language has read already.
func checkLang(c *cli.Context) error {
	if _, ok := languageByName(c.String("lang")); c.IsSet("lang") && !ok {
		return choice("lang", c.String("lang"), []string{"fr", "en"})
	}
	return nil
}
