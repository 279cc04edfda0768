// Package cases reads testdata/rules: for each rule of the standard an invoice that breaks it, written down as what to change in a base invoice that
// breaks none. Tests run the rules on both; the pages about rules show the difference. Call Load, and Documents on each Case.
//
// A file of cases looks like this:
//
//	# A remark.
//	BR-CO-10 missing
//	  ubl full
//	    with set cbc:ID = F-1
//	    remove cac:LegalMonetaryTotal/cbc:LineExtensionAmount
//	    want cac:LegalMonetaryTotal
//	    also BR-12 BR-CO-13
//
// At the margin stand the rules that the case breaks, and perhaps, in small letters, the name of the case in the rule's words; below, for each syntax,
// the base invoice (base-ubl-full.xml), "refused" if the schema refuses the failing document, "odd" if the case is one that nobody meets, and below
// that the edits, in their order:
//
//	set PATH = VALUE      write a text or an attribute, which is added where it is missing
//	remove PATH           an element or an attribute
//	copy PATH             put a copy behind it
//	before PATH XML       put elements before one, behind one, or into one as its last; the XML may go on in lines that are indented further
//	after PATH XML
//	in PATH XML
//
// "with" before an edit makes it in the passing document, too. PATH is the end of a path, with names as the base writes them and numbers as in
// XPath: it takes the first element of the document that it fits. "want" names what the finding must point at, if it is not what the last edit
// changed, added, or removed something from; "want BR-CO-10 PATH" does so for one of several rules. "also" lists the other errors of the failing
// document.
//
// A case for several VAT categories has "for" and their names in the line of its rule; "family" lines say what {vat} and the other words in
// braces stand for then:
//
//	family IC base=intra-community code=K
//	BR-{vat}-05 for IC
//	  ubl {base}
package cases

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Case is an invoice that breaks a rule, and one that does not.
type Case struct {
	Rule    string
	Name    string   // of the case in the rule's words; "" for the usual one
	Syntax  string   // "ubl" or "cii"
	Base    string   // the base invoice
	Refused bool     // the schema refuses the failing document
	Odd     bool     // the official test sees nothing but what nobody writes: of no use to readers
	With    []Edit   // what both documents have and the base has not
	Edits   []Edit   // what breaks the rule
	Want    string   // the path of what the finding points at; "" for what the last edit changed
	Also    []string // the other errors of the failing document
	File    string   // where the case stands
	Line    int
}

// String names the case: "BR-CO-10 missing, ubl full".
func (c *Case) String() string {
	s := c.Rule
	if c.Name != "" {
		s += " " + c.Name
	}
	return s + ", " + c.Syntax + " " + c.Base
}

// Suite is all cases and base invoices.
type Suite struct {
	Cases []*Case
	Bases map[string]string // the documents, by syntax and name: "ubl full"
}

// Load reads the cases and base invoices of a folder.
func Load(dir string) (*Suite, error) {
	s := &Suite{Bases: map[string]string{}}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		name := filepath.Base(file)
		switch filepath.Ext(name) {
		case ".xml":
			syntax, base, _ := strings.Cut(strings.TrimPrefix(strings.TrimSuffix(name, ".xml"), "base-"), "-")
			s.Bases[syntax+" "+base] = string(content)
		case ".txt":
			all, err := Parse(name, string(content))
			if err != nil {
				return nil, err
			}
			s.Cases = append(s.Cases, all...)
		}
	}
	return s, nil
}

// Parse reads a file of cases; name is what errors and cases call it.
func Parse(name, text string) ([]*Case, error) {
	p := parser{families: map[string][]string{}}
	for i, line := range strings.Split(text, "\n") {
		if err := p.line(line, i+1); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, i+1, err)
		}
	}
	if err := p.close(); err != nil {
		return nil, fmt.Errorf("%s:%d: %w", name, p.at, err)
	}
	for _, c := range p.all {
		c.File = name
	}
	return p.all, nil
}

// parser reads a file line by line.
type parser struct {
	all      []*Case
	families map[string][]string // per VAT category, its words as pairs for a strings.Replacer
	header   []string            // the line of the rules
	members  []string            // the categories that it is for
	body     []string            // the lines below it
	at       int                 // the header's number
}

