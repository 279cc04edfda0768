//go:build cgo && libxml2

package schemas

/*
#cgo pkg-config: libxml-2.0
#include <stdlib.h>
#include <string.h>
#include <stdint.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/tree.h>
#include <libxml/xmlschemas.h>

#define FX_MOST 100

#if LIBXML_VERSION >= 21200
typedef const xmlError *fx_xml_error;
#else
typedef xmlErrorPtr fx_xml_error;
#endif

typedef struct {
	int line, code;
	char *message, *path;
} fx_error;

typedef struct {
	fx_error error[FX_MOST];
	int count;    // schema errors, those beyond FX_MOST included
	int parsed;   // the document was well-formed
	int internal; // libxml2 itself failed
} fx_result;

// fx_collect takes the whole message, whatever its length, and the place that only structured errors have.
static void fx_collect(void *user, fx_xml_error err) {
	fx_result *r = user;
	if (r->count < FX_MOST) {
		fx_error *e = &r->error[r->count];
		e->line = err->line;
		e->code = err->code;
		e->message = strdup(err->message ? err->message : "");
		e->path = err->node ? (char *)xmlGetNodePath(err->node) : NULL;
	}
	r->count++;
}

static void fx_ignore(void *user, fx_xml_error err) {}

static int fx_options(void) {
	int options = XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES | XML_PARSE_IGNORE_ENC;
#if LIBXML_VERSION >= 21300
	options |= XML_PARSE_NO_XXE;
#endif
	return options;
}

static void fx_validate_tree(uintptr_t schema, const char *doc, int length, fx_result *r) {
	xmlParserCtxtPtr parser = xmlNewParserCtxt();
	if (!parser) { r->internal = 1; return; }
	xmlDocPtr tree = xmlCtxtReadMemory(parser, doc, length, NULL, "UTF-8", fx_options());
	if (tree && parser->wellFormed && parser->nsWellFormed) {
		r->parsed = 1;
		xmlSchemaValidCtxtPtr valid = xmlSchemaNewValidCtxt((xmlSchemaPtr)schema);
		if (valid) {
			xmlSchemaSetValidStructuredErrors(valid, fx_collect, r);
			if (xmlSchemaValidateDoc(valid, tree) < 0) r->internal = 1;
			xmlSchemaFreeValidCtxt(valid);
		} else r->internal = 1;
	}
	if (tree) xmlFreeDoc(tree);
	xmlFreeParserCtxt(parser);
}

static int fx_locate(void *user, const char **file, unsigned long *line) {
	xmlParserCtxtPtr parser = user;
	if (file) *file = NULL;
	if (!parser->input) return -1;
	*line = parser->input->line;
	return 0;
}

static void fx_validate_stream(uintptr_t schema, const char *doc, int length, fx_result *r) {
	xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt(doc, length);
	if (!parser) { r->internal = 1; return; }
	xmlCtxtUseOptions(parser, fx_options());
	xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
	memset(parser->sax, 0, sizeof(xmlSAXHandler));
	parser->sax->initialized = XML_SAX2_MAGIC;
	parser->sax->serror = fx_ignore;
	xmlSchemaValidCtxtPtr valid = xmlSchemaNewValidCtxt((xmlSchemaPtr)schema);
	if (valid) {
		xmlSchemaSetValidStructuredErrors(valid, fx_collect, r);
		xmlSchemaValidateSetLocator(valid, fx_locate, parser);
		xmlSchemaSAXPlugPtr plug = xmlSchemaSAXPlug(valid, &parser->sax, &parser->userData);
		if (plug) {
			xmlParseDocument(parser);
			r->parsed = parser->wellFormed && parser->nsWellFormed;
			xmlSchemaSAXUnplug(plug);
		} else r->internal = 1;
		xmlSchemaFreeValidCtxt(valid);
	} else r->internal = 1;
	xmlFreeParserCtxt(parser);
}

static void fx_release(fx_result *r) {
	for (int i = 0; i < r->count && i < FX_MOST; i++) {
		free(r->error[i].message);
		if (r->error[i].path) xmlFree(r->error[i].path);
	}
}
*/
import "C"

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"
	"sync"
	"unsafe"

	"github.com/lestrrat-go/libxml2/xsd"

	"github.com/fxinvoice/fx/internal/xmltree"
)

// SecondBuiltIn reports whether this build has libxml2.
const SecondBuiltIn = true

// Second is a schema set compiled by libxml2. It is safe for concurrent use until it is closed.
type Second struct {
	schema *xsd.Schema
}

