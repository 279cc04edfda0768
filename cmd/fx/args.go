package main

import (
	"os"
	"slices"
	"strings"

	"github.com/fxinvoice/fx/report"
)

// line is a command line put in order: cli stops at the first argument that is no flag, and our users put flags anywhere.
type line struct {
	verb  string
	flags []string // --name=value
	files []string
}

// argv returns the line as cli wants it.
func (l line) argv() []string {
	argv := append([]string{"fx", l.verb}, l.flags...)
	return append(append(argv, "--"), l.files...)
}

// arrange sorts the arguments into verb, flags and files. "--" ends the flags; "-" is a file, standard input. The error is a *problem.
func arrange(args []string) (line, error) {
	var l line
	var names []string // of the flags, to be checked when the verb is known
	known := allFlags()
	for i := 0; i < len(args); i++ {
		a := args[i]
		if a == "--" {
			for _, rest := range args[i+1:] {
				l.operand(rest)
			}
			break
		}
		if a == "-" || !strings.HasPrefix(a, "-") {
			l.operand(a)
			continue
		}
		name, value, hasValue := strings.Cut(a, "=")
		switch {
		case name == "-h":
			name = "--help"
		case name == "--version" && l.verb == "" && !hasValue:
			l.verb = "version"
			continue
		}
		f, ok := flagNamed(name, known)
		if !ok {
			return l, unknownFlag(name, l.verb)
		}
		if f.isSwitch() {
			if hasValue && value != "true" && value != "false" {
				return l, badValue(f.name, value, report.Text{EN: "it is a switch: it takes no value", FR: "c'est un simple commutateur, sans valeur"})
			}
		} else if !hasValue {
			if i+1 == len(args) || isFlag(args[i+1], known) {
				return l, noValue(f, l.verb)
			}
			i++
			value, hasValue = args[i], true
		}
		if hasValue {
			l.flags = append(l.flags, "--"+f.name+"="+value)
		} else {
			l.flags = append(l.flags, "--"+f.name)
		}
		names = append(names, f.name)
	}
	if l.verb == "" {
		l.verb = "help"
	}
	if err := l.check(names); err != nil {
		return l, err
	}
	if slices.Contains(names, "help") {
		return l.help(), nil
	}
	return l, nil
}

// help returns the line that asks for the help of its verb: cli would answer --help itself, in English.
func (l line) help() line {
	if l.verb == "help" {
		return line{verb: "help", files: l.files}
	}
	return line{verb: "help", files: []string{l.verb}}
}

func (l *line) operand(a string) {
	if l.verb == "" {
		l.verb = a
		return
	}
	l.files = append(l.files, a)
}

// check reports a verb that does not exist, and a flag that the verb does not have.
func (l *line) check(names []string) error {
	v, ok := verbByName(l.verb)
	if !ok {
		return unknownVerb(l.verb)
	}
	for _, name := range names {
		if !v.has(name) {
			p := &problem{text: report.Text{EN: "fx {verb} has no flag --{flag}", FR: "fx {verb} n'a pas d'option --{flag}"}, hint: seeHelp,
				args: []report.Arg{report.A("verb", v.name), report.A("flag", name)}}
			if other, ok := insteadOf[v.name+" --"+name]; ok {
				p.hint = report.Text{EN: "write fx {verb} {other}", FR: "écrivez fx {verb} {other}"}.With(report.A("verb", v.name), report.A("other", other))
			}
			return p
		}
	}
	return nil
}

// insteadOf says what to write for the flag of another verb that does the same there.
var insteadOf = map[string]string{"check --json": "--format json", "show --format": "--json", "convert --json": "--to json"}

func (v *verb) has(name string) bool {
	for _, f := range v.flags {
		if f.name == name {
			return true
		}
	}
	return false
}

// allFlags returns the flags of all verbs by their names; a name means the same in each of them, though not each has all of its values.
func allFlags() map[string]flag {
	all := map[string]flag{}
	for _, v := range verbs() {
		for _, f := range v.flags {
			all[f.name] = f
		}
	}
	return all
}

// isFlag reports whether an argument is one of our flags, and so not likely the value of another.
func isFlag(a string, known map[string]flag) bool {
	name, _, _ := strings.Cut(a, "=")
	if name == "--" || name == "-h" {
		return true
	}
	_, ok := flagNamed(name, known)
	return ok
}

// flagNamed returns the flag that an argument such as --output or -o names.
func flagNamed(arg string, known map[string]flag) (f flag, ok bool) {
	if name, long := strings.CutPrefix(arg, "--"); long {
		f, ok = known[name]
		return f, ok
	}
	for _, f := range known {
		if f.short != "" && arg == "-"+f.short {
			return f, true
		}
	}
	return flag{}, false
}

var seeHelp = report.Text{EN: "fx help {verb} lists its flags", FR: "fx help {verb} donne la liste de ses options"}

func unknownFlag(name, verb string) *problem {
	var words []string
	for _, v := range verbs() {
		if _, ok := verbByName(verb); ok && v.name != verb {
			continue
		}
		for _, f := range v.flags {
			words = append(words, f.name)
		}
	}
	p := &problem{text: report.Text{EN: "unknown flag {flag}", FR: "option inconnue : {flag}"}, args: []report.Arg{report.A("flag", name)}}
	if near := nearest(strings.TrimLeft(name, "-"), words); near != "" {
		p.hint = report.Text{EN: "did you mean --{near}?", FR: "vouliez-vous dire --{near} ?"}.With(report.A("near", near))
		return p
	}
	if _, err := os.Lstat(name); err == nil {
		p.hint = report.Text{EN: "for the file of this name, write ./{flag}, or -- before it", FR: "pour le fichier de ce nom, écrivez ./{flag}, ou -- devant lui"}
		return p
	}
	if _, ok := verbByName(verb); !ok {
		verb = "check"
	}
	p.hint = seeHelp.With(report.A("verb", verb))
	return p
}

func noValue(f flag, verb string) *problem {
	// The values that a flag may have differ from verb to verb.
	if v, ok := verbByName(verb); ok {
		for _, own := range v.flags {
			if own.name == f.name {
				f = own
			}
		}
	}
	return &problem{text: report.Text{EN: "--{flag} needs a value", FR: "--{flag} attend une valeur"},
		hint: report.Text{EN: "write --{flag} {value}", FR: "écrivez --{flag} {value}"},
		args: []report.Arg{report.A("flag", f.name), report.A("value", f.value)}}
}

func unknownVerb(name string) *problem {
	var words []string
	for _, v := range verbs() {
		words = append(words, v.name)
	}
	p := &problem{text: report.Text{EN: "fx has no verb \"{verb}\"", FR: "fx n'a pas de verbe « {verb} »"}, args: []report.Arg{report.A("verb", name)}}
	if _, err := os.Lstat(name); err == nil || name == "-" {
		p.hint = report.Text{EN: "to check this file: fx check {verb}", FR: "pour contrôler ce fichier : fx check {verb}"}
	} else if near := nearest(name, words); near != "" {
		p.hint = report.Text{EN: "did you mean fx {near}?", FR: "vouliez-vous dire fx {near} ?"}.With(report.A("near", near))
	} else {
		p.hint = report.Text{EN: "the verbs are {words}", FR: "les verbes sont {words}"}.With(report.A("words", words))
	}
	return p
}
