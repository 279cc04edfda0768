package main

import (
	"bytes"
	"encoding/json"
)

// object is a JSON object whose members keep their order.
type object []member

type member struct {
	key   string
	value any // object, list, string, bool or int
}

type list []any

func ref(def string) object { return object{{"$ref", "#/$defs/" + def}} }

// closed is the schema of an object without other members.
func closed(members object) object {
	return object{{"type", "object"}, {"additionalProperties", false}, {"properties", members}}
}

func array(items object) object { return object{{"type", "array"}, {"items", items}} }

func described(s string, o object) object { return append(object{{"description", s}}, o...) }

// file writes the object with indents and a line end.
func (o object) file() []byte {
	var b bytes.Buffer
	o.write(&b, "\n")
	b.WriteByte('\n')
	return b.Bytes()
}

// write writes the object; indent is the line end with the white space behind it. What is short stays on one line.
func (o object) write(b *bytes.Buffer, indent string) {
	deeper := indent + "  "
	if o.simple() {
		deeper = " "
	}
	b.WriteByte('{')
	for i, m := range o {
		if i > 0 {
			b.WriteByte(',')
		}
		if i > 0 || deeper != " " {
			b.WriteString(deeper)
		}
		write(b, m.key, "")
		b.WriteString(": ")
		write(b, m.value, deeper)
	}
	if deeper != " " {
		b.WriteString(indent)
	}
	b.WriteByte('}')
}

// simple reports whether the object holds no other one.
func (o object) simple() bool {
	for _, m := range o {
		switch v := m.value.(type) {
		case object:
			return false
		case list:
			for _, e := range v {
				if _, ok := e.(object); ok {
					return false
				}
			}
		}
	}
	return len(o) <= 3
}

func write(b *bytes.Buffer, v any, indent string) {
	switch v := v.(type) {
	case object:
		v.write(b, indent)
	case list:
		b.WriteByte('[')
		for i, e := range v {
			if i > 0 {
				b.WriteString(", ")
			}
			write(b, e, indent)
		}
		b.WriteByte(']')
	default:
		e := json.NewEncoder(b)
		e.SetEscapeHTML(false)
		if err := e.Encode(v); err != nil {
			panic(err) // the schema is made of strings, numbers and booleans
		}
		b.Truncate(b.Len() - 1) // Encode ends the line
	}
}