// startLibxml2 must run before any two goroutines use libxml2.
var startLibxml2 = sync.OnceFunc(func() { C.xmlInitParser() })

// OpenSecond compiles a schema set with libxml2 from the official files below a folder. They are not part of
// fx. Close it after use: the memory is C's.
func OpenSecond(s *Schema, standards string) (*Second, error) {
	startLibxml2()
	// One schema that imports the entry points makes one set of several, as the tables have it.
	var driver strings.Builder
	driver.WriteString(`<xs:schema xmlns:xs="` + schemaSpace + `" targetNamespace="urn:fxinvoice:driver">`)
	for i, root := range s.roots {
		file := filepath.Join(standards, filepath.FromSlash(root))
		if _, err := os.Stat(file); err != nil {
			return nil, fmt.Errorf("schemas: the second opinion needs the official files: %w", err)
		}
		space := s.rootNames()[i].space().uri
		driver.WriteString(`<xs:import namespace="` + space + `" schemaLocation="` + path.Base(root) + `"/>`)
	}
	driver.WriteString(`</xs:schema>`)
	dir, err := filepath.Abs(filepath.Join(standards, filepath.FromSlash(path.Dir(s.roots[0]))))
	if err != nil {
		return nil, err
	}
	schema, err := xsd.Parse([]byte(driver.String()), xsd.WithURI(filepath.Join(dir, "driver.xsd")))
	if err != nil {
		return nil, fmt.Errorf("schemas: libxml2 refuses %s: %w", s.name, err)
	}
	return &Second{schema}, nil
}

// Close frees the schema set.
func (e *Second) Close() { e.schema.Free() }

// Validate asks libxml2 about a document. It reads the whole document into memory of its own, about ten
// times its size.
func (e *Second) Validate(t *xmltree.Tree) (Opinion, error) { return e.ask(t, false) }

// Stream asks libxml2 about a document without keeping it. Errors have no path, and lie at the end of the
// start or end tag that showed them; identifiers that repeat are not noticed.
func (e *Second) Stream(t *xmltree.Tree) (Opinion, error) { return e.ask(t, true) }

// What libxml2 is given. A document that we parsed has no DOCTYPE; these limits hold even if the limits of
// the parse were lifted, because some versions take seconds beyond them and a C call cannot be stopped.
const (
	mostBytes      = 1 << 30
	mostDeclared   = 1000 // namespaces in one start tag
	mostAttributes = 1000 // in one start tag
)

func guard(t *xmltree.Tree) error {
	doc := t.Doc()
	if len(doc) > mostBytes {
		return errors.New("schemas: too large a document for libxml2")
	}
	for n := range xmltree.Node(t.Len()) {
		start, _ := t.Range(n)
		open, _ := t.Content(n)
		first, end := t.Attrs(n)
		if end-first > mostAttributes || open-start > 6*mostDeclared && strings.Count(doc[start:open], "xmlns") > mostDeclared {
			return errors.New("schemas: too many attributes in one start tag for libxml2")
		}
	}
	return nil
}

func (e *Second) ask(t *xmltree.Tree, stream bool) (Opinion, error) {
	if err := guard(t); err != nil {
		return Opinion{}, err
	}
	return e.run(t.Doc(), stream)
}

// run makes the one C call.
func (e *Second) run(doc string, stream bool) (Opinion, error) {
	text := (*C.char)(unsafe.Pointer(unsafe.StringData(doc)))
	schema := C.uintptr_t(e.schema.Pointer())
	var r C.fx_result
	if stream {
		C.fx_validate_stream(schema, text, C.int(len(doc)), &r)
	} else {
		C.fx_validate_tree(schema, text, C.int(len(doc)), &r)
	}
	defer C.fx_release(&r)
	switch {
	case r.internal != 0:
		return Opinion{}, errors.New("schemas: libxml2 failed on its own account")
	case r.parsed == 0:
		return Opinion{}, errors.New("schemas: libxml2 does not read the document, perhaps for a limit of its own (10 MB of text)")
	}
	out := Opinion{Valid: r.count == 0}
	for i := range min(int(r.count), C.FX_MOST) {
		err := &r.error[i]
		foreign := ForeignError{Line: int(err.line), Code: int(err.code), Message: strings.TrimSpace(C.GoString(err.message))}
		if err.path != nil {
			foreign.Path = C.GoString(err.path)
		}
		out.Errors = append(out.Errors, foreign)
	}
	out.More = int(r.count) - len(out.Errors)
	return out, nil
}
