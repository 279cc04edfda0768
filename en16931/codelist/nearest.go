package codelist

import (
	"strings"
	"unicode"
)

// longest is more than any code or name has, in bytes: what is longer was not meant to be one.
const longest = 200

// Nearest guesses which code of a list was meant: one that differs in case, blanks, signs or leading zeros, one that is usual elsewhere
// ("EURO", "KG", "FRA"), or one whose name was written in English or French. It is false where nothing is near, or two codes are. For a code of the list
// it is the code.
//
// It is for hints to people. It looks at every code, so keep it out of loops.
func Nearest(list, code string) (string, bool) {
	l, ok := ByName(list)
	if !ok || len(code) > longest {
		return "", false
	}
	if l.Has(code) {
		return code, true
	}
	written := fold(code)
	if written == "" {
		return "", false
	}
	for _, candidates := range []func(yield func(string)){
		func(yield func(string)) { spelled(l, written, yield) },
		func(yield func(string)) { elsewhere(list, written, yield) },
		func(yield func(string)) { named(list, written, fold, yield) },
		func(yield func(string)) { named(list, written, foldShort, yield) },
	} {
		var found []string
		candidates(func(c string) {
			if l.Has(c) && (found == nil || found[0] != c) {
				found = append(found, c)
			}
		})
		if found != nil {
			return found[0], len(found) == 1
		}
	}
	return "", false
}

// spelled yields the codes that are written so but for case, signs and leading zeros.
func spelled(l List, written string, yield func(string)) {
	number := digits(written)
	for c := range l.Codes() {
		f := fold(c)
		if f == written || number && digits(f) && trimZeros(f) == trimZeros(written) {
			yield(c)
		}
	}
}

// elsewhere yields the codes for a code of other lists.
func elsewhere(list, written string, yield func(string)) {
	for _, t := range tables(list) {
		for _, a := range aliases {
			if a.list == t && a.written == written {
				yield(a.code)
			}
		}
	}
}

// named yields the codes with a name that folds to what was written.
func named(list, written string, reduce func(string) string, yield func(string)) {
	for _, t := range tables(list) {
		for row := range strings.Lines(table(t)) {
			code, names, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
			en, fr, _ := strings.Cut(names, "\t")
			if reduce(en) == written || reduce(fr) == written {
				yield(code)
			}
		}
	}
}

// foldShort folds a name without what stands in brackets at its end.
func foldShort(name string) string {
	if short, _, ok := strings.Cut(name, " ("); ok {
		return fold(short)
	}
	return ""
}

// fold reduces a code or a name to capitals without accents and to digits, so that "États-Unis" is "ETATSUNIS" and "m²" is "M2".
func fold(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch r = unicode.ToUpper(r); {
		case r < unicode.MaxASCII:
			if 'A' <= r && r <= 'Z' || '0' <= r && r <= '9' {
				b.WriteRune(r)
			}
		case strings.ContainsRune("ÀÁÂÃÄÅ", r):
			b.WriteByte('A')
		case r == 'Ç':
			b.WriteByte('C')
		case strings.ContainsRune("ÈÉÊË", r):
			b.WriteByte('E')
		case strings.ContainsRune("ÌÍÎÏ", r):
			b.WriteByte('I')
		case r == 'Ñ':
			b.WriteByte('N')
		case strings.ContainsRune("ÒÓÔÕÖØ", r):
			b.WriteByte('O')
		case strings.ContainsRune("ÙÚÛÜ", r):
			b.WriteByte('U')
		case r == 'Ÿ':
			b.WriteByte('Y')
		case r == 'Œ':
			b.WriteString("OE")
		case r == 'Æ':
			b.WriteString("AE")
		case r == '²':
			b.WriteByte('2')
		case r == '³':
			b.WriteByte('3')
		case r == '€':
			b.WriteString("EUR")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r) // of another script: it must not vanish
		}
	}
	return b.String()
}

func digits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// trimZeros keeps the last zero of "000".
func trimZeros(s string) string {
	if t := strings.TrimLeft(s, "0"); t != "" {
		return t
	}
	return "0"
}

// NearestIn is Nearest for codes as the constants of this package write them, Country for one; it is false for others.
func NearestIn(codes, code string) (string, bool) {
	for i := range lists {
		if lists[i].codes == codes {
			return Nearest(lists[i].Name, code)
		}
	}
	return "", false
}
