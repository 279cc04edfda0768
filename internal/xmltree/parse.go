package xmltree

import (
	"errors"
	"fmt"
	"hash/maphash"
	"io"
	"math"
	"slices"
	"strings"
)

// Limits bound what Parse accepts. A zero field means its default, a negative one no limit.
type Limits struct {
	Bytes      int64 // size of the document as given; default 512 MB
	Depth      int   // elements in each other, the root is 1; default 100
	Attributes int   // attributes of one element, namespace declarations not counted; default 64
	Namespaces int   // namespace declarations in scope at once; default 1,000
	Text       int64 // bytes between two tags, and bytes of one attribute value; default 256 MB
	Nodes      int   // elements, attributes and namespace declarations of the document; default 30 million
	Names      int   // distinct names of elements and attributes; default 1 million
}

const (
	mega = 1 << 20

	// Offsets are 32 bits wide, whatever the limits say.
	mostBytes = math.MaxUint32 - 1
	// Node numbers are 31 bits wide, symbols 30 minus the flags.
	mostNodes = math.MaxInt32 - 1
	mostNames = symMask
)

// filled replaces defaults and "no limit" by numbers.
func (l Limits) filled() Limits {
	l.Bytes = limit(l.Bytes, 512*mega, mostBytes)
	l.Depth = limit(l.Depth, 100, mostNodes)
	l.Attributes = limit(l.Attributes, 64, mostNodes)
	l.Namespaces = limit(l.Namespaces, 1000, mostNodes)
	l.Text = limit(l.Text, 256*mega, mostBytes)
	l.Nodes = limit(l.Nodes, 30_000_000, mostNodes)
	l.Names = limit(l.Names, 1_000_000, mostNames)
	return l
}

func (l Limits) tooLarge() *Error {
	if l.Bytes == mostBytes {
		return errHuge.at("", 0, KindLimit)
	}
	en, fr := sizes(l.Bytes)
	return errBytes.at("", 0, KindLimit, en, fr)
}

func limit[T int | int64](given, byDefault, most T) T {
	switch {
	case given == 0:
		return byDefault
	case given < 0, given > most:
		return most
	}
	return given
}

// Read reads a document to its end and parses it. A size of 0 or more says how large it is
// expected to be and saves copies while reading; it is no limit. Read never reads more than one
// byte beyond the limit. What is not accepted is an *Error; another error comes from r.
func Read(r io.Reader, size int64, lim Limits) (*Tree, error) {
	doc, err := readAll(io.LimitReader(r, lim.filled().Bytes+1), size)
	if err != nil {
		return nil, fmt.Errorf("xmltree: read document: %w", err)
	}
	return Parse(doc, lim)
}

// readAll reads r to its end: into one piece where its size is known, else into pieces that are joined, so that no more than twice the document
// is ever held.
func readAll(r io.Reader, size int64) (string, error) {
	var b strings.Builder
	if size >= 0 {
		b.Grow(int(min(size, math.MaxInt32)))
		_, err := io.CopyBuffer(&b, r, make([]byte, min(size+1, 32<<10)))
		return b.String(), err
	}
	var pieces [][]byte
	total := 0
	for {
		piece := make([]byte, min(max(32<<10, total), 16<<20))
		n, err := io.ReadFull(r, piece)
		pieces, total = append(pieces, piece[:n]), total+n
		if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
			break
		}
		if err != nil {
			return "", err
		}
	}
	b.Grow(total)
	for i, p := range pieces {
		b.Write(p)
		pieces[i] = nil
	}
	return b.String(), nil
}

// Parse builds the tree of a document, given as the bytes of its file. The error is always an
// *Error.
func Parse(doc string, lim Limits) (*Tree, error) {
	lim = lim.filled()
	if int64(len(doc)) > lim.Bytes {
		return nil, lim.tooLarge()
	}
	t := &Tree{}
	start, err := t.decode(doc)
	if err != nil {
		return nil, err
	}
	if int64(len(t.doc)) > mostBytes {
		return nil, errHuge.at("", 0, KindLimit)
	}
	var p parser
	p.doc, p.lim, p.seed = t.doc, lim, maphash.MakeSeed()
	p.epoch, p.epochs = 1, 1
	room := &scratch{}
	p.scopes, p.inScope = room.scopes[:0], room.inScope[:0]
	p.attrNames = room.attrNames[:0]
	p.reserve()
	p.document(start)
	if p.err != nil {
		return nil, p.err
	}
	if spare := cap(p.nodes) - len(p.nodes); spare > len(p.nodes)/4 {
		p.nodes = slices.Clone(p.nodes)
	}
	t.nodes, t.attrs, t.decls, t.distinct = p.nodes, p.attrs, p.decls, p.allDistinct()
	return t, nil
}

// parser is the state of one Parse. Its methods return the offset where they stopped, or -1 when
// err is set.
type parser struct {
	doc string
	lim Limits
	err *Error

	// What the tree will be made of.
	nodes []node
	attrs []attr
	decls []decl

	cur      Node // the innermost open element
	declarer Node // the innermost open element that declares namespaces
	depth    int  // open elements
	from     int  // behind the last tag: where the current text began

	// The next '&' and "]]>" not yet passed, len(doc) if there is none. One comparison then tells
	// that a text has none of them.
	amp, bracket int

	// Distinct names, and the index that finds their symbols.
	seed  maphash.Seed
	names int                   // how many
	few   [fewNames]distinct    // the first of them
	many  []distinct            // the others
	small [2 * fewNames]indexed // the index, as long as it is small
	large []indexed

	// What written names stand for, as long as the same declarations are in scope.
	epoch      uint32 // of the declarations in scope
	epochs     uint32 // how many there have been
	elements   [elementSlots]cached
	attributes [attributeSlots]cached

	// Namespaces.
	scopes   []scope          // the open elements that declare some
	inScope  []bound          // the declarations in scope, the innermost last
	byPrefix map[string]int32 // the same, once they are many
	bySpace  map[string]int32 // the first declaration of each namespace, once they are many

	attrNames []attrName // of the current tag
	lastUse   []Node     // by symbol: the last element, plus 1, that allDiffer saw with it
}

// attrName is what has been seen of an attribute's name before it can be resolved.
type attrName struct {
	end  uint32
	hash uint64
}

// scratch is where the slices of a parser begin, in one allocation. Few documents need more.
type scratch struct {
	inScope   [manyDecls]bound
	scopes    [4]scope
	attrNames [8]attrName
}

// reserve makes room for elements and attributes. The estimate is exact for the elements of a
// document without empty-element tags, comments and the like, and ample for the attributes of an
// invoice. It never takes more than the size of the document, however odd that is; what is missing
// comes when as much has been read.
func (p *parser) reserve() {
	tags := min(strings.Count(p.doc, "<"), len(p.doc)/16)
	p.nodes = make([]node, 0, tags/2+1)
	p.attrs = make([]attr, 0, tags/8+1)
}
