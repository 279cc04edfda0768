package main

import (
	"strings"

	"github.com/fxinvoice/fx/report"
)

// language returns the language to speak before the command line is understood, so that a mistake in it is told in the right one: that of
// --lang, else the user's.
func language(args []string, getenv func(string) string) report.Lang {
	asked, isolated := "", false
	for i, a := range args {
		if a == "--" {
			break
		}
		switch name, value, hasValue := strings.Cut(a, "="); {
		case name == "--isolated":
			isolated = true
		case name == "--lang" && hasValue:
			asked = value
		case name == "--lang" && i+1 < len(args):
			asked = args[i+1]
		}
	}
	if lang, ok := languageByName(asked); ok {
		return lang
	}
	if isolated {
		return report.EN
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return locale(v)
		}
	}
	return report.EN
}

// languageByName returns the language that --lang names.
func languageByName(name string) (report.Lang, bool) {
	lang := report.Lang(strings.ToLower(name))
	return lang, lang == report.EN || lang == report.FR
}

// locale returns the language of a locale such as fr_FR.UTF-8 or fr-CA; English stands in for all that are not French.
func locale(name string) report.Lang {
	word := strings.ToLower(name)
	if i := strings.IndexAny(word, "_-.@"); i >= 0 {
		word = word[:i]
	}
	if word == "fr" || word == "french" {
		return report.FR
	}
	return report.EN
}
