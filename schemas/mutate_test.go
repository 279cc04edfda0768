package schemas

import (
	"slices"
	"strings"
)

// expectation is what a mutant must be, where that is known without a second engine.
type expectation int

const (
	unknown expectation = iota
	valid
	invalid
)

// mutant is a document with one thing changed.
type mutant struct {
	what   string // what was changed, and where
	want   expectation
	aspect string // the constraint that it breaks, for coverage; empty if it breaks none
}

// badValues are texts that are no value of a built-in type; goodValues are unusual ones that are.
var badValues = map[typeID][]string{
	xsDecimal:      {"", "1,5", "1e5", "abc", "--1", ".", "1.2.3", "12 50", "\u00a01", "INF", "\u0661"},
	xsInteger:      {"", "1.0", "1e1", "x", "+", "1 2"},
	xsBoolean:      {"", "TRUE", "yes", "2", "true false", "True"},
	xsDate:         {"", "2026-02-30", "31/01/2026", "20260131", "2026-13-01", "2026-00-10", "2026-01-31T00:00:00", "0000-01-01", "26-01-31", "2026-1-31", "2026-01-31+15:00", "2025-02-29", "02026-01-31", "2026-01-31z"},
	xsDateTime:     {"", "2026-01-31", "2026-01-31T25:00:00", "2026-01-31T10:60:00", "2026-01-31 10:00:00", "2026-01-31T10:00", "2026-01-31T10:00:00.", "2026-01-31T24:00:01", "T10:00:00"},
	xsTime:         {"", "10:00", "25:00:00", "10:00:60", "1:00:00", "10:00:00+1:00", "10-00-00"},
	xsBase64Binary: {"Q", "QQ", "QQ=", "Q===", "QUJD=", "QUI", "Q!JD", "QUJ=", "2023-02-29", "=QUJ"},
	xsAnyURI:       {"http://[bad", "%zz", "a#b#c", ":a", "1a:b", "http://h:port/"},
	xsLanguage:     {"", "toolonglanguage", "fr_FR", "f1-x", "fr-", "-fr", "fr fr"},
	xsID:           {"", "1a", "a b", "a:b", "-a", "a&b"},
}

var goodValues = map[typeID][]string{
	xsDecimal:      {"+1.", ".5", " 3 ", "-0", "000.10", "123456789012345678901234567890.123456789"},
	xsInteger:      {"-0", "+12", "\n 7\t", "00"},
	xsBoolean:      {"0", "1", "false", "\ttrue\n"},
	xsDate:         {"2026-01-31Z", "2024-02-29", "-0004-02-29", "2026-01-31+14:00", "12026-01-31", "2026-01-31-00:00"},
	xsDateTime:     {"2026-01-31T24:00:00", "2026-01-31T10:00:00.123456789", "-2026-01-31T00:00:00-14:00"},
	xsTime:         {"24:00:00", "10:00:00.5Z", "23:59:59.999+01:00"},
	xsBase64Binary: {"", "QUI=", "QQ==", "Q U J D", "\nQUJD\n  QUJD\n"},
	xsAnyURI:       {"", "#a", "?q=[1]#/x", "//host:80/a;b=c", "http://[::1]/", "urn:a:b%20c", "mailto:a@b", "a/b:c", "é"},
	xsLanguage:     {"fr-FR", "x-klingon", "a", "zh-Hans-CN"},
	xsID:           {"_a", "é1", "a-b.c", " trimmed "},
	xsString:       {"", " ", "a\n b"},
	xsToken:        {"", " a  b "},
}

// mutate changes one thing after another in target and calls do with the document each time as it is then.
func (y *synthesizer) mutate(root, target *instance, do func(m mutant)) {
	ty := y.schema.typ(target.typ)
	change := func(what string, want expectation, aspect string, edit func()) {
		kept := *target
		target.kids, target.attrs = slices.Clone(kept.kids), slices.Clone(kept.attrs)
		edit()
		do(mutant{what: what + " in " + target.name + " (" + y.schema.typeName(target.typ) + ")", want: want, aspect: aspect})
		*target = kept
	}
	y.mutateAttributes(target, ty, change)
	if ty.content == contentSimple {
		y.mutateValue(target, ty, change)
		return
	}
	y.mutateContent(target, ty, change)
}

type changer func(what string, want expectation, aspect string, edit func())

func (y *synthesizer) mutateAttributes(target *instance, ty *typ, change changer) {
	open := ty.attrs != nil && ty.attrs.wildcard.lax()
	change("unknown attribute", when(open, valid, invalid), "attribute", func() {
		target.attrs = append(target.attrs, pair{"nonsense", "1"})
	})
	change("attribute of xml", when(open, valid, invalid), "attribute", func() {
		target.attrs = append(target.attrs, pair{"xml:lang", "fr"})
	})
	change("xsi:nil", unknown, "nil", func() { target.attrs = append(target.attrs, pair{"xsi:nil", "true"}) })
	change("xsi:nil", unknown, "nil", func() { target.attrs = append(target.attrs, pair{"xsi:nil", "maybe"}) })
	change("xsi:schemaLocation", valid, "", func() { target.attrs = append(target.attrs, pair{"xsi:schemaLocation", "urn:a a.xsd"}) })
	change("xsi:type unbound", invalid, "type", func() { target.attrs = append(target.attrs, pair{"xsi:type", "nowhere:String"}) })
	for _, builtin := range []string{"xs:string", "xs:decimal", "xs:anyType", "xs:nonsense"} {
		change("xsi:type "+builtin, unknown, "type", func() { target.attrs = append(target.attrs, pair{"xsi:type", builtin}) })
	}
	if ty.name != 0 && !ty.abstract {
		if p := ty.name.space(); p.uri != "" {
			change("xsi:type of its own", valid, "", func() {
				target.attrs = append(target.attrs, pair{"xmlns:own", p.uri}, pair{"xsi:type", "own:" + nameLocal[ty.name]})
			})
		}
	}
	for i, a := range target.attrs {
		decl := ty.attrs.find(a.name)
		if decl == nil {
			continue
		}
		name := "attribute " + a.name
		change("drop "+name, when(decl.required, invalid, valid), "use of "+a.name, func() {
			target.attrs = slices.Delete(target.attrs, i, i+1)
		})
		change("misspell "+name, invalid, "attribute", func() { target.attrs[i].name += "s" })
		vt := y.schema.typ(decl.typ)
		for _, v := range badValues[vt.value] {
			change(name+" = "+v, invalid, "type of "+a.name, func() { target.attrs[i].value = v })
		}
		for _, v := range goodValues[vt.value] {
			want := valid
			if decl.isFixed || vt.facets != nil {
				want = unknown
			}
			change(name+" = "+v, want, "", func() { target.attrs[i].value = v })
		}
		if decl.isFixed {
			change(name+" is not fixed", invalid, "fixed "+a.name, func() { target.attrs[i].value += "x" })
		}
		y.breakFacets(vt, name, change, func(v string) { target.attrs[i].value = v })
	}
}

