package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"regexp"
	"strings"
)

// artefacts are the official files with the rules, in the order that the lists are looked for.
var artefacts = []struct{ name, label, file, origin string }{
	{"en16931-ubl", "UBL", "en16931/ubl/schematron/preprocessed/EN16931-UBL-validation-preprocessed.sch", origin},
	{"en16931-cii", "CII", "en16931/cii/schematron/preprocessed/EN16931-CII-validation-preprocessed.sch", origin},
}

const origin = "github.com/ConnectingEurope/eInvoicing-EN16931, commit b6c9e06a59812fb1a83585da40923b3678a649ad"

// release is what the artefacts of one release hold.
type release struct {
	version, date string // the same in all artefacts
	sources       []source
	rules         []rule
}

// source is one official file, as sources.tsv lists it.
type source struct{ file, sha256, origin string }

// rule is a rule that checks codes, with its lists in the order of its test.
type rule struct {
	artefact, id string
	lists        [][]string
}

// codeRule matches the rules that look a value up in a list.
var codeRule = regexp.MustCompile(`^BR-CL-\d\d$|^BR-CO-09$`)

// A list is the literal that contains(' A B C ', …) looks into; where there is none, the values that an attribute is compared with.
var (
	literal  = regexp.MustCompile(`contains\(\s*' ([^']+) '`)
	compared = regexp.MustCompile(`@\w+\s*=\s*'([^']*)'`)
	stated   = regexp.MustCompile(`Schematron version (\S+) - Last update: (\d{4}-\d\d-\d\d)`)
)

func readRelease(standards fs.FS) (*release, error) {
	r := &release{}
	for _, a := range artefacts {
		content, err := fs.ReadFile(standards, a.file)
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(content)
		r.sources = append(r.sources, source{a.file, hex.EncodeToString(sum[:]), a.origin})
		version := stated.FindSubmatch(content)
		if version == nil {
			return nil, fmt.Errorf("%s does not state its version and date", a.file)
		}
		if v, d := string(version[1]), string(version[2]); r.version == "" {
			r.version, r.date = v, d
		} else if r.version != v || r.date != d {
			return nil, fmt.Errorf("%s is version %s of %s, the file before it %s of %s", a.file, v, d, r.version, r.date)
		}
		rules, err := readRules(a.name, content)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", a.file, err)
		}
		r.rules = append(r.rules, rules...)
	}
	return r, nil
}

// readRules returns the rules of a Schematron file that check codes.
func readRules(artefact string, content []byte) ([]rule, error) {
	var rules []rule
	for in := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		start, ok := token.(xml.StartElement)
		if !ok || start.Name.Local != "assert" {
			continue
		}
		var id, test string
		for _, attr := range start.Attr {
			switch attr.Name.Local {
			case "id":
				id = attr.Value
			case "test":
				test = attr.Value
			}
		}
		if !codeRule.MatchString(id) {
			continue
		}
		lists := listsOf(test)
		if lists == nil {
			return nil, fmt.Errorf("no list in the test of %s: %s", id, test)
		}
		rules = append(rules, rule{artefact, id, lists})
	}
	if rules == nil {
		return nil, errors.New("no rule that checks codes")
	}
	return rules, nil
}

func listsOf(test string) [][]string {
	var lists [][]string
	for _, m := range literal.FindAllStringSubmatch(test, -1) {
		lists = append(lists, strings.Fields(m[1]))
	}
	if lists != nil {
		return lists
	}
	var values []string
	for _, m := range compared.FindAllStringSubmatch(test, -1) {
		values = append(values, m[1])
	}
	if values == nil {
		return nil
	}
	return [][]string{values}
}