func (p *parser) line(line string, n int) error {
	trimmed := strings.TrimSpace(line)
	switch {
	case trimmed == "" || trimmed[0] == '#':
		p.body = append(p.body, "")
		return nil
	case line[0] == ' ':
		if p.header == nil {
			return fmt.Errorf("%q stands below no rule", trimmed)
		}
		p.body = append(p.body, line)
		return nil
	}
	if err := p.close(); err != nil {
		return err
	}
	words := strings.Fields(line)
	if words[0] == "family" {
		return p.family(words[1:])
	}
	p.at, p.body, p.members = n, nil, nil
	if i := slices.Index(words, "for"); i >= 0 {
		words, p.members = words[:i], words[i+1:]
	}
	p.header = words
	return nil
}

func (p *parser) family(words []string) error {
	if len(words) == 0 {
		return fmt.Errorf("family without a name")
	}
	pairs := []string{"{vat}", words[0]}
	for _, w := range words[1:] {
		name, value, ok := strings.Cut(w, "=")
		if !ok {
			return fmt.Errorf("%q is no name=value", w)
		}
		pairs = append(pairs, "{"+name+"}", value)
	}
	p.families[words[0]] = pairs
	return nil
}

// close makes the cases of the rules whose lines have been read.
func (p *parser) close() error {
	header := p.header
	p.header = nil
	if header == nil {
		return nil
	}
	members := p.members
	if len(members) == 0 {
		members = []string{""}
	}
	for _, m := range members {
		words, ok := p.families[m]
		if m != "" && !ok {
			return fmt.Errorf("unknown family %s", m)
		}
		r := strings.NewReplacer(words...)
		var rules []string
		name := ""
		for _, w := range header {
			if w == strings.ToLower(w) {
				name = w
			} else {
				rules = append(rules, r.Replace(w))
			}
		}
		for _, rule := range rules {
			others := slices.DeleteFunc(slices.Clone(rules), func(o string) bool { return o == rule })
			if err := p.cases(Case{Rule: rule, Name: name, Also: others}, r); err != nil {
				return err
			}
		}
	}
	return nil
}

// cases reads the lines below a rule's: like is the case that they have in common.
func (p *parser) cases(like Case, r *strings.Replacer) error {
	var c *Case
	for i, line := range p.body {
		depth := len(line) - len(strings.TrimLeft(line, " "))
		text := r.Replace(strings.TrimSpace(line))
		switch {
		case text == "":
		case depth == 2:
			next := like
			c = &next
			c.Also = slices.Clone(like.Also)
			c.Line = p.at + i + 1
			words := strings.Fields(text)
			if len(words) < 2 || words[0] != "ubl" && words[0] != "cii" {
				return fmt.Errorf("%q is no syntax and base", text)
			}
			c.Syntax, c.Base = words[0], words[1]
			c.Refused, c.Odd = slices.Contains(words[2:], "refused"), slices.Contains(words[2:], "odd")
			p.all = append(p.all, c)
		case c == nil:
			return fmt.Errorf("%q stands below no base", text)
		case depth == 4:
			if err := c.clause(text); err != nil {
				return err
			}
		default:
			if err := c.more(strings.TrimRight(r.Replace(line), " ")); err != nil {
				return err
			}
		}
	}
	return nil
}

// clause reads one line below a base.
func (c *Case) clause(text string) error {
	switch word, rest, _ := strings.Cut(text, " "); word {
	case "want":
		words := strings.Fields(rest)
		if len(words) == 0 || len(words) > 2 {
			return fmt.Errorf("%q is no place to point at", rest)
		}
		if len(words) == 1 || words[0] == c.Rule {
			c.Want = words[len(words)-1]
		}
	case "also":
		c.Also = append(c.Also, strings.Fields(rest)...)
	case "with":
		e, err := parseEdit(rest)
		c.With = append(c.With, e)
		return err
	default:
		e, err := parseEdit(text)
		c.Edits = append(c.Edits, e)
		return err
	}
	return nil
}

// more adds a line of XML to the edit that came last.
func (c *Case) more(line string) error {
	edits := c.Edits
	if len(edits) == 0 {
		edits = c.With
	}
	if len(edits) == 0 || !edits[len(edits)-1].Op.adds() {
		return fmt.Errorf("%q belongs to no edit that adds XML", strings.TrimSpace(line))
	}
	e := &edits[len(edits)-1]
	if e.XML != "" {
		e.XML += "\n"
	}
	e.XML += line
	return nil
}