func (attrs *attributes) find(local string) *attribute {
	if attrs == nil {
		return nil
	}
	for i := range attrs.list {
		if nameLocal[attrs.list[i].name] == local {
			return &attrs.list[i]
		}
	}
	return nil
}

func when(cond bool, a, b expectation) expectation {
	if cond {
		return a
	}
	return b
}

// breakFacets sets values just beyond and just within the facets of a type.
func (y *synthesizer) breakFacets(ty *typ, what string, change changer, set func(string)) {
	f := ty.facets
	if f == nil {
		return
	}
	if f.minLength > 0 {
		change(what+" too short", invalid, "minLength", func() { set(strings.Repeat("é", f.minLength-1)) })
		change(what+" blank", when(ty.value == xsToken, invalid, unknown), "minLength", func() { set("   ") })
	}
	if f.hasMax {
		change(what+" too long", invalid, "maxLength", func() { set(strings.Repeat("é", f.maxLength+1)) })
		change(what+" at its longest", valid, "", func() { set(strings.Repeat("é", f.maxLength)) })
		change(what+" padded", when(ty.value == xsToken, valid, unknown), "", func() { set("\n " + strings.Repeat("é", f.maxLength) + " ") })
	}
	if f.enum != nil {
		change(what+" not listed", invalid, "enumeration", func() { set(f.enum[0] + "x") })
		change(what+" listed", valid, "", func() { set(f.enum[len(f.enum)-1]) })
	}
}

func (y *synthesizer) mutateValue(target *instance, ty *typ, change changer) {
	for _, v := range badValues[ty.value] {
		change("value "+v, invalid, "value", func() { target.text = v })
	}
	if ty.facets == nil {
		for _, v := range goodValues[ty.value] {
			change("value "+v, valid, "", func() { target.text = v })
		}
	}
	y.breakFacets(ty, "value", change, func(v string) { target.text = v })
	change("child in value", invalid, "value", func() {
		target.kids = append(target.kids, &instance{name: target.name, text: target.text})
	})
}

func (y *synthesizer) mutateContent(target *instance, ty *typ, change changer) {
	closed := when(ty.content != contentMixed, invalid, valid)
	change("text", closed, "text", func() { target.text = "stray" })
	change("white space", when(ty.content == contentEmpty, invalid, valid), "text", func() { target.text = " \n" })
	if ty.content == contentEmpty {
		change("child", invalid, "empty", func() { target.kids = append(target.kids, &instance{name: "foreign:x"}) })
		return
	}
	flat := ty.auto == nil
	judge := func(bad bool) expectation {
		if !flat {
			return unknown
		}
		return when(bad, invalid, valid)
	}
	for k, kid := range target.kids {
		p := ty.particles()[target.at[k]]
		once := true // no other kid of this particle
		for j := range target.kids {
			once = once && (j == k || target.at[j] != target.at[k])
		}
		change("drop "+kid.name, judge(p.min > 0), "min of "+kid.name, func() { target.kids = slices.Delete(target.kids, k, k+1) })
		times := 3
		if p.max != many {
			times = int(p.max) + 1
		}
		if once {
			change("repeat "+kid.name, judge(p.max != many), "max of "+kid.name, func() {
				for range times - 1 {
					target.kids = slices.Insert(target.kids, k, y.kid(ty, target.at[k]))
				}
			})
		}
		if k > 0 && target.kids[k-1].name != kid.name {
			change("swap "+kid.name+" and the one before", judge(true), "order of "+kid.name, func() {
				target.kids[k], target.kids[k-1] = target.kids[k-1], target.kids[k]
			})
		}
		if k > 1 && target.kids[0].name != kid.name {
			change("move "+kid.name+" to the front", judge(true), "order of "+kid.name, func() {
				target.kids = slices.Insert(slices.Delete(target.kids, k, k+1), 0, kid)
			})
		}
		change("rename "+kid.name, judge(true), "", func() { target.kids[k] = &instance{name: "foreign:other", text: kid.text} })
		change("misspell "+kid.name, judge(true), "", func() {
			c := *kid
			c.name += "s"
			target.kids[k] = &c
		})
	}
	change("foreign child", judge(true), "", func() { target.kids = append(target.kids, &instance{name: "foreign:last"}) })
	change("no children", judge(slices.ContainsFunc(ty.model, func(p particle) bool { return p.min > 0 })), "min", func() { target.kids = nil })
}
